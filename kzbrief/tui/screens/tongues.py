"""From one language of a brief to the next: those of its headlines, then the briefs that translate it or that it translates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...brief.names import language_name
from ...brief.tongues import following, translation
from ...i18n import _
from ...output.lines import clean
from ..navigator import Navigator
from ..page import Place

if TYPE_CHECKING:
    from ..screens.reading import ReadingScreen


def next_tongue(screen: ReadingScreen) -> None:
    """Go to the next language, at the same finding; say which it is, or why there is none."""
    navigator = screen.navigator
    then = following(navigator.read, navigator.headlines)
    if then is None:
        screen.say(_("this brief is in {language} alone").format(language=_name(navigator.headlines)))
        return
    place = screen.reader.place
    if then.brief:
        _open(screen, then.brief, place)
        return
    navigator.translate(then.tag)
    screen.show_briefing(navigator, place)
    screen.say(_("headlines: {language}").format(language=_name(then.tag)))


def _open(screen: ReadingScreen, name: str, place: Place) -> None:
    """Read another brief, at the place where this one is; where it has no such place, at the same part of the page."""
    from ...toml.problems import DocumentError

    try:
        briefing = translation(screen.navigator.read, name)
    except DocumentError:
        screen.say(_("the brief “{name}” cannot be read").format(name=clean(name)))
        return
    old, new = screen.navigator, Navigator(briefing, screen.navigator.glyphs)
    # In its own language, since that is what was asked for.
    if new.headlines != briefing.brief.brief.language:
        new.translate(briefing.brief.brief.language)
    new.order = old.order
    new.open = next((number for number, tab in enumerate(new.tabs) if tab.id == old.tab.id), 0)
    desk, path = screen.brief_app.desk, old.briefing.path
    desk.put_down(old, place)
    screen.brief_app.read(new, place if new.tab.id == old.tab.id else None)
    desk.leave(path)
    screen.say(_("brief: {language}").format(language=_name(briefing.brief.brief.language)))


def _name(tag: str) -> str:
    return clean(language_name(tag))
