"""A method: how an index scores, with its categories, scales and the published results of its editions."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, field

from .dates import Date
from .tables import Id, Table
from .work import Source

Score = int | float | Literal["n/a"]
"""A published figure in points, or `n/a` where the publisher prints that; a figure that is not known is absent."""

Status = str
"""A status word of the method's bands, or `n/a` where the publisher prints that."""

Direction = Literal["0-best", "100-best"]
"""Which end of the scale is free: 0 to 2018 and 100 from 2019 on, in Freedom on the Net."""


class Category(Table, frozen=True, kw_only=True):
    """`[[method.category]]`: one of the parts that add up to the total."""

    id: str
    """Name of the category, as in `access`."""
    title: str
    """Title as published."""
    short: str
    """One word for tabs, as in `Access`."""
    letter: str | None = None
    """Letter that the publisher uses, as in `A`."""
    maximum: int
    """Most points that can be given."""


class Band(Table, frozen=True, kw_only=True):
    """`bands` of a scale: a range of totals and its status."""

    status: str
    """Status word, as in `Partly Free`."""
    lowest: int
    """Lowest total, in points."""
    highest: int
    """Highest total, in points."""
    tone: Literal["good", "middle", "bad"]
    """How it is coloured; never the only sign."""


class Scale(Table, frozen=True, kw_only=True):
    """`[[method.scale]]`: the range, direction and bands of some editions."""

    first: int
    """First edition it holds for."""
    last: int | None = None
    """Last edition it holds for; absent for the current scale."""
    direction: Direction
    """Which end is best."""
    lowest: int = 0
    """Lowest total possible."""
    highest: int = 100
    """Highest total possible."""
    bands: Annotated[list[Band], Meta(min_length=1)]
    """The bands, from lowest to highest totals."""
    questions: dict[str, int] = field(default_factory=dict)
    """Most points for each question, by its code."""
    cites: list[str] = field(default_factory=list)
    """Where the publisher states this."""


class OtherTotal(Table, frozen=True, kw_only=True):
    """`disputed` of a country: a total that other sources give, with these."""

    total: int | float
    """Total as they give it."""
    cites: Annotated[list[str], Meta(min_length=1)]
    """Where it stands."""


class CountryScore(Table, frozen=True, kw_only=True):
    """`country` of an edition: one country's published result."""

    code: Annotated[str, Meta(pattern=r"^[A-Z]{2}\Z")]
    """Country code of ISO 3166-1."""
    name: str
    """Name as published."""
    total: Score | None = None
    """Total as published."""
    status: Status | None = None
    """Status as published."""
    scores: dict[str, Score] = field(default_factory=dict)
    """Scores of categories where known."""
    disputed: list[int | float | OtherTotal] = field(default_factory=list)
    """Other totals that sources give, each as `{ total = 17, cites = ["dataset"] }`; a number alone says nothing of its source."""
    cites: list[str] = field(default_factory=list)
    """Sources of the total, or of the rest of the row."""

    @property
    def others(self) -> list[OtherTotal]:
        """The disputed totals in one form; without sources where nobody names any."""
        return [item if isinstance(item, OtherTotal) else OtherTotal(total=item, cites=[]) for item in self.disputed]


class MethodEdition(Table, frozen=True, kw_only=True):
    """`[[method.edition]]`: one edition with its table of countries."""

    year: int
    """Year of the edition."""
    covers: Date | None = None
    """Period that it covers."""
    size: int | None = None
    """Number of countries in it."""
    countries: list[CountryScore] = field(default_factory=list, name="country")
    """Results of countries."""
    cites: list[str] = field(default_factory=list)
    """Sources."""


class Method(Table, frozen=True, kw_only=True):
    """`[method]`: how an index scores."""

    id: str
    """Name of the method, as in `freedom-on-the-net`."""
    name: str
    """Name of the index as published."""
    publisher: str
    """Who publishes it."""
    about: str = ""
    """What it measures, in a sentence or two."""
    categories: Annotated[list[Category], Meta(min_length=1)] = field(name="category")
    """The parts of the total, in the publisher's order."""
    scales: Annotated[list[Scale], Meta(min_length=1)] = field(name="scale")
    """The scales, in order of time."""
    editions: list[MethodEdition] = field(default_factory=list, name="edition")
    """Editions with their tables of countries."""
    sources: dict[Id, Source] = field(default_factory=dict)
    """Works that state the method or its results; briefs may cite them by key."""

    def scale_of(self, year: int) -> Scale:
        """Return the scale that holds for an edition; the nearest one where none says so."""
        for scale in self.scales:
            if scale.first <= year and (scale.last is None or year <= scale.last):
                return scale
        return self.scales[0] if year < self.scales[0].first else self.scales[-1]

    def category(self, identifier: str) -> Category | None:
        """Return the category of that id, or None."""
        return next((item for item in self.categories if item.id == identifier), None)


class MethodFile(Table, frozen=True, kw_only=True):
    """A method file, `briefs/methods/NAME.toml`."""

    format: int
    """Version of the format; this is version 1."""
    method: Method
    """The method."""
