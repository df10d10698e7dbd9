"""Findings in full, as lines: headline, text with the numbers of its sources, remarks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..brief.briefing import Briefing
from ..brief.index import Entry, Index
from ..brief.model import Section
from ..brief.text import parse_cite
from ..i18n import _
from .figures.questions import question_words
from .figures.words import direction, part_in_words
from .glyphs import Glyphs
from .lines import Line, Span, beside, clean, indent, line_width, width_of
from .origins import no_source
from .prose import bracket, cites, labels, labels_of, remark_spans, spans
from .wrapping import wrap


def finding_lines(briefing: Briefing, entry: Entry, width: int, seen: set[str]) -> list[Line]:
    """Return a finding in full: its headline, its text below, then its remarks; what has no source says so.

    Of a remark in `seen`, which has been printed before, only the first words are repeated.
    """
    index, finding = briefing.index, entry.finding
    lines = wrap([Span(clean(headline(entry)), "strong")], width)
    paragraphs = index.paragraphs(entry)
    for place, paragraph in enumerate(paragraphs):
        if place:
            lines.append([])
        said = spans(paragraph.runs, index)
        if place == len(paragraphs) - 1 and finding.cites:
            said += [Span(" "), Span(bracket(labels(map(parse_cite, finding.cites), index)), "cite")]
        lines += indent(wrap(said, width - 2), 2) if paragraph.quotation else wrap(said, width)
    if finding.draft:
        lines += wrap([Span(_("-- still to be written"), "dim")], width)
    elif not cites(entry):
        lines += wrap([Span(f"-- {no_source(index)}", "dim")], width)
    return lines + remark_lines(briefing, (remark.text for remark in index.remarks(f"finding:{finding.id}")), width, seen)


def remark_lines(briefing: Briefing, texts: Iterable[str], width: int, seen: set[str]) -> list[Line]:
    """Return remarks; of those in `seen`, to which the others are added, only the first words."""
    lines: list[Line] = []
    for text in texts:
        rows = hanging(remark_spans(text, briefing.index), width)
        if text in seen and len(rows) > 1:
            said = [Span("!", "remark"), Span(" " + _("As above:") + " ", "dim"), *remark_spans(text, briefing.index)[2:], Span(" ...")]
            rows = hanging(said, width)
            if len(rows) > 1:
                rows = [[*hanging(said, width - 4)[0], Span(" ...")]]
        seen.add(text)
        lines += rows
    return lines


def headline(entry: Entry) -> str:
    """Return the headline of a finding; a draft without one is named by its address."""
    return entry.finding.headline or entry.address


def is_without_source(entry: Entry, index: Index) -> bool:
    """Return whether a finding is written and the report gives no source for it; one still to be written says that instead."""
    return not entry.finding.draft and index.is_uncited(entry)


def signs_of(briefing: Briefing, entry: Entry) -> list[Span]:
    """Return what stands behind a headline: the numbers of the sources or `--`, and `!` for a remark, each after a blank."""
    index = briefing.index
    found: list[Span] = []
    if numbers := bracket(labels_of(entry, index)):
        found += [Span(" "), Span(numbers, "cite")]
    elif entry.finding.draft:
        found.append(Span(" " + _("(draft)"), "dim"))
    else:
        found += [Span(" "), Span("--", "dim")]
    if index.warned(f"finding:{entry.finding.id}"):
        found += [Span(" "), Span("!", "remark")]
    return found


def section_lines(briefing: Briefing, section: Section, width: int, glyphs: Glyphs, seen: set[str]) -> list[Line]:
    """Return a section in full: its title with its score, its topics, its findings; `seen` as in `finding_lines`."""
    lines = [*section_head(briefing, section, width), [Span(glyphs.double * width, "rule")]]
    topic: str | None = None
    before: Entry | None = None
    for place, entry in enumerate(entries_of(briefing, section)):
        lines += [[]] if place else []
        if entry.finding.topic != topic:
            topic = entry.finding.topic
            lines += topic_lines(topic, width, glyphs) if topic else []
        if scored := question_words(briefing, entry, before):
            lines += wrap([Span(scored, "dim")], width)
        before = entry
        lines += finding_lines(briefing, entry, width, seen)
    return lines


def headline_lines(briefing: Briefing, section: Section, width: int) -> list[Line]:
    """Return a section as its title with its score and the headlines of its findings by topic."""
    lines = section_head(briefing, section, width)
    topic: str | None = None
    for entry in entries_of(briefing, section):
        if entry.finding.topic != topic:
            topic = entry.finding.topic
            lines += indent(wrap([Span(clean(topic), "dim")], width - 2), 2) if topic else []
        sign = [Span("!" if briefing.index.warned(f"finding:{entry.finding.id}") else " ", "remark")]
        draft = [Span(" " + _("(draft)"), "dim")] if entry.finding.draft else []
        said = wrap([Span(clean(headline(entry))), *draft], width - 6)
        lines += [[Span("  "), *sign, Span(" "), *said[0]], *indent(said[1:], 6)]
    return lines


def entries_of(briefing: Briefing, section: Section) -> tuple[Entry, ...]:
    """Return the findings of a section."""
    return briefing.index.entries_of(section)


def by_section(briefing: Briefing, addresses: Iterable[str]) -> list[tuple[Section, list[Entry]]]:
    """Return sections with those of their findings that have the addresses, in the order of the report; unknown ones are passed over."""
    wanted = set(addresses)
    found = []
    for section in briefing.brief.sections:
        entries = [entry for entry in entries_of(briefing, section) if entry.address in wanted]
        found += [(section, entries)] if entries else []
    return found


def keys_behind(briefing: Briefing, addresses: Iterable[str]) -> list[str]:
    """Return the keys of the works that findings cite, in the order of the list of works.

    With an unsettled reference come the works that it may mean, since it is none itself.
    """
    index = briefing.index
    cited = {citation.key for __, entries in by_section(briefing, addresses) for entry in entries for citation in index.citations_of(entry)}
    cited.update(key for name in tuple(cited) for key in _candidates(briefing, name))
    return [key for key in index.sources if key in cited]


def _candidates(briefing: Briefing, key: str) -> list[str]:
    unsettled = briefing.brief.unsettled.get(key)
    return list(unsettled.candidates) if unsettled else []


def section_head(briefing: Briefing, section: Section, width: int) -> list[Line]:
    """Return the title of a section, with its score and its direction where it has one."""
    title = [Span(clean(section.title), "strong")]
    category = briefing.method.category(section.category or "")
    if category is None:
        return wrap(title, width)
    from ..brief.editions import this_edition

    score = this_edition(briefing.brief).scores.get(category.id)
    said = part_in_words(score, category)
    if isinstance(score, int | float):
        way = briefing.method.scale_of(briefing.brief.brief.edition).direction
        best = direction(way) if way == "0-best" else _("{maximum} is best").format(maximum=category.maximum)
        said = f"{said} ({best})"
    if line_width(title) + width_of(said) + 2 <= width:
        return [beside(title, [Span(said, "strong")], width)]
    return [*wrap(title, width), *wrap([Span(said, "strong")], width)]


def topic_lines(topic: str, width: int, glyphs: Glyphs) -> list[Line]:
    """Return a topic with a rule behind its end."""
    lines = wrap([Span(clean(topic), "dim")], width)
    rest = width - line_width(lines[-1]) - 1
    return [*lines[:-1], [*lines[-1], Span(" " + glyphs.rule * rest, "rule")]] if rest > 2 else lines


def hanging(said: Sequence[Span], width: int, by: int = 2) -> list[Line]:
    """Return spans wrapped so that all lines but the first are indented."""
    lines = wrap(said, max(1, width - by))
    return [*lines[:1], *indent(lines[1:], by)]
