"""The page of the findings that were marked, by section."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from ...i18n import _
from ...output.findings import by_section, headline
from ...output.lines import Line, Span, clean, indent
from ...output.prose import bracket, labels_of
from ...output.wrapping import wrap
from ..page import Page
from .actors import EDGE, LONGEST
from .build import PageBuilder

if TYPE_CHECKING:
    from ...brief.briefing import Briefing


def marked_page(briefing: Briefing, addresses: Collection[str], width: int, *, lasting: bool) -> Page:
    """Return marked findings, each with the numbers of its sources; Enter leads to it. `lasting` tells whether the marks are kept."""
    space = min(LONGEST, width - EDGE - 1)
    page = PageBuilder(width, EDGE)
    if not lasting:
        page.add([*wrap([Span(_("Nothing is written here: the marks are gone when you leave."), "dim")], space), []])
    if not addresses:
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
    return page.finish(text_start=EDGE, text_end=EDGE + space)


def _leading(rows: list[Line], ref: str) -> list[Line]:
    """Return lines of which every cell leads somewhere, so that a click anywhere on them does."""
    return [[span._replace(ref=ref) for span in row] for row in rows]
