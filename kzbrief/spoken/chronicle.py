"""What is said of events and of figures over time."""

from __future__ import annotations

from ..brief.briefing import Briefing
from ..brief.model import Event
from ..i18n import _, ngettext
from ..output.figures.chart import value_words
from ..output.happenings import findings_of
from ..output.lines import clean
from .words import cited, count_words, in_words, listed, remark_words, sentence


def timeline(briefing: Briefing) -> list[str]:
    """Return the dated events in order of time, numbered."""
    found = events(briefing)
    lines = [count_words("Timeline: {count} event.", "Timeline: {count} events.", len(found))]
    return [*lines, *(line for place, event in enumerate(found, 1) for line in event_words(briefing, place, event))]


def events(briefing: Briefing) -> list[Event]:
    """Return the events in order of time."""
    return sorted(briefing.brief.events, key=lambda event: event.date.start)


def event_words(briefing: Briefing, number: int, event: Event) -> list[str]:
    """Return an event with its number in the timeline, its date, the findings that tell of it and the remarks on it."""
    index = briefing.index
    said = f"{number}: {in_words(event.date.words())}: {clean(event.label).removesuffix('.')}{cited(event.cites, index)}"
    findings = [str(index.entry(address).position) for address in findings_of(briefing, event)]
    told = ngettext("Told in finding {numbers}", "Told in findings {numbers}", len(findings)).format(numbers=listed(findings))
    return [f"{sentence(said)} {sentence(told)}" if findings else sentence(said), *remark_words([f"event:{event.id}"], index)]


def series(briefing: Briefing) -> list[str]:
    """Return the figures over time, each value as the report words it."""
    found = briefing.brief.series
    lines = [count_words("{count} figure over time.", "{count} figures over time.", len(found))]
    for item in found:
        points = [f"{point.at.words()}: {value_words(item, point)}{cited(point.cites, briefing.index)}" for point in item.points]
        outside = _(", from outside this report") if item.role == "context" else ""
        lines.append(sentence(f"{clean(item.label)}{outside}: {'; '.join(points)}{cited(item.cites, briefing.index)}"))
        lines += remark_words([f"series:{item.id}"], briefing.index)
    return lines
