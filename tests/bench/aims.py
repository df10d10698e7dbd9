"""What is compared with what, and how far it should be."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from .turns import Results, median


class Aim(NamedTuple):
    """A comparison: a figure of kzbrief, that of its floor or peer, and what to reach."""

    what: str
    """What is measured, in words."""
    ours: tuple[str, str]
    """Program and name of our figure."""
    unit: str
    """ms, kB, MB or %."""
    floor: tuple[str, str] | None = None
    """Program and name of the figure to compare with."""
    against: str = ""
    """What the floor is, in words."""
    ratio: float | None = None
    """The ratio to stay within."""
    limit: float | None = None
    """The amount to stay within, in the unit."""


class Row(NamedTuple):
    """A comparison as it came out."""

    aim: Aim
    """What was compared."""
    ours: float
    """Our median."""
    floor: float | None
    """That of the floor."""

    @property
    def ratio(self) -> float | None:
        """Ours over the floor's."""
        return self.ours / self.floor if self.floor else None

    @property
    def reached(self) -> bool | None:
        """Whether it is within all that it should be; None where nothing was aimed for."""
        aim = self.aim
        if aim.ratio is None and aim.limit is None:
            return None
        within_ratio = aim.ratio is None or self.ratio is None or self.ratio <= aim.ratio
        return within_ratio and (aim.limit is None or self.ours <= aim.limit)


_STATIC = "Textual, one Static"
_TABLE = "tomllib, one Rich table"
_TABS = "TabbedContent, Markdown"
_BRIEF = "Kazakhstan"
_TIMED = (
    "tab first",
    "tab",
    "page",
    "home",
    "end",
    "popup first",
    "popup",
    "timeline first",
    "timeline",
    "sources first",
    "sources",
    "order",
)
"""Figures of keys that a brief of 300 findings is compared in."""


def aims() -> Iterator[Aim]:
    """Yield all comparisons, in the order of the table."""
    yield Aim("first screen, score is there", ("kzbrief", "score"), "ms", ("static", "score"), _STATIC, 1.15)
    yield Aim("first screen, nothing more comes", ("kzbrief", "silent"), "ms", ("static", "silent"), _STATIC, 1.15)
    yield Aim("first screen, sent", ("kzbrief", "bytes"), "kB", ("static", "bytes"), _STATIC)
    yield Aim("summary to a pipe", ("summary", "ms"), "ms", ("table", "ms"), _TABLE, 1.0)
    yield Aim("summary to a pipe", ("summary", "ms"), "ms", ("rich-cli", "ms"), "rich-cli", 0.45)
    yield Aim("summary in a terminal", ("summary in a terminal", "ms"), "ms", ("table in a terminal", "ms"), _TABLE, 1.35)
    yield Aim("check of a clean brief", ("check", "ms"), "ms", ("parse", "ms"), "tomli, msgspec, parsed", 1.25)
    yield Aim("--help", ("help", "ms"), "ms", ("python", "ms"), "python -c pass")
    for size, kilobytes in (("120x40", 10.0), ("80x24", 5.0)):
        for key in ("page", "home", "end"):
            for peer, name in ((f"tabs {size}", _TABS), (f"frogmouth {size}", "frogmouth")):
                ours = f"kzbrief {size}"
                yield Aim(f"{key} key, {size}", (ours, f"{key} ms"), "ms", (peer, f"{key} ms"), name, 0.03)
                yield Aim(f"{key} key, {size}, sent", (ours, f"{key} bytes"), "kB", (peer, f"{key} bytes"), name, 0.06, kilobytes)
    for size in ("120x40", "80x24"):
        ours, floor = f"kzbrief {size}", f"tabs {size}"
        for figure, words in (("tab first", "tab, first time"), ("tab", "tab, again")):
            yield Aim(f"{words}, {size}", (ours, f"{figure} ms"), "ms", (floor, "tab ms"), _TABS, 0.1)
            yield Aim(f"{words}, {size}, sent", (ours, f"{figure} bytes"), "kB", (floor, "tab bytes"), _TABS, None, 15)
        for figure, words in (("popup first", "source popup, first"), ("popup", "source popup, again")):
            yield Aim(f"{words}, {size}", (ours, f"{figure} ms"), "ms", limit=10)
            yield Aim(f"{words}, {size}, sent", (ours, f"{figure} bytes"), "kB", limit=15)
    yield from _of_peers()
    yield Aim("quit", ("kzbrief", "quit"), "ms", ("static", "quit"), _STATIC, 0.3)
    yield Aim("memory", ("kzbrief", "memory"), "MB", ("static", "memory"), _STATIC, 1.15)
    yield Aim("idle, sent in 3 s", ("kzbrief", "idle bytes"), "kB", limit=0)
    yield Aim("idle, of a core", ("kzbrief", "idle cpu"), "%", ("static", "idle cpu"), _STATIC, None, 0.2)
    yield from _of_large_briefs()
    yield from _of_many_briefs()


