"""Marks of which the findings are gone: what they were is told, what they may be now, and they can be dropped."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace

from kzbrief import state
from kzbrief.brief.briefing import Briefing, load
from kzbrief.marked import Lost, Marked, lost_words, perhaps
from kzbrief.output.lines import line_width, plain
from kzbrief.spoken.reader import Reader
from kzbrief.tui.pages.marked import marked_page

SMALL = load(Path(__file__).parents[1] / "data" / "small.toml")
CARRIER, HEADLINE = "access/carrier", "One state carrier holds half the market"


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    return tmp_path


def renamed(**changes: str) -> Briefing:
    """The brief with its finding on the carrier changed."""
    sections = [
        replace(part, findings=[replace(item, **changes) if item.id == "carrier" else item for item in part.findings])
        for part in SMALL.brief.sections
    ]
    heading = replace(SMALL.brief.brief, key_findings=[])
    return Briefing(SMALL.path, replace(SMALL.brief, brief=heading, sections=sections, remarks=[], events=[]), SMALL.method)


def marked() -> Marked:
    found = Marked(state.load())
    found.turn(SMALL, CARRIER)
    return Marked(state.load())


def test_a_mark_is_kept_with_what_it_was(kept: Path) -> None:
    assert marked().lost(SMALL) == ()
    assert state.load().headlines == {state.key(SMALL.path): {CARRIER: HEADLINE}}
    now = renamed(id="state-carrier", headline="The state's carrier has 48 percent")
    assert marked_again().of(now) == frozenset()
    assert marked_again().lost(now) == (Lost(CARRIER, HEADLINE),)


def marked_again() -> Marked:
    return Marked(state.load())


def test_a_lost_mark_is_dropped_and_its_headline_with_it(kept: Path) -> None:
    marked()
    now = renamed(id="state-carrier")
    found = marked_again()
    assert found.turn(now, CARRIER) == "no longer marked"
    assert found.lost(now) == ()
    assert (state.load().marks, state.load().headlines) == ({}, {})


def test_a_mark_of_an_earlier_version_has_no_headline_and_is_told_all_the_same(kept: Path) -> None:
    state.change(state.mark(state.key(SMALL.path), "access/old", marked=True))
    text = msgspec.json.decode(Path(state.folder(), state.FILE).read_bytes())
    del text["headlines"]
    Path(state.folder(), state.FILE).write_bytes(msgspec.json.encode(text))
    assert marked_again().lost(SMALL) == (Lost("access/old", ""),)
    assert perhaps(SMALL, Lost("access/old", "")) == ""


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"id": "state-carrier"}, "access/state-carrier"),
        ({"id": "state-carrier", "headline": "One state carrier holds about half the market"}, "access/state-carrier"),
        ({"id": "state-carrier", "headline": "Lines are rented"}, ""),
    ],
)
def test_what_a_lost_finding_may_be_now(changes: dict[str, str], expected: str) -> None:
    assert perhaps(renamed(**changes), Lost(CARRIER, HEADLINE)) == expected


def test_a_finding_that_was_moved_is_found_by_its_id() -> None:
    assert perhaps(SMALL, Lost("rights/carrier", "Quite another headline")) == CARRIER


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_the_list_tells_it(width: int) -> None:
    now = renamed(id="state-carrier", headline="One state carrier holds about half the market")
    page = marked_page(now, [], width, lasting=True, lost=[Lost(CARRIER, HEADLINE), Lost("rights/gone", "")])
    said = " ".join(" ".join(plain(line) for line in page.lines).split())
    assert "! 2 marked findings are no longer found" in said
    assert f"{HEADLINE} (access/carrier)" in said
    assert "perhaps now: One state carrier holds about half the market" in said
    assert "headline not kept (rights/gone)" in said
    assert "No finding is marked" not in said
    assert [(stop.id, stop.goto) for stop in page.stops] == [
        ("lost:access/carrier", "finding:access/state-carrier"),
        ("lost:rights/gone", ""),
    ]
    assert all(line_width(line) <= width for line in page.lines)


def test_it_is_told_and_dropped_by_ear(kept: Path) -> None:
    marked()
    now = renamed(id="state-carrier")
    reader = Reader(now, marked=marked_again())
    said = reader.answer("marks")
    assert "1 marked finding is no longer found." in said
    assert f"1: {HEADLINE}; perhaps finding 2 now." in said
    reader.answer("unmark 1")
    assert reader.answer("marks") == ["0 marked findings."]


def test_nothing_is_said_where_all_are_there() -> None:
    assert lost_words(()) == ""
