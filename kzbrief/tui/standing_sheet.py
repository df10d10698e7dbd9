"""The sheet of all countries of an edition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..i18n import _
from ..output.standing import title
from ..refusal import RefusedError
from .page import Page
from .pages.standing import standing_page
from .sheets import Sheet

if TYPE_CHECKING:
    from ..brief.briefing import Briefing
    from ..output.glyphs import Glyphs
    from .navigator import Navigator


class StandingSheet(Sheet):
    """All countries of the edition of a brief; Enter opens the source of a total. Raises RefusedError where there is no table of them."""

    where = "standing"
    tall = True
    stays = True

    def __init__(self, briefing: Briefing, glyphs: Glyphs) -> None:
        self.briefing = briefing
        self._glyphs = glyphs
        self.layout(80, 24)

    def title(self) -> tuple[str, str]:
        """Return which countries they are, and how to leave them."""
        return title(self.briefing), _("Esc closes")

    def layout(self, width: int, height: int) -> Page:
        """Return the page of the countries."""
        return standing_page(self.briefing, width, self._glyphs)

    def renewed(self, navigator: Navigator) -> Sheet | None:
        """Return the countries as the method has them by now; None where it has no table any more."""
        try:
            return StandingSheet(navigator.briefing, self._glyphs)
        except RefusedError:
            return None
