"""What the palette finds: commands and tabs at once, and whatever the brief speaks of once there are words to look for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache, partial
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from .. import commands
from ..brief.editions import later_editions
from ..brief.search.folding import fold
from ..brief.text import parse, plain
from ..i18n import _, ngettext
from ..output.glyphs import UNICODE
from ..output.wording import short_title
from .whereabouts import Whereabouts

if TYPE_CHECKING:
    from ..brief.briefing import Briefing
    from ..brief.index import Entry
    from .navigator import Tab

HITS = 50
"""Most hits that are listed."""
_WIDE = 80
"""Cells for which lines are made that are only counted."""
_BEFORE = 20
"""Cells before a word that was found in a text; more would push it out of the line."""


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
        self._where = Whereabouts(briefing, tabs)
        self._read: list[tuple[Entry, str, str]] | None = None

    def hits(self, words: str) -> list[Hit]:
        """Return what has all the words, the best first; commands and tabs alone where there are none."""
        wanted = words.casefold().split()
        alike = fold(words).split()

        def found(label: str, *more: str) -> bool:
            text = " ".join(map(_folded, (label, *more)))
            return all(word in text for word in alike)

        hits = list(self._commands(found))
        if not wanted:
            return hits
        for kind in (self._blocks, self._sections, self._sources, self._actors, self._topics, self._findings, self._events):
            hits.extend(kind(found))
        # No more is read than can be listed: of a long brief that would take a while for every letter typed.
        hits.extend(islice(self._texts(wanted), HITS + 1))
        hits.extend(islice(self._remarks(wanted), HITS + 1))
        phrase = " ".join(wanted)

        def far(hit: Hit) -> tuple[bool, bool]:
            label, name = hit.label.casefold(), hit.name.casefold()
            # `Source 2` before `Source 20`, and both before a work that has these words somewhere.
            return not label.startswith(phrase + ":"), not (label.startswith(phrase) or name.startswith(phrase))

        notes = list(self._notes(phrase))
        # A note's work is not said twice.
        same = _("Source {label}").format(label=phrase) + ":"
        return [*notes, *(hit for hit in sorted(hits, key=far) if not notes or not hit.label.startswith(same))]

    def _commands(self, found: _Test) -> Iterator[Hit]:
        for item in commands.offered():
            if self._works_in in item.where and item.id not in ("palette", "tab") and found(_(item.help), _(item.label)):
                yield Hit(_(item.help), commands.shown(item.keys[0]), f"command:{item.id}")
        for number, tab in enumerate(self._tabs, 1):
            label = _("Tab: {title}").format(title=tab.title)
            if found(label):
                yield Hit(label, str(number) if number < 10 else "", f"tab:{tab.id}", tab.title)

    def _blocks(self, found: _Test) -> Iterator[Hit]:
        """What stands on the dashboard below its first screen, by its name and by other words for it."""
        from ..output.standing import standing_lines
        from .pages.dashboard import remarks_below

        briefing = self._briefing
        blocks = [
            ("score", _("Total and status"), _("score points result rating"), True),
            ("editions", _("Later editions"), _("years since after trend history"), bool(later_editions(briefing.brief))),
            ("remark:0", _("Remarks on the figures and the report"), _("doubt disagreement caveat"), bool(remarks_below(briefing))),
            ("standing", _("Where it stands among others"), _("standing rank place countries compare"), None),
            ("evidence", _("What it rests on"), _("evidence sources counts"), True),
            ("citing", _("How to cite"), _("citation reference quote"), True),
        ]
        for stop, name, words, there in blocks:
            label = _("Dashboard: {name}").format(name=name)
            # The others are read for the one that is asked for alone.
            if found(label, words) and (there if there is not None else bool(standing_lines(briefing, _WIDE, UNICODE))):
                yield Hit(label, "", f"on:dashboard {stop}", name)

    def _sections(self, found: _Test) -> Iterator[Hit]:
        for section in self._briefing.brief.sections:
            label = _("Section: {title}").format(title=section.title)
            if section.findings and found(label):
                count = len(section.findings)
                said = ngettext("{count} finding", "{count} findings", count).format(count=count)
                yield Hit(label, said, f"section:{section.id}", section.title)

    def _notes(self, phrase: str) -> Iterator[Hit]:
        """The works of a note, where nothing but its number is looked for."""
        if not phrase.isdecimal() or len(phrase) > 5:
            return
        index, number = self._briefing.index, int(phrase)
        for key in index.sources:
            if number in index.work(key).notes:
                cited = next((place for place in index.places(key) if place.note == number), None)
                ref = f"cite:{cited.number}" if cited else f"source:{key}"
                yield Hit(_("Note {number}: {work}").format(number=number, work=index.short(key)), "", ref)

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
                places = self._briefing.index.naming.entries(actor.id)
                said = ngettext("named in {count} finding", "named in {count} findings", len(places)).format(count=len(places))
                yield Hit(label, said if places else "", f"actor:{actor.id}", actor.name)

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
                yield Hit(entry.finding.headline, short_title(self._briefing, entry.section), f"finding:{entry.address}")

    def _texts(self, wanted: Sequence[str]) -> Iterator[Hit]:
        """Findings that have words in their text which their headlines do not have."""
        index = self._briefing.index
        if self._read is None:
            self._read = [(entry, entry.finding.headline.casefold(), entry.finding.text.casefold()) for entry in index.entries]
        for entry, headline, text in self._read:
            if not all(word in text or word in headline for word in wanted) or all(word in headline for word in wanted):
                continue
            # What is found in a mark, such as the key of a citation, is no word of the text.
            words = plain(index.paragraphs(entry))
            if all(word in words.casefold() or word in headline for word in wanted):
                word = next(word for word in wanted if word not in headline)
                yield Hit(
                    _("Text: {words}").format(words=excerpt(words, word)),
                    short_title(self._briefing, entry.section),
                    f"finding:{entry.address}",
                )

    def _remarks(self, wanted: Sequence[str]) -> Iterator[Hit]:
        for remark in self._briefing.brief.remarks:
            words = plain(parse(remark.text), self._briefing.index.cite_label)
            if all(word in words.casefold() for word in wanted):
                ref = next(filter(None, map(partial(self._where.about, remark), remark.about)), "")
                if ref:
                    yield Hit(_("Remark: {words}").format(words=excerpt(words, wanted[0])), "", ref)

    def _events(self, found: _Test) -> Iterator[Hit]:
        for event in self._briefing.brief.events:
            date = event.date.words(short=True)
            if found(_("Event: {label}").format(label=event.label), date, event.date.words()):
                yield Hit(_("Event: {label}").format(label=event.label), date, f"event:{event.id}", event.label)


@lru_cache(20_000)
def _folded(text: str) -> str:
    """A label as it is compared: it is looked through at every key."""
    return fold(text)


def excerpt(text: str, word: str) -> str:
    """Return the text from some words before the one that was found on."""
    text = " ".join(text.split())
    at = text.casefold().find(word)
    start = text.rfind(" ", 0, max(0, at - _BEFORE)) + 1 if at > _BEFORE else 0
    return f"... {text[start:]}" if start else text


if TYPE_CHECKING:
    from typing import Protocol

    class _Test(Protocol):
        """Tells whether texts together have all words that are looked for."""

        def __call__(self, label: str, *more: str) -> bool: ...
