"""The tab of the timeline: a place of its own, with commands, help and footer."""

from __future__ import annotations

import re

import pytest

from kzbrief import commands
from kzbrief.brief.briefing import Briefing, load
from kzbrief.output.happenings import events_of, events_with
from kzbrief.output.lines import width_of

from .conftest import Run


@pytest.fixture(scope="module")
def kazakhstan() -> Briefing:
    return load("kazakhstan-2011")


async def test_it_is_a_place_of_its_own(kazakhstan: Briefing, run: Run) -> None:
    assert "timeline" in commands.PAGES
    async with run(kazakhstan, 100, 30) as reading:
        await reading.press("5")
        assert reading.screen.where == "timeline"
        assert reading.rows[-1].startswith(" ? help   Tab next   Enter open   / filter   y copy")
        count = len(kazakhstan.brief.events)
        assert reading.rows[-1].rstrip().endswith(f"event 1 of {count}")
        await reading.press("j", "j")
        assert reading.rows[-1].rstrip().endswith(f"event 3 of {count}")
        await reading.press("end")
        assert "event" not in reading.rows[-1]


@pytest.mark.parametrize("size", [(120, 40)])
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


def told_once(briefing: Briefing) -> str:
    """The address of a finding in a tab of its own that tells of one event."""
    tabs = [section.id for section in briefing.brief.sections if section.category]
    return next(
        entry.address for entry in briefing.index.entries if entry.section.id in tabs and len(events_of(briefing, entry.address)) == 1
    )


async def test_a_finding_leads_to_its_event_and_back(kazakhstan: Briefing, run: Run) -> None:
    address = told_once(kazakhstan)
    event = events_of(kazakhstan, address)[0]
    async with run(kazakhstan, at=address) as reading:
        assert reading.current == f"finding:{address}"
        assert re.search(r"\d, w\b", reading.rows[-1]), "a finding that has an event says so at 80 columns"
        await reading.press("w")
        assert reading.current == f"event:{event.id}"
        assert "[5 Timeline]" in reading.rows[1]
        await reading.press("[")
        assert reading.current == f"finding:{address}"


async def test_a_finding_without_an_event_says_so(kazakhstan: Briefing, run: Run) -> None:
    tabs = [section.id for section in kazakhstan.brief.sections if section.category]
    entries = [entry for entry in kazakhstan.index.entries if entry.section.id in tabs]
    async with run(kazakhstan, at=next(entry.address for entry in entries if not events_of(kazakhstan, entry.address))) as reading:
        assert not re.search(r"\bw\b", reading.rows[-1])
        before = reading.current
        await reading.press("w")
        assert "no event tells of this finding" in reading.text
        assert reading.current == before


async def test_several_events_of_a_finding_are_walked(kazakhstan: Briefing, run: Run) -> None:
    address, events = next(
        (entry.address, found) for entry in kazakhstan.index.entries if len(found := events_of(kazakhstan, entry.address)) > 1
    )
    async with run(kazakhstan, at=address) as reading:
        await reading.press("w")
        assert f"event 1 of {len(events)} that the finding tells of" in reading.text
        seen = [reading.current]
        for _event in events[1:]:
            await reading.press("w")
            seen.append(reading.current)
        assert len(set(seen)) == len(seen)


async def test_the_timeline_is_narrowed_down_and_whole_again(kazakhstan: Briefing, run: Run) -> None:
    count = len(kazakhstan.brief.events)
    async with run(kazakhstan, 100, 30) as reading:
        await reading.press("5", "j", "slash", *"2009 access")
        found = events_with(kazakhstan, "2009 access")
        assert 0 < len(found) < count
        assert f"{len(found)} event" in reading.text
        assert "“2009 access”" in reading.text
        assert "Figures over time" not in reading.text
        await reading.press("enter", "j")
        assert reading.rows[-1].rstrip().endswith(f"event {min(2, len(found))} of {len(found)}, Esc shows all")
        # The line stays, and the other tab has its own.
        await reading.press("s")
        assert "2009 access" not in reading.text
        await reading.press("slash", *"respublika", "enter", "5")
        assert "“2009 access”" in reading.text
        assert "2009 access" in reading.rows[3], "the line has the words of its own tab"
        await reading.press("escape")
        assert reading.rows[-1].rstrip().endswith(f"of {count}")
        assert "“2009 access”" not in reading.text


async def test_an_event_that_the_words_leave_out_is_shown_when_it_is_gone_to(kazakhstan: Briefing, run: Run) -> None:
    address = told_once(kazakhstan)
    async with run(kazakhstan, at=address) as reading:
        await reading.press("5", "slash", *"zzzz", "enter")
        assert "No event has these words. Esc shows all again." in reading.text
        await reading.press("[", "w")
        assert reading.current == f"event:{events_of(kazakhstan, address)[0].id}"


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (40, 15)])
@pytest.mark.parametrize("words", ["2010", "zzzz"])
async def test_a_narrowed_timeline_fits(kazakhstan: Briefing, run: Run, size: tuple[int, int], words: str) -> None:
    async with run(kazakhstan, *size) as reading:
        await reading.press("5", "slash", *words, "enter", "end")
        assert all(width_of(row) <= size[0] for row in reading.rows)
