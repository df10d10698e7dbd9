"""Tables of scores with the categories side by side and a row for each year."""

from __future__ import annotations

import re

from .head import Text
from .lines import Line
from .vocabulary import LABEL, MAXIMA

Value = int | float | str


def read(head: Text, this: dict[str, Value], previous: dict[str, Value], years: list[int], lines: dict[int, Line]) -> None:
    """Add the scores of such a table to those of this and the earlier edition, and its lines to `lines`."""
    texts = head.text.split("\n")
    for place, text in enumerate(texts):
        keys = [label.lastgroup or "" for label in LABEL.finditer(text)] if len(text) <= 400 else []
        if len(set(keys) & MAXIMA.keys()) < 3:
            continue
        rows: list[tuple[int, list[Value]]] = []
        taken = [place]
        for number in range(place + 1, min(place + 6, len(texts))):
            if not re.search(r"[^\s|:+-]", texts[number]):
                taken.append(number)
                continue
            cells = [cell.strip() for cell in re.split(r"\s*[|\t]\s*|\s{2,}", texts[number].strip("| \t"))]
            year = int(cells[0]) if re.fullmatch(r"20[0-9]{2}", cells[0]) else 0
            if len(cells) == len(keys) + 1:
                cells = cells[1:]
            values = [_value(cell, key) for cell, key in zip(cells, keys, strict=False)]
            if len(cells) != len(keys) or any(value is None for value in values):
                break
            rows.append((year, [value for value in values if value is not None]))
            taken.append(number)
        if not rows:
            continue
        if any(year for year, _values in rows):
            rows.sort(key=lambda row: row[0])
            years[:] = [year for year, _values in rows if year]
        this.update((key, value) for key, value in zip(keys, rows[-1][1], strict=True) if value != "")
        if len(rows) > 1:
            previous.update((key, value) for key, value in zip(keys, rows[-2][1], strict=True) if value != "")
        lines.update((head.lines[number].index, head.lines[number]) for number in taken)
        return


def _value(cell: str, key: str) -> Value | None:
    """Return the value of a cell, nothing where it has another than its column may have."""
    if re.fullmatch(r"n\s?/\s?a", cell, re.IGNORECASE):
        return "n/a"
    if re.fullmatch(r"[-\u2013\u2014]*", cell):
        return ""
    if key == "status":
        return " ".join(cell.split()).title() if re.fullmatch(r"(?:not\s+|partly\s+)?free", cell, re.IGNORECASE) else None
    found = re.fullmatch(r"([0-9]{1,3})(?:\s?/\s?([0-9]{1,3}))?", cell)
    return int(found[1]) if found and key in MAXIMA and int(found[1]) <= MAXIMA[key] else None
