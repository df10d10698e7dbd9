"""Links the names of actors where a text mentions them: whole words, longest name first, capitals as written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from .model import Actor
from .text import Paragraph, Run

_LINKED = ("text", "emphasis", "strong", "quotation")
_WORD_BEFORE = re.compile(r"\w[.@_]?\Z")
_WORD_AFTER = re.compile(r"[\w\u0300-\u036f]|[.@]\w")
_WORD = re.compile(r"\w+|[^\w\s]")


class Names:
    """The names of a brief's actors, ready to be found in texts."""

    def __init__(self, actors: Iterable[Actor]) -> None:
        self._actors: dict[str, str] = {}
        for actor in actors:
            for name in (actor.name, *actor.aliases):
                self._actors.setdefault(name, actor.id)
        # By their first words: a pattern of a thousand names would take longer to compile than a page to lay out.
        self._by_word: dict[str, list[str]] = {}
        for name in sorted(self._actors, key=lambda name: (-len(name), name)):
            if found := _WORD.match(name):
                self._by_word.setdefault(found[0], []).append(name)

    def link(self, paragraphs: Sequence[Paragraph], without: Iterable[str] = ()) -> tuple[Paragraph, ...]:
        """Return the paragraphs with mentions as runs of their own; actors whose ids are in `without` are left alone."""
        if not self._actors:
            return tuple(paragraphs)
        skip = frozenset(without)
        return tuple(Paragraph(tuple(self._linked(paragraph.runs, skip)), paragraph.quotation) for paragraph in paragraphs)

    def _linked(self, runs: Iterable[Run], skip: frozenset[str]) -> Iterable[Run]:
        for run in runs:
            if run.kind not in _LINKED:
                yield run
                continue
            done = 0
            for start, end, actor in self._mentions(run.text):
                if actor in skip:
                    continue
                if start > done:
                    yield Run(run.kind, run.text[done:start])
                yield Run(run.kind if run.kind in ("emphasis", "strong") else "actor", run.text[start:end], actor=actor)
                done = end
            if done == 0:
                yield run
            elif done < len(run.text):
                yield Run(run.kind, run.text[done:])

    def _mentions(self, text: str) -> Iterable[tuple[int, int, str]]:
        if self._by_word.keys().isdisjoint(_WORD.findall(text)):
            return
        done = 0
        for word in _WORD.finditer(text):
            start = word.start()
            if start < done or (names := self._by_word.get(word[0])) is None:
                continue
            if _WORD_BEFORE.search(text, max(0, start - 2), start):
                continue
            for name in names:
                end = start + len(name)
                if text.startswith(name, start) and not _WORD_AFTER.match(text, end):
                    yield start, end, self._actors[name]
                    done = end
                    break
