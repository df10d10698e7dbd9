"""Findings that are marked: their sign, their list, what is kept of them and what is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from kzbrief import state
from kzbrief.brief.briefing import Briefing, load
from kzbrief.output.lines import width_of
from kzbrief.tui import terminal
from kzbrief.tui.desk import Desk
from kzbrief.tui.watching import read

from .conftest import DATA, Run
from .test_state import visit

CARRIER = "access/carrier"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    return tmp_path


@pytest.fixture
def copied(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """All texts that were copied."""
    texts: list[str] = []

    def copy(text: str, _write: object) -> str:
        texts.append(text)
        return "sent"

    monkeypatch.setattr(terminal, "copy", copy)
    return texts


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (40, 15)])
async def test_a_mark_is_a_word_beside_the_headline(small: Briefing, run: Run, size: tuple[int, int]) -> None:
    async with run(small, *size, at=CARRIER) as reading:
        before, line = reading.current, reading.screen.reader.cursor.top
        await reading.press("m")
        assert "(marked)" in reading.text
        assert (reading.current, reading.screen.reader.cursor.top) == (before, line)
        assert all(width_of(row) <= size[0] for row in reading.rows)
        await reading.press("m")
        assert "(marked)" not in reading.text
        assert "no longer marked" in reading.text


async def test_nothing_to_keep_it_in_is_said(small: Briefing, run: Run, folder: Path) -> None:
    async with run(small, at=CARRIER) as reading:
        await reading.press("m")
        assert "marked for this run only; M lists all (1)" in reading.text
        await reading.press("M")
        assert "Nothing is written here: the marks are gone when you leave." in reading.text
    assert list(folder.iterdir()) == []


def test_marks_are_kept_by_brief_and_come_back(small: Briefing, long: Briefing, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app, __ = visit(small, monkeypatch, ["2", "m", "j", "m", "q"], kept=state.load(), fresh=True)
    assert state.load().marks == {state.key(small.path): [CARRIER, "access/prices"]}
    app, __ = visit(small, monkeypatch, ["2", "q"], kept=state.load(), fresh=True)
    assert app.navigator.marked == {CARRIER, "access/prices"}
    app, __ = visit(long, monkeypatch, ["q"], kept=state.load())
    assert app.navigator.marked == frozenset()
    visit(small, monkeypatch, ["2", "m", "q"], kept=state.load(), fresh=True)
    assert state.load().marks == {state.key(small.path): ["access/prices"]}
    # What another reading has marked meanwhile stays.
    kept = state.load()
    state.change(state.mark(state.key(long.path), "access/number-1", marked=True))
    visit(small, monkeypatch, ["2", "j", "m", "q"], kept=kept, fresh=True)
    assert state.load().marks == {state.key(long.path): ["access/number-1"]}


async def test_the_list_leads_to_a_finding_and_takes_marks_away(small: Briefing, run: Run) -> None:
    async with run(small) as reading:
        await reading.press("M")
        assert "No finding is marked. m marks the one that is current" in " ".join(reading.text.split())
        await reading.press("m", "y")
        assert "nothing to copy here" in reading.text
        await reading.press("escape", "2", "m", "j", "m", "4", "m", "1", "M")
        assert "══ 3 marked findings ═" in reading.text
        await reading.press("j", "enter")
        assert reading.current == "finding:access/prices"
        await reading.press("[")
        assert "[1 Dashboard]" in reading.rows[1]
        await reading.press("M", "j", "m")
        assert "══ 2 marked findings ═" in reading.text
        stop = reading.screen.sheet.reader.cursor.current
        assert stop is not None
        assert stop.id.startswith("finding:rights/"), "the next one is current"
        await reading.press("m", "m")
        assert "══ 0 marked findings ═" in reading.text
        await reading.press("escape", "2")
        assert "(marked)" not in reading.text


async def test_all_that_is_marked_is_copied_with_sources_and_addresses(small: Briefing, run: Run, copied: list[str]) -> None:
    async with run(small) as reading:
        await reading.press("2", "m", "4", "m", "M", "y")
        assert "all that is marked sent" in reading.text
    [text] = copied
    assert text.index("#access/carrier") < text.index("#rights/")
    assert text.count("In words of kzbrief, after:") == 1
    assert "55 of 100 (0 is best)" in text or "0 is best" in text


async def test_a_finding_named_elsewhere_is_marked_there(small: Briefing, run: Run) -> None:
    async with run(small) as reading:
        await reading.press("5", "m")
        assert reading.app.navigator.marked == {"rights/internet-act"}
        reading.screen.reader.move(reading.screen.reader.cursor.last)
        reading.screen.reader.move(lambda: reading.screen.reader.cursor.find("edition-sources"))
        await reading.press("m")
        assert len(reading.app.navigator.marked) == 1


async def test_a_mark_that_loses_its_finding_is_told_while_the_file_is_watched_and_in_the_list(tmp_path: Path, run: Run) -> None:
    path = tmp_path / "small.toml"
    text = (DATA / "small.toml").read_text(encoding="utf-8")
    path.write_text(text, encoding="utf-8")
    async with run(load(path), at=CARRIER) as reading:
        await reading.press("m", "2", "j", "m")
        path.write_text(text.replace('"carrier"', '"line-owner"').replace("/carrier", "/line-owner").replace(":carrier", ":line-owner"))
        reading.screen.preview.take(reading.screen.briefing.path, read(reading.screen.briefing.path))
        await reading.pilot.pause()
        assert "1 marked finding is no longer found; M tells which" in reading.text
        await reading.press("M")
        assert "══ 1 marked finding ═" in reading.text
        assert "One state carrier holds half the market (access/carrier)" in reading.text
        await reading.press("j", "enter")
        assert reading.current == "finding:access/line-owner", "what it may be now"
        await reading.press("M", "j", "m")
        assert "no longer found" not in reading.text
        assert reading.app.navigator.marked == {"access/prices"}


async def test_copying_all_says_what_is_not_there(small: Briefing, run: Run, copied: list[str]) -> None:
    async with run(small, at=CARRIER) as reading:
        await reading.press("m")
        reading.app.desk.marked._found[state.key(small.path)].append("access/gone")
        await reading.press("M", "y")
        assert "all that is marked (1 marked finding is no longer found) sent" in reading.text
    assert len(copied) == 1


@pytest.mark.parametrize(
    ("size", "said"), [((120, 40), "1 marked finding is no longer found; M tells which"), ((80, 24), "marks are lost: M")]
)
async def test_a_brief_that_has_lost_a_mark_says_so_when_it_is_opened(small: Briefing, run: Run, size: tuple[int, int], said: str) -> None:
    kept = state.State(marks={state.key(small.path): ["access/gone"]}, hinted=True)
    async with run(small, *size, greeting=Desk(kept).lost_greeting(small)) as reading:
        assert said in reading.text
