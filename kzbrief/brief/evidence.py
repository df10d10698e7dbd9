"""What the findings of a brief rest on, counted."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING

from .names import NO_LANGUAGES, base_language
from .work import Source

if TYPE_CHECKING:
    from .index import Index


class Evidence:
    """Counts of findings, works and notes; works from outside the report are counted apart. Each is worked out when first asked for."""

    def __init__(self, index: Index) -> None:
        self._index = index

    @cached_property
    def findings(self) -> int:
        """Number of findings."""
        return len(self._index.entries)

    @cached_property
    def uncited(self) -> int:
        """Number of findings for which the report gives no source; drafts are not counted."""
        return sum(not entry.finding.draft and self._index.is_uncited(entry) for entry in self._index.entries)

    @cached_property
    def drafts(self) -> int:
        """Number of findings that are still to be written."""
        return sum(entry.finding.draft for entry in self._index.entries)

    @cached_property
    def drafted(self) -> int:
        """Number of drafts that have a headline, other than those that `kzbrief new` writes."""
        from .rules.headlines import has_headline

        return sum(entry.finding.draft and has_headline(entry.finding) for entry in self._index.entries)

    @cached_property
    def citations(self) -> int:
        """Number of places that point to a source."""
        return len(self._index.citations)

    @cached_property
    def works(self) -> int:
        """Number of works in the report's notes; of those collected for the brief where no notes are known."""
        return len(self._works)

    @cached_property
    def outside(self) -> int:
        """Number of works from outside the report."""
        return sum(self._index.outside(key) for key in self._index.sources)

    @cached_property
    def languages(self) -> tuple[tuple[str, int], ...]:
        """Languages of the report's works by their tags, with the number of works, most first."""
        counts = Counter(base_language(work.language) for work in self._works)
        return tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0])))

    @cached_property
    def foreign(self) -> tuple[tuple[str, int], ...]:
        """The same without the language of the brief and without works whose language is not known."""
        own = base_language(self._index.brief.brief.language)
        return tuple(item for item in self.languages if item[0] not in (own, *NO_LANGUAGES))

    @cached_property
    def stances(self) -> tuple[tuple[str, int], ...]:
        """Who speaks in the report's works, with the number of works, most first."""
        counts = Counter(map(self._index.stance, self._keys))
        return tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0])))

    @cached_property
    def undated(self) -> int:
        """Number of the report's works that have no date."""
        return sum(work.date is None for work in self._works)

    @cached_property
    def years(self) -> tuple[int, int] | None:
        """Years of the oldest and the newest of the report's works, None where all are undated."""
        years = [work.date.year for work in self._works if work.date]
        return (min(years), max(years)) if years else None

    @cached_property
    def notes(self) -> int:
        """Number of notes in the printed report that the brief knows of."""
        unsettled = {note for work in self._index.brief.unsettled.values() for note in work.notes}
        return len(unsettled.union(*(work.notes for work in self._works)))

    @cached_property
    def unsettled(self) -> int:
        """Number of notes that fit several works."""
        return len({note for work in self._index.brief.unsettled.values() for note in work.notes})

    @cached_property
    def remarks(self) -> int:
        """Number of remarks."""
        return len(self._index.brief.remarks)

    @cached_property
    def _keys(self) -> list[str]:
        index = self._index
        wanted = ("note",) if index.has_notes else ("collected", "report")
        return [key for key in index.brief.sources if index.origin(key) in wanted]

    @cached_property
    def _works(self) -> list[Source]:
        return [self._index.brief.sources[key] for key in self._keys]
