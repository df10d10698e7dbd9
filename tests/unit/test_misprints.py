"""Remarks on spelling or print alone are told apart in words, and set no sign beside a headline."""

from __future__ import annotations

import msgspec
import pytest

from kzbrief.brief.briefing import Briefing, load
from kzbrief.brief.model import Remark
from kzbrief.output.findings import finding_lines, headline_lines
from kzbrief.output.glyphs import UNICODE
from kzbrief.output.lines import Line, plain
from kzbrief.output.markdown import summary_markdown
from kzbrief.spoken.words import remark_words
from kzbrief.tui.pages.dashboard import dashboard
from kzbrief.tui.pages.help import signs
from kzbrief.tui.pages.section import section
from kzbrief.tui.texts import finding

SAID = "“principle” stands for “principal”."


@pytest.fixture(scope="module", params=["misprint", "disagreement"])
def briefing(request: pytest.FixtureRequest) -> Briefing:
    """The briefing of Kazakhstan, whose first key finding has one remark, of either kind."""
    found = load("kazakhstan-2011")
    entry = found.index.entry(found.brief.brief.key_findings[0])
    table = {"about": [f"finding:{entry.finding.id}", "fact:population"], "kind": request.param, "text": SAID}
    remark = msgspec.convert(table, Remark)
    return Briefing(found.path, msgspec.structs.replace(found.brief, remarks=[remark]), found.method)


def rows(lines: list[Line]) -> list[str]:
    return [plain(line).strip() for line in lines]


def misprint(briefing: Briefing) -> bool:
    return briefing.brief.remarks[0].kind == "misprint"


def test_it_is_said_in_words_wherever_the_remark_stands(briefing: Briefing) -> None:
    entry = briefing.index.entry(briefing.brief.brief.key_findings[0])
    said = f"! In print: {SAID}" if misprint(briefing) else f"! {SAID}"
    page = section(briefing, entry.section.id, 80, 24, UNICODE)
    page.grow()
    assert said in rows(page.lines)
    assert said in rows(finding_lines(briefing, entry, 80, set()))
    assert said in finding(briefing, entry.address)
    assert (f"*In print:* {SAID}" in summary_markdown(briefing, full=True)) == misprint(briefing)
    assert remark_words([f"finding:{entry.finding.id}"], briefing.index) == [
        f"Remark on spelling or print alone: {SAID}" if misprint(briefing) else f"Remark: {SAID}"
    ]


@pytest.mark.parametrize("width", [40, 80, 120])
def test_a_misprint_sets_no_sign(briefing: Briefing, width: int) -> None:
    entry = briefing.index.entry(briefing.brief.brief.key_findings[0])
    page = dashboard(briefing, width, 40, UNICODE)
    stops = {stop.id: stop for stop in page.stops}
    key = stops[f"key:{entry.address}"]
    signed = any("!" in plain(line) for line in page.lines[key.top : key.bottom])
    assert not (signed and misprint(briefing))
    if width == 120:
        assert signed != misprint(briefing)
        fact = stops["fact:population"]
        assert ("Population !" in plain(page.lines[fact.top])) != misprint(briefing)
    assert any(row.startswith("!") for row in rows(headline_lines(briefing, entry.section, width))) != misprint(briefing)


def test_the_help_tells_both_kinds_apart(briefing: Briefing) -> None:
    said = {sign: words for sign, _tone, words in signs(UNICODE, briefing)}
    assert "before trusting" in said["!"]
    assert "spelling or print alone" in said["! In print:"]
    assert "not a rank" in said["0 is best"]
