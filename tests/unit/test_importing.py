"""Reports in many layouts become drafts; all of them are invented."""

from __future__ import annotations

import random
import re
from pathlib import Path
from typing import Any

import pytest
import tomli
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kzbrief.brief.checking import check_file
from kzbrief.brief.load import load_brief
from kzbrief.importing.command import LIMIT, report_text, run
from kzbrief.importing.dateforms import find
from kzbrief.importing.draft import take_apart
from kzbrief.importing.layout import text_of
from kzbrief.importing.lines import lines_of
from kzbrief.importing.notes import Note
from kzbrief.importing.people import names_of
from kzbrief.importing.resolve import Open, Resolved, resolve
from kzbrief.importing.toml_text import shown
from kzbrief.importing.webpage import text_of as page_text
from kzbrief.importing.works import Found
from kzbrief.refusal import RefusedError
from kzbrief.toml.problems import DocumentError

REPORTS = Path(__file__).parent.parent / "data" / "reports"
NAMES = sorted(path.name for path in REPORTS.iterdir() if path.name != "README.md")
SLOW = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


def draft(name: str) -> dict[str, Any]:
    path = str(REPORTS / name)
    return tomli.loads(text_of(take_apart(path, report_text(path))))


def works(*notes: str) -> Resolved:
    return resolve([Note(number, text, ()) for number, text in enumerate(notes, 1)])


def work(note: str) -> Found:
    return works(note).works[0]


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", re.sub(r"(?m)^# ", "", text))


def assert_nothing_is_lost(text: str, written: str) -> None:
    found = squeezed(written)
    for line in lines_of(text):
        assert squeezed(shown(line.text)) in found or squeezed(f"# {shown(line.text)}") in found


@pytest.mark.parametrize("name", NAMES)
def test_every_layout_becomes_a_brief_without_errors_and_nothing_is_lost(name: str, tmp_path: Path) -> None:
    output = tmp_path / "draft.toml"
    assert run(str(REPORTS / name), str(output)) == 0
    brief, _method = load_brief(output)
    assert brief.brief.extent == "draft"
    assert all(finding.draft and not finding.headline for section in brief.sections for finding in section.findings)
    assert [section.category for section in brief.sections if section.category] == ["access", "content", "rights"]
    assert_nothing_is_lost(report_text(str(REPORTS / name)), output.read_text(encoding="utf-8"))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["draft.toml", "kzbrief.schema.json"]


@pytest.mark.parametrize(
    ("name", "title", "year", "status", "total", "parts", "before"),
    [
        ("tabs.md", "Vineta", 2011, "Partly Free", 44, (12, 15, 17), (2009, "n/a")),
        ("pipes.txt", "Avalonia", 2012, "Not Free", 83, (19, 30, 34), (2011, 82)),
        ("total.txt", "Laputa", 2014, "Partly Free", 34, (8, 12, 14), None),
        ("questions.md", "Erewhon", 2022, "Not Free", 34, (12, 12, 10), (2021, 33)),
        ("saved.html", "Cockaigne", 2016, "Free", 17, (4, 5, 8), (2015, 17)),
        ("cells.txt", "Brigadoon", 2013, None, 24, (6, 8, 10), (2012, 21)),
    ],
)
def test_scores_are_as_printed(
    name: str, title: str, year: int, status: str | None, total: int, parts: tuple[int, ...], before: tuple[int, Any] | None
) -> None:
    data = draft(name)
    assert (data["brief"]["title"], data["brief"]["edition"]) == (title, year)
    this = data["edition"][0]
    assert (this.get("status"), this["total"], tuple(this["scores"].values())) == (status, total, parts)
    assert [(edition["year"], edition["total"]) for edition in data["edition"][1:]] == ([before] if before else [])


def test_questions_have_their_scores_and_their_findings() -> None:
    data = draft("questions.md")
    assert data["edition"][0]["questions"] == {"A1": 3, "A2": 1, "B1": 4, "C1": 0}
    access = next(section for section in data["section"] if section["id"] == "access")
    assert [finding["questions"] for finding in access["finding"]] == [["A1"], ["A2"]]


