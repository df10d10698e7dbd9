"""From one language of a brief to the next: those of its headlines, then the briefs that translate it or that it translates."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from ...brief.briefing import Briefing
from ...brief.names import language_name
from ...brief.shown import headline_languages
from ...i18n import _
from ...output.lines import clean
from ...restricted import restricted
from ..navigator import Navigator
from ..page import Place

if TYPE_CHECKING:
    from ..screens.reading import ReadingScreen


class Tongue(NamedTuple):
    """A language that can be gone to."""

    tag: str
    """Its tag; empty where only the other brief knows it."""
    brief: str = ""
    """Name of the brief in it; empty for the headlines of this one."""


def tongues(briefing: Briefing) -> list[Tongue]:
    """Return the languages of a brief in the order in which they follow each other: its own first."""
    heading = briefing.brief.brief
    found = [Tongue(tag) for tag in headline_languages(briefing.brief)]
    found += [Tongue(tag, name) for tag, name in heading.translations.items()]
    if heading.translation_of and heading.translation_of not in heading.translations.values():
        found.append(Tongue("", heading.translation_of))
    return found


def next_tongue(screen: ReadingScreen) -> None:
    """Go to the next language, at the same finding; say which it is, or why there is none."""
    navigator = screen.navigator
    found = tongues(navigator.read)
    if len(found) < 2:
        screen.say(_("this brief is in {language} alone").format(language=_name(found[0].tag)))
        return
    here = next((number for number, tongue in enumerate(found) if not tongue.brief and tongue.tag == navigator.headlines), 0)
    following = found[(here + 1) % len(found)]
    place = screen.reader.place
    if following.brief:
        _open(screen, following.brief, place)
        return
    navigator.translate(following.tag)
    screen.show_briefing(navigator, place)
    screen.say(_("headlines: {language}").format(language=_name(following.tag)))


def _open(screen: ReadingScreen, name: str, place: Place) -> None:
    """Read another brief, at the place where this one is; where it has no such place, at the same part of the page."""
    from ...brief.briefing import load
    from ...toml.problems import DocumentError

    try:
        briefing = load(_beside(screen.navigator.read.path, name))
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


def _beside(path: str, name: str) -> str:
    """Return the path of a brief of that name beside another, its name where there is none; in restricted use names alone count."""
    beside = os.path.join(os.path.dirname(path), f"{name}.toml")
    return beside if not restricted() and os.path.isfile(beside) else name


def _name(tag: str) -> str:
    return clean(language_name(tag))
