"""What the first key of its kind needs is there before it is pressed."""

from __future__ import annotations

import pytest

from kzbrief.brief.briefing import Briefing
from kzbrief.tui import ahead
from kzbrief.tui.sheets import SourceSheet
from kzbrief.tui.widgets.prompt import Prompt
from kzbrief.tui.widgets.reader import Reader

from .conftest import Run


async def test_the_line_to_type_into_is_there_and_not_seen(small: Briefing, run: Run) -> None:
    async with run(small) as reading:
        prompt = reading.screen.sheet.query_one(Prompt)
        assert not prompt.display
        await reading.press("ctrl+p")
        assert reading.screen.focused is prompt
        await reading.press("escape", "2", "tab", "enter")
        assert reading.screen.sheet.display
        assert not prompt.display


async def test_all_that_takes_time_is_done_step_by_step(small: Briefing, run: Run) -> None:
    async with run(small) as reading:
        made = len(list(ahead.steps(reading.screen)))
        assert made >= 1
        assert set(reading.screen.navigator._pages) == {tab.id for tab in reading.screen.navigator.tabs}
        assert "citations" in small.index.__dict__
        assert "naming" in small.index.__dict__


async def test_names_are_not_looked_for_in_a_very_long_brief(small: Briefing, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ahead, "_MANY", 1)
    async with run(small) as reading:
        small.index.__dict__.pop("naming", None)
        list(ahead.steps(reading.screen))
        assert "naming" not in small.index.__dict__


def test_a_source_is_laid_out_once_for_a_width_and_a_place(small: Briefing) -> None:
    sheet = SourceSheet(small, small.index.citations[0].key)
    page = sheet.layout(80, 24)
    assert sheet.layout(80, 12) is page
    assert sheet.layout(60, 12).width == 60
    assert sheet.walk(1)
    assert sheet.layout(60, 12).lines != SourceSheet(small, sheet.key).layout(60, 12).lines


async def test_the_page_is_not_drawn_again_because_a_line_is_typed_into(small: Briefing, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    async with run(small) as reading:
        drawn: list[str] = []
        render = Reader.render_lines

        def counted(self: Reader, crop: object) -> object:
            drawn.append(str(self.id))
            return render(self, crop)  # type: ignore[arg-type]

        monkeypatch.setattr(Reader, "render_lines", counted)
        reading.screen.set_focus(reading.screen.sheet.query_one(Prompt))
        await reading.pilot.pause()
        assert "reader" not in drawn
