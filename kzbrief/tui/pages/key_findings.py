"""The key findings on the dashboard: each with its sources, the sign of a remark, and the tab on which it stands."""

from __future__ import annotations

from collections.abc import Sequence

from ...brief.briefing import Briefing
from ...brief.editions import later_editions
from ...brief.index import Entry
from ...brief.model import Section
from ...i18n import _, ngettext
from ...output.lines import Line, Span, beside, clean, indent, line_width, pad, shortened, width_of
from ...output.prose import bracket, labels_of
from ...output.wrapping import wrap
from . import words
from .build import PageBuilder
from .measure import WIDE

_HARD = "\u00a0"
"""A blank at which lines do not break."""


def key_findings(page: PageBuilder, briefing: Briefing, width: int, heading: bool, rows: int) -> None:
    """Append the findings to read first, with their tabs.

    Where they are to end within the first `rows` of the page, words are left out of headlines that take more than there are to spare.
    """
    keys = briefing.brief.brief.key_findings
    further, goto = _further_down(briefing)
    title: Line = [Span(_("Key findings"), "strong")]
    if not keys:
        further = ""
    if heading and further and line_width(title) + width_of(further) + 4 <= width:
        page.stop("further", [beside(title, [Span(further, "dim")], width)], goto=goto, mark=width - width_of(further) - 2)
        further = ""
    elif heading and keys:
        page.add([title])
    entries = [briefing.index.entry(key) for key in keys]
    places = _places(briefing, entries, named=True, numbered=width + 4 >= WIDE)
    if rows and any(line_width(_signed(briefing, entry)) > width - 11 for entry in entries):
        # The numbers of the tabs say the same, and leave room for the signs.
        places = _places(briefing, entries, named=False, numbered=True)
    room = max(map(width_of, places), default=0) + 2 if heading else 0
    page.first_is_next()
    spare = rows - page.height - len(entries) - bool(later_editions(briefing.brief))
    for entry, tab in zip(entries, places, strict=True):
        lines = _key_lines(briefing, entry, width - 2 - room)
        if rows and len(lines) - 1 > spare:
            lines = _key_lines(briefing, entry, width - 2 - room, scarce=True)
        spare -= len(lines) - 1
        lines = indent(lines, 2)
        if heading and tab:
            lines[0] = beside(lines[0], pad([Span(tab, "dim")], room - 2, "dim"), width)
        page.stop(f"key:{entry.address}", lines, goto=f"finding:{entry.address}")
    if further:
        page.stop("further", indent(wrap([Span(further, "dim")], width - 2), 2), goto=goto)


def _places(briefing: Briefing, entries: Sequence[Entry], *, named: bool, numbered: bool) -> list[str]:
    """Return the tab on which each finding stands, by its name, its number, or both."""
    tabs = {section.id: place + 2 for place, section in enumerate(_scored(briefing))}
    said = []
    for entry in entries:
        category = briefing.method.category(entry.section.category or "")
        words_of = [*([str(tabs[entry.section.id])] if numbered else []), *([clean(category.short)] if named else [])] if category else []
        said.append(" ".join(words_of) or _("below"))
    return said


def _signed(briefing: Briefing, entry: Entry) -> Line:
    """A headline with its sources and the sign of a remark; neither is alone at the beginning of a line."""
    numbers = bracket(labels_of(entry, briefing.index))
    sources = Span(f" {numbers.replace(' ', _HARD)}", "cite") if numbers else Span(f"{_HARD}--", "dim")
    sign = [Span(f"{_HARD}!", "remark")] if briefing.index.warned(f"finding:{entry.finding.id}") else []
    return [Span(clean(entry.finding.headline)), sources, *sign]


def _key_lines(briefing: Briefing, entry: Entry, width: int, *, scarce: bool = False) -> list[Line]:
    """A key finding with its signs, which are never left out; where rows are scarce, some of its words are."""
    headline, *signs = _signed(briefing, entry)
    lines = wrap([headline, *signs], width)
    if scarce and len(lines) > 1 and width_of(headline.text) <= width:
        lines = wrap([Span(shortened(headline.text, width - line_width(signs))), *signs], width)
    return words.softened(lines)


def _further_down(briefing: Briefing) -> tuple[str, str]:
    """What is said of the sections that have no tab of their own, and where the first of them starts; nothing where there is none."""
    for part in briefing.brief.sections:
        if not part.category and part.findings:
            count = len(part.findings)
            said = ngettext("{section}: {count} finding, further down", "{section}: {count} findings, further down", count)
            return said.format(section=clean(part.title), count=count), f"finding:{part.id}/{part.findings[0].id}"
    return "", ""


def _scored(briefing: Briefing) -> list[Section]:
    return [section for section in briefing.brief.sections if section.category]
