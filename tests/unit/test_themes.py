"""Themes: readable on their ground, and with fewer colours too."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from rich.color import Color, ColorSystem

from kzbrief.output import themes
from kzbrief.output.rich_printer import theme_name
from kzbrief.output.themes import PRINTED, Look, Tones
from kzbrief.toml.problems import DocumentError

ALL = [*themes.names(), PRINTED]
TONES = ["", *Tones.__struct_fields__, *(f"strong {status}" for status in ("good", "middle", "bad"))]
HEX = re.compile("#[0-9a-f]{6}")
FAINT = 0.66
"""What is left of the contrast where the faint attribute is drawn by mixing the colour with the ground, as Textual does."""


def channels(colour: str) -> tuple[float, float, float]:
    """Return red, green and blue of `#rrggbb`, 0 to 1."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def contrast(one: tuple[float, ...], other: tuple[float, ...]) -> float:
    """Return the contrast ratio of WCAG 2."""

    def luminance(colour: tuple[float, ...]) -> float:
        red, green, blue = (value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4 for value in colour)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def grounds(theme: themes.Theme) -> list[str]:
    """Return the grounds that a theme may be seen on."""
    ground = theme.style("").ground
    return [ground] if HEX.fullmatch(ground) else ["#000000", "#ffffff"]


def test_there_is_a_dark_and_a_light_theme_for_screens() -> None:
    assert {themes.load(name).dark for name in themes.names()} == {True, False}
    assert PRINTED not in themes.names()
    assert themes.load(PRINTED).style("").ground == "default"


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize("tone", TONES)
def test_every_tone_can_be_read_on_its_ground(name: str, tone: str) -> None:
    theme = themes.load(name)
    look = theme.style(tone)
    assert look.colour == "default" or HEX.fullmatch(look.colour)
    if look.colour == "default":
        return
    for ground in grounds(theme):
        letters, behind = channels(look.colour), channels(ground)
        if look.dim:
            letters = tuple(one * FAINT + other * (1 - FAINT) for one, other in zip(letters, behind, strict=True))
        assert contrast(letters, behind) >= 4.5


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize("system", [ColorSystem.TRUECOLOR, ColorSystem.EIGHT_BIT, ColorSystem.STANDARD])
def test_statuses_differ_and_stay_coloured_with_fewer_colours(name: str, system: ColorSystem) -> None:
    theme = themes.load(name)
    shown = [Color.parse(theme.style(tone).colour).downgrade(system) for tone in ("good", "middle", "bad")]
    assert len(set(shown)) == 3
    if system is ColorSystem.STANDARD:
        assert [colour.number % 8 for colour in shown if colour.number is not None] == [2, 3, 1]


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize("tone", TONES[1:])
def test_no_tone_is_black_grey_or_white_with_sixteen_colours(name: str, tone: str) -> None:
    """Bright black is invisible in some palettes, and black and white on some grounds."""
    colour = themes.load(name).style(tone).colour
    if colour not in ("default", themes.load(name).style("").colour):
        assert Color.parse(colour).downgrade(ColorSystem.STANDARD).number not in (0, 7, 8, 15)


@pytest.mark.parametrize("name", ALL)
def test_faint_is_an_attribute_and_no_colour(name: str) -> None:
    theme = themes.load(name)
    assert theme.style("dim") == theme.style("")._replace(dim=True)


@pytest.mark.parametrize("name", ALL)
def test_marks_differ_without_colour(name: str) -> None:
    theme = themes.load(name)

    def attributes(tone: str) -> tuple[bool, ...]:
        look = theme.style(tone)
        return look.bold, look.dim, look.italic, look.underline, look.reverse

    assert theme.style("cursor").reverse
    assert theme.style("tab").reverse
    assert attributes("current") != attributes("")
    assert attributes("link") != attributes("")


def test_words_of_a_tone_combine_and_unknown_ones_change_nothing() -> None:
    theme = themes.load("kz-dark")
    middle, strong = theme.style("middle"), theme.style("strong")
    assert theme.style("strong middle") == strong._replace(colour=middle.colour)
    assert theme.style("strong nonsense") == strong
    assert isinstance(theme.style(""), Look)


HEAD = 'format = 1\n[theme]\nid = "mine"\nname = "Mine"\ndark = true\n'


def test_a_theme_of_ones_own_is_read_from_its_file(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(HEAD + '[base]\ncolour = "bright-blue"\n[tones]\ngood = { colour = "red", reverse = true }\n')
    theme = themes.load(str(path))
    assert (theme.id, theme.name, theme.dark) == ("mine", "Mine", True)
    assert theme.style("") == Look("bright-blue")
    assert theme.style("good") == Look("red", reverse=True)
    assert theme.style("bad") == theme.style("")


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        (HEAD + '[base]\ncolour = "#GG0000"\n', "wrong-form", 7),
        (HEAD + '[tones]\ngood = { color = "red" }\n', "unknown-key", 7),
        (HEAD + "[tones]\nfine = { bold = true }\n", "unknown-key", 7),
        (HEAD.replace("1", "2", 1), "no-such-format", 1),
        (HEAD.replace("dark = true", "dark = yes"), "syntax", 5),
        (HEAD.replace("dark = true\n", ""), "missing-key", 2),
    ],
)
def test_a_faulty_theme_is_refused_with_the_place(text: str, code: str, line: int, tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(text)
    with pytest.raises(DocumentError) as caught:
        themes.load(str(path))
    (problem,) = caught.value.problems
    assert problem.place.line == line
    assert problem.code == code


@pytest.mark.parametrize("name", ["nonsense", "../themes/kz-dark", "kz-dark\x1b", os.sep])
def test_a_theme_that_does_not_exist_is_refused(name: str) -> None:
    with pytest.raises(DocumentError) as caught:
        themes.load(name)
    assert not caught.value.readable


@pytest.mark.parametrize(
    ("environment", "name"),
    [
        ({}, PRINTED),
        ({"COLORFGBG": "15;0"}, "kz-dark"),
        ({"COLORFGBG": "0;default;15"}, "kz-light"),
        ({"COLORFGBG": "nonsense"}, PRINTED),
        ({"COLORFGBG": "15;0", "KZBRIEF_THEME": "kz-light"}, "kz-light"),
    ],
)
def test_printed_colours_fit_the_ground_where_it_is_known(environment: dict[str, str], name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COLORFGBG", raising=False)
    for key, value in environment.items():
        monkeypatch.setenv(key, value)
    assert theme_name() == name
