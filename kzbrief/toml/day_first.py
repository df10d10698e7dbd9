"""Dates that are written with the day or the month first, as most people do. Imported only where a date is none."""

from __future__ import annotations

import re

_DAY_FIRST = re.compile(r"([0-9]{1,2})[-./]([0-9]{1,2})[-./]([0-9]{4})")


def meanings(text: str) -> list[str]:
    """Return the dates that such a text may mean: one or two, the one with the day first before the other; none for any other text."""
    found = _DAY_FIRST.fullmatch(text)
    if not found:
        return []
    first, second, year = int(found[1]), int(found[2]), found[3]
    pairs = dict.fromkeys(((second, first), (first, second)))
    return [f"{year}-{month:02}-{day:02}" for month, day in pairs if 1 <= month <= 12 and 1 <= day <= 31]
