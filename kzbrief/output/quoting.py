"""What can be taken along as plain text: a finding with its sources, a section, a reference, an address."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from ..brief.address import of_finding
from ..brief.briefing import Briefing
from ..brief.editions import status_since, this_edition
from ..brief.text import Cite, parse, plain, plain_runs
from ..brief.work import Source
from ..i18n import _
from .figures.words import total_in_words
from .findings import by_section, headline, section_head
from .lines import clean
from .lines import plain as plain_line
from .origins import collected, no_source
from .prose import misprint_label
from .wording import edition_title, extract_words

_WIDE = 1000
"""Cells in which every heading is one line."""


def finding(briefing: Briefing, name: str) -> str:
    """Return a finding as plain text: what it says with its sources, whose words these are, the edition with its total, its address."""
    return "\n\n".join((*_said(briefing, name), *_standing(briefing, [name])))


def findings(briefing: Briefing, names: Collection[str]) -> str:
    """Return findings as plain text in the order of the report, one after the other, and once what holds for all of them: an extract."""
    return f"{extract_words(briefing, names)}\n\n{_together(briefing, names)}"


def _together(briefing: Briefing, names: Collection[str]) -> str:
    entries = [entry for __, found in by_section(briefing, names) for entry in found]
    said = [part for entry in entries for part in (*_said(briefing, entry.address), of_finding(briefing, entry.address))]
    return "\n\n".join((*said, *_standing(briefing, [])))


def section(briefing: Briefing, ident: str) -> str:
    """Return a section of the report as plain text, with all its findings."""
    part = next(item for item in briefing.brief.sections if item.id == ident)
    head = " ".join(plain_line(line).strip() for line in section_head(briefing, part, _WIDE))
    names = [entry.address for entry in briefing.index.entries_of(part)]
    return f"{clean_lines(' '.join(head.split()))}\n\n{_together(briefing, names)}"


def _said(briefing: Briefing, name: str) -> list[str]:
    """Return headline, text with note numbers, references and remarks of a finding."""
    index = briefing.index
    entry = index.entry(name)
    labels = iter(index.citations_of(entry))

    def label(cite: Cite) -> str:
        citation = next(labels)
        return f"{citation.label}, {cite.locator}" if cite.locator else citation.label

    parts = [headline(entry), plain(index.paragraphs(entry), label)]
    none = _("-- still to be written") if entry.finding.draft else f"-- {no_source(index)}"
    seen: dict[tuple[str, str], str] = {}
    for citation in index.citations_of(entry):
        seen.setdefault((citation.key, citation.label), reference(briefing, citation.key))
    parts.append("\n".join(f"[{number}] {text}" for (_key, number), text in seen.items()) or none)
    parts.append("\n".join(remarks_on(briefing, f"finding:{entry.finding.id}")))
    return [clean_lines(part) for part in parts if part]


def _standing(briefing: Briefing, names: Sequence[str]) -> list[str]:
    """Return whose words these are and after what, the edition with its total and its direction, the address of one finding."""
    heading, edition = briefing.brief.brief, this_edition(briefing.brief)
    scale = briefing.method.scale_of(edition.year)
    sections = [briefing.index.entry(name).section.title for name in names]
    said = _after_what(briefing, sections)
    report = briefing.brief.report
    where = str(report.collection or heading.edition)
    if published := ", ".join(filter(None, (report.publisher, report.date.words() if report.date else ""))):
        where = f"{where} ({published})"
    lines = [said.format(title=heading.title, edition=where, section="".join(sections)), *([report.url] if report.url else [])]
    status = f", {edition.status}" if edition.status and edition.status != "n/a" else ""
    since = status_since(briefing.brief)
    later = _(" ({status} from {year}, as later editions have it)").format(status=since.status, year=since.year) if since else ""
    lines.append(f"{edition_title(briefing)}: {total_in_words(edition.total, scale)}{status}{later}")
    lines += remarks_on(briefing, f"edition:{edition.year}")
    return [clean_lines("\n".join([*lines, *(of_finding(briefing, briefing.index.entry(name).address) for name in names)]))]


def _after_what(briefing: Briefing, sections: Sequence[str]) -> str:
    """Return the form that says whose words these are: after the report, or after works that were collected on its subject."""
    if collected(briefing.index):
        if sections:
            return _("In words of kzbrief, after the works that stand above. The brief is about: {title}, {edition}, “{section}”")
        return _("In words of kzbrief, after the works that stand above. The brief is about: {title}, {edition}")
    if sections:
        return _("In words of kzbrief, after: {title}, {edition}, “{section}”")
    return _("In words of kzbrief, after: {title}, {edition}")


def remarks_on(briefing: Briefing, ref: str) -> list[str]:
    """Return the remarks about something as plain text, each with its sign in a line of its own."""
    index = briefing.index
    signs = ((f"! {misprint_label()} " if remark.kind == "misprint" else "! ", remark) for remark in index.remarks(ref))
    return [clean_lines(sign + plain(parse(remark.text), index.cite_label)) for sign, remark in signs]


def reference(briefing: Briefing, key: str) -> str:
    """Return the full reference to a work as plain text."""
    return clean(plain_runs(briefing.index.full(key)))


def address(briefing: Briefing, key: str) -> str:
    """Return the address of a work, or nothing; of an unsettled reference that of the first work that has one."""
    works = briefing.index.candidates(key) or (briefing.index.work(key),)
    return next((work.url for work in works if isinstance(work, Source) and work.url), "")


def clean_lines(text: str) -> str:
    """Return the text with control characters shown, but for line breaks."""
    return "\n".join(clean(line) for line in text.split("\n"))
