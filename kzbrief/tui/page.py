"""A page: the lines that a view shows, with what can be current on it, what can be opened, and a place to come back to."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct, field

from ..output.lines import Line


class Spot(Struct, frozen=True):
    """A citation on a page, where Tab stops and Enter opens."""

    ref: str
    """What it opens, as in `cite:17` (the running number of a citation in the brief)."""
    line: int
    """Line of the page, from 0."""
    start: int
    """First cell on that line."""
    end: int
    """Cell after its last."""
    stop: int
    """Index of the stop that it belongs to."""


class Stop(Struct, frozen=True):
    """A stretch of a page that can be current: a finding, a key finding, a part, a fact, a source."""

    id: str
    """What it is, as in `finding:access/carrier`, `part:access`, `fact:population`, `source:vasilyev-kaznet`."""
    top: int
    """Its first line, which carries the mark."""
    bottom: int
    """The line after its last."""
    column: int = 0
    """Cell in which the mark `>` is drawn."""
    goto: str = ""
    """Where Enter leads when no citation is current; a reference as in `Span.ref`."""
    start: int = 0
    """First cell of its column, where columns stand side by side."""
    end: int = 0
    """Cell after its column; 0 for the edge of the page."""


class Page(Struct, frozen=True):
    """Lines laid out for one width: all of them, or the first ones while the rest waits for `grow`."""

    width: int
    """Width in cells that it was laid out for."""
    lines: list[Line]
    """The lines; none is wider than the page."""
    stops: list[Stop] = field(default_factory=list)
    """What can be current, from top to bottom."""
    spots: list[Spot] = field(default_factory=list)
    """What can be opened, in the order of reading."""
    first: int = 0
    """Index of the stop that is current when the page is opened."""
    text_start: int = 0
    """First cell of the text column, for selecting with the mouse."""
    text_end: int = 0
    """Cell after the text column."""
    feet: list[list[Line]] = field(default_factory=list)
    """For each stop, lines that stand at the foot of the view while it is current, the first of which sets them apart from the page.

    The last stops may be left out.
    """
    notes: dict[str, str] = field(default_factory=dict)
    """For the reference of a spot, the reference that its sidenote carries, where there is one."""
    side: list[Line] = field(default_factory=list)
    """Lines that stay at the left edge of the view while the page moves; the page leaves that room empty."""
    side_marks: list[int] = field(default_factory=list)
    """For each stop, the line of the side that is marked while it is current; empty where nothing is marked there."""
    rest: list[Iterator[None]] = field(default_factory=list)
    """What lays out the lines that are still missing, each step some of them with all that belongs to them; empty once all are there."""

    def grow(self, lines: int | None = None) -> bool:
        """Lay out at least so many lines, all without a number; return whether any came."""
        before = len(self.lines)
        while self.rest and (lines is None or len(self.lines) < lines):
            for _step in self.rest[0]:
                if lines is not None and len(self.lines) >= lines:
                    break
            else:
                del self.rest[0]
        return len(self.lines) > before


class Place(Struct, frozen=True):
    """A place on a page that outlives another layout of it: nothing in it depends on the width."""

    stop: str = ""
    """Id of the current stop."""
    spot: int | None = None
    """Index of the current spot, or None."""
    row: int = 0
    """Row of the view in which the current stop starts; negative where it starts above the view."""
    share: float = 0.0
    """How much of the current stop lies above the view, from 0 to 1."""
    beginning: bool = False
    """Whether the view stands at the beginning of the page."""
