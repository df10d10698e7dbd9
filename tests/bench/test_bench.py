"""The bench compares what it measures, and says so plainly. Nothing here is timed."""

from __future__ import annotations

from pathlib import Path

import pytest

from . import programs, report
from .aims import Aim, Row, aims, compare
from .installation import Installation
from .turns import take_turns

PLACE = Installation(Path("/nowhere"), "python", "kzbrief", Path("/nowhere/briefing.md"), {})


def test_every_comparison_is_of_programs_that_are_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(programs, "which", lambda name: f"/usr/bin/{name}")
    peers = list(programs.peers(PLACE, "frogmouth"))
    measured = {*programs.printing(PLACE, "rich"), *programs.starting(PLACE, peers), *programs.keys(PLACE, peers)}
    compared = {figure[0] for aim in aims() for figure in (aim.ours, aim.floor) if figure}
    assert compared == measured


def test_figures_are_medians_and_those_of_the_first_round_are_thrown_away() -> None:
    results = take_turns({"kzbrief": lambda turn: [("quit", turn + 1.0)], "static": lambda _turn: [("quit", 10.0)]}, 3, "")
    assert results == {("kzbrief", "quit"): [1.0, 2.0, 3.0], ("static", "quit"): [10.0, 10.0, 10.0]}
    [row] = compare(results)
    assert (row.ours, row.floor, row.ratio, row.reached) == (2.0, 10.0, 0.2, True)


@pytest.mark.parametrize(
    ("ratio", "limit", "reached"),
    [(1.5, None, True), (1.4, None, False), (None, 3, True), (None, 2.9, False), (1.5, 2.9, False), (1.4, 3, False), (None, None, None)],
)
def test_an_aim_is_reached_within_all_of_it(ratio: float | None, limit: float | None, reached: bool | None) -> None:
    assert Row(Aim("a", ("b", "c"), "ms", ("d", "e"), "f", ratio, limit), 3, 2).reached is reached


def test_the_table_goes_into_the_page_in_place_of_the_last_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = tmp_path / "performance.md"
    page.write_text(report.PAGE.read_text(encoding="utf-8"), encoding="utf-8")
    monkeypatch.setattr(report, "PAGE", page)
    rows = [Row(Aim("quit", ("b", "c"), "ms", ("d", "e"), "one Static", 0.3), 6, 240)]
    report.write_page(rows, "A machine.")
    once = page.read_text(encoding="utf-8")
    report.write_page(rows, "A machine.")
    assert page.read_text(encoding="utf-8") == once
    assert "| quit | 6.0 ms | 240 ms | 0.025 | 0.3x | yes | one Static |" in once
    assert once.startswith("# Speed")
    assert "A machine." in once
    assert report.plain_table(rows).splitlines()[2].split() == ["quit", "6.0", "ms", "240", "ms", "0.025", "0.3x", "yes", "one", "Static"]
