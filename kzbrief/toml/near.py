"""Names that were probably meant: only truly near ones, since a wrong suggestion is worse than none. Imported when something is wrong."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

_CUTOFF = 0.75
"""How much of two names must be alike, from 0 to 1."""
_LONGEST = 80
"""Longest name, in characters, for which others are looked for; the search takes long."""


def nearest(word: str, names: Iterable[str], most: int = 1) -> list[str]:
    """Return the names nearest to a word, best first; those that it begins, or that begin it, count where no other is near."""
    if not word or len(word) > _LONGEST:
        return []
    folded: dict[str, str] = {}
    for name in names:
        if name:
            folded.setdefault(_folded(name), name)
    wanted = _folded(word)
    found = get_close_matches(wanted, folded, most, _CUTOFF)
    if not found and len(wanted) > 2:
        found = [name for name in folded if name.startswith(f"{wanted}-") or wanted.startswith(f"{name}-")][:most]
    return [folded[name] for name in found]


def _folded(name: str) -> str:
    return name.lower().replace("_", "-").replace(" ", "-")
