"""Measuring several programs in random turns, so that what else the machine does meets all of them alike."""

from __future__ import annotations

import random
import statistics
import sys
from collections import defaultdict
from collections.abc import Callable, Mapping

Figures = Mapping[str, float]
"""What one run gave, by name: milliseconds, bytes, megabytes or percent."""
Results = dict[tuple[str, str], list[float]]
"""All figures by program and name."""


def take_turns(programs: Mapping[str, Callable[[int], list[tuple[str, float]]]], rounds: int, title: str, seed: int = 2011) -> Results:
    """Run every program once in each round, in another order each time, and return all figures.

    A program is called with the number of the round; round -1 warms the caches and is thrown away.
    """
    results: Results = defaultdict(list)
    order = random.Random(seed)
    names = list(programs)
    for turn in range(-1, rounds):
        order.shuffle(names)
        for name in names:
            _say(f"\r{title}: round {turn + 1} of {rounds}: {name:<40}")
            for figure, value in programs[name](turn):
                if turn >= 0:
                    results[name, figure].append(value)
    _say("\r" + " " * 78 + "\r")
    return results


def median(results: Results, program: str, figure: str) -> float | None:
    """Return the median of a figure; None where it was never measured."""
    values = results.get((program, figure))
    return statistics.median(values) if values else None


def _say(text: str) -> None:
    if sys.stderr.isatty():
        sys.stderr.write(text)
        sys.stderr.flush()
