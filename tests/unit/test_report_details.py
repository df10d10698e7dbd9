"""Small things that reports print in ways of their own: lists of marks, imprints, the period covered, menus; all of it is invented."""

from __future__ import annotations

import io
import re
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import tomli

from kzbrief.brief.load import load_brief
from kzbrief.importing.acronyms import lowered
from kzbrief.importing.command import report_text, run
from kzbrief.importing.coverage import coverage_of
from kzbrief.importing.lines import lines_of
from kzbrief.importing.marks import marks_in, numbers_of
from kzbrief.importing.notes import Note
from kzbrief.importing.resolve import Resolved, resolve
from kzbrief.importing.works import Found
from kzbrief.refusal import RefusedError
from tests.unit.test_importing import assert_nothing_is_lost

HEAD = "Vineta\nFreedom on the Net 2012\n\n"


def written(text: str, tmp_path: Path, name: str = "vineta.txt") -> str:
    """The draft of a report; no line of it may be lost."""
    report, output = tmp_path / name, tmp_path / "draft.toml"
    report.write_text(text, encoding="utf-8")
    assert run(str(report), str(output)) == 0
    load_brief(output)
    draft = output.read_text(encoding="utf-8")
    assert_nothing_is_lost(report_text(str(report)), draft)
    return draft


def draft(text: str, tmp_path: Path, name: str = "vineta.txt") -> dict[str, Any]:
    return tomli.loads(written(text, tmp_path, name))


def cited(found: dict[str, Any]) -> list[list[int]]:
    """The numbers of the notes that each paragraph cites."""
    cites = [item.get("cites", []) for part in found["section"] for item in part.get("finding", [])]
    return [[int(re.findall(r"note ([0-9]+)", cite)[0]) for cite in entry] for entry in cites]


def works(*notes: str) -> Resolved:
    return resolve([Note(number, text, ()) for number, text in enumerate(notes, 1)])


def work(note: str) -> Found:
    (found,) = works(note).works
    return found


@pytest.mark.parametrize(
    ("mark", "numbers"),
    [
        ("3-4", [3, 4]),
        ("5\u20137", [5, 6, 7]),
        ("1, 2", [1, 2]),
        ("2, 4-6; 9", [2, 4, 5, 6, 9]),
        ("2009-10", []),
        ("7-3", []),
        ("\u00b3\u207b\u2075", [3, 4, 5]),
    ],
)
def test_a_mark_names_several_notes(mark: str, numbers: list[int]) -> None:
    assert list(numbers_of(mark)) == numbers


def test_a_range_of_years_in_brackets_marks_nothing() -> None:
    assert marks_in("The decade [2009-10], [2008-2011] was dry.[1-2]", "bracket", range(1, 20)) == [1, 2]


NOTES = "".join(f"<p>{n} Ann Grey, &ldquo;Tide {n},&rdquo; Harbor News, May {n}, 2011.</p>" for n in range(1, 5))


def test_links_and_ranges_inside_one_raised_mark(tmp_path: Path) -> None:
    page = f"""<html><body><h1>Vineta</h1><h2>Freedom on the Net 2012</h2><h3>Limits on Content</h3>
    <p>Two ports closed.<sup><a href="#n1">1</a>, <a href="#n2">2</a></sup></p><p>Two more did.<sup>3-4</sup></p>
    <h4>Notes</h4>{NOTES}</body></html>"""
    text = written(page, tmp_path, "vineta.html")
    assert "# Two ports closed.<sup>1, 2</sup>\n" in text
    assert cited(tomli.loads(text)) == [[1, 2], [3, 4]]


def test_a_bare_mark_behind_a_year_and_a_comma(tmp_path: Path) -> None:
    notes = "".join(f"{n} Ann Grey, \u201cTide {n},\u201d Harbor News, May {n}, 2011.\n" for n in range(1, 4))
    body = (
        "Obstacles to Access\n\nShips were slow.1 A line cost 30 crowns in 2008,2 while wages fell.3 In 2009, 2 of them sank.\n\nNotes\n\n"
    )
    assert cited(draft(HEAD + body + notes, tmp_path)) == [[1, 2, 3]]


