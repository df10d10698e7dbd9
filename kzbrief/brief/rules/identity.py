"""Rules of names: each stands for one thing."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence

from ...i18n import _
from ...toml.problems import Path, Problem
from ..model import Actor, Event, Fact, Section, Series
from .case import Case


def duplicate_ids(case: Case) -> Iterator[Problem]:
    """Yield ids that are used twice; the message says where the first is."""
    brief = case.brief
    tables: tuple[tuple[str, Sequence[Section | Fact | Series | Event | Actor]], ...] = (
        ("section", brief.sections),
        ("fact", brief.facts),
        ("series", brief.series),
        ("event", brief.events),
        ("actor", brief.actors),
    )
    for name, rows in tables:
        yield from _twice(case, [((name, index), row.id) for index, row in enumerate(rows)], "id")
    yield from _twice(case, ((path, finding.id) for path, finding in case.findings), "id")
    if brief.method:
        yield from _twice(case, ((("method", "category", index), item.id) for index, item in enumerate(brief.method.categories)), "id")
    editions = ((("edition", index), _edition(item.year, item.role, item.printed_in)) for index, item in enumerate(brief.editions))
    yield from _twice(case, editions, "year")
    for key in brief.unsettled:
        if key in brief.sources:
            first, second = sorted([("sources", key), ("unsettled", key)], key=lambda path: case.places.of(path, key=True))
            yield _problem(case, key, first, second, key=True)


def _edition(year: int | None, role: str | None, printed_in: int | None) -> Hashable:
    return None if year is None or role is None else (year, role, printed_in)


def _twice(case: Case, items: Iterable[tuple[Path, Hashable]], key: str) -> Iterator[Problem]:
    seen: dict[Hashable, Path] = {}
    for path, value in items:
        if value is None or value == "":
            continue
        first = seen.setdefault(value, path)
        if first is not path:
            yield _problem(case, value[0] if isinstance(value, tuple) else value, (*first, key), (*path, key))


def _problem(case: Case, value: Hashable, first: Path, second: Path, *, key: bool = False) -> Problem:
    line = case.places.of(first, key=key).line
    message = _("“{name}” is used twice, first in line {line}").format(name=value, line=line)
    return case.places.problem("duplicate-id", message, second, hint=_("give one of them another name"), key=key)
