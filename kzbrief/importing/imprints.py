"""What stands in brackets behind a title: where a work appeared, with whom and when."""

from __future__ import annotations

import re
from typing import NamedTuple

from .lines import cleaned

_YEAR = r"(?:1[89]|20)[0-9]{2}"
_FULL = re.compile(r"\(([^():]{2,60}):\s*([^():]{2,120}?)(?:,\s*([^()]{4,30}))?\)")
_SHORT = re.compile(rf"\(([A-Z][^\W\d_]+(?:[ -][A-Z]?[^\W\d_]+\.?){{0,3}}),\s*({_YEAR})\)")
"""A place or a publisher, and the year."""


class Imprint(NamedTuple):
    """The words in brackets."""

    place: str
    publisher: str
    date: str
    """As printed."""
    name: str
    """What may be a place as well as a publisher."""
    start: int
    end: int


def imprint_of(text: str) -> Imprint | None:
    """Return the first imprint in a text, None where there is none."""
    if full := _FULL.search(text):
        place, second, date = cleaned(full[1], 100), cleaned(full[2], 200), full[3] or ""
        if re.fullmatch(rf"{_YEAR}|n\.\s?d\.?", second):
            return Imprint(place, "", second, "", full.start(), full.end())
        return Imprint(place, second, date, "", full.start(), full.end())
    if short := _SHORT.search(text):
        return Imprint("", "", short[2], cleaned(short[1], 100), short.start(), short.end())
    return None
