"""What is made ready while nothing else happens, so that the first key that needs it waits no longer than the next one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from .later import later
from .sheets import SourceSheet

if TYPE_CHECKING:
    from .screens.reading import ReadingScreen

_LATER, _PAUSE = 0.25, 0.02
"""Seconds before the first step, and between two, in which keys are answered."""
_MANY = 1000
"""Findings from which looking for all names in them takes so long that it waits for somebody who asks."""


def make_ready(screen: ReadingScreen) -> None:
    """Begin with what is to be made ready for the brief on a screen."""
    left = steps(screen)

    def go_on() -> None:
        for _step in left:
            later(screen, _PAUSE, go_on)
            break

    later(screen, _LATER, go_on)


def steps(screen: ReadingScreen) -> Iterator[None]:
    """Make one thing ready after the other: the other tabs, what the sheets of a source and of an actor look up."""
    navigator, reader = screen.navigator, screen.reader
    while reader.size and navigator.prepare(*reader.size):
        yield
    briefing = navigator.briefing
    if cited := briefing.index.citations:
        SourceSheet(briefing, cited[0].key).layout(*screen.size)
        yield
    if briefing.brief.actors and len(briefing.index.entries) < _MANY:
        from .actor_sheets import ActorSheet

        ActorSheet(briefing, briefing.brief.actors[0].id).layout(*screen.size)
