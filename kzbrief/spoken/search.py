"""Finding words in a brief that is read by ear."""

from __future__ import annotations

from ..brief.briefing import Briefing
from ..brief.references import reference
from ..brief.text import parse, plain


def found_in(briefing: Briefing, words: str) -> list[tuple[str, str]]:
    """Return what has all the words, in any order, in small letters or capitals.

    Findings come first, as `finding` and address, then works, as `source` and key.
    """
    wanted = words.casefold().split()
    index = briefing.index
    found = []
    for entry in index.entries:
        text = f"{entry.finding.headline} {entry.finding.topic or ''} {plain(parse(entry.finding.text))}".casefold()
        if all(word in text for word in wanted):
            found.append(("finding", entry.address))
    for key in index.sources:
        text = f"{key} {reference(index.work(key), index.candidates(key), briefing.brief.brief.language)}".casefold()
        if all(word in text for word in wanted):
            found.append(("source", key))
    return found
