"""Where what a search finds stands on the way, and how it is said alone."""

from __future__ import annotations

from ..brief.briefing import Briefing
from ..brief.search.passages import Passage
from .chronicle import event_words, events
from .names import actor_words
from .passages import fact_words
from .way import Way
from .words import remark_line

_STOPS = {"fact": "facts", "event": "timeline", "source": "sources", "note": "sources", "actor": "names", "series": "figures"}
"""The stops at which things are said that have none of their own."""


def stop_of(way: Way, passage: Passage) -> int:
    """Return the number of the stop at which a passage is said; the first one for what is said nowhere."""
    refs = [passage.ref]
    if passage.kind == "remark":
        refs = list(way.briefing.brief.remarks[int(passage.ref.partition(":")[2])].about)
    found = (_stop(way, ref) for ref in refs)
    return next((number for number in found if number is not None), 0)


def _stop(way: Way, ref: str) -> int | None:
    kind, __, name = ref.partition(":")
    if kind == "finding":
        return way.number_of(way.briefing.index.entry(name).address)
    if kind == "edition":
        later = any(edition.year == int(name) and edition.role == "context" for edition in way.briefing.brief.editions)
        return way.number_of_kind("editions" if later else "facts")
    return way.number_of_kind(_STOPS.get(kind, "overview"))


def said_of(briefing: Briefing, passage: Passage) -> list[str]:
    """Return what is said of something that is no finding and no work."""
    kind, __, name = passage.ref.partition(":")
    brief = briefing.brief
    if kind == "fact":
        return [fact_words(briefing, fact) for fact in brief.facts if fact.id == name]
    if kind == "event":
        return [line for place, event in enumerate(events(briefing), 1) if event.id == name for line in event_words(briefing, place, event)]
    if kind == "actor":
        return [line for place, actor in enumerate(brief.actors, 1) if actor.id == name for line in actor_words(briefing, place, actor)]
    return [remark_line(brief.remarks[int(name)].text, briefing.index)]
