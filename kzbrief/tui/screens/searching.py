"""Searching on a screen: the sheet with what was found, going from place to place, and back to where one was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...i18n import _
from ..find_sheet import FindSheet
from ..later import later
from ..search import Answer, Search

if TYPE_CHECKING:
    from ..lit import Lit, Range
    from ..page import Page, Place
    from .reading import ReadingScreen

_PAUSE = 0.005
"""Seconds between two steps of reading the brief, in which keys are answered."""


class Searching:
    """Searches the brief of a screen."""

    def __init__(self, screen: ReadingScreen) -> None:
        self.screen = screen
        self._search: Search | None = None
        self._words = ""
        self._answer: Answer | None = None
        self._at = 0
        self._origin: tuple[int, Place] | None = None
        self._abroad = False
        self._lit: dict[int, Lit] = {}

    @property
    def active(self) -> bool:
        """Whether one goes through what was found."""
        return self._answer is not None

    def show(self) -> None:
        """Ask for words, with those that were looked for last."""
        search = self._current()
        if not self.active:
            self._origin = self.screen.navigator.open, self.screen.reader.place
        sheet = FindSheet(search.ask, lambda: _("reading the brief") if search.waiting else "", self._words)
        self.screen.show_sheet(sheet)
        self._go_on(sheet, search)

    def pick(self) -> None:
        """Go to the current line of the sheet."""
        sheet, search = self.screen.sheet.sheet, self._current()
        cursor = self.screen.sheet.reader.cursor
        if not isinstance(sheet, FindSheet):
            return
        if search.waiting and cursor.current is None:
            # Enter came before anything was found, as when words and Enter arrive over a line in one go.
            self._finish(search)
            sheet.refresh()
            self.screen.sheet.again()
        if (stop := cursor.current) is None:
            return
        match = sheet.answer.match(int(stop.id.partition(":")[2]))
        if search.waiting:
            self._finish(search)
            sheet.refresh()
        answer = sheet.answered()
        self.screen.navigator.leave(self.screen.reader.place)
        self._take(sheet.words, answer, match.tab, match.stop)
        if match.passage.kind == "actor":
            self.screen.actions.paths.follow(match.passage.ref)
        self.screen.say(_("{place}; n, N go on, Esc goes back").format(place=self.status()))
        self._reveal()  # in a narrow window that has taken rows at the foot

    def take(self, words: str, ref: str, *, abroad: bool = False) -> bool:
        """Look for words in the brief that has just been opened, and go to what was found by its reference; False where it is not found.

        `abroad` is whether one comes from another brief, to which the end of the search goes back.
        """
        search = self._current()
        self._finish(search)
        answer = search.ask(words)
        match = next((match for match in map(answer.make, answer.found) if match.passage.ref == ref), None)
        if match is None:
            return False
        self._origin, self._abroad = (self.screen.navigator.open, self.screen.reader.place), abroad
        self._take(words, answer, match.tab, match.stop)
        return True

    def _take(self, words: str, answer: Answer, tab: int, stop: str) -> None:
        """Go through what was found, from one place on."""
        self._words, self._answer = words, answer
        self._lit.clear()
        places = ((place, answer.match(place)) for place in range(len(answer.found)))
        self._go_to(next(place for place, match in places if (match.tab, match.stop) == (tab, stop)))

    def step(self, by: int) -> None:
        """Go to the next place, or to the one before."""
        if not self._answer:
            self.screen.say(_("nothing is looked for; / asks for words"))
        elif not 0 <= self._at + by < len(self._answer.found):
            self.screen.say(_("this is the last place") if by > 0 else _("this is the first place"))
        else:
            self._go_to(self._at + by)

    def end(self) -> bool:
        """Go back to where one was before the search, and mark nothing any more; False where there is none."""
        if not self.active:
            return False
        screen = self.screen
        origin, abroad = self._origin, self._abroad
        self.forget()
        if abroad:
            return screen.shelving.backward()
        with screen.app.batch_update():
            if origin:
                screen.open_tab(origin[0], jump=False)
                screen.reader.move(lambda: screen.reader.cursor.go(origin[1]))
            screen.reader.refresh()
            screen.refresh_foot()
        return True

    def forget(self) -> None:
        """Forget what was found, for instance because another brief is read."""
        self._answer, self._origin, self._at, self._abroad = None, None, 0, False
        self._lit.clear()

    def renew(self) -> None:
        """Search the brief as it has been read anew, or forget what was found where it is another one."""
        if self._search is None or self._search.briefing is self.screen.briefing:
            return
        same = self._search.briefing.path == self.screen.briefing.path
        self._search = None
        if not same or self._answer is None:
            self._words = self._words if same else ""
            self.forget()
            return
        search = self._current()
        self._finish(search)
        self._answer = search.ask(self._words)
        self._lit.clear()
        self._at = min(self._at, len(self._answer.found) - 1)
        if self._origin and self._origin[0] >= len(self.screen.navigator.tabs):
            self._origin = 0, self._origin[1]
        if not self._answer.found:
            self.forget()

    def ranges(self, page: Page, number: int) -> list[Range]:
        """Return the cells of a line of the page in which something was found."""
        if self._answer is None or self._search is None:
            return []
        tab = self.screen.navigator.open
        if tab not in self._lit:
            self._lit[tab] = self._search.lit(self._answer, tab)
        return self._lit[tab].at(page, number)

    def status(self) -> str:
        """Return where one is among what was found; nothing where nothing is looked for."""
        if self._answer is None:
            return ""
        return _("place {number} of {count}").format(number=self._at + 1, count=len(self._answer.found))

    def _finish(self, search: Search) -> None:
        while search.step():
            pass

    def _current(self) -> Search:
        """The search in the brief that is read."""
        navigator = self.screen.navigator
        if self._search is None or self._search.briefing is not navigator.briefing:
            self._search = Search(navigator.briefing, navigator.tabs)
        return self._search

    def _go_on(self, sheet: FindSheet, search: Search) -> None:
        """Read the brief in the pauses between keys, as long as the sheet lies there."""
        if self.screen.sheet.sheet is not sheet or not search.waiting:
            return
        if search.step():
            later(self.screen, _PAUSE, lambda: self._go_on(sheet, search))
        else:
            sheet.refresh()
            self.screen.sheet.again()

    def _go_to(self, number: int) -> None:
        screen, answer = self.screen, self._answer
        assert answer
        self._at = number
        match = answer.match(number)
        cursor = screen.reader.cursor
        with screen.app.batch_update():
            screen.close_sheet()
            screen.open_tab(match.tab, jump=False)
            screen.filter.clear()
            screen.reader.move(lambda: cursor.find(match.stop))
            self._reveal()
            screen.reader.refresh()
            screen.refresh_foot()

    def _reveal(self) -> None:
        """Bring the first line that has the words into view at the place where one is."""
        if self._answer is None:
            return
        match, cursor = self._answer.match(self._at), self.screen.reader.cursor
        self.ranges(cursor.page, 0)
        line = self._lit[match.tab].first(cursor.page, match.stop) if match.tab in self._lit else None
        if line is not None:
            self.screen.reader.move(lambda: cursor.reveal(line))
