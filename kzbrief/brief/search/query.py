"""Questions: `Kazakhtelecom 2010`, `"personal data"`, `tele*`, `country:KZ section:access year:2010 type:blocking`.

All that is asked for must be there. Whatever a person types means something: signs that ask for nothing are passed over.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import NamedTuple, get_args

from ...i18n import _
from ..model import FindingType
from ..work import SourceType
from .folding import Word, fold, plain_words, words
from .stems import stem

KINDS = ("finding", "source", "event", "actor", "remark", "fact")
"""Kinds of things that are found."""
FIELDS = ("country", "section", "year", "type", "kind")
"""What can be asked for besides words, as in `year:2010`; of several of one field any will do."""
_MOST = 30
"""Most terms of a question."""
_LONGEST = 2000
"""Most characters of a question."""
_ITEM = re.compile(r'(?:([a-z]+):)?"([^"]*)("?)|[^\s"]+')
_SHORTEST = 3
"""Letters of the shortest word by which longer ones are found in languages without stems here."""


class QueryError(Exception):
    """A question that cannot be answered; its text says why."""


class Term(NamedTuple):
    """Words that must follow each other, mostly one."""

    words: tuple[str, ...]
    """The words, folded."""
    prefix: bool = False
    """Whether the last one may go on."""
    exact: bool = False
    """Whether no other forms of them will do: words in quotation marks, and those that hang together, as in `self-censorship`."""

    def matches(self, place: int, word: str, language: str = "") -> bool:
        """Return whether a word of a text in that language is the word at that place of the term, or a form of it."""
        own = self.words[place]
        if word == own or (self.prefix and place == len(self.words) - 1 and word.startswith(own)):
            return True
        if self.exact:
            return False
        root = stem(word, language)
        return root == stem(own) if root else grows(own) and word.startswith(own)


class Query(NamedTuple):
    """A question."""

    terms: tuple[Term, ...] = ()
    """What must be in the text."""
    fields: tuple[tuple[str, str], ...] = ()
    """Fields of FIELDS and what they must be, folded."""

    def __bool__(self) -> bool:
        """Return whether anything is asked for."""
        return bool(self.terms or self.fields)


def grows(word: str) -> bool:
    """Return whether a word finds longer ones that begin with it, in languages without stems here."""
    return len(word) >= _SHORTEST and word.isalpha()


def parse(text: str, *, typing: bool = False) -> Query:
    """Return what is asked for. While somebody is `typing`, the last word is the beginning of one.

    Raises QueryError where it is too long, or asks for a field that there is not, or for what a field cannot be.
    """
    if len(text) > _LONGEST:
        raise QueryError(_("this is too long to look for: {count} characters at most").format(count=_LONGEST))
    made = fold(text)
    terms: list[Term] = []
    fields: list[tuple[str, str]] = []
    for found in _ITEM.finditer(made):
        name, quoted, closed = found[1], found[2], found[3]
        last = typing and found.end() == len(made)
        if quoted is None:
            name, colon, value = found[0].partition(":")
            if not colon or name not in FIELDS:
                if not last and name.isalpha() and value.strip(":") and not value.startswith("//"):
                    raise _no_field(name)
                name, value = "", found[0]
        else:
            value = quoted
            if name and name not in FIELDS:
                raise _no_field(name)
        if name:
            if value.strip() and not last:
                fields.append((name, _value(name, value)))
            elif value.strip() and (checked := _value(name, value, partial=True)):
                fields.append((name, checked))
        else:
            terms += _terms(value, quoted=quoted is not None, last=last and not closed)
    if len(terms) + len(fields) > _MOST:
        raise QueryError(_("this is too much to look for: {count} words at most").format(count=_MOST))
    return Query(tuple(dict.fromkeys(terms)), tuple(dict.fromkeys(fields)))


def _terms(value: str, *, quoted: bool, last: bool) -> list[Term]:
    found = plain_words(value)
    if not found:
        return []
    star = value.rstrip(' "').endswith("*")
    return [Term(tuple(found), prefix=last or star, exact=quoted or len(found) > 1 or star)]


def _no_field(name: str) -> QueryError:
    said = _("there is no field “{name}:”; there are {names}; in quotation marks it is looked for as words")
    return QueryError(said.format(name=name, names=", ".join(f"{field}:" for field in FIELDS)))


def _value(name: str, value: str, *, partial: bool = False) -> str:
    """Return the value of a field as passages carry it; nothing where it is `partial` and not yet one. Raises QueryError."""
    value = value.strip()
    if name == "country":
        return "".join(plain_words(value))
    known = {"type": types(), "kind": KINDS}.get(name, ())
    if (known and value not in known) or (name == "year" and not re.fullmatch("[0-9]{4}", value)):
        if partial:
            return ""
        if name == "year":
            raise QueryError(_("“{value}” is no year; write it as in year:2010").format(value=value))
        named = ", ".join(sorted(known))
        raise QueryError(_("“{value}” is none of those that {field} can be: {names}").format(value=value, field=f"{name}:", names=named))
    return value


def types() -> tuple[str, ...]:
    """Return what `type` can be: types of findings, then those of works."""
    return tuple(dict.fromkeys((*get_args(FindingType), *get_args(SourceType))))


class Matcher:
    """Finds the words of a question in texts."""

    def __init__(self, query: Query) -> None:
        self.query = query
        """The question."""
        self._known: dict[tuple[int, int, str, str], bool] = {}

    def spans(self, text: str, languages: tuple[str, ...] = ("",)) -> list[tuple[int, int]]:
        """Return where words that were asked for begin and end in a text of one of those languages, in order, none twice."""
        found = words(text)
        marked: set[int] = set()
        for number, term in enumerate(self.query.terms):
            for first in self._found(number, term, found, languages):
                marked.update(range(first, first + len(term.words)))
        spans: list[tuple[int, int]] = []
        for place in sorted(marked):
            start, end = found[place].start, found[place].end
            # Two words may come of one character, as in ¼.
            if not spans or start >= spans[-1][1]:
                spans.append((start, end))
            elif end > spans[-1][1]:
                spans[-1] = spans[-1][0], end
        return spans

    def _found(self, number: int, term: Term, found: list[Word], languages: tuple[str, ...]) -> list[int]:
        size = len(term.words)
        return [
            first
            for first in range(len(found) - size + 1)
            if all(self._is(number, term, place, found[first + place].text, languages) for place in range(size))
        ]

    def _is(self, number: int, term: Term, place: int, word: str, languages: tuple[str, ...]) -> bool:
        return any(self._one(number, term, place, word, language) for language in languages)

    def _one(self, number: int, term: Term, place: int, word: str, language: str) -> bool:
        key = number, place, word, language
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = term.matches(place, word, language)
        return known

    @cached_property
    def has_words(self) -> bool:
        """Whether words are asked for, and not fields alone."""
        return bool(self.query.terms)
