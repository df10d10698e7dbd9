"""The app without a terminal: a small brief, a long one, and what stands on the screen as text."""

from __future__ import annotations

import asyncio
import gc
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest
import textual.app
import textual.pilot
from textual.pilot import Pilot

from kzbrief.brief.briefing import Briefing, load
from kzbrief.output import themes
from kzbrief.output.glyphs import UNICODE, Glyphs
from kzbrief.state import Left
from kzbrief.tui.app import BriefApp
from kzbrief.tui.navigator import Navigator
from kzbrief.tui.screens.reading import ReadingScreen
from kzbrief.tui.start import USUAL_THEME
from tests.unit.sample import brief, finding

DATA = Path(__file__).parents[1] / "data"
_PATIENCE = 20.0
"""Seconds after which a wait is given up: far more than any of them takes."""
_TURNS = 3
"""Rounds of the loop in which nothing may want to run: what ends one task begins another a round later."""
WORDS = "The carrier that belongs to the state rents its lines to all others and sets the price for them every year. "


async def _all_done(*_times: float) -> None:
    """Wait until nothing of the app wants to run: no task but for the one of the test is ready.

    Textual waits in steps of 20 ms for its process to be idle instead, which takes most of the time of a test, and on a busy machine may
    be over before the app has done its work. What waits for a timer or a thread is awaited by tests themselves, by what comes of it.
    """
    ready = asyncio.get_running_loop()._ready
    idle = 0
    while idle < _TURNS:
        await asyncio.sleep(0)
        idle = 0 if ready else idle + 1


@pytest.fixture(scope="session", autouse=True)
def _what_stays() -> None:
    """Leave what was there before the first app out of what is collected after each."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def _one_app_after_another(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Wait for an app as above, and let its memory go: outside of tests it lives as long as its process."""
    for module in (textual.app, textual.pilot):
        monkeypatch.setattr(module, "wait_for_idle", _all_done)
    monkeypatch.setattr(gc, "freeze", lambda: None)
    yield
    gc.collect()


async def until(pilot: Pilot[None], reached: Callable[[], object]) -> None:
    """Wait until something is so that a timer or a thread brings about. AssertionError when it does not come."""
    end = time.monotonic() + _PATIENCE
    while not reached():
        assert time.monotonic() < end, f"not so in {_PATIENCE} s"
        await pilot.pause(0.005)
    await pilot.pause()


class Reading:
    """An app that runs, as tests see it."""

    def __init__(self, app: BriefApp, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    @property
    def screen(self) -> ReadingScreen:
        """The screen."""
        assert isinstance(self.app.screen, ReadingScreen)
        return self.app.screen

    @property
    def rows(self) -> list[str]:
        """What stands on the screen, row by row."""
        return ["".join(segment.text for segment in strip) for strip in self.app.screen._compositor.render_strips()]

    @property
    def text(self) -> str:
        """What stands on the screen."""
        return "\n".join(row.rstrip() for row in self.rows)

    @property
    def current(self) -> str:
        """Id of the current stop."""
        stop = self.screen.reader.cursor.current
        return stop.id if stop else ""

    @property
    def ref(self) -> str:
        """What Enter opens."""
        return self.screen.reader.cursor.ref

    async def press(self, *keys: str) -> None:
        """Press keys, and wait until all is drawn."""
        for key in keys:
            await self.pilot.press(key)
        await self.pilot.pause()

    async def until(self, reached: Callable[[], object]) -> None:
        """Wait until something is so that a timer or a thread brings about."""
        await until(self.pilot, reached)

    async def resize(self, width: int, height: int) -> None:
        """Give the window another size."""
        await self.pilot.resize_terminal(width, height)
        # Textual takes only the last size of several within a moment.
        await self.until(lambda: self.screen._compositor.size == (width, height))

    def row_of(self, words: str) -> int:
        """Number of the first row that has the words."""
        return next(number for number, row in enumerate(self.rows) if words in row)


Run = Callable[..., AbstractAsyncContextManager[Reading]]


@pytest.fixture
def small() -> Briefing:
    """A brief with one of everything."""
    return load(DATA / "small.toml")


@pytest.fixture
def long(small: Briefing) -> Briefing:
    """A brief with 30 findings in its only section; every one cites, the tenth is taller than a screen."""
    rows = [
        finding(
            f"number-{number}",
            WORDS * (40 if number == 10 else 2) + f"[@work-{number % 3}]",
            headline=f"Finding {number}",
            topic=f"Topic {number // 6}",
        )
        for number in range(1, 31)
    ]
    sources = {
        f"work-{number}": {"type": "article", "title": f"Work {number}", "date": "2009", "notes": [number + 1]} for number in range(3)
    }
    made = brief({"access": rows}, sources=sources, edition=[{"year": 2011, "role": "this", "total": 55, "scores": {"access": 16}}])
    data = Briefing("long.toml", made, small.method)
    section = made.sections[0]
    import msgspec

    with_category = msgspec.structs.replace(section, category="access")
    return Briefing(data.path, msgspec.structs.replace(made, sections=[with_category]), small.method)


@pytest.fixture
def run() -> Run:
    """Run the app on a brief in a window of a size."""

    @asynccontextmanager
    async def running(
        briefing: Briefing | Navigator,
        width: int = 80,
        height: int = 24,
        *,
        at: str | None = None,
        left: Left | None = None,
        theme: str = USUAL_THEME,
        glyphs: Glyphs = UNICODE,
        greeting: tuple[str, ...] = (),
        watched: bool = False,
    ) -> AsyncIterator[Reading]:
        navigator = Navigator(briefing, glyphs) if isinstance(briefing, Briefing) else briefing
        place = navigator.restore(left) if left else navigator.start(at)
        navigator.greeting = greeting
        app = BriefApp(navigator, themes.load(theme), place, watched=watched)
        async with app.run_test(size=(width, height)) as pilot:
            await pilot.pause()
            while not app.screen.query("#prompt"):  # it comes once the first screen is there
                await pilot.pause(0.005)
            yield Reading(app, pilot)

    return running
