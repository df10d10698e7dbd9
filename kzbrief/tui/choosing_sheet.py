"""The sheet in which briefs are chosen to be compared with the one that is read."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import TYPE_CHECKING

from ..i18n import _, ngettext
from .briefs_sheet import BriefsSheet

if TYPE_CHECKING:
    from ..brief.entry import Listed
    from ..output.glyphs import Glyphs
    from ..shelf.shelf import Shelf


class ChoosingSheet(BriefsSheet):
    """All briefs but the one that is read; one or several of them can be chosen."""

    where = "choosing"

    def __init__(self, shelf: Shelf, glyphs: Glyphs, here: str, name: str, chosen: Iterable[str] = ()) -> None:
        self._here = os.path.realpath(here)
        self._name = name
        self.chosen = list(chosen)
        """Files of the briefs that are chosen, in the order in which they were."""
        super().__init__(shelf, glyphs, next(iter(self.chosen), ""))

    def turn(self, path: str) -> None:
        """Choose a brief, or leave it out again."""
        if path in self.chosen:
            self.chosen.remove(path)
        else:
            self.chosen.append(path)

    def title(self) -> tuple[str, str]:
        """Return with which brief they are compared, and how many are chosen."""
        count = len(self.chosen)
        said = ngettext("{count} chosen", "{count} chosen", count).format(count=count) if count else super().title()[1]
        return _("Compare {name} with").format(name=self._name), said

    def listed(self) -> list[Listed]:
        """Return the briefs that can be chosen."""
        file = os.path.basename(self._here)
        return [item for item in super().listed() if os.path.basename(item.path) != file or os.path.realpath(item.path) != self._here]

    def signs(self) -> frozenset[str]:
        """Return the files of the briefs that have the sign of being chosen."""
        return frozenset(self.chosen)
