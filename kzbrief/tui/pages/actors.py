"""The pages of actors: all of them by kind, and the card of one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ...brief.briefing import Briefing
from ...brief.collation import sort_key
from ...brief.model import Actor
from ...brief.search.folding import fold
from ...brief.text import parse, parse_cite, plain
from ...i18n import N_, _, ngettext
from ...output.findings import hanging, headline
from ...output.lines import Line, Span, beside, clean, shortened, width_of
from ...output.wording import short_title
from ...output.wrapping import wrap
from ..page import Page
from . import words
from .build import PageBuilder
from .measure import edge, room
from .section import remark_lines, source_target

LONGEST = 90
"""Most cells of a line."""
KINDS = {
    "person": N_("People"),
    "body": N_("Bodies"),
    "company": N_("Companies"),
    "site": N_("Sites"),
    "law": N_("Laws"),
}
"""The kinds of actors, in the order in which they are listed."""


def actors_with(briefing: Briefing, words_: str) -> list[Actor]:
    """Return the actors that have all the words in their names, their kind or what is said of them; all where there are no words."""
    wanted = fold(words_).split()
    return [actor for actor in briefing.brief.actors if all(word in _haystack(actor) for word in wanted)]


def _haystack(actor: Actor) -> str:
    """All words by which an actor can be found, in small letters without accents, ё as е."""
    return fold(" ".join([actor.name, *actor.aliases, kind_words(actor), _(KINDS[actor.kind]), plain(parse(actor.description))]))


def actor_list(briefing: Briefing, width: int, words_: str = "") -> Page:
    """Return the actors that have all the words by kind, each with the number of findings that name it; Enter leads to its card."""
    space = min(LONGEST, room(width))
    page = PageBuilder(width, edge(width))
    tag = briefing.brief.brief.language
    begun = False
    shown = actors_with(briefing, words_)
    if not shown:
        page.add(wrap([Span(_("No actor has these words. Esc shows all again."))], space))
    for kind, title in KINDS.items():
        found = sorted((actor for actor in shown if actor.kind == kind), key=lambda actor: sort_key(actor.name, tag))
        if not found:
            continue
        if begun:
            page.blank()
        begun = True
        page.add([[Span(_(title), "strong")]])
        for actor in found:
            count = len(briefing.index.naming.entries(actor.id))
            said = ngettext("{count} finding", "{count} findings", count).format(count=count) if count else ""
            name = shortened(clean(actor.name), space - width_of(said) - 2)
            row = beside([Span(name)], [Span(said, "dim")] if said else [], space)
            page.stop(f"actor:{actor.id}", _leading([row], f"actor:{actor.id}"), goto=f"actor:{actor.id}", mark=-2)
    return page.finish(text_start=page.left, text_end=page.left + space)


def actor_card(briefing: Briefing, identifier: str, width: int) -> Page:
    """Return the card of an actor: who it is, with sources; the findings that name it, its events, whom it is named with."""
    index = briefing.index
    naming = index.naming
    actor = naming.actor(identifier)
    space = min(LONGEST, room(width))
    page = PageBuilder(width, edge(width))
    page.add(_who(briefing, actor, space))
    entries = naming.entries(identifier)
    title = ngettext("Named in {count} finding", "Named in {count} findings", len(entries)).format(count=len(entries))
    rows = [(f"finding:{entry.address}", headline(entry), short_title(briefing, entry.section)) for entry in entries]
    _group(page, title if entries else _("No finding names it"), rows, space)
    events = [(f"event:{event.id}", event.label, event.date.words(short=True)) for event in naming.events(identifier)]
    if events:
        _group(page, _("Events"), events, space)
    company = [(f"actor:{other.id}", other.name, str(count)) for other, count in naming.company(identifier)]
    if company:
        _group(page, _("Named together with"), company, space)
    return page.finish(text_start=page.left, text_end=page.left + space)


def kind_words(actor: Actor) -> str:
    """Return what an actor is, in a word."""
    return {"person": _("person"), "body": _("body"), "company": _("company"), "site": _("site"), "law": _("law")}[actor.kind]


def _who(briefing: Briefing, actor: Actor, space: int) -> list[Line]:
    lines: list[Line] = []
    if actor.aliases:
        said = ", ".join(clean(name) for name in actor.aliases)
        lines += wrap([Span(_("Also:") + " ", "dim"), Span(said)], space)
    runs = [run for paragraph in parse(actor.description) for run in paragraph.runs]
    said_of = list(words.spans(runs, lambda cite: source_target(briefing, cite)))
    cited = list(words.bracketed([source_target(briefing, parse_cite(item)) for item in actor.cites])) if actor.cites else []
    if said_of or cited:
        lines += words.softened(wrap([*said_of, *([Span(" ")] if said_of and cited else []), *cited], space))
    remarks = briefing.index.remarks(f"actor:{actor.id}")
    return [*lines, *remark_lines(remarks, briefing, space)]


def _group(page: PageBuilder, title: str, rows: Sequence[tuple[str, str, str]], space: int) -> None:
    """Append a title and rows that lead somewhere: where to, what they say, what stands at their right."""
    page.blank()
    page.add(wrap([Span(title, "strong")], space))
    for ref, said, detail in rows:
        detail = shortened(clean(detail), max(8, space // 3))
        lines = hanging([Span(clean(said))], space - width_of(detail) - 2)
        page.stop(ref, _leading([beside(lines[0], [Span(detail, "dim")], space), *lines[1:]], ref), goto=ref, mark=-2)


def _leading(lines: Iterable[Line], ref: str) -> list[Line]:
    return [[span._replace(ref=ref) for span in line] for line in lines]
