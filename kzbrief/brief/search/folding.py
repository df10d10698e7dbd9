"""Folding: a text as it is compared, in which each character knows where it came from.

Capitals, accents, compatible forms (ligatures, wide letters), kinds of dashes and of quotation marks are made alike, and ё is е, as
Russians type it. Other letters of Cyrillic alphabets stay: й is not и, and қ is not к.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple
from unicodedata import category, combining, normalize

_QUOTES = '«»‹›“”„‟‚"＂〝〞〟「」『』'
_APOSTROPHES = "'’‘‛ʼʻʽ`´′＇"
_SAME = {
    **dict.fromkeys(_QUOTES, '"'),
    **dict.fromkeys(_APOSTROPHES, "'"),
    "\u2212": "-",
    "ё": "е",
    "ѐ": "е",
    "ѝ": "и",
    "ı": "i",
    "ø": "o",
    "ł": "l",
    "đ": "d",
    "ð": "d",
    "ħ": "h",
    "æ": "ae",
    "œ": "oe",
    "þ": "th",
}
"""What is written for a character that no decomposition makes alike."""
_CYRILLIC = re.compile("[\u0400-\u052f]")
_WORD = re.compile(r"(?<!')[^\W_]+|(?<=')(?!s(?![^\W_]))[^\W_]+")
"""Letters and digits; an apostrophe divides, and the s after it (`Kazakhstan's`) is no word."""


class Folded(NamedTuple):
    """A folded text."""

    text: str
    """The text."""
    starts: Sequence[int]
    """For each of its characters, where in the original that begins of which it was made."""
    ends: Sequence[int]
    """The same, where that ends."""


class Word(NamedTuple):
    """A word of a text."""

    text: str
    """The word, folded."""
    start: int
    """Its first character in the original text."""
    end: int
    """The character after its last, with the accents that belong to it."""


class _Table(dict[int, str]):
    """What each character is folded to, for `str.translate`; filled as they are met."""

    uneven: set[str]
    """Characters that cannot be folded each by itself to one."""

    def __init__(self) -> None:
        super().__init__()
        self.uneven = set()

    def __missing__(self, code: int) -> str:
        character = chr(code)
        made = self[code] = _of(character)
        if len(made) != 1 or combining(character):
            self.uneven.add(character)
        return made


def _of(character: str) -> str:
    """Return what a character with its accents in it is folded to."""
    made = character
    while True:
        before = made
        made = "".join(map(_simple, made))
        if made == before:
            return made


def _simple(character: str) -> str:
    small = character.casefold()
    if small in _SAME:
        return _SAME[small]
    if _CYRILLIC.match(small):
        return small
    parts = "".join(_SAME.get(part, part) for part in normalize("NFKD", small))
    kept = "".join(part for part in parts if not combining(part) and category(part) != "Cf")
    if category(character) == "Pd":
        return "-"
    return " " if kept.isspace() else kept


_table = _Table()


def fold(text: str) -> str:
    """Return the text as it is compared; folding once more changes nothing."""
    return folded(text).text


def folded(text: str) -> Folded:
    """Return the folded text with the places of its characters in the original."""
    if text.isascii():
        return Folded(text.translate(_table), range(len(text)), range(1, len(text) + 1))
    made = text.translate(_table)
    if len(made) == len(text) and _table.uneven.isdisjoint(text):
        return Folded(made, range(len(text)), range(1, len(text) + 1))
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    start = 0
    while start < len(text):
        end = start + 1
        # A letter and the accents that follow it are one: и and a breve are й.
        while end < len(text) and combining(text[end]):
            end += 1
        cluster = normalize("NFC", text[start:end]) if end > start + 1 else text[start]
        piece = "".join(_table[ord(part)] for part in cluster if not combining(part))
        pieces.append(piece)
        starts += [start] * len(piece)
        ends += [end] * len(piece)
        start = end
    return Folded("".join(pieces), starts, ends)


def words(text: str) -> list[Word]:
    """Return the words of a text, folded, with their places in it."""
    made, starts, ends = folded(text)
    return [Word(found[0], starts[found.start()], ends[found.end() - 1]) for found in _WORD.finditer(made)]


def plain_words(text: str) -> list[str]:
    """Return the words of a text, folded."""
    return _WORD.findall(fold(text))
