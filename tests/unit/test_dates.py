from __future__ import annotations

import datetime
import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzbrief.brief.dates import Date, DateError

days = st.dates(min_value=datetime.date(1000, 1, 1), max_value=datetime.date(9998, 12, 31))
marks = st.sampled_from(["", "~", "?", "%"])


@st.composite
def points(draw: st.DrawFn) -> str:
    day = draw(days)
    text = draw(
        st.sampled_from(
            [f"{day.year}", f"{day.year}-{day.month:02}", day.isoformat(), f"{day.year}-{draw(st.integers(21, 24))}", f"{day.year // 10}X"]
        )
    )
    return text + draw(marks)


@st.composite
def intervals(draw: st.DrawFn) -> str:
    first, last = sorted([draw(points()), draw(points())], key=lambda text: Date.parse(text).start)
    form = draw(st.sampled_from(["{first}/{last}", "{first}/..", "../{last}", "{first}/", "/{last}"]))
    return form.format(first=first, last=last)


dates = st.one_of(points(), intervals())


@pytest.mark.parametrize(
    ("text", "words", "short", "start", "end", "precision"),
    [
        ("2010", "2010", "2010", "2010-01-01", "2010-12-31", "year"),
        ("2010-11", "November 2010", "Nov. 2010", "2010-11-01", "2010-11-30", "month"),
        ("2010-11-17", "17 November 2010", "17 Nov. 2010", "2010-11-17", "2010-11-17", "day"),
        ("2008-02-29", "29 February 2008", "29 Feb. 2008", "2008-02-29", "2008-02-29", "day"),
        ("2010-05-01", "1 May 2010", "1 May 2010", "2010-05-01", "2010-05-01", "day"),
        ("2009-21", "spring 2009", "spring 2009", "2009-03-01", "2009-05-31", "season"),
        ("2009-22", "summer 2009", "summer 2009", "2009-06-01", "2009-08-31", "season"),
        ("2009-23", "autumn 2009", "autumn 2009", "2009-09-01", "2009-11-30", "season"),
        ("2007-24", "winter 2007", "winter 2007", "2007-12-01", "2008-02-29", "season"),
        ("2010~", "about 2010", "about 2010", "2010-01-01", "2010-12-31", "year"),
        ("2010?", "perhaps 2010", "perhaps 2010", "2010-01-01", "2010-12-31", "year"),
        ("2010%", "perhaps about 2010", "perhaps about 2010", "2010-01-01", "2010-12-31", "year"),
        ("2010-06~", "mid-2010", "mid-2010", "2010-06-01", "2010-06-30", "month"),
        ("2010-07~", "mid-2010", "mid-2010", "2010-07-01", "2010-07-31", "month"),
        ("2010-06-15~", "about 15 June 2010", "about 15 June 2010", "2010-06-15", "2010-06-15", "day"),
        ("2010-03~", "about March 2010", "about March 2010", "2010-03-01", "2010-03-31", "month"),
        ("199X", "the 1990s", "the 1990s", "1990-01-01", "1999-12-31", "decade"),
        ("2009/2010", "2009-2010", "2009-2010", "2009-01-01", "2010-12-31", "interval"),
        ("2008~/2010~", "about 2008-2010", "about 2008-2010", "2008-01-01", "2010-12-31", "interval"),
        ("2004/2005~", "2004 to about 2005", "2004 to about 2005", "2004-01-01", "2005-12-31", "interval"),
        ("2010-03/2010-09", "March-September 2010", "March-Sept. 2010", "2010-03-01", "2010-09-30", "interval"),
        ("2010-03-03/2010-03-05", "3-5 March 2010", "3-5 March 2010", "2010-03-03", "2010-03-05", "interval"),
        ("2008-10/2010-11", "October 2008 to November 2010", "Oct. 2008 to Nov. 2010", "2008-10-01", "2010-11-30", "interval"),
        ("2010-03-30/2010-04-02", "30 March 2010 to 2 April 2010", "30 March 2010 to 2 April 2010", "2010-03-30", "2010-04-02", "interval"),
        ("2010-06~/2010-12", "mid-2010 to December 2010", "mid-2010 to Dec. 2010", "2010-06-01", "2010-12-31", "interval"),
        ("199X/200X", "the 1990s to the 2000s", "the 1990s to the 2000s", "1990-01-01", "2009-12-31", "interval"),
        ("2010/2010", "2010", "2010", "2010-01-01", "2010-12-31", "interval"),
        ("2010-05/2010", "May 2010 to 2010", "May 2010 to 2010", "2010-05-01", "2010-12-31", "interval"),
        ("2009/..", "since 2009", "since 2009", "2009-01-01", "9999-12-31", "interval"),
        ("2009-11/", "from November 2009", "from Nov. 2009", "2009-11-01", "9999-12-31", "interval"),
        ("../2009", "until 2009", "until 2009", "0001-01-01", "2009-12-31", "interval"),
    ],
)
def test_date_in_words_and_days(text: str, words: str, short: str, start: str, end: str, precision: str) -> None:
    date = Date.parse(text)
    assert (date.words(), date.words(short=True)) == (words, short)
    assert (date.start.isoformat(), date.end.isoformat(), date.precision) == (start, end, precision)


