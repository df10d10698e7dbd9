"""Saying a look only where it changes, so that slow lines carry text rather than colours.

Textual writes each stretch of text with its whole look before it and a reset behind it: half of what a page takes. A terminal keeps the
look that it was given last, so what stays the same need not be said again, and blanks look alike in any colour of letters.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

_LOOK = re.compile(r"\x1b\[([0-9;:]*)m")
_STEP = re.compile(r"\n(?=\x1b\[[0-9]+;[0-9]+H)")
"""A new line right before the cursor is placed."""
_SILENT = re.compile(r"(?:\x1b\[[0-9;]*H|\x1b\[\?[0-9]+[hl])*\Z")
"""Places and modes, which no look changes."""
_OFF = {"1": "22", "2": "22", "3": "23", "4": "24", "5": "25", "7": "27", "8": "28", "9": "29"}
"""What ends an attribute; bold and dim have one end."""
_SEEN_ON_BLANKS = frozenset("4579")


class _State(NamedTuple):
    """How the terminal writes."""

    attributes: frozenset[str] = frozenset()
    """Parameters of bold, italic and so on."""
    letters: str = "39"
    """Parameters of the colour of letters; 39 is the terminal's own."""
    ground: str = "49"
    """The same of the ground; 49 is the terminal's own."""

    def on_blanks(self) -> tuple[object, ...]:
        """Return what can be seen of it where nothing but blanks is written."""
        seen = self.attributes & _SEEN_ON_BLANKS
        return self.ground, seen, self.letters if seen else ""


_PLAIN = _State()


def thrifty(data: str) -> str:
    """Return what draws the same with fewer characters, on a terminal whose look is plain before and is to be plain afterwards."""
    first, *rest = _LOOK.split(_STEP.sub("", data))
    written = [first]
    now = wanted = _PLAIN
    for parameters, text in zip(rest[::2], rest[1::2], strict=True):
        after = _after(wanted, parameters)
        if after is None:
            return data
        wanted = after
        if now != wanted and not _SILENT.match(text):
            if now.on_blanks() == wanted.on_blanks():
                blanks = len(text) - len(text.lstrip(" "))
                written.append(text[:blanks])
                text = text[blanks:]
            if text:
                written.append(_change(now, wanted))
                now = wanted
        written.append(text)
    written.append(_change(now, wanted))
    return "".join(written)


@lru_cache(512)
def _after(state: _State, parameters: str) -> _State | None:
    """Return how the terminal writes once it was told a look; None for what is not known here."""
    attributes, letters, ground = state
    codes = iter(parameters.split(";"))
    for code in codes:
        if code in ("", "0"):
            attributes, letters, ground = _PLAIN
        elif code in _OFF:
            attributes |= {code}
        elif code in ("38", "48"):
            kind = next(codes, "")
            colour = ";".join((code, kind, *(next(codes, "") for _ in range({"5": 1, "2": 3}.get(kind, 0)))))
            letters, ground = (colour, ground) if code == "38" else (letters, colour)
        elif len(code) in (2, 3) and code[:-1] in ("3", "9"):
            letters = code
        elif len(code) in (2, 3) and code[:-1] in ("4", "10"):
            ground = code
        else:
            return None
    return _State(attributes, letters, ground)


@lru_cache(512)
def _change(now: _State, wanted: _State) -> str:
    """Return the shortest way from one look to another."""
    if now == wanted:
        return ""
    again = [*sorted(wanted.attributes), *(code for code in wanted[1:] if code not in _PLAIN[1:])]
    from_plain = ";".join(["0", *again]) if again else ""
    ends = sorted({_OFF[code] for code in now.attributes - wanted.attributes})
    kept = now.attributes - ({"1", "2"} if "22" in ends else frozenset())
    begins = sorted(wanted.attributes - kept)
    colours = [code for before, code in zip(now[1:], wanted[1:], strict=True) if before != code]
    by_steps = ";".join([*ends, *begins, *colours])
    return f"\x1b[{min(by_steps, from_plain, key=len)}m"
