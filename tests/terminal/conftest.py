"""Starting kzbrief in a pseudo-terminal, with nothing of the user's own settings in its way."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Protocol

import pytest

from .screen import Screen, environment

ROOT = Path(__file__).parents[2]
KZBRIEF = (sys.executable, "-m", "kzbrief")
"""The command, from this checkout wherever it is started."""


Env = Mapping[str, str] | None
"""What is to be changed in the environment."""


class Start(Protocol):
    """Starts a program in a terminal that ends with the test; kzbrief where no other is given."""

    def __call__(
        self, *arguments: str, program: tuple[str, ...] = KZBRIEF, columns: int = 80, rows: int = 24, env: Env = None
    ) -> Screen: ...


@pytest.fixture
def plain(tmp_path: Path) -> dict[str, str]:
    """The environment of a user who has just logged in for the first time."""
    home = tmp_path / "home"
    home.mkdir()
    return environment(HOME=str(home), PYTHONPATH=str(ROOT))


@pytest.fixture
def start(plain: dict[str, str]) -> Iterator[Start]:
    with ExitStack() as screens:

        def start(*arguments: str, program: tuple[str, ...] = KZBRIEF, columns: int = 80, rows: int = 24, env: Env = None) -> Screen:
            return screens.enter_context(Screen([*program, *arguments], columns=columns, rows=rows, env={**plain, **(env or {})}))

        yield start