@pytest.mark.parametrize(
    ("value", "edtf"),
    [(2010, "2010"), (datetime.date(2010, 3, 12), "2010-03-12"), (datetime.datetime(2010, 3, 12, 8, 30), "2010-03-12")],
)
def test_values_of_toml(value: object, edtf: str) -> None:
    assert Date.parse(value) == Date.parse(edtf)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("value", "message", "hint"),
    [
        ("2010-02-30", "February 2010 has 28 days, there is no day 30", ""),
        ("2010-04-00", "April 2010 has 30 days, there is no day 0", ""),
        ("2010-13", "there is no month 13", "months are 01 to 12"),
        ("2010-00", "there is no month 00", ""),
        ("2012-13", "there is no month 13", "with a slash: 2012/2013"),
        ("2099-00", "there is no month 00", "2099/2100"),
        ("2012-13-01", "there is no month 13", "months are 01 to 12"),
        ("May 2012 - April 2013", "is not a date", "an interval is written with a slash: 2012-05/2013-04"),
        ("May–June 2012", "is not a date", "with a slash: 2012-05/2012-06"),
        ("from 1 May 2012 to April 30, 2013", "is not a date", "with a slash: 2012-05-01/2013-04-30"),
        ("between 2012 and 2013", "is not a date", "with a slash: 2012/2013"),
        ("Jan. 1 - Dec. 31, 2013", "is not a date", "with a slash: 2013-01-01/2013-12-31"),
        ("01.05.2012 – 30.04.2013", "is not a date", "year comes first"),
        ("13.05.2012 – 30.04.2013", "is not a date", "with a slash: 2012-05-13/2013-04-30"),
        ("may - be", "is not a date", "year comes first"),
        ("2013/05", "is not a date", "with hyphens between: 2013-05"),
        ("2012/13", "is not a date", "with a slash: 2012/2013"),
        ("05/2013", "is not a date", "2013-05"),
        ("2013-05-12T10:00", "is not a date", "2013-05-12"),
        ("май 2013", "is not a date", "write 2013-05"),
        ("12 мая 2013 г.", "is not a date", "write 2013-05-12"),
        ("31.02.2013", "is not a date", "year comes first"),
        ("31 February 2013", "is not a date", "year comes first"),
        ("2013-2-31", "is not a date", "year comes first"),
        ("2010-25", "there is no month 25", ""),
        ("2010-22-01", "there is no month 22", ""),
        ("2010-2-3", "“2010-2-3” is not a date", "2010-02-03"),
        ("2010.02.03", "“2010.02.03” is not a date", "2010-02-03"),
        ("2009-2010", "“2009-2010” is not a date", "2009/2010"),
        ("2009–2010", "“2009–2010” is not a date", "2009/2010"),
        ("c. 2010", "“c. 2010” is not a date", "2010~"),
        ("12 March 2010", "“12 March 2010” is not a date", "write 2010-03-12"),
        ("March 12, 2010", "“March 12, 2010” is not a date", "write 2010-03-12"),
        ("Sept. 2010", "“Sept. 2010” is not a date", "write 2010-09"),
        ("31 Foo 2010", "is not a date", "year comes first"),
        ("2011-01 - 2012-05", "is not a date", "an interval is written with a slash: 2011-01/2012-05"),
        ("2011-01-02 to 2012-05", "is not a date", "2011-01-02/2012-05"),
        ("2011-01 / 2012-05", "is not a date", "no blanks: 2011-01/2012-05"),
        ("2011 - ", "is not a date", "2011/.."),
        ("n.d.", "“n.d.” is not a date", "leave the key out"),
        ("undated", "is not a date", "leave the key out"),
        ("N/A", "is not a date", "leave the key out"),
        ("winter 2012", "is not a date", "write 2012-24"),
        ("Fall 2012", "is not a date", "write 2012-23"),
        ("mid-2010", "is not a date", "write 2010-06~"),
        ("2010s", "is not a date", "write 201X"),
        (" 2012-01-17", "is not a date", "no blanks: 2012-01-17"),
        ("17.11.2010", "is not a date", "write 2010-11-17"),
        ("5/6/2010", "is not a date", "the year comes first; write 2010-06-05 or 2010-05-06, whichever is meant"),
        ("12.12.2010", "is not a date", "write 2010-12-12"),
        ("13.13.2010", "is not a date", "year comes first"),
        ("", "the date is empty", "leave the key out"),
        ("0000", "there is no year 0000", ""),
        ("000X", "is not a date", ""),
        ("２０１０", "is not a date", ""),
        ("2010\n", "is not a date", ""),
        ("/", "an interval needs a start or an end", ""),
        ("../..", "an interval needs a start or an end", ""),
        ("2010/2009", "the interval ends before it starts", "earlier date comes first"),
        ("2010/2011/2012", "is not a date", ""),
        (12, "a year has four digits", "2010"),
        (True, "this is not a date", ""),
        (2010.5, "this is not a date", ""),
        (datetime.time(8, 30), "this is not a date", ""),
    ],
)
def test_what_is_no_date_is_refused(value: object, message: str, hint: str) -> None:
    with pytest.raises(ValueError, match=re.escape(message)) as caught:
        Date.parse(value)  # type: ignore[arg-type]
    assert isinstance(caught.value, DateError)
    assert hint in caught.value.hint.replace('"', "")


