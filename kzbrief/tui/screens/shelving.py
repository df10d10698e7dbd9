"""The way from one brief to another."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from ...brief.briefing import load
from ...i18n import _
from ...toml.problems import DocumentError
from ..briefs_sheet import BriefsSheet, FaultSheet
from ..navigator import Navigator
from .gathering import gather

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ...shelf.shelf import Shelf
    from .reading import ReadingScreen


class Shelving:
    """Shows all briefs on a screen, and opens one."""

    def __init__(self, screen: ReadingScreen) -> None:
        self.screen = screen

    def show(self) -> None:
        """Show all briefs, those first that the index knows; the others are read one by one. One is opened."""
        self._lay(BriefsSheet(self._shelf(), self.screen.glyphs, self.screen.briefing.path))

    def choose(self) -> None:
        """Show all others, of which some are chosen to be compared with the one that is read: those again that are compared by now."""
        from ...brief.comparison import side
        from ...output.comparison import name_of
        from ..choosing_sheet import ChoosingSheet
        from ..comparison_sheet import ComparisonSheet

        screen, sheet = self.screen, self.screen.sheet.sheet
        chosen = [other.path for other in sheet.others] if isinstance(sheet, ComparisonSheet) else []
        self._lay(ChoosingSheet(self._shelf(), screen.glyphs, screen.briefing.path, name_of(side(screen.briefing)), chosen))

    def _shelf(self) -> Shelf:
        from ...shelf.shelf import Shelf, around

        path = self.screen.briefing.path
        return Shelf(around(path), (path,), store=self.screen.brief_app.desk.store())

    def _lay(self, sheet: BriefsSheet) -> None:
        self.screen.show_sheet(sheet)
        gather(self.screen, sheet)

    def pick(self) -> None:
        """Open the current brief of the list."""
        ref = self.screen.sheet.reader.cursor.ref
        if ref:
            self.open(ref.partition(":")[2])

    def open(self, path: str) -> None:
        """Open a brief in the place of the one that is read, which can be gone back to; or say what is wrong with it."""
        from ..choosing_sheet import ChoosingSheet

        here = self.screen.briefing.path
        sheet = self.screen.sheet.sheet
        if isinstance(sheet, ChoosingSheet):
            self._compare(dict.fromkeys([*sheet.chosen, path]))
            return
        if os.path.realpath(path) == os.path.realpath(here):
            self.screen.close_sheet()
        elif self._read(path, _("[ goes back to the brief before")):
            self.screen.brief_app.desk.leave(here)

    def turn(self, path: str = "") -> None:
        """Choose a brief of the list to be compared, or leave it out again: that of a file, or the current one, and go on to the next."""
        from ..choosing_sheet import ChoosingSheet

        view, sheet = self.screen.sheet, self.screen.sheet.sheet
        file = path or view.reader.cursor.ref.partition(":")[2]
        if isinstance(sheet, ChoosingSheet) and file:
            sheet.turn(file)
            view.again()
            if not path:
                view.reader.move(view.reader.cursor.down)

    def compare(self) -> None:
        """Compare the brief that is read with those that are chosen, with the current one where none is."""
        from ..choosing_sheet import ChoosingSheet

        sheet = self.screen.sheet.sheet
        if isinstance(sheet, ChoosingSheet) and sheet.chosen:
            self._compare(sheet.chosen)
        else:
            self.pick()

    def _compare(self, paths: Iterable[str]) -> None:
        """Show briefs beside the one that is read."""
        from ..comparison_sheet import ComparisonSheet

        screen = self.screen
        try:
            others = [Navigator(load(path), screen.glyphs, beside=True).briefing for path in paths]
        except DocumentError as error:
            screen.show_sheet(FaultSheet(error), over=True)
            return
        screen.show_sheet(ComparisonSheet(screen.briefing, others, screen.glyphs))

    def backward(self) -> bool:
        """Go back to the brief that was left last; False where there is none."""
        return self._step(self.screen.brief_app.desk.backward(self.screen.briefing.path), _("] goes forward to the brief again"))

    def forward(self) -> bool:
        """Go forward again; False where there is nothing to go to."""
        return self._step(self.screen.brief_app.desk.forward(self.screen.briefing.path), _("[ goes back to the brief before"))

    def _step(self, path: str | None, said: str) -> bool:
        if path is not None:
            self._read(path, said)
        return path is not None

    def _read(self, path: str, said: str) -> bool:
        """Put down the brief that is read and take up another, saying how to return; False where it cannot be read, which is shown then."""
        screen, desk = self.screen, self.screen.brief_app.desk
        if isinstance(screen.sheet.sheet, BriefsSheet):
            screen.sheet.sheet.current = path
        try:
            navigator, place = desk.open(path, screen.glyphs)
        except DocumentError as error:
            screen.show_sheet(FaultSheet(error), over=True)
            return False
        with screen.app.batch_update():
            screen.close_sheet()
            desk.put_down(screen.navigator, screen.reader.place)
            screen.brief_app.read(navigator, place)
        screen.say(desk.lost_marks(screen.briefing) or said)
        return True

    def copy_place(self) -> None:
        """Copy file and line of the problem of a broken brief."""
        sheet = self.screen.sheet.sheet
        if isinstance(sheet, FaultSheet):
            done = self.screen.brief_app.take(sheet.place)
            self.screen.say(_("{what} {done}").format(what=_("place"), done=done))
