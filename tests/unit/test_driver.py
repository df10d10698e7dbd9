"""What comes from the terminal as one key, though two were typed."""

from __future__ import annotations

import sys

import pytest
from textual.events import Key

if sys.platform == "win32":
    pytest.skip("Windows has Textual's driver", allow_module_level=True)

from textual._xterm_parser import XTermParser

from kzbrief import commands
from kzbrief.tui.driver import apart


def keys(typed: str) -> list[str]:
    parser = XTermParser()
    events = [*parser.feed(typed)]
    parser._timeout_time = parser._timeout_time and 0.0  # as if it had passed
    found = [each for event in (*events, *parser.tick()) for each in apart(event)]
    return [event.key for event in found if isinstance(event, Key)]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("\x1bq", ["escape", "q"]),
        ("\x1bG", ["escape", "G"]),
        ("\x1bя", ["escape", "я"]),
        ("\x1b\x1bq", ["escape", "escape", "q"]),
        ("q", ["q"]),
        ("\x1b[A", ["up"]),
        ("\x1b[1;3A", ["alt+up"]),
    ],
)
def test_esc_and_a_letter_typed_fast_are_both_keys(typed: str, expected: list[str]) -> None:
    assert keys(typed) == expected


def test_no_command_has_a_key_with_alt() -> None:
    assert not [key for command in commands.COMMANDS for key in command.keys if key.startswith("alt+")]
