"""`kzbrief check --fix`: what is safe is mended, everything else stays byte for byte, and nothing is written that was not shown."""

from __future__ import annotations

import io
import os
import stat
import sys
from pathlib import Path

import pytest
import tomli
from hypothesis import assume, given
from hypothesis import strategies as st

from kzbrief import cli
from kzbrief.brief.invisible import SUSPECTS
from kzbrief.brief.repair import repaired
from kzbrief.output import fixing

from .spelling import documents
from .test_advice import BASE, changed

Capture = pytest.CaptureFixture[str]
NOTED = changed("[@market; @survey]", "[@market, note 7; @survey]")

CASES = [
    # (what is changed in the base, into what, what is written instead)
    ('date = "2011"', "date = 2011-03~ # about", 'date = "2011-03~" # about'),
    ('date = "2011"', "date = 2009/2010", 'date = "2009/2010"'),
    ('date = "2009-06"', "date  =\t2009-06", 'date  =\t"2009-06"'),
    ('title = "Survey"', "title = “Survey”", 'title = "Survey"'),
    ('title = "Survey"', "title = „Der Survey“  # so", 'title = "Der Survey"  # so'),
    ('title = "Survey"', 'title = "Survey”', 'title = "Survey"'),
    ('title = "Survey"', "title = «Обзор»", 'title = "Обзор"'),
    ('title = "Survey"', "title = “People’s Survey”", 'title = "People’s Survey"'),
    ("[@market; @survey]", "[@market, note 7; @survey]", "[@market, note 1; @survey]"),
    ("[@market; @survey]", "[@market, note  07, p. 3; @survey]", "[@market, note 1, p. 3; @survey]"),
]


@pytest.mark.parametrize(("old", "wrong", "better"), CASES)
def test_what_is_safe_is_mended_and_nothing_else(old: str, wrong: str, better: str) -> None:
    assert repaired(changed(old, wrong), "brief.toml") == changed(old, better)


@pytest.mark.parametrize(
    ("old", "wrong"),
    [
        ('title = "Survey"', "title = “Survey"),  # where does it end?
        ('title = "Survey"', 'title = “Survey of "Lines"”'),
        ('title = "Survey"', "title = “A” and “B”"),
        ('title = "Survey"', 'title = "The “Survey”'),
        ('title = "Survey"', "title = “”"),
        ('title = "Survey"', "title = Survey"),
        ('date = "2011"', "date = 2011-02-31"),
        ("total = 47", "total = 4,7"),
        ("[@market; @survey]", "[@market; @survey, note x]"),
        ("; @survey]", "; @survay]"),
        ("[@market; @survey]", "[@market, note 2; @survey]"),  # note 2 is that of the other: the key may be wrong, or the number
        ("notes = [2]", "notes = [2]\n[[section.finding]]\nid = 'x'\nheadline = 'X'\ntext = 'So [@market, note 0].'"),
    ],
)
def test_what_only_a_person_can_mend_stays(old: str, wrong: str) -> None:
    text = changed(old, wrong)
    assert repaired(text, "brief.toml") == text


def test_the_number_of_a_note_stays_where_the_work_has_several() -> None:
    text = changed("notes = [2]", "notes = [2, 3]", changed("@survey]", "@survey, note 9]"))
    assert repaired(text, "brief.toml") == text


@pytest.mark.parametrize(
    ("old", "wrong"),
    [
        ("notes = [2]", "notes = [9]"),  # 7 is one of those that are missing, and may be another of this work
        ("edition = 2011", 'edition = 2011\nextent = "short"'),
        ("edition = 2011", 'edition = 2011\nextent = "draft"'),
    ],
)
def test_the_number_of_a_note_stays_where_not_all_notes_are_there(old: str, wrong: str) -> None:
    text = changed(old, wrong, NOTED)
    assert repaired(text, "brief.toml") == text


