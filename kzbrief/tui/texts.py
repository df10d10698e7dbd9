"""What can be copied where the cursor is, as text."""

from __future__ import annotations

from ..brief.briefing import Briefing
from ..i18n import _
from ..output.quoting import finding, reference
from .cursor import Cursor
from .marks import cut


def keys_at(briefing: Briefing, cursor: Cursor) -> list[str]:
    """Return the keys of the works that are meant where the cursor is: the current citation's, else those of what is current."""
    kind, __, name = cursor.ref.partition(":")
    if kind == "cite":
        return [briefing.index.citations[int(name)].key]
    if kind == "source":
        return [name]
    address_ = finding_at(cursor)
    return [citation.key for citation in briefing.index.citations_of(briefing.index.entry(address_))] if address_ else []


def at(briefing: Briefing, cursor: Cursor) -> tuple[str, str]:
    """Return what is current as text, and what that is in a word; nothing where nothing is."""
    if not cursor.current:
        return "", ""
    if address_ := finding_at(cursor):
        return finding(briefing, address_), _("finding")
    kind, __, name = cursor.current.id.partition(":")
    if kind == "source":
        return reference(briefing, name), _("reference")
    if kind in ("score", "part", "fact", "event"):
        return _figure(briefing, kind, name)
    stop, page = cursor.current, cursor.page
    # Of columns side by side the one that is current.
    lines = (cut(line, stop.start, stop.end or page.width).strip() for line in page.lines[stop.top : stop.bottom])
    return "\n".join(lines), _("lines")


def _figure(briefing: Briefing, kind: str, name: str) -> tuple[str, str]:
    """A figure or an event as text, and what that is in a word."""
    from . import figure_texts as figures

    if kind == "score":
        return figures.total(briefing), _("total")
    if kind == "part":
        return figures.part(briefing, name), _("part of the total")
    return (figures.fact(briefing, name), _("row of the fact box")) if kind == "fact" else (figures.event(briefing, name), _("event"))


def finding_at(cursor: Cursor) -> str:
    """Return the address of the finding that is current, or to which what is current leads."""
    for ref in (cursor.current.id, cursor.current.goto) if cursor.current else ():
        kind, __, name = ref.partition(":")
        if kind == "finding":
            return name
    return ""
