"""The page of the findings that were marked, by section."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from ...i18n import _
from ...marked import lost_words, perhaps
from ...output.findings import by_section, headline
from ...output.lines import Line, Span, clean, indent
from ...output.prose import bracket, labels_of
from ...output.wrapping import wrap
from ..page import Page
from .actors import LONGEST
from .build import PageBuilder
from .measure import edge, room

if TYPE_CHECKING:
    from ...brief.briefing import Briefing
    from ...marked import Lost


def marked_page(briefing: Briefing, addresses: Collection[str], width: int, *, lasting: bool, lost: Sequence[Lost] = ()) -> Page:
    """Return marked findings, each with the numbers of its sources; Enter leads to it. `lasting` tells whether the marks are kept.

    Those that are lost come last, each with what it was, and what it may be by now, to which Enter leads.
    """
    space = min(LONGEST, room(width))
    page = PageBuilder(width, edge(width))
    if not lasting:
        page.add([*wrap([Span(_("Nothing is written here: the marks are gone when you leave."), "dim")], space), []])
    if lost:
        page.add([*wrap([Span("! ", "remark"), Span(lost_words(lost)), Span(": " + _("see below"))], space), []])
    if not addresses and not lost:
        page.add(wrap([Span(_("No finding is marked. m marks the one that is current; Esc goes back to it."))], space))
    for place, (section, entries) in enumerate(by_section(briefing, addresses)):
        if place:
            page.blank()
        page.add(wrap([Span(clean(section.title), "strong")], space))
        for entry in entries:
            ref = f"finding:{entry.address}"
            numbers = bracket(labels_of(entry, briefing.index))
            said = [Span(clean(headline(entry))), *([Span(f" {numbers}", "cite")] if numbers else [])]
            rows = wrap(said, space - 2)
            page.stop(ref, _leading([*rows[:1], *indent(rows[1:], 2)], ref), goto=ref, mark=-2)
    if lost:
        _lost(page, briefing, lost, space, after=bool(addresses))
    elif lasting and addresses:
        command = f"kzbrief export {briefing.brief.brief.id} --to markdown --marked"
        page.add([[], *wrap([Span(_("To write them to a file: {command}").format(command=command), "dim")], space)])
    return page.finish(text_start=page.left, text_end=page.left + space)


def _lost(page: PageBuilder, briefing: Briefing, lost: Sequence[Lost], space: int, *, after: bool) -> None:
    """Append the marks of which the findings are gone."""
    if after:
        page.blank()
    page.add(wrap([Span(_("Marked, and not found in this brief any more"), "strong")], space))
    page.add(wrap([Span(_("Renamed, moved or taken out since. m drops the mark; Enter goes to what it may be now."), "dim")], space))
    for item in lost:
        rows = wrap([Span(clean(item.headline) or _("headline not kept")), Span(f" ({clean(item.address)})", "dim")], space - 2)
        near = perhaps(briefing, item)
        if near:
            now = _("perhaps now: {headline}").format(headline=clean(headline(briefing.index.entry(near))))
            rows += wrap([Span(now, "dim")], space - 2)
        goto = f"finding:{near}" if near else ""
        page.stop(f"lost:{item.address}", _leading([*rows[:1], *indent(rows[1:], 2)], goto), goto=goto, mark=-2)


def _leading(rows: list[Line], ref: str) -> list[Line]:
    """Return lines of which every cell leads somewhere, so that a click anywhere on them does."""
    return [[span._replace(ref=ref) for span in row] for row in rows]
