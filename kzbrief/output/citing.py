"""How to cite the report that a brief is made from, and the brief itself."""

from __future__ import annotations

from .. import __version__
from ..brief.briefing import Briefing
from ..brief.names import full_names
from ..brief.references import full
from ..i18n import _, ngettext
from .lines import Span, clean
from .origins import collected
from .prose import spans


def cite_report(briefing: Briefing) -> list[Span]:
    """Return the full reference to the report."""
    return spans(full(briefing.brief.report, (), briefing.brief.brief.language), briefing.index)


def cite_brief(briefing: Briefing) -> list[Span]:
    """Return the full reference to the brief, made from the report by others than its authors."""
    heading = briefing.brief.brief
    parts = []
    if heading.authors:
        parts.append(clean(full_names(heading.authors)))
    parts.append(_("brief {id} on this report").format(id=heading.id))
    if heading.extent == "short":
        parts.append(_selection(briefing))
    parts.append(_whose_words(briefing))
    if heading.revised:
        parts.append(_("revised {date}").format(date=heading.revised.words()))
    return [Span(", ".join([*parts, f"kzbrief {__version__}."]))]


def _selection(briefing: Briefing) -> str:
    """Return what a short brief is, so that nobody takes its works for those that the report cites."""
    if not collected(briefing.index):
        return _("a selection, not the whole report")
    count = briefing.index.evidence.works
    return ngettext("a selection collected from {count} work", "a selection collected from {count} works", count).format(count=count)


def _whose_words(briefing: Briefing) -> str:
    """Return whose the words are, so that nobody quotes them as the report's."""
    publisher = briefing.brief.report.publisher
    return _("in its own words, not those of {publisher}").format(publisher=clean(publisher)) if publisher else _("in its own words")
