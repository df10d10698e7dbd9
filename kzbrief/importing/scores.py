"""The scores that a report prints: in a table, a cell on each line, in words such as `Total: 34 / 100`, or all run together in one line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from msgspec import Struct, field

from . import across, questions
from .head import Text, length
from .lines import Line
from .vocabulary import LABEL, MAXIMA, STATUS

_GAP = re.compile(r"[\s:=|*\u2020\u2022]+")
_RANGE = re.compile(
    r"[(\[]\s?0\s?(?:=[^()\n]{0,40}?,\s*[0-9]{1,3}\s?=[^()\n]{0,40}|(?:[-\u2010-\u2015]|to)\s?[0-9]{1,3}(?:\s?points?)?|\s?=[^()\n]{0,40})\s?[)\]]"
    r"|[(\[][^()\[\]0-9\n]{1,60}[)\]]",
    re.IGNORECASE,
)
_VALUE = re.compile(
    r"(?P<word>not\s+free|partly|free|not)\b|(?P<none>n\s?/\s?a)\b|(?P<dash>[-\u2013\u2014]+)(?![\w-])"
    r"|(?P<number>[0-9]{1,3}(?:\.[0-9])?)(?:\s?(?:/|of|out\s+of)\s?(?P<of>[0-9]{1,3}))?(?![\w%/]|\.[0-9]|,[0-9]|\s?=)(?:\s?(?:points?|pts)\b)?",
    re.IGNORECASE,
)
_YEARS = re.compile(r"(?m)^[\s|*#]*(20[0-9]{2})[\s|*]+(20[0-9]{2})(?:[\s|*]+(20[0-9]{2}))?(?![\w/-])")
_YEAR = re.compile(r"(?m)^\W*(20[0-9]{2})\s+scores?\b")
_LAST = re.compile(r"(?:last|previous)\s+year.?s?\s+score(?:\s*(?:&|and)\s*status)?\W*", re.IGNORECASE)
_ALONE = re.compile(
    rf"(?<![\w/.])(?:(?P<before>{STATUS})\W*\s)?\s*(?P<total>[0-9]{{1,3}})(?P<slash>\s*/\s*|\s+out\s+of\s+|\s+)100(?![\w/.])(?:\W*\s(?P<after>{STATUS})\b)?",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"(?mi)^\W*(?:20[0-9]{2}\s+scores?|(?:internet\s+freedom|freedom\s+on\s+the\s+net)\s+scores?:?"
    r"|scores are based on a scale.{0,200}|\W*0\s?=\s?(?:most|least|best|worst)\b.{0,80})$"
)

Value = int | float | str


class Scores(Struct):
    """Scores of this edition and of the one before, as printed; what is not printed is absent."""

    years: list[int] = field(default_factory=list)
    """Years of the columns, where they are printed."""
    this: dict[str, Value] = field(default_factory=dict)
    previous: dict[str, Value] = field(default_factory=dict)
    questions: dict[str, Value] = field(default_factory=dict)
    last_column: bool = False
    """Whether the last of two columns was taken for this edition, since no years stand above them."""
    lines: dict[int, Line] = field(default_factory=dict)
    """The lines that hold them, by index."""


class _Row(Struct):
    """Values behind a label."""

    key: str
    values: list[Value]
    start: int
    end: int
    certain: bool
    """Whether the values stand with their highest possible score, or on the line of the label."""
    limited: bool
    """Whether the second of two values is the highest possible score."""
    year: int
    """Year before the label, 0 where there is none."""


def find(lines: Sequence[Line]) -> Scores:
    """Return the scores that lines hold."""
    count = length(lines)
    head = Text(lines[:count])
    scores = Scores()
    rows = _rows(head.text)
    if len({row.key for row in rows} & MAXIMA.keys()) < 2:
        rows = [row for row in rows if row.certain or row.key == "status"]
    if rows or head.text:
        _columns(head.text, scores)
        _spread(rows, scores)
        _take(head, rows, scores)
        _alone(head, rows, scores)
    if not scores.this.keys() & MAXIMA.keys():
        across.read(head, scores.this, scores.previous, scores.years, scores.lines)
    _afterwards(Text(lines[count:]), scores)
    questions.read(lines, scores.questions)
    for row in _ABOUT.finditer(head.text):
        _keep(head, row.start(), row.end(), scores)
    return scores


def _rows(text: str) -> list[_Row]:
    """Return what stands behind the labels of a text."""
    rows: list[_Row] = []
    for label in LABEL.finditer(text):
        key = label.lastgroup or ""
        if key == "fact":
            continue
        row = _Row(key, [], label.start(), label.end(), False, False, int(label["year"] or 0))
        _values(text, row)
        rows.append(row)
    return [row for row in rows if row.values or row.certain]


def _values(text: str, row: _Row) -> None:
    """Read the values behind a label into its row."""
    place = row.end
    words: list[str] = []
    of_all = ranged = False
    numbers: list[tuple[Value, int]] = []
    while place < len(text):
        gap = _GAP.match(text, place)
        place = gap.end() if gap else place
        if limits := _RANGE.match(text, place):
            place = row.end = limits.end()
            ranged = ranged or "0" in limits[0]
            continue
        found = _VALUE.match(text, place)
        if found is None:
            break
        if found["word"]:
            words += found["word"].lower().split()
        elif found["number"]:
            number, of = float(found["number"]), int(found["of"] or 0)
            if row.key == "status" or number > MAXIMA[row.key] or (of and of != MAXIMA[row.key]):
                break
            of_all = of_all or bool(of)
            numbers.append((number if number % 1 else int(number), found.start()))
        else:
            words.append("n/a" if found["none"] else "")
            numbers.append((words[-1], found.start()))
        place = row.end = found.end()
        if len(numbers) == 3 or len(words) > 6:
            break
    if row.key == "status":
        row.values = list(_statuses(words, text, row))
        row.certain = bool(row.values) and "\n" not in text[row.start : row.end]
        return
    row.values = [value for value, _start in numbers]
    row.limited = len(numbers) == 2 and numbers[1][0] == MAXIMA[row.key] and not of_all
    row.certain = of_all or ranged or (bool(numbers) and "\n" not in text[row.start : numbers[0][1]])


def _statuses(words: list[str], text: str, row: _Row) -> list[str]:
    """Return statuses; the words of two of them may be printed in turn, or their second halves on a line of their own."""
    waiting: list[str] = []
    found: list[str] = []
    for word in words:
        if word in ("n/a", ""):
            found.append(word)
        elif word != "free":
            waiting.append(word)
        else:
            found.append(f"{waiting.pop(0)} free".title() if waiting else "Free")
    if waiting and (rest := re.search(r"(?mi)^\s*free(?:\s+free)?\s*$", text[row.end : row.end + 300])):
        found += [f"{word} free".title() for word in waiting]
        row.end += rest.end()
    return found


def _columns(text: str, scores: Scores) -> None:
    """Look for the years of the columns, or for the one year that the scores are of."""
    for found in _YEARS.finditer(text):
        years = [int(year) for year in found.groups() if year]
        # The name of a series and its year may stand just before.
        pair = years[-2:] if len(years) == 3 and years[0] >= years[2] else years
        if len(set(pair)) == len(pair):
            scores.years = pair
            return
    if single := _YEAR.search(text):
        scores.years = [int(single[1])]


def _spread(rows: Iterable[_Row], scores: Scores) -> None:
    """Give each value of a row to its edition: by the years above, else the last column is this edition's."""
    rows = list(rows)
    limited = [row.limited for row in rows if row.key in MAXIMA and row.values]
    whole = bool(limited) and all(limited)
    dated = {row.year: row.values[0] for row in rows if row.year and row.values}
    for row in rows:
        values = row.values[:1] if whole and row.key in MAXIMA else row.values
        if not values or row.year or row.key in scores.this:
            continue
        latest = len(values) - 1
        if len(values) == len(scores.years):
            order = sorted(range(len(values)), key=lambda column: scores.years[column])
            latest = order[-1]
            if len(values) > 1 and values[order[-2]] != "":
                scores.previous.setdefault(row.key, values[order[-2]])
        elif len(values) == 2 and values[0] != "":
            scores.previous.setdefault(row.key, values[0])
            scores.last_column = True
        if values[latest] != "":
            scores.this[row.key] = values[latest]
    _dated(dated, scores)


