from __future__ import annotations

from typing import Any

import pytest

from kzbrief.brief.model import Unsettled
from kzbrief.brief.names import full_name, full_names, language_name, short_names, stance_name, type_name
from kzbrief.brief.references import age, age_words, archive_hint, byline, date_words, full, reference, short, sidenote
from kzbrief.brief.text import Run
from kzbrief.brief.work import Source

from .sample import convert, source

VASILYEV = source(
    author=["Vasilyev, Aleksandr"],
    title="Казнет в разрезе",
    language="ru",
    title_translated="Kaznet in Section",
    publication="Computer Club Magazine",
    republished_by="Profit Online",
    date="2010-03-12",
    url="http://www.profit.kz/articles/001192/",
    notes=[5, 6, 14],
)
PROFILE = source(type="web", author=["OpenNet Initiative"], title="Country Profile", date="2007-05-10", url="http://opennet.net/kz")
CHAPTER = source(
    type="chapter",
    author=["OpenNet Initiative"],
    title="Country Profile",
    collection="Access Controlled",
    accessed="2010-09-23",
    url="http://a.net/kz",
)
UNSETTLED = convert({"candidates": ["a", "b"], "notes": [20, 21], "printed": "OpenNet, “Profile.”", "reason": "two fit"}, Unsettled)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (
            {
                "author": ["Nurmakov, Adil"],
                "title": "Unblocked",
                "publication": "Global Voices",
                "date": "2010-11-17",
                "url": "http://g.org/",
            },
            "Adil Nurmakov, “Unblocked,” Global Voices, 17 November 2010, http://g.org/",
        ),
        (
            {"author": ["Pannier, Bruce"], "title": "Opposition Cries ‘Censorship’", "publication": "RFE", "date": "2007-10-24"},
            "Bruce Pannier, “Opposition Cries ‘Censorship’,” RFE, 24 October 2007.",
        ),
        (
            {"title": "What Is the “Wage”?", "publication": "Pay", "accessed": "2010-05-14", "url": "http://p.kz/"},
            "“What Is the ‘Wage’?” Pay, undated, seen 14 May 2010, http://p.kz/",
        ),
        (
            {"type": "chapter", "editor": ["Karlekar, Karin Deutsch"], "title": "Kazakhstan", "collection": "Freedom of the Press 2009"}
            | {"place": "New York", "publisher": "Freedom House", "date": 2008, "url": "http://f.org/"},
            "Karin Deutsch Karlekar, ed., “Kazakhstan,” in Freedom of the Press 2009 (New York: Freedom House, 2008), http://f.org/",
        ),
        (
            {
                "type": "book",
                "author": ["Human Rights Watch", "Doe, Jane"],
                "editor": ["Roe, R.", "Poe, P."],
                "title": "A Book",
                "date": 2009,
            },
            "Human Rights Watch and Jane Doe, A Book, ed. R. Roe and P. Poe, 2009.",
        ),
        (
            {"type": "report", "author": ["Freedom House"], "publisher": "Freedom House", "title": "A Report", "date": 2009},
            "Freedom House, A Report, 2009.",
        ),
        (
            {"type": "memorandum", "author": ["Human Rights Watch"], "title": "Human Rights", "date": "2009-05-20"},
            "Human Rights Watch, “Human Rights,” memorandum, 20 May 2009.",
        ),
        (
            {
                "type": "law",
                "title": "Закон",
                "title_translated": "Law",
                "language": "ru",
                "title_from": "described",
                "accessed": "2010-08-30",
            },
            "Закон [Law], undated, seen 30 August 2010, in Russian.",
        ),
        ({"type": "letter", "title": "Letter to Kub.kz", "title_from": "described", "language": "und"}, "Letter to Kub.kz, undated."),
        (
            {"title": "A title", "title_from": "address", "date": 2019, "url": "http://e.org/a"},
            "“A title” (title as in the address), 2019, http://e.org/a",
        ),
        (
            {"title": "Attacks", "publication": "Fergana.ru", "date": "2009-02-20", "date_printed": "February, 20, 2009"},
            "“Attacks,” Fergana.ru, 20 February 2009 (printed “February, 20, 2009”).",
        ),
        ({"title": "Attacks", "date_printed": "last week"}, "“Attacks,” date printed “last week.”"),
        ({"title": "Alone"}, "“Alone,” undated."),
        (
            {
                "title": "Kept",
                "date": "2010",
                "accessed": "2010-05-14",
                "url": "http://e.org/",
                "archive_url": "https://web.archive.org/web/1/http://e.org/",
            },
            "“Kept,” 2010, accessed 14 May 2010, http://e.org/ archived at https://web.archive.org/web/1/http://e.org/",
        ),
        ({"title": "Kept", "date": "2010", "archive_url": "https://a.org/1"}, "“Kept,” 2010, archived at https://a.org/1"),
        ({"type": "news", "title": "Shut", "place": "London", "publisher": "BBC", "date": 2005}, "“Shut,” London: BBC, 2005."),
    ],
)
def test_full_references(fields: dict[str, Any], expected: str) -> None:
    assert reference(source(**fields)) == expected


def test_full_reference_as_runs() -> None:
    assert full(VASILYEV) == (
        Run("text", "Aleksandr Vasilyev, “Казнет в разрезе” [Kaznet in Section], "),
        Run("emphasis", "Computer Club Magazine"),
        Run("text", ", 12 March 2010, republished by Profit Online, in Russian, "),
        Run("link", "http://www.profit.kz/articles/001192/", href="http://www.profit.kz/articles/001192/"),
    )
    assert "in Russian" not in reference(VASILYEV, language="ru-KZ")


