"""The sheet of a source, and the list of sources."""

from __future__ import annotations

import pytest

from kzbrief.brief.briefing import Briefing, load

from .conftest import Run


@pytest.mark.parametrize("size", [(40, 15), (80, 24), (100, 30), (120, 40)])
async def test_enter_opens_the_source_and_esc_goes_back_to_the_same_line(long: Briefing, run: Run, size: tuple[int, int]) -> None:
    async with run(long, *size) as reading:
        await reading.press("2", "pagedown", "tab")
        before = reading.text
        await reading.press("enter")
        assert "══ Source" in reading.text
        rows = [number for number, row in enumerate(reading.rows) if row.startswith("══ Source")]
        if size[1] >= 20:
            assert rows[0] >= size[1] - 1 - size[1] // 2
            assert any(row.lstrip().startswith("> ") for row in reading.rows[3 : rows[0]]), "the claim is not in view"
        else:
            assert rows == [1]
        await reading.press("escape")
        assert reading.text == before


async def test_the_text_moves_only_where_the_claim_would_be_hidden(long: Briefing, run: Run) -> None:
    async with run(long) as reading:
        await reading.press("2", "tab")
        top = reading.screen.reader.cursor.top
        await reading.press("enter")
        assert reading.screen.reader.cursor.top == top
        await reading.press("escape", "tab", "tab")
        before = reading.text
        await reading.press("enter")
        assert reading.screen.reader.cursor.top > top
        await reading.press("escape")
        assert reading.text == before


async def test_all_that_is_known_is_shown(small: Briefing, run: Run) -> None:
    async with run(small, 80, 40) as reading:
        await reading.press("2", "tab", "enter")
        sheet = reading.text[reading.text.index("══ Source 1") :]
        assert "article, in Russian ══" in sheet
        order = [
            "Рынок связи",
            "[The Market of Lines]",
            "Pál Sztohó, Lines, 30 September 2006",
            "dated 2006, 5 calendar years before the edition of 2011",
            "Cited in",
            "http://lines.example/market",
        ]
        places = [sheet.index(words) for words in order]
        assert places == sorted(places)
        assert "perhaps; this address has not been tried" in sheet
        assert "https://web.archive.org/web/20100804/http://lines.example/market" in sheet
        assert "an independent observer" in sheet
        assert "1, 3 in the printed report" in sheet
        assert "! The share is given in the present tense" in sheet


async def test_what_fits_two_works_shows_both(small: Briefing, run: Run) -> None:
    async with run(small, 80, 60) as reading:
        await reading.press("3", "tab", "enter")
        assert "══ Source 5" in reading.text
        assert "The report does not say which: source 4 or source *" in reading.text
        assert "Country Profile: Borduria" in reading.text
        assert "Lines Drawn" in reading.text


async def test_tab_shows_the_next_source_and_the_text_moves_along(long: Briefing, run: Run) -> None:
    async with run(long) as reading:
        await reading.press("2", "tab", "enter")
        assert "Work 1" in reading.text
        for number in range(2, 8):
            await reading.press("tab")
            assert reading.ref == f"cite:{number - 1}"
            sheet = reading.row_of("══ Source")
            assert any(f"> Finding {number}" in row for row in reading.rows[:sheet])
            assert f"Work {number % 3}" in "\n".join(reading.rows[sheet:])
        await reading.press("shift+tab", "escape")
        assert reading.ref == "cite:5"
        assert "> Finding 6" in reading.text


async def test_left_and_right_walk_the_places_and_enter_goes_there(long: Briefing, run: Run) -> None:
    async with run(long, 80, 40) as reading:
        await reading.press("2", "tab", "enter")
        assert "> 2 Finding 1" in reading.text
        await reading.press("right")
        assert "> 2 Finding 4" in reading.text
        await reading.press("left", "left")
        assert "no further place" in reading.rows[-1]
        await reading.press("right", "right", "enter")
        assert not reading.screen.sheet.sheet
        assert (reading.current, reading.ref) == ("finding:access/number-7", "cite:6")
        await reading.press("escape")
        assert reading.current == "finding:access/number-1"


async def test_the_mouse_opens_a_citation_and_walks_on(small: Briefing, run: Run) -> None:
    async with run(small, 100, 40) as reading:
        await reading.press("2")
        row = reading.row_of("[1]")
        await reading.pilot.click(offset=(reading.rows[row].index("[1]") + 1, row))
        await reading.pilot.pause()
        assert reading.ref == "cite:0"
        row = reading.row_of("3 One state carrier")
        await reading.pilot.click(offset=(reading.rows[row].index("One"), row))
        await reading.pilot.pause()
        assert not reading.screen.sheet.sheet
        assert reading.ref == "cite:1"


async def test_a_click_on_a_sidenote_opens_it(small: Briefing, run: Run) -> None:
    async with run(small, 100, 40) as reading:
        await reading.press("2")
        await reading.pilot.click(offset=(75, reading.row_of("One state carrier")))
        await reading.pilot.pause()
        assert "══ Source 1 " in reading.text
        assert reading.ref == "cite:0"


async def test_a_long_sheet_scrolls_and_the_page_does_not(small: Briefing, run: Run) -> None:
    async with run(small, 80, 24) as reading:
        await reading.press("2", "tab", "enter")
        top = reading.screen.reader.cursor.top
        title = reading.row_of("══ Source")
        assert reading.rows[title].endswith("══ more below ══")
        await reading.press("j")
        assert reading.screen.sheet.reader.cursor.top == 1
        assert reading.screen.reader.cursor.top == top
        assert reading.rows[title].endswith("══ more above and below ══")
        await reading.press("end")
        assert reading.rows[title].endswith("══ more above ══")
        assert "present tense" in reading.text[reading.text.index("══ Source") :]


