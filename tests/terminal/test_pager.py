"""Long output through a pager: only where it is asked for, and only on a terminal."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from .conftest import KZBRIEF, Start
from .screen import Screen

LESS = pytest.mark.skipif(shutil.which("less") is None, reason="less is not installed")


def written(screen: Screen) -> str:
    return b"".join(chunk.data for chunk in screen.chunks).decode()


def test_no_terminal_no_pager(plain: dict[str, str]) -> None:
    env = {**plain, "PAGER": "false"}
    paged = subprocess.run([*KZBRIEF, "summary", "--pager"], env=env, stdin=subprocess.DEVNULL, capture_output=True, check=True)
    assert paged.stdout == subprocess.run([*KZBRIEF, "summary"], env=env, stdin=subprocess.DEVNULL, capture_output=True, check=True).stdout


@pytest.mark.parametrize("arguments", [["summary"], ["sources"], ["summary", "--format", "json"], ["list", "--format", "json"]])
def test_the_pager_gets_everything(start: Start, arguments: list[str], tmp_path: Path) -> None:
    out = tmp_path / "out"
    screen = start(*arguments, "--pager", env={"PAGER": f"cat > '{out}'; echo paged"})
    screen.wait_for_end()
    assert screen.code == 0
    assert screen.text.strip() == "paged"
    text = out.read_text(encoding="utf-8")
    assert "Kazakhstan" in text
    assert "\x1b" not in text


@LESS
def test_less_is_used_where_nothing_is_said(start: Start) -> None:
    screen = start("summary", "--pager")
    screen.wait_for("55 of 100", "^:")
    assert "\x1b[1m" in written(screen) or "\x1b[1;" in written(screen)
    screen.type("q")
    screen.wait_for_end()
    assert screen.code == 0
    assert screen.left_over() == []


@LESS
@pytest.mark.parametrize(
    ("environ", "coloured"),
    [({"PAGER": "less"}, True), ({"PAGER": "less", "LESS": "-i"}, False), ({"PAGER": "less -R", "LESS": "-i"}, True)],
)
def test_colours_go_to_a_less_that_passes_them_on(start: Start, environ: dict[str, str], coloured: bool) -> None:
    screen = start("summary", "--pager", env=environ)
    screen.wait_for("55 of 100", "^:")
    assert "ESC[" not in screen.text
    assert ("\x1b[1m55 of" in written(screen)) is coloured
    screen.type("q")
    screen.wait_for_end()


@LESS
def test_ctrl_c_is_the_pagers(start: Start) -> None:
    screen = start("summary", "--full", "--pager")
    screen.wait_for("55 of 100", "^:")
    screen.type("ctrl+c")
    screen.read_until_silent(0.3)
    assert screen.code is None
    screen.type_until_end("q")  # less forgets what is typed before it has taken note of the interrupt
    assert screen.code == 0
    assert "Traceback" not in written(screen)


def test_a_pager_that_is_left_early_ends_it_quietly(start: Start) -> None:
    screen = start("summary", "--full", "--format", "json", "--pager", env={"PAGER": "head -1"})
    screen.wait_for_end()
    assert screen.code == 0
    assert screen.text.strip() == "{"


@pytest.mark.parametrize("pager", ["", "cat", "no-such-pager-here"])
def test_without_a_pager_it_is_printed(start: Start, pager: str) -> None:
    screen = start("summary", "--pager", env={"PAGER": pager}, rows=300)
    screen.wait_for_end()
    assert screen.code == 0
    assert "55 of 100" in screen.text


def test_what_fits_the_screen_is_printed(start: Start) -> None:
    screen = start("summary", "--pager", env={"PAGER": "false"}, rows=300)
    screen.wait_for_end()
    assert "55 of 100" in screen.text


def test_restricted_mode_starts_no_pager(start: Start, tmp_path: Path) -> None:
    screen = start("summary", "--pager", env={"PAGER": f"touch '{tmp_path}/started'", "KZBRIEF_RESTRICTED": "1"})
    screen.wait_for_end()
    assert screen.code == 0
    assert not (tmp_path / "started").exists()


def test_faults_are_said_without_a_pager(start: Start) -> None:
    screen = start("summary", "nowhere", "--pager", env={"PAGER": "less"})
    screen.wait_for_end()
    assert screen.code == 2
    assert "no-such-brief" in screen.text
