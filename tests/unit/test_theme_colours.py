"""Colours of the shipped themes: readable on their grounds, told apart by everybody, and never the only sign."""

from __future__ import annotations

import re
from itertools import combinations

import pytest
from rich.color import ColorSystem

from kzbrief.brief.briefing import load
from kzbrief.output import themes
from kzbrief.output.glyphs import UNICODE
from kzbrief.output.lines import Line, line_width, plain
from kzbrief.output.summary import summary_lines
from kzbrief.output.theme_format import Tones
from kzbrief.output.themes import PRINTED, Look
from kzbrief.tui.pages.dashboard import dashboard

from .colours import PALETTES, RGB, SIGHTS, Palette, apart, contrast, faint, reduced, rgb

SHIPPED = ("kz-contrast-dark", "kz-contrast-light", "kz-dark", "kz-light", "kz-mono", "kz-terminal", "kz-terminal-light")
WITH_GROUND = ("kz-contrast-dark", "kz-contrast-light", "kz-dark", "kz-light")
"""Themes with colours of their own for everything."""
TERMINAL = {"kz-terminal": True, "kz-terminal-light": False}
"""Themes of the terminal's sixteen colours, and whether they are for a dark ground."""
STATUSES = ("good", "middle", "bad")
MANY = (ColorSystem.TRUECOLOR, ColorSystem.EIGHT_BIT)


@pytest.fixture(scope="module")
def drawn() -> list[list[Line]]:
    """What is shown of the shipped brief: summaries and dashboards of several sizes."""
    briefing = load("kazakhstan-2011")
    summaries = [summary_lines(briefing, width, UNICODE, full=width == 80) for width in (40, 80, 120)]
    sizes = ((40, 15), (60, 20), (80, 24), (100, 30), (120, 40), (200, 50))
    return [*summaries, *(dashboard(briefing, width, height, UNICODE).lines for width, height in sizes)]


@pytest.fixture(scope="module")
def tones(drawn: list[list[Line]]) -> list[str]:
    """The tones in use: those of the format, alone and in headings, and whatever is found combined."""
    words = Tones.__struct_fields__
    found = {span.tone for lines in drawn for line in lines for span in line}
    return sorted({"", *words, *(f"strong {word}" for word in words), *found})


def shown(look: Look, letters: RGB, ground: RGB) -> tuple[RGB, RGB]:
    """Return what is seen of letters and of the ground behind them."""
    return (faint(letters, ground) if look.dim else letters), ground


def needed(name: str) -> float:
    return 7 if "contrast" in name else 4.5


def test_these_are_the_themes_for_screens() -> None:
    assert tuple(themes.names()) == SHIPPED
    assert [title.id for title in themes.titles()] == list(SHIPPED)
    for title in themes.titles():
        assert themes.load(title.id).id == title.id
        assert title.dark == ("light" not in title.id)


@pytest.mark.parametrize("name", WITH_GROUND)
@pytest.mark.parametrize("system", MANY)
def test_every_tone_can_be_read_on_its_ground(name: str, system: ColorSystem, tones: list[str]) -> None:
    theme = themes.load(name)
    for tone in tones:
        look = theme.style(tone)
        letters, ground = shown(look, rgb(reduced(look.colour, system)), rgb(reduced(look.ground, system)))
        assert contrast(letters, ground) >= needed(name), tone


@pytest.mark.parametrize("name", ["kz-dark", "kz-contrast-dark"])
@pytest.mark.parametrize("palette", PALETTES[:4], ids=str)
def test_dark_themes_can_be_read_with_sixteen_colours(name: str, palette: Palette, tones: list[str]) -> None:
    theme = themes.load(name)
    for tone in tones:
        look = theme.style(tone)
        if not look.dim:  # what a console makes of faint letters is its own business
            names = (reduced(colour, ColorSystem.STANDARD) for colour in (look.colour, look.ground))
            letters, ground = (palette.show(found, "") for found in names)
            assert contrast(letters, ground) >= 4.5, tone


@pytest.mark.parametrize("name", TERMINAL)
@pytest.mark.parametrize("palette", PALETTES, ids=str)
def test_the_terminals_own_colours_can_be_read(name: str, palette: Palette, tones: list[str]) -> None:
    """Solarized has but 4.1 for plain text on its light ground and 3.3 for its red on its dark one: there the hues have at least 3."""
    theme = themes.load(name)
    if palette.dark != TERMINAL[name]:
        return
    for tone in tones:
        look = theme.style(tone)
        assert not look.dim
        assert not (look.colour + look.ground).count("#")
        found = contrast(palette.show(look.colour, palette.text), palette.show(look.ground, palette.ground))
        if "solarized" not in palette.name:
            assert found >= 4.5, tone
        elif look.colour == "default":
            assert found >= 4.1, tone
        else:
            assert found >= 3, tone


