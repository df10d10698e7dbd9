"""A whole brief as Markdown, the same as `kzbrief summary --full --format markdown` prints."""

from __future__ import annotations

from ...brief.briefing import Briefing
from ..markdown import findings_markdown, summary_markdown
from . import Options


def export(briefing: Briefing, options: Options) -> str:
    """Return a brief with all findings and sources as Markdown, or the findings that are wanted with theirs."""
    return summary_markdown(briefing, full=True) if options.findings is None else findings_markdown(briefing, options.findings)
