"""The sheet of a search in all briefs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..brief.search.query import Matcher, QueryError, parse
from ..brief.shown import named
from ..i18n import _, ngettext
from ..output.lines import clean
from .find_sheet import FindSheet
from .pages.briefs import name_of
from .search import Answer, Match, no_answer

if TYPE_CHECKING:
    from ..brief.entry import Listed
    from ..brief.search.passages import Passage
    from ..shelf.shelf import Shelf

MOST = 200
"""Most places that are listed, the best."""


class LibrarySheet(FindSheet):
    """What was found in all briefs; those that the index does not know are read while it lies there."""

    where = "library"
    detailed = True

    def __init__(self, shelf: Shelf, words: str) -> None:
        super().__init__(self._look, self._left, words)
        self.shelf = shelf
        """Where the briefs come from."""
        self.failed = False
        """Whether its index has turned out to be of no use."""
        self._found: list[tuple[Listed, Passage]] = []
        self._total = 0

    def name(self) -> str:
        """Return what it is called."""
        return _("Find in all briefs")

    def hint(self) -> str:
        """Return what is said as long as nothing is asked for."""
        return _("The best places of all briefs. country:KZ leaves those of one country, year:2010 those of a year.")

    def said(self) -> str:
        """Return how many places were found, and how many of them are listed."""
        if self._total > len(self._found):
            return _("the best {shown} of {count} places").format(shown=len(self._found), count=self._total)
        return ngettext("{count} place", "{count} places", self._total).format(count=self._total)

    def picked(self, place: int) -> tuple[Listed, Passage]:
        """Return the brief and the passage at a place of the list."""
        return self._found[place]

    def _left(self) -> str:
        left = self.shelf.waiting
        return _("{count} still to be read").format(count=left) if left else ""

    def _look(self, words: str) -> Answer:
        self._found, self._total = [], 0
        try:
            query = parse(words, typing=True)
        except QueryError as error:
            return no_answer(str(error))
        if not query:
            return no_answer()
        self.shelf.keep()
        found = self.shelf.found(query, MOST)
        if found is None:
            self.failed = True
            return no_answer()
        self._found, self._total = found.best, found.total
        return Answer(range(len(found.best)), Matcher(query), self._match)

    def _match(self, number: int) -> Match:
        listed, passage = self._found[number]
        return Match(passage, clean(name_of(named(listed))))
