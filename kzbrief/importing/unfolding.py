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
_CAPITALS = re.compile(
    r"(?<=\S )(?=(?:INTRODUCTION|OBSTACLES TO ACCESS|LIMITS ON CONTENT|VIOLATIONS OF USER RIGHTS) [\u201c\"]?(?:[A-Z]\w*[a-z]|[AI] [a-z]))"
)
"""Headings in capitals, which no sentence has; running heads may stand before them."""
_WIDE = 300
"""Characters from which a line can hold the table of scores and a paragraph."""
# Small capitals come out of some PDF files with each first letter on a line of its own.
_CAPITAL = re.compile(r"(?<![^\W_])(?![ABC][ \t]*\n(?:OBSTACLES|LIMITS|VIOLATIONS))([A-Z])[ \t]*\n(?=[A-Z]{2})")


def unfolded(text: str) -> str:
    """Return a text whose words are whole, and whose very long lines are broken where a heading or a bullet begins."""
    if len(_CAPITAL.findall(text)) >= 4:
        text = _CAPITAL.sub(r"\1", text)
    if not re.search(rf"[^\n]{{{_WIDE}}}", text):
        return text
    return "\n".join(_broken(line) if len(line) >= _WIDE else line for line in text.split("\n"))


def _broken(line: str) -> str:
    line = _CAPITALS.sub("\n\n", line)
    if len(line) < _LONG and "\n" not in line:
        return line
    if len(line) >= _LONG:
        for pattern in _BREAKS:
            line = pattern.sub("\n\n", line)
    first, rest, others = line.partition("\n")
    # What stands at the beginning may be the name of a part whose score follows.
    return first + rest + _HEADING.sub("\\1\n\n", others)
