"""What was found in all briefs, as it is printed: lines with addresses that open the places, and a table for programs."""

from __future__ import annotations

import os
from collections.abc import Sequence

from .. import __version__
from ..brief.address import SIGN
from ..brief.entry import Listed
from ..brief.library import told
from ..brief.search.passages import Passage
from ..brief.search.query import Matcher
from ..i18n import _, ngettext
from .found import context_lines, head_lines
from .lines import Line, Span, clean, indent
from .printer import Target
from .wrapping import wrap

Best = Sequence[tuple[Listed, Passage]]
_MEASURE = 100
"""Most cells of a line."""


def place_of(passage: Passage) -> str:
    """Return where a passage stands in its brief, as `--at` takes it: `access/carrier`, `source:vasilyev-kaznet`."""
    return passage.ref.removeprefix("finding:")


def address_of(listed: Listed, passage: Passage) -> str:
    """Return what opens a passage on the command line."""
    return f"{listed.words}{SIGN}{place_of(passage)}"


def found_lines(count: int, best: Best, matcher: Matcher, target: Target) -> list[Line]:
    """Return what was found, each with a line of its text and its address; how many there are at the end."""
    width = min(target.width, _MEASURE)
    lines: list[Line] = []
    for listed, passage in best:
        if not target.glyphs.utf8:
            from .ascii import in_ascii

            passage = in_ascii(passage)
        lines += head_lines(passage, matcher, width)
        lines += indent(context_lines(passage, matcher, width - 2), 2)
        lines += indent(wrap([Span(clean(address_of(listed, passage)), "dim")], width - 2), 2)
        lines.append([])
    said = ngettext("{count} place", "{count} places", count).format(count=count)
    if count > len(best):
        said = _("{count} places, of which these are the best {shown}; --limit shows more").format(count=count, shown=len(best))
    return [*lines, *wrap([Span(said)], width)]


def found_table(asked: str, count: int, best: Best, matcher: Matcher) -> dict[str, object]:
    """Return what was found, for programs."""
    return {"kzbrief": __version__, "query": asked, "count": count, "found": [_row(listed, passage, matcher) for listed, passage in best]}


def _row(listed: Listed, passage: Passage, matcher: Matcher) -> dict[str, object]:
    entry = listed.entry
    assert entry  # the words of a broken brief are not in the index
    return {
        "brief": listed.name,
        "path": os.fsencode(told(listed.path)).decode("utf-8", "backslashreplace"),
        "country": entry.country,
        "edition": entry.edition,
        "kind": passage.kind,
        "place": place_of(passage),
        "address": address_of(listed, passage),
        "section": passage.section or None,
        "texts": [
            {
                "text": piece.text,
                "language": piece.language or None,
                "found": [list(span) for span in matcher.spans(piece.text, (piece.language,))],
            }
            for piece in passage.pieces
            if piece.text
        ],
    }
