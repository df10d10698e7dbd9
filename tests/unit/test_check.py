"""`kzbrief check`: files, folders and standard input; what is printed, and how it ends."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from kzbrief import cli
from kzbrief.output.checking import MOST

from .test_advice import BASE, changed, with_finding

Capture = pytest.CaptureFixture[str]
WARNED = changed("total = 47", "total = 48")


def main(capsys: Capture, *arguments: str) -> tuple[int, str, str]:
    code = cli.main(["check", *arguments])
    return (code, *capsys.readouterr())


@pytest.fixture
def brief(tmp_path: Path) -> Path:
    path = tmp_path / "brief.toml"
    path.write_text(BASE, encoding="utf-8")
    return path


def test_warnings_end_with_1_only_when_asked(capsys: Capture, brief: Path) -> None:
    brief.write_text(WARNED, encoding="utf-8")
    code, out, err = main(capsys, str(brief))
    assert (code, err) == (0, "")
    assert ":19:9: warning[total-is-no-sum]: the total is 48, but 14 + 16 + 17 is 47\n" in out
    assert out.endswith("\n1 warning in 1 brief\n")
    assert main(capsys, str(brief), "--strict")[0] == 1
    brief.write_text(BASE, encoding="utf-8")
    assert main(capsys, str(brief), "--strict")[:2] == (0, "1 brief checked, no problems\n")


def test_people_are_told_where_there_is_more(capsys: Capture, brief: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    brief.write_text(WARNED, encoding="utf-8")
    assert "--explain" not in main(capsys, str(brief))[1]
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "“kzbrief check --explain total-is-no-sum” says more" in main(capsys, str(brief))[1]
    brief.write_text(BASE, encoding="utf-8")
    assert "--explain" not in main(capsys, str(brief))[1]


def test_errors_and_warnings_are_counted_apart(capsys: Capture, brief: Path) -> None:
    brief.write_text(changed("; @survey", "; @survay", WARNED), encoding="utf-8")
    code, out, _err = main(capsys, str(brief))
    assert code == 1
    assert "\n1 error and 1 warning in 1 brief\n" in out


def test_notes_do_not_bury_the_rest(capsys: Capture, brief: Path) -> None:
    brief.write_text(with_finding("So [@market].") + '\n[[section]]\nid = "x"\ntitle = "X"\n', encoding="utf-8")
    code, out, _err = main(capsys, str(brief), "--strict")
    assert (code, out) == (0, "1 brief checked, no problems\n1 note on sources and drafts: --notes shows it\n")
    code, out, _err = main(capsys, str(brief), "--notes", "--strict")
    assert code == 0
    assert "note[single-source]" in out
    assert "--notes" not in out


def test_drafts_are_counted(capsys: Capture, brief: Path) -> None:
    brief.write_text(with_finding("", "", "draft = true\n"), encoding="utf-8")
    assert f"{brief}: 1 of 2 findings written" in " ".join(main(capsys, str(brief), "--width", "300")[1].split())


def test_data_has_warnings_with_their_severity_and_counts(capsys: Capture, brief: Path) -> None:
    brief.write_text(with_finding("So [@market].").replace("total = 47", "total = 48"), encoding="utf-8")
    table = json.loads(main(capsys, str(brief), "--format", "json")[1])
    assert [(problem["code"], problem["severity"]) for problem in table["problems"]] == [("total-is-no-sum", "warning")]
    assert table["counts"] == {"errors": 0, "warnings": 1, "notes": 1, "findings": 2, "drafts": 0}
    table = json.loads(main(capsys, str(brief), "--format", "json", "--notes")[1])
    assert [problem["severity"] for problem in table["problems"]] == ["warning", "note"]


def test_a_folder_stands_for_the_briefs_and_methods_in_it(capsys: Capture, brief: Path) -> None:
    folder = brief.parent
    (folder / "methods").mkdir()
    (folder / "methods" / "index.toml").write_text('format = 1\n[method]\nid = "index"\n', encoding="utf-8")
    (folder / "pyproject.toml").write_text('[project]\nname = "other"\n', encoding="utf-8")
    (folder / ".hidden").mkdir()
    (folder / ".hidden" / "b.toml").write_text("nonsense", encoding="utf-8")
    (folder / "notes.txt").write_text("nonsense", encoding="utf-8")
    table = json.loads(main(capsys, str(folder), "--format", "json")[1])
    assert [Path(name).name for name in table["files"]] == ["brief.toml", "index.toml"]
    assert {(Path(problem["file"]).name, problem["code"]) for problem in table["problems"]} == {("index.toml", "missing-key")}
    (folder / "broken.toml").write_text("nonsense", encoding="utf-8")
    assert "broken.toml:1:" in main(capsys, str(folder), "--format", "concise")[1]


def test_a_folder_without_briefs_does_not_pass(capsys: Capture, tmp_path: Path) -> None:
    code, out, _err = main(capsys, str(tmp_path))
    assert code == 2
    assert "error[no-such-brief]: there is no brief in this folder" in " ".join(out.split())


def test_a_method_file_can_be_named(capsys: Capture, tmp_path: Path) -> None:
    method = Path(__file__).parents[2] / "briefs" / "methods" / "freedom-on-the-net.toml"
    assert main(capsys, str(method))[0] == 0


def test_a_brief_with_a_method_of_its_own_is_no_method_though_its_head_is_misspelt(capsys: Capture, brief: Path) -> None:
    complete = Path(__file__).parents[1] / "data" / "complete.toml"
    brief.write_text(complete.read_text(encoding="utf-8").replace("[brief]", "[breif]"), encoding="utf-8")
    out = main(capsys, str(brief), "--format", "concise")[1]
    assert "error[unknown-key]: there is no key “breif”" in out
    assert "“report”" not in out


def test_faults_of_the_method_of_a_brief_come_under_its_own_name(capsys: Capture, brief: Path) -> None:
    (brief.parent / "methods").mkdir()
    (brief.parent / "methods" / "index.toml").write_text('format = 1\n[method]\nid = "index"\n', encoding="utf-8")
    brief.write_text(changed('"freedom-on-the-net"', '"index"'), encoding="utf-8")
    code, out, _err = main(capsys, str(brief), "--format", "concise")
    assert code == 1
    assert all(line.startswith(str(brief.parent / "methods" / "index.toml")) for line in out.splitlines())


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_standard_input(capsys: Capture, monkeypatch: pytest.MonkeyPatch, mark: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(mark + WARNED.encode())))
    code, out, _err = main(capsys, "-")
    assert code == 0
    assert out.startswith("-:19:9: warning[total-is-no-sum]")
    assert "   19 | total = 48\n" in out


@pytest.mark.parametrize(("raw", "expected"), [(b"", 1), (b"a = \xff\n", 2), (b"x" * (16 * 1024 * 1024 + 1), 2)])
def test_standard_input_that_is_no_brief(capsys: Capture, monkeypatch: pytest.MonkeyPatch, raw: bytes, expected: int) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw)))
    assert main(capsys, "-")[0] == expected


def test_in_restricted_use_there_is_neither_folder_nor_standard_input(
    capsys: Capture, monkeypatch: pytest.MonkeyPatch, brief: Path
) -> None:
    monkeypatch.setenv("KZBRIEF_RESTRICTED", "1")
    monkeypatch.setenv("KZBRIEF_PATH", str(brief.parent))
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(WARNED.encode())))
    assert main(capsys, "-")[0] == 2
    assert main(capsys, str(brief.parent))[0] == 2
    assert main(capsys, "brief")[0] == 0


def test_of_very_many_problems_the_first_are_shown_in_full(capsys: Capture, brief: Path) -> None:
    keys = "".join(f"key-{number} = 1\n" for number in range(MOST + 30))
    brief.write_text(changed("edition = 2011\n", "edition = 2011\n" + keys), encoding="utf-8")
    out = main(capsys, str(brief), "--width", "300")[1]
    assert out.count("error[unknown-key]") == MOST
    assert f"{brief}: 30 more problems\n" in out
    assert out.endswith(f"\n{MOST + 30} errors in 1 brief\n")
    assert len(main(capsys, str(brief), "--format", "concise")[1].splitlines()) == MOST + 30


def test_of_very_many_faulty_citations_in_one_text_the_first_are_reported(capsys: Capture, brief: Path) -> None:
    brief.write_text(changed("[@market; @survey]", "[@market; @survey] " + "[@nobody-x] " * 30_000), encoding="utf-8")
    code, out, _err = main(capsys, str(brief), "--format", "concise")
    assert code == 1
    lines = out.splitlines()
    assert len(lines) == 21
    assert lines[-1].endswith("error[no-such-source]: 29980 more citations of this text are faulty")


@pytest.mark.parametrize(
    ("line", "column", "message"),
    [
        ("x = " + "[" * 2000 + "]" * 2000, 5, "lists and tables are nested too deeply here"),
        ("y = [1]; z = 1\nx = " + "[" * 2000, 5, ""),
        ("x = [" + "{ a = [" * 500 + "] }" * 500 + "]", 5, "lists and tables are nested too deeply here"),
        ("[" + "a." * 30_000 + "b]", 2, "this key has too many parts"),
        ("a.b = 1\n" + "a." * 30_000 + "b = 1", 1, "this key has too many parts"),
    ],
    ids=["list", "syntax first", "tables", "header", "key"],
)
def test_what_is_too_deep_has_a_place(capsys: Capture, tmp_path: Path, line: str, column: int, message: str) -> None:
    path = tmp_path / "deep.toml"
    path.write_text("format = 1\n\n" + line + "\n", encoding="utf-8")
    code, out, _err = main(capsys, str(path), "--format", "concise")
    if message:
        assert (code, out) == (2, f"{path}:{3 + line.count(chr(10))}:{column}: error[too-deep]: {message}\n")
    else:
        assert f"{path}:3:5: error[syntax]" in out  # what comes first is told