def test_a_hint_shows_the_quotes_that_a_date_needs() -> None:
    for text in ("May 2013", "2010-2-3", "2009-2010", "2012-13", "c. 2010", "17.11.2010"):
        with pytest.raises(DateError) as caught:
            Date.parse(text)
        assert re.search(r'"[0-9~/-]+"\Z', caught.value.hint)


def test_year_and_marks() -> None:
    assert Date.parse("2008/2010").year == 2008
    assert Date.parse("../2010").year == 2010
    assert Date.parse("2008~/2010").approximate
    assert Date.parse("2008/2010?").uncertain
    both = Date.parse("2010%")
    assert (both.approximate, both.uncertain) == (True, True)
    assert not Date.parse("2010").approximate


@given(dates)
def test_dates_survive_a_round_trip(text: str) -> None:
    date = Date.parse(text)
    assert date.edtf == str(date) == text
    assert Date.parse(date.edtf) == date
    assert hash(Date.parse(date.edtf)) == hash(date)
    assert date.start <= date.end
    assert date.words()
    assert date.words(short=True)


@given(days)
def test_days_are_what_the_calendar_says(day: datetime.date) -> None:
    assert Date.parse(day).start == Date.parse(day.isoformat()).end == day


@given(st.lists(dates))
def test_order_is_by_start(texts: list[str]) -> None:
    ordered = sorted(map(Date.parse, texts))
    assert [date.start for date in ordered] == sorted(date.start for date in ordered)
    for first, last in pairwise(ordered):
        assert first <= last
        assert last >= first
        assert (first < last) == (first != last) == (last > first)


@given(st.text() | st.from_regex(r"[0-9X./~?%-]{0,12}", fullmatch=True))
def test_any_text_is_a_date_or_refused_in_words(text: str) -> None:
    try:
        said = Date.parse(text).words()
    except DateError as error:
        said = str(error)
    assert said
