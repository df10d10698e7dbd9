"""The page of a section at several widths, without a screen."""

from __future__ import annotations

from pathlib import Path

import pytest

from kzbrief.brief.briefing import Briefing, load
from kzbrief.output.glyphs import ASCII, UNICODE
from kzbrief.output.lines import line_width, plain
from kzbrief.tui.page import Page
from kzbrief.tui.pages.measure import margin, measure
from kzbrief.tui.pages.section import section

WIDTHS = (40, 59, 60, 80, 99, 100, 119, 120, 149, 150, 200)


@pytest.fixture(scope="module")
def small() -> Briefing:
    return load(Path(__file__).parents[1] / "data" / "small.toml")


def text(page: Page) -> list[str]:
    return [plain(line) for line in page.lines]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("part", ["access", "content", "rights"])
def test_every_line_fits_and_every_place_is_true(small: Briefing, part: str, width: int) -> None:
    page = section(small, part, width, 30, UNICODE)
    assert all(line_width(line) <= width for line in page.lines)
    assert 30 <= page.text_end - page.text_start <= 72
    for stop in page.stops:
        assert page.lines[stop.top][0].text.isspace()
        headline = small.index.entry(stop.id.partition(":")[2]).finding.headline
        assert plain(page.lines[stop.top])[page.text_start :].startswith(headline[:12])
    for spot in page.spots:
        shown = plain(page.lines[spot.line])[spot.start : spot.end]
        kind, _colon, name = spot.ref.partition(":")
        if kind == "cite":
            assert small.index.citations[int(name)].label in shown
        else:
            actor = small.index.naming.actor(name)
            assert any(known.startswith(shown) for known in (actor.name, *actor.aliases))
        assert page.stops[spot.stop].top < spot.line < page.stops[spot.stop].bottom
    cited = [int(spot.ref[5:]) for spot in page.spots if spot.ref.startswith("cite:")]
    assert cited == sorted(cited)


def test_the_columns_of_the_drawings() -> None:
    assert measure(80) == (0, 0, 3, 72, 0, 0)
    assert measure(100)[2:] == (4, 58, 67, 30)
    assert measure(120)[2:5] == (4, 68, 77)
    assert measure(40)[2:4] == (3, 36)
    assert [margin(width) for width in (40, 99, 100, 150)] == [1, 1, 2, 2]


def test_a_wide_block_stands_in_the_middle() -> None:
    for width in range(121, 260):
        columns = measure(width)
        right = width - (columns.notes + 2 + columns.notes_width)
        left = columns.list_start or columns.start - 2
        assert abs(left - right) <= 4


def test_title_score_and_topic(small: Briefing) -> None:
    lines = text(section(small, "access", 100, 30, UNICODE))
    assert lines[0] == "    Obstacles to Access                   14 of 25 (0 is best)"
    assert lines[2] == "    The market " + "─" * 47


def test_drawings_in_ascii(small: Briefing) -> None:
    assert text(section(small, "access", 100, 30, ASCII))[2] == "    The market " + "-" * 47


def test_notes_in_the_margin_belong_to_their_citations(small: Briefing) -> None:
    page = section(small, "access", 100, 30, UNICODE)
    refs = {span.ref for line in page.lines for span in line}
    assert set(page.notes) == {spot.ref for spot in page.spots if spot.ref.startswith("cite:")}
    assert set(page.notes.values()) <= refs
    assert not page.feet


def test_sources_at_the_foot_take_three_lines_at_most(small: Briefing) -> None:
    page = section(small, "access", 60, 24, UNICODE)
    assert len(page.feet) == len(page.stops)
    assert all(len(foot) <= 4 for foot in page.feet)
    assert all(plain(foot[0]).strip() == "─" * 16 for foot in page.feet if foot)
    assert not section(small, "access", 60, 19, UNICODE).feet


def test_both_works_of_an_unsettled_reference_are_named_in_a_word(small: Briefing) -> None:
    page = section(small, "content", 100, 30, UNICODE)
    note = " ".join(span.text for line in page.lines for span in line if span.ref.startswith("note:") and span.text.strip())
    assert note == "5  Net Observers: two works fit; the report does not say which"
