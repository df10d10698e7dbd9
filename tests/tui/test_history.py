"""Back and forward over all jumps."""

from __future__ import annotations

import pytest

from kzbrief.brief.briefing import Briefing, load

from .conftest import Reading, Run


def here(reading: Reading) -> tuple[int, str, str]:
    cursor = reading.screen.reader.cursor
    return reading.screen.navigator.open + 1, reading.current, reading.ref if cursor.spot is not None else ""


@pytest.mark.parametrize("back", ["escape", "["])
async def test_esc_and_the_bracket_go_back_over_every_kind_of_jump(small: Briefing, run: Run, back: str) -> None:
    async with run(small, 80, 40) as reading:
        way = [here(reading)]
        for keys in (
            ("enter",),  # a key finding
            ("tab", "enter", "right", "enter"),  # another place of its source
            ("3",),  # a tab
            ("s",),  # the list of sources
            ("ctrl+p", *"parliament passes", "enter"),  # what the palette finds
            ("enter",),  # the finding of an event
        ):
            await reading.press(*keys)
            way.append(here(reading))
        assert len(set(way)) == len(way)
        for place in reversed(way[:-1]):
            await reading.press(back)
            assert here(reading)[:2] == place[:2]
        if back == "[":
            await reading.press("[")
            assert "nothing to go back to" in reading.rows[-1]
        for place in way[1:]:
            await reading.press("]")
            assert here(reading)[:2] == place[:2]
        await reading.press("]")
        assert "nothing to go forward to" in reading.rows[-1]


async def test_a_new_jump_forgets_the_way_forward(small: Briefing, run: Run) -> None:
    async with run(small) as reading:
        await reading.press("2", "[", "3", "]")
        assert "nothing to go forward to" in reading.rows[-1]
        assert here(reading)[0] == 3


async def test_the_tab_that_is_open_is_no_jump(small: Briefing, run: Run) -> None:
    async with run(small) as reading:
        await reading.press("2", "2", "2", "[")
        assert here(reading)[0] == 1


async def test_esc_closes_a_sheet_before_it_goes_back(small: Briefing, run: Run) -> None:
    async with run(small) as reading:
        await reading.press("2", "tab", "enter", "escape")
        assert here(reading)[:2] == (2, "finding:access/carrier")
        await reading.press("escape")
        assert here(reading)[0] == 1


async def test_jumps_on_the_dashboard_itself(run: Run) -> None:
    async with run(load("kazakhstan-2011"), 80, 24) as reading:
        start = here(reading)
        await reading.press("up", "enter")
        assert reading.current.startswith("finding:introduction/")
        await reading.press("escape")
        assert here(reading) == (1, "further", "")
        await reading.press(*["down"] * 6)
        assert reading.current == "later"
        await reading.press("enter")
        assert reading.current == "editions"
        await reading.press("[")
        assert reading.current == "later"
        while reading.current != "evidence":
            await reading.press("j")
        await reading.press("enter")
        assert "══ What the findings rest on" in reading.text
        await reading.press("escape")
        assert here(reading) == (1, "evidence", "")
        assert start[0] == 1
