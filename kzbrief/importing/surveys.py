"""Other surveys on the page of a country: their scores are none of the report's."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .lines import Line, bare

_OTHER = re.compile(r"(?:PR\s+)?political rights\s[\s|]*[0-9]{1,2}[\s|/]{1,3}40\b", re.IGNORECASE)
_OURS = re.compile(r"(?:A[.:)]?\s+)?obstacles to access\b", re.IGNORECASE)
_SHORT = 60


def without_others(lines: Sequence[Line]) -> Sequence[Line]:
    """Return the lines from the report's own scores on, where those of another survey stand before them; else all."""
    texts = [bare(line.text) for line in lines[:600]]
    other = next((place for place, text in enumerate(texts) if _OTHER.match(text)), None)
    if other is None:
        return lines
    ours = next((place for place in range(other, len(texts)) if _OURS.match(texts[place])), None)
    if ours is None:
        return lines
    while ours > other + 1 and len(texts[ours - 1]) <= _SHORT and texts[ours - 1][-1:] not in ".:":
        ours -= 1
    return lines[ours:]
