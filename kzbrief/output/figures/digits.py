"""Large digits, three rows high, for the one figure that a screen is about."""

from __future__ import annotations

from ..glyphs import Glyphs
from ..lines import Line, Span

_ROWS = {
    "0": ("█▀█", "█ █", "▀▀▀"),
    "1": ("▀█ ", " █ ", "▀▀▀"),
    "2": ("▀▀█", "█▀▀", "▀▀▀"),
    "3": ("▀▀█", "▀▀█", "▀▀▀"),
    "4": ("█ █", "▀▀█", "  ▀"),
    "5": ("█▀▀", "▀▀█", "▀▀▀"),
    "6": ("█▀▀", "█▀█", "▀▀▀"),
    "7": ("▀▀█", "  █", "  ▀"),
    "8": ("█▀█", "█▀█", "▀▀▀"),
    "9": ("█▀█", "▀▀█", "▀▀▀"),
}


def digits(figure: str, glyphs: Glyphs) -> list[Line] | None:
    """Return a whole number as three lines of large digits, or None where it has other characters or they cannot be drawn."""
    if not glyphs.digits or not figure or any(digit not in _ROWS for digit in figure):
        return None
    return [[Span(" ".join(_ROWS[digit][row] for digit in figure), "strong")] for row in range(3)]
