"""Commands that search: this brief or all of them, by the same words, and go from place to place."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from ..brief.search.query import Matcher, Query, QueryError, parse
from ..brief.shown import named
from ..i18n import _, ngettext
from ..output.lines import clean, plain
from ..refusal import RefusedError
from . import passages
from .shelving import read
from .whereabouts import arrive, stop_of
from .words import message, number, sentence

if TYPE_CHECKING:
    from ..brief.entry import Listed
    from ..brief.search.passages import Passage
    from .reader import Reader

_MOST = 20
"""Most places of all briefs, the best."""
_CONTEXT = 120
"""Most characters of the text around the words of a place that is listed."""


class Hit(NamedTuple):
    """A place that was found."""

    passage: Passage
    """What it is."""
    matcher: Matcher
    """Finds the words in it."""
    brief: Listed | None = None
    """The brief that it is in; None for the one that was read when it was found."""


def _find(reader: Reader, argument: str) -> list[str]:
    query = _question(argument)
    if isinstance(query, str):
        return [query]
    from ..brief.search.finder import Finder

    finder = Finder(reader.briefing)
    while finder.step():
        pass
    found = (finder.passages[place] for place in finder.find(query))
    reader.hits, reader.hit, reader.home = [Hit(passage, Matcher(query)) for passage in _in_order(reader, found)], -1, reader.read
    if not reader.hits:
        return [_("Nothing has the words {words}.").format(words=clean(argument)[:80])]
    return _go_on(reader, 1)


def _in_order(reader: Reader, found: Iterable[Passage]) -> list[Passage]:
    """Return what was found in the order in which one meets it, each place once."""
    placed = [(stop_of(reader.way, passage), passage) for passage in found]
    known: set[object] = set()
    kept = []
    for stop, passage in sorted(placed, key=lambda item: item[0]):
        # A finding is said with its remarks.
        place = stop if reader.way.stops[stop].kind == "finding" else passage.ref
        if place not in known:
            known.add(place)
            kept.append(passage)
    return kept


def _search(reader: Reader, argument: str) -> list[str]:
    query = _question(argument)
    if isinstance(query, str):
        return [query]
    from ..shelf.searching import search

    try:
        found = search(query, _MOST, keep=reader.kept, quiet=True)
    except RefusedError as refused:
        return [message(str(refused))]
    reader.hits, reader.hit = [Hit(passage, Matcher(query), listed) for listed, passage in found.best], -1
    if not reader.hits:
        return [_("Nothing has the words {words}.").format(words=clean(argument)[:80])]
    said = _places(found.total)
    if found.total > len(reader.hits):
        said = _("{count} places; these are the best {shown}.").format(count=found.total, shown=len(reader.hits))
    return [said + " " + _("Type found and a number to go there."), *_list(reader)]


def _found(reader: Reader, argument: str) -> list[str]:
    if not reader.hits:
        return [_("Type find and the words to look for first.")]
    place = number(argument)
    if 1 <= place <= len(reader.hits):
        return _go_to(reader, place - 1)
    return [_places(len(reader.hits)), *_list(reader)]


def _list(reader: Reader) -> list[str]:
    from ..output.found import context_lines, head_lines

    lines = []
    for place, hit in enumerate(reader.hits, 1):
        head = " ".join(plain(line) for line in head_lines(hit.passage, hit.matcher, 10_000))
        context = " ".join(plain(line) for line in context_lines(hit.passage, hit.matcher, _CONTEXT))
        entry = named(hit.brief).entry if hit.brief else None
        said = [f"{clean(entry.title)} {entry.edition}"] if entry else []
        lines.append(f"{place}: " + " ".join([sentence(part) for part in (*said, head) if part] + [context]).rstrip())
    return lines


def _go_on(reader: Reader, by: int) -> list[str]:
    if not reader.hits:
        return [_("Type find and the words to look for first.")]
    place = max(reader.hit, 0) + by if reader.hit >= 0 or by < 0 else 0
    if not 0 <= place < len(reader.hits):
        return [_("That was the last one found.") if by > 0 else _("That was the first one found.")]
    return _go_to(reader, place)


def _go_to(reader: Reader, place: int) -> list[str]:
    hit = reader.hits[place]
    where = ""
    path = hit.brief.path if hit.brief else reader.home.path
    if path != reader.read.path:
        fault = read(reader, path)
        if fault:
            return fault
        where = passages.title(reader.briefing) + " "
    reader.hit = place
    said = _("Found {number} of {count}.").format(number=place + 1, count=len(reader.hits))
    first, *rest = arrive(reader.way, hit.passage)
    return [f"{said} {where}{first}", *rest]


def _question(words: str) -> Query | str:
    """Return what is asked for, or what is said where nothing is or it cannot be answered."""
    try:
        return parse(words) or _("Type find and the words to look for.")
    except QueryError as error:
        return message(str(error))


def _places(count: int) -> str:
    return sentence(ngettext("{count} place", "{count} places", count).format(count=count))


ANSWERS = {
    "find": _find,
    "search": _search,
    "found": _found,
    "find-next": lambda reader, _argument: _go_on(reader, 1),
    "find-previous": lambda reader, _argument: _go_on(reader, -1),
}
"""What each command answers, by its id."""
