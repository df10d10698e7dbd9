"""Searching all briefs from a screen, and opening what was found."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from ...i18n import _
from ..briefs_sheet import BriefsSheet
from ..find_sheet import FindSheet
from ..library_sheet import LibrarySheet
from .gathering import gather

if TYPE_CHECKING:
    from ...shelf.shelf import Shelf
    from ...shelf.store import Store
    from .reading import ReadingScreen


class Library:
    """Searches all briefs."""

    def __init__(self, screen: ReadingScreen) -> None:
        self.screen = screen
        self._words = ""

    def show(self) -> None:
        """Ask for words: those that stand in the sheet of a search or of the briefs, else those that were looked for last."""
        sheet = self.screen.sheet.sheet
        words = sheet.words if isinstance(sheet, FindSheet | BriefsSheet) else ""
        self._lay(LibrarySheet(_searchable(self.screen.brief_app.desk.store()), words or self._words))

    def pick(self) -> None:
        """Open the brief of the current line at the place, with the words marked in it."""
        screen = self.screen
        sheet, stop = screen.sheet.sheet, screen.sheet.reader.cursor.current
        if not isinstance(sheet, LibrarySheet) or stop is None:
            return
        listed, passage = sheet.picked(int(stop.id.partition(":")[2]))
        self._words = sheet.words
        sheet.shelf.close()
        here = screen.briefing.path
        screen.shelving.open(listed.path)
        if os.path.realpath(screen.briefing.path) != os.path.realpath(listed.path):
            return  # it has changed and is broken by now, which is shown
        abroad = here != screen.briefing.path
        if not screen.searching.take(sheet.words, passage.ref, abroad=abroad):
            screen.actions.paths.follow(passage.ref)
        elif abroad:
            screen.say(_("{place}; n, N go on, Esc goes back to the brief before").format(place=screen.searching.status()))

    def _lay(self, sheet: LibrarySheet) -> None:
        def replaced() -> bool:
            if sheet.failed:
                sheet.shelf.close()
                self._lay(LibrarySheet(_searchable(None), sheet.words))
            return sheet.failed

        self.screen.show_sheet(sheet)
        gather(self.screen, sheet, replaced)


def _searchable(store: Store | None) -> Shelf:
    from ...shelf.searching import searchable

    return searchable(store)
