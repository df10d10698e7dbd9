"""Rules of scores, editions, categories, headlines and numbers: what no publisher prints is a slip of the pen."""

from __future__ import annotations

from pathlib import Path

import pytest

from kzbrief.brief.load import load_brief

from .test_rules import COMPLETE, SMALL, changed, faults, marked

SCORES = "scores = { access = 14, content = 16, rights = 17 }"


@pytest.mark.parametrize(
    ("old", "new", "code", "mark", "message", "hint"),
    [
        ("total = 47", "total = 710", "out-of-range", "710", "the total goes from 0 to 100", None),
        ("total = 47", "total = -3", "out-of-range", "-3", "the total goes from 0 to 100", None),
        (SCORES, SCORES.replace("14", "28"), "out-of-range", "28", "“access” has at most 25 points", None),
        (SCORES, SCORES.replace("14", "-1"), "out-of-range", "-1", "a score is at least 0", None),
        ('status = "Partly Free"\ntotal = 47', 'status = "partly free"\ntotal = 47', "no-such-status", '"partly free"', "", "Partly Free"),
        ('status = "Partly Free"\ntotal = 47', 'status = "N/A"\ntotal = 47', "no-such-status", '"N/A"', "", "n/a"),
        ('status = "Partly Free"\ntotal = 47', 'status = "Good"\ntotal = 47', "no-such-status", '"Good"', "", "Free, Partly Free, Not Free"),  # noqa: E501
        ('year = 2009\nrole', 'year = 2012\nrole', "wrong-edition", "2012", "earlier than", "“context”"),
        ('year = 2009\nrole', 'year = 2011\nrole', "wrong-edition", "2011", "earlier than", None),
        ('year = 2013\nrole', 'year = 2011\nrole', "wrong-edition", "2011", "line 20", "disputed"),
        ('year = 2013\nrole', 'printed-in = 2012\nyear = 2013\nrole', "wrong-edition", "2012", "printed", None),
        ('category = "content"', 'category = "access"', "category-twice", '"access"', "Obstacles to Access", None),
        ('headline = "A blogger was fined for a comment"\n', "", "no-headline", "[[section.finding]]", "headline", "draft = true"),
        ('headline = "A blogger was fined for a comment"', 'headline = ""', "no-headline", '""', "headline", "draft = true"),
        ('headline = "A blogger was fined for a comment"', 'headline = " "', "no-headline", '" "', "headline", "draft = true"),
        ("notes = [2]", "notes = [0]", "wrong-note", "0", "1", None),
        ("notes = [1, 3]", "notes = [1, 3, 3]", "wrong-note", "3", "note 3 stands here twice", "delete one of them"),
        ("notes = [5]", "notes = [5, 5]", "wrong-note", "5", "note 5 stands here twice", "delete one of them"),
        ("notes = [5]", "notes = [-5]", "wrong-note", "-5", "1", None),
    ],
)  # fmt: skip
def test_what_cannot_be(tmp_path: Path, old: str, new: str, code: str, mark: str, message: str, hint: str | None) -> None:
    text = changed(SMALL, old, new)
    found = faults(tmp_path, text)
    (problem,) = [problem for problem in found if problem.code == code]
    assert marked(text, problem) == mark
    assert message in problem.message
    assert hint is None or hint in (problem.hint or "")


@pytest.mark.parametrize(
    ("old", "new", "code", "mark", "message"),
    [
        ("questions = { A1 = 10,", "questions = { A1 = 31,", "out-of-range", "31", "“A1” has at most 30 points"),
        ("questions = { A1 = 10,", "questions = { Z9 = 10,", "no-such-question", "Z9", "no question “Z9”"),
        ('questions = ["A1", "A2"]', 'questions = ["A1", "Z9"]', "no-such-question", '"Z9"', "no question “Z9”"),
        ("disputed = [{ total = 41", "disputed = [{ total = 410", "out-of-range", "410", "0 to 100"),
        ("scores = { lines = 23,", "scores = { lines = 61,", "out-of-range", "61", "“lines” has at most 60 points"),
        ('total = 41, status = "Open"', 'total = 41, status = "open"', "no-such-status", '"open"', "“open”"),
        ('code = "total-is-no-sum"', 'code = "foo"', "no-such-code", '"foo"', "no diagnostic “foo”"),
        ('code = "total-is-no-sum"', 'code = "total-is-no-summ"', "no-such-code", '"total-is-no-summ"', "no diagnostic"),
    ],
)
def test_what_cannot_be_in_rarer_places(tmp_path: Path, old: str, new: str, code: str, mark: str, message: str) -> None:
    text = changed(COMPLETE, old, new)
    (problem,) = faults(tmp_path, text)
    assert problem.code == code
    assert marked(text, problem) == mark
    assert message in problem.message


def test_what_may_be(tmp_path: Path) -> None:
    path = tmp_path / "brief.toml"
    for old, new in (
        ("total = 47", "total = 100"),
        ("total = 47", "total = 0"),
        (SCORES, SCORES.replace("14", "25.0")),
        (SCORES, ""),
        ("total = 47", 'total = "n/a"'),
        ('status = "Partly Free"\ntotal = 47', 'status = "n/a"\ntotal = 47'),
        ('headline = "A blogger was fined for a comment"\n', "draft = true\n"),
        ('type = "prosecution"\n', 'type = "prosecution"\nquestions = ["Z9"]\n'),
        ('category = "content"', ""),
    ):
        path.write_text(changed(SMALL, old, new), encoding="utf-8")
        load_brief(path)


def test_nothing_follows_from_what_is_wrong_already(tmp_path: Path) -> None:
    headline = 'headline = "A blogger was fined for a comment"'
    for old, new, codes in (
        (headline, "headline = 3", ["wrong-type"]),
        (headline, headline.replace("headline", "headlin"), ["unknown-key"]),
        ("total = 47", 'total = "many"', ["wrong-type"]),
        ("notes = [2]", "notes = [true]", ["wrong-type"]),
        ('role = "this"', 'role = "that"', ["unknown-value"]),
        ('category = "content"', "category = 1", ["wrong-type"]),
        # A name of a wrong form is never suggested, nor is the mended one missed.
        ('id = "blogger-fined"', 'id = "blogger_fined"', ["wrong-form"]),
        ("[sources.court]", "[sources.Court]", ["wrong-form"]),
    ):
        assert [problem.code for problem in faults(tmp_path, changed(SMALL, old, new))] == codes, new
    text = changed(changed(SMALL, 'id = "blogger-fined"', 'id = "blogger_fine"'), '"rights/blogger-fined"', '"rights/blogger-find"')
    assert not any("blogger_fine" in (problem.hint or "") for problem in faults(tmp_path, text))
