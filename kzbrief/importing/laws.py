"""Laws in notes: their names, and the articles that a note points to, which are places in the law and no part of its name."""

from __future__ import annotations

import re
from typing import NamedTuple

_WORD = r"(?:(?:Decree-)?Law|Act|Code|Decree|Constitution|Regulations?|Ordinance|Resolution|Statute|Order|Bill|Rules|Directive)"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June|July|Aug|Sep|Oct|Nov|Dec)[a-z]*\s+[0-9]"
_NAME = re.compile(
    rf"(?:the\s+)?(?:[A-Z][\w'\u2019.&-]*\s+(?:(?:and|of|on|the|for)\s+)*){{0,7}}?{_WORD}\b"
    rf"(?:\s+(?:[Nn]o\.?|[Nn]umber|\u2116)\s?[\w./-]*\w|\s+[0-9][\w./-]*\w)?(?:\s+(?:19|20)[0-9]{{2}})?"
    rf"(?:\s+(?:on|of|for|to|against|concerning|regarding)(?!\s+{_MONTH})(?:\s+(?!{_MONTH})[\w'\u2019/-]+){{1,30}})?"
)
_NUMBER = r"[0-9]{1,4}(?:\.[0-9]{1,3})*[A-Za-z]?(?:\s?\([0-9A-Za-z]{1,4}\))*"
_PLACE = re.compile(
    rf"\b(art(?:icle)?s?|sec(?:tion)?s?|para(?:graph)?s?|clauses?|chapters?)\b\.?\s?({_NUMBER}(?:\s?(?:,\s?and|,|and|&|to|[-\u2013])\s?{_NUMBER})*)",
    re.IGNORECASE,
)
_SHORT = {"art": "art.", "sec": "sec.", "par": "para.", "cla": "clause", "cha": "chapter"}


class Law(NamedTuple):
    """A reference to a law."""

    name: str
    """Its name, with its number and year if they stand in it."""
    place: str
    """The articles or sections, as a citation has them: `art. 15`; nothing where none is named."""
    rest: str
    """The words behind its name, without the place."""


def law_of(text: str) -> Law | None:
    """Return the law that a reference without a title in quotation marks names; None where it names none."""
    place, words = place_of(text)
    found = _NAME.match(words)
    if not found or not re.match(r"\s*(?:[,.;(\x01]|(?:available|at|of|dated|adopted)\b|\Z)", words[found.end() :]):
        return None
    return Law(re.sub(r"\Athe\s+", "", found[0]), place, words[found.end() :])


def place_of(text: str) -> tuple[str, str]:
    """Return the articles that a text names, and the text without them; nothing where it names them more than once."""
    mentions = list(_PLACE.finditer(text))
    if len(mentions) != 1:
        return "", text
    mention = mentions[0]
    place = f"{_SHORT[mention[1][:3].lower()]} {' '.join(mention[2].split())}"
    before, after = text[: mention.start()], text[mention.end() :]
    if not before.strip(" ,."):
        return place, re.sub(r"\A[\s,.]*(?:of\s+)?(?:the\s+)?", "", after)
    before, after = before.rstrip(" ,("), after.lstrip(" )")
    return place, f"{before} {after}" if after[:1].isalnum() else before + after


def is_law(title: str) -> bool:
    """Return whether a title is the name of a law."""
    found = _NAME.match(title)
    return found is not None and found.end() == len(title)


def key_of(name: str) -> str:
    """Return the name of a law without what short names leave out, to compare it."""
    words = re.findall(r"[^\W_]+", name.casefold())
    return " ".join(word for word in words if word not in ("the", "no", "number", "of", "on"))
