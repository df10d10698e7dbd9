"""Which stars of a text mark emphasis: a simpler rule than Markdown's, with the same outcome wherever people write words.

Stars open before a word and close after one. Stars inside a word (`2*3*4`) or between blanks stay as they are, and so do stars that
find no partner.
"""

from __future__ import annotations

from collections.abc import Iterable


class Stars:
    """One or more stars in a row."""

    __slots__ = ("can_close", "can_open", "closes", "left", "opens")

    def __init__(self, count: int, can_open: bool, can_close: bool) -> None:
        self.left = count
        """Stars without a partner."""
        self.can_open = can_open
        self.can_close = can_close
        self.closes = 0
        """How many stretches end here."""
        self.opens: list[int] = []
        """Stretches that start here, innermost first: 1 for emphasis, 2 for strong."""


def flanking(text: str, start: int, end: int) -> tuple[bool, bool]:
    """Return whether the stars between two positions can open and whether they can close."""
    before = _side(text[start - 1 : start])
    after = _side(text[end : end + 1])
    if before == after == 2:
        return False, False
    return after != 0 and after >= before, before != 0 and before >= after


def _side(character: str) -> int:
    """Return 0 for a blank or an edge, 1 for punctuation, 2 for a letter or a digit."""
    if not character or character.isspace():
        return 0
    return 2 if character.isalnum() else 1


def pair(row: Iterable[Stars]) -> None:
    """Pair the stars of a paragraph, each closing one with the nearest that is still open."""
    stack: list[Stars] = []
    for stars in row:
        if stars.can_close:
            while stars.left and stack:
                opener = stack[-1]
                size = 2 if stars.left >= 2 and opener.left >= 2 else 1
                opener.opens.append(size)
                opener.left -= size
                stars.left -= size
                stars.closes += 1
                if not opener.left:
                    stack.pop()
        if stars.left and stars.can_open:
            stack.append(stars)
