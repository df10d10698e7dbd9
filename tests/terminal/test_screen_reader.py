"""Reading by ear on a real terminal: lines only, no cursor moved, and the keys of a line editor do no harm."""

from __future__ import annotations

import re
import signal
import subprocess
from collections.abc import Sequence

import pytest

from .conftest import KZBRIEF, Start
from .screen import Screen


def written(screen: Screen) -> str:
    return b"".join(chunk.data for chunk in screen.chunks).decode(errors="ignore")


def type_lines(screen: Screen, lines: Sequence[str]) -> None:
    """Type lines one after another, each when the last one has been answered."""
    for number, line in enumerate(lines, 2):
        screen.type(line, "enter")
        wait_for_prompts(screen, number)


def wait_for_prompts(screen: Screen, count: int) -> None:
    while written(screen).count("Command: ") < count:
        assert screen.read(10), screen.text


def test_a_walk_through_a_brief(start: Start) -> None:
    screen = start("read", "--screen-reader", rows=400)
    wait_for_prompts(screen, 1)
    type_lines(
        screen,
        ["", "sections", "section access", "next", "citation", "source 20", "place 2", "back", "key 1", "find Respublika", "where", "?"],
    )
    screen.type("q", "enter")
    screen.wait_for_end()
    assert screen.code == 0
    assert screen.left_over() == []
    text = " ".join(screen.text.split())
    for part in (
        "Total: 55 of 100 (0 is best), Partly Free;",
        "Fact box: 6 facts.",
        "2: Section: Obstacles to Access, 16 of 25, 0 is best, 42 findings.",
        "Section: Obstacles to Access, 16 of 25, 0 is best, 42 findings. Topic:",
        "Source 20, also notes 21, 23 and 38: OpenNet Initiative, one of two works.",
        "Back. Finding 12 of 138:",
        "LiveJournal was unblocked in late 2010",
        "Type a command and press Enter.",
        "Left.",
    ):
        assert part in text


def test_nothing_but_lines_is_written(start: Start) -> None:
    screen = start("read", "--screen-reader", columns=40, rows=300)
    wait_for_prompts(screen, 1)
    type_lines(screen, ["", "", "", "sources"])
    screen.type("quit", "enter")
    screen.wait_for_end()
    assert "\x1b" not in written(screen)
    assert not re.search("[\u2500-\u259f]", written(screen))
    assert max(len(line.removeprefix("Command: ")) for line in written(screen).split("\r\n")) <= 40


def test_other_briefs_are_found_and_read_and_only_copying_sends_a_control(start: Start) -> None:
    screen = start("read", "--screen-reader", "--no-state", columns=100, rows=400)
    wait_for_prompts(screen, 1)
    type_lines(screen, ["search LiveJournal", "found 2", "briefs iran", "brief 1", "back", "standing", "quote"])
    assert "\x1b" not in written(screen)
    screen.type("copy", "enter")
    wait_for_prompts(screen, 9)
    assert re.findall("\x1b.", written(screen)) == ["\x1b]"]
    screen.type("q", "enter")
    screen.wait_for_end()
    text = " ".join(screen.text.split())
    for part in (
        "Type found and a number to go there.",
        "Found 2 of 20.",
        "1: Iran, Freedom on the Net 2013.",
        "Finding sent to the terminal.",
    ):
        assert part in text


@pytest.mark.parametrize("term", ["dumb", "linux", "xterm-256color"])
def test_the_environment_can_ask_for_it(start: Start, term: str) -> None:
    screen = start(env={"KZBRIEF_SCREEN_READER": "1", "TERM": term}, rows=40)
    wait_for_prompts(screen, 1)
    screen.type("\x04")
    screen.wait_for_end()
    assert screen.code == 0
    assert "\x1b" not in written(screen)


def test_without_a_terminal_the_environment_changes_nothing(plain: dict[str, str]) -> None:
    usual = subprocess.run(KZBRIEF, env=plain, stdin=subprocess.DEVNULL, capture_output=True, check=True)
    env = {**plain, "KZBRIEF_SCREEN_READER": "1"}
    assert subprocess.run(KZBRIEF, env=env, stdin=subprocess.DEVNULL, capture_output=True, check=True).stdout == usual.stdout


def test_it_works_on_pipes(plain: dict[str, str]) -> None:
    done = subprocess.run(
        [*KZBRIEF, "--screen-reader", "--at", "access"], env=plain, input=b"next\n\xff\xfe\nsource 5", capture_output=True, check=True
    )
    lines = done.stdout.decode().splitlines()
    assert lines[1].startswith("Section: Obstacles to Access")
    assert any(line.startswith("Not understood: ") for line in lines)
    assert any(line.startswith("Source 5, also notes 6 and 14:") for line in lines)
    assert "Command: " not in done.stdout.decode()
    assert done.stderr == b""


def test_a_reader_that_is_gone_ends_it_quietly(plain: dict[str, str]) -> None:
    done = subprocess.run(
        ["sh", "-c", f"yes '' | {' '.join(KZBRIEF)} --screen-reader | head -3"], env=plain, capture_output=True, check=False, timeout=60
    )
    assert len(done.stdout.splitlines()) == 3
    assert b"Traceback" not in done.stderr


def test_ctrl_c_leaves(start: Start) -> None:
    screen = start("--screen-reader")
    wait_for_prompts(screen, 1)
    screen.type("ctrl+c")
    screen.wait_for_end()
    assert screen.code in (130, -signal.SIGINT)
    assert "Traceback" not in written(screen)


def test_letters_that_the_locale_lacks_are_spelled_in_latin(start: Start) -> None:
    screen = start("--screen-reader", env={"PYTHONIOENCODING": "ascii"}, rows=60)
    wait_for_prompts(screen, 1)
    type_lines(screen, ["source 6"])
    screen.type("q", "enter")
    screen.wait_for_end()
    assert written(screen).isascii()
    assert "Kaznet v razreze" in written(screen)
