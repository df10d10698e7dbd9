"""Reading briefs that the index does not know while a sheet shows those that it does, in the pauses between keys."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from ..later import later

if TYPE_CHECKING:
    from ..briefs_sheet import BriefsSheet
    from ..library_sheet import LibrarySheet
    from .reading import ReadingScreen

_PAUSE, _SHOW = 0.01, 0.25
"""Seconds between two briefs that are read, in which keys are answered, and between two lists that are shown meanwhile."""


def gather(screen: ReadingScreen, sheet: BriefsSheet | LibrarySheet, replaced: Callable[[], bool] | None = None) -> None:
    """Read the briefs of a sheet's shelf one by one, as long as the sheet lies there, and let go of the shelf in the end.

    Where the shelf is asked things after that, `replaced` puts another sheet in the place of this one if its index turns out to be of no
    use, and returns whether it did.
    """
    shown = time.monotonic()

    def step() -> None:
        nonlocal shown
        if screen.sheet.sheet is not sheet:
            if not screen.lies_below(sheet):
                sheet.shelf.close()
                return
        elif replaced and replaced():
            return
        elif sheet.shelf.waiting:
            sheet.shelf.step()
            if not sheet.shelf.waiting or time.monotonic() > shown + _SHOW:
                shown = time.monotonic()
                sheet.refresh()
                screen.sheet.again()
        if sheet.shelf.waiting or replaced:
            later(screen, _PAUSE if sheet.shelf.waiting else _SHOW, step)
        else:
            sheet.shelf.close()

    step()
