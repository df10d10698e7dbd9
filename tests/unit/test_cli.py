"""The command line: exit codes, streams, terminals, encodings, and what each command imports."""

from __future__ import annotations

import json
import os
import pty
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from kzbrief import __version__, cli
from kzbrief.brief.briefing import load
from kzbrief.usage import COMMANDS

ROOT = Path(__file__).parents[2]
DATA = ROOT / "tests" / "data"
GOLDEN, BROKEN = str(DATA / "golden.toml"), str(DATA / "broken.toml")
KZBRIEF = [sys.executable, "-m", "kzbrief"]
Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run kzbrief in a process of its own, in an empty folder and an environment that says nothing."""

    def run(*arguments: str, **environ: str) -> subprocess.CompletedProcess[str]:
        env = {"PYTHONPATH": str(ROOT), "PATH": os.environ["PATH"], "HOME": str(tmp_path), "LC_ALL": "C.UTF-8", **environ}
        command = [*KZBRIEF, *arguments]
        return subprocess.run(
            command, env=env, cwd=tmp_path, stdin=subprocess.DEVNULL, capture_output=True, text=True, errors="surrogateescape", check=False
        )

    return run


def main(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    """Run kzbrief in this process; return exit code, stdout and stderr."""
    code = cli.main(arguments)
    return code, *capsys.readouterr()


# What is typed


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("summary", "BRIEF#access/carrier prints one finding"),
        ("summary", "another word lists all"),
        ("sources", "BRIEF#access/carrier prints the works behind a finding"),
        ("list", "~/.local/share/kzbrief/briefs"),
        ("export", "html, a page to mail; markdown or json, the whole brief; csv, its numbers as tables -o"),
        ("export", "for csv a folder, without which it needs --table"),
    ],
)
def test_help_says_what_newcomers_ask(command: str, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert said in " ".join(main(capsys, command, "--help")[1].split())


def test_version_and_help_are_data(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(capsys, "--version") == (0, f"kzbrief {__version__}\n", "")
    code, out, err = main(capsys, "--help")
    assert (code, err) == (0, "")
    for command in COMMANDS:
        assert f"kzbrief {command.name}" in out
        code, text, err = main(capsys, command.name, "--help")
        assert (code, err) == (0, "")
        assert all(option.flag in text for option in command.options)


@pytest.mark.parametrize("columns", [20, 33, 60, 80, 300])
def test_help_fits(columns: int, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    for arguments in (["--help"], *([command.name, "--help"] for command in COMMANDS)):
        __, out, __ = main(capsys, *arguments)
        assert max(map(len, out.splitlines())) <= columns


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["summary", "--widht"], "--widht"),
        (["summary", "--width", "19"], "20 to 300"),
        (["summary", "--width", "301"], "20 to 300"),
        (["summary", "--width", "9" * 5000], "20 to 300"),
        (["summary", "--format", "pdf"], "pdf"),
        (["summary", "--section", "nowhere", GOLDEN], "introduction, access, content, rights"),
        (["summary", GOLDEN, GOLDEN], "golden.toml"),
        (["sources", GOLDEN, "market-2007"], "market-2006"),
        (["sources", GOLDEN, "99"], "99"),
        (["sources", "market-2006"], "no brief of that name"),
        (["sources", GOLDEN, "1", "2"], "at most"),
        (["--ascii", "summary"], "kzbrief summary"),
        (["check", "--format", "markdown"], "markdown"),
        (["sum\x1bmary"], "\\x1b"),
        (["summary", "--\x1b]0;x\x07"], "\\x1b]0;x\\x07"),
    ],
)
def test_what_is_not_understood_is_said_in_a_line_or_two_on_stderr(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, err = main(capsys, *arguments)
    assert (code, out) == (2, "")
    assert said in err
    assert len(err.splitlines()) <= 2
    assert "\x1b" not in err


def test_a_word_that_is_no_command_is_a_brief(capsys: pytest.CaptureFixture[str]) -> None:
    """Without a terminal the summary is printed instead of starting the app."""
    code, out, err = main(capsys, GOLDEN)
    assert (code, err) == (0, "")
    assert out.startswith("Borduria ")
    assert main(capsys, "read", GOLDEN, "--no-mouse", "--theme", "kz-light")[1] == out
    assert main(capsys)[1].startswith("Kazakhstan ")


def test_files_named_like_commands_can_be_opened(run: Run, tmp_path: Path) -> None:
    (tmp_path / "summary").write_bytes(Path(GOLDEN).read_bytes())
    for arguments in (["./summary"], ["read", "summary"], ["summary", "summary"]):
        assert run(*arguments).stdout.startswith("Borduria ")
    assert run("summary").stdout.startswith("Kazakhstan ")


def test_options_may_stand_between_arguments(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, __ = main(capsys, "sources", GOLDEN, "--width", "60", "market-2006", "--format", "plain")
    assert code == 0
    assert "Рынок связи" in out


def test_sources_takes_a_brief_a_work_or_both(capsys: pytest.CaptureFixture[str]) -> None:
    assert "Казнет в разрезе" in main(capsys, "sources", "6")[1]
    assert "Казнет в разрезе" in main(capsys, "sources", "[6]")[1]
    assert "Казнет в разрезе" in main(capsys, "sources", "vasilyev-kaznet")[1]
    assert "Рынок связи" in main(capsys, "sources", GOLDEN)[1]
    assert "Рынок связи" in main(capsys, "sources", GOLDEN, "3")[1]
    assert "* none" not in main(capsys, "sources", GOLDEN, "*1")[1]
    two = main(capsys, "sources", "8")[1]
    assert "Kazakhstan Today" in two
    assert "Mojazarplata" in two


# Exit codes


@pytest.mark.parametrize("command", ["summary", "sources", "read"])
def test_a_faulty_brief_is_refused_on_stderr(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = main(capsys, command, BROKEN)
    assert (code, out) == (2, "")
    assert "broken.toml:6:1: error[unknown-key]" in err


def test_evidence_is_weighed_of_whole_briefs(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = main(capsys, "summary", "kazakhstan-2011#access", "--evidence")
    assert (code, out) == (2, "")
    assert "--evidence is for a whole brief" in err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--at", "access/48"], "there is no finding “access/48” in kazakhstan-2011\ndid you mean access?"),
        (["--at", "access/kazakhtelecom"], "did you mean access/kazakhtelecom-share?"),
        (["kazakhstan-2011#acess"], "did you mean access?"),
        (["kazakhstan-2011#access", "--at", "content"], "two places are named"),
        (["--theme", "kz-dork"], "the themes are kz-contrast-dark"),
    ],
)
def test_without_a_terminal_read_refuses_what_it_would_refuse_in_one(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, err = main(capsys, "read", *arguments)
    assert (code, out) == (2, "")
    assert said in err


def test_without_a_terminal_a_place_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    for place in ("access", "access/livejournal-unblocked"):
        assert main(capsys, "read", "--at", place) == main(capsys, "summary", f"kazakhstan-2011#{place}")


def test_a_misspelt_command_is_no_brief(capsys: pytest.CaptureFixture[str]) -> None:
    assert "did you mean the command summary?" in main(capsys, "sumary")[2]
    assert "did you mean kazakhstan" in main(capsys, "kazakstan")[2]
    assert "there is no command chekc; did you mean check?" in main(capsys, "chekc", "x.toml")[2]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["summary", "--format", "xml"], "--format: “xml” is not possible; possible: rich, plain, markdown, json"),
        (["summary", "--fromat", "json"], "there is no option --fromat; did you mean --format?"),
        (["summary", "--plian"], "there is no option --plian"),
        (["summary", "--width"], "--width: a value must follow"),
        (["summary", "--width", "wide"], "--width: a number from"),
        (["summary", "a", "b", "c"], "“b” is one word too many"),
        (["check", "--strict=1"], "--strict: no value can follow"),
        (["completion"], "say for which shell: bash, zsh, fish"),
        (["completion", "tcsh"], "“tcsh” is not possible; possible: bash, zsh, fish"),
        (["new"], "say how the file is to be called, as in georgia.toml"),
        (["import"], "say which report: a file with its text"),
        (["search"], "say what to look for"),
        (["compare"], "two briefs at least"),
    ],
)
def test_what_is_not_understood_is_said_in_one_style(capsys: pytest.CaptureFixture[str], words: list[str], said: str) -> None:
    code, out, err = main(capsys, *words)
    assert (code, out) == (2, "")
    assert err.startswith("kzbrief: ")
    assert said in err
    assert err.endswith(f"\nkzbrief {words[0]} --help says what is understood\n")
    assert "command" not in main(capsys, "read", "sumary")[2]


def test_a_number_that_no_work_has_says_which_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    labels = load("kazakhstan-2011").index.label
    last = max(int(labels(key)[1:]) for key in load("kazakhstan-2011").index.sources if labels(key).startswith("*"))
    assert f"there are *1 to *{last}\n" in main(capsys, "sources", "kazakhstan-2011", "*99")[2]
    assert "there are 1 to 41\n" in main(capsys, "sources", "99")[2]


def test_check_tells_faults_from_what_cannot_be_read(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    syntax = tmp_path / "syntax.toml"
    syntax.write_text("format = \n")
    assert main(capsys, "check", GOLDEN)[0] == 0
    assert main(capsys, "check")[0] == 0
    assert main(capsys, "check", BROKEN, GOLDEN)[0] == 1
    assert main(capsys, "check", str(syntax))[0] == 1
    assert main(capsys, "check", str(tmp_path))[0] == 1
    assert main(capsys, "check", str(tmp_path / "nothing"))[0] == 2
    assert main(capsys, "check", BROKEN, "nowhere.toml")[0] == 2


def test_check_in_one_line_each_and_as_data(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(capsys, "check", GOLDEN, "--format", "concise") == (0, "", "")
    out = main(capsys, "check", BROKEN, "--format", "concise")[1]
    assert all(re.match(r".+broken\.toml:\d+:\d+: error\[[a-z-]+\]: .+$", line) for line in out.splitlines())
    table = json.loads(main(capsys, "check", BROKEN, "--format", "json")[1])
    assert table["files"] == [BROKEN]
    assert [problem["line"] for problem in table["problems"]] == sorted(problem["line"] for problem in table["problems"])
    assert len(table["problems"]) == len(out.splitlines())


def test_list_names_the_shipped_briefs(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = main(capsys, "list")
    assert (code, err) == (0, "")
    assert "kazakhstan-2011\n  Kazakhstan, Freedom on the Net 2011\n  55 of 100 (0 is best) - Partly Free\n" in out


def test_list_goes_on_after_a_faulty_brief(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KZBRIEF_PATH", str(tmp_path))
    (tmp_path / "aaa.toml").write_text("[brief] nonsense")
    (tmp_path / "borduria.toml").write_bytes(Path(GOLDEN).read_bytes())
    code, out, err = main(capsys, "list", "--format", "json")
    assert (code, err) == (1, "")
    found = json.loads(out)
    names = [brief["name"] for brief in found["briefs"]]
    assert {"borduria", "kazakhstan-2011"} < set(names)
    assert "aaa" not in names
    (broken,) = found["broken"]
    assert (broken["name"], broken["problem"]["line"]) == ("aaa", 1)
    code, out, err = main(capsys, "list", "--width", "300")
    assert (code, err) == (1, "")
    assert f"aaa\n  broken: {broken['problem']['message']}\n  {tmp_path}/aaa.toml:1:" in out
    assert "## Broken briefs" in main(capsys, "list", "--format", "markdown")[1]


# Streams


def test_nothing_is_escaped_in_a_pipe_unless_it_is_asked_for(run: Run) -> None:
    assert "\x1b" not in run("summary", TERM="xterm-256color", COLORTERM="truecolor").stdout
    assert "\x1b" not in run("summary", TERM="xterm-256color", FORCE_COLOR="0").stdout
    assert "\x1b[" in run("summary", FORCE_COLOR="1").stdout
    assert "\x1b[" in run("summary", "--format", "rich").stdout
    assert "\x1b" not in run("summary", "--format", "plain", FORCE_COLOR="1").stdout


@pytest.mark.parametrize(
    ("environ", "colour"),
    [
        ({"TERM": "xterm"}, r"\x1b\[[0-9;]*33m"),
        ({"TERM": "xterm-256color"}, r"\x1b\[[0-9;]*38;5;\d+m"),
        ({"TERM": "xterm-256color", "COLORTERM": "truecolor"}, r"\x1b\[[0-9;]*38;2;\d+;\d+;\d+m"),
    ],
)
def test_the_terminal_says_how_many_colours_it_has(environ: dict[str, str], colour: str, run: Run) -> None:
    assert re.search(colour, run("summary", FORCE_COLOR="1", **environ).stdout)


def test_no_color_leaves_bold_alone(run: Run) -> None:
    out = run("summary", FORCE_COLOR="1", NO_COLOR="1", TERM="xterm-256color").stdout
    assert set(re.findall(r"\x1b\[([0-9;]*)m", out)) <= {"0", "1", "2", "3", "4", "7", "1;7", "1;2"}
    assert "\x1b[1m" in out


def test_colours_change_nothing_but_colours(run: Run) -> None:
    coloured = run("summary", "--full", GOLDEN, FORCE_COLOR="1", TERM="xterm-256color").stdout
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == run("summary", "--full", GOLDEN).stdout


def test_a_reader_that_has_seen_enough_ends_it_quietly(tmp_path: Path) -> None:
    for arguments in ("summary --full", "summary --format json", "sources", "check", "--help"):
        command = f"{sys.executable} -m kzbrief {arguments} | true"
        env = {**os.environ, "PYTHONPATH": str(ROOT)}
        done = subprocess.run(
            ["bash", "-o", "pipefail", "-c", command], env=env, stdin=subprocess.DEVNULL, capture_output=True, check=False
        )
        assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
@pytest.mark.parametrize("arguments", ["summary", "summary --format json", "list", "check", "--help", "--version"])
def test_a_full_disk_is_said_in_one_line(arguments: str) -> None:
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [*KZBRIEF, *arguments.split()], env=env, stdin=subprocess.DEVNULL, stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert done.returncode == 2
    assert done.stderr == b"kzbrief: the output cannot be written: No space left on device\n"


def test_closed_streams_are_no_disaster() -> None:
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(["sh", "-c", f"{sys.executable} -m kzbrief summary >&-"], env=env, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (2, b"kzbrief: nothing can be written: the output is closed\n")
    done = subprocess.run(["sh", "-c", f"{sys.executable} -m kzbrief summary nowhere 2>&- <&-"], env=env, capture_output=True, check=False)
    assert (done.returncode, done.stdout) == (2, b"")


def test_ctrl_c_ends_it_quietly(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "fifo")
    code = "import sys, time; sys.argv[1:] = ['summary']; from kzbrief.output import commands; from kzbrief import cli\n"
    code += "commands.load = lambda name: (print('ready', file=sys.stderr, flush=True), time.sleep(30))\ncli.run()"
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    process = subprocess.Popen([sys.executable, "-c", code], env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stderr is not None
    assert process.stderr.readline() == b"ready\n"
    time.sleep(0.05)
    process.send_signal(signal.SIGINT)
    assert process.communicate(timeout=20) == (b"", b"")
    assert process.returncode == 130


def test_stdin_without_a_terminal_prints_the_summary_even_on_a_terminal() -> None:
    main_end, terminal = pty.openpty()
    env = {**os.environ, "PYTHONPATH": str(ROOT), "TERM": "dumb"}
    with open(terminal, "wb") as stdout:
        process = subprocess.Popen([*KZBRIEF, GOLDEN], env=env, stdin=subprocess.DEVNULL, stdout=stdout)
    out = b""
    try:
        while data := os.read(main_end, 65536):
            out += data
    except OSError:  # the other end is closed
        pass
    assert process.wait() == 0
    assert out.startswith(b"Borduria ")
    assert b"\x1b" not in out


# Encodings


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "koi8-r", "latin-1"])
@pytest.mark.parametrize("arguments", [["summary", "--full"], ["sources"], ["summary", "--full", "--format", "markdown"]])
def test_an_encoding_that_lacks_letters_gets_ascii(encoding: str, arguments: list[str], run: Run) -> None:
    done = run(*arguments, PYTHONIOENCODING=encoding, PYTHONUTF8="0")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.isascii()
    assert "Kaznet v razreze" in done.stdout or "&#1050;" in done.stdout


def test_json_is_the_same_data_in_ascii(run: Run) -> None:
    plain, escaped = run("summary", "--format", "json").stdout, run("summary", "--format", "json", PYTHONIOENCODING="ascii").stdout
    assert escaped.isascii()
    assert json.loads(escaped) == json.loads(plain)


def test_messages_fit_the_encoding_of_stderr_too(run: Run) -> None:
    done = run("summary", "Казахстан", PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("Kazakhstan: error[no-such-brief]")


def test_names_of_files_may_be_no_text(tmp_path: Path, run: Run) -> None:
    name = b"\xff\x1b]0;owned\x07.toml"
    (tmp_path / os.fsdecode(name)).write_bytes(Path(BROKEN).read_bytes())
    for form in ("full", "concise", "json"):
        done = run("check", os.fsdecode(name), "--format", form)
        assert done.returncode == 1
        assert "\x1b" not in done.stdout
        assert "\x07" not in done.stdout
        assert done.stdout.encode()  # no half characters


@pytest.mark.parametrize("columns", ["0", "-3", "abc", "", "99999999999999999999", "²"])
def test_a_width_that_is_none_is_ignored(columns: str, run: Run) -> None:
    done = run("summary", GOLDEN, COLUMNS=columns)
    assert done.returncode == 0
    assert max(map(len, done.stdout.splitlines())) in (80, 100)


# Imports


@pytest.mark.parametrize(
    ("arguments", "absent"),
    [
        (["--help"], ["textual", "rich", "msgspec", "tomli", "argparse", "kzbrief.brief"]),
        (["--version"], ["textual", "rich", "msgspec", "tomli", "argparse", "kzbrief.brief"]),
        (["check"], ["textual", "rich", "json", "pathlib", "inspect", "dataclasses", "kzbrief.brief.index", "kzbrief.output.summary"]),
        (["summary"], ["textual", "rich", "json", "pathlib", "inspect", "dataclasses", "shutil"]),
        (["summary", "--full"], ["textual", "rich", "json", "pathlib", "inspect", "dataclasses"]),
        (["sources"], ["textual", "rich", "json", "pathlib", "inspect", "dataclasses"]),
        (["list"], ["textual", "rich", "json", "pathlib", "inspect", "dataclasses"]),
        (["summary", "--format", "markdown"], ["textual", "rich"]),
        (["summary", "--format", "json"], ["textual", "rich"]),
        (["summary", "--format", "rich"], ["textual", "rich.console"]),
        ([], ["textual", "rich"]),
    ],
)
def test_commands_import_only_what_they_need(arguments: list[str], absent: list[str], run: Run) -> None:
    code = (
        "import sys; from kzbrief import cli; cli._spare_typing_extensions(); code = cli.main(sys.argv[1:])\n"
        "print(*sys.modules, sep='\\n', file=sys.stderr); sys.exit(code)"
    )
    env = {"PYTHONPATH": str(ROOT), "PATH": os.environ["PATH"]}
    command = [sys.executable, "-c", code, *arguments]
    done = subprocess.run(command, env=env, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=True)
    assert not set(absent) & set(done.stderr.split())


@pytest.mark.parametrize("module", ["kzbrief.brief.briefing", "kzbrief.brief.index", "kzbrief.brief.references", "kzbrief.toml.read"])
def test_the_core_needs_neither_rich_nor_textual(module: str) -> None:
    code = f"import sys, {module}; print(*{{name.partition('.')[0] for name in sys.modules}})"
    done = subprocess.run([sys.executable, "-c", code], env={"PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=True)
    assert not {"rich", "textual"} & set(done.stdout.split())
