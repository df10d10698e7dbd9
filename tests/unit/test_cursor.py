"""Where a reader stands on a page, and the moves from it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzbrief.output.lines import Span
from kzbrief.tui.cursor import Cursor
from kzbrief.tui.page import Page, Spot, Stop

MOVES = ("down", "up", "page_down", "page_up", "first", "last", "next", "previous", "release", "first_citation")


def page(sizes: list[int], heading: int = 2, spots: bool = True, foot: int = 0) -> Page:
    """A page with stops of those heights, an empty line after each, a spot on the last line of each."""
    stops, marks, top = [], [], heading
    for number, size in enumerate(sizes):
        stops.append(Stop(f"finding:{number}", top, top + size))
        if spots:
            marks.append(Spot(f"cite:{number}", top + size - 1, 3, 6, number))
        top += size + 1
    lines = [[Span(f"line {number}")] for number in range(max(0, top - 1))]
    feet = [[[], *[[Span("note")]] * foot] for _size in sizes] if foot else []
    return Page(40, lines, stops, marks, feet=feet)


def standing(sizes: list[int], height: int, **options: int) -> Cursor:
    cursor = Cursor()
    cursor.show(page(sizes, **options), height)
    return cursor


def test_a_page_opens_at_its_beginning_with_its_first_stop() -> None:
    cursor = standing([3, 3, 3], 6)
    assert (cursor.top, cursor.stop, cursor.spot) == (0, 0, None)


def test_a_first_stop_that_is_out_of_view_gives_way_to_one_in_view() -> None:
    made = page([3] * 10)
    cursor = Cursor()
    cursor.show(Page(made.width, made.lines, made.stops, made.spots, first=8), 6)
    assert (cursor.top, cursor.stop) == (0, 0)


def test_the_next_stop_is_shown_whole_where_it_fits() -> None:
    cursor = standing([3, 3, 3], 8)
    assert cursor.down()
    assert (cursor.stop, cursor.top) == (1, 1)


def test_a_tall_stop_is_read_by_lines_in_both_directions() -> None:
    cursor = standing([2, 20, 2], 8)
    cursor.down()
    stop = cursor.current
    assert stop
    assert cursor.top == stop.top
    steps = 0
    while cursor.stop == 1:
        assert cursor.down()
        steps += 1
    assert steps == 20 - 8 + 1
    assert cursor.stop == 2
    cursor.up()
    assert cursor.stop == 1
    assert stop.bottom <= cursor.top + cursor.room
    steps = 0
    while cursor.stop == 1:
        assert cursor.up()
        steps += 1
    assert steps == 20 - 8 + 1


def test_at_the_last_stop_the_rest_of_the_page_is_read_by_lines() -> None:
    made = page([2, 2])
    made.lines.extend([[Span("more")]] * 20)
    cursor = Cursor()
    cursor.show(made, 5)
    cursor.down()
    while cursor.down():
        pass
    assert cursor.top == cursor.limit


def test_the_foot_takes_rows_from_the_view() -> None:
    cursor = standing([3, 3, 3], 8, foot=2)
    assert cursor.room == 5
    cursor.last()
    stop = cursor.current
    assert stop
    assert stop.bottom <= cursor.top + 5


def test_no_stops_at_all() -> None:
    cursor = Cursor()
    cursor.show(Page(10, [[Span("x")]] * 30), 10)
    assert cursor.down()
    assert cursor.page_down()
    assert not cursor.next()
    assert cursor.current is None
    assert cursor.ref == ""
    place = cursor.place()
    cursor.last()
    cursor.go(place)


def test_stops_that_lead_somewhere_are_walked_with_the_citations() -> None:
    stops = [Stop("part:a", 0, 1, goto="section:a"), Stop("fact:b", 1, 2), Stop("finding:c", 2, 4)]
    spots = [Spot("cite:0", 3, 0, 3, 2)]
    cursor = Cursor()
    cursor.show(Page(10, [[]] * 4, stops, spots), 10)
    assert cursor.ref == "section:a"
    assert cursor.next()
    assert cursor.ref == "cite:0"
    assert not cursor.next()
    assert cursor.previous()
    assert cursor.ref == "section:a"
    assert not cursor.previous()


def test_a_sheet_moves_the_view_only_where_it_would_hide_the_citation() -> None:
    cursor = standing([3] * 10, 20)
    cursor.find_spot("cite:0")
    cursor.cover(10)
    assert cursor.top == 0
    cursor.uncover(0, 0, 0)
    cursor.find_spot("cite:3")
    top = cursor.top
    cursor.cover(10)
    line = cursor.page.spots[3].line
    assert top < cursor.top <= line < cursor.top + 10
    cursor.uncover(top, 3, 3)
    assert cursor.top == top


def test_a_sheet_over_the_whole_view_moves_nothing() -> None:
    cursor = standing([3] * 10, 10)
    cursor.find_spot("cite:5")
    top = cursor.top
    cursor.cover(10)
    assert cursor.top == top


@given(
    sizes=st.lists(st.integers(1, 30), min_size=1, max_size=12),
    height=st.integers(6, 25),
    moves=st.lists(st.sampled_from([*MOVES, "wheel", "back"]), max_size=40),
    foot=st.integers(0, 3),
)
def test_what_is_current_is_always_in_view(sizes: list[int], height: int, moves: list[str], foot: int) -> None:
    cursor = standing(sizes, height, foot=foot)
    for move in moves:
        if move in ("wheel", "back"):
            cursor.scroll(3 if move == "wheel" else -3)
        else:
            getattr(cursor, move)()
        assert 0 <= cursor.top <= max(0, len(cursor.page.lines) - 1)
        stop = cursor.current
        assert stop
        assert stop.bottom > cursor.top
        if move in ("next", "previous", "first_citation") and cursor.spot is not None:
            line = cursor.page.spots[cursor.spot].line
            assert cursor.top <= line < cursor.top + cursor.room


@given(
    sizes=st.lists(st.integers(1, 30), min_size=1, max_size=12),
    height=st.integers(4, 25),
    moves=st.lists(st.sampled_from(MOVES), max_size=20),
)
def test_a_place_leads_back_to_the_same_view(sizes: list[int], height: int, moves: list[str]) -> None:
    cursor = standing(sizes, height)
    for move in moves:
        getattr(cursor, move)()
    before = cursor.top, cursor.stop, cursor.spot
    place = cursor.place()
    cursor.first()
    cursor.show(page(sizes), height, place)
    assert (cursor.top, cursor.stop, cursor.spot) == before


@pytest.mark.parametrize("move", MOVES)
def test_a_place_of_a_stop_that_is_gone_is_the_beginning(move: str) -> None:
    cursor = standing([3, 3, 3], 5)
    getattr(cursor, move)()
    place = cursor.place()
    made = page([2])
    cursor.show(Page(40, made.lines, [Stop("other", 2, 4)], []), 5, place)
    assert (cursor.stop, cursor.top) == (0, 0)


def test_page_keys_end_where_the_last_stop_takes_rows_for_its_sources() -> None:
    made = page([1] * 12)
    feet: list[list[list[Span]]] = [[] for _stop in made.stops]
    feet[-1] = [[], *[[Span("note")]] * 2]
    cursor = Cursor()
    cursor.show(Page(made.width, made.lines, made.stops, made.spots, feet=feet), 8)
    turns = [cursor.page_down() for _turn in range(12)]
    assert turns[-1] is False
    assert cursor.stop == len(made.stops) - 1
    turns = [cursor.page_up() for _turn in range(12)]
    assert turns[-1] is False
    assert (cursor.top, cursor.stop) == (0, 0)


def test_a_stop_is_found_by_its_column() -> None:
    made = page([2])
    stops = [Stop("part:access", 0, 2, end=20), Stop("fact:population", 0, 1, start=20), Stop("fact:press", 1, 2, start=20)]
    cursor = Cursor()
    cursor.show(Page(40, made.lines, stops), 8)
    assert [cursor.stop_at(0, 19), cursor.stop_at(0, 20), cursor.stop_at(1, 39), cursor.stop_at(2, 39)] == [0, 1, 2, None]
