"""Briefs beside each other: what may be said of their scores together, and what else they have in common.

A score is comparable with another of the same index and the same scale. Where an index has turned its scale round, only the distance from
the best end can be put side by side, which nobody has published; scores of different indexes measure different things. Nothing is
averaged, and nothing is subtracted but two totals of one country on one scale.
"""

from __future__ import annotations

import os
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from .briefing import Briefing
from .editions import this_edition
from .index import Entry
from .method import Method, Scale
from .model import Actor, Edition, Fact
from .references import short
from .work import Source

Relation = Literal["same-edition", "same-scale", "turned", "other-scale", "other-method"]
"""How the scores of briefs go together, from the closest to the most distant."""
_ORDER: tuple[Relation, ...] = ("same-edition", "same-scale", "turned", "other-scale", "other-method")


class Side(NamedTuple):
    """One of the briefs that are compared."""

    briefing: Briefing
    """The brief."""
    edition: Edition
    """Its own edition."""
    scale: Scale
    """The scale of that edition."""
    name: str
    """What it is called beside the others, as in `Kazakhstan 2011`."""

    @property
    def method(self) -> Method:
        """How it is scored."""
        return self.briefing.method


class Shared(NamedTuple):
    """A thing that several briefs have."""

    name: str
    """What it is called, in the first brief that has it."""
    sides: tuple[int, ...]
    """Which briefs have it, from 0."""


class Change(NamedTuple):
    """The totals of one country in two editions."""

    earlier: Side
    """The earlier edition."""
    later: Side
    """The later one."""
    points: float | None
    """How many points better (positive) or worse the later one is; None where the totals must not be subtracted or are not known."""

    @property
    def outside(self) -> bool:
        """Whether one of the totals is not from a report, but from elsewhere."""
        return any(item.edition.role == "context" for item in (self.earlier, self.later))

    @property
    def doubtful(self) -> bool:
        """Whether there is a remark on one of the totals, or another source gives another one."""
        return any(
            item.edition.disputed or item.briefing.index.warned(f"edition:{item.edition.year}") for item in (self.earlier, self.later)
        )


def side(briefing: Briefing) -> Side:
    """Return a brief as one side of a comparison."""
    edition = this_edition(briefing.brief)
    heading = briefing.brief.brief
    return Side(briefing, edition, briefing.method.scale_of(edition.year), f"{heading.title} {heading.edition}")


def beside(briefings: Sequence[Briefing]) -> list[Side]:
    """Return briefs as the sides of a comparison.

    Those of one country and year are told apart by their ids, else by their files, else by their numbers.
    """
    sides = [side(briefing) for briefing in briefings]
    names = Counter(item.name for item in sides)
    ids = [item.briefing.brief.brief.id for item in sides]
    files = [os.path.basename(item.briefing.path) for item in sides]
    more = next((found for found in (ids, files) if len(set(found)) == len(sides)), list(map(str, range(1, len(sides) + 1))))
    return [item._replace(name=f"{item.name} ({apart})") if names[item.name] > 1 else item for item, apart in zip(sides, more, strict=True)]


def relation(sides: Sequence[Side]) -> Relation:
    """Return how the scores of all briefs go together: as the most distant two of them do."""
    pairs = [_between(one, other) for place, one in enumerate(sides) for other in sides[place + 1 :]]
    return max(pairs, key=_ORDER.index, default="same-edition")


def _between(one: Side, other: Side) -> Relation:
    if one.method.id != other.method.id:
        return "other-method"
    if one.scale.direction != other.scale.direction:
        return "turned"
    if (one.scale.lowest, one.scale.highest) != (other.scale.lowest, other.scale.highest):
        return "other-scale"
    return "same-edition" if one.edition.year == other.edition.year else "same-scale"


def distance(score: object, lowest: float, highest: float, direction: str) -> float | None:
    """Return how many points a score is from the best end of its scale; None where there is no figure."""
    if not isinstance(score, int | float):
        return None
    return score - lowest if direction == "0-best" else highest - score


def changes(sides: Sequence[Side]) -> list[Change]:
    """Return the steps between the editions of one country in one index, in order of time; nothing for several countries or indexes."""
    return _steps(sides) if _is_one_country(sides) else []


def steps(sides: Sequence[Side]) -> list[Change]:
    """Return the steps of one country through all editions of which its briefs know the total, from the first brief to the last.

    Nothing where they know no more than their own, and for several countries or indexes.
    """
    if not _is_one_country(sides):
        return []
    own = {item.edition.year: item for item in sides}
    known = dict(own)
    for item in sides:
        for edition in item.briefing.brief.editions:
            if min(own) < edition.year < max(own) and isinstance(edition.total, int | float):
                known.setdefault(edition.year, item._replace(edition=edition, scale=item.method.scale_of(edition.year)))
    return _steps(list(known.values())) if len(known) > len(own) else []


