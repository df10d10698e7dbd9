"""A whole brief as Markdown, the same as `kzbrief summary --full --format markdown` prints."""

from __future__ import annotations

from ...brief.briefing import Briefing
from ..markdown import summary_markdown
from . import Options


def export(briefing: Briefing, options: Options) -> str:
    """Return a brief with all findings and sources as Markdown."""
    return summary_markdown(briefing, full=True)
