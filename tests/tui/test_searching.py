"""Searching the brief that is read: what is listed, where one goes, what is marked there, and the way back."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from kzbrief.brief.briefing import Briefing, load
from kzbrief.brief.search.folding import fold
from kzbrief.brief.search.passages import passages
from kzbrief.output.glyphs import UNICODE
from kzbrief.output.lines import line_width
from kzbrief.shelf.store import FILE, Store
from kzbrief.tui.find_sheet import FindSheet
from kzbrief.tui.library_sheet import LibrarySheet
from kzbrief.tui.navigator import Navigator
from kzbrief.tui.screens.reading import ReadingScreen
from kzbrief.tui.search import Search
from kzbrief.tui.whereabouts import Whereabouts

from .conftest import Reading, Run


@pytest.fixture(scope="module")
def kazakhstan() -> Briefing:
    return load("kazakhstan-2011")


@pytest.fixture(scope="module")
def search(kazakhstan: Briefing) -> Search:
    navigator = Navigator(kazakhstan, UNICODE)
    made = Search(navigator.briefing, navigator.tabs)
    while made.step():
        pass
    return made


def marked(reading: Reading) -> list[str]:
    """The words on the page that are marked as found."""
    reader = reading.screen.reader
    lines = [reader._line(row) for row in range(reader.size.height)]
    return [span.text for line in lines for span in line if "found" in span.tone.split()]


async def ask(reading: Reading, words: str) -> None:
    await reading.press("slash")
    reading.screen.sheet.ask().value = words
    await reading.until(lambda: not reading.screen.searching._current().waiting)


async def test_what_is_typed_is_found_on_all_tabs_and_counted(kazakhstan: Briefing, run: Run) -> None:
    async with run(kazakhstan) as reading:
        await ask(reading, "livej")
        assert "══ Find in this brief" in reading.text
        rows = [row for row in reading.rows if "LiveJournal" in row]
        assert len(rows) > 10
        sheet = reading.screen.sheet.sheet
        assert isinstance(sheet, FindSheet)
        count = len(sheet.answered().found)
        assert f" {count} places " in reading.rows[3]
        assert {sheet.answer.match(place).tab for place in range(count)} == {0, 1, 2, 3, 4, 5}


async def test_other_words_take_the_place_of_those_that_were_looked_for(kazakhstan: Briefing, run: Run) -> None:
    async with run(kazakhstan) as reading:
        await ask(reading, "livejournal")
        await reading.press("enter", "/", "i", "s", "p")
        sheet = reading.screen.sheet.sheet
        assert isinstance(sheet, FindSheet)
        assert sheet.words == "isp"


async def test_enter_goes_there_n_goes_on_across_tabs_and_esc_returns(kazakhstan: Briefing, run: Run) -> None:
    async with run(kazakhstan, at="rights") as reading:
        await reading.press("j", "j")
        before = reading.current, reading.text
        await ask(reading, "livejournal")
        await reading.press("enter")
        answer = reading.screen.searching._answer
        assert answer
        count = len(answer.found)
        assert f"1 of {count}; n, N go on, Esc goes back" in reading.rows[-1]
        seen = []
        for number in range(count):
            match = answer.match(number)
            assert reading.current == match.stop
            assert reading.screen.navigator.open == match.tab
            assert f"{number + 1} of {count}" in reading.rows[-1]
            if match.passage.kind in ("finding", "event"):
                assert marked(reading), match
            assert all(fold(word).startswith("livejournal") for word in marked(reading))
            seen.append(match.tab)
            await reading.press("n")
        assert seen == sorted(seen)
        assert "this is the last place" in reading.rows[-1]
        await reading.press("N")
        assert reading.current == answer.match(count - 2).stop
        await reading.press("escape")
        assert not marked(reading)
        assert (reading.current, reading.text) == before


async def test_marks_are_told_without_colours_and_are_not_the_citations(kazakhstan: Briefing, run: Run) -> None:
    async with run(kazakhstan, theme="kz-mono") as reading:
        await ask(reading, "livejournal")
        await reading.press("enter", "n", "n")
        styles = reading.screen.reader._styles()
        look = styles.of("found")
        assert look
        assert look.reverse
        assert look != styles.of("cursor")


async def test_a_phrase_is_marked_over_the_end_of_a_line(kazakhstan: Briefing, run: Run) -> None:
    async with run(kazakhstan, 44, 20) as reading:
        await ask(reading, '"international blog-hosting platform"')
        await reading.press("enter")
        rows = [number for number in range(20) if "found" in str([span.tone for span in reading.screen.reader._line(number)])]
        assert len(rows) > 1
        assert list(map(fold, marked(reading))) == ["international", "blog", "hosting", "platform"]


async def test_only_what_has_all_words_is_marked(kazakhstan: Briefing, run: Run) -> None:
    async with run(kazakhstan) as reading:
        await ask(reading, "kazakhtelecom 2010")
        await reading.press("enter")
        answer, tab = reading.screen.searching._answer, reading.screen.navigator.open
        assert answer
        stops = {answer.match(place).stop for place in range(len(answer.found)) if answer.match(place).tab == tab}
        page = reading.screen.reader.cursor.page
        page.grow()
        lit = [stop.id for stop in page.stops for line in range(stop.top, stop.bottom) if reading.screen.searching.ranges(page, line)]
        assert set(lit) == stops


async def test_the_reading_does_not_hang_on_timers_that_a_busy_machine_loses(
    kazakhstan: Briefing, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with run(kazakhstan) as reading:
        monkeypatch.setattr(ReadingScreen, "set_timer", lambda *_arguments, **_options: None)
        await ask(reading, "livejournal")
        assert " 21 places " in reading.rows[3]


async def test_esc_in_the_sheet_changes_nothing(kazakhstan: Briefing, run: Run) -> None:
    async with run(kazakhstan, at="access") as reading:
        await reading.press("j")
        before = reading.text
        await ask(reading, "respublika")
        await reading.press("escape")
        assert reading.text == before
        await reading.press("n")
        assert "nothing is looked for" in reading.text


async def test_on_sources_the_slash_filters_and_the_palette_searches(kazakhstan: Briefing, run: Run) -> None:
    async with run(kazakhstan) as reading:
        await reading.press("6", "slash")
        assert reading.screen.where == "filter"
        await reading.press(*"azattyk", "enter", "ctrl+p", *"whole brief", "enter")
        assert reading.screen.where == "find"
        await reading.press(*"mavlony", "enter", "n")
        assert reading.current == "source:mavlony-2009"
        assert not reading.screen.navigator.words


async def test_what_was_looked_for_stands_there_again(kazakhstan: Briefing, run: Run) -> None:
    async with run(kazakhstan) as reading:
        await ask(reading, "respublika")
        await reading.press("enter", "n", "n", "slash")
        assert "respublika" in reading.rows[4]
        await reading.press("escape", "escape")
        assert reading.current == "key:access/livejournal-unblocked"


@pytest.mark.parametrize("words", ['" NEAR( * ) " : ^', "zzzz", "type:bloking "])
async def test_hostile_and_vain_questions_are_answered_in_words(kazakhstan: Briefing, run: Run, words: str) -> None:
    async with run(kazakhstan) as reading:
        await ask(reading, words)
        said = " ".join(reading.rows[5:8])
        assert "Nothing has these words" in said or "is none of those" in said
        await reading.press("enter", "escape")
        assert reading.screen.where == "dashboard"


async def test_ten_thousand_characters_are_refused(kazakhstan: Briefing, run: Run) -> None:
    async with run(kazakhstan) as reading:
        await reading.press("slash")
        reading.screen.sheet.ask().value = '"a* ' * 2500
        await reading.pilot.pause()
        assert "too long to look for" in reading.text


async def test_another_brief_knows_nothing_of_the_search(kazakhstan: Briefing, run: Run) -> None:
    async with run(kazakhstan) as reading:
        await ask(reading, "respublika")
        await reading.press("enter")
        reading.screen.shelving.open(load("iran-2013").path)
        await reading.pilot.pause()
        assert not reading.screen.searching.active
        assert not marked(reading)
        await reading.press("slash")
        assert "respublika" not in reading.rows[4]


async def test_a_brief_read_anew_is_searched_anew(kazakhstan: Briefing, run: Run) -> None:
    async with run(kazakhstan) as reading:
        await ask(reading, "respublika")
        await reading.press("enter", "n")
        reading.screen.renew(reading.screen.navigator.renewed(load("kazakhstan-2011")))
        await reading.pilot.pause()
        assert "2 of " in reading.rows[-1]
        await reading.press("n")
        assert "3 of " in reading.rows[-1]
        assert marked(reading)


def test_everything_found_stands_where_it_is_said_to(kazakhstan: Briefing, search: Search) -> None:
    navigator = Navigator(kazakhstan, UNICODE)
    answer = search.ask("year:2011 ")
    assert len(answer.found) > 200
    for number, _tab in enumerate(navigator.tabs):
        navigator.open = number
        page = navigator.layout(80, 24)
        page.grow()
        here = [match.stop for match in map(answer.make, answer.found) if match.tab == number]
        stops = [stop.id for stop in page.stops]
        assert here
        assert set(here) <= set(stops)
        if number:
            assert here == [stop for stop in stops if stop in set(here)]


def test_an_actor_stands_where_it_is_named_first(kazakhstan: Briefing) -> None:
    where = Whereabouts(kazakhstan, Navigator(kazakhstan, UNICODE).tabs)
    naming = kazakhstan.index.naming
    actors = [passage for passage in passages(kazakhstan) if passage.kind == "actor"]
    assert actors
    for passage in actors:
        spot = where.of(passage)
        named = naming.entries(passage.ref.partition(":")[2])
        assert spot
        if named:
            assert spot.stop == f"finding:{named[0].address}"


async def test_an_actor_that_is_picked_opens_its_card(kazakhstan: Briefing, run: Run) -> None:
    async with run(kazakhstan) as reading:
        await ask(reading, "baytelova kind:actor ")
        await reading.press("enter")
        assert reading.screen.where == "actor"
        await reading.press("escape", "escape")
        assert reading.screen.where == "dashboard"
        assert not reading.screen.searching.active


@pytest.mark.parametrize("width", [40, 60, 80, 120])
@pytest.mark.parametrize("words", ["a", "livej", "журналистов ", "year:2010 "])
def test_rows_are_no_wider_than_the_sheet(search: Search, width: int, words: str) -> None:
    sheet = FindSheet(search.ask, lambda: "", words)
    page = sheet.layout(width, 20)
    page.grow()
    assert page.stops
    assert all(line_width(line) <= width for line in page.lines)
    assert all(1 <= stop.bottom - stop.top <= 3 for stop in page.stops)


@pytest.mark.parametrize("width", [40, 80])
@pytest.mark.parametrize("words", ["livejournal ", "журналистов ", "kazakhtelecom "])
def test_each_row_shows_the_word_that_was_found(search: Search, width: int, words: str) -> None:
    sheet = FindSheet(search.ask, lambda: "", words)
    page = sheet.layout(width, 20)
    page.grow()
    for stop in page.stops:
        tones = [span.tone for line in page.lines[stop.top : stop.bottom] for span in line]
        assert any("found" in tone for tone in tones), page.lines[stop.top : stop.bottom]


async def settled(reading: Reading) -> LibrarySheet:
    """Wait until all briefs have been read."""

    def sheet() -> LibrarySheet:
        # Another one may come in its place, with another index.
        lies = reading.screen.sheet.sheet
        assert isinstance(lies, LibrarySheet)
        return lies

    await reading.until(lambda: not sheet().shelf.waiting and not sheet().failed)
    return sheet()


async def test_all_briefs_are_searched_and_what_is_picked_opens_at_the_place(run: Run) -> None:
    async with run(load("iran-2013"), at="content") as reading:
        before = reading.current
        await reading.press("ctrl+g", *"livejournal")
        await settled(reading)
        assert "══ Find in all briefs" in reading.text
        assert "Kazakhstan 2011" in reading.text
        await reading.press("enter")
        assert reading.screen.briefing.brief.brief.id == "kazakhstan-2011"
        assert reading.current.startswith("finding:")
        assert marked(reading)
        assert "place " in reading.rows[-1]
        assert "Esc goes back to the brief before" in reading.rows[-1]
        await reading.press("n", "escape")
        assert reading.screen.briefing.brief.brief.id == "iran-2013"
        assert reading.current == before
        assert not marked(reading)
        assert "] goes forward to the brief again" in reading.rows[-1]
        # What is gone to from there is another matter.
        await reading.press("]", "escape")
        assert reading.screen.briefing.brief.brief.id == "kazakhstan-2011"


async def test_in_little_room_it_is_told_which_brief_it_is(run: Run) -> None:
    async with run(load("iran-2013"), 40, 15) as reading:
        await reading.press("ctrl+g", *"filter")
        await settled(reading)
        rows = [row.strip() for row in reading.rows]
        assert "Kazakhstan 2011" in rows
        assert "Iran 2013" in rows
        assert not any("... ..." in row for row in rows), "a line of nothing but dots says nothing"
        assert all(len(row.rstrip()) <= 40 for row in reading.rows)
        await reading.press(*" sektion:access x")
        assert "no field “sektion:”" in reading.text
        assert "0 places" not in reading.text


async def test_the_words_of_a_sheet_are_looked_for_in_all_briefs(kazakhstan: Briefing, run: Run) -> None:
    async with run(kazakhstan) as reading:
        await ask(reading, "censorship")
        await reading.press("ctrl+g")
        sheet = await settled(reading)
        assert sheet.words == "censorship"
        here = {sheet.picked(place)[0].name for place in range(len(sheet.answered().found))}
        assert len(here) > 2
        await reading.press("escape", "b", *"iran", "ctrl+g")
        assert (await settled(reading)).words == "iran"


async def test_what_is_found_in_this_brief_is_gone_to_in_it(kazakhstan: Briefing, run: Run) -> None:
    async with run(kazakhstan, at="rights") as reading:
        before = reading.current
        await reading.press("ctrl+g", *"vkontakte")
        await settled(reading)
        await reading.press("enter")
        assert reading.current.startswith("finding:access/")
        assert marked(reading)
        await reading.press("escape")
        assert reading.current == before


async def test_an_index_that_fails_is_replaced_by_one_in_memory(
    kazakhstan: Briefing, run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    async with run(kazakhstan) as reading:
        monkeypatch.setattr(reading.app.desk, "store", lambda: Store())
        await reading.press("ctrl+g", *"livejour")
        await settled(reading)
        with sqlite3.connect(tmp_path / "kzbrief" / FILE) as db:
            db.execute("DROP TABLE word")
        await reading.press("n")
        await settled(reading)
        sheet = await settled(reading)
        assert sheet.words == "livejourn"
        assert len(sheet.answered().found) > 10


@pytest.mark.parametrize("words", ['" NEAR( * ) " : ^', "zzzz", "type:bloking "])
async def test_hostile_and_vain_questions_to_all_briefs_are_answered_in_words(kazakhstan: Briefing, run: Run, words: str) -> None:
    async with run(kazakhstan) as reading:
        await reading.press("ctrl+g")
        await settled(reading)
        reading.screen.sheet.ask().value = words
        await reading.pilot.pause()
        said = " ".join(reading.rows[5:8])
        assert "Nothing has these words" in said or "is none of those" in said
        await reading.press("enter", "escape")
        assert reading.screen.where == "dashboard"


async def test_a_field_that_there_is_not_is_named_even_while_it_is_typed(kazakhstan: Briefing, run: Run) -> None:
    async with run(kazakhstan) as reading:
        await ask(reading, "foo:bar")
        assert "there is no field “foo:”" in reading.text
        assert "Nothing has these words" not in reading.text


async def test_what_was_found_is_seen_above_a_notice(kazakhstan: Briefing, run: Run) -> None:
    async with run(kazakhstan, 40, 15) as reading:
        await ask(reading, "block")
        await reading.press("enter")
        rows = reading.rows
        rule = max(number for number, row in enumerate(rows) if row.startswith("══"))
        assert "n, N go on" in " ".join(rows[rule:])
        assert "block" in " ".join(rows[2:rule]).lower()
