"""The terminal is asked for its ground: it answers, it does not, it answers late; what is typed meanwhile arrives, an answer never does."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path

import pytest

from .conftest import KZBRIEF
from .screen import Screen

QUESTION = b"\x1b]11;?\x1b\\"
KIND = b"\x1b[c"
LIGHT = b"\x1b]11;rgb:fbfb/fafa/f7f7\x1b\\"
DARK = b"\x1b]11;rgb:1c1c/1c1c/1c1c\x07"
DASHBOARD = r"\[1 Dashboard\]"
ACCESS = r"\[2 Access\]"
FIRST_FRAME = b"\x1b[?1049h"

PAINTED = {"kz-dark": b"48;2;20;24;29", "kz-light": b"48;2;251;250;247"}
"""How the ground of a theme is asked of the terminal."""


class Terminal(Screen):
    """A terminal that answers the question, and nothing else, as a test says."""

    asked = 0.0
    """When the question came."""

    def __init__(self, reply: Callable[[Terminal], None], env: Mapping[str, str]) -> None:
        self._reply = reply
        super().__init__(KZBRIEF, columns=100, rows=30, env=env)

    def send(self, data: bytes) -> None:
        os.write(self._master, data)

    @property
    def output(self) -> bytes:
        return b"".join(chunk.data for chunk in self.chunks)

    def _answer(self, data: bytes) -> None:
        if not self.asked and QUESTION in self.output:
            self.asked = time.perf_counter()
            self._reply(self)

    def waited(self) -> float:
        """Seconds from the question to the first frame."""
        return next(chunk.when for chunk in self.chunks if FIRST_FRAME in chunk.data) - self.asked

    def quit(self) -> None:
        self.type("q")
        self.wait_for_end()
        assert self.code == 0
        assert self.left_over() == []


Run = Callable[..., Terminal]


@pytest.fixture
def run(plain: dict[str, str]) -> Iterator[Run]:
    with ExitStack() as stack:

        def run(reply: Callable[[Terminal], None], **env: str) -> Terminal:
            return stack.enter_context(Terminal(reply, {**plain, "COLORTERM": "truecolor", **env}))

        yield run


def nothing(_terminal: Terminal) -> None:
    """Never answer."""


@pytest.mark.parametrize(("answer", "theme"), [(DARK, "kz-dark"), (LIGHT, "kz-light"), (b"", "kz-dark")])
def test_the_theme_fits_the_ground(answer: bytes, theme: str, run: Run) -> None:
    screen = run(lambda terminal: terminal.send(answer + b"\x1b[?62;22c"))
    screen.wait_for(DASHBOARD, "q quit")
    assert PAINTED[theme] in screen.output
    assert screen.output.count(QUESTION) == 1
    screen.quit()


def test_with_sixteen_colours_they_are_the_terminals(run: Run) -> None:
    screen = run(lambda terminal: terminal.send(LIGHT + b"\x1b[?1;2c"), TERM="xterm", COLORTERM="")
    screen.wait_for(DASHBOARD, "q quit")
    assert b"35m" in screen.output  # “Partly Free”, in magenta
    assert not re.search(rb"48;|\x1b\[(\d+;)*(4[0-7]|10[0-7])[;m]", screen.output)
    screen.quit()


def test_an_answer_is_not_awaited_for_long(run: Run) -> None:
    screen = run(nothing)
    screen.wait_for(DASHBOARD, "q quit")
    assert PAINTED["kz-dark"] in screen.output
    assert 0.04 < screen.waited() < 5  # 50 ms and what a busy machine adds
    screen.quit()


@pytest.mark.parametrize("env", [{"SSH_CONNECTION": "::1 1 ::1 22"}, {"COLORFGBG": "0;15"}, {"KZBRIEF_THEME": "kz-light"}])
def test_it_is_not_asked_where_it_need_not_or_should_not(env: dict[str, str], run: Run) -> None:
    screen = run(nothing, **env)
    screen.wait_for(DASHBOARD, "q quit")
    assert QUESTION not in screen.output
    assert PAINTED["kz-dark" if "SSH_CONNECTION" in env else "kz-light"] in screen.output
    screen.quit()


@pytest.mark.parametrize("pieces", [[LIGHT], [LIGHT[:12], LIGHT[12:]], [b"\x1b[?62;22c"], [LIGHT + b"\x1b[?62", b";22c"]])
def test_a_late_answer_is_no_typing(pieces: list[bytes], run: Run) -> None:
    screen = run(nothing)
    before = screen.wait_for(DASHBOARD, "q quit")
    for piece in pieces:
        screen.send(piece)
        screen.read_until_silent(0.1)
    screen.read_until_silent(0.3)
    assert screen.text == before
    screen.type("2")
    screen.wait_for(ACCESS)
    screen.quit()


@pytest.mark.parametrize("answer", [b"", DARK + b"\x1b[?62;22c"])
def test_what_is_typed_while_it_is_asked_arrives(answer: bytes, run: Run) -> None:
    screen = run(lambda terminal: terminal.send(b"2" + answer + b"\t\r"))
    screen.wait_for(ACCESS, "══ Source")
    screen.type("escape")
    screen.wait_without("══ Source")
    screen.quit()


def test_what_is_typed_before_the_app_is_there_arrives(run: Run) -> None:
    screen = run(lambda terminal: terminal.send(DARK + b"\x1b[?62;22c"))
    screen.send(b"2")
    screen.wait_for(ACCESS)
    screen.quit()


def test_faulty_settings_are_told_and_the_app_starts(run: Run, plain: dict[str, str]) -> None:
    folder = Path(plain["HOME"]) / ".config" / "kzbrief"
    folder.mkdir(parents=True)
    (folder / "config.toml").write_text('theme = "nonsense"\n')
    screen = run(lambda terminal: terminal.send(LIGHT + b"\x1b[?62;22c"))
    screen.wait_for(DASHBOARD, "help")
    assert PAINTED["kz-light"] in screen.output
    screen.quit()
    assert "config.toml:1:9:error[no-such-theme]:thereisnotheme“nonsense”" in "".join(screen.text.split())
