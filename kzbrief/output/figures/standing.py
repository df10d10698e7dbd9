"""All countries of an edition as marks above the scale, each over its total, with the one that a brief is about among them."""

from __future__ import annotations

from itertools import pairwise

from ...brief.standing import Standing
from ...i18n import ngettext
from ..glyphs import Glyphs
from ..lines import Line, Span, clean, line_width, width_of
from .canvas import Canvas
from .scale import SIZES, band_edges, bands_from_best, end_words, place_of
from .words import band_range, number

_MARGIN = 2
"""Cells between the words of two bands."""


def standing_figure(found: Standing, width: int, glyphs: Glyphs) -> list[Line]:
    """Return the strip of all countries, marks with the same cell on top of each other, in lines of at most `width` cells.

    Empty where the width is too small to be true to scale, or no total is known.
    """
    cells = next((size for size in SIZES if size <= width), 0)
    scale = found.scale
    totals = [(place.country, place.country.total) for place in found.places if isinstance(place.country.total, int | float)]
    if not cells or not totals:
        return []
    edges = band_edges(scale, cells)
    stacks: dict[int, list[tuple[str, str]]] = {}
    own = found.own.country if found.own else None
    for country, total in sorted(totals, key=lambda item: item[0] is not own):  # our own below the others, next to the scale
        # No colour of a status: the band below says it, and a mark has no word beside it.
        look = "strong" if country is own else "mark"
        stacks.setdefault(place_of(total, scale, edges), []).append((glyphs.block if country is own else glyphs.mark, look))
    height = max(map(len, stacks.values()))
    canvas = Canvas(cells, height + 1)
    for cell, marks in stacks.items():
        for level, (sign, look) in enumerate(marks):
            canvas.put(height - 1 - level, cell, sign, look)
    line = [glyphs.left, *glyphs.rule * (cells - 2), glyphs.right]
    for border in edges[1:-1]:
        line[border] = glyphs.cross
    canvas.put(height, 0, "".join(line), "dim")
    lines = canvas.lines()
    if found.own and isinstance(found.own.country.total, int | float):
        label = f"{clean(found.own.country.name)} {number(found.own.country.total)}"
        cell = place_of(found.own.country.total, scale, edges)
        free = max((row for row in range(height) if row < height - len(stacks[cell])), default=-1)
        lines = _labelled(lines, label, cell, cells, free)
    return [_ends(found, cells), *lines, *_bands(found, edges)]


def _ends(found: Standing, cells: int) -> Line:
    ends = end_words(found.scale)
    gap = cells - width_of(ends[0]) - width_of(ends[1])
    return [Span(ends[0], "dim"), Span(" " * gap), Span(ends[1], "dim")]


def _labelled(lines: list[Line], label: str, cell: int, cells: int, row: int) -> list[Line]:
    """Put the name of the country right above its marks: into the free row there where it touches no others, else into one of its own."""
    size = width_of(label)
    start = max(0, min(cell - size // 2, cells - size))
    said = [Span(" " * start), Span(label, "strong")]
    for at in range(row, -1, -1):
        if line_width(lines[at]) == 0:
            return [*lines[:at], said, *lines[at + 1 :]]
    return [said, *lines]


def _bands(found: Standing, edges: list[int]) -> list[Line]:
    """The names of the bands below the scale with how many countries are in each, and their ranges."""
    said_in: list[str] = []
    rows: list[list[str]] = []
    for (start, end), band in zip(pairwise(edges), bands_from_best(found.scale), strict=True):
        count = sum(place.country.status == band.status for place in found.places)
        room = end - start - _MARGIN
        said = ngettext("{status}: {count} country", "{status}: {count} countries", count).format(status=clean(band.status), count=count)
        if width_of(said) > room:
            said = f"{clean(band.status)}: {count}"
        said_in.append(said if width_of(said) <= end - start else "")
        rows.append([clean(band.status), str(count), band_range(band)])
    if all(said_in):
        rows = [[said, row[2]] for said, row in zip(said_in, rows, strict=True)]
    # Where a count has no room behind its name, all of them stand below the names: none is left out.
    lines: list[Line] = [[] for _text in rows[0]]
    for (start, end), row in zip(pairwise(edges), rows, strict=True):
        for line, text in zip(lines, row, strict=True):
            middle = start + max(0, (end - start + 1 - width_of(text)) // 2)
            gap = max(0 if not line else 1, middle - line_width(line))
            if line_width(line) + gap + width_of(text) <= edges[-1] + 1:
                line += [Span(" " * gap), Span(text, "dim")]
    return lines