async def test_the_sheet_follows_the_size_of_the_window(long: Briefing, run: Run) -> None:
    async with run(long, 100, 40) as reading:
        await reading.press("2", "pagedown", "tab", "enter")
        await reading.resize(80, 24)
        sheet = reading.row_of("══ Source")
        assert sheet >= 11
        assert any(row.lstrip().startswith("> ") for row in reading.rows[3:sheet])
        await reading.resize(40, 15)
        assert reading.rows[1].startswith("══ Source")
        await reading.press("escape")
        assert not reading.screen.sheet.sheet


@pytest.mark.parametrize("keys", [("G", "tab"), ("pagedown", "pagedown", "tab")])
async def test_what_is_current_is_in_view_when_the_sheet_goes_in_a_window_of_another_size(
    long: Briefing, run: Run, keys: tuple[str, ...]
) -> None:
    async with run(long, 60, 20) as reading:
        await reading.press("2", *keys, "enter")
        await reading.resize(40, 12)
        current = reading.current
        await reading.press("escape")
        assert reading.current == current
        assert any(row.lstrip().startswith("> ") for row in reading.rows[3:])


async def test_all_works_are_listed(small: Briefing, run: Run) -> None:
    async with run(small, 80, 60) as reading:
        await reading.press("s")
        assert "[6 Sources]" in reading.rows[1]
        for words in (
            "Рынок связи",
            "[The Market of Lines]",
            "in Russian",
            "5 calendar years before 2011",
            "Licences",
            "Blogger Fined",
            "cited 2 times",
        ):
            assert words in reading.text
        assert reading.row_of("Country Profile: Borduria") < reading.row_of("From outside the report")
        await reading.press("enter")
        assert "══ Source 1" in reading.text
        await reading.press("tab")
        assert "══ Source 2" in reading.text
        await reading.press("escape")
        assert reading.current == "source:regulator"


async def test_works_in_another_order(small: Briefing, run: Run) -> None:
    async with run(small, 80, 60) as reading:
        await reading.press("6")
        orders = []
        for _order in range(4):
            orders.append([stop.id for stop in reading.screen.reader.cursor.page.stops])
            await reading.press("r")
        by_note, by_author, by_date, by_times = orders
        assert by_note[0] == "source:market-2006"
        assert by_author[0] == "source:profile-2007"
        assert by_date[0] == "source:court"
        assert by_times[0] == "source:market-2006"
        assert len({frozenset(order) for order in orders}) == 1
        assert "by note" in reading.text


async def test_a_filter_is_typed_and_cleared(small: Briefing, run: Run) -> None:
    async with run(small) as reading:
        await reading.press("6", "slash", *"licq")
        assert "No work has these words" in reading.text
        await reading.press("backspace", "enter")
        assert "Licences" in reading.text
        assert "Blogger Fined" not in reading.text
        await reading.press("r")
        assert "by author" in reading.rows[-1]
        current = reading.current
        await reading.press("escape")
        assert reading.current == current
        assert "lic" not in reading.rows[3]
        await reading.press("home")
        assert "Blogger Fined" in reading.text


async def test_what_was_found_stays_current_when_the_filter_is_cleared(run: Run) -> None:
    async with run(load("kazakhstan-2011")) as reading:
        for tab, word in (("6", "soboleva"), ("5", "baytelova")):
            await reading.press(tab, "slash", *word, "enter")
            found = reading.current
            assert found
            await reading.press("enter" if tab == "6" else "j", "escape" if tab == "6" else "k", "escape")
            assert not reading.screen.navigator.words
            assert reading.current == found
            cursor = reading.screen.reader.cursor
            assert cursor.stop > 5
            assert cursor.top <= cursor.page.stops[cursor.stop].top < cursor.top + cursor.room
            await reading.press("slash", "x", "backspace", "escape")
            assert reading.screen.navigator.words == ""


async def test_single_letters_are_commands_until_the_filter_is_asked_for(small: Briefing, run: Run) -> None:
    async with run(small) as reading:
        await reading.press("6", "q")
        assert reading.app._exit


async def test_a_source_in_russian_is_found_by_its_language(small: Briefing, run: Run) -> None:
    async with run(small) as reading:
        await reading.press("6", "slash", *"russian", "enter", "enter")
        assert "══ Source 1" in reading.text


async def test_the_place_that_is_walked_to_comes_into_view(run: Run) -> None:
    async with run(load("kazakhstan-2011")) as reading:
        await reading.press("2", *["tab"] * 8, "enter", "home")
        walked = 0
        for _step in range(10):
            await reading.press("right")
            walked += 1
            if "no further place" in reading.rows[-1]:
                break
            assert any(" > " in row for row in reading.rows[reading.row_of("══ Source") :]), walked
        assert walked > 2


async def test_the_numbers_of_notes_take_fewer_cells_on_a_narrow_page(small: Briefing, run: Run) -> None:
    async with run(small, 80, 24) as reading:
        await reading.press("s")
        wide = reading.rows[reading.row_of("Рынок связи")].index("Рынок")
        await reading.resize(40, 24)
        narrow = reading.rows[reading.row_of("Рынок связи")].index("Рынок")
        assert narrow <= wide
        assert narrow <= 9
