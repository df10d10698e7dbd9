"""Pictures of the screens, compared with the last ones that somebody looked at."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from kzbrief import i18n
from kzbrief.brief.briefing import load
from kzbrief.output import themes
from kzbrief.output.glyphs import ASCII, UNICODE, Glyphs
from kzbrief.tui.app import BriefApp
from kzbrief.tui.briefs_sheet import BriefsSheet
from kzbrief.tui.library_sheet import LibrarySheet
from kzbrief.tui.navigator import Navigator
from kzbrief.tui.screens.reading import ReadingScreen

from .conftest import until

SIZES = [(80, 24), (120, 40), (40, 15)]
SCREENS = {
    "dashboard": (),
    "access": ("2",),
    "citation": ("2", "tab", "tab"),
    "source": ("2", *["tab"] * 8, "enter"),
    "unsettled": ("3", "tab", "enter"),
    "timeline": ("5",),
    "sources": ("6",),
    "narrowed": ("5", "slash", *"2010", "enter"),
    "copying": ("2", "tab", "Y"),
    "marks": ("2", "m", "4", "m", "M"),
    "standing": ("S", *["j"] * 4),
    "actors": ("a", "slash", *"telecom"),
    "help": ("question_mark",),
    "palette": ("ctrl+p", *"respub"),
}

Compare = Callable[..., bool]


def app(theme: str = "kz-dark", glyphs: Glyphs = UNICODE, brief: str = "kazakhstan-2011") -> BriefApp:
    return BriefApp(Navigator(load(brief), glyphs), themes.load(theme))


@pytest.mark.parametrize("theme", ["kz-dark", "kz-light"])
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("screen", SCREENS)
def test_screen(snap_compare: Compare, screen: str, size: tuple[int, int], theme: str) -> None:
    assert snap_compare(app(theme), terminal_size=size, press=SCREENS[screen])


SEARCHES = {
    "found": ("slash", *"livejournal", "down", "down"),
    "found-nothing": ("slash", *"slezhka"),
    "found-place": ("slash", *"livejournal", "enter", "n", "n", "n"),
    "found-source": ("slash", *"azattyk", "enter"),
}


def searched(screen: str) -> Callable[[Pilot[None]], Awaitable[None]]:
    """What types the keys of a search, each when the brief has been read."""

    async def show(pilot: Pilot[None]) -> None:
        reading = pilot.app.screen
        assert isinstance(reading, ReadingScreen)
        for key in SEARCHES[screen]:
            await pilot.press(key)
            await until(pilot, lambda: not reading.searching._current().waiting)
        await pilot.pause()

    return show


@pytest.mark.parametrize("theme", ["kz-dark", "kz-light"])
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("screen", SEARCHES)
def test_searching(snap_compare: Compare, screen: str, size: tuple[int, int], theme: str) -> None:
    assert snap_compare(app(theme), terminal_size=size, run_before=searched(screen))


@pytest.mark.parametrize("theme", ["kz-dark", "kz-light"])
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_searching_all_briefs(snap_compare: Compare, size: tuple[int, int], theme: str) -> None:
    async def show(pilot: Pilot[None]) -> None:
        screen = pilot.app.screen
        await pilot.press("ctrl+g", *"livejournal")
        assert isinstance(screen, ReadingScreen)
        sheet = screen.sheet.sheet
        assert isinstance(sheet, LibrarySheet)
        await until(pilot, lambda: not sheet.shelf.waiting)
        await pilot.pause()

    assert snap_compare(app(theme), terminal_size=size, run_before=show)


@pytest.mark.parametrize("screen", ["found", "found-place"])
def test_searching_without_colours(snap_compare: Compare, screen: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert snap_compare(app(), terminal_size=(80, 24), run_before=searched(screen))


@pytest.mark.parametrize("theme", ["kz-dark", "kz-light"])
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_briefs(snap_compare: Compare, size: tuple[int, int], theme: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = (Path(__file__).parents[1] / "data" / "small.toml").read_text(encoding="utf-8")
    (tmp_path / "georgia-2011.toml").write_text(text.replace("edition = 2011", 'edition = "soon"'), encoding="utf-8")
    monkeypatch.setenv("KZBRIEF_PATH", str(tmp_path))

    async def show(pilot: Pilot[None]) -> None:
        await pilot.press("b")
        screen = pilot.app.screen
        assert isinstance(screen, ReadingScreen)
        sheet = screen.sheet.sheet
        assert isinstance(sheet, BriefsSheet)
        await until(pilot, lambda: not sheet.shelf.waiting)

    assert snap_compare(app(theme), terminal_size=size, run_before=show)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("keys", [("tab", "down", "tab"), ("tab", "down", "tab", "enter")], ids=["choosing", "compared"])
def test_comparing(snap_compare: Compare, keys: tuple[str, ...], size: tuple[int, int]) -> None:
    async def show(pilot: Pilot[None]) -> None:
        await pilot.press("c")
        screen = pilot.app.screen
        assert isinstance(screen, ReadingScreen)
        assert isinstance(screen.sheet.sheet, BriefsSheet)
        while screen.sheet.sheet.shelf.waiting:
            await pilot.pause(0.02)
        await pilot.press(*keys)

    assert snap_compare(app(), terminal_size=size, run_before=show)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("screen", ["dashboard", "source", "sources", "help"])
def test_in_russian(snap_compare: Compare, screen: str, size: tuple[int, int]) -> None:
    i18n.use("ru")
    assert snap_compare(app(), terminal_size=size, press=SCREENS[screen])


@pytest.mark.parametrize("screen", ["dashboard", "source"])
def test_without_colours(snap_compare: Compare, screen: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert snap_compare(app(), terminal_size=(80, 24), press=SCREENS[screen])


def test_drawn_with_ascii(snap_compare: Compare) -> None:
    assert snap_compare(app(glyphs=ASCII), terminal_size=(80, 24))


@pytest.mark.parametrize("width", [60, 100, 150])
def test_dashboard_at_other_widths(snap_compare: Compare, width: int) -> None:
    assert snap_compare(app(), terminal_size=(width, 30))


@pytest.mark.parametrize("width", [60, 100, 150])
def test_section_at_other_widths(snap_compare: Compare, width: int) -> None:
    assert snap_compare(app(), terminal_size=(width, 30), press=("4", "tab"))
