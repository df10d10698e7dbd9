"""What is kept between two readings, in a real terminal and at home."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest

from .conftest import KZBRIEF, Start

SCORE = r"of 100 \(0 is best\)"
HINT = r"New here\? Press \?"


def kept(plain: dict[str, str]) -> list[Path]:
    return [path for path in Path(plain["HOME"]).rglob("*") if path.is_file()]


def leave(start: Start, *arguments: str, keys: tuple[str, ...] = (), see: str = SCORE, env: dict[str, str] | None = None) -> str:
    """Open the brief, see something, press keys, and quit; return what was seen."""
    screen = start(*arguments, env=env)
    seen = screen.wait_for(see, "q quit")
    screen.type(*keys, "q")
    screen.wait_for_end()
    return seen


def test_it_opens_where_it_was_left_and_the_hint_never_comes_back(start: Start, plain: dict[str, str]) -> None:
    assert "New here?" in leave(start, keys=("3", "j", "j"))
    for arguments in ((), ("kazakhstan-2011",)):
        seen = leave(start, *arguments, see=r"\[3 Content\]")
        assert re.search(r"\b3 of 52", seen)
        assert "New here?" not in seen
    assert "[2 Access]" in leave(start, "--at", "access", see=r"\[2 Access\]")
    assert "[1 Dashboard]" in leave(start, "--fresh", keys=("4",))
    assert "[4 Rights]" in leave(start, see=r"\[4 Rights\]")
    assert [path.name for path in kept(plain)] == ["state.json"]
    assert kept(plain)[0].parent == Path(plain["HOME"], ".local", "state", "kzbrief")


def test_a_hang_up_keeps_the_place(start: Start, plain: dict[str, str]) -> None:
    screen = start()
    screen.wait_for(SCORE, HINT)
    screen.type("4")
    screen.wait_for(r"\[4 Rights\]")
    screen.hang_up()
    screen.wait_for_death()
    assert "[4 Rights]" in leave(start, see=r"\[4 Rights\]")


def test_a_damaged_file_is_set_aside(start: Start, plain: dict[str, str]) -> None:
    folder = Path(plain["HOME"], ".local", "state", "kzbrief")
    folder.mkdir(parents=True)
    (folder / "state.json").write_bytes(b"\xff{")
    screen = start()
    screen.wait_for(SCORE, "marks unread")
    screen.type("ctrl+q")
    screen.wait_for_end()
    assert "state.json.damaged" in screen.text  # told on leaving
    assert sorted(path.name for path in kept(plain)) == ["state.json", "state.json.damaged"]


@pytest.mark.parametrize(("arguments", "env"), [(("--no-state",), {}), ((), {"KZBRIEF_RESTRICTED": "1"})])
def test_nothing_is_kept_or_used_where_nothing_is_to_be(
    start: Start, plain: dict[str, str], arguments: tuple[str, ...], env: dict[str, str]
) -> None:
    assert "New here?" not in leave(start, *arguments, keys=("3",), env=env)
    assert not kept(plain)
    leave(start, keys=("3",))
    before = kept(plain)[0].read_bytes()
    assert "[1 Dashboard]" in leave(start, *arguments, keys=("4",), env=env)
    assert kept(plain)[0].read_bytes() == before


def test_a_theme_that_was_chosen_is_used_again_until_another_is_named(start: Start, plain: dict[str, str]) -> None:
    env = {"COLORTERM": "truecolor"}
    light = b"\x1b[38;2;"
    screen = start(env=env)
    screen.wait_for(SCORE, "q quit")
    screen.type("t")
    screen.wait_for("══ Theme", "^ *> Dark")
    screen.type("down")
    screen.wait_for("^ *> Light")
    screen.type("enter", "q")
    screen.wait_for_end()
    assert b'"theme":"kz-light"' in kept(plain)[0].read_bytes()
    outputs = []
    for arguments in ((), ("--theme", "kz-dark"), ("--theme", "kz-light")):
        screen = start(*arguments, env=env)
        screen.wait_for(SCORE, "q quit")
        screen.type("ctrl+q")
        screen.wait_for_end()
        outputs.append(screen.output[screen.output.index(light) :][:30])
    assert outputs[0] == outputs[2] != outputs[1]


def test_faulty_settings_are_told_in_the_footer(start: Start, plain: dict[str, str]) -> None:
    folder = Path(plain["HOME"], ".config", "kzbrief")
    folder.mkdir(parents=True)
    (folder / "config.toml").write_text("theme = 3\n")
    screen = start(columns=120, rows=40)
    screen.wait_for(SCORE, "faulty settings|your settings have a fault")
    screen.type("ctrl+q")
    screen.wait_for_end()
    assert "config.toml" in screen.text


def test_marks_outlive_the_app_are_exported_and_forgotten(start: Start, plain: dict[str, str]) -> None:
    address = "access/livejournal-unblocked"
    leave(start, f"kazakhstan-2011#{address}", keys=("m",), see="> LiveJournal was unblocked")
    assert "(marked)" in leave(start, f"kazakhstan-2011#{address}", see=r"LiveJournal was unblocked.*\(marked\)")
    printed = subprocess.run([*KZBRIEF, "export", "--marked", "--to", "json"], env=plain, capture_output=True, check=True)
    assert [finding["address"] for finding in json.loads(printed.stdout)["findings"]] == [address]
    leave(start, "--no-state", f"kazakhstan-2011#{address}", keys=("m",), see=r"> LiveJournal was unblocked[^(]*$")
    subprocess.run([*KZBRIEF, "forget"], env=plain, capture_output=True, check=True)
    refused = subprocess.run([*KZBRIEF, "export", "--marked", "--to", "json"], env=plain, capture_output=True, text=True, check=False)
    assert refused.returncode == 2
    assert "no finding of kazakhstan-2011 is marked" in refused.stderr
