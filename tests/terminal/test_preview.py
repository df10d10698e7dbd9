"""Writing a brief with the preview beside the editor, and with the editor in its place."""

from __future__ import annotations

import os
import shlex
import shutil
from pathlib import Path

import pytest

from .conftest import KZBRIEF, ROOT, Start
from .screen import Screen

SMALL = (ROOT / "tests" / "data" / "small.toml").read_text(encoding="utf-8")
HEADLINE = "A connection costs a third"
PLACE = "finding 2 of 2"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "small.toml"
    path.write_text(SMALL, encoding="utf-8")
    return path


def replace(path: Path, text: str) -> None:
    """Save as many editors do: the old file is put aside, and another one takes its name."""
    new = path.with_name("4913")
    new.write_text(text, encoding="utf-8")
    path.rename(path.with_name("small.toml~"))
    new.rename(path)


def test_every_save_comes_to_the_screen(start: Start, file: Path) -> None:
    screen = start("read", os.fspath(file), "--watch")
    screen.wait_for(r"of 100 \(0 is best\)|Key findings")
    screen.type("2", "j")
    screen.wait_for(f"> {HEADLINE}", PLACE)
    replace(file, SMALL.replace(HEADLINE, "A connection costs a fifth"))
    screen.wait_for("> A connection costs a fifth", PLACE)
    file.write_text(SMALL.replace("edition = 2011", "edition = 2011.", 1), encoding="utf-8")
    screen.wait_for("══ 1 problem: small.toml", r"9:\d+: error\[", r"\^", "A connection costs a fifth")
    screen.type("enter")
    screen.wait_for(r"toml:9\s+sent to the terminal")
    replace(file, SMALL)
    screen.wait_for(f"> {HEADLINE}", PLACE)
    assert "problem" not in screen.text
    # A file that is deleted, and written anew.
    file.unlink()
    screen.wait_for("there is no such file")
    file.write_text(SMALL, encoding="utf-8")
    screen.wait_for(f"> {HEADLINE}", PLACE)
    screen.type("q")
    screen.wait_for_end()
    assert screen.code == 0
    assert screen.left_over() == []


def test_a_file_that_is_still_to_be_written(start: Start, tmp_path: Path) -> None:
    file = tmp_path / "small.toml"
    screen = start("read", os.fspath(file), "--watch", "--at", "access")
    screen.wait_for("Waiting", "there is no such file")
    file.write_text("format = 1\n", encoding="utf-8")
    screen.wait_for("problems: small.toml")
    file.write_text(SMALL, encoding="utf-8")
    screen.wait_for(r"\[2 Access\]", "One state carrier")
    screen.type("q")
    screen.wait_for_end()
    assert screen.code == 0


def test_of_a_brief_that_was_waited_for_in_vain_nothing_is_kept(start: Start, tmp_path: Path, plain: dict[str, str]) -> None:
    screen = start("read", os.fspath(tmp_path / "never.toml"), "--watch")
    screen.wait_for("Waiting", "there is no such file")
    screen.type("escape")
    screen.wait_for("1 problem.* f")
    screen.type("q")
    screen.wait_for_end()
    assert screen.code == 0
    assert not [path for path in Path(plain["HOME"]).rglob("state.json") if "never" in path.read_text(encoding="utf-8")]


def test_restricted_use_watches_nothing(start: Start, file: Path) -> None:
    screen = start("read", "kazakhstan-2011", "--watch", env={"KZBRIEF_RESTRICTED": "1"})
    screen.wait_for_end()
    assert screen.code == 2
    assert "--watch is for writing briefs" in screen.text


# The editor


@pytest.fixture
def editor(tmp_path: Path) -> str:
    """A program called `vi` that says how it was called, waits for a line, does as it is told there, and ends."""
    path = tmp_path / "an editor" / "vi"
    path.parent.mkdir()
    path.write_text(
        '#!/bin/sh\necho >> "$0.calls"\necho "CALL" $(wc -l < "$0.calls") "$*"\nread line\ncase $line in\n'
        'save) cp "$3" "$3.new"; sed "s/A connection costs a third/A connection costs a FIFTH/" "$3.new" > "$3"; rm "$3.new";;\n'
        'break) echo "x =" >> "$3";;\nraw) stty raw -echo;;\nfail) exit 3;;\nesac\n'
    )
    path.chmod(0o755)
    return f"{shlex.quote(os.fspath(path))} -n"


