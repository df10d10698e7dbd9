from __future__ import annotations

import pytest

from kzbrief.brief.briefing import load
from kzbrief.brief.index import Index
from kzbrief.brief.model import Brief, Unsettled
from kzbrief.brief.text import parse, plain

from .sample import brief, finding, method


def numbered() -> Brief:
    """Return a brief of a report that numbers its notes."""
    works = {
        "vasilyev": {
            "type": "article",
            "author": ["Vasilyev, A."],
            "title": "T",
            "language": "ru",
            "date": "2010",
            "notes": [5, 6, 14],
            "stance": "party",
        },
        "today": {"type": "news", "title": "U", "date": "2006", "notes": [8], "language": "ru-KZ"},
        "wage": {"type": "web", "title": "V", "notes": [8], "language": "und"},
        "profile": {"type": "web", "author": ["ONI"], "title": "W", "notes": [4]},
        "later": {"type": "web", "title": "X"},
        "earlier": {"type": "web", "title": "Y", "language": "fr"},
        "unused": {"type": "web", "title": "Z"},
    }
    return brief(
        {
            "access": [
                finding("home", "At home [@vasilyev, note 5]. Wages [@today; @wage]."),
                finding("dial-up", "None.", draft=True),
                finding("carrier", "The KNB and Astel.\n\nMobile [@vasilyev, p. 4, note 14].", cites=["oni"], **{"no-actors": ["astel"]}),
            ],
            "content": [finding("blocked", "Astel \\[@today]."), finding("last", "", cites=["vasilyev, note 6"])],
        },
        sources=works,
        unsettled={"oni": {"candidates": ["profile", "later"], "notes": [20, 21], "reason": "two fit"}},
        edition=[{"year": 2012, "role": "context", "cites": ["earlier"], "disputed": [{"total": 1, "cites": ["outer"]}]}],
        actor=[
            {"id": "knb", "kind": "body", "name": "KNB", "description": "Security [@later]."},
            {"id": "astel", "kind": "company", "name": "Astel"},
        ],
        remark=[
            {"about": ["finding:carrier", "finding:access/carrier", "note:3"], "kind": "dating", "text": "One."},
            {"about": ["finding:content/blocked", "fact:population"], "kind": "wording", "text": "Two."},
        ],
    )


METHOD = method(
    sources={"outer": {"type": "web", "title": "O"}, "today": {"type": "web", "title": "hidden"}, "spare": {"type": "web", "title": "S"}}
)


@pytest.fixture
def index() -> Index:
    return Index(numbered(), METHOD)


def test_making_one_works_nothing_out(index: Index) -> None:
    assert set(vars(index)) == {"brief", "method"}


def test_entries(index: Index) -> None:
    assert [(entry.position, entry.address) for entry in index.entries] == [
        (1, "access/home"),
        (2, "access/dial-up"),
        (3, "access/carrier"),
        (4, "content/blocked"),
        (5, "content/last"),
    ]
    assert index.entry("carrier") is index.entry("access/carrier") is index.entries[2]
    assert index.entry("carrier").section.title == "Access"
    for name in ("content/carrier", "nothing", ""):
        with pytest.raises(KeyError):
            index.entry(name)


def test_citations_have_the_numbers_of_the_print(index: Index) -> None:
    assert [(c.number, c.key, c.locator, c.note, c.label, c.address) for c in index.citations] == [
        (0, "vasilyev", "", 5, "5", "access/home"),
        (1, "today", "", 8, "8", "access/home"),
        (2, "wage", "", 8, "8", "access/home"),
        (3, "vasilyev", "p. 4", 14, "14", "access/carrier"),
        (4, "oni", "", None, "20", "access/carrier"),
        (5, "vasilyev", "", 6, "6", "content/last"),
    ]
    assert [c.number for c in index.citations_of(index.entry("carrier"))] == [3, 4]
    assert index.citations_of(index.entry("blocked")) == ()
    assert [c.number for c in index.places("vasilyev")] == [0, 3, 5]
    assert index.places("later") == ()


def test_labels_of_works_from_outside_go_by_first_citation(index: Index) -> None:
    assert [index.label(key) for key in ("vasilyev", "wage", "oni")] == ["5", "8", "20"]
    assert [index.label(key) for key in ("earlier", "outer", "later", "unused", "spare")] == ["*1", "*2", "*3", "*4", "*5"]
    assert index.label("nothing") == "?"
    assert index.outside("later")
    assert index.outside("outer")
    assert not index.outside("today")
    assert index.sources == ("profile", "vasilyev", "today", "wage", "oni", "earlier", "outer", "later", "unused")


