"""The sheet of the findings that were marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..i18n import _, ngettext
from .page import Page
from .pages.marked import marked_page
from .sheets import Sheet

if TYPE_CHECKING:
    from ..brief.briefing import Briefing
    from ..marked import Marked
    from .navigator import Navigator


class MarkedSheet(Sheet):
    """The marked findings of a brief; Enter goes to one."""

    where = "marks"
    tall = True

    def __init__(self, briefing: Briefing, marked: Marked) -> None:
        self.briefing = briefing
        self.addresses = marked.of(briefing)
        """Addresses of the findings."""
        self._marked = marked

    def title(self) -> tuple[str, str]:
        """Return how many there are, and how to leave them."""
        count = len(self.addresses)
        return ngettext("{count} marked finding", "{count} marked findings", count).format(count=count), _("Esc closes")

    def layout(self, width: int, height: int) -> Page:
        """Return the page of the findings."""
        lost = self._marked.lost(self.briefing)
        return marked_page(self.briefing, self.addresses, width, lasting=self._marked.lasting, lost=lost)

    def renewed(self, navigator: Navigator) -> MarkedSheet:
        """Return the list of what is marked in the brief as it is by now."""
        return MarkedSheet(navigator.briefing, self._marked)
