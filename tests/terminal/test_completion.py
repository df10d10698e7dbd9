"""Completion in real shells, as their users type."""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path

import pytest

from .conftest import ROOT, Start
from .screen import Screen

START = {
    "bash": (("bash", "--norc", "--noprofile", "-i"), 'eval "$(kzbrief completion bash)"'),
    "zsh": (("zsh", "-f", "-i"), 'autoload -U compinit && compinit -u -D && eval "$(kzbrief completion zsh)"'),
    # It would show what completes a word before anybody asks.
    "fish": (("fish", "--no-config", "-i"), "set -g fish_autosuggestion_enabled 0; kzbrief completion fish | source"),
}
"""How each shell is started without its user's settings, and the line that users put into theirs."""
SHELLS = [
    pytest.param(name, marks=pytest.mark.skipif(shutil.which(name) is None, reason=f"{name} is not installed"))  #
    for name in START
]
PROMPT = r"[>%#$]\s*\Z"
COMPLETED = {
    "kzbrief sum": "kzbrief summary",
    "kzbrief kazakhstan-201": "kzbrief kazakhstan-2011",
    "kzbrief summary kazakhstan-201": "kzbrief summary kazakhstan-2011",
    "kzbrief sources kazakhstan-2011 vas": "kzbrief sources kazakhstan-2011 vasilyev-kaznet",
    "kzbrief summary --section con": "kzbrief summary --section content",
    "kzbrief --at access/livejournal-un": "kzbrief --at access/livejournal-unblocked",
    "kzbrief kazakhstan-2011#access/livejournal-un": r"kzbrief kazakhstan-2011\\?#access/livejournal-unblocked",
}


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
    screen.wait_for(PROMPT)
    screen.type(line, "enter", "echo rea''dy", "enter")
    screen.wait_for(r"^ready\n(.*\n)*.*" + PROMPT)
    return screen


def test_one_choice_is_written(shell: Screen) -> None:
    for typed, completed in COMPLETED.items():
        shell.type(typed)
        shell.wait_for(rf"{re.escape(typed)}\s*\Z")
        shell.type("tab")
        shell.wait_for(rf"{completed}\s*\Z")
        shell.type("\x15")  # empties the line
        shell.wait_for(PROMPT)


def test_note_numbers_are_listed(shell: Screen) -> None:
    shell.type("kzbrief sources kazakhstan-2011 2")
    shell.wait_for("kazakhstan-2011 2")
    # bash lists at the second.
    shell.type_until_seen("tab", r"(?s)\b21\b.*\b24\b.*\b29\b", every=1)
