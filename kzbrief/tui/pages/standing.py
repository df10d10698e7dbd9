"""The page of all countries of an edition, with the one that a brief is about among them, and the works that their totals are from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...brief.text import parse_cite
from ...i18n import _
from ...output.figures.words import direction
from ...output.lines import Line, Span
from ...output.standing import doubtful_works, required, standing_lines, table_rows, work_lines, works_title
from ...output.wrapping import wrap
from .actors import LONGEST
from .build import Item, PageBuilder
from .measure import edge, room

if TYPE_CHECKING:
    from ...brief.briefing import Briefing
    from ...brief.standing import Place, Standing
    from ...output.glyphs import Glyphs
    from ..page import Page

_PAIRED = 110
"""Columns from which the words and the strip stand beside the table."""
_WORDS, _GAP = 51, 6
"""Cells of the words and the strip beside the table, and between the two."""


def standing_page(briefing: Briefing, width: int, glyphs: Glyphs) -> Page:
    """Return where the country stands, all countries by band, and the works; Enter opens the first source of a total.

    Raises RefusedError where the method has no table of the edition.
    """
    found = required(briefing)
    page = PageBuilder(width, edge(width))
    source = _source(briefing, found.own) if found.own else ""
    if width >= _PAIRED:
        space = room(width)
        words = _words(briefing, _WORDS, glyphs)
        left = [Item("standing", words, source), Item("", [[]]), *_works(briefing, found, _WORDS)]
        right = _countries(briefing, found, min(LONGEST, space - _WORDS - _GAP))
        page.pair(left, right, _WORDS, _GAP, mark=-2)
    else:
        space = min(LONGEST, room(width))
        page.stop("standing", _words(briefing, space, glyphs), goto=source, mark=-2)
        page.blank()
        for item in [*_countries(briefing, found, space), Item("", [[]]), *_works(briefing, found, space)]:
            page.stop(item.id, item.lines, goto=item.goto, mark=-2) if item.id else page.add(item.lines)
    return page.finish(text_start=page.left, text_end=page.left + space)


def _words(briefing: Briefing, width: int, glyphs: Glyphs) -> list[Line]:
    lines = standing_lines(briefing, width, glyphs)
    return lines or wrap([Span(_("The total of this country is not known."))], width)


def _countries(briefing: Briefing, found: Standing, width: int) -> list[Item]:
    """The rows of the table below a line that says which way the totals go."""
    items = [Item("", wrap([Span(_("Totals as published, {direction}").format(direction=direction(found.scale.direction)), "dim")], width))]
    for row in table_rows(briefing, found, width):
        if row.place is None:
            # The first band stands apart from the line above it, too.
            items.append(Item("", row.lines if row.lines[0] == [] else [[], *row.lines]))
        else:
            items.append(Item(f"country:{row.place.country.code}", row.lines, _source(briefing, row.place)))
    return items


def _source(briefing: Briefing, place: Place) -> str:
    """The first work behind a total that the brief has; nothing where it has none."""
    keys = (parse_cite(item).key for item in place.country.cites)
    return next((f"source:{key}" for key in keys if key in briefing.index.sources), "")


def _works(briefing: Briefing, found: Standing, width: int) -> list[Item]:
    keys = doubtful_works(briefing, found)
    head = [Item("", wrap([Span(works_title(), "strong")], width))] if keys else []
    return [*head, *(Item(f"source:{key}", work_lines(briefing, key, width), f"source:{key}") for key in keys)]