def test_of_the_methods_works_there_are_those_that_the_brief_shows() -> None:
    works = {key: {"type": "web", "title": key} for key in ("old-scale", "new-scale", "cited", "maybe", "point", "elsewhere")}
    band = {"status": "Free", "lowest": 0, "highest": 100, "tone": "good"}
    scales = [
        {"first": 2009, "last": 2018, "direction": "0-best", "bands": [band], "cites": ["old-scale"]},
        {"first": 2019, "direction": "100-best", "bands": [band], "cites": ["new-scale"]},
    ]
    index = Index(
        brief(
            {"access": [finding("x", "A [@cited].")]},
            edition=[{"year": 2011, "role": "this"}],
            unsettled={"either": {"candidates": ["cited", "maybe"], "reason": "two fit"}},
            series=[{"id": "s", "label": "S", "unit": "%", "points": [{"at": "2010", "value": 1, "cites": ["point"]}]}],
        ),
        method(sources=works, scale=scales),
    )
    assert index.sources == ("either", "cited", "point", "old-scale", "maybe")
    assert index.work("new-scale").title == "new-scale"
    assert index.label("new-scale") == "*5"


def test_labels_without_any_notes_go_by_first_citation() -> None:
    works = {key: {"type": "web", "title": key} for key in ("a", "b", "c")}
    index = Index(brief({"access": [finding("x", "B [@b]. A [@a; @b, p. 2]. [@outer]")]}, sources=works), METHOD)
    assert [citation.label for citation in index.citations] == ["1", "2", "1", "*1"]
    assert index.sources[:3] == ("b", "a", "c")
    assert (index.label("c"), index.outside("c"), index.outside("outer")) == ("3", False, True)


def test_works_and_candidates(index: Index) -> None:
    assert index.work("today").notes == [8]
    assert isinstance(index.work("oni"), Unsettled)
    assert [work.title for work in index.candidates("oni")] == ["W", "X"]
    assert index.candidates("today") == ()
    with pytest.raises(KeyError):
        index.work("nothing")
    assert index.short("vasilyev") == "Vasilyev, “T,” 2010"
    assert index.sidenote("oni") == "Reference: two works fit; the report does not say which"
    assert index.full("outer")[0].text == "“O,” undated."


def test_paragraphs_name_actors(index: Index) -> None:
    entry = index.entry("carrier")
    assert [run.actor for paragraph in index.paragraphs(entry) for run in paragraph.runs if run.actor] == ["knb"]
    assert index.paragraphs(entry) is index.paragraphs(entry)
    assert [run.actor for run in index.paragraphs(index.entry("blocked"))[0].runs if run.actor] == ["astel"]


def test_labels_in_any_text(index: Index) -> None:
    assert plain(parse("So [@today; @wage], so [@later], so [@vasilyev, note 6]."), index.cite_label) == "So [8], so [*3], so [6]."


def test_remarks(index: Index) -> None:
    assert [remark.text for remark in index.remarks("finding:carrier")] == ["One."]
    assert index.remarks("finding:access/carrier") == index.remarks("note:3") == index.remarks("finding:carrier")
    assert [remark.text for remark in index.remarks("finding:blocked")] == ["Two."]
    assert index.remarks("fact:population") == index.remarks("finding:blocked")
    assert index.remarks("fact:nothing") == []


def test_evidence(index: Index) -> None:
    evidence = index.evidence
    assert (evidence.findings, evidence.drafts, evidence.uncited, evidence.citations) == (5, 1, 1, 6)
    assert (evidence.works, evidence.outside, evidence.undated, evidence.years) == (4, 4, 2, (2006, 2010))
    assert evidence.languages == (("ru", 2), ("en", 1), ("und", 1))
    assert evidence.foreign == (("ru", 2),)
    assert evidence.stances == (("unknown", 3), ("party", 1))
    assert (evidence.notes, evidence.unsettled, evidence.remarks) == (7, 2, 2)


def test_an_empty_brief() -> None:
    index = Index(brief())
    assert (index.entries, index.citations, index.sources) == ((), (), ())
    assert (index.evidence.works, index.evidence.uncited, index.evidence.years) == (0, 0, None)


def test_works_that_differ_only_in_who_republished_them_are_told_apart() -> None:
    index = load("iran-2013").index
    for make in (index.short, index.sidenote):
        assert make("fh-2013").endswith("republished by docslib.org")
        assert make("fh-2013-unhcr").endswith("republished by Refworld")
        assert "republished" not in make("itp-2013")
