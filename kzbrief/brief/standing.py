"""Where a country stands among the countries of its edition, counted from the totals that were published.

Publishers of such indexes print scores and bands, not ranks. A place is counted here, from the freest country on: one more than the number
of countries whose total is better, which countries with the same total share.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ..i18n import language
from .collation import sort_key
from .editions import this_edition
from .method import CountryScore, Method, MethodEdition, Scale
from .model import Brief


class Place(NamedTuple):
    """A country of a table with its place."""

    country: CountryScore
    """The country, as published."""
    first: int | None
    """Its place from the freest country on, from 1; None where its total is not known or is n/a."""
    shared: int
    """How many countries have this place, itself included."""


class Standing(NamedTuple):
    """A country among those of an edition."""

    edition: MethodEdition
    """The edition with its table."""
    scale: Scale
    """The scale of its totals."""
    places: tuple[Place, ...]
    """All countries, the freest first, those without a total last; by name where the totals are the same."""
    own: Place | None
    """The country that was asked for; None where it is not in the table."""
    between: tuple[int, int] | None = None
    """The places that are possible where sources disagree on totals; None where that changes nothing."""
    disputes: tuple[CountryScore, ...] = ()
    """The countries on whose totals `between` depends."""

    @property
    def size(self) -> int:
        """How many countries the edition has; those of the table where nobody says so."""
        return max(self.edition.size or 0, len(self.places))

    @property
    def complete(self) -> bool:
        """Whether the totals of all countries are known, without which a place is only that among those known."""
        return sum(place.first is not None for place in self.places) == self.size

    @property
    def with_whom(self) -> list[CountryScore]:
        """The other countries that have the same place, by name."""
        own = self.own
        if own is None or own.first is None:
            return []
        return [place.country for place in self.places if place.first == own.first and place.country is not own.country]


def standing(brief: Brief, method: Method) -> Standing | None:
    """Return where the country of a brief stands in its edition; None where the method has no table of that edition."""
    edition = _table(method, brief.brief.edition)
    return None if edition is None else _placed(edition, method, brief.brief.country, this_edition(brief).total)


def standing_before(brief: Brief, method: Method) -> Standing | None:
    """Return the same for the latest earlier edition that has a table; `own` is None where the country was not in it."""
    years = [edition.year for edition in method.editions if edition.countries and edition.year < brief.brief.edition]
    edition = _table(method, max(years, default=0))
    return None if edition is None else _placed(edition, method, brief.brief.country, None)


def tables(method: Method) -> list[int]:
    """Return the years of the editions whose tables of countries are known."""
    return sorted(edition.year for edition in method.editions if edition.countries)


def _table(method: Method, year: int) -> MethodEdition | None:
    return next((edition for edition in method.editions if edition.year == year and edition.countries), None)


def _placed(edition: MethodEdition, method: Method, code: str, total: object) -> Standing:
    scale = method.scale_of(edition.year)
    better = -1 if scale.direction == "100-best" else 1
    known = {item.code: better * item.total for item in edition.countries if isinstance(item.total, int | float)}
    totals = list(known.values())
    tag = language()
    ordered = sorted(edition.countries, key=lambda item: (item.code not in known, known.get(item.code, 0), sort_key(item.name, tag)))
    places = tuple(Place(item, *_count(known.get(item.code), totals)) for item in ordered)
    own = next((place for place in places if place.country.code == code), None)
    found = Standing(edition, scale, places, own)
    if own is None or own.first is None:
        return found
    values = {
        item.code: [better * value for value in (item.total, *(other.total for other in item.others)) if isinstance(value, int | float)]
        for item in ordered
    }
    mine = values.pop(code)
    if isinstance(total, int | float) and better * total not in mine:  # the brief knows another total than the table
        mine.append(better * total)
    # A country whose totals lie on both sides may be better or not.
    lowest = 1 + min(sum(max(others) < value for others in values.values() if others) for value in mine)
    highest = 1 + max(sum(min(others) < value for others in values.values() if others) for value in mine)
    if lowest == highest == own.first:
        return found
    doubtful = [item for item in ordered if item.code in values and _astride(values[item.code], mine)]
    return found._replace(between=(lowest, highest), disputes=(*([own.country] if len(mine) > 1 else []), *doubtful))


def _count(value: float | None, totals: Sequence[float]) -> tuple[int | None, int]:
    if value is None:
        return None, 0
    return 1 + sum(other < value for other in totals), totals.count(value)


def _astride(others: Sequence[float], mine: Sequence[float]) -> bool:
    """Whether the totals of another country are on both sides of one of ours."""
    return any(min(others, default=value) < value <= max(others, default=value) for value in mine)
