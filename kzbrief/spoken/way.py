"""The way through one brief that is read by ear: where one is, where one was, and what is said on arriving somewhere."""

from __future__ import annotations

from typing import NamedTuple

from ..brief.briefing import Briefing
from ..brief.index import Citation
from ..i18n import _
from .stops import Stop, said_at, section_starts, stops, title_of

_LONGEST_WAY = 100


class Place(NamedTuple):
    """Where one is."""

    stop: int
    """Number of the stop."""
    citation: int = -1
    """Number of the citation of the finding that was named last; -1 before the first."""
    source: str = ""
    """Key of the source that was named last."""


class Way:
    """Goes through a brief from stop to stop.

    `originals` are the report's own words for findings, by their ids, where they are to be said.
    """

    def __init__(self, briefing: Briefing, originals: dict[str, str] | None = None) -> None:
        self.briefing = briefing
        """The brief as it is said."""
        self.originals = originals
        self.stops = stops(briefing)
        """All stops, in order."""
        self.starts = section_starts(briefing, self.stops)
        """Number of the first stop of each section, by its id."""
        self.here = Place(0)
        """Where one is."""
        self._begun = False
        self._back: list[Place] = []
        self._forward: list[Place] = []

    @property
    def stop(self) -> Stop:
        """The stop one is at."""
        return self.stops[self.here.stop]

    @property
    def title(self) -> str:
        """The name of that stop."""
        return title_of(self.briefing, self.stop)

    @property
    def finding(self) -> str:
        """The address of the finding one is at; nothing elsewhere."""
        return self.stop.key if self.stop.kind == "finding" else ""

    @property
    def citations(self) -> list[Citation]:
        """The citations of that finding, each work once."""
        if not self.finding:
            return []
        found = self.briefing.index.citations_of(self.briefing.index.entry(self.finding))
        return list({citation.label: citation for citation in reversed(found)}.values())[::-1]

    def said(self, before: Stop | None = None) -> list[str]:
        """Return what is said at the stop one is at, having come from another."""
        self._begun = True
        return said_at(self.briefing, self.stop, before, self.originals)

    def step(self, by: int) -> list[str]:
        """Go on to the next stop or back to the one before; return what is said there."""
        number = self.here.stop + by
        if number < 0:
            return [_("This is the beginning. {title}").format(title=self.title)]
        if number >= len(self.stops):
            return [_("This is the end. Type first to start again, or quit to leave.")]
        before, self.here = self.stop, Place(number)
        return self.said(before)

    def jump(self, number: int, source: str = "") -> list[str]:
        """Go to a stop by its number, with a source that has been named; return what is said there."""
        self.leave()
        self.here = Place(number, source=source)
        return self.said()

    def name(self, source: str, citation: int = -1) -> None:
        """Let a source be the one that was named last."""
        self.here = self.here._replace(source=source, citation=self.here.citation if citation < 0 else citation)

    def leave(self) -> None:
        """Remember the place, since a jump follows; of a brief that was just opened there is none yet."""
        if self._begun:
            self._back = [*self._back[-_LONGEST_WAY:], self.here]
        self._forward.clear()

    def turn_back(self, *, forward: bool = False) -> bool:
        """Go back to the place that was left last, or forward again; False where there is none."""
        way, other = (self._forward, self._back) if forward else (self._back, self._forward)
        if way:
            other.append(self.here)
            self.here = way.pop()
            return True
        return False

    def number_of(self, name: str) -> int:
        """Return the number of the stop of a finding or section; KeyError where there is none."""
        if name in self.starts:
            return self.starts[name]
        return self.stops.index(Stop("finding", self.briefing.index.entry(name).address))

    def number_of_kind(self, kind: str) -> int | None:
        """Return the number of the first stop of a kind; None where the brief has none."""
        return next((number for number, stop in enumerate(self.stops) if stop.kind == kind), None)

    def translated(self, briefing: Briefing) -> Way:
        """Return the way through the same brief with its headlines in another language, at the same place."""
        new = Way(briefing, self.originals)
        new.here, new._begun, new._back, new._forward = self.here, self._begun, self._back, self._forward
        return new
