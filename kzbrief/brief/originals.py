"""The report's own words that stand as comments above findings still to be written; read from the file when somebody asks for them."""

from __future__ import annotations

import re

from .briefing import Briefing

# As reports in Markdown have them.
_RAISED = re.compile(r"<sup>\s?\[?([0-9, ]{1,20})\]?\s?</sup>", re.IGNORECASE)
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{|}~])")


def originals(briefing: Briefing) -> dict[str, str]:
    """Return the comment above each finding of a brief's file by the id of the finding; those without one are left out.

    Blanks are single, numbers of notes stand in square brackets, and the backslashes that Markdown needs are left out.
    A comment that stands apart, with a blank line below it, belongs to no finding. Raises DocumentError where the file cannot be read any
    more.
    """
    from ..toml.positions import Positions
    from ..toml.read import read_text

    text = read_text(briefing.path)
    positions = Positions(text)
    lines = text.splitlines()
    found: dict[str, str] = {}
    for part, section in enumerate(briefing.brief.sections):
        for number, finding in enumerate(section.findings):
            place = positions.key(("section", part, "finding", number)) or positions.value(("section", part, "finding", number))
            said = _above(lines, place.line) if place else ""
            if said:
                found[finding.id] = said
    return found


def _above(lines: list[str], line: int) -> str:
    """Return the comment that ends just above a line, which is counted from 1."""
    end = start = line - 1
    while 0 < start <= len(lines) and lines[start - 1].lstrip().startswith("#"):
        start -= 1
    said = " ".join(" ".join(row.lstrip().lstrip("#") for row in lines[start:end]).split())
    return _ESCAPED.sub(r"\1", _RAISED.sub(r"[\1]", said))
