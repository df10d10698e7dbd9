"""docs/authoring.md: who does as it says ends with the brief that it promises, and sees what it shows."""

from __future__ import annotations

import re
import tomllib

import pytest
from msgspec.structs import fields

from docs import walkthrough
from kzbrief.brief import model

PAGE = walkthrough.PAGE.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def walk() -> walkthrough.Walk:
    """The page, done as it says."""
    return walkthrough.walk(PAGE)


def test_what_is_printed_is_what_the_page_shows(walk: walkthrough.Walk) -> None:
    """`make docs` puts it there."""
    assert walk.page == PAGE


def test_check_finds_the_mistakes_that_the_page_speaks_of_and_no_others(walk: walkthrough.Walk) -> None:
    codes = [(step.code, step.printed) for step in walk.steps]
    [fault] = [printed for code, printed in codes if code]
    assert set(re.findall(r"error\[([a-z-]+)\]", fault)) == {"no-such-finding", "no-such-source"}
    last = [step for step in walk.steps if " check " in step.command][-1]
    assert not re.search(r"(error|warning)\[", last.printed)


def test_the_brief_has_every_part_and_nothing_of_the_template(walk: walkthrough.Walk) -> None:
    text = walk.steps[-1].brief
    brief = tomllib.loads(text)
    assert {field.encode_name for field in fields(model.Brief)} - set(brief) == {"method"}
    assert brief["brief"]["extent"] == "full"
    findings = [finding for section in brief["section"] for finding in section["finding"]]
    assert all("[@" in finding["text"] and not finding.get("draft") for finding in findings)
    assert "example-source" not in "\n".join(line for line in text.split("\n") if not line.startswith("#"))


def test_findings_are_in_words_of_their_own(walk: walkthrough.Walk) -> None:
    """No more than six words in a row are the report's, but in quotations."""
    [report] = re.findall(r"^```text\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    printed = " ".join(re.findall(r"\w+", report.lower()))
    brief = tomllib.loads(walk.steps[-1].brief)
    for finding in (finding for section in brief["section"] for finding in section["finding"]):
        own = re.sub(r"^>.*$|\[@[^]]*\]|“[^”]*”", "", finding["text"], flags=re.MULTILINE)
        words = re.findall(r"\w+", own.lower())
        copied = [" ".join(words[start : start + 7]) for start in range(len(words) - 6)]
        assert [row for row in copied if row in printed] == []


def test_every_note_of_the_report_has_its_source(walk: walkthrough.Walk) -> None:
    brief = tomllib.loads(walk.steps[-1].brief)
    works = [*brief["sources"].values(), *brief["unsettled"].values()]
    assert {number for work in works for number in work["notes"]} == set(map(int, re.findall(r"^(\d) [A-Z]", PAGE, re.MULTILINE)))


@pytest.mark.parametrize("text", ["```toml\na = 1\n```\n", "The part **Nothing**:\n\n```toml\na = 1\n```\n"])
def test_a_block_that_has_no_place_is_a_fault_of_the_page(text: str) -> None:
    with pytest.raises(RuntimeError):
        walkthrough.walk(f"```console\n$ kzbrief new x-2012.toml --country XM\n```\n\n{text}")
