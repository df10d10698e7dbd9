"""What the palette finds: commands and tabs at once, and whatever the brief speaks of once there are words to look for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from .. import commands
from ..i18n import _, ngettext

if TYPE_CHECKING:
    from ..brief.briefing import Briefing
    from .navigator import Tab

HITS = 50
"""Most hits that are listed."""


class Hit(NamedTuple):
    """Something that was found."""

    label: str
    """What it is called."""
    detail: str
    """What stands at the right: a key, the section."""
    ref: str
    """Where it leads."""
    name: str = ""
    """The label without the word that says what kind of thing it is."""


class Palette:
    """Looks things up in a brief."""

    def __init__(self, briefing: Briefing, tabs: Sequence[Tab], works_in: str) -> None:
        self._briefing = briefing
        self._tabs = tabs
        self._works_in = works_in
        self._named: dict[str, list[str]] | None = None

    def hits(self, words: str) -> list[Hit]:
        """Return what has all the words; commands and tabs alone where there are none."""
        wanted = words.casefold().split()

        def found(label: str, *more: str) -> bool:
            text = " ".join((label, *more)).casefold()
            return all(word in text for word in wanted)

        hits = list(self._commands(found))
        if not wanted:
            return hits
        for kind in (self._sections, self._sources, self._actors, self._topics, self._findings, self._events):
            hits.extend(kind(found))
        phrase = " ".join(wanted)

        def far(hit: Hit) -> tuple[bool, bool]:
            label, name = hit.label.casefold(), hit.name.casefold()
            # `Source 2` before `Source 20`, and both before a work that has these words somewhere.
            return not label.startswith(phrase + ":"), not (label.startswith(phrase) or name.startswith(phrase))

        return sorted(hits, key=far)[:HITS]

    def _commands(self, found: _Test) -> Iterator[Hit]:
        for item in commands.COMMANDS:
            if self._works_in in item.where and item.id not in ("palette", "tab") and found(_(item.help), _(item.label)):
                yield Hit(_(item.help), commands.shown(item.keys[0]), f"command:{item.id}")
        for number, tab in enumerate(self._tabs, 1):
            label = _("Tab: {title}").format(title=tab.title)
            if found(label):
                yield Hit(label, str(number) if number < 10 else "", f"tab:{tab.id}", tab.title)

    def _sections(self, found: _Test) -> Iterator[Hit]:
        for section in self._briefing.brief.sections:
            label = _("Section: {title}").format(title=section.title)
            if section.findings and found(label):
                count = len(section.findings)
                said = ngettext("{count} finding", "{count} findings", count).format(count=count)
                yield Hit(label, said, f"section:{section.id}", section.title)

    def _sources(self, found: _Test) -> Iterator[Hit]:
        from .pages.sources import haystack

        index = self._briefing.index
        for key in index.sources:
            name = _("Source {label}").format(label=index.label(key))
            if found(name, haystack(self._briefing, key)):
                yield Hit(f"{name}: {index.short(key)}", "", f"source:{key}")

    def _actors(self, found: _Test) -> Iterator[Hit]:
        for actor in self._briefing.brief.actors:
            label = _("Actor: {name}").format(name=actor.name)
            if found(label, *actor.aliases):
                places = self._naming(actor.id)
                said = ngettext("named in {count} finding", "named in {count} findings", len(places)).format(count=len(places))
                event = next((event.id for event in self._briefing.brief.events if actor.id in event.actors), "")
                if places or event:
                    yield Hit(label, said if places else "", f"finding:{places[0]}" if places else f"event:{event}", actor.name)

    def _naming(self, actor: str) -> list[str]:
        """Addresses of the findings that name an actor."""
        if self._named is None:
            self._named = {}
            index = self._briefing.index
            for entry in index.entries:
                for name in dict.fromkeys(run.actor for paragraph in index.paragraphs(entry) for run in paragraph.runs if run.actor):
                    self._named.setdefault(name, []).append(entry.address)
        return self._named.get(actor, [])

    def _topics(self, found: _Test) -> Iterator[Hit]:
        seen = set()
        for entry in self._briefing.index.entries:
            topic = entry.finding.topic
            if topic and (entry.section.id, topic) not in seen and found(_("Topic: {topic}").format(topic=topic)):
                seen.add((entry.section.id, topic))
                yield Hit(_("Topic: {topic}").format(topic=topic), entry.section.title, f"finding:{entry.address}", topic)

    def _findings(self, found: _Test) -> Iterator[Hit]:
        for entry in self._briefing.index.entries:
            if found(entry.finding.headline):
                yield Hit(entry.finding.headline, entry.section.title, f"finding:{entry.address}")

    def _events(self, found: _Test) -> Iterator[Hit]:
        for event in self._briefing.brief.events:
            date = event.date.words(short=True)
            if found(_("Event: {label}").format(label=event.label), date, event.date.words()):
                yield Hit(_("Event: {label}").format(label=event.label), date, f"event:{event.id}", event.label)


if TYPE_CHECKING:
    from typing import Protocol

    class _Test(Protocol):
        """Tells whether texts together have all words that are looked for."""

        def __call__(self, label: str, *more: str) -> bool: ...
