"""What is shown of a file that has never been in order while it was watched: a page that says so, until there is something to read."""

from __future__ import annotations

import os

from ..brief.briefing import Briefing
from ..brief.method import Method
from ..brief.model import Brief, Heading, Report
from ..i18n import _
from ..output.glyphs import Glyphs
from ..output.lines import Span, clean, indent
from ..output.wrapping import wrap
from .navigator import Navigator, Tab
from .page import Page
from .pages.measure import measure

KIND = "waiting"
"""What lies on top then, as commands name it."""


class Waiting(Navigator):
    """The tabs of a brief that is not there yet: a single one, with words on it."""

    def __init__(self, path: str, glyphs: Glyphs) -> None:
        name = os.path.basename(path)
        heading = Heading(id="", title=name, country="", edition=0)
        report = Report(type="chapter", title=name, collection=_("no version yet"))
        method = Method(id="", name="", publisher="", categories=[], scales=[])
        super().__init__(Briefing(path, Brief(format=1, brief=heading, report=report), method), glyphs)
        self.tabs = [Tab(KIND, KIND, _("Waiting"))]

    def _lay_out(self, tab: Tab, width: int, height: int) -> Page:
        columns = measure(width)
        name = clean(os.path.basename(self.briefing.path))
        said = [
            [Span(_("{file} is shown here as soon as it can be read and has no faults.").format(file=name), "strong")],
            [Span(_("f shows what keeps it from that; e opens it in your editor."))],
        ]
        lines = [line for words in said for line in (*wrap(words, columns.width), [])]
        return Page(width, [[], *indent(lines, columns.start)])
