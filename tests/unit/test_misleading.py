"""What a reader must never be told wrongly, in whatever form the brief is read: one test for each way to be misled."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

import pytest
from msgspec.structs import replace

from kzbrief.brief.briefing import Briefing, load
from kzbrief.brief.comparison import side
from kzbrief.brief.dates import Date
from kzbrief.output.comparison import comparison_lines
from kzbrief.output.export import Options, html
from kzbrief.output.glyphs import UNICODE
from kzbrief.output.lines import Line, plain
from kzbrief.output.markdown import summary_markdown
from kzbrief.output.sources import source_detail, source_lines
from kzbrief.output.summary import summary_lines
from kzbrief.spoken.reader import Reader
from kzbrief.tui.pages.dashboard import dashboard
from kzbrief.tui.pages.section import section
from kzbrief.tui.pages.source_sheet import source_sheet

from .test_spoken import walk

KAZAKHSTAN = load("kazakhstan-2011")
LATER = load("kazakhstan-2025")


def joined(lines: list[Line]) -> str:
    """Lines as running text, so that no break hides what belongs together."""
    return " ".join(" ".join(plain(line) for line in lines).split())


def app(briefing: Briefing) -> str:
    """What stands on the dashboard and the pages of the sections."""
    pages = [dashboard(briefing, 120, 200, UNICODE), *(section(briefing, part.id, 80, 24, UNICODE) for part in briefing.brief.sections)]
    for page in pages:
        page.grow()
    return joined([line for page in pages for line in page.lines])


def read(page: str) -> str:
    """The words of a page of HTML."""
    from html import unescape

    body = re.sub(r"<style.*?</style>|<[^>]*>", " ", page, flags=re.DOTALL)
    return " ".join(unescape(body).split())


MADE: dict[str, Callable[[Briefing], str]] = {
    "app": app,
    "print": lambda briefing: joined(summary_lines(briefing, 120, UNICODE, full=True)),
    "markdown": lambda briefing: " ".join(summary_markdown(briefing, full=True).replace("\\", "").replace("**", "").split()),
    "html": lambda briefing: read(html.export(briefing, Options())),
    "speech": lambda briefing: " ".join(" ".join(walk(Reader(briefing))).split()),
}
FORMS = {form: cache(make) for form, make in MADE.items()}
every_form = pytest.mark.parametrize("form", FORMS)


@every_form
def test_no_bare_score(form: str) -> None:
    said = FORMS[form](KAZAKHSTAN)
    assert re.search(r"55 of 100[ ,(]+0 is best|55 of 100 \(0 is best\)|of 100 \(0 is best\)", said)
    said = FORMS[form](LATER)
    assert "100 is best" in said


@every_form
def test_a_score_is_no_rank(form: str) -> None:
    assert not re.search(r"\brank(ed)? (of )?55\b|\b55th\b|\b55(\.|th)? place", FORMS[form](KAZAKHSTAN))


@pytest.mark.parametrize("form", ["app", "speech"])
def test_where_a_place_is_named_it_is_said_to_be_no_score(form: str) -> None:
    said = FORMS[form](KAZAKHSTAN)
    assert "joint 25th of 37" in said
    assert "a score is not a rank" in said


@every_form
def test_the_scale_turns_round_in_2019_and_it_is_said_on_both_sides(form: str) -> None:
    said = FORMS[form](KAZAKHSTAN)
    assert "0 is best" in said
    assert "100 is best" in said
    # 62 of 2018 and 32 of 2019 are never one line of figures: something stands between that says that the scale has turned.
    assert not re.search(r"62[ ,;]+32\b", said)


def test_a_comparison_across_2019_subtracts_nothing() -> None:
    said = joined(comparison_lines([side(KAZAKHSTAN), side(LATER)], 100, UNICODE))
    assert "The scales run in opposite directions" in said
    assert "not subtracted" in said
    assert not re.search(r"\b18 points?\b", said)  # 55 - 37


@every_form
def test_not_available_is_not_0(form: str) -> None:
    said = FORMS[form](KAZAKHSTAN)
    assert re.search(r"2009[^.]{0,40}(n/a|not available)", said)
    assert not re.search(r"2009 edition: 0\b", said)


@every_form
def test_figures_stay_as_printed(form: str) -> None:
    said = FORMS[form](KAZAKHSTAN)
    assert "28 percent" in said
    assert "4.3 million" in said
    assert "16.3 million" in said
    assert "26.4 percent" not in said  # what 4.3 of 16.3 million would be


@every_form
def test_a_disagreement_is_told_where_the_figure_stands(form: str) -> None:
    said = FORMS[form](KAZAKHSTAN)
    about = next(remark for remark in KAZAKHSTAN.brief.remarks if "fact:internet-penetration" in remark.about)
    words = " ".join(about.text.split()[:8])
    assert words in said


def test_an_old_source_behind_a_present_claim_shows_its_age() -> None:
    key = next(key for key in KAZAKHSTAN.brief.sources if key.startswith("soboleva"))
    for said in (joined(source_detail(KAZAKHSTAN, key, 80)), joined(source_sheet(KAZAKHSTAN, key, 0, 80).lines)):
        assert "dated 2006, 5 calendar years before the edition of 2011" in said
    entry = KAZAKHSTAN.index.entry("access/kazakhtelecom-share")
    assert "2006" in entry.finding.headline
    assert KAZAKHSTAN.index.remarks(f"finding:{entry.finding.id}")


@every_form
def test_a_note_that_fits_several_works_is_not_settled_silently(form: str) -> None:
    said = FORMS[form](KAZAKHSTAN)
    assert re.search(r"does not say which|one of two works|two works fit|fits? (several|two) works", said)


@every_form
def test_what_comes_from_outside_the_report_is_marked(form: str) -> None:
    said = FORMS[form](KAZAKHSTAN)
    assert re.search(r"(outside|from outside|Outside) (this|the) report|\* Later editions", said)


def test_an_archived_copy_that_nobody_has_tried_is_no_promise() -> None:
    work = next(key for key, work in KAZAKHSTAN.brief.sources.items() if work.url and not work.archive_url)
    said = joined(source_sheet(KAZAKHSTAN, work, 0, 80).lines)
    assert "perhaps; this address has not been tried" in said
    assert "web.archive.org" not in joined(source_lines(KAZAKHSTAN, 120, set())).replace("web.archive.org/web/2011", "")


@every_form
def test_a_translated_title_does_not_pass_for_the_original(form: str) -> None:
    work = KAZAKHSTAN.brief.sources["vasilyev-kaznet"]
    if form == "app":
        said = joined(source_sheet(KAZAKHSTAN, "vasilyev-kaznet", 0, 100).lines)
    elif form == "speech":
        said = " ".join(Reader(KAZAKHSTAN).answer("source 5"))
    else:
        said = FORMS[form](KAZAKHSTAN)
    assert work.title in said
    assert work.title_translated
    assert said.index(work.title) < said.index(work.title_translated)


@every_form
def test_an_edition_is_dated_and_what_came_later_is_said(form: str) -> None:
    said = FORMS[form](KAZAKHSTAN)
    assert "2011" in said
    assert re.search(r"(From|since) 2015[:,]? ?(Not Free|wherever)?|Not Free since 2015", said)


@every_form
def test_the_words_are_not_taken_for_those_of_the_publisher(form: str) -> None:
    assert "in its own words, not those of Freedom House" in FORMS[form](KAZAKHSTAN)


def test_without_later_editions_nothing_is_said_of_the_present() -> None:
    alone = replace(KAZAKHSTAN.brief, editions=[edition for edition in KAZAKHSTAN.brief.editions if edition.role != "context"])
    said = app(Briefing("", alone, KAZAKHSTAN.method))
    assert "Not Free since" not in said
    assert "From 2015" not in said


def test_a_source_that_is_newer_than_the_edition_is_said_to_be_later() -> None:
    work = KAZAKHSTAN.brief.sources["vasilyev-kaznet"]
    changed = replace(KAZAKHSTAN.brief, sources={**KAZAKHSTAN.brief.sources, "vasilyev-kaznet": replace(work, date=Date.parse("2013"))})
    said = joined(source_sheet(Briefing("", changed, KAZAKHSTAN.method), "vasilyev-kaznet", 0, 80).lines)
    assert "dated 2013, 2 calendar years after the edition of 2011" in said
