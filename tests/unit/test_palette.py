"""What the palette finds: words of texts and remarks, note numbers, and where each hit leads."""

from __future__ import annotations

from pathlib import Path

import pytest

from kzbrief.brief.briefing import Briefing, load
from kzbrief.brief.model import Unsettled
from kzbrief.output.lines import line_width, plain
from kzbrief.tui.navigator import tabs
from kzbrief.tui.palette import HITS, Hit, Palette, excerpt
from kzbrief.tui.sheets import PaletteSheet

DATA = Path(__file__).parents[1] / "data"


@pytest.fixture(scope="module")
def briefing() -> Briefing:
    return load("kazakhstan-2011")


@pytest.fixture(scope="module")
def palette(briefing: Briefing) -> Palette:
    return Palette(briefing, tabs(briefing), "section")


def starting(hits: list[Hit], kind: str) -> list[Hit]:
    return [hit for hit in hits if hit.label.startswith(kind + ":")]


def test_a_word_of_a_text_leads_to_its_finding(briefing: Briefing, palette: Palette) -> None:
    found = starting(palette.hits("minimum wage"), "Text")
    assert found
    for hit in found:
        entry = briefing.index.entry(hit.ref.removeprefix("finding:"))
        assert "minimum wage" in " ".join(entry.finding.text.split())
        assert "minimum wage" in hit.label
    assert not any("[" in hit.label and "]" in hit.label for hit in found)


def test_names_are_found_whatever_their_accents() -> None:
    russian = load(DATA / "russian.toml")
    for words in ("Ёлкина", "елкина", "ЕЛКИНА"):
        assert starting(Palette(russian, tabs(russian), "section").hits(words), "Source 1")


def test_a_finding_found_by_its_headline_is_listed_once(palette: Palette) -> None:
    refs = [
        hit.ref for hit in palette.hits("Respublika") if hit.ref.startswith("finding:") and not hit.label.startswith(("Actor", "Remark"))
    ]
    assert len(refs) == len(set(refs))


def test_keys_of_sources_are_no_words_of_a_text(palette: Palette) -> None:
    assert not starting(palette.hits("soboleva-2006"), "Text")


def test_remarks_lead_to_what_they_are_about(briefing: Briefing, palette: Palette) -> None:
    known = {tab.id for tab in tabs(briefing)}
    for number, remark in enumerate(briefing.brief.remarks):
        words = " ".join(remark.text.split()[:6])
        found = starting(palette.hits(words.replace("*", "")), "Remark")
        assert found, (number, words)
        for hit in found:
            kind, _colon, name = hit.ref.partition(":")
            if kind == "finding":
                briefing.index.entry(name)
            elif kind == "source":
                briefing.index.work(name)
            elif kind == "on":
                assert name.partition(" ")[0] in known
            elif kind == "actor":
                briefing.index.naming.actor(name)
            else:
                assert kind in ("event", "actor")


@pytest.mark.parametrize("number", [1, 8, 14, 20, 41])
def test_a_bare_number_opens_that_note_first(briefing: Briefing, palette: Palette, number: int) -> None:
    wanted = [key for key in briefing.index.sources if number in briefing.index.work(key).notes]
    hits = palette.hits(str(number))
    first = hits[: len(wanted)]
    assert wanted
    assert all(hit.label.startswith(f"Note {number}: ") for hit in first)
    keys = {briefing.index.citations[int(hit.ref[5:])].key if hit.ref.startswith("cite:") else hit.ref.partition(":")[2] for hit in first}
    assert keys == set(wanted)
    assert not starting(hits, f"Source {number}")
    assert any(isinstance(briefing.index.work(key), Unsettled) for key in wanted) == (number == 20)


def test_a_number_without_a_note_offers_none(palette: Palette) -> None:
    assert not [hit for hit in palette.hits("999999") if hit.label.startswith("Note")]
    assert not [hit for hit in palette.hits("14 work") if hit.label.startswith("Note")]


def test_an_excerpt_starts_with_a_whole_word_before_what_was_found() -> None:
    text = "One state company holds nearly half of\nthe market and sets the price."
    assert excerpt(text, "one") == " ".join(text.split())
    assert excerpt(text, "price").startswith("... ")
    assert " price." in excerpt(text, "price")
    assert text.split().index(excerpt(text, "price").split()[1]) > 0


@pytest.mark.parametrize("width", [40, 60, 80, 120])
@pytest.mark.parametrize("words", ["", "e", "respub", "14"])
def test_hits_fit_on_two_lines_at_most(briefing: Briefing, width: int, words: str) -> None:
    sheet = PaletteSheet(briefing, tabs(briefing), "section")
    sheet.words = words
    page = sheet.layout(width, 20)
    assert all(line_width(line) <= width for line in page.lines)
    assert len(page.stops) <= HITS
    assert all(stop.bottom - stop.top <= 2 for stop in page.stops)
    more = any("another word" in plain(line) for line in page.lines)
    assert more == (words == "e")


@pytest.mark.parametrize(
    ("words", "stop"),
    [
        *((words, "standing") for words in ("standing", "rank", "others")),
        ("later editions", "editions"),
        ("remarks", "remark:0"),
        ("evidence", "evidence"),
        ("how to cite", "citing"),
        ("score", "score"),
    ],
)
def test_what_stands_below_on_the_dashboard_is_found_and_there(briefing: Briefing, palette: Palette, words: str, stop: str) -> None:
    from kzbrief.output.glyphs import UNICODE
    from kzbrief.tui.pages.dashboard import dashboard

    assert f"on:dashboard {stop}" in [hit.ref for hit in palette.hits(words)][:10]
    assert stop in [item.id for item in dashboard(briefing, 80, 20, UNICODE).stops] or stop == "standing"


def test_what_a_brief_has_not_is_not_offered() -> None:
    briefing = load("kazakhstan-2025")
    assert "on:dashboard editions" not in [hit.ref for hit in Palette(briefing, tabs(briefing), "section").hits("later editions")]
