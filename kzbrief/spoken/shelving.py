"""Commands that go from brief to brief: which there are, another one, one beside this one."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from ..brief.address import require_shown, split
from ..brief.briefing import load
from ..brief.comparison import beside
from ..brief.library import told
from ..brief.search.folding import fold
from ..brief.shown import named
from ..i18n import _
from ..output.lines import clean, plain
from ..refusal import RefusedError
from ..toml.problems import DocumentError
from . import figures, passages
from .whereabouts import go_to
from .words import count_words, in_words, message, number, sentence

if TYPE_CHECKING:
    from ..brief.entry import Listed
    from .reader import Reader


def _briefs(reader: Reader, argument: str) -> list[str]:
    from ..shelf.command import at_hand

    wanted = fold(argument).split()
    said = [(item, _line(item)) for item in map(named, at_hand(reader.read.path, keep=reader.kept))]
    found = [(item, line) for item, line in said if all(word in fold(f"{item.name} {line}") for word in wanted)]
    reader.listed = [item.path for item, _line in found]
    lines = [count_words("{count} brief; brief 1 reads it.", "{count} briefs; brief 1 reads the first.", len(found))]
    return [*lines, *(f"{place}: {line}" for place, (_item, line) in enumerate(found, 1))]


def _line(item: Listed) -> str:
    """Return a brief of the list in words, with the name that opens it."""
    from ..output.listing import place_of, score_of, sign_words, size_of, title_of

    if item.fault:
        said = f"{clean(told(item.words))}: {_('broken')}, {clean(item.fault.message)}"
        return f"{sentence(said)} {place_of(item.fault)}"
    entry = item.entry
    assert entry  # all have been read
    status = f", {clean(entry.status)}" if entry.status else ""
    size = in_words(size_of(entry))
    warned = [sign_words()] if entry.warned else []
    name = _("Name: {name}").format(name=clean(told(item.words)))
    parts = (title_of(entry), score_of(entry) + status, *warned, size[:1].upper() + size[1:], name)
    return " ".join(map(sentence, parts))


def _brief(reader: Reader, argument: str) -> list[str]:
    if not argument:
        return [_("Type brief and a name, or the number of one that briefs has listed.")]
    try:
        name, place = split(_meant(reader, argument))
        briefing = load(name)
        if place:
            require_shown(briefing, place)
    except DocumentError as error:
        return _problems(error)
    except RefusedError as refused:
        return [message(line) for line in str(refused).split("\n")]
    if os.path.realpath(briefing.path) != os.path.realpath(reader.read.path):
        reader.open(briefing)
    return [passages.title(reader.briefing), *go_to(reader.way, place)] if place else reader.way.jump(0)


def _compare(reader: Reader, argument: str) -> list[str]:
    if not argument:
        return [_("Type compare and the name of a brief, or the number of one that briefs has listed.")]
    try:
        other = load(_meant(reader, argument))
    except DocumentError as error:
        return _problems(error)
    if os.path.realpath(other.path) == os.path.realpath(reader.read.path):
        return [message(_("this is the brief that you read"))]
    return figures.beside(beside([reader.briefing, reader.shown(other)]))


def _meant(reader: Reader, argument: str) -> str:
    """Return the brief that was typed: its number in the last list, else its name, its file or an address in it."""
    place = number(argument)
    return reader.listed[place - 1] if 1 <= place <= len(reader.listed) else argument


def read(reader: Reader, path: str) -> list[str]:
    """Read the brief of a file from now on; return what is said where it cannot be read, else nothing."""
    try:
        reader.open(load(path))
    except DocumentError as error:
        return _problems(error)
    return []


def _problems(error: DocumentError) -> list[str]:
    """Return what is wrong with a brief, a line for each problem."""
    from ..output.problems import head

    lines = []
    for problem in error.problems:
        lines.append(sentence(plain(head(error.name, problem))))
        if problem.hint:
            lines[-1] += " " + message(problem.hint)
    return lines


ANSWERS = {"briefs": _briefs, "brief": _brief, "compare": _compare}
"""What each command answers, by its id."""
