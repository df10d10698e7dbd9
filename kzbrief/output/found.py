"""What was found, as lines: what it is called, and a line of its text around the words, which are marked by a tone of their own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..brief.search.passages import Passage, Piece
from ..brief.search.query import Matcher
from ..i18n import N_, _
from .lines import Line, Span, clean, line_width, shortened, width_of
from .wrapping import wrap

KINDS = {
    "finding": "",
    "source": N_("Source:"),
    "event": N_("Event:"),
    "actor": N_("Actor:"),
    "remark": N_("Remark:"),
    "fact": N_("Fact box:"),
}
"""What stands before things that are no findings."""
_BEFORE = 24
"""Most characters of a text before the first word that was found in it."""
_DOTS = "..."
_BLANK = re.compile(r"\s")


def marked(text: str, ranges: Sequence[tuple[int, int]], tone: str = "", ref: str = "") -> list[Span]:
    """Return a text as spans, with stretches of it marked as found."""
    spans: list[Span] = []
    done = 0
    for start, end in ranges:
        spans.append(Span(clean(text[done:start]), tone, ref))
        spans.append(Span(clean(text[start:end]), f"{tone} found".strip(), ref))
        done = end
    spans.append(Span(clean(text[done:]), tone, ref))
    return [span for span in spans if span.text]


def head_lines(passage: Passage, matcher: Matcher, width: int, ref: str = "") -> list[Line]:
    """Return what a passage is called on a line or two; nothing for a remark, which is called nothing."""
    head = passage.head
    if not head.text:
        return []
    kind = _(KINDS[passage.kind]) if KINDS[passage.kind] else ""
    said = [Span(kind + " ", "dim", ref)] if kind else []
    tone = "strong" if passage.kind == "finding" else ""
    text = _BLANK.sub(" ", head.text)
    rows = wrap([*said, *marked(text, matcher.spans(text, (head.language,)), tone, ref)], width)
    if len(rows) < 3:
        return rows
    # Of two lines the second is the one with the word, where that stands further down.
    shown = next((row for row in rows if _has_found(row)), rows[1])
    first, second = (rows[0], rows[1]) if shown in rows[:2] else (_ended(rows[0], width), shown)
    cut = second if second is rows[-1] else _ended(second, width)
    return [first, cut if _has_found(cut) or not _has_found(second) else second]


def _has_found(line: Line) -> bool:
    return any("found" in span.tone.split() for span in line)


def context_lines(passage: Passage, matcher: Matcher, width: int, ref: str = "") -> list[Line]:
    """Return a line of the text of a passage in which words were found, else the beginning of what says most; nothing without a text."""
    piece, ranges = _context(passage, matcher)
    if not piece.text:
        return []
    kind = "" if passage.head.text else _(KINDS[passage.kind])
    said = [Span(kind + " ", "dim", ref)] if kind else []
    text = _BLANK.sub(" ", piece.text)
    start = 0
    # The word that was found has to be on the line, with some before it and dots after it.
    room = width - line_width(said) - 2 * len(_DOTS) - 2 - (ranges[0][1] - ranges[0][0] if ranges else 0)
    if ranges and ranges[0][0] > min(_BEFORE, room):
        start = text.rfind(" ", 0, max(0, ranges[0][0] - max(0, min(_BEFORE // 2, room)))) + 1
        if ranges[0][0] - start > room:
            start = ranges[0][0]
        said.append(Span(_DOTS + " ", "", ref))
    # No more than a line can hold is laid out.
    end = start + width + _BEFORE
    inside = [(first - start, min(last, end) - start) for first, last in ranges if first < end]
    rows = wrap([*said, *marked(text[start:end], inside, "", ref)], width)
    if not rows:
        return []
    return [rows[0] if len(rows) == 1 and end >= len(text) else _ended(rows[0], width)]


def _context(passage: Passage, matcher: Matcher) -> tuple[Piece, list[tuple[int, int]]]:
    for piece in passage.more:
        if ranges := matcher.spans(piece.text, (piece.language,)):
            return piece, ranges
    if not passage.more:
        return Piece("", ""), []
    return passage.more[-1 if passage.kind == "source" else 0], []


def _ended(line: Line, width: int) -> Line:
    """Return a line that ends with dots, since something follows that is not shown."""
    room = width - len(_DOTS) - 1
    kept: Line = []
    used = 0
    for span in line:
        size = width_of(span.text)
        if used + size > room:
            words = shortened(span.text, max(0, room - used)).removesuffix(_DOTS).rstrip() if room - used > 8 else ""
            # Of a word that was found all is shown or nothing.
            kept += [span._replace(text=words)] if words and "found" not in span.tone.split() else []
            break
        kept.append(span)
        used += size
    if kept:
        kept[-1] = kept[-1]._replace(text=kept[-1].text.rstrip(" ,;:"))
    return [*[span for span in kept if span.text], Span(" " + _DOTS, "", line[0].ref if line else "")]
