"""Reports whose lines are not what they were: whole chapters in one, a blank line behind each, letters on lines of their own."""

from __future__ import annotations

import re
from itertools import pairwise

_LONG = 1500
"""Characters from which a line can hardly be one paragraph."""
_PARTS = r"(?:introduction|overview|obstacles to access|limits on content|violations of user rights)"
_BREAKS = (
    re.compile(r"(?<=\s)(?=[\u2022\u25cf\u25aa]\s)"),
    re.compile(r"(?<=\s)(?=key developments:?\s)", re.IGNORECASE),
    re.compile(r"(?<=\s)(?=[ABC][1-8]\s+(?:[0-9](?:\.00)?\s?-\s?[0-9]|(?:Do|Does|Is|Are|Have|Has|Can|Did|Were|Was)\s[^?]{20,400}\?))"),
    re.compile(rf"(?<=[.!?)\]\u201d\"0-9]\s)(?={_PARTS}:?\s+[A-Z\u201c\"])", re.IGNORECASE),
)
_TABLE = re.compile(r"(obstacles to access|limits on content|violations of user rights)[\s:]{1,3}(?:\(0-[0-9]+\)\s)?[0-9]", re.IGNORECASE)
"""A score in a table; a line with three holds more than a paragraph."""
_DAY = r"[a-z]+\s(?:[0-9]{1,2},\s)?20[0-9]{2}"
_COVERED = re.compile(rf"(key developments[:,]?\s+{_DAY}\s?[\u2013-]\s?{_DAY})\s+", re.IGNORECASE)
"""The heading with the period that is covered, behind which the first of the developments begins."""
_AFTER = re.compile(r"(?<=[.)])\s+(?=[A-Z][\w'\u2019 ]{2,40}\s20[0-9]{2}\s20[0-9]{2}\s(?:internet freedom|population)\b)", re.IGNORECASE)
"""Where a table begins that stands behind running text."""
_QUOTED = re.compile(r"(?m)^[ \t]*>[ \t]?")
_BROKEN = re.compile(r"(?m)(?<=[^\\\s])\\[ \t]*$")
"""The sign of Markdown for a line that ends here."""
_LINES = re.compile(r"(?m)^[^\n]*\S")
_HEAD = re.compile(
    r"(?m)^((?:www\.\S+ )?FREEDOM (?:[A-Z][\w '\u2019.-]{0,30} )?ON THE NET(?: 20[0-9]{2})?(?: [0-9]{1,3})?) "
    r"(?=(?:Introduction|Obstacles to Access|Limits on Content|Violations of User Rights)[ \t]*$)"
)
"""A running head on the line of a heading."""
_POINTS = re.compile(r"(\?\s{0,3}[0-9](?:\.0+[0-9]?)?\s?[/\s]\s?[0-9](?:\.0+[0-9]?)?)\s+(?=[A-Z\u201c])")
"""The score of a question, behind which its paragraph begins."""
_HEADING = re.compile(rf"(?m)^({_PARTS}:?)[ \t]+(?=[A-Z\u201c\"])", re.IGNORECASE)
_ENDED = re.compile(r"[.!?\u2026:][^\w]*[0-9]{0,3}\s*\Z")
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
    if len(_QUOTED.findall(text)) * 10 >= len(_LINES.findall(text)) * 9:
        text = _QUOTED.sub("", text)
    if len(_CAPITAL.findall(text)) >= 4:
        text = _CAPITAL.sub(r"\1", text)
    text = _BROKEN.sub("", text)
    text = _HEAD.sub("\\1\n\n", _single_spaced(text))
    if not re.search(rf"[^\n]{{{_WIDE}}}", text):
        return text
    return "\n".join(_broken(line) if len(line) >= _WIDE else line for line in text.split("\n"))


def _broken(line: str) -> str:
    line = _CAPITALS.sub("\n\n", line)
    long = len(line) >= (_LONG if len(set(map(str.lower, _TABLE.findall(line)))) < 3 else _WIDE)
    if not long and "\n" not in line:
        return line
    if long:
        for pattern in _BREAKS:
            line = pattern.sub("\n\n", line)
        line = _AFTER.sub("\n\n", line)
        line = _COVERED.sub("\\1\n\n", line)
        line = _POINTS.sub("\\1\n\n", line)
    first, rest, others = line.partition("\n")
    # What stands at the beginning may be the name of a part whose score follows.
    return first + rest + _HEADING.sub("\\1\n\n", others)


def _single_spaced(text: str) -> str:
    """Return a text without the blank lines inside paragraphs, where one stands behind every line.

    A line goes on with the next if it is nearly as wide as most and no sentence ends with it, or if the next begins with a small letter.
    """
    lines = re.split(r"\n[ \t]*\n", text)
    if len(lines) < 20 or sum("\n" in line.strip("\n") for line in lines) * 20 > len(lines):
        return text
    lengths = sorted(len(line.strip()) for line in lines)
    width = lengths[len(lines) * 3 // 4]
    pairs = list(pairwise(lines))
    running = sum(following[:1].islower() and not _ENDED.search(line) for line, following in pairs)
    if not 40 < width < _WIDE or running * 5 < len(lines):
        return text
    joined = [lines[0]]
    for line, following in pairs:
        goes_on = following[:1].islower() or (len(line.strip()) * 10 >= width * 8 and not _ENDED.search(line))
        joined += ["\n" if goes_on and not line.endswith("\n") else "\n\n", following]
    return "".join(joined)
