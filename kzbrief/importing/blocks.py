"""Tables of scores whose figures come in one block behind all labels, or run into one another: what adds up in one way only is read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import product

from .rows import GAP, RANGE, VALUE, Row, Value, statuses_of
from .vocabulary import LABEL, MAXIMA

_PARTS = ("access", "content", "rights")
_YEAR = re.compile(r"20[0-9]{2}(?![0-9])")
_GLUED = re.compile(r"[0-9]{1,6}(?![\w%/.,])")


def block(text: str) -> tuple[list[Row], list[int]]:
    """Return the rows of a table whose labels stand together, its figures behind the last, and the years between the figures.

    Where the figures add up in no way, or in more than one, the rows have no values.
    """
    run: list[Row] = []
    for label in LABEL.finditer(text):
        key = label.lastgroup or ""
        if run and _passed(text, run[-1].end) != label.start():
            run = []
        if key == "fact" or any(row.key == key for row in run):
            run = []
            continue
        run.append(Row(key, [], label.start(), label.end()))
        if len(run) < 3 or not {row.key for row in run}.issuperset(_PARTS):
            continue
        start = _passed(text, run[-1].end)
        found = None if LABEL.match(text, start) else _Figures(text, start)
        if found and len(found.numbers) > 2:
            return _told_apart(run, found), found.years
    return [], []


def _passed(text: str, place: int) -> int:
    """Return where the next word begins, past blanks and the range of a score."""
    while found := GAP.match(text, place) or RANGE.match(text, place):
        place = found.end()
    return place


class _Figures:
    """The scores, the words of statuses and the years that stand at a place, and where they end."""

    def __init__(self, text: str, place: int) -> None:
        self.numbers: list[Value] = []
        self.words: list[str] = []
        self.years: list[int] = []
        self.end = place
        while place < len(text):
            year = _YEAR.match(text, place)
            found = year or VALUE.match(text, place)
            if found is None:
                break
            if year:
                self.years.append(int(year[0]))
            elif found["word"]:
                self.words += found["word"].lower().split()
            elif found["number"]:
                self.numbers.append(int(float(found["number"])))
            else:
                self.numbers.append("n/a" if found["none"] else "")
            self.end = found.end()
            gap = GAP.match(text, self.end)
            place = gap.end() if gap else self.end


def _told_apart(run: list[Row], figures: _Figures) -> list[Row]:
    """Give the figures of a block to the rows: all of a row together, or all of a column."""
    numbers = figures.numbers
    scored = [row for row in run if row.key in MAXIMA]
    ways: list[tuple[tuple[Value, ...], ...]] = []
    columns, rest = divmod(len(numbers), len(scored))
    if not rest and columns <= 2:
        ways = [
            tuple(tuple(numbers[place * columns : (place + 1) * columns]) for place in range(len(scored))),
            tuple(tuple(numbers[place :: len(scored)]) for place in range(len(scored))),
        ]
    keys = [row.key for row in scored]
    fitting = {way for way in ways if _fits(keys, way, strict=columns > 1)}
    if len(fitting) == 1:
        for row, values in zip(scored, fitting.pop(), strict=True):
            row.values, row.certain = list(values), True
    for row in run:
        if row.key == "status":
            statuses, waiting = statuses_of(figures.words)
            row.values = statuses if len(statuses) == columns and not waiting else []
    run[-1].end = figures.end
    return run


def _fits(keys: Sequence[str], way: Sequence[Sequence[Value]], strict: bool) -> bool:
    """Return whether figures can be those of their rows: none too high, the parts of each column its total.

    `strict` says that the total must stand there, since nothing else tells one division from another.
    """
    table = dict(zip(keys, way, strict=True))
    if any(isinstance(value, int | float) and value > MAXIMA[key] for key, values in table.items() for value in values):
        return False
    if "total" not in table:
        return not strict
    for column, total in enumerate(table["total"]):
        parts = [table[key][column] for key in _PARTS if key in table]
        numbers = [part for part in parts if isinstance(part, int | float)]
        if isinstance(total, int | float) and len(numbers) == len(_PARTS) and sum(numbers) != total:
            return False
        if isinstance(total, str) and numbers:
            return False
    return True


def glued(text: str) -> list[Row]:
    """Return the rows whose two figures stand without a blank between them, as `1213`; nothing where they may be divided in two ways."""
    rows: list[Row] = []
    digits: list[str] = []
    for label in LABEL.finditer(text):
        key = label.lastgroup or ""
        place = _passed(text, label.end())
        found = _GLUED.match(text, place)
        if key in MAXIMA and found and "\n" not in text[label.end() : place] and all(row.key != key for row in rows):
            rows.append(Row(key, [], label.start(), found.end()))
            digits.append(found[0])
    keys = [row.key for row in rows]
    if set(keys) != MAXIMA.keys() or all(int(figure) <= MAXIMA[key] for key, figure in zip(keys, digits, strict=True)):
        return []
    ways = [way for way in product(*map(_divided, keys, digits)) if _fits(keys, way, strict=True)]
    if len(ways) != 1:
        return []
    for row, values in zip(rows, ways[0], strict=True):
        row.values, row.certain = list(values), True
    return rows


def _divided(key: str, digits: str) -> Iterator[tuple[int, int]]:
    """Yield each way to divide digits into two scores."""
    for place in range(1, len(digits)):
        first, second = digits[:place], digits[place:]
        if str(int(first)) == first and str(int(second)) == second and max(int(first), int(second)) <= MAXIMA[key]:
            yield int(first), int(second)
