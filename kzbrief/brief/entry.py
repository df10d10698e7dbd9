"""What a list says of a brief, without the brief: enough to find it, to tell how free it is, and how much of a report it holds."""

from __future__ import annotations

import os

from msgspec import Struct

from ..toml.problems import DocumentError
from .briefing import Briefing
from .editions import this_edition
from .method import Direction, Score


class Entry(Struct, frozen=True):
    """A brief that is in order."""

    title: str
    """Name of the country."""
    country: str
    """Country code of ISO 3166-1."""
    language: str
    """Language of the brief, as in BCP 47."""
    index: str
    """Name of the index, as in `Freedom on the Net`."""
    edition: int
    """Year of the edition."""
    extent: str
    """`full`, `short` or `draft`."""
    total: Score | None
    """Total as published; None where none is known."""
    status: str | None
    """Status as published."""
    tone: str
    """How the status is coloured; empty for one that is in no band."""
    lowest: int
    """Lowest total possible."""
    highest: int
    """Highest total possible."""
    direction: Direction
    """Which end of the scale is best."""
    findings: int
    """Findings in it."""
    works: int
    """Works that it cites."""
    warned: bool = False
    """Whether there is a remark on the total, or another source gives another one."""


class Fault(Struct, frozen=True):
    """What is wrong with a brief that cannot be read: its first problem."""

    file: str
    """The file that has the problem: that of the brief or of its method."""
    line: int
    """Line, from 1; 0 for the whole file."""
    column: int
    """Column, from 1, in characters."""
    code: str
    """Stable name of the problem."""
    message: str
    """What is wrong, in a sentence without a full stop; not cleaned for a terminal."""
    hint: str | None
    """What to do about it."""
    problems: int
    """Problems altogether."""


class Listed(Struct, frozen=True):
    """A brief of a list."""

    name: str
    """Name of its file, without the ending."""
    path: str
    """Its file."""
    opens: bool = True
    """Whether its name opens it; False where another brief of that name comes first, or where names are not looked up in its folder."""
    other: str = ""
    """The file that its name opens instead, where there is one."""
    entry: Entry | None = None
    """What it says; None where it is broken or has not been read yet."""
    fault: Fault | None = None
    """Why it is broken."""

    @property
    def words(self) -> str:
        """What opens it on the command line."""
        return self.name if self.opens else self.path


def entry_of(briefing: Briefing) -> Entry:
    """Return what a list says of a brief."""
    brief, method = briefing.brief, briefing.method
    edition = this_edition(brief)
    scale = method.scale_of(edition.year)
    counts = briefing.index.evidence
    return Entry(
        title=brief.brief.title,
        country=brief.brief.country,
        language=brief.brief.language,
        index=method.name,
        edition=brief.brief.edition,
        extent=brief.brief.extent,
        total=edition.total,
        status=edition.status,
        tone=next((band.tone for band in scale.bands if band.status == edition.status), ""),
        lowest=scale.lowest,
        highest=scale.highest,
        direction=scale.direction,
        findings=counts.findings,
        works=counts.works,
        warned=bool(edition.disputed) or briefing.index.warned(f"edition:{edition.year}"),
    )


def fault_of(error: DocumentError) -> Fault:
    """Return the first problem of a brief that is refused."""
    first = error.problems[0]
    name = os.fsencode(error.name).decode("utf-8", "backslashreplace")
    return Fault(name, first.place.line, first.place.column, first.code, first.message, first.hint, len(error.problems))
