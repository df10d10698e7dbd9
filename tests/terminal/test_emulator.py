"""The emulator that the other tests look through."""

from __future__ import annotations

import pytest

from .emulator import Emulator, replies

FULL = (
    b"before\x1b[?1049h\x1b[?1000;1006h\x1b[?25l\x1b[>13u\x1b[?2026$p\x1b[?2026h\x1b[H\x1b[1;38;2;1;2;3mbold \xd0\x9a\x1b[0m"
    b"\x1b]0;title\x07\x1b]52;c;aGk=\x1b\\\x1bPtmux;\x1b\x1b]52;c;eW8=\x07\x1b\\ end\x1b[?2026l"
)


@pytest.mark.parametrize("size", [1, 2, 3, 7, 1000])
def test_output_means_the_same_in_pieces_of_any_size(size: int) -> None:
    emulator = Emulator(20, 3)
    for place in range(0, len(FULL), size):
        emulator.feed(FULL[place : place + size])
    assert emulator.text.strip() == "bold К end"
    assert emulator.clipboard == ["hi", "yo"]
    assert emulator.left_over() == ["alternate screen", "hidden cursor", "keyboard protocol", "mouse"]
    emulator.feed(b"\x1b[?1006;1000l\x1b[<u\x1b[?1049l\x1b[?25h")
    assert emulator.text.strip() == "before"
    assert emulator.left_over() == []


def test_queries_are_answered_in_their_order() -> None:
    assert replies(b"x\x1b[?2026$p\x1b[?2048$p\x1b[c\x1b[6n", (4, 2)) == b"\x1b[?2026;2$y\x1b[?2048;0$y\x1b[?62;22c\x1b[3;5R"
    assert replies(b"\x1b[31mno query\x1b[?25l") == b""
