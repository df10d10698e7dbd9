"""The sheets of copying: what is to be copied, and a text on the whole screen, to be selected by hand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..i18n import _
from ..output.lines import Line, Span, beside, clean, indent, line_width, shortened, width_of
from ..output.wrapping import wrap
from .page import Page, Stop
from .pages.measure import edge, room
from .sheets import Sheet

if TYPE_CHECKING:
    from .copying import Choice
    from .navigator import Navigator

_LONGEST = 90
"""Most cells of a line."""
_LETTER = 3
"""Cells of the letter before each choice."""


class CopySheet(Sheet):
    """What can be copied, each with its letter."""

    where = "copying"
    tall = True

    def __init__(self, choices: Sequence[Choice]) -> None:
        self.choices = choices
        """What can be copied."""

    def title(self) -> tuple[str, str]:
        """Return what is asked, and how to leave it."""
        return _("Copy what?"), _("Esc closes")

    def layout(self, width: int, height: int) -> Page:
        """Return a page with a choice on each line, or on more where it needs them."""
        start, space = edge(width), min(_LONGEST, room(width))
        lines: list[Line] = []
        stops: list[Stop] = []
        for choice in self.choices:
            ref = f"copying:{choice.letter}"
            rows = wrap([Span(choice.label)], space - _LETTER)
            row = [[Span(f"{choice.letter}  ", "key"), *rows[0]], *indent(rows[1:], _LETTER)]
            free = space - line_width(row[0]) - 2
            detail = clean(choice.detail)
            if detail and len(row) == 1 and free >= min(width_of(detail), 12):
                row[0] = beside(row[0], [Span(shortened(detail, free), "dim")], space)
            stops.append(Stop(ref, len(lines), len(lines) + len(row), start - 2, ref))
            lines += indent([[span._replace(ref=ref) for span in line] for line in row], start)
        return Page(width, lines, stops)

    def renewed(self, navigator: Navigator) -> Sheet | None:
        """Return nothing: what it offers belongs to the brief as it was."""
        return None


class PlainSheet(Sheet):
    """A text and nothing else on the whole screen, without margins, so that the terminal's own way of selecting takes the text alone."""

    where = "plain"
    whole = True

    def __init__(self, text: str) -> None:
        self.text = text
        """The text."""

    def title(self) -> tuple[str, str]:
        """Return nothing: it has no title."""
        return "", ""

    def layout(self, width: int, height: int) -> Page:
        """Return the text from the first cell on; below it stands how to leave it."""
        lines: list[Line] = []
        for line in self.text.rstrip("\n").split("\n"):
            lines += wrap([Span(clean(line))], width) or [[]]
        return Page(width, [*lines, [], *wrap([Span(_("(Esc returns)"), "dim")], width)], text_end=width)
