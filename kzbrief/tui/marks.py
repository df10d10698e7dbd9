"""Marks that are laid over a page's lines when they are drawn: the `>` of what is current, the citation that is current, a selection.

The page itself stays as it was laid out, so that moving costs no layout.
"""

from __future__ import annotations

from collections.abc import Callable

from ..output.lines import Line, Span, fit, line_width, width_of
from .cursor import Cursor
from .page import Page

Retone = Callable[[Span], Span]
POINTER = ">"
"""What stands before that which is current."""


def row(cursor: Cursor, number: int) -> Line:
    """Return a row of the view, from 0: a line of the page with its marks, its side, or a line of the foot."""
    page = cursor.page
    foot = 0 if cursor.covered else cursor.foot
    if foot and number >= cursor.height - foot:
        return page.feet[cursor.stop][number - (cursor.height - foot)]
    line = marked(page, cursor, cursor.top + number) if cursor.top + number < len(page.lines) else []
    return beside_page(_side(cursor, number), line) if page.side else line


def side_row(cursor: Cursor) -> int | None:
    """Return the row of the view in which the side has its mark; None where it has none."""
    page = cursor.page
    return page.side_marks[cursor.stop] - _side_top(cursor) if page.side_marks else None


def _side_top(cursor: Cursor) -> int:
    """First line of the side in view: a side that is longer than the view moves along with its mark."""
    page = cursor.page
    mark = page.side_marks[cursor.stop] if page.side_marks else 0
    return max(0, min(mark - cursor.height // 2, len(page.side) - cursor.height))


def _side(cursor: Cursor, number: int) -> Line:
    """A row of the side, with the mark of what is current two cells before its words."""
    page = cursor.page
    place = number + _side_top(cursor)
    line = page.side[place] if place < len(page.side) else []
    if number != side_row(cursor) or not line:
        return line
    blank, *words = line
    edge = max(0, width_of(blank.text) - 2)
    pointer = Span(POINTER.ljust(width_of(blank.text) - edge), "current")
    return [Span(" " * edge), pointer, *(span._replace(tone="current") for span in words)]


def marked(page: Page, cursor: Cursor, number: int) -> Line:
    """Return a line of the page with the marks of what is current on it."""
    line = page.lines[number]
    stop = cursor.current
    if stop and stop.top == number:
        line = over(line, stop.column, stop.column + 1, lambda span: span._replace(text=POINTER, tone="current"))
    if cursor.spot is None:
        return line
    spot = page.spots[cursor.spot]
    note = page.notes.get(spot.ref)
    if any(span.ref and span.ref in (spot.ref, note) for span in line):
        line = [_lit(span, spot.ref, note) for span in line]
    return line


def _lit(span: Span, ref: str, note: str | None) -> Span:
    if span.ref == ref:
        return span._replace(tone="cursor")
    if note and span.ref == note:
        # A sidenote starts with two blanks that carry its reference: the place of its own mark.
        if span.text == "  ":
            return span._replace(text=POINTER + " ", tone="current")
        return span._replace(tone=" ".join(word for word in span.tone.split() if word != "dim"))
    return span


def over(line: Line, start: int, end: int, change: Retone) -> Line:
    """Return the line with the cells from start to end changed; blanks stand for cells that it does not have."""
    result: Line = []
    position = 0
    for span in line:
        width = width_of(span.text)
        if position + width <= start or position >= end:
            result.append(span)
        else:
            before = fit(span.text, start - position) if start > position else 0
            after = fit(span.text, end - position) if end < position + width else len(span.text)
            pieces = span.text[:before], span.text[before:after], span.text[after:]
            result.extend(
                change(span._replace(text=text)) if index == 1 else span._replace(text=text) for index, text in enumerate(pieces) if text
            )
        position += width
    if position <= start:
        result.append(Span(" " * (start - position)))
        result.append(change(Span(" " * (end - start))))
    return [span for span in result if span.text]


def beside_page(side: Line, line: Line) -> Line:
    """Return a line of the page with a line of its side laid over the empty cells at its left edge."""
    width = line_width(side)
    rest: Line = []
    position = 0
    for span in line:
        size = width_of(span.text)
        if position + size > width:
            rest.append(span._replace(text=span.text[fit(span.text, width - position) :]) if position < width else span)
        position += size
    return [*side, *rest]


def at(line: Line, cell: int) -> Span | None:
    """Return the span that covers a cell, or None."""
    position = 0
    for span in line:
        position += width_of(span.text)
        if cell < position:
            return span
    return None


def cut(line: Line, start: int, end: int) -> str:
    """Return the text between two cells of a line."""
    text, position = "", 0
    for span in line:
        for character in span.text:
            if start <= position < end:
                text += character
            position += width_of(character)
    return text
