"""What is copied of figures: never a bare number."""

from __future__ import annotations

import pytest

from kzbrief.brief.briefing import Briefing, load
from kzbrief.output.glyphs import UNICODE
from kzbrief.tui import figure_texts, texts
from kzbrief.tui.cursor import Cursor
from kzbrief.tui.navigator import Navigator


@pytest.fixture(scope="module")
def kazakhstan() -> Briefing:
    return load("kazakhstan-2011")


def at(briefing: Briefing, stop: str, width: int = 80, tab: int = 0) -> tuple[str, str]:
    navigator = Navigator(briefing, UNICODE)
    navigator.open = tab
    cursor = Cursor()
    cursor.show(navigator.layout(width, 20), 20)
    assert cursor.find(stop), stop
    return texts.at(briefing, cursor)


@pytest.mark.parametrize("width", [40, 80, 120])
def test_of_two_columns_the_one_that_is_meant_is_copied(kazakhstan: Briefing, width: int) -> None:
    text, what = at(kazakhstan, "part:access", width)
    assert (text, what) == ("Obstacles to Access: 16 of 25 (0 is best), Kazakhstan, Freedom on the Net 2011", "part of the total")
    text, what = at(kazakhstan, "fact:press-freedom" if any(fact.id == "press-freedom" for fact in kazakhstan.brief.facts) else "", width)
    assert text.startswith("Press freedom status: Not Free, Kazakhstan, Freedom on the Net 2011\n! None of the six rows")


def test_the_total_can_be_reached_and_is_copied_whole(kazakhstan: Briefing) -> None:
    text, what = at(kazakhstan, "score")
    said = "Kazakhstan: 55 of 100 (0 is best), Partly Free, Freedom on the Net 2011"
    assert (text, what) == (f"{said} (2009 edition: n/a; Not Free from 2015, as later editions have it)", "total")


def test_a_total_that_is_not_from_its_publisher_takes_its_remark_along() -> None:
    text = figure_texts.total(load("kazakhstan-2025"))
    assert text.startswith(
        "Kazakhstan: 37 of 100 (100 is best), Not Free, Freedom on the Net 2025 "
        "(2024 edition: 34 of 100 (100 is best), Not Free)\n! Freedom House"
    )
    assert "14 of 25 (25 is best)" in figure_texts.part(load("kazakhstan-2025"), "access")


def test_a_row_from_outside_the_report_says_so() -> None:
    briefing = load("kazakhstan-2025")
    outside = next(fact for fact in briefing.brief.facts if fact.role == "context")
    assert "from outside the report" in figure_texts.fact(briefing, outside.id)


def test_of_charts_side_by_side_one_is_copied(kazakhstan: Briefing) -> None:
    text, what = at(kazakhstan, f"event:{kazakhstan.brief.events[0].id}", 120, 4)
    assert kazakhstan.brief.events[0].label in text or what == "finding"
