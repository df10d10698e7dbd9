"""What a reader must never be told wrongly, in whatever form the brief is read: one test for each way to be misled.

The thirteen ways, in the order of the tests: a bare score, a rank for a score, a scale reversed across 2019, n/a as 0, a recomputed
figure, an old source for a present claim, a disagreement hidden, an unsettled reference resolved silently, context taken for the report,
an archive link promised, a translation passed off as the original, “copied” that was not, an old edition taken for the present.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from kzbrief.brief.briefing import Briefing, load
from kzbrief.brief.comparison import side
from kzbrief.brief.dates import Date
from kzbrief.brief.editions import this_edition
from kzbrief.brief.entry import Listed, entry_of
from kzbrief.brief.model import Disputed, Edition
from kzbrief.brief.text import parse
from kzbrief.brief.text import plain as plain_text
from kzbrief.output import quoting
from kzbrief.output.comparison import comparison_lines
from kzbrief.output.export import Options, bibtex, csl_json, html, ris
from kzbrief.output.glyphs import UNICODE
from kzbrief.output.lines import Line, plain
from kzbrief.output.listing import listing_lines
from kzbrief.output.markdown import summary_markdown
from kzbrief.output.sources import source_detail
from kzbrief.output.standing import command_lines
from kzbrief.output.summary import summary_lines
from kzbrief.spoken.reader import Reader
from kzbrief.tui import terminal
from kzbrief.tui.frame import head
from kzbrief.tui.navigator import tabs
from kzbrief.tui.pages.dashboard import dashboard
from kzbrief.tui.pages.section import section
from kzbrief.tui.pages.source_sheet import source_sheet

from .test_spoken import walk

KAZAKHSTAN = load("kazakhstan-2011")
LATER = load("kazakhstan-2025")


LISTED = Listed("kazakhstan-2011", "kazakhstan-2011.toml", entry=entry_of(KAZAKHSTAN))


def with_edition(edition: Edition) -> Briefing:
    """The brief of Kazakhstan with other results of its own edition."""
    editions = [edition if item.role == "this" else item for item in KAZAKHSTAN.brief.editions]
    return Briefing(KAZAKHSTAN.path, replace(KAZAKHSTAN.brief, editions=editions), KAZAKHSTAN.method)


def joined(lines: list[Line]) -> str:
    """Lines as running text, so that no break hides what belongs together."""
    return " ".join(" ".join(plain(line) for line in lines).split())


def app(briefing: Briefing) -> str:
    """What stands in the head, on the dashboard and on the pages of the sections."""
    top = head(briefing, tabs(briefing), 0, 120, UNICODE)
    pages = [dashboard(briefing, 120, 200, UNICODE), *(section(briefing, part.id, 80, 24, UNICODE) for part in briefing.brief.sections)]
    for page in pages:
        page.grow()
    return joined([*top, *(line for page in pages for line in page.lines)])


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


def around(said: str, words: str, before: int, after: int) -> list[str]:
    """What stands around words wherever they are; some of it, at least."""
    found = [said[max(0, at.start() - before) : at.end() + after] for at in re.finditer(words, said)]
    assert found
    return found


# 1. A bare score


@every_form
@pytest.mark.parametrize("name", ["kazakhstan-2011", "kazakhstan-2025"])
def test_no_bare_score(form: str, name: str) -> None:
    briefing = {"kazakhstan-2011": KAZAKHSTAN, "kazakhstan-2025": LATER}[name]
    for stretch in around(FORMS[form](briefing), r"\b\d{1,3} of 100\b", 140, 60):
        assert re.search(r"\b(0|100) is best", stretch), stretch
    assert re.search(r"\b55 of 100[ ,(]+0 is best|of 100 \(0 is best\)", FORMS[form](KAZAKHSTAN))


def test_no_bare_score_in_lists_and_copies() -> None:
    assert "55 of 100 (0 is best)" in joined(listing_lines([LISTED], 80))
    assert "55 of 100 (0 is best)" in quoting.finding(KAZAKHSTAN, "access/kazakhtelecom-share")


# 2. A rank for a score


@every_form
def test_no_rank_for_a_score(form: str) -> None:
    said = FORMS[form](KAZAKHSTAN)
    assert not re.search(r"\brank(ed)? (of )?55\b|\b55th\b|\b55(\.|th)? (place|of 37)", said)
    assert "joint 25th of 37" in said
    assert "Derived: places are counted here from the published totals; a score is not a rank." in said


# 3. A scale reversed across 2019


@every_form
def test_no_scale_reversed_across_2019(form: str) -> None:
    said = FORMS[form](KAZAKHSTAN)
    assert "0 is best" in said
    assert "100 is best" in said
    # 62 of 2018 and 32 of 2019 are never one line of figures: something stands between that says that the scale has turned.
    assert not re.search(r"62!?[ ,;]+32\b", said)


def test_no_scale_reversed_in_a_comparison() -> None:
    said = joined(comparison_lines([side(KAZAKHSTAN), side(LATER)], 100, UNICODE))
    assert "The scales run in opposite directions" in said
    assert "not subtracted" in said
    assert not re.search(r"\b18 points?\b", said)  # 55 - 37
    assert "63 derived" in said  # 100 - 37, which nobody has published


# 4. n/a as 0


@every_form
def test_no_0_for_not_available(form: str) -> None:
    said = FORMS[form](KAZAKHSTAN)
    assert re.search(r"2009[^.]{0,40}(n/a|not available)", said)
    assert not re.search(r"2009 edition: 0\b", said)


def test_no_0_for_not_available_in_a_comparison() -> None:
    edition = replace(this_edition(KAZAKHSTAN.brief), total="n/a", status="n/a", scores={"access": "n/a"})
    said = joined(comparison_lines([side(with_edition(edition)), side(LATER)], 100, UNICODE))
    assert re.search(r"Kazakhstan 2011 n/a", said)
    assert not re.search(r"Kazakhstan 2011 0\b", said)


# 5. A recomputed figure


@every_form
def test_no_figure_recomputed(form: str) -> None:
    said = FORMS[form](KAZAKHSTAN)
    assert "28 percent" in said
    assert "4.3 million" in said
    assert "16.3 million" in said
    assert "26.4 percent" not in said  # what 4.3 of 16.3 million would be


@every_form
def test_no_total_recomputed_from_parts_that_do_not_add_up(form: str) -> None:
    edition = replace(this_edition(KAZAKHSTAN.brief), scores={"access": 16, "content": 22, "rights": 18})  # 56
    said = FORMS[form](with_edition(edition))
    assert not re.search(r"\b56 of 100\b", said)
    assert "18 of 40" in said


# 6. An old source for a present claim


@every_form
def test_no_old_source_for_a_present_claim(form: str) -> None:
    entry = KAZAKHSTAN.index.entry("access/kazakhtelecom-share")
    assert "source of 2006" in entry.finding.headline
    said = FORMS[form](KAZAKHSTAN)
    assert "source of 2006" in said
    old = [remark for remark in KAZAKHSTAN.index.remarks(f"finding:{entry.finding.id}") if remark.kind == "old-source"]
    assert old
    assert all(" ".join(plain_text(parse(remark.text)).split())[:60] in said for remark in old)


def test_the_age_of_a_source_is_counted_from_the_edition() -> None:
    key = next(key for key in KAZAKHSTAN.brief.sources if key.startswith("soboleva"))
    spoken = " ".join(Reader(KAZAKHSTAN).answer("source 15"))
    for said in (joined(source_detail(KAZAKHSTAN, key, 80)), joined(source_sheet(KAZAKHSTAN, key, 0, 80).lines), spoken):
        assert "dated 2006, 5 calendar years before the edition of 2011" in said


def test_a_source_that_is_newer_than_the_edition_is_said_to_be_later() -> None:
    work = KAZAKHSTAN.brief.sources["vasilyev-kaznet"]
    changed = replace(KAZAKHSTAN.brief, sources={**KAZAKHSTAN.brief.sources, "vasilyev-kaznet": replace(work, date=Date.parse("2013"))})
    said = joined(source_sheet(Briefing("", changed, KAZAKHSTAN.method), "vasilyev-kaznet", 0, 80).lines)
    assert "dated 2013, 2 calendar years after the edition of 2011" in said


# 7. A disagreement hidden


@every_form
def test_no_disagreement_hidden(form: str) -> None:
    said = FORMS[form](KAZAKHSTAN)
    about = next(remark for remark in KAZAKHSTAN.brief.remarks if "fact:internet-penetration" in remark.about)
    words = " ".join(about.text.split()[:8])
    assert words in said


@every_form
def test_no_other_total_hidden(form: str) -> None:
    """Where a source gives another total, both stand, with the source of the other."""
    edition = replace(this_edition(KAZAKHSTAN.brief), disputed=[Disputed(total=43, cites=["da2i"])])
    said = FORMS[form](with_edition(edition))
    [stretch] = around(said, "(?i)elsewhere given as 43", 400, 60)[:1]
    assert "55" in stretch or "of 100" in stretch
    label = KAZAKHSTAN.index.label("da2i").lstrip("*")
    assert re.search(rf"(?i)elsewhere given as 43[^.;]{{0,40}}\b{label}\b", said)


def test_no_disagreement_hidden_between_countries_lists_and_comparisons() -> None:
    table = joined(command_lines(KAZAKHSTAN, 100, UNICODE))
    assert re.search(r"Australia 18 \[[^\]]+\] elsewhere 17 \[[^\]]+\]", table)
    doubted = with_edition(replace(this_edition(KAZAKHSTAN.brief), disputed=[Disputed(total=43, cites=["da2i"])]))
    assert "Kazakhstan 2011: elsewhere given as 43" in joined(comparison_lines([side(doubted), side(LATER)], 100, UNICODE))
    listed = joined(listing_lines([Listed("name", "path", entry=entry_of(doubted))], 80))
    assert "55 of 100 (0 is best) !" in listed
    assert "! there is a remark on this total, or another source gives another one" in listed
    assert "!" not in joined(listing_lines([LISTED], 80))


# 8. An unsettled reference resolved silently


@every_form
def test_no_unsettled_reference_resolved_silently(form: str) -> None:
    said = FORMS[form](KAZAKHSTAN)
    assert re.search(r"does not say which|one of two works|two works fit|fits? (several|two) works", said)


def test_an_unsettled_reference_names_all_works_that_it_fits() -> None:
    for key, unsettled in KAZAKHSTAN.brief.unsettled.items():
        # Their titles may be the same.
        addresses = {str(KAZAKHSTAN.brief.sources[candidate].url) for candidate in unsettled.candidates}
        assert len(addresses) > 1
        number = unsettled.notes[0]
        shown = {
            "app": joined(source_sheet(KAZAKHSTAN, key, 0, 100).lines),
            "print": joined(source_detail(KAZAKHSTAN, key, 100)),
            "speech": " ".join(Reader(KAZAKHSTAN).answer(f"source {number}")),
            "copy": quoting.reference(KAZAKHSTAN, key),
        }
        for form, said in shown.items():
            assert re.search("does not say which|fits? two works", said), form
            assert all(address in said.replace(" ", "") for address in addresses), form


# 9. Context taken for the report


@every_form
def test_no_context_taken_for_the_report(form: str) -> None:
    """A row of the fact box, and an edition, from elsewhere: each has the sign of it, or the words."""
    said = FORMS[form](LATER)
    for fact in LATER.brief.facts:
        if fact.role == "context":
            for stretch in around(said, re.escape(fact.printed), 60, 40):
                assert re.search(r"\* |outside the report", stretch), stretch
    later = FORMS[form](KAZAKHSTAN)
    assert re.search(r"[Oo]utside (this|the) report|\* Later editions", later)
    assert all(KAZAKHSTAN.index.label(key).startswith("*") for key in ("da2i", "fh-2015") if key in KAZAKHSTAN.index.sources)


# 10. An archive link promised


@every_form
def test_no_archive_link_promised(form: str) -> None:
    said = FORMS[form](KAZAKHSTAN)
    for at in re.finditer(r"web\.archive\.org", said):
        assert re.search(r"perhaps|not been tried", said[max(0, at.start() - 120) : at.start()])


def test_no_archive_link_promised_of_a_single_work() -> None:
    key, work = next((key, work) for key, work in KAZAKHSTAN.brief.sources.items() if work.url and not work.archive_url)
    assert work.notes
    shown = {
        "app": joined(source_sheet(KAZAKHSTAN, key, 0, 80).lines),
        "print": joined(source_detail(KAZAKHSTAN, key, 80)),
        "speech": " ".join(Reader(KAZAKHSTAN).answer(f"source {work.notes[0]}")),
    }
    for form, said in shown.items():
        assert "not been tried" in said, form


@pytest.mark.parametrize("made", [bibtex, csl_json, ris], ids=["bibtex", "csl-json", "ris"])
def test_citation_managers_get_no_address_of_an_archive_that_is_not_known(made: Any) -> None:
    known = {work.archive_url for work in [*KAZAKHSTAN.brief.sources.values(), *KAZAKHSTAN.method.sources.values()] if work.archive_url}
    exported = made.export(KAZAKHSTAN, Options()).replace("\\/", "/").replace("\\", "")
    for address in re.findall(r"https?://web\.archive\.org[^\s\"{}]*", exported):
        assert any(address.startswith(item) or item.startswith(address) for item in known), address


# 11. A translation passed off as the original


@every_form
def test_no_translation_passed_off_as_the_original(form: str) -> None:
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


# 12. “copied” that was not


@pytest.mark.parametrize(
    ("surroundings", "expected"),
    [
        ({"TERM": "xterm-256color"}, "sent to the terminal"),
        ({"TERM": "xterm-256color", "DISPLAY": ":0"}, "sent to the terminal"),
        ({"TERM": "xterm-256color", "SSH_CONNECTION": "a b c d", "DISPLAY": ":0"}, "sent to the terminal"),
        ({"TERM": "tmux-256color", "TMUX": "/nowhere,1,0"}, "given to tmux"),
        ({"TERM": "linux"}, "not copied"),
        ({"TERM": "dumb"}, "sent to the terminal"),
    ],
)
def test_no_copied_that_was_not(surroundings: dict[str, str], expected: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """With no program that took the text, and a terminal that does not say whether it did, nothing is said to be copied."""
    for name in ("SSH_CONNECTION", "SSH_TTY", "DISPLAY", "WAYLAND_DISPLAY", "TMUX", "STY", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in surroundings.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("PATH", str(tmp_path))
    for program in ("xclip", "xsel", "tmux"):  # there, and failing
        (tmp_path / program).write_text("#!/bin/sh\nexit 1\n")
        (tmp_path / program).chmod(0o755)
    said = terminal.copy("words", lambda _data: None)
    assert said.startswith(expected)
    assert not said.startswith("copied")


# 13. An old edition taken for the present


@every_form
def test_no_old_edition_taken_for_the_present(form: str) -> None:
    said = FORMS[form](KAZAKHSTAN)
    assert "From 2015: Not Free" in said
    assert re.search(r"Freedom on the Net 2011|edition of 2011", said[:400])


def test_without_later_editions_nothing_is_said_of_the_present() -> None:
    alone = replace(KAZAKHSTAN.brief, editions=[edition for edition in KAZAKHSTAN.brief.editions if edition.role != "context"])
    said = app(Briefing("", alone, KAZAKHSTAN.method))
    assert "Not Free since" not in said
    assert "From 2015" not in said


# And whose words these are


@every_form
def test_the_words_are_not_taken_for_those_of_the_publisher(form: str) -> None:
    assert "in its own words, not those of Freedom House" in FORMS[form](KAZAKHSTAN)
