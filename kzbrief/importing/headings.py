"""Headings of a report: of its parts, and smaller ones inside them."""

from __future__ import annotations

import re
from typing import NamedTuple

from ..brief.slugs import slug
from .acronyms import lowered
from .lines import bare, cleaned
from .questions import CODE
from .vocabulary import LABEL, STATUS

_PARTS = (
    ("access", r"obstacles to access", "access"),
    ("content", r"limits on content", "content"),
    ("rights", r"violations? of user rights", "rights"),
    ("introduction", r"introduction", ""),
    ("overview", r"overview|executive summary|summary", ""),
    ("key-developments", r"key developments.{0,60}", ""),
    ("key-changes", r"key changes.{0,60}", ""),
)
_PATTERNS = tuple((name, re.compile(rf"(?:[ABC][.:)]?\s+)?{words}", re.IGNORECASE), category) for name, words, category in _PARTS)
_SCORE = re.compile(
    r"[\s:|(\u2013-]*(?:[0-9]{1,3}(?:\.0+)?\s?(?:/|of|out of|\s)\s?[0-9]{1,3}(?:\.0+)?)(?:\s?(?:pts|points))?\)?\s*\Z",
    re.IGNORECASE,
)
_QUESTION = re.compile(r"(A[1-5]|[BC][1-8])\b[.:)\s|]*(.*)\Z", re.DOTALL)
# What some pages print before a heading.
_ANCHOR = re.compile(r"^header\s?[0-9]{1,2}\s+", re.IGNORECASE)
_STATUS = re.compile(rf"(?:{STATUS})(?:\s+(?:{STATUS}))?", re.IGNORECASE)
_SMALL = frozenset("a an and as at by for from in of on or the to with over under into".split())  # noqa: SIM905


class Heading(NamedTuple):
    """A heading."""

    title: str
    """As printed, without marks of type."""
    part: str = ""
    """Name of the part of the report that it opens; nothing for one inside a part."""
    category: str = ""
    """Category of the method that the part is scored under."""
    question: str = ""
    """Code of the question that follows."""
    by_look: bool = False
    """Whether nothing but its capitals and its length make it a heading."""


def heading_of(text: str) -> Heading | None:
    """Return the heading that a line is, None where it is none."""
    plain = bare(text)
    if not plain or len(plain) > 300 or not any(map(str.isalpha, plain)):
        return None
    plain = _ANCHOR.sub("", plain)
    named = _SCORE.sub("", plain).strip(" :.")
    for part, pattern, category in _PATTERNS:
        if pattern.fullmatch(named):
            title = re.sub(r"^[ABC][.:)]?\s+", "", named) if category else named
            return Heading(cleaned(_quiet(title), 300), part, category)
    if (found := _QUESTION.match(plain)) and (not found[2] or len(found[2]) < 20 or "?" in found[2] or CODE.fullmatch(plain)):
        return Heading(cleaned(plain, 300), question=found[1])
    if _looks_like_one(text.strip(), plain):
        return Heading(cleaned(plain, 300), by_look=not text.strip().startswith(("#", "*", "_", "<")))
    return None


def _quiet(title: str) -> str:
    """Return a title that is printed in capitals with small letters."""
    if not title.isupper():
        return title
    words = (word.lower() if place and word.lower() in _SMALL else lowered(word) for place, word in enumerate(title.split()))
    return " ".join(word if word in _SMALL else word[:1].upper() + word[1:] for word in words)


def part_of(heading: Heading) -> Heading:
    """Return a heading as one that opens a part of its own."""
    return heading._replace(part=slug(heading.title))


def _looks_like_one(text: str, plain: str) -> bool:
    if len(plain) > 100 or plain[-1] in ".,;" or _STATUS.fullmatch(plain) or LABEL.fullmatch(plain) or re.search(r"https?://|\t|\|", text):
        return False
    if re.match(r"#{1,6}\s", text):
        return True
    if re.fullmatch(r"(\*\*|__)[^*_]+\1:?|<(b|strong|h[1-6])>[^<>]+</\2>", text, re.IGNORECASE):
        return True
    letters = [letter for letter in plain if letter.isalpha()]
    if len(letters) >= 4 and all(letter.isupper() for letter in letters):
        return True
    words = plain.split()
    if not 2 <= len(words) <= 12 or plain[-1] in ':!\u201d"' or text[:1] in "-\u2022*>" or re.search(r"[0-9\[\]<>]", plain):
        return False
    return all(word[:1].isupper() or word.lower() in _SMALL for word in words) and words[0][:1].isupper()
