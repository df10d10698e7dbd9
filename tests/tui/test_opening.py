"""The first frame, which is drawn without Textual: it is the very one that Textual draws over it."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from select import select

import pytest
from rich.color import ColorSystem

from kzbrief.brief.briefing import Briefing
from kzbrief.output import themes
from kzbrief.output.glyphs import UNICODE
from kzbrief.tui.navigator import Navigator
from kzbrief.tui.opening import first_frame

from .conftest import Run

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("at", [None, "access", "rights/blogger-fined"])
@pytest.mark.parametrize("size", [(30, 10), (40, 12), (80, 24), (100, 30), (150, 45)])
async def test_it_is_what_textual_draws(small: Briefing, run: Run, size: tuple[int, int], at: str | None) -> None:
    navigator = Navigator(small, UNICODE)
    place = navigator.start(at)
    drawn = first_frame(navigator, themes.load("kz-dark"), place, *size)
    async with run(small, *size, at=at) as reading:
        *rows, last = re.split(r"\x1b\[\d+;1H", drawn)[1:]
        assert (len(rows), last) == (size[1], "")  # the cursor stands where Textual leaves it
        for number, row in enumerate(rows):
            assert re.sub(r"\x1b\[[0-9;]*m", "", row) == reading.rows[number]


async def test_it_has_the_same_colours(small: Briefing, run: Run) -> None:
    navigator = Navigator(small, UNICODE)
    place = navigator.start("access")
    drawn = re.split(r"\x1b\[\d+;1H", first_frame(navigator, themes.load("kz-dark"), place, 100, 30))[1:]
    async with run(small, 100, 30, at="access") as reading:
        for number, strip in enumerate(reading.app.screen._compositor.render_strips()):
            theirs = [
                (segment.text, segment.style.render("x", color_system=ColorSystem.EIGHT_BIT) if segment.style else "x") for segment in strip
            ]
            ours = re.findall(r"(\x1b\[[0-9;]*m)([^\x1b]*)\x1b\[0m", drawn[number])
            cells = [style for text, style in theirs for _character in text]
            own = [f"{code}x\x1b[0m" for code, text in ours for _character in text]
            assert own == cells


def test_it_needs_no_textual_and_no_rich() -> None:
    script = (
        "import sys; from kzbrief.brief.briefing import load; from kzbrief.output import themes\n"
        "from kzbrief.output.glyphs import UNICODE\n"
        "from kzbrief.tui.navigator import Navigator; from kzbrief.tui.opening import first_frame\n"
        "first_frame(Navigator(load(sys.argv[1]), UNICODE), themes.load('kz-dark'), None, 80, 24)\n"
        "print(sorted({'textual', 'rich', 'asyncio'} & set(sys.modules)))"
    )
    brief = ROOT / "tests" / "data" / "minimal.toml"
    done = subprocess.run([sys.executable, "-c", script, str(brief)], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals")
@pytest.mark.parametrize(
    ("failure", "code"), [("sys.modules['kzbrief.tui.app'] = None", 1), ("start._spare_ssl = lambda: os.kill(os.getpid(), 15)", 143)]
)
def test_the_terminal_is_given_back_where_the_app_does_not_come(failure: str, code: int) -> None:
    import os
    import pty
    import termios

    script = (
        f"import os, sys; from kzbrief.brief.briefing import load; from kzbrief.tui import start\n{failure}\nstart.run(load(sys.argv[1]))"
    )
    ours, theirs = pty.openpty()
    before = termios.tcgetattr(theirs)
    brief = ROOT / "tests" / "data" / "minimal.toml"
    process = subprocess.Popen([sys.executable, "-c", script, str(brief)], cwd=ROOT, stdin=theirs, stdout=theirs, stderr=theirs)
    written = b""
    while select([ours], [], [], 0.05)[0] or process.poll() is None:
        if select([ours], [], [], 0)[0]:
            written += os.read(ours, 65536)
    assert process.wait() == code
    assert written.count(b"\x1b[?1049h") == written.count(b"\x1b[?1049l") == 1
    assert written.index(b"\x1b[?25l") < written.index(b"\x1b[?25h")
    assert termios.tcgetattr(theirs) == before
    os.close(ours)
    os.close(theirs)
