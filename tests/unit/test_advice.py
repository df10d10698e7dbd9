"""Warnings and notes: each where it belongs, none that follows from an error, and `[[allow]]` silences what it names."""

from __future__ import annotations

from pathlib import Path

import pytest

from kzbrief.brief.briefing import load
from kzbrief.brief.checking import Checked, check_file
from kzbrief.brief.library import shipped
from kzbrief.output.checking import summary
from kzbrief.toml.problems import Problem

BASE = """\
format = 1

[brief]
id = "borduria-2011"
title = "Borduria"
country = "XB"
method = "freedom-on-the-net"
edition = 2011

[report]
type = "chapter"
title = "Borduria"
date = "2011"

[[edition]]
year = 2011
role = "this"
status = "Partly Free"
total = 47
scores = { access = 14, content = 16, rights = 17 }

[[section]]
id = "access"
title = "Obstacles to Access"

[[section.finding]]
id = "carrier"
headline = "One carrier holds half the market"
as-of = "2010"
text = "One carrier holds half of the “market” [@market; @survey]."

[sources.market]
type = "article"
title = "The Market"
date = "2010"
url = "http://lines.example/market"
notes = [1]

[sources.survey]
type = "report"
title = "Survey"
date = "2009-06"
notes = [2]
"""


def found(folder: Path, text: str, *, notes: bool = False) -> Checked:
    path = folder / "brief.toml"
    path.write_text(text, encoding="utf-8")
    checked = list(check_file(str(path), notes=notes))
    assert len(checked) == 1
    return checked[0]


def changed(old: str, new: str, text: str = BASE) -> str:
    assert text.count(old) == 1, old
    return text.replace(old, new)


def marked(text: str, problem: Problem) -> str:
    start = problem.place.column - 1
    return text.split("\n")[problem.place.line - 1][start : start + problem.place.length]


FINDING = '\n[[section.finding]]\nheadline = "{headline}"\ntext = "{text}"\n'
AFTER = '[@market; @survey]."\n'


def with_finding(text: str, headline: str = "Another", more: str = "") -> str:
    return changed(AFTER, AFTER + FINDING.format(headline=headline, text=text) + more)


SAME = '\n[sources.again]\ntype = "web"\ntitle = "Again"\nurl = "https://lines.example/market/"\nnotes = [3]\n'

CASES = [
    ("total-is-no-sum", changed("total = 47", "total = 48"), "48"),
    (
        "total-is-no-sum",
        changed(
            "total = 47", 'disputed = [{ total = 40, scores = { access = 1, content = 2, rights = 3 }, cites = ["market"] }]\ntotal = 47'
        ),
        "40",
    ),
    ("status-is-no-band", changed('status = "Partly Free"', 'status = "Not Free"'), '"Not Free"'),
    ("never-cited", changed("; @survey", "; @market"), "[sources.survey]"),
    ("cited-twice", changed(AFTER, AFTER + 'cites = ["market"]\n'), '"market"'),
    ("cited-twice", changed(AFTER, AFTER + 'cites = ["survey, note 2"]\n'), '"survey, note 2"'),
    ("no-citation", with_finding("Nothing is known."), '"Another"'),
    ("note-twice", changed("notes = [2]", "notes = [1]"), "1"),
    ("missing-note", changed("notes = [2]", "notes = [3]"), "3"),
    ("same-address", with_finding("So [@again; @market].") + SAME, '"https://lines.example/market/"'),
    ("newer-source", changed('date = "2010"', 'date = "2012-01"'), '"2012-01"'),
    ("long-headline", changed("One carrier holds half the market", "x" * 97), "x" * 7),
    ("straight-quotes", with_finding('They said \\"no\\" [@market; @survey].', "“Another”"), '\\"'),
    ("unused-allow", BASE + '\n[[allow]]\ncode = "no-citation"\nat = "finding:carrier"\nreason = "so"\n', "[[allow]]"),
    ("unused-allow", BASE + '\n[[allow]]\ncode = "wrong-type"\nat = "report"\nreason = "so"\n', "[[allow]]"),
]


def test_the_base_has_nothing(tmp_path: Path) -> None:
    assert found(tmp_path, BASE, notes=True).problems == ()


@pytest.mark.parametrize(("code", "text", "mark"), CASES, ids=[f"{code}-{number}" for number, (code, __, __) in enumerate(CASES)])
def test_a_warning_with_its_place_and_a_hint(tmp_path: Path, code: str, text: str, mark: str) -> None:
    problems = found(tmp_path, text).problems
    assert [(problem.code, problem.severity, marked(text, problem)) for problem in problems] == [(code, "warning", mark)]
    assert problems[0].hint


NOTES = [
    ("single-source", with_finding("So [@market]."), '"Another"'),
    ("old-source", changed('as-of = "2010"', 'as-of = "2013-06"'), None),
    ("draft", with_finding("", "", "draft = true\n"), "draft"),
]


@pytest.mark.parametrize(("code", "text", "mark"), NOTES, ids=[row[0] for row in NOTES])
def test_notes_are_counted_and_shown_when_they_are_asked_for(tmp_path: Path, code: str, text: str, mark: str | None) -> None:
    quiet = found(tmp_path, text)
    if mark is not None:
        assert (quiet.problems, quiet.notes) == ((), 1)
        (problem,) = found(tmp_path, text, notes=True).problems
        assert (problem.code, problem.severity, marked(text, problem)) == (code, "note", mark)


