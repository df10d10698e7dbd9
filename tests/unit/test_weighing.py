"""What findings rest on: counts that come with their findings, and the rules that they follow."""

from __future__ import annotations

from typing import Any

import pytest

from kzbrief.brief.briefing import Briefing, load
from kzbrief.brief.weighing import Weighing, weigh
from kzbrief.output.glyphs import UNICODE
from kzbrief.output.lines import line_width, plain
from kzbrief.output.weighing import weighing_lines

from . import sample


def weighed(findings: list[dict[str, Any]], sources: dict[str, dict[str, Any]], **tables: Any) -> Weighing:
    """Return what findings of a section rest on, in a brief of the edition of 2011."""
    works = {key: {"type": "web", "title": key.capitalize(), **fields} for key, fields in sources.items()}
    return weigh(Briefing("", sample.brief({"access": findings}, sources=works, **tables), sample.method()).index)


def of(found: Weighing, kind: str, value: str = "") -> list[str]:
    """Return the ids of the findings that something holds of."""
    return [entry.finding.id for measure in found.of(kind) if measure.value == value for entry in measure.entries]


def test_findings_are_counted_by_their_sources() -> None:
    findings = [
        sample.finding("bare"),
        sample.finding("single", "Said [@one] and again [@one]."),
        sample.finding("several", "Said [@one].", cites=["two"]),
    ]
    found = weighed(findings, {"one": {}, "two": {}})
    assert (of(found, "none"), of(found, "one"), of(found, "several")) == (["bare"], ["single"], ["several"])
    assert found.findings == 3


def test_drafts_are_not_counted() -> None:
    found = weighed([sample.finding("written"), sample.finding("draft", draft=True)], {})
    assert (found.findings, of(found, "none")) == (1, ["written"])


@pytest.mark.parametrize(
    ("dates", "old"), [(["2007"], True), (["2008"], False), (["2006", "2010"], False), (["2005", "2006"], True), ([None], False)]
)
def test_a_finding_is_old_if_its_newest_dated_source_is(dates: list[str | None], old: bool) -> None:
    sources = {f"s{place}": ({"date": date} if date else {}) for place, date in enumerate(dates)}
    found = weighed([sample.finding("it", cites=list(sources))], sources)
    assert of(found, "old") == (["it"] if old else [])
    assert of(found, "undated") == (["it"] if dates == [None] else [])


def test_a_finding_counts_for_each_of_its_sources() -> None:
    sources = {"state": {"stance": "official", "language": "ru"}, "press": {"stance": "independent", "language": "en-GB"}}
    found = weighed([sample.finding("both", cites=["state", "press"]), sample.finding("state-only", cites=["state"])], sources)
    assert of(found, "stance", "official") == ["both", "state-only"]
    assert of(found, "stance", "independent") == ["both"]
    assert [measure.alone for measure in found.of("stance")] == [1, 0]
    assert [(measure.value, len(measure.entries)) for measure in found.of("language")] == [("ru", 2), ("en", 1)]
    assert [(measure.value, len(measure.entries)) for measure in found.of("work")] == [("state", 2), ("press", 1)]


def test_a_note_that_fits_several_works_is_no_settled_source() -> None:
    tables = {"unsettled": {"which": {"candidates": ["one", "two"], "reason": "two fit"}}}
    found = weighed([sample.finding("it", "Said [@which].")], {"one": {"stance": "official"}, "two": {"stance": "official"}}, **tables)
    assert of(found, "unsettled") == ["it"]
    assert of(found, "stance", "unknown") == ["it"]
    assert of(found, "stance", "official") == []


def test_sections_add_up_to_the_whole() -> None:
    briefing = load("kazakhstan-2011")
    whole = weigh(briefing.index)
    parts = [weigh(briefing.index, section) for section in briefing.brief.sections]
    for kind in ("none", "one", "several", "old", "undated"):
        assert sum(len(measure.entries) for part in parts for measure in part.of(kind)) == sum(len(m.entries) for m in whole.of(kind))
    assert sum(len(whole.of(kind)[0].entries) for kind in ("none", "one", "several")) == whole.findings == 138


@pytest.mark.parametrize("width", [20, 30, 40, 60, 80, 120])
def test_no_line_is_wider_than_asked(width: int) -> None:
    for name in ("kazakhstan-2011", "kyrgyzstan-2014"):
        assert all(line_width(line) <= width for line in weighing_lines(load(name), width, UNICODE))


def test_every_bar_has_its_number_and_every_count_its_rule() -> None:
    lines = [plain(line) for line in weighing_lines(load("kazakhstan-2011"), 100, UNICODE)]
    assert all(any(word.isdigit() for word in line.split()) for line in lines if UNICODE.mark in line)
    assert any("over 3 calendar years before the edition" in line for line in lines)
