"""The dashboard page at many widths, without a screen."""

from __future__ import annotations

from itertools import pairwise

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzbrief.brief.briefing import Briefing, load
from kzbrief.brief.model import Edition
from kzbrief.output.glyphs import ASCII, UNICODE, Glyphs
from kzbrief.output.lines import line_width, plain
from kzbrief.tui.pages.dashboard import dashboard


def with_previous(briefing: Briefing, total: float | str | None, status: str | None, scores: dict[str, float | str]) -> Briefing:
    """The brief with another edition before."""
    data = {"year": 2009, "role": "previous", "total": total, "status": status, "scores": scores}
    previous = msgspec.convert({key: value for key, value in data.items() if value is not None}, Edition)
    editions = [edition for edition in briefing.brief.editions if edition.role != "previous"]
    brief = msgspec.structs.replace(briefing.brief, editions=[*editions, previous])
    return Briefing(briefing.path, brief, briefing.method)


@pytest.fixture(scope="module")
def kazakhstan() -> Briefing:
    return load("kazakhstan-2011")


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_what_a_new_brief_has_not_is_not_announced(kazakhstan: Briefing, width: int) -> None:
    this = msgspec.convert({"year": 2011, "role": "this"}, Edition)
    brief = msgspec.structs.replace(kazakhstan.brief, editions=[this], facts=[], remarks=[])
    lines = words(Briefing(kazakhstan.path, brief, kazakhstan.method), width)
    text = " ".join(lines)
    assert "not known" in text
    assert width == 40 or ("", "") not in pairwise(lines[8:]), "one empty line is enough"
    assert "Fact box" not in text
    assert "One mark" not in text


SCORES = {"access": 18, "content": 24, "rights": 27}


def words(briefing: Briefing, width: int, height: int = 40) -> list[str]:
    return [plain(line) for line in dashboard(briefing, width, height, UNICODE).lines]


@pytest.mark.parametrize("width", [60, 80, 100, 120])
def test_the_edition_before_is_told_whole(kazakhstan: Briefing, width: int) -> None:
    briefing = with_previous(kazakhstan, 69, "Not Free", SCORES)
    text = " ".join(" ".join(words(briefing, width)).split())
    assert "2009 edition: 69 of 100," in text
    told = (
        "2009: Obstacles to Access 18 of 25, Limits on Content 24 of 35, Violations of User Rights 27 of 40",
        "2009: Access 18 of 25, Content 24 of 35, Rights 27 of 40",
    )
    assert any(words in text for words in told) == (width < 100), "the parts stand in the column where there is one, else in a line"
    assert "Not Free (" not in text


@given(
    st.integers(40, 130),
    st.sampled_from([11, 20, 26, 40]),
    st.one_of(st.none(), st.just("n/a"), st.integers(0, 100)),
    st.sampled_from([None, "n/a", "Free", "Partly Free", "Not Free"]),
    st.dictionaries(st.sampled_from(sorted(SCORES)), st.one_of(st.just("n/a"), st.integers(0, 40))),
    st.sampled_from([UNICODE, ASCII]),
)
def test_nothing_is_cut_and_nothing_overlaps(
    kazakhstan: Briefing,
    width: int,
    height: int,
    total: float | str | None,
    status: str | None,
    scores: dict[str, float | str],
    glyphs: Glyphs,
) -> None:
    briefing = with_previous(kazakhstan, total, status, scores)
    page = dashboard(briefing, width, height, glyphs)
    assert all(line_width(line) <= width for line in page.lines)
    lines = [plain(line) for line in page.lines]
    text = " ".join(" ".join(lines).split())
    if width >= 60:
        for name in ("Free 0-30", "31-60", "61-100", "best", "worst"):
            assert all(part in text for part in name.split())
        place = next(number for number, line in enumerate(lines) if glyphs.left in line)
        left = lines[place].index(glyphs.left)
        assert all(line[:left].endswith("  ") for line in lines[place - 1 : place + 3] if left > 1)
    for stop in page.stops:
        assert lines[stop.top].ljust(width)[stop.column] == " "


@pytest.mark.parametrize("width", [40, 59, 60, 80, 100, 130])
def test_it_says_where_the_introduction_is(kazakhstan: Briefing, width: int) -> None:
    page = dashboard(kazakhstan, width, 26, UNICODE)
    stop = next(stop for stop in page.stops if stop.id == "further")
    lines = [plain(line) for line in page.lines[stop.top : stop.bottom]]
    assert " ".join(" ".join(lines).split()).endswith("Introduction: 10 findings, further down")
    assert lines[0][stop.column : stop.column + 14] == "  Introduction"
    first = kazakhstan.brief.sections[0].findings[0].id
    assert stop.goto == f"finding:introduction/{first}"
    assert any(other.id == stop.goto for other in page.stops)
    assert page.stops[page.first].id.startswith("key:")


