"""The timeline page: events by year, and below them the figures over time and the editions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from ...brief.text import parse_cite
from ...i18n import _, ngettext
from ...output.chronicle import ROOMY, event_outside, separate_note, series_cites
from ...output.figures.chart import is_chart, series_lines, unit_words, value_words
from ...output.figures.timeline import Group, date_column, event_lines, groups, order_note, reach, year_line
from ...output.figures.trend import stretches, trend_lines
from ...output.findings import hanging
from ...output.glyphs import Glyphs
from ...output.happenings import events_with
from ...output.lines import Line, Span, beside, clean, columns, indent, line_width, shortened, width_of
from ...output.origins import no_source
from ...output.wording import disputed
from ...output.wrapping import wrap
from ..page import Page
from .build import Item, PageBuilder
from .section import remark_lines, source_target
from .words import bracketed, softened

if TYPE_CHECKING:
    from ...brief.briefing import Briefing
    from ...brief.index import Index
    from ...brief.model import Edition, Event, Remark, Series

WIDE = 120
"""Columns from which the events stand along an axis, with the figures of their years beside it."""
_TEXT = 72
"""Most cells of text on a page without the axis."""
_AXIS = 7
"""Cells of the years and the axis."""
_EVENTS = 68
"""Cells of the events beside the axis."""
_GAP = 4
_FIGURES = 34
"""Cells of the figures of a year."""
_CHARTS = 82
"""Most cells of a chart: longer rows would be hard to follow."""


def timeline(briefing: Briefing, width: int, height: int, glyphs: Glyphs, lines: int | None = None, words: str = "") -> Page:
    """Return the page of the timeline for a width in cells; the height makes no difference.

    Where a number of lines is given, no more is laid out than that and what belongs to it. Where words are, it has the events with these
    words alone.
    """
    wide = width >= WIDE
    content = _AXIS + _EVENTS + _GAP + _FIGURES if wide else min(_TEXT, width - 4)
    left = (width - content) // 2 if wide else 4 if width >= 100 else 3
    page = PageBuilder(width, left)
    charts = min(_CHARTS, width - left - 1)
    if words.strip():
        events = events_with(briefing, words)
        page.add(_head_of_some(events, words, content))
        below = _events(page, briefing, events, content, wide, glyphs, set())
    else:
        page.add(_head(briefing, content))
        below = _below(page, briefing, content, charts, wide, glyphs, drawn=width >= ROOMY)
    finished = page.finish(text_start=left, text_end=min(width, left + max(content, charts)), rest=below)
    finished.grow(lines)
    return finished


def _below(page: PageBuilder, briefing: Briefing, content: int, charts: int, wide: bool, glyphs: Glyphs, *, drawn: bool) -> Iterator[None]:
    """Append, step by step, the events, the figures over time and the editions."""
    seen: set[str] = set()
    yield from _events(page, briefing, briefing.brief.events, content, wide, glyphs, seen)
    yield from _figures(page, briefing, charts, content if wide else charts, seen, glyphs, drawn=drawn)
    _editions(page, briefing, charts, seen, glyphs, drawn=drawn)


def _events(
    page: PageBuilder, briefing: Briefing, events: Sequence[Event], content: int, wide: bool, glyphs: Glyphs, seen: set[str]
) -> Iterator[None]:
    """Append events, one at a step: along the axis with the figures of their years where there is room for it."""
    column = date_column(events, _EVENTS if wide else content)
    whole = len(events) == len(briefing.brief.events)
    if wide and events:
        page.blank()
        found = groups(events)
        yield from _along_axis(page, briefing, _with_figures(briefing, found) if whole else found, column, seen, glyphs)
    for group in groups(events) if not wide else ():
        page.blank()
        page.add([year_line(group.title, content, glyphs)])
        for event in group.events:
            block = _event_block(briefing, event, content, column, seen)
            page.stop(f"event:{event.id}", block, goto=_goto(briefing, event.about), mark=-2)
            yield


def _head_of_some(events: Sequence[Event], words: str, width: int) -> list[Line]:
    """Title, and how many events have the words."""
    title = [Span(_("Timeline"), "strong")]
    said = ngettext("{count} event has “{words}”", "{count} events have “{words}”", len(events))
    count = [Span(said.format(count=len(events), words=clean(words.strip())), "dim")]
    row = beside(title, count, width)
    lines = [row] if line_width(row) <= width else [title, *wrap(count, width)]
    if not events:
        lines += [[], *wrap([Span(_("No event has these words. Esc shows all again."))], width)]
    within = [word for word in words.split() if word.isdecimal() and any(_only_within(event, word) for event in events)]
    for year in dict.fromkeys(within):
        lines += wrap([Span(_("Events that went on through {year} are among them.").format(year=year), "dim")], width)
    return lines


def _only_within(event: Event, year: str) -> bool:
    """Whether an event was found by a year that is not to be read in it, but lies between its dates."""
    return event.date.start.year < int(year) < event.date.end.year and year not in event.label


def _head(briefing: Briefing, width: int) -> list[Line]:
    """Title, how many events there are, their order, and what else stands on the page."""
    title, count = [Span(_("Timeline"), "strong")], [Span(reach(briefing.brief.events), "dim")]
    row = beside(title, count, width)
    lines = [row] if line_width(row) <= width else [title, *wrap(count, width)]
    charts = [bool(briefing.brief.series), sum(len(stretch.rows) for stretch in stretches(briefing.brief, briefing.method)) > 1]
    said = [order_note()]
    if all(charts):
        said.append(_("Below: figures over time, total by edition."))
    elif any(charts):
        said.append(_("Below: figures over time.") if charts[0] else _("Below: total by edition."))
    return lines + wrap([Span(" ".join(said), "dim")], width)


def _event_block(briefing: Briefing, event: Event, width: int, column: int, seen: set[str]) -> list[Line]:
    """An event with its signs and sources, its remarks, and the other findings that tell of it."""
    inner = width - column - 2 if column else width - 2
    remarks = briefing.index.remarks(f"event:{event.id}")
    said: list[Span] = [Span("* ", "outside")] if event_outside(briefing, event) else []
    said += _with_sources(briefing, [Span(clean(event.label))], event.cites)
    if not event.cites and not event.about:
        said.append(Span(f" -- {no_source(briefing.index)}", "dim"))
    lines = softened(event_lines(event.date, said, width, column))
    below = _remarks(briefing, remarks, inner, seen)
    for ref in event.about[1:]:
        entry = briefing.index.entry(ref.partition(":")[2])
        also = _("also") + " "
        name = Span(clean(entry.finding.headline or entry.address), "dim", f"finding:{entry.address}")
        below += hanging([Span(also, "dim"), name], inner, width_of(also))
    return [*lines, *indent(below, column + 2)]


def _along_axis(
    page: PageBuilder, briefing: Briefing, found: Sequence[Group], column: int, seen: set[str], glyphs: Glyphs
) -> Iterator[None]:
    """The events at the right of an axis that runs down the page, year by year, and at their right the figures of the year."""
    margin = Span(" " * (_AXIS - 2))
    empty: Line = [margin, Span(glyphs.vertical, "dim"), Span(" ")]
    last = 0
    for group in found:
        if 0 < last < group.first - 1:
            missing = f"{last + 1}-{group.first - 1}" if last < group.first - 2 else str(last + 1)
            page.add([[margin, Span(glyphs.rest, "dim"), Span(f" {missing}", "dim")]])
        last = max(last, group.last)
        short = len(group.title) < _AXIS - 2
        head: Line = [Span((group.title if short else "").rjust(_AXIS - 3), "strong"), Span(" ")]
        rule = [Span(glyphs.rule * (_EVENTS + 1), "rule")] if short else [Span(" "), *year_line(group.title, _EVENTS, glyphs)]
        figures = _figures_of(briefing, group)
        page.add(_beside([[*head, Span(glyphs.cross, "dim"), *rule]], figures))
        for event in group.events:
            block = _event_block(briefing, event, _EVENTS, column, seen)
            rows = [[margin, Span(glyphs.left, "dim"), Span(" "), *block[0]], *([*empty, *line] for line in block[1:])]
            page.stop(f"event:{event.id}", _beside(rows, figures), goto=_goto(briefing, event.about), mark=_AXIS - 4)
            yield
        page.add(_beside([empty] * len(figures), figures))


def _with_figures(briefing: Briefing, found: Sequence[Group]) -> list[Group]:
    """Return the groups of events, and one without events for each year that has nothing but figures."""
    years = {group.first for group in found if group.first == group.last}
    more = {point.at.year for series in briefing.brief.series for point in series.points} - years
    return sorted([*found, *(Group(str(year), year, year, []) for year in more)], key=lambda group: (group.first, -group.last))


def _figures_of(briefing: Briefing, group: Group) -> list[Line]:
    """The values of a year, each above what it is of."""
    lines: list[Line] = []
    for series in briefing.brief.series if group.first == group.last else ():
        for point in series.points:
            if point.at.year == group.first:
                sign = [Span("* ", "outside")] if series.role == "context" else []
                value = [*sign, Span(value_words(series, point), "strong"), Span(f", {point.at.words(short=True)}", "dim")]
                rows = wrap(value, _FIGURES - 2) + wrap([Span(clean(series.label))], _FIGURES - 2)
                lines += [*rows[:1], *indent(rows[1:], 2)]
    return lines


def _beside(rows: Sequence[Line], figures: list[Line]) -> list[Line]:
    """Return rows with as many lines of the figures at their right as there are rows; these are taken from the list."""
    taken = figures[: len(rows)]
    del figures[: len(rows)]
    return columns(rows, taken, _AXIS + _EVENTS, _GAP)


def _figures(
    page: PageBuilder, briefing: Briefing, width: int, across: int, seen: set[str], glyphs: Glyphs, *, drawn: bool
) -> Iterator[None]:
    """The series: charts of one unit side by side where there is room, everything else in a row of its own."""
    series = briefing.brief.series
    if not series:
        return
    page.blank()
    page.add([year_line(_("Figures over time"), width, glyphs)])
    page.add(wrap([Span(separate_note(), "dim")], width))
    tall = True
    half = (across - _GAP) // 2
    waiting = list(series)
    while waiting:
        item = waiting.pop(0)
        pair = next((other for other in waiting if other.unit == item.unit and is_chart(other)), None) if is_chart(item) else None
        if pair and drawn and half >= 50:
            waiting.remove(pair)
            sides = [_series_item(briefing, one, half, seen, glyphs, drawn=True) for one in (item, pair)]
            page.blank()
            page.pair(sides[:1], sides[1:], half, _GAP, mark=-2)
            tall = True
        else:
            found = _series_item(briefing, item, width, seen, glyphs, drawn=drawn)
            # Rows stand close together, what is taller has a blank line around it.
            page.blank() if tall or len(found.lines) > 1 else None
            tall = len(found.lines) > 1
            page.stop(found.id, found.lines, goto=found.goto, mark=-2)
        yield


def _series_item(briefing: Briefing, series: Series, width: int, seen: set[str], glyphs: Glyphs, *, drawn: bool) -> Item:
    remarks = briefing.index.remarks(f"series:{series.id}")
    said: list[Span] = [Span("* ", "outside")] if series.role == "context" else []
    label = [Span(clean(series.label))]
    if unit := unit_words(series):
        label.append(Span(f" {unit}", "dim"))
    said += _with_sources(briefing, label, series_cites(series))
    lines = softened(series_lines(series, briefing.brief.series, said, width, glyphs, plain=not drawn))
    lines += indent(_remarks(briefing, remarks, width - 2, seen), 2)
    return Item(f"series:{series.id}", lines, _goto(briefing, series.about))


def _editions(page: PageBuilder, briefing: Briefing, width: int, seen: set[str], glyphs: Glyphs, *, drawn: bool) -> None:
    lines = trend_lines(briefing.brief, briefing.method, width, glyphs, plain=not drawn)
    if not lines:
        return
    page.blank()
    page.add([year_line(_("Total by edition"), width, glyphs)])
    page.stop("editions", lines, mark=-2)
    editions = sorted(briefing.brief.editions, key=lambda edition: edition.year)
    below: list[Line] = []
    here: set[str] = set()
    for edition in editions:
        for words, numbers in disputed(briefing, edition):
            said = [Span(f"{edition.year} {words} "), Span(numbers, "cite"), Span(" *", "outside")]
            below += wrap(said, width)
        # What stands a few lines above need not even be pointed to.
        remarks = [remark for remark in briefing.index.remarks(f"edition:{edition.year}") if remark.text not in here]
        here.update(remark.text for remark in remarks)
        below += _remarks(briefing, remarks, width, seen)
    if below:
        page.stop("edition-remarks", below, mark=-2)
    index = briefing.index
    own = [edition for edition in editions if edition.cites and edition.role != "context"]
    others = [edition for edition in editions if edition.cites and edition.role == "context"]
    printed = [edition for edition in own if any(_reported(index, item) for item in edition.cites)]
    elsewhere = [edition for edition in own if edition not in printed]
    if printed:
        reported = [replace(edition, cites=[item for item in edition.cites if _reported(index, item)]) for edition in printed]
        said = [Span(_("from the report:") + " ", "dim"), *_sources(briefing, reported)]
        page.stop("own-sources", softened(wrap(said, width)), mark=-2)
        besides = [replace(edition, cites=[item for item in edition.cites if not _reported(index, item)]) for edition in printed]
        if besides := [edition for edition in besides if edition.cites]:
            said = [Span(_("also given by:") + " ", "dim"), *_sources(briefing, besides)]
            page.stop("besides-sources", softened(wrap(said, width)), mark=-2)
    if elsewhere:
        said = [Span(_("not seen in the report, but given by:") + " ", "dim"), *_sources(briefing, elsewhere)]
        page.stop("other-sources", softened(wrap(said, width)), mark=-2)
    if others:
        said = [Span("* ", "outside"), Span(_("from outside the report:") + " ", "dim"), *_sources(briefing, others)]
        page.stop("edition-sources", softened(wrap(said, width)), mark=-2)


def _reported(index: Index, cite: str) -> bool:
    """Whether a source is the report or one of its notes."""
    return index.origin(parse_cite(cite).key) in ("report", "note")


def _sources(briefing: Briefing, editions: Sequence[Edition]) -> list[Span]:
    """The years of editions with their sources."""
    sources: list[Span] = []
    for edition in editions:
        sources += [Span("; ", "dim")] if sources else []
        sources += _with_sources(briefing, [Span(str(edition.year), "dim")], edition.cites)
    return sources


def _with_sources(briefing: Briefing, said: list[Span], cites: Sequence[str]) -> list[Span]:
    """Return spans with the numbers of sources behind them in brackets, each of which opens its source."""
    spans = list(said)
    if cites:
        spans += [Span(" "), *bracketed([source_target(briefing, parse_cite(item)) for item in cites])]
    return spans


def _remarks(briefing: Briefing, remarks: Sequence[Remark], width: int, seen: set[str]) -> list[Line]:
    """Remarks in full; of one that stands above only the first words."""
    lines: list[Line] = []
    for remark in remarks:
        rows = remark_lines([remark], briefing, width)
        if remark.text in seen and len(rows) > 1:
            before = _("as above:") + " "
            words = shortened("".join(span.text for span in rows[0][1:]) + " ...", max(8, width - 2 - width_of(before)))
            rows = [[Span("! ", "remark"), Span(before, "dim"), Span(words)]]
        lines += rows
        seen.add(remark.text)
    return lines


def _goto(briefing: Briefing, about: Sequence[str]) -> str:
    """Where Enter leads: the first finding that tells of it."""
    return f"finding:{briefing.index.entry(about[0].partition(':')[2]).address}" if about else ""
