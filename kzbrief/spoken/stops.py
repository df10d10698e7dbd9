"""The way through a brief: its stops in order, from the overview over every finding to the sources."""

from __future__ import annotations

from typing import NamedTuple

from ..brief.briefing import Briefing
from ..brief.editions import later_editions
from ..i18n import _
from ..output.findings import entries_of
from ..output.lines import clean
from . import chronicle, names, passages, works


class Stop(NamedTuple):
    """A stop on the way."""

    kind: str
    """`finding`, `section` for a section without findings, or the name of a passage: `overview`, `facts`, `sources`."""
    key: str = ""
    """Address of the finding, id of the section."""


class Part(NamedTuple):
    """A part that has a number: those with a tab in the app have the number of the tab."""

    title: str
    """Its title."""
    stop: int
    """Number of its first stop."""


_PASSAGES = {
    "overview": passages.overview,
    "facts": passages.facts,
    "key": passages.key_findings,
    "editions": passages.editions,
    "timeline": chronicle.timeline,
    "figures": chronicle.series,
    "names": names.actors,
    "sources": works.works,
    "citing": passages.citing,
}


def stops(briefing: Briefing) -> list[Stop]:
    """Return the stops of a brief; what it does not have is no stop."""
    brief = briefing.brief
    found = [Stop("overview")]
    found += [Stop("facts")] if brief.facts else []
    found += [Stop("key")] if brief.brief.key_findings else []
    found += [Stop("editions")] if later_editions(brief) else []
    for section in brief.sections:
        entries = entries_of(briefing, section)
        found += [Stop("finding", entry.address) for entry in entries] or [Stop("section", section.id)]
    found += [Stop("timeline")] if brief.events else []
    found += [Stop("figures")] if brief.series else []
    found += [Stop("names")] if brief.actors else []
    found += [Stop("sources")] if briefing.index.sources else []
    return [*found, Stop("citing")]


def said_at(briefing: Briefing, stop: Stop, before: Stop | None, originals: dict[str, str] | None = None) -> list[str]:
    """Return what is said at a stop, having come from the one before; `originals` are the report's own words for findings by their ids."""
    if stop.kind == "finding":
        index = briefing.index
        came_from = index.entry(before.key) if before and before.kind == "finding" else None
        entry = index.entry(stop.key)
        return passages.finding(briefing, entry, came_from, (originals or {}).get(entry.finding.id, ""))
    if stop.kind == "section":
        return [passages.section_words(briefing, section) for section in briefing.brief.sections if section.id == stop.key]
    return _PASSAGES[stop.kind](briefing)


def title_of(briefing: Briefing, stop: Stop) -> str:
    """Return the name of a stop."""
    if stop.kind == "finding":
        entry = briefing.index.entry(stop.key)
        topic = _(", topic {topic}").format(topic=clean(entry.finding.topic)) if entry.finding.topic else ""
        return f"{passages.finding_head(briefing, entry)} {passages.section_head(briefing, entry.section)}{topic}."
    if stop.kind == "section":
        return said_at(briefing, stop, None)[0]
    titles = {
        "overview": _("Overview."),
        "facts": _("Fact box."),
        "key": _("Key findings."),
        "editions": _("Later editions."),
        "timeline": _("Timeline."),
        "figures": _("Figures over time."),
        "names": _("Who is who."),
        "sources": _("Sources."),
        "citing": _("How to cite."),
    }
    return titles[stop.kind]


def section_starts(briefing: Briefing, way: list[Stop]) -> dict[str, int]:
    """Return the number of the first stop of each section, by its id."""
    found: dict[str, int] = {}
    for number, stop in enumerate(way):
        if stop.kind in ("finding", "section"):
            found.setdefault(stop.key.partition("/")[0], number)
    return found


def tabs(briefing: Briefing, way: list[Stop]) -> list[Part]:
    """Return the parts in the order of the app's tabs: overview, scored sections, timeline, sources."""
    starts = section_starts(briefing, way)
    found = [Part(_("Overview"), 0)]
    scored = [section for section in briefing.brief.sections if briefing.method.category(section.category or "")]
    found += [Part(clean(section.title), starts[section.id]) for section in scored]
    for kind, title in (("timeline", _("Timeline")), ("sources", _("Sources"))):
        found += [Part(title, number) for number, stop in enumerate(way) if stop.kind == kind]
    return found
