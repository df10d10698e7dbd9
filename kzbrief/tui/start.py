"""The way into the app: the first frame at once, Textual after it."""

from __future__ import annotations

import os
import sys
from contextlib import nullcontext
from typing import TYPE_CHECKING

from .. import state
from ..output import themes
from ..output.glyphs import UNICODE, Glyphs
from . import frame
from .desk import Desk
from .navigator import Navigator
from .opening import Opening

if TYPE_CHECKING:
    from ..brief.briefing import Briefing
    from ..state import State
    from .page import Place

USUAL_THEME = "kz-dark"
_SIGNAL = 128
"""What is added to the number of a signal for the exit code."""


def run(
    briefing: Briefing | str,
    *,
    theme: str | None = None,
    mouse: bool = True,
    at: str | None = None,
    glyphs: Glyphs = UNICODE,
    kept: State | None = None,
    fresh: bool = False,
    originals: bool = False,
    notice: tuple[str, ...] = (),
    watched: bool = False,
    asked_for: str = "",
) -> int:
    """Read a brief until the user leaves; return the exit code.

    `theme` is a name or a path, `at` a section or a finding (`access/carrier`) to open, which goes before the place where the brief was
    left; `kept` is what was kept of earlier readings, None where nothing is to be kept of this one; `fresh` opens the brief at its
    beginning all the same; `originals` shows the report's own words at findings still to be written; `notice` stands in the footer until
    the first key, in full or shorter. With `watched` the screen follows the brief's file, and a path may stand for a brief that is waited
    for. `asked_for` is what was typed to open the brief. Raises DocumentError for a faulty theme, and KeyError where `at` is not in the
    brief.
    """
    look = themes.load(theme or os.environ.get("KZBRIEF_THEME") or USUAL_THEME)

    desk = Desk(kept)

    def opened(briefing: Briefing) -> tuple[Navigator, Place | None]:
        navigator = Navigator(briefing, glyphs)
        navigator.marked = desk.marked.of(briefing)
        if originals:
            navigator.show_originals(True)
        left = kept.briefs.get(state.key(briefing.path)) if kept and not fresh and not at else None
        return navigator, navigator.restore(left) if left else navigator.start(at)

    def opened_late(briefing: Briefing) -> tuple[Navigator, Place | None]:
        try:
            return opened(briefing)
        except KeyError:  # the place is not there yet
            return Navigator(briefing, glyphs), None

    navigator, place = opened(briefing) if not isinstance(briefing, str) else (_waiting(briefing, glyphs), None)
    lost = desk.lost_greeting(navigator.briefing) if kept and not _is_waiting(navigator) else ()
    if notice or lost:
        navigator.greeting = notice or lost
    elif kept and not kept.hinted and not _is_waiting(navigator) and state.change(_hinted):
        # Only where it is certain that it never comes back.
        navigator.greeting = frame.hint()
    with Opening(navigator, look, place) if Opening.possible() else nullcontext() as opening:
        _spare_ssl()
        from .app import BriefApp

        app = BriefApp(navigator, look, place, opening, desk, watched=watched, first=opened_late, asked_for=asked_for)
        app.run(mouse=mouse)
    code = app.return_code or 0
    # Not after a failure: the place may have been the cause.
    if kept and (code == 0 or code > _SIGNAL) and not _is_waiting(app.navigator):
        state.change(state.remember(state.key(app.navigator.briefing.path), app.left(), app.chosen))
    return code


def _waiting(path: str, glyphs: Glyphs) -> Navigator:
    from .waiting import Waiting

    return Waiting(path, glyphs)


def _is_waiting(navigator: Navigator) -> bool:
    return navigator.tab.kind == "waiting"


def _hinted(kept: State) -> None:
    kept.hinted = True


def _spare_ssl() -> None:
    """Import asyncio without ssl, which it can do without and which nothing here needs: 8 ms and 4 MB."""
    if "asyncio" in sys.modules or "ssl" in sys.modules:
        return
    sys.modules["ssl"] = None  # type: ignore[assignment]
    try:
        import asyncio  # noqa: F401
    finally:
        del sys.modules["ssl"]
