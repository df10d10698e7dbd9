"""What a work is to the report, in words: shared by all forms, so that none of them takes one for the other."""

from __future__ import annotations

from collections.abc import Iterable

from ..brief.index import Index
from ..brief.text import parse_cite
from ..i18n import _


def collected(index: Index) -> bool:
    """Return whether the works were collected for the brief: it knows of no note of the report, so nobody can say what the report cites."""
    return bool(index.brief.sources) and not index.has_notes


def collected_note() -> str:
    """Return what is to be known of works that were collected for a brief."""
    return _("collected for this brief; what the report cites is not known here")


def is_outside(index: Index, cites: Iterable[str], *, context: bool) -> bool | None:
    """Return whether a figure or an event is from outside the report; None where its sources were collected and that is not known."""
    if context or not collected(index):
        return context
    return False if any(index.origin(parse_cite(item).key) == "report" for item in cites) else None


def origin_words(index: Index, key: str) -> str:
    """Return what a work without a note number is to the report; nothing for one that the report cites."""
    return {
        "report": _("this is the report itself"),
        "outside": _("this work comes from outside the report"),
        "collected": collected_note(),
        "note": "",
    }[index.origin(key)]


def selection(index: Index) -> str:
    """Return what a brief is that does not hold the whole report, or whose works are not the report's, in a sentence; else nothing."""
    extent = index.brief.brief.extent
    if not collected(index):
        return {"short": _("A selection, not the whole report"), "draft": _("A draft")}.get(extent, "")
    return {
        "short": _("A selection collected from these works, not the report itself; what the report cites is not known here"),
        "draft": _("A draft; its works were collected for it, what the report cites is not known here"),
    }.get(extent, _("Its works were collected for this brief; what the report cites is not known here"))


def no_source(index: Index) -> str:
    """Return what is said where a claim has no source."""
    return _("no source given here") if collected(index) else _("no source in the report")


def no_source_sentence(index: Index) -> str:
    """Return the same as a sentence."""
    return _("No source given here.") if collected(index) else _("No source in the report.")


def sources_head(index: Index) -> str:
    """Return the heading of the list of works, but for those from outside the report."""
    return _("Sources, collected for this brief; what the report cites is not known here") if collected(index) else _("Sources")