@pytest.mark.parametrize(
    ("work", "brief", "margin"),
    [
        (VASILYEV, "Vasilyev, Computer Club Magazine, 2010", "Vasilyev, Computer Club Magazine, 12 March 2010, in Russian"),
        (PROFILE, "OpenNet Initiative, “Country Profile,” 2007", "OpenNet Initiative, “Country Profile,” 10 May 2007"),
        (CHAPTER, "OpenNet Initiative, Access Controlled, no date", "OpenNet Initiative, Access Controlled, no date, seen 23 Sept. 2010"),
        (source(publication="Cellular News", date="2009-06-29"), "“A Title,” Cellular News, 2009", "Cellular News, 29 June 2009"),
        (source(title="What?", publication="News"), "“What?” News, no date", "News, no date"),
        (source(author=["A, B", "C", "D, E"], date="2009/2010"), "A et al., “A Title,” 2009", "A et al., “A Title,” 2009-2010"),
        (
            source(author=["Freedom House"], publisher="Freedom House", date=2011),
            "Freedom House, “A Title,” 2011",
            "Freedom House, “A Title,” 2011",
        ),
        (source(title="Titel", title_translated="Title", language="de"), "“Title,” no date", "“Title,” no date, in German"),
        (source(title="A letter", title_from="described"), "A letter, no date", "A letter, no date"),
    ],
)
def test_short_references(work: Source, brief: str, margin: str) -> None:
    assert (short(work), sidenote(work)) == (brief, margin)


def test_unsettled_references() -> None:
    works = (PROFILE, CHAPTER)
    assert sidenote(UNSETTLED, works) == "OpenNet Initiative: two works fit; the report does not say which"
    assert short(UNSETTLED, works) == "OpenNet Initiative, one of two works"
    words = reference(UNSETTLED, works)
    assert words == f"The report does not say which of two works: {reference(PROFILE)} or {reference(CHAPTER)}"
    assert sidenote(UNSETTLED, (PROFILE, VASILYEV)).startswith("OpenNet, “Profile.”: two works fit")
    assert reference(UNSETTLED) == "The report does not say which of two works: OpenNet, “Profile.”"


def test_dates_of_works() -> None:
    assert date_words(VASILYEV) == "12 March 2010"
    assert date_words(CHAPTER) == "undated, seen 23 September 2010"
    assert byline(VASILYEV) == "Aleksandr Vasilyev, Computer Club Magazine, 12 March 2010"
    assert byline(CHAPTER) == "OpenNet Initiative, Access Controlled, undated, seen 23 September 2010"


@pytest.mark.parametrize(
    ("date", "years", "words"),
    [
        ("2010-03-12", 1, "dated 2010, 1 calendar year before the edition of 2011"),
        ("2010-11-17", 1, "dated 2010, 1 calendar year before the edition of 2011"),
        ("2006", 5, "dated 2006, 5 calendar years before the edition of 2011"),
        ("2011-02", 0, "dated 2011, the year of the edition"),
        ("2013", -2, "dated 2013, 2 calendar years after the edition of 2011"),
        (None, None, "not known, the work is undated"),
    ],
)
def test_age(date: str | None, years: int | None, words: str) -> None:
    work = source(date=date) if date else source(accessed="2010-05-14")
    assert age(work, 2011) == years
    assert age_words(work, 2011) == words


@pytest.mark.parametrize(
    ("fields", "stamp"),
    [
        ({"date": "2010-03-12"}, "20100312"),
        ({"date": "2010-03-12", "accessed": "2010-05-14"}, "20100514"),
        ({"date": "2010-03~"}, "201003"),
        ({"date": 2010}, "2010"),
        ({"date": "2009-22"}, "2009"),
        ({"date": "2009/2010"}, "*"),
        ({}, "*"),
    ],
)
def test_archive_hint(fields: dict[str, Any], stamp: str) -> None:
    assert archive_hint(source(url="http://e.org/a", **fields)) == f"https://web.archive.org/web/{stamp}/http://e.org/a"


def test_no_archive_hint_where_none_is_needed() -> None:
    assert archive_hint(source()) is None
    assert archive_hint(source(url="http://e.org/", archive_url="https://a.org/")) is None
    assert archive_hint(source(url="https://web.archive.org/web/2010/http://e.org/")) is None


def test_names() -> None:
    assert full_name("Vasilyev, Aleksandr") == "Aleksandr Vasilyev"
    assert full_name("King, Jr., Martin Luther") == "Martin Luther King Jr."
    assert full_name("Human Rights Watch") == "Human Rights Watch"
    assert full_name("Madonna,") == "Madonna,"
    assert full_names(["A, B", "C", "D, E"]) == "B A, C, and E D"
    assert full_names([]) == short_names([]) == ""
    assert short_names(["A, B", "C"]) == "A and C"
    assert language_name("ru") == language_name("ru-KZ") == "Russian"
    assert (language_name("kk-Latn"), language_name("tlh"), language_name("und")) == ("Kazakh", "tlh", "not known")
    assert (type_name("press-release"), type_name("zine"), stance_name("party")) == ("press release", "zine", "party to the matter")