def test_the_parts_of_an_imprint() -> None:
    found = work("Harbor Board, Yearbook of Tides 2008 (Vineta: 2009), 54.")
    assert (found.authors, found.title, found.place, found.publisher, found.date, found.pages, found.collection) == (
        *(["Harbor Board"], "Yearbook of Tides 2008", "Vineta", "", "2009", "p. 54", ""),
    )
    found = work("A. Grey, Uncertain Shores (Laputa: Gull Press, 2009), 45\u201347.")
    assert (found.title, found.place, found.publisher, found.date, found.pages, found.collection) == (
        *("Uncertain Shores", "Laputa", "Gull Press", "2009", "pp. 45-47", ""),
    )
    found = work("Ann Grey, Ports Online, Tide Watch (Laputa, 2016), pp. 14-15, http://example.org/e.")
    assert (found.authors, found.title, found.publication, found.place, found.date, found.pages) == (
        *(["Grey, Ann"], "Ports Online", "Tide Watch", "Laputa", "2016", "pp. 14-15"),
    )
    found = work("Ann Grey, Ports Online (Gullpress, 2016), 12.")
    assert (found.title, found.publisher, found.date, found.pages) == ("Ports Online", "Gullpress", "2016", "p. 12")
    found = work("A. Grey et al., eds., *Prices at Sea*, 2nd ed. (Laputa: Tide Watch, n.d.), chap. 3.")
    assert (found.title, found.collection, found.publication, found.publisher) == ("Prices at Sea", "", "", "Tide Watch")
    assert "2nd ed" in found.rest


def test_a_talk_with_a_place_and_a_year_is_no_book() -> None:
    assert work("Interview with the harbor master, his office (Laputa, 2016).").title_from == "described"


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("(дата обращения: 1 апреля 2012)", "2012-04-01"),
        ("(consulté le 3 mars 2012)", "2012-03-03"),
        ("(abgerufen am 3. März 2012)", "2012-03-03"),
    ],
)
def test_the_date_of_access_in_other_languages(words: str, day: str) -> None:
    found = work(f"Ann Grey, \u201cTide,\u201d Harbor News, 12.03.2012, http://example.org/1 {words}.")
    assert (found.accessed, found.date, found.publication, found.publisher, found.collection, found.place) == (
        *(day, "2012-03-12", "Harbor News", "", "", ""),
    )


def test_italics_between_author_and_title_are_what_it_is_part_of() -> None:
    found = work("Harbor Board, *Ports of the World 2013*, \u201cVineta,\u201d http://example.org/1.")
    assert (found.authors, found.collection, found.title, found.kind) == (["Harbor Board"], "Ports of the World 2013", "Vineta", "chapter")
    found = work("Ann Grey, *Harbor News*, \u201cTide,\u201d May 3, 2012.")
    assert (found.authors, found.publication, found.collection) == (["Grey, Ann"], "Harbor News", "")


def test_a_winter_of_two_years_is_a_date() -> None:
    found = work("Harbor Board, \u201cTides\u201d (in Dutch), Winter 2011/2012, p. 8.")
    assert (found.date, found.date_printed, found.publication, found.pages) == ("2011-24", "Winter 2011/2012", "", "p. 8")


def test_a_law_and_where_to_see_it() -> None:
    found = work("Criminal Code of Vineta, arts. 155 and 156; see http://example.org/crim.")
    assert (found.title, found.pages, found.kind, found.rest) == ("Criminal Code of Vineta", "art. 155 and 156", "law", [])


