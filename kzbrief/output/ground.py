"""Is the terminal's ground dark or light? Asked of the terminal (OSC 11), which may answer at once, late, or never.

What is typed while the answer is awaited is kept for the app (`typed`), and an answer that comes later is taken out of what the app
reads (`Sieve`), since its letters would be keys otherwise.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Mapping
from contextlib import suppress

from .printer import screen

PATIENCE = 0.05
"""Seconds that the answer is awaited."""
_QUESTION = b"\x1b]11;?\x1b\\\x1b[c"
"""What is the ground's colour, and what kind of terminal is this: all answer the second, so that none is waited for in vain."""
_COLOUR = re.compile(rb"\x1b\]11;rgba?:([0-9a-fA-F]{1,4})/([0-9a-fA-F]{1,4})/([0-9a-fA-F]{1,4})[^\x07\x1b\x9c]{0,8}(?:\x07|\x9c|\x1b\\)")
_KIND = re.compile(rb"\x1b\[\?[0-9;]{0,64}c")
_ANSWER = re.compile(rb"\x1b\]11;[^\x07\x1b\x9c]{0,64}(?:\x07|\x9c|\x1b\\)|" + _KIND.pattern)
_BEGUN = re.compile(rb"\x1b(?:\]1(?:1(?:;[^\x07\x1b\x9c]{0,64}\x1b?)?)?|\[\?[0-9;]{0,64})\Z")
"""An answer of which the end is missing. Not an escape character alone: that is the key."""
_MIDDLE = 0.18
"""Luminance at which black letters can be read as well as white ones."""

_typed: list[bytes] = []


def hint(environ: Mapping[str, str] = os.environ) -> bool | None:
    """Return whether the ground is dark by what the environment says, which costs nothing; None where it says nothing."""
    number = environ.get("COLORFGBG", "").rpartition(";")[2]
    if number.isascii() and number.isdigit():
        return int(number) in (0, 1, 2, 3, 4, 5, 6, 8)
    return True if environ.get("TERM") == "linux" else None


def ask(environ: Mapping[str, str] = os.environ) -> bool | None:
    """Ask the terminal whether its ground is dark; None where it does not say so in 50 ms, or is not to be asked."""
    terminal = _terminal(environ)
    if terminal is None:
        return None
    import termios

    source, sink = terminal
    try:
        before = termios.tcgetattr(source)
        quiet = list(before)
        quiet[0] &= ~(termios.ICRNL | termios.INLCR | termios.IGNCR)  # Enter is what the app takes for Enter
        quiet[3] &= ~(termios.ECHO | termios.ICANON)
        quiet[6] = [*before[6]]
        quiet[6][termios.VMIN], quiet[6][termios.VTIME] = 1, 0
        # Neither change throws away what has been typed.
        termios.tcsetattr(source, termios.TCSANOW, quiet)
    except (termios.error, OSError):
        return None
    try:
        os.write(sink, _QUESTION)
        received = _receive(source)
    except OSError:
        return None
    finally:
        with suppress(termios.error, OSError):
            termios.tcsetattr(source, termios.TCSANOW, before)
    if rest := _ANSWER.sub(b"", received):
        _typed.append(rest)
    found = _COLOUR.search(received)
    return None if found is None else _luminance(*found.groups()) < _MIDDLE


def typed() -> bytes:
    """Return what was typed while the answer was awaited, once; maybe with the beginning of an answer, so give it to a `Sieve`, too."""
    kept = b"".join(_typed)
    _typed.clear()
    return kept


class Sieve:
    """Takes answers to the question out of what a terminal sends, however late they come and into however many pieces they are cut."""

    def __init__(self) -> None:
        self._begun = b""

    def __call__(self, data: bytes) -> bytes:
        """Return data without answers; the beginning of one is held back until the rest of it comes."""
        if not self._begun and b"\x1b" not in data:
            return data
        data = _ANSWER.sub(b"", self._begun + data)
        begun = _BEGUN.search(data)
        self._begun = begun[0] if begun else b""
        return data[: begun.start()] if begun else data


def _terminal(environ: Mapping[str, str]) -> tuple[int, int] | None:
    """Return what to read from and what to write to; None where there is no terminal that may be asked."""
    term = environ.get("TERM", "")
    if sys.platform == "win32" or environ.get("SSH_CONNECTION") or environ.get("SSH_TTY"):
        return None
    if term in ("", "dumb", "unknown", "linux") or term.startswith("vt"):
        return None
    try:
        # Where the app reads and writes.
        source, sink = (stream.fileno() for stream in (sys.__stdin__, screen()) if stream is not None and stream.isatty())
        # A program in the background would be stopped for it.
        return (source, sink) if os.tcgetpgrp(source) == os.getpgrp() else None
    except (OSError, ValueError):
        return None


def _receive(source: int) -> bytes:
    """Return what comes until all is answered or the time is over."""
    from select import select
    from time import monotonic

    received = b""
    end = monotonic() + PATIENCE
    while not _KIND.search(received) and (left := end - monotonic()) > 0 and select([source], [], [], left)[0]:
        data = os.read(source, 4096)
        if not data:
            break
        received += data
    return received


def _luminance(*channels: bytes) -> float:
    """The luminance of WCAG 2 of a colour whose channels are hexadecimal numbers of one to four digits."""
    luminance = 0.0
    for channel, weight in zip(channels, (0.2126, 0.7152, 0.0722), strict=True):
        value = int(channel, 16) / int("f" * len(channel), 16)
        luminance += weight * (value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4))
    return luminance
