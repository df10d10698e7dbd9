"""What is said of a brief's standing among other countries, of what its findings rest on, and of two briefs beside each other."""

from __future__ import annotations

from collections.abc import Sequence

from ..brief.briefing import Briefing
from ..brief.comparison import Side, actors, changes, facts, findings, relation, steps, works
from ..brief.index import Entry
from ..brief.text import parse_cite
from ..brief.weighing import Measure
from ..i18n import _, ngettext
from ..output import comparison
from ..output import weighing as weights
from ..output.figures.factbox import marked
from ..output.figures.words import number, total_in_words
from ..output.lines import clean
from ..output.standing import note, ordinal, required, statement, title
from .words import in_words, sentence, source_words


def standing(briefing: Briefing) -> list[str]:
    """Return where the country stands, and all countries of its edition. Raises RefusedError where that is not known."""
    found = required(briefing)
    lines = [sentence(f"{clean(briefing.brief.brief.title)}: {title(briefing)}"), in_words(statement(briefing)), note()]
    for place in found.places:
        country = place.country
        if place.first is None:
            said = _("No place")
        else:
            said = (_("{place}, shared") if place.shared > 1 else "{place}").format(place=ordinal(place.first))
        said = f"{said}: {clean(country.name)}, {number(country.total)}"
        said += f", {clean(country.status)}" if country.status else ""
        if country.disputed:
            said = ", ".join([said, *_sources(briefing, country.cites)])
        for other in country.others:
            elsewhere = _("elsewhere given as {result}").format(result=number(other.total))
            said = ", ".join([said, elsewhere, *_sources(briefing, other.cites)])
        lines.append(sentence(said))
    return [line for line in lines if line]


def _sources(briefing: Briefing, cites: Sequence[str]) -> list[str]:
    """What is said of the works behind a total."""
    keys = (parse_cite(item).key for item in cites)
    return [source_words(briefing.index.label(key)) for key in keys]


def evidence(briefing: Briefing) -> tuple[list[str], list[tuple[Entry, ...]]]:
    """Return what all findings and those of each section rest on, and the findings behind each count, in the order of their numbers."""
    lines = [_("What the findings rest on. Type evidence and the number of a count for its findings."), weights.advice(briefing)]
    behind: list[tuple[Entry, ...]] = []
    for group in weights.groups(briefing):
        lines.append(sentence(weights.title(group)))
        for rule, measures in weights.shown(group):
            lines.append(sentence(rule))
            for measure in measures:
                behind.append(measure.entries)
                said = f"{len(behind)}: {_label(measure, briefing)}, {len(measure.entries)}"
                if measure.kind == "stance":
                    said += ", " + ngettext("{count} on nothing else", "{count} on nothing else", measure.alone).format(count=measure.alone)
                lines.append(sentence(said))
    return lines, behind


def _label(measure: Measure, briefing: Briefing) -> str:
    if measure.kind != "work":
        return weights.label(measure, briefing)
    return f"{source_words(briefing.index.label(measure.value))}, {clean(briefing.index.short(measure.value))}"


def beside(sides: list[Side]) -> list[str]:
    """Return briefs beside each other: what may be compared and what not, scores, fact boxes, topics, what they share."""
    names = [comparison.name_of(side) for side in sides]
    lines = [sentence(f"{_('Side by side')}: {', '.join(names)}")]
    lines += [in_words(said) for said in comparison.caveats(sides)]

    def row(title: str, said: list[str]) -> str:
        return sentence(f"{title}: {'; '.join(f'{name} {words}' for name, words in zip(names, said, strict=True))}")

    totals = [total_in_words(side.edition.total, side.scale) for side in sides]
    statuses = [f", {clean(side.edition.status)}" if side.edition.status else "" for side in sides]
    lines.append(row(_("Total, as published"), [total + status for total, status in zip(totals, statuses, strict=True)]))
    lines += [sentence(f"{comparison.name_of(side)}: {in_words(said)}") for side in sides for said in comparison.doubts(side)]
    lines += [sentence(comparison.change_words(change)) for change in changes(sides)]
    for change in steps(sides):
        outside = [_("with a total from outside the report")] if change.outside else []
        lines.append(sentence(", ".join([comparison.change_words(change), *outside])))
    if relation(sides) != "other-method":
        lines += [row(clean(part.title), [comparison.part_words(side, part) for side in sides]) for part in sides[0].method.categories]
    none = _("not in its fact box")
    for kind, rows in facts(sides):
        printed = ["; ".join(marked(clean(fact.printed), fact) for fact in found) or none for found in rows]
        lines.append(row(_(comparison.FACTS[kind]), printed))
    lines += [sentence(_("Remark on {figure}: ").format(figure=about) + in_words(said)) for about, said in comparison.fact_doubts(sides)]
    for kind, found in findings(sides):
        count = [ngettext("{count} finding", "{count} findings", len(row)).format(count=len(row)) for row in found]
        lines.append(row(_(comparison.TOPICS[kind]), count))
    for heading, shared in ((_("Named in several"), actors(sides)), (_("Works cited in several"), works(sides))):
        if shared:
            lines.append(sentence(f"{heading}: {'; '.join(clean(item.name) for item in shared)}"))
    return lines