@pytest.mark.parametrize("entry", ["survey, p. 12", "survey, p. 9, note 2"])
def test_another_place_in_a_work_is_not_cited_twice(tmp_path: Path, entry: str) -> None:
    assert found(tmp_path, changed(AFTER, f'[@market; @survey, p. 30]."\ncites = ["{entry}"]\n')).problems == ()


def test_drafts_that_look_written_are_told(tmp_path: Path) -> None:
    text = with_finding("So [@market; @survey].", more="draft = true\n")
    checked = found(tmp_path, text, notes=True)
    assert (checked.drafts, checked.written_drafts) == (1, 1)
    assert "draft = true" in (checked.problems[0].hint or "")
    assert any("draft = true" in line for line in summary([checked]))
    # A file as `new` writes it has findings to replace.
    still = found(tmp_path, with_finding("To be written [@example-survey].", more="draft = true\n"))
    assert still.written_drafts == 0
    empty = found(tmp_path, with_finding("", "", "draft = true\n"))
    assert (empty.drafts, empty.written_drafts) == (1, 0)


@pytest.mark.parametrize(("as_of", "expected"), [("2013-06-30", 0), ("2013-12-31", 0), ("2014", 1), ("2015", 1)])
def test_a_source_is_old_when_more_than_three_years_lie_between(tmp_path: Path, as_of: str, expected: int) -> None:
    text = changed('as-of = "2010"', f'as-of = "{as_of}"')
    assert found(tmp_path, text).notes == expected


def test_an_old_source_that_is_remarked_on_or_not_dated_is_none(tmp_path: Path) -> None:
    text = changed('as-of = "2010"', 'as-of = "2015"')
    remark = '\n[[remark]]\nabout = ["finding:carrier"]\nkind = "old-source"\ntext = "It is old."\n'
    assert found(tmp_path, text + remark).notes == 0
    assert found(tmp_path, changed('date = "2009-06"\n', "", text)).notes == 0


def test_drafts_are_counted(tmp_path: Path) -> None:
    checked = found(tmp_path, with_finding("", "", "draft = true\n"))
    assert (checked.findings, checked.drafts) == (2, 1)


@pytest.mark.parametrize("at", ["finding:another", "report"])
def test_what_is_allowed_is_silent(tmp_path: Path, at: str) -> None:
    text = with_finding("Nothing is known.") + f'\n[[allow]]\ncode = "no-citation"\nat = "{at}"\nreason = "the report gives none"\n'
    assert found(tmp_path, text, notes=True).problems == ()


def test_a_note_that_no_work_has_can_be_allowed(tmp_path: Path) -> None:
    text = changed("notes = [2]", "notes = [3]") + '\n[[allow]]\ncode = "missing-note"\nat = "note:2"\nreason = "it names no work"\n'
    assert found(tmp_path, text, notes=True).problems == ()


def test_many_missing_notes_are_one_warning(tmp_path: Path) -> None:
    (problem,) = found(tmp_path, changed("notes = [2]", "notes = [900]")).problems
    assert problem.message == "the notes 2 to 899 are missing: no work has their numbers"


def test_a_short_brief_has_a_selection_of_the_notes(tmp_path: Path) -> None:
    text = changed("edition = 2011", 'edition = 2011\nextent = "short"', changed("notes = [2]", "notes = [7]"))
    assert found(tmp_path, text).problems == ()


def test_candidates_of_what_is_cited_are_cited(tmp_path: Path) -> None:
    unsettled = '\n[unsettled.short]\ncandidates = ["market", "survey"]\nnotes = [3]\nreason = "so"\n'
    assert found(tmp_path, changed("@market; @survey", "@short") + unsettled).problems == ()
    codes = [problem.code for problem in found(tmp_path, BASE + unsettled).problems]
    assert codes == ["never-cited"]


def test_nothing_that_may_follow_from_an_error_is_reported(tmp_path: Path) -> None:
    # The misspelt key leaves the survey without a citation, and the edition with a wrong key may lack its other figures.
    text = changed("; @survey", "; @survay")
    assert [problem.code for problem in found(tmp_path, text, notes=True).problems] == ["no-such-source"]
    text = changed("total = 47", "total = 48\ntotals = 47")
    assert [problem.code for problem in found(tmp_path, text).problems] == ["unknown-key"]


def test_what_stands_by_itself_comes_with_the_errors_in_file_order(tmp_path: Path) -> None:
    text = changed("total = 47", "total = 48", changed("; @survey", "; @survay"))
    problems = found(tmp_path, text).problems
    assert [(problem.code, problem.severity) for problem in problems] == [("total-is-no-sum", "warning"), ("no-such-source", "error")]


@pytest.mark.parametrize("path", shipped())
def test_shipped_briefs_have_no_warning(path: str) -> None:
    assert [(checked.problems, checked.readable) for checked in check_file(path)] == [((), True)]


def test_opening_a_brief_does_not_look_for_advice(tmp_path: Path) -> None:
    path = tmp_path / "brief.toml"
    path.write_text(changed("total = 47", "total = 48"), encoding="utf-8")
    assert load(str(path)).brief.editions[0].total == 48
