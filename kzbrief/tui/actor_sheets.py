"""The sheets of actors: all of them, and one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..i18n import N_, _, ngettext
from ..output.lines import clean
from .page import Page
from .pages.actors import actor_card, actor_list, actors_with, kind_words
from .sheets import Sheet

if TYPE_CHECKING:
    from ..brief.briefing import Briefing
    from .navigator import Navigator


class ActorsSheet(Sheet):
    """All actors of a brief, by kind."""

    where = "actors"
    tall = True

    def __init__(self, briefing: Briefing) -> None:
        self.briefing = briefing

    def ask(self) -> None:
        """Have a line to type words into, which the actors that are shown must have."""
        self.prompt = N_("A name, a kind, words of what is said of them")

    def clear(self) -> bool:
        """Show all again, without the line."""
        asked = bool(self.prompt)
        self.prompt = self.words = ""
        return asked

    def title(self) -> tuple[str, str]:
        """Return how many there are, and how to leave them."""
        count = len(self.briefing.brief.actors)
        said = ngettext("{count} actor", "{count} actors", count).format(count=count)
        if self.words.strip():
            found = len(actors_with(self.briefing, self.words))
            return _("{found} of {actors}").format(found=found, actors=said), _("Esc shows all")
        return said, _("Esc closes")

    def renewed(self, navigator: Navigator) -> Sheet:
        """Return the actors of the brief as it is by now, with the same words."""
        sheet = ActorsSheet(navigator.briefing)
        sheet.prompt, sheet.words = self.prompt, self.words
        return sheet

    def layout(self, width: int, height: int) -> Page:
        """Return the page of all actors, or of those that have the words."""
        return actor_list(self.briefing, width, self.words)


class ActorSheet(Sheet):
    """The card of an actor."""

    where = "actor"
    tall = True
    stays = True

    def __init__(self, briefing: Briefing, identifier: str) -> None:
        self.briefing = briefing
        self.actor = briefing.index.naming.actor(identifier)
        """Whom it is about."""

    def title(self) -> tuple[str, str]:
        """Return the name, and what kind of actor it is."""
        return clean(self.actor.name), kind_words(self.actor)

    def renewed(self, navigator: Navigator) -> Sheet | None:
        """Return the card as it is by now; None where the actor is gone."""
        known = any(actor.id == self.actor.id for actor in navigator.briefing.brief.actors)
        return ActorSheet(navigator.briefing, self.actor.id) if known else None

    def layout(self, width: int, height: int) -> Page:
        """Return the page of the actor."""
        return actor_card(self.briefing, self.actor.id, width)
