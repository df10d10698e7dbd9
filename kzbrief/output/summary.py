"""The summary of a brief as lines: score, parts, fact box, key findings, headlines, what they rest on, how to cite them."""

from __future__ import annotations

from collections.abc import Sequence

from .. import DEFAULT_BRIEF
from ..brief.address import of_finding
from ..brief.briefing import Briefing
from ..brief.editions import previous_edition, status_since, this_edition
from ..brief.model import Edition
from ..i18n import _
from .figures.bars import bar_lines, bar_note
from .figures.editions import edition_lines, edition_sentence
from .figures.factbox import box_title, fact_lines
from .figures.scale import scale_lines
from .figures.words import since_in_words, tone_of, total_in_words
from .findings import (
    by_section,
    entries_of,
    finding_lines,
    hanging,
    headline,
    headline_lines,
    is_without_source,
    keys_behind,
    section_head,
    section_lines,
    signs_of,
)
from .glyphs import Glyphs
from .lines import Line, Span, beside, clean, columns, indent, line_width, width_of
from .origins import collected, no_source
from .prose import labels_of, remark_spans
from .wording import band_words, disputed, edition_title, evidence, extent_words, parts, previous_words, remarked_figures
from .wrapping import wrap

MEASURE = 100
"""Widest lines in cells; text is narrower still, since long lines are hard to read."""
TEXT = 80
"""Widest lines of text in cells."""
_PAIRED = 76
"""Width from which parts and facts stand side by side: a bar has a cell for each of at most 40 points."""


def summary_lines(briefing: Briefing, width: int, glyphs: Glyphs, *, full: bool = False) -> list[Line]:
    """Return the summary for a width in cells; `full` gives all findings, events, figures and sources instead of headlines."""
    content, text = min(width, MEASURE), min(width, TEXT)
    seen: set[str] = set()
    blocks = [
        _head(briefing, content, glyphs) + _score(briefing, content, glyphs),
        _parts_and_facts(briefing, content, glyphs),
        _key_findings(briefing, text),
        _later(briefing, content, glyphs),
        figure_remarks(briefing, text, seen),
    ]
    if full:
        from .chronicle import series_block, timeline_block
        from .sources import source_lines
        from .standing import standing_block

        blocks.append(standing_block(briefing, text, glyphs))
        blocks += [section_lines(briefing, section, text, glyphs, seen) for section in briefing.brief.sections]
        blocks += [timeline_block(briefing, text, glyphs, seen), series_block(briefing, text, glyphs, seen)]
        blocks.append(source_lines(briefing, text, seen))
    else:
        blocks += [headline_lines(briefing, section, text) for section in briefing.brief.sections if entries_of(briefing, section)]
        blocks.append(_signs(briefing, text))
    blocks += [[*wrap([Span(evidence(briefing))], text)], cite_lines(briefing, text)]
    return joined(blocks)


def one_section(briefing: Briefing, identifier: str, width: int, glyphs: Glyphs) -> list[Line]:
    """Return one section in full, below what it belongs to. Raises KeyError where there is no section of that name."""
    section = next((section for section in briefing.brief.sections if section.id == identifier), None)
    if section is None:
        raise KeyError(identifier)
    content, text = min(width, MEASURE), min(width, TEXT)
    return joined([_head(briefing, min(content, text), glyphs), section_lines(briefing, section, text, glyphs, set())])


def some_findings(briefing: Briefing, addresses: Sequence[str], width: int, glyphs: Glyphs) -> list[Line]:
    """Return findings in full by their addresses, below what they belong to, and the works that they cite."""
    from .sources import source_lines

    content, text = min(width, MEASURE), min(width, TEXT)
    seen: set[str] = set()
    blocks = [_head(briefing, min(content, text), glyphs)]
    for section, entries in by_section(briefing, addresses):
        blocks.append([*section_head(briefing, section, text), [Span(glyphs.double * text, "rule")]])
        for entry in entries:
            address = [Span(of_finding(briefing, entry.address), "dim")]
            blocks.append([*finding_lines(briefing, entry, text, seen), *wrap(address, text)])
    blocks.append(source_lines(briefing, text, seen, keys_behind(briefing, addresses)))
    return joined(blocks)


