"""How wide things are on a page of a given width: margins, the text column, the sidenotes."""

from __future__ import annotations

from typing import NamedTuple

WIDE = 100
"""Columns from which there are sidenotes and two cells of margin."""
CONTENTS = 150
"""Columns from which a list of topics stands on the left."""
LOW = 20
"""Rows below which nothing but text is shown."""
_LONGEST_WITH_NOTES = 68
_LONGEST = 72
_NOTES = 37
_GAP = 5
_LIST = 32


class Measure(NamedTuple):
    """The columns of a page that is read."""

    list_start: int
    """First cell of the list of topics; 0 where there is none."""
    list_width: int
    """Width of the list of topics in cells; 0 where there is none."""
    start: int
    """First cell of the text."""
    width: int
    """Width of the text in cells."""
    notes: int
    """First cell of the sidenotes, that of their mark; 0 where there are none."""
    notes_width: int
    """Width of a sidenote in cells, without the mark."""

    @property
    def end(self) -> int:
        """Cell after the text."""
        return self.start + self.width

    @property
    def mark(self) -> int:
        """Cell of the mark of what is current."""
        return self.start - 2


def margin(width: int) -> int:
    """Return the cells that stay empty at both edges of a screen; on a very wide one the head stays above the text."""
    if width > CONTENTS:
        return (width - CONTENTS) // 2 + 2
    return 2 if width >= WIDE else 1


def edge(width: int) -> int:
    """Return the cell in which the text of a sheet starts, so that its mark stands in the margin; on a very wide screen below the head."""
    return max(3, margin(width) + 1)


def room(width: int) -> int:
    """Return the cells that a line of a sheet may have from its edge on; it ends where the head does."""
    return width - edge(width) - margin(width)


def measure(width: int) -> Measure:
    """Return the columns of a page of a width in cells."""
    if width < WIDE:
        return Measure(0, 0, 3, max(8, min(_LONGEST, width - 4)), 0, 0)
    listed = _LIST if width >= CONTENTS else 0
    text = min(_LONGEST_WITH_NOTES, 58 + (width - WIDE) // 2)
    notes = min(_NOTES, width - listed - (4 + text + _GAP + 2) - 1)
    used = 4 + listed + text + _GAP + 2 + notes
    # The block stands in the middle; up to 120 columns it fills the width anyway.
    shift = max(0, width - used - 2) // 2 if width > 120 else 0
    start = 4 + listed + shift
    return Measure(2 + shift if listed else 0, listed - 4 if listed else 0, start, text, start + text + _GAP, notes)
