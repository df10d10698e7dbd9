"""Labels of scores, and the values behind them."""

from __future__ import annotations

import re

from msgspec import Struct, field

from .vocabulary import LABEL, MAXIMA

GAP = re.compile(
    r"(?:(?<=\n)[ \t|:+]*-{2}[-|:+ \t]*(?=\n|\Z)"  # a rule of a table
    r"|[.\u2026_]{2,}|(?:\.[ ]){2,}"  # leaders
    r"|[\s:=|*\u2020\u2022])+"
)
RANGE = re.compile(
    r"[(\[]\s?0\s?(?:=[^()\n]{0,40}?,\s*[0-9]{1,3}\s?=[^()\n]{0,40}|(?:[-\u2010-\u2015]|to)\s?[0-9]{1,3}(?:\s?points?)?|\s?=[^()\n]{0,40})\s?[)\]]"
    r"|[(\[][^()\[\]0-9\n]{1,60}[)\]]",
    re.IGNORECASE,
)
"""The range of a score, as `(0-25)` or `(0 = best, 25 = worst)`, or words in brackets."""
VALUE = re.compile(
    r"(?P<word>not\s+free|partly|free|not)\b|(?P<none>n\s?/\s?a)\b|"
    r"(?P<dash>[-\u2013\u2014]{1,3})(?![\w-])(?![ \t]+(?!(?:partly|not|free|n/a)\b)[^\W\d_])"
    r"|(?P<number>[0-9]{1,3}(?:\.[0-9])?)(?:\s?(?:/|of|out\s+of)\s?(?P<of>[0-9]{1,3}))?(?![\w%/]|\.[0-9]|,[0-9]|\s?=)(?:\s?(?:points?|pts)\b)?",
    re.IGNORECASE,
)

_WORD = r"(?:Not|Partly|Free|n/a)"
_BEFORE = re.compile(rf"(?:million|billion|thousand|[0-9%])\s+({_WORD}(?:\s+{_WORD})?)\s+(?:freedom\s+)?(?=\S|\Z)", re.IGNORECASE)
_BEHIND = re.compile(r"[^\n]{0,70}?(?:(?:percent|%)\s+|:\s*(?=free\s[^:\n]{0,12}[0-9]))(free(?:\s+free)?)\b", re.IGNORECASE)

Value = int | float | str


class Row(Struct):
    """Values behind a label."""

    key: str
    values: list[Value]
    start: int
    end: int
    certain: bool = False
    """Whether the values stand with their highest possible score, or on the line of the label."""
    limited: bool = False
    """Whether the second of two values is the highest possible score."""
    year: int = 0
    """Year before the label, 0 where there is none."""
    words: list[str] = field(default_factory=list)
    """Words of statuses, in their order; behind a total, those of its status."""


def rows_of(text: str) -> list[Row]:
    """Return what stands behind the labels of a text; labels with nothing behind them are left out."""
    rows: list[Row] = []
    for label in LABEL.finditer(text):
        key = label.lastgroup or ""
        if key != "fact":
            rows.append(Row(key, [], label.start(), label.end(), year=int(label["year"] or 0)))
            _read(text, rows[-1])
    _statuses(text, [row for row in rows if row.key == "status"])
    # A status may stand behind its total: `Internet Freedom Score: 22 / 100: Not Free`.
    rows += [Row("status", statuses_of(row.words)[0], row.start, row.end) for row in rows if row.key == "total" and row.words]
    return [row for row in rows if row.values or row.certain]


def _read(text: str, row: Row) -> None:
    """Read the values behind a label into its row."""
    place = row.end
    of_all = ranged = False
    numbers: list[tuple[Value, int]] = []
    while place < len(text):
        gap = GAP.match(text, place)
        place = gap.end() if gap else place
        if limits := RANGE.match(text, place):
            place = row.end = limits.end()
            ranged = ranged or "0" in limits[0]
            continue
        found = VALUE.match(text, place)
        if found is None:
            break
        if found["word"]:
            if row.key != "status" and not (row.key == "total" and of_all):
                break
            row.words += found["word"].lower().split()
        elif found["number"]:
            number, of = float(found["number"]), int(found["of"] or 0)
            if row.key == "status" or row.words or number > MAXIMA[row.key] or (of and of != MAXIMA[row.key]):
                break
            of_all = of_all or bool(of)
            numbers.append((number if number % 1 else int(number), found.start()))
        elif row.key == "status":
            row.words.append("n/a" if found["none"] else "")
        else:
            numbers.append(("n/a" if found["none"] else "", found.start()))
        place = row.end = found.end()
        if len(numbers) == 3 or len(row.words) > 6:
            break
    row.values = [value for value, _start in numbers]
    row.limited = len(numbers) == 2 and numbers[1][0] == MAXIMA.get(row.key) and not of_all
    row.certain = of_all or ranged or (bool(numbers) and "\n" not in text[row.start : numbers[0][1]])


def _statuses(text: str, rows: list[Row]) -> None:
    """Make statuses of the words behind labels; their second halves may stand behind a second label, or on a line of their own."""
    for place, row in enumerate(rows):
        row.words = row.words or _scattered(text, row)
        row.values, waiting = statuses_of(row.words)
        following = rows[place + 1] if place + 1 < len(rows) else None
        if waiting and following and following.words[: len(waiting)] == ["free"] * len(waiting):
            row.values, waiting = statuses_of(row.words + following.words)
            row.end, following.words = following.end, []
        elif waiting and (rest := re.search(r"(?mi)^\s*free(?:\s+free)?\s*$", text[row.end : row.end + 300])):
            row.values += [f"{word} free".title() for word in waiting]
            row.end += rest.end()
        row.certain = bool(row.values) and "\n" not in text[row.start : row.end]


def _scattered(text: str, row: Row) -> list[str]:
    """Return the words of statuses that stand before a label and behind the next figure, as where two tables ran into one line."""
    before = _BEFORE.search(text, max(0, row.start - 60), row.start)
    if not before or before.end() != row.start:
        return []
    behind = _BEHIND.match(text, row.end)
    return [*before[1].lower().split(), *(behind[1].lower().split() if behind else ())]


def statuses_of(words: list[str]) -> tuple[list[Value], list[str]]:
    """Return the statuses that words are, and those that lack their second half; the words of two statuses may be printed in turn."""
    waiting: list[str] = []
    found: list[Value] = []
    for word in words:
        if word in ("n/a", ""):
            found.append(word)
        elif word != "free":
            waiting.append(word)
        else:
            found.append(f"{waiting.pop(0)} free".title() if waiting else "Free")
    return found, waiting
