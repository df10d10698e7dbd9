"""The way into the app: the first frame at once, Textual after it."""

from __future__ import annotations

import os
import sys
from contextlib import nullcontext
from typing import TYPE_CHECKING

from ..output import themes
from ..output.glyphs import UNICODE, Glyphs
from .navigator import Navigator
from .opening import Opening

if TYPE_CHECKING:
    from ..brief.briefing import Briefing

USUAL_THEME = "kz-dark"


def run(briefing: Briefing, *, theme: str | None = None, mouse: bool = True, at: str | None = None, glyphs: Glyphs = UNICODE) -> int:
    """Read a brief until the user leaves; return the exit code.

    `theme` is a name or a path, `at` a section or a finding (`access/carrier`) to open. Raises DocumentError for a faulty theme, and
    KeyError where `at` is not in the brief.
    """
    if not glyphs.utf8:
        from ..output.ascii import in_ascii

        briefing = type(briefing)(briefing.path, in_ascii(briefing.brief), in_ascii(briefing.method))
    look = themes.load(theme or os.environ.get("KZBRIEF_THEME") or USUAL_THEME)
    navigator = Navigator(briefing, glyphs)
    place = navigator.start(at)
    with Opening(navigator, look, place) if Opening.possible() else nullcontext() as opening:
        _spare_ssl()
        from .app import BriefApp

        app = BriefApp(navigator, look, place, opening)
        app.run(mouse=mouse)
    return app.return_code or 0


def _spare_ssl() -> None:
    """Import asyncio without ssl, which it can do without and which nothing here needs: 8 ms and 4 MB."""
    if "asyncio" in sys.modules or "ssl" in sys.modules:
        return
    sys.modules["ssl"] = None  # type: ignore[assignment]
    try:
        import asyncio  # noqa: F401
    finally:
        del sys.modules["ssl"]
