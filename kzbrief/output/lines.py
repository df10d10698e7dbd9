"""Lines of text with tones: what figures and pages are made of before a screen, a printer or a pipe takes them.

A tone is one or more words, as in `strong bad`; themes say what they look like. Nothing here knows of Rich or Textual.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

NARROW = re.compile(
    "[\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0482\u048a-\u0590\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2116\u2190-\u21ff\u2500-\u25ff]*\\Z"
)
"""Characters that are one cell wide everywhere: scripts of Europe, punctuation, and the drawing characters in use."""
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029]")


class Span(NamedTuple):
    """A stretch of text of one tone."""

    text: str
    tone: str = ""
    ref: str = ""
    """What it leads to, as in `cite:3` or `goto:access/carrier`; empty for plain text."""
    link: str = ""
    """Web address, for terminals that take hyperlinks."""


Line = list[Span]


def clean(text: str) -> str:
    """Return the text with control characters and direction overrides shown as `\\x1b`, so that none reaches a terminal."""
    return _CONTROL.sub(lambda found: f"\\x{ord(found[0]):02x}" if ord(found[0]) < 256 else f"\\u{ord(found[0]):04x}", text)


def width_of(text: str) -> int:
    """Return the width of a text in terminal cells."""
    if NARROW.match(text):
        return len(text)
    from rich.cells import cell_len  # only scripts with wide or combining characters pay for this

    return cell_len(text)


def line_width(line: Iterable[Span]) -> int:
    """Return the width of a line in terminal cells."""
    return sum(width_of(span.text) for span in line)


def plain(line: Iterable[Span]) -> str:
    """Return the text of a line without its tones and without blanks at its end."""
    return "".join(span.text for span in line).rstrip()


def fit(text: str, width: int) -> int:
    """Return how many characters of the text fit into a width in cells, at least one."""
    if NARROW.match(text):
        return max(1, min(len(text), width))
    used = 0
    for index in range(1, len(text) + 1):
        used = width_of(text[:index])
        if used > width:
            return max(1, index - 1)
    return len(text)


def shortened(text: str, width: int) -> str:
    """Return the text, cut between words and with three dots where it is wider than told."""
    if width_of(text) <= width:
        return text
    if width < 8:
        return text[: fit(text, width)]
    kept = text[: fit(text, width - 4)]
    words = kept if text[len(kept)] == " " else kept.rpartition(" ")[0]
    return f"{words.rstrip(' ,;:') or kept} ..."


def pad(line: Line, width: int, tone: str = "") -> Line:
    """Return the line filled up with blanks to a width in cells."""
    missing = width - line_width(line)
    return [*line, Span(" " * missing, tone)] if missing > 0 else line


def beside(left: Line, right: Line, width: int) -> Line:
    """Return a line with one part at the left edge and one at the right edge of a width in cells, at least one blank between."""
    gap = max(1, width - line_width(left) - line_width(right))
    return [*left, Span(" " * gap), *right]


def columns(left: Sequence[Line], right: Sequence[Line], left_width: int, gap: int) -> list[Line]:
    """Return two blocks of lines side by side; the right one starts `left_width + gap` cells from the edge."""
    rows = []
    for index in range(max(len(left), len(right))):
        line = list(left[index]) if index < len(left) else []
        if index < len(right) and right[index]:
            line = [*pad(line, left_width + gap), *right[index]]
        rows.append(line)
    return rows


def indent(lines: Iterable[Line], by: int) -> list[Line]:
    """Return the lines moved to the right by a number of cells; empty lines stay empty."""
    return [[Span(" " * by), *line] if line else [] for line in lines]
