"""The trend of the editions: broken where the scale turns round, gaps as gaps, every value as text."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wcwidth import wcwidth

from kzbrief.brief import briefing as briefings
from kzbrief.brief.model import Brief
from kzbrief.output.figures.trend import stretches, trend_lines, trend_sentence
from kzbrief.output.glyphs import ASCII, UNICODE
from kzbrief.output.lines import Line, line_width, plain

from . import sample

KAZAKHSTAN = briefings.load("kazakhstan-2011")
METHOD = KAZAKHSTAN.method
ROWS = [
    "Before 2019:             0 best                          worst 100",
    "0 is best                ├───────────┼───────────┼───────────────┤",
    "                             Free     Partly Free    Not Free",
    "                             0-30        31-60        61-100",
    "2017    62  Not Free     │           │           │█              │",
    "2018 *  60  Partly Free  │           │          █│               │",
    "",
    "From 2019:               100 best                          worst 0",
    "100 is best              ├────────────┼───────────┼──────────────┤",
    "                              Free     Partly Free    Not Free",
    "                             70-100       40-69         0-39",
    "2019     -  none found   │            │           │              │",
    "2020 *  37  Not Free     │            │           │█             │",
    "2021 * n/a               │            │           │              │",
]


def editions(*rows: tuple[Any, ...]) -> Brief:
    tables = [{"role": "context", "cites": ["a"], **dict(zip(("year", "total", "status"), row, strict=False))} for row in rows]
    tables[0]["role"] = "this"
    for table in tables:
        if table.get("total", 0) is None:
            del table["total"]
    return sample.brief(edition=tables)


def drawn(lines: list[Line]) -> list[str]:
    return [plain(line) for line in lines]


def test_a_row_for_each_edition_between_the_borders_of_the_bands() -> None:
    brief = editions((2017, 62, "Not Free"), (2018, 60, "Partly Free"), (2020, 37, "Not Free"), (2021, "n/a", "n/a"))
    assert drawn(trend_lines(brief, METHOD, 75, UNICODE)) == ROWS


@pytest.mark.parametrize("width", [56, 76, 110])
def test_the_chart_breaks_at_the_turn_and_says_both_directions(width: int) -> None:
    lines = drawn(trend_lines(KAZAKHSTAN.brief, METHOD, width, UNICODE))
    turn = lines.index("")
    assert lines.count("") == 1
    assert "Before 2019:" in lines[0]
    assert "0 is best" in lines[1]
    assert "From 2019:" in lines[turn + 1]
    assert "100 is best" in lines[turn + 2]
    assert not any(line.startswith("2019") for line in lines[:turn])
    assert lines[0].split()[-4:] == ["0", "best", "worst", "100"]
    assert lines[turn + 1].split()[-4:] == ["100", "best", "worst", "0"]


def test_best_is_at_the_left_on_both_scales() -> None:
    lines = drawn(trend_lines(KAZAKHSTAN.brief, METHOD, 76, UNICODE))
    for year, bands in (("2011", 2), ("2015", 3), ("2019", 3), ("2025", 3)):
        row = next(line for line in lines if line.startswith(year))
        assert row[: row.index("█")].count("│") == bands


def test_what_is_not_known_has_a_row_without_a_mark() -> None:
    lines = drawn(trend_lines(KAZAKHSTAN.brief, METHOD, 76, UNICODE))
    rows = {line[:4]: line for line in lines}
    assert "none found" in rows["2020"]
    assert "n/a" in rows["2009"]
    assert "█" not in rows["2020"] + rows["2009"]
    assert "62! status not known" in rows["2017"]
    assert "█" in rows["2017"]


def test_what_is_from_outside_the_report_is_marked() -> None:
    lines = drawn(trend_lines(KAZAKHSTAN.brief, METHOD, 76, UNICODE))
    assert sum(line[5:6] == "*" for line in lines) == sum(edition.role == "context" for edition in KAZAKHSTAN.brief.editions)


@pytest.mark.parametrize(("width", "glyphs", "plain_"), [(36, UNICODE, False), (80, ASCII, False), (80, UNICODE, True)])
def test_the_table_has_the_direction_in_every_row(width: int, glyphs: Any, plain_: bool) -> None:
    lines = drawn(trend_lines(KAZAKHSTAN.brief, METHOD, width, glyphs, plain=plain_))
    assert "2011   55 (0 is best)  Partly Free" in lines
    assert "2025 * 37! (100 is best)  Not Free" in lines
    assert "2009   n/a" in lines
    assert "2020   -  none found" in lines


def test_many_years_without_an_edition_are_one_row() -> None:
    brief = editions((2011, 55, "Partly Free"), (2018, 62, "Not Free"))
    assert [row.years for stretch in stretches(brief, METHOD) for row in stretch.rows] == ["2011", "2012-2017", "2018"]


def test_one_edition_is_no_trend() -> None:
    assert trend_lines(editions((2011, 55, "Partly Free")), METHOD, 80, UNICODE) == []


def test_in_words() -> None:
    brief = editions((2017, 62, "Not Free"), (2018, 60, "Partly Free"), (2020, 37, "Not Free"), (2021, "n/a", "n/a"))
    assert trend_sentence(brief, METHOD) == "0 is best: 62 in 2017, 60 in 2018; 100 is best: 2019 not found, 37 in 2020, n/a in 2021"


@given(
    st.dictionaries(
        st.integers(2005, 2030),
        st.tuples(
            st.integers(0, 100) | st.floats(0, 100).map(lambda value: round(value, 1)) | st.sampled_from(["n/a", None]),
            st.sampled_from(["Free", "Partly Free", "Not Free", "n/a", "Кое-как свободна"]),
        ),
        min_size=2,
        max_size=14,
    ),
    st.integers(20, 200),
    st.sampled_from([ASCII, UNICODE]),
    st.booleans(),
)
def test_every_total_is_text_and_no_line_too_wide(rows: dict[int, tuple[Any, str]], width: int, glyphs: Any, plain_: bool) -> None:
    brief = editions(*((year, *row) for year, row in sorted(rows.items())))
    lines = trend_lines(brief, METHOD, width, glyphs, plain=plain_)
    assert all(line_width(line) <= width for line in lines)
    text = drawn(lines)
    for year, (total, status) in rows.items():
        at = next(index for index, line in enumerate(text) if line.startswith(str(year)))
        row = " ".join(" ".join(text[at : at + 6]).split())
        said = "not known" if total is None else f"{total:g}" if isinstance(total, float) else str(total)
        assert said in row
        assert status in row
    assert trend_sentence(brief, METHOD).count(" is best") in (1, 2)


def test_a_total_stands_inside_its_own_band() -> None:
    for total in range(101):
        lines = drawn(trend_lines(editions((2018, total, "n/a"), (2019, total, "n/a")), METHOD, 80, UNICODE))
        rows = [line for line in lines if "█" in line]
        for row, scale in zip(rows, METHOD.scales, strict=True):
            best_first = scale.bands if scale.direction == "0-best" else scale.bands[::-1]
            band = next(index for index, band in enumerate(best_first) if band.lowest <= total <= band.highest)
            # A total at the best end stands on the edge of the scale itself.
            assert row[: row.index("█")].count("│") == band + 1 or (band == 0 and "│" not in row[: row.index("█")])


def test_marks_stand_below_one_another_beside_wide_names() -> None:
    made = editions((2011, 20, "自由"), (2012, 20, "Partiellement libre"), (2013, 20, "不自由"))
    rows = [plain(line) for line in trend_lines(made, METHOD, 100, UNICODE)]
    marked = [row for row in rows if "█" in row]
    assert len(marked) == 3
    assert len({sum(wcwidth(letter) for letter in row[: row.index("█")]) for row in marked}) == 1
