"""Events found by a year, a part of the report, a name; events of findings."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec import structs

from kzbrief.brief.briefing import Briefing, load
from kzbrief.brief.dates import Date
from kzbrief.brief.model import Event
from kzbrief.brief.search.folding import fold
from kzbrief.output.happenings import events_of, events_with, findings_of, in_order

COMPLETE = Path(__file__).parents[1] / "data" / "complete.toml"


@pytest.fixture(scope="module")
def kazakhstan() -> Briefing:
    return load("kazakhstan-2011")


def test_a_year_finds_its_events_and_those_that_go_on_in_it(kazakhstan: Briefing) -> None:
    for event in events_with(kazakhstan, "2008"):
        assert event.date.start.year <= 2008 <= event.date.end.year or "2008" in event.label
    within = [event for event in kazakhstan.brief.events if event.date.start.year <= 2008 <= event.date.end.year]
    assert within
    assert {event.id for event in within} <= {event.id for event in events_with(kazakhstan, "2008")}


@pytest.mark.parametrize("words", ["access", "Obstacles to Access", "ACCESS"])
def test_a_part_finds_the_events_of_its_findings(kazakhstan: Briefing, words: str) -> None:
    told = [
        event.id for event in kazakhstan.brief.events if any(address.startswith("access/") for address in findings_of(kazakhstan, event))
    ]
    assert told
    assert set(told) <= {event.id for event in events_with(kazakhstan, words)} < {event.id for event in kazakhstan.brief.events}


def test_an_actor_is_found_under_all_names(kazakhstan: Briefing) -> None:
    for actor in kazakhstan.brief.actors:
        own = {event.id for event in kazakhstan.brief.events if actor.id in event.actors}
        for name in (actor.name, *actor.aliases):
            assert own <= {event.id for event in events_with(kazakhstan, name)}


def test_what_stands_below_an_event_finds_it_but_not_by_its_years(kazakhstan: Briefing) -> None:
    block = next(event for event in kazakhstan.brief.events if event.id == "livejournal-blocked")
    shown = [kazakhstan.index.entry(address).finding.headline or "" for address in findings_of(kazakhstan, block)[1:]]
    assert any("Aliyev" in headline for headline in shown)
    assert "aliyev" not in fold(block.label)
    assert block in events_with(kazakhstan, "aliyev")
    assert not any(event.date.start.year > 2006 for event in events_with(kazakhstan, "2006"))


def test_words_narrow_down_together_and_none_leave_all(kazakhstan: Briefing) -> None:
    both = {event.id for event in events_with(kazakhstan, "2010 access")}
    assert both == {event.id for event in events_with(kazakhstan, "2010")} & {event.id for event in events_with(kazakhstan, "access")}
    assert events_with(kazakhstan, "  ") == list(kazakhstan.brief.events)


def test_findings_and_events_belong_to_each_other(kazakhstan: Briefing) -> None:
    order = [event.id for event in in_order(kazakhstan)]
    for entry in kazakhstan.index.entries:
        events = events_of(kazakhstan, entry.address)
        assert all(entry.address in findings_of(kazakhstan, event) for event in events)
        assert [event.id for event in events] == sorted((event.id for event in events), key=order.index)
    assert all(event in events_of(kazakhstan, address) for event in kazakhstan.brief.events for address in findings_of(kazakhstan, event))


def test_a_brief_without_events_has_none() -> None:
    small = load(COMPLETE)
    assert len(events_with(small, "")) == len(small.brief.events)
    assert events_of(small, "nowhere") == []


def test_accents_small_letters_and_yo_make_no_difference() -> None:
    event = Event(id="one", date=Date.parse("2010-05"), label="Семён Жұмабаев и Café Ältere")
    briefing = load(COMPLETE)
    briefing = Briefing(briefing.path, structs.replace(briefing.brief, events=[event]), briefing.method)
    for words in ("семен", "СЕМЁН", "cafe", "CAFÉ altere"):
        assert events_with(briefing, words) == [event]