@pytest.mark.parametrize("width", [80, 120])
def test_what_is_not_from_the_report_and_what_has_no_tab_is_marked(width: int) -> None:
    lines = [plain(line) for line in dashboard(load("iceland-2023"), width, 30, UNICODE).lines]
    assert any("* Population (March 2023)" in line for line in lines)
    assert any("  Households online (2021)" in line and "*" not in line for line in lines)
    assert any("> " not in line and line.rstrip().endswith("below") and "Iceland loses a point" in line for line in lines)


def test_the_introduction_is_told_without_a_row_of_its_own(kazakhstan: Briefing) -> None:
    assert "* Later editions: 61 of 100" in words(kazakhstan, 80, 20)[19]


def test_what_leads_somewhere_leads_to_what_is_there(kazakhstan: Briefing) -> None:
    page = dashboard(kazakhstan, 80, 20, UNICODE)
    gotos = {stop.goto for stop in page.stops if stop.goto}
    assert "stop:editions" in gotos
    assert "command:evidence" in gotos
    assert any(stop.id == "editions" for stop in page.stops)


@pytest.mark.parametrize("name", ["kazakhstan-2011", "kazakhstan-2025", "kyrgyzstan-2014", "brazil-2011"])
@pytest.mark.parametrize(("width", "height"), [(36, 11), (40, 11), (60, 20), (80, 20), (80, 40), (120, 36)])
def test_no_key_finding_loses_its_signs(name: str, width: int, height: int) -> None:
    briefing = load(name)
    page = dashboard(briefing, width, height, UNICODE)
    for key in briefing.brief.brief.key_findings:
        entry = briefing.index.entry(key)
        stop = next(stop for stop in page.stops if stop.id == f"key:{entry.address}")
        said = " ".join(" ".join(plain(line) for line in page.lines[stop.top : stop.bottom]).split())
        numbers = [citation.label for citation in briefing.index.citations_of(entry)]
        assert all(f"[{number}" in said or f" {number}]" in said or f" {number}," in said for number in numbers), said
        assert numbers or " --" in said
        assert (" !" in said) == briefing.index.warned(f"finding:{entry.finding.id}"), said
        rows = [plain(line).strip() for line in page.lines[stop.top : stop.bottom]]
        assert not any(row.startswith(("!", "--")) for row in rows), rows


def test_a_headline_is_whole_where_there_is_a_row_for_it() -> None:
    briefing = load("iceland-2023")
    page = dashboard(briefing, 80, 20, UNICODE)
    keys = [stop for stop in page.stops if stop.id.startswith("key:")]
    assert keys[-1].bottom <= 20
    assert any(stop.bottom - stop.top == 2 for stop in keys), "its headlines must be too long for one row"
    for stop in keys:
        said = " ".join(" ".join(plain(line) for line in page.lines[stop.top : stop.bottom]).split())
        entry = briefing.index.entry(stop.id.removeprefix("key:"))
        assert entry.finding.headline.split()[-1] in said, said


@pytest.mark.parametrize("name", ["kazakhstan-2025", "kyrgyzstan-2014", "kazakhstan-2011"])
def test_all_key_findings_are_on_the_first_screen(name: str) -> None:
    page = dashboard(load(name), 80, 20, UNICODE)
    keys = [stop for stop in page.stops if stop.id.startswith("key:")]
    assert len(keys) == 5
    assert keys[-1].bottom <= 20


@pytest.mark.parametrize("width", [40, 59])
def test_a_narrow_page_says_which_way_the_parts_go(kazakhstan: Briefing, width: int) -> None:
    assert any("More points are worse" in line for line in words(kazakhstan, width))
    assert any("More points are better" in line for line in words(load("kazakhstan-2025"), width))


@pytest.mark.parametrize("width", [40, 60, 80, 100, 120])
def test_a_status_is_never_broken(width: int) -> None:
    lines = words(load("kyrgyzstan-2014"), width, 20)[:8]
    assert not any(line.rstrip().endswith("Partly") or "Partly  " in line for line in lines), lines
    assert not any("\u00a0" in line for line in lines[:5])


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_a_remark_on_the_edition_has_its_sign_at_the_total_and_stands_once(width: int) -> None:
    briefing = load("kazakhstan-2025")
    lines = words(briefing, width)
    assert "(100 is best) !" in " ".join(" ".join(lines[:8]).split())
    assert sum("own page for" in line for line in lines) + sum("page was not found" in line for line in lines) <= 2
    assert sum("! 2025 edition: Freedom House" in line for line in lines) == 1
    assert not any("(0 is best) !" in line for line in words(load("kazakhstan-2011"), width)[:8])
    page = dashboard(briefing, width, 40, UNICODE)
    score = next(stop for stop in page.stops if stop.id == "score")
    assert next(stop for stop in page.stops if f"stop:{stop.id}" == score.goto).id.startswith("remark:")
