"""What rules look at: a brief with its method, and the means to say where something is wrong."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cached_property

from ...i18n import _
from ...toml.places import Places
from ...toml.problems import Path
from ..method import Method
from ..model import Actor, Brief, Event, Fact, Finding, Series, Unsettled
from ..work import Source

_ITEM = r"@[a-z0-9-]+(?:, (?:note [0-9]{1,4}|pp?\. [0-9]+(?:-[0-9]+)?))?"
_PLAIN = re.compile(rf"\[({_ITEM}(?:; {_ITEM})*)\]")
"""What nearly all citations look like: keys of sources, each with the number of a note or a page, or with nothing."""


class Marked:
    """A text that has citations, links, or what may be meant as such."""

    __slots__ = ("path", "plain", "printed", "text")

    def __init__(self, path: Path, text: str, printed: bool) -> None:
        self.path = path
        """Where it stands."""
        self.text = text
        """What it says."""
        self.printed = printed
        """Whether its citations stand for notes of the printed report."""
        self.plain: list[tuple[str, int | None]] | None = None
        """Key and note of its citations, where it has none but plain ones, and nothing else in brackets; else None."""
        found = _PLAIN.findall(text)
        if text.count("[") == len(found) and "\\" not in text:
            items = [item.partition(", ") for content in found for item in content[1:].split("; @")]
            if text.count("@") == len(items):
                self.plain = [(key, int(place[5:]) if place[:5] == "note " else None) for key, __, place in items]


class Case:
    """A brief that rules are applied to.

    It may come from a file with other faults: then None stands for values that are needed and were not there, and rules pass over them.
    `in_doubt` has the kinds of which some names may be unknown for that reason.
    """

    def __init__(
        self,
        brief: Brief,
        method: Method | None,
        places: Places,
        in_doubt: frozenset[str] = frozenset(),
        wrong: frozenset[Path] = frozenset(),
    ) -> None:
        self.brief = brief
        self.method = method
        """The method, the brief's own or that of the file it names; None where there is none or it is not known."""
        self.places = places
        self.wrong = wrong
        """Paths at which something is wrong already."""
        # Without the method its sources are not known.
        self.in_doubt = in_doubt if method else in_doubt | {"source", "note"}
        self._names: dict[str, set[str]] = {}

    @cached_property
    def works(self) -> dict[str, Source | Unsettled]:
        """Everything that can be cited, by key."""
        works: dict[str, Source | Unsettled] = {}
        if self.method:
            works.update(self.method.sources)
        works.update(self.brief.sources)
        works.update(self.brief.unsettled)
        return works

    @cached_property
    def findings(self) -> list[tuple[Path, Finding]]:
        """All findings with their paths."""
        return [
            (("section", number, "finding", index), finding)
            for number, section in enumerate(self.brief.sections)
            for index, finding in enumerate(section.findings)
        ]

    @cached_property
    def addresses(self) -> dict[str, None]:
        """Addresses of all findings, as in `access/carrier`."""
        return {f"{section.id}/{finding.id}": None for section in self.brief.sections for finding in section.findings}

    def near(self, word: str, names: Iterable[str]) -> str | None:
        """Return the name that was probably meant, if one is near; none of a wrong form, since it has to be changed itself."""
        from ..slugs import is_valid

        return self.places.near(word, [name for name in names if name and all(map(is_valid, name.split("/")))])

    def did_you_mean(self, word: str, names: Iterable[str]) -> str | None:
        """Return a hint with the name that was probably meant, if one is near."""
        near = self.near(word, names)
        return None if near is None else _("did you mean “{name}”?").format(name=near)

    def is_mended(self, word: str, names: Iterable[str]) -> bool:
        """Return whether a name is what another, of a wrong form, should be, or may be meant by it: that is to be mended first."""
        if not self.wrong:
            return False
        from ..slugs import is_valid, mended

        wrong = ["/".join(map(mended, name.split("/"))) for name in names if name and not all(map(is_valid, name.split("/")))]
        return word in wrong or self.places.near(word, wrong) is not None

    def names(self, kind: str) -> Collection[str]:
        """Return all names of a kind that `about` can name: ids of findings, facts, events, series, actors, keys, years, note numbers."""
        known = self._names.get(kind)
        if known is None:
            known = self._names[kind] = set(self._names_of(kind))
        return known

    def _names_of(self, kind: str) -> Iterable[str]:
        brief = self.brief
        if kind == "source":
            return self.works
        if kind == "note":
            return (str(note) for work in self.works.values() for note in work.notes)
        if kind == "edition":
            return (str(edition.year) for edition in brief.editions)
        if kind == "finding":
            return (finding.id for __, finding in self.findings)
        items: dict[str, Sequence[Fact | Event | Series | Actor]] = {
            "fact": brief.facts,
            "event": brief.events,
            "series": brief.series,
            "actor": brief.actors,
        }
        return (item.id for item in items[kind])

    def cites(self) -> Iterator[tuple[Path, Sequence[str | None], bool]]:
        """Yield every list `cites` that is not empty, with its path and whether it stands for notes of the printed report."""
        brief = self.brief
        if brief.brief.cites:
            yield ("brief", "cites"), brief.brief.cites, False
        if brief.report.cites:
            yield ("report", "cites"), brief.report.cites, False
        for number, edition in enumerate(brief.editions):
            if edition.cites:
                yield ("edition", number, "cites"), edition.cites, False
            for index, disputed in enumerate(edition.disputed):
                yield ("edition", number, "disputed", index, "cites"), disputed.cites, False
        for number, fact in enumerate(brief.facts):
            if fact.cites:
                yield ("fact", number, "cites"), fact.cites, True
        for number, series in enumerate(brief.series):
            if series.cites:
                yield ("series", number, "cites"), series.cites, False
            for index, point in enumerate(series.points):
                if point.cites:
                    yield ("series", number, "points", index, "cites"), point.cites, False
        for number, event in enumerate(brief.events):
            if event.cites:
                yield ("event", number, "cites"), event.cites, False
        for number, actor in enumerate(brief.actors):
            if actor.cites:
                yield ("actor", number, "cites"), actor.cites, False
        for path, finding in self.findings:
            if finding.cites:
                yield (*path, "cites"), finding.cites, True
        if brief.method:
            yield from self.method_cites(brief.method)

    def method_cites(self, method: Method) -> Iterator[tuple[Path, Sequence[str | None], bool]]:
        """Yield every list `cites` of a method that stands in the same file."""
        for number, scale in enumerate(method.scales):
            if scale.cites:
                yield ("method", "scale", number, "cites"), scale.cites, False
        for number, edition in enumerate(method.editions):
            if edition.cites:
                yield ("method", "edition", number, "cites"), edition.cites, False
            for index, country in enumerate(edition.countries):
                path: Path = ("method", "edition", number, "country", index)
                if country.cites:
                    yield (*path, "cites"), country.cites, False
                for place, other in enumerate(country.others if country.disputed else ()):
                    if other.cites:
                        yield (*path, "disputed", place, "cites"), other.cites, False

    @cached_property
    def marked(self) -> list[Marked]:
        """All texts with a bracket or an @, looked through once for all rules."""
        return [Marked(path, text, printed) for path, text, printed in self.texts() if "[" in text or "@" in text]

    def texts(self) -> Iterator[tuple[Path, str, bool]]:
        """Yield every text that may hold citations, with its path and whether they stand for notes of the printed report."""
        for path, finding in self.findings:
            if finding.text:
                yield (*path, "text"), finding.text, True
        for number, remark in enumerate(self.brief.remarks):
            if remark.text:
                yield ("remark", number, "text"), remark.text, False
        for number, actor in enumerate(self.brief.actors):
            if actor.description:
                yield ("actor", number, "description"), actor.description, False
