"""Briefs beside each other: each on its own scale, nothing subtracted or put in order where the method does not allow it."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from kzbrief import cli
from kzbrief.brief.briefing import Briefing, load
from kzbrief.brief.comparison import (
    Side,
    actors,
    beside,
    changes,
    contradictions,
    distance,
    facts,
    findings,
    folded,
    relation,
    side,
    steps,
    works,
)
from kzbrief.brief.model import Disputed
from kzbrief.output.comparison import caveats, change_words, comparison_lines
from kzbrief.output.comparison_forms import comparison_markdown, comparison_table
from kzbrief.output.glyphs import UNICODE
from kzbrief.output.lines import line_width, plain

from . import sample

BAND = [{"status": "Free", "lowest": 0, "highest": 100, "tone": "good"}]


def made(year: int = 2011, total: Any = 50, *, country: str = "TL", index: str = "index", way: str = "0-best", **tables: Any) -> Side:
    """One side, of a country, an edition and an index as given."""
    method = sample.method(id=index, name=f"The {index}", scale=[{"first": 2000, "direction": way, "bands": BAND}])
    edition = {"year": year, "role": "this", **({} if total is None else {"total": total, "status": "Free"})}
    heading = {"id": f"land-{year}", "title": "Land", "country": country, "edition": year}
    return side(Briefing("land.toml", sample.brief(brief=heading, edition=[edition], **tables), method))


def printed(sides: list[Side], width: int = 80, **options: bool) -> str:
    return "\n".join(plain(line) for line in comparison_lines(sides, width, UNICODE, **options))


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (made(), "same-edition"),
        (made(2012), "same-scale"),
        (made(2020, way="100-best"), "turned"),
        (made(index="other"), "other-method"),
    ],
)
def test_how_scores_go_together(other: Side, expected: str) -> None:
    assert relation([made(), other]) == expected
    assert relation([other, made(), made()]) == expected


def test_where_the_scale_has_turned_round_nothing_is_subtracted_and_it_is_said() -> None:
    sides = [made(2011, 55), made(2025, 37, way="100-best")]
    [change] = changes(sides)
    assert change.points is None
    assert change_words(change) == "2011 to 2025: not subtracted, since the scales differ"
    said = printed(sides)
    assert "The scales run in opposite directions: 0 is best in Land 2011; 100 is best in Land 2025." in " ".join(said.split())
    assert "37 of 100 (100 is best)" in said
    assert "63 derived" in said
    assert " 55\n" in said


def test_where_all_scales_run_the_same_way_bars_are_the_published_points() -> None:
    said = printed([made(2024, 34, way="100-best"), made(2025, 37, way="100-best")])
    assert "Points as published, more are better" in said
    assert "derived" not in said
    long, short = (next(line.count("■") for line in said.splitlines() if "■" in line and f"Land {year}" in line) for year in (2025, 2024))
    assert long > short


def test_scores_of_different_indexes_are_not_drawn() -> None:
    sides = [made(), made(index="other")]
    said = printed(sides)
    assert UNICODE.mark not in said
    assert "different indexes" in said
    assert changes(sides) == []


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        (50, 53, "2011 to 2012: 3 points worse"),
        (50, 49, "2011 to 2012: 1 point better"),
        (50, 50, "2011 to 2012: the same total"),
        ("n/a", 50, "2011 to 2012: a total is not known"),
        (50, None, "2011 to 2012: a total is not known"),
    ],
)
def test_changes_from_edition_to_edition_in_words(before: Any, after: Any, words: str) -> None:
    [change] = changes([made(2012, after), made(2011, before)])
    assert change_words(change) == words


def test_one_country_is_followed_through_all_editions_that_are_known() -> None:
    sides = beside([load("kazakhstan-2011"), load("kazakhstan-2025")])
    found = {(item.earlier.edition.year, item.later.edition.year): item for item in steps(sides)}
    assert (2019, 2020) not in found, "none was found for 2020"
    assert change_words(found[2011, 2012]) == "2011 to 2012: 3 points worse"
    assert change_words(found[2014, 2015]) == "2014 to 2015: 1 point worse; Partly Free before, Not Free after"
    assert found[2018, 2019].points is None
    assert change_words(found[2018, 2019]) == "2018 to 2019: not subtracted, since the scales differ"
    assert change_words(found[2022, 2023]) == "2022 to 2023: 2 points better"
    assert all(item.outside for item in found.values()), "each has a total from elsewhere"
    assert [years for years, item in found.items() if item.doubtful] == [
        (2011, 2012),
        (2012, 2013),
        (2016, 2017),
        (2017, 2018),
        (2024, 2025),
    ]
    said = printed(sides)
    assert "  2011 to 2012: 3 points worse * !\n" in said
    assert "* a total from outside the report" in said
    assert "- 2018 to 2019: not subtracted, since the scales differ *" in comparison_markdown(sides).replace("\\", "")
    assert comparison_table(sides)["steps"][0] == {"earlier": 2011, "later": 2012, "points_better_derived": -3, "outside": True}


def test_briefs_that_give_a_total_differently_say_so() -> None:
    one, later = load("kazakhstan-2011"), load("kazakhstan-2025")
    assert contradictions(beside([one, later])) == []
    editions = [replace(item, total=36) if item.year == 2025 else item for item in one.brief.editions]
    sides = beside([Briefing(one.path, replace(one.brief, editions=editions), one.method), later])
    assert [(item.name, other.name, edition.total) for item, other, edition in contradictions(sides)] == [
        ("Kazakhstan 2025", "Kazakhstan 2011", 36)
    ]
    said = "! The briefs disagree on 2025: 36 of 100 (100 is best) by Kazakhstan 2011, otherwise by Kazakhstan 2025."
    assert said in " ".join(printed(sides).split())


def test_nothing_is_followed_between_countries_or_where_nothing_more_is_known() -> None:
    assert steps([made(2011), made(2014)]) == []
    assert steps(beside([load("kazakhstan-2011"), load("kyrgyzstan-2014")])) == []


def test_on_the_other_scale_more_is_better() -> None:
    [change] = changes([made(2020, 30, way="100-best"), made(2021, 33, way="100-best")])
    assert change_words(change) == "2020 to 2021: 3 points better"


def test_countries_are_not_subtracted() -> None:
    assert changes([made(2011), made(2012, country="AA")]) == []


def test_a_figure_that_is_not_available_is_no_bar_and_no_zero() -> None:
    said = printed([made(total="n/a"), made(total=None), made(total=4)])
    assert "Land 2011  n/a" in said
    assert "Land 2011  not known" in said
    assert said.count(UNICODE.mark) == 2


@given(st.integers(0, 100))
def test_the_distance_from_the_best_end(total: int) -> None:
    assert distance(total, 0, 100, "0-best") == total
    assert distance(total, 0, 100, "100-best") == 100 - total
    assert distance("n/a", 0, 100, "0-best") is None


def test_rows_of_fact_boxes_meet_by_what_they_mean() -> None:
    row = {"id": "a", "label": "People online", "kind": "internet-penetration", "printed": "9 percent"}
    other = {"id": "b", "label": "Internet penetration", "kind": "internet-penetration", "printed": "10.5%"}
    alone = {"id": "c", "label": "Altitude", "printed": "high"}
    [(kind, rows)] = facts([made(fact=[row, alone]), made(fact=[other, alone]), made()])
    assert kind == "internet-penetration"
    assert [[fact.printed for fact in found] for found in rows] == [["9 percent"], ["10.5%"], []]


def test_actors_meet_by_any_of_their_names_and_only_within_a_kind() -> None:
    one = {"id": "a", "kind": "company", "name": "KazTel", "aliases": ["Kaz-Télécom"]}
    two = {"id": "b", "kind": "company", "name": "KAZ TELECOM"}
    law = {"id": "c", "kind": "law", "name": "KazTel"}
    assert [(item.name, item.sides) for item in actors([made(actor=[one]), made(actor=[law]), made(actor=[two])])] == [("KazTel", (0, 2))]


def test_works_meet_by_address() -> None:
    tables = {"sources": {"a": {"type": "web", "title": "One", "url": "http://www.example.org/x/"}}}
    other = {"sources": {"b": {"type": "web", "title": "Other title", "url": "https://example.org/x"}}}
    assert [item.sides for item in works([made(**tables), made(**other)])] == [(0, 1)]
    assert works([made(**tables), made()]) == []


def test_counts_of_briefs_that_are_a_selection_come_with_a_warning() -> None:
    said = " ".join(printed([side(load("kazakhstan-2011")), side(load("brazil-2011"))]).split())
    assert "Brazil 2011 is no full brief: its counts say nothing of the report." in said


def test_full_names_the_findings() -> None:
    sides = [side(load("kazakhstan-2011")), side(load("kyrgyzstan-2014"))]
    shared = [entry for _kind, rows in findings(sides) for row in rows for entry in row]
    said = " ".join(printed(sides, 200, full=True).split())
    assert shared
    assert all(" ".join(entry.finding.headline.split()) in said for entry in shared)


@pytest.mark.parametrize("width", [20, 40, 60, 80, 120])
def test_no_line_is_wider_than_asked(width: int) -> None:
    sides = [side(load(name)) for name in ("kazakhstan-2011", "kazakhstan-2025", "iceland-2023")]
    assert all(line_width(line) <= width for line in comparison_lines(sides, width, UNICODE, full=True))


def test_derived_figures_have_names_of_their_own() -> None:
    table = comparison_table([made(2011, 55), made(2025, 37, way="100-best")])
    assert [item["total"] for item in table["sides"]] == [55, 37]
    assert [item["distance_from_best_derived"] for item in table["sides"]] == [55, 63]
    assert table["caveats"] == caveats([made(2011, 55), made(2025, 37, way="100-best")])


def test_one_brief_is_not_enough(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["compare", "kazakhstan-2011"]) == 2
    assert "two briefs at least" in capsys.readouterr().err


def test_a_brief_is_not_put_beside_itself(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["compare", "kazakhstan-2011", "brazil-2011", "briefs/brazil-2011.toml"]) == 2
    assert "briefs/brazil-2011.toml is named twice" in capsys.readouterr().err


def test_briefs_of_one_country_and_year_are_told_apart() -> None:
    one = made().briefing
    other = Briefing("other.toml", one.brief, one.method)
    translated = Briefing("land.toml", replace(one.brief, brief=replace(one.brief.brief, id="land-2011-ru")), one.method)
    assert [item.name for item in beside([one, made(2012).briefing])] == ["Land 2011", "Land 2012"]
    assert [item.name for item in beside([one, translated])] == ["Land 2011 (land-2011)", "Land 2011 (land-2011-ru)"]
    assert [item.name for item in beside([one, other])] == ["Land 2011 (land.toml)", "Land 2011 (other.toml)"]
    assert [item.name for item in beside([one, one])] == ["Land 2011 (1)", "Land 2011 (2)"]


def test_what_is_disputed_or_remarked_of_a_total_is_not_hidden() -> None:
    remark = {"about": ["edition:2011"], "kind": "dating", "text": "Counted twice [@k]."}
    found = made(sources={"k": {"type": "web", "title": "Work"}}, remark=[remark])
    brief = found.briefing.brief
    edition = replace(brief.editions[0], disputed=[Disputed(total=43, cites=["k"])])
    doubted = side(Briefing("land.toml", replace(brief, editions=[edition]), found.method))
    sides = [doubted, made(2012)]
    said = " ".join(printed(sides).split())
    assert "Land 2011 50 of 100 (0 is best) - Free ! Land 2012 50 of 100 (0 is best) - Free ! Land 2011: elsewhere given as 43" in said
    assert "! Land 2011: Counted twice." in said
    table = comparison_table(sides)
    assert [item["doubts"] for item in table["sides"]] == [["elsewhere given as 43 of 100 (0 is best)", "Counted twice."], []]
    assert "elsewhere given as 43" in comparison_markdown(sides)


def test_names_are_folded() -> None:
    assert folded("Ё-Mail  Élan") == folded("е mail elan")


@pytest.mark.parametrize("width", [30, 60, 80, 100, 120])
def test_every_part_says_which_end_is_best_and_bars_are_there_for_all_or_for_none(width: int) -> None:
    sides = [side(load("kazakhstan-2011")), side(load("kazakhstan-2025"))]
    lines = [plain(line) for line in comparison_lines(sides, width, UNICODE)]
    said = " ".join(" ".join(lines).split())
    assert said.count("25 (0 is best)") == 1
    assert said.count("25 (25 is best)") == 1
    rows = [line for line in lines if line.startswith("  Kazakhstan 20") and (" is best)" in line or " of " in line)]
    assert len({UNICODE.mark in row for row in rows}) == 1


def test_what_is_known_of_the_same_year_is_said() -> None:
    said = printed([side(load("kazakhstan-2011")), side(load("kyrgyzstan-2014"))], 200)
    assert "Kazakhstan in 2014: 60 of 100 (0 is best), Partly Free, from outside its report." in said


def test_what_is_remarked_on_a_row_or_a_total_is_told_in_every_form() -> None:
    from kzbrief.spoken.figures import beside as spoken

    sides = beside([load("kazakhstan-2011"), load("kazakhstan-2025"), load("brazil-2011")])
    said = " ".join(printed(sides, 100).split())
    markdown = comparison_markdown(sides).replace("\\", "")
    aloud = " ".join(spoken(sides))
    rows = {item["kind"]: item["rows"] for item in comparison_table(sides)["facts"]}
    assert "16.3 million !" in said
    assert "16.3 million !" in markdown
    assert "20,201,849" in said
    for text in (said, markdown, aloud):
        assert "Kazakhstan 2011, Population" in text
        assert "None of the six rows of the fact box" in text
        assert "Kazakhstan 2025, Population (Sept. 2024)" in text
        assert "Freedom House’s own page for Kazakhstan 2025 was not found" in text
    assert said.count("None of the six rows of the fact box") == 1, "once, with all that it is about"
    assert rows["population"][0][0]["remarks"][0].startswith("None of the six rows")
    assert [row[0]["outside"] for row in rows["population"]] == [False, True, False]
    assert "! " not in aloud


def test_what_is_remarked_on_the_total_of_another_year_stands_behind_it() -> None:
    said = next(words for words in caveats(beside([load("kazakhstan-2011"), load("uzbekistan-2025")])) if "in 2025" in words)
    assert "37 of 100 (100 is best), Not Free, from outside its report. Remark: Freedom House’s own page" in said
