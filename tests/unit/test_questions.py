"""Scores of questions stand where the text answers them, with their direction, in every form; long topics are never cut."""

from __future__ import annotations

from typing import Any

import pytest

from kzbrief.brief.briefing import Briefing
from kzbrief.output.export import Options
from kzbrief.output.export.html import export as to_html
from kzbrief.output.figures.questions import question_words
from kzbrief.output.findings import section_lines
from kzbrief.output.glyphs import ASCII, UNICODE
from kzbrief.output.lines import line_width, plain
from kzbrief.output.markdown import summary_markdown
from kzbrief.spoken.passages import finding as spoken
from kzbrief.tui.pages.section import section as section_page

from .sample import brief, finding, method

LONG = "Is access to the internet prohibitively expensive or beyond the reach of certain segments of the population for social reasons?"
BANDS = [{"status": "Free", "lowest": 0, "highest": 100, "tone": "good"}]


def made(direction: str = "100-best", questions: dict[str, int] | None = None, **scores: Any) -> Briefing:
    """A brief of three findings; the first two answer the same question."""
    rows = [
        finding("one", topic=LONG, questions=["A1"]),
        finding("two", topic=LONG, questions=["A1"]),
        finding("three", topic="Another", questions=["A2", "A3"]),
    ]
    edition = {"year": 2011, "role": "this", "total": 55, "scores": {"access": 16}, "questions": scores or {"A1": 5, "A2": "n/a"}}
    scale = {"first": 2009, "direction": direction, "bands": BANDS, "questions": questions or {}}
    return Briefing("made.toml", brief({"access": rows}, edition=[edition]), method(scale=[scale]))


@pytest.mark.parametrize(
    ("direction", "questions", "said"),
    [
        ("100-best", {}, "A1: 5 (more is better)"),
        ("0-best", {}, "A1: 5 (0 is best)"),
        ("100-best", {"A1": 6}, "A1: 5 of 6 (6 is best)"),
        ("0-best", {"A1": 6}, "A1: 5 of 6 (0 is best)"),
    ],
)
def test_a_score_has_its_direction(direction: str, questions: dict[str, int], said: str) -> None:
    briefing = made(direction, questions)
    assert question_words(briefing, briefing.index.entries[0]) == said


def test_it_is_said_once_and_only_where_it_is_known() -> None:
    briefing = made()
    one, two, three = briefing.index.entries
    assert question_words(briefing, two, one) == ""
    assert question_words(briefing, three, two) == "A2: n/a"


def forms(briefing: Briefing) -> dict[str, str]:
    """The section in every form, as one line of words each."""
    part = briefing.brief.sections[0]
    found = {
        "print": "\n".join(map(plain, section_lines(briefing, part, 60, UNICODE, set()))),
        "page": "\n".join(map(plain, section_page(briefing, part.id, 80, 40, UNICODE).lines)),
        "html": to_html(briefing, Options()),
        "markdown": summary_markdown(briefing, full=True),
        "spoken": "\n".join(spoken(briefing, briefing.index.entries[0], None)),
    }
    return {name: " ".join(text.split()) for name, text in found.items()}


@pytest.mark.parametrize("form", ["print", "page", "html", "markdown", "spoken"])
def test_every_form_has_the_score_and_the_whole_topic(form: str) -> None:
    text = forms(made())[form]
    assert "A1: 5 (more is better)" in text.replace("\\", "")
    assert LONG in text


@pytest.mark.parametrize("width", [20, 40, 60, 80, 300])
@pytest.mark.parametrize("glyphs", [UNICODE, ASCII])
def test_a_long_topic_keeps_to_the_width(width: int, glyphs: Any) -> None:
    briefing = made()
    lines = section_lines(briefing, briefing.brief.sections[0], width, glyphs, set())
    assert max(map(line_width, lines)) <= width
