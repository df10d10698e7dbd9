"""What kinds of terminals can be told by their names, and what plain ones are spared."""

from __future__ import annotations

import pytest

from kzbrief.tui import abilities


@pytest.mark.parametrize("term", ["linux", "linux-16color", "vt100", "vt220", "vt420", "ansi", "sun", "cons25", "unknown"])
def test_plain_ones(term: str) -> None:
    assert abilities.plain({"TERM": term})


@pytest.mark.parametrize(
    "term", ["xterm", "xterm-256color", "screen", "tmux-256color", "rxvt-unicode", "foot", "xterm-kitty", "alacritty", "vte", ""]
)
def test_others(term: str) -> None:
    assert not abilities.plain({"TERM": term})


def test_plain_ones_are_spared_what_they_would_print() -> None:
    modern = (
        "\x1b[>25u\x1b[<u\x1b[?2026$p\x1b[?2048$p\x1b[?1000h\x1b[?1003h\x1b[?1015h\x1b[?1006h\x1b[?1004h\x1b[?2004h\x1b[?2026h\x1b[?2026l"
        "\x1b]22;default\x07\x1b]8;id=1;https://example.org/\x1b\\\x1b]8;;\x1b\\\x1b]52;c;eA==\x07"
    )
    assert abilities.for_plain(modern) == ""
    plain = "\x1b[?1049h\x1b[?25l\x1b[?7l\x1b[2;1H\x1b[1;31mtext\x1b[0m\x1b[J[?2026h]8;"
    assert abilities.for_plain(plain) == plain


@pytest.mark.parametrize(
    ("environ", "program"),
    [
        ({"TERM": "screen", "TMUX": "/tmp/x,1,0"}, "tmux"),
        ({"TERM": "tmux-256color"}, "tmux"),
        ({"TERM": "screen", "STY": "1.x"}, "screen"),
        ({"TERM": "screen.xterm-256color"}, "screen"),
        ({"TERM": "screen-256color"}, "one of them"),
        ({"TERM": "xterm-256color"}, ""),
        ({}, ""),
    ],
)
def test_what_stands_between(environ: dict[str, str], program: str) -> None:
    assert abilities.inside(environ) == program