def edit(screen: Screen, number: int) -> str:
    """Open the editor, for the first, second or a later time; return how it was called."""
    screen.type("e")
    text = screen.wait_for(f"CALL {number} ")
    return next(line for line in text.splitlines() if f"CALL {number} " in line)


def test_the_editor_opens_where_one_is_and_the_screen_comes_back(start: Start, file: Path, editor: str) -> None:
    screen = start("read", os.fspath(file), env={"EDITOR": editor}, columns=100, rows=30)
    screen.wait_for("Key findings")
    screen.type("2", "j")
    screen.wait_for(f"> {HEADLINE}", PLACE)
    called = edit(screen, 1)
    line = int(called.split()[3].removeprefix("+"))
    assert SMALL.splitlines()[line - 1] == "[[section.finding]]"
    assert HEADLINE in "\n".join(SMALL.splitlines()[line : line + 5])
    # The terminal is as it was before kzbrief, and Ctrl+C is the editor's.
    assert not screen.emulator.alternate
    assert screen.emulator.left_over() == []
    screen.type("save", "enter")
    screen.wait_for("> A connection costs a FIFTH", PLACE)
    edit(screen, 2)
    screen.type("fail", "enter")
    screen.wait_for("vi ended with exit code 3", r"\[2 Access\]")
    edit(screen, 3)
    screen.type("ctrl+c")
    screen.wait_for("vi was ended by signal 2", r"\[2 Access\]")
    edit(screen, 4)
    screen.type("break", "enter")
    screen.wait_for("══ 1 problem: small.toml", "> A connection costs a FIFTH")
    screen.type("escape")
    screen.wait_for("1 problem.* f")
    edit(screen, 5)
    screen.type("raw", "enter")
    screen.wait_for("1 problem.* f", r"\[2 Access\]")
    screen.type("q")
    screen.wait_for_end()
    assert screen.code == 0
    assert screen.left_over() == []


def test_an_editor_that_is_not_there(start: Start, file: Path) -> None:
    screen = start("read", os.fspath(file), env={"EDITOR": "/nowhere/vim"})
    screen.wait_for("Key findings")
    screen.type("e")
    screen.wait_for("vim does not start: No such file", r"\[1 Dashboard\]")
    screen.type("2")
    screen.wait_for(r"\[2 Access\]")
    screen.type("q")
    screen.wait_for_end()
    assert screen.left_over() == []


@pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not installed")
def test_a_shell_stops_the_editor_with_the_app_around_it(start: Start, file: Path, editor: str) -> None:
    screen = start(
        "--norc", "--noprofile", "--noediting", "-i", program=("bash",), env={"PS1": "PROMPT> ", "EDITOR": editor}, columns=100, rows=30
    )
    screen.wait_for("PROMPT>")
    screen.type(shlex.join((*KZBRIEF, "read", os.fspath(file))), "enter")
    screen.wait_for("Key findings")
    screen.type("2", "j")
    screen.wait_for(PLACE)
    edit(screen, 1)
    screen.type("ctrl+z")
    screen.wait_for(r"Stopped.*\n(?:.*\n)*PROMPT> *$")
    # What comes while the terminal changes hands may be lost.
    screen.type_until_seen("\r", r"Stopped.*\n(?:.*\n)*PROMPT> *\nPROMPT> *$")
    screen.type("echo $((6*7))", "enter")
    screen.wait_for("^42$")
    screen.type("fg", "enter")
    screen.wait_for(r"PROMPT> fg\n(?:.*\n)*.*small\.toml *$")
    screen.type("save", "enter")
    screen.wait_for("> A connection costs a FIFTH", PLACE)
    # And the app by itself, as before.
    screen.type("ctrl+z")
    screen.wait_for(r"Stopped.*\n(?:.*\n)*PROMPT> *$")
    screen.type("fg", "enter")
    screen.wait_for("> A connection costs a FIFTH", PLACE)
    screen.type("q")
    screen.wait_for(r"PROMPT> *$")
    screen.type("exit", "enter")
    screen.wait_for_end()
