"""What findings rest on, as JSON and as Markdown."""

from __future__ import annotations

from ..brief.briefing import Briefing
from ..i18n import _
from .json_form import Table, head_table
from .markup import block, escaped, table
from .weighing import groups, label, note, shown, title


def weighing_table(briefing: Briefing) -> Table:
    """Return what all findings and those of each section rest on, with the addresses of the findings behind each count."""
    return {
        **head_table(briefing),
        "weighing": [
            {
                "section": item.section.id if item.section else None,
                "findings": item.findings,
                "measures": [
                    {
                        "kind": measure.kind,
                        "value": measure.value or None,
                        "count": len(measure.entries),
                        "alone": measure.alone if measure.kind == "stance" else None,
                        "findings": [entry.address for entry in measure.entries],
                    }
                    for measure in item.measures
                ],
            }
            for item in groups(briefing)
        ],
    }


def weighing_markdown(briefing: Briefing) -> str:
    """Return the counts as a table for the whole brief and each section."""
    blocks = [f"# {escaped(briefing.brief.brief.title)}", f"## {_('What the findings rest on')}", block(escaped(note(briefing)))]
    for item in groups(briefing):
        blocks.append(f"### {escaped(title(item))}")
        for rule, measures in shown(item):
            rows = [[escaped(label(measure, briefing)), str(len(measure.entries))] for measure in measures]
            blocks += [block(escaped(rule)), "\n".join(table([_("What"), _("Findings")], rows, "lr"))]
    return "\n\n".join(blocks) + "\n"
