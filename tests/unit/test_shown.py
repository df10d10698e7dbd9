"""Rows that stand on the screen are not sent again, and the screen is always what it would be if they were."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kzbrief.tui.shown import Shown

from ..terminal.emulator import Emulator

LOOK = st.sampled_from(["", "\x1b[1m", "\x1b[31;44m", "\x1b[2;38;5;75m"])
WORDS = st.sampled_from(["word", "      ", "two words", "表", "\x1b[K", ""])
STRETCH = st.builds(lambda look, words: f"{look}{words}\x1b[0m" if look else words, LOOK, WORDS)
ROW = st.builds(
    lambda row, column, stretches, end: f"\x1b[{row};{column}H{''.join(stretches)}{end}",
    st.integers(1, 4),
    st.sampled_from([1, 1, 1, 5]),
    st.lists(STRETCH, min_size=1, max_size=3),
    st.sampled_from(["", "", "\n", "\x1b[?2026l"]),
)
OTHER = st.sampled_from(["\x1b[2J", "\x1b[?25l", "\x1b[?2026h", "\x1b[1;1H\x1b[?2026l", "\x1b[2;1Ha\nb", "\x1b[?1049h"])
FRAME = st.one_of(st.lists(ROW, min_size=1, max_size=6).map(lambda rows: "\x1b[?2026h" + "".join(rows)), OTHER)


def drawn(frames: list[str]) -> list[tuple[object, ...]]:
    """What an emulator shows."""
    emulator = Emulator(12, 30)
    for frame in ("\x1b[?7l", *frames):
        emulator.feed(frame.encode())
    cells = [tuple(row[column] for column in range(12)) for row in (emulator.screen.buffer[number] for number in range(30))]
    return [*cells, (emulator.screen.cursor.x, emulator.screen.cursor.y)]


@given(st.lists(FRAME, max_size=8))
@example(["\x1b[1;1Hword\x1b[1;1H\n"])
def test_the_same_stands_on_the_screen(frames: list[str]) -> None:
    shown = Shown()
    frames = [*frames, "\x1b[1;1H"]  # Textual always places the cursor in the end
    assert drawn([shown.news(frame) for frame in frames]) == drawn(frames)


def test_what_stands_there_is_not_sent_again() -> None:
    shown = Shown()
    frame = "\x1b[?2026h\x1b[1;1H\x1b[1mhead\x1b[0m\n\x1b[2;1Hrow\n\x1b[3;1Hfoot\x1b[1;1H\x1b[?2026l"
    assert shown.news(frame) == frame
    assert shown.news(frame) == "\x1b[?2026h\x1b[?2026l"
    assert "foot" not in shown.news(frame.replace("row", "other"))


def test_pieces_of_a_row_may_be_cut_in_another_way() -> None:
    shown = Shown()
    shown.news("\x1b[1;1H\x1b[1mhead\x1b[0m  \x1b[2m word\x1b[0m")
    assert "head" not in shown.news("\x1b[1;1H\x1b[1mhe\x1b[0m\x1b[1mad\x1b[0m   \x1b[2mword\x1b[0m")


@pytest.mark.parametrize("data", ["\x1b[2J", "\x1b[?1049h", "\x1b[H\x1b[J", "text", "\x1b[1;1H\x1b[31mone\ntwo"])
def test_whatever_may_change_rows_makes_them_unknown(data: str) -> None:
    shown = Shown()
    shown.news("\x1b[3;1Hfoot")
    shown.news(data)
    assert shown.news("\x1b[3;1Hfoot") == "\x1b[3;1Hfoot"


@pytest.mark.parametrize("data", ["\x1b[?25l", "\x1b[?2026h", "\x1b[>25u", "\x1b]22;default\x07", "\x1b]52;c;YQ==\x07", "\x1b[?2048$p"])
def test_modes_and_questions_leave_them_known(data: str) -> None:
    shown = Shown()
    shown.news("\x1b[3;1Hfoot")
    assert shown.news(data) == data
    assert shown.news("\x1b[3;1Hfoot") == ""


def test_part_of_a_row_makes_the_rest_unknown() -> None:
    shown = Shown()
    shown.news("\x1b[3;1Hfoot")
    shown.news("\x1b[3;3Hx")
    assert shown.news("\x1b[3;1Hfoot") == "\x1b[3;1Hfoot"


def test_it_can_be_told_to_forget() -> None:
    shown = Shown()
    shown.news("\x1b[3;1Hfoot")
    shown.forget()
    assert shown.news("\x1b[3;1Hfoot") == "\x1b[3;1Hfoot"
