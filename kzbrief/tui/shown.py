"""What stands on the screen, row by row, so that a row is not sent again as it stands there.

Textual draws whole screens where something changed on them, when it starts even twice. Only what was written last into a row is kept: the
same again changes nothing there. Whatever is not known to leave the rows alone makes all of them unknown.
"""

from __future__ import annotations

import re

from .thrift import thrifty

_MOVE = re.compile(r"\x1b\[([0-9]+);([0-9]+)H")
_MODES = re.compile(
    r"\x1b(?:\[\?(?:7|25|100[0-6]|1015|1016|2004|2026|2031|2048)[hl]"  # wrapping, the cursor, mouse, focus, paste, whole frames
    r"|\[\?[0-9;]*\$p|\[>[0-9;]*[uq]|\[<u|\[=[0-9;]*u"  # questions, the keyboard
    r"|\](?:22|52|2);[^\x07\x1b]*(?:\x07|\x1b\\))"  # the pointer, the clipboard, the title
)
"""What changes no row."""


class Shown:
    """The rows of the screen as far as they are known."""

    def __init__(self) -> None:
        self._rows: dict[str, tuple[str, str]] = {}
        self._cursor = ""
        """How the cursor was placed where it stands; empty where that is not known."""

    def forget(self) -> None:
        """Take nothing for known: the terminal was resized, or somebody else may have written to it."""
        self._rows.clear()
        self._cursor = ""

    def news(self, data: str) -> str:
        """Return what is to be written without the rows that stand there already."""
        first, *rest = _MOVE.split(data)
        if _MODES.sub("", first):
            self.forget()
        if not rest:
            return data
        kept = [first]
        for row, column, text in zip(rest[::3], rest[1::3], rest[2::3], strict=True):
            written = _MODES.sub("", text)
            words = written.removesuffix("\n")
            place = f"\x1b[{row};{column}H"
            if self._stands(row, column, words) if words else self._cursor == place and not written:
                kept += [found[0] for found in _MODES.finditer(text)]
            else:
                kept += [place, text]
                self._cursor = "" if written else place
        return "".join(kept)

    def _stands(self, row: str, column: str, words: str) -> bool:
        """Whether this is what was written into a row last; it is from now on."""
        if "\n" in words:
            self.forget()
            return False
        written = (column, thrifty(words))  # Textual and the first frame cut the same row into other pieces
        if self._rows.get(row) == written:
            return True
        self._rows[row] = written
        return False
