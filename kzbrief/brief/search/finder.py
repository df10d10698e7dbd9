"""Searching one brief, at once after each key: an index of its words, made once, step by step."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from ..briefing import Briefing
from .folding import plain_words
from .passages import Passage, passages
from .query import Query, Term, grows
from .stems import has_stem, stem

_TOGETHER = 20
"""Passages that a step reads."""


class Finder:
    """Knows which passages of a brief have which words."""

    def __init__(self, briefing: Briefing) -> None:
        self.passages: list[Passage] = []
        """What has been read of the brief by now."""
        self.complete = False
        """Whether that is all of it."""
        self._coming: Iterator[Passage] = passages(briefing)
        # Words of texts whose words have stems here, and words of the others.
        self._having: tuple[dict[str, list[int]], dict[str, list[int]]] = ({}, {})
        self._sorted: tuple[list[str], list[str]] = ([], [])
        self._texts: list[list[list[str]]] = []
        self._stems: dict[str, str] = {}
        self._asked: dict[Term, set[int]] = {}

    def step(self) -> bool:
        """Read some more of the brief; False where all has been read."""
        for _count in range(_TOGETHER):
            passage = next(self._coming, None)
            if passage is None:
                self.complete = True
                return False
            self._take(passage)
        return True

    def find(self, query: Query) -> list[int]:
        """Return the numbers of the passages, as far as they have been read, that have all that is asked for, in the brief's order."""
        if not query:
            return []
        found: set[int] | None = None
        for term in query.terms:
            having = self._with(term)
            found = having if found is None else found & having
            if not found:
                return []
        numbers = sorted(found) if found is not None else list(range(len(self.passages)))
        for name in dict.fromkeys(name for name, _value in query.fields):
            wanted = {f"{name}:{value}" for field, value in query.fields if field == name}
            numbers = [number for number in numbers if not wanted.isdisjoint(self.passages[number].tags)]
        return numbers

    def _take(self, passage: Passage) -> None:
        number = len(self.passages)
        self.passages.append(passage)
        texts = []
        for text, language in passage.pieces:
            found = plain_words(text)
            texts.append(found)
            for word in found:
                having = self._having[not has_stem(word, language)]
                numbers = having.get(word)
                if numbers is None:
                    having[word] = [number]
                elif numbers[-1] != number:
                    numbers.append(number)
        self._texts.append(texts)
        self._asked.clear()

    def _with(self, term: Term) -> set[int]:
        """The passages that have a term."""
        known = self._asked.get(term)
        if known is None:
            known = self._word(term, 0)
            for place in range(1, len(term.words)):
                known = known & self._word(term, place)
            if len(term.words) > 1:
                known = {number for number in known if any(_follow(term, words) for words in self._texts[number])}
            if len(self._asked) > 200:
                self._asked.clear()
            self._asked[term] = known
        return known

    def _word(self, term: Term, place: int) -> set[int]:
        own, found = term.words[place], set[int]()
        root = self._stem(own)
        for kind, having in enumerate(self._having):
            if not term.exact:
                # A stem and the words that have it begin alike.
                for word in self._beginning(kind, own[: 1 if len(own) < 6 else 2]) if not kind else ():
                    if self._stem(word) == root:
                        found.update(having[word])
            goes_on = (term.prefix and place == len(term.words) - 1) or (kind and not term.exact and grows(own))
            for word in self._beginning(kind, own) if goes_on else (own,):
                found.update(having.get(word, ()))
        return found

    def _stem(self, word: str) -> str:
        known = self._stems.get(word)
        if known is None:
            known = self._stems[word] = stem(word)
        return known

    def _beginning(self, kind: int, start: str) -> list[str]:
        """The words that begin so."""
        having, ordered = self._having[kind], self._sorted[kind]
        if len(ordered) != len(having):
            ordered[:] = sorted(having)
        return ordered[bisect_left(ordered, start) : bisect_left(ordered, start + "\U0010ffff")]


def _follow(term: Term, words: list[str]) -> bool:
    """Return whether the words of a term, of which no other forms count, follow each other."""
    *before, last = term.words
    place = -1
    try:
        while True:
            place = words.index(before[0], place + 1)
            end = place + len(before)
            if words[place:end] == before and (words[end] == last or (term.prefix and words[end].startswith(last))):
                return True
    except (ValueError, IndexError):
        return False
