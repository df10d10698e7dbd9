"""Runs of text as spans with tones, for everything that is printed."""

from __future__ import annotations

from collections.abc import Iterable

from ..brief.index import Entry, Index
from ..brief.text import Cite, Run, cites_of, parse, parse_cite
from ..i18n import _
from .lines import Line, Span, clean

_TONES = {"emphasis": "emphasis", "strong": "strong", "quotation": "quote", "link": "link"}


def spans(runs: Iterable[Run], index: Index, tone: str = "") -> list[Span]:
    """Return runs as spans; citations become numbers in brackets, and the address of a link follows its words."""
    found: list[Span] = []
    for run in runs:
        if run.kind == "citation":
            found.append(Span(bracket(labels(run.cites, index)), "cite"))
            continue
        found.append(Span(clean(run.text), f"{tone} {_TONES.get(run.kind, '')}".strip(), link=run.href))
        if run.href and run.href != run.text:
            # A blank after the address: terminals would take a bracket for a part of it.
            found.append(Span(f" ({clean(run.href)} )", tone))
    return found


def labels(cites: Iterable[Cite], index: Index) -> list[str]:
    """Return the numbers of citations with their locators, each once: two works of one note share its number."""
    return list(dict.fromkeys(_label(cite, index) for cite in cites))


def bracket(numbers: Iterable[str]) -> str:
    """Return the numbers of citations in brackets, as in `[15, 16]` or `[3, p. 4; 16]`; nothing where there are none."""
    found = list(numbers)
    return f"[{between(found).join(found)}]" if found else ""


def between(numbers: Iterable[str]) -> str:
    """Return what divides the numbers of citations in brackets: a semicolon where one of them has a comma in itself."""
    return "; " if any("," in number for number in numbers) else ", "


def linked(items: Iterable[str], index: Index) -> Line:
    """Return the numbers of citations of a list in brackets, each with the reference that opens its work; nothing for an empty list."""
    found = [(_label(cite, index), f"source:{index.canonical(cite.key)}") for cite in map(parse_cite, items)]
    divider = between(label for label, _ref in found)
    line: Line = []
    for place, (label, ref) in enumerate(found):
        line += [Span(divider if place else "[", "cite"), Span(label, "cite", ref)]
    return [*line, Span("]", "cite")] if line else []


def labels_of(entry: Entry, index: Index) -> list[str]:
    """Return the numbers of all that a finding cites, each once, in the order of reading."""
    return labels(cites(entry), index)


def cites(entry: Entry) -> list[Cite]:
    """Return what a finding cites: in its text, then in its list."""
    return [*cites_of(parse(entry.finding.text)), *map(parse_cite, entry.finding.cites)]


def remark_spans(text: str, index: Index) -> list[Span]:
    """Return a remark with its `!`; paragraphs run on. One on spelling or print alone says so first."""
    found = [Span("!", "remark"), Span(" ")]
    if index.is_misprint(text):
        found += [Span(misprint_label(), "dim"), Span(" ")]
    for place, paragraph in enumerate(parse(text)):
        found += [*([Span(" ")] if place else []), *spans(paragraph.runs, index)]
    return found


def misprint_label() -> str:
    """Return what stands before a remark on spelling or print alone, on which no figure, date or claim hangs."""
    return _("In print:")


def _label(cite: Cite, index: Index) -> str:
    note = index.note(cite)
    label = index.label(cite.key) if note is None else str(note)
    return f"{label}, {clean(cite.locator)}" if cite.locator else label
