"""The sheets of the shelf: all briefs, narrowed down by words, and what is wrong with one that is broken."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from ..brief.collation import sort_key
from ..brief.library import told
from ..brief.search.folding import fold
from ..brief.shown import named
from ..i18n import N_, _, language, ngettext
from ..output.lines import clean, indent
from .page import Page
from .pages.briefs import Table, briefs, haystack, name_of
from .pages.measure import edge, room
from .sheets import Sheet

if TYPE_CHECKING:
    from ..brief.entry import Listed
    from ..output.glyphs import Glyphs
    from ..shelf.shelf import Shelf
    from ..toml.problems import DocumentError


class BriefsSheet(Sheet):
    """All briefs at hand; those that the index does not know are read while it lies there."""

    where = "briefs"
    tall = True
    prompt = N_("Country, year, status, language")

    def __init__(self, shelf: Shelf, glyphs: Glyphs, current: str) -> None:
        self.shelf = shelf
        """Where they come from."""
        self.words = ""
        """What is looked for."""
        self.current = current
        """File of the brief to begin with."""
        self._glyphs = glyphs
        self._found: list[Listed] = []
        self._haystacks: list[str] = []
        self._table: Table | None = None
        self.refresh()

    def refresh(self) -> None:
        """Take what has been read by now."""
        tag = language()
        self._found = sorted(map(named, self.listed()), key=lambda item: sort_key(name_of(item), tag))
        self._haystacks = []
        self._table = None

    def listed(self) -> list[Listed]:
        """Return the briefs that are listed."""
        return list(self.shelf.listed())

    def signs(self) -> frozenset[str] | None:
        """Return the files of the briefs that have the sign of being chosen; None where none can be."""
        return None

    def title(self) -> tuple[str, str]:
        """Return how many there are, and how many are still to be read."""
        name = _("Briefs")
        if self.shelf.waiting:
            return name, _("{count} still to be read").format(count=self.shelf.waiting)
        count = len(self._found)
        return name, ngettext("{count} brief", "{count} briefs", count).format(count=count)

    def layout(self, width: int, height: int) -> Page:
        """Return the page of the briefs that have all the words."""
        wanted = fold(self.words).split()
        found = self._found
        if wanted:
            self._haystacks = self._haystacks or [haystack(item) for item in found]
            found = [item for item, text in zip(found, self._haystacks, strict=True) if all(word in text for word in wanted)]
        nothing = _("No brief has these words") if wanted else _("There are no briefs here.")
        if self._table is None or self._table.width != width:
            # Of all briefs, so that columns stay where they are while one types.
            self._table = Table(self._found, width, self._glyphs, signs=self.signs() is not None)
        return briefs(found, self._table, height, "" if wanted else self.current, nothing, self.signs())


class FaultSheet(Sheet):
    """What is wrong with a brief that cannot be opened."""

    where = "fault"
    tall = True

    def __init__(self, error: DocumentError) -> None:
        self.error = error
        """All its problems."""

    @property
    def place(self) -> str:
        """Where the first problem is, as editors and other tools understand it."""
        first = self.error.problems[0].place
        name = clean(told(self.error.name))
        return f"{name}:{first.line}:{first.column}" if first.line else name

    def title(self) -> tuple[str, str]:
        """Return that it is broken, and which file it is."""
        return _("This brief cannot be opened"), clean(os.path.basename(self.error.name))

    def layout(self, width: int, height: int) -> Page:
        """Return a page of its problems, each with its line."""
        from ..output.problems import error_lines

        start, space = edge(width), room(width)
        lines = error_lines(self.error, space, broken=True)
        return Page(width, indent(lines, start), text_start=start, text_end=start + space)
