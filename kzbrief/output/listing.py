"""The list of the briefs that are at hand."""

from __future__ import annotations

import os
from collections.abc import Iterable

from ..brief.entry import Entry, Fault, Listed
from ..brief.library import data_folder, told
from ..brief.names import language_after_in
from ..brief.shown import country_name, status_name
from ..i18n import N_, _, ngettext
from ..restricted import restricted
from .figures.words import figure_in_words, number
from .findings import hanging
from .lines import Line, Span, clean, indent
from .wrapping import wrap

_EXTENTS = {"full": N_("the whole report"), "short": N_("a selection"), "draft": N_("a draft")}


def listing_lines(found: Iterable[Listed], width: int) -> list[Line]:
    """Return each brief with its edition, its result and its size, or with what is wrong with it; with its file where it is not shipped."""
    shipped = data_folder("briefs")
    lines: list[Line] = []
    listed = list(found)
    for item in listed:
        lines += [*([[]] if lines else []), *wrap([Span(clean(told(item.words)), "strong")], width)]
        said = _entry(item.entry) if item.entry else _fault(item.fault) if item.fault else []
        if item.other:
            said.append([Span(_("its name opens {path}").format(path=clean(told(item.other))), "dim")])
        elif item.opens and item.entry and os.path.dirname(item.path) != shipped and not restricted():
            said.append([Span(clean(item.path), "dim")])
        for line in said:
            lines += indent(hanging(line, width - 2), 2)
    if any(item.entry and item.entry.warned for item in listed):
        lines += [[], *hanging([Span("!", "remark"), Span(f" {sign_words()}", "dim")], width)]
    return lines or wrap([Span(_("There are no briefs here."))], width)


def _entry(entry: Entry) -> list[Line]:
    score = [Span(score_of(entry)), *sign_of(entry)]
    if entry.status:
        score += [Span(" - "), Span(clean(status_name(entry.status)), f"strong {entry.tone}".strip())]
    return [[Span(title_of(entry))], score, [Span(size_of(entry), "dim")]]


def _fault(fault: Fault) -> list[Line]:
    return [[Span(_("broken"), "error"), Span(f": {clean(fault.message)}")], [Span(place_of(fault), "dim")]]


def title_of(entry: Entry) -> str:
    """Return country and edition, as in `Kazakhstan, Freedom on the Net 2011`."""
    return f"{clean(country_name(entry.title))}, {clean(entry.index)} {entry.edition}"


def score_of(entry: Entry) -> str:
    """Return the total with its direction, as in `55 of 100 (0 is best)`, or that it is not known."""
    if entry.total is None:
        return _("total not known")
    return number(entry.total) if entry.total == "n/a" else figure_in_words(entry.total, entry.highest, entry.direction)


def sign_of(entry: Entry) -> Line:
    """Return the sign of a total that is not to be trusted without more; nothing for others."""
    return [Span(" !", "remark")] if entry.warned else []


def sign_words() -> str:
    """Return what that sign means."""
    return _("there is a remark on this total, or another source gives another one")


def size_of(entry: Entry) -> str:
    """Return how much of the report a brief holds, its language, and the number of findings and works."""
    findings = ngettext("{count} finding", "{count} findings", entry.findings).format(count=entry.findings)
    works = ngettext("{count} work", "{count} works", entry.works).format(count=entry.works)
    said = _("{extent}, in {language}: {findings}, {works}")
    return said.format(extent=_(_EXTENTS[entry.extent]), language=clean(language_after_in(entry.language)), findings=findings, works=works)


def place_of(fault: Fault) -> str:
    """Return where the first problem is, as editors and other tools understand it."""
    file = told(fault.file)
    return clean(f"{file}:{fault.line}:{fault.column}" if fault.line else file)
