"""Words that were looked for, marked where they stand on a page. The page itself stays as it was laid out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from ..brief.search.query import Matcher
from ..output.lines import NARROW, Line, width_of

if TYPE_CHECKING:
    from .page import Page, Stop

Range = tuple[int, int]
"""First cell of a stretch of a line, and the cell after its last."""


class Lit:
    """Finds the cells to mark on the pages of one tab.

    `stops` are those in which something was found, with the languages of their texts.
    """

    def __init__(self, matcher: Matcher, stops: Mapping[str, tuple[str, ...]]) -> None:
        self._matcher = matcher
        self._stops = stops
        self._page: Page | None = None
        self._seen = 0
        self._by_line: dict[int, list[int]] = {}
        self._ranges: dict[int, dict[int, list[Range]]] = {}

    def at(self, page: Page, number: int) -> list[Range]:
        """Return the cells to mark on a line of a page."""
        self._follow(page)
        return sorted(found for stop in self._by_line.get(number, ()) for found in self._of(page, stop).get(number, ()))

    def first(self, page: Page, ident: str) -> int | None:
        """Return the first line of a stop on which something is marked; None where there is none."""
        self._follow(page)
        index = next((index for index, stop in enumerate(page.stops) if stop.id == ident), None)
        return min(self._of(page, index), default=None) if index is not None and ident in self._stops else None

    def _follow(self, page: Page) -> None:
        """Take up what the page has grown by."""
        if page is not self._page:
            self._page, self._seen = page, 0
            self._by_line.clear()
            self._ranges.clear()
        while self._seen < len(page.stops):
            stop = page.stops[self._seen]
            if stop.id in self._stops:
                for number in range(stop.top, stop.bottom):
                    self._by_line.setdefault(number, []).append(self._seen)
            self._seen += 1

    def _of(self, page: Page, index: int) -> dict[int, list[Range]]:
        known = self._ranges.get(index)
        if known is None:
            known = self._ranges[index] = self._found(page, page.stops[index])
        return known

    def _found(self, page: Page, stop: Stop) -> dict[int, list[Range]]:
        # Lines together, since a phrase may go on on the next one; of each the column of the text.
        start, end = max(stop.start, page.text_start), stop.end or page.text_end or page.width
        text, places = "", list[tuple[int, int, int]]()
        for number in range(stop.top, stop.bottom):
            for character, cell, width in _cells(page.lines[number], start, end):
                text += character
                places.append((number, cell, width))
            text += "\n"
            places.append((number, end, 0))
        found: dict[int, list[Range]] = {}
        for first, last in self._matcher.spans(text, self._stops[stop.id]):
            number, cell, _width = places[first]
            found.setdefault(number, []).append((cell, places[last - 1][1] + places[last - 1][2]))
        return found


def _cells(line: Line, start: int, end: int) -> list[tuple[str, int, int]]:
    """Return the characters of a line between two cells, each with its cell and its width."""
    found: list[tuple[str, int, int]] = []
    position = 0
    for span in line:
        if position >= end:
            break
        if NARROW.match(span.text):
            first, last = max(0, start - position), end - position
            found += [(character, position + place, 1) for place, character in enumerate(span.text[:last]) if place >= first]
            position += len(span.text)
            continue
        for character in span.text:
            width = width_of(character)
            if start <= position < end:
                found.append((character, position, width))
            position += width
    return found
