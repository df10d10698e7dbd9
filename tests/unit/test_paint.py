"""Escape codes of the first frame: the same colours that Rich makes of a theme, so that nothing flickers when Textual takes over."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.color import Color, ColorSystem

from kzbrief.output import themes
from kzbrief.output.lines import Span
from kzbrief.output.themes import Look
from kzbrief.tui.paint import Painter, codes, depth

SYSTEMS = {"all": ColorSystem.TRUECOLOR, "256": ColorSystem.EIGHT_BIT, "16": ColorSystem.STANDARD}
PART = st.integers(0, 255)


@given(PART, PART, PART, st.sampled_from(sorted(SYSTEMS)))
def test_colours_are_those_of_rich(red: int, green: int, blue: int, colours: str) -> None:
    colour = f"#{red:02x}{green:02x}{blue:02x}"
    expected = ";".join(Color.parse(colour).downgrade(SYSTEMS[colours]).get_ansi_codes())
    assert codes(Look(colour=colour), colours) == expected


@pytest.mark.parametrize("name", ["red", "bright-blue", "black", "bright-white"])
def test_named_colours_are_those_of_rich(name: str) -> None:
    colour = Color.parse(name.replace("-", "_"))
    assert codes(Look(colour=name, ground=name), "16") == ";".join([*colour.get_ansi_codes(), *colour.get_ansi_codes(foreground=False)])


def test_attributes_come_without_colours_too() -> None:
    look = Look(colour="#ff0000", bold=True, dim=True, reverse=True)
    assert codes(look, "none") == "1;2;7"
    assert codes(Look(), "256") == ""


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({"TERM": "xterm-256color"}, "256"),
        ({"TERM": "xterm"}, "16"),
        ({"TERM": "linux"}, "16"),
        ({"TERM": "xterm-kitty"}, "256"),
        ({"TERM": "xterm-256color", "COLORTERM": "truecolor"}, "all"),
        ({"TERM": "xterm-256color", "COLORTERM": "truecolor", "NO_COLOR": ""}, "none"),
        ({}, "16"),
    ],
)
def test_how_many_colours(environment: dict[str, str], expected: str) -> None:
    assert depth(environment) == expected


def test_a_row_is_filled_up() -> None:
    row = Painter(themes.load("kz-dark"), {"NO_COLOR": "1"}).row([Span("ab", "strong"), Span("c")], 6)
    assert re.sub(r"\x1b\[[0-9;]*m", "", row) == "abc   "
    assert row == "\x1b[1mab\x1b[0mc   "
