"""The desk: the briefs that have been open in this app, each at the place where it was left, and the way from one to the other."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from .. import state
from ..brief.briefing import load
from ..i18n import _
from ..marked import Marked, lost_words
from ..restricted import restricted
from .navigator import Navigator

if TYPE_CHECKING:
    from ..brief.briefing import Briefing
    from ..output.glyphs import Glyphs
    from ..shelf.store import Store
    from ..state import State
    from .page import Place

_Lying = tuple[tuple[int, int], Navigator, "Place"]
"""What a brief that was put down is: size and time of its file, its tabs, the place on the open one."""


class Desk:
    """Keeps what is put down, and finds it again. `kept` is what was kept of earlier readings, None where nothing may be kept."""

    def __init__(self, kept: State | None = None) -> None:
        self._kept = kept
        self.marked = Marked(kept)
        """The findings that are marked."""
        self._lying: dict[str, _Lying] = {}
        self._back: list[str] = []
        self._forward: list[str] = []

    def store(self) -> Store | None:
        """Return the index of all briefs, which is only read in restricted use; None where nothing that was kept may be used."""
        if not restricted() and self._kept is None:
            return None
        from ..shelf.store import Store

        return Store(write=not restricted())

    def open(self, path: str, glyphs: Glyphs) -> tuple[Navigator, Place | None]:
        """Return a brief at the place where it was left, in this app or in an earlier one; at its beginning, None, the first time.

        One whose file has changed is read again. Raises DocumentError where it cannot be read.
        """
        lying = self._lying.get(os.path.realpath(path))
        if lying and lying[0] == _changed(path):
            return lying[1:]
        briefing = load(path)
        if lying:
            navigator = lying[1].renewed(briefing)
            return navigator, lying[1].moved(lying[2], navigator)
        navigator = Navigator(briefing, glyphs)
        left = self._kept.briefs.get(state.key(path)) if self._kept else None
        return navigator, navigator.restore(left) if left else None

    def lost_marks(self, briefing: Briefing) -> str:
        """Return what is said of marks of which the findings are not in a brief any more; nothing where there are none."""
        lost = lost_words(self.marked.lost(briefing))
        return _("{lost}; M tells which").format(lost=lost) if lost else ""

    def lost_greeting(self, briefing: Briefing) -> tuple[str, ...]:
        """Return the same in full and shorter, for the footer; empty where there are none."""
        lost = self.lost_marks(briefing)
        return (lost, _("marks are lost: M")) if lost else ()

    def put_down(self, navigator: Navigator, place: Place) -> None:
        """Keep a brief that another takes the place of."""
        path = navigator.briefing.path
        self._lying[os.path.realpath(path)] = _changed(path), navigator, place
        if self._kept is not None:
            state.change(state.remember(state.key(path), navigator.left(place)))

    def leave(self, path: str) -> None:
        """Remember a brief as the one to go back to."""
        self._back.append(path)
        self._forward.clear()

    def backward(self, here: str) -> str | None:
        """Return the brief that was left last, None where there is none; the one that is open can be gone forward to."""
        return _step(self._back, self._forward, here)

    def forward(self, here: str) -> str | None:
        """Return the brief from which one went back last, None where there is none."""
        return _step(self._forward, self._back, here)


def _step(way: list[str], other: list[str], here: str) -> str | None:
    if not way:
        return None
    other.append(here)
    return way.pop()


def _changed(path: str) -> tuple[int, int]:
    try:
        found = os.stat(path)
    except OSError:
        return 0, 0
    return found.st_size, found.st_mtime_ns
