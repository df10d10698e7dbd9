"""Rules of method files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...i18n import _
from ...toml.places import Places
from ...toml.problems import Path, Problem
from ..method import Method


def method_problems(method: Method, places: Places) -> Iterator[Problem]:
    """Yield what is wrong with a method file: sources that are not there, categories and countries that are there twice."""
    for path, cites in _cites(method):
        for index, key in enumerate(cites):
            if key is not None and key not in method.sources:
                hint = places.did_you_mean(key, method.sources)
                yield places.problem("no-such-source", _("there is no source “{key}”").format(key=key), (*path, index), hint=hint)
    yield from _twice(places, [(("method", "category", index, "id"), item.id) for index, item in enumerate(method.categories)])
    yield from _twice(places, [(("method", "edition", index, "year"), item.year) for index, item in enumerate(method.editions)])
    for number, edition in enumerate(method.editions):
        path = ("method", "edition", number, "country")
        yield from _twice(places, [((*path, index, "code"), item.code) for index, item in enumerate(edition.countries)])


def _twice(places: Places, items: Sequence[tuple[Path, str | int]]) -> Iterator[Problem]:
    seen: dict[str | int, Path] = {}
    for path, value in items:
        if value is not None and seen.setdefault(value, path) is not path:
            line = places.of(seen[value]).line
            message = _("“{name}” is used twice, first in line {line}").format(name=value, line=line)
            yield places.problem("duplicate-id", message, path)


def _cites(method: Method) -> Iterator[tuple[Path, list[str]]]:
    for number, scale in enumerate(method.scales):
        yield ("method", "scale", number, "cites"), scale.cites
    for number, edition in enumerate(method.editions):
        yield ("method", "edition", number, "cites"), edition.cites
        for index, country in enumerate(edition.countries):
            path: Path = ("method", "edition", number, "country", index)
            if country.cites:
                yield (*path, "cites"), country.cites
            for place, other in enumerate(country.others if country.disputed else ()):
                yield (*path, "disputed", place, "cites"), other.cites
