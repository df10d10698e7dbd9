"""The sheet of the findings that were marked."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from ..i18n import _, ngettext
from .page import Page
from .pages.marked import marked_page
from .sheets import Sheet

if TYPE_CHECKING:
    from ..brief.briefing import Briefing
    from .navigator import Navigator


class MarkedSheet(Sheet):
    """The marked findings of a brief; Enter goes to one."""

    where = "marks"
    tall = True

    def __init__(self, briefing: Briefing, addresses: Collection[str], *, lasting: bool) -> None:
        self.briefing = briefing
        self.addresses = addresses
        """Addresses of the findings."""
        self._lasting = lasting

    def title(self) -> tuple[str, str]:
        """Return how many there are, and how to leave them."""
        count = len(self.addresses)
        return ngettext("{count} marked finding", "{count} marked findings", count).format(count=count), _("Esc closes")

    def layout(self, width: int, height: int) -> Page:
        """Return the page of the findings."""
        return marked_page(self.briefing, self.addresses, width, lasting=self._lasting)

    def renewed(self, navigator: Navigator) -> MarkedSheet:
        """Return the list of what is marked in the brief as it is by now."""
        return MarkedSheet(navigator.briefing, navigator.marked, lasting=self._lasting)
