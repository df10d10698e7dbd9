"""What is said of people, bodies, companies, sites and laws: all of them in a line each, or the card of one."""

from __future__ import annotations

from ..brief.briefing import Briefing
from ..brief.model import Actor
from ..brief.search.folding import fold
from ..brief.text import parse
from ..i18n import _
from ..output.lines import clean
from .passages import finding_head
from .words import cited, count_words, in_words, remark_words, sentence, text_words


def actors(briefing: Briefing) -> list[str]:
    """Return who is who, numbered, in the order of the brief."""
    found = briefing.brief.actors
    lines = [count_words("Who is who: {count} name.", "Who is who: {count} names.", len(found))]
    return [*lines, *(line for place, actor in enumerate(found, 1) for line in actor_words(briefing, place, actor))]


def actor_words(briefing: Briefing, number: int, actor: Actor) -> list[str]:
    """Return an actor with its number, its other names, who it is, and the remarks on it."""
    aliases = _(", also {names}").format(names=", ".join(map(clean, actor.aliases))) if actor.aliases else ""
    described = " ".join(text_words(parse(actor.description), briefing.index))
    said = f"{number}: {clean(actor.name)}{aliases}{': ' + described if described else ''}"
    return [sentence(said + cited(actor.cites, briefing.index)), *remark_words([f"actor:{actor.id}"], briefing.index)]


def card(briefing: Briefing, actor: Actor) -> list[str]:
    """Return all that is known of an actor: who it is, the findings that name it, its events, whom it is named with."""
    naming = briefing.index.naming
    entries = naming.entries(actor.id)
    lines = actor_words(briefing, briefing.brief.actors.index(actor) + 1, actor)
    named = count_words("Named in {count} finding", "Named in {count} findings", len(entries))
    lines += [sentence(named), *(finding_head(briefing, entry) for entry in entries)] if entries else [sentence(_("No finding names it"))]
    lines += [sentence(f"{in_words(event.date.words())}: {clean(event.label)}") for event in naming.events(actor.id)]
    company = [f"{clean(other.name)} {count}" for other, count in naming.company(actor.id)]
    return [*lines, sentence(f"{_('Named together with')}: {', '.join(company)}")] if company else lines


def called(briefing: Briefing, name: str) -> list[Actor]:
    """Return the actors of a name, their own or another; where there is none, those with all its words in their names."""
    words = fold(name).split()
    known = [(actor, [fold(own) for own in (actor.name, *actor.aliases)]) for actor in briefing.brief.actors]
    exact = [actor for actor, names in known if " ".join(words) in names]
    return exact or [actor for actor, names in known if words and all(any(word in own for own in names) for word in words)]
