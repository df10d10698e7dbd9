"""The page of help: the keys, made from the commands, and what the signs mean."""

from __future__ import annotations

from ... import commands
from ...i18n import _
from ...output.glyphs import Glyphs
from ...output.lines import Line, Span, columns, indent
from ...output.wrapping import wrap
from ..page import Page
from .measure import measure

_KEYS = 18
_LONGEST = 76


def signs(glyphs: Glyphs) -> list[tuple[str, str, str]]:
    """Return the signs with their tones and what they mean."""
    return [
        (">", "current", _("the finding, the citation or the line that is current")),
        ("[15]", "cite", _("a citation, with the number of its note in the printed report")),
        ("!", "remark", _("a remark: what to know before trusting a figure or a date")),
        ("*", "outside", _("comes from outside the report")),
        ("--", "dim", _("a claim for which the report gives no source")),
        ("n/a", "", _("printed so by the report: neither 0 nor missing")),
        (glyphs.mark, "mark", _("a point that is given; more points are worse where 0 is best")),
    ]


def help_page(width: int, glyphs: Glyphs) -> Page:
    """Return the page of help."""
    start = measure(width).start
    space = min(_LONGEST, width - start - 1)
    narrow = space < 50
    by = 13 if narrow else _KEYS
    lines: list[Line] = []
    for group in commands.groups():
        if group.title:
            lines += [[], [Span(" " * start), Span(group.title, "strong")]]
        for row in group.rows:
            lines += indent(columns(wrap([Span(row.keys, "key")], by - 1), wrap([Span(row.help)], space - by), by, 0), start)
    lines += [[], [Span(" " * start), Span(_("What the signs mean"), "strong")]]
    for sign, tone, meaning in signs(glyphs):
        lines += indent(columns([[Span(sign, tone)]], wrap([Span(meaning)], space - by), by, 0), start)
    return Page(width, lines, text_start=start, text_end=start + space)
