"""A whole brief as one page of HTML, to mail or to print: no script, nothing from the network. Its parts are in `page/`."""

from __future__ import annotations

from ...brief.briefing import Briefing
from . import Options
from .page.document import document


def export(briefing: Briefing, options: Options) -> str:
    """Return a brief as a page."""
    return document(briefing, options.findings)
