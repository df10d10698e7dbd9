"""The declarations of commands: nothing twice, nothing without words."""

from __future__ import annotations

from collections import Counter

import pytest

from kzbrief import commands


def test_ids_are_used_once() -> None:
    assert max(Counter(command.id for command in commands.COMMANDS).values()) == 1


@pytest.mark.parametrize("place", commands.EVERYWHERE)
def test_no_key_means_two_things_in_one_place(place: str) -> None:
    keys = Counter(key for command in commands.COMMANDS if place in command.where for key in command.keys)
    assert max(keys.values()) == 1


@pytest.mark.parametrize("place", commands.EVERYWHERE)
def test_everything_can_be_left_with_esc(place: str) -> None:
    assert any("escape" in command.keys and place in command.where for command in commands.COMMANDS)


def test_every_command_is_in_one_group_or_more() -> None:
    helps = [row.help for group in commands.groups() for row in group.rows]
    assert {command.help for command in commands.COMMANDS} == set(helps)


def test_keys_are_written_as_on_a_keyboard() -> None:
    assert [commands.shown(key) for key in ("tab", "shift+tab", "ctrl+p", "G", "pagedown", "?")] == [
        "Tab",
        "Shift+Tab",
        "Ctrl+P",
        "G",
        "PgDn",
        "?",
    ]


def test_a_command_is_found_by_its_id() -> None:
    assert commands.find("quit").keys == ("q",)
    with pytest.raises(KeyError):
        commands.find("nothing")


def test_the_table_of_keys_has_every_command_and_says_where() -> None:
    rows = list(commands.rows())
    assert {row.help for row in rows} == {command.help for command in commands.COMMANDS}
    assert next(row for row in rows if row.keys == "1-9").where == ""
    assert [row.where for row in rows if row.keys == "/"] == ["", "In the list of sources", "On the timeline", "In the list of actors"]
