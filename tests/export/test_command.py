"""`kzbrief export`: the forms, where they go, and files that are whole or not there."""

from __future__ import annotations

import io
import json
import os
import socket
import stat
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from kzbrief import cli, usage
from kzbrief.output import export as package
from kzbrief.output.export import FORMS, Options, files
from kzbrief.output.export.command import TABLES, run
from kzbrief.refusal import RefusedError

from .made import KAZAKHSTAN


def test_help_knows_the_forms_and_the_tables() -> None:
    assert tuple(item.name for item in FORMS) == usage.EXPORTS
    [command] = [item for item in usage.COMMANDS if item.name == "export"]
    assert {option.flag: option.choices for option in command.options}["--table"] == TABLES
    for item in FORMS:
        if item.folder:
            assert tuple(import_module(f"{package.__name__}.{item.module}").tables(KAZAKHSTAN)) == TABLES


@pytest.mark.parametrize("name", [item.name for item in FORMS if not item.folder])
def test_stdout_and_files_have_the_same_and_end_a_line(name: str, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    path = tmp_path / "out"
    assert cli.main(["export", "kazakhstan-2011", "--to", name]) == 0
    printed = capfdbinary.readouterr()
    assert cli.main(["export", "kazakhstan-2011", "--to", name, "-o", str(path)]) == 0
    assert capfdbinary.readouterr() == (b"", b"")
    assert (printed.out, printed.err) == (path.read_bytes(), b"")
    assert printed.out.endswith(b"\n")
    assert [entry.name for entry in tmp_path.iterdir()] == ["out"]


def test_stdout_is_utf8_whatever_the_locale() -> None:
    env = {**os.environ, "PYTHONIOENCODING": "ascii", "LC_ALL": "C"}
    done = subprocess.run([sys.executable, "-m", "kzbrief", "export", "--to", "ris"], capture_output=True, env=env, check=True)
    assert "TI  - Мобильная связь в Казахстане\r\n" in done.stdout.decode("utf-8")


def test_a_stream_that_takes_only_text_gets_it(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stdout", stream)
    assert run("kazakhstan-2011", "json", None, Options()) == 0
    assert json.loads(stream.getvalue())["brief"]["id"] == "kazakhstan-2011"


def test_markdown_and_json_are_those_of_the_summary(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    for name, more in (("markdown", ["--full"]), ("json", [])):
        assert cli.main(["export", "--to", name]) == 0
        exported = capfdbinary.readouterr().out
        assert cli.main(["summary", "--format", name, *more]) == 0
        assert capfdbinary.readouterr().out == exported


def test_every_table_goes_into_a_folder(tmp_path: Path) -> None:
    assert cli.main(["export", "--to", "csv", "-o", str(tmp_path / "numbers")]) == 0
    assert sorted(path.name for path in (tmp_path / "numbers").iterdir()) == sorted(f"{name}.csv" for name in TABLES)
    assert (tmp_path / "numbers" / "scores.csv").read_bytes().startswith(b"brief,")


def test_a_mark_of_utf8_is_there_on_request(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert cli.main(["export", "--to", "csv", "--table", "facts", "--bom"]) == 0
    assert capfdbinary.readouterr().out.startswith(b"\xef\xbb\xbfbrief,")
    assert cli.main(["export", "--to", "csv", "--bom", "-o", str(tmp_path / "numbers")]) == 0
    assert all(path.read_bytes().startswith(b"\xef\xbb\xbf") for path in (tmp_path / "numbers").iterdir())


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "say what to export: --to FORM"),
        (["--to", "docx"], "--to: “docx” is not possible; possible: "),
        (["--to", "csv"], "name one with --table (scores, facts, series, events), or a folder for all with -o FOLDER"),
        (["--to", "ris", "--table", "facts"], "--table is for csv"),
        (["--to", "ris", "--bom"], "--bom is for csv"),
        (["--to", "ris", "--force"], "--force is for files"),
        (["nowhere", "--to", "ris"], "there is no brief of this name"),
    ],
)
def test_what_cannot_be_done_is_said(words: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["export", *words]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert said in printed.err.replace("\n", " ")


def test_a_file_that_is_there_is_kept_unless_force(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "works.ris"
    path.write_text("mine")
    path.chmod(0o640)
    assert cli.main(["export", "--to", "ris", "-o", str(path)]) == 2
    assert capsys.readouterr().err == f"kzbrief: {path} is there already; it stays as it is\n--force replaces it\n"
    assert path.read_text() == "mine"
    assert cli.main(["export", "--to", "ris", "-o", str(path), "--force"]) == 0
    assert path.read_bytes().startswith(b"TY  - ")
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert [entry.name for entry in tmp_path.iterdir()] == ["works.ris"]


def test_a_dash_is_stdout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    monkeypatch.chdir(tmp_path)
    assert cli.main(["export", "kazakhstan-2011", "--to", "ris"]) == 0
    printed = capfdbinary.readouterr()
    assert cli.main(["export", "kazakhstan-2011", "--to", "ris", "-o", "-"]) == 0
    assert capfdbinary.readouterr() == printed
    assert os.listdir(tmp_path) == []


@pytest.mark.parametrize("force", [[], ["--force"]])
def test_devices_and_pipes_are_written_into_and_stay(force: list[str], tmp_path: Path) -> None:
    assert cli.main(["export", "kazakhstan-2011", "--to", "ris", "-o", os.devnull, *force]) == 0
    assert stat.S_ISCHR(os.stat(os.devnull).st_mode)
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with subprocess.Popen(["cat", str(pipe)], stdout=subprocess.PIPE) as reader:
        assert cli.main(["export", "kazakhstan-2011", "--to", "ris", "-o", str(pipe), *force]) == 0
        assert reader.stdout
        assert reader.stdout.read().startswith(b"TY  - ")
    assert stat.S_ISFIFO(os.stat(pipe).st_mode)
    assert os.listdir(tmp_path) == ["pipe"]


def test_a_full_disk_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["export", "kazakhstan-2011", "--to", "ris", "-o", "/dev/full"]) == 2
    assert "/dev/full cannot be written: No space left on device" in capsys.readouterr().err


def test_a_socket_is_kept(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as ours:
        ours.bind("socket")
        assert cli.main(["export", "kazakhstan-2011", "--to", "ris", "-o", "socket", "--force"]) == 2
    assert "it stays as it is" in capsys.readouterr().err
    assert stat.S_ISSOCK(os.stat("socket").st_mode)


def test_a_link_that_leads_nowhere_is_kept_and_a_link_is_no_file_to_replace(tmp_path: Path) -> None:
    link, target = tmp_path / "link", tmp_path / "target"
    link.symlink_to(target)
    with pytest.raises(RefusedError):
        files.write_file(str(link), "text")
    target.write_text("old")
    files.write_file(str(link), "new", force=True)
    assert link.is_symlink()
    assert target.read_text() == "new"


@pytest.mark.parametrize("force", [False, True])
def test_a_failure_leaves_all_as_it_was(force: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "out"
    if force:
        path.write_text("old")

    def full(path: str, text: str) -> None:
        Path(path).write_text(text[:3])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files, "_write", full)
    with pytest.raises(RefusedError, match="No space left on device"):
        files.write_file(str(path), "whole text", force=force)
    assert [(entry.name, entry.read_text()) for entry in tmp_path.iterdir()] == ([("out", "old")] if force else [])
    with pytest.raises(RefusedError, match="No space left on device"):
        files.write_folder(str(tmp_path / "folder"), {"a": "text"}, force=force)
    assert not (tmp_path / "folder").exists()
    assert len(list(tmp_path.iterdir())) == int(force)


def test_a_folder_that_is_there_is_kept_and_with_force_its_other_files_are(tmp_path: Path) -> None:
    folder = tmp_path / "numbers"
    folder.mkdir()
    (folder / "a").write_text("old")
    (folder / "mine").write_text("mine")
    with pytest.raises(RefusedError, match=r"numbers/a is there already; it stays as it is\n--force replaces it"):
        files.write_folder(str(folder), {"b": "new", "a": "new"})
    assert sorted(path.name for path in folder.iterdir()) == ["a", "mine"]
    files.write_folder(f"{folder}{os.sep}", {"a": "new", "b": "new"}, force=True)
    assert {path.name: path.read_text() for path in folder.iterdir()} == {"a": "new", "b": "new", "mine": "mine"}
    (tmp_path / "file").write_text("mine")
    for force in (False, True):
        with pytest.raises(RefusedError, match="stays as it is"):
            files.write_folder(str(tmp_path / "file"), {"a": "new"}, force=force)
    with pytest.raises(RefusedError, match="is a folder"):
        files.write_file(str(folder), "text", force=True)


def test_a_folder_without_our_files_takes_them(tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("mine")
    assert cli.main(["export", "--to", "csv", "-o", str(tmp_path)]) == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(["mine", *(f"{name}.csv" for name in TABLES)])
    before = (tmp_path / "scores.csv").read_bytes()
    assert cli.main(["export", "brazil-2011", "--to", "csv", "-o", str(tmp_path)]) == 2
    assert (tmp_path / "scores.csv").read_bytes() == before


def test_of_files_for_a_folder_all_are_written_or_none(tmp_path: Path) -> None:
    with pytest.raises(RefusedError, match="cannot be written"):
        files.write_folder(str(tmp_path), {"a": "text", "zero\0character": "text"})
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["no-such-folder/out", "zero\0character"])
def test_where_nothing_can_be_written_is_said(name: str, tmp_path: Path) -> None:
    for write in (lambda path: files.write_file(path, "text"), lambda path: files.write_folder(path, {"a": "text"})):
        with pytest.raises(RefusedError, match="cannot be written"):
            write(str(tmp_path / name))


def test_restricted_use_exports_nothing(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("KZBRIEF_RESTRICTED", "1")
    assert cli.main(["export", "--to", "ris"]) == 2
    assert "“export” cannot be used here" in capsys.readouterr().err


def test_forms_import_neither_rich_nor_textual() -> None:
    """Each is made in a process of its own, from which it can be seen."""
    code = "import sys; from kzbrief.output.export.command import run; from kzbrief.output.export import Options; import os\n"
    code += "sys.stdout = open(os.devnull, 'w', encoding='utf-8')\n"
    code += "".join(f"run('kazakhstan-2011', {item.name!r}, None, Options())\n" for item in FORMS if not item.folder)
    code += "sys.exit(' '.join({'rich', 'textual'} & set(sys.modules)) or 0)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stderr) == (0, "")
