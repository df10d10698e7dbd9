"""What is said of each stop on the way through a brief: its overview, its figures, a finding, how to cite it."""

from __future__ import annotations

from ..brief.briefing import Briefing
from ..brief.editions import later_editions, status_since, this_edition
from ..brief.index import Entry
from ..brief.model import Fact, Section
from ..brief.text import parse_cite
from ..i18n import _
from ..output.citing import cite_brief, cite_report
from ..output.figures.bars import bar_sentence
from ..output.figures.editions import agreement, edition_sentence
from ..output.figures.factbox import fact_sentence
from ..output.figures.questions import question_words
from ..output.figures.scale import scale_sentence
from ..output.figures.words import direction, part_in_words, total_in_words
from ..output.findings import entries_of, headline
from ..output.lines import clean
from ..output.origins import no_source_sentence
from ..output.prose import cites
from ..output.standing import note, statement
from ..output.wording import disputed, edition_title, evidence, parts, previous_words, remarked_figures, since_line
from .words import cite_words, cited, count_words, in_words, remark_line, remark_words, sentence, source_words, text_words


def title(briefing: Briefing) -> str:
    """Return country and edition, as in `Kazakhstan. Freedom on the Net 2011.`"""
    return f"{clean(briefing.brief.brief.title)}. {sentence(in_words(edition_title(briefing)))}"


def overview(briefing: Briefing) -> list[str]:
    """Return the edition, the score with its parts, what came before and after, and what else there is to hear."""
    brief, method = briefing.brief, briefing.method
    edition = this_edition(brief)
    scale = method.scale_of(edition.year)
    lines = [title(briefing)]
    lines.append(sentence(_("Total: {words}").format(words=in_words(scale_sentence(edition.total, edition.status, scale)))))
    if briefing.index.warned(f"edition:{edition.year}"):
        # Where there is a stop of facts the remark is told there.
        told = [_("There is a remark on this total, told with the facts.")]
        lines += told if brief.facts else remark_words([f"edition:{edition.year}"], briefing.index)
    lines += [sentence(_("Part: {words}").format(words=in_words(bar_sentence(part, scale.direction)))) for part in parts(briefing)]
    if before := previous_words(briefing):
        lines.append(sentence(in_words(before)))
    for other, numbers in disputed(briefing):
        said = f"{in_words(other)}, {_spoken_numbers(numbers)}"
        lines.append(sentence(said[:1].upper() + said[1:]))
    if since := since_line(briefing):
        lines.append(_("{since}, from outside this report.").format(since=in_words(since)))
    if said := statement(briefing):
        lines += [in_words(said), note()]
    return [*lines, sentence(in_words(evidence(briefing)))]


def facts(briefing: Briefing) -> list[str]:
    """Return the fact box row by row, and the remarks about its figures and the scores."""
    index = briefing.index
    found = briefing.brief.facts
    lines = [count_words("Fact box: {count} fact.", "Fact box: {count} facts.", len(found))]
    if all(fact.role == "context" for fact in found):
        lines = [count_words("{count} fact, not from the report.", "{count} facts, none from the report.", len(found))]
    lines += [fact_words(briefing, fact) for fact in briefing.brief.facts]
    for label, remark in remarked_figures(briefing):
        lines.append(remark_line(remark.text, index, label))
    return lines


def fact_words(briefing: Briefing, fact: Fact) -> str:
    """Return a row of the fact box."""
    said = fact_sentence(fact)
    if fact.printed_previous:
        said += _("; in the edition before {printed}").format(printed=clean(fact.printed_previous))
    return sentence(said + cited(fact.cites, briefing.index))


def key_findings(briefing: Briefing) -> list[str]:
    """Return the key findings, numbered, with their sections."""
    keys = briefing.brief.brief.key_findings
    lines = [count_words("{count} key finding.", "{count} key findings.", len(keys))]
    for place, key in enumerate(keys, 1):
        entry = briefing.index.entry(key)
        said = _("{number}: {headline}, in {section}").format(
            number=place, headline=clean(headline(entry)), section=clean(entry.section.title)
        )
        lines.append(sentence(said))
    return lines


