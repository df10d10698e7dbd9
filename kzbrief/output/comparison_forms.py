"""Briefs beside each other, as JSON and as Markdown."""

from __future__ import annotations

from collections.abc import Sequence

from .. import __version__
from ..brief.comparison import Shared, Side, actors, changes, distance, facts, findings, relation, steps, works
from ..brief.model import Fact
from ..i18n import _
from .comparison import FACTS, TOPICS, caveats, change_words, doubts, fact_doubts, name_of, part_words, remarks_on, signs_note, steps_title
from .figures.factbox import marked
from .figures.words import total_in_words
from .json_form import Table, fact_table, head_table, scale_table
from .markup import block, escaped, table


def comparison_table(sides: Sequence[Side]) -> Table:
    """Return all that briefs have in common; figures as published, derived ones under names of their own."""
    names = [side.briefing.brief.brief.id for side in sides]
    return {
        "kzbrief": __version__,
        "relation": relation(sides),
        "caveats": caveats(sides),
        "sides": [_side(side) for side in sides],
        "changes": [
            {"earlier": item.earlier.edition.year, "later": item.later.edition.year, "points_better_derived": item.points}
            for item in changes(sides)
        ],
        "steps": [
            {
                "earlier": item.earlier.edition.year,
                "later": item.later.edition.year,
                "points_better_derived": item.points,
                "outside": item.outside,
            }
            for item in steps(sides)
        ],
        "facts": [
            {"kind": kind, "rows": [[_fact(side, fact) for fact in row] for side, row in zip(sides, rows, strict=True)]}
            for kind, rows in facts(sides)
        ],
        "findings": [{"type": kind, "addresses": [[entry.address for entry in row] for row in rows]} for kind, rows in findings(sides)],
        "actors": [_shared(item, names) for item in actors(sides)],
        "works": [_shared(item, names) for item in works(sides)],
    }


def _fact(side: Side, fact: Fact) -> Table:
    outside = fact.role == "context"
    return {**fact_table(side.briefing, fact), "outside": outside, "remarks": remarks_on(side, f"fact:{fact.id}")}


def _side(side: Side) -> Table:
    scale, scores = side.scale, side.edition.scores
    return {
        **head_table(side.briefing),
        "scale": scale_table(scale),
        "total": side.edition.total,
        "status": side.edition.status,
        "doubts": doubts(side),
        "scores": {category.id: scores.get(category.id) for category in side.method.categories},
        "distance_from_best_derived": distance(side.edition.total, scale.lowest, scale.highest, scale.direction),
    }


def _shared(item: Shared, names: Sequence[str]) -> Table:
    return {"name": item.name, "briefs": [names[place] for place in item.sides]}


def comparison_markdown(sides: Sequence[Side]) -> str:
    """Return scores, fact boxes and what briefs share as Markdown."""
    names = [escaped(name_of(side)) for side in sides]
    blocks = [f"# {escaped(_('Side by side'))}: {', '.join(names)}", *(block(escaped(said)) for said in caveats(sides))]
    signs = [" !" if doubts(side) else "" for side in sides]
    totals = (total_in_words(side.edition.total, side.scale) + sign for side, sign in zip(sides, signs, strict=True))
    scores = [[escaped(_("Total")), *map(escaped, totals)]]
    scores.append([escaped(_("Status")), *(escaped(side.edition.status or _("not known")) for side in sides)])
    if relation(sides) != "other-method":
        for category in sides[0].method.categories:
            words = (part_words(side, category) for side in sides)
            scores.append([escaped(category.title), *map(escaped, words)])
    blocks += [f"## {_('Scores, as published')}", _table(names, scores)]
    blocks += [f"- **!** {escaped(f'{name_of(side)}: {said}')}" for side in sides for said in doubts(side)]
    blocks += [f"- {escaped(change_words(item))}" for item in changes(sides)]
    if through := steps(sides):
        ends = ((" *" if item.outside else "") + (" !" if item.doubtful else "") for item in through)
        listed = "\n".join(f"- {escaped(change_words(item) + sign)}" for item, sign in zip(through, ends, strict=True))
        blocks += [escaped(steps_title()), listed, *([block(escaped(signs_note(through)))] if signs_note(through) else [])]
    rows = [
        [escaped(_(FACTS[kind])), *(escaped(_row(side, row) or "-") for side, row in zip(sides, found, strict=True))]
        for kind, found in facts(sides)
    ]
    blocks += [f"## {_('Facts, as their sources give them')}", _table(names, rows)] if rows else []
    blocks += [f"- **!** {escaped(f'{about}: {said}')}" for about, said in fact_doubts(sides)]
    counts = [[escaped(_(TOPICS[kind])), *(str(len(row)) for row in found)] for kind, found in findings(sides)]
    blocks += [f"## {_('Findings by topic')}", _table(names, counts)] if counts else []
    for title, shared in ((_("Named in several"), actors(sides)), (_("Works cited in several"), works(sides))):
        blocks += [f"## {title}", "\n".join(f"- {escaped(item.name)}" for item in shared)] if shared else []
    return "\n\n".join(blocks) + "\n"


def _row(side: Side, found: Sequence[Fact]) -> str:
    signs = (" !" if side.briefing.index.warned(f"fact:{fact.id}") else "" for fact in found)
    return "; ".join(marked(fact.printed, fact) + sign for fact, sign in zip(found, signs, strict=True))


def _table(names: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    return "\n".join(table(["", *names], rows, "l" * (len(names) + 1)))
