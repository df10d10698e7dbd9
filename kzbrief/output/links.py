"""Hyperlinks (OSC 8): which terminals get them, and how an address is written so that nothing but the link reaches the terminal."""

from __future__ import annotations

import re
from collections.abc import Mapping

_ADDRESS = re.compile(r"https?://[^\x00-\x20\x7f-\xa0\u2028\u2029\u202a-\u202e\u2066-\u2069]+\Z")
# Terminals that show hyperlinks or pass over them in silence; all others get none, since some print what they do not know.
_KNOWN = re.compile(r"(?:xterm|vte|gnome|konsole|foot|alacritty|wezterm|ghostty|contour|mintty|iterm2?|rio)(?:[-.]|\Z)")
_LONGEST = 2083
"""Longest address in bytes that terminals agree to take."""


def wanted(choice: str, *, terminal: bool, environ: Mapping[str, str]) -> bool:
    """Tell whether addresses become hyperlinks: `choice` is `never`, `always` or `auto`, where KZBRIEF_LINKS (0 or 1) decides first."""
    if choice == "auto":
        choice = {"0": "never", "1": "always"}.get(environ.get("KZBRIEF_LINKS", ""), choice)
    return choice == "always" or (choice == "auto" and terminal and _known(environ))


def link(address: str) -> str | None:
    """Return an address as a hyperlink holds it, letters beyond ASCII as percent signs; None for what must not become a link."""
    if not _ADDRESS.match(address):
        return None
    if not address.isascii():
        address = "".join(sign if sign.isascii() else "".join(f"%{byte:02X}" for byte in sign.encode()) for sign in address)
    return address if len(address) <= _LONGEST else None


def linked(text: str, address: str, number: int) -> str:
    """Return painted text as a hyperlink to an address from `link`; lines with one number are one link, wherever it is broken."""
    return f"\x1b]8;id=kzbrief-{number};{address}\x1b\\{text}\x1b]8;;\x1b\\"


def _known(environ: Mapping[str, str]) -> bool:
    term = environ.get("TERM", "").lower()
    if environ.get("STY") or environ.get("INSIDE_EMACS"):
        return False  # screen drops or garbles long ones, Emacs prints them
    if environ.get("TMUX"):
        return _at_least(environ.get("TERM_PROGRAM_VERSION", ""), (3, 4)) and environ.get("TERM_PROGRAM") == "tmux"
    vte = environ.get("VTE_VERSION", "")
    if vte.isascii() and vte.isdigit() and int(vte[:9]) < 5000:
        return False  # VTE before 0.50 printed them
    return _KNOWN.match(term) is not None


def _at_least(version: str, wanted: tuple[int, int]) -> bool:
    found = re.match(r"(?:next-)?(\d{1,4})\.(\d{1,4})", version)
    return found is not None and (int(found[1]), int(found[2])) >= wanted
