"""Pages are laid out as far as somebody reads, and what that costs grows with the brief no faster than the brief itself.

Nothing here is timed: the lines of Python that are run are counted.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from kzbrief.brief.briefing import Briefing, load
from kzbrief.output import themes, wrapping
from kzbrief.output.glyphs import UNICODE
from kzbrief.output.summary import summary_lines
from kzbrief.tui.cursor import Cursor
from kzbrief.tui.navigator import Navigator
from kzbrief.tui.opening import first_frame
from kzbrief.tui.page import Page, Place
from kzbrief.tui.palette import Palette
from kzbrief.tui.sheets import SourceSheet
from tests.bench.large import HUGE, LARGE, large_brief

SIZES = (120, 240, 480)
"""Findings of the briefs that are compared, each twice as many as before."""
TABS = ("dashboard", "access", "content", "/timeline", "sources")


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Path]:
    folder = tmp_path_factory.mktemp("large")
    found = {size: folder / f"{size}.toml" for size in SIZES}
    for size, path in found.items():
        path.write_text(large_brief(size, size, size * 300), encoding="utf-8")
    return found


def navigator(path: Path, tab: str = "") -> Navigator:
    """Return a navigator of a brief that nothing has been worked out of yet."""
    found = Navigator(load(path), UNICODE)
    found.open = next((number for number, item in enumerate(found.tabs) if item.id == tab), 0)
    return found


def steps(work: Callable[[], object]) -> int:
    """Return how many lines of Python it takes."""
    count = 0

    def trace(_frame: FrameType, event: str, _argument: object) -> Any:
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


def whole(tab: str, path: Path) -> Callable[[], object]:
    made = navigator(path, tab)
    return lambda: made.layout(120, 36).grow()


def palette(path: Path) -> Callable[[], object]:
    made = navigator(path)
    return lambda: Palette(made.briefing, made.tabs, "section").hits("country")


def sheets(path: Path) -> Callable[[], object]:
    briefing = load(path)
    return lambda: [SourceSheet(briefing, key).layout(120, 40) for key in briefing.index.sources]


def summary(path: Path) -> Callable[[], object]:
    briefing = load(path)
    return lambda: summary_lines(briefing, 100, UNICODE, full=True)


def walk(path: Path) -> Callable[[], object]:
    cursor = Cursor()
    cursor.show(navigator(path, "content").layout(120, 36), 36)

    def pages() -> None:
        while cursor.page.rest:
            cursor.page_down()

    return pages


WORK: dict[str, Callable[[Path], Callable[[], object]]] = {
    **{f"all of {tab}": partial(whole, tab) for tab in TABS},
    "palette": palette,
    "all sheets": sheets,
    "summary": summary,
    "page after page": walk,
    "reading the file": lambda path: lambda: load(path),
}


@pytest.mark.parametrize("name", WORK)
def test_twice_the_findings_cost_no_more_than_twice(files: dict[int, Path], name: str) -> None:
    WORK[name](files[SIZES[0]])()  # what is done once and for all
    first, second, third = (steps(WORK[name](files[size])) for size in SIZES)
    # Each step has twice the findings of the one before: the growth doubles, too, or is four times as much where it is quadratic.
    assert third - second <= 2.8 * max(second - first, first / 2)


@pytest.mark.parametrize("tab", TABS[1:])
def test_opening_a_tab_lays_out_what_is_in_view(files: dict[int, Path], tab: str, monkeypatch: pytest.MonkeyPatch) -> None:
    breaks, wrapped = wrapping._breaks, 0

    def counted(text: str, width: int) -> Iterable[tuple[int, int]]:
        nonlocal wrapped
        wrapped += 1
        return breaks(text, width)

    monkeypatch.setattr(wrapping, "_breaks", counted)
    counts = []
    for size in SIZES:
        wrapped = 0
        page = navigator(files[size], tab).layout(120, 36)
        assert 36 <= len(page.lines) < 100
        counts.append(wrapped)
    assert max(counts) <= 1.5 * min(counts)
    assert min(counts) >= 10


def test_the_first_frame_hardly_costs_more(files: dict[int, Path]) -> None:
    theme = themes.load("kz-dark")
    first_frame(navigator(files[SIZES[0]]), theme, None, 120, 40)
    made = [navigator(files[size]) for size in SIZES]
    counts = [steps(partial(first_frame, item, theme, None, 120, 40)) for item in made]
    # Four times the findings: only looking up which of them have remarks goes through all.
    assert counts[2] <= 2 * counts[0]


def test_tabs_are_got_ready_one_by_one(files: dict[int, Path]) -> None:
    made = navigator(files[SIZES[0]])
    made.layout(120, 36)
    assert [made.prepare(120, 36) for __ in made.tabs] == [True] * (len(made.tabs) - 1) + [False]
    assert made.open == 0
    for number in range(len(made.tabs)):
        made.open = number
        assert steps(partial(made.layout, 120, 36)) < 30


def test_pages_are_kept_while_they_are_not_too_long(files: dict[int, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    made = navigator(files[SIZES[0]])
    first = made.layout(120, 36)
    made.switch(1, Place())
    made.layout(120, 36).grow()
    made.switch(0, Place())
    assert made.layout(120, 36) is first
    monkeypatch.setattr("kzbrief.tui.navigator._MOST_LINES", 100)
    made.switch(1, Place())
    made.switch(0, Place())
    assert made.layout(120, 36) is not first


def plain(page: Page) -> tuple[object, ...]:
    return page.lines, page.stops, page.spots, page.notes, page.feet, page.first


@pytest.mark.parametrize("tab", TABS)
@pytest.mark.parametrize(("width", "height"), [(60, 24), (120, 36), (160, 46)])
def test_a_page_that_grows_is_the_page_laid_out_at_once(tab: str, width: int, height: int) -> None:
    briefing = load("kazakhstan-2011")
    step_by_step, at_once = Navigator(briefing, UNICODE), Navigator(briefing, UNICODE)
    step_by_step.open = at_once.open = next(number for number, item in enumerate(at_once.tabs) if item.id == tab)
    page, other = step_by_step.layout(width, height), at_once.layout(width, height)
    other.grow()
    while page.rest:
        before = len(page.lines)
        page.grow(before + 1)
        assert len(page.lines) > before or not page.rest
    assert plain(page) == plain(other)


def cursors(briefing: Briefing, tab: str) -> tuple[Cursor, Cursor]:
    """Return two cursors on the same tab, one on a page that grows, one on a page that is there."""
    found = []
    for ready in (False, True):
        made = Navigator(briefing, UNICODE)
        made.open = next(number for number, item in enumerate(made.tabs) if item.id == tab)
        page = made.layout(80, 20)
        page.grow(None if ready else 20)
        cursor = Cursor()
        cursor.show(page, 20)
        found.append(cursor)
    return found[0], found[1]


@pytest.mark.parametrize("tab", TABS)
@pytest.mark.parametrize("move", ["down", "page_down", "next", "scroll"])
def test_moves_do_not_tell_whether_the_page_is_there(tab: str, move: str) -> None:
    growing, ready = cursors(load("kazakhstan-2011"), tab)
    given = (3,) if move == "scroll" else ()
    for __ in range(150):
        assert getattr(growing, move)(*given) == getattr(ready, move)(*given)
        assert (growing.top, growing.current, growing.spot) == (ready.top, ready.current, ready.spot)
    assert plain(growing.page) == plain(ready.page)


JUMPS: dict[str, Callable[[Cursor, str, list[str]], bool]] = {
    "to the end": lambda cursor, _spot, _stops: cursor.last(),
    "to a finding": lambda cursor, _spot, stops: cursor.find(stops[-3]),
    "to a citation": lambda cursor, spot, _stops: cursor.find_spot(spot),
    "to no finding": lambda cursor, _spot, _stops: cursor.find("finding:nowhere"),
    "to no citation": lambda cursor, _spot, _stops: cursor.find_spot("cite:99999"),
    "to a place": lambda cursor, _spot, stops: cursor.go(Place(stops[-2], row=3)),
    "into the middle of a stop": lambda cursor, _spot, stops: cursor.go(Place(stops[-1], share=0.5)),
    "to no place": lambda cursor, _spot, _stops: cursor.go(Place("finding:nowhere")),
}


@pytest.mark.parametrize("jump", JUMPS)
def test_jumps_lay_out_as_far_as_they_lead(jump: str) -> None:
    growing, ready = cursors(load("kazakhstan-2011"), "access")
    spot, stops = ready.page.spots[-1].ref, [stop.id for stop in ready.page.stops]
    assert len(growing.page.lines) < len(ready.page.lines) / 2
    assert JUMPS[jump](growing, spot, stops) == JUMPS[jump](ready, spot, stops)
    assert (growing.top, growing.current, growing.spot) == (ready.top, ready.current, ready.spot)


def test_the_same_numbers_give_the_same_brief() -> None:
    assert large_brief(*LARGE) == large_brief(*LARGE)
    assert large_brief(20, 20, 5000) != large_brief(21, 20, 5000)


@pytest.mark.parametrize(("findings", "sources", "characters"), [LARGE, HUGE])
def test_a_large_brief_is_as_large_as_it_says(findings: int, sources: int, characters: int, tmp_path: Path) -> None:
    path = tmp_path / "large.toml"
    path.write_text(large_brief(findings, sources, characters), encoding="utf-8")
    briefing = load(path)
    index = briefing.index
    assert (index.evidence.findings, index.evidence.works, index.evidence.notes) == (findings, sources, sources)
    assert sum(len(entry.finding.text) for entry in index.entries) == pytest.approx(characters, rel=0.05)
    assert index.evidence.citations >= findings
