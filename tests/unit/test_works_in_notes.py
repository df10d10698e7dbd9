"""Laws that are cited again, and the languages of titles; all of them are invented."""

from __future__ import annotations

import pytest

from kzbrief.importing.languages import guess
from kzbrief.importing.notes import Note
from kzbrief.importing.resolve import Open, Resolved, resolve


def works(*notes: str) -> Resolved:
    return resolve([Note(number, text, ()) for number, text in enumerate(notes, 1)])


@pytest.mark.parametrize(
    ("notes", "title", "places"),
    [
        (
            (
                "“Law on Harbors,” No. 178-IV, July 10, 2009, http://example.org/law.",
                "Law on Harbors, Article 15.",
                "Article 13 of the Law on Harbors.",
            ),
            "Law on Harbors",
            {2: "art. 15", 3: "art. 13"},
        ),
        (
            ("Criminal Code of Vineta, 2014, http://example.org/code", "Criminal Code, Article 274.", "Criminal Code of Vineta, art. 130."),
            "Criminal Code of Vineta",
            {2: "art. 274", 3: "art. 130"},
        ),
        (
            ("Penal Code, Article 301, available at http://example.org/p", "Art. 125, Penal Code", "Penal Code, arts. 299 and 301."),
            "Penal Code",
            {1: "art. 301", 2: "art. 125", 3: "art. 299 and 301"},
        ),
        (
            ("Constitution of Vineta, Article 20(1).", "Constitution of Vineta, Article 23.", "Constitution, art. 5"),
            "Constitution of Vineta",
            {1: "art. 20(1)", 2: "art. 23", 3: "art. 5"},
        ),
        (
            (
                "Telecommunications Act 2003, sec. 12, http://example.org/t",
                "Telecommunications Act, Section 20(3)",
                "Section 9, Telecommunications Act 2003",
            ),
            "Telecommunications Act 2003",
            {1: "sec. 12", 2: "sec. 20(3)", 3: "sec. 9"},
        ),
        (
            ("Law No. 5651, art. 8, http://example.org/5651", "Law No. 5651, art. 9.", "Article 8A of Law No. 5651."),
            "Law No. 5651",
            {1: "art. 8", 2: "art. 9", 3: "art. 8A"},
        ),
        (
            ("Decree No. 72/2013/ND-CP, July 15, 2013, http://example.org/72", "Decree 72, article 5", "See Decree 72/2013/ND-CP"),
            "Decree No. 72/2013/ND-CP",
            {2: "art. 5"},
        ),
    ],
)
def test_a_law_is_one_work_and_its_articles_are_places(notes: tuple[str, ...], title: str, places: dict[int, str]) -> None:
    found = works(*notes)
    assert [(work.title, work.kind, work.notes, work.authors, work.publication) for work in found.works] == [
        (title, "law", [1, 2, 3], [], "")
    ]
    assert {number: place for (number, _target), place in found.pages.items()} == places


def test_ligatures_and_quotation_marks_that_close_on_both_sides() -> None:
    (work,) = works("Harbor Board, ”Tra\ufb03c Pro\ufb01les of the Is\u00adlands,” Tide, May 3, 2010, http://example.org/t.").works
    assert (work.title, work.authors, work.publication) == ("Traffic Profiles of the Islands", ["Harbor Board"], "Tide")


def test_two_laws_that_a_short_name_fits_stay_unsettled() -> None:
    found = works("Law on Media of Vineta, http://example.org/1", "Law on Media of Laputa, http://example.org/2", "Law on Media, Article 3")
    assert isinstance(found.by_note[3][0], Open)
    assert [work.title for work in found.works] == ["Law on Media of Vineta", "Law on Media of Laputa"]


def test_other_laws_are_other_works() -> None:
    found = works("Law No. 5651, art. 8", "Law No. 56, art. 8", "Press Law, art. 1", "Law on the Press, art. 2")
    assert len(found.works) == 4


@pytest.mark.parametrize(
    ("note", "author", "title"),
    [
        (
            "Article 19, “Vineta: The Law on Cables Must Go,” May 3, 2010, http://example.org/a19",
            "Article 19",
            "Vineta: The Law on Cables Must Go",
        ),
        (
            "Ann Grey, “Law and Order on the Islands,” Tide, May 3, 2010, http://example.org/law",
            "Grey, Ann",
            "Law and Order on the Islands",
        ),
        (
            "Harbor Board, Memorandum on the Draft Law on Cables, http://example.org/memo",
            "Harbor Board",
            "Memorandum on the Draft Law on Cables",
        ),
    ],
)
def test_what_is_written_about_laws_is_none(note: str, author: str, title: str) -> None:
    work = works(note).works[0]
    assert (work.authors, work.title) == ([author], title)
    assert work.kind != "law"
    assert not work.pages


@pytest.mark.parametrize(
    ("title", "language"),
    [
        ("O uso da rede em ilhas", "pt"),
        ("Câmara dos Deputados e a força das ondas", "pt"),
        ("Las islas y los cables", "es"),
        ("Le port et les câbles", "fr"),
        ("Die Inseln und der Hafen", "de"),
        ("Kapal dan pulau yang jauh", "id"),
        ("Harbor nova", "und"),
        ("La rete", "und"),
        ("Das ilhas und der Hafen", "und"),
    ],
)
def test_small_words_tell_the_language_of_a_title_with_a_translation(title: str, language: str) -> None:
    assert guess(title, True) == language
    assert guess(title, False) == "en"
