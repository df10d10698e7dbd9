"""Searching all briefs from a screen, and opening what was found."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

from ...i18n import _
from ..briefs_sheet import BriefsSheet
from ..find_sheet import FindSheet
from ..library_sheet import LibrarySheet

if TYPE_CHECKING:
    from .reading import ReadingScreen

_PAUSE, _SHOW = 0.01, 0.5
"""Seconds between two briefs that are read, in which keys are answered, and between two lists that are shown meanwhile."""


class Library:
    """Searches all briefs."""

    def __init__(self, screen: ReadingScreen) -> None:
        self.screen = screen
        self._words = ""
        self._shown = 0.0

    def show(self) -> None:
        """Ask for words: those that stand in the sheet of a search or of the briefs, else those that were looked for last."""
        from ...shelf.searching import searchable

        sheet = self.screen.sheet.sheet
        words = sheet.words if isinstance(sheet, FindSheet | BriefsSheet) else ""
        self._lay(LibrarySheet(searchable(self.screen.brief_app.desk.store()), words or self._words))

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
        self.screen.show_sheet(sheet)
        self._shown = time.monotonic()
        self._go_on(sheet)

    def _go_on(self, sheet: LibrarySheet) -> None:
        """Read what the index does not know, in the pauses between keys, as long as the sheet lies there."""
        if self.screen.sheet.sheet is not sheet:
            if not self.screen.lies_below(sheet):
                sheet.shelf.close()
                return
        elif sheet.failed:
            from ...shelf.searching import searchable

            sheet.shelf.close()
            self._lay(LibrarySheet(searchable(None), sheet.words))
            return
        elif sheet.shelf.waiting:
            sheet.shelf.step()
            if not sheet.shelf.waiting or time.monotonic() > self._shown + _SHOW:
                self._shown = time.monotonic()
                sheet.refresh()
                self.screen.sheet.again()
        self.screen.set_timer(_PAUSE if sheet.shelf.waiting else _SHOW, lambda: self._go_on(sheet))
