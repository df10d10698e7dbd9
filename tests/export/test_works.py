"""Works for citation managers: all there, both titles, dates as precise as they are known, nothing that looks more certain than it is."""

from __future__ import annotations

import json
import shutil
import subprocess
from typing import Any

import bibtexparser
import pybtex.database
import pybtex.richtext
import pytest
import rispy
from bibtexparser.middlewares import LatexDecodingMiddleware
from hypothesis import example, given
from jsonschema import Draft202012Validator

from kzbrief.brief.briefing import Briefing
from kzbrief.brief.model import Remark, Unsettled
from kzbrief.brief.names import split_name
from kzbrief.brief.work import Source
from kzbrief.output.export import Options, bibtex, csl_json, ris
from kzbrief.output.export.works import items

from .csl_schema import schema
from .made import ALL, KAZAKHSTAN, MINIMAL, TEXTS, blanks_joined, changed, date, with_work

VALID = Draft202012Validator(schema())
WORKS = KAZAKHSTAN.brief.sources
IN_NOTES = [key for key in WORKS if WORKS[key].notes]


def csl(briefing: Briefing) -> dict[str, dict[str, Any]]:
    """Return works by their keys, as a reader of CSL-JSON gets them."""
    found = json.loads(csl_json.export(briefing, Options()))
    VALID.validate(found)
    return {item["id"]: item for item in found}


def parsed_bibtex(briefing: Briefing, *, decoded: bool = True) -> dict[str, dict[str, Any]]:
    """Return works by their keys, as bibtexparser reads them."""
    added = [LatexDecodingMiddleware()] if decoded else []
    library = bibtexparser.parse_string(bibtex.export(briefing, Options()), append_middleware=added)
    assert not library.failed_blocks
    return {entry.key: {"ENTRYTYPE": entry.entry_type, **entry.fields_dict} for entry in library.entries}


def pybtex_entries(briefing: Briefing) -> dict[str, Any]:
    """Return works by their keys, as pybtex reads them."""
    return dict(pybtex.database.parse_string(bibtex.export(briefing, Options()), "bibtex").entries)


def latex(text: str) -> str:
    """Return what LaTeX shows for the text of a field, as pybtex reads it."""
    return str(pybtex.richtext.Text.from_latex(text))


def parsed_ris(briefing: Briefing) -> dict[str, dict[str, Any]]:
    """Return works by their keys, as rispy reads them."""
    return {entry["id"]: entry for entry in rispy.loads(ris.export(briefing, Options()))}


def field(entry: dict[str, Any], name: str) -> str:
    """Return the value of a field of bibtexparser, braces gone."""
    return str(entry[name].value) if name in entry else ""


# Read once: reading BibTeX takes a while.
IN_CSL, IN_RIS, IN_PYBTEX = csl(KAZAKHSTAN), parsed_ris(KAZAKHSTAN), pybtex_entries(KAZAKHSTAN)
IN_BIBTEX, IN_BIBTEX_AS_WRITTEN = parsed_bibtex(KAZAKHSTAN), parsed_bibtex(KAZAKHSTAN, decoded=False)


@pytest.mark.parametrize("briefing", ALL, ids=[briefing.brief.brief.id for briefing in ALL])
def test_every_form_has_every_work_once(briefing: Briefing) -> None:
    keys = [item.key for item in items(briefing)]
    assert len(set(keys)) == len(keys)
    assert set(keys) >= set(briefing.brief.sources)
    assert list(csl(briefing)) == list(parsed_bibtex(briefing)) == list(pybtex_entries(briefing)) == list(parsed_ris(briefing)) == keys


def test_the_34_works_of_the_notes_come_after_the_report_and_before_those_from_outside() -> None:
    found = items(KAZAKHSTAN)
    assert len(IN_NOTES) == 34
    assert [item.role for item in found] == ["report"] + ["note"] * 34 + ["outside"] * (len(found) - 35)
    assert [item.key for item in found[1:35]] == [key for key in KAZAKHSTAN.index.sources if key in IN_NOTES]


