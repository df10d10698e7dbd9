"""The strip of editions: totals year by year, broken where the scale turned round, with gaps shown as gaps."""

from __future__ import annotations

from collections.abc import Collection

from ...brief.editions import Run, Since, later_editions, remarked_years, runs, status_since
from ...brief.method import Method
from ...brief.model import Brief
from ...i18n import _
from ..glyphs import Glyphs
from ..lines import Line, Span, line_width, pad, width_of
from ..wrapping import wrap
from .words import band_limit, direction, number, tone_of

_CELL = 5
"""Cells for a year and the blank after it."""


def edition_lines(brief: Brief, method: Method, width: int, glyphs: Glyphs) -> list[Line]:
    """Return years, totals and scale of this edition and the later ones, then what they agree on; runs that do not fit go below."""
    later = later_editions(brief)
    if not later:
        return []
    since = status_since(brief)
    remarked = remarked_years(brief)
    lines: list[Line] = []
    # The sign of a remark takes the blank behind a total, and so one cell more behind the last.
    for row in _rows(runs(brief, method), width - bool(remarked)):
        years: Line = []
        totals: Line = []
        scales: Line = []
        for place, run in enumerate(row):
            if place:
                signed = totals[-1].tone == "remark"
                for line in (years, totals, scales):
                    blank = "" if signed and line is totals else " "
                    line.append(Span(f"{blank}{glyphs.vertical} ", "dim"))
            years.append(Span(" ".join(f"{year:>4}" for year, _edition in run.years), "dim"))
            totals += _totals(run, remarked)
            size = len(run.years) * _CELL - 1
            last = place == len(row) - 1
            said = [Span(_scale_words(run, since, width if last else size), "dim")]
            scales += said if last else pad(said, size)
        lines += [years, totals, *([scales] if line_width(scales) <= width else wrap(scales, width))]
    return lines + wrap([Span(agreement(since))], width) if since else lines


def agreement(since: Since) -> str:
    """Return what the later editions agree on, and the years for which no status was found."""
    missing = sorted({*since.silent, *(year for year in since.gaps if year > since.year)})
    if not missing:
        return _("{status} in every edition found since {year}").format(status=since.status, year=since.year)
    years = ", ".join(map(str, missing))
    return _("{status} since {year} wherever a status was found (none for {years})").format(
        status=since.status, year=since.year, years=years
    )


def edition_sentence(brief: Brief, method: Method, sign: str = "") -> str:
    """Return the later editions in one sentence: the first with the status they keep, and the last, each with its direction.

    `sign` stands behind those of which there is a remark.
    """
    remarked = remarked_years(brief)
    later = [edition for edition in later_editions(brief) if edition.total is not None]
    if not later:
        return ""
    since = status_since(brief)
    chosen = [edition for edition in later if since and edition.year == since.year and edition is not later[-1]] + later[-1:]
    said = []
    for place, edition in enumerate(chosen):
        scale = method.scale_of(edition.year)
        form = _("{total} of {highest} in {year} ({direction})") if place == 0 else _("{total} in {year} ({direction})")
        way = direction(scale.direction)
        said.append(form.format(total=number(edition.total), highest=scale.highest, year=edition.year, direction=way))
        said[-1] += sign if edition.year in remarked else ""
    return ", ".join(said)


def _totals(run: Run, remarked: Collection[int]) -> Line:
    """Return the totals of a run below their years; a year for which no edition was found has a dash, one with a remark its sign."""
    line: Line = []
    for year, edition in run.years:
        figure = number(edition.total) if edition and edition.total is not None else "-"
        tone = f"strong {tone_of(edition.status, run.scale)}".strip() if edition else "dim"
        line += [Span(" ")] if line and line[-1].tone != "remark" else []
        line.append(Span(f"{figure:>4}", tone))
        line += [Span("!", "remark")] if edition and year in remarked else []
    return line


def _scale_words(run: Run, since: Since | None, width: int) -> str:
    said = direction(run.scale.direction)
    limit = band_limit(run.scale, since.status) if since else None
    return f"{said}; {limit}" if limit and width_of(said) + width_of(limit) + 2 <= width else said


def _rows(found: list[Run], width: int) -> list[list[Run]]:
    """Distribute the runs over rows; a run that is wider than a row is cut into pieces."""
    most = max(1, (width + 1) // _CELL)
    pieces = []
    for run in found:
        size = -(-len(run.years) // -(-len(run.years) // most))
        pieces += [Run(run.scale, run.years[at : at + size]) for at in range(0, len(run.years), size)]
    rows: list[list[Run]] = []
    used = 0
    for piece in pieces:
        size = len(piece.years) * _CELL - 1
        if rows and used + 3 + size <= width:
            rows[-1].append(piece)
            used += 3 + size
        else:
            rows.append([piece])
            used = size
    return rows
