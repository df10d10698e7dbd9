"""Who is named where: the findings, the events and the company in which an actor stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from .collation import sort_key
from .model import Actor, Event

if TYPE_CHECKING:
    from .index import Entry, Index


class Naming:
    """The actors of a brief with the places that name them; the texts are looked through once, when first asked."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._actors = {actor.id: actor for actor in index.brief.actors}
        self._named: dict[str, list[Entry]] | None = None

    def actor(self, identifier: str) -> Actor:
        """Return the actor of that id; KeyError where there is none."""
        return self._actors[identifier]

    def entries(self, identifier: str) -> Sequence[Entry]:
        """Return the findings whose text names an actor, in the order of the report."""
        return self._by_actor().get(identifier, [])

    def events(self, identifier: str) -> list[Event]:
        """Return the events in which an actor had a part, in order of time."""
        found = [event for event in self._index.brief.events if identifier in event.actors]
        return sorted(found, key=lambda event: event.date)

    def company(self, identifier: str) -> list[tuple[Actor, int]]:
        """Return who is named in the same findings or had a part in the same events, with in how many, the most frequent first."""
        counts: Counter[str] = Counter()
        for entry in self.entries(identifier):
            counts.update(self._of(entry))
        for event in self.events(identifier):
            counts.update(set(event.actors))
        del counts[identifier]
        found = [(self._actors[name], count) for name, count in counts.items() if name in self._actors]
        language = self._index.brief.brief.language
        return sorted(found, key=lambda item: (-item[1], sort_key(item[0].name, language)))

    def _by_actor(self) -> dict[str, list[Entry]]:
        if self._named is None:
            self._named = {}
            for entry in self._index.entries:
                for name in self._of(entry):
                    self._named.setdefault(name, []).append(entry)
        return self._named

    def _of(self, entry: Entry) -> list[str]:
        """The ids of the actors that a finding names, each once."""
        runs = (run for paragraph in self._index.paragraphs(entry) for run in paragraph.runs)
        return list(dict.fromkeys(run.actor for run in runs if run.actor))