@pytest.mark.parametrize("key", IN_NOTES)
def test_titles_language_dates_and_addresses_of_the_works_come_back_from_every_reader(key: str) -> None:
    work = WORKS[key]
    in_csl, in_bibtex, in_pybtex, in_ris = IN_CSL[key], IN_BIBTEX[key], IN_PYBTEX[key], IN_RIS[key]
    assert in_csl["title"] == field(in_bibtex, "title") == latex(in_pybtex.fields["title"]) == in_ris["title"] == work.title
    language = None if work.language == "und" else work.language
    assert in_csl.get("language") == in_ris.get("language") == in_pybtex.fields.get("language") == language
    translated = work.title_translated
    assert in_csl["custom"].get("translated-title") == in_ris.get("translated_title") == translated
    assert latex(in_pybtex.fields.get("titleaddon", "")) == (f"[{translated}]" if translated else "")
    assert in_csl["URL"] == field(IN_BIBTEX_AS_WRITTEN[key], "url") == in_pybtex.fields["url"] == in_ris["urls"][0] == work.url
    edtf = work.date.edtf if work.date else None
    assert in_csl["custom"].get("date") == in_pybtex.fields.get("date") == edtf
    assert in_pybtex.fields.get("urldate") == (work.accessed.edtf if work.accessed else None)
    assert ("issued" in in_csl, "date" in in_ris) == (edtf is not None, edtf is not None)
    assert ("accessed" in in_csl, "access_date" in in_ris) == (work.accessed is not None, work.accessed is not None)
    people = [split_name(name) for name in work.author]
    assert [bool(person) for person in people] == ["family" in name for name in in_csl.get("author", [])]
    assert [name.get("literal") or f"{name['family']}, {name['given']}" for name in in_csl.get("author", [])] == work.author
    assert in_ris.get("authors", []) == work.author
    assert [bool(person.first_names) for person in in_pybtex.persons.get("author", [])] == [bool(person) for person in people]


