"""Where a country stands: places with ties, disputed totals, both directions of the scale, and what may not be said."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzbrief.brief.briefing import Briefing, load
from kzbrief.brief.standing import Standing, standing, standing_before
from kzbrief.output.export import Options, html
from kzbrief.output.figures.standing import standing_figure
from kzbrief.output.glyphs import UNICODE
from kzbrief.output.lines import line_width, plain
from kzbrief.output.markdown import summary_markdown
from kzbrief.output.standing import command_lines, ordinal, place_words, required, sentences
from kzbrief.output.standing_forms import standing_markdown, standing_table
from kzbrief.output.summary import summary_lines
from kzbrief.refusal import RefusedError

from . import sample

BANDS = [
    {"status": "Free", "lowest": 0, "highest": 30, "tone": "good"},
    {"status": "Not Free", "lowest": 31, "highest": 100, "tone": "bad"},
]


def placed(
    countries: list[dict[str, Any]], code: str = "TL", total: float | None = None, *, size: int | None = None, way: str = "0-best"
) -> Standing | None:
    """Return where a country stands among those given, in an edition of the year 2011."""
    table = [{"name": f"Land {country['code']}", **country} for country in countries]
    scale = {"first": 2009, "direction": way, "bands": BANDS}
    method = sample.method(scale=[scale], edition=[{"year": 2011, "size": size or len(table), "country": table}])
    editions = [{"year": 2011, "role": "this", "total": total}] if total is not None else [{"year": 2011, "role": "this"}]
    brief = sample.brief(edition=editions)
    heading = {"id": "x-2011", "title": "Testland", "edition": 2011, "country": code}
    return standing(sample.brief(brief=heading, edition=editions) if code != "TL" else brief, method)


def test_places_are_counted_from_the_freest_and_shared() -> None:
    found = placed([{"code": "TL", "total": 40}, {"code": "AA", "total": 10}, {"code": "BB", "total": 40}, {"code": "CC", "total": 90}])
    assert found
    assert [(place.country.code, place.first, place.shared) for place in found.places] == [
        ("AA", 1, 1),
        ("BB", 2, 2),
        ("TL", 2, 2),
        ("CC", 4, 1),
    ]
    assert place_words(found) == "joint 2nd of 4, with Land BB"


def test_on_the_other_scale_the_highest_total_comes_first() -> None:
    found = placed([{"code": "TL", "total": 40}, {"code": "AA", "total": 10}, {"code": "BB", "total": 90}], way="100-best")
    assert found
    assert place_words(found) == "2nd of 3"
    assert [place.country.code for place in found.places] == ["BB", "TL", "AA"]


def test_a_total_that_is_not_available_is_no_zero() -> None:
    found = placed([{"code": "TL", "total": 40}, {"code": "AA", "total": "n/a"}, {"code": "BB"}])
    assert found
    assert [(place.country.code, place.first) for place in found.places] == [("TL", 1), ("AA", None), ("BB", None)]
    assert place_words(found) == "1st of the 1 country whose total is known, of 3"


def test_where_the_own_total_is_not_available_no_place_is_said() -> None:
    found = placed([{"code": "TL", "total": "n/a"}, {"code": "AA", "total": 4}])
    assert found
    assert place_words(found) == ""


def test_disputed_totals_of_others_widen_the_place() -> None:
    found = placed(
        [{"code": "TL", "total": 40}, {"code": "AA", "total": 39, "disputed": [41]}, {"code": "BB", "total": 50, "disputed": [60]}]
    )
    assert found
    assert found.own
    assert (found.own.first, found.between) == (2, (1, 2))
    assert [country.code for country in found.disputes] == ["AA"]


def test_an_own_disputed_total_widens_it_too() -> None:
    found = placed([{"code": "TL", "total": 40, "disputed": [10]}, {"code": "AA", "total": 20}])
    assert found
    assert found.between == (1, 2)
    assert [country.code for country in found.disputes] == ["TL"]


def test_another_total_in_the_brief_is_a_dispute() -> None:
    found = placed([{"code": "TL", "total": 40}, {"code": "AA", "total": 20}], total=10)
    assert found
    assert found.between == (1, 2)


def test_the_place_is_said_with_the_total_that_it_was_counted_from() -> None:
    table = [{"code": "TL", "name": "Testland", "total": 40}, {"code": "AA", "name": "Land", "total": 20}]
    method = sample.method(scale=[{"first": 2009, "direction": "0-best", "bands": BANDS}], edition=[{"year": 2011, "country": table}])
    briefing = Briefing("x.toml", sample.brief(edition=[{"year": 2011, "role": "this", "total": 10}]), method)
    first, second, *__ = sentences(briefing)
    assert first == "40 of 100 (0 is best): 2nd of 2, counted from the freest"
    assert second == "this brief has another total, 10"


@given(st.lists(st.tuples(st.integers(0, 100), st.lists(st.integers(0, 100), max_size=2)), min_size=1, max_size=8), st.booleans())
def test_the_counted_place_lies_between_the_possible_ones(rows: list[tuple[int, list[int]]], turned: bool) -> None:
    countries = [{"code": code, "total": total, "disputed": other} for code, (total, other) in zip(("TL", *_codes()), rows, strict=False)]
    found = placed(countries, way="100-best" if turned else "0-best")
    assert found
    assert found.own
    assert found.own.first
    first, last = found.between or (found.own.first, found.own.first)
    assert 1 <= first <= found.own.first <= last <= len(countries)
    assert bool(found.disputes) == bool(found.between)


def _codes() -> list[str]:
    return [f"{letter}{letter}" for letter in "ABCDEFGHIJ"]


def test_the_shipped_table_places_kazakhstan() -> None:
    briefing = load("kazakhstan-2011")
    assert sentences(briefing) == [
        "55 of 100 (0 is best): joint 25th of 37, with Pakistan, counted from the freest",
        "it was not among the 15 countries of 2009",
    ]


def test_a_country_of_both_editions_has_both_places() -> None:
    assert sentences(load("brazil-2011"))[1] == "in 2009: 30 of 100 (0 is best), 4th of 15"


def test_the_edition_before_is_the_latest_with_a_table() -> None:
    briefing = load("iran-2013")
    before = standing_before(briefing.brief, briefing.method)
    assert before
    assert before.edition.year == 2011


def test_without_a_table_nothing_is_made_up() -> None:
    briefing = load("iran-2013")
    assert sentences(briefing) == []
    with pytest.raises(RefusedError, match="there are tables of 2009, 2011"):
        required(briefing)


@pytest.mark.parametrize(
    ("place", "words"), [(1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (12, "12th"), (23, "23rd"), (111, "111th")]
)
def test_ordinals(place: int, words: str) -> None:
    assert ordinal(place) == words


@pytest.mark.parametrize("width", [20, 26, 34, 41, 60, 80, 101, 200])
def test_no_line_is_wider_than_asked(width: int) -> None:
    for name in ("kazakhstan-2011", "brazil-2011"):
        assert all(line_width(line) <= width for line in command_lines(load(name), width, UNICODE))


@pytest.mark.parametrize("width", [26, 51, 101])
def test_the_strip_has_a_mark_for_every_country(width: int) -> None:
    found = required(load("kazakhstan-2011"))
    drawn = "".join(plain(line) for line in standing_figure(found, width, UNICODE))
    assert drawn.count(UNICODE.mark) == 36
    assert drawn.count(UNICODE.block) == 1


@pytest.mark.parametrize("width", [26, 34, 41, 51, 101])
def test_every_band_keeps_its_count_however_long_its_name(width: int) -> None:
    from msgspec.structs import replace

    found = required(load("kazakhstan-2011"))
    bands = tuple(replace(band, status="Частично свободна") if band.status == "Partly Free" else band for band in found.scale.bands)
    places = [
        place._replace(country=replace(place.country, status="Частично свободна")) if place.country.status == "Partly Free" else place
        for place in found.places
    ]
    count = sum(place.country.status == "Частично свободна" for place in places)
    lines = standing_figure(found._replace(scale=replace(found.scale, bands=bands), places=places), width, UNICODE)
    assert count
    assert str(count) in " ".join(plain(line) for line in lines[-3:]).replace(":", " ").split()


def test_names_are_shown_clean_and_wide_ones_fit() -> None:
    briefing = load("kazakhstan-2011")
    hostile = _renamed(briefing, "名前\x1b[31m")
    lines = command_lines(hostile, 60, UNICODE)
    assert "\x1b" not in "".join(plain(line) for line in lines)
    assert all(line_width(line) <= 60 for line in lines)


def _renamed(briefing: Briefing, name: str) -> Briefing:
    """The briefing with its country under another name in the table."""
    from msgspec.structs import replace

    editions = []
    for edition in briefing.method.editions:
        countries = [replace(country, name=name) if country.code == "KZ" else country for country in edition.countries]
        editions.append(replace(edition, countries=countries))
    return Briefing(briefing.path, briefing.brief, replace(briefing.method, editions=editions))


def test_each_value_of_a_disputed_total_has_its_sources() -> None:
    briefing = load("kazakhstan-2011")
    label = briefing.index.label
    said = " ".join(" ".join(plain(line) for line in command_lines(briefing, 100, UNICODE)).split())
    assert f"Australia 18 [{label('eesti-2011')}, {label('almeida-2011')}] elsewhere 17 [{label('da2i')}]" in said
    behind = said.partition("of those on which sources disagree")[2]
    assert f"[{label('da2i')}] “DA2I Dashboards,” GitHub" in behind
    table = standing_table(briefing)
    [row] = [row for row in table["countries"] if row["code"] == "AU"]
    assert (row["total"], row["cites"]) == (18, ["eesti-2011", "almeida-2011"])
    assert row["disputed"] == [{"total": 17, "cites": ["da2i"]}]
    assert f"| 18 \\[\\{label('eesti-2011')}, \\{label('almeida-2011')}\\] | Free | 17 \\[\\{label('da2i')}\\] |" in standing_markdown(
        briefing
    )


def test_a_disputed_total_of_which_no_source_is_known_is_shown_all_the_same() -> None:
    found = placed([{"code": "TL", "total": 40, "disputed": [10]}, {"code": "AA", "total": 20}])
    assert found
    assert found.own
    assert [(other.total, other.cites) for other in found.own.country.others] == [(10, [])]


@pytest.mark.parametrize("form", ["summary", "markdown", "html"])
def test_the_standing_is_in_the_whole_brief_as_a_derived_thing_from_outside(form: str) -> None:
    briefing = load("kazakhstan-2011")
    if form == "summary":
        made = " ".join(" ".join(plain(line) for line in summary_lines(briefing, 80, UNICODE, full=True)).split())
    else:
        made = summary_markdown(briefing, full=True) if form == "markdown" else html.export(briefing, Options())
    assert "Among the 37 countries of Freedom on the Net 2011" in made
    said = made[made.rindex("Among the 37 countries of Freedom on the Net 2011") :]
    assert "55 of 100 (0 is best): joint 25th of 37, with Pakistan, counted from the freest" in said
    assert "Derived: places are counted here from the published totals; a score is not a rank." in said
    assert "* Among the 37" in made.replace("\\", "") if form != "html" else "from outside the report" in said


@pytest.mark.parametrize("make", [summary_markdown, lambda briefing, full: html.export(briefing, Options())])
def test_nothing_is_said_where_there_is_no_table(make: Callable[..., str]) -> None:
    assert "Among the" not in make(load("iran-2013"), full=True)


@pytest.mark.parametrize("name", ["kazakhstan-2011", "brazil-2011"])
def test_the_sources_of_a_place_can_be_opened(name: str) -> None:
    briefing = load(name)
    found = required(briefing)
    assert found.own
    assert {briefing.index.canonical(key) for key in found.own.country.cites} <= set(briefing.index.sources)
