"""Commands that go along the way through a brief, and those about the reading itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..i18n import _
from ..output.lines import clean
from . import passages
from .stops import tabs
from .typed import help_lines
from .whereabouts import go_to
from .words import count_words, number, source_words

if TYPE_CHECKING:
    from .reader import Reader


def passage(reader: Reader, kind: str) -> list[str]:
    """Go to a part of the brief that is one stop: `facts`, `timeline`."""
    found = reader.way.number_of_kind(kind)
    return [_("This brief has none.")] if found is None else reader.way.jump(found)


def _where(reader: Reader, _argument: str) -> list[str]:
    way = reader.way
    said = _("{title} Stop {number} of {count}.").format(title=way.title, number=way.here.stop + 1, count=len(way.stops))
    if way.here.source:
        said += " " + _("Last named: {source}.").format(source=source_words(way.briefing.index.label(way.here.source)))
    return [said]


def _back(reader: Reader, said: str, *, forward: bool = False) -> list[str]:
    if reader.way.turn_back(forward=forward):
        return [f"{said} {reader.way.title}"]
    if reader.turn_back(forward=forward):
        return [f"{said} {passages.title(reader.briefing)} {reader.way.title}"]
    return [_("There is nothing to go forward to.") if forward else _("There is nothing to go back to.")]


def _last(reader: Reader, _argument: str) -> list[str]:
    findings = [number for number, stop in enumerate(reader.way.stops) if stop.kind == "finding"]
    return reader.way.jump(findings[-1] if findings else 0)


def _key(reader: Reader, argument: str) -> list[str]:
    keys = reader.briefing.brief.brief.key_findings
    if not argument:
        return passage(reader, "key")
    place = number(argument)
    if not 1 <= place <= len(keys):
        return [count_words("There is {count} key finding.", "There are {count} key findings.", len(keys))]
    return reader.way.jump(reader.way.number_of(keys[place - 1]))


def _sections(reader: Reader, _argument: str) -> list[str]:
    sections = reader.briefing.brief.sections
    lines = [count_words("{count} section.", "{count} sections.", len(sections))]
    return [*lines, *(f"{place}: {passages.section_words(reader.briefing, section)}" for place, section in enumerate(sections, 1))]


def _section(reader: Reader, argument: str) -> list[str]:
    sections = reader.briefing.brief.sections
    place, words = number(argument), argument.casefold()
    fitting = [section for section in sections if words and words in (section.id, section.title.casefold())]
    fitting = fitting or [section for section in sections if words and words in section.title.casefold()]
    if 1 <= place <= len(sections):
        fitting = [sections[place - 1]]
    if len(fitting) != 1:
        names = ", ".join(f"{place} {clean(section.title)}" for place, section in enumerate(sections, 1))
        return [_("Type section and one of these: {names}.").format(names=names)]
    return reader.way.jump(reader.way.starts[fitting[0].id])


def _tab(reader: Reader, argument: str) -> list[str]:
    found = tabs(reader.briefing, reader.way.stops)
    place = number(argument)
    if not 1 <= place <= len(found):
        names = ", ".join(f"{place} {part.title}" for place, part in enumerate(found, 1))
        return [_("The parts are {names}. For a source type source and its number, for a finding go and its number.").format(names=names)]
    return reader.way.jump(found[place - 1].stop)


def _go(reader: Reader, argument: str) -> list[str]:
    if not argument:
        return [_("Type go and the number of a finding or its name, as in go 12.")]
    place, entries = number(argument), reader.briefing.index.entries
    try:
        return go_to(reader.way, entries[place - 1].address if 1 <= place <= len(entries) else argument)
    except KeyError:
        return [_("There is no finding {name}; there are {count}.").format(name=clean(argument)[:80], count=len(entries))]


def _quit(reader: Reader, _argument: str) -> list[str]:
    reader.done = True
    return [_("Left.")]


ANSWERS = {
    "go-on": lambda reader, _argument: reader.way.step(1),
    "next": lambda reader, _argument: reader.way.step(1),
    "previous": lambda reader, _argument: reader.way.step(-1),
    "repeat": lambda reader, _argument: reader.last,
    "where": _where,
    "key": _key,
    "sections": _sections,
    "section": _section,
    "tab": _tab,
    "go": _go,
    "first": lambda reader, _argument: reader.way.jump(0),
    "last": _last,
    "back": lambda reader, _argument: _back(reader, _("Back.")),
    "backward": lambda reader, _argument: _back(reader, _("Back.")),
    "forward": lambda reader, _argument: _back(reader, _("Forward."), forward=True),
    "help": lambda _reader, argument: help_lines(argument),
    "quit": _quit,
}
"""What each command answers, by its id."""
