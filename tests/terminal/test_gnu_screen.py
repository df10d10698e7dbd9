"""The app in GNU screen with its default settings."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from .conftest import KZBRIEF, Start
from .reading import copied, walk
from .screen import PATIENCE, Screen

pytestmark = pytest.mark.skipif(shutil.which("screen") is None, reason="GNU screen is not installed")


@pytest.fixture
def inside(start: Start) -> Iterator[Screen]:
    """The terminal around a GNU screen with the app in its only window."""
    with tempfile.TemporaryDirectory(prefix="kz") as folder:
        Path(folder).chmod(0o700)
        env = {"SCREENDIR": folder, "SYSSCREENRC": "/dev/null"}
        screen = start("-c", "/dev/null", "-S", "kz", *KZBRIEF, program=("screen",), columns=100, rows=30, env=env)
        yield screen
        subprocess.run(["screen", "-S", "kz", "-X", "quit"], env={"PATH": "/usr/bin:/bin", **env}, capture_output=True, check=False)


def test_it_is_read_and_left(inside: Screen) -> None:
    shown = walk(inside)
    assert all(len(row) <= 100 for text in shown for row in text.splitlines())
    assert inside.left_over() == []


def test_what_is_copied_reaches_the_terminal_around_it(inside: Screen) -> None:
    headline = copied(inside, "sent to the terminal")
    while not inside.emulator.clipboard:
        assert inside.read(PATIENCE)
        inside.show()
    text = inside.emulator.clipboard[-1]
    assert headline in text
    assert len(text.encode()) * 4 / 3 > 600  # more than is sent in one string
