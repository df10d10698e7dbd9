"""Figures over time: as printed, true to time, never joined."""

from __future__ import annotations

import math
from typing import Any

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from kzbrief.brief.dates import Date
from kzbrief.brief.model import Series
from kzbrief.output.figures.canvas import Canvas
from kzbrief.output.figures.chart import is_chart, plot_lines, series_lines, series_sentence, unit_words
from kzbrief.output.glyphs import ASCII, UNICODE
from kzbrief.output.lines import Line, Span, line_width, plain

from .test_timeline import DATES, letters


def series(*points: tuple[Any, ...], label: str = "Internet penetration", unit: str = "%") -> Series:
    rows = [dict(zip(("at", "value", "printed"), point, strict=False)) for point in points]
    data = {"id": "series", "label": label, "unit": unit, "points": rows}
    return msgspec.convert(data, Series, dec_hook=lambda __, value: Date.parse(value))


PENETRATION = series(("2000", 0.7, "0.7 percent"), ("2010-12", 28, "28 percent"))


def drawn(lines: list[Line]) -> list[str]:
    return [plain(line) for line in lines]


def test_a_year_is_as_long_as_a_year_and_a_month_as_a_month() -> None:
    lines = drawn(plot_lines(PENETRATION, [], 70, UNICODE))
    assert lines[1] == "30 ┤" + " " * 54 + "28 percent ■"
    assert lines[7] == " 0 ┤■■■■■■ 0.7 percent"
    assert lines[8].startswith("   ├──────┼─────┼")
    assert lines[9].split() == [str(year) for year in range(2000, 2011)]


def test_nothing_is_drawn_between_two_values() -> None:
    marks = "".join(drawn(plot_lines(PENETRATION, [], 70, UNICODE))[:-2])
    assert marks.count("■") == 7


def test_series_of_one_unit_share_their_axes() -> None:
    other = series(("1996", 1), ("2004", 95), label="Mobile phones")
    lines = drawn(plot_lines(PENETRATION, [PENETRATION, other], 70, UNICODE))
    assert lines[1].startswith("100 ┤")
    assert lines[-1].split()[0] == "1996"
    assert drawn(plot_lines(PENETRATION, [series(("2000", 1), ("2001", 95), unit="people")], 70, UNICODE))[1].startswith(" 30 ┤".lstrip())


def test_values_that_would_hide_one_another_stand_below_alone() -> None:
    many = series(*((str(year), year - 1990) for year in range(1990, 2011)))
    lines = drawn(series_lines(many, [], [Span(many.label)], 70, UNICODE))
    assert not any("%" in line for line in lines if "┤" in line or "│" in line)
    assert [line.split() for line in lines[-21:]] == [[str(year), str(year - 1990), "%"] for year in range(1990, 2011)]


def test_a_single_value_is_said_in_words() -> None:
    users = series(("2009", 2800000, "2.8 million"), label="Users, ITU", unit="people")
    assert not is_chart(users)
    assert plot_lines(users, [], 100, UNICODE) == []
    assert drawn(series_lines(users, [], [Span("Users, ITU")], 40, UNICODE)) == ["Users, ITU             2.8 million, 2009"]
    assert drawn(series_lines(users, [], [Span("Users, ITU")], 20, UNICODE)) == ["Users, ITU", "  2.8 million, 2009"]


def test_in_ascii_and_where_there_is_no_room_a_table() -> None:
    table = ["Internet penetration", "  2000       0.7 percent", "  Dec. 2010  28 percent"]
    said = [Span("Internet penetration")]
    assert drawn(series_lines(PENETRATION, [], said, 80, ASCII)) == table
    assert drawn(series_lines(PENETRATION, [], said, 40, UNICODE)) == table
    assert drawn(series_lines(PENETRATION, [], said, 80, UNICODE, plain=True)) == table


def test_in_words() -> None:
    assert series_sentence(PENETRATION) == "Internet penetration: 0.7 percent (2000), 28 percent (December 2010)"
    assert series_sentence(series(("2009", 2800000), unit="people", label="Users")) == "Users: 2,800,000 people (2009)"


def test_the_unit_is_named_unless_the_words_have_it() -> None:
    assert unit_words(PENETRATION) == ""
    assert unit_words(series(("2000", 1), ("2001", 2, "2 percent"))) == "(%)"
    assert unit_words(series(("2010", 14000, "over 14,000"), unit="people", label="Users")) == "(people)"
    assert unit_words(series(("2010", 15000, "15,000"), unit="blogs", label="Blogs registered")) == ""


def test_words_on_a_canvas_never_hide_marks() -> None:
    canvas = Canvas(10, 3)
    canvas.put(1, 4, "##", "mark")
    assert canvas.put_beside(1, 4, 6, "abc", "")
    assert canvas.put_beside(1, 4, 6, "de", "")
    assert not canvas.put_beside(1, 4, 6, "far too long", "")
    assert drawn(canvas.lines()) == ["", " de ## abc", ""]


@given(
    st.lists(st.tuples(DATES, st.floats(-1e9, 1e9) | st.integers(-(10**12), 10**12)), min_size=1, max_size=12),
    st.integers(20, 200),
    st.sampled_from([ASCII, UNICODE]),
    st.booleans(),
)
def test_every_value_is_text_and_no_line_too_wide(points: list[tuple[str, float]], width: int, glyphs: Any, worded: bool) -> None:
    rows = [(at, value, f"some {index} of them") if worded else (at, value) for index, (at, value) in enumerate(points)]
    item = series(*rows)
    lines = series_lines(item, [item], [Span(item.label)], width, glyphs)
    assert all(line_width(line) <= width for line in lines)
    text = letters("".join(drawn(lines)))
    if worded:
        assert all(f"some{index}ofthem" in text for index in range(len(points)))
    assert all(letters(point.at.words(short=True)) in text for point in item.points)
    if glyphs is ASCII:
        assert all(line.isascii() for line in drawn(lines))


@given(st.lists(st.floats(1e-9, 1e12), min_size=2, max_size=8))
def test_higher_values_never_stand_lower(values: list[float]) -> None:
    item = series(*((str(2000 + index), value, str(index)) for index, value in enumerate(values)))
    lines = drawn(plot_lines(item, [], 120, UNICODE))[:-2]
    if not lines:  # the rows do not suffice: the table alone
        return
    heights = {}
    for row, line in enumerate(lines):
        body = line[line.index(next(sign for sign in line if sign in "│┤")) + 1 :]
        cells = 120 - (len(line) - len(body))
        for index in range(len(values)):
            middle = math.floor((index + 0.5) * cells / len(values))
            if middle < len(body) and body[middle] == "■":
                heights[index] = -row
    assert len(heights) == len(values)
    order = sorted(range(len(values)), key=lambda index: values[index])
    assert [heights[index] for index in order] == sorted(heights.values())


def test_what_rows_cannot_keep_apart_is_not_drawn() -> None:
    towns = series(("2021", 79.4), ("2022", 86.1), ("2023", 90.4), ("2024", 94), ("2025", 94.3))
    for width in (80, 100, 120):
        assert plot_lines(towns, [], width, UNICODE) == []


def test_years_that_follow_each_other_are_not_joined() -> None:
    lines = drawn(plot_lines(series(("2021", 50), ("2022", 50), ("2023", 20)), [], 80, UNICODE))
    assert max(len([part for part in line.split() if "■" in part]) for line in lines) == 2
