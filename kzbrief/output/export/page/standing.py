"""Where the country stands in its edition: in words, as a strip of all countries, and as a table that opens."""

from __future__ import annotations

from itertools import pairwise

from ....brief.method import CountryScore
from ....brief.standing import Standing, standing
from ....i18n import _, ngettext
from ...figures.scale import bands_from_best
from ...figures.words import band_range, direction, number, tone_of
from ...standing import band_counts, note, place_text, sources, statement, title
from .dashboard import outside_mark, section, table
from .drawings import edges_from_best, end_marks, from_best, image, percent, words
from .elements import Html, element, joined
from .prose import Page

_CELL = 2.0
"""Points of a hundred that share a stack of marks."""
_MARK, _STEP = 7, 9
"""Height of a mark, and of a mark with the gap to the next one."""


def placed(page: Page) -> Html:
    """Return the place with the countries that share it, marked as derived; nothing where it is not known."""
    said = statement(page.briefing)
    found = standing(page.briefing.brief, page.briefing.method)
    if not said or found is None or found.own is None:
        return Html()
    counts = "; ".join(f"{said} ({band_range(band)})" for band, said in band_counts(found))
    caption = _("{direction}. {bands}.").format(direction=direction(found.scale.direction), bands=counts)
    body = [
        element("p", said, " ", page.cited(sources(found.own)), " ", outside_mark()),
        element("p", note(), class_="hint"),
        element("figure", _strip(found), element("figcaption", caption)),
        element("details", element("summary", _all(found)), _countries(page, found)),
    ]
    return section("standing", title(page.briefing), body)


def _all(found: Standing) -> str:
    return ngettext("All {count} country of the table", "All {count} countries of the table", len(found.places)).format(
        count=len(found.places)
    )


def _strip(found: Standing) -> Html:
    """All countries as marks over the scale, the one that the brief is about marked and named."""
    scale, own = found.scale, found.own
    stacks: dict[int, list[CountryScore]] = {}
    for place in sorted(found.places, key=lambda place: place is not own):  # the own mark lies next to the scale
        total = place.country.total
        if isinstance(total, int | float):
            stacks.setdefault(int(from_best(total, scale) / _CELL), []).append(place.country)
    top = max(map(len, stacks.values()), default=0) * _STEP + 24
    parts: list[Html] = []
    for cell, countries in stacks.items():
        for level, country in enumerate(countries):
            look = "mark own" if own and country is own.country else "mark"
            x = percent(min(cell * _CELL, 100 - _CELL) + 0.2)
            parts.append(element("rect", x=x, y=top - (level + 1) * _STEP, width=percent(_CELL - 0.4), height=_MARK, class_=look))
    if own and isinstance(own.country.total, int | float):
        at = from_best(own.country.total, scale)
        anchor = "start" if at < 12 else "end" if at > 88 else "middle"
        over = len(stacks[int(at / _CELL)])
        parts.append(words(f"{own.country.name} {number(own.country.total)}", percent(at), top - over * _STEP - 5, f"{anchor} name here"))
    edges = edges_from_best(scale)
    for (start, end), band in zip(pairwise(edges), bands_from_best(scale), strict=True):
        here = " here" if own and band.status == own.country.status else ""
        box = element("rect", x=percent(start), y=top + 2, width=percent(end - start), height=8, class_=f"band {band.tone}{here}")
        parts += [box, words(band.status, percent((start + end) / 2), top + 28, f"middle name{here}")]
    parts += end_marks(scale, top + 46)
    return image("strip", _("All countries on the scale"), _spoken(found), top + 52, parts)


def _spoken(found: Standing) -> str:
    """What the strip shows, in words: the totals from the freest country on."""
    known = [place.country for place in found.places if place.first is not None]
    totals = "; ".join(f"{country.name} {number(country.total)}" for country in known)
    scale = found.scale
    return _("Totals of {highest}, {direction}. {totals}.").format(
        highest=scale.highest, direction=direction(scale.direction), totals=totals
    )


def _countries(page: Page, found: Standing) -> Html:
    rows: list[list[str]] = []
    for place in found.places:
        country = place.country
        total: list[str] = [number(country.total)]
        if country.disputed:
            total += [" ", page.cited(country.cites)]
        for other in country.others:
            total += ["; ", _("elsewhere {others}").format(others=number(other.total)), " ", page.cited(other.cites)]
        status = element("span", country.status or "", class_=tone_of(country.status, found.scale) or None)
        name = element("strong", country.name) if place is found.own else country.name
        rows.append([name, place_text(place), joined(total), status])
    heads = [_("Country"), _("Place"), _("Total"), _("Status")]
    caption = _("Totals as published ({direction}), the freest first; = where several share a place")
    return table(caption.format(direction=direction(found.scale.direction)), heads, rows, "countries")
