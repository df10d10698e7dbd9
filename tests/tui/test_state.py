"""A brief opens where it was left, a hint comes once."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from kzbrief import state
from kzbrief.brief.briefing import Briefing
from kzbrief.output.glyphs import UNICODE
from kzbrief.state import Left, State
from kzbrief.tui import frame, start
from kzbrief.tui.app import BriefApp
from kzbrief.tui.navigator import Navigator
from kzbrief.tui.page import Place

from .conftest import Run


@pytest.mark.parametrize("size", [(80, 24), (150, 40)])
async def test_it_opens_where_it_was_left(long: Briefing, run: Run, size: tuple[int, int]) -> None:
    async with run(long, *size) as reading:
        await reading.press("2", "pagedown", "pagedown", "tab", "1", "j", "2")
        before, ref = reading.text, reading.ref
        left = reading.app.left()
    assert left.tab == "access"
    async with run(long, *size, left=left) as reading:
        assert reading.text == before
        assert reading.ref == ref
        await reading.press("1")
        assert reading.app.left().places.keys() == {"access", "dashboard"}
    async with run(long, 44, 20, left=left) as reading:
        assert reading.ref == ref


async def test_a_place_that_is_gone_is_the_beginning(small: Briefing, run: Run) -> None:
    places = {
        "access": Place("finding:access/gone", 99, 3),
        "nowhere": Place("x"),
        "rights": Place("finding:rights/blogger-fined", 77, 10**9),
    }
    async with run(small, left=Left("access", places)) as reading:
        assert reading.current == "finding:access/carrier"
        await reading.press("4")
        assert reading.current == "finding:rights/blogger-fined"
        assert reading.screen.reader.cursor.spot is None
    async with run(small, left=Left("gone", places)) as reading:
        assert "[1 Dashboard]" in reading.rows[1]
    for share in (1e308, -1.0):
        async with run(small, left=Left("access", {"access": Place("finding:access/carrier", None, 0, share)})) as reading:
            assert reading.current == "finding:access/carrier"


async def test_a_window_that_was_too_small_loses_no_place(small: Briefing, run: Run) -> None:
    left = Left("access", {"access": Place("finding:access/prices", None, 2)})
    async with run(small, 30, 8, left=left) as reading:
        assert reading.app.left().places["access"].stop == "finding:access/prices"


async def test_the_hint_goes_with_the_first_key(small: Briefing, run: Run) -> None:
    async with run(small, greeting=frame.hint()) as reading:
        assert reading.rows[-1].rstrip().endswith("New here? Press ?")
        await reading.press("j")
        assert "New here" not in reading.text
    async with run(small, 40, 15, greeting=frame.hint()) as reading:
        assert reading.rows[-1].startswith(" ? help")
        assert reading.rows[-1].rstrip().endswith("New here? Press ?")
    async with run(small, 120, 40, greeting=frame.hint()) as reading:
        assert reading.rows[-1].rstrip().endswith("New here? ? explains this screen and its keys")
        assert "q quit" in reading.rows[-1]


def visit(briefing: Briefing, monkeypatch: pytest.MonkeyPatch, keys: list[str], **options: Any) -> tuple[BriefApp, tuple[str, ...]]:
    """Read a brief as from the command line, with keys that are pressed, without a terminal; return the app and its greeting."""
    made: list[BriefApp] = []
    greetings: list[tuple[str, ...]] = []

    def run_headless(app: BriefApp, **_options: object) -> None:
        import asyncio

        made.append(app)
        greetings.append(app.navigator.greeting)

        async def read() -> None:
            async with app.run_test(size=(80, 24)) as pilot:
                await pilot.pause()
                await pilot.press(*keys)
                await pilot.pause()

        asyncio.run(read())

    monkeypatch.setattr(BriefApp, "run", run_headless)
    start.run(briefing, **options)
    return made[0], greetings[0]


def test_what_is_kept(small: Briefing, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    _app, greeting = visit(small, monkeypatch, ["3", "t", "down", "enter", "q"], kept=state.load())
    assert greeting == frame.hint()
    kept = state.load()
    assert kept.hinted
    assert kept.theme == "kz-light"
    assert kept.briefs[state.key(small.path)].tab == "content"
    app, greeting = visit(small, monkeypatch, ["q"], kept=kept)
    assert greeting == ()
    assert app.left().tab == "content"
    app, _greeting = visit(small, monkeypatch, ["q"], kept=state.load(), at="rights")
    assert app.left().tab == "rights"
    app, _greeting = visit(small, monkeypatch, ["q"], kept=state.load(), fresh=True)
    assert app.left().tab == "dashboard"
    assert state.load().briefs[state.key(small.path)].tab == "dashboard"


def test_nothing_is_kept_where_nothing_is_to_be(small: Briefing, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    _app, greeting = visit(small, monkeypatch, ["3", "q"], kept=None)
    assert greeting == ()
    assert not list(tmp_path.iterdir())


def test_a_hint_that_could_come_back_is_not_given(small: Briefing, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", "/dev/null")
    assert visit(small, monkeypatch, ["q"], kept=State())[1] == ()


def test_a_notice_goes_before_the_hint(small: Briefing, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    assert visit(small, monkeypatch, ["q"], kept=State(), notice=("settings are faulty",))[1] == ("settings are faulty",)
    assert not state.load().hinted


def test_a_place_where_it_failed_is_not_kept(small: Briefing, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))

    def fail(app: BriefApp, **_options: object) -> None:
        app._return_code = 1

    monkeypatch.setattr(BriefApp, "run", fail)
    assert start.run(small, kept=State(hinted=True)) == 1
    assert not state.load().briefs


def test_restoring_needs_no_page(small: Briefing) -> None:
    navigator = Navigator(small, UNICODE)
    place = Place("finding:access/prices", None, 2)
    assert navigator.restore(Left("access", {"access": place})) == place
    assert navigator.left(place) == Left("access", {"access": place})
