"""The characters that drawings are made of: the console fonts' own, and ASCII for terminals that have nothing else."""

from __future__ import annotations

from typing import NamedTuple


class Glyphs(NamedTuple):
    """A set of drawing characters, each one cell wide."""

    rule: str
    """Light horizontal line, below the head and behind topics."""
    double: str
    """Double horizontal line, above a sheet."""
    vertical: str
    """Vertical line, between parts of a table."""
    left: str
    """Left end of a scale."""
    cross: str
    """Border of two bands on a scale."""
    right: str
    """Right end of a scale."""
    block: str
    """A point on a scale."""
    mark: str
    """A point of a bar that is given."""
    rest: str
    """A point of a bar that is not."""
    digits: bool
    """Whether large digits can be drawn."""
    utf8: bool
    """Whether text may hold characters other than ASCII."""


UNICODE = Glyphs("─", "═", "│", "├", "┼", "┤", "█", "■", "·", digits=True, utf8=True)
ASCII = Glyphs("-", "=", "|", "+", "+", "+", "#", "#", ".", digits=False, utf8=False)