def test_facts_are_as_printed_with_their_figures() -> None:
    facts = {fact["kind"]: fact for fact in draft("pipes.txt")["fact"]}
    assert (facts["population"]["value"], facts["internet-penetration"]["value"]) == (6201500, 34.5)
    assert facts["internet-penetration"]["period"] == "2011"
    assert len(draft("tabs.md")["fact"]) == 6
    two = {fact["kind"]: fact for fact in draft("cells.txt")["fact"]}
    assert (two["population"]["printed"], two["population"]["printed-previous"]) == ("101", "100")


def test_a_paragraph_that_the_notes_of_a_page_cut_is_whole() -> None:
    introduction = next(section for section in draft("tabs.md")["section"] if section["id"] == "introduction")
    assert [finding["cites"] for finding in introduction["finding"]] == [["kroll-2010, note 1", "kroll-2010, note 2"]]


def test_short_references_lead_to_their_work_or_stay_unsettled() -> None:
    data = draft("pipes.txt")
    assert data["unsettled"]["lake-unsettled"]["candidates"] == ["lake-2011", "lake-2011-2"]
    assert draft("cells.txt")["sources"]["lundie-2012"]["notes"] == [3, 4]
    assert draft("tabs.md")["unsettled"]["harbor-board-of-vineta-unsettled"]["notes"] == [4]


def test_a_note_gives_all_that_is_known_of_its_work() -> None:
    found = work(
        "Olga Demidova and Ivan Petrov, “Сеть” [The Net], *Газета*, 3 мая 2010 г., republished by Copies.example at "
        "<http://example.org/a\\_b?x=1&amp;y=2>, accessed June 4, 2011."
    )
    assert found.authors == ["Demidova, Olga", "Petrov, Ivan"]
    assert (found.title, found.translated, found.language) == ("Сеть", "The Net", "ru")
    assert (found.publication, found.republished, found.date, found.accessed) == ("Газета", "Copies.example", "2010-05-03", "2011-06-04")
    assert found.url == "http://example.org/a_b?x=1&y=2"


def test_a_chapter_has_its_book_place_and_publisher() -> None:
    found = work("Ann Grey, ed., “Vineta,” *Islands 2009* (Port: Sea House, 2008), <http://example.org/v>.")
    assert (found.editors, found.collection, found.place, found.publisher, found.date) == (
        ["Grey, Ann"],
        "Islands 2009",
        "Port",
        "Sea House",
        "2008",
    )


def test_laws_pages_and_times_are_no_newspapers() -> None:
    law = work("Law No. 12-IV “On the Harbor,” July 23, 1999, art. 13, http://example.org/law.")
    assert (law.kind, law.authors, law.title, law.publication) == ("law", [], "On the Harbor", "")
    assert "Law No. 12-IV" in law.rest
    assert work("Akamai, “State of the Net,” 7, no. 1, http://example.org/a.pdf.").publication == ""
    assert work("@user, “Hello,” May 3, 2014, 5:04 a.m., http://example.org/u.").publication == ""
    assert work("Sea House, “Vineta,” in *Freedom on the Sea 2013*, http://example.org/v.").collection == "Freedom on the Sea 2013"


@pytest.mark.parametrize(
    ("printed", "names"),
    [
        ("Adil Soz", ["Adil Soz"]),
        ("Xiao Qiang", ["Xiao, Qiang"]),
        ("Nguyen Hoang Hai", ["Nguyen, Hoang Hai"]),
        ("Kim Zetter", ["Zetter, Kim"]),
        ("Ali al-Hasan", ["al-Hasan, Ali"]),
        ("Rebecca Grey and Hu Yong", ["Grey, Rebecca", "Hu, Yong"]),
        ("Access Now", ["Access Now"]),
        ("Deutsche Welle", ["Deutsche Welle"]),
        ("Akamai Technologies", ["Akamai Technologies"]),
        ("Agence France-Presse", ["Agence France-Presse"]),
        ("Suharto", ["Suharto"]),
    ],
)
def test_organisations_stand_as_they_are_and_people_by_their_family(printed: str, names: list[str]) -> None:
    assert names_of(printed) == (names, False)


