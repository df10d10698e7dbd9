"""Characters that nobody sees: those that came along by accident are named and can be mended, those that a script needs stay."""

from __future__ import annotations

from pathlib import Path

import pytest

from kzbrief.brief.repair import repaired

from .test_advice import BASE, changed, found, marked

HEADLINE = "One carrier holds half the market"
STRAYS = ["\u00ad", "\u061c", "\u200b", "\u200c", "\u200d", "\u200e", "\u200f", "\u2060", "\u2062", "\ufeff"]


@pytest.mark.parametrize("character", STRAYS)
def test_what_came_along_is_named_where_it_is_and_mended(tmp_path: Path, character: str) -> None:
    text = changed(HEADLINE, f"One carr{character}ier holds half the market")
    (problem,) = found(tmp_path, text).problems
    assert (problem.code, problem.severity) == ("invisible-character", "warning")
    assert f"(U+{ord(character):04X})" in problem.message
    assert marked(text, problem) == character
    assert repaired(text, "brief.toml") == BASE


@pytest.mark.parametrize(
    "words",
    [
        "می\u200cخواهم",  # a Persian verb
        "क्\u200dष",  # a form of letters in Hindi
        "👩\u200d💻",
        "☠\ufe0f\u200d☠",
        "ភាសា\u200bខ្មែរ",  # where a line may break in Khmer
        "אב (\u200fC++\u200f)",
        "Виндовс",
    ],
)
def test_what_a_script_needs_stays(tmp_path: Path, words: str) -> None:
    text = changed(HEADLINE, words)
    assert found(tmp_path, text).problems == ()
    assert repaired(text, "brief.toml") == text


def test_one_warning_for_each_value_and_all_are_mended(tmp_path: Path) -> None:
    text = changed(HEADLINE, HEADLINE.replace("a", "\u200ba"), changed('title = "Survey"', 'title = """\nSur\u00advey"""'))
    first, second = found(tmp_path, text).problems
    assert first.message == "here is a character that cannot be seen (U+200B)"
    assert (second.place.column, marked(text, second)) == (4, "\u00ad")
    assert repaired(text, "brief.toml") == changed('title = "Survey"', 'title = """\nSurvey"""')


def test_comments_and_escapes_are_left_alone(tmp_path: Path) -> None:
    text = changed('title = "Survey"', 'title = "Sur\\u200Bvey" # a \u200b here', BASE)
    assert found(tmp_path, text).problems == ()


def test_it_can_be_allowed(tmp_path: Path) -> None:
    allow = '\n[[allow]]\ncode = "invisible-character"\nat = "finding:carrier"\nreason = "so"\n'
    text = changed(HEADLINE, f"{HEADLINE}\u200b") + allow
    assert found(tmp_path, text).problems == ()
    assert repaired(text, "brief.toml") == text


def test_a_source_can_be_allowed(tmp_path: Path) -> None:
    allow = '\n[[allow]]\ncode = "invisible-character"\nat = "source:survey"\nreason = "so"\n'
    assert found(tmp_path, changed('title = "Survey"', 'title = "Sur\u00advey"') + allow).problems == ()
