"""Colours as eyes have them: contrast, distance, colour blindness; and the palettes of terminals."""

from __future__ import annotations

from typing import NamedTuple

from rich.color import Color, ColorSystem

RGB = tuple[float, float, float]
"""Red, green and blue of sRGB, 0 to 1."""

FAINT = 0.66
"""What is left of a colour where faint letters are drawn by mixing it with the ground, as Textual and most terminals do."""

_NAMES = ("black", "red", "green", "yellow", "blue", "magenta", "cyan", "white")
NAMES = (*_NAMES, *(f"bright-{name}" for name in _NAMES))


def rgb(colour: str) -> RGB:
    """Return red, green and blue of `#rrggbb`."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


class Palette(NamedTuple):
    """What a terminal shows for its own colours."""

    name: str
    sixteen: tuple[str, ...]
    text: str
    ground: str

    def __str__(self) -> str:
        return self.name

    @property
    def dark(self) -> bool:
        return luminance(rgb(self.ground)) < 0.18

    def show(self, colour: str, usual: str) -> RGB:
        """Return what a theme's colour looks like; `usual` stands for `default`."""
        return rgb(colour if colour.startswith("#") else usual if colour == "default" else self.sixteen[NAMES.index(colour)])


def _sixteen(text: str) -> tuple[str, ...]:
    return tuple(f"#{colour}" for colour in text.split())


_XTERM = _sixteen(  # XTerm-col.ad of xterm
    "000000 cd0000 00cd00 cdcd00 0000ee cd00cd 00cdcd e5e5e5 7f7f7f ff0000 00ff00 ffff00 5c5cff ff00ff 00ffff ffffff"
)
_VGA = _sixteen(  # of the PC's text mode, which the Linux console has, too
    "000000 aa0000 00aa00 aa5500 0000aa aa00aa 00aaaa aaaaaa 555555 ff5555 55ff55 ffff55 5555ff ff55ff 55ffff ffffff"
)
_SOLARIZED = _sixteen(  # Ethan Schoonover, https://ethanschoonover.com/solarized/
    "073642 dc322f 859900 b58900 268bd2 d33682 2aa198 eee8d5 002b36 cb4b16 586e75 657b83 839496 6c71c4 93a1a1 fdf6e3"
)
PALETTES = (
    Palette("xterm-dark", _XTERM, "#e5e5e5", "#000000"),
    Palette("xterm-light", _XTERM, "#000000", "#ffffff"),
    Palette("vga", _VGA, "#aaaaaa", "#000000"),
    Palette("vga-light", _VGA, "#000000", "#ffffff"),
    Palette("solarized-dark", _SOLARIZED, "#839496", "#002b36"),
    Palette("solarized-light", _SOLARIZED, "#657b83", "#fdf6e3"),
)

# Machado, Oliveira and Fernandes: A Physiologically-based Model for Simulation of Color Vision Deficiency, IEEE Transactions on
# Visualization and Computer Graphics 15 (6), 2009, table of severity 1.0; they apply to linear RGB.
SIGHTS: dict[str, tuple[RGB, RGB, RGB]] = {
    "usual": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
"""How colours are seen: by the kind of sight the matrix for linear RGB, by Machado, Oliveira and Fernandes (2009) at severity 1.0."""


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)


def luminance(colour: RGB) -> float:
    """Return the relative luminance of WCAG 2, 0 to 1."""
    red, green, blue = map(_linear, colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: RGB, other: RGB) -> float:
    """Return the contrast ratio of WCAG 2, 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def faint(letters: RGB, ground: RGB) -> RGB:
    """Return the colour of faint letters."""
    red, green, blue = (one * FAINT + other * (1 - FAINT) for one, other in zip(letters, ground, strict=True))
    return red, green, blue


def reduced(colour: str, system: ColorSystem) -> str:
    """Return what Rich, and with it Textual, makes of `#rrggbb`: `#rrggbb` again, or with sixteen colours the name of one."""
    found = Color.parse(colour).downgrade(system)
    if system is ColorSystem.STANDARD:
        assert found.number is not None
        return NAMES[found.number]
    return found.get_truecolor().hex


def _lab(colour: RGB, sight: str) -> RGB:
    linear = [_linear(value) for value in colour]
    red, green, blue = (min(1.0, max(0.0, sum(factor * value for factor, value in zip(row, linear, strict=True)))) for row in SIGHTS[sight])
    # sRGB to XYZ and XYZ to CIELAB, both for the white of D65.
    relative = (
        (0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047,
        0.2126729 * red + 0.7151522 * green + 0.0721750 * blue,
        (0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / 1.08883,
    )
    x, y, z = (value ** (1 / 3) if value > 216 / 24389 else (24389 / 27 * value + 16) / 116 for value in relative)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def apart(one: RGB, other: RGB, sight: str = "usual") -> float:
    """Return how far apart two colours look (distance in CIELAB of 1976; some 2.3 can just be told apart), to that kind of sight."""
    return float(sum((left - right) ** 2 for left, right in zip(_lab(one, sight), _lab(other, sight), strict=True)) ** 0.5)