def test_printed_colours_can_be_read_on_black_and_on_white(tones: list[str]) -> None:
    theme = themes.load(PRINTED)
    assert (theme.base.colour, theme.base.ground) == ("default", "default")
    for tone in tones:
        look = theme.style(tone)
        if look.colour == "default":
            continue
        assert not look.dim
        for ground in ("#000000", "#ffffff"):
            assert contrast(rgb(look.colour), rgb(ground)) >= 4.5, tone
            # Of the 256 colours only four have 4.5 on both, none of them green or red.
            assert contrast(rgb(reduced(look.colour, ColorSystem.EIGHT_BIT)), rgb(ground)) >= 4.4, tone
        for palette in PALETTES:
            assert contrast(rgb(look.colour), rgb(palette.ground)) >= 3, tone


def test_without_colours_there_are_none(tones: list[str]) -> None:
    theme = themes.load("kz-mono")
    assert {(theme.style(tone).colour, theme.style(tone).ground) for tone in tones} == {("default", "default")}


@pytest.mark.parametrize("name", [*WITH_GROUND, PRINTED])
@pytest.mark.parametrize("system", MANY)
@pytest.mark.parametrize("sight", SIGHTS)
def test_everybody_tells_statuses_apart(name: str, system: ColorSystem, sight: str) -> None:
    theme = themes.load(name)
    colours = [rgb(reduced(theme.style(tone).colour, system)) for tone in STATUSES]
    assert min(apart(*pair, sight) for pair in combinations(colours, 2)) >= 8


@pytest.mark.parametrize("name", [*WITH_GROUND, PRINTED, *TERMINAL])
@pytest.mark.parametrize("palette", PALETTES[::2], ids=str)
@pytest.mark.parametrize("sight", SIGHTS)
def test_everybody_tells_statuses_apart_with_sixteen_colours(name: str, palette: Palette, sight: str) -> None:
    theme = themes.load(name)
    named = [theme.style(tone).colour for tone in STATUSES]
    if name not in TERMINAL:
        named = [reduced(colour, ColorSystem.STANDARD) for colour in named]
    assert len(set(named)) == 3
    if name in TERMINAL or "solarized" not in palette.name:  # Solarized's bright colours are greys
        assert min(apart(*pair, sight) for pair in combinations([palette.show(found, "") for found in named], 2)) >= 5


@pytest.mark.parametrize("name", [*WITH_GROUND, PRINTED])
def test_no_tone_is_black_grey_or_white_with_sixteen_colours(name: str, tones: list[str]) -> None:
    """Bright black is invisible in some palettes, and black and white on some grounds."""
    theme = themes.load(name)
    for tone in tones:
        colour = theme.style(tone).colour
        if colour not in ("default", theme.base.colour):
            assert not re.fullmatch("(bright-)?(black|white)", reduced(colour, ColorSystem.STANDARD)), tone


@pytest.mark.parametrize("name", [*WITH_GROUND, PRINTED])
def test_statuses_keep_their_hues_with_sixteen_colours(name: str) -> None:
    theme = themes.load(name)
    named = [reduced(theme.style(tone).colour, ColorSystem.STANDARD).removeprefix("bright-") for tone in STATUSES]
    assert named == ["green", "yellow", "red"]


def test_a_status_is_never_told_by_colour_alone(drawn: list[list[Line]]) -> None:
    """Every stretch in a status's tone has a word or a figure in it, or right above or below it, as the mark on the scale has."""
    seen = 0
    for lines in drawn:
        texts = [plain(line) for line in lines]
        for row, line in enumerate(lines):
            for place, span in enumerate(line):
                if not set(span.tone.split()) & set(STATUSES) or not span.text.strip():
                    continue
                seen += 1
                start = line_width(line[:place])
                near = [text[max(0, start - 2) : start + len(span.text) + 2] for text in texts[max(0, row - 1) : row + 2 : 2]]
                said = [span.text] if re.search(r"\w", span.text) else near
                assert any(re.search(r"\w", text) for text in said), texts[row]
    assert seen > 20
