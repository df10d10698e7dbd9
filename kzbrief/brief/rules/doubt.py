"""Which names are in doubt in a file with other faults: nothing is reported as missing that may only be misspelt elsewhere."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ...toml.problems import Problem

_NAMES_AT = {
    "finding": (("section", "finding", "id"), ("section", "id")),
    "source": (("sources",), ("unsettled",)),
    "note": (("sources", "*", "notes"), ("unsettled", "*", "notes")),
    "fact": (("fact", "id"),),
    "event": (("event", "id"),),
    "series": (("series", "id"),),
    "actor": (("actor", "id"),),
    "edition": (("edition", "year"), ("edition", "role")),
}
"""Where the names of each kind stand, without indexes."""


def kinds_in_doubt(problems: Iterable[Problem], data: dict[str, Any]) -> frozenset[str]:
    """Return the kinds of which some names may be unknown because of the problems found so far."""
    lost = set()
    for problem in problems:
        names = tuple(step for step in problem.path if isinstance(step, str))
        if names[:1] in (("sources",), ("unsettled",)):
            names = (names[0], *("*" for __ in names[1:2]), *names[2:])
        if problem.code in ("wrong-type", "missing-key"):
            lost.add(names)
            if problem.code == "wrong-type" and len(names) == 3 and names[1] == "*" and isinstance(_value(problem, data), dict):
                lost.add(names[:1])  # a dot stands in the name of a work
        elif problem.code == "unknown-key" and _holds_tables(_value(problem, data)):
            lost.add(names[:-1])
    return frozenset(kind for kind, places in _NAMES_AT.items() if any(names == place[: len(names)] for names in lost for place in places))


def _value(problem: Problem, data: Any) -> Any:
    for step in problem.path:
        data = data[step]
    return data


def _holds_tables(value: Any) -> bool:
    return isinstance(value, dict) or (isinstance(value, list) and any(isinstance(item, dict) for item in value))
