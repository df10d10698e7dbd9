"""Events by date: what comes first, and that nothing is lost or wider than told."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzbrief.brief.dates import Date
from kzbrief.brief.model import Event
from kzbrief.output.figures.timeline import event_sentence, groups, reach, timeline_lines
from kzbrief.output.glyphs import ASCII, UNICODE
from kzbrief.output.lines import Line, Span, line_width, plain

DATES = st.one_of(
    st.dates().filter(lambda day: day.year >= 1000).map(lambda day: day.isoformat()),
    st.builds("{:04}{}".format, st.integers(1000, 2100), st.sampled_from(["", "~", "?", "-03", "-11~", "-21", "-22", "-23", "-24"])),
    st.builds("{:03}X".format, st.integers(100, 210)),
    st.builds("{:04}/{:04}".format, st.integers(1000, 1500), st.integers(1500, 2100)),
    st.builds("{:04}-10/{:04}-12".format, st.integers(1000, 1500), st.integers(1500, 2100)),
    st.sampled_from(["../2005", "2009/..", "2008~/2010~", "199X/2005"]),
)
LABELS = st.text(st.sampled_from("abc дё 新\u0301."), min_size=1, max_size=60).filter(str.strip)


def event(date: str, label: str = "Something happens", **more: object) -> Event:
    return msgspec.convert({"id": "event", "date": date, "label": label, **more}, Event, dec_hook=lambda __, value: Date.parse(value))


def in_order(*dates: str) -> list[str]:
    return [item.date.edtf for group in groups([event(date) for date in dates]) for item in group.events]


def said(item: Event) -> list[Span]:
    return [Span(item.label)]


def drawn(lines: list[Line]) -> list[str]:
    return [plain(line) for line in lines]


def letters(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize(
    "dates",
    [
        ("2009", "2009-01", "2009-01-01", "2009-02"),
        ("2009~", "2009-22", "2009-07"),
        ("199X", "1990", "1991"),
        ("../2005", "2005", "2005-03"),
        ("2008~/2010~", "2008-10", "2008-10/2010-12", "2009"),
        ("2004/2005", "2004"),
        ("2004", "2004/2005"),
    ],
)
def test_the_less_precise_date_comes_first_and_the_same_dates_keep_their_order(dates: tuple[str, ...]) -> None:
    assert tuple(in_order(*dates)) == dates


def test_events_stand_in_the_year_in_which_they_start() -> None:
    found = groups([event(date) for date in ("2009-12/2010-02", "2010", "199X", "../2005")])
    assert [group.title for group in found] == ["the 1990s", "2005", "2009", "2010"]
    assert (found[0].first, found[0].last) == (1990, 1999)


def test_dates_have_a_column_where_there_is_room_for_it() -> None:
    events = [event("2007-10", "Sites are blocked"), event("2008-10/2010-12", "Bloggers move to other places"), event("2007", "Late")]
    assert drawn(timeline_lines(events, 60, UNICODE, said)) == [
        "2007 " + "─" * 55,
        "2007          Late",
        "Oct. 2007     Sites are blocked",
        "",
        "2008 " + "─" * 55,
        "Oct. 2008 to  Bloggers move to other places",
        "Dec. 2010",
    ]
    assert drawn(timeline_lines(events, 24, ASCII, said)) == [
        "2007 -------------------",
        "2007: Late",
        "Oct. 2007: Sites are",
        "  blocked",
        "",
        "2008 -------------------",
        "Oct. 2008 to Dec.",
        "  2010: Bloggers move to",
        "  other places",
    ]


def test_in_words() -> None:
    assert event_sentence(event("2009-22", "All is adopted")) == "summer 2009: All is adopted"
    assert reach([event("1994"), event("2010-12")]) == "2 events, 1994-2010"
    assert reach([event("2009-07")]) == "1 event, 2009"


@given(st.lists(st.tuples(DATES, LABELS), min_size=1, max_size=12), st.integers(20, 200), st.sampled_from([ASCII, UNICODE]))
def test_no_event_is_lost_and_no_line_too_wide(rows: list[tuple[str, str]], width: int, glyphs: object) -> None:
    events = [event(date, label) for date, label in rows]
    found = [item for group in groups(events) for item in group.events]
    assert sorted(map(id, found)) == sorted(map(id, events))
    lines = timeline_lines(events, width, glyphs, said)
    assert all(line_width(line) <= width for line in lines)
    text = letters("".join("".join(span.text for span in line) for line in lines))
    for item in events:
        letters_of_label = letters(item.label)
        assert all(letter in text for letter in letters_of_label)
        if width < 52:
            assert letters(item.date.words(short=True)) + ":" + letters_of_label in text


@given(st.lists(DATES, min_size=1, max_size=20))
def test_years_only_go_up(dates: list[str]) -> None:
    found = groups([event(date) for date in dates])
    assert [(group.first, -group.last) for group in found] == sorted({(group.first, -group.last) for group in found})
