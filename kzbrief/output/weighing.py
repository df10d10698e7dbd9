"""What findings rest on as lines: bars, each with its number, and the rule behind it in words."""

from __future__ import annotations

from collections.abc import Sequence

from ..brief.briefing import Briefing
from ..brief.names import language_name, stance_name
from ..brief.weighing import OLD, Measure, Weighing, weigh
from ..i18n import _, ngettext
from .findings import hanging
from .glyphs import Glyphs
from .lines import Line, Span, clean, indent, pad, width_of
from .origins import no_source
from .wrapping import wrap

WORKS = 5
"""How many of the works that carry most are named."""
_ROOMY = 50
"""Cells from which words and numbers stand in columns."""
_BAR, _SHORTEST = 30, 10
"""Most and fewest cells of a bar."""


def groups(briefing: Briefing) -> list[Weighing]:
    """Return the weighing of the whole brief, then that of each section that has findings."""
    whole = weigh(briefing.index)
    return [whole, *(weigh(briefing.index, section) for section in briefing.brief.sections if section.findings)]


def shown(found: Weighing) -> list[tuple[str, list[Measure]]]:
    """Return the measures in the order in which they are shown, under the rule of each."""
    works = found.of("work")[:WORKS]
    rules = [
        (_("Sources"), [*found.of("none"), *found.of("one"), *found.of("several"), *found.of("unsettled")]),
        (
            _("Age: old if the newest dated source is over {years} calendar years before the edition").format(years=OLD),
            [*found.of("old"), *found.of("undated")],
        ),
        (
            _("Whose: as the brief says of each work, the report's own publisher set apart; a finding counts for each of its sources"),
            found.of("stance"),
        ),
        (_("Languages: a finding counts for each of its sources"), found.of("language")),
        (_("Works that carry most"), works if found.section is None else []),
    ]
    return [(rule, measures) for rule, measures in rules if measures]


def label(measure: Measure, briefing: Briefing) -> str:
    """Return what holds of the findings of a measure, in a few words."""
    if measure.kind == "stance":
        return stance_name(measure.value)
    if measure.kind == "language":
        return language_name(measure.value)
    if measure.kind == "work":
        return f"[{briefing.index.label(measure.value)}] {clean(briefing.index.short(measure.value))}"
    return {
        "none": no_source(briefing.index),
        "one": _("a single source"),
        "several": _("two sources or more"),
        "old": _("old sources alone"),
        "undated": _("undated sources alone"),
        "unsettled": _("a note that fits several works, counted above, too"),
    }[measure.kind]


def title(found: Weighing) -> str:
    """Return what is weighed, with the number of findings."""
    name = _("All sections") if found.section is None else clean(found.section.title)
    form = ngettext("{name}: {count} finding", "{name}: {count} findings", found.findings)
    return form.format(name=name, count=found.findings)


def row(measure: Measure, found: Weighing, briefing: Briefing, width: int, label_width: int, glyphs: Glyphs) -> list[Line]:
    """Return a measure as its words, its number and its bar, all bars of a width being of one length; words alone on narrow lines."""
    count = len(measure.entries)
    alone = _alone(measure.alone) if measure.kind == "stance" else ""
    said = label(measure, briefing)
    if width < _ROOMY:
        return hanging([Span(f"{said}: "), Span(str(count), "strong"), *([Span(f", {alone}", "dim")] if alone else [])], width)
    first, *rest = wrap([Span(said)], label_width)
    line: Line = [*pad(first, label_width + 2), Span(f"{count:>4}", "strong")]
    room = width - label_width - 2 - 4 - 2
    beside = room - 2 - width_of(_alone(found.findings))
    cells = min(_BAR, beside if beside >= _SHORTEST else room)
    if found.findings and cells >= _SHORTEST:
        given = -(-count * cells // found.findings)  # one finding is one mark at least
        line += [Span("  "), Span(glyphs.mark * given, "mark"), Span(glyphs.rest * (cells - given), "rest")]
    if alone and beside >= _SHORTEST:
        line.append(Span(f"  {alone}", "dim"))
    elif alone:
        rest += wrap([Span(alone, "dim")], width - 2)
    return [line, *indent(rest, 2)]


def _alone(count: int) -> str:
    return ngettext("{count} on nothing else", "{count} on nothing else", count).format(count=count)


def labels_width(found: Sequence[Weighing], briefing: Briefing, width: int) -> int:
    """Return the cells that the words of all rows get: as many as they need, no more than two fifths of the width."""
    widest = max((width_of(label(measure, briefing)) for item in found for _rule, group in shown(item) for measure in group), default=0)
    return max(10, min(widest, width * 2 // 5))


def weighing_lines(briefing: Briefing, width: int, glyphs: Glyphs) -> list[Line]:
    """Return the weighing of the whole brief and of each section for a width in cells."""
    found = groups(briefing)
    lines = [*wrap([Span(_("What the findings rest on"), "strong")], width), *wrap([Span(note(briefing), "dim")], width)]
    by = labels_width(found, briefing, width - 2)
    for item in found:
        lines += [[], *wrap([Span(title(item), "strong")], width)]
        for rule, measures in shown(item):
            lines += wrap([Span(rule, "dim")], width)
            for measure in measures:
                lines += indent(row(measure, item, briefing, width - 2, by, glyphs), 2)
    return lines


def note(briefing: Briefing) -> str:
    """Return what the bars are, and what is counted."""
    return f"{_('Bars are shares of the findings.')} {advice(briefing)}"


def advice(briefing: Briefing) -> str:
    """Return what weak evidence means, and what is not counted."""
    drafts = briefing.index.evidence.drafts
    said = _("Weak evidence does not make a finding wrong; it says what to check first.")
    if drafts:
        form = ngettext("{count} draft is not counted.", "{count} drafts are not counted.", drafts)
        said = f"{said} {form.format(count=drafts)}"
    return said
