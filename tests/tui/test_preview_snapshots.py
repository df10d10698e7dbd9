"""Pictures of the panel of problems, and of the screen that waits for a file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from kzbrief.brief.briefing import load
from kzbrief.output import themes
from kzbrief.output.glyphs import UNICODE
from kzbrief.tui.app import BriefApp
from kzbrief.tui.navigator import Navigator
from kzbrief.tui.screens.reading import ReadingScreen
from kzbrief.tui.waiting import Waiting
from kzbrief.tui.watching import read

from .conftest import DATA

Compare = Callable[..., bool]
SIZES = [(80, 24), (120, 40), (40, 15)]
FAULTS = [
    ('["access/carrier"', '["access/carier"'),
    ('title = "Borduria"', 'titel = "Бордурия, 波尔多里亚"'),
    ("year = 2013", 'year = "2013"'),
]


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., BriefApp]:
    """Return an app that reads a brief, or waits for one, whose file has three faults by now."""

    def made(theme: str = "kz-dark", *, waiting: bool = False) -> BriefApp:
        monkeypatch.chdir(tmp_path)
        text = (DATA / "small.toml").read_text(encoding="utf-8")
        file = Path("borduria-2011.toml")
        file.write_text(text, encoding="utf-8")
        navigator = Waiting(str(file), UNICODE) if waiting else Navigator(load(file), UNICODE)
        for good, bad in FAULTS:
            assert good in text
            text = text.replace(good, bad, 1)
        file.write_text(text, encoding="utf-8")
        if not waiting:
            navigator.open = 1
        return BriefApp(navigator, themes.load(theme))

    return made


async def take(pilot: Pilot[None]) -> None:
    """Let the screen take what was saved."""
    screen = pilot.app.screen
    assert isinstance(screen, ReadingScreen)
    screen.preview.take(screen.briefing.path, read(screen.briefing.path))
    await pilot.pause()


@pytest.mark.parametrize("theme", ["kz-dark", "kz-light"])
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_problems(snap_compare: Compare, app: Callable[..., BriefApp], size: tuple[int, int], theme: str) -> None:
    assert snap_compare(app(theme), terminal_size=size, run_before=take)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_waiting(snap_compare: Compare, app: Callable[..., BriefApp], size: tuple[int, int]) -> None:
    assert snap_compare(app(waiting=True), terminal_size=size, run_before=take)


def test_without_colours(snap_compare: Compare, app: Callable[..., BriefApp], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert snap_compare(app(), terminal_size=(80, 24), run_before=take)
