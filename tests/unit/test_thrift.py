"""What is written to the terminal says a look only where it changes, and draws the same as if it said it everywhere."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kzbrief.tui.thrift import thrifty

from ..terminal.emulator import Emulator

CODE = st.sampled_from(
    ["", "0", "1", "2", "3", "4", "7", "9", "31", "39", "44", "49", "95", "104", "38;5;188", "48;5;16", "38;2;1;2;3", "48;2;9;8;7"]
)
LOOK = st.lists(CODE, max_size=4).map(lambda codes: f"\x1b[{';'.join(codes)}m")
TEXT = st.sampled_from(["", "   ", " ", "word", " two words ", "表", "\x1b[2;3H", "\n\x1b[1;1H", "\x1b[?25l", "\r", "\x1b[K"])
STRETCH = st.builds(lambda look, text, reset: look + text + ("\x1b[0m" if reset else ""), LOOK, TEXT, st.booleans())


def drawn(data: str) -> list[object]:
    """What an emulator shows: each cell in its look, as far as it can be seen, and the look that is left over."""
    emulator = Emulator(12, 40)
    emulator.feed(data.encode())
    seen: list[object] = []
    for row in emulator.screen.buffer.values():
        for cell in (row[column] for column in range(12)):
            lined = cell.underscore or cell.strikethrough or cell.reverse
            letters = cell.fg if cell.data != " " or lined else ""
            weight = (cell.bold, cell.italics) if cell.data != " " else ()
            seen.append((cell.data, letters, cell.bg, weight, cell.underscore, cell.strikethrough, cell.reverse))
    return [*seen, emulator.screen.cursor.attrs]


@given(st.lists(STRETCH, max_size=12).map("".join))
def test_the_same_is_drawn(data: str) -> None:
    assert drawn(thrifty(data) + "\x1b[0m") == drawn(data + "\x1b[0m")


@given(st.lists(STRETCH, max_size=12).map("".join))
def test_the_look_at_the_end_is_the_same(data: str) -> None:
    assert drawn(thrifty(data) + "x") == drawn(data + "x")


@given(st.lists(st.builds(lambda look, text: f"{look}{text}\x1b[0m", LOOK, TEXT), max_size=12).map("".join))
def test_it_is_never_longer(data: str) -> None:
    assert len(thrifty(data)) <= len(data)


def test_a_line_in_one_look_is_told_it_once() -> None:
    row = "\x1b[38;5;188;48;5;16m{}\x1b[0m"
    rows = "".join(f"\x1b[{number};1H{row.format('   ')}{row.format('word')}\n" for number in (1, 2)) + "\x1b[9;9H"
    assert thrifty(rows) == "\x1b[1;1H\x1b[38;5;188;48;5;16m   word\x1b[2;1H   word\x1b[9;9H\x1b[m"


def test_bold_ends_without_dim() -> None:
    assert thrifty("\x1b[1;2ma\x1b[0m\x1b[1mb\x1b[0m") == "\x1b[1;2ma\x1b[0;1mb\x1b[m"
    assert thrifty("\x1b[1;31ma\x1b[0m\x1b[31mb\x1b[0m") == "\x1b[1;31ma\x1b[22mb\x1b[m"


def test_what_is_not_known_stays_as_it_is() -> None:
    assert thrifty("\x1b[4:3ma\x1b[0m") == "\x1b[4:3ma\x1b[0m"
    assert thrifty("\x1b[53ma\x1b[0m\x1b[53mb\x1b[0m") == "\x1b[53ma\x1b[0m\x1b[53mb\x1b[0m"
    assert thrifty("") == ""
