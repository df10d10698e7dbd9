"""Restricted use, without a terminal: what a process that is confined can still do, and what comes of a visitor's words."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from kzbrief import cli, commands, handlers, state, usage
from kzbrief.brief.library import by_name, data_folder, locate, method_path
from kzbrief.refusal import RefusedError
from kzbrief.restricted import COMMANDS, admitted, restricted
from kzbrief.toml.problems import DocumentError

ROOT = Path(__file__).parents[2]
HARMLESS = (
    "open('/etc/hostname').read()",
    "open('/dev/null', 'w').write('x')",
    "print('x')",
    "import asyncio, threading",
    "__import__('socket').socketpair()",
)
HARMFUL = (
    "open('made', 'w')",
    "open('made', 'a')",
    "open('there', 'r+')",
    "os.open('made', os.O_CREAT)",
    "os.mkdir('made')",
    "os.remove('there')",
    "os.rename('there', 'made')",
    "os.symlink('there', 'made')",
    "os.truncate('there', 0)",
    "os.system('touch made')",
    "os.execv('/bin/touch', ['touch', 'made'])",
    "os.posix_spawn('/bin/touch', ['touch', 'made'], {})",
    "os.fork()",
    "os.popen('touch made')",
    "subprocess.run(['touch', 'made'])",
    "subprocess.Popen('touch made', shell=True)",
    "tempfile.TemporaryFile()",
    "tempfile.mkdtemp()",
    "pathlib.Path('made').write_text('x')",
    "shutil.copy('there', 'made')",
    "socket.create_connection(('127.0.0.1', 9))",
    "pty.spawn('sh')",
)


def confined(code: str, folder: Path) -> subprocess.CompletedProcess[str]:
    before = "import os, pathlib, pty, shutil, socket, subprocess, sys, tempfile, webbrowser\n"
    before += "from kzbrief.restricted import confine\nconfine()\n"
    return subprocess.run(
        [sys.executable, "-c", before + code], cwd=folder, env={"PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize("code", HARMLESS)
def test_reading_goes_on(code: str, tmp_path: Path) -> None:
    done = confined(code, tmp_path)
    assert (done.returncode, done.stderr) == (0, "")


def test_nothing_harmful_can_be_done(tmp_path: Path) -> None:
    (tmp_path / "there").write_text("words")
    tries = "".join(f"try:\n    {code}\nexcept OSError:\n    pass\nelse:\n    print({code!r})\n" for code in HARMFUL)
    done = confined(tries, tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert [path.name for path in tmp_path.iterdir()] == ["there"]
    assert (tmp_path / "there").read_text() == "words"


def test_no_bytecode_and_no_core_are_left(tmp_path: Path) -> None:
    done = confined("import resource; print(sys.dont_write_bytecode, resource.getrlimit(resource.RLIMIT_CORE))", tmp_path)
    assert done.stdout == "True (0, 0)\n"


@pytest.mark.parametrize(("value", "expected"), [("1", True), ("yes", True), ("0", False), ("", False)])
def test_what_switches_it_on(value: str, expected: bool) -> None:
    assert restricted({"KZBRIEF_RESTRICTED": value}) is expected


@pytest.mark.parametrize(
    ("argv", "asked", "expected"),
    [
        ([], "", []),
        (["list"], "summary", ["list"]),
        ([], "summary georgia-2011", ["summary", "georgia-2011"]),
        ([], "kzbrief --version", ["--version"]),
        ([], "summary 'two words' $HOME;id", ["summary", "two words", "$HOME;id"]),
    ],
)
def test_the_words_of_a_visitor(argv: list[str], asked: str, expected: list[str]) -> None:
    assert admitted(argv, {"SSH_ORIGINAL_COMMAND": asked}) == expected


@pytest.mark.parametrize("asked", ["completion bash", "new x.toml --country GE", "schema", "kzbrief completion bash", "summary 'x"])
def test_words_that_are_refused(asked: str) -> None:
    with pytest.raises(RefusedError):
        admitted([], {"SSH_ORIGINAL_COMMAND": asked})


def test_nothing_is_kept_changed_or_removed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    assert state.change(state.mark("borduria-2011", "access/carrier", marked=True))
    [path] = (tmp_path / "kzbrief").iterdir()
    before = path.read_bytes()
    monkeypatch.setenv("KZBRIEF_RESTRICTED", "1")
    assert state.load() == state.State()
    assert not state.change(state.mark("borduria-2011", "access/prices", marked=True))
    assert not state.change(state.remember("borduria-2011", state.Left("access")))
    assert state.forget() == []
    assert path.read_bytes() == before
    path.write_text("damaged")
    assert state.load() == state.State()
    assert path.read_text() == "damaged"


def test_a_failure_tells_nothing_of_the_machine(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def fail(given: object) -> int:
        secret = "a secret of the machine"
        raise ValueError(secret)

    monkeypatch.setitem(handlers.HANDLERS, "summary", fail)
    with pytest.raises(ValueError, match="secret"):
        cli.main(["summary"])
    monkeypatch.setenv("KZBRIEF_RESTRICTED", "1")
    assert cli.main(["summary"]) == 2
    assert capsys.readouterr() == ("", "kzbrief: something went wrong; please tell whoever offers this\n")


def test_ctrl_z_stops_nothing_from_the_start_on(tmp_path: Path) -> None:
    done = confined("import signal; os.kill(os.getpid(), signal.SIGTSTP); print('going on')", tmp_path)
    assert done.stdout == "going on\n"


@pytest.fixture
def use(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Restricted use, with a folder of briefs that is returned."""
    folder = tmp_path / "briefs"
    folder.mkdir()
    monkeypatch.setenv("KZBRIEF_RESTRICTED", "1")
    monkeypatch.setenv("KZBRIEF_PATH", str(folder))
    return folder


