"""What the findings of a brief rest on, finding by finding: how many sources, how old, whose, in which languages.

Every count comes with its findings, so that whoever doubts it can read them. Drafts are left out: nobody has written yet what they say.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from .ages import age
from .index import Entry, Index
from .model import Section, Unsettled
from .names import base_language
from .work import Source

OLD = 3
"""Years before the edition beyond which a source is old."""
_STANCES = ("official", "independent", "publisher", "party", "unknown")


class Measure(NamedTuple):
    """The findings that something holds of."""

    kind: str
    """`none`, `one`, `several`, `old`, `undated`, `unsettled`, `stance`, `language` or `work`."""
    value: str
    """Which stance, language or work; empty for the other kinds."""
    entries: tuple[Entry, ...]
    """The findings."""
    alone: int = 0
    """For a stance: how many of them rest on nothing else."""


class Weighing(NamedTuple):
    """What the findings of a section, or of all, rest on."""

    section: Section | None
    """The section; None for the whole brief."""
    findings: int
    """How many findings there are, without drafts."""
    measures: tuple[Measure, ...]
    """What holds of some of them; those of which nothing holds are left out, but for `none`, `one`, `several` and `old`."""

    def of(self, kind: str) -> list[Measure]:
        """Return the measures of a kind."""
        return [measure for measure in self.measures if measure.kind == kind]


def weigh(index: Index, section: Section | None = None) -> Weighing:
    """Return what the findings of a section rest on, or all findings."""
    entries = index.entries if section is None else index.entries_of(section)
    written = [entry for entry in entries if not entry.finding.draft]
    edition = index.brief.brief.edition
    works = {entry.address: _works(index, entry) for entry in written}
    speaking = {key: index.stance(key) for found in works.values() for key in found}

    def which(holds: Callable[[dict[str, Source | Unsettled]], bool]) -> tuple[Entry, ...]:
        return tuple(entry for entry in written if holds(works[entry.address]))

    measures = [
        Measure("none", "", which(lambda found: not found)),
        Measure("one", "", which(lambda found: len(found) == 1)),
        Measure("several", "", which(lambda found: len(found) > 1)),
        Measure("old", "", which(lambda found: is_old(list(found.values()), edition))),
    ]
    further = [
        Measure("undated", "", which(_is_undated)),
        Measure("unsettled", "", which(lambda found: any(isinstance(work, Unsettled) for work in found.values()))),
    ]
    for stance in _STANCES:
        rests = which(partial(_rests_on, stance, speaking))
        alone = sum({speaking[key] for key in works[entry.address]} == {stance} for entry in rests)
        further.append(Measure("stance", stance, rests, alone))
    languages = {base_language(work.language) for found in works.values() for work in found.values() if isinstance(work, Source)}
    spoken = [Measure("language", tag, which(partial(_speaks, tag))) for tag in sorted(languages)]
    keys = dict.fromkeys(key for found in works.values() for key in found)
    carried = [Measure("work", key, which(partial(_cites, key))) for key in keys]
    for group in (spoken, carried):
        further += sorted(group, key=lambda measure: -len(measure.entries))
    return Weighing(section, len(written), (*measures, *(measure for measure in further if measure.entries)))


def is_old(works: Sequence[Source | Unsettled], edition: int) -> bool:
    """Whether the newest of the works that have a date is more than three years older than the edition."""
    ages = [years for work in works if isinstance(work, Source) and (years := age(work, edition)) is not None]
    return bool(ages) and min(ages) > OLD


def _works(index: Index, entry: Entry) -> dict[str, Source | Unsettled]:
    return {citation.key: index.work(citation.key) for citation in index.citations_of(entry)}


def _languages(found: dict[str, Source | Unsettled]) -> set[str]:
    return {base_language(work.language) for work in found.values() if isinstance(work, Source)}


def _is_undated(found: dict[str, Source | Unsettled]) -> bool:
    return bool(found) and all(isinstance(work, Source) and not work.date for work in found.values())


def _rests_on(stance: str, speaking: dict[str, str], found: dict[str, Source | Unsettled]) -> bool:
    return any(speaking[key] == stance for key in found)


def _speaks(tag: str, found: dict[str, Source | Unsettled]) -> bool:
    return tag in _languages(found)


def _cites(key: str, found: dict[str, Source | Unsettled]) -> bool:
    return key in found
