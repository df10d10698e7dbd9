"""Figures over time: each as the report words it, and drawn on an axis of time where there are several of one count.

A date is as long as what it may mean: a year takes the cells of a year. Nothing is joined, neither two values nor two counts: what lies
between two values is not known. A value that stands alone is no chart and is said in words.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise

from ...brief.dates import Date
from ...brief.model import Point, Series
from ...i18n import _
from ...numbers import figure
from ..glyphs import Glyphs
from ..lines import Line, Span, beside, clean, columns, indent, line_width, width_of
from ..wrapping import wrap
from .canvas import Canvas

NARROWEST = 48
"""Fewest cells in which a chart is drawn."""
_STEPS = (1, 1.5, 2, 3, 4, 5, 6, 8, 10)
"""First digits of the highest value of an axis."""

_ROWS = range(7, 15)
"""Rows that a chart may have."""


def is_chart(series: Series) -> bool:
    """Return whether a series has values of several times."""
    return len({point.at for point in series.points}) > 1


def value_words(series: Series, point: Point) -> str:
    """Return a value as the report words it, else in figures with its unit."""
    if point.printed:
        return clean(point.printed)
    return f"{figure(point.value)} {clean(series.unit)}"


def unit_words(series: Series) -> str:
    """Return the unit in brackets; nothing where label or values have it in words."""
    texts = [series.label, *([point.printed for point in series.points if point.printed])]
    unit = series.unit.casefold()
    wanted = (unit, "percent", "per cent") if unit == "%" else (unit,)
    said = [any(word in text.casefold() for word in wanted) for text in texts]
    return "" if said[0] or (len(said) == len(series.points) + 1 and all(said[1:])) else f"({clean(series.unit)})"


def in_order(series: Series) -> list[Point]:
    """Return the values in order of time."""
    return sorted(series.points, key=lambda point: point.at)


def series_sentence(series: Series) -> str:
    """Return a series in words: `Internet penetration: 0.7 percent (2000), 28 percent (December 2010)`."""
    said = [_("{value} ({time})").format(value=value_words(series, point), time=point.at.words()) for point in in_order(series)]
    return f"{clean(series.label)}: {', '.join(said)}"


def series_lines(
    series: Series, peers: Iterable[Series], said: Sequence[Span], width: int, glyphs: Glyphs, *, plain: bool = False
) -> list[Line]:
    """Return a series: one value beside its label, several below it, drawn where there is room and `plain` does not forbid it.

    `said` is the label with its signs; `peers` are the series of the same unit, with which it shares its axes.
    """
    points = in_order(series)
    if len(points) == 1:
        value = _value(series, points[0])
        row = beside(list(said), value, width)
        return [row] if line_width(row) <= width else [*wrap(said, width), *indent(wrap(value, max(1, width - 2)), 2)]
    lines = wrap(said, width)
    if not plain:
        lines += plot_lines(series, peers, width, glyphs)
    times = max(width_of(point.at.words(short=True)) for point in points)
    for point in points:
        if times + 16 <= width:
            said_at = wrap([Span(value_words(series, point), "strong")], width - times - 4)
            lines += indent(columns([[Span(point.at.words(short=True), "dim")]], said_at, times, 2), 2)
        else:
            lines += indent(wrap([Span(point.at.words(short=True), "dim"), Span(": ", "dim"), _value(series, point)[0]], width - 2), 2)
    return lines


def plot_lines(series: Series, peers: Iterable[Series], width: int, glyphs: Glyphs) -> list[Line]:
    """Return a series on axes of value and time, the values beside their marks where none hides another.

    Empty in ASCII, where the width has no room, where all values are of one time, and where no height of the drawing keeps
    different values apart, or off the ends of the axis with no words beside them: the table alone says those truly.
    """
    shared = [series, *(peer for peer in peers if peer.unit == series.unit and is_chart(peer) and peer is not series)]
    if not glyphs.utf8 or width < NARROWEST or not is_chart(series):
        return []
    lowest, highest = _range([point.value for item in shared for point in item.points])
    values = [point.value for point in series.points]
    rows = _height({*values, lowest, highest}, lowest, highest)
    true = bool(rows)
    # With each value in words beside its mark, no mark is taken for the end of the axis; two values never share a height.
    rows = rows or _height(set(values), lowest, highest)
    if not rows:
        return []
    first, last = _years([point.at for item in shared for point in item.points])
    labels = [_short(lowest + (highest - lowest) * row / (rows - 1)) if row in (0, rows - 1) else "" for row in range(rows)]
    left = max(map(width_of, labels)) + 2
    cells = width - left
    canvas = Canvas(cells, rows + 1)
    begin, days = _day(first), _day(last + 1) - _day(first)

    def cell(day: int) -> int:
        return max(0, min(cells, (day - begin) * cells // days))

    starts = {cell(point.at.start.toordinal()) for point in series.points}
    placed = []
    for point in in_order(series):
        row = rows - _step(point.value, lowest, highest, rows)
        start, end = cell(point.at.start.toordinal()), cell(point.at.end.toordinal() + 1)
        start = min(start, cells - 1)
        if end - start > 1 and end in starts:
            end -= 1  # a blank between times that follow each other: nothing is joined
        end = max(end, start + 1)
        canvas.put(row, start, glyphs.mark * (end - start), "mark")
        placed.append((row, start, end, value_words(series, point)))
    drawn = canvas.copy()
    by_row = sorted(placed)
    touching = any(mark[0] == other[0] and other[1] <= mark[2] for mark, other in pairwise(by_row))
    # All values or none: where one is missing, another would seem to be its own.
    if not touching and all(canvas.put_beside(row, start, end, words, "strong") for row, start, end, words in placed):
        drawn = canvas
    elif not true:
        return []
    lines: list[Line] = []
    for row, line in enumerate(drawn.lines()):
        label = labels[rows - row] if row else ""
        edge = Span(f"{' ' * (left - 2 - width_of(label))}{label} {glyphs.right if label else glyphs.vertical}", "dim")
        lines.append([edge, *line])
    return lines + _time_axis(first, last, left, cells, glyphs)


def _time_axis(first: int, last: int, left: int, cells: int, glyphs: Glyphs) -> list[Line]:
    """A line with a border where a year begins, and the years below: as many as have room."""
    begin, days = _day(first), _day(last + 1) - _day(first)
    step = next(step for step in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000) if (last + 1 - first) / step * 6 <= cells)
    ticks = [glyphs.rule] * cells
    names = ""
    for year in range(first, last + 1):
        if (year - first) % step:
            continue
        at = (_day(year) - begin) * cells // days
        if at:
            ticks[at] = glyphs.cross
        if at + len(str(year)) <= cells:
            names += " " * (at - len(names)) + str(year)
    return [
        [Span(" " * (left - 1), "dim"), Span(glyphs.left + "".join(ticks), "dim")],
        [Span(" " * left), Span(names, "dim")],
    ]


def _value(series: Series, point: Point) -> Line:
    return [Span(value_words(series, point), "strong"), Span(f", {point.at.words(short=True)}", "dim")]


def _range(values: Sequence[float]) -> tuple[float, float]:
    """Return the ends of an axis of values; zero is always on it, so that heights can be compared."""
    highest, lowest = max(0, *values), min(0, *values)
    top = _round(highest) if highest > 0 else 0.0
    return (-_round(-lowest) if lowest < 0 else 0.0), top if top or lowest < 0 else 1.0


def _step(value: float, lowest: float, highest: float, rows: int) -> int:
    """Return the row of a value, counted from the lowest one."""
    return round((value - lowest) / (highest - lowest) * (rows - 1))


def _height(values: Collection[float], lowest: float, highest: float) -> int:
    """Return the fewest rows in which each of these values has a height of its own; 0 where no number of rows suffices."""
    return next((rows for rows in _ROWS if len({_step(value, lowest, highest, rows) for value in values}) == len(values)), 0)


def _round(value: float) -> float:
    """Return the next round number that is not lower than a value above 0."""
    power = 1.0
    while value / power >= 10:
        power *= 10
    while value / power < 1:
        power /= 10
    return next((step * power for step in _STEPS if value <= step * power), 10 * power)


def _short(value: float) -> str:
    """Return an end of an axis in few characters: `30`, `15 million`."""
    for size, form in ((1e9, _("{number} billion")), (1e6, _("{number} million"))):
        if abs(value) >= size:
            return form.format(number=figure(float(f"{value / size:g}")))
    return figure(round(value) if abs(value) >= 10_000 else float(f"{value:g}"))


def _years(dates: Iterable[Date]) -> tuple[int, int]:
    """Return the first and the last year that dates reach; what has no end reaches no further than the others."""
    found = [date.year for date in dates]
    ends = [date.end.year for date in dates if date.end.year < 9999]
    return min(found), max([*found, *ends])


def _day(year: int) -> int:
    """Return the number of the first day of a year; of the year after the last one that a calendar has, too."""
    from datetime import date

    return date(year, 1, 1).toordinal() if year <= 9999 else date.max.toordinal() + 1
