"""Addresses as hyperlinks: in terminals that are known to take them, and nowhere else."""

from __future__ import annotations

import subprocess

import pytest

from .conftest import KZBRIEF, Start

ADDRESS = "http://www.profit.kz/articles/001192/"
OPENING = f"\x1b]8;id=kzbrief-1;{ADDRESS}\x1b\\".encode()


@pytest.mark.parametrize(
    ("environ", "arguments", "expected"),
    [
        ({}, [], True),
        ({"TERM": "linux"}, [], False),
        ({"TERM": "vt220"}, [], False),
        ({"TERM": "dumb"}, [], False),
        ({"TERM": "screen-256color"}, [], False),
        ({"TERM": "screen-256color"}, ["--links", "always"], True),
        ({"KZBRIEF_LINKS": "0"}, [], False),
        ({"KZBRIEF_LINKS": "0"}, ["--links", "always"], True),
        ({}, ["--links", "never"], False),
        ({}, ["--format", "plain"], False),
        ({"NO_COLOR": "1"}, [], True),
    ],
)
def test_in_a_terminal(start: Start, environ: dict[str, str], arguments: list[str], expected: bool) -> None:
    screen = start("sources", "5", *arguments, env=environ, rows=100)
    screen.wait_for_end()
    assert screen.code == 0
    assert (OPENING in b"".join(chunk.data for chunk in screen.chunks)) is expected
    assert ADDRESS in screen.text
    assert "]8;" not in screen.text


def test_a_pipe_gets_links_only_when_both_colours_and_links_are_asked_for(plain: dict[str, str]) -> None:
    def printed(*arguments: str) -> bytes:
        command = [*KZBRIEF, "sources", "5", *arguments]
        return subprocess.run(command, env=plain, stdin=subprocess.DEVNULL, capture_output=True, check=True).stdout

    assert b"\x1b]" not in printed()
    assert b"\x1b]" not in printed("--format", "rich")
    assert b"\x1b]" not in printed("--links", "always")
    assert OPENING in printed("--format", "rich", "--links", "always")
