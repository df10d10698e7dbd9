"""The app in terminals of every kind: sizes, names, colours, characters.

Each value is met with several of every other kind; all of them together would take some minutes (`KZBRIEF_ALL_KINDS=1`).
"""

from __future__ import annotations

import itertools
import os
import re
from collections.abc import Iterator

import pytest
from wcwidth import wcswidth

from .conftest import Start
from .reading import walk

SIZES = ((80, 24), (100, 30), (120, 40), (200, 50), (60, 20), (40, 15))
TERMS = ("xterm-256color", "xterm", "screen-256color", "tmux-256color", "linux", "vt220")
COLOURS: dict[str, dict[str, str]] = {
    "truecolor": {"COLORTERM": "truecolor"},
    "by-name": {},
    "none": {"NO_COLOR": "1"},
}
CHARACTERS: dict[str, tuple[list[str], dict[str, str]]] = {
    "utf-8": ([], {}),
    "ascii": (["--ascii"], {}),
    "c-locale": ([], {"LANG": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}),
}
PLAIN = ("linux", "vt220")
SEQUENCE = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[P^_X][^\x1b]*\x1b\\|[^\[\]P^_X])")
KNOWN_TO_A_VT220 = re.compile(rb"\x1b(?:\[[0-9;]*m|\[[0-9;]*[HJK]|\[\?(?:7|25|1049)[hl])")
"""Colours (those that it has not are passed over), places, wiping, and modes, of which an unknown one is passed over."""

Kind = tuple[tuple[int, int], str, str, str]


def kinds() -> Iterator[Kind]:
    everything = itertools.product(SIZES, TERMS, COLOURS, CHARACTERS)
    if os.environ.get("KZBRIEF_ALL_KINDS"):
        yield from everything
        return
    for number, (size, term) in enumerate(itertools.product(SIZES, TERMS)):
        row, column = divmod(number, len(TERMS))
        if (column - row) % 3 == 0:  # two names a size
            yield size, term, list(COLOURS)[(row + column // 3) % 3], list(CHARACTERS)[(row // 2 + column) % 3]


@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: f"{kind[0][0]}x{kind[0][1]}-{'-'.join(kind[1:])}")
def test_it_is_read_and_left(start: Start, kind: Kind) -> None:
    (columns, rows), term, colours, characters = kind
    options, env = CHARACTERS[characters]
    screen = start(*options, columns=columns, rows=rows, env={"TERM": term, **COLOURS[colours], **env})
    shown = walk(screen, "══" if characters == "utf-8" else "==")
    assert screen.code == 0
    assert screen.left_over() == []
    assert "Traceback" not in screen.text
    assert max(wcswidth(row) for text in shown for row in text.splitlines()) <= columns
    if characters != "utf-8":
        assert screen.output.isascii()
    # What comes before the alternate screen is the question for the ground's colour, which has tests of its own.
    written = screen.output.partition(b"\x1b[?1049h")[2]
    codes = [found[2:-1] for found in re.findall(rb"\x1b\[[0-9;]*m", written)]
    if colours == "none":
        assert not [code for code in codes if re.search(rb"(?:^|;)(?:[34][0-8]|9[0-7]|10[0-7])(?:;|$)", code)]
    elif colours == "by-name" and "256" not in term:
        assert not [code for code in codes if re.search(rb"(?:^|;)[34]8;", code)]
    if term in PLAIN:
        assert b"\x1b]" not in screen.output
        assert [found for found in SEQUENCE.findall(screen.output) if not KNOWN_TO_A_VT220.fullmatch(found)] == []


@pytest.mark.parametrize("term", PLAIN)
def test_in_a_terminal_without_a_clipboard_the_text_stands_alone_to_be_selected(start: Start, term: str) -> None:
    screen = start(env={"TERM": term})
    screen.wait_for(r"of 100 \(0 is best\)")
    screen.type("2")
    headline = screen.wait_for(r"\[2 Access\]", "^ *> Penetration").partition("> ")[2].split("\n")[0].split("  ")[0]
    screen.type("y")
    screen.wait_without("Dashboard")
    text = screen.wait_for("^In words of kzbrief")
    assert text.startswith(headline)
    assert not re.search("sent|copied|==|══", text)
    screen.type("escape")
    screen.wait_for(r"\[2 Access\]", "^ *> ")
    assert screen.emulator.clipboard == []
    assert b"]52" not in screen.output


def test_a_terminal_with_one_screen_is_left_clean(start: Start) -> None:
    """The Linux console and GNU screen have no other screen to change to: what was read must not stay."""
    screen = start(env={"TERM": "linux"})
    screen.wait_for(r"of 100 \(0 is best\)")
    screen.type("q")
    screen.wait_for_end()
    assert re.search(rb"\x1b\[H\x1b\[J\x1b\[\?1049l", screen.output)
