"""Other surveys on the page of a country: their scores are none of the report's."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .head import without_look
from .lines import Line

_OTHER = re.compile(r"\bpolitical\s+rights\W{0,4}[0-9]{1,2}[\s|/]{1,3}40\b", re.IGNORECASE)
_OURS = re.compile(r"\W*(?:A[.:)]?\s+)?obstacles to access\b", re.IGNORECASE)
_SHORT = 60


def without_others(lines: Sequence[Line]) -> Sequence[Line]:
    """Return the lines behind the scores of another survey, from the report's own on; all of them where there is no other."""
    texts = [without_look(line.text) for line in lines[:600]]
    other = next((place for place, text in enumerate(texts) if _OTHER.search(text)), None)
    if other is None:
        return lines
    behind = range(other + 1, len(texts))
    ours = next((place for place in behind if _OURS.match(texts[place])), None)
    if ours is None:
        ours = next((place for place in behind if len(texts[place]) > _SHORT), len(texts))
    else:
        while ours > other + 1 and len(texts[ours - 1]) <= _SHORT and texts[ours - 1].strip()[-1:] not in ".:":
            ours -= 1
    return lines[ours:]
