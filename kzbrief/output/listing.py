"""The list of the briefs that can be opened by name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ..brief.briefing import Briefing
from ..brief.editions import this_edition
from ..i18n import _, ngettext
from .figures.words import tone_of, total_in_words
from .findings import hanging
from .lines import Line, Span, clean, indent
from .wrapping import wrap


class Listed(NamedTuple):
    """A brief of the list."""

    name: str
    """Name by which it is opened."""
    path: str
    """Its file."""
    briefing: Briefing
    """The brief."""


def listing_lines(found: Sequence[Listed], width: int) -> list[Line]:
    """Return each brief with its edition, its result and its size."""
    lines: list[Line] = []
    for item in found:
        lines += [*([[]] if lines else []), *wrap([Span(clean(item.name), "strong")], width)]
        lines += indent(hanging([Span(title_of(item.briefing))], width - 2), 2)
        edition = this_edition(item.briefing.brief)
        scale = item.briefing.method.scale_of(edition.year)
        said = [Span(total_in_words(edition.total, scale) if edition.total is not None else _("total not known"))]
        if edition.status:
            said += [Span(" - "), Span(clean(edition.status), f"strong {tone_of(edition.status, scale)}".strip())]
        lines += indent(hanging(said, width - 2), 2)
        lines += indent(hanging([Span(size_of(item.briefing), "dim")], width - 2), 2)
    return lines or wrap([Span(_("There are no briefs here."))], width)


def title_of(briefing: Briefing) -> str:
    """Return country and edition, as in `Kazakhstan, Freedom on the Net 2011`."""
    heading = briefing.brief.brief
    return f"{clean(heading.title)}, {clean(briefing.method.name)} {heading.edition}"


def size_of(briefing: Briefing) -> str:
    """Return the number of findings and works, and how much of the report a brief holds."""
    counts = briefing.index.evidence
    findings = ngettext("{count} finding", "{count} findings", counts.findings).format(count=counts.findings)
    works = ngettext("{count} work", "{count} works", counts.works).format(count=counts.works)
    extent = {"full": _("the whole report"), "short": _("a selection"), "draft": _("a draft")}[briefing.brief.brief.extent]
    return f"{extent}: {findings}, {works}"
