"""What kinds of terminals can be told, by the names in the environment: none is asked, since the plain ones would print the question."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping

_PLAIN = re.compile(r"(?:linux|vt\d|ansi|pcansi|cons\d|pccon|sun|wsvt|wyse|wy\d|ibm|hp|dtterm|eterm|unknown)", re.IGNORECASE)
"""The Linux console, hardware and what stands in for it: old ones print much of what they do not know."""
_MODERN = re.compile(
    r"\x1b(?:"
    r"\[[<=>][0-9;]*[A-Za-z]"  # the keyboard protocol of kitty
    r"|\[\?[0-9;]*\$p"  # questions about modes
    r"|\[\?(?:1000|1002|1003|1004|1006|1015|1016|2004|2026|2048)[hl]"  # mouse, focus, paste, whole frames, reports of the size
    r"|\][^\x07\x1b]*(?:\x07|\x1b\\)"  # hyperlinks, clipboard, shape of the pointer
    r")"
)


def plain(environ: Mapping[str, str] = os.environ) -> bool:
    """Return whether the terminal is to get nothing but what a VT220 knows: places, colours, the cursor on and off."""
    return _PLAIN.match(environ.get("TERM", "")) is not None


def for_plain(data: str) -> str:
    """Return what is to be written without anything that a plain terminal might print as text."""
    return _MODERN.sub("", data) if "\x1b" in data else data


def inside(environ: Mapping[str, str] = os.environ) -> str:
    """Return the program that stands between us and the terminal: `tmux`, `screen`, `one of them`, or nothing.

    At the far end of an SSH line only TERM tells, and `screen` is a name that both of them use.
    """
    if environ.get("TMUX"):
        return "tmux"
    if environ.get("STY"):
        return "screen"
    term = environ.get("TERM", "")
    if term.startswith("screen."):
        return "screen"
    if term.startswith("tmux"):
        return "tmux"
    return "one of them" if term.startswith("screen") else ""
