"""Completion in real shells, as their users type."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from .conftest import ROOT, Start
from .screen import Screen

START = {
    "bash": (("bash", "--norc", "--noprofile", "-i"), 'eval "$(kzbrief completion bash)"'),
    "zsh": (("zsh", "-f", "-i"), 'autoload -U compinit && compinit -u -D && eval "$(kzbrief completion zsh)"'),
    "fish": (("fish", "--no-config", "-i"), "kzbrief completion fish | source"),
}
"""How each shell is started without its user's settings, and the line that users put into theirs."""
SHELLS = [
    pytest.param(name, marks=pytest.mark.skipif(shutil.which(name) is None, reason=f"{name} is not installed"))  #
    for name in START
]


@pytest.fixture(params=SHELLS)
def shell(request: pytest.FixtureRequest, start: Start, plain: dict[str, str], tmp_path: Path) -> Screen:
    """A shell in which kzbrief can be started by its name and completed."""
    folder = tmp_path / "bin"
    folder.mkdir()
    (folder / "kzbrief").write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m kzbrief "$@"\n')
    (folder / "kzbrief").chmod(0o755)
    program, line = START[request.param]
    env = {"PATH": f"{folder}:{plain['PATH']}", "PS1": "ready> ", "ENV": ""}
    screen = start(program=program, columns=100, rows=60, env=env)
    screen.read_until_silent(0.5, first=5)
    screen.type(line, "enter")
    screen.read_until_silent(0.8, first=5)
    screen.type("echo rea''dy", "enter")
    screen.wait_for("^ready$")
    screen.read_until_silent(0.3)
    return screen


@pytest.mark.parametrize(
    ("typed", "completed"),
    [
        ("kzbrief sum", "kzbrief summary"),
        ("kzbrief kazakhstan-201", "kzbrief kazakhstan-2011"),
        ("kzbrief summary kazakhstan-201", "kzbrief summary kazakhstan-2011"),
        ("kzbrief sources kazakhstan-2011 vas", "kzbrief sources kazakhstan-2011 vasilyev-kaznet"),
        ("kzbrief summary --section con", "kzbrief summary --section content"),
        ("kzbrief --at access/livejournal-un", "kzbrief --at access/livejournal-unblocked"),
        ("kzbrief kazakhstan-2011#access/livejournal-un", r"kzbrief kazakhstan-2011\\?#access/livejournal-unblocked"),
    ],
)
def test_one_choice_is_written(shell: Screen, typed: str, completed: str) -> None:
    shell.type(typed)
    shell.wait_for(f"{typed}")
    shell.type("tab")
    shell.wait_for(completed)
    shell.type("ctrl+c")


def test_note_numbers_are_listed(shell: Screen) -> None:
    shell.type("kzbrief sources kazakhstan-2011 2")
    shell.wait_for("kazakhstan-2011 2")
    shell.type("tab")
    shell.read_until_silent(0.5, first=3)
    if not all(number in shell.text for number in ("21", "29")):
        shell.type("tab")  # bash lists at the second
    shell.wait_for(r"\b21\b", r"\b24\b", r"\b29\b")
    shell.type("ctrl+c")
