"""Every code is explained, and no example lies: the bad one has the problem and nothing else, the good one has none."""

from __future__ import annotations

import shlex
from collections.abc import Callable
from pathlib import Path

import pytest

from kzbrief import cli
from kzbrief.brief.checking import check_file
from kzbrief.brief.codes import CODES, NOTES, WARNINGS, severity_of
from kzbrief.brief.explanations import EXPLANATIONS, whole
from kzbrief.toml.read import DIGITS, LIMIT, VALUES

BRIEFS = [code for code, explanation in EXPLANATIONS.items() if explanation.kind == "brief"]
SETTINGS = [code for code, explanation in EXPLANATIONS.items() if explanation.kind == "settings"]
COMMANDS = [code for code, explanation in EXPLANATIONS.items() if explanation.kind == "command"]
BRIEF = whole("")

WORDS: dict[str, Callable[[], bytes]] = {
    "empty-file": lambda: b"",
    "not-utf8": lambda: BRIEF.replace("Borduria", "Бордурия").encode("cp1251"),
    "too-deep": lambda: (BRIEF + "x = " + "[" * 1000 + "]" * 1000).encode(),
    "too-large": lambda: BRIEF.encode() + b"#" * LIMIT,
    "too-many-digits": lambda: (BRIEF + "x = " + "1" * (DIGITS + 1)).encode(),
    "too-many-values": lambda: (BRIEF + "x = 1\n" * (VALUES + 1)).encode(),
}
"""What the words of those examples mean that cannot be shown."""
NO_EXAMPLE = {"wrong-value": "nothing is refused for a reason without a code"}
"""Codes that nothing has, with reasons."""


def codes_in(folder: Path, text: str | bytes) -> set[str]:
    path = folder / "my-country.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    (checked,) = check_file(str(path), notes=True)
    return {problem.code for problem in checked.problems}


def test_every_code_is_explained_in_whole_sentences() -> None:
    assert list(EXPLANATIONS) == list(CODES)
    for explanation in EXPLANATIONS.values():
        assert explanation.why[0].isupper() or explanation.why[0] == "“"
        assert explanation.why.endswith(".")
        assert explanation.bad != explanation.good


def test_every_example_is_run_here() -> None:
    words = {code for code, explanation in EXPLANATIONS.items() if explanation.kind == "words"}
    assert words == {*WORDS, *NO_EXAMPLE}


def test_severities() -> None:
    assert set(CODES) >= WARNINGS | NOTES
    assert not WARNINGS & NOTES
    assert severity_of("syntax") == "error"


@pytest.mark.parametrize("code", BRIEFS)
def test_the_examples_of_a_brief(tmp_path: Path, code: str) -> None:
    ignored = {"single-source"} - {code}
    assert codes_in(tmp_path, whole(EXPLANATIONS[code].bad)) - ignored == {code}
    assert codes_in(tmp_path, whole(EXPLANATIONS[code].good)) - ignored == set()


@pytest.mark.parametrize("code", WORDS)
def test_the_files_that_cannot_be_shown(tmp_path: Path, code: str) -> None:
    assert codes_in(tmp_path, WORDS[code]()) == {code}
    assert codes_in(tmp_path, BRIEF) == set()


@pytest.mark.parametrize("code", COMMANDS)
def test_the_examples_of_commands(tmp_path: Path, code: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "my-country.toml").write_text(BRIEF, encoding="utf-8")
    for command, wanted in ((EXPLANATIONS[code].bad, True), (EXPLANATIONS[code].good, False)):
        ended = cli.main(shlex.split(command)[1:])
        out, err = capsys.readouterr()
        assert (f"[{code}]" in out + err) == wanted, out + err
        assert ended == 0 or wanted, err


@pytest.mark.parametrize("code", SETTINGS)
def test_the_examples_of_settings(tmp_path: Path, code: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    for name in ("KZBRIEF_LANG", "KZBRIEF_THEME", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "kzbrief").mkdir()
    for setting, wanted in ((EXPLANATIONS[code].bad, True), (EXPLANATIONS[code].good, False)):
        (tmp_path / "kzbrief" / "config.toml").write_text(setting + "\n", encoding="utf-8")
        assert cli.main(["summary", "kazakhstan-2011", "--format", "rich"]) == 0
        assert (f"[{code}]" in capsys.readouterr().err) == wanted


@pytest.mark.parametrize("code", [*BRIEFS, *COMMANDS, *SETTINGS, *WORDS])
def test_explanations_are_printed(code: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["check", "--explain", code, "--width", "80"]) == 0
    out = capsys.readouterr().out
    assert out.startswith(f"{severity_of(code)}[{code}]: ")
    if EXPLANATIONS[code].kind != "words":
        assert all(f"    {line}\n" in out for line in EXPLANATIONS[code].bad.split("\n") if line)


def test_a_code_that_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["check", "--explain", "no-such-sorce"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "did you mean no-such-source" in err


def test_the_explanation_takes_a_code_as_it_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["check", "--explain", "[syntax]"]) == 0
    assert "Without it" in capsys.readouterr().out


@pytest.mark.parametrize("written", ["error[note-twice]", "warning[note-twice]:", "[note-twice]", "b.toml:3:1: warning[note-twice]: so"])
def test_a_code_may_stand_as_it_was_printed(written: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["check", "--explain", written]) == 0
    assert capsys.readouterr().out.startswith("warning[note-twice]")
