"""Painting lines for a terminal with escape codes of our own, in the colours in which Textual would paint them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from ..output.lines import Line, line_width
from ..output.themes import Look, Theme

_NAMES = ("black", "red", "green", "yellow", "blue", "magenta", "cyan", "white")
_SIXTEEN = (
    (0, 0, 0), (170, 0, 0), (0, 170, 0), (170, 85, 0), (0, 0, 170), (170, 0, 170), (0, 170, 170), (170, 170, 170),
    (85, 85, 85), (255, 85, 85), (85, 255, 85), (255, 255, 85), (85, 85, 255), (255, 85, 255), (85, 255, 255), (255, 255, 255),
)  # fmt: skip
"""The sixteen colours as terminals have them by default."""
_ATTRIBUTES = {"bold": "1", "dim": "2", "italic": "3", "underline": "4", "reverse": "7"}


class Painter:
    """Paints lines in a theme's colours."""

    def __init__(self, theme: Theme, environment: Mapping[str, str]) -> None:
        self._theme = theme
        self._depth = depth(environment)
        self._codes: dict[str, str] = {}

    def row(self, line: Line, width: int) -> str:
        """Return a line as text with escape codes, filled up to a width in cells."""
        painted = ""
        for text, tone, *_rest in [*line, (" " * (width - line_width(line)), "")]:
            if text:
                code = self._code(tone)
                painted += f"\x1b[{code}m{text}\x1b[0m" if code else text
        return painted

    def _code(self, tone: str) -> str:
        if tone not in self._codes:
            self._codes[tone] = codes(self._theme.style(tone), self._depth)
        return self._codes[tone]


def depth(environment: Mapping[str, str]) -> str:
    """Return how many colours a terminal has: `none`, `16`, `256` or `all`."""
    if "NO_COLOR" in environment:
        return "none"
    if environment.get("COLORTERM", "").strip().lower() in ("truecolor", "24bit"):
        return "all"
    kind = environment.get("TERM", "").strip().lower().rpartition("-")[2]
    return "256" if kind in ("256color", "kitty") else "16"


def codes(look: Look, colours: str) -> str:
    """Return the parameters of the escape code for a look; nothing for plain text."""
    found = [code for name, code in _ATTRIBUTES.items() if getattr(look, name)]
    if colours != "none":
        found += [code for code in (_colour(look.colour, colours, 30), _colour(look.ground, colours, 40)) if code]
    return ";".join(found)


def _colour(colour: str, colours: str, base: int) -> str:
    """The parameters for a colour; `base` is 30 for letters and 40 for what is behind them."""
    if colour == "default":
        return ""
    if not colour.startswith("#"):
        bright = colour.startswith("bright-")
        return str(base + _NAMES.index(colour.removeprefix("bright-")) + (60 if bright else 0))
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    if colours == "all":
        return f"{base + 8};2;{red};{green};{blue}"
    if colours == "256":
        return f"{base + 8};5;{in_256(red, green, blue)}"
    number = in_16(red, green, blue)
    return str(base + number if number < 8 else base + 52 + number)


@lru_cache(256)
def in_256(red: int, green: int, blue: int) -> int:
    """Return the number of the colour among 256 that stands for a colour: a grey for what has little colour, else one of the cube."""
    from colorsys import rgb_to_hls

    _hue, lightness, saturation = rgb_to_hls(red / 255, green / 255, blue / 255)
    if saturation < 0.15:
        grey = round(lightness * 25)
        return 16 if grey == 0 else 231 if grey == 25 else 231 + grey
    steps = (value / 95 if value < 95 else 1 + (value - 95) / 40 for value in (red, green, blue))
    first, second, third = (round(step) for step in steps)
    return 16 + 36 * first + 6 * second + third


@lru_cache(256)
def in_16(red: int, green: int, blue: int) -> int:
    """Return the number of the nearest of the sixteen colours, by a distance that weighs colours as eyes do."""

    def distance(number: int) -> float:
        other = _SIXTEEN[number]
        mean = (red + other[0]) // 2
        apart = red - other[0], green - other[1], blue - other[2]
        return (((512 + mean) * apart[0] ** 2) >> 8) + 4 * apart[1] ** 2 + (((767 - mean) * apart[2] ** 2) >> 8)

    return min(range(16), key=distance)
