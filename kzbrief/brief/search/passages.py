"""What of a brief can be found: findings, works, events, actors, remarks, rows of the fact box, each with its texts and what it is of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import MAXYEAR, MINYEAR
from typing import NamedTuple

from ..briefing import Briefing
from ..dates import Date
from ..index import Entry
from ..model import Unsettled
from ..references import byline
from ..text import parse, plain
from .folding import plain_words

MOST = 100_000
"""Most characters of a text that are searched."""


class Piece(NamedTuple):
    """A text of a passage."""

    text: str
    """The text, without markup."""
    language: str
    """Tag of its language; empty where it is not known."""


class Passage(NamedTuple):
    """Something that can be found."""

    kind: str
    """One of KINDS of `query`."""
    ref: str
    """What it is, as in `finding:access/carrier`, `source:vasilyev-kaznet`, `remark:3`."""
    section: str
    """Id of the section that it stands in; empty for what stands in none."""
    head: Piece
    """What it is called; empty for a remark."""
    more: tuple[Piece, ...]
    """Its other texts, those that a reader sees first."""
    tags: tuple[str, ...]
    """What fields ask for, as in `year:2010`."""

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """All its texts."""
        return (self.head, *self.more)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of its texts, each once."""
        return tuple(dict.fromkeys(piece.language for piece in self.pieces if piece.text))


def passages(briefing: Briefing) -> Iterator[Passage]:
    """Yield all that can be found in a brief, in its order."""
    brief, language = briefing.brief, briefing.brief.brief.language
    common = _common(briefing)
    for fact in brief.facts:
        printed = " ".join(filter(None, (fact.printed, fact.printed_previous)))
        yield _passage("fact", fact.id, "", Piece(fact.label, language), [Piece(printed, language)], common)
    for entry in briefing.index.entries:
        yield _finding(briefing, entry, common)
    for event in brief.events:
        yield _passage("event", event.id, "", Piece(event.label, language), [], [*common, *_years(event.date)])
    for key in briefing.index.sources:
        yield _source(briefing, key, common)
    for actor in brief.actors:
        described = plain(parse(actor.description))
        yield _passage(
            "actor", actor.id, "", Piece(actor.name, ""), [Piece(", ".join(actor.aliases), ""), Piece(described, language)], common
        )
    for number, remark in enumerate(brief.remarks):
        yield _passage("remark", str(number), "", Piece("", language), [Piece(plain(parse(remark.text)), language)], common)


def _common(briefing: Briefing) -> list[str]:
    heading = briefing.brief.brief
    names = dict.fromkeys((heading.country.lower(), "".join(plain_words(heading.title))))
    return [*(f"country:{name}" for name in names), f"year:{heading.edition}"]


def _passage(kind: str, name: str, section: str, head: Piece, more: Iterable[Piece], tags: Iterable[str]) -> Passage:
    kept = tuple(Piece(piece.text[:MOST], piece.language) for piece in more if piece.text)
    return Passage(
        kind, f"{kind}:{name}", section, Piece(head.text[:MOST], head.language), kept, tuple(dict.fromkeys((*tags, f"kind:{kind}")))
    )


def _finding(briefing: Briefing, entry: Entry, common: list[str]) -> Passage:
    finding, language = entry.finding, briefing.brief.brief.language
    tags = [*common, f"section:{entry.section.id}", f"type:{finding.type}", *_years(finding.date), *_years(finding.as_of)]
    if entry.section.category:
        tags.append(f"section:{entry.section.category}")
    more = [
        Piece(plain(parse(finding.text)), language),
        *(Piece(words, tag) for tag, words in finding.headlines.items() if words != finding.headline),
    ]
    head = next((tag for tag, words in finding.headlines.items() if words == finding.headline), language)
    return _passage("finding", entry.address, entry.section.id, Piece(finding.headline, head), more, tags)


def _source(briefing: Briefing, key: str, common: list[str]) -> Passage:
    work, language = briefing.index.work(key), briefing.brief.brief.language
    if isinstance(work, Unsettled):
        titles = [Piece(source.title, source.language) for source in briefing.index.candidates(key)]
        return _passage("source", key, "", Piece(work.printed or "", ""), [*titles, Piece(work.reason, language)], common)
    more = [Piece(work.title_translated or "", language), Piece(byline(work), "")]
    return _passage("source", key, "", Piece(work.title, work.language), more, [*common, f"type:{work.type}", *_years(work.date)])


def _years(date: Date | None) -> list[str]:
    """Return the tags of the years that a date touches, of a long time those of its ends."""
    if date is None:
        return []
    first, last = date.start.year, date.end.year
    years = range(first, last + 1) if last - first < 20 else (first, last)
    return [f"year:{year}" for year in years if MINYEAR < year < MAXYEAR]  # which stand for an open beginning or end
