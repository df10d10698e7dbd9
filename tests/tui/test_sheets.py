"""What all sheets have in common: where they stand, what the head says above them, the help on them."""

from __future__ import annotations

import pytest

from kzbrief import commands
from kzbrief.brief.briefing import Briefing, load
from kzbrief.output.glyphs import ASCII, UNICODE
from kzbrief.tui.pages.help import TITLES
from kzbrief.tui.pages.measure import edge, margin
from kzbrief.tui.waiting import Waiting

from .conftest import Run

LISTS = {
    "actors": ("a",),
    "actor": ("a", "enter"),
    "evidence": ("v",),
    "briefs": ("b",),
    "comparison": ("c", "enter"),
    "standing": ("S",),
    "choosing": ("c",),
    "find": ("slash", *"livejournal"),
    "copying": ("2", "Y"),
    "marks": ("2", "m", "M"),
    "palette": ("ctrl+p",),
    "themes": ("t",),
    "address": ("6", "o"),
    "source": ("2", "tab", "enter"),
    "help": ("question_mark",),
}
"""Sheets, and the keys that open them."""


@pytest.fixture(scope="module")
def kazakhstan() -> Briefing:
    return load("kazakhstan-2011")


@pytest.mark.parametrize("where", LISTS)
async def test_on_a_very_wide_screen_a_sheet_stands_below_the_head(kazakhstan: Briefing, run: Run, where: str) -> None:
    async with run(kazakhstan, 200, 50) as reading:
        await reading.press(*LISTS[where])
        assert reading.screen.where == where
        title = next(number for number, row in enumerate(reading.rows) if row.startswith("══"))
        said = reading.rows[title].strip("═").strip()
        assert reading.rows[title].index(said) == edge(200)
        assert reading.rows[title].rindex(said) + len(said) <= 200 - margin(200)
        for row in reading.rows[title + 1 : -1]:
            assert not row[: edge(200) - 2].strip(), "only the mark stands before the text"
            assert not row[200 - margin(200) :].strip()


async def test_the_line_to_type_into_keeps_to_the_text_when_the_window_changes(kazakhstan: Briefing, run: Run) -> None:
    async with run(kazakhstan, 200, 50) as reading:
        await reading.press("slash", *"zakon")
        assert reading.rows[reading.row_of("zakon")].index("zakon") == edge(200)
        await reading.resize(80, 24)
        assert reading.rows[reading.row_of("zakon")].index("zakon") == edge(80)
        await reading.press("escape", "6", "slash", *"zakon")
        assert reading.rows[3].index("zakon") == 3
        await reading.resize(200, 50)
        assert reading.rows[3].index("zakon") == reading.rows[4].index("Sources")


async def test_the_head_says_nothing_of_a_page_that_is_covered(kazakhstan: Briefing, run: Run) -> None:
    async with run(kazakhstan) as reading:
        await reading.press("2")
        assert "more below" in reading.rows[2]
        await reading.press("v")
        assert "more below" not in reading.rows[2]
        assert "more below" in reading.rows[3], "the sheet goes on"
        await reading.press("escape")
        assert "more below" in reading.rows[2]
        await reading.press("tab", "enter")
        assert "more below" in reading.rows[2], "the page is in view above the source"


@pytest.mark.parametrize("where", sorted({*commands.HELPED, *commands.PAGES} - {"fault", "problems", "waiting"}))
async def test_there_is_help_on_the_place_where_one_is(kazakhstan: Briefing, run: Run, where: str) -> None:
    ways = {**LISTS, "dashboard": (), "section": ("2",), "timeline": ("5",), "sources": ("6",)}
    async with run(kazakhstan, 120, 70) as reading:
        await reading.press(*ways[where])
        before = reading.text
        await reading.press("question_mark")
        assert f"Help: {TITLES[where]}" in reading.text
        for row in commands.rows_of(where):
            assert row.keys.split(",")[0] in reading.text
        await reading.press("question_mark")
        assert reading.text == before


async def test_there_is_help_while_nothing_can_be_read(run: Run) -> None:
    async with run(Waiting("georgia.toml", UNICODE)) as reading:
        await reading.press("question_mark")
        assert f"Help: {TITLES['waiting']}" in reading.text
        assert "of 100" not in reading.text
        await reading.press("escape")
        assert "georgia.toml is shown here" in reading.text


async def test_what_a_card_leads_to_is_told_in_full(kazakhstan: Briefing, run: Run) -> None:
    naming = kazakhstan.index.naming
    actor = max(kazakhstan.brief.actors, key=lambda actor: len(naming.entries(actor.id)))
    for size in ((80, 24), (40, 15)):
        async with run(kazakhstan, *size) as reading:
            await reading.press("a")
            reading.screen.actions.paths.follow(f"actor:{actor.id}")
            await reading.press()
            page = reading.screen.sheet.reader.cursor.page
            said = " ".join("".join(span.text for span in line if span.tone != "dim").strip() for line in page.lines)
            for entry in naming.entries(actor.id):
                assert " ".join(entry.finding.headline.split()) in " ".join(said.split())


async def test_our_own_words_are_spelt_with_ascii_too(kazakhstan: Briefing, run: Run) -> None:
    async with run(kazakhstan, glyphs=ASCII) as reading:
        await reading.press("6", "slash", *"respublika")
        assert '"respublika"' in reading.text
        await reading.press("escape", "1", "slash")
        assert '"a phrase"' in reading.text
        assert reading.text.isascii()


@pytest.mark.parametrize("key", ["y", "m", "S", "6", "r"])
async def test_a_key_that_does_nothing_on_a_sheet_says_so(key: str, run: Run) -> None:
    async with run(load("kazakhstan-2011"), 80, 24) as reading:
        await reading.press("v", "j")
        assert not reading.screen.message
        await reading.press(key)
        assert f"{key} does nothing here; ? says what does" in reading.rows[-1]
        await reading.press("j")
        assert not reading.screen.message


async def test_a_key_that_is_typed_is_no_idle_one(run: Run) -> None:
    async with run(load("kazakhstan-2011"), 80, 24) as reading:
        await reading.press("/", "y", "m")
        assert not reading.screen.message
