"""Putting a page together from top to bottom: lines, what can be current among them, and what can be opened in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

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

    @property
    def height(self) -> int:
        """How many lines there are by now."""
        return len(self._lines)

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
            # The gap belongs to the left column but for the cells of the right one's mark.
            border = self.left + left_width + gap + min(mark, 0)
            cells = (border, 0) if place else (0, border)
            for item in items:
                top = base + len(rows)
                rows += item.lines
                if item.id:
                    self._stop(item.id, top, base + len(rows), max(0, start + mark), item.goto, cells)
                    self._find_spots(item.lines, top, start)
            sides.append(rows)
        sides[0] += foot
        self.add(columns(sides[0], sides[1], left_width, gap))

    def append(self, lines: Iterable[Line]) -> None:
        """Append lines that bring their own margin and can neither be current nor opened."""
        self._lines.extend(lines)

    def block(
        self, identifier: str, lines: Sequence[Line], column: int, kinds: tuple[str, ...], foot: list[Line], notes: dict[str, str]
    ) -> None:
        """Append lines that bring their own margin and can be current.

        The mark is drawn in cell `column`; references of those kinds can be opened, those of the first kind before the others; `foot` and
        `notes` are as in a Page.
        """
        top = len(self._lines)
        self._lines.extend(lines)
        if foot:
            self._feet += [[] for _item in range(len(self._stops) - len(self._feet))] + [foot]
        self._stop(identifier, top, len(self._lines), column, "")
        for kind in kinds:
            self._find_spots(lines, top, 0, kind)
        self._notes.update(notes)

    def first_is_next(self) -> None:
        """Let the next stop be the one that is current when the page is opened."""
        self._first = len(self._stops)

    def finish(self, text_start: int = 0, text_end: int = 0, rest: Iterator[None] | None = None) -> Page:
        """Return the page; `rest` goes on with this builder, step by step, whenever the page has to grow."""
        first = self._first if self._first < len(self._stops) else 0
        end = text_end or self.width
        waiting = [rest] if rest else []
        return Page(self.width, self._lines, self._stops, self._spots, first, text_start, end, self._feet, self._notes, rest=waiting)

    def _stop(self, identifier: str, top: int, bottom: int, column: int, goto: str, cells: tuple[int, int] = (0, 0)) -> None:
        self._stops.append(Stop(identifier, top, bottom, column, goto, *cells))

    def _find_spots(self, lines: Sequence[Line], top: int, left: int, kind: str = "") -> None:
        """Find what can be opened in lines of the last stop that start at line `top` of the page and at cell `left` of it."""
        for number, line in enumerate(lines, top):
            cell = left
            for span in line:
                size = width_of(span.text)
                # A name, or a headline, that runs on in the next line is one all the same.
                again = span.ref.startswith(("actor:", "finding:")) and self._spots and self._spots[-1].ref == span.ref
                if span.ref and span.ref.startswith(kind) and not again:
                    self._spots.append(Spot(span.ref, number, cell, cell + size, len(self._stops) - 1))
                cell += size
