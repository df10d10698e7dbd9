"""Totals and statuses that stand without a label, and those of the year before."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .head import Text
from .rows import Row
from .scored import Scores
from .vocabulary import LABEL, STATUS

_LAST = re.compile(r"(?:last|previous)\s+year.?s?\s+score(?:\s*(?:&|and)\s*status)?\W*(?:[^\W\d_][^\n:0-9]{1,40}:\s*)?", re.IGNORECASE)
_ALONE = re.compile(
    rf"(?<![\w/.])(?:(?P<before>{STATUS})\W*\s)?\s*(?P<total>[0-9]{{1,3}})(?P<slash>\s*/\s*|\s+out\s+of\s+|\s+)100(?![\w/.])(?:\W*\s(?P<after>{STATUS})\b)?",
    re.IGNORECASE,
)
_BEFORE = re.compile(rf"(?:^|\b)({STATUS})\s+A[.:)]?\s+obstacles\s+to\s+access\b", re.IGNORECASE)
"""A status before the first part, where neither a label nor a total stands at it."""


def read(head: Text, rows: Sequence[Row], scores: Scores) -> None:
    """Add a total or a status that stands without a label, and those of the year before; `rows` have been read."""
    taken = [(row.start, row.end) for row in rows]
    for last in _LAST.finditer(head.text):
        if found := _ALONE.match(head.text, last.end()):
            scores.previous.setdefault("total", int(found["total"]))
            if found["after"]:
                scores.previous.setdefault("status", _status(found["after"]))
            taken.append((last.start(), found.end()))
            scores.keep(head, last.start(), found.end())
    others = re.compile(r"(?:global\s+freedom|freedom\s+in\s+the\s+world|press)[^\n]{0,40}\s*\Z", re.IGNORECASE)
    for found in _ALONE.finditer(head.text):
        free = all(found.end() <= start or found.start() >= end for start, end in taken)
        clear = "/" in found["slash"] or "out" in found["slash"] or found["before"] or found["after"]
        if not free or not clear or int(found["total"]) > 100 or others.search(head.text[max(0, found.start() - 80) : found.start()]):
            continue
        if "total" not in scores.this:
            scores.this["total"] = int(found["total"])
            scores.keep(head, found.start(), found.end())
            if status := found["before"] or found["after"]:
                scores.this.setdefault("status", _status(status))
    if "status" not in scores.this and (first := _BEFORE.search(head.text)):
        scores.this["status"] = _status(first[1])
        scores.keep(head, first.start(), first.end(1))
    if "status" not in scores.this:
        for found in re.finditer(rf"(?mi)^\W*({STATUS})\W*$", head.text):
            if all(found.end() <= start or found.start() >= end for start, end in taken):
                before = head.text[: found.start()].rstrip().rpartition("\n")[2]
                if LABEL.search(before) and not before.strip().lower().startswith("status"):
                    continue  # the value of a figure
                scores.this["status"] = _status(found[1])
                scores.keep(head, found.start(1), found.end(1))
                return


def _status(words: str) -> str:
    return " ".join(words.split()).title()
