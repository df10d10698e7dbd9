"""What goes on in steps goes on to the end, although Textual's timers may leave out a call."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from textual.message_pump import MessagePump
from textual.timer import Timer

from kzbrief.brief.briefing import Briefing, load

from .conftest import Reading, Run


@pytest.fixture(autouse=True)
def _busy(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine that is so busy that every call of a short timer is left out."""
    usual = MessagePump.set_timer

    def set_timer(pump: MessagePump, delay: float, callback: Callable[[], None] | None = None, **given: Any) -> Timer:
        return usual(pump, delay, callback if delay > 0.5 else None, **given)

    monkeypatch.setattr(MessagePump, "set_timer", set_timer)


async def until(reading: Reading, done: Callable[[], bool]) -> bool:
    for _pause in range(300):
        if done():
            return True
        await reading.pilot.pause(0.02)
    return False


async def test_all_briefs_are_read_for_a_search_and_for_the_list(run: Run) -> None:
    async with run(load("iran-2013")) as reading:
        for key in ("b", "ctrl+g"):
            await reading.press(key)
            sheet = reading.screen.sheet.sheet
            assert await until(reading, lambda: not sheet.shelf.waiting)  # type: ignore[union-attr]  # noqa: B023
            await reading.press("escape")


async def test_the_brief_is_read_for_a_search(run: Run) -> None:
    async with run(load("kazakhstan-2011")) as reading:
        await reading.press("slash")
        assert await until(reading, lambda: not reading.screen.searching._current().waiting)


async def test_a_long_page_grows(long: Briefing, run: Run) -> None:
    async with run(long, at="access") as reading:
        assert await until(reading, lambda: not reading.screen.reader.cursor.page.rest)
