"""The page of a section: its findings under their topics, with their sources in the margin, or at the foot of a narrow screen."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import TYPE_CHECKING

from msgspec import Struct, structs

from ...brief.text import Cite, parse
from ...i18n import _
from ...output.figures.questions import question_words
from ...output.glyphs import Glyphs
from ...output.lines import Line, Span, beside, clean, columns, indent, line_width, width_of
from ...output.origins import no_source
from ...output.prose import misprint_label
from ...output.wrapping import wrap
from ..page import Page
from . import words
from .build import PageBuilder
from .measure import LOW, Measure, measure

if TYPE_CHECKING:
    from ...brief.briefing import Briefing
    from ...brief.index import Citation, Entry
    from ...brief.model import Remark, Section

    Originals = dict[str, str] | None

FEET = 3
"""Most lines that sources take at the foot of a view."""
_SHORT = 16
"""Cells of the rule above them, short as on a printed page: a text may go on below it."""


class Block(Struct):
    """A finding laid out: text on the left, sidenotes on the right."""

    text: list[Line]
    notes: list[Line]
    foot: list[Line]
    links: dict[str, str]
    """For the reference of a citation, that of its sidenote."""


def section(
    briefing: Briefing,
    ident: str,
    width: int,
    height: int,
    glyphs: Glyphs,
    lines: int | None = None,
    originals: Originals = None,
    marked: Collection[str] = (),
) -> Page:
    """Return the page of the section with that id; where a number of lines is given, no more of it than that for now.

    `originals` are the report's own words for findings, by their ids, where they are to be shown; `marked` are addresses of findings.
    """
    part = next(item for item in briefing.brief.sections if item.id == ident)
    columns_ = measure(width)
    builder = PageBuilder(width)
    builder.append(heading(briefing, part, columns_))
    page = builder.finish(columns_.start, columns_.end, findings(builder, briefing, part, height, glyphs, originals, marked))
    page.grow(lines)
    if not columns_.list_width:
        return page
    side, first = _topics(briefing, part, columns_)
    return structs.replace(page, side=side, side_marks=first)


def findings(
    page: PageBuilder,
    briefing: Briefing,
    part: Section,
    height: int,
    glyphs: Glyphs,
    originals: Originals = None,
    marked: Collection[str] = (),
) -> Iterator[None]:
    """Append the findings of a section to a page, one at a step."""
    columns_ = measure(page.width)
    with_feet = height >= LOW and not columns_.notes
    topic = None
    before: Entry | None = None
    for place, entry in enumerate(briefing.index.entries_of(part)):
        if place:
            page.blank()
        if entry.finding.topic and entry.finding.topic != topic:
            topic = entry.finding.topic
            page.append(_topic(topic, columns_, glyphs))
        if scored := question_words(briefing, entry, before):
            page.append(indent(wrap([Span(scored, "dim")], columns_.width), columns_.start))
        before = entry
        block = _block(briefing, entry, columns_, (originals or {}).get(entry.finding.id, ""), entry.address in marked)
        rows = indent(block.text, columns_.start)
        if block.notes:
            rows = columns(rows, block.notes, columns_.notes, 0)
        foot = indent([[Span(glyphs.rule * _SHORT, "rule")], *block.foot], columns_.start) if with_feet and block.foot else []
        page.block(f"finding:{entry.address}", rows, columns_.mark, ("cite:", "actor:"), foot, block.links)
        yield


def remark_lines(remarks: Iterable[Remark], briefing: Briefing, width: int, about: str = "") -> list[Line]:
    """Return remarks with their `!`, each wrapped under its own first letter; `about` says first what they are about."""
    lines: list[Line] = []
    for remark in remarks:
        runs = [run for paragraph in parse(remark.text) for run in paragraph.runs]
        said = words.spans(runs, lambda cite: source_target(briefing, cite))
        label = [Span(misprint_label(), "dim"), Span(" ")] if remark.kind == "misprint" else []
        rows = wrap([Span(f"{about}: " if about else "", "strong"), *label, *said], width - 2)
        for number, row in enumerate(words.softened(rows)):
            lines.append([Span("! ", "remark"), *row] if number == 0 else [Span("  "), *row])
    return lines


def source_target(briefing: Briefing, cite: Cite) -> tuple[str, str]:
    """Return label and reference of a citation that does not stand in a finding."""
    label = str(cite.note) if cite.note is not None else briefing.index.label(cite.key)
    return (f"{label}, {clean(cite.locator)}" if cite.locator else label), f"source:{briefing.index.canonical(cite.key)}"


def score_words(briefing: Briefing, part: Section) -> str:
    """Return the score of a section with its direction, as in `16 of 25 (0 is best)`; nothing where there is none."""
    brief, method = briefing.brief, briefing.method
    category = method.category(part.category) if part.category else None
    edition = next((item for item in brief.editions if item.role == "this"), None)
    if not category:
        return ""
    score = edition.scores.get(category.id) if edition else None
    if score is None:
        return _("score not known")
    if score == "n/a":
        return _("n/a")
    zero = method.scale_of(brief.brief.edition).direction == "0-best"
    best = _("{points} is best").format(points=0 if zero else category.maximum)
    return _("{score} of {maximum} ({best})").format(score=score, maximum=category.maximum, best=best)


def heading(briefing: Briefing, part: Section, columns_: Measure) -> list[Line]:
    """Return the lines above the findings of a section: its title and its score."""
    title, score = clean(part.title), score_words(briefing, part)
    space = columns_.width
    if width_of(title) + width_of(score) + 2 <= space:
        rows = [beside([Span(title, "strong")], [Span(score)] if score else [], space)]
    else:
        rows = [*wrap([Span(title, "strong")], space), *wrap([Span(score)], space)]
    return [*indent(rows, columns_.start), []]


def _topic(topic: str, columns_: Measure, glyphs: Glyphs) -> list[Line]:
    rows = wrap([Span(clean(topic), "strong")], columns_.width)
    rest = columns_.width - line_width(rows[-1]) - 1
    rule = [Span(" "), Span(glyphs.rule * rest, "rule")] if rest > 1 else []
    return indent([*rows[:-1], [*rows[-1], *rule]], columns_.start)


def _above(briefing: Briefing, entry: Entry) -> list[Remark]:
    """Return the remarks at the finding before this one in its section: they need not be said twice in a row."""
    before = briefing.index.entries[entry.position - 2] if entry.position > 1 else None
    return briefing.index.remarks(f"finding:{before.finding.id}") if before and before.section is entry.section else []


def _block(briefing: Briefing, entry: Entry, columns_: Measure, original: str, marked: bool) -> Block:
    index = briefing.index
    citations = index.citations_of(entry)
    following = iter(citations)

    def target(cite: Cite) -> tuple[str, str]:
        citation = next(following)
        return (f"{citation.label}, {clean(cite.locator)}" if cite.locator else citation.label), f"cite:{citation.number}"

    text = wrap(_headline(entry, marked), columns_.width)
    if original:
        said = [Span(_("In the report:") + " ", "dim"), Span(clean(original), "dim")]
        text += indent(wrap(said, columns_.width - 2), 2)
    text += words.paragraphs(index.paragraphs(entry), target, columns_.width, set())
    rest = list(following)
    if rest:
        cited: list[Span] = []
        for citation in rest:
            cited.append(Span(f"[{citation.label}]", "cite", f"cite:{citation.number}"))
            cited.append(Span(" "))
        text += wrap([Span(_("Cited for all of this:") + " ", "dim"), *cited], columns_.width)
    remarks, above = index.remarks(f"finding:{entry.finding.id}"), _above(briefing, entry)
    text += remark_lines([remark for remark in remarks if remark not in above], briefing, columns_.width)
    if any(remark in above for remark in remarks):
        text += wrap([Span("! ", "remark"), Span(_("what is remarked above holds here too"), "dim")], columns_.width)
    if not citations:
        missing = _("-- still to be written") if entry.finding.draft else f"-- {no_source(index)}"
        if not columns_.notes:
            text += wrap([Span(missing, "dim")], columns_.width)
        rows = [[Span(" " * 2), *row] for row in wrap([Span(missing, "dim")], columns_.notes_width)] if columns_.notes else []
        return Block(text, rows, [], {})
    notes, links = _notes(briefing, citations, columns_)
    if columns_.notes:
        return Block(text, notes, [], links)
    return Block(text, [], _foot(briefing, citations, columns_), {})


def _headline(entry: Entry, marked: bool) -> list[Span]:
    """Return the headline of a finding, with a word on it where it is still to be written, and where it is marked."""
    said = clean(entry.finding.headline)
    mark = [Span(" " + _("(marked)"), "dim")] if marked else []
    if not said:
        return [Span(_("(headline to write)"), "strong"), *mark]
    return [Span(said, "strong"), *([Span(" " + _("(draft)"), "dim")] if entry.finding.draft else []), *mark]


def _different(citations: Iterable[Citation]) -> dict[tuple[str, str], list[Citation]]:
    """The citations by the work and the note that they point to, in the order of reading."""
    groups: dict[tuple[str, str], list[Citation]] = {}
    for citation in citations:
        groups.setdefault((citation.key, citation.label), []).append(citation)
    return groups


def _notes(briefing: Briefing, citations: Iterable[Citation], columns_: Measure) -> tuple[list[Line], dict[str, str]]:
    """Return sidenotes, each with its mark's place before it, and which one belongs to which citation."""
    lines: list[Line] = []
    links: dict[str, str] = {}
    for (key, label), group in _different(citations).items():
        ref = f"note:{group[0].number}"
        links.update({f"cite:{citation.number}": ref for citation in group})
        by = width_of(label) + 1
        for number, row in enumerate(wrap([Span(clean(briefing.index.sidenote(key)), "dim", ref)], columns_.notes_width - by)):
            head = [Span("  ", "", ref), Span(label + " ", "dim", ref)] if number == 0 else [Span(" " * (2 + by))]
            lines.append([*head, *row])
    return lines, links


