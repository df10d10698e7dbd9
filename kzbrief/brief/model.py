"""The brief as a file holds it: one class a table of the TOML format, one field a key.

Keys are written with hyphens in the file (`key-findings`) and with underscores here. Each field is followed by a sentence on what it
means; the format reference in docs/ is made from these sentences. `format = 1` is a promise: a key that stands here keeps its meaning.
"""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, field

from .dates import Date
from .method import Method, Score, Status
from .tables import Filled, Id, Language, Table
from .work import Source, Work

FindingType = Literal[
    "usage",
    "infrastructure",
    "price",
    "market",
    "regulation",
    "policy",
    "law",
    "blocking",
    "removal",
    "self-censorship",
    "platform",
    "circumvention",
    "activism",
    "prosecution",
    "surveillance",
    "harassment",
    "attack",
    "context",
]
FactKind = Literal[
    "population",
    "internet-penetration",
    "apps-blocked",
    "content-censored",
    "users-arrested",
    "press-freedom",
    "other",
]


class Heading(Table, frozen=True, kw_only=True):
    """`[brief]`: what the brief is about and how it is meant to be read."""

    id: Id
    """Name of the brief, unique in a library, as in `kazakhstan-2011`."""
    title: Filled
    """Name of the country as the report writes it."""
    country: Annotated[str, Meta(pattern=r"^[A-Z]{2}\Z")]
    """Country code of ISO 3166-1, two capital letters."""
    language: Language = "en"
    """Language the brief is written in."""
    method: Id | None = None
    """Name of the method file (`briefs/methods/NAME.toml`); absent where the brief has a `[method]` of its own."""
    edition: int
    """Year of the edition that the brief is about."""
    covers: Date | None = None
    """Period that the edition covers, as the report or its publisher states it; `cites` says where."""
    cites: list[str] = field(default_factory=list)
    """Sources for `covers`."""
    extent: Literal["full", "short", "draft"] = "full"
    """Whether the brief has the whole report, a selection, or is being written."""
    key_findings: list[str] = field(default_factory=list)
    """Findings to show first, most important first, written `section/finding`."""
    authors: list[str] = field(default_factory=list)
    """Who wrote the brief; a comma makes a person (`Family, Given`), none an organisation."""
    revised: Date | None = None
    """Day of the last change of substance."""
    translation_of: Id | None = None
    """Name of the brief that this one translates."""
    translations: dict[Language, Id] = field(default_factory=dict)
    """Names of briefs that translate this one, by language tag."""


class Report(Work, frozen=True, kw_only=True):
    """`[report]`: the work that the brief is made from."""

    cites: list[str] = field(default_factory=list)
    """Sources for what the report itself does not print, as its address."""


class Unsettled(Table, frozen=True, kw_only=True):
    """`[unsettled.KEY]`: a short reference that fits several works; cited like a source."""

    candidates: Annotated[list[Id], Meta(min_length=2)]
    """Keys of the sources it may mean."""
    notes: list[int] = field(default_factory=list)
    """Numbers of the notes that hold it in the printed report."""
    printed: Filled | None = None
    """The reference as printed."""
    reason: Filled
    """Why it cannot be settled."""


class Disputed(Table, frozen=True, kw_only=True):
    """`disputed` of an edition: figures that another source gives for the same edition."""

    total: Score | None = None
    """Total as that source gives it."""
    status: Status | None = None
    """Status as that source gives it."""
    scores: dict[str, Score] = field(default_factory=dict)
    """Scores of categories as that source gives them."""
    cites: Annotated[list[str], Meta(min_length=1)]
    """Where the figures stand."""


