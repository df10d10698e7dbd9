"""Works: the publications that briefs and methods point to."""

from __future__ import annotations

from typing import Literal

from msgspec import field

from .dates import Date
from .tables import Address, Filled, Language, Table

SourceType = Literal[
    "article",
    "news",
    "report",
    "chapter",
    "book",
    "law",
    "letter",
    "memorandum",
    "press-release",
    "dataset",
    "post",
    "video",
    "web",
    "other",
]
Stance = Literal["official", "independent", "party", "unknown"]


class Work(Table, frozen=True, kw_only=True):
    """What is known of a work; the names are those of Hayagriva and CSL, so that citation tools understand them."""

    type: SourceType
    """Kind of work."""
    author: list[Filled] = field(default_factory=list)
    """Authors; a comma makes a person (`Family, Given`), none an organisation."""
    editor: list[Filled] = field(default_factory=list)
    """Editors, written like authors."""
    title: Filled
    """Title in its own language and script, as printed."""
    title_from: Literal["print", "described", "address"] = "print"
    """`described` where the work has no title and ours describes it, `address` where it is read from the address."""
    language: Language = "en"
    """Language of the work."""
    title_translated: Filled | None = None
    """Title in the language of the brief, where the work's own is another."""
    publication: Filled | None = None
    """Newspaper, magazine, agency or site in which the work appeared."""
    collection: Filled | None = None
    """Book or series that a chapter belongs to."""
    publisher: Filled | None = None
    """Publishing organisation."""
    place: Filled | None = None
    """Place of publication."""
    republished_by: Filled | None = None
    """Site that holds the copy whose address is given."""
    date: Date | None = None
    """Date of publication; absent for an undated page."""
    date_printed: Filled | None = None
    """The date as the report prints it, where that is odd."""
    accessed: Date | None = None
    """Day on which the page was seen."""
    url: Address | None = None
    """Address as given by the report."""
    archive_url: Address | None = None
    """Address of an archived copy that is known to exist."""


class Source(Work, frozen=True, kw_only=True):
    """`[sources.KEY]`: a work that findings cite."""

    notes: list[int] = field(default_factory=list)
    """Numbers of the notes that point to it in the printed report; none for a work from outside the report."""
    stance: Stance = "unknown"
    """Who speaks: a state body, an independent observer, somebody with a stake, or not known."""
