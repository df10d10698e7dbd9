"""The list of all briefs in the app: finding one, opening it, going back, what is broken."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kzbrief.brief.briefing import Briefing, load
from kzbrief.brief.entry import Entry, Fault, Listed
from kzbrief.output.glyphs import ASCII, UNICODE, Glyphs
from kzbrief.output.lines import line_width, plain
from kzbrief.shelf import store
from kzbrief.state import State
from kzbrief.tui.briefs_sheet import BriefsSheet, FaultSheet
from kzbrief.tui.desk import Desk
from kzbrief.tui.navigator import Navigator
from kzbrief.tui.page import Place
from kzbrief.tui.pages.briefs import Table, briefs

from .conftest import DATA, Reading, Run

SMALL = (DATA / "small.toml").read_text(encoding="utf-8")


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder of KZBRIEF_PATH with two briefs, one of them broken."""
    folder = tmp_path / "own"
    folder.mkdir()
    (folder / "borduria.toml").write_text(SMALL, encoding="utf-8")
    (folder / "syldavia.toml").write_text(SMALL.replace("edition = 2011", 'edition = "soon"'), encoding="utf-8")
    monkeypatch.setenv("KZBRIEF_PATH", str(folder))
    return folder


@pytest.fixture
def opened() -> Briefing:
    """The brief that is open at first."""
    return load("kazakhstan-2011")


async def settled(reading: Reading) -> None:
    """Wait until all briefs have been read."""
    sheet = reading.screen.sheet.sheet
    assert isinstance(sheet, BriefsSheet)
    await reading.until(lambda: not sheet.shelf.waiting)


async def test_all_briefs_are_listed_beside_the_open_one(own: Path, opened: Briefing, run: Run) -> None:
    async with run(opened) as reading:
        await reading.press("b")
        await settled(reading)
        assert "══ Briefs" in reading.text
        assert reading.rows[3].rstrip("═ ").endswith("9 briefs")
        row = reading.rows[reading.row_of("Kazakhstan 2011")]
        assert row.startswith(" > Kazakhstan 2011")
        assert "55 of 100 (0 is best)" in row
        assert row.rstrip().endswith("Partly Free  full")
        assert "37 of 100 (100 is best)" in reading.rows[reading.row_of("Kazakhstan 2025")]
        assert "broken: " in reading.rows[reading.row_of("syldavia")]
        await reading.press("escape")
        assert "══ Briefs" not in reading.text
        assert "Kazakhstan" in reading.rows[0]


async def test_a_brief_is_found_opened_and_gone_back_from(own: Path, opened: Briefing, run: Run) -> None:
    async with run(opened) as reading:
        await reading.press("2", "j", "j")
        before, current = reading.text, reading.current
        await reading.press("b")
        await settled(reading)
        await reading.press(*"iceland 2023")
        assert len([row for row in reading.rows if " of 100 " in row]) == 1
        await reading.press("enter")
        assert "Iceland" in reading.rows[0]
        assert "[1 Dashboard]" in reading.rows[1]
        assert reading.app.title == "Iceland"
        await reading.press("2", "left_square_bracket")
        assert "Iceland" in reading.rows[0]  # the way within a brief comes first
        await reading.press("left_square_bracket")
        assert "Kazakhstan" in reading.rows[0]
        assert reading.current == current
        await reading.press("right_square_bracket")
        assert "Iceland" in reading.rows[0]
        await reading.press("left_square_bracket")
        assert reading.text.splitlines()[:-1] == before.splitlines()[:-1]


async def test_accents_make_no_difference_in_the_list(own: Path, opened: Briefing, run: Run) -> None:
    path = own / "cote.toml"
    path.write_text(
        Path(opened.path).read_text(encoding="utf-8").replace('title = "Kazakhstan"', 'title = "Côte d’Azur"', 1), encoding="utf-8"
    )
    async with run(opened) as reading:
        await reading.press("b")
        await settled(reading)
        await reading.press(*"cote d'a")
        assert len([row for row in reading.rows if " of 100 " in row]) == 1
        assert "Côte d’Azur" in reading.text


