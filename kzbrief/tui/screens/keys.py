"""The keys of the commands, and a word for a key that does nothing where one is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding, BindingType

from ... import commands
from ...i18n import _

if TYPE_CHECKING:
    from textual import events

    from .reading import ReadingScreen


def bindings() -> list[BindingType]:
    """Return the key bindings, made from the commands; which of them work depends on what lies on top."""
    return [
        Binding(key, f"command({command.id!r}, {key!r})", command.label, show=False, system=command.id == "leave")
        for command in commands.COMMANDS
        for key in command.keys
    ]


def answer(screen: ReadingScreen, event: events.Key) -> None:
    """Say so where a key of some command does nothing in this place, if there is a help that says what does."""
    if screen.focused or screen.has_class("-tiny"):
        return
    # Textual names signs, as in `slash`; the commands have the signs themselves.
    here = {key for command in commands.COMMANDS if screen.where in command.where for key in command.keys}
    known = {key for command in commands.COMMANDS for key in command.keys}
    key = next((key for key in (event.key, event.character) if key in known), None)
    if key and "?" in here and not here & {event.key, event.character}:
        screen.say(_("{key} does nothing here; ? says what does").format(key=commands.shown(key)))
