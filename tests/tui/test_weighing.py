"""The evidence and the comparison in the app."""

from __future__ import annotations

import pytest

from kzbrief.brief.briefing import Briefing, load
from kzbrief.tui.choosing_sheet import ChoosingSheet
from kzbrief.tui.comparison_sheet import ComparisonSheet

from .conftest import Reading, Run


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


async def choosing(reading: Reading) -> ChoosingSheet:
    """The list of briefs to compare with, once all have been read."""
    await reading.press("c")
    sheet = reading.screen.sheet.sheet
    assert isinstance(sheet, ChoosingSheet)
    await reading.until(lambda: not sheet.shelf.waiting)
    return sheet


async def test_a_brief_is_put_beside_the_one_that_is_read(opened: Briefing, run: Run) -> None:
    async with run(opened, 80, 24) as reading:
        await reading.press("2", "j")
        before = reading.text
        await choosing(reading)
        assert "══ Compare Kazakhstan 2011 with ═" in reading.text
        assert "Enter compare" in reading.rows[-1]
        assert "Tab choose" in reading.rows[-1]
        await reading.press(*"kazakhstan 2025", "enter")
        assert "══ Kazakhstan 2011 and Kazakhstan 2025" in reading.text
        assert "The scales run in opposite directions" in reading.text
        await reading.press("escape")
        assert reading.text == before


async def test_several_are_chosen_and_compared_at_once_and_others_after_them(opened: Briefing, run: Run) -> None:
    async with run(opened, 100, 40) as reading:
        await choosing(reading)
        await reading.press("tab", *"2025", "tab")
        assert "2 chosen ═" in reading.text
        assert " > [ ] Uzbekistan 2025" in reading.text, "the next one is current"
        await reading.press("enter")
        assert "══ Kazakhstan 2011, Brazil 2011 and Kazakhstan 2025 ═" in reading.text
        totals = reading.text.partition("Totals, as published")[2]
        assert "Kazakhstan 2011  55 of 100 (0 is best) - Partly Free" in totals
        assert "Brazil 2011      29 of 100 (0 is best) - Free" in totals
        assert "Kazakhstan 2025  37 of 100 (100 is best) - Not Free" in totals
        assert "Uzbekistan" not in totals.partition("Points away")[0].replace("Uzbekistan.", "")
        sheet = await choosing(reading)
        assert "[x] Brazil 2011" in reading.text
        await reading.press("tab")
        assert "[ ] Brazil 2011" in reading.text
        assert len(sheet.chosen) == 1
        await reading.press("enter")
        assert "══ Kazakhstan 2011 and Kazakhstan 2025 ═" in reading.text


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (40, 15)])
async def test_a_click_on_the_sign_chooses_and_one_on_the_name_compares(opened: Briefing, run: Run, size: tuple[int, int]) -> None:
    async with run(opened, *size) as reading:
        sheet = await choosing(reading)
        await reading.pilot.click(offset=(4, reading.row_of("Iran 2013")))
        await reading.pilot.pause()
        assert "[x] Iran 2013" in reading.text
        assert [path.rpartition("/")[2] for path in sheet.chosen] == ["iran-2013.toml"]
        await reading.pilot.click(offset=(10, reading.row_of("Brazil 2011")))
        await reading.pilot.pause()
        assert "Kazakhstan 2011" in reading.text
        shown = reading.screen.sheet.sheet
        assert isinstance(shown, ComparisonSheet)
        assert [other.brief.brief.id for other in shown.others] == ["iran-2013", "brazil-2011"]


async def test_a_brief_is_not_compared_with_itself(opened: Briefing, run: Run) -> None:
    async with run(opened, 80, 24) as reading:
        sheet = await choosing(reading)
        assert "Kazakhstan 2025" in reading.text
        assert all(item.path.rpartition("/")[2] != "kazakhstan-2011.toml" for item in sheet.listed())
