"""The list of works and the sheet of a work, without a screen."""

from __future__ import annotations

from pathlib import Path

import pytest

from kzbrief.brief.briefing import Briefing, load
from kzbrief.output.glyphs import UNICODE
from kzbrief.output.lines import line_width, plain
from kzbrief.tui.pages.help import help_page
from kzbrief.tui.pages.source_sheet import shortened, source_sheet, title
from kzbrief.tui.pages.sources import ORDERS, arranged, haystack, sources

WIDTHS = (40, 60, 80, 100, 150)


@pytest.fixture(scope="module")
def small() -> Briefing:
    return load(Path(__file__).parents[1] / "data" / "small.toml")


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("order", ORDERS)
def test_the_list_fits(small: Briefing, width: int, order: str) -> None:
    page = sources(small, width, 24, UNICODE, order)
    assert all(line_width(line) <= width for line in page.lines)
    assert {stop.goto for stop in page.stops} == {f"source:{key}" for key in arranged(small, order)}
    assert {"market-2006", "profile", "later"} <= set(arranged(small, order))


@pytest.mark.parametrize("width", WIDTHS)
def test_sheets_fit_and_addresses_are_whole(small: Briefing, width: int) -> None:
    for key in small.index.sources:
        page = source_sheet(small, key, -1, width)
        assert all(line_width(line) <= width for line in page.lines)
        joined = "".join(plain(line).strip() for line in page.lines)
        for work in small.index.candidates(key) or (small.index.work(key),):
            if url := getattr(work, "url", None):
                assert url in joined


@pytest.mark.parametrize("width", WIDTHS)
def test_the_help_fits(width: int) -> None:
    assert all(line_width(line) <= width for line in help_page(width, UNICODE).lines)


def test_works_from_outside_come_last(small: Briefing) -> None:
    for order in ORDERS:
        outside = [small.index.outside(key) for key in arranged(small, order)]
        assert outside == sorted(outside)


def test_words_are_found_in_titles_names_numbers_and_languages(small: Briefing) -> None:
    assert arranged(small, "note", "РЫНОК") == ["market-2006"]
    assert arranged(small, "note", "sztohó lines") == ["market-2006"]
    assert "market-2006" in arranged(small, "note", "russian")
    assert arranged(small, "note", "nothing like this") == []
    assert "1, 3" in haystack(small, "market-2006")


def test_titles_of_sheets(small: Briefing) -> None:
    assert title(small, "market-2006", "1") == ("Source 1", "article, in Russian")
    assert title(small, "profile", "5") == ("Source 5", "two works fit")
    assert title(small, "later", small.index.label("later"))[0].startswith("Source *")


def test_the_marked_place_has_the_pointer(small: Briefing) -> None:
    lines = [plain(line) for line in source_sheet(small, "market-2006", 1, 80).lines]
    assert any("> 3 One state carrier" in line for line in lines)
    assert any("  1 One state carrier" in line for line in lines)


def test_a_name_is_cut_between_words() -> None:
    assert shortened("one two three", 13) == "one two three"
    assert shortened("one two three", 12) == "one two ..."