def test_a_title_keeps_what_is_quoted_in_it() -> None:
    assert work("“Court Says ‘No’,” Tide, May 1, 2010, http://example.org/no").title == "Court Says ‘No’"
    assert work("“Газета «Остров» и сеть” [X and Y], Tide, 2010, http://example.org/x").title == "Газета «Остров» и сеть"
    assert work('"A; B; C," Tide, 2010, http://example.org/x').title == "A; B; C"


def test_several_works_in_a_note_are_divided() -> None:
    found = works("“One,” Tide, http://example.org/1; Ann Grey, “Two,” Tide, http://example.org/2. See also “Three,” http://example.org/3.")
    assert [item.title for item in found.works] == ["One", "Two", "Three"]
    assert all(item.notes == [1] for item in found.works)


def test_the_same_work_twice_is_one_source() -> None:
    found = works("“One,” Tide, http://example.org/1", "“One,” Tide, http://www.example.org/1/, accessed May 1, 2010")
    assert [item.notes for item in found.works] == [[1, 2]]


def test_ibid_points_to_the_note_before() -> None:
    found = works("“One,” Tide, http://example.org/1", "Ibid.", "“Two,” http://example.org/2; “Three,” http://example.org/3", "Ibid.")
    assert found.works[0].notes == [1, 2]
    assert isinstance(found.by_note[4][0], Open)


@pytest.mark.parametrize(
    ("printed", "edtf"),
    [
        ("May 19, 2010", "2010-05-19"),
        ("19 May 2010", "2010-05-19"),
        ("February, 20, 2009", "2009-02-20"),
        ("19th of May, 2010", "2010-05-19"),
        ("2010-05-19", "2010-05-19"),
        ("19.05.2010", "2010-05-19"),
        ("05/19/2010", "2010-05-19"),
        ("04/05/2010", "2010"),
        ("19 мая 2010 г.", "2010-05-19"),
        ("5. März 2010", "2010-03-05"),
        ("3 de mayo de 2010", "2010-05-03"),
        ("2010年5月19日", "2010-05-19"),
        ("May 1–3, 2010", "2010-05-01/2010-05-03"),
        ("Sept. 2010", "2010-09"),
        ("summer 2010", "2010-22"),
        ("February 30, 2010", "2010"),
    ],
)
def test_dates_in_the_styles_of_the_world(printed: str, edtf: str) -> None:
    found = find(f"Tide, {printed}, p. 4")
    assert found is not None
    assert found.edtf == edtf


def test_a_file_that_is_there_stays(tmp_path: Path) -> None:
    output = tmp_path / "draft.toml"
    output.write_text("mine", encoding="utf-8")
    with pytest.raises(RefusedError, match="is there already"):
        run(str(REPORTS / "tabs.md"), str(output))
    assert output.read_text(encoding="utf-8") == "mine"


def test_what_cannot_be_written_is_said(tmp_path: Path) -> None:
    with pytest.raises(RefusedError, match="cannot be written"):
        run(str(REPORTS / "tabs.md"), str(tmp_path / "none" / "draft.toml"))