class Edition(Table, frozen=True, kw_only=True):
    """`[[edition]]`: the scores of one year, as published, never recomputed."""

    year: int
    """Year of the edition."""
    role: Literal["this", "previous", "context"]
    """`this` edition, a `previous` column that the report prints, or `context` from outside the report (needs `cites`)."""
    status: Status | None = None
    """Status as published, `n/a` where the report prints that."""
    total: Score | None = None
    """Total as published; `n/a` where printed so; absent where not known."""
    scores: dict[str, Score] = field(default_factory=dict)
    """Score of each category by its id; absent where not known."""
    questions: dict[str, Score] = field(default_factory=dict)
    """Score of each question by its code, as in `A1`, where known."""
    covers: Date | None = None
    """Period that the edition covers."""
    derived: bool = False
    """Whether the total is worked out from what a source gives, as 100 minus it, and stands nowhere so; a remark says how."""
    printed_in: int | None = None
    """Year of the edition whose report prints these figures, where they are a restatement."""
    disputed: list[Disputed] = field(default_factory=list)
    """Other figures that are given for the same edition."""
    cites: list[str] = field(default_factory=list)
    """Where the figures stand, if not in the report itself."""


class Fact(Table, frozen=True, kw_only=True):
    """`[[fact]]`: a row of the fact box, as the report prints it."""

    id: Id
    """Name of the fact."""
    kind: FactKind = "other"
    """What the row is, so that countries can be compared."""
    label: Filled
    """Label of the row."""
    printed: Filled
    """What the report prints; always what is shown."""
    printed_previous: Filled | None = None
    """What the report prints for the previous edition, where it has two columns."""
    value: int | float | None = None
    """The figure, for plots only."""
    unit: Filled | None = None
    """Unit of the figure: `%`, `people`."""
    period: Date | None = None
    """Time that the figure is of."""
    role: Literal["report", "context"] = "report"
    """Whether the report prints the row or it is from another source (then `cites` is needed)."""
    cites: list[str] = field(default_factory=list)
    """Sources; of a row of the report only where its box has a note."""


class Point(Table, frozen=True, kw_only=True):
    """`points` of a series: one value and its time."""

    at: Date
    """Time that the value is of."""
    value: int | float
    """The value, in the unit of the series."""
    printed: Filled | None = None
    """The value as the report words it, as in `up to 70 percent`."""
    cites: list[str] = field(default_factory=list)
    """Sources of this point, where they differ from those of the series."""


class Series(Table, frozen=True, kw_only=True):
    """`[[series]]`: a figure over time, to plot."""

    id: Id
    """Name of the series."""
    label: Filled
    """What is counted."""
    unit: Filled
    """Unit of the values: `%`, `people`, `US$ a month`."""
    points: Annotated[list[Point], Meta(min_length=1)]
    """The values in order of time."""
    role: Literal["report", "context"] = "report"
    """Whether the report gives the series or another source does (then `cites` is needed)."""
    about: list[str] = field(default_factory=list)
    """Findings it belongs to, written `finding:ID`."""
    cites: list[str] = field(default_factory=list)
    """Sources of the whole series."""


class Event(Table, frozen=True, kw_only=True):
    """`[[event]]`: something that happened, for the timeline."""

    id: Id
    """Name of the event."""
    date: Date
    """When it happened; partial dates stay partial."""
    label: Filled
    """What happened, in one sentence."""
    about: list[str] = field(default_factory=list)
    """Findings that tell of it, written `finding:ID`."""
    actors: list[Id] = field(default_factory=list)
    """Who had a part in it."""
    cites: list[str] = field(default_factory=list)
    """Sources."""


class Actor(Table, frozen=True, kw_only=True):
    """`[[actor]]`: a person, body, company, site or law; its names are linked wherever findings mention them."""

    id: Id
    """Name for references."""
    kind: Literal["person", "body", "company", "site", "law"]
    """What it is."""
    name: Filled
    """The name as the brief writes it."""
    aliases: list[Filled] = field(default_factory=list)
    """Other names under which findings mention it."""
    description: str = ""
    """Who or what it is, in a sentence or two; may hold citations."""
    cites: list[str] = field(default_factory=list)
    """Sources of the description."""


