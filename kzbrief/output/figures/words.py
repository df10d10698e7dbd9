"""Scores in words: never a bare figure, never a scale without its direction."""

from __future__ import annotations

from ...brief.editions import Since
from ...brief.method import Band, Category, Direction, Scale
from ...i18n import _


def number(value: float | str | None) -> str:
    """Return a figure as published: whole numbers without a point, `n/a` as it is, and `not known` where there is none."""
    if value is None:
        return _("not known")
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def direction(way: Direction) -> str:
    """Return which end of a scale is best, as in `0 is best`."""
    return _("0 is best") if way == "0-best" else _("100 is best")


def total_in_words(total: float | str | None, scale: Scale) -> str:
    """Return a total with its range and direction, as in `55 of 100 (0 is best)`."""
    if total is None or total == "n/a":
        return number(total)
    return figure_in_words(total, scale.highest, scale.direction)


def figure_in_words(total: float | str, highest: int, way: Direction) -> str:
    """Return a figure with its range and direction, as in `55 of 100 (0 is best)`."""
    return _("{total} of {highest} ({direction})").format(total=number(total), highest=highest, direction=direction(way))


def part_in_words(score: float | str | None, category: Category) -> str:
    """Return a category's score with its maximum, as in `16 of 25`."""
    if score is None or score == "n/a":
        return number(score)
    return _("{score} of {maximum}").format(score=number(score), maximum=category.maximum)


def band_range(band: Band) -> str:
    """Return the totals of a band, as in `31-60`."""
    return f"{band.lowest}-{band.highest}"


def band_limit(scale: Scale, status: str) -> str | None:
    """Return where the band of a status begins or ends, as in `Not Free from 61`; None for a middle band or an unknown status."""
    for place, band in enumerate(scale.bands):
        if band.status == status:
            if place == len(scale.bands) - 1:
                return _("{status} from {lowest}").format(status=status, lowest=band.lowest)
            if place == 0:
                return _("{status} up to {highest}").format(status=status, highest=band.highest)
    return None


def tone_of(status: str | None, scale: Scale) -> str:
    """Return the tone of a status on its scale: good, middle, bad, or none."""
    return next((band.tone for band in scale.bands if band.status == status), "")


def since_in_words(since: Since) -> str:
    """Return what later editions said, as in `From 2015: Not Free`."""
    return _("From {year}: {status}").format(year=since.year, status=since.status)
