"""Lines: widths in cells, wrapping that loses nothing, control characters that never get through."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from kzbrief.output.lines import Span, beside, clean, columns, fit, line_width, pad, plain, shortened, width_of
from kzbrief.output.wrapping import wrap

spans = st.lists(st.builds(Span, st.text(max_size=40), st.sampled_from(["", "strong", "cite"])), max_size=6)


@given(st.text())
def test_width_is_that_of_the_terminal_library(text: str) -> None:
    shown = clean(text)
    assert width_of(shown) == cell_len(shown)


@given(spans, st.integers(2, 60))
def test_wrapping_keeps_every_character_and_fits(given_spans: list[Span], width: int) -> None:
    given_spans = [span._replace(text=clean(span.text)) for span in given_spans]
    lines = wrap(given_spans, width)
    before = "".join("".join(span.text.split()) for span in given_spans)
    after = "".join("".join(span.text.split()) for line in lines for span in line)
    assert after == before
    assert all(line_width(line) <= width for line in lines)
    starts = [plain(line)[0] for line in lines if plain(line).strip()]
    assert not any(start.isspace() and start not in "\u00a0\u202f" for start in starts)


def test_a_hard_blank_where_a_word_must_be_broken_does_not_start_the_next_line() -> None:
    assert [plain(line) for line in wrap([Span("00\u00a00")], 2)] == ["00", "0"]


def test_wrapping_keeps_tone_reference_and_link_of_each_piece() -> None:
    lines = wrap([Span("a share of 48 percent "), Span("[15]", "cite", "cite:0"), Span(".")], 12)
    assert [plain(line) for line in lines] == ["a share of", "48 percent", "[15]."]
    assert lines[2] == [Span("[15]", "cite", "cite:0"), Span(".")]


def test_a_word_longer_than_the_line_is_broken_where_it_must_be() -> None:
    assert [plain(line) for line in wrap([Span("see http://example.org/abcdef now")], 10)] == [
        "see",
        "http://exa",
        "mple.org/a",
        "bcdef now",
    ]


def test_wide_characters_count_two_cells() -> None:
    assert width_of("漢字") == 4
    assert [plain(line) for line in wrap([Span("漢字漢字漢字")], 5)] == ["漢字", "漢字", "漢字"]
    assert fit("漢字", 3) == 1


@pytest.mark.parametrize("character", ["\x1b", "\x07", "\x9b", "\u202e", "\u2066", "\u2028", "\r", "\x7f"])
def test_no_control_character_gets_through(character: str) -> None:
    assert character not in clean(f"a{character}b")
    assert clean(f"a{character}b").startswith("a\\")


def test_marks_of_direction_and_joiners_stay() -> None:
    assert clean("\u200e\u200f\u061c\u200d\u200c") == "\u200e\u200f\u061c\u200d\u200c"


def test_two_blocks_side_by_side() -> None:
    rows = columns([[Span("one")], [Span("two")]], [[Span("1")], [], [Span("3")]], 4, 2)
    assert [plain(row) for row in rows] == ["one   1", "two", "      3"]


def test_left_and_right_edge() -> None:
    assert plain(beside([Span("a")], [Span("b")], 5)) == "a   b"
    assert plain(beside([Span("aaaa")], [Span("b")], 3)) == "aaaa b"
    assert line_width(pad([Span("a")], 4)) == 4


@pytest.mark.parametrize("width", range(1, 40))
@pytest.mark.parametrize("text", ["given to tmux, which keeps it", "один два три четыре пять", "市场 由 国家 公司 掌握 一半", "a" * 50])
def test_a_text_is_shortened_at_the_end_of_a_word(text: str, width: int) -> None:
    said = shortened(text, width)
    if width_of(text) <= width:
        assert said == text
        return
    assert width_of(said) <= max(width, 2)
    if width >= 8:
        assert said.endswith(" ...")
        kept = said.removesuffix(" ...")
        assert text.startswith(kept)
        assert " " not in text[: width - 4] or not text[len(kept)].isalnum()
