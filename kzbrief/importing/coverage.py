"""The period that an edition covers, which reports print behind `Key developments` or on a line of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from ..brief.dates import Date
from . import dateforms
from .headings import heading_of
from .lines import Line, bare

_MONTH = r"[^\W\d_]{3,9}\.?"
_DAY = rf"(?:{_MONTH} (?:[0-9]{{1,2}}, ?)?|[0-9]{{1,2}} {_MONTH} )(?:20[0-9]{{2}})"
_PERIOD = re.compile(
    rf"(?P<lead>.*?)\(?(?P<first>{_DAY}|{_MONTH}(?: [0-9]{{1,2}})?|[0-9]{{1,2}} {_MONTH})"
    rf"\s?(?:[\u2013\u2014-]|to|until|through)\s?(?P<last>{_DAY})\)?[.:]?"
)
_LEAD = re.compile(
    r"(?:(?:key|major|main) (?:developments|changes)|coverage period|covers|coverage"
    r"|period (?:covered|of coverage)|reporting period)?[\s:,(\u2013-]*",
    re.IGNORECASE,
)
_DEEPEST = 400
"""Lines in which the period is looked for."""
_LONGEST = 3
"""Years that an edition can cover."""


class Coverage(NamedTuple):
    """A period."""

    edtf: str
    """As the format writes it."""
    line: Line
    """Where it stands."""
    alone: bool
    """Whether the line holds nothing else, so that it is neither a heading nor a paragraph."""


def coverage_of(lines: Sequence[Line]) -> Coverage | None:
    """Return the period that a report says it covers, None where it says none."""
    for line in lines[:_DEEPEST]:
        text = bare(line.text[:200])
        found = _PERIOD.fullmatch(text) if len(text) <= 120 else None
        if found and _LEAD.fullmatch(found["lead"]) and (edtf := _interval(found["first"], found["last"])):
            heading = heading_of(line.text)
            return Coverage(edtf, line, not (heading and heading.part))
    return None


def _interval(first: str, last: str) -> str:
    """Return a period whose first date may leave out the year; nothing where the words are no dates, or far apart."""
    end = dateforms.find(last)
    if end and not re.search(r"20[0-9]{2}", first):
        first = f"{first}, {end.edtf[:4]}" if re.search(r"[0-9]\Z", first) else f"{first} {end.edtf[:4]}"
    start = dateforms.find(first)
    # A word that is no month leaves nothing but the year.
    if not start or not end or min(len(start.edtf), len(end.edtf)) < 7 or len(start.edtf) != len(end.edtf):
        return ""
    edtf = f"{start.edtf}/{end.edtf}"
    try:
        Date.parse(edtf)
    except ValueError:
        return ""
    return edtf if start.edtf < end.edtf and int(end.edtf[:4]) - int(start.edtf[:4]) < _LONGEST else ""
