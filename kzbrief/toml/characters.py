"""Characters that no document may hold, since they change what a terminal shows or does, and numbers that are none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from ..i18n import N_, _
from .places import Places
from .problems import Path, Place, Problem

FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")
"""Control characters but tab and line ends, and those that change the direction of writing. A single U+000D is a fault of syntax."""
MOST = 20
"""Most forbidden characters that are reported one by one."""

_IN_DATA = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")
_LARGEST = 2**63
_NAMES = {
    0x00: N_("zero character"),
    0x07: N_("bell"),
    0x08: N_("backspace"),
    0x0C: N_("page break"),
    0x0D: N_("carriage return"),
    0x1B: N_("escape"),
    0x7F: N_("delete"),
    0x2028: N_("line separator"),
    0x2029: N_("paragraph separator"),
}


def named(character: str) -> str:
    """Return a character in words, as in `U+001B (escape)`."""
    code = ord(character)
    default = N_("control character") if code < 256 else N_("changes the direction of writing")
    return f"U+{code:04X} ({_(_NAMES.get(code, default))})"


def forbidden(text: str, data: dict[str, Any]) -> list[Problem]:
    """Return the problems of characters and numbers, in file order, each with its place: those of the text and those of escapes."""
    problems = []
    line, start = 1, 0
    for number, found in enumerate(islice(FORBIDDEN.finditer(text), MOST + 1)):
        line += text.count("\n", start, found.start())
        start = found.start()
        place = Place(line, start - text.rfind("\n", 0, start))
        if number < MOST:
            message, hint = _("the character {name} is not allowed").format(name=named(found[0])), _("delete it; it cannot be seen")
        else:
            message, hint = _("more characters that are not allowed follow"), _("see whether this is the right file")
        problems.append(Problem("forbidden-character", message, (), place, hint))
    problems.extend(_of_data(text, data))
    return sorted(problems, key=lambda problem: problem.place)


def _of_data(text: str, data: dict[str, Any]) -> list[Problem]:
    """Return the problems of what the text says: characters that are written as escapes, and numbers that are none."""
    places = Places(text)
    problems: list[Problem] = []
    pending: list[tuple[Path, Any]] = [((), data)]
    while pending and len(problems) < MOST:
        path, value = pending.pop()
        if isinstance(value, dict):
            for key, item in reversed(value.items()):
                pending.append(((*path, key), item))
                # A key that is not longer than what it says holds the character itself, which has been reported.
                if (found := _IN_DATA.search(key)) and places.of((*path, key), key=True).length > len(key) + 2:
                    message = _("the name of this key holds {name}, which is not allowed").format(name=named(found[0]))
                    problems.append(places.problem("forbidden-character", message, (*path, key), key=True))
        elif isinstance(value, list):
            pending.extend(((*path, index), value[index]) for index in range(len(value) - 1, -1, -1))
        elif isinstance(value, str):
            problems.extend(_of_string(places, path, value, MOST - len(problems)))
        elif isinstance(value, (int, float)) and (message := _of_number(value)):
            problems.append(places.problem("not-a-number", message, path, hint=_("write the figure, or leave the key out")))
    return problems


def _of_number(value: float) -> str:
    """Return what is wrong with a number; nothing where it can be reckoned with."""
    if isinstance(value, int):
        return "" if -_LARGEST <= value < _LARGEST else _("this number is too large")
    if value - value == 0:
        return ""
    return _("this is not a number") if value != value else _("this number is infinite")


def _of_string(places: Places, path: Path, value: str, most: int) -> Iterator[Problem]:
    for found in islice(_IN_DATA.finditer(value), most):
        place = places.inside(path, found.start(), 1)
        if place.length > 1:  # else it stands in the text as it is and has been reported
            message = _("this stands for the character {name}, which is not allowed").format(name=named(found[0]))
            yield Problem("forbidden-character", message, path, place, _("delete it"))
