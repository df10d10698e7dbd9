"""The app in a real terminal: it starts, is read, and leaves the terminal as it was, however it ends."""

from __future__ import annotations

import os
import re
import signal
from pathlib import Path

import pytest

from .conftest import Start
from .screen import Screen

SCORE = r"of 100 \(0 is best\)"
DASHBOARD = r"\[1 Dashboard\]"
ACCESS = r"\[2 Access\]"
SHEET = r"══ Source"
TOO_SMALL = r"too small"


def ended(screen: Screen) -> int | None:
    """Wait for the end, see that the terminal is as it was, and return the exit code."""
    screen.wait_for_end()
    assert screen.left_over() == []
    assert "Traceback" not in screen.text
    return screen.code


def test_the_first_screen_says_what_it_is(start: Start) -> None:
    screen = start()
    text = screen.wait_for(SCORE, DASHBOARD, "q quit")
    assert screen.emulator.alternate
    for words in ("Kazakhstan", "Freedom on the Net 2011", "Partly Free", "From 2015: Not Free", "16 of 25", "22 of 35", "17 of 40"):
        assert words in text
    screen.type("q")
    assert ended(screen) == 0


def test_from_a_claim_to_its_source_and_back_to_the_same_line(start: Start) -> None:
    screen = start()
    screen.wait_for(SCORE)
    screen.type("2")
    screen.wait_for(ACCESS, "^ > ")
    screen.type("tab")
    before = screen.wait_for("^   2 Makulbekov", "finding 1 of 42, w when")
    screen.type("enter")
    screen.wait_for(SHEET, "^ > ")
    screen.type("escape")
    screen.wait_for(re.escape(before))
    screen.type("q")
    assert ended(screen) == 0


def test_q_closes_what_lies_on_top_first(start: Start) -> None:
    screen = start()
    screen.wait_for(SCORE)
    screen.type("2", "tab", "enter")
    screen.wait_for(SHEET)
    screen.type("q")
    screen.wait_without(SHEET)
    screen.type("q")
    assert ended(screen) == 0


def test_keys_typed_before_the_first_screen_are_kept(start: Start) -> None:
    screen = start()
    screen.type("3")
    screen.wait_for(r"\[3 Content\]")


def test_ctrl_c_does_not_end_it(start: Start) -> None:
    """It copies a selection; with none there is nothing to copy and the briefing stays open."""
    screen = start()
    screen.wait_for(SCORE)
    screen.type("ctrl+c")
    screen.wait_for("q quits")
    screen.type("2")
    screen.wait_for(ACCESS)
    screen.type("ctrl+q")
    assert ended(screen) == 0


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_to_end_restores_the_terminal(start: Start, number: signal.Signals) -> None:
    screen = start()
    screen.wait_for(SCORE, "q quit")
    os.kill(screen.pid, number)
    assert ended(screen) in (-number, 128 + number)


def test_resizing_keeps_the_place(start: Start) -> None:
    screen = start(columns=120, rows=40)
    screen.wait_for(SCORE)
    screen.type("2")
    screen.wait_for(ACCESS)
    screen.type("j", "j", "j")
    screen.wait_for("finding 4 of")
    current = next(line for line in screen.text.splitlines() if line.lstrip().startswith("> ")).split()[1:4]
    marked = rf"^ *> {' '.join(current)}"
    for columns, rows in ((80, 24), (40, 15), (100, 30)):
        screen.resize(columns, rows)
        screen.wait_until(lambda rows=rows: len(screen.text.splitlines()) == rows)
        screen.wait_for(marked)


def test_the_screen_is_drawn_again_after_something_else_has_written_on_it(start: Start) -> None:
    screen = start()
    screen.wait_for(SCORE, "New here")
    screen.type("j")  # the hint of the first run goes with the first key
    screen.wait_without("New here")
    before = screen.text
    screen.emulator.feed(b"\x1b[2J\x1b[5;5Ha message to all who are logged in")
    assert screen.text != before
    screen.type("\x0c")
    screen.wait_without("a message")
    assert screen.wait_for(SCORE, "q quit") == before


def test_a_screen_is_drawn_but_once_when_the_app_starts(start: Start) -> None:
    screen = start()
    screen.wait_for(SCORE, "q quit")
    screen.type("2")
    screen.wait_for(ACCESS)
    assert screen.output.count(b"Key findings") == 1


