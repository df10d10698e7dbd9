"""Events by date: grouped by year, with dates as partial as their sources.

The order is that of the first day that a date may mean, the less precise date first: what is known only by its year stands at the head
of that year, `October` before `3 October`. Events of the same date keep the order of the brief, which may know more than the dates say.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from ...brief.dates import Date
from ...brief.datewords import point_in_words
from ...brief.model import Event
from ...i18n import _, ngettext
from ..glyphs import Glyphs
from ..lines import Line, Span, columns, indent, line_width, width_of
from ..wrapping import wrap

COLUMN = 16
"""Most cells of the column of dates; longer dates take several lines."""
ROOMY = 52
"""Cells from which dates have a column of their own."""

Said = Callable[[Event], Sequence[Span]]
"""Returns what is said of an event: its label, with signs and numbers of sources where they are known."""


class Group(NamedTuple):
    """The events of a year, or of a decade of which no year is known."""

    title: str
    """The year or the decade in words."""
    first: int
    """The year, or the first one of the decade."""
    last: int
    """The same year, or the last one of the decade."""
    events: list[Event]
    """Its events in order."""


def groups(events: Iterable[Event]) -> list[Group]:
    """Return the events in order, by the year in which they start, or in which they end where no start is known."""
    found: list[Group] = []
    for event in sorted(events, key=lambda event: _order(event.date)):
        first, last, title = _year(event.date)
        if not found or (found[-1].first, found[-1].last) != (first, last):
            found.append(Group(title, first, last, []))
        found[-1].events.append(event)
    return found


def order_note() -> str:
    """Return the rule of the order, for readers."""
    return _("What has only a year for a date stands first in it.")


def reach(events: Sequence[Event]) -> str:
    """Return how many events there are and which years they are of, as in `48 events, 1994-2010`."""
    said = ngettext("{count} event", "{count} events", len(events)).format(count=len(events))
    years = [_year(event.date) for event in events]
    first, last = min(year[0] for year in years), max(year[1] for year in years)
    return f"{said}, {first}-{last}" if first != last else f"{said}, {first}"


def date_column(events: Iterable[Event], width: int) -> int:
    """Return the cells that the dates need as a column, 0 where a width in cells leaves no room for one."""
    if width < ROOMY:
        return 0
    dates = {event.date.words(short=True) for event in events}
    return max((line_width(row) for date in dates for row in wrap([Span(date)], COLUMN)), default=0)


def event_lines(date: Date, said: Sequence[Span], width: int, column: int) -> list[Line]:
    """Return an event: its date in a column of that many cells and what is said of it, or both in a row where the column has none."""
    words = Span(date.words(short=True), "dim")
    if column:
        return columns(wrap([words], column), wrap(said, width - column - 2), column, 2)
    rows = wrap([words, Span(": ", "dim"), *said], max(1, width - 2))
    return [*rows[:1], *indent(rows[1:], 2)]


def event_sentence(event: Event) -> str:
    """Return an event in words."""
    return f"{event.date.words()}: {event.label}"


def year_line(title: str, width: int, glyphs: Glyphs) -> Line:
    """Return a year as a heading, with a rule behind it."""
    rest = width - width_of(title) - 1
    return [Span(title, "strong"), *([Span(" "), Span(glyphs.rule * rest, "rule")] if rest > 1 else [])]


def timeline_lines(events: Sequence[Event], width: int, glyphs: Glyphs, said: Said) -> list[Line]:
    """Return all events below their years."""
    column = date_column(events, width)
    lines: list[Line] = []
    for group in groups(events):
        lines += [[], year_line(group.title, width, glyphs)] if lines else [year_line(group.title, width, glyphs)]
        for event in group.events:
            lines += event_lines(event.date, said(event), width, column)
    return lines


def _order(date: Date) -> tuple[int, int, datetime.date, int]:
    """Sort by year, decades before their first year, then by first day, the less precise date first."""
    first, last, _title = _year(date)
    start = date
    if date.precision == "interval":
        # What starts in October stands with what is of October, however long it takes.
        opening = date.edtf.partition("/")[0]
        start = Date.parse(opening) if opening not in ("", "..") else date
    return first, -(last - first), start.start, -(start.end - start.start).days


def _year(date: Date) -> tuple[int, int, str]:
    if date.precision == "decade":
        return date.start.year, date.end.year, point_in_words(date.edtf[:4], short=True)
    return date.year, date.year, str(date.year)