@pytest.mark.parametrize(
    "pointer",
    [
        "See note 1; see also",
        "Supra note 1; see also",
        "Note 1 above; see",
        "See supra note 1. See also",
        "See n. 1;",
        "See note 1, p. 5; see",
        "See note 1, and",
        "Brown, supra note 1; see",
        "Ibid. See also",
        "Ibid.; see",
    ],
)
def test_a_note_points_to_another_and_names_a_new_work(pointer: str) -> None:
    found = works(
        "Bob Brown, \u201cShips,\u201d Harbor News, May 3, 2012.", f"{pointer} Ann Grey, \u201cTwice dark,\u201d Harbor News, 12 June 2015."
    )
    ships, dark = found.works
    assert (ships.authors, dark.authors, dark.title) == (["Brown, Bob"], ["Grey, Ann"], "Twice dark")
    assert found.by_note[2] == [ships, dark]


def test_a_note_points_to_several_others() -> None:
    found = works("Bob Brown, “Ships,” Tide, May 3, 2012.", "Ann Grey, “Sea,” Tide, May 4, 2012.", "See notes 1 and 2.")
    assert found.by_note[3] == found.works
    assert [item.notes for item in found.works] == [[1, 3], [2, 3]]


def test_editors_and_editions_behind_a_title() -> None:
    found = work("Ann Grey, “Tides,” in *Ports*, ed. Bob Brown (Laputa: Gull Press, 2010): 12–15.")
    assert (found.editors, found.collection, found.publisher, found.pages) == (["Brown, Bob"], "Ports", "Gull Press", "pp. 12-15")
    found = work("Ann Grey, Tides, 3rd ed. (Laputa: Gull Press, 2010).")
    assert (found.title, found.rest) == ("Tides", ["3rd ed."])


def test_labels_and_values_in_a_list_are_facts_and_menus_no_findings(tmp_path: Path) -> None:
    page = """<html><body><nav><ul><li><a href="/">Home</a></li><li><a href="/r">Reports</a></li></ul></nav><h1>Vineta</h1>
    <h2>Freedom on the Net 2021</h2><h2>Overview</h2><p>The net is free.</p><h2>Limits on Content</h2><p>No port is closed</p>
    <form><input name="q"><button>Search</button></form><footer>\u00a9 2021 Harbor House. <button>Share</button></footer>
    <aside><p>The minister said on 5 July 2021 that every port would be open by the end of the year, and that nobody would have to wait
    for longer than a week, whatever the ships of the neighbours did, and whoever sailed in them, by
    day or by night, in the coming years.</p></aside>
    <section><h3>Country Facts</h3><ul><li>Population<br>3,714,000</li><li>Global Freedom Score<br>58 100 Partly Free</li>
    <li>Networks Restricted<br>No</li><li>Social Media Blocked<br>No</li><li>Users Arrested<br>Yes</li></ul></section></body></html>"""
    text = written(page, tmp_path, "vineta.html")
    found = tomli.loads(text)
    facts = {fact["label"]: fact["printed"] for fact in found["fact"]}
    assert facts == {
        "Population": "3,714,000",
        "Global Freedom Score": "58 100 Partly Free",
        "Networks Restricted": "No",
        "Social Media Blocked": "No",
        "Users Arrested": "Yes",
    }
    assert len([item for part in found["section"] for item in part.get("finding", [])]) == 3
    assert "# No port is closed\n[[section.finding]]" in text
    left = text.partition("had no place:\n")[2]
    assert [line.partition(": ")[2] for line in left.splitlines()] == [
        "[page] Home Reports",
        "[page] Search",
        "[page] \u00a9 2021 Harbor House. Share",
    ]


def test_what_holds_a_report_is_no_menu(tmp_path: Path) -> None:
    page = f"""<html><body><form><h1>Vineta</h1><h2>Freedom on the Net 2012</h2><h2><button>Limits on Content</button></h2>
    <p>No port is closed.<sup>1</sup></p><footer><h4>Notes</h4>{NOTES}</footer></form></body></html>"""
    found = draft(page, tmp_path, "vineta.html")
    assert [part["title"] for part in found["section"]] == ["Limits on Content"]
    assert cited(found) == [[1]]


