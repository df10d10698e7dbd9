"""Pages are laid out as far as somebody reads, and what that costs grows with the brief no faster than the brief itself.

Nothing here is timed: the lines of Python that are run are counted.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from types import FrameType

import pytest

from kzbrief.brief.briefing import Briefing, load
from kzbrief.brief.method import Method
from kzbrief.output.glyphs import UNICODE
from kzbrief.output.summary import summary_lines
from kzbrief.tui.cursor import Cursor
from kzbrief.tui.navigator import Navigator
from kzbrief.tui.opening import first_frame
from kzbrief.tui.page import Page, Place
from kzbrief.tui.palette import Palette
from kzbrief.tui.sheets import SourceSheet
from tests.bench.large import HUGE, LARGE, large_brief

SIZES = (60, 120, 240)
"""Findings of the briefs that are compared, each twice as many as before."""
TABS = ("dashboard", "access", "content", "/timeline", "sources")


@lru_cache
def method() -> Method:
    return load("kazakhstan-2011").method


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

    def trace(_frame: FrameType, event: str, _argument: object) -> Callable[..., object]:
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


def whole(path: Path, tab: str) -> Callable[[], object]:
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
        while cursor.page_down():
            pass

    return pages


WORK: dict[str, Callable[[Path], Callable[[], object]]] = {
    **{f"all of {tab}": lambda path, tab=tab: whole(path, tab) for tab in TABS},  # type: ignore[misc]
    "palette": palette,
    "all sheets": sheets,
    "summary": summary,
    "page after page": walk,
    "reading the file": lambda path: lambda: load(path),
}


@pytest.mark.parametrize("name", WORK)
def test_twice_the_findings_cost_no_more_than_twice(files: dict[int, Path], name: str) -> None:
    first, second, third = (steps(WORK[name](files[size])) for size in SIZES)
    assert third - second <= 2.5 * (second - first)


@pytest.mark.parametrize("tab", TABS[1:])
def test_opening_a_tab_lays_out_what_is_in_view(files: dict[int, Path], tab: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from kzbrief.tui.pages import section, sources, timeline, words

    wrapped = 0

    def counted(wrap: Callable[..., object]) -> Callable[..., object]:
        def wrapping(*given: object) -> object:
            nonlocal wrapped
            wrapped += 1
            return wrap(*given)

        return wrapping

    for module in (section, sources, timeline):
        monkeypatch.setattr(module, "wrap", counted(module.wrap))
    monkeypatch.setattr(words, "paragraphs", counted(words.paragraphs))
    counts = []
    for size in SIZES:
        wrapped = 0
        page = navigator(files[size], tab).layout(120, 36)
        assert 36 <= len(page.lines) < 100
        counts.append(wrapped)
    assert max(counts) <= 1.5 * min(counts)


def test_the_first_frame_costs_as_good_as_the_same(files: dict[int, Path]) -> None:
    theme = themes_load()
    counts = [steps(lambda made=navigator(files[size]): first_frame(made, theme, None, 120, 40)) for size in SIZES]  # type: ignore[misc]
    assert counts[2] <= 1.5 * counts[0]


def themes_load() -> object:
    from kzbrief.output import themes

    return themes.load("kz-dark")


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
    moved = True
    while moved:
        moved = getattr(growing, move)(*given)
        assert moved == getattr(ready, move)(*given)
        assert (growing.top, growing.current, growing.spot) == (ready.top, ready.current, ready.spot)
    assert len(growing.page.lines) <= len(ready.page.lines)


def test_jumps_lay_out_as_far_as_they_lead() -> None:
    for jump in (
        lambda cursor: cursor.last(),
        lambda cursor: cursor.find("finding:access/satellite"),
        lambda cursor: cursor.find_spot(cursor_spot),
        lambda cursor: cursor.find("finding:nowhere"),
        lambda cursor: cursor.find_spot("cite:99999"),
        lambda cursor: cursor.go(Place(stops[-2], row=3)),
        lambda cursor: cursor.go(Place(stops[-1], share=0.5)),
        lambda cursor: cursor.go(Place("finding:nowhere")),
    ):
        growing, ready = cursors(load("kazakhstan-2011"), "access")
        cursor_spot = ready.page.spots[-1].ref
        stops = [stop.id for stop in ready.page.stops]
        assert len(growing.page.lines) < len(ready.page.lines) / 2
        assert jump(growing) == jump(ready)
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
