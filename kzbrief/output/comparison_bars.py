"""The bars of a comparison: published points where all scales run the same way, else how far each score is from its best end."""

from __future__ import annotations

from collections.abc import Sequence

from ..brief.comparison import Side
from ..i18n import _, ngettext
from .figures.words import number
from .glyphs import Glyphs
from .lines import Line, Span, pad


def bars_note(sides: Sequence[Side], points: int) -> str:
    """Return what the bars of the totals are, derived or as published, and how many points a mark stands for."""
    if is_best_at_most(sides):
        return points_note(points)
    said = _("Points away from the best end; one mark is {points} points").format(points=points)
    if any(side.scale.direction == "100-best" for side in sides):
        said = _("{note}; “derived” where that number is not the published one").format(note=said)
    return said


def points_note(points: int) -> str:
    """Return what bars of published points are, and how many points a mark stands for."""
    form = ngettext(
        "Points as published, more are better; one mark is {points} point",
        "Points as published, more are better; one mark is {points} points",
        points,
    )
    return form.format(points=points)


def is_best_at_most(sides: Sequence[Side]) -> bool:
    """Whether more points are better on every scale."""
    return all(side.scale.direction == "100-best" for side in sides)


def measured_from(side: Side, sides: Sequence[Side]) -> str:
    """Which end of a side's scale its bars are measured from: that of 0 where all scales run the same way, else the best one."""
    return "0-best" if is_best_at_most(sides) else side.scale.direction


def bar(name: str, longest: int, away: float | None, score: object, length: int, points: int, glyphs: Glyphs) -> Line:
    """A bar of how far a score is from its best end; with the number behind it, marked as derived where nobody published it."""
    head = pad([Span(name)], longest + 2)
    if away is None:
        return [*head, Span(number(score) if score == "n/a" else _("not known"), "dim")]
    cells, given = -(-length // points), round(away / points)
    derived = "" if away == score else _(" derived")
    return [
        *head,
        Span(glyphs.mark * given, "mark"),
        Span(glyphs.rest * (cells - given), "rest"),
        Span(f" {number(away)}{derived}", "dim"),
    ]