def test_a_broken_line_of_markdown_and_labels_in_capitals(tmp_path: Path) -> None:
    found = draft(HEAD + "POPULATION: 4.6 million\\\nGNI PER CAPITA (PPP): $4,770\\\n\nLimits on Content\n\nText.\n", tmp_path)
    assert [(fact["label"], fact["printed"]) for fact in found["fact"]] == [
        ("Population", "4.6 million"),
        ("GNI per capita (PPP)", "$4,770"),
    ]


def test_acronyms_stay_in_capitals() -> None:
    assert lowered("USE OF VPN AND SMS BY MR GREY (ICT)") == "use of VPN and SMS by mr grey (ICT)"


@pytest.mark.parametrize(
    ("line", "period", "alone"),
    [
        ("Key Developments, June 1, 2019 \u2013 May 31, 2020", "2019-06-01/2020-05-31", False),
        ("**Key Developments: May 2013 \u2013 May 2014**", "2013-05/2014-05", False),
        ("June 2015 \u2013 May 2016", "2015-06/2016-05", True),
        ("Coverage period: 1 June 2015 to 31 May 2016", "2015-06-01/2016-05-31", True),
        ("January \u2013 December 2010", "2010-01/2010-12", True),
    ],
)
def test_the_period_that_is_covered(line: str, period: str, alone: bool) -> None:
    found = coverage_of(lines_of(f"Vineta\n{line}\nText."))
    assert found is not None
    assert (found.edtf, found.alone) == (period, alone)


@pytest.mark.parametrize(
    "line",
    ["Harbor 2011 \u2013 Tide 2012", "May 2016 \u2013 June 2015", "May 2003 \u2013 May 2014", "It rained in June 2015 \u2013 May 2016"],
)
def test_other_words_are_no_period(line: str) -> None:
    assert coverage_of(lines_of(line)) is None


def test_the_period_goes_into_the_brief_and_is_no_finding(tmp_path: Path) -> None:
    text = written("Vineta\n\nJune 2015 \u2013 May 2016\n\nLimits on Content\n\nText.\n", tmp_path, "report.txt")
    found = tomli.loads(text)
    assert re.search(r'(?m)^covers = "2015-06/2016-05"  # guess: ', text)
    assert found["brief"]["edition"] == 2016
    assert [len(part["finding"]) for part in found["section"]] == [1]


def test_rules_are_no_lines(tmp_path: Path) -> None:
    table = "| | 2011 | 2012 |\n|:--|--:|--|\n| Total | 35 | 30 |\n"
    text = written(
        HEAD + "-----\n" + table + "\n* * *\n\n## Limits on Content\n\n| City | Users |\n|---|---|\n| Port | 90 |\n\nText.\n\n___\n",
        tmp_path,
    )
    assert "had no place:" not in text
    assert "# | City | Users | | Port | 90 |\n" in text
    assert [len(part["finding"]) for part in tomli.loads(text)["section"]] == [2]


def test_a_report_comes_from_standard_input(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        sys,
        "stdin",
        SimpleNamespace(buffer=io.BytesIO((HEAD + "Limits on Content\n\nEin Hafen wurde gesperrt, größer als alle.\n").encode())),
    )
    assert run("-", str(tmp_path / "draft.toml")) == 0
    text = (tmp_path / "draft.toml").read_text(encoding="utf-8")
    assert "größer" in text
    assert tomli.loads(text)["brief"]["title"] == "Vineta"


@pytest.mark.parametrize(("name", "better"), [("x", "x.toml"), ("vineta.txt", "vineta.toml"), (".toml", "georgia-2011.toml")])
def test_a_draft_ends_with_toml(name: str, better: str, tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text(HEAD, encoding="utf-8")
    with pytest.raises(RefusedError, match=re.escape(better)):
        run(str(report), str(tmp_path / name))
    assert not (tmp_path / name).exists()
