"""Ctrl+Z and fg, in a shell that controls jobs."""

from __future__ import annotations

import re
import shlex
import shutil

import pytest

from .conftest import KZBRIEF, Start
from .screen import Screen

SCORE = r"of 100 \(0 is best\)"
STOPPED = r"Stopped.*\n(?:.*\n)*PROMPT> *$"
STOPPED_AND_ANSWERED = r"Stopped.*\n(?:.*\n)*PROMPT> *\nPROMPT> *$"

pytestmark = pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not installed")


def shell(start: Start, command: str) -> Screen:
    """Start a shell, and the app in it, open at a section."""
    screen = start("--norc", "--noprofile", "--noediting", "-i", program=("bash",), env={"PS1": "PROMPT> "}, columns=100, rows=30)
    screen.wait_for("PROMPT>")
    screen.type(command, "enter")
    screen.wait_for(SCORE)
    screen.type("2", "j", "j")
    screen.wait_for(r"\[2 Access\]", "finding 3 of")
    return screen


def stop(screen: Screen) -> None:
    """Stop the app, and wait until the shell takes what is typed: some may be lost while the terminal changes hands."""
    screen.type("ctrl+z")
    screen.wait_for(STOPPED)
    screen.type_until_seen("\r", STOPPED_AND_ANSWERED)


@pytest.mark.parametrize("around", ["{}", "sh -c '{}; exit 0'"], ids=["alone", "within another program"])
def test_the_very_screen_comes_back(start: Start, around: str) -> None:
    screen = shell(start, around.format(shlex.join(KZBRIEF)))
    before = screen.text
    stop(screen)
    assert screen.emulator.left_over() == []
    screen.type("echo $((6*7))", "enter")
    screen.wait_for("^42$")
    screen.type("fg", "enter")
    screen.wait_for(re.escape(before))
    screen.type("G")
    screen.wait_for("finding 42 of")
    screen.type("q")
    screen.wait_until(lambda: screen.text.rstrip().endswith("PROMPT>"))  # the prompts before it have been there all the time
    screen.type("exit", "enter")
    screen.wait_for_end()
    assert screen.left_over() == []


def test_in_the_background_it_stays_stopped_and_writes_nothing(start: Start) -> None:
    screen = shell(start, shlex.join(KZBRIEF))
    before = screen.text
    stop(screen)
    screen.type("bg", "enter")
    screen.wait_for(r"kzbrief &")
    screen.type("jobs; echo $((6*7))", "enter")
    screen.wait_for("^42$")
    assert not screen.emulator.alternate
    screen.resize(80, 24)
    screen.resize(100, 30)
    screen.type("fg", "enter")
    screen.wait_for(re.escape(before))


def test_a_size_that_changed_meanwhile_is_the_size_it_comes_back_in(start: Start) -> None:
    screen = shell(start, shlex.join(KZBRIEF))
    stop(screen)
    screen.resize(80, 24)
    screen.type("fg", "enter")
    screen.wait_for(r"\[2 Access\] 3 Content  4 Rights", "finding [23] of 42 *$")


def test_without_a_shell_it_goes_on(start: Start) -> None:
    """As with `ssh host kzbrief`: a program that stopped there would never be continued."""
    screen = start()
    screen.wait_for(SCORE)
    screen.type("ctrl+z")
    screen.wait_for("there is no shell to go to", SCORE)
    screen.type("2")
    screen.wait_for(r"\[2 Access\]")
    screen.type("q")
    screen.wait_for_end()
    assert screen.code == 0
    assert screen.left_over() == []
