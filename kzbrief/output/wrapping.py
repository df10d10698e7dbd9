"""Breaking spans into lines, between words."""

from __future__ import annotations

import re
from collections.abc import Iterable

from .lines import NARROW, Line, Span, fit, width_of

_HARD_BLANKS = "\u00a0\u202f"
"""Blanks at which no line is broken unless it must be."""
_WORDS = re.compile(r"\S+|\s+")


def wrap(spans: Iterable[Span], width: int) -> list[Line]:
    """Break spans into lines of at most `width` cells, between words; a word that is too long is broken where it must be.

    Each piece keeps its tone, reference and link. White space becomes single blanks; none is left at the ends of a line.
    """
    spans = list(spans)
    width = max(1, width)
    text = "".join([span.text for span in spans])
    if not NARROW.match(text) or "  " in text or "\u00a0" in text:
        return _wrap_words(spans, width)
    # Lines are cut out of the whole text, which is forty times faster than putting them together word by word.
    pieces = _pieces(spans)
    lines: list[Line] = []
    index, offset = 0, 0
    for start, end in _breaks(text, width):
        line: Line = []
        while index < len(pieces) and offset + len(pieces[index].text) <= start:
            offset += len(pieces[index].text)
            index += 1
        place, at = index, offset
        while place < len(pieces) and at < end:
            piece = pieces[place]
            first, last = max(start - at, 0), end - at
            part = piece.text[first:last]
            if part:
                line.append(piece if part == piece.text else Span(part, piece.tone, piece.ref, piece.link))
            at += len(piece.text)
            place += 1
        lines.append(line)
    return lines


def _breaks(text: str, width: int) -> Iterable[tuple[int, int]]:
    """Yield start and end of each line in a text whose characters are one cell wide."""
    start, length = 0, len(text)
    while start < length:
        if text[start] == " ":
            start += 1
            continue
        end = start + width
        if end >= length:
            end = length - (text[-1] == " ")
        elif text[end] != " ":
            blank = text.rfind(" ", start, end)
            end = blank if blank > start else end
        yield start, end
        start = end


def _pieces(spans: Iterable[Span]) -> list[Span]:
    """Return the spans with blanks at the edge of a marked one by themselves: a blank between two kinds of text is plain."""
    joined: list[Span] = []
    for span in spans:
        if not span.text:
            continue
        if joined and span[1:] == joined[-1][1:]:
            joined[-1] = joined[-1]._replace(text=joined[-1].text + span.text)
        else:
            joined.append(span)
    pieces: list[Span] = []
    for span in joined:
        text, tone, ref, link = span
        if not (tone or ref or link) or (text[0] != " " and text[-1] != " "):
            pieces.append(span)
            continue
        core = text.strip(" ")
        if text[0] == " ":
            pieces.append(Span(" "))
        if core:
            pieces.append(Span(core, tone, ref, link))
            if text[-1] == " ":
                pieces.append(Span(" "))
    return pieces


def _wrap_words(spans: Iterable[Span], width: int) -> list[Line]:
    """Break spans into lines word by word, measuring each: for text that may hold wide characters or runs of blanks."""
    lines: list[Line] = []
    line: Line = []
    used = 0
    for word in _joined_words(spans):
        size = sum(width_of(piece.text) for piece in word)
        gap = 1 if line else 0
        if line and used + gap + size > width:
            lines.append(line)
            line, used, gap = [], 0, 0
        if gap:
            _append(line, Span(" ", *(line[-1][1:] if line[-1][1:] == word[0][1:] else ("", "", ""))))
            used += 1
        for piece in word:
            rest = piece.text
            while used + width_of(rest) > width:
                count = fit(rest, width - used) if used < width else 0
                if count and (used + width_of(rest[:count]) <= width or not line):
                    _append(line, piece._replace(text=rest[:count]))
                    rest = rest[count:]
                lines.append(line)
                line, used = [], 0
                rest = rest.lstrip(_HARD_BLANKS)
                if not rest:
                    break
            if rest:
                _append(line, piece._replace(text=rest))
                used += width_of(rest)
    if line:
        lines.append(line)
    return lines


def _joined_words(spans: Iterable[Span]) -> Iterable[list[Span]]:
    """Yield words as lists of pieces, since a word may change its tone in the middle."""
    word: list[Span] = []
    for span in spans:
        for found in _WORDS.finditer(span.text):
            text = found[0]
            if text.strip(_HARD_BLANKS) == "":
                word.append(span._replace(text=text))
            elif text.isspace():
                if word:
                    yield word
                word = []
            else:
                word.append(span._replace(text=text))
    if word:
        yield word


def _append(line: Line, span: Span) -> None:
    if line and line[-1][1:] == span[1:]:
        line[-1] = line[-1]._replace(text=line[-1].text + span.text)
    else:
        line.append(span)
