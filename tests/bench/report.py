"""The table of results, for a terminal and for docs/performance.md."""

from __future__ import annotations

import os
import platform
from collections.abc import Sequence
from pathlib import Path

from .aims import Aim, Row
from .installation import ROOT, Installation

PAGE = ROOT / "docs" / "performance.md"
_BEGIN, _END = "<!-- results: made by `make bench ARGS=--write` -->\n", "<!-- end of results -->\n"
_HEAD = ("what", "kzbrief", "floor", "ratio", "aim", "reached", "against")


def plain_table(rows: Sequence[Row]) -> str:
    """Return the results as a table of plain text."""
    cells = [_HEAD, *map(_cells, rows)]
    widths = [max(len(row[column]) for row in cells) for column in range(len(_HEAD))]
    lines = []
    for row in cells:
        aligned = [
            cell.rjust(width) if 1 <= column <= 4 else cell.ljust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        lines.append("  ".join(aligned).rstrip())
    lines.insert(1, "-" * max(map(len, lines)))
    return "\n".join(lines) + "\n"


def markdown_table(rows: Sequence[Row]) -> str:
    """Return the results as a table in Markdown."""
    lines = [_HEAD, ("---", "--:", "--:", "--:", "--:", "---", "---"), *map(_cells, rows)]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def machine(place: Installation, rounds: str) -> str:
    """Return in a sentence or two on what it was measured."""
    packages = ", ".join(f"{package} {place.version(package)}" for package in ("kzbrief", "textual", "rich", "tomli", "msgspec"))
    load = os.getloadavg()[1]
    return (
        f"{_processor()}, {os.cpu_count()} processors, {platform.system()} {platform.release()}, CPython {platform.python_version()}; "
        f"{packages}. Medians of {rounds}. Load of the machine in the last five minutes, the bench itself included: {load:.1f}."
    )


def write_page(rows: Sequence[Row], about: str) -> None:
    """Put the results into docs/performance.md, in place of the last ones; ValueError where the page has no place for them."""
    page = PAGE.read_text(encoding="utf-8")
    before, begin, rest = page.partition(_BEGIN)
    _, end, after = rest.partition(_END)
    if not begin or not end:
        raise ValueError(f"{PAGE} has no place for results")
    PAGE.write_text(f"{before}{begin}\n{about}\n\n{markdown_table(rows)}\n{end}{after}", encoding="utf-8")


def _cells(row: Row) -> tuple[str, ...]:
    aim = row.aim
    reached = {None: "", True: "yes", False: "no"}[row.reached]
    ratio = "" if row.ratio is None else f"{row.ratio:.2f}" if row.ratio >= 0.1 else f"{row.ratio:.3f}"
    return (
        aim.what,
        _amount(row.ours, aim.unit),
        "" if row.floor is None else _amount(row.floor, aim.unit),
        ratio,
        _wanted(aim),
        reached,
        aim.against,
    )


def _wanted(aim: Aim) -> str:
    parts = [] if aim.ratio is None else [f"{aim.ratio:g}x"]
    if aim.limit is not None:
        parts.append(f"{aim.limit:g} {aim.unit}")
    return ", ".join(parts)


def _amount(value: float, unit: str) -> str:
    digits = 2 if unit == "%" else 0 if value >= 100 else 1
    return f"{value:.{digits}f} {unit}"


def _processor() -> str:
    path = Path("/proc/cpuinfo")
    for line in path.read_text().splitlines() if path.exists() else ():
        if line.startswith("model name"):
            return line.partition(":")[2].strip()
    return platform.machine()
