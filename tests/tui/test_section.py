"""Reading a section: moving, citations, the place that is kept."""

from __future__ import annotations

import pytest
from textual.events import MouseScrollDown

from kzbrief.brief.briefing import Briefing

from .conftest import Reading, Run


def in_view(reading: Reading) -> bool:
    """Whether the mark of what is current, or the citation that is, stands on the screen."""
    cursor = reading.screen.reader.cursor
    assert cursor.current
    line = cursor.page.spots[cursor.spot].line if cursor.spot is not None else cursor.current.top
    return cursor.top <= line < cursor.top + cursor.room


async def test_the_first_finding_is_current_and_marked(small: Briefing, run: Run) -> None:
    async with run(small) as reading:
        await reading.press("2")
        assert reading.current == "finding:access/carrier"
        assert reading.rows[reading.row_of("One state carrier")].startswith(" > One state carrier")
        assert reading.rows[-1].rstrip().endswith("finding 1 of 2")


@pytest.mark.parametrize(("down", "up"), [("j", "k"), ("down", "up")])
async def test_arrows_and_letters_walk_the_findings(small: Briefing, run: Run, down: str, up: str) -> None:
    async with run(small) as reading:
        await reading.press("2", down)
        assert reading.current == "finding:access/prices"
        await reading.press(down)
        assert reading.current == "finding:access/prices"
        await reading.press(up)
        assert reading.current == "finding:access/carrier"


async def test_every_finding_is_reached_and_in_view(long: Briefing, run: Run) -> None:
    async with run(long) as reading:
        await reading.press("2")
        seen = [reading.current]
        for _press in range(200):
            await reading.press("j")
            assert reading.screen.reader.cursor.current
            if reading.current != seen[-1]:
                assert in_view(reading)
                seen.append(reading.current)
            elif seen[-1].endswith("-30"):
                break
        assert seen == [f"finding:access/number-{number}" for number in range(1, 31)]


async def test_a_tall_finding_is_read_by_lines(long: Briefing, run: Run) -> None:
    async with run(long) as reading:
        await reading.press("2", *["j"] * 9)
        cursor = reading.screen.reader.cursor
        assert reading.current == "finding:access/number-10"
        top = cursor.top
        await reading.press("j")
        assert (reading.current, cursor.top) == ("finding:access/number-10", top + 1)
        await reading.press("k")
        assert (reading.current, cursor.top) == ("finding:access/number-10", top)


async def test_a_page_key_makes_the_first_headline_in_view_current(long: Briefing, run: Run) -> None:
    async with run(long) as reading:
        await reading.press("2", "pagedown")
        cursor = reading.screen.reader.cursor
        first = next(stop for stop in cursor.page.stops if stop.top >= cursor.top)
        assert reading.current == first.id != "finding:access/number-1"
        await reading.press("pageup")
        assert reading.current == "finding:access/number-1"
        await reading.press("space")
        assert reading.current == first.id


async def test_beginning_and_end(long: Briefing, run: Run) -> None:
    async with run(long) as reading:
        await reading.press("2", "G")
        assert reading.current == "finding:access/number-30"
        assert in_view(reading)
        await reading.press("g")
        assert reading.current == "finding:access/number-1"
        assert reading.screen.reader.cursor.top == 0
        await reading.press("end")
        assert reading.current == "finding:access/number-30"
        await reading.press("home")
        assert reading.current == "finding:access/number-1"


async def test_tab_walks_all_citations_in_order_always_in_view(long: Briefing, run: Run) -> None:
    async with run(long) as reading:
        await reading.press("2")
        refs = []
        for _press in range(30):
            await reading.press("tab")
            refs.append(reading.ref)
            assert in_view(reading)
        assert refs == [f"cite:{number}" for number in range(30)]
        await reading.press("tab")
        assert reading.ref == "cite:29"
        assert "no citation follows" in reading.rows[-1]
        await reading.press("shift+tab")
        assert reading.ref == "cite:28"


async def test_several_citations_in_one_finding(small: Briefing, run: Run) -> None:
    async with run(small) as reading:
        await reading.press("2", "tab", "tab", "tab")
        assert reading.ref == "cite:2"
        assert "[3, 2]" in reading.text
        await reading.press("j")
        assert reading.current == "finding:access/prices"
        assert reading.screen.reader.cursor.spot is None


async def test_a_finding_without_a_source_says_so(small: Briefing, run: Run) -> None:
    for width in (40, 80, 100):
        async with run(small, width, 24) as reading:
            await reading.press("4")
            assert "-- no source in the report" in reading.text
            await reading.press("enter")
            assert "no source in the report" in reading.rows[-1]
            assert not reading.screen.sheet.sheet


async def test_author_text_in_brackets_stays(small: Briefing, run: Run) -> None:
    async with run(small) as reading:
        await reading.press("4")
        assert "[sic]" in reading.text