def test_nothing_but_modes_is_sent_once_the_first_frame_is_there(start: Start) -> None:
    screen = start()
    screen.wait_for("of 100", "q quit")
    screen.wait_until(lambda: b"\x1b[?2004h" in screen.output)  # the app is there
    screen.read_until_silent(0.5)
    __, __, later = screen.output.rpartition(b"\x1b[1;1H")
    assert b"\x1b[?2004h" in later
    assert b"\x1b[?2026h" not in later
    assert b"\x1b]22;" not in later


def test_a_window_that_is_too_small_says_so_in_one_line_until_it_grows(start: Start) -> None:
    screen = start(columns=39, rows=12)
    text = screen.wait_for(TOO_SMALL)
    assert len(text.split("\n\n")[0].strip().splitlines()) == 1
    screen.resize(40, 12)
    screen.wait_for(SCORE)
    screen.resize(80, 11)
    screen.wait_for(TOO_SMALL)
    screen.type("q")
    assert ended(screen) == 0


def test_the_mouse_can_be_left_to_the_terminal(start: Start) -> None:
    screen = start("--no-mouse")
    screen.wait_for(SCORE)
    screen.type("2")  # modes are set before the first key is answered
    screen.wait_for(ACCESS)
    assert not any(screen.emulator.modes.get(mode) for mode in (1000, 1002, 1003))
    screen.type("q")
    assert ended(screen) == 0


def test_copying_asks_the_terminal_and_says_so(start: Start) -> None:
    screen = start()
    screen.wait_for(SCORE)
    screen.type("2")
    screen.wait_for(ACCESS, "^ > ")
    screen.type("y")
    text = screen.wait_for("[Ss]ent to the terminal")
    [copied] = screen.emulator.clipboard
    headline = next(line for line in text.splitlines() if line.startswith(" > "))[3:].strip()
    assert headline in copied


def test_on_a_desktop_its_program_copies_and_it_is_said(start: Start, tmp_path: Path) -> None:
    folder = tmp_path / "bin"
    folder.mkdir()
    program = folder / "xclip"
    program.write_text(f'#!/bin/sh\ntest "$*" = "-selection clipboard -in" && /bin/cat > {tmp_path}/clipboard\n')
    program.chmod(0o755)
    screen = start("kazakhstan-2011#access/livejournal-unblocked", env={"PATH": str(folder), "DISPLAY": ":0"})
    screen.wait_for(ACCESS, "^ > LiveJournal was unblocked")
    screen.type("y")
    screen.wait_for("finding copied to the clipboard")
    assert screen.emulator.clipboard == []
    text = (tmp_path / "clipboard").read_text(encoding="utf-8")
    assert text.startswith("LiveJournal was unblocked")
    assert text.endswith("\nkazakhstan-2011#access/livejournal-unblocked")


def test_what_is_to_be_copied_can_be_chosen(start: Start) -> None:
    screen = start("kazakhstan-2011#access/livejournal-unblocked")
    screen.wait_for(ACCESS, "^ > LiveJournal was unblocked")
    screen.type("Y")
    screen.wait_for("══ Copy what")
    screen.type("a")
    screen.wait_for("address sent to the terminal")
    assert screen.emulator.clipboard == ["kazakhstan-2011#access/livejournal-unblocked"]


def test_a_text_on_the_whole_screen_leaves_the_mouse_to_the_terminal(start: Start) -> None:
    screen = start("kazakhstan-2011#access/livejournal-unblocked")
    screen.wait_for(ACCESS, "^ > LiveJournal was unblocked")
    screen.type("Y")
    screen.wait_for("══ Copy what")
    mouse = [mode for mode in (1000, 1002, 1003) if screen.emulator.modes.get(mode)]
    assert mouse
    screen.type("t")
    screen.wait_for("^LiveJournal was unblocked")
    screen.wait_until(lambda: not any(screen.emulator.modes.get(mode) for mode in mouse))
    assert "══" not in screen.text
    screen.type("escape")
    screen.wait_for(ACCESS, "^ > LiveJournal was unblocked")
    screen.wait_until(lambda: all(screen.emulator.modes.get(mode) for mode in mouse))
