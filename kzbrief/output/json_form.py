"""A brief as JSON. The shape is a promise, described in docs/json.md: keys are added, never renamed.

Dates are EDTF, `n/a` is what the report prints, null is what is not known; texts are plain, with the numbers of their sources in brackets.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import msgspec

from .. import __version__
from ..brief.briefing import Briefing
from ..brief.dates import Date
from ..brief.editions import later_editions, previous_edition, status_since, this_edition
from ..brief.index import Entry
from ..brief.library import told
from ..brief.method import Scale
from ..brief.model import Edition, Fact, Section, Unsettled
from ..brief.references import reference
from ..brief.text import Cite, Paragraph, parse, plain

if TYPE_CHECKING:
    from ..brief.checking import Checked

Table = dict[str, Any]

_RISKY = re.compile("[\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029]")
_OTHER = re.compile("[^\x00-\x7e]")


def json_text(table: Table | list[Table], *, ascii_only: bool = False) -> str:
    """Return a table as JSON text that no terminal takes for commands; `ascii_only` escapes every other character, too."""
    text = msgspec.json.format(msgspec.json.encode(table), indent=2).decode()
    return (_OTHER if ascii_only else _RISKY).sub(_escaped, text) + "\n"


def summary_table(briefing: Briefing) -> Table:
    """Return a whole brief."""
    brief, method, index = briefing.brief, briefing.method, briefing.index
    edition, previous, since = this_edition(brief), previous_edition(brief), status_since(brief)
    return {
        **head_table(briefing),
        "report": {**_value(brief.report), "reference": reference(brief.report, (), brief.brief.language)},
        "scale": scale_table(method.scale_of(edition.year)),
        "score": _edition(briefing, edition),
        "previous": _edition(briefing, previous) if previous else None,
        "later": [{**_edition(briefing, item), "scale": scale_table(method.scale_of(item.year))} for item in later_editions(brief)],
        "later_status": {"status": since.status, "since": since.year, "not_found": list(since.gaps)} if since else None,
        "facts": [fact_table(briefing, fact) for fact in brief.facts],
        "key_findings": [index.entry(key).address for key in brief.brief.key_findings],
        "sections": [_section(briefing, section) for section in brief.sections],
        **sources_table(briefing, None, head=False),
        "remarks": [_remark(briefing, remark) for remark in brief.remarks],
        "series": [_value(item) for item in brief.series],
        "events": [_value(item) for item in brief.events],
        "actors": [{**_value(item), "description": _plain(parse(item.description), briefing)} for item in brief.actors],
        "evidence": {
            "findings": index.evidence.findings,
            "uncited": index.evidence.uncited,
            "works": index.evidence.works,
            "outside": index.evidence.outside,
            "languages": dict(index.evidence.languages),
            "stances": dict(index.evidence.stances),
            "undated": index.evidence.undated,
            "notes": index.evidence.notes,
            "unsettled_notes": index.evidence.unsettled,
        },
    }


def section_table(briefing: Briefing, identifier: str) -> Table:
    """Return one section with the works that it cites."""
    section = next(section for section in briefing.brief.sections if section.id == identifier)
    table = _section(briefing, section)
    cited = {citation["key"] for finding in table["findings"] for citation in finding["citations"]}
    keys = [key for key in briefing.index.sources if key in cited]
    return {**head_table(briefing), "section": table, **sources_table(briefing, keys, head=False)}


def findings_table(briefing: Briefing, addresses: Sequence[str]) -> Table:
    """Return findings by their addresses with the works that they cite."""
    from .findings import by_section, keys_behind

    found = [_finding(briefing, entry) for __, entries in by_section(briefing, addresses) for entry in entries]
    return {
        **head_table(briefing),
        "findings_in_brief": len(briefing.index.entries),
        "findings": found,
        **sources_table(briefing, keys_behind(briefing, addresses), head=False),
    }


def sources_table(briefing: Briefing, keys: Sequence[str] | None = None, *, head: bool = True) -> Table:
    """Return works and unsettled references: all of them, or those of the keys."""
    index = briefing.index
    works: list[Table] = []
    unsettled: list[Table] = []
    for key in index.sources if keys is None else keys:
        work = index.work(key)
        table = {
            "key": key,
            "label": index.label(key),
            "outside": index.outside(key),
            "origin": index.origin(key),
            **_value(work),
            **({} if isinstance(work, Unsettled) else {"stance": index.stance(key)}),
            "reference": reference(work, index.candidates(key), briefing.brief.brief.language),
            "cited_in": list(dict.fromkeys(citation.address for citation in index.places(key))),
        }
        (unsettled if isinstance(work, Unsettled) else works).append(table)
    return {**(head_table(briefing) if head else {}), "sources": works, "unsettled": unsettled}


def listed_table(briefing: Briefing) -> Table:
    """Return what a list says of a brief, but for its name and its file."""
    edition = this_edition(briefing.brief)
    return {
        **_value(briefing.brief.brief),
        "method": briefing.method.id,
        "score": _edition(briefing, edition),
        "scale": scale_table(briefing.method.scale_of(edition.year)),
        "findings": briefing.index.evidence.findings,
        "works": briefing.index.evidence.works,
    }


def check_table(found: Sequence[Checked]) -> Table:
    """Return what `check` found: the files looked at, all problems in order, and how many there are of each severity."""
    from .problems import problem_table

    problems = [problem_table(_readable(checked.name), problem) for checked in found for problem in checked.problems]
    return {
        "kzbrief": __version__,
        "files": [told(_readable(checked.name)) for checked in found],
        "problems": problems,
        "counts": {
            "errors": sum(checked.count("error") for checked in found),
            "warnings": sum(checked.count("warning") for checked in found),
            "notes": sum(checked.notes for checked in found),
            "findings": sum(checked.findings for checked in found),
            "drafts": sum(checked.drafts for checked in found),
        },
    }


def head_table(briefing: Briefing) -> Table:
    """Return what stands first everywhere: the versions, the brief and its method."""
    heading: Table = _value(briefing.brief.brief)
    del heading["key_findings"]
    heading["method"] = briefing.method.id
    categories = [_value(category) for category in briefing.method.categories]
    method = {"id": briefing.method.id, "name": briefing.method.name, "publisher": briefing.method.publisher, "categories": categories}
    return {"kzbrief": __version__, "format": briefing.brief.format, "brief": heading, "method": method}


def fact_table(briefing: Briefing, fact: Fact) -> Table:
    """Return a row of the fact box with its remarks."""
    return {**_value(fact), "remarks": _remarks(briefing, f"fact:{fact.id}")}


def scale_table(scale: Scale) -> Table:
    """Return how a total is to be read."""
    bands = [{"status": band.status, "lowest": band.lowest, "highest": band.highest} for band in scale.bands]
    return {"lowest": scale.lowest, "highest": scale.highest, "direction": scale.direction, "bands": bands}


def _edition(briefing: Briefing, edition: Edition) -> Table:
    """Return an edition with a score for every category, null where it is not known."""
    table: Table = _value(edition)
    table["scores"] = {category.id: edition.scores.get(category.id) for category in briefing.method.categories} | edition.scores
    table["remarks"] = _remarks(briefing, f"edition:{edition.year}")
    return table


def _section(briefing: Briefing, section: Section) -> Table:
    return {
        "id": section.id,
        "title": section.title,
        "titles": dict(section.titles),
        "category": section.category,
        "findings": [_finding(briefing, entry) for entry in briefing.index.entries_of(section)],
    }


def _finding(briefing: Briefing, entry: Entry) -> Table:
    finding = entry.finding
    return {
        "address": entry.address,
        "id": finding.id,
        "topic": finding.topic,
        "headline": finding.headline,
        "headlines": dict(finding.headlines),
        "text": _plain(briefing.index.paragraphs(entry), briefing),
        "type": finding.type,
        "date": _value(finding.date),
        "as_of": _value(finding.as_of),
        "questions": list(finding.questions),
        "draft": finding.draft,
        "citations": [
            {"key": citation.key, "label": citation.label, "note": citation.note, "locator": citation.locator or None}
            for citation in briefing.index.citations_of(entry)
        ],
        "remarks": _remarks(briefing, f"finding:{finding.id}"),
    }


def _remarks(briefing: Briefing, ref: str) -> list[str]:
    return [_plain(parse(remark.text), briefing) for remark in briefing.index.remarks(ref)]


def _remark(briefing: Briefing, remark: Any) -> Table:
    return {"about": list(remark.about), "kind": remark.kind, "text": _plain(parse(remark.text), briefing)}


def _plain(paragraphs: tuple[Paragraph, ...], briefing: Briefing) -> str:
    from .prose import labels

    def label(cite: Cite) -> str:
        return labels([cite], briefing.index)[0]

    return plain(paragraphs, label)


def _value(value: Any) -> Any:
    """Return a table of the model in what JSON has: names as in Python, every key, null where nothing is known."""
    if isinstance(value, Date):
        return value.edtf
    if isinstance(value, list | tuple):
        return [_value(item) for item in value]
    if isinstance(value, dict):
        return {key: _value(item) for key, item in value.items()}
    fields = getattr(value, "__struct_fields__", None)
    return {field: _value(getattr(value, field)) for field in fields} if fields else value


def _readable(name: str) -> str:
    """Return the name of a file as text, whatever bytes it is made of."""
    return name.encode("utf-8", "backslashreplace").decode()


def _escaped(found: re.Match[str]) -> str:
    code = ord(found[0])
    if code < 0x10000:
        return f"\\u{code:04x}"
    code -= 0x10000
    return f"\\u{0xD800 + (code >> 10):04x}\\u{0xDC00 + (code & 0x3FF):04x}"
