"""The scores that a report prints: in a table, a cell on each line, in words such as `Total: 34 / 100`, or all run together in one line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct, field

from . import across, blocks, questions
from .head import Text, length
from .lines import Line
from .rows import Row, Value, rows_of
from .surveys import without_others
from .vocabulary import LABEL, MAXIMA, STATUS

_YEARS = re.compile(r"(?m)(?:^|(?<=[A-Z] ))[\s|*#]*(20[0-9]{2})[\s|*]+(20[0-9]{2})(?:[\s|*]+(20[0-9]{2}))?(?![\w/-])")
_YEAR = re.compile(r"(?m)^\W*(20[0-9]{2})\s+[Ss](?:cores?|CORES?)\b|(?<=[A-Z] )(20[0-9]{2})\s+(?=POPULATION\b|INTERNET FREEDOM\b)")
_LAST = re.compile(r"(?:last|previous)\s+year.?s?\s+score(?:\s*(?:&|and)\s*status)?\W*(?:[^\W\d_][^\n:0-9]{1,40}:\s*)?", re.IGNORECASE)
_ALONE = re.compile(
    rf"(?<![\w/.])(?:(?P<before>{STATUS})\W*\s)?\s*(?P<total>[0-9]{{1,3}})(?P<slash>\s*/\s*|\s+out\s+of\s+|\s+)100(?![\w/.])(?:\W*\s(?P<after>{STATUS})\b)?",
    re.IGNORECASE,
)
_BEFORE = re.compile(rf"(?:^|\b)({STATUS})\s+A[.:)]?\s+obstacles\s+to\s+access\b", re.IGNORECASE)
"""A status before the first part, where neither a label nor a total stands at it."""
_ABOUT = re.compile(
    r"(?mi)^\W*(?:20[0-9]{2}\s+scores?|(?:internet\s+freedom|freedom\s+on\s+the\s+net)\s+scores?:?"
    r"|scores are based on a scale.{0,200}|\W*0\s?=\s?(?:most|least|best|worst)\b.{0,80})$"
)


TURNED = 2019
"""First edition whose scores were published with 100 as the best; the method's file has the source. Pages of older ones were restated."""
_SCALES = (
    ("100-best", re.compile(r"\b0\s*(?:\(least\s+free\)\s*to\s*100|=\s*(?:worst|least\s+free))", re.IGNORECASE)),
    ("0-best", re.compile(r"\b0\s*(?:\(most\s+free\)\s*to\s*100|=\s*(?:best|most\s+free))", re.IGNORECASE)),
)


class Scores(Struct):
    """Scores of this edition and of the one before, as printed; what is not printed is absent."""

    years: list[int] = field(default_factory=list)
    """Years of the columns, where they are printed."""
    this: dict[str, Value] = field(default_factory=dict)
    previous: dict[str, Value] = field(default_factory=dict)
    questions: dict[str, Value] = field(default_factory=dict)
    direction: str = ""
    """Which end of the scale is best, where the report says it: `0-best` or `100-best`."""
    before: int = 0
    """Year of the earlier column, where that of the later is lost; else 0."""
    last_column: bool = False
    """Whether the last of two columns was taken for this edition, since no years stand above them."""
    lines: dict[int, Line] = field(default_factory=dict)
    """The lines that hold them, by index."""


def find(lines: Sequence[Line]) -> Scores:
    """Return the scores that lines hold."""
    own = without_others(lines)
    count = length(own)
    head = Text(own[:count])
    scores = Scores()
    rows, years = _table(head.text)
    if len({row.key for row in rows} & MAXIMA.keys()) < 2:
        rows = [row for row in rows if row.certain or row.key == "status"]
    if rows or head.text:
        _columns(head.text, scores)
        if len(set(years)) == len(years) == 2:
            scores.years = years
        _spread(rows, scores)
        _take(head, rows, scores)
        _alone(head, rows, scores)
    if not scores.this.keys() & MAXIMA.keys():
        across.read(head, scores.this, scores.previous, scores.years, scores.lines)
    _afterwards(Text(own[count:]), scores)
    scores.direction = next((name for name, said in _SCALES if said.search(head.text)), "")
    questions.read(lines, scores.questions)
    for row in _ABOUT.finditer(head.text):
        _keep(head, row.start(), row.end(), scores)
    return scores


def _table(text: str) -> tuple[list[Row], list[int]]:
    """Return the rows of a head, in whatever form its table stands, and years that stand between them."""
    rows = rows_of(text)
    block, years = blocks.block(text)
    if block:
        return block + [row for row in rows if row.end <= block[0].start or row.start >= block[-1].end], years
    glued = blocks.glued(text)
    return glued + [row for row in rows if all(row.key != other.key for other in glued)], years


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
        scores.years = [int(single[1] or single[2])]


def _spread(rows: Iterable[Row], scores: Scores) -> None:
    """Give each value of a row to its edition: by the years above, else the last column is this edition's."""
    rows = list(rows)
    limited = [row.limited for row in rows if row.key in MAXIMA and len(row.values) > 1]
    whole = bool(limited) and all(limited)
    dated = {row.year: row.values[0] for row in rows if row.year and row.values}
    columns = max((len(row.values) for row in rows if not row.limited), default=0)
    if columns == 2 and len(scores.years) == 1:
        scores.before, scores.years = scores.years[0], []
    if columns == 2:
        _complete(rows)
    for row in rows:
        values = row.values[:1] if whole and row.key in MAXIMA else row.values
        if not values or row.year or row.key in scores.this:
            continue
        if columns == 2 and values == ["n/a"]:
            scores.previous.setdefault(row.key, "n/a")  # the other column is lost; an edition that has a status has scores
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


def _complete(rows: Iterable[Row]) -> None:
    """Find the column of each figure whose neighbour is lost, by the total; where that does not tell it, the figure is left out."""
    table = {row.key: row for row in rows if row.key in MAXIMA and not row.year}
    whole = {key: row.values for key, row in table.items() if len(row.values) == 2}
    for key, row in table.items():
        if len(row.values) != 1 or row.values == ["n/a"] or row.limited:
            continue
        fitting = [
            column
            for column in (0, 1)
            if whole.keys() == MAXIMA.keys() - {key}
            and _adds_up({**{name: values[column] for name, values in whole.items()}, key: row.values[0]})
        ]
        row.values = [row.values[0] if [column] == fitting else "" for column in (0, 1)]


def _adds_up(column: Mapping[str, Value]) -> bool:
    """Return whether the parts of an edition are its total."""
    parts = [column[key] for key in MAXIMA if key != "total"]
    return all(isinstance(part, int) for part in parts) and sum(part for part in parts if isinstance(part, int)) == column["total"]


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


def _take(head: Text, rows: Iterable[Row], scores: Scores) -> None:
    for row in rows:
        _keep(head, row.start, row.end, scores)
    for found in _YEARS.finditer(head.text):
        if scores.years and str(scores.years[-1]) in found.groups():
            _keep(head, found.start() + len(found[0]) - len(found[0].lstrip()), found.end(), scores)


def _keep(text: Text, start: int, end: int, scores: Scores) -> None:
    for line in text.between(start, end):
        scores.lines[line.index] = line


def _alone(head: Text, rows: Sequence[Row], scores: Scores) -> None:
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
    if "status" not in scores.this and (first := _BEFORE.search(head.text)):
        scores.this["status"] = _status(first[1])
        _keep(head, first.start(), first.end(1), scores)
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
    rows = [row for row in rows_of(text.text) if row.key in MAXIMA or row.certain]
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
