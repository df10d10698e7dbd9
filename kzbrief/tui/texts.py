"""The texts that can be taken along: a finding with its sources, a reference, an address."""

from __future__ import annotations

from ..brief.briefing import Briefing
from ..brief.text import Cite, parse, plain, plain_runs
from ..brief.work import Source
from ..i18n import _
from ..output.lines import clean
from ..output.lines import plain as plain_line
from ..output.prose import misprint_label
from .cursor import Cursor


def finding(briefing: Briefing, name: str) -> str:
    """Return a finding as plain text: headline, text with note numbers, references, remarks, and whose words these are."""
    index = briefing.index
    entry = index.entry(name)
    labels = iter(index.citations_of(entry))

    def label(cite: Cite) -> str:
        citation = next(labels)
        return f"{citation.label}, {cite.locator}" if cite.locator else citation.label

    parts = [entry.finding.headline, plain(index.paragraphs(entry), label)]
    seen: dict[tuple[str, str], str] = {}
    for citation in index.citations_of(entry):
        seen.setdefault((citation.key, citation.label), reference(briefing, citation.key))
    parts.append("\n".join(f"[{number}] {text}" for (_key, number), text in seen.items()) or _("-- no source in the report"))
    remarks = index.remarks(f"finding:{entry.finding.id}")
    signs = (f"! {misprint_label()} " if remark.kind == "misprint" else "! " for remark in remarks)
    parts.append("\n".join(sign + plain(parse(remark.text), index.cite_label) for sign, remark in zip(signs, remarks, strict=True)))
    heading = briefing.brief.brief
    parts.append(
        _("In words of kzbrief, after: {title}, {edition}, “{section}”").format(
            title=heading.title, edition=briefing.brief.report.collection or heading.edition, section=entry.section.title
        )
    )
    return "\n\n".join(clean_lines(part) for part in parts if part)


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
    lines = cursor.page.lines[cursor.current.top : cursor.current.bottom]
    return "\n".join(plain_line(line).strip() for line in lines), _("lines")


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
