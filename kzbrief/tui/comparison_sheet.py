"""The sheet of a comparison: the brief that is read beside others."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..brief.comparison import beside
from ..i18n import _
from ..output.comparison import comparison_lines, name_of
from ..output.lines import indent
from .page import Page
from .pages.measure import edge, room
from .sheets import Sheet

if TYPE_CHECKING:
    from ..brief.briefing import Briefing
    from ..output.glyphs import Glyphs
    from .navigator import Navigator

_LONGEST = 100
"""Most cells of a line."""


class ComparisonSheet(Sheet):
    """Two briefs or more side by side."""

    where = "comparison"
    tall = True

    def __init__(self, one: Briefing, others: Sequence[Briefing], glyphs: Glyphs) -> None:
        self.others = others
        """The briefs beside the one that is read."""
        self._sides = beside([one, *others])
        self._glyphs = glyphs

    def title(self) -> tuple[str, str]:
        """Return which briefs they are, and how to leave it."""
        *names, last = map(name_of, self._sides)
        return _("{one} and {other}").format(one=", ".join(names), other=last), _("Esc closes")

    def renewed(self, navigator: Navigator) -> Sheet:
        """Return the same comparison with the brief as it is by now."""
        return ComparisonSheet(navigator.briefing, self.others, self._glyphs)

    def layout(self, width: int, height: int) -> Page:
        """Return a page of what they have in common, and of what must not be compared."""
        start, space = edge(width), min(_LONGEST, room(width))
        lines = comparison_lines(self._sides, space, self._glyphs, full=True)
        return Page(width, indent(lines, start), text_start=start, text_end=start + space)
