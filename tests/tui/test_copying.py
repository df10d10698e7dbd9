"""What is copied: the finding at once, or what the sheet of choices offers; and the text to be selected by hand."""

from __future__ import annotations

import json

import bibtexparser
import pytest

from kzbrief.brief.briefing import Briefing, load
from kzbrief.output import quoting
from kzbrief.output.lines import width_of
from kzbrief.tui import terminal
from kzbrief.tui.copying import choices, in_form
from kzbrief.tui.cursor import Cursor

from .conftest import Run

LIVE = "access/livejournal-unblocked"


@pytest.fixture(scope="module")
def kazakhstan() -> Briefing:
    return load("kazakhstan-2011")


@pytest.fixture
def copied(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """All texts that were copied."""
    found: list[str] = []

    def copy(text: str, _write: object) -> str:
        found.append(text)
        return "sent"

    monkeypatch.setattr(terminal, "copy", copy)
    return found


def test_a_finding_is_copied_with_all_that_it_needs_to_be_understood(kazakhstan: Briefing) -> None:
    text = quoting.finding(kazakhstan, LIVE)
    entry = kazakhstan.index.entry(LIVE)
    assert text.startswith(f"{entry.finding.headline}\n\n")
    assert "for over two years [11]." in text
    assert "\n[11] Adil Nurmakov, “Kazakhstan: Livejournal Unblocked" in text
    remarks = kazakhstan.index.remarks(f"finding:{entry.finding.id}")
    assert remarks
    assert text.count("\n! ") == len(remarks)
    last = text.split("\n\n")[-1].split("\n")
    assert last[0] == "In words of kzbrief, after: Kazakhstan, Freedom on the Net 2011 (Freedom House, 2011), “Obstacles to Access”"
    assert last[1] == "https://freedomhouse.org/report/freedom-net/2011/kazakhstan"
    assert last[2] == "Freedom on the Net 2011: 55 of 100 (0 is best), Partly Free (Not Free from 2015, as later editions have it)"
    assert last[3] == f"kazakhstan-2011#{LIVE}"


async def test_the_sheet_offers_what_there_is(kazakhstan: Briefing, run: Run, copied: list[str]) -> None:
    async with run(kazakhstan, 100, 30, at=LIVE) as reading:
        await reading.press("Y")
        assert "══ Copy what? ═" in reading.text
        for words in (
            "f  The finding",
            "r  The reference",
            "a  The address",
            "b  BibTeX",
            "c  CSL-JSON",
            "s  The whole section",
            "w  The web",
        ):
            assert words in reading.text
        assert f"kazakhstan-2011#{LIVE}" in reading.text
        await reading.press("a")
        assert copied == [f"kazakhstan-2011#{LIVE}"]
        assert "address sent" in reading.text
        assert "Copy what?" not in reading.text
        # With Enter on a line.
        await reading.press("Y", "j", "enter")
        assert copied[-1] == quoting.reference(kazakhstan, kazakhstan.index.citations_of(kazakhstan.index.entry(LIVE))[0].key)
        await reading.press("Y", "w")
        assert copied[-1].startswith("http")
        await reading.press("Y", "s")
        assert copied[-1].startswith("Obstacles to Access 16 of 25 (0 is best)\n\n")
        findings = [entry for entry in kazakhstan.index.entries if entry.section.id == "access"]
        assert all(f"#{entry.address}" in copied[-1] for entry in findings)
        await reading.press("Y", "escape")
        assert reading.current == f"finding:{LIVE}"


async def test_what_is_not_there_is_not_offered(kazakhstan: Briefing, run: Run, copied: list[str]) -> None:
    uncited = next(
        entry.address for entry in kazakhstan.index.entries if entry.section.id == "access" and kazakhstan.index.is_uncited(entry)
    )
    async with run(kazakhstan, at=uncited) as reading:
        await reading.press("Y")
        assert "BibTeX" not in reading.text
        await reading.press("b")
        assert "nothing here has this letter" in reading.text
        assert "Copy what?" in reading.text
        assert copied == []


async def test_a_source_is_copied_in_its_sheet(kazakhstan: Briefing, run: Run, copied: list[str]) -> None:
    async with run(kazakhstan, at=LIVE) as reading:
        await reading.press("enter", "Y")
        assert "The address of the finding" in reading.text
        await reading.press("b")
        [text] = copied
        [entry] = bibtexparser.parse_string(text).entries
        assert "Livejournal Unblocked" in entry["title"]
        assert "══ Source 11" in reading.text, "the sheet of the source is back"
        await reading.press("Y", "c")
        [item] = json.loads(copied[-1])
        assert item["URL"].startswith("http")


def test_an_unsettled_reference_is_every_work_that_it_may_mean(kazakhstan: Briefing) -> None:
    key, unsettled = next(iter(kazakhstan.brief.unsettled.items()))
    assert len(unsettled.candidates) > 1
    items = json.loads(in_form(kazakhstan, [key], "csl-json"))
    assert {item["id"] for item in items} == set(unsettled.candidates)
    assert all("the report does not say which" in item["note"] for item in items)


def test_nowhere_is_nothing(kazakhstan: Briefing) -> None:
    assert choices(kazakhstan, Cursor()) == []


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (40, 15)])
async def test_a_text_to_be_selected_stands_alone(kazakhstan: Briefing, run: Run, size: tuple[int, int]) -> None:
    async with run(kazakhstan, *size, at=LIVE) as reading:
        before = reading.text
        await reading.press("Y")
        assert all(width_of(row) <= size[0] for row in reading.rows)
        await reading.press("t")
        rows = reading.rows
        assert rows[0].startswith("LiveJournal was unblocked in late")
        assert not any(sign in reading.text for sign in ("═", "Dashboard", "? help", "> "))
        assert len(rows) == size[1]
        await reading.press("end")
        assert "(Esc returns)" in reading.text
        await reading.press("escape")
        assert reading.text == before


async def test_without_a_clipboard_the_text_is_shown(
    kazakhstan: Briefing, run: Run, monkeypatch: pytest.MonkeyPatch, copied: list[str]
) -> None:
    monkeypatch.setenv("TERM", "linux")
    async with run(kazakhstan, at=LIVE) as reading:
        await reading.press("y")
        assert reading.rows[0].startswith("LiveJournal was unblocked in late")
        assert copied == []
        await reading.press("q", "Y", "a")
        assert reading.rows[0].rstrip() == f"kazakhstan-2011#{LIVE}"
        await reading.press("escape")
        assert "[2 Access]" in reading.rows[1]
