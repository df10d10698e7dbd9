"""The list of works and the sheet of a work, without a screen."""

from __future__ import annotations

from pathlib import Path

import pytest

from kzbrief.brief.briefing import Briefing, load
from kzbrief.brief.references import reference
from kzbrief.commands import rows_of
from kzbrief.output.glyphs import UNICODE
from kzbrief.output.lines import line_width, plain, shortened
from kzbrief.tui.pages.help import help_page
from kzbrief.tui.pages.source_sheet import source_sheet, title
from kzbrief.tui.pages.sources import ORDERS, arranged, haystack, order_name, sources

from .sample import brief, finding, method

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
@pytest.mark.parametrize("where", ["dashboard", "section", "timeline", "sources", "source", "address"])
def test_the_help_fits(small: Briefing, where: str, width: int) -> None:
    lines = help_page(width, UNICODE, where, small).lines
    assert all(line_width(line) <= width for line in lines)
    text = " ".join(" ".join(plain(line) for line in lines).split())
    if 40 < width < 100:  # one column, keys in one line
        for row in rows_of(where):
            assert row.help in text
        assert "from the 2019 edition on 100 is best" in text


def test_places_stand_below_each_other_with_their_whole_headlines(small: Briefing) -> None:
    page = source_sheet(small, "market-2006", 0, 40)
    text = [plain(line) for line in page.lines]
    for place in small.index.places("market-2006"):
        headline = small.index.entry(place.address).finding.headline
        assert any(f"{place.label} {headline[:10]}" in line for line in text)
        assert headline in " ".join(" ".join(text).split())


def test_an_archived_address_stays_in_its_column_where_it_goes_in(small: Briefing) -> None:
    def row(width: int) -> str:
        return next(plain(line) for line in source_sheet(small, "market-2006", -1, width).lines if "web.archive.org" in plain(line))

    assert row(80).startswith(" " * 14 + "https://web.archive.org")
    assert row(40).startswith("   https://web.archive.org")


def test_works_of_one_note_are_told_apart_by_their_names() -> None:
    works = {
        "students": {"type": "book", "title": "Students and Proxies", "author": ["Trickler, Ann"], "date": "2010", "notes": [6]},
        "colonel": {"type": "book", "title": "Colonel", "author": ["Kolbaskin, Bo"], "date": "2011", "notes": [6]},
    }
    unsettled = {"either": {"candidates": ["students", "colonel"], "notes": [7], "reason": "Both fit."}}
    rows = {"access": [finding("one", "So it is [@either].")]}
    briefing = Briefing("", brief(rows, sources=works, unsettled=unsettled), method())
    text = " ".join(" ".join(plain(line) for line in source_sheet(briefing, "either", 0, 80).lines).split())
    assert "source 6 or source 6" not in text
    assert "which: Trickler, “Students and Proxies,” 2010 or Kolbaskin, “Colonel,” 2011" in text
    listed = " ".join(" ".join(plain(line) for line in sources(briefing, 80, 24, UNICODE).lines).split())
    assert "perhaps meant by note 7" in listed
    assert "not cited" not in listed
    assert "2010 or Bo" in reference(briefing.index.work("either"), briefing.index.candidates("either"))


def test_works_from_outside_come_last(small: Briefing) -> None:
    for order in ORDERS:
        outside = [small.index.outside(key) for key in arranged(small, order)]
        assert outside == sorted(outside)


def test_without_notes_works_are_in_the_order_in_which_they_are_cited(small: Briefing) -> None:
    assert order_name("note", small) == "by note"
    assert order_name("note", load("iceland-2023")) == "as first cited"


def test_words_are_found_in_titles_names_numbers_and_languages(small: Briefing) -> None:
    assert arranged(small, "note", "РЫНОК") == ["market-2006"]
    assert arranged(small, "note", "sztohó lines") == ["market-2006"]
    assert "market-2006" in arranged(small, "note", "russian")
    assert arranged(small, "note", "nothing like this") == []
    assert "1, 3" in haystack(small, "market-2006")


def test_accents_and_capitals_make_no_difference_in_a_filter(small: Briefing) -> None:
    for words in ("Sztohó", "sztoho", "РЫНОК"):
        assert arranged(small, "note", words) == ["market-2006"], words


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