class Finding(Table, frozen=True, kw_only=True):
    """`[[section.finding]]`: one claim, or a few that belong together."""

    id: Id = ""
    """Name, unique in the brief; made from the headline where absent. People write `section/finding`."""
    topic: Filled | None = None
    """Heading inside the section that the finding stands under."""
    headline: str = ""
    """The point of the finding in one line; may be empty only in a draft."""
    date: Date | None = None
    """When the thing happened or the figure was true."""
    as_of: Date | None = None
    """Where the claim is in the present tense: as of when."""
    type: FindingType = "context"
    """What the finding is about."""
    text: str = ""
    """The finding in full, with its citations."""
    cites: list[str] = field(default_factory=list)
    """Sources that no sentence of the text carries."""
    questions: list[str] = field(default_factory=list)
    """Codes of the method's questions that it answers, as in `A1`."""
    draft: bool = False
    """Whether it is still to be written."""
    headlines: dict[str, Filled] = field(default_factory=dict)
    """The headline in other languages, by language tag."""
    no_actors: list[Id] = field(default_factory=list)
    """Actors whose names are not to be linked here."""


class Section(Table, frozen=True, kw_only=True):
    """`[[section]]`: a part of the report."""

    id: Id
    """Name of the section."""
    title: Filled
    """Title as the report prints it."""
    titles: dict[str, Filled] = field(default_factory=dict)
    """The title in other languages, by language tag."""
    category: Id | None = None
    """Category of the method that the section is scored under; absent for an introduction."""
    findings: list[Finding] = field(default_factory=list, name="finding")
    """Its findings, in the order of the report."""


class Remark(Table, frozen=True, kw_only=True):
    """`[[remark]]`: what a reader should know before trusting a figure, a date or a name; it repairs nothing."""

    about: Annotated[list[str], Meta(min_length=1)]
    """What it is about: `finding:ID`, `fact:ID`, `note:N`, `source:KEY`, `edition:YEAR`, `event:ID`, `series:ID`, `actor:ID`, `report`."""
    kind: Literal["disagreement", "dating", "old-source", "naming", "wording", "reference", "misprint"]
    """What is the matter; `misprint` where it is spelling or print alone, and no figure, date or claim hangs on it."""
    text: Filled
    """The remark; may hold citations."""


class Allow(Table, frozen=True, kw_only=True):
    """`[[allow]]`: silences one diagnostic at one place."""

    code: Id
    """Code of the diagnostic."""
    at: Filled
    """The place, written as in `about` of a remark."""
    reason: Filled
    """Why it is right as it stands."""


class Brief(Table, frozen=True, kw_only=True):
    """A whole brief, the root of the file."""

    format: int
    """Version of the format; this is version 1."""
    brief: Heading
    """What the brief is about."""
    method: Method | None = None
    """A method of the brief's own, where no method file is named."""
    report: Report
    """The work that the brief is made from."""
    editions: list[Edition] = field(default_factory=list, name="edition")
    """Scores, one table a year."""
    facts: list[Fact] = field(default_factory=list, name="fact")
    """Rows of the fact box, in the report's order."""
    series: list[Series] = field(default_factory=list)
    """Figures over time."""
    events: list[Event] = field(default_factory=list, name="event")
    """Dated events."""
    actors: list[Actor] = field(default_factory=list, name="actor")
    """People, bodies, companies, sites and laws."""
    sections: list[Section] = field(default_factory=list, name="section")
    """The report's sections, in its order."""
    sources: dict[Id, Source] = field(default_factory=dict)
    """Works, by key."""
    unsettled: dict[Id, Unsettled] = field(default_factory=dict)
    """Short references that fit several works, by key."""
    remarks: list[Remark] = field(default_factory=list, name="remark")
    """What a reader should know before trusting a figure or a date."""
    allow: list[Allow] = field(default_factory=list)
    """Diagnostics that are silenced, with reasons."""
