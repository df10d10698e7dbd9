"""The report's own words at findings still to be written, in the app."""

from __future__ import annotations

from pathlib import Path

from kzbrief.brief.briefing import load
from kzbrief.importing.command import run as run_import
from tests.tui.conftest import Run

REPORT = Path(__file__).parent.parent / "data" / "reports" / "pipes.txt"


async def test_p_shows_and_hides_them(run: Run, tmp_path: Path) -> None:
    output = tmp_path / "draft.toml"
    run_import(str(REPORT), str(output))
    async with run(load(str(output))) as reading:
        await reading.press("4")
        assert "(headline to write)" in reading.text
        assert "0 of 5 headlines written" in reading.text
        await reading.press("p")
        assert "In the report: The monk was arrested in May 2011. [6]" in reading.text
        assert "5 findings have the report's own words" in reading.text
        await reading.press("p")
        assert "In the report" not in reading.text
        output.unlink()
        await reading.press("p")
        assert "there is no such file" in reading.text
