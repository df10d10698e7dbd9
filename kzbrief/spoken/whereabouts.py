"""Where what a search finds stands on the way, and how it is said alone."""

from __future__ import annotations

from ..brief.briefing import Briefing
from ..brief.search.passages import Passage, passages
from . import works
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


def go_to(way: Way, place: str) -> list[str]:
    """Go to a place as people write it, `access`, `access/carrier`, `source:vasilyev-kaznet`; return what is said there.

    Raises KeyError where there is no such place.
    """
    if ":" not in place:
        return way.jump(way.number_of(place))
    ref = place if not place.startswith("finding:") else f"finding:{way.briefing.index.entry(place.removeprefix('finding:')).address}"
    passage = next((passage for passage in passages(way.briefing) if passage.ref == ref), None)
    if passage is None:
        raise KeyError(place)
    return arrive(way, passage)


def arrive(way: Way, passage: Passage) -> list[str]:
    """Go to where a passage stands; return what is said there."""
    if passage.kind == "source":
        key = passage.ref.partition(":")[2]
        way.name(key)
        return works.work(way.briefing, key)[:1]
    lines = way.jump(stop_of(way, passage))
    return lines if way.finding else _said(way.briefing, passage)


def _said(briefing: Briefing, passage: Passage) -> list[str]:
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
