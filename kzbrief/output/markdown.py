"""A brief as a Markdown document: headings, tables for scores and facts, the report's note numbers and the works behind them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from ..brief.address import of_finding
from ..brief.briefing import Briefing
from ..brief.editions import Gap, later_editions, later_with_gaps, previous_edition, this_edition
from ..brief.index import Entry
from ..brief.model import Section
from ..brief.references import full
from ..brief.shown import status_name
from ..brief.text import parse, parse_cite
from ..i18n import _
from .citing import cite_brief
from .figures.factbox import box_caption, box_title, marked
from .figures.questions import question_words
from .figures.words import direction, part_in_words, total_in_words
from .findings import by_section, entries_of, headline, is_without_source, keys_behind, signs_of
from .markup import block, escaped, inline, table
from .origins import collected, no_source, no_source_sentence, origin_words, sources_head
from .prose import bracket, cites, labels, misprint_label
from .wording import (
    band_words,
    disputed,
    edition_title,
    evidence,
    extent_words,
    extract_words,
    parts,
    previous_words,
    published_note,
    remarked_figures,
    since_cites,
    since_line,
)

if TYPE_CHECKING:
    from ..brief.entry import Listed
    from .printer import Target


def summary_markdown(briefing: Briefing, *, full: bool = False) -> str:
    """Return the summary of a brief; `full` has all findings and sources."""
    seen: set[str] = set()
    blocks = [*_head(briefing), *_score(briefing), *_facts(briefing), *_key_findings(briefing, full), *_later(briefing)]
    blocks += _figure_remarks(briefing, seen)
    if full:
        blocks += _standing(briefing)
    for section in briefing.brief.sections:
        blocks += _section(briefing, section, seen) if full else _headlines(briefing, section)
    if full:
        blocks += [*_timeline(briefing, seen), *_series(briefing, seen)]
    blocks += _sources(briefing, briefing.index.sources if full else _cited(briefing))
    blocks += [_heading(2, _("Evidence")), block(escaped(evidence(briefing))), *_citing(briefing)]
    return _document(blocks)


def section_markdown(briefing: Briefing, identifier: str) -> str:
    """Return one section with the works that it cites."""
    section = next(section for section in briefing.brief.sections if section.id == identifier)
    cited = {cite.key for entry in entries_of(briefing, section) for cite in cites(entry)}
    keys = [key for key in briefing.index.sources if key in cited]
    return _document([*_head(briefing), *_section(briefing, section, set()), *_sources(briefing, keys), *_citing(briefing)])


def findings_markdown(briefing: Briefing, addresses: Sequence[str]) -> str:
    """Return findings by their addresses with the works that they cite."""
    blocks, seen = [*_head(briefing), block(escaped(extract_words(briefing, addresses))), *_total(briefing)], set[str]()
    for section, entries in by_section(briefing, addresses):
        blocks += _section_head(briefing, section)
        for entry in entries:
            blocks += [*_finding(briefing, entry, seen), block(escaped(of_finding(briefing, entry.address)))]
    named = {*keys_behind(briefing, addresses), *(parse_cite(item).key for item in since_cites(briefing))}
    return _document([*blocks, *_sources(briefing, [key for key in briefing.index.sources if key in named]), *_citing(briefing)])


def sources_markdown(briefing: Briefing, keys: Sequence[str] | None = None) -> str:
    """Return the works behind a brief: all of them, or those of the keys."""
    return _document([*_head(briefing), *_sources(briefing, briefing.index.sources if keys is None else keys)])


def listing_markdown(found: Iterable[Listed]) -> str:
    """Return a table of briefs; broken ones come after it, each with its first problem."""
    from .listing import place_of, score_of, sign_of, sign_words, size_of, title_of

    rows, broken = [], []
    for item in found:
        if item.entry:
            status = status_name(item.entry.status) if item.entry.status else _("not known")
            score = score_of(item.entry) + "".join(span.text for span in sign_of(item.entry))
            cells = (item.words, title_of(item.entry), score, status, size_of(item.entry))
            rows.append([escaped(cell) for cell in cells])
        elif item.fault:
            broken.append([escaped(cell) for cell in (item.words, place_of(item.fault), item.fault.message)])
    parts = [_heading(1, _("Briefs")), *_table([_("Name"), _("Brief"), _("Total"), _("Status"), _("Size")], rows, "lllll")]
    if any(" !" in row[2] for row in rows):
        parts.append(block(escaped(f"! {sign_words()}")))
    if broken:
        parts += [_heading(2, _("Broken briefs")), *_table([_("Name"), _("Place"), _("Problem")], broken, "lll")]
    return _document(parts)


def write_markdown(text: str, target: Target) -> None:
    """Write Markdown; where the output takes ASCII alone, letters become references that Markdown shows as the letters."""
    from .printer import write

    write(text if target.glyphs.utf8 else text.encode("ascii", "xmlcharrefreplace").decode(), target.stream)


def _head(briefing: Briefing) -> list[str]:
    title = f"{briefing.brief.brief.title} {extent_words(briefing)}".rstrip()
    return [_heading(1, escaped(title)), block(escaped(edition_title(briefing)))]


def _total(briefing: Briefing) -> list[str]:
    """The total with its direction and its status, and what later editions said with its sources."""
    edition = this_edition(briefing.brief)
    total = total_in_words(edition.total, briefing.method.scale_of(edition.year))
    said = f"{total}, {edition.status}" if edition.status and edition.status != "n/a" else total
    blocks = [f"**{escaped(said + _sign(briefing, edition.year))}**"]
    if later := since_line(briefing):
        numbers = bracket(labels(map(parse_cite, since_cites(briefing)), briefing.index))
        blocks.append(block(escaped(f"{later} * {numbers}".rstrip())))
    return blocks


def _score(briefing: Briefing) -> list[str]:
    edition, previous = this_edition(briefing.brief), previous_edition(briefing.brief)
    scale = briefing.method.scale_of(edition.year)
    total, *later = _total(briefing)
    blocks = [_heading(2, _("Score")), total, block(escaped(band_words(scale)))]
    if before := previous_words(briefing):
        blocks.append(block(escaped(before + (_sign(briefing, previous.year) if previous else ""))))
    blocks += [block(escaped(f"{said} {numbers} *")) for said, numbers in disputed(briefing)]
    blocks += later
    head = [_("Part"), str(edition.year), *([str(previous.year)] if previous else [])]
    rows = []
    for part in parts(briefing):
        more = [escaped(part_in_words(part.previous, part.category))] if previous else []
        rows.append([escaped(part.category.title), escaped(part_in_words(part.score, part.category)), *more])
    before_ = total_in_words(previous.total, briefing.method.scale_of(previous.year)) if previous else ""
    totals = [escaped(total_in_words(edition.total, scale)), *([escaped(before_)] if previous else [])]
    rows.append([f"**{_('Total')}**", *totals])
    blocks += _table(head, rows, "lrr"[: len(head)])
    if any(isinstance(part.score, int | float) for part in parts(briefing)):
        note = _("Fewer points are better") if scale.direction == "0-best" else _("More points are better")
        blocks.append(note + ".")
    return blocks


def _sign(briefing: Briefing, year: int) -> str:
    """The sign behind the total of an edition with a remark."""
    return " !" if briefing.index.warned(f"edition:{year}") else ""


def _facts(briefing: Briefing) -> list[str]:
    if not briefing.brief.facts:
        return []
    rows = []
    for fact in briefing.brief.facts:
        printed = f"{fact.printed} ({fact.printed_previous})" if fact.printed_previous else fact.printed
        rows.append([escaped(marked(fact.label, fact)), escaped(printed)])
    return [
        _heading(2, box_title(briefing.brief.facts)),
        *_table([_("Fact"), box_caption(briefing.brief.facts, given=collected(briefing.index))], rows, "ll"),
    ]


def _key_findings(briefing: Briefing, full: bool) -> list[str]:
    items = []
    entries = [briefing.index.entry(key) for key in briefing.brief.brief.key_findings]
    for entry in entries:
        signs = "".join(span.text for span in signs_of(briefing, entry))
        items.append(f"- {block(escaped(headline(entry)))}{escaped(signs)}")
    listed = [*entries, *(() if full else briefing.index.entries)]
    return [*([_heading(2, _("Key findings")), "\n".join(items)] if items else []), *_legend(briefing, entries, listed)]


def _legend(briefing: Briefing, keys: Iterable[Entry], listed: Iterable[Entry]) -> list[str]:
    """What the signs mean, of those that are there: at key findings, and at all headlines that are listed."""
    index = briefing.index
    said = []
    if any(is_without_source(entry, index) for entry in keys):
        said.append(f"-- {no_source(index)}")
    if any(index.warned(f"finding:{entry.finding.id}") for entry in listed):
        said.append("! " + _("there is a remark"))
    return [block(escaped("; ".join(said)))] if said else []


def _later(briefing: Briefing) -> list[str]:
    """The later editions as a table: every row says its scale, which turned round on the way."""
    index = briefing.index
    rows = []
    for edition in later_with_gaps(briefing.brief):
        if isinstance(edition, Gap):
            rows.append([edition.years, _("none found"), "", ""])
            continue
        scale = briefing.method.scale_of(edition.year)
        numbers = bracket(labels(map(parse_cite, edition.cites), index))
        notes = "".join(f", {note}" for note in filter(None, [published_note(edition)])) + _sign(briefing, edition.year)
        cells = (str(edition.year), total_in_words(edition.total, scale) + notes, edition.status or _("not known"), numbers)
        rows.append([escaped(cell) for cell in cells])
    if not rows:
        return []
    title = escaped(_("* Later editions, from outside the report"))
    return [_heading(2, title), *_table([_("Edition"), _("Total"), _("Status"), _("Sources")], rows, "lrll")]


def _standing(briefing: Briefing) -> list[str]:
    """Where the country stands among those of its edition, in words."""
    from ..brief.standing import standing
    from .standing import note, sources, statement, title

    said, found = statement(briefing), standing(briefing.brief, briefing.method)
    if not said or not found or not found.own:
        return []
    numbers = bracket(labels(map(parse_cite, sources(found.own)), briefing.index))
    return [_heading(2, escaped(f"* {title(briefing)}")), block(escaped(f"{said} {numbers}".strip())), block(escaped(note()))]


def _headlines(briefing: Briefing, section: Section) -> list[str]:
    items: list[str] = []
    blocks = _section_head(briefing, section)
    topic: str | None = None
    for entry in entries_of(briefing, section):
        if entry.finding.topic != topic:
            blocks += ["\n".join(items)] if items else []
            items, topic = [], entry.finding.topic
            blocks += [_heading(3, escaped(topic))] if topic else []
        draft = " " + _("(draft)") if entry.finding.draft else ""
        remark = " !" if briefing.index.warned(f"finding:{entry.finding.id}") else ""
        items.append(f"- {block(escaped(headline(entry)))}{draft}{remark}")
    return [*blocks, *(["\n".join(items)] if items else [])]


def _section(briefing: Briefing, section: Section, seen: set[str]) -> list[str]:
    blocks = _section_head(briefing, section)
    topic: str | None = None
    before: Entry | None = None
    for entry in entries_of(briefing, section):
        if entry.finding.topic != topic:
            topic = entry.finding.topic
            blocks += [_heading(3, escaped(topic))] if topic else []
        if scored := question_words(briefing, entry, before):
            blocks.append(escaped(scored))
        before = entry
        blocks += _finding(briefing, entry, seen)
    return blocks


def _section_head(briefing: Briefing, section: Section) -> list[str]:
    category = briefing.method.category(section.category or "")
    blocks = [_heading(2, escaped(section.title))]
    if category:
        score = this_edition(briefing.brief).scores.get(category.id)
        way = briefing.method.scale_of(briefing.brief.brief.edition).direction
        best = direction(way) if way == "0-best" else _("{maximum} is best").format(maximum=category.maximum)
        said = part_in_words(score, category)
        blocks.append(block(escaped(f"{said} ({best})" if isinstance(score, int | float) else said)))
    return blocks


def _finding(briefing: Briefing, entry: Entry, seen: set[str]) -> list[str]:
    index, finding = briefing.index, entry.finding
    blocks = [_heading(4, escaped(headline(entry)))]
    paragraphs = index.paragraphs(entry)
    for place, paragraph in enumerate(paragraphs):
        said = block(inline(paragraph.runs, index))
        if place == len(paragraphs) - 1 and finding.cites:
            said += " " + escaped(bracket(labels(map(parse_cite, finding.cites), index)))
        blocks.append(f"> {said}" if paragraph.quotation else said)
    if finding.draft:
        blocks.append(_("*Still to be written.*"))
    elif not cites(entry):
        blocks.append(f"*{no_source_sentence(index)}*")
    texts = [remark.text for remark in index.remarks(f"finding:{finding.id}")]
    blocks += [f"**{_('Remark:')}** {_one_line(briefing, text)}" for text in texts if text not in seen]
    if any(text in seen for text in texts):
        blocks.append("*" + _("A remark above concerns this, too.") + "*")
    seen.update(texts)
    return blocks


def _timeline(briefing: Briefing, seen: set[str]) -> list[str]:
    """The events as a table, in order of time, and the remarks about them."""
    from .chronicle import event_outside, numbers
    from .figures.timeline import groups, order_note

    events = [event for group in groups(briefing.brief.events) for event in group.events]
    rows = []
    for event in events:
        sign = "* " if event_outside(briefing, event) else ""
        none = "" if event.cites or event.about else no_source(briefing.index)
        cells = (event.date.words(), sign + event.label, numbers(briefing, event.cites) or none)
        rows.append([escaped(cell) for cell in cells])
    if not rows:
        return []
    table_ = _table([_("Date"), _("Event"), _("Sources")], rows, "lll")
    remarks = _remarks_on(briefing, [(f"event:{event.id}", event.label) for event in events], seen)
    return [_heading(2, _("Timeline")), block(escaped(order_note())), *table_, *remarks]


def _series(briefing: Briefing, seen: set[str]) -> list[str]:
    """The figures over time as a table, a row for each value, and the remarks about them."""
    from .chronicle import numbers, separate_note
    from .figures.chart import in_order, unit_words, value_words

    rows = []
    for series in briefing.brief.series:
        label = " ".join(filter(None, ("*" if series.role == "context" else "", series.label, unit_words(series))))
        for point in in_order(series):
            cited = numbers(briefing, dict.fromkeys([*series.cites, *point.cites]))
            rows.append([escaped(cell) for cell in (label, point.at.words(), value_words(series, point), cited)])
    if not rows:
        return []
    table_ = _table([_("Figure"), _("Time"), _("Value"), _("Sources")], rows, "llll")
    remarks = _remarks_on(briefing, [(f"series:{series.id}", series.label) for series in briefing.brief.series], seen)
    return [_heading(2, _("Figures over time")), block(escaped(separate_note())), *table_, *remarks]


def _remarks_on(briefing: Briefing, named: Iterable[tuple[str, str]], seen: set[str]) -> list[str]:
    """The remarks about things with names that have not been printed yet, each once with all that it is about."""
    labels_: dict[str, list[str]] = {}
    for ref, label in named:
        for remark in briefing.index.remarks(ref):
            labels_.setdefault(remark.text, []).append(label)
    new = [(label, text) for text, label in labels_.items() if text not in seen]
    seen.update(labels_)
    return [f"**{_('Remark on {figure}:').format(figure=escaped('; '.join(label)))}** {_one_line(briefing, text)}" for label, text in new]


def _figure_remarks(briefing: Briefing, seen: set[str]) -> list[str]:
    """The remarks about figures, which are added to `seen`: those in it are not repeated."""
    found = remarked_figures(briefing, context=True)
    seen.update(remark.text for __, remark in found)
    return [f"**{_('Remark on {figure}:').format(figure=escaped(label))}** {_one_line(briefing, remark.text)}" for label, remark in found]


def _one_line(briefing: Briefing, text: str) -> str:
    label = [f"*{misprint_label()}*"] if briefing.index.is_misprint(text) else []
    return " ".join([*label, *(inline(paragraph.runs, briefing.index) for paragraph in parse(text))])


def _cited(briefing: Briefing) -> list[str]:
    """Keys of the works whose numbers the short form shows."""
    index = briefing.index
    shown = {cite.key for key in briefing.brief.brief.key_findings for cite in cites(index.entry(key))}
    shown |= {parse_cite(item).key for edition in later_editions(briefing.brief) for item in edition.cites}
    for __, remark in remarked_figures(briefing, context=True):
        text = remark.text
        shown |= {cite.key for paragraph in parse(text) for run in paragraph.runs for cite in run.cites}
    return [key for key in index.sources if key in shown]


def _sources(briefing: Briefing, keys: Iterable[str]) -> list[str]:
    from .sources import numbers

    index = briefing.index
    inside: list[str] = []
    outside: list[str] = []
    for key in keys:
        said = f"- **\\[{escaped(numbers(briefing, key))}\\]** {inline(index.full(key), index)}"
        said += f" ({escaped(origin_words(index, key))})" if index.origin(key) == "report" else ""
        (outside if index.outside(key) else inside).append(said)
    blocks = [_heading(2, escaped(sources_head(index))), "\n".join(inside)] if inside else []
    return blocks + ([_heading(2, escaped(_("* Sources from outside the report"))), "\n".join(outside)] if outside else [])


def _citing(briefing: Briefing) -> list[str]:
    report = inline(full(briefing.brief.report, (), briefing.brief.brief.language), briefing.index)
    brief = "".join(span.text for span in cite_brief(briefing))
    return [_heading(2, _("How to cite")), block(report), block(escaped(brief))]


def _heading(level: int, words: str) -> str:
    return f"{'#' * level} {words}"


def _table(head: Sequence[str], rows: Sequence[Sequence[str]], align: str) -> list[str]:
    return ["\n".join(table(head, rows, align))]


def _document(blocks: Iterable[str]) -> str:
    return "\n\n".join(block for block in blocks if block) + "\n"