def _dated(dated: dict[int, Value], scores: Scores) -> None:
    """Give totals that name their year to the editions."""
    years = sorted({*dated, *scores.years[-1:]})
    if not dated or not years:
        return
    if years[-1] in dated:
        scores.this.setdefault("total", dated[years[-1]])
    earlier = [year for year in years[:-1] if year in dated]
    if earlier:
        scores.previous.setdefault("total", dated[earlier[-1]])
        years = [earlier[-1], years[-1]]
    if len(scores.years) < 2:
        scores.years = years


def _take(head: Text, rows: Iterable[_Row], scores: Scores) -> None:
    for row in rows:
        _keep(head, row.start, row.end, scores)
    for found in _YEARS.finditer(head.text):
        if scores.years and str(scores.years[-1]) in found.groups():
            _keep(head, found.start() + len(found[0]) - len(found[0].lstrip()), found.end(), scores)


def _keep(text: Text, start: int, end: int, scores: Scores) -> None:
    for line in text.between(start, end):
        scores.lines[line.index] = line


def _alone(head: Text, rows: Sequence[_Row], scores: Scores) -> None:
    """Read a total or a status that stands without a label, and those of the year before."""
    taken = [(row.start, row.end) for row in rows]
    for last in _LAST.finditer(head.text):
        if found := _ALONE.match(head.text, last.end()):
            scores.previous.setdefault("total", int(found["total"]))
            if found["after"]:
                scores.previous.setdefault("status", _status(found["after"]))
            taken.append((last.start(), found.end()))
            _keep(head, last.start(), found.end(), scores)
    others = re.compile(r"(?:global\s+freedom|freedom\s+in\s+the\s+world|press)[^\n]{0,40}\s*\Z", re.IGNORECASE)
    for found in _ALONE.finditer(head.text):
        free = all(found.end() <= start or found.start() >= end for start, end in taken)
        clear = "/" in found["slash"] or "out" in found["slash"] or found["before"] or found["after"]
        if not free or not clear or int(found["total"]) > 100 or others.search(head.text[max(0, found.start() - 80) : found.start()]):
            continue
        if "total" not in scores.this:
            scores.this["total"] = int(found["total"])
            _keep(head, found.start(), found.end(), scores)
            if status := found["before"] or found["after"]:
                scores.this.setdefault("status", _status(status))
    if "status" not in scores.this:
        for found in re.finditer(rf"(?mi)^\W*({STATUS})\W*$", head.text):
            if all(found.end() <= start or found.start() >= end for start, end in taken):
                before = head.text[: found.start()].rstrip().rpartition("\n")[2]
                if LABEL.search(before) and not before.strip().lower().startswith("status"):
                    continue  # the value of a figure
                scores.this["status"] = _status(found[1])
                _keep(head, found.start(1), found.end(1), scores)
                return


def _status(words: str) -> str:
    return " ".join(words.split()).title()


def _afterwards(text: Text, scores: Scores) -> None:
    """Read, in the running text, what stands with its highest possible score, or a whole table where none came before."""
    rows = [row for row in _rows(text.text) if row.key in MAXIMA or row.certain]
    keys = {row.key for row in rows if row.values}
    if not scores.this.keys() & MAXIMA.keys() and len(keys & MAXIMA.keys()) >= 3:
        close = [row for row in rows if row.values and row.start - rows[0].start < 3000]
        if len({row.key for row in close} & MAXIMA.keys()) >= 3:
            _columns(text.text[max(0, close[0].start - 300) : close[-1].end], scores)
            _spread(close, scores)
            _take(text, close, scores)
            return
    for row in rows:
        explicit = re.search(rf"/\s?{MAXIMA.get(row.key, 0)}\b", text.text[row.start : row.end])
        if row.values and row.key in MAXIMA and row.key not in scores.this and explicit:
            scores.this[row.key] = row.values[0]
            _keep(text, row.start, row.end, scores)
        elif explicit and row.values and row.values[0] == scores.this.get(row.key) and "\n" not in text.text[row.start : row.end]:
            _keep(text, row.start, row.end, scores)
