"""The summary: what it says, and that it fits."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kzbrief.brief import briefing as briefings
from kzbrief.brief.briefing import Briefing
from kzbrief.brief.entry import Listed, entry_of
from kzbrief.brief.model import Edition
from kzbrief.brief.text import parse
from kzbrief.brief.text import plain as words
from kzbrief.output.ascii import in_ascii, to_ascii
from kzbrief.output.glyphs import ASCII, UNICODE
from kzbrief.output.lines import Line, line_width, plain
from kzbrief.output.listing import listing_lines
from kzbrief.output.printer import Target
from kzbrief.output.rich_printer import painted
from kzbrief.output.sources import source_detail, source_lines
from kzbrief.output.summary import one_section, summary_lines

DATA = Path(__file__).parents[1] / "data"
BRIEFS = {name: briefings.load(DATA / f"{name}.toml") for name in ("golden", "complete", "small", "minimal")}
BRIEFS["kazakhstan-2011"] = briefings.load("kazakhstan-2011")
KAZAKHSTAN = BRIEFS["kazakhstan-2011"]


def text(lines: list[Line]) -> str:
    """Return lines as plain text."""
    return "\n".join(map(plain, lines))


def everything(briefing: Briefing, width: int, ascii_only: bool) -> list[Line]:
    """Return all that is printed of a brief in lines."""
    glyphs = ASCII if ascii_only else UNICODE
    if ascii_only:
        briefing = Briefing(briefing.path, in_ascii(briefing.brief), in_ascii(briefing.method))
    lines = summary_lines(briefing, width, glyphs) + summary_lines(briefing, width, glyphs, full=True)
    lines += [line for section in briefing.brief.sections for line in one_section(briefing, section.id, width, glyphs)]
    lines += source_lines(briefing, width, set())
    lines += [line for key in briefing.index.sources for line in source_detail(briefing, key, width)]
    return lines + listing_lines([Listed("name", "path", entry=entry_of(briefing))], width)


@pytest.mark.parametrize("name", BRIEFS)
@given(width=st.integers(20, 300), ascii_only=st.booleans())
@example(width=20, ascii_only=False)
@example(width=60, ascii_only=True)
@example(width=76, ascii_only=False)
@example(width=100, ascii_only=False)
@settings(max_examples=12)
def test_no_line_is_too_wide(name: str, width: int, ascii_only: bool) -> None:
    for line in everything(BRIEFS[name], width, ascii_only):
        assert line_width(line) <= width
        assert not ascii_only or to_ascii(plain(line)).isascii()


@pytest.mark.parametrize("width", [20, 76, 120])
def test_colours_add_nothing_but_escape_codes(width: int) -> None:
    lines = everything(BRIEFS["golden"], width, ascii_only=False)
    bare = Target(None, width, UNICODE, "none")
    assert re.sub(r"\x1b\[[0-9;]*m", "", painted(lines, bare)) == text(lines) + "\n"


def test_addresses_are_links_where_the_terminal_takes_them() -> None:
    lines = source_detail(BRIEFS["golden"], "market-2006", 80)
    assert "\x1b]8;" in painted(lines, Target(None, 80, UNICODE, "256", links=True))
    assert "\x1b]8;" not in painted(lines, Target(None, 80, UNICODE, "256"))


@pytest.mark.parametrize("width", [20, 40, 80, 120])
def test_the_score_is_never_bare(width: int) -> None:
    said = " ".join(text(summary_lines(KAZAKHSTAN, width, UNICODE)).split())
    for part in ("55 of 100 (0 is best)", "Partly Free", "2009 edition: n/a", "From 2015: Not Free *", "16 of 25", "22 of 35", "17 of 40"):
        assert part in said


def test_the_summary_has_all_its_parts() -> None:
    lines = text(summary_lines(KAZAKHSTAN, 80, UNICODE)).splitlines()
    assert lines[0].startswith("Kazakhstan ")
    assert lines[0].endswith("Freedom on the Net 2011") or "covers" in lines[0]
    for heading in ("Key findings", "How to cite", "Introduction"):
        assert heading in lines
    for fact in KAZAKHSTAN.brief.facts:
        assert any(fact.label in line and fact.printed in line for line in lines)
    said = " ".join(" ".join(lines).split())
    for entry in KAZAKHSTAN.index.entries:
        assert entry.finding.headline in said
    assert "34 works" in said
    assert "kazakhstan-2011" in said


def test_full_has_every_finding_source_and_remark() -> None:
    said = "".join(text(summary_lines(KAZAKHSTAN, 100, UNICODE, full=True)).split())
    for source in KAZAKHSTAN.brief.sources.values():
        assert "".join(source.title.split()[:4]).strip("“”") in said
    for entry in KAZAKHSTAN.index.entries:
        sentence = words(KAZAKHSTAN.index.paragraphs(entry))
        assert "".join(sentence.split()[:5]) in said
    about_findings = [remark for remark in KAZAKHSTAN.brief.remarks if any(ref.startswith("finding:") for ref in remark.about)]
    for remark in about_findings:
        assert "".join(words(parse(remark.text)).split())[:30] in said


def test_a_remark_is_printed_in_full_once() -> None:
    said = text(summary_lines(BRIEFS["golden"], 80, UNICODE, full=True))
    assert said.count("nothing newer is named anywhere") == 1
    assert said.count("As above: The share is given") == 2


def test_what_has_no_source_says_so() -> None:
    said = text(one_section(BRIEFS["golden"], "rights", 80, UNICODE))
    assert "-- no source in the report" in said
    assert "-- no source" not in text(one_section(BRIEFS["golden"], "content", 80, UNICODE))


def test_a_section_that_does_not_exist() -> None:
    with pytest.raises(KeyError):
        one_section(KAZAKHSTAN, "nowhere", 80, UNICODE)


def changed(briefing: Briefing, **edition: Any) -> Briefing:
    """Return a brief whose edition has other figures."""
    brief = briefing.brief
    editions = [msgspec.structs.replace(item, **edition) if item.role == "this" else item for item in brief.editions]
    return Briefing(briefing.path, msgspec.structs.replace(brief, editions=editions), briefing.method)


@pytest.mark.parametrize("width", [40, 80])
def test_what_is_not_known_is_neither_nothing_nor_n_a(width: int) -> None:
    unknown = text(summary_lines(changed(KAZAKHSTAN, total=None, status=None, scores={}), width, UNICODE))
    assert "Total not known" in unknown
    assert unknown.count("not known") >= 4
    assert "■" not in unknown
    printed = text(summary_lines(changed(KAZAKHSTAN, total="n/a", status="n/a", scores={"access": "n/a"}), width, UNICODE))
    assert "Total: n/a" in printed


def test_where_100_is_best_the_parts_say_so_in_their_own_points() -> None:
    method = KAZAKHSTAN.method
    turned = msgspec.structs.replace(method, scales=[msgspec.structs.replace(method.scales[1], first=2009)])
    said = text(summary_lines(Briefing("", KAZAKHSTAN.brief, turned), 80, UNICODE))
    assert "55 of 100 (100 is best)" in said
    assert "16 of 25 (25 is best)" in said
    assert "more are better" in said


def test_disputed_figures_are_named_with_their_source() -> None:
    said = " ".join(text(summary_lines(BRIEFS["golden"], 120, UNICODE)).split())
    assert "elsewhere given as 48 of 100 (0 is best)" in said
    assert "[*1] *" in said


@given(st.text())
def test_any_text_can_be_spelled_in_ascii(words: str) -> None:
    assert to_ascii(words).isascii()
    assert not words.isascii() or to_ascii(words) == words


def test_cyrillic_is_spelled_and_accents_dropped() -> None:
    assert to_ascii("Казнет в разрезе – «Ёлка», Щедрин, Қазақстан, Szohôd’s №5…") == (
        'Kaznet v razreze - "Yolka", Shchedrin, Qazaqstan, Szohod\'s No.5...'
    )
    assert to_ascii("新聞") == "??"


def test_the_edition_before_has_its_own_scale_where_it_has_turned_round() -> None:
    method = KAZAKHSTAN.method
    editions = [
        Edition(year=2019, role="this", total=32, status="Not Free"),
        Edition(year=2018, role="previous", total=62, status="Not Free"),
    ]
    minimal = BRIEFS["minimal"].brief
    heading = msgspec.structs.replace(minimal.brief, edition=2019)
    turned = Briefing("", msgspec.structs.replace(minimal, brief=heading, editions=editions), method)
    assert "2018 edition: 62 of 100 (0 is best), Not Free" in text(everything(turned, 100, False))


@pytest.mark.parametrize("width", [30, 80])
def test_key_findings_say_what_is_behind_them(width: int) -> None:
    said = text(summary_lines(KAZAKHSTAN, width, UNICODE)).partition("Key findings")[2].partition("Later editions")[0]
    found = [" ".join(item.split()) for item in said.split("\n- ")[1:]]
    keys = [KAZAKHSTAN.index.entry(key) for key in KAZAKHSTAN.brief.brief.key_findings]
    assert [item.partition(entry.finding.headline)[2].partition(" (")[0] for item, entry in zip(found, keys, strict=True)] == [
        " [11] !",
        " [15] !",
        " -- !",
        " -- !",
        " [36] !",
    ]


def test_signs_at_key_findings_are_explained_where_they_are() -> None:
    signs = text(summary_lines(KAZAKHSTAN, 80, UNICODE)).rpartition("[11] a source")[2]
    assert re.search(r"^--  +no source in the report$", signs, re.MULTILINE)
    cited = msgspec.structs.replace(KAZAKHSTAN.brief.brief, key_findings=KAZAKHSTAN.brief.brief.key_findings[:2])
    alone = Briefing("", msgspec.structs.replace(KAZAKHSTAN.brief, brief=cited), KAZAKHSTAN.method)
    assert "no source" not in text(summary_lines(alone, 80, UNICODE)).rpartition("[11] a source")[2].partition("138 findings")[0]
