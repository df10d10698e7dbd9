"""The scores that a report prints: in a table, a cell on each line, in words such as `Total: 34 / 100`, or all run together in one line."""

from __future__ import annotations

import re
from collections.abc import Sequence

from . import across, alone, blocks, questions
from .columns import read_years, spread, take
from .head import Text, head_of, length
from .lines import Line
from .rows import RANGE, Row, rows_of
from .scored import Scores
from .surveys import without_others
from .vocabulary import LABEL, MAXIMA

_BLANKS = re.compile(r"[ \t:|*]+")
_FIGURE = re.compile(r"[0-9]+(?![0-9]|\s?=)")
_ABOUT = re.compile(
    r"(?mi)^\W*(?:20[0-9]{2}\s+scores?|(?:internet\s+freedom|freedom\s+on\s+the\s+net)\s+scores?:?"
    r"|scores are based on a scale.{0,200}|\W*0\s?=\s?(?:most|least|best|worst)\b.{0,80})$"
)
TURNED = 2019
"""First edition whose scores were published with 100 as the best; the method's file has the source. Pages of older ones were restated."""
_SCALES = (
    ("100-best", re.compile(r"\b0\s*(?:\(least\s+free\)\s*to\s*100|=\s*(?:worst|least\s+free))", re.IGNORECASE)),
    ("0-best", re.compile(r"\b0\s*(?:\(most\s+free\)\s*to\s*100|=\s*(?:best|most\s+free))", re.IGNORECASE)),
)


def find(lines: Sequence[Line]) -> Scores:
    """Return the scores that lines hold."""
    own = without_others(lines)
    first = head_of(own)
    head = Text(first)
    scores = Scores()
    rows, years = _table(head.text)
    if len({row.key for row in rows} & MAXIMA.keys()) < 2:
        rows = [row for row in rows if row.certain or row.key == "status"]
    if rows or head.text:
        read_years(head.text, scores)
        if len(set(years)) == len(years) == 2:
            scores.years = years
        spread(rows, scores)
        take(head, rows, scores)
        alone.read(head, rows, scores)
    if not scores.this.keys() & MAXIMA.keys():
        across.read(head, scores.this, scores.previous, scores.years, scores.lines)
    before = {line.index for line in first}
    _afterwards(Text([line for line in own[length(own) :] if line.index not in before]), scores)
    scores.direction = next((name for name, said in _SCALES if said.search(head.text)), "")
    questions.read(lines, scores.questions)
    scores.unread = _unread(head.text, scores)
    for row in _ABOUT.finditer(head.text):
        scores.keep(head, row.start(), row.end())
    return scores


def _unread(text: str, scores: Scores) -> list[str]:
    """Return the parts behind whose labels figures stand that were given to no edition."""
    found: dict[str, None] = {}
    for label in LABEL.finditer(text):
        key = label.lastgroup or ""
        place = label.end()
        while gap := _BLANKS.match(text, place) or RANGE.match(text, place):
            place = gap.end()
        if key in MAXIMA and key not in scores.this and key not in scores.previous and _FIGURE.match(text, place):
            found[key] = None
    return list(found)


def _table(text: str) -> tuple[list[Row], list[int]]:
    """Return the rows of a head, in whatever form its table stands, and years that stand between them."""
    rows = rows_of(text)
    block, years = blocks.block(text)
    if block:
        return block + [row for row in rows if row.end <= block[0].start or row.start >= block[-1].end], years
    glued = blocks.glued(text)
    return glued + [row for row in rows if all(row.key != other.key for other in glued)], years


def _afterwards(text: Text, scores: Scores) -> None:
    """Read, in the running text, what stands with its highest possible score, or a whole table where none came before."""
    rows = [row for row in rows_of(text.text) if row.key in MAXIMA or row.certain]
    keys = {row.key for row in rows if row.values}
    if not scores.this.keys() & MAXIMA.keys() and len(keys & MAXIMA.keys()) >= 3:
        close = [row for row in rows if row.values and row.start - rows[0].start < 3000]
        if len({row.key for row in close} & MAXIMA.keys()) >= 3:
            read_years(text.text[max(0, close[0].start - 300) : close[-1].end], scores)
            spread(close, scores)
            take(text, close, scores)
            return
    for row in rows:
        explicit = re.search(rf"/\s?{MAXIMA.get(row.key, 0)}\b", text.text[row.start : row.end])
        if row.values and row.key in MAXIMA and row.key not in scores.this and explicit:
            scores.this[row.key] = row.values[0]
            scores.keep(text, row.start, row.end)
        elif explicit and row.values and row.values[0] == scores.this.get(row.key) and "\n" not in text.text[row.start : row.end]:
            scores.keep(text, row.start, row.end)
