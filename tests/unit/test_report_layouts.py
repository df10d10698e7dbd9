"""Reports in the layouts of many years, as they come out of print, web pages and PDF files, become drafts with what they print."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

import pytest
import tomli

from kzbrief.brief.load import load_brief
from kzbrief.importing.command import report_text, run
from tests.unit.note_layouts import NOTES, WORKS
from tests.unit.test_importing import assert_nothing_is_lost

LAYOUTS = Path(__file__).parent.parent / "data" / "layouts"


class Expected(NamedTuple):
    """What a report prints."""

    title: str | None
    year: int | None
    status: str | None
    total: int | None
    parts: tuple[int, ...] | None
    previous: dict[str, Any] | None
    facts: int
    questions: dict[str, int] | None
    file: str


PRINTED = {
    "blog2009": Expected("Vineta", 2009, "Partly Free", 40, (13, 15, 12), None, 11, None, "report.txt"),
    "blog2009broken": Expected("Laputa", 2009, "Free", 45, (2, 2, 6), None, 11, None, "laputa-2009.txt"),
    "flat2011": Expected(
        "Avalonia", 2011, "Free", 10, (2, 2, 6), {"year": 2009, "total": 13, "status": "Free", "parts": (3, 2, 8)}, 6, None, "report.txt"
    ),
    "flat2012": Expected(
        "Cockaigne",
        2012,
        "Partly Free",
        42,
        (11, 11, 20),
        {"year": 2011, "total": 46, "status": "Partly Free", "parts": (14, 13, 19)},
        6,
        None,
        "report.txt",
    ),
    "web2011": Expected("Brigadoon", 2011, "Free", 10, (2, 2, 6), None, 0, None, "report.txt"),
    "web2013empty": Expected("Brigadoon", 2013, "Partly Free", None, None, None, 0, None, "report.txt"),
    "web2014": Expected("Erewhon", 2014, "Partly Free", 34, (11, 7, 16), {"year": 2013, "total": 33}, 6, None, "report.txt"),
    "web2014dropped": Expected("Erewhon", 2014, "Partly Free", 34, None, {"year": 2013, "total": 33}, 6, None, "report.txt"),
    "web2015": Expected("Erewhon", 2015, "Partly Free", 36, (11, 7, 18), None, 6, None, "report.txt"),
    "refworld2013": Expected(None, 2013, "Partly Free", 41, (11, 12, 18), None, 0, None, "erewhon.txt"),
    "refworld2012": Expected(None, None, None, None, None, None, 0, None, "erewhon-2012.txt"),
    "vdoc2011": Expected("Erewhon", 2011, None, None, None, None, 0, None, "report.txt"),
    "web2023": Expected(
        "Erewhon",
        2023,
        "Free",
        94,
        (25, 34, 35),
        {"year": 2022, "total": 95, "status": "Free"},
        0,
        {"A1": 6, "A2": 3, "B1": 5, "C1": 4},
        "report.txt",
    ),
    "web2020": Expected(
        "Erewhon",
        2020,
        "Not Free",
        32,
        (11, 13, 8),
        {"year": 2019, "total": 32, "status": "Not Free"},
        0,
        {"A1": 4, "A2": 2, "B1": 2, "C1": 1},
        "report.txt",
    ),
    "pdf2016layout": Expected(
        "Brigadoon",
        2016,
        "Partly Free",
        40,
        (10, 14, 16),
        {"year": 2015, "total": 37, "status": "Partly Free", "parts": (10, 13, 14)},
        6,
        None,
        "report.txt",
    ),
    "pdf2016raw": Expected(
        "Brigadoon",
        2016,
        "Partly Free",
        40,
        (10, 14, 16),
        {"year": 2015, "total": 37, "status": "Partly Free", "parts": (10, 13, 14)},
        6,
        None,
        "report.txt",
    ),
    "web2016": Expected("Brigadoon", 2016, "Partly Free", 40, (10, 14, 16), None, 4, None, "report.txt"),
    "web2018": Expected("Brigadoon", 2018, "Partly Free", 45, (12, 16, 17), None, 2, None, "report.txt"),
    "md2013": Expected(
        "Brigadoon",
        2013,
        "Partly Free",
        47,
        (15, 12, 20),
        {"year": 2012, "total": 46, "status": "Partly Free", "parts": (14, 12, 20)},
        6,
        None,
        "report.txt",
    ),
    "simple": Expected("Brigadoon", None, "Partly Free", 34, (8, 12, 14), None, 0, None, "report.txt"),
    "best0": Expected("Brigadoon", 2012, "Partly Free", 45, (13, 15, 17), None, 0, None, "report.txt"),
    "pdftotext2009": Expected("Brigadoon", None, "Partly Free", 40, (13, 15, 12), None, 4, None, "report.txt"),
    "fotn2021pdf": Expected(
        "Erewhon",
        2021,
        "Not Free",
        36,
        (12, 13, 11),
        {"year": 2020, "total": 36, "status": "Not Free"},
        0,
        {"A1": 3, "A2": 1},
        "report.txt",
    ),
    "web2016dropped": Expected("Erewhon", 2016, "Not Free", None, None, None, 2, None, "report.txt"),
    "ecoi2015": Expected(None, 2015, None, None, None, None, 6, None, "erewhon-2015.txt"),
    "refworld2016": Expected("Erewhon", 2016, "Not Free", 61, (17, 17, 27), None, 6, None, "report.txt"),
    "flat2017": Expected("Erewhon", 2017, "Partly Free", 37, (10, 9, 18), None, 6, None, "report.txt"),
    "paged2017": Expected("Erewhon", 2017, "Partly Free", 43, (13, 12, 18), None, 6, None, "report.txt"),
    "ecoi2016": Expected("Erewhon", 2016, "Partly Free", 44, (14, 12, 18), None, 5, None, "report.txt"),
    "ecoi2020": Expected(
        "Erewhon", 2020, "Partly Free", 52, (12, 22, 18), {"year": 2019, "status": "Partly Free", "total": 49}, 0, None, "report.txt"
    ),
    "refworld2018": Expected("Erewhon", 2018, "Partly Free", 38, None, None, 6, None, "report.txt"),
    "page2021": Expected(
        "Erewhon",
        2021,
        "Not Free",
        36,
        (12, 13, 11),
        {"year": 2020, "status": "Not Free", "total": 35},
        3,
        {"A1": 3, "A2": 1, "B1": 2, "C1": 1},
        "page.html",
    ),
}


def imported(folder: Path, file: str, text: str) -> dict[str, Any]:
    report, output = folder / file, folder / "draft.toml"
    report.write_text(text, encoding="utf-8", newline="")
    run(str(report), str(output))
    load_brief(output)
    written = output.read_text(encoding="utf-8")
    assert_nothing_is_lost(report_text(str(report)), written)
    return tomli.loads(written)


def test_every_layout_has_what_it_prints() -> None:
    assert {path.stem for path in LAYOUTS.glob("*.txt")} == PRINTED.keys()


@pytest.mark.parametrize("name", PRINTED)
def test_scores_and_facts_are_as_printed(name: str, tmp_path: Path) -> None:
    expected = PRINTED[name]
    data = imported(tmp_path, expected.file, (LAYOUTS / f"{name}.txt").read_bytes().decode("utf-8"))
    if expected.title:
        assert data["brief"]["title"] == expected.title
    if expected.year:
        assert data["brief"]["edition"] == expected.year
    this, *others = data["edition"]
    assert _scores(this) == (expected.status, expected.total, expected.parts)
    assert this.get("questions") == expected.questions
    previous = (
        {key: value for key, value in zip(("status", "total", "parts"), _scores(others[0]), strict=True) if value} if others else None
    )
    assert (previous and {"year": others[0]["year"], **previous}) == expected.previous
    assert len(data.get("fact", [])) == expected.facts


@pytest.mark.parametrize("name", NOTES)
def test_notes_are_found_in_every_style(name: str, tmp_path: Path) -> None:
    data = imported(tmp_path, "report.html" if NOTES[name].startswith("<") else "report.txt", NOTES[name])
    assert [(work["title"], work["url"]) for work in data["sources"].values()] == WORKS
    findings = [finding for section in data["section"] for finding in section.get("finding", [])]
    assert sum(len(finding.get("cites", [])) for finding in findings) == 3
    assert data["edition"][0]["total"] == 34


def _scores(edition: dict[str, Any]) -> tuple[Any, ...]:
    return edition.get("status"), edition.get("total"), tuple(edition["scores"].values()) if "scores" in edition else None
