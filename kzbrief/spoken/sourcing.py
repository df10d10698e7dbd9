"""Commands about the works behind findings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..i18n import _
from ..output.lines import clean
from ..output.origins import no_source_sentence
from ..output.sources import keys_of
from . import works
from .words import count_words, number, sentence, source_words

if TYPE_CHECKING:
    from .reader import Reader


def _cite(reader: Reader, by: int) -> list[str]:
    way, index = reader.way, reader.briefing.index
    found = way.citations
    if not found:
        return [no_source_sentence(index) if way.finding else _("There are no citations here.")]
    place = way.here.citation + by
    if not 0 <= place < len(found):
        return [_("No further citation in this finding.") if by > 0 else _("No citation before this one in this finding.")]
    citation = found[place]
    way.name(citation.key, place)
    said = _("Citation {number} of {count}: {source}, {words}").format(
        number=place + 1, count=len(found), source=source_words(citation.label), words=clean(index.short(citation.key))
    )
    return [sentence(said)]


def _source(reader: Reader, argument: str) -> list[str]:
    word = argument.casefold().removeprefix("number ").removeprefix("note ")
    if word.startswith("outside "):
        word = "*" + word.split()[-1]
    if not word:
        key = named(reader)
        return _show(reader, [key]) if key else _cite(reader, 1)
    try:
        return _show(reader, keys_of(reader.briefing, word))
    except KeyError:
        return [_("There is no source {name}; type sources for all of them.").format(name=clean(argument)[:80])]


def _show(reader: Reader, keys: list[str]) -> list[str]:
    reader.way.leave()
    reader.way.name(keys[0])
    return [line for key in keys for line in works.work(reader.briefing, key)]


def named(reader: Reader) -> str:
    """Return the source that was named last, else the only one that the finding cites; nothing where there is none."""
    found = reader.way.citations
    if not reader.way.here.source and len(found) == 1:
        reader.way.name(found[0].key, 0)
    return reader.way.here.source


def _none_named() -> list[str]:
    return [_("No source has been named yet; type citation or source and a number first.")]


def _address(reader: Reader, _argument: str) -> list[str]:
    key = named(reader)
    return works.addresses(reader.briefing, key) if key else _none_named()


def _place(reader: Reader, argument: str) -> list[str]:
    key = named(reader)
    if not key:
        return _none_named()
    found = works.cited_in(reader.briefing, key)
    place = number(argument or "1")
    if not 1 <= place <= len(found):
        return [count_words("It is cited in {count} finding.", "It is cited in {count} findings.", len(found))]
    return reader.way.jump(reader.way.number_of(found[place - 1]), key)


ANSWERS = {
    "citation": lambda reader, _argument: _cite(reader, 1),
    "previous-citation": lambda reader, _argument: _cite(reader, -1),
    "source": _source,
    "address": _address,
    "place": _place,
}
"""What each command answers, by its id."""