async def test_a_broken_brief_is_not_opened_but_explained(own: Path, opened: Briefing, run: Run) -> None:
    async with run(opened) as reading:
        await reading.press("b")
        await settled(reading)
        await reading.press(*"broken", "enter")
        assert "This brief cannot be opened" in reading.text
        assert isinstance(reading.screen.sheet.sheet, FaultSheet)
        assert 'edition = "soon"' in reading.text
        assert reading.screen.sheet.sheet.place.startswith(f"{own}/syldavia.toml:")
        await reading.press("y")
        assert "place sent to the terminal" in reading.rows[-1] or "copied" in reading.rows[-1]
        # Back to the list as it was, and on to another brief.
        await reading.press("escape")
        assert "broken" in reading.rows[4]
        assert "syldavia" in reading.text
        await reading.press(*["backspace"] * 6, *"borduria", "enter")
        assert "Borduria" in reading.rows[0]


async def test_a_click_opens_a_brief_and_the_open_one_only_closes_the_list(own: Path, opened: Briefing, run: Run) -> None:
    async with run(opened, 120, 40) as reading:
        await reading.press("b")
        await settled(reading)
        await reading.pilot.click(offset=(8, reading.row_of("Iran 2013")))
        await reading.pilot.pause()
        assert "Iran" in reading.rows[0]
        await reading.press("b", "enter")
        assert "══ Briefs" not in reading.text
        assert "Iran" in reading.rows[0]
        await reading.press("ctrl+p", *"show all briefs", "enter")
        assert "══ Briefs" in reading.text


async def test_a_filter_of_sources_belongs_to_its_brief(own: Path, opened: Briefing, run: Run) -> None:
    async with run(opened) as reading:
        await reading.press("6", "slash", *"oni", "enter")
        before = reading.text
        await reading.press("b")
        await settled(reading)
        await reading.press(*"borduria", "enter")
        assert "oni" not in reading.rows[3]
        await reading.press("left_square_bracket")
        assert reading.screen.navigator.words == "oni"
        assert reading.text.splitlines()[4:-1] == before.splitlines()[4:-1]


async def test_in_restricted_use(own: Path, tmp_path: Path, opened: Briefing, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "elsewhere.toml").write_text(SMALL, encoding="utf-8")
    monkeypatch.setenv("KZBRIEF_PATH", os.pathsep.join([str(own), str(other)]))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("KZBRIEF_RESTRICTED", "1")
    async with run(opened) as reading:
        await reading.press("b")
        await settled(reading)
        assert "Borduria" in reading.text
        assert "elsewhere" not in str(list(reading.screen.sheet.sheet.shelf.listed()))  # type: ignore[union-attr]
    assert not (tmp_path / "cache").exists()


# The desk


def test_the_index_is_used_only_where_something_may_be_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert Desk().store() is None
    assert not (tmp_path / "kzbrief").exists()
    place = Desk(State()).store()
    assert place is not None
    assert (tmp_path / "kzbrief" / store.FILE).is_file()


def test_a_brief_that_was_put_down_comes_back_and_is_read_again_once_it_has_changed(tmp_path: Path) -> None:
    file = tmp_path / "borduria.toml"
    file.write_text(SMALL, encoding="utf-8")
    desk = Desk()
    navigator, place = desk.open(str(file), UNICODE)
    assert place is None
    navigator.open = 2
    here = Place("finding:rights/blogger-fined", row=2)
    desk.put_down(navigator, here)
    assert desk.open(str(file), UNICODE) == (navigator, here)
    file.write_text(SMALL.replace("Borduria", "Syldavia"), encoding="utf-8")
    again, place = desk.open(str(file), UNICODE)
    assert again.briefing.brief.brief.title == "Syldavia"
    assert (again.open, place) == (2, here)


def test_what_is_put_down_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from kzbrief import state

    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    navigator = Navigator(load("iran-2013"), UNICODE)
    navigator.open = 1
    Desk(State()).put_down(navigator, Place("part:access"))
    kept = state.load()
    assert kept.briefs["iran-2013"].tab == navigator.tab.id
    again, place = Desk(kept).open(navigator.briefing.path, UNICODE)
    assert (again.open, place) == (1, Place("part:access"))
    Desk().put_down(navigator, Place("part:content"))
    assert state.load().briefs["iran-2013"] == kept.briefs["iran-2013"]


# The page

LONG = "A Country with a Very Long Name That Goes On and On, and On"