@pytest.mark.skipif(not shutil.which("pandoc"), reason="needs pandoc")
@pytest.mark.parametrize(("module", "form"), [(csl_json, "csljson"), (bibtex, "biblatex"), (bibtex, "bibtex")])
def test_pandoc_reads_every_work(module: Any, form: str) -> None:
    done = subprocess.run(
        ["pandoc", "-f", form, "-t", "csljson"],
        input=module.export(KAZAKHSTAN, Options()),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    found = {item["id"]: item for item in json.loads(done.stdout)}
    assert list(found) == [item.key for item in items(KAZAKHSTAN)]
    for key in IN_NOTES:
        assert WORKS[key].title[:12].casefold() in found[key]["title"].casefold()
        assert found[key]["URL"] == WORKS[key].url
        # Of the whole date, BibTeX of old knows the year.
        parts = found[key].get("issued", {}).get("date-parts", [[]])[0]
        assert parts[:1] == ([WORKS[key].date.year] if WORKS[key].date else [])


def test_a_translation_is_not_passed_off_as_the_original() -> None:
    russian = next(key for key in IN_NOTES if WORKS[key].title_translated)
    work = WORKS[russian]
    assert IN_CSL[russian]["title"] == work.title
    assert f"Title in English: “{work.title_translated}”." in IN_CSL[russian]["note"]
    assert "original-title" not in IN_CSL[russian]


def test_works_from_outside_and_the_report_itself_are_marked() -> None:
    outside = next(item.key for item in items(KAZAKHSTAN) if item.role == "outside")
    assert IN_CSL[outside]["keyword"] == "kazakhstan-2011, outside the report"
    assert "outside the report" in IN_RIS[outside]["keywords"]
    assert "outside the report" in field(IN_BIBTEX[outside], "keywords")
    assert IN_RIS[outside]["notes"][0] == "From outside the report: Freedom on the Net 2011, Kazakhstan does not cite it."
    assert all("outside" not in IN_CSL[key]["keyword"] for key in IN_NOTES)
    assert IN_CSL["fh-2011"]["custom"]["role"] == "report"


def test_a_report_that_no_source_stands_for_is_there_under_the_name_of_the_brief() -> None:
    found = items(MINIMAL)
    assert (found[0].key, found[0].role) == (MINIMAL.brief.brief.id, "report")
    taken = changed(MINIMAL, sources={MINIMAL.brief.brief.id: Source(type="web", title="Another")}, unsettled={}, remarks=[])
    assert items(taken)[0].key == f"{MINIMAL.brief.brief.id}-report"


def test_an_unsettled_reference_is_not_resolved() -> None:
    assert "oni-profile" not in IN_CSL
    for key, other in (("oni-2007", "oni-access-controlled"), ("oni-access-controlled", "oni-2007")):
        said = f"Notes 20, 21, 23, 38 may mean this work or another one ({other}); the report does not say which."
        assert said in IN_CSL[key]["note"]
        assert said in IN_RIS[key]["notes"]
        assert said in field(IN_BIBTEX[key], "annote")
        assert IN_CSL[key]["custom"]["notes"] == WORKS[key].notes
    nameless = changed(
        with_work(), sources={"a": Source(type="web", title="A"), "b": Source(type="web", title="B")},
        unsettled={"either": Unsettled(candidates=["a", "b"], reason="?")},
    )  # fmt: skip
    assert "The reference “either” may mean this work or another one (b)" in csl(nameless)["a"]["note"]


def test_remarks_about_a_work_and_its_notes_go_along() -> None:
    briefing = changed(
        with_work(notes=[4]),
        remarks=[
            Remark(about=["note:4"], kind="dating", text="The day is not certain."),
            Remark(about=["source:the-work"], kind="naming", text="*Two* names."),
        ],
    )
    note = csl(briefing)["the-work"]["note"]
    assert "Remark: The day is not certain." in note
    assert "Remark: Two names." in note


def test_an_archived_copy_is_given_where_one_is_known_and_promised_nowhere() -> None:
    known = with_work(url="http://a.example/", archive_url="https://web.archive.org/web/2010/http://a.example/")
    assert csl(known)["the-work"]["archive_location"] == known.brief.sources["the-work"].archive_url
    assert parsed_ris(known)["the-work"]["unknown_tag"]["AV"] == [known.brief.sources["the-work"].archive_url]
    assert known.brief.sources["the-work"].archive_url in field(parsed_bibtex(known, decoded=False)["the-work"], "note")
    for module in (csl_json, bibtex, ris):
        assert "archive.org" not in module.export(with_work(url="http://a.example/"), Options())


@pytest.mark.parametrize(
    ("edtf", "in_csl", "in_ris"),
    [
        ("2010-03-12", {"date-parts": [[2010, 3, 12]]}, "2010/03/12/"),
        ("2010-03", {"date-parts": [[2010, 3]]}, "2010/03//"),
        ("2010", {"date-parts": [[2010]]}, "2010///"),
        ("2010~", {"date-parts": [[2010]], "circa": True}, "2010///about 2010"),
        ("2010-05?", {"date-parts": [[2010, 5]], "circa": True}, "2010/05//perhaps May 2010"),
        ("2009-22", {"date-parts": [[2009]], "season": 2}, "2009///summer 2009"),
        ("2009/2010", {"date-parts": [[2009], [2010]]}, "2009///2009-2010"),
        ("2009-05/2010-04", {"date-parts": [[2009, 5], [2010, 4]]}, "2009///May 2009 to April 2010"),
        ("2009/..", {"literal": "since 2009"}, "2009///since 2009"),
        ("199X", {"literal": "the 1990s"}, "1990///the 1990s"),
    ],
)
def test_partial_dates_stay_partial(edtf: str, in_csl: dict[str, Any], in_ris: str) -> None:
    briefing = with_work(date=date(edtf), accessed=date("2010-08-30"))
    found = csl(briefing)["the-work"]
    assert found["issued"] == (in_csl)
    assert found["accessed"] == {"date-parts": [[2010, 8, 30]]}
    assert parsed_ris(briefing)["the-work"]["date"] == in_ris
    assert field(parsed_bibtex(briefing, decoded=False)["the-work"], "date") == pybtex_entries(briefing)["the-work"].fields["date"] == edtf


def test_what_is_odd_about_a_date_or_a_title_is_said() -> None:
    odd = with_work(date=date("2009-02-20"), date_printed="February, 20, 2009", title_from="address", republished_by="A copyist")
    note = csl(odd)["the-work"]["note"]
    assert "Date as printed: “February, 20, 2009”." in note
    assert "The title is read from the address." in note
    assert "republished by A copyist" in note
    assert "Undated; seen 30 August 2010." in csl(with_work(accessed=date("2010-08-30")))["the-work"]["note"]
    assert "issued" not in csl(with_work(accessed=date("2010-08-30")))["the-work"]


def test_persons_and_organisations_are_told_apart() -> None:
    briefing = with_work(author=["Vasilyev, Aleksandr", "Human Rights Watch and Others", "King, Jr., Martin"], editor=["and Sons, John"])
    assert csl(briefing)["the-work"]["author"] == [
        {"family": "Vasilyev", "given": "Aleksandr"},
        {"literal": "Human Rights Watch and Others"},
        {"family": "King", "given": "Martin", "suffix": "Jr."},
    ]
    assert parsed_ris(briefing)["the-work"]["authors"] == ["Vasilyev, Aleksandr", "Human Rights Watch and Others", "King, Martin, Jr."]
    people = pybtex_entries(briefing)["the-work"].persons
    assert [(" ".join(map(latex, person.last_names)), person.first_names, person.lineage_names) for person in people["author"]] == [
        ("Vasilyev", ["Aleksandr"], []),
        ("Human Rights Watch and Others", [], []),
        ("King", ["Martin"], ["Jr."]),
    ]
    assert len(people["editor"]) == 1


def test_lines_of_ris_have_a_tag_and_end_as_the_specification_says() -> None:
    briefing = with_work(title="First\nER  - \nTY  - BOOK", publisher="P")
    text = ris.export(briefing, Options())
    assert "\n" not in text.replace("\r\n", "")
    assert all(line[2:6] == "  - " for line in text.split("\r\n") if line)
    assert len(rispy.loads(text)) == len(items(briefing))


@given(TEXTS)
@example("ER  - ")
@example("TY  - BOOK\nER  - \n")
def test_ris_gives_back_what_went_in(text: str) -> None:
    found = parsed_ris(with_work(title=text, publication=text, author=[text]))["the-work"]
    wanted = blanks_joined(text)
    assert (found["title"], found["secondary_title"]) == (wanted, wanted)


@given(TEXTS)
def test_csl_json_gives_back_what_went_in(text: str) -> None:
    found = csl(with_work(title=text, title_translated=text, language="ru"))["the-work"]
    assert found["title"] == found["custom"]["translated-title"] == blanks_joined(text)


NAMED = {"textbackslash": "\\", "textbraceleft": "{", "textbraceright": "}", "textasciitilde": "~", "textasciicircum": "^"}


def as_tex_shows_it(text: str) -> str:
    """Return what TeX shows of a field with the commands that LaTeX has for signs of its own."""
    for name, sign in NAMED.items():
        text = text.replace(f"\\{name}{{}}", {"{": "\x01", "}": "\x02", "\\": "\x03"}.get(sign, sign))
    for sign in "&%$#_":
        text = text.replace(f"\\{sign}", sign)
    return text.replace("{", "").replace("}", "").translate({1: "{", 2: "}", 3: "\\"})


@given(TEXTS)
@example("}{")
@example("a } , title = {b")
@example("@misc{the-work, title = {x}}")
@example("\\% -- ``x'' --- ?` !` ,,a'' <<b>>")
def test_bibtex_gives_back_what_went_in(text: str) -> None:
    briefing = with_work(title=text, publication=text, author=[text.replace(",", " ") if text.strip(", ") else "A"])
    wanted = blanks_joined(text)
    by_bibtexparser, by_pybtex = parsed_bibtex(briefing, decoded=False), pybtex_entries(briefing)
    assert list(by_bibtexparser) == list(by_pybtex) == [item.key for item in items(briefing)]
    assert blanks_joined(as_tex_shows_it(field(by_bibtexparser["the-work"], "title"))) == wanted
    assert blanks_joined(as_tex_shows_it(by_pybtex["the-work"].fields["title"])) == wanted


@given(TEXTS.filter(lambda text: not set("{}^$") & set(text)))
@example("``quoted'' -- dash -- 50% & more_than #1 @ ~ \\")
def test_the_latex_of_bibtex_is_what_its_readers_understand(text: str) -> None:
    """Braces, circumflex and dollar are left out: of those one reader or the other does not know the commands that LaTeX itself has."""
    briefing = with_work(title=text)
    wanted = blanks_joined(text)
    assert blanks_joined(field(parsed_bibtex(briefing)["the-work"], "title")) == wanted
    assert blanks_joined(latex(pybtex_entries(briefing)["the-work"].fields["title"])) == wanted


def test_addresses_in_bibtex_stay_as_they_are() -> None:
    address = "http://a.example/x_y?a=1&b=%20#c~d"
    assert field(parsed_bibtex(with_work(url=address), decoded=False)["the-work"], "url") == address
    assert field(parsed_bibtex(with_work(url="http://a.example/{x}"), decoded=False)["the-work"], "url") == "http://a.example/%7Bx%7D"
