"""Tables for spreadsheets: every figure with its scale, as printed and as a number, and nothing that a spreadsheet would calculate."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import example, given
from msgspec.structs import replace

from kzbrief.brief.briefing import Briefing
from kzbrief.brief.model import Disputed, Edition, Event, Fact, Remark
from kzbrief.output.export import Options
from kzbrief.output.export.csv_tables import cell_text, export, tables

from .made import ALL, COMPLETE, KAZAKHSTAN, MINIMAL, TEXTS, changed, date

DOCS = (Path(__file__).parents[2] / "docs" / "exporting.md").read_text(encoding="utf-8")


def rows(briefing: Briefing, table: str) -> list[dict[str, str]]:
    """Return the rows of a table as Python's csv module reads them."""
    found = list(csv.DictReader(io.StringIO(export(briefing, Options(table=table)), newline="")))
    assert all(None not in row and None not in row.values() for row in found)  # each row has a cell for each head
    return found


@pytest.mark.parametrize("briefing", ALL, ids=[briefing.brief.brief.id for briefing in ALL])
def test_every_table_of_every_brief_is_read(briefing: Briefing) -> None:
    for name in tables(briefing):
        for row in rows(briefing, name):
            assert row["brief"] == briefing.brief.brief.id
            assert row["country"] == briefing.brief.brief.country


@pytest.mark.parametrize("name", ["scores", "facts", "series", "events"])
def test_every_column_is_documented(name: str) -> None:
    part = DOCS.split(f"\n| `{name}`")[1].split("\n")[0]
    assert [column for column in rows(KAZAKHSTAN, name)[0] if f"`{column}`" not in part and f"| `{column}` |" not in DOCS] == []


def test_no_score_is_bare() -> None:
    for briefing in ALL:
        for row in rows(briefing, "scores"):
            assert row["direction"] in ("0-best", "100-best")
            assert row["edition"]
            if row["level"] != "question":
                assert row["lowest"]
                assert row["highest"]
                assert row["best"] in (row["lowest"], row["highest"])


def test_the_scale_turns_round_in_2019_in_each_row() -> None:
    best = {row["edition"]: (row["best"], row["direction"]) for row in rows(KAZAKHSTAN, "scores") if row["level"] == "total"}
    assert {value for year, value in best.items() if int(year) < 2019} == {("0", "0-best")}
    assert {value for year, value in best.items() if int(year) >= 2019} == {("100", "100-best")}
    access = {row["edition"]: row["best"] for row in rows(KAZAKHSTAN, "scores") if row["part"] == "access"}
    assert (access["2011"], access["2024"]) == ("0", "25")


def test_na_and_not_known_are_neither_0_nor_each_other() -> None:
    found = {(row["edition"], row["part"]): row for row in rows(KAZAKHSTAN, "scores")}
    assert (found["2009", "total"]["printed"], found["2009", "total"]["score"]) == ("n/a", "")
    assert (found["2012", "access"]["printed"], found["2012", "access"]["score"]) == ("", "")
    zero = changed(MINIMAL, editions=[Edition(year=2011, role="this", total=0, status="Free")])
    total = rows(zero, "scores")[0]
    assert (total["printed"], total["score"]) == ("0", "0")


def test_context_is_told_from_the_report_and_has_its_sources() -> None:
    for row in rows(KAZAKHSTAN, "scores"):
        assert (row["outside"] == "true") == (row["role"] == "context") == (int(row["edition"]) > 2011)
        assert bool(row["sources"]) == (row["role"] == "context" and row["standing"] != "not-found")


def test_a_year_without_an_edition_has_a_row_without_a_figure() -> None:
    found = [row for row in rows(KAZAKHSTAN, "scores") if row["standing"] == "not-found"]
    assert [(row["edition"], row["part"], row["printed"], row["score"], row["status"], row["best"]) for row in found] == [
        ("2020", "total", "", "", "", "100")
    ]
    years = [int(row["edition"]) for row in rows(KAZAKHSTAN, "scores") if row["level"] == "total" and row["role"] != "previous"]
    assert years == list(range(2011, 2026))


def test_a_fact_from_outside_is_marked() -> None:
    facts = [Fact(id="x", label="Users", printed="many", role="context", cites=["k"]), Fact(id="y", label="People", printed="few")]
    assert [(row["id"], row["role"], row["outside"], row["sources"]) for row in rows(changed(MINIMAL, facts=facts), "facts")] == [
        ("x", "context", "true", "k"),
        ("y", "report", "false", ""),
    ]


def test_figures_are_as_printed_and_remarks_go_along() -> None:
    facts = {row["id"]: row for row in rows(KAZAKHSTAN, "facts")}
    assert (facts["population"]["printed"], facts["population"]["value"], facts["population"]["unit"]) == (
        "16.3 million",
        "16300000",
        "people",
    )
    assert (facts["internet-penetration"]["printed"], facts["internet-penetration"]["value"]) == ("28 percent", "28")
    assert "4.3 million would be about 26 percent" in facts["internet-penetration"]["remarks"]
    assert facts["apps-blocked"]["value"] == ""


def test_other_figures_for_the_same_edition_have_rows_of_their_own() -> None:
    edition = Edition(year=2011, role="this", total=55, status="Partly Free", disputed=[Disputed(total=43, cites=["a"])])
    found = [row for row in rows(changed(MINIMAL, editions=[edition]), "scores") if row["level"] == "total"]
    assert [(row["score"], row["standing"], row["outside"], row["sources"]) for row in found] == [
        ("55", "published", "false", ""),
        ("43", "disputed", "true", "a"),
    ]


def test_questions_and_columns_of_the_edition_before() -> None:
    questions = [row for row in rows(COMPLETE, "scores") if row["level"] == "question"]
    assert questions
    assert all(row["highest"] for row in questions)
    assert [row["column"] for row in rows(COMPLETE, "facts") if row["printed"] == "640,000"] == ["previous"]


def test_partial_dates_have_the_days_that_they_may_mean() -> None:
    events = [Event(id="a", date=date("2009-22"), label="A"), Event(id="b", date=date("2009/.."), label="B")]
    found = rows(changed(MINIMAL, events=events), "events")
    assert [(row["date"], row["first_day"], row["last_day"], row["precision"]) for row in found] == [
        ("2009/..", "2009-01-01", "", "interval"),
        ("2009-22", "2009-06-01", "2009-08-31", "season"),
    ]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "＝1", "=cmd|' /C calc'!A0"])
def test_what_a_spreadsheet_would_calculate_is_text(text: str) -> None:
    assert cell_text(text) == f"'{text}"
    briefing = changed(
        MINIMAL, remarks=[Remark(about=["event:a"], kind="dating", text=text)], events=[Event(id="a", date=date("2010"), label=text)]
    )
    [row] = rows(briefing, "events")
    assert row["event"][:1] == "'"
    assert not row["remarks"].startswith(("=", "+", "-", "@"))


def test_numbers_stay_numbers() -> None:
    assert [cell_text(value) for value in (-5, -0.5, 1.0, 0, True, None)] == ["-5", "-0.5", "1", "0", "true", ""]


@given(TEXTS)
@example('a "quoted", text; with\nlines')
def test_what_went_in_comes_out(text: str) -> None:
    briefing = changed(MINIMAL, brief=replace(MINIMAL.brief.brief, title=text), events=[Event(id="a", date=date("2010"), label=text)])
    [row] = rows(briefing, "events")
    assert row["event"] == row["country_name"] == cell_text(text)
    assert row["event"].lstrip("'").lstrip() == text.lstrip("'").lstrip()
