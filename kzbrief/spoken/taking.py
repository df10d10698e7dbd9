"""Commands that mark findings and take things along."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..brief.address import of_finding
from ..i18n import _
from ..marked import lost_words, perhaps
from ..output import quoting
from ..output.findings import headline
from ..output.lines import clean
from .words import count_words, message, number, sentence

if TYPE_CHECKING:
    from ..brief.index import Entry
    from ..marked import Lost
    from .reader import Reader


def _finding_address(reader: Reader, _argument: str) -> list[str]:
    address = reader.way.finding
    return [of_finding(reader.briefing, address) if address else _("This is no finding.")]


def _mark(reader: Reader, _argument: str) -> list[str]:
    address = reader.way.finding
    return [message(reader.marked.turn(reader.briefing, address)) if address else _("This is no finding.")]


def _marked(reader: Reader) -> tuple[list[Entry], tuple[Lost, ...]]:
    """Return the findings that are marked, in the order of the brief, and the marks of which the findings are gone."""
    found = reader.marked.of(reader.briefing)
    return [entry for entry in reader.briefing.index.entries if entry.address in found], reader.marked.lost(reader.briefing)


def _marks(reader: Reader, argument: str) -> list[str]:
    entries, lost = _marked(reader)
    place = number(argument)
    addresses = [*(entry.address for entry in entries), *(perhaps(reader.briefing, item) for item in lost)]
    if 1 <= place <= len(addresses) and addresses[place - 1]:
        return reader.way.jump(reader.way.number_of(addresses[place - 1]))
    lines = [count_words("{count} marked finding.", "{count} marked findings.", len(entries))]
    lines += [sentence(f"{place}: {clean(headline(entry))}") for place, entry in enumerate(entries, 1)]
    if lost:
        lines.append(sentence(lost_words(lost)))
    for place, item in enumerate(lost, len(entries) + 1):
        said = f"{place}: {clean(item.headline or item.address)}"
        if address := perhaps(reader.briefing, item):
            said += "; " + _("perhaps finding {number} now").format(number=reader.briefing.index.entry(address).position)
        lines.append(sentence(said))
    return lines


def _unmark(reader: Reader, argument: str) -> list[str]:
    entries, lost = _marked(reader)
    place, addresses = number(argument), [*(entry.address for entry in entries), *(item.address for item in lost)]
    if not 1 <= place <= len(addresses):
        return [_("Type unmark and the number of a mark; marks says all of them.")]
    return [message(reader.marked.turn(reader.briefing, addresses[place - 1]))]


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


ANSWERS = {"finding-address": _finding_address, "mark": _mark, "marks": _marks, "unmark": _unmark, "quote": _quote, "copy": _copy}
"""What each command answers, by its id."""
