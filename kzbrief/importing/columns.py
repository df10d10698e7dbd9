"""Which column of a table is which edition's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from .head import Text
from .rows import Row, Value
from .scored import Scores
from .vocabulary import MAXIMA

_YEARS = re.compile(r"(?m)(?:^|(?<=[A-Z] ))[\s|*#]*(20[0-9]{2})[\s|*]+(20[0-9]{2})(?:[\s|*]+(20[0-9]{2}))?(?![\w/-])")
_YEARS_BEFORE = re.compile(r"\b(20[0-9]{2})\s+(20[0-9]{2})(?=\s+(?:internet\s+freedom|population)\b)", re.IGNORECASE)
_YEAR = re.compile(r"(?m)^\W*(20[0-9]{2})\s+[Ss](?:cores?|CORES?)\b|(?<=[A-Z] )(20[0-9]{2})\s+(?=POPULATION\b|INTERNET FREEDOM\b)")


def read_years(text: str, scores: Scores) -> None:
    """Look for the years of the columns, or for the one year that the scores are of."""
    for found in (*_YEARS_BEFORE.finditer(text), *_YEARS.finditer(text)):
        years = [int(year) for year in found.groups() if year]
        # The name of a series and its year may stand just before.
        pair = years[-2:] if len(years) == 3 and years[0] >= years[2] else years
        if len(set(pair)) == len(pair):
            scores.years = pair
            return
    if single := _YEAR.search(text):
        scores.years = [int(single[1] or single[2])]


def spread(rows: Iterable[Row], scores: Scores) -> None:
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


def take(head: Text, rows: Iterable[Row], scores: Scores) -> None:
    """Keep the lines of rows, and those with the years of the columns."""
    for row in rows:
        scores.keep(head, row.start, row.end)
    for found in _YEARS.finditer(head.text):
        if scores.years and str(scores.years[-1]) in found.groups():
            scores.keep(head, found.start() + len(found[0]) - len(found[0].lstrip()), found.end())
