"""Lines as a terminal shows them in colours; the only module of the printed output that needs Rich."""

from __future__ import annotations

import os
from collections.abc import Iterable

from rich.color import ColorSystem
from rich.style import Style

from .lines import Line, Span
from .links import link, linked
from .printer import Target
from .themes import PRINTED, Look, Theme, load

_SYSTEMS = {
    "none": ColorSystem.STANDARD,
    "standard": ColorSystem.STANDARD,
    "256": ColorSystem.EIGHT_BIT,
    "truecolor": ColorSystem.TRUECOLOR,
}


def painted(lines: Iterable[Line], target: Target) -> str:
    """Return lines with the escape codes of a target's colours.

    Colours come from the theme that KZBRIEF_THEME names, or that fits COLORFGBG; without either from one that can be read on any ground.
    The terminal's own ground stays. Raises DocumentError where the theme is faulty.
    """
    theme = load(theme_name())
    system = _SYSTEMS[target.colours]
    styles: dict[str, Style] = {}
    addresses: dict[str, int] = {}
    text: list[str] = []
    for line in lines:
        for span in _joined(line):
            style = styles.get(span.tone)
            if style is None:
                style = styles[span.tone] = _style(theme, span.tone, coloured=target.colours != "none")
            shown = style.render(span.text, color_system=system) if style else span.text
            if span.link and target.links and (address := link(span.link)):
                shown = linked(shown, address, addresses.setdefault(address, len(addresses) + 1))
            text.append(shown)
        text.append("\n")
    return "".join(text)


def theme_name() -> str:
    """Return the name of the theme that printed text takes its colours from."""
    named = os.environ.get("KZBRIEF_THEME")
    if named:
        return named
    ground = os.environ.get("COLORFGBG", "").rpartition(";")[2]
    if ground.isascii() and ground.isdigit():
        return "kz-dark" if int(ground) in (0, 1, 2, 3, 4, 5, 6, 8) else "kz-light"
    return PRINTED


def _style(theme: Theme, tone: str, *, coloured: bool) -> Style:
    look = theme.style(tone)
    plain: Look = theme.base
    return Style(
        color=_colour(look.colour) if coloured and look.colour != plain.colour else None,
        bgcolor=_colour(look.ground) if coloured and look.ground != plain.ground else None,
        bold=look.bold or None,
        dim=look.dim or None,
        italic=look.italic or None,
        underline=look.underline or None,
        reverse=look.reverse or None,
    )


def _colour(name: str) -> str:
    return name.replace("bright-", "bright_")


def _joined(line: Line) -> Iterable[Span]:
    """Join neighbours that look alike, and leave out the blanks at the end."""
    pieces: list[Span] = []
    for span in line:
        if pieces and pieces[-1][1:] == span[1:]:
            pieces[-1] = pieces[-1]._replace(text=pieces[-1].text + span.text)
        elif span.text:
            pieces.append(span)
    while pieces and not pieces[-1].text.strip():
        pieces.pop()
    if pieces:
        pieces[-1] = pieces[-1]._replace(text=pieces[-1].text.rstrip())
    return pieces
