"""All countries of an edition in the app: from the dashboard, by key and by the palette, each total with its source."""

from __future__ import annotations

import pytest

from kzbrief.brief.briefing import Briefing, load
from kzbrief.output.glyphs import UNICODE
from kzbrief.output.lines import line_width
from kzbrief.tui.pages.standing import standing_page

from .conftest import Run


@pytest.fixture(scope="module")
def kazakhstan() -> Briefing:
    return load("kazakhstan-2011")


async def test_the_table_has_every_total_with_ties_and_both_values_of_a_dispute(kazakhstan: Briefing, run: Run) -> None:
    async with run(kazakhstan, 80, 60) as reading:
        await reading.press("S")
        said = reading.text
        assert "══ Among the 37 countries of Freedom on the Net 2011 ═" in said
        assert "Totals as published, 0 is best" in said
        assert "25=  Kazakhstan        55" in said
        assert "25=  Pakistan          55" in said
        eesti, almeida, dataset = map(kazakhstan.index.label, ("eesti-2011", "almeida-2011", "da2i"))
        assert f"18 [{eesti}, {almeida}]  elsewhere 17 [{dataset}]" in said


async def test_enter_opens_the_source_of_a_total_and_escape_comes_back_to_its_row(kazakhstan: Briefing, run: Run) -> None:
    async with run(kazakhstan, 80, 24) as reading:
        await reading.press("S", "j", "j", "j", "j")
        sheet = reading.screen.sheet.reader
        assert sheet.cursor.current
        assert sheet.cursor.current.id == "country:AU"
        await reading.press("tab", "tab", "tab", "enter")
        assert f"══ Source {kazakhstan.index.label('da2i')} ═" in reading.text
        await reading.press("escape")
        assert sheet.cursor.current
        assert sheet.cursor.current.id == "country:AU"
        await reading.press("escape")
        assert "[1 Dashboard]" in reading.rows[1]
        assert not reading.screen.sheet.sheet


async def test_the_dashboard_leads_to_it_and_so_does_the_palette(kazakhstan: Briefing, run: Run) -> None:
    async with run(kazakhstan, 100, 40) as reading:
        reading.screen.reader.move(lambda: reading.screen.reader.cursor.find("standing"))
        await reading.press("enter")
        assert "══ Among the 37 countries" in reading.text
        await reading.press("escape", "ctrl+p", *"among all of its", "enter")
        assert "══ Among the 37 countries" in reading.text


async def test_where_there_is_no_table_it_is_said(run: Run) -> None:
    async with run(load("iceland-2023"), 80, 24) as reading:
        await reading.press("S")
        assert "no table of the countries of Freedom on the Net 2023 is known" in reading.text
        assert "there are tables of 2009, 2011" in " ".join(reading.text.split())
        assert not reading.screen.sheet.sheet


@pytest.mark.parametrize("width", [40, 60, 80, 109, 110, 120, 160])
def test_no_line_is_wider_than_the_page(kazakhstan: Briefing, width: int) -> None:
    page = standing_page(kazakhstan, width, UNICODE)
    assert all(line_width(line) <= width for line in page.lines)
    assert sum(stop.id.startswith("country:") for stop in page.stops) == 37
    assert all(stop.goto.startswith("source:") for stop in page.stops)
