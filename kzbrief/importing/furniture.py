"""What stands on pages around a report: running heads, page numbers, addresses of the site, the words of buttons."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from .headings import heading_of
from .lines import Line, bare
from .vocabulary import ABOUT

_LONGEST = 160
_PIECES = (
    r"f?reedom\s+h?ouse|freedom\s+on\s+the\s+net|freedom|on\s+the\s+net|country\s+report|page\s+[0-9]+(?:\s+of\s+[0-9]+)?|of\s+[0-9]+"
    r"|(?:https?://)?(?:www\.)?freedom(?:house|onthenet)\.org\S*|\b[fh]\b|[0-9]+|\b[ap]m\b|\b[ivxl]{1,6}\b"
)
_ALWAYS = re.compile(r"\W*(?:disclaimer|cite as|published on|last updated)", re.IGNORECASE)
"""What is about the document however long it is; `Publication of ...` may begin a paragraph."""
_OF_SENTENCE = re.compile(r"\A\s*(?:[-*\u2022\u25cf\u25aa\u2023]\s|[a-z])|[.!?,;][\u201d\"]?[0-9]{0,3}\s*\Z")
"""Part of the text however often it comes: a bullet, a line that begins in the middle of a sentence, or ends one."""

_SITE = re.compile(r"(?:https?://)?(?:www\.)?[\w-]+\.(?:org|net|com)/?", re.IGNORECASE)


class Furniture:
    """Knows the lines around a report."""

    def __init__(self, lines: Sequence[Line], title: str) -> None:
        names = "|".join(map(re.escape, filter(None, (title, title.upper()))))
        self._words = re.compile(rf"(?:{_PIECES}|{names}|\W|_)+" if names else rf"(?:{_PIECES}|\W|_)+", re.IGNORECASE)
        self._counts = Counter(map(_numberless, (line for line in lines if len(line.text) <= _LONGEST)))

    def repeats(self, line: Line) -> bool:
        """Return whether a short line with words, or the address of a site, comes again and again."""
        words = _numberless(line)
        if _SITE.fullmatch(words):
            return self._counts[words] >= 2
        return self._counts[words] >= 3 and len(line.text) <= 80 and any(map(str.isalpha, words)) and not _OF_SENTENCE.search(line.text)

    def holds(self, line: Line) -> bool:
        """Return whether a line stands around the report rather than in it."""
        if not any(map(str.isalpha, line.text)):
            return True
        if len(line.text) > _LONGEST:
            return False
        heading = heading_of(line.text)
        if heading and (heading.part or heading.question):
            return False
        return self.repeats(line) or self._words.fullmatch(bare(line.text)) is not None


def is_stray(text: str) -> bool:
    """Return whether a line before the report can hardly be one of its paragraphs: about the document, or a few words without an end."""
    plain = bare(text)
    if ABOUT.match(plain) and (len(plain) < 100 or _ALWAYS.match(plain)):
        return True
    return len(plain) < 60 and heading_of(text) is None and plain[-1:] not in '.!?\u2026:"\u201d)'


def _numberless(line: Line) -> str:
    return re.sub(r"[0-9]+", "", line.text).strip()
