"""Putting a page together from top to bottom: lines, what can be current among them, and what can be opened in them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from msgspec import structs

from ...output.lines import Line, Span, columns, width_of
from ..page import Page, Spot, Stop


class Item(NamedTuple):
    """Lines that can be current together, for two columns side by side."""

    id: str
    """Id of the stop; empty for lines that cannot be current."""
    lines: list[Line]
    """Its lines."""
    goto: str = ""
    """Where Enter leads."""


class PageBuilder:
    """Collects the lines of a page; `left` is the cell in which its text starts."""

    def __init__(self, width: int, left: int = 0) -> None:
        self.width = width
        self.left = left
        self._lines: list[Line] = []
        self._stops: list[Stop] = []
        self._spots: list[Spot] = []
        self._feet: list[list[Line]] = []
        self._notes: dict[str, str] = {}
        self._first = 0

    def add(self, lines: Iterable[Line]) -> None:
        """Append lines that can neither be current nor opened."""
        for line in lines:
            self._lines.append([Span(" " * self.left), *line] if line else [])

    def blank(self) -> None:
        """Append an empty line."""
        self._lines.append([])

    def stop(self, identifier: str, lines: Sequence[Line], goto: str = "", mark: int = 0) -> None:
        """Append lines that can be current; the mark is drawn `mark` cells from where the text starts."""
        top = len(self._lines)
        self.add(lines)
        self._stop(identifier, top, len(self._lines), max(0, self.left + mark), goto)
        self._find_spots(self._lines[top:], top, 0)

    def pair(
        self,
        left: Sequence[Item],
        right: Sequence[Item],
        left_width: int,
        gap: int,
        heads: tuple[Line, Line] | None = None,
        foot: Sequence[Line] = (),
        mark: int = -1,
    ) -> None:
        """Append two columns of things that can be current; `heads` stand above them and `foot` below the left one."""
        base = len(self._lines)
        sides: list[list[Line]] = []
        for place, items in enumerate((left, right)):
            rows: list[Line] = [heads[place]] if heads else []
            start = self.left + (left_width + gap if place else 0)
            for item in items:
                top = base + len(rows)
                rows += item.lines
                if item.id:
                    self._stop(item.id, top, base + len(rows), max(0, start + mark), item.goto)
                    self._find_spots(item.lines, top, start)
            sides.append(rows)
        sides[0] += foot
        self.add(columns(sides[0], sides[1], left_width, gap))

    def append(self, page: Page) -> None:
        """Append a page that was laid out for the same width; it brings its own margins."""
        top, stop = len(self._lines), len(self._stops)
        self._lines += page.lines
        self._stops += [structs.replace(item, top=item.top + top, bottom=item.bottom + top) for item in page.stops]
        self._spots += [structs.replace(item, line=item.line + top, stop=item.stop + stop) for item in page.spots]
        if page.feet:
            self._feet += [[] for _item in range(stop - len(self._feet))] + page.feet
        self._notes.update(page.notes)

    def first_is_next(self) -> None:
        """Let the next stop be the one that is current when the page is opened."""
        self._first = len(self._stops)

    def finish(self, text_start: int = 0, text_end: int = 0) -> Page:
        """Return the page."""
        first = self._first if self._first < len(self._stops) else 0
        feet = self._feet + [[] for _item in range(len(self._stops) - len(self._feet))] if self._feet else []
        return Page(self.width, self._lines, self._stops, self._spots, first, text_start, text_end or self.width, feet, self._notes)

    def _stop(self, identifier: str, top: int, bottom: int, column: int, goto: str) -> None:
        self._stops.append(Stop(identifier, top, bottom, column, goto))

    def _find_spots(self, lines: Sequence[Line], top: int, left: int) -> None:
        """Find what can be opened in lines of the last stop that start at line `top` of the page and at cell `left` of it."""
        for number, line in enumerate(lines, top):
            cell = left
            for span in line:
                size = width_of(span.text)
                if span.ref:
                    self._spots.append(Spot(span.ref, number, cell, cell + size, len(self._stops) - 1))
                cell += size
