"""The timeline page at several widths, without a screen."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kzbrief.brief.briefing import Briefing, load
from kzbrief.output.glyphs import ASCII, UNICODE
from kzbrief.output.lines import line_width, plain
from kzbrief.tui.navigator import TIMELINE, tabs
from kzbrief.tui.page import Page
from kzbrief.tui.pages.timeline import timeline

from . import sample
from .test_timeline import DATES

WIDTHS = (40, 59, 60, 80, 100, 119, 120, 150, 200)


@pytest.fixture(scope="module")
def kazakhstan() -> Briefing:
    return load("kazakhstan-2011")


def text(page: Page) -> list[str]:
    return [plain(line) for line in page.lines]


def brief_of(**tables: Any) -> Briefing:
    sources = {"report-note": {"type": "web", "title": "A", "notes": [1]}, "later": {"type": "web", "title": "B"}}
    findings = {"access": [sample.finding("carrier"), sample.finding("price")]}
    rows = {"edition": [{"year": 2011, "role": "this", "total": 47, "status": "Free"}], "sources": sources, **tables}
    return Briefing("", sample.brief(findings, **rows), sample.method())


@pytest.mark.parametrize("width", WIDTHS)
def test_every_line_fits_and_everything_can_be_reached(kazakhstan: Briefing, width: int) -> None:
    page = timeline(kazakhstan, width, 30, UNICODE)
    assert all(line_width(line) <= width for line in page.lines)
    ids = [stop.id for stop in page.stops]
    assert {f"event:{event.id}" for event in kazakhstan.brief.events} <= set(ids)
    assert {f"series:{series.id}" for series in kazakhstan.brief.series} <= set(ids)
    assert len(ids) == len(set(ids))
    assert ids[-3:] == ["editions", "edition-remarks", "edition-sources"]
    assert [stop.top for stop in page.stops] == sorted(stop.top for stop in page.stops)


@pytest.mark.parametrize("width", WIDTHS)
def test_places_are_true(kazakhstan: Briefing, width: int) -> None:
    page = timeline(kazakhstan, width, 30, UNICODE)
    lines = text(page)
    for spot in page.spots:
        assert page.stops[spot.stop].top <= spot.line < page.stops[spot.stop].bottom
        shown = lines[spot.line][spot.start : spot.end]
        kind, __, name = spot.ref.partition(":")
        if kind == "source":
            assert set(shown.strip("[]").split(", ")) <= {str(note) for note in kazakhstan.index.work(name).notes} | {
                kazakhstan.index.label(name)
            }
        else:
            assert kazakhstan.index.entry(name).finding.headline.startswith(shown), "and it goes on in the next line"
    for stop in page.stops:
        assert lines[stop.top][: stop.column + 1].strip() == ""


def test_enter_goes_to_the_first_finding_and_the_others_are_named(kazakhstan: Briefing) -> None:
    page = timeline(kazakhstan, 80, 30, UNICODE)
    stop = next(stop for stop in page.stops if stop.id == "event:livejournal-blocked")
    assert stop.goto == f"finding:{kazakhstan.index.entry('livejournal-blocked').address}"
    number = page.stops.index(stop)
    refs = [spot.ref.rpartition("/")[2] for spot in page.spots if spot.stop == number and spot.ref.startswith("finding:")]
    assert refs == ["filtering-not-acknowledged", "livejournal-block-motive", "block-changed-blogosphere"]


def test_along_an_axis_on_a_wide_screen(kazakhstan: Briefing) -> None:
    lines = text(timeline(kazakhstan, 120, 40, UNICODE))
    assert lines[3].startswith("   1994 ┼──")
    assert lines[4].startswith("        ├ 1994             Kazakhstan’s country code")
    assert any(line.startswith("   2000 ┼") and line.endswith("0.7 percent, 2000") for line in lines)
    assert "        · 2001-2003" in lines
    assert not any("┼" in line for line in text(timeline(kazakhstan, 119, 40, UNICODE))[:60])


def test_charts_are_drawn_from_60_columns_and_in_unicode_only(kazakhstan: Briefing) -> None:
    assert any("█" in line for line in text(timeline(kazakhstan, 60, 24, UNICODE)))
    for page in (timeline(kazakhstan, 59, 24, UNICODE), timeline(kazakhstan, 120, 40, ASCII)):
        assert not any(sign in line for line in text(page) for sign in "█■#")
        assert any("37! (100 is best)  Not Free" in line for line in text(page))


def test_signs_of_what_has_no_source_and_of_what_is_from_outside() -> None:
    events = [
        {"id": "a", "date": "2009", "label": "First"},
        {"id": "b", "date": "2010", "label": "Second", "cites": ["later"]},
        {"id": "c", "date": "2011", "label": "Third", "about": ["finding:price"], "cites": ["report-note"]},
    ]
    remarks = [{"about": ["event:c", "event:a"], "kind": "dating", "text": "The report has two dates for it, and neither is of the day."}]
    lines = text(timeline(brief_of(event=events, remark=remarks), 60, 24, UNICODE))
    assert "   2009  First -- no source in the report" in lines
    assert "   2010  * Second [*1]" in lines
    assert "   2011  Third [1]" in lines
    assert "         ! The report has two dates for it, and neither is" in lines
    assert any(line.startswith("         ! as above: The report has two") for line in lines)


def test_charts_of_one_unit_stand_side_by_side_on_a_wide_screen() -> None:
    points = [{"at": "2000", "value": 1}, {"at": "2010", "value": 28}]
    series = [
        {"id": "a", "label": "Users", "unit": "%", "points": points, "cites": ["report-note"]},
        {"id": "b", "label": "Price", "unit": "US$", "points": points},
        {"id": "c", "label": "Subscribers", "unit": "%", "points": points, "about": ["finding:price"], "cites": ["later"]},
    ]
    briefing = brief_of(event=[{"id": "a", "date": "2009", "label": "First"}], series=series)
    page = timeline(briefing, 120, 40, UNICODE)
    row = next(line for line in text(page) if "Users (%) [1]" in line)
    assert "Subscribers (%) [*1]" in row
    assert {(stop.id, stop.goto) for stop in page.stops} >= {("series:c", "finding:access/price"), ("series:b", "")}
    spots = {spot.ref: text(page)[spot.line][spot.start : spot.end] for spot in page.spots}
    assert spots == {"source:report-note": "[1]", "source:later": "[*1]"}
    assert not any("Subscribers" in line and "Users" in line for line in text(timeline(briefing, 119, 40, UNICODE)))


def test_the_tab_stands_before_the_sources_where_there_are_events(kazakhstan: Briefing) -> None:
    assert [tab.id for tab in tabs(kazakhstan)][-2:] == [TIMELINE, "sources"]
    assert TIMELINE not in [tab.id for tab in tabs(brief_of())]
    small = load(Path(__file__).parents[1] / "data" / "small.toml")
    assert tabs(small)[-2].title == "Timeline"


@given(
    st.lists(st.tuples(DATES, st.text("ab ё新-", min_size=1).filter(str.strip)), min_size=1, max_size=8),
    st.lists(st.lists(st.tuples(DATES, st.integers(-100, 10**9)), min_size=1, max_size=5), max_size=4),
    st.dictionaries(st.integers(2005, 2025).filter(lambda year: year != 2011), st.integers(0, 100), max_size=6),
    st.integers(40, 200),
    st.sampled_from([ASCII, UNICODE]),
)
@settings(max_examples=60)
def test_any_events_series_and_editions_fit(
    events: list[tuple[str, str]], series: list[list[tuple[str, int]]], totals: dict[int, int], width: int, glyphs: Any
) -> None:
    tables = {
        "event": [{"id": f"e{index}", "date": date, "label": label} for index, (date, label) in enumerate(events)],
        "series": [
            {"id": f"s{index}", "label": f"Count {index}", "unit": "%", "points": [{"at": at, "value": value} for at, value in points]}
            for index, points in enumerate(series)
        ],
        "edition": [
            {"year": 2011, "role": "this", "total": 47},
            *({"year": year, "role": "context", "total": total, "cites": ["later"]} for year, total in totals.items()),
        ],
    }
    page = timeline(brief_of(**tables), width, 24, glyphs)
    assert all(line_width(line) <= width for line in page.lines)
    ids = {stop.id for stop in page.stops}
    assert {f"event:e{index}" for index in range(len(events))} | {f"series:s{index}" for index in range(len(series))} <= ids
    for year in totals:
        assert any(line.strip().startswith(str(year)) for line in text(page))


@pytest.mark.parametrize("width", [60, 120])
def test_what_the_report_itself_says_of_editions_is_not_from_outside(width: int) -> None:
    edition = [
        {"year": 2011, "role": "this", "total": 47, "status": "Free", "cites": ["report-note"]},
        {"year": 2012, "role": "context", "total": 48, "status": "Free", "cites": ["later"]},
    ]
    event = [{"id": "law", "date": "2010", "label": "A law.", "cites": ["report-note"]}]
    lines = text(timeline(brief_of(edition=edition, event=event), width, 60, UNICODE))
    assert any(line.strip() == "from the report: 2011 [1]" for line in lines)
    assert any(line.strip() == "* from outside the report: 2012 [*1]" for line in lines)
    assert not any("from outside" in line for line in text(timeline(load("brazil-2011"), width, 60, UNICODE)))


def test_a_remark_that_stands_directly_above_is_not_pointed_to() -> None:
    editions = [{"year": 2011, "role": "this", "total": 47, "status": "Free"}, {"year": 2012, "role": "context", "total": 48}]
    editions.append({"year": 2013, "role": "context", "total": 49})
    said = {"about": ["edition:2012", "edition:2013"], "kind": "reference", "text": "These two are as a news site gives them. " * 4}
    lines = text(
        timeline(brief_of(edition=editions, remark=[said], event=[{"id": "one", "date": "2009", "label": "It begins."}]), 80, 30, UNICODE)
    )
    assert sum("These two" in line for line in lines) > 0
    assert not any("as above" in line for line in lines)


def test_a_year_between_the_dates_of_an_event_is_explained() -> None:
    events = [{"id": "long", "date": "2008/2010", "label": "It goes on."}, {"id": "short", "date": "2009-03", "label": "It is over soon."}]
    said = "Events that went on through {} are among them."
    assert any(said.format(2009) in line for line in text(timeline(brief_of(event=events), 80, 30, UNICODE, words="2009")))
    assert not any("went on through" in line for line in text(timeline(brief_of(event=events), 80, 30, UNICODE, words="2010")))


def test_nothing_is_dated_beyond_the_unblocking_that_ended_it(kazakhstan: Briefing) -> None:
    dates = {event.id: event.date for event in kazakhstan.brief.events}
    assert dates["livejournal-unblocked"].words() == "about November 2010"
    assert dates["bloggers-move"].end <= dates["livejournal-unblocked"].end
