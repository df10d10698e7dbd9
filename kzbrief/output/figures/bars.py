"""The parts of a total as bars in which one mark is one point."""

from __future__ import annotations

from typing import NamedTuple

from ...brief.method import Category, Direction
from ...i18n import _
from ..glyphs import Glyphs
from ..lines import Line, Span, beside, clean, line_width, width_of
from ..wrapping import wrap
from .words import number, part_in_words


class Part(NamedTuple):
    """A category with its score in this edition and, where the report prints one, in the previous."""

    category: Category
    """The category."""
    score: float | str | None
    """Points, `n/a`, or None where not known."""
    previous: float | str | None = None
    """The same of the previous edition."""


def bar_lines(part: Part, width: int, glyphs: Glyphs, previous: bool = False) -> list[Line]:
    """Return a part as its title and figures on one line and its bar on the next.

    The bar is left out where the width has no cell for each point, or where there is no figure; `previous` adds the figure of
    the previous edition in a column of its own, a dash where it is not known.
    """
    figures = [Span(part_in_words(part.score, part.category), "strong")]
    if previous:
        before = "-" if part.previous is None else number(part.previous)
        figures.append(Span(" " * (6 - width_of(before)) + before))
    title = Span(clean(part.category.title))
    lines = [beside([title], figures, width)]
    if line_width(lines[0]) > width:
        lines = [*wrap([title], width), figures]
    if isinstance(part.score, int | float) and part.category.maximum <= width:
        given = max(0, min(round(part.score), part.category.maximum))
        lines.append([Span(glyphs.mark * given, "mark"), Span(glyphs.rest * (part.category.maximum - given), "rest")])
    return lines


def bar_note(direction: Direction, short: bool = False) -> str:
    """Return how the bars are to be read."""
    if direction == "0-best":
        return _("One mark is one point; more are worse") if short else _("One mark is one point; more marks are worse")
    return _("One mark is one point; more are better") if short else _("One mark is one point; more marks are better")


def bar_sentence(part: Part, direction: Direction) -> str:
    """Return in words what a bar shows."""
    worse = _("fewer is better") if direction == "0-best" else _("more is better")
    said = part_in_words(part.score, part.category)
    return f"{part.category.title}: {said} ({worse})" if isinstance(part.score, int | float) else f"{part.category.title}: {said}"
