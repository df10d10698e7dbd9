"""The scale: a line with its bands and the total on it. Best is at the left whichever way it runs, here and wherever a total is drawn."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from ...brief.method import Band, Scale
from ...i18n import _
from ..glyphs import Glyphs
from ..lines import Line, Span, clean, width_of
from .words import band_range, number, tone_of, total_in_words

SIZES = (101, 51, 41, 34, 26)
"""Lengths in cells at which the points of a hundred fall on cells evenly enough to be true to scale."""


def scale_lines(total: float | str | None, status: str | None, scale: Scale, width: int, glyphs: Glyphs) -> list[Line]:
    """Return the scale as four lines of at most `width` cells: ends and total, the line, the bands, their ranges.

    Empty where the width is too small to be true to scale.
    """
    cells = next((size for size in SIZES if size <= width), 0)
    if not cells:
        return []
    last = cells - 1
    edges = band_edges(scale, cells)
    line = [glyphs.left, *glyphs.rule * (last - 1), glyphs.right]
    for border in edges[1:-1]:
        line[border] = glyphs.cross
    ends = end_words(scale)
    head = [(0, ends[0], "dim"), (cells - width_of(ends[1]), ends[1], "dim")]
    middle: Line = [Span("".join(line), "dim")]
    if isinstance(total, int | float) and scale.lowest <= total <= scale.highest:
        place = place_of(total, scale, edges)
        label = number(total)
        # Between the words at the ends, without which it means nothing: near an end it stands a few cells beside its point.
        room = cells - width_of(ends[1]) - 1 - width_of(label)
        head.append((max(width_of(ends[0]) + 1, min(place - width_of(label) // 2, room)), label, "strong"))
        tone = tone_of(status, scale)
        middle = [Span("".join(line[:place]), "dim"), Span(glyphs.block, f"strong {tone}".strip()), Span("".join(line[place + 1 :]), "dim")]
    bands = list(zip(pairwise(edges), bands_from_best(scale), strict=True))
    names = [_centred(edge, clean(band.status), "strong" if band.status == status else "dim") for edge, band in bands]
    ranges = [_centred(edge, band_range(band), "dim") for edge, band in bands]
    return [_placed(head), [span for span in middle if span.text], _placed(_apart(names, cells)), _placed(ranges)]


def scale_sentence(total: float | str | None, status: str | None, scale: Scale) -> str:
    """Return in words what the scale shows, and that a score is no rank: people take `55 of 100` for a place among a hundred countries."""
    bands = ", ".join(_("{range} is {status}").format(range=band_range(band), status=band.status) for band in scale.bands)
    said = total_in_words(total, scale)
    shown = f"{said} - {status}; {bands}" if status else f"{said}; {bands}"
    return f"{shown}; {not_a_rank()}" if isinstance(total, int | float) else shown


def not_a_rank() -> str:
    """Return what a score is and what it is not."""
    return _("a score, not a rank")


def end_words(scale: Scale) -> tuple[str, str]:
    """Return what stands at the left and at the right end; with the points where 100 is best, since they then run from high to low."""
    if scale.direction == "0-best":
        return _("best"), _("worst")
    return _("{points} best").format(points=scale.highest), _("worst {points}").format(points=scale.lowest)


def bands_from_best(scale: Scale) -> list[Band]:
    """Return the bands in the order in which they are drawn, from the best one."""
    return list(scale.bands if scale.direction == "0-best" else reversed(scale.bands))


def band_edges(scale: Scale, cells: int) -> list[int]:
    """Return the cells in which the bands of `bands_from_best` begin and end, the best total at cell 0."""
    edges = [0, *(_cell(band.highest, scale, cells) for band in scale.bands[:-1]), cells - 1]
    return edges if scale.direction == "0-best" else [cells - 1 - edge for edge in reversed(edges)]


def place_of(total: float, scale: Scale, edges: Sequence[int]) -> int:
    """Return the cell of a total between the edges of `band_edges`, clear of the borders of its band."""
    place = _cell(total, scale, edges[-1] + 1)
    place = place if scale.direction == "0-best" else edges[-1] - place
    for index, band in enumerate(bands_from_best(scale)):
        if band.lowest <= total <= band.highest:
            first = edges[index] + (index > 0)
            last = edges[index + 1] - (index < len(scale.bands) - 1)
            return max(first, min(place, last))
    return place


def _cell(points: float, scale: Scale, cells: int) -> int:
    return int((points - scale.lowest) * (cells - 1) // (scale.highest - scale.lowest))


def _centred(edge: tuple[int, int], text: str, tone: str) -> tuple[int, str, str]:
    return (max(edge[0], -(-(edge[0] + edge[1] + 1 - width_of(text)) // 2)), text, tone)


def _apart(parts: Sequence[tuple[int, str, str]], cells: int) -> list[tuple[int, str, str]]:
    """Move texts as little as needed so that none touches another or stands over the end; as they are where there is no room for all.

    They are two cells apart where that goes in: with a single blank two names of two words look like one of four.
    """
    for gap in (2, 1):
        moved: list[tuple[int, str, str]] = []
        used = -gap
        for start, text, tone in parts:
            moved.append((max(start, used + gap), text, tone))
            used = moved[-1][0] + width_of(text)
        limit = cells
        for place in range(len(moved) - 1, -1, -1):
            start, text, tone = moved[place]
            moved[place] = (min(start, limit - width_of(text)), text, tone)
            limit = moved[place][0] - gap
        if moved[0][0] >= 0:
            return moved
    return list(parts)


def _placed(parts: Sequence[tuple[int, str, str]]) -> Line:
    """Return texts at their cells; one that would touch the text before it is left out."""
    line: Line = []
    used = 0
    for start, text, tone in sorted(parts):
        if start > used or not line:
            line += [Span(" " * (start - used)), Span(text, tone)]
            used = start + width_of(text)
    return line
