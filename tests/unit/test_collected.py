"""Works that were collected for a brief are never passed off as those that its report cites, and the report is never one from outside."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pytest

from kzbrief.brief.briefing import Briefing, load
from kzbrief.brief.origin import is_report, speaks_for
from kzbrief.brief.weighing import weigh
from kzbrief.output import quoting
from kzbrief.output.export import Options, bibtex, csl_json, csv_tables, html, ris
from kzbrief.output.glyphs import UNICODE
from kzbrief.output.json_form import summary_table
from kzbrief.output.markdown import summary_markdown
from kzbrief.output.origins import sources_head
from kzbrief.output.sources import keys_of, source_detail, source_lines
from kzbrief.output.summary import summary_lines
from kzbrief.spoken.passages import facts, overview
from kzbrief.spoken.reader import Reader
from kzbrief.tui.cursor import Cursor
from kzbrief.tui.frame import status, title_line
from kzbrief.tui.navigator import Navigator
from kzbrief.tui.pages.dashboard import dashboard
from kzbrief.tui.pages.help import signs
from kzbrief.tui.pages.section import section
from kzbrief.tui.pages.source_sheet import source_sheet
from kzbrief.tui.pages.timeline import timeline

from .sample import source
from .test_misleading import app, joined, read
from .test_spoken import walk

SHORT = [name for name in (path.stem for path in (Path(__file__).parents[2] / "briefs").glob("*.toml")) if name != "kazakhstan-2011"]
NOT_KNOWN = "what the report cites is not known here"
FULL = load("kazakhstan-2011")
every_short = pytest.mark.parametrize("name", SHORT)


def all_forms(briefing: Briefing) -> dict[str, str]:
    """A brief in every form that has words."""
    return {
        "app": app(briefing),
        "timeline": joined(timeline(briefing, 120, 400, UNICODE).lines),
        "print": joined(summary_lines(briefing, 80, UNICODE, full=True)),
        "short print": joined(summary_lines(briefing, 60, UNICODE)),
        "markdown": summary_markdown(briefing, full=True).replace("\\", ""),
        "html": read(html.export(briefing, Options())),
        "speech": " ".join(walk(Reader(briefing))),
        "bibtex": bibtex.export(briefing, Options()),
        "csl": csl_json.export(briefing, Options()),
        "ris": ris.export(briefing, Options()),
    }


@every_short
def test_no_work_of_a_short_brief_is_called_a_source_of_the_report(name: str) -> None:
    briefing = load(name)
    for form, said in all_forms(briefing).items():
        assert "a source of the report" not in said, form
        assert "A selection, not the whole report" not in said, form
        assert "Cited in Freedom on the Net" not in said, form
        if form != "timeline":
            assert NOT_KNOWN in " ".join(said.split()) or form == "csl", form


@every_short
def test_each_work_says_which_of_the_three_it_is(name: str) -> None:
    briefing = load(name)
    for key in briefing.index.sources:
        origin = briefing.index.origin(key)
        label = briefing.index.label(key)
        assert (label[:1] == "*") == (origin == "outside")
        said = joined(source_detail(briefing, key, 100)), joined(source_sheet(briefing, key, -1, 100).lines)
        words = {"report": "this is the report itself", "collected": NOT_KNOWN, "outside": "comes from outside the report"}[origin]
        assert all(words in text for text in said)
    assert any(briefing.index.origin(key) == "collected" for key in briefing.brief.sources)


def test_the_reports_own_page_is_called_the_report_wherever_it_was_read() -> None:
    own = {name: [key for key in load(name).brief.sources if load(name).index.origin(key) == "report"] for name in SHORT}
    assert own["iran-2013"] == ["fh-2013", "fh-2013-unhcr"]
    assert own["brazil-2011"] == ["fh-2011", "fh-2011-web"]
    assert own["kazakhstan-2025"] == [], "nobody has seen it"
    assert all(own[name] for name in ("uzbekistan-2025", "iceland-2023", "kyrgyzstan-2014"))


def test_another_edition_is_not_the_report() -> None:
    report = source(type="chapter", title="Kyrgyzstan", collection="Freedom on the Net 2014", publisher="Freedom House", date=2014)
    assert is_report(report, report)
    assert not is_report(source(title="Kyrgyzstan", collection="Freedom on the Net 2013", publisher="Freedom House", date=2013), report)
    assert not is_report(source(title="Kyrgyzstan"), source(title="Kyrgyzstan")), "a title alone says too little"
    at = source(title="T", url="https://www.f.org/a/")
    assert is_report(source(title="U", url="http://f.org/a"), at)
    assert not is_report(source(title="U", url="http://f.org/a?year=2012"), at)


def test_a_page_that_nobody_has_seen_is_not_given_as_read() -> None:
    said = bibtex.export(load("kazakhstan-2025"), Options())
    assert "This is the report" not in said
    assert "The report that the brief is about, which it does not cite" in said
    assert "This is the report" in bibtex.export(load("uzbekistan-2025"), Options())


def test_the_head_and_how_to_cite_say_that_it_is_a_collected_selection() -> None:
    briefing = load("kazakhstan-2025")
    said = joined(summary_lines(briefing, 80, UNICODE))
    assert said.startswith("Kazakhstan (a selection, collected for this brief)")
    assert "brief kazakhstan-2025 on this report, a selection collected from 21 works, in its own words" in said
    assert "(a selection, collected for this brief)" in joined([title_line(briefing, 120)])
    assert "(selection)" in joined([title_line(briefing, 80)])
    cursor = Cursor()
    navigator = Navigator(briefing, UNICODE)
    assert status(briefing, navigator.tab, cursor, "") == ("21 works, collected for this brief", "21 works, collected", "21 works")
    assert "selection" not in joined(summary_lines(FULL, 80, UNICODE))


def test_a_copied_finding_of_a_short_brief_names_its_works_and_what_is_remarked_on_the_score() -> None:
    said = quoting.finding(load("kazakhstan-2025"), "rights/yensebek-sentence")
    assert "after: Kazakhstan" not in said
    assert "after the works that stand above. The brief is about: Kazakhstan, Freedom on the Net 2025 (Freedom House, 2025)" in said
    assert "37 of 100 (100 is best), Not Free\n! Freedom House’s own page for Kazakhstan 2025 was not found" in said


def test_a_copied_finding_says_what_later_editions_said() -> None:
    said = quoting.finding(FULL, "access/livejournal-unblocked")
    assert "55 of 100 (0 is best), Partly Free (Not Free from 2015, as later editions have it)" in said


def test_the_timeline_does_not_give_what_others_print_for_the_reports() -> None:
    said = joined(timeline(load("kazakhstan-2025"), 100, 400, UNICODE).lines)
    assert "from the report:" not in said
    assert "not seen in the report, but given by: 2024 [2]; 2025 [1, 3]" in said
    said = joined(timeline(load("uzbekistan-2025"), 100, 400, UNICODE).lines)
    assert "from the report: 2024 [1]; 2025 [1]" in said
    assert "also given by: 2024 [2]" in said


def test_a_table_says_where_it_is_not_known_whether_the_report_has_a_figure() -> None:
    def outside(name: str) -> dict[str, str]:
        rows = csv.DictReader(io.StringIO(csv_tables.tables(load(name))["scores"]))
        return {row["edition"]: row["outside"] for row in rows if row["level"] == "total"}

    assert outside("kazakhstan-2025") == {"2024": "", "2025": ""}
    assert outside("iran-2013") == {"2012": "false", "2013": "false"}
    assert outside("kazakhstan-2011")["2011"] == "false"
    assert outside("kazakhstan-2011")["2015"] == "true"


def test_the_list_of_works_says_what_they_are() -> None:
    briefing = load("iran-2013")
    said = joined(source_lines(briefing, 100, set()))
    assert NOT_KNOWN in said
    assert said.count("(this is the report itself)") == 2
    assert sources_head(FULL.index) == "Sources"


def test_the_report_is_no_work_from_outside_and_is_there_once() -> None:
    index = FULL.index
    assert index.label("fh-2011") == index.label("fh-kazakhstan-2011") == "R"
    assert [key for key in index.sources if index.origin(key) == "report"] == ["fh-2011"]
    assert keys_of(FULL, "R") == keys_of(FULL, "report") == keys_of(FULL, "r") == ["fh-2011"]
    said = joined(source_detail(FULL, "fh-2011", 100))
    assert "this is the report itself" in said
    assert "the table of countries of 2011" in said
    assert "the publisher of the report" in said
    assert "outside" not in said
    assert "(this is the report itself)" in joined(source_lines(FULL, 100, set()))
    assert index.evidence.works == 34


def test_the_publisher_of_the_report_is_no_independent_observer() -> None:
    index = FULL.index
    for key in ("karlekar-2009", "fh-2012", "ecoi-2023"):
        assert index.stance(key) == "publisher"
    assert index.stance("nurmakov-2010") == "independent"
    stances = {measure.value: {entry.address for entry in measure.entries} for measure in weigh(index).of("stance")}
    assert "access/filtering-not-acknowledged" in stances["publisher"]
    assert "access/filtering-not-acknowledged" not in stances["independent"]
    assert dict(index.evidence.stances)["publisher"] == 1
    by_key = {work["key"]: work for work in summary_table(FULL)["sources"]}
    assert by_key["karlekar-2009"]["stance"] == "publisher"
    assert speaks_for(source(author=["freedom house"]), "Freedom House")
    assert not speaks_for(source(title="Freedom House says"), "Freedom House")
    assert not speaks_for(source(), None)


@pytest.mark.parametrize("width", [40, 80, 120])
def test_a_total_with_a_remark_has_its_sign_wherever_it_stands(width: int) -> None:
    later = load("kazakhstan-2025")
    assert "!" in joined(dashboard(later, width, 20, UNICODE).lines[:3])
    assert "(100 is best) !" in joined(summary_lines(later, width, UNICODE))
    if width >= 80:
        assert "58! 59 60 61 63 62!" in joined(summary_lines(FULL, width, UNICODE))
    assert "58!" in joined(timeline(FULL, width, 900, UNICODE).lines)
    assert "37!" in joined(timeline(FULL, width, 900, UNICODE).lines)


def test_a_derived_total_is_not_given_as_published() -> None:
    page = read(html.export(FULL, Options()))
    assert "58 of 100 (0 is best), derived, not printed so !" in page
    assert "Totals as each edition published them, but where they are derived" in page
    assert "58!" in page
    rows = csv.DictReader(io.StringIO(csv_tables.tables(FULL)["scores"]))
    standing = {row["edition"]: row["standing"] for row in rows if row["level"] == "total"}
    assert [year for year, words in standing.items() if words == "derived"] == ["2012", "2017"]
    assert "58 of 100 (0 is best), derived, not printed so !" in summary_markdown(FULL).replace("\\", "")


@pytest.mark.parametrize(("name", "before"), [("kazakhstan-2025", 34), ("iran-2013", 90), ("brazil-2011", 30)])
def test_the_edition_before_has_its_most_and_its_direction(name: str, before: int) -> None:
    briefing = load(name)
    best = "0 is best" if briefing.method.scale_of(briefing.brief.brief.edition).direction == "0-best" else "100 is best"
    for form, said in all_forms(briefing).items():
        if form in ("short print", "speech", "markdown", "html"):
            assert f"edition: {before} of 100 ({best})" in " ".join(said.split()).replace("**", ""), form
        if form == "app":
            assert f"{before} of 100" in said


def test_a_claim_without_a_source_is_not_said_to_have_none_in_the_report() -> None:
    said = joined(section(load("iceland-2023"), "access", 80, 24, UNICODE).lines)
    assert "no source in the report" not in said


def test_rows_that_are_all_from_elsewhere_do_not_stand_under_the_head_of_the_reports_box() -> None:
    forms = all_forms(load("kazakhstan-2025"))
    for form in ("app", "print", "markdown", "html"):
        assert "Facts, none from the report" in forms[form], form
        assert "Fact box" not in forms[form], form
        assert "As the report prints it" not in forms[form], form
    assert "2 facts, none from the report." in forms["speech"]
    mixed = all_forms(load("iceland-2023"))
    assert "Facts, as their sources give them" in mixed["html"]
    assert "Fact box" in mixed["print"]
    assert "As the report prints it Fact As given" in read(html.export(FULL, Options()))


def test_the_date_of_a_claim_is_not_taken_for_that_of_its_source() -> None:
    page = read(html.export(FULL, Options()))
    assert "has a 48 percent share (source of 2006) told as of 2010 Kazakhtelecom" in page
    assert re.search(r"told as of [\w ]*2010; the newest dated source is of 200\d", page)


def test_the_help_says_what_the_numbers_in_brackets_are() -> None:
    def said(briefing: Briefing) -> str:
        return " ".join(words for _sign, _tone, words in signs(UNICODE, briefing))

    assert "a citation, by its note in print" in said(FULL)
    assert "a citation of the report itself" in said(FULL)
    assert "a citation of a work collected for this brief" in said(load("kazakhstan-2025"))
    assert "the report itself" not in said(load("kazakhstan-2025"))


def test_who_hears_a_total_hears_that_there_is_a_remark_on_it() -> None:
    first = " ".join(overview(load("kazakhstan-2025")))
    assert "There is a remark on this total, told with the facts." in first
    assert "remark on this total" not in " ".join(overview(FULL))
    assert "Freedom House’s own page for Kazakhstan 2025 was not found" in " ".join(facts(load("kazakhstan-2025")))
