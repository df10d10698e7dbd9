"""Another brief in the place of the one that is read."""

from __future__ import annotations

from kzbrief.brief.briefing import Briefing
from kzbrief.output.glyphs import ASCII, UNICODE
from kzbrief.tui.navigator import Navigator
from kzbrief.tui.page import Place

from .conftest import Run


async def test_another_brief_takes_the_place_of_the_one_that_is_read(small: Briefing, long: Briefing, run: Run) -> None:
    async with run(long) as reading:
        await reading.press("2", "j", "j", "tab", "enter")
        assert "══ Source" in reading.text
        navigator = Navigator(small, UNICODE)
        navigator.open = navigator.tab_of("rights")
        reading.app.read(navigator, Place("finding:rights/blogger-fined"))
        await reading.pilot.pause()
        assert "══ Source" not in reading.text
        assert "Borduria" in reading.rows[0]
        assert "4 Rights" in reading.rows[1]
        assert reading.current == "finding:rights/blogger-fined"
        assert "finding 2 of" in reading.rows[-1]
        # Keys, references and the palette speak of it.
        await reading.press("tab", "enter")
        assert "══ Source" in reading.text
        await reading.press("escape", "ctrl+p", *"borduria", "enter")
        assert "══ Source 4" in reading.text
        assert reading.app.left().tab == "rights"


async def test_the_first_brief_comes_back_where_it_was(small: Briefing, long: Briefing, run: Run) -> None:
    async with run(long) as reading:
        await reading.press("2", *["j"] * 12)
        before, navigator, place = reading.text, reading.app.navigator, reading.screen.reader.place
        reading.app.read(Navigator(small, UNICODE))
        await reading.pilot.pause()
        assert "[1 Dashboard]" in reading.rows[1]
        reading.app.read(navigator, place)
        await reading.pilot.pause()
        assert reading.text == before


def test_a_navigator_for_ascii_spells_the_brief_so(small: Briefing) -> None:
    assert Navigator(small, UNICODE).briefing is small
    assert str(Navigator(small, ASCII).briefing.brief.sections).isascii()
