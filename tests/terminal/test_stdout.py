"""What comes instead of the app where there is no terminal, or one that can draw nothing."""

from __future__ import annotations

import os
import re
import shlex
import subprocess

import pytest

from .conftest import KZBRIEF, Start

SCORE = "55 of 100 (0 is best)"
COLOUR = re.compile(rb"\x1b\[(?:\d+;)*(?:[349]\d|10\d)[;m]")


def test_without_a_terminal_the_summary_is_printed(plain: dict[str, str]) -> None:
    done = subprocess.run(KZBRIEF, env=plain, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=True)
    assert SCORE in done.stdout
    assert "\x1b" not in done.stdout
    assert done.stderr == ""


def test_with_a_terminal_on_stdin_alone_too(start: Start, tmp_path: os.PathLike[str]) -> None:
    """`kzbrief > file`."""
    path = os.path.join(tmp_path, "out.txt")
    screen = start(program=("sh", "-c", f"{shlex.join(KZBRIEF)} > {shlex.quote(path)}"))
    screen.wait_for_end()
    assert screen.code == 0
    assert screen.text.strip() == ""
    with open(path, encoding="utf-8") as file:
        assert SCORE in file.read()


def test_without_a_terminal_on_stderr_the_app_is_drawn_on_stdout(start: Start, tmp_path: os.PathLike[str]) -> None:
    """`kzbrief 2> file`."""
    path = os.path.join(tmp_path, "err.txt")
    screen = start(program=("sh", "-c", f"exec {shlex.join(KZBRIEF)} kazakhstan-2011 --no-state 2> {shlex.quote(path)}"))
    screen.wait_for("Key findings")
    screen.type("2")
    screen.wait_for(r"\[2 Access\]")
    screen.type("q")
    screen.wait_for_end()
    assert screen.code == 0
    assert screen.left_over() == []
    with open(path, encoding="utf-8") as file:
        assert file.read() == ""


def test_a_dumb_terminal_gets_the_summary_in_plain_text(start: Start) -> None:
    screen = start(env={"TERM": "dumb"}, rows=300)
    screen.wait_for_end()
    assert screen.code == 0
    assert SCORE in screen.text
    assert b"\x1b" not in b"".join(chunk.data for chunk in screen.chunks)


def test_a_terminal_gets_the_summary_in_colour_unless_it_is_unwanted(start: Start) -> None:
    coloured, plain = start("summary", rows=300), start("summary", rows=300, env={"NO_COLOR": "1"})
    for screen in (coloured, plain):
        screen.wait_for_end()
        assert screen.code == 0
        assert SCORE in screen.text
        assert screen.left_over() == []
    written = [b"".join(chunk.data for chunk in screen.chunks) for screen in (coloured, plain)]
    assert COLOUR.search(written[0])
    assert not COLOUR.search(written[1])
    assert coloured.text == plain.text


@pytest.mark.parametrize("arguments", ["", "summary --full", "sources", "list", "--help"])
def test_a_reader_that_has_seen_enough_ends_it_quietly(plain: dict[str, str], arguments: str) -> None:
    command = f"{shlex.join(KZBRIEF)} {arguments} < /dev/null | head -1"
    done = subprocess.run(["sh", "-c", command], env=plain, capture_output=True, text=True, check=True)
    assert len(done.stdout.splitlines()) == 1
    assert done.stderr == ""


@pytest.mark.parametrize("arguments", [["summary"], ["summary", "--full", "--format", "json"], ["check"], ["--version"]])
def test_a_reader_that_is_gone_already_ends_it_quietly(plain: dict[str, str], arguments: list[str]) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "wb") as stdout:
        done = subprocess.run([*KZBRIEF, *arguments], env=plain, stdout=stdout, stderr=subprocess.PIPE, text=True, check=False)
    assert done.stderr == ""
    assert done.returncode in (0, 1, 141)
