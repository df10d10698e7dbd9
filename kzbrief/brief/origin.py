"""What a work is to a report, and who speaks in it: worked out from what the brief says, so that no form passes one off as the other."""

from __future__ import annotations

from typing import Literal

from .work import Work

Origin = Literal["report", "note", "outside", "collected"]
"""The report itself; cited in a note of the report; from outside a report with notes; collected for a brief that knows of no notes.

Of the works of the last kind nobody can say whether the report cites them.
"""


def is_report(work: Work, report: Work) -> bool:
    """Return whether a work is the report: at its address, or a copy with its title, out of the same collection of the same publisher."""
    if work.url and report.url and bare(work.url) == bare(report.url):
        return True
    named = bool(report.collection and report.publisher)
    same = (work.title, work.collection, work.publisher) == (report.title, report.collection, report.publisher)
    return named and same and _year(work) == _year(report)


def speaks_for(work: Work, publisher: str | None) -> bool:
    """Return whether a work is by the publisher of the report."""
    own = (publisher or "").casefold()
    return bool(own) and own in {name.casefold() for name in (*work.author, *work.editor, work.publisher or "", work.publication or "")}


def bare(address: str) -> str:
    """Return an address without what does not change where it leads: protocol, `www.`, a slash at the end."""
    return address.partition("//")[2].removeprefix("www.").rstrip("/")


def _year(work: Work) -> int | None:
    return work.date.year if work.date else None
