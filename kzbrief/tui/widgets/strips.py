"""From lines of spans to the strips that Textual draws."""

from __future__ import annotations

from rich.segment import Segment
from textual.strip import Strip

from ...output.lines import Line, width_of
from ..styles import Styles


def strip_of(line: Line, width: int, styles: Styles, *, ascii_only: bool = False) -> Strip:
    """Return a strip that is exactly as wide as told; neighbours that look alike become one segment, which spares bytes on the line."""
    segments: list[Segment] = []
    text, used = "", 0
    style = base = styles.of("")
    for span in line:
        piece = span.text
        if ascii_only and not piece.isascii():
            from ...output.ascii import to_ascii

            piece = to_ascii(piece)  # our own words have quotation marks that a brief in ASCII has not
        own = styles.of(span.tone, span.link)
        if own is not style:
            if text:
                segments.append(Segment(text, style))
            text, style = "", own
        text += piece
        used += width_of(piece)
    if used < width:
        if style is not base:
            if text:
                segments.append(Segment(text, style))
            text, style = "", base
        text += " " * (width - used)
    if text:
        segments.append(Segment(text, style))
    strip = Strip(segments, max(used, width))
    return strip.crop(0, width) if used > width else strip
