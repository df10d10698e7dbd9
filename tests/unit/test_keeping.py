"""The same place in a list of names, and on a page, that has changed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kzbrief.tui.cursor import Cursor
from kzbrief.tui.keeping import counterpart, place_after
from kzbrief.tui.page import Page, Spot, Stop

NAMES = st.lists(st.sampled_from("abcdefghijklmnopqrstuvwxyz"), unique=True, min_size=1, max_size=12)
NEW = st.sampled_from(["A", "B", "C"])


@given(NAMES, NAMES, st.data())
def test_what_stays_is_itself_whatever_else_happens(before: list[str], after: list[str], data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(before))
    found = counterpart(name, before, after)
    assert found in after
    if name in after:
        assert found == name


@given(NAMES, st.data())
def test_what_is_renamed_is_found_by_its_neighbours(before: list[str], data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(before) - 1))
    after = [*before]
    after[place] = "new"
    inserted = data.draw(st.integers(0, len(after)))
    if inserted not in (place, place + 1):  # what is put in right beside a renamed one cannot be told from it
        after.insert(inserted, "other")
    assert counterpart(before[place], before, after) == "new"


@given(NAMES, st.data())
def test_what_is_removed_hands_over_to_what_follows_it(before: list[str], data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(before) - 1))
    after = before[:place] + before[place + 1 :]
    assert counterpart(before[place], before, after) == (after[min(place, len(after) - 1)] if after else None)


@given(NAMES, st.data())
def test_several_that_are_renamed_stay_in_their_order(before: list[str], data: st.DataObject) -> None:
    first = data.draw(st.integers(0, len(before) - 1))
    last = data.draw(st.integers(first, len(before) - 1))
    after = [name.upper() if first <= place <= last else name for place, name in enumerate(before)]
    assert [counterpart(name, before, after) for name in before] == after


def test_what_was_never_there_is_nowhere() -> None:
    assert counterpart("x", ["a"], ["b"]) is None


def page(stops: list[tuple[str, int, list[str]]]) -> Page:
    """Return a page with stops of so many lines, each with a spot for each reference on its first line."""
    lines, made, spots = 0, [], []
    for number, (name, height, refs) in enumerate(stops):
        made.append(Stop(name, lines, lines + height))
        spots += [Spot(ref, lines, place, place + 1, number) for place, ref in enumerate(refs)]
        lines += height + 1
    return Page(80, [[] for _line in range(lines)], made, spots)


STOPS = st.lists(
    st.tuples(st.sampled_from("abcdefghijkl"), st.integers(1, 30), st.lists(st.sampled_from(["x", "y", "z"]), max_size=4)),
    unique_by=lambda stop: stop[0],
    min_size=1,
    max_size=8,
)


@given(STOPS, STOPS, STOPS, st.integers(5, 40), st.data())
def test_the_view_stays_where_it_was_on_what_is_current(
    above: list[tuple[str, int, list[str]]],
    below: list[tuple[str, int, list[str]]],
    other: list[tuple[str, int, list[str]]],
    height: int,
    data: st.DataObject,
) -> None:
    current = ("current", data.draw(st.integers(1, 60)), data.draw(st.lists(st.sampled_from(["x", "y"]), max_size=5)))
    cursor = Cursor()
    # Room enough on all sides, so that nothing has to move.
    room = ("room", 100, [])
    old = page([*above, room, current, ("end", 100, []), *below])
    cursor.show(old, height)
    cursor.find("current")
    cursor.scroll(data.draw(st.integers(-5, 20)))
    if not cursor.current or cursor.current.id != "current":
        return
    if refs := [number for number, spot in enumerate(old.spots) if old.stops[spot.stop].id == "current"]:
        cursor.point(cursor.stop, data.draw(st.sampled_from(refs)))
    before = cursor.current.top - cursor.top, cursor.ref
    place = cursor.place()
    new = page([*other, room, current, ("end", 100, []), *above])
    moved = place_after(place, "current", old, new, str, str)
    cursor.show(new, height, moved)
    assert cursor.current
    assert cursor.current.id == "current"
    assert cursor.ref == before[1]
    if before[0] < 0 or cursor.spot is None or before[0] < height:
        seen = old.spots[place.spot].line if place.spot is not None else -1
        if seen < 0 or before[0] >= 0:
            assert abs((cursor.current.top - cursor.top) - before[0]) <= (1 if before[0] < 0 else 0)


def test_a_citation_stays_current_though_its_number_changes() -> None:
    old = page([("a", 2, ["cite:0", "cite:1", "cite:2"])])
    new = page([("new", 2, ["cite:0"]), ("a", 2, ["cite:1", "cite:2", "cite:3"])])
    cursor = Cursor()
    cursor.show(old, 10)
    cursor.point(0, 2)
    keys = {"cite:0": "x", "cite:1": "y", "cite:2": "x"}
    new_keys = {"cite:0": "x", "cite:1": "x", "cite:2": "x", "cite:3": "y"}
    moved = place_after(cursor.place(), "a", old, new, keys.__getitem__, new_keys.__getitem__)
    assert new.spots[moved.spot or 0].ref == "cite:2"  # the second of the same source
    gone = place_after(cursor.place(), "a", old, page([("a", 2, ["cite:0"])]), keys.__getitem__, {"cite:0": "y"}.__getitem__)
    assert gone.spot is None
