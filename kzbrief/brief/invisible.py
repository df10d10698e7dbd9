"""Characters in texts that nobody sees and that came along from web pages and word processors: searches and references stumble on them.

Those that a script needs are left alone: joiners and breaks in scripts that use them, marks of direction beside letters that run from right
to left. Comments are, too. Imported only where a text holds a character that may be one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import bidirectional

from ..toml.positions import Positions
from ..toml.problems import Path
from ..toml.strings import decode

SUSPECTS = re.compile("[\u00ad\u061c\u200b-\u200f\u2060-\u2064\ufeff]")
"""Soft hyphen, marks of direction, spaces of no width, joiners, invisible signs of formulas, byte order mark."""
_JOINERS = "\u200b\u200c\u200d"
_DIRECTIONS = "\u061c\u200e\u200f"


def strays(text: str) -> Iterator[tuple[Path, int, int]]:
    """Yield the characters of a TOML text that are not meant, in file order: path of the value, index in it, offset in the text."""
    positions = Positions(text)
    values: list[tuple[int, int, Path]] | None = None
    for found in SUSPECTS.finditer(text):
        offset = found.start()
        if _is_needed(text, offset):
            continue
        if values is None:
            values = sorted(positions.strings())
        for start, end, path in values:
            if start < offset < end:
                quotes = text[start : start + 3] if text.startswith(('"""', "'''"), start) else text[start]
                yield path, len(decode(text[start:offset] + quotes)), offset


def _is_needed(text: str, offset: int) -> bool:
    """Return whether the script around a character needs it."""
    character, before, behind = text[offset], text[offset - 1 : offset], text[offset + 1 : offset + 2]
    if character in _JOINERS:
        return _joins(before) or _joins(behind)
    if character in _DIRECTIONS:
        line = text[text.rfind("\n", 0, offset) + 1 : text.find("\n", offset)]
        return any(bidirectional(letter) in ("R", "AL") for letter in line if letter > "\u0500" and letter not in _DIRECTIONS)
    return False


def _joins(letter: str) -> bool:
    """Return whether a letter is of a script, or a pictogram, beside which joiners and breaks of no width have their use."""
    code = ord(letter) if letter else 0
    return (code >= 0x0600 and not 0x1E00 <= code < 0x2100 and not 0xFE00 <= code < 0xFE10) or code == 0xFE0F
