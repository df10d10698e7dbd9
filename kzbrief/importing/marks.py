"""Marks of notes in running text: `<sup>1</sup>`, `[1]`, `[^1]`, `^1^`, raised digits, or a bare number behind a full stop."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator

RAISED = "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079"
_WIDEST = 40
"""Notes that a range can name; one of years is none."""
_DIGITS = str.maketrans(RAISED, "0123456789")
_LIST = r"[0-9]{1,4}(?:\s?[,;\u2010-\u2014-]\s?[0-9]{1,4}){0,9}"
"""Numbers with commas between them, and first and last with a dash."""
STYLES = {
    "tag": re.compile(rf"<sup>\s?\[?\s?({_LIST})\s?\]?\s?</sup>", re.IGNORECASE),
    "caret": re.compile(r"\[\^([0-9]{1,4})\]"),
    "hat": re.compile(rf"\\?\^({_LIST})\\?\^"),
    "bracket": re.compile(rf"\[?\\?\[({_LIST})\\?\]\]?(?:\([^()\s]{{0,300}}\))?"),
    "raised": re.compile(rf"([{RAISED}]{{1,4}}(?:[\u207b\u2013-][{RAISED}]{{1,4}})?)"),
}
# Behind a figure a number is a mark where a sentence ends, else a decimal.
_BEGINS = (
    r"The|In|This|These|It|An?|At|On|As|However|While|Although|But|For|By|With|After|Since|Many|Most|Some|There|According|Despite|Internet"
)
BARE = re.compile(
    r"(?<=[^\W\d_][.,;:!?)\u201d\u2019\"])([0-9]{1,3})(?=\s|\Z)|(?<=[0-9]{4}\.)([0-9]{1,3})(?=\s|\Z)|(?<=[.,]\u201d|[.,]\u2019)([0-9]{1,3})(?=\s|\Z)"
    r"|(?<=[^\W\d_%][\u201d\u2019\"'\u00bb)\]][.,;:!?])([0-9]{1,3})(?=\s|\Z)|(?<=[^\W\d_][.,;:!?][\u201d\u2019\"'\u00bb)\]])([0-9]{1,3})(?=\s|\Z)"
    r"|(?<=%[.,;])([0-9]{1,3})(?=\s|\Z)"
    r"|(?<=[^0-9.,](?:19|20)[0-9]{2}[,;])([0-9]{1,3})(?=\s|\Z)"
    rf"|(?<=[0-9][.)])([0-9]{{1,3}})(?=\s*\Z|\s+(?:{_BEGINS})\s)"
)


def number_of(digits: str) -> int:
    """Return the number that plain or raised digits are."""
    return int(digits.translate(_DIGITS))


def numbers_of(digits: str) -> Iterator[int]:
    """Yield the numbers that a mark names, those between the first and the last of a range, too."""
    for part in re.split(r"\s?[,;]\s?", digits):
        first, *last = map(number_of, re.split(r"\s?[\u207b\u2010-\u2014-]\s?", part))
        if not last:
            yield first
        elif first < last[0] <= first + _WIDEST:
            yield from range(first, last[0] + 1)


def style_of(texts: Iterable[str]) -> str:
    """Return the way in which most marks stand, `bare` where there are none of the others."""
    counts: Counter[str] = Counter()
    for text in texts:
        for style, pattern in STYLES.items():
            counts[style] += sum(1 for _found in pattern.finditer(text))
    best = max(STYLES, key=lambda style: counts[style])
    return best if counts[best] else "bare"


def marks_in(text: str, style: str, known: Collection[int]) -> list[int]:
    """Return the numbers of the notes that are marked in a text, each once, in its order.

    `known` are the numbers of notes there are: a bare number, or one that could be a year, is a mark only if it is one of them.
    """
    found: dict[int, None] = {}
    for match in (BARE if style == "bare" else STYLES[style]).finditer(text):
        digits = match[1] or match[match.lastindex or 1]
        for number in numbers_of(digits):
            if number in known or (style != "bare" and 0 < number < 1000):
                found[number] = None
    return list(found)


def without_marks(text: str, style: str) -> str:
    """Return a text without the marks in it; bare numbers stay."""
    return STYLES[style].sub("", text) if style != "bare" else text