def _of_peers() -> Iterator[Aim]:
    """Yield how programs compare that people read long texts with; what is written in C is no aim, but says what is possible."""
    for peer in ("frogmouth", "less", "w3m"):
        yield Aim("first screen", ("kzbrief", "score"), "ms", (peer, "score"), peer)
        yield Aim("memory", ("kzbrief", "memory"), "MB", (peer, "memory"), peer)
    for size in ("120x40", "80x24"):
        for peer in ("less", "w3m"):
            for key in ("page", "home", "end"):
                ours, theirs = f"kzbrief {size}", f"{peer} {size}"
                yield Aim(f"{key} key, {size}", (ours, f"{key} ms"), "ms", (theirs, f"{key} ms"), peer)
                yield Aim(f"{key} key, {size}, sent", (ours, f"{key} bytes"), "kB", (theirs, f"{key} bytes"), peer)


def _of_large_briefs() -> Iterator[Aim]:
    """Yield how briefs of 300 and of 5,000 findings compare with that of Kazakhstan, which has 138."""
    for brief, program, ratio in (("300 findings", "large", 1.3), ("5,000 findings", "huge", 3.0)):
        for figure, words in (("score", "first screen, score is there"), ("silent", "first screen, nothing more comes")):
            yield Aim(f"{brief}: {words}", (program, figure), "ms", ("kzbrief", figure), _BRIEF, ratio)
        yield Aim(f"{brief}: first screen, sent", (program, "bytes"), "kB", ("kzbrief", "bytes"), _BRIEF, 1.3)
        yield Aim(f"{brief}: memory", (program, "memory"), "MB", ("kzbrief", "memory"), _BRIEF, min(ratio, 2))
    yield Aim("300 findings: summary to a pipe", ("summary of 300", "ms"), "ms", ("summary", "ms"), _BRIEF, 1.3)
    yield Aim("300 findings: check", ("check of 300", "ms"), "ms", ("check", "ms"), _BRIEF, 1.3)
    yield Aim("5,000 findings: check", ("check of 5000", "ms"), "ms", ("check", "ms"), _BRIEF)
    for size, kilobytes in (("120x40", 10.0), ("80x24", 5.0)):
        ours, floor = f"large {size}", f"kzbrief {size}"
        for figure in (*_TIMED, "palette"):
            yield Aim(f"300 findings: {figure}, {size}", (ours, f"{figure} ms"), "ms", (floor, f"{figure} ms"), _BRIEF, 1.3)
        yield Aim(f"300 findings: page, {size}, sent", (ours, "page bytes"), "kB", (floor, "page bytes"), _BRIEF, 1.3, kilobytes)
        yield Aim(f"300 findings: tab, {size}, sent", (ours, "tab bytes"), "kB", (floor, "tab bytes"), _BRIEF, 1.3, 15)


def _of_many_briefs() -> Iterator[Aim]:
    """Yield how long it takes with 1,000 briefs at hand that the index knows."""
    many = "1,000 briefs"
    yield Aim(f"{many}: list", ("list of 1000", "ms"), "ms", limit=400)
    yield Aim(f"{many}: search", ("search of 1000", "ms"), "ms", limit=300)
    for figure, words in (("everywhere", "a word that is"), ("two everywhere", "two that are"), ("somewhere", "a word that is")):
        yield Aim(f"{many}: the index asked for {words} {figure.removeprefix('two ')}", ("questions", figure), "ms", limit=20)
    for size in ("120x40", "80x24"):
        for figure, words in (("briefs first", "list, first"), ("briefs", "list, again"), ("briefs key", "a letter in the list")):
            yield Aim(f"{many}: {words}, {size}", (f"library {size}", f"{figure} ms"), "ms", limit=50)


def compare(results: Results) -> Iterator[Row]:
    """Yield what came out; comparisons with programs that did not run are left out."""
    for aim in aims():
        ours = median(results, *aim.ours)
        floor = median(results, *aim.floor) if aim.floor else None
        if ours is None or (aim.floor and floor is None):
            continue
        scale = 1000 if aim.unit == "kB" else 1
        yield Row(aim, ours / scale, None if floor is None else floor / scale)
