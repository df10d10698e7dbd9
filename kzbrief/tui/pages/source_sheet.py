"""The sheet of a source: all that is known of the work, and where it is cited."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ...brief import references
from ...brief.model import Unsettled
from ...brief.work import Source
from ...i18n import _
from ...output.findings import hanging
from ...output.lines import Line, Span, beside, clean, fit, indent, pad, width_of
from ...output.origins import origin_words
from ...output.sources import label_column
from ...output.supports import perhaps_meant, supports
from ...output.wrapping import wrap
from ..page import Page
from .measure import measure
from .section import remark_lines
from .sources import note_label

if TYPE_CHECKING:
    from ...brief.briefing import Briefing

_LONGEST = 96
"""Longest line of a sheet in cells."""
_ROOMY = 50
"""Cells from which labels have a column of their own."""


def title(briefing: Briefing, key: str, label: str) -> tuple[str, str]:
    """Return what stands at the left and at the right of the rule above the sheet."""
    from ...brief.names import type_name

    work = briefing.index.work(key)
    if isinstance(work, Unsettled):
        return _("Source {label}").format(label=label), _("two works fit") if len(work.candidates) == 2 else _("several works fit")
    outside = " *" if briefing.index.outside(key) and not label.startswith("*") else ""
    said = [type_name(work.type), references.in_language(work, briefing.brief.brief.language)]
    return _("Source {label}").format(label=label) + outside, ", ".join(part for part in said if part)


def source_sheet(briefing: Briefing, key: str, place: int, width: int) -> Page:
    """Return the page of a work; `place` is the index of the place that is marked among those that cite it, -1 for none."""
    start = measure(width).start
    space = min(_LONGEST, width - start - 1)
    work = briefing.index.work(key)
    if isinstance(work, Unsettled):
        lines = _unsettled(briefing, key, work, place, space)
    else:
        lines = [*_head(briefing, work, space), [], *_rows(briefing, key, work, place, space)]
    lines += _remarks(briefing, key, space)
    return Page(width, indent(lines, start), text_start=start, text_end=start + space)


def _head(briefing: Briefing, work: Source, space: int) -> list[Line]:
    lines = wrap([Span(clean(work.title), "strong")], space)
    if work.title_from != "print":
        said = _("(our description: the work has no title)") if work.title_from == "described" else _("(title as in its address)")
        lines += wrap([Span(said, "dim")], space)
    if work.title_translated:
        lines += wrap([Span(f"[{clean(work.title_translated)}]")], space)
    lines += wrap([Span(clean(references.byline(work)))], space)
    if work.republished_by:
        lines += wrap([Span(_("republished by {site}").format(site=clean(work.republished_by)))], space)
    return lines


def _rows(briefing: Briefing, key: str, work: Source, place: int, space: int) -> list[Line]:
    edition = briefing.brief.brief.edition
    lines = _row(_("Age"), references.age_words(work, edition), space)
    lines += _places(briefing, key, place, space)
    if things := supports(briefing, key):
        lines += _row(_("Supports"), "; ".join(things), space)
    if work.url:
        lines += _address(_("Address"), work.url, space)
    if work.archive_url:
        lines += _address(_("Archived"), work.archive_url, space)
    elif hint := references.archive_hint(work):
        lines += _row(_("Archived"), _("perhaps; this address has not been tried:"), space)
        # In the column where it goes in whole.
        column = label_column() if _ROOMY <= space >= label_column() + width_of(hint) else 0
        lines += indent(_long(hint, space - column), column)
    if stance := _stance(briefing.index.stance(key)):
        lines += _row(_("Who speaks"), stance, space)
    if said := origin_words(briefing.index, key):
        sign = "* " if briefing.index.outside(key) else ""
        lines += _row(_("Notes"), _("{sign}none: {words}").format(sign=sign, words=said), space)
    elif len(work.notes) > 1:
        lines += _row(_("Notes"), _("{notes} in the printed report").format(notes=note_label(briefing, key)), space)
    if work.accessed:
        lines += _row(_("Seen"), work.accessed.words(), space)
    for label, value in ((_("Collection"), work.collection), (_("Publisher"), work.publisher), (_("Place"), work.place)):
        if value and value not in references.byline(work):
            lines += _row(label, clean(value), space)
    return lines


def _stance(stance: str) -> str:
    return {
        "official": _("a state body"),
        "independent": _("an independent observer"),
        "publisher": _("the publisher of the report"),
        "party": _("somebody with a stake in the matter"),
        "unknown": "",
    }[stance]


def _row(label: str, value: str, space: int) -> list[Line]:
    if space < _ROOMY:
        return hanging([Span(f"{label}: ", "dim"), Span(value)], space)
    return _labelled(label, wrap([Span(value)], space - label_column()))


def _labelled(label: str, rows: Iterable[Line]) -> list[Line]:
    """Return rows with a label before the first of them."""
    return [[*pad([Span("" if number else label, "dim")], label_column(), "dim"), *row] for number, row in enumerate(rows)]


def _address(label: str, address: str, space: int) -> list[Line]:
    """An address beside its label where it goes in, else on lines of its own, which can be copied whole."""
    if width_of(address) <= space - label_column():
        return _labelled(label, [[Span(clean(address), "link", f"open:{address}", address)]])
    return [[Span(f"{label}:" if space < _ROOMY else label, "dim")], *_long(address, space)]


def _long(address: str, space: int) -> list[Line]:
    rest, lines = clean(address), []
    while rest:
        count = fit(rest, space)
        lines.append([Span(rest[:count], "link", f"open:{address}", address)])
        rest = rest[count:]
    return lines


def _places(briefing: Briefing, key: str, place: int, space: int) -> list[Line]:
    """The places that cite the work, by note number and headline, a place a line or more; each can be clicked."""
    places = briefing.index.places(key)
    if not places:
        return _row(_("Cited in"), perhaps_meant(briefing, key) or _("no finding"), space)
    lines: list[Line] = []
    by = max(width_of(citation.label) for citation in places) + 1
    beside_label = label_column() if space >= _ROOMY else 0
    for number, citation in enumerate(places):
        current = number == place
        ref = f"place:{citation.number}"
        headline = clean(briefing.index.entry(citation.address).finding.headline) or citation.address
        rows = wrap([Span(headline, "strong" if current else "", ref)], space - beside_label - 2 - by)
        label = Span(citation.label.ljust(by), "strong" if current else "", ref)
        lines.append([Span("> " if current else "  ", "current", ref), label, *rows[0]])
        lines += [[Span(" " * (2 + by), "", ref), *row] for row in rows[1:]]
    return _labelled(_("Cited in"), lines) if beside_label else [[Span(f"{_('Cited in')}:", "dim")], *lines]


def _unsettled(briefing: Briefing, key: str, work: Unsettled, place: int, space: int) -> list[Line]:
    candidates = briefing.index.candidates(key)
    labels = [note_label(briefing, candidate) for candidate in work.candidates]
    numbers = [label.split(",")[0] for label in labels]
    names = [_("source {label}").format(label=number) for number in numbers]
    if len(set(numbers)) < len(numbers):
        # Works that share a note are told apart by their names.
        names = [clean(references.short(candidate)) for candidate in candidates]
    choice = _(" or ").join(names)
    lines = wrap([Span(_("The report does not say which: {choice}").format(choice=choice), "strong")], space)
    if work.printed:
        lines += wrap([Span(_("Printed as:") + " ", "dim"), Span(clean(work.printed))], space)
    lines += wrap([Span(_("Why:") + " ", "dim"), Span(clean(work.reason))], space)
    lines += _places(briefing, key, place, space)
    for candidate, label, source in zip(work.candidates, labels, candidates, strict=True):
        lines.append([])
        lines += [beside([Span(_("Source {label}").format(label=label), "dim")], [], 1)]
        lines += [*_head(briefing, source, space), *_rows(briefing, candidate, source, -1, space)]
    return lines


def _remarks(briefing: Briefing, key: str, space: int) -> list[Line]:
    """Remarks about the work and about its notes, each once."""
    index = briefing.index
    work = index.work(key)
    found = list(index.remarks(f"source:{key}"))
    for note in work.notes:
        found += [remark for remark in index.remarks(f"note:{note}") if remark not in found]
    return [[], *remark_lines(found, briefing, space)] if found else []
