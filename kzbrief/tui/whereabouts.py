"""Where things of a brief stand among the tabs: on which page, as which stop, and in which order one meets them."""

from __future__ import annotations

from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from .navigator import TIMELINE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..brief.briefing import Briefing
    from ..brief.model import Remark
    from ..brief.search.passages import Passage
    from .navigator import Tab

_TOGETHER = 20
"""Findings that are seen at a step."""


class Spotted(NamedTuple):
    """Where something stands."""

    tab: int
    """Index of the tab."""
    rank: tuple[int, int]
    """What it is sorted by on the tab."""
    stop: str
    """Id of the stop."""


class Whereabouts:
    """Knows where the things of a brief stand."""

    def __init__(self, briefing: Briefing, tabs: Sequence[Tab]) -> None:
        self._briefing = briefing
        self._tabs = {tab.id: number for number, tab in enumerate(tabs)}
        self._coming = iter(briefing.index.entries)

    def step(self) -> bool:
        """Look through some more findings for names; False where all have been looked through."""
        index = self._briefing.index
        seen = list(islice(self._coming, _TOGETHER))
        for entry in seen:
            index.paragraphs(entry)  # which keeps them
        return bool(seen)

    def about(self, remark: Remark, about: str) -> str:
        """Return where a remark stands of which that is one of the things that it is about; nothing where it does not stand there."""
        kind, __, name = about.partition(":")
        index = self._briefing.index
        if kind == "finding":
            return f"finding:{index.entry(name).address}"
        if kind == "note":
            return next((f"source:{key}" for key in index.sources if int(name) in index.work(key).notes), "")
        if kind in ("event", "source", "actor"):
            return about
        if kind == "series":
            return f"on:{TIMELINE} {about}" if TIMELINE in self._tabs else ""
        return f"on:dashboard remark:{self._below.index(remark)}" if remark in self._below else ""

    def of(self, passage: Passage) -> Spotted | None:
        """Return where a passage stands; None where no page shows it."""
        kind, __, name = passage.ref.partition(":")
        if kind == "fact":
            return Spotted(0, (0, self._facts.get(name, 0)), passage.ref)
        if kind == "remark":
            remark = self._briefing.brief.remarks[int(name)]
            return next(filter(None, (self._led(self.about(remark, about), 1) for about in remark.about)), None)
        return self._led(passage.ref, 0)

    def _led(self, ref: str, after: int) -> Spotted | None:
        """Where a reference leads; `after` is the place of what leads there among others that do."""
        kind, __, name = ref.partition(":")
        if kind == "finding":
            entry = self._briefing.index.entry(name)
            return Spotted(self._tabs.get(entry.section.id, 0), (2, 3 * entry.position + after), f"finding:{entry.address}")
        if kind == "event" and TIMELINE in self._tabs and name in self._events:
            return Spotted(self._tabs[TIMELINE], (0, 3 * self._events[name] + after), ref)
        if kind == "source":
            return Spotted(self._tabs["sources"], (0, 3 * self._sources.get(name, 0) + after), ref)
        if kind == "actor":
            # Where it is met first; one that is named nowhere has but its card.
            naming = self._briefing.index.naming
            named, events = naming.entries(name), naming.events(name)
            ref = f"finding:{named[0].address}" if named else f"event:{events[0].id}" if events else ""
            return self._led(ref, 2) or Spotted(0, (3, 0), f"actor:{name}")
        if kind == "on":
            tab, __, stop = name.partition(" ")
            number = stop.rpartition(":")[2]
            return Spotted(self._tabs[tab], (1, int(number) if number.isdecimal() else 0), stop)
        return None

    @cached_property
    def _below(self) -> list[Remark]:
        from .pages.dashboard import remarks_below

        return [item for _said, item in remarks_below(self._briefing)]

    @cached_property
    def _facts(self) -> dict[str, int]:
        return {fact.id: number for number, fact in enumerate(self._briefing.brief.facts)}

    @cached_property
    def _events(self) -> dict[str, int]:
        from ..output.figures.timeline import groups

        events = (event.id for group in groups(self._briefing.brief.events) for event in group.events)
        return {event: number for number, event in enumerate(events)}

    @cached_property
    def _sources(self) -> dict[str, int]:
        from .pages.sources import arranged

        return {key: number for number, key in enumerate(arranged(self._briefing, "note"))}