def joined(blocks: list[list[Line]]) -> list[Line]:
    """Return blocks below each other with an empty line between; empty ones are left out."""
    lines: list[Line] = []
    for block in blocks:
        if block:
            lines += [*([[]] if lines else []), *block]
    return lines


def cite_lines(briefing: Briefing, width: int) -> list[Line]:
    """Return how to cite the report and the brief made from it."""
    from .citing import cite_brief, cite_report

    lines: list[Line] = [[Span(_("How to cite"), "strong")]]
    for said in (cite_report(briefing), cite_brief(briefing)):
        lines += hanging(said, width)
    return lines


def figure_remarks(briefing: Briefing, width: int, seen: set[str]) -> list[Line]:
    """Return the remarks about the figures that are shown, each once, and add them to `seen`."""
    lines: list[Line] = []
    for label, remark in remarked_figures(briefing, context=True):
        text = remark.text
        seen.add(text)
        sign, *said = remark_spans(text, briefing.index)
        lines += hanging([sign, Span(f" {label}:", "strong"), *said], width)
    return lines


def _head(briefing: Briefing, width: int, glyphs: Glyphs) -> list[Line]:
    title, edition = clean(briefing.brief.brief.title), edition_title(briefing)
    mark = extent_words(briefing)
    said = [Span(title, "strong"), *([Span(f" {mark}")] if mark else [])]
    rule: Line = [Span(glyphs.rule * width, "rule")]
    if line_width(said) + width_of(edition) + 2 <= width:
        return [beside(said, [Span(edition)], width), rule]
    return [*wrap(said, width), *wrap([Span(edition)], width), rule]


def _score(briefing: Briefing, width: int, glyphs: Glyphs) -> list[Line]:
    """The total with its direction, the status, what came before and after, and the scale."""
    brief, method = briefing.brief, briefing.method
    edition = this_edition(brief)
    scale = method.scale_of(edition.year)
    total = total_in_words(edition.total, scale) if edition.total != "n/a" else _("Total: n/a")
    left: list[Line] = [[Span(total if edition.total is not None else _("Total not known"), "strong"), *_remarked(briefing, edition)]]
    if edition.status:
        left.append([Span(clean(edition.status), f"strong {tone_of(edition.status, scale)}".strip())])
    if before := previous_words(briefing, short=width < MEASURE):
        left.append([Span(before), *_remarked(briefing, previous_edition(brief))])
    left += [[Span(said), Span(f" {numbers}", "cite"), Span(" *", "outside")] for said, numbers in disputed(briefing)]
    if since := status_since(brief):
        left.append([Span(clean(since_in_words(since)), tone_of(since.status, method.scale_of(since.year))), Span(" *", "outside")])
    room = 51 if width >= MEASURE else 41  # lengths that are true to scale
    drawn = scale_lines(edition.total, edition.status, scale, room, glyphs) if width >= _PAIRED else []
    left = [row for line in left for row in wrap(line, width - room - 3 if drawn else width)]
    if drawn:
        return columns(left, drawn, width - room, 0)
    drawn = scale_lines(edition.total, edition.status, scale, width, glyphs) if width >= 60 else []
    if drawn:
        return [*left, [], *drawn]
    return [*left, *wrap([Span(band_words(scale), "dim")], width)]


def _remarked(briefing: Briefing, edition: Edition | None) -> Line:
    """The sign behind the total of an edition with a remark."""
    return [Span(" !", "remark")] if edition and briefing.index.warned(f"edition:{edition.year}") else []