def test_no_id_is_written_while_something_points_to_a_finding_that_is_not_there() -> None:
    text = changed('id = "carrier"\n', "", changed("edition = 2011", 'edition = 2011\nkey-findings = ["access/carrier"]'))
    assert repaired(text, "brief.toml") == text


def test_several_faults_of_syntax_are_mended_one_after_the_other() -> None:
    text = changed(
        'title = "Survey"', "title = “Survey”", changed('date = "2010"', "date = 2010-05", changed('date = "2009-06"', "date = 2009-06"))
    )
    assert repaired(text, "brief.toml") == changed('date = "2010"', 'date = "2010-05"')


IDS = [
    ('id = "carrier"\n', "", ""),
    ('[[section.finding]]\nid = "carrier"\n', "  [[section.finding]] # here\n", "  "),
]


@pytest.mark.parametrize(("old", "wrong", "indent"), IDS)
def test_ids_are_written_below_the_header(old: str, wrong: str, indent: str) -> None:
    text = changed(old, wrong)
    new = repaired(text, "brief.toml")
    added = f'{indent}id = "one-carrier-holds-half-the-market"\n'
    assert new.count(added) == 1
    assert new.replace(added, "") == text
    assert repaired(new, "brief.toml") == new


def test_findings_without_a_headline_or_a_header_get_no_id() -> None:
    for rows in (
        "[[section.finding]]\ndraft = true\n",
        '[[section]]\nid = "x"\ntitle = "X"\nfinding = [{ headline = "Y", cites = ["market"] }]\n',
    ):
        assert repaired(BASE + "\n" + rows, "brief.toml") == BASE + "\n" + rows


def test_line_ends_of_windows_stay() -> None:
    text = changed('id = "carrier"\n', "", changed('date = "2009-06"', "date = 2009-06")).replace("\n", "\r\n")
    new = repaired(text, "brief.toml")
    assert new.count("\n") == new.count("\r\n") == text.count("\n") + 1
    assert 'date = "2009-06"\r\n' in new


@given(documents())
def test_any_toml_stays_as_it_is(text: str) -> None:
    assume(not SUSPECTS.search(text))  # which are mended
    assert repaired(text, "brief.toml") == text


@given(st.text(alphabet=st.sampled_from(list("ab.=[]{},\"'“”\\#\n\r\t 12-")), max_size=60))
def test_any_text_can_be_looked_at(text: str) -> None:
    new = repaired(text, "brief.toml")
    assert sum(map(new.count, "“”")) <= sum(map(text.count, "“”"))
    if new != text:
        assert text.count("\n") == new.count("\n")


@pytest.fixture
def brief(tmp_path: Path) -> Path:
    path = tmp_path / "brief.toml"
    path.write_text(NOTED, encoding="utf-8")
    return path


def main(capsys: Capture, *arguments: str) -> tuple[int, str, str]:
    code = cli.main(["check", *arguments, "--width", "300"])
    return (code, *capsys.readouterr())


def test_in_a_pipe_the_difference_is_shown_and_nothing_written(capsys: Capture, brief: Path) -> None:
    code, out, err = main(capsys, str(brief), "--fix")
    assert code == 1
    assert out.startswith(f"--- {brief}\n+++ {brief}\n@@ ")
    assert "\n-text = " in out
    assert "\n+text = " in out
    assert "error[no-such-note]" in out
    assert err == f"{brief}: nothing was written; --fix --yes writes it\n"
    assert brief.read_text(encoding="utf-8") == NOTED


def test_with_yes_it_is_written_and_checked_again(capsys: Capture, brief: Path) -> None:
    brief.write_bytes(b"\xef\xbb\xbf" + NOTED.encode())
    os.chmod(brief, 0o640)
    code, out, err = main(capsys, str(brief), "--fix", "--yes")
    assert (code, err) == (0, "")
    assert out.endswith("\n1 brief checked, no problems\n")
    assert brief.read_bytes() == b"\xef\xbb\xbf" + changed("@market;", "@market, note 1;").encode()
    assert stat.S_IMODE(brief.stat().st_mode) == 0o640
    assert os.listdir(brief.parent) == ["brief.toml"]