def listed(
    total: float | str | None = 55,
    direction: str = "0-best",
    status: str | None = "Partly Free",
    title: str = "Borduria",
    *,
    warned: bool = False,
) -> Listed:
    entry = Entry(
        title=title,
        country="BO",
        language="en",
        index="Freedom on the Net",
        edition=2011,
        extent="short",
        total=total,
        status=status,
        tone="middle",
        lowest=0,
        highest=100,
        direction=direction,  # type: ignore[arg-type]
        findings=3,
        works=4,
        warned=warned,
    )
    return Listed("borduria", "/somewhere/borduria.toml", entry=entry)


@pytest.mark.parametrize("width", [40, 59, 60, 71, 72, 80, 99, 100, 120, 200])
@pytest.mark.parametrize("glyphs", [UNICODE, ASCII], ids=["unicode", "ascii"])
def test_no_line_is_too_wide(width: int, glyphs: Glyphs) -> None:
    fault = Fault("/somewhere/else/a-file-with-a-long-name.toml", 1234, 56, "syntax", "what is wrong is told at some length " * 3, None, 2)
    found = [
        *(
            listed(total, status=status, title=title, warned=total == 100)
            for total in (0, 7.5, 100, "n/a", None)
            for status in ("Not Free", None, "n/a")
            for title in ("X", LONG)
        ),
        Listed("broken-" + "x" * 60, "/somewhere/broken.toml", opens=False, other="/elsewhere/broken.toml", fault=fault),
        Listed("unread", "/somewhere/unread.toml"),
    ]
    page = briefs(found, Table(found, width, glyphs), 30)
    page.grow()
    assert len(page.stops) == len(found)
    assert max(map(line_width, page.lines)) <= width
    assert max(line_width(line) for foot in page.feet for line in foot) <= width
    # One blank at least between what stands side by side.
    assert not [line for line in map(plain, page.lines) if ")├" in line or ")+-" in line]


def test_a_scale_runs_from_best_to_worst_whichever_way_it_counts() -> None:
    def place(item: Listed) -> int:
        page = briefs([item], Table([item], 120, UNICODE), 30)
        found = plain(page.lines[-1]).find("█")
        return found - plain(page.lines[0]).index("best") if found >= 0 else -1

    assert place(listed(20)) == place(listed(80, "100-best"))
    assert place(listed(0)) == place(listed(100, "100-best")) < place(listed(50)) < place(listed(100)) == place(listed(0, "100-best"))
    # What is not known is not drawn, least of all as 0.
    assert place(listed(None)) == place(listed("n/a")) == -1
    assert "total not known" in plain(briefs([listed(None)], Table([listed(None)], 80, UNICODE), 30).lines[0])


def test_a_long_list_is_laid_out_as_far_as_the_view_goes() -> None:
    found = [listed() for __ in range(1000)]
    page = briefs(found, Table(found, 80, UNICODE), 20)
    assert len(page.lines) < 100
    page.grow()
    assert len(page.stops) == 1000


async def test_briefs_of_one_country_and_year_are_told_apart(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("borduria-2011", "borduria-2011-new-draft", "borduria-another-draft"):
        (tmp_path / f"{name}.toml").write_text(SMALL, encoding="utf-8")
    for width in (80, 120, 40):
        async with run(load("borduria-2011-new-draft.toml"), width, 30) as reading:
            await reading.press("b")
            await settled(reading)
            rows = [row for row in reading.rows if "draft" in row and "/" not in row]
            assert len({row[:24] for row in rows}) == len(rows) == 2
            # The cursor stands on the open one, by whatever path it was opened.
            (current,) = (row for row in rows if row.startswith(" > "))
            assert "new-draft" in current


@pytest.mark.parametrize("width", [40, 60, 72, 80, 100, 120])
@pytest.mark.parametrize("signs", [False, True])
def test_the_year_of_a_brief_stays_where_its_country_is_cut(width: int, signs: bool) -> None:
    """The words of a status may be long, as in Russian."""
    found = [listed(title=title, status="Частично свободна", warned=True) for title in ("Казахстан", LONG)]
    table = Table(found, width, UNICODE, signs=signs)
    for item in found:
        text = "\n".join(plain(line) for line in table.rows(item))
        assert "2011" in text.split("\n")[0]
        assert all(line_width(line) <= width for line in table.rows(item))
        assert "..." not in text or item is found[1] or width < 60
