"""The part of a report before its first paragraph, as one text: names, scores and the fact box stand there in any order."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from .headings import Heading, heading_of
from .lines import TAGS, Line, unescaped
from .rows import rows_of
from .vocabulary import ABOUT, LABEL

_BEGINNINGS = ("introduction", "overview", "key-developments", "key-changes")
# Cells that run into one another: a label and its score, two statuses, two years.
_GLUED = re.compile(
    r"(?i:(?<=obstacles to access)|(?<=limits on content)|(?<=violations of user rights)|(?<=\btotal))(?=[0-9])"
    r"|(?<=^20[0-9]{2})(?=20[0-9]{2}(?![0-9]))"
)
_CAPITAL = re.compile(r"(?<=/[A-Z]) (?=[A-Z]{3})")
"""Where the first of small capitals came apart from the others, as in `BLOGGERS /O NLINE USERS`."""
_STATUSES = re.compile(r"(?:Status)?(?:(?:Partly|Not)\s?Free|Partly|Not|Free){2,4}|Status(?:Partly|Not|Free)")
_BETWEEN = re.compile(r"(?<=[a-z])(?=[A-Z])")
_DEEPEST = 400
"""Lines in which a table of scores is looked for."""
_SHORT = 120
"""Longest line of such a table."""
_PLAIN = Heading("")
_SOFT = str.maketrans({"\u00a0": " ", "\u2007": " ", "\u202f": " ", "\u00ad": "", "\u200b": "", "\ufeff": ""})


class Text:
    """Lines as one text without the marks that give it a look; their blanks and tabs stay, since they divide columns."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = lines
        self._starts: list[int] = []
        parts: list[str] = []
        length = 0
        for line in lines:
            plain = _apart(without_look(line.text))
            self._starts.append(length)
            parts.append(plain)
            length += len(plain) + 1
        self.text = "\n".join(parts)
        """The text, a line end between two lines."""

    def between(self, start: int, end: int) -> list[Line]:
        """Return the lines that hold any of the characters from start to before end."""
        return list(self.lines[bisect_right(self._starts, start) - 1 : bisect_right(self._starts, max(start, end - 1))])


def _apart(text: str) -> str:
    """Return a line with a blank between cells that run into one another."""
    return _STATUSES.sub(lambda found: _BETWEEN.sub(" ", found[0]), _GLUED.sub(" ", _CAPITAL.sub("", text)))


def without_look(text: str) -> str:
    """Return a line without the mark of a quotation, tags, marks of emphasis, escapes and blanks of special width."""
    text = TAGS.sub(lambda found: " " if found[0][:3].lower() == "<br" else "", text)
    return re.sub(r"^[ \t]*>[ \t]?", "", unescaped(text)).translate(_SOFT)


def head_of(lines: Sequence[Line]) -> list[Line]:
    """Return the lines before the running text, and those of the table of scores where it stands behind the first paragraphs."""
    count = length(lines)
    first = list(lines[:count])
    if _scored(first):
        return first
    for place in range(count, min(len(lines), _DEEPEST)):
        if len(lines[place].text) <= _SHORT and any(
            label.lastgroup == "access" for label in LABEL.finditer(without_look(lines[place].text))
        ):
            start, end = place, place
            while start > count and place - start < 12 and _is_short(lines[start - 1]):
                start -= 1
            while (
                end < len(lines)
                and end - place < 40
                and len(lines[end].text) <= _SHORT
                and not (heading_of(lines[end].text) or _PLAIN).part
            ):
                end += 1
            if _scored(lines[start:end]):
                return [*first, *lines[start:end]]
        elif _scored(lines[place : place + 1]):  # all in one line
            return [*first, lines[place]]
    return first


def _scored(lines: Sequence[Line]) -> bool:
    """Return whether the three parts stand in lines with their scores."""
    found = {row.key for row in rows_of(Text(lines).text) if row.values}
    return found.issuperset(("access", "content", "rights"))


def _is_short(line: Line) -> bool:
    return len(line.text) <= 60 and not re.search(r"[.!?,;)]\s*\Z", line.text)


def length(lines: Sequence[Line]) -> int:
    """Return how many of the lines come before the running text."""
    wrapped = 0
    for place, line in enumerate(lines[:400]):
        heading = heading_of(line.text)
        if heading and heading.part in _BEGINNINGS and place:
            return place
        text = line.text.strip()
        labelled = sum(1 for _found in LABEL.finditer(text[:2000]))
        if len(text) > 180 and labelled < 4 and not ABOUT.match(text):
            return place
        # Running text that is broken into lines of a page's width.
        wrapped = wrapped + 1 if len(text) > 60 and not labelled and not re.search(r"\s{3}|\t|\|", text) else 0
        if wrapped >= 4:
            return place - 3
    return min(len(lines), 400)
