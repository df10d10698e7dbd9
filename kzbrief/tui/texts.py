"""The texts that can be taken along: a finding with its sources, a reference, an address."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from ..brief.address import of_finding
from ..brief.briefing import Briefing
from ..brief.editions import this_edition
from ..brief.text import Cite, parse, plain, plain_runs
from ..brief.work import Source
from ..i18n import _
from ..output.figures.words import total_in_words
from ..output.findings import by_section, headline, section_head
from ..output.lines import clean
from ..output.lines import plain as plain_line
from ..output.prose import misprint_label
from ..output.wording import edition_title
from .cursor import Cursor
from .marks import cut

_WIDE = 1000
"""Cells in which every heading is one line."""


def finding(briefing: Briefing, name: str) -> str:
    """Return a finding as plain text: what it says with its sources, whose words these are, the edition with its total, its address."""
    return "\n\n".join((*_said(briefing, name), *_standing(briefing, [name])))


def findings(briefing: Briefing, names: Collection[str]) -> str:
    """Return findings as plain text in the order of the report, one after the other, and once what holds for all of them."""
    entries = [entry for __, found in by_section(briefing, names) for entry in found]
    said = [part for entry in entries for part in (*_said(briefing, entry.address), of_finding(briefing, entry.address))]
    return "\n\n".join((*said, *_standing(briefing, [])))


def section(briefing: Briefing, ident: str) -> str:
    """Return a section of the report as plain text, with all its findings."""
    part = next(item for item in briefing.brief.sections if item.id == ident)
    head = " ".join(plain_line(line).strip() for line in section_head(briefing, part, _WIDE))
    names = [entry.address for entry in briefing.index.entries_of(part)]
    return f"{clean_lines(' '.join(head.split()))}\n\n{findings(briefing, names)}"


def _said(briefing: Briefing, name: str) -> list[str]:
    """Return headline, text with note numbers, references and remarks of a finding."""
    index = briefing.index
    entry = index.entry(name)
    labels = iter(index.citations_of(entry))

    def label(cite: Cite) -> str:
        citation = next(labels)
        return f"{citation.label}, {cite.locator}" if cite.locator else citation.label

    parts = [headline(entry), plain(index.paragraphs(entry), label)]
    none = _("-- still to be written") if entry.finding.draft else _("-- no source in the report")
    seen: dict[tuple[str, str], str] = {}
    for citation in index.citations_of(entry):
        seen.setdefault((citation.key, citation.label), reference(briefing, citation.key))
    parts.append("\n".join(f"[{number}] {text}" for (_key, number), text in seen.items()) or none)
    remarks = index.remarks(f"finding:{entry.finding.id}")
    signs = (f"! {misprint_label()} " if remark.kind == "misprint" else "! " for remark in remarks)
    parts.append("\n".join(sign + plain(parse(remark.text), index.cite_label) for sign, remark in zip(signs, remarks, strict=True)))
    return [clean_lines(part) for part in parts if part]


def _standing(briefing: Briefing, names: Sequence[str]) -> list[str]:
    """Return whose words these are and after what, the edition with its total and its direction, the address of one finding."""
    heading, edition = briefing.brief.brief, this_edition(briefing.brief)
    scale = briefing.method.scale_of(edition.year)
    sections = [briefing.index.entry(name).section.title for name in names]
    said = (
        _("In words of kzbrief, after: {title}, {edition}, “{section}”")
        if sections
        else _("In words of kzbrief, after: {title}, {edition}")
    )
    report = briefing.brief.report
    where = str(report.collection or heading.edition)
    if published := ", ".join(filter(None, (report.publisher, report.date.words() if report.date else ""))):
        where = f"{where} ({published})"
    lines = [said.format(title=heading.title, edition=where, section="".join(sections)), *([report.url] if report.url else [])]
    status = f", {edition.status}" if edition.status and edition.status != "n/a" else ""
    lines.append(f"{edition_title(briefing)}: {total_in_words(edition.total, scale)}{status}")
    return [clean_lines("\n".join([*lines, *(of_finding(briefing, briefing.index.entry(name).address) for name in names)]))]


def reference(briefing: Briefing, key: str) -> str:
    """Return the full reference to a work as plain text."""
    return clean(plain_runs(briefing.index.full(key)))


def address(briefing: Briefing, key: str) -> str:
    """Return the address of a work, or nothing; of an unsettled reference that of the first work that has one."""
    works = briefing.index.candidates(key) or (briefing.index.work(key),)
    return next((work.url for work in works if isinstance(work, Source) and work.url), "")


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


def clean_lines(text: str) -> str:
    """Return the text with control characters shown, but for line breaks."""
    return "\n".join(clean(line) for line in text.split("\n"))
