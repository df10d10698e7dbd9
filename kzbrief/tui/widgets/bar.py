"""A bar: a few lines that are asked for anew whenever they are drawn, such as the head, the footer and the title of a sheet."""

from __future__ import annotations

from collections.abc import Callable

from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from ...output.lines import Line
from ..marks import at
from ..styles import Styles
from .strips import strip_of


class Bar(Widget):
    """Lines across the whole width, made by a function of the width."""

    ALLOW_SELECT = False

    class Clicked(Message):
        """Something on a bar was clicked."""

        def __init__(self, ref: str) -> None:
            super().__init__()
            self.ref = ref
            """Its reference, as in `tab:access` or `command:help`."""

    def __init__(self, lines: Callable[[int], list[Line]], styles: Callable[[], Styles], *, id: str, ascii_only: bool = False) -> None:  # noqa: A002
        super().__init__(id=id)
        self._lines = lines
        self._styles = styles
        self._ascii = ascii_only
        self._drawn: list[Line] | None = None

    def update(self) -> None:
        """Draw the lines again if they have changed."""
        if self.size and self._lines(self.size.width) != self._drawn:
            self.refresh()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the strips of the rows asked for."""
        width = self.size.width
        lines = self._drawn = self._lines(width)
        styles = self._styles()
        strips = [strip_of(lines[y] if y < len(lines) else [], width, styles, ascii_only=self._ascii) for y in range(crop.y, crop.bottom)]
        for line_filter in self.app.get_line_filters():
            strips = [strip.apply_filter(line_filter, self.background_colors[1]) for strip in strips]
        return strips if (crop.x, crop.right) == (0, width) else [strip.crop(crop.x, crop.right) for strip in strips]

    def render_line(self, y: int) -> Strip:
        """Return the strip of one row."""
        return self.render_lines(Region(0, y, self.size.width, 1))[0]

    def on_click(self, event: events.Click) -> None:
        """Tell what was clicked."""
        lines = self._lines(self.size.width)
        span = at(lines[event.y], event.x) if event.y < len(lines) else None
        if span and span.ref:
            event.stop()
            self.post_message(self.Clicked(span.ref))
