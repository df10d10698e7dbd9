"""Which events tell of a finding, and which events have certain words: a year, a part of the report, the name of an actor."""

from __future__ import annotations

import re
from functools import lru_cache

from ..brief.briefing import Briefing
from ..brief.model import Event
from ..brief.search.folding import fold
from .figures.timeline import groups

_LONG = 30
"""Years of an event that are named each; of one that goes on for longer, or for ever, the first and the last."""

_NUMBERS = re.compile(r"[0-9]+")


def in_order(briefing: Briefing) -> list[Event]:
    """Return the events in the order of the timeline."""
    return [event for group in groups(briefing.brief.events) for event in group.events]


def events_of(briefing: Briefing, address: str) -> list[Event]:
    """Return the events of which a finding tells, by its address, in the order of the timeline."""
    return _by_finding(briefing).get(address, [])


def findings_of(briefing: Briefing, event: Event) -> list[str]:
    """Return the addresses of the findings that tell of an event."""
    return [briefing.index.entry(ref.partition(":")[2]).address for ref in event.about]


def events_with(briefing: Briefing, words: str) -> list[Event]:
    """Return the events that have all the words, in the order of the brief; all of them where there are none."""
    wanted = fold(words).split()
    return [event for event in briefing.brief.events if all(word in haystack(briefing, event.id) for word in wanted)]


@lru_cache(20_000)
def haystack(briefing: Briefing, ident: str) -> str:
    """Return all words by which an event can be found, in small letters without accents, ё as е.

    Its label, its date and every year in it, the parts of the report that tell of it, the names of who had a part in it, and what the
    timeline shows below it: its remarks and the headlines of further findings, but for their years, which need not be the event's. Its
    works are not among them, since the year of a newspaper is not that of the event.
    """
    event = next(event for event in briefing.brief.events if event.id == ident)
    years = range(event.date.start.year, event.date.end.year + 1)
    said = [event.label, event.date.words(), event.date.words(short=True)]
    said += map(str, years if len(years) <= _LONG else (years[0], years[-1]))
    for address in findings_of(briefing, event):
        section = briefing.index.entry(address).section
        category = briefing.method.category(section.category or "")
        said += [section.id, section.title, *([category.title, category.short] if category else [])]
    below = [remark.text for remark in briefing.index.remarks(f"event:{ident}")]
    below += [briefing.index.entry(address).finding.headline or "" for address in findings_of(briefing, event)[1:]]
    said.append(_NUMBERS.sub(" ", " ".join(below)))
    actors = {actor.id: actor for actor in briefing.brief.actors}
    for name in event.actors:
        if actor := actors.get(name):
            said += [actor.name, *actor.aliases]
    return fold(" ".join(said))


@lru_cache(8)
def _by_finding(briefing: Briefing) -> dict[str, list[Event]]:
    found: dict[str, list[Event]] = {}
    for event in in_order(briefing):
        for address in findings_of(briefing, event):
            found.setdefault(address, []).append(event)
    return found
