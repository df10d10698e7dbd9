"""A whole brief as JSON, the same as `kzbrief summary --format json` prints; schemas/output.schema.json describes it."""

from __future__ import annotations

from ...brief.briefing import Briefing
from ..json_form import findings_table, json_text, summary_table
from . import Options


def export(briefing: Briefing, options: Options) -> str:
    """Return a brief as JSON text."""
    return json_text(summary_table(briefing) if options.findings is None else findings_table(briefing, options.findings))
