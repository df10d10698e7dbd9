"""The sheet of a comparison: the brief that is read beside another one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..brief.comparison import side
from ..i18n import _
from ..output.comparison import comparison_lines, name_of
from ..output.lines import indent
from .page import Page
from .sheets import Sheet

if TYPE_CHECKING:
    from ..brief.briefing import Briefing
    from ..output.glyphs import Glyphs
    from .navigator import Navigator

_EDGE = 3
_LONGEST = 100
"""Most cells of a line."""


class ComparisonSheet(Sheet):
    """Two briefs side by side."""

    where = "comparison"
    tall = True

    def __init__(self, one: Briefing, other: Briefing, glyphs: Glyphs) -> None:
        self._other = other
        self._sides = [side(one), side(other)]
        self._glyphs = glyphs

    def title(self) -> tuple[str, str]:
        """Return which briefs they are, and how to leave it."""
        return _("{one} and {other}").format(one=name_of(self._sides[0]), other=name_of(self._sides[1])), _("Esc closes")

    def renewed(self, navigator: Navigator) -> Sheet:
        """Return the same comparison with the brief as it is by now."""
        return ComparisonSheet(navigator.briefing, self._other, self._glyphs)

    def layout(self, width: int, height: int) -> Page:
        """Return a page of what they have in common, and of what must not be compared."""
        space = min(_LONGEST, width - _EDGE - 1)
        return Page(
            width, indent(comparison_lines(self._sides, space, self._glyphs, full=True), _EDGE), text_start=_EDGE, text_end=_EDGE + space
        )