def _parts_and_facts(briefing: Briefing, width: int, glyphs: Glyphs) -> list[Line]:
    index = briefing.index
    paired = width >= _PAIRED and bool(briefing.brief.facts)
    gap = 6 if width >= 96 else 2
    left_width = max(40, (width - gap) // 2) if paired else min(width, 60)
    previous = previous_edition(briefing.brief)
    scores = parts(briefing)
    labels = [width_of(part.category.title) + 16 for part in scores]
    with_previous = previous is not None and all(size <= left_width for size in labels)
    way = briefing.method.scale_of(briefing.brief.brief.edition).direction
    left: list[Line] = [_parts_head(briefing, left_width, with_previous)]
    for part in scores:
        rows = bar_lines(part, left_width, glyphs, with_previous)
        left += [row for line in rows for row in ([line] if line_width(line) <= left_width else wrap(line, left_width))]
    if any(isinstance(part.score, int | float) and part.category.maximum <= left_width for part in scores):
        left += wrap([Span(bar_note(way, short=left_width < 44), "dim")], left_width)
    right_width = width - left_width - gap if paired else min(width, 60)
    right: list[Line] = [[Span(box_title(briefing.brief.facts), "strong")]] if briefing.brief.facts else []
    for fact in briefing.brief.facts:
        right += fact_lines(fact, right_width, index.warned(f"fact:{fact.id}"))
    if paired:
        return columns(left, right, left_width, gap)
    return joined([left, right])


def _parts_head(briefing: Briefing, width: int, with_previous: bool) -> Line:
    scores = parts(briefing)
    title = [Span(_("Three parts") if len(scores) == 3 else _("Parts"), "strong")]
    previous = previous_edition(briefing.brief)
    if not with_previous or previous is None:
        return title
    return beside(title, [Span(f"{briefing.brief.brief.edition}{previous.year:>6}", "dim")], width)


def _key_findings(briefing: Briefing, width: int) -> list[Line]:
    keys = briefing.brief.brief.key_findings
    lines: list[Line] = [[Span(_("Key findings"), "strong")]] if keys else []
    for key in keys:
        entry = briefing.index.entry(key)
        said = [Span("- "), Span(clean(headline(entry))), *signs_of(briefing, entry)]
        category = briefing.method.category(entry.section.category or "")
        said.append(Span(f" ({clean(category.short if category else entry.section.title)})", "dim"))
        lines += hanging(said, width)
    return lines


def _later(briefing: Briefing, width: int, glyphs: Glyphs) -> list[Line]:
    """The later editions, marked as from outside: year by year where there is room, else in a sentence."""
    brief, method = briefing.brief, briefing.method
    strip = edition_lines(brief, method, width - 2, glyphs) if width >= 60 else []
    if strip:
        highest = method.scale_of(brief.brief.edition).highest
        head = [Span("* ", "outside"), Span(_("Later editions"), "strong")]
        head.append(Span(" " + _("of {highest}, from outside this report").format(highest=highest), "dim"))
        return [*wrap(head, width), *indent(strip, 2)]
    said = edition_sentence(brief, method, sign=" !")
    return hanging([Span("* ", "outside"), Span(_("Outside this report: {editions}").format(editions=said))], width) if said else []


def _signs(briefing: Briefing, width: int) -> list[Line]:
    """What the signs in the summary mean and how to see more; only of those that are there."""
    index, heading = briefing.index, briefing.brief.brief
    name = "" if heading.id == DEFAULT_BRIEF else " BRIEF"
    signs: list[tuple[Span, str]] = []
    numbers = [label for key in heading.key_findings for label in labels_of(index.entry(key), index)]
    if numbers:
        number = numbers[0].partition(",")[0]
        form = _("a work collected for this brief; what the report cites is not known here; to see it: {command}")
        form = form if collected(index) else _("a source of the report; to see it: {command}")
        said = form.format(command=f"kzbrief sources{name} {number}")
        signs.append((Span(f"[{number}]", "cite"), said))
    if any(is_without_source(index.entry(key), index) for key in heading.key_findings):
        signs.append((Span("--", "dim"), no_source(index)))
    if briefing.brief.remarks:
        said = _("there is a remark; to read them all: {command}").format(command=f"kzbrief summary{name} --full")
        signs.append((Span("!", "remark"), said))
    if status_since(briefing.brief) or any(fact.role == "context" for fact in briefing.brief.facts):
        signs.append((Span("*", "outside"), _("from outside the report")))
    indented = max((width_of(sign.text) for sign, __ in signs), default=0) + 1
    lines: list[Line] = []
    for sign, said in signs:
        first, *rest = wrap([Span(said, "dim")], max(10, width - indented))
        lines += [[sign, Span(" " * (indented - width_of(sign.text))), *first], *indent(rest, indented)]
    return lines
