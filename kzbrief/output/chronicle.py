"""The timeline and the figures over time as they are printed."""

from __future__ import annotations

from collections.abc import Iterable

from ..brief.briefing import Briefing
from ..brief.model import Event, Series
from ..brief.text import parse_cite
from ..i18n import _
from .figures.chart import series_lines, unit_words
from .figures.timeline import date_column, event_lines, groups, order_note, year_line
from .findings import remark_lines
from .glyphs import Glyphs
from .lines import Line, Span, clean, indent
from .origins import no_source
from .prose import bracket, labels
from .wrapping import wrap

ROOMY = 60
"""Columns from which charts are drawn."""


def timeline_block(briefing: Briefing, width: int, glyphs: Glyphs, seen: set[str]) -> list[Line]:
    """Return the events by year with their sources and remarks; of remarks in `seen` only the first words. Empty without events."""
    events = briefing.brief.events
    if not events:
        return []
    lines: list[Line] = [[Span(_("Timeline"), "strong")], [Span(glyphs.rule * width, "rule")], *wrap([Span(order_note(), "dim")], width)]
    column = date_column(events, width)
    for group in groups(events):
        lines += [[], year_line(group.title, width, glyphs)]
        for event in group.events:
            lines += event_lines(event.date, _event(briefing, event), width, column)
            texts = [remark.text for remark in briefing.index.remarks(f"event:{event.id}")]
            by = column + 2
            lines += indent(remark_lines(briefing, texts, width - by, seen), by)
    return lines


def series_block(briefing: Briefing, width: int, glyphs: Glyphs, seen: set[str]) -> list[Line]:
    """Return the figures over time with their sources and remarks, as `timeline_block` does. Empty without series."""
    if not briefing.brief.series:
        return []
    lines: list[Line] = [[Span(_("Figures over time"), "strong")], [Span(glyphs.rule * width, "rule")]]
    lines += wrap([Span(separate_note(), "dim")], width)
    tall = True
    for series in briefing.brief.series:
        rows = series_lines(series, briefing.brief.series, _series(briefing, series), width, glyphs, plain=width < ROOMY)
        texts = [remark.text for remark in briefing.index.remarks(f"series:{series.id}")]
        rows += indent(remark_lines(briefing, texts, width - 2, seen), 2)
        # Rows stand close together, what is taller has a blank line around it.
        lines += [[]] if tall or len(rows) > 1 else []
        lines += rows
        tall = len(rows) > 1
    return lines


def separate_note() -> str:
    """Return how the figures are to be read."""
    return _("Each is a count of its own, worded as printed; no two are joined.")


def event_outside(briefing: Briefing, event: Event) -> bool:
    """Return whether an event is from outside the report: no finding tells of it, and all its sources are from there."""
    return bool(event.cites) and not event.about and all(briefing.index.outside(parse_cite(item).key) for item in event.cites)


def series_cites(series: Series) -> list[str]:
    """Return the sources of a series and of its values, each once."""
    return list(dict.fromkeys([*series.cites, *(cite for point in series.points for cite in point.cites)]))


def numbers(briefing: Briefing, cites: Iterable[str]) -> str:
    """Return the numbers of sources in brackets."""
    return bracket(labels(map(parse_cite, cites), briefing.index))


def _event(briefing: Briefing, event: Event) -> list[Span]:
    said = [Span("* ", "outside")] if event_outside(briefing, event) else []
    said.append(Span(clean(event.label)))
    if event.cites:
        said += [Span(" "), Span(numbers(briefing, event.cites), "cite")]
    elif not event.about:
        said.append(Span(f" -- {no_source(briefing.index)}", "dim"))
    return said


def _series(briefing: Briefing, series: Series) -> list[Span]:
    said = [Span("* ", "outside")] if series.role == "context" else []
    said.append(Span(clean(series.label)))
    if unit := unit_words(series):
        said += [Span(" "), Span(unit, "dim")]
    if cited := numbers(briefing, series_cites(series)):
        said += [Span(" "), Span(cited, "cite")]
    return said