async def test_a_remark_stands_at_its_finding_in_full(small: Briefing, run: Run) -> None:
    async with run(small) as reading:
        await reading.press("2")
        row = reading.row_of("! The share is given in the present tense")
        assert reading.row_of("One state carrier") < row < reading.row_of("A connection costs")
        assert "[1]." in reading.rows[row + 1] or "[1]." in reading.rows[row]


async def test_sidenotes_stand_in_the_margin_from_100_columns(small: Briefing, run: Run) -> None:
    async with run(small, 100, 30) as reading:
        await reading.press("2", "tab")
        row = reading.rows[reading.row_of("One state carrier")]
        assert row.startswith("  > One state carrier holds half the market")
        assert row[67:].startswith("> 1 Sztohó, Lines, 30 Sept.")
        await reading.press("tab")
        assert not reading.rows[reading.row_of("One state carrier")][67:].startswith(">")
        assert ">" in {row[67:68] for row in reading.rows[4:-1]}


async def test_sources_stand_at_the_foot_of_a_narrow_screen(small: Briefing, run: Run) -> None:
    async with run(small, 80, 24) as reading:
        await reading.press("2")
        assert reading.rows[-4].strip() == "" or reading.rows[-4].startswith("   1 Sztohó")
        assert "3 Sztohó" in reading.text
        await reading.press("j")
        assert reading.rows[-2].startswith("   2 Telecommunications Agency")
    async with run(small, 80, 19) as reading:
        await reading.press("2", "j")
        assert not reading.rows[-2].startswith("   2 ")


async def test_topics_stand_at_the_left_of_a_very_wide_screen(long: Briefing, run: Run) -> None:
    async with run(long, 150, 40) as reading:
        await reading.press("2")
        assert reading.rows[3].startswith("  Topics")
        assert reading.rows[6].startswith("  Topic 1")
        await reading.press("pagedown")
        assert reading.rows[3].startswith("  Topics")
        await reading.pilot.click(offset=(4, reading.row_of("Topic 4")))
        await reading.pilot.pause()
        assert reading.current == "finding:access/number-24"


async def test_the_place_is_kept_on_each_tab(long: Briefing, run: Run) -> None:
    async with run(long) as reading:
        await reading.press("2", "pagedown", "pagedown", "tab")
        before = reading.text
        await reading.press("1", "j", "3", "2")
        assert reading.text == before


async def test_the_place_outlives_other_sizes_of_the_window(long: Briefing, run: Run) -> None:
    async with run(long, 120, 40) as reading:
        await reading.press("2", "pagedown", "pagedown", "tab", "tab")
        before, place = reading.text, (reading.current, reading.ref)
        for size in ((80, 24), (40, 15), (100, 30)):
            await reading.resize(*size)
            assert (reading.current, reading.ref) == place
            assert in_view(reading)
        await reading.resize(120, 40)
        assert reading.text == before


async def test_the_place_inside_a_tall_finding_outlives_other_sizes(long: Briefing, run: Run) -> None:
    async with run(long, 80, 24) as reading:
        await reading.press("2", *["j"] * 24)
        cursor = reading.screen.reader.cursor
        assert reading.current == "finding:access/number-10"
        stop = cursor.current
        assert stop
        share = (cursor.top - stop.top) / (stop.bottom - stop.top)
        await reading.resize(44, 30)
        stop = cursor.current
        assert stop
        assert stop.id == "finding:access/number-10"
        assert abs((cursor.top - stop.top) / (stop.bottom - stop.top) - share) < 0.05


async def test_the_wheel_moves_the_page_and_hands_the_mark_over(long: Briefing, run: Run) -> None:
    async with run(long) as reading:
        await reading.press("2")
        for _notch in range(6):
            await reading.pilot._post_mouse_events([MouseScrollDown], offset=(10, 10))
        await reading.pilot.pause()
        assert reading.screen.reader.cursor.top == 18
        assert reading.current != "finding:access/number-1"


async def test_a_click_on_a_finding_makes_it_current(long: Briefing, run: Run) -> None:
    async with run(long) as reading:
        await reading.press("2")
        await reading.pilot.click(offset=(10, reading.row_of("Finding 3")))
        await reading.pilot.pause()
        assert reading.current == "finding:access/number-3"


async def test_a_start_at_a_finding(long: Briefing, run: Run) -> None:
    async with run(long, at="access/number-20") as reading:
        assert reading.current == "finding:access/number-20"
        assert "[2 Access]" in reading.rows[1]


async def test_a_key_finding_leads_to_its_place_and_esc_back(small: Briefing, run: Run) -> None:
    async with run(small) as reading:
        assert reading.current == "key:access/carrier"
        await reading.press("enter")
        assert reading.current == "finding:access/carrier"
        assert "[2 Access]" in reading.rows[1]
        await reading.press("escape")
        assert "[1 Dashboard]" in reading.rows[1]
        assert reading.current == "key:access/carrier"
        await reading.press("]")
        assert reading.current == "finding:access/carrier"
        await reading.press("[")
        assert "[1 Dashboard]" in reading.rows[1]