def _foot(briefing: Briefing, citations: Iterable[Citation], columns_: Measure) -> list[Line]:
    """Return the lines for the foot of the view: as many sources as go in, and how many are left."""
    lines: list[Line] = []
    groups = list(_different(citations).items())
    for done, ((key, label), group) in enumerate(groups):
        ref = f"note:{group[0].number}"
        by = width_of(label) + 1
        rows = wrap([Span(clean(briefing.index.sidenote(key)), "dim", ref)], columns_.width - by)
        block = [[Span(label + " ", "dim", ref), *row] if number == 0 else [Span(" " * by), *row] for number, row in enumerate(rows)]
        left = len(groups) - done
        if len(lines) + len(block) > FEET - (1 if left > 1 and len(lines) + len(block) >= FEET else 0) and lines:
            more = _("and {count} more, Tab to reach them").format(count=left)
            return [*lines[: FEET - 1], [Span(more, "dim")]]
        lines.extend(block[:FEET])
    return lines


def _topics(briefing: Briefing, part: Section, columns_: Measure) -> tuple[list[Line], list[int]]:
    """Return the list of topics that stays at the left of a wide screen, and for each finding the line on which its topic starts.

    A click on a topic goes to its first finding.
    """
    rows: list[Line] = [[Span(_("Topics"), "dim")], []]
    starts: dict[str, int] = {}
    marks: list[int] = []
    topic = None
    for entry in briefing.index.entries_of(part):
        topic = entry.finding.topic or topic
        if topic and topic not in starts:
            starts[topic] = len(rows)
            wrapped = wrap([Span(clean(topic), "dim", f"finding:{entry.address}")], columns_.list_width - 2)
            rows += [wrapped[0], *indent(wrapped[1:], 2)]
        marks.append(starts[topic] if topic else -1)
    return indent(rows, columns_.list_start), marks