@pytest.mark.parametrize(("answer", "written"), [("y\n", True), ("Yes\n", True), ("n\n", False), ("\n", False), ("", False)])
def test_at_a_terminal_somebody_is_asked(capsys: Capture, brief: Path, monkeypatch: pytest.MonkeyPatch, answer: str, written: bool) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(answer))
    monkeypatch.setattr(fixing, "is_terminal", lambda _stream: True)
    code, _out, err = main(capsys, str(brief), "--fix")
    assert err == f"Write this to {brief}? (y/n) "
    assert code == (0 if written else 1)
    assert (brief.read_text(encoding="utf-8") != NOTED) == written


def test_a_file_without_anything_to_mend_is_only_checked(capsys: Capture, brief: Path) -> None:
    brief.write_text(BASE, encoding="utf-8")
    before = brief.stat()
    assert main(capsys, str(brief), "--fix", "--yes") == (0, "1 brief checked, no problems\n", "")
    assert brief.stat().st_mtime_ns == before.st_mtime_ns


def test_a_link_stays_a_link(capsys: Capture, brief: Path) -> None:
    link = brief.parent / "link.toml"
    link.symlink_to(brief)
    assert main(capsys, str(link), "--fix", "--yes")[0] == 0
    assert link.is_symlink()
    assert brief.read_text(encoding="utf-8") != NOTED


def test_a_file_that_changes_meanwhile_is_left_alone(capsys: Capture, brief: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def agreed(_path: str) -> bool:
        brief.write_text(BASE, encoding="utf-8")
        return True

    monkeypatch.setattr(fixing, "_agreed", agreed)
    code, _out, err = main(capsys, str(brief), "--fix")
    assert code == 2
    assert "has been changed meanwhile" in err
    assert brief.read_text(encoding="utf-8") == BASE
    assert os.listdir(brief.parent) == ["brief.toml"]


@pytest.mark.parametrize(
    "arguments", [["--fix"], ["-", "--fix"], ["brief.toml", "--fix", "--format", "json"], ["brief.toml", "--yes"]], ids=" ".join
)
def test_what_cannot_be_mended_is_refused(capsys: Capture, arguments: list[str]) -> None:
    code, out, err = main(capsys, *arguments)
    assert (code, out) == (2, "")
    assert "--fix" in err


def test_in_restricted_use_nothing_is_mended(capsys: Capture, brief: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KZBRIEF_RESTRICTED", "1")
    assert main(capsys, str(brief), "--fix", "--yes")[0] == 2
    assert brief.read_text(encoding="utf-8") == NOTED


def test_check_says_what_can_be_mended(capsys: Capture, brief: Path) -> None:
    assert "\n1 error in 1 brief\n1 of them can be mended by --fix\n" in main(capsys, str(brief))[1]


def test_mended_dates_say_what_was_meant() -> None:
    text = changed('date = "2009-06"', "date = 2009-06")
    assert tomli.loads(repaired(text, "brief.toml")) == tomli.loads(BASE)


def test_what_is_left_is_told(capsys: Capture, brief: Path) -> None:
    brief.write_text(changed('title = "Survey"', "title = Survey", changed('date = "2011"', "date = 2011-03")), encoding="utf-8")
    code, _out, err = main(capsys, "--fix", "--yes", str(brief))
    assert code == 1
    assert "1 error was not mended, since only you know what is meant" in err
    assert "more may follow" in err
    brief.write_text(changed("; @survey]", "; @survay]", changed('"2009-06"', "2009-06")), encoding="utf-8")
    _code, _out, err = main(capsys, "--fix", "--yes", str(brief))
    assert "1 error was not mended" in err
    assert "more may follow" not in err
    brief.write_text(changed('"2009-06"', "2009-06"), encoding="utf-8")
    assert main(capsys, "--fix", "--yes", str(brief))[2] == ""