@pytest.mark.parametrize(
    "content", [b"", b" \n", b"\xff\xfe\x00", b"%PDF-1.4", b"\x00" * 100, b"<html><script>x", b"x" * (LIMIT + 1), b"[1] " * (LIMIT // 8)]
)
def test_what_is_no_report_is_refused_in_words(content: bytes, tmp_path: Path) -> None:
    report, output = tmp_path / "report.txt", tmp_path / "draft.toml"
    report.write_bytes(content)
    try:
        run(str(report), str(output))
    except (DocumentError, RefusedError):
        assert not output.exists()
    else:
        load_brief(output)
    assert {path.name for path in tmp_path.iterdir()} <= {"report.txt", "draft.toml"}


@pytest.mark.parametrize(
    ("encoding", "said"),
    [
        ("utf-16", "UTF-16"),
        ("utf-16-le", "UTF-16"),
        ("utf-16-be", "UTF-16"),
        ("utf-32", "UTF-32"),
        ("cp1252", "Windows-1252"),
        ("utf-8-sig", ""),
    ],
)
def test_older_encodings_are_read_and_said(encoding: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report, output = tmp_path / "report.txt", tmp_path / "draft.toml"
    text = "Vineta\nFreedom on the Net 2014\nTotal: 34 / 100\n\nIntroduction\n\nThe harbor’s café is online – always.\n"
    report.write_bytes(text.encode(encoding))
    run(str(report), str(output))
    assert "The harbor’s café is online – always." in output.read_text(encoding="utf-8")
    captured = capsys.readouterr().err
    assert (f"is not UTF-8; it was read as {said}" if said else "") in captured
    assert said or "UTF-8" not in captured


def test_cyrillic_of_an_older_encoding_is_read(tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_bytes("Сеть острова выросла, как сообщает газета «Остров».\n".encode("cp1251") * 3)
    assert "газета «Остров»" in report_text(str(report))


@pytest.mark.parametrize("content", [b"%PDF-1.4\n", b"PK\x03\x04\x00", bytes(range(256)) * 9, b"{\\rtf1 a", b"\x00" * 100])
def test_files_of_other_kinds_are_named(content: bytes, tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_bytes(content)
    with pytest.raises(DocumentError, match="no text file"):
        report_text(str(report))


@pytest.mark.parametrize(
    ("text", "year", "why"),
    [
        ("Vineta\nFreedom on the Net 2014\n", 2014, "named near the beginning"),
        ("Vineta\n\nKey Developments: May 2012 – April 2013\n\nA.\n", 2013, "the year in which its coverage ends"),
        ("Vineta\nInternet Users/Penetration 2006: 3%\nInternet Users/Penetration 2008: 4%\n", 2009, "the year after the latest figure"),
        ("Vineta\n\nIntroduction\n\nA.[1]\n\n[1] “T,” Tide, May 1, 2010, http://example.org/t.\n", 2010, "the latest date in the notes"),
        ("Vineta\n\nIntroduction\n\nIn 2012 and in 2015 the cable was cut.\n", 2015, "the latest year in the text"),
    ],
)
def test_the_edition_is_named_or_guessed_with_a_reason(text: str, year: int, why: str) -> None:
    assert f"edition = {year}  # guess: {why}" in text_of(take_apart("report.txt", text))


def test_words_divided_at_the_end_of_a_line_are_in_one_piece() -> None:
    text = "Vineta\n\nIntroduction\n\nThe carrier of the harbor owns the infra-\nstructure of the island, and\nrents it.\n"
    assert "owns the infra-structure of the island, and rents it." in text_of(take_apart("vineta.txt", text))


def test_a_country_is_found_in_the_text_where_nothing_else_names_it() -> None:
    text = "Population: | 3 million |\n" + "Freedom in Iceland declined, since the law of Iceland changed, which Iceland regrets. " * 3
    assert 'country = "IS"  # guess: by its name' in text_of(take_apart("report.txt", text))


@pytest.mark.parametrize("seed", range(40))
def test_damaged_reports_become_drafts_or_are_refused_in_words(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)
    paths = sorted([*REPORTS.iterdir(), *(REPORTS.parent / "layouts").glob("*.txt")])
    raw = damaged(chance, chance.choice(paths).read_bytes())
    report, output = tmp_path / "report.txt", tmp_path / "draft.toml"
    report.write_bytes(raw)
    try:
        run(str(report), str(output))
    except (DocumentError, RefusedError):
        assert not output.exists()
    else:
        load_brief(output)
        assert_nothing_is_lost(report_text(str(report)), output.read_text(encoding="utf-8"))


def damaged(chance: random.Random, raw: bytes) -> bytes:
    """Return a file cut off, shuffled, with bytes changed, without its line ends, or with words repeated."""
    place = chance.randrange(len(raw) + 1)
    lines = raw.split(b"\n")
    match chance.randrange(6):
        case 0:
            return raw[:place]
        case 1:
            return raw[place:]
        case 2:
            chance.shuffle(lines)
            return b"\n".join(lines)
        case 3:
            changed = bytearray(raw)
            for _round in range(20):
                changed[chance.randrange(len(raw))] = chance.randrange(256)
            return bytes(changed)
        case 4:
            return b" ".join(lines)
    word = chance.choice((b"Obstacles to Access ", b"Total: ", b"<sup>1</sup>", b"1. ", b"\xe2\x80\x9c", b"http://a.b/", b"<div>", b"A1 "))
    return raw[:place] + word * chance.choice((1, 5, 2000)) + raw[place:]


_PIECES = st.sampled_from(
    [
        *(
            "<sup>1</sup>",
            "[2]",
            "¹",
            "[^3]",
            "1. ",
            "“",
            "”",
            '"',
            "«",
            "»",
            "*",
            "[",
            "]",
            "(",
            ")",
            ";",
            ", ",
            ". ",
            "\n",
            "\n\n",
            "\t",
            "|",
        ),
        *(
            "Ibid.",
            "See note 1",
            "http://example.org/a",
            "<http://example.org/",
            "www.x.org",
            "accessed May 1, 2010",
            "2010",
            "May 40, 2010",
        ),
        *("## ", "OBSTACLES TO ACCESS", "Total: 34 / 100", "Notes", "Population: 3 million", "A1", "n/a", "Not Free", "\x1b[0m", "\u202e"),
        *("\r", "\x00", "\u2028", "Ann Grey", "“Title,” ", "republished by X at ", "\ud800", "'''", '"""', "\\", "_" * 1200, "9" * 1200),
    ]
)
_TEXTS = st.lists(st.one_of(_PIECES, st.text(max_size=20)), max_size=60).map("".join)


@SLOW
@given(st.lists(_TEXTS, min_size=1, max_size=6))
def test_any_notes_are_read_and_each_points_somewhere(texts: list[str]) -> None:
    found = works(*texts)
    for item in found.works:
        assert item.title
        assert item.notes == sorted(set(item.notes))
        assert not re.search("[\x00-\x1f\u2028-\u202e]", item.title + item.publication + "".join(item.authors))
    for item in found.open:
        assert len(item.candidates) > 1


@SLOW
@given(_TEXTS)
def test_any_text_becomes_a_draft_that_loads_and_loses_nothing(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    written = text_of(take_apart("report.txt", text))
    path = tmp_path_factory.mktemp("drafts") / "draft.toml"
    path.write_text(written, encoding="utf-8", newline="\n")
    load_brief(path)
    assert_nothing_is_lost(text, written)


@SLOW
@given(
    st.lists(
        st.one_of(
            _PIECES,
            st.sampled_from(
                ["<p>", "</p>", "<!--", "<table><tr><td>", "</td>", "<ol><li>", "<a href='http://x.org'>", "</a>", "<", "&", "<![CDATA["]
            ),
            st.text(max_size=9),
        ),
        max_size=40,
    ).map("".join)
)
def test_any_web_page_is_read(page: str) -> None:
    text_of(take_apart("page.html", page_text(f"<html>{page}")))


@pytest.mark.parametrize(
    "piece", ["<", "<!--", "<a ", "<![", "</", "&", "“", "[", "(", "<http://", "1. ", "«a", "A1 ", "Total ", "http://x/", "a, ", "*a"]
)
def test_hostile_repetition_takes_little_time(piece: str) -> None:
    from time import process_time

    start = process_time()
    text_of(take_apart("report.txt", piece * 20_000))
    text_of(take_apart("report.txt", page_text(f"<html>{piece * 20_000}")))
    text_of(take_apart("report.txt", f"\n<sup>1</sup> “T,” {piece * 5000}\n\n" * 3))
    assert process_time() - start < 10


def test_the_command_line_has_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from kzbrief.cli import main

    output = tmp_path / "draft.toml"
    assert main(["import", str(REPORTS / "tabs.md"), "-o", str(output)]) == 0
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "10 scores, 6 facts, 4 sections, 4 paragraphs to write, 5 notes, 4 sources, 1 unsettled" in captured.err
    assert "2 lines had no place" in captured.err
    assert main(["check", str(output)]) == 0
    assert main(["import", str(REPORTS / "tabs.md"), "-o", str(output)]) == 2
    assert main(["import", str(REPORTS / "tabs.md")]) == 2
    assert main(["import", "nowhere.txt", "-o", str(tmp_path / "other.toml")]) == 2


def test_it_stands_on_brief_and_toml_alone() -> None:
    from tests.unit.test_layers import PACKAGE, imports

    named = {name for path in (PACKAGE / "importing").glob("*.py") for name in imports(path)}
    layers = {name.split(".")[1] for name in named if name.startswith("kzbrief.")}
    assert layers == {"authoring", "brief", "i18n", "importing", "refusal", "toml"}
    assert not {"rich", "textual"} & {name.split(".")[0] for name in named}


REPORT = """\
Borduria

Freedom on the Net 2011

Status: Partly Free
Total 47

Obstacles to Access

Half of the lines belong to the state.[1] The rest is private.[2] Something more.[3]

Notes

1. Pál Szohôd, "The Market of Lines," Borduria Today, May 3, 2010, p. 22, http://today.example/market.
2. Szohôd, "The Market of Lines," p. 30.
3. "Yearbook," Net Agency, 2010, pp. 4-6; Net Observers, "Survey of Lines," 2009, http://obs.example/survey.
"""


def test_pages_stand_where_the_work_is_cited_and_divided_notes_raise_no_warning(tmp_path: Path) -> None:
    report, output = tmp_path / "borduria.txt", tmp_path / "borduria.toml"
    report.write_text(REPORT, encoding="utf-8")
    assert run(str(report), str(output)) == 0
    written = tomli.loads(output.read_text(encoding="utf-8"))
    assert written["section"][0]["finding"][0]["cites"] == [
        "szohod-2010, p. 22, note 1",
        "szohod-2010, p. 30, note 2",
        "net-agency-2010, pp. 4-6, note 3",
        "observers-2009, note 3",
    ]
    assert [(item["code"], item["at"]) for item in written["allow"]] == [("note-twice", "note:3")]
    assert [problem.code for checked in check_file(str(output)) for problem in checked.problems] == []


@pytest.mark.parametrize(
    ("note", "pages"),
    [
        ("Ibid., p. 5.", "p. 5"),
        ('P. Szohôd, "Lines," Today, 2010, pp. 4\u20136.', "pp. 4-6"),
        ('P. Szohôd, "Lines," Today, 2010, 5 p.m.', ""),
        ('P. Szohôd, "Lines," Today, p. 4 and p. 9.', ""),
    ],
)
def test_pages_of_a_note(note: str, pages: str) -> None:
    resolved = works('A. Lima, "Cables," News, 2009.', note)
    assert [place for (number, _work), place in resolved.pages.items() if number == 2] == ([pages] if pages else [])


def test_what_is_no_report_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report = tmp_path / "hello.txt"
    report.write_text("hello\n")
    run(str(report), str(tmp_path / "hello.toml"))
    assert "no scores, no sections and no notes were found" in capsys.readouterr().err
    report.write_text(REPORT, encoding="utf-8")
    run(str(report), str(tmp_path / "report.toml"))
    assert "were found" not in capsys.readouterr().err