def editions(briefing: Briefing) -> list[str]:
    """Return the later editions, each with its total, its direction and its status."""
    brief, method = briefing.brief, briefing.method
    found = later_editions(brief)
    lines = [
        count_words("{count} later edition, from outside this report.", "{count} later editions, from outside this report.", len(found))
    ]
    if since := status_since(brief):
        lines.append(sentence(in_words(agreement(since))))
    if said := edition_sentence(brief, method):
        lines.append(sentence(said))
    way = ""
    for edition in found:
        scale = method.scale_of(edition.year)
        turned = _("Here the scale turns round: ") if way and scale.direction != way else ""
        way = scale.direction
        said = f"{turned}{edition.year}: {total_in_words(edition.total, scale)}"
        said += f", {clean(edition.status)}" if edition.status else ""
        lines.append(sentence(said + cited(edition.cites, briefing.index)))
        lines += remark_words([f"edition:{edition.year}"], briefing.index)
    return lines


def section_head(briefing: Briefing, section: Section) -> str:
    """Return a section as a heading, as in `Section: Obstacles to Access, 16 of 25, 0 is best`."""
    said = _("Section: {title}").format(title=clean(section.title))
    category = briefing.method.category(section.category or "")
    if category:
        score = this_edition(briefing.brief).scores.get(category.id)
        said += f", {part_in_words(score, category)}"
        if isinstance(score, int | float):
            way = briefing.method.scale_of(briefing.brief.brief.edition).direction
            best = direction(way) if way == "0-best" else _("{maximum} is best").format(maximum=category.maximum)
            said += f", {best}"
    return said


def section_words(briefing: Briefing, section: Section) -> str:
    """Return a section as a heading with the number of its findings."""
    count = len(entries_of(briefing, section))
    return f"{section_head(briefing, section)}, {count_words('{count} finding', '{count} findings', count)}."


def finding(briefing: Briefing, entry: Entry, before: Entry | None, original: str = "") -> list[str]:
    """Return a finding: section and topic where they are not those of the one before, headline, the report's own words, text, remarks."""
    index, found = briefing.index, entry.finding
    lines = []
    if before is None or before.section is not entry.section:
        lines.append(section_words(briefing, entry.section))
    if found.topic and (lines or before is None or before.finding.topic != found.topic):
        lines.append(sentence(_("Topic: {topic}").format(topic=clean(found.topic))))
    if scored := question_words(briefing, entry, before):
        lines.append(sentence(scored))
    lines.append(finding_head(briefing, entry))
    if original:
        lines.append(_("In the report: {words}").format(words=clean(original)))
    lines += text_words(index.paragraphs(entry), index)
    if found.draft:
        lines.append(_("Still to be written."))
    elif found.cites:
        lines.append(_("Cited: {sources}.").format(sources=cite_words(map(parse_cite, found.cites), index)))
    elif not cites(entry):
        lines.append(no_source_sentence(index))
    return lines + remark_words([f"finding:{found.id}"], index)


def finding_head(briefing: Briefing, entry: Entry) -> str:
    """Return the number and the headline of a finding."""
    said = _("Finding {number} of {count}: {headline}")
    return sentence(said.format(number=entry.position, count=len(briefing.index.entries), headline=clean(headline(entry))))


def citing(briefing: Briefing) -> list[str]:
    """Return how to cite the report and the brief."""
    return [_("How to cite."), *("".join(span.text for span in said) for said in (cite_report(briefing), cite_brief(briefing)))]


def _spoken_numbers(bracketed: str) -> str:
    return ", ".join(source_words(label.strip()) for label in bracketed.strip("[]").split(";" if ";" in bracketed else ","))
