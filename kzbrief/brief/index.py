"""A brief's findings, citations and works in order, with the numbers that readers see. Each is worked out when first asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import count
from typing import TYPE_CHECKING

from msgspec import Struct

from . import references, text
from .actors import Names
from .evidence import Evidence
from .method import Method
from .model import Brief, Finding, Remark, Section, Unsettled
from .origin import Origin, bare, is_report, speaks_for
from .text import Cite, Paragraph, Run
from .work import Source

if TYPE_CHECKING:
    from .naming import Naming


class Entry(Struct, frozen=True):
    """A finding with its place."""

    address: str
    """`section/finding`, as people write it."""
    section: Section
    finding: Finding
    position: int
    """Its number in the brief, from 1."""


class Citation(Struct, frozen=True):
    """A place in a finding that points to a source."""

    number: int
    """Running number in the brief, from 0, in the order of reading."""
    key: str
    """Key of the source."""
    locator: str
    """Place in the source, as in `p. 4`."""
    note: int | None
    """Number of the note in the printed report, where it is certain."""
    label: str
    """What stands in the brackets, as in `15`, `*1` for a work from outside the report, `R` for the report itself."""
    address: str
    """The finding, `section/finding`."""


class Index:
    """What stands where in a brief. Making one costs nothing."""

    def __init__(self, brief: Brief, method: Method | None = None) -> None:
        self.brief = brief
        self.method = method

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """All findings in the order of the report."""
        return tuple(entry for section in self.brief.sections for entry in self.entries_of(section))

    def entries_of(self, section: Section) -> tuple[Entry, ...]:
        """Return the findings of one section."""
        known = self._entries_by_section.get(section.id)
        if known is None:
            known = self._entries_by_section[section.id] = tuple(self._made_entries(section))
        return known

    def entry(self, name: str) -> Entry:
        """Return a finding by `section/finding` or by its id alone; KeyError where there is none."""
        return self._entries_by_name[name]

    def paragraphs(self, entry: Entry) -> tuple[Paragraph, ...]:
        """Return the text of a finding as runs, with the actors that it names."""
        known = self._linked.get(entry.address)
        if known is None:
            known = self._linked[entry.address] = self._names.link(text.parse(entry.finding.text), entry.finding.no_actors)
        return known

    @cached_property
    def citations(self) -> tuple[Citation, ...]:
        """All citations of findings in the order of reading: those of the text, then those of `cites`."""
        return tuple(citation for entry in self.entries for citation in self.citations_of(entry))

    def citations_of(self, entry: Entry) -> tuple[Citation, ...]:
        """Return the citations of a finding, in the order of the citation runs of its text, then of its `cites`."""
        # They are numbered from the first finding on, but no further than is needed.
        while len(self._numbered) < entry.position:
            self._number(self.entries[len(self._numbered)])
        return self._numbered[entry.position - 1]

    def places(self, key: str) -> tuple[Citation, ...]:
        """Return the citations that point to a source."""
        return self._citations_by_key.get(key, ())

    @cached_property
    def sources(self) -> tuple[str, ...]:
        """Keys of works and unsettled references: the report's by their notes, then those from outside by their labels.

        Of the method's works there are those that the brief cites, those that state the scales of its editions, and those that its country
        has its place in the tables from.
        """
        keys = [*self.brief.sources, *self.brief.unsettled, *self._method_keys]
        inside = [key for key in keys if not self.outside(key)]
        outside = [key for key in keys if self.outside(key)]
        return (*sorted(inside, key=self._rank), *sorted(outside, key=self._rank))

    def work(self, key: str) -> Source | Unsettled:
        """Return a work or an unsettled reference, of the brief or of its method; KeyError where there is none."""
        found = self.brief.sources.get(key) or self.brief.unsettled.get(key)
        return found or self._method_sources[key]

    def candidates(self, key: str) -> tuple[Source, ...]:
        """Return the works that an unsettled reference may mean; none for a work."""
        work = self.work(key)
        if not isinstance(work, Unsettled):
            return ()
        found = (self.brief.sources.get(candidate) or self._method_sources.get(candidate) for candidate in work.candidates)
        return tuple(source for source in found if source)

    def origin(self, key: str) -> Origin:
        """Return what a work is to the report."""
        own = self.brief.sources.get(key) or self.brief.unsettled.get(key)
        work = own or self._method_sources.get(key)
        if work is None:
            return "outside"
        if work.notes:
            return "note"
        if isinstance(work, Source) and is_report(work, self.brief.report):
            return "report"
        return "collected" if own and not self.has_notes else "outside"

    def outside(self, key: str) -> bool:
        """Return whether a work is from outside the report: neither the report itself nor in its notes, where it has notes."""
        return self.origin(key) == "outside"

    def stance(self, key: str) -> str:
        """Return who speaks in a work: `publisher` for whoever published the report, else as the brief has it; `unknown` if unsettled."""
        work = self.work(key)
        if isinstance(work, Unsettled):
            return "unknown"
        return "publisher" if speaks_for(work, self.publisher) else work.stance

    @cached_property
    def publisher(self) -> str | None:
        """Who published the report, or the index that it belongs to."""
        return self.brief.report.publisher or (self.method.publisher if self.method else None)

    def label(self, key: str) -> str:
        """Return the number of a work: its first note in print; without one `*1` if from outside, `R` for the report, else as first cited.

        Only where the report has notes do `*` and `R` set works apart from those in them.
        """
        key = self.canonical(key)
        try:
            notes = self.work(key).notes
        except KeyError:
            return "?"
        return str(notes[0]) if notes else self._given_labels[key]

    def canonical(self, key: str) -> str:
        """Return the key by which the brief knows a work: one that its method has at the same address is no second work."""
        return self._twins.get(key, key)

    def note(self, cite: Cite) -> int | None:
        """Return the number that a citation has in print: the one it names, else the only one that the source has."""
        if cite.note is not None:
            return cite.note
        try:
            notes = self.work(cite.key).notes
        except KeyError:
            return None
        return notes[0] if len(notes) == 1 else None

    def cite_label(self, cite: Cite) -> str:
        """Return what stands in the brackets of a citation, wherever in the brief it is: the note's number, else the work's label."""
        note = self.note(cite)
        return self.label(cite.key) if note is None else str(note)

    def full(self, key: str) -> tuple[Run, ...]:
        """Return the full reference to a work."""
        return references.full(self.work(key), self.candidates(key), self.brief.brief.language)

    def short(self, key: str) -> str:
        """Return author, publication and year of a work."""
        return references.told_apart(references.short(self.work(key), self.candidates(key)), self.work(key), map(self.work, self.sources))

    def sidenote(self, key: str) -> str:
        """Return the reference to a work for the margin."""
        said = references.sidenote(self.work(key), self.candidates(key), self.brief.brief.language)
        return references.told_apart(said, self.work(key), map(self.work, self.sources))

    def remarks(self, ref: str) -> list[Remark]:
        """Return the remarks about something, written as in a remark's `about`: `finding:carrier`, `fact:population`, `note:3`."""
        return self._remarks_by_ref.get(_without_section(ref), [])

    def warned(self, ref: str) -> bool:
        """Return whether there is a remark about something that is more than a misprint; `ref` as for `remarks`."""
        return any(remark.kind != "misprint" for remark in self.remarks(ref))

    def is_misprint(self, text: str) -> bool:
        """Return whether the remark of that text is about spelling or print alone."""
        return text in self._misprints

    @cached_property
    def evidence(self) -> Evidence:
        """Counts of what the findings rest on."""
        return Evidence(self)

    def is_uncited(self, entry: Entry) -> bool:
        """Return whether the report gives no source for a finding."""
        return not entry.finding.cites and not text.is_cited(entry.finding.text)

    @cached_property
    def _method_sources(self) -> dict[str, Source]:
        return self.method.sources if self.method else {}

    @cached_property
    def _entries_by_name(self) -> dict[str, Entry]:
        names = {entry.finding.id: entry for entry in self.entries}
        names.update((entry.address, entry) for entry in self.entries)
        return names

    @cached_property
    def naming(self) -> Naming:
        """Who is named where."""
        from .naming import Naming  # asked for by those who follow a name

        return Naming(self)

    @cached_property
    def _names(self) -> Names:
        return Names(self.brief.actors)

    @cached_property
    def _entries_by_section(self) -> dict[str, tuple[Entry, ...]]:
        return {}

    def _made_entries(self, section: Section) -> Iterable[Entry]:
        before = 0
        for part in self.brief.sections:
            if part is section:
                break
            before += len(part.findings)
        for position, finding in enumerate(section.findings, before + 1):
            yield Entry(f"{section.id}/{finding.id}", section, finding, position)

    @cached_property
    def _linked(self) -> dict[str, tuple[Paragraph, ...]]:
        return {}

    def _cites(self, entry: Entry) -> tuple[Cite, ...]:
        known = self._cited.get(entry.address)
        if known is None:
            found = text.cited(entry.finding.text)
            known = self._cited[entry.address] = (*found, *map(text.parse_cite, entry.finding.cites))
        return known

    @cached_property
    def _cited(self) -> dict[str, tuple[Cite, ...]]:
        return {}

    @cached_property
    def _method_keys(self) -> list[str]:
        """Keys of those works of the method that belong to the brief."""
        if not self.method:
            return []
        wanted = {cite for edition in self.brief.editions for cite in self.method.scale_of(edition.year).cites}
        if not wanted.issuperset(self.method.sources):
            wanted.update(self._cited_keys)
            wanted.update(key for work in self.brief.unsettled.values() for key in work.candidates)
            wanted.update(self._cited_by_tables())
        known = {*self.brief.sources, *self.brief.unsettled, *self._twins}
        return [key for key in self.method.sources if key in wanted and key not in known]

    @cached_property
    def _twins(self) -> dict[str, str]:
        """Keys of the method's works that the brief has under other keys, with these."""
        own = {bare(work.url): key for key, work in self.brief.sources.items() if work.url}
        others = ((key, work.url) for key, work in self._method_sources.items() if key not in self.brief.sources)
        return {key: own[bare(url)] for key, url in others if url and bare(url) in own}

    def _cited_by_tables(self) -> Iterator[str]:
        """Works that the country has its place from, in the table of its edition, if there is one, and in earlier ones.

        Those of totals on which sources disagree are among them, since the table of the edition is shown with both.
        """
        code, year = self.brief.brief.country, self.brief.brief.edition
        tables = [edition for edition in self.method.editions if edition.countries and edition.year <= year] if self.method else []
        if not any(row.code == code for edition in tables for row in edition.countries if edition.year == year):
            return
        for edition in tables:
            for row in edition.countries:
                doubtful = row.disputed and edition.year == year
                if doubtful or row.code == code:
                    yield from row.cites
                    yield from (cite for other in row.others for cite in other.cites)

    @cached_property
    def _numbered(self) -> list[tuple[Citation, ...]]:
        """The citations of the first findings, as far as they have been asked for."""
        return []

    @cached_property
    def _running(self) -> Iterator[int]:
        return count()

    def _number(self, entry: Entry) -> None:
        """Add the citations of the next finding."""
        self._numbered.append(
            tuple(
                Citation(next(self._running), cite.key, cite.locator, self.note(cite), self.cite_label(cite), entry.address)
                for cite in self._cites(entry)
            )
        )

    @cached_property
    def _citations_by_key(self) -> dict[str, tuple[Citation, ...]]:
        groups: dict[str, list[Citation]] = {}
        for citation in self.citations:
            groups.setdefault(citation.key, []).append(citation)
        return {key: tuple(group) for key, group in groups.items()}

    @cached_property
    def _remarks_by_ref(self) -> dict[str, list[Remark]]:
        groups: dict[str, list[Remark]] = {}
        for remark in self.brief.remarks:
            for ref in dict.fromkeys(map(_without_section, remark.about)):
                groups.setdefault(ref, []).append(remark)
        return groups

    @cached_property
    def _misprints(self) -> frozenset[str]:
        return frozenset(remark.text for remark in self.brief.remarks if remark.kind == "misprint")

    @cached_property
    def has_notes(self) -> bool:
        """Whether the report numbers its notes."""
        return any(work.notes for work in self.brief.sources.values()) or any(work.notes for work in self.brief.unsettled.values())

    @cached_property
    def _given_labels(self) -> dict[str, str]:
        """Labels of works without notes, by first citation; works that nothing cites come last."""
        labels: dict[str, str] = {}
        counts = {"*": 0, "R": 0, "": 0}
        for key in dict.fromkeys(
            (*self._cited_keys, *self.brief.sources, *self.brief.unsettled, *self._method_keys, *self._method_sources)
        ):
            try:
                work = self.work(key)
            except KeyError:
                continue
            if not work.notes and key not in self._twins:
                origin = self.origin(key)
                sign = "*" if origin == "outside" else "R" if origin == "report" and self.has_notes else ""
                counts[sign] += 1
                labels[key] = "R" if sign == "R" and counts[sign] == 1 else f"{sign}{counts[sign]}"
        return labels

    @cached_property
    def _cited_keys(self) -> dict[str, None]:
        """Keys of all that is cited, each once, in order."""
        return dict.fromkeys(self._all_cited())

    def _all_cited(self) -> Iterable[str]:
        """Yield the keys of all citations: findings first, then what the brief says elsewhere, in the order of the model."""
        brief = self.brief
        for entry in self.entries:
            yield from (cite.key for cite in self._cites(entry))
        lists: list[list[str]] = [brief.brief.cites, brief.report.cites]
        for edition in brief.editions:
            lists.append(edition.cites)
            lists.extend(other.cites for other in edition.disputed)
        lists.extend(fact.cites for fact in brief.facts)
        for series in brief.series:
            lists += [series.cites, *(point.cites for point in series.points)]
        lists.extend(event.cites for event in brief.events)
        for cites in lists:
            yield from (text.parse_cite(item).key for item in cites)
        for actor in brief.actors:
            yield from (cite.key for cite in text.cited(actor.description))
            yield from (text.parse_cite(item).key for item in actor.cites)
        for remark in brief.remarks:
            yield from (cite.key for cite in text.cited(remark.text))

    def _rank(self, key: str) -> tuple[int, str]:
        label = self.label(key).lstrip("*R")
        return (int(label) if label.isdecimal() else 0), key


def _without_section(ref: str) -> str:
    """Return a reference in its short form: `finding:carrier` for `finding:access/carrier`."""
    kind, colon, name = ref.partition(":")
    return f"{kind}{colon}{name.rpartition('/')[2]}" if kind == "finding" else ref
