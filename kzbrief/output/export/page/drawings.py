"""Figures as inline SVG, with places in percent, so that they get wider and narrower while their words keep their size.

Each is an image with a title and a description that says the same; a table beside it has the figures. Looks are classes of the style sheet.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise

from ....brief.editions import Run
from ....brief.method import Scale
from ....brief.model import Edition
from ....i18n import _
from ...figures.scale import bands_from_best, scale_sentence
from ...figures.words import band_range, direction, number, tone_of
from .elements import Html, element, joined


def scale_drawing(total: float | str | None, status: str | None, scale: Scale) -> Html:
    """Return the scale with its bands and the total on it, the best end at the left."""
    parts: list[Html] = []
    edges = edges_from_best(scale)
    for (start, end), band in zip(pairwise(edges), bands_from_best(scale), strict=True):
        here = " here" if band.status == status else ""
        parts.append(element("rect", x=percent(start), y=42, width=percent(end - start), height=14, class_=f"band {band.tone}{here}"))
        middle = percent((start + end) / 2)
        parts.append(words(band.status, middle, 78, f"middle name{here}"))
        parts.append(words(band_range(band), middle, 96, "middle quiet"))
    parts += [element("line", x1=percent(edge), x2=percent(edge), y1=42, y2=56, class_="border") for edge in edges[1:-1]]
    parts += end_marks(scale, 14)
    if isinstance(total, int | float) and scale.lowest <= total <= scale.highest:
        place = from_best(total, scale)
        anchor = "start" if place < 4 else "end" if place > 96 else "middle"
        parts.append(element("line", x1=percent(place), x2=percent(place), y1=36, y2=62, class_="marker"))
        parts.append(words(number(total), percent(place), 31, f"{anchor} total"))
    return image("scale", _("Scale"), scale_sentence(total, status, scale), 104, parts)


def bar_drawing(score: float, maximum: int, longest: int, sentence: str, name: str) -> Html:
    """Return a bar of points out of a maximum, in which a point is as long as in the other bars: `longest` points fill the width.

    `sentence` says what it shows, `name` tells it from others on the page.
    """
    given = max(0.0, min(float(maximum), score))
    parts = [
        element("rect", width=percent(100 * maximum / longest), height=10, rx=2, class_="rest"),
        element("rect", width=percent(100 * given / longest), height=10, rx=2, class_="mark"),
    ]
    return image(name, _("Bar"), sentence, 10, parts, "bar")


def run_drawing(run: Run, name: str, remarked: Collection[int] = ()) -> Html:
    """Return the totals of editions that share a scale, the best end always at the top; a year without a total is a gap.

    The totals of the years in `remarked` have the sign of a remark.
    """
    top, bottom = 24.0, 116.0
    years = len(run.years)
    step = 100 / years
    parts: list[Html] = []
    for band in run.scale.bands:
        start, end = (_height(run.scale, edge, top, bottom) for edge in _band(run.scale, band.status))
        parts.append(
            element("rect", y=round(min(start, end), 1), width="100%", height=round(abs(end - start), 1), class_=f"band {band.tone}")
        )
    points: list[tuple[float, float] | None] = []
    for place, (_year, edition) in enumerate(run.years):
        total = edition.total if edition else None
        at = _height(run.scale, total, top, bottom) if isinstance(total, int | float) else None
        points.append(None if at is None else (step * (place + 0.5), at))
    for before, after in pairwise(points):
        if before and after:
            parts.append(
                element("line", x1=percent(before[0]), y1=round(before[1], 1), x2=percent(after[0]), y2=round(after[1], 1), class_="path")
            )
    for place, ((year, edition), point) in enumerate(zip(run.years, points, strict=True)):
        middle = percent(step * (place + 0.5))
        parts.append(words(str(year) if years < 10 else str(year)[2:], middle, 136, "middle quiet"))
        if point and edition:
            tone = tone_of(edition.status, run.scale)
            parts.append(element("circle", cx=middle, cy=round(point[1], 1), r=4, class_=f"dot {tone}".strip()))
            sign = "!" if year in remarked else ""
            parts.append(words(number(edition.total) + sign, middle, round(point[1] - 9, 1), "middle figure"))
        else:
            parts.append(words("–", middle, 75, "middle quiet"))
    return image(name, _years(run), run_sentence(run), 142, parts, "run")


def run_sentence(run: Run) -> str:
    """Return the totals of a run in words, with their direction."""
    said = [_("{year}: {total}").format(year=year, total=_result(edition)) for year, edition in run.years]
    return _("Totals of {highest}, {direction}. {totals}.").format(
        highest=run.scale.highest, direction=direction(run.scale.direction), totals="; ".join(said)
    )


def band_edges(scale: Scale) -> list[float]:
    """Return where the bands of a scale begin and end, in percent: half way between the last total of one and the first of the next."""
    between = [(before.highest + after.lowest) / 2 for before, after in pairwise(scale.bands)]
    return [0.0, *(place_of(edge, scale) for edge in between), 100.0]


def _result(edition: Edition | None) -> str:
    if edition is None or edition.total is None:
        return _("not known")
    return f"{number(edition.total)}, {edition.status}" if edition.status and edition.status != "n/a" else number(edition.total)


def edges_from_best(scale: Scale) -> list[float]:
    """Return the edges of the bands in percent from the left, where the best end is."""
    edges = band_edges(scale)
    return edges if scale.direction == "0-best" else [100 - edge for edge in reversed(edges)]


def from_best(points: float, scale: Scale) -> float:
    """Return the place of a total in percent from the left, where the best end is."""
    place = place_of(points, scale)
    return place if scale.direction == "0-best" else 100 - place


def end_marks(scale: Scale, y: float) -> list[Html]:
    """Return the words at the ends of a scale, best at the left, with their points."""
    best, worst = (scale.lowest, scale.highest) if scale.direction == "0-best" else (scale.highest, scale.lowest)
    left, right = _("{points} best").format(points=best), _("worst {points}").format(points=worst)
    return [words(left, "0%", y, "quiet"), words(right, "100%", y, "end quiet")]


def _years(run: Run) -> str:
    first, last = run.years[0][0], run.years[-1][0]
    return _("Editions {first} to {last}").format(first=first, last=last) if first != last else _("Edition {year}").format(year=first)


def _band(scale: Scale, status: str) -> tuple[float, float]:
    """Return the totals between which the band of a status is drawn."""
    edges = band_edges(scale)
    place = next(index for index, band in enumerate(scale.bands) if band.status == status)
    span = (scale.highest - scale.lowest) / 100
    return scale.lowest + edges[place] * span, scale.lowest + edges[place + 1] * span


def _height(scale: Scale, total: float, top: float, bottom: float) -> float:
    share = (total - scale.lowest) / (scale.highest - scale.lowest)
    if scale.direction == "100-best":
        share = 1 - share
    return top + max(0.0, min(1.0, share)) * (bottom - top)


def place_of(points: float, scale: Scale) -> float:
    """Return where a total stands on its scale, in percent from the lowest end."""
    return 100 * (points - scale.lowest) / (scale.highest - scale.lowest)


def percent(value: float) -> str:
    """Return a share in percent as SVG takes it."""
    return f"{value:.2f}".rstrip("0").rstrip(".") + "%"


def words(said: str, x: str, y: float, class_: str) -> Html:
    """Return words of a drawing."""
    return element("text", said, x=x, y=y, class_=class_)


def image(name: str, title: str, description: str, height: int, parts: Sequence[Html], class_: str = "") -> Html:
    """Return an SVG that says what it shows."""
    names = f"{name}-title {name}-text"
    said = [element("title", title, id=f"{name}-title"), element("desc", description, id=f"{name}-text")]
    return element("svg", joined([*said, *parts]), role="img", aria_labelledby=names, width="100%", height=height, class_=class_ or None)
