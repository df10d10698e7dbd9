"""Actors in the app: names that lead to cards, and the list of all of them."""

from __future__ import annotations

import pytest

from kzbrief.brief.briefing import Briefing, load
from kzbrief.output.lines import line_width
from kzbrief.tui.pages.actors import actor_card, actor_list, actors_with

from .conftest import Run


@pytest.fixture(scope="module")
def kazakhstan() -> Briefing:
    return load("kazakhstan-2011")


async def test_tab_walks_the_sources_of_a_finding_and_then_its_names(kazakhstan: Briefing, run: Run) -> None:
    async with run(kazakhstan, 80, 24) as reading:
        await reading.press("2", "tab", "tab")
        assert reading.ref.startswith("cite:")
        await reading.press("tab")
        assert reading.ref == "actor:itu"
        assert reading.current == "finding:access/itu-user-count"
        await reading.press("shift+tab")
        assert reading.ref.startswith("cite:")


async def test_a_name_opens_its_card_and_the_card_leads_on(kazakhstan: Briefing, run: Run) -> None:
    async with run(kazakhstan, 100, 40) as reading:
        await reading.press("2", "tab", "tab", "tab", "enter")
        assert "══ International Telecommunications Union" in reading.text
        assert "Named in 1 finding" in reading.text
        await reading.press("enter")
        assert "══ International" not in reading.text
        assert reading.current == "finding:access/itu-user-count"


async def test_all_actors_are_listed_by_kind_and_cards_lie_over_the_list(kazakhstan: Briefing, run: Run) -> None:
    async with run(kazakhstan, 100, 40) as reading:
        await reading.press("a")
        assert "══ 70 actors" in reading.text
        assert "People" in reading.text
        await reading.press("j", "enter")
        assert "══ Irina Mednikova" in reading.text
        await reading.press("escape")
        assert "══ 70 actors" in reading.text
        assert "> Irina Mednikova" in reading.text, "where one was"
        await reading.press("escape")
        assert "[1 Dashboard]" in reading.rows[1]
        assert "70 actors" not in reading.text


async def test_enter_on_a_finding_without_a_source_opens_no_card(kazakhstan: Briefing, run: Run) -> None:
    async with run(kazakhstan, 80, 24) as reading:
        await reading.press("4", "enter")
        assert "no source in the report" in reading.rows[-1]
        assert not reading.screen.sheet.sheet


async def test_a_brief_without_actors_says_so(run: Run) -> None:
    async with run(load("kazakhstan-2011"), 80, 24) as reading:
        briefing = reading.screen.briefing
        reading.screen.navigator.briefing.brief.actors.clear()
        assert not briefing.brief.actors
        await reading.press("a")
        assert "names no actors" in reading.rows[-1]


def test_who_is_named_with_whom(kazakhstan: Briefing) -> None:
    naming = kazakhstan.index.naming
    for actor in kazakhstan.brief.actors:
        for entry in naming.entries(actor.id):
            named = {run.actor for paragraph in kazakhstan.index.paragraphs(entry) for run in paragraph.runs}
            assert actor.id in named
        for other, count in naming.company(actor.id):
            assert other.id != actor.id
            assert count == {item.id: number for item, number in naming.company(other.id)}[actor.id]


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_no_line_is_wider_than_the_page(kazakhstan: Briefing, width: int) -> None:
    pages = [actor_list(kazakhstan, width), *(actor_card(kazakhstan, actor.id, width) for actor in kazakhstan.brief.actors)]
    assert all(line_width(line) <= width for page in pages for line in page.lines)


async def test_the_list_is_narrowed_down_by_names_kinds_and_what_is_said(kazakhstan: Briefing, run: Run) -> None:
    async with run(kazakhstan, 80, 24) as reading:
        await reading.press("a", "/", *"baytel")
        assert "══ 1 of 70 actors ═" in reading.text
        await reading.press("enter")
        assert "══ Zhanna Baytelova ═" in reading.text
        await reading.press("escape")
        assert "══ 1 of 70 actors ═" in reading.text, "the words are still there"
        await reading.press("escape")
        assert "══ 70 actors ═" in reading.text
        assert "> Zhanna Baytelova" in reading.text, "what was current still is"
        await reading.press("/", *"zzz")
        assert "No actor has these words" in reading.text
        await reading.press("enter", "escape", "escape")
        assert not reading.screen.sheet.sheet


async def test_letters_are_commands_until_the_filter_is_asked_for(kazakhstan: Briefing, run: Run) -> None:
    async with run(kazakhstan, 80, 24) as reading:
        await reading.press("a", "j")
        assert "> Irina Mednikova" in reading.text
        await reading.press("/", "j")
        assert " of 70 actors" in reading.text
        await reading.press("escape", "q")
        assert not reading.screen.sheet.sheet


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("НАЗАРБАЕВ", False),
        ("kazakhtelecom", True),
        ("COMPANY", True),
        ("companies", True),
        ("company telecom", True),
        ("site telecom", False),
    ],
)
def test_accents_case_and_kinds(kazakhstan: Briefing, words: str, expected: bool) -> None:
    assert any(actor.id == "kazakhtelecom" for actor in actors_with(kazakhstan, words)) is expected


@pytest.mark.parametrize(
    ("keys", "title"),
    [("v", "What the findings rest on"), ("S", "The countries of an edition"), ("a", "List of actors"), ("M", "Marked findings")],
)
async def test_there_is_help_on_the_lists(kazakhstan: Briefing, run: Run, keys: str, title: str) -> None:
    async with run(kazakhstan, 80, 24) as reading:
        await reading.press(keys, "?")
        assert f"══ Help: {title} ═" in reading.text
        await reading.press("escape")
        assert "══ Help" not in reading.text
        assert reading.screen.sheet.sheet
