"""Ways to be interrupted: signals, a terminal that is gone, storms of resizes. What ends leaves the terminal as it was."""

from __future__ import annotations

import os
import random
import select
import shlex
import shutil
import signal
from pathlib import Path

import pytest

from .conftest import KZBRIEF, Start
from .screen import PATIENCE, Screen

SCORE = r"of 100 \(0 is best\)"
SIGNALS = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT)


def ended(screen: Screen) -> int | None:
    screen.wait_for_end()
    assert screen.left_over() == []
    assert b"Traceback" not in screen.output
    return screen.code


@pytest.mark.parametrize("number", SIGNALS)
def test_signals_in_the_app(start: Start, number: signal.Signals) -> None:
    screen = start()
    screen.wait_for(SCORE, "help")
    screen.type("2")
    screen.wait_for(r"\[2 Access\]")
    os.kill(screen.pid, number)
    assert ended(screen) == 128 + number


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_signals_while_only_the_first_frame_is_there(start: Start, number: signal.Signals) -> None:
    screen = start()
    while b"\x1b[?1049h" not in screen.output:
        assert screen.read(PATIENCE)
    os.kill(screen.pid, number)
    assert ended(screen) == 128 + number


def test_a_terminal_that_is_gone_ends_it(start: Start) -> None:
    screen = start()
    screen.wait_for(SCORE, "help")
    screen.hang_up()
    screen.wait_for_death()
    assert screen.code == 128 + signal.SIGHUP


@pytest.mark.skipif(not hasattr(os, "pidfd_open") or not shutil.which("setsid"), reason="needs pidfd and setsid, which Linux has")
def test_a_terminal_that_is_gone_ends_it_though_no_signal_says_so(start: Start, tmp_path: Path) -> None:
    file = tmp_path / "pid"
    screen = start("--wait", "sh", "-c", f"echo $$ > {file}; exec {shlex.join(KZBRIEF)}", program=("setsid",))
    screen.wait_for(SCORE, "help")
    app = os.pidfd_open(int(file.read_text()))
    try:
        screen.hang_up()
        assert select.select([app], [], [], PATIENCE)[0]
    finally:
        os.close(app)


def test_stopped_from_outside_and_continued_it_draws_itself_again(start: Start) -> None:
    screen = start(columns=100)
    screen.wait_for(SCORE, "help")
    screen.type("2")
    text = screen.wait_for(r"\[2 Access\]", "finding 1 of")
    os.kill(screen.pid, signal.SIGSTOP)
    os.waitid(os.P_PID, screen.pid, os.WSTOPPED)
    drawn = len(screen.chunks)
    os.kill(screen.pid, signal.SIGCONT)
    while b"Obstacles" not in b"".join(chunk.data for chunk in screen.chunks[drawn:]):
        assert screen.read(PATIENCE)
    screen.wait_until(lambda: screen.text == text)
    screen.type("q")
    assert ended(screen) == 0


def test_a_storm_of_resizes(start: Start) -> None:
    screen = start(columns=100, rows=30)
    screen.wait_for(SCORE, "help")
    screen.type("2")
    screen.wait_for(r"\[2 Access\]", "finding 1 of")
    chance = random.Random(7)
    for _ in range(50):
        screen.resize(chance.choice((10, 39, 40, 80, 100, 200)), chance.choice((3, 11, 12, 24, 50)))
        screen.read(0.01)
    screen.resize(10, 3)
    screen.wait_for("small")
    screen.resize(100, 30)
    text = screen.wait_for(r"\[2 Access\]", r"finding 1 of 42")
    assert len(text.splitlines()) == 30
    screen.type("q")
    assert ended(screen) == 0


def test_idle_it_takes_no_processor_time(start: Start) -> None:
    screen = start(columns=100)
    screen.wait_for(SCORE, "help")
    screen.type("2")  # the first frame is there before the app is
    screen.wait_for(r"\[2 Access\]", "finding 1 of")
    stat = Path(f"/proc/{screen.pid}/stat")
    if not stat.exists():
        pytest.skip("this system has no /proc")

    def ticks() -> int:
        return sum(map(int, stat.read_text().rpartition(")")[2].split()[11:13]))

    def idle() -> bool:
        before = ticks()
        return not screen.read(0.5) and ticks() - before <= 1

    # The other tabs are laid out first, which takes a busy machine a while.
    assert any(idle() for _ in range(20))
