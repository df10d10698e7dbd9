"""The trend of the editions: one row for each, its total marked on the scale of its time, or a plain table where that cannot be drawn.

Best is at the left whatever the direction of the scale, so that a mark never seems to leap to the other end where the scale turned
round; there a new scale begins, and nothing joins the two. Editions that were not found have a row without a mark.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise
from typing import NamedTuple

from ...brief.editions import remarked_years
from ...brief.method import Method, Scale
from ...brief.model import Brief, Edition
from ...i18n import _
from ..glyphs import Glyphs
from ..lines import Line, Span, clean, columns, indent, width_of
from ..wrapping import wrap
from .scale import SIZES, band_edges, bands_from_best, place_of
from .words import band_range, direction, number, tone_of

_LONGEST_GAP = 3
"""Most years without an edition that have a row each."""


class Row(NamedTuple):
    """An edition, or years for which none was found."""

    years: str
    """The year, or the first and the last one."""
    edition: Edition | None
    """The edition; None where none was found."""


class Stretch(NamedTuple):
    """Editions that share a scale; nothing joins two stretches."""

    scale: Scale
    """The scale."""
    rows: list[Row]
    """Its editions in order of time."""


def stretches(brief: Brief, method: Method) -> list[Stretch]:
    """Return all editions that the brief knows of and the gaps between them, divided where the scale changes."""
    editions = sorted(brief.editions, key=lambda edition: edition.year)
    known = {edition.year for edition in editions}
    found: list[Stretch] = []
    missing: list[int] = []
    for year in range(editions[0].year, editions[-1].year + 1) if editions else ():
        scale = method.scale_of(year)
        if not found or found[-1].scale is not scale:
            _close(found, missing)
            found.append(Stretch(scale, []))
        if year not in known:
            missing.append(year)
            continue
        _close(found, missing)
        found[-1].rows.extend(Row(str(year), edition) for edition in editions if edition.year == year)
    return found


def trend_lines(brief: Brief, method: Method, width: int, glyphs: Glyphs, *, plain: bool = False) -> list[Line]:
    """Return the totals of all editions as a chart; as a table where that is asked for, in ASCII and where there is no room.

    Empty where there is no more than one edition. Each row has year, total and status in words; `*` is what is not from the report.
    """
    found = stretches(brief, method)
    if sum(len(stretch.rows) for stretch in found) < 2:
        return []
    status = max(width_of(_status(row.edition)) for stretch in found for row in stretch.rows)
    years = max(width_of(row.years) for stretch in found for row in stretch.rows)
    remarked = remarked_years(brief)
    total = max(width_of(number(row.edition.total)) for stretch in found for row in stretch.rows if row.edition)
    label = years + total + status + 7
    cells = next((size for size in SIZES[1:] if label + size <= width), 0)
    lines: list[Line] = []
    for place, stretch in enumerate(found):
        lines += [[]] if lines else []
        if plain or not glyphs.utf8 or not cells:
            lines += _table(stretch, width, years, remarked)
        else:
            lines += columns(_words(found, place), _axis(stretch.scale, cells, glyphs), label, 0)
            lines += [_row(row, stretch.scale, (years, total, status, cells), glyphs, remarked) for row in stretch.rows]
    return lines


def trend_sentence(brief: Brief, method: Method) -> str:
    """Return all totals in words: `0 is best: 55 in 2011, 58 in 2012; 100 is best: 32 in 2019, 2020 not found`."""
    said = []
    for stretch in stretches(brief, method):
        totals = []
        for row in stretch.rows:
            form = _("{total} in {year}") if row.edition else _("{year} not found")
            totals.append(form.format(total=number(row.edition.total) if row.edition else "", year=row.years))
        said.append(f"{direction(stretch.scale.direction)}: {', '.join(totals)}")
    return "; ".join(said)


def _close(found: Sequence[Stretch], missing: list[int]) -> None:
    """Put years without an edition into the last stretch: a row each, or one row where they are many."""
    if len(missing) > _LONGEST_GAP:
        found[-1].rows.append(Row(f"{missing[0]}-{missing[-1]}", None))
    elif missing:
        found[-1].rows.extend(Row(str(year), None) for year in missing)
    missing.clear()


def _status(edition: Edition | None) -> str:
    """Return a status in words; nothing where it is the same as the total, as with `n/a`."""
    if edition is None:
        return _("none found")
    if edition.status is None:
        return _("status not known") if edition.total is not None else ""
    return clean(edition.status) if edition.status != edition.total else ""


def _figures(row: Row, scale: Scale, years: int) -> tuple[Line, Span, Span]:
    """Return year with its sign, total and status."""
    edition = row.edition
    this = edition is not None and edition.role == "this"
    sign = Span(" *" if edition and edition.role == "context" else "  ", "outside")
    year: Line = [Span(row.years.ljust(years), "strong" if this else ""), sign]
    if edition is None:
        return year, Span("-", "dim"), Span(_status(None), "dim")
    tone = tone_of(edition.status, scale)
    known = isinstance(edition.total, int | float)
    total = number(edition.total)
    return year, Span(total, f"strong {tone}".strip() if known else ""), Span(_status(edition), tone if edition.status else "dim")


def _signed(row: Row, remarked: Collection[int]) -> list[Span]:
    """The sign behind the total of an edition with a remark."""
    return [Span("!", "remark")] if row.edition and row.edition.year in remarked else []


def _row(row: Row, scale: Scale, sizes: tuple[int, int, int, int], glyphs: Glyphs, remarked: Collection[int]) -> Line:
    """An edition as a row: its figures at the left, its mark between the borders of the bands."""
    years, total_size, status_size, cells = sizes
    year, total, status = _figures(row, scale, years)
    gap = Span(" " * (status_size - width_of(status.text) + 2))
    figures = Span(" " * (total_size + 1 - width_of(total.text)) + total.text, total.tone)
    left: Line = [*year, figures, *(_signed(row, remarked) or [Span(" ")]), Span(" "), status, gap]
    edges = band_edges(scale, cells)
    drawn = [" "] * cells
    for edge in edges:
        drawn[edge] = glyphs.vertical
    value = row.edition.total if row.edition else None
    if not isinstance(value, int | float) or not scale.lowest <= value <= scale.highest:
        return [*left, Span("".join(drawn), "dim")]
    at = place_of(value, scale, edges)
    before, after = "".join(drawn[:at]), "".join(drawn[at + 1 :])
    spans = [Span(before, "dim"), Span(glyphs.block, total.tone), Span(after, "dim")]
    return [*left, *(span for span in spans if span.text)]


def _words(found: Sequence[Stretch], place: int) -> list[Line]:
    """What stands beside a scale: its direction, and from when on or until when it holds where there are several."""
    scale = found[place].scale
    said = Span(direction(scale.direction), "strong")
    if len(found) == 1:
        return [[said]]
    if place == 0:
        year = found[1].rows[0].years[:4]
        return [[Span(_("Before {year}:").format(year=year), "dim")], [said]]
    return [[Span(_("From {year}:").format(year=found[place].rows[0].years[:4]), "dim")], [said]]


def _axis(scale: Scale, cells: int, glyphs: Glyphs) -> list[Line]:
    """The ends, the line with the borders of the bands, their names and their ranges, best at the left."""
    edges = band_edges(scale, cells)
    line = [glyphs.left, *glyphs.rule * (cells - 2), glyphs.right]
    for edge in edges[1:-1]:
        line[edge] = glyphs.cross
    best, worst = (scale.lowest, scale.highest) if scale.direction == "0-best" else (scale.highest, scale.lowest)
    ends = _("{points} best").format(points=best), _("worst {points}").format(points=worst)
    bands = bands_from_best(scale)
    room = list(pairwise(edges))
    rows = [
        [Span(ends[0], "dim"), Span(" " * (cells - width_of(ends[0]) - width_of(ends[1]))), Span(ends[1], "dim")],
        [Span("".join(line), "dim")],
    ]
    words = [clean(band.status) for band in bands], [band_range(band) for band in bands]
    fitting = (texts for texts in words if all(width_of(text) < end - start for text, (start, end) in zip(texts, room, strict=True)))
    return [*rows, *([Span(_centred(texts, room), "dim")] for texts in fitting)]


def _centred(texts: Sequence[str], room: Sequence[tuple[int, int]]) -> str:
    """Return each text in the middle of the cells between its borders."""
    line = ""
    for text, (start, end) in zip(texts, room, strict=True):
        at = start + 1 + (end - start - 1 - width_of(text)) // 2
        line += " " * (at - width_of(line)) + text
    return line


def _table(stretch: Stretch, width: int, years: int, remarked: Collection[int]) -> list[Line]:
    """Year, total with its direction, and status, a row for each edition."""
    scale = stretch.scale
    lines: list[Line] = []
    for row in stretch.rows:
        year, total, status = _figures(row, scale, years)
        known = row.edition is not None and isinstance(row.edition.total, int | float)
        said = [Span(" "), total, *_signed(row, remarked), *([Span(f" ({direction(scale.direction)})")] if known else [])]
        said += [Span("  "), status] if status.text else []
        room = width - years - 2
        rows: list[Line] = [said] if sum(width_of(span.text) for span in said) <= room else indent(wrap(said, max(1, room - 1)), 1)
        lines += columns([year], rows, years + 2, 0)
    return lines