def test_a_refusal_says_what_can_be_used() -> None:
    with pytest.raises(RefusedError, match="these can: read, summary, sources, standing, compare, list, search, check"):
        admitted(["new", "x.toml"])
    assert admitted(["compare", "a", "b"]) == ["compare", "a", "b"]


def test_help_footer_and_palette_leave_out_what_is_refused(use: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = usage.help_text(100)
    assert "kzbrief standing" in told
    for word in (
        "kzbrief new",
        "kzbrief import",
        "kzbrief export",
        "kzbrief forget",
        "path of a file",
        "open a file",
        "export",
        "FOLDER",
        "your own",
    ):
        assert word not in told
    check = next(item for item in usage.COMMANDS if item.name == "check")
    read = next(item for item in usage.COMMANDS if item.name == "read")
    assert "--fix" not in usage.usage_line(check)
    assert "--watch" not in usage.command_help(read, 100)
    for command in usage.COMMANDS:
        if command.name in COMMANDS:
            helped = usage.command_help(command, 300)
            assert not any(
                word in helped for word in ("--pager", "--no-state", "FOLDER", "folder", "standard input", "~/.local", "KZBRIEF_PATH")
            )
    for place in ("dashboard", "section"):
        assert not {"e", "Ctrl+Z", "f"} & {row.keys for row in commands.rows_of(place)}
    monkeypatch.delenv("KZBRIEF_RESTRICTED")
    assert "kzbrief new" in usage.help_text(100)
    assert {"e", "Ctrl+Z"} <= {row.keys for row in commands.rows_of("section")}


def test_names_and_no_paths_of_the_server_are_printed(use: Path, capsys: pytest.CaptureFixture[str]) -> None:
    small = (ROOT / "tests" / "data" / "small.toml").read_text(encoding="utf-8")
    (use / "borduria.toml").write_text(small, encoding="utf-8")
    (use / "kazakhstan-2011.toml").write_text(small, encoding="utf-8")  # and the shipped one is not opened by its name
    (use / "broken.toml").write_text('[brief]\nsecret = "words', encoding="utf-8")
    for words in (["list"], ["list", "--format", "json"], ["check"], ["check", "--format", "json"], ["summary", "broken"]):
        cli.main(words)
        said = "".join(capsys.readouterr())
        assert "broken" in said
        assert str(use) not in said
        assert data_folder("briefs") not in said
        assert "words" not in said


def test_links_that_lead_out_of_the_folder_are_not_there(use: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "secret.toml").write_text("[brief]\n")
    (use / "inside.toml").write_text("[brief]\n")
    (use / "leads-out.toml").symlink_to(tmp_path / "secret.toml")
    (use / "stays.toml").symlink_to(use / "inside.toml")
    (use / "methods").mkdir()
    (use / "methods" / "out.toml").symlink_to(tmp_path / "secret.toml")
    assert {"inside", "stays"} < set(by_name())
    assert "leads-out" not in by_name()
    with pytest.raises(DocumentError):
        locate("leads-out")
    with pytest.raises(DocumentError):
        method_path("out")
    monkeypatch.delenv("KZBRIEF_RESTRICTED")
    assert locate("leads-out") == str(use / "leads-out.toml")
