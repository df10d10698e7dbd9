"""The evidence and the comparison in the app."""

from __future__ import annotations

import pytest

from kzbrief.brief.briefing import Briefing, load
from kzbrief.tui.briefs_sheet import BriefsSheet

from .conftest import Run


@pytest.fixture
def opened() -> Briefing:
    return load("kazakhstan-2011")


async def test_a_count_unfolds_its_findings_and_leads_to_one(opened: Briefing, run: Run) -> None:
    async with run(opened, 100, 40) as reading:
        await reading.press("v", "j")
        row = reading.rows[reading.row_of("a single source")]
        assert row.strip().startswith("> a single source")
        assert " 50 " in row
        assert "A ministry created in 2010" not in reading.text
        await reading.press("enter")
        assert "A ministry created in 2010" in reading.text
        await reading.press("enter")
        assert "A ministry created in 2010" not in reading.text
        await reading.press("enter", "j", "enter")
        assert "What the findings rest on ═" not in reading.text
        assert reading.current.startswith("finding:")
        assert "> A ministry created in 2010" in reading.text
        await reading.press("[")
        assert "[1 Dashboard]" in reading.rows[1]


async def test_the_dashboard_leads_to_it(opened: Briefing, run: Run) -> None:
    async with run(opened, 100, 40) as reading:
        reading.screen.reader.move(lambda: reading.screen.reader.cursor.find("evidence"))
        await reading.press("enter")
        assert "══ What the findings rest on" in reading.text


async def test_a_brief_is_put_beside_the_one_that_is_read(opened: Briefing, run: Run) -> None:
    async with run(opened, 80, 24) as reading:
        await reading.press("2", "j")
        before = reading.text
        await reading.press("c")
        assert "══ Compare with" in reading.text
        sheet = reading.screen.sheet.sheet
        assert isinstance(sheet, BriefsSheet)
        while sheet.shelf.waiting:
            await reading.pilot.pause(0.02)
        await reading.press(*"kazakhstan 2025", "enter")
        assert "══ Kazakhstan 2011 and Kazakhstan 2025" in reading.text
        assert "The scales run in opposite directions" in reading.text
        await reading.press("escape")
        assert reading.text == before


async def test_a_brief_is_not_compared_with_itself(opened: Briefing, run: Run) -> None:
    async with run(opened, 80, 24) as reading:
        await reading.press("c", "enter")
        assert "this is the brief that you read" in reading.rows[-1]