def _is_one_country(sides: Sequence[Side]) -> bool:
    return len({(item.briefing.brief.brief.country, item.method.id) for item in sides}) == 1


def _steps(sides: Sequence[Side]) -> list[Change]:
    found = []
    for earlier, later in pairwise(sorted(sides, key=lambda item: item.edition.year)):
        points = None
        if _between(earlier, later) in ("same-edition", "same-scale"):
            before, after = (
                distance(item.edition.total, item.scale.lowest, item.scale.highest, item.scale.direction) for item in (earlier, later)
            )
            points = before - after if before is not None and after is not None else None
        found.append(Change(earlier, later, points))
    return found


def in_years_of_others(sides: Sequence[Side]) -> list[tuple[Side, Edition]]:
    """Return what briefs know of their countries in the years of the others, so that like can be held against like."""
    found: list[tuple[Side, Edition]] = []
    for item in sides:
        years = {other.edition.year for other in sides if other.briefing.brief.brief.country != item.briefing.brief.brief.country}
        known = (edition for edition in item.briefing.brief.editions if isinstance(edition.total, int | float))
        found += [(item, edition) for edition in known if edition.year in years and edition.year != item.edition.year]
    return found


def contradictions(sides: Sequence[Side]) -> list[tuple[Side, Side, Edition]]:
    """Return the briefs whose total another one of the country and the index gives otherwise, with that one and what it gives."""
    found: list[tuple[Side, Side, Edition]] = []
    for item in sides:
        for other in sides:
            if other is item or not _is_one_country([item, other]):
                continue
            given = [edition for edition in other.briefing.brief.editions if edition.year == item.edition.year]
            found += [(item, other, edition) for edition in given if edition.total is not None and edition.total != item.edition.total]
    return found


def facts(sides: Sequence[Side]) -> list[tuple[str, list[list[Fact]]]]:
    """Return the rows of fact boxes that mean the same in at least two briefs: the kind, and the rows of each brief."""
    found: list[tuple[str, list[list[Fact]]]] = []
    kinds = dict.fromkeys(fact.kind for item in sides for fact in item.briefing.brief.facts if fact.kind != "other")
    for kind in kinds:
        rows = [[fact for fact in item.briefing.brief.facts if fact.kind == kind] for item in sides]
        if sum(map(bool, rows)) > 1:
            found.append((kind, rows))
    return found


def findings(sides: Sequence[Side]) -> list[tuple[str, list[list[Entry]]]]:
    """Return the findings of each brief by what they are about, what most briefs speak of first; left out what only one does."""
    grouped: dict[str, list[list[Entry]]] = defaultdict(lambda: [[] for _side in sides])
    for place, item in enumerate(sides):
        for entry in item.briefing.index.entries:
            grouped[entry.finding.type][place].append(entry)
    several = [(kind, rows) for kind, rows in grouped.items() if sum(map(bool, rows)) > 1]
    return sorted(several, key=lambda item: (-sum(map(bool, item[1])), -sum(map(len, item[1]))))


def actors(sides: Sequence[Side]) -> list[Shared]:
    """Return who is in at least two briefs, by name or by another name, of the same kind."""
    return _shared([[(actor.name, _names(actor)) for actor in item.briefing.brief.actors] for item in sides])


def works(sides: Sequence[Side]) -> list[Shared]:
    """Return the works that at least two briefs cite: those with the same address, or the same title, publication and year.

    What only states the method or its tables is left out, since every brief of the method has that.
    """
    return _shared([[(short(work), _marks(work)) for work in item.briefing.brief.sources.values()] for item in sides])


def _names(actor: Actor) -> set[str]:
    return {f"{actor.kind}:{folded(name)}" for name in (actor.name, *actor.aliases)}


def _marks(work: Source) -> set[str]:
    found = set()
    if work.url:
        found.add(work.url.partition("://")[2].removeprefix("www.").rstrip("/"))
    if work.date and (work.publication or work.publisher or work.author):
        found.add(f"{folded(work.title)}|{folded(work.publication or work.publisher or work.author[0])}|{work.date.year}")
    return found


def _shared(sides: Sequence[Sequence[tuple[str, set[str]]]]) -> list[Shared]:
    """Return what has a mark in common with something of another brief, by the name that it has where it comes first."""
    found: list[tuple[str, set[str], set[int]]] = []
    for place, items in enumerate(sides):
        for name, marks in items:
            same = next((item for item in found if item[1] & marks), None)
            if same is None:
                found.append((name, set(marks), {place}))
            else:
                same[1].update(marks)
                same[2].add(place)
    return [Shared(name, tuple(sorted(places))) for name, _marks, places in found if len(places) > 1]


def folded(text: str) -> str:
    """Return a name in the form in which names are compared: without accents, marks and differences of case."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(letter if letter.isalnum() else " " for letter in letters if not unicodedata.combining(letter)).split())
