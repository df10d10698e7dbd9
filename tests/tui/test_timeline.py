"""The tab of the timeline: a place of its own, with commands, help and footer."""

from __future__ import annotations

import pytest

from kzbrief import commands
from kzbrief.brief.briefing import Briefing, load

from .conftest import Run


@pytest.fixture(scope="module")
def kazakhstan() -> Briefing:
    return load("kazakhstan-2011")


async def test_it_is_a_place_of_its_own(kazakhstan: Briefing, run: Run) -> None:
    assert "timeline" in commands.PAGES
    async with run(kazakhstan, 100, 30) as reading:
        await reading.press("5")
        assert reading.screen.where == "timeline"
        assert reading.rows[-1].startswith(" ? help   Tab next   Enter open   s sources")
        count = len(kazakhstan.brief.events)
        assert reading.rows[-1].rstrip().endswith(f"event 1 of {count}")
        await reading.press("j", "j")
        assert reading.rows[-1].rstrip().endswith(f"event 3 of {count}")
        await reading.press("end")
        assert "event" not in reading.rows[-1]


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_tab_in_a_source_passes_over_what_has_no_source(kazakhstan: Briefing, run: Run, size: tuple[int, int]) -> None:
    async with run(kazakhstan, *size) as reading:
        await reading.press("5")
        cursor = reading.screen.reader.cursor
        while not cursor.ref.startswith("source:"):
            assert cursor.next()
        reading.screen.reader.refresh()
        await reading.press("enter")
        seen = [cursor.ref]
        for _press in range(200):
            before = cursor.stop, cursor.spot
            await reading.press("tab")
            if (cursor.stop, cursor.spot) == before:
                break
            seen.append(reading.ref)
            assert reading.text.count("══ Source ") == 1
            assert reading.screen.sheet.sheet.key == reading.ref.partition(":")[2]  # type: ignore[union-attr]
        assert len(seen) > 3
        assert all(ref.startswith("source:") for ref in seen)
        assert "no citation follows on this tab" in reading.rows[-1]
        for ref in reversed(seen[:-1]):
            await reading.press("shift+tab")
            assert reading.ref == ref


async def test_enter_goes_to_the_finding_and_esc_comes_back(small: Briefing, run: Run) -> None:
    async with run(small) as reading:
        await reading.press("5", "enter")
        assert reading.current == "finding:rights/internet-act"
        await reading.press("escape")
        assert reading.current == "event:law-passed"
        assert "[5 Timeline]" in reading.rows[1]
