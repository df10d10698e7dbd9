"""Commands that mark findings and take things along."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..brief.address import of_finding
from ..i18n import _
from ..marked import lost_words
from ..output import quoting
from ..output.findings import headline
from ..output.lines import clean
from .words import count_words, number, sentence

if TYPE_CHECKING:
    from .reader import Reader


def _finding_address(reader: Reader, _argument: str) -> list[str]:
    address = reader.way.finding
    return [of_finding(reader.briefing, address) if address else _("This is no finding.")]


def _mark(reader: Reader, _argument: str) -> list[str]:
    address = reader.way.finding
    return [sentence(reader.marked.turn(reader.briefing, address)) if address else _("This is no finding.")]


def _marks(reader: Reader, argument: str) -> list[str]:
    marked = reader.marked.of(reader.briefing)
    entries = [entry for entry in reader.briefing.index.entries if entry.address in marked]
    place = number(argument)
    if argument.strip().casefold() in ("drop", _("drop")):
        gone = reader.marked.lost(reader.briefing)
        for item in gone:
            reader.marked.turn(reader.briefing, item.address)
        return [count_words("{count} mark dropped.", "{count} marks dropped.", len(gone))]
    if 1 <= place <= len(entries):
        return reader.way.jump(reader.way.number_of(entries[place - 1].address))
    lines = [count_words("{count} marked finding.", "{count} marked findings.", len(entries))]
    lines += (sentence(f"{place}: {clean(headline(entry))}") for place, entry in enumerate(entries, 1))
    return [*lines, *_lost(reader)]


def _lost(reader: Reader) -> list[str]:
    """What is said of marks whose findings are gone, and how they are dropped."""
    lost = reader.marked.lost(reader.briefing)
    if not lost:
        return []
    named = (clean(f"{item.headline} ({item.address})" if item.headline else item.address) for item in lost)
    return [sentence(f"{lost_words(lost)}: {'; '.join(named)}"), _("Type marks drop to drop these marks.")]


def _text(reader: Reader) -> str:
    """Return what can be taken along: the reference of a source that was named last, else the finding; nothing elsewhere."""
    way = reader.way
    if way.here.source:
        return quoting.reference(reader.briefing, way.here.source)
    return quoting.finding(reader.briefing, way.finding) if way.finding else ""


def _quote(reader: Reader, _argument: str) -> list[str]:
    address = reader.way.finding
    if not address:
        return [_("This is no finding.")]
    return [line for line in quoting.finding(reader.briefing, address).split("\n") if line]


def _copy(reader: Reader, _argument: str) -> list[str]:
    text = _text(reader)
    if not text:
        return [_("This is neither a finding nor a source.")]
    if reader.copy is None:
        return [_("Nothing can be copied without a terminal; quote says the text.")]
    what = _("reference") if reader.way.here.source else _("finding")
    return [sentence(_("{what} {done}").format(what=what.capitalize(), done=reader.copy(text)))]


ANSWERS = {"finding-address": _finding_address, "mark": _mark, "marks": _marks, "quote": _quote, "copy": _copy}
"""What each command answers, by its id."""
