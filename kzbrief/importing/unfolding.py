"""Reports that have lost their line ends: whole chapters in one line are broken again at headings and bullets."""

from __future__ import annotations

import re

_LONG = 1500
"""Characters from which a line can hardly be one paragraph."""
_PARTS = r"(?:introduction|overview|obstacles to access|limits on content|violations of user rights)"
_BREAKS = (
    re.compile(r"(?<=\s)(?=[\u2022\u25cf\u25aa]\s)"),
    re.compile(r"(?<=\s)(?=key developments:?\s)", re.IGNORECASE),
    re.compile(rf"(?<=[.!?)\]\u201d\"0-9]\s)(?={_PARTS}:?\s+[A-Z\u201c\"])", re.IGNORECASE),
)
_HEADING = re.compile(rf"(?m)^({_PARTS}:?)[ \t]+(?=[A-Z\u201c\"])", re.IGNORECASE)


def unfolded(text: str) -> str:
    """Return a text whose very long lines are broken where a heading or a bullet begins; the others stay as they are."""
    if not re.search(rf"[^\n]{{{_LONG}}}", text):
        return text
    return "\n".join(_broken(line) if len(line) >= _LONG else line for line in text.split("\n"))


def _broken(line: str) -> str:
    for pattern in _BREAKS:
        line = pattern.sub("\n\n", line)
    first, rest, others = line.partition("\n")
    # What stands at the beginning may be the name of a part whose score follows.
    return first + rest + _HEADING.sub("\\1\n\n", others)
