"""The app in tmux with the settings that tmux has by default."""

from __future__ import annotations

import shlex
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from kzbrief.output.lines import width_of

from .conftest import KZBRIEF, Start
from .reading import copied, walk
from .screen import PATIENCE, Screen

pytestmark = pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed")


class Tmux:
    """A tmux server of its own, with the app in its only window."""

    def __init__(self, start: Start, socket: Path) -> None:
        self._command = ("tmux", "-S", str(socket), "-f", "/dev/null")
        self.screen: Screen = start("new-session", shlex.join(KZBRIEF), program=self._command, columns=100, rows=30)

    def run(self, *arguments: str) -> str:
        """Give tmux a command and return what it says; empty where it refuses."""
        return subprocess.run([*self._command, *arguments], capture_output=True, text=True, check=False).stdout


@pytest.fixture
def tmux(start: Start) -> Iterator[Tmux]:
    # The path of a socket has to be short.
    with tempfile.TemporaryDirectory(prefix="kz") as folder:
        tmux = Tmux(start, Path(folder, "s"))
        yield tmux
        tmux.run("kill-server")


def test_it_is_read_and_left_with_the_keys(tmux: Tmux) -> None:
    tmux.screen.wait_for(r"of 100 \(0 is best\)", r"\[1 Dashboard\]")
    tmux.screen.type("2")
    tmux.screen.wait_for(r"\[2 Access\]")
    tmux.screen.type("tab", "enter")
    tmux.screen.wait_for("══ Source")
    tmux.screen.type("escape")
    tmux.screen.wait_without("══ Source")
    tmux.screen.type("q")
    tmux.screen.wait_for_end()
    assert tmux.screen.code == 0
    assert tmux.screen.left_over() == []


def test_what_is_copied_is_in_the_buffer_of_tmux(tmux: Tmux) -> None:
    tmux.screen.wait_for(r"of 100 \(0 is best\)")
    tmux.screen.type("2")
    text = tmux.screen.wait_for(r"\[2 Access\]", "^ *> ")
    headline = next(line for line in text.splitlines() if line.lstrip().startswith("> ")).strip(" >").split("  ")[0]
    tmux.screen.type("y")
    tmux.screen.wait_for("tmux buffer")
    assert headline in tmux.run("show-buffer")


def test_what_is_chosen_is_in_the_buffer_of_tmux(tmux: Tmux) -> None:
    tmux.screen.wait_for(r"of 100 \(0 is best\)")
    tmux.screen.type("2")
    tmux.screen.wait_for(r"\[2 Access\]", "^ *> ")
    tmux.screen.type("Y")
    tmux.screen.wait_for("══ Copy what")
    tmux.screen.type("a")
    tmux.screen.wait_for("address copied to the tmux buffer and sent to the terminal")
    assert tmux.run("show-buffer").startswith("kazakhstan-2011#access/")


def test_what_is_copied_reaches_the_terminal_around_tmux(tmux: Tmux) -> None:
    headline = copied(tmux.screen, "tmux buffer")
    while not tmux.screen.emulator.clipboard:
        assert tmux.screen.read(PATIENCE)
        tmux.screen.show()
    assert headline in tmux.screen.emulator.clipboard[-1]


def test_the_whole_walk(tmux: Tmux) -> None:
    shown = walk(tmux.screen)
    assert tmux.screen.code == 0
    assert tmux.screen.left_over() == []
    assert all(width_of(row) <= 100 for text in shown for row in text.splitlines())
