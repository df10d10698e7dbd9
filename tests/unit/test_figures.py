"""Figures: drawn true to scale, never a bare score, and said in words as well."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wcwidth import wcwidth

from kzbrief.brief.briefing import load
from kzbrief.brief.method import Band, Category, Scale
from kzbrief.brief.model import Fact
from kzbrief.output.export import Options, html
from kzbrief.output.figures.bars import Part, bar_lines, bar_sentence
from kzbrief.output.figures.digits import digits
from kzbrief.output.figures.factbox import fact_lines
from kzbrief.output.figures.scale import scale_lines, scale_sentence
from kzbrief.output.figures.trend import trend_lines
from kzbrief.output.figures.words import band_limit, part_in_words, tone_of, total_in_words
from kzbrief.output.glyphs import ASCII, UNICODE
from kzbrief.output.lines import line_width, plain

OLD = Scale(
    first=2009,
    last=2018,
    direction="0-best",
    bands=[
        Band(status="Free", lowest=0, highest=30, tone="good"),
        Band(status="Partly Free", lowest=31, highest=60, tone="middle"),
        Band(status="Not Free", lowest=61, highest=100, tone="bad"),
    ],
)
NEW = Scale(
    first=2019,
    direction="100-best",
    bands=[
        Band(status="Not Free", lowest=0, highest=39, tone="bad"),
        Band(status="Partly Free", lowest=40, highest=69, tone="middle"),
        Band(status="Free", lowest=70, highest=100, tone="good"),
    ],
)
ACCESS = Category(id="access", title="Obstacles to Access", short="Access", maximum=25)


def drawn(lines: list) -> list[str]:
    return [plain(line) for line in lines]


def test_the_scale_has_its_ends_bands_and_total() -> None:
    assert drawn(scale_lines(55, "Partly Free", OLD, 51, UNICODE)) == [
        "best                      55                  worst",
        "├──────────────┼───────────█──┼───────────────────┤",
        "      Free        Partly Free        Not Free",
        "      0-30           31-60            61-100",
    ]


def test_where_100_is_best_the_best_end_is_at_the_left_too_and_says_its_points() -> None:
    head, line, names, ranges = drawn(scale_lines(37, "Not Free", NEW, 41, UNICODE))
    assert head.startswith("100 best ")
    assert head.endswith(" worst 0")
    assert line.index("█") > line.rindex("┼")
    assert names.split() == ["Free", "Partly", "Free", "Not", "Free"]
    assert ranges.split() == ["70-100", "40-69", "0-39"]


@given(st.integers(0, 100), st.sampled_from([OLD, NEW]), st.sampled_from([26, 34, 41, 51, 101]))
def test_both_ends_are_named_wherever_the_total_stands(total: int, scale: Scale, width: int) -> None:
    head, line, *_bands = drawn(scale_lines(total, None, scale, width, UNICODE))
    ends = ["best", "worst"] if scale.direction == "0-best" else ["100 best", "worst 0"]
    assert head.split() == [*ends[0].split(), str(total), *ends[1].split()]
    assert len(head) == width
    start = len(ends[0]) + 1
    assert abs(head.index(str(total), start) - line.index("█")) <= 10


def test_the_scale_in_ascii_has_nothing_but_ascii() -> None:
    assert all(line.isascii() for line in drawn(scale_lines(55, "Partly Free", OLD, 51, ASCII)))


@given(st.integers(0, 100), st.sampled_from([OLD, NEW]), st.sampled_from([26, 34, 41, 51, 101]))
def test_a_total_stands_inside_its_own_band(total: int, scale: Scale, width: int) -> None:
    band = next(index for index, band in enumerate(scale.bands) if band.lowest <= total <= band.highest)
    line = drawn(scale_lines(total, scale.bands[band].status, scale, width, UNICODE))[1]
    assert len(line) == width
    before = line[: line.index("█")].count("┼")
    assert (before if scale.direction == "0-best" else len(scale.bands) - 1 - before) == band


@given(st.integers(0, 100), st.sampled_from([OLD, NEW]), st.integers(0, 130))
def test_the_scale_never_is_wider_than_asked(total: int, scale: Scale, width: int) -> None:
    lines = scale_lines(total, None, scale, width, UNICODE)
    assert all(line_width(line) <= width for line in lines)
    assert bool(lines) == (width >= 26)


@pytest.mark.parametrize("total", ["n/a", None])
def test_without_a_figure_nothing_stands_on_the_scale(total: str | None) -> None:
    lines = drawn(scale_lines(total, None, OLD, 51, UNICODE))
    assert "█" not in lines[1]
    assert lines[0] == "best                                          worst"


def test_a_bar_has_one_mark_a_point() -> None:
    assert drawn(bar_lines(Part(ACCESS, 16), 38, UNICODE)) == ["Obstacles to Access           16 of 25", "■" * 16 + "·" * 9]


@pytest.mark.parametrize(("score", "said"), [("n/a", "n/a"), (None, "not known")])
def test_a_part_without_a_figure_has_no_marks(score: str | None, said: str) -> None:
    lines = drawn(bar_lines(Part(ACCESS, score), 38, UNICODE))
    assert len(lines) == 1
    assert lines[0].endswith(said)


def test_a_bar_that_cannot_be_true_to_scale_is_left_out() -> None:
    assert len(bar_lines(Part(ACCESS, 16), 24, UNICODE)) == 2
    assert all("■" not in line for line in drawn(bar_lines(Part(ACCESS, 16), 24, UNICODE)))


def test_zero_is_drawn_and_is_not_the_same_as_not_known() -> None:
    assert drawn(bar_lines(Part(ACCESS, 0), 38, UNICODE))[1] == "·" * 25


def test_figures_come_with_their_direction_in_words() -> None:
    assert total_in_words(55, OLD) == "55 of 100 (0 is best)"
    assert total_in_words(37, NEW) == "37 of 100 (100 is best)"
    assert total_in_words("n/a", OLD) == "n/a"
    assert total_in_words(None, OLD) == "not known"
    assert part_in_words(16, ACCESS) == "16 of 25"
    assert bar_sentence(Part(ACCESS, 16), "0-best") == "Obstacles to Access: 16 of 25 (fewer is better)"
    assert scale_sentence(55, "Partly Free", OLD).startswith("55 of 100 (0 is best) - Partly Free; 0-30 is Free")
    assert band_limit(OLD, "Not Free") == "Not Free from 61"
    assert band_limit(NEW, "Not Free") == "Not Free up to 39"
    assert band_limit(NEW, "Partly Free") is None
    assert tone_of("Not Free", NEW) == "bad"
    assert tone_of("n/a", NEW) == ""


def test_large_digits() -> None:
    lines = digits("55", UNICODE)
    assert lines is not None
    assert drawn(lines) == ["█▀▀ █▀▀", "▀▀█ ▀▀█", "▀▀▀ ▀▀▀"]
    assert digits("n/a", UNICODE) is None
    assert digits("55", ASCII) is None


def test_a_fact_is_shown_as_printed() -> None:
    fact = Fact(id="penetration", label="Internet penetration", printed="28 percent", value=27.9)
    assert drawn(fact_lines(fact, 36)) == ["Internet penetration      28 percent"]
    assert drawn(fact_lines(fact, 12)) == ["Internet", "penetration", "  28 percent"]
    assert drawn(fact_lines(fact, 40, remarked=True)) == ["Internet penetration !        28 percent"]


def cells(text: str) -> int:
    return sum(wcwidth(letter) for letter in text)


WIDE = Scale(
    first=2009,
    direction="0-best",
    bands=[
        Band(status="開放", lowest=0, highest=30, tone="good"),
        Band(status="Libre\u0301 en partie", lowest=31, highest=60, tone="middle"),
        Band(status="不自由", lowest=61, highest=100, tone="bad"),
    ],
)


def test_names_of_bands_that_would_touch_are_moved_apart_where_there_is_room_for_all() -> None:
    rows = [plain(line) for line in scale_lines(55, "不自由", WIDE, 34, UNICODE)]
    assert rows[2].split() == ["開放", "Libre\u0301", "en", "partie", "不自由"]
    assert cells(rows[2]) <= 34
    assert "不自由" not in plain(scale_lines(55, "不自由", WIDE, 26, UNICODE)[2])


@pytest.mark.parametrize("width", [26, 41, 51, 101])
@pytest.mark.parametrize("total", [0, 31, 55, 100])
def test_wide_and_combining_names_of_bands_stand_in_the_middle_of_their_bands(width: int, total: int) -> None:
    rows = [plain(line) for line in scale_lines(total, "不自由", WIDE, width, UNICODE)]
    assert all(cells(row) <= width for row in rows)
    line = rows[1]
    for name in ("開放", "不自由"):
        found = rows[2].rfind(name)
        if found < 0:
            continue
        borders = (0, line.index("┼")) if name == "開放" else (line.rindex("┼"), len(line) - 1)
        before = cells(rows[2][:found])
        after = borders[1] - before - cells(name) + 1
        assert abs((before - borders[0]) - after) <= 1, (name, rows)


@pytest.mark.parametrize("title", ["阻碍接入网络的因素", "Obstacles à l’accès", "عقبات الوصول", "Нарушения прав пользователей сети"])
@pytest.mark.parametrize("previous", [False, True])
def test_figures_of_parts_end_at_the_same_cell_whatever_the_script(title: str, previous: bool) -> None:
    part = Part(Category(id="access", title=title, short="短", maximum=25), 16, "n/a")
    lines = bar_lines(part, 48, UNICODE, previous)
    assert cells(plain(lines[0])) == 48
    narrow = bar_lines(part, 12, UNICODE, previous)
    assert all(cells(plain(line)) <= 12 for line in narrow[:-1])


@pytest.mark.parametrize("name", ["kazakhstan-2011", "kazakhstan-2025"])
def test_the_best_end_is_at_the_same_side_of_every_drawing(name: str) -> None:
    briefing = load(name)
    scale = briefing.method.scale_of(briefing.brief.brief.edition)
    heads = [plain(scale_lines(50, None, scale, 51, UNICODE)[0])]
    heads += [plain(line) for line in trend_lines(briefing.brief, briefing.method, 80, UNICODE) if "worst" in plain(line)]
    heads += re.findall(r"<text[^>]*>(?=[^<]*best|[^<]*worst)([^<]*)", html.export(briefing, Options()))[:2]
    assert all(head.index("best") < head.index("worst") for head in heads[:-2])
    assert "best" in heads[-2]
    assert "worst" in heads[-1]
    assert len(heads) >= 4
