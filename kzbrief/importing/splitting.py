"""Several works in one note: where one ends and the next begins."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .addresses import CLOSE, SIGN
from .marks import numbers_of

_CLOSES = {"\u201c": "\u201d", "\u00ab": "\u00bb", "\u201e": "\u201c\u201d", "[": "]", "(": ")"}
_TITLE = re.compile(r"[\u201c\u00ab\u201e][^\u201c\u00ab\u201e]{3}|\"[^\"]{3,500}\"")
_SHORT = re.compile(r"\s*(?:see (?:also )?)?(?:ibid|op\. cit)", re.IGNORECASE)
_POINTER = re.compile(
    r"\s*(?:see,? )?(?:also )?(?:(?:[^\W\d_][\w.'\u2019 -]{1,60}, )?supra,? |above,? )?"
    r"(?:at )?(?:note|fn\.?|n\.) ?[0-9]{1,4}(?:,? (?:above|supra))?"
    r"(?:,? (?:at|pp?\.) ?[0-9]{1,5}(?:[-\u2013][0-9]{1,5})?)?\s*",
    re.IGNORECASE,
)
"""Words that are nothing but the number of another note."""
_SEVERAL = re.compile(
    r"\s*((?:see,? )?(?:also )?(?:supra,? |above,? )?)notes ([0-9]{1,4}(?:\s?(?:,? and|,|&|[-\u2013])\s?[0-9]{1,4}){1,9})[\s.]*",
    re.IGNORECASE,
)
_IBID = re.compile(r"\s*(?:see )?ibid(?:\.?,? (?:at|pp?\.) ?[0-9]{1,5})?\s*", re.IGNORECASE)
_NEXT = re.compile(r"\s*(?:and |see(?:,)? also:? |see,? |also )?", re.IGNORECASE)


def parts_of(text: str) -> list[str]:
    """Return the works of a note, one text each; addresses are signs in it. Nothing is left out but blanks and what divides them.

    Words that point to several other notes are one text for each of these.
    """
    pieces = list(_pieces(text))
    parts: list[str] = []
    for separator, piece in pieces:
        if parts and not (_is_work(piece) and _is_work(parts[-1])):
            parts[-1] += separator + piece
        else:
            parts.append(piece)
    return [one.strip() for part in parts for one in _each(part) if one.strip()]


def _each(part: str) -> Iterator[str]:
    """Yield a part, or one for each of the notes that it points to."""
    if found := _SEVERAL.fullmatch(part):
        for number in numbers_of(re.sub(r",? and|&", ",", found[2])):
            yield f"{found[1]}note {number}"
    else:
        yield part


def _is_work(text: str) -> bool:
    """Return whether a text can be a work by itself: it has an address or a title."""
    return bool(SIGN.search(text) or _TITLE.search(text) or _SHORT.match(text) or _POINTER.fullmatch(text))


def _pieces(text: str) -> Iterator[tuple[str, str]]:
    """Yield what semicolons divide outside quotations and brackets, and what follows the full stop behind an address."""
    start, separator = 0, ""
    for place in _ends(text):
        yield separator, text[start:place]
        separator, start = text[place], place + 1
    yield separator, text[start:]


def _ends(text: str) -> Iterator[int]:
    closing: list[str] = []
    opened = 0
    straight = False
    seen = False
    start = 0
    for place, sign in enumerate(text):
        if place - opened > 600:
            closing.clear()  # nothing that long is meant to be one quotation
            straight = False
        if sign == '"':
            straight = not straight
            opened = place
        elif closing and sign in closing[-1]:
            closing.pop()
        elif sign in _CLOSES:
            closing.append(_CLOSES[sign])
            opened = place
        elif sign == CLOSE:
            seen = True
        elif not closing and not straight:
            ends = sign == ";" or (sign == "." and _goes_on(text, start, place, seen)) or (sign == "," and _joins(text, start, place))
            if ends:
                yield place
                start = place + 1
                seen = False


def _goes_on(text: str, start: int, place: int, seen: bool) -> bool:
    """Return whether another work follows a full stop: behind an address, or behind words that only point to another note."""
    if not re.match(r"\s+\S", text[place + 1 : place + 4]):
        return False
    leads = re.match(r"\s+(?:see|also|cf|and)\b", text[place + 1 : place + 9], re.IGNORECASE)
    return seen or bool(_POINTER.fullmatch(text, start, place)) or bool(leads and _IBID.fullmatch(text, start, place))


def _joins(text: str, start: int, place: int) -> bool:
    """Return whether a comma stands between the number of another note and a work."""
    return text.startswith(" and ", place + 1) and bool(_POINTER.fullmatch(text, start, place) or _IBID.fullmatch(text, start, place))


def without_lead(text: str) -> str:
    """Return a part without words such as `See also` before the work."""
    text = text.strip()
    while True:
        found = re.match(
            r"(?:see for instance|for instance|see|cf\.?|also|for example|e\.g\.|for more|and|sources?|available at)[,:]?\s+"
            r"(?=[\w\u201c\"\u00ab*\x01\[(])",
            text,
            re.IGNORECASE,
        )
        if not found or (found[0].lower().startswith(("source", "and")) and len(text) < 12):
            return text
        text = text[found.end() :]
