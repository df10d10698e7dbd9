"""From tones to what Rich and Textual draw with: the one place where the app's colours come from."""

from __future__ import annotations

from rich.style import Style

from ..output import themes
from .abilities import plain


class Styles:
    """The styles of one theme, made when they are first asked for."""

    def __init__(self, theme: themes.Theme) -> None:
        self.theme = theme
        """The theme that the styles are made from."""
        # Plain terminals would write hyperlinks out as text.
        self._links = not plain()
        self._made: dict[tuple[str, str], Style | None] = {}

    def of(self, tone: str, link: str = "") -> Style | None:
        """Return the style of a tone, with a hyperlink where an address is given; None for what needs no style at all."""
        key = (tone, link if self._links else "")
        if key not in self._made:
            self._made[key] = self._make(*key)
        return self._made[key]

    def _make(self, tone: str, link: str) -> Style | None:
        look = self.theme.style(tone)
        style = Style(
            color=_rich_colour(look.colour),
            bgcolor=_rich_colour(look.ground),
            bold=look.bold or None,
            dim=look.dim or None,
            italic=look.italic or None,
            underline=look.underline or None,
            reverse=look.reverse or None,
            link=link or None,
        )
        return style or None


def textual_colour(colour: str) -> str:
    """Return a theme's colour as Textual names it."""
    return colour if colour.startswith("#") else "ansi_" + colour.replace("-", "_")


def _rich_colour(colour: str) -> str | None:
    """A theme's colour as Rich names it; None for the terminal's own."""
    return None if colour == "default" else colour.replace("-", "_")
