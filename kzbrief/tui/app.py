"""The app: one brief on one screen, in the theme's colours."""

from __future__ import annotations

import gc
from pathlib import Path
from sys import platform
from typing import TYPE_CHECKING, ClassVar

from textual.app import App
from textual.binding import Binding, BindingType

from ..i18n import _
from ..output import themes
from . import styles, terminal
from .screens.reading import ReadingScreen

if TYPE_CHECKING:
    from textual.driver import Driver

    from .navigator import Navigator
    from .opening import Opening
    from .page import Place


_FOLDER = Path(__file__).parent


class BriefApp(App[None]):
    """Reads a brief."""

    # Textual does not load the style sheet of a default screen by itself.
    CSS_PATH: ClassVar = [_FOLDER / "app.tcss", _FOLDER / "screens" / "reading.tcss"]
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+c", "help_quit", show=False, system=True)]

    def __init__(self, navigator: Navigator, theme: themes.Theme, place: Place | None = None, opening: Opening | None = None) -> None:
        # Before all else: the style sheets take their colours from it.
        self.looks = styles.Styles(theme)
        """The styles of the theme in use."""
        # The theme's colours go to the terminal as they are: Textual would turn the faint attribute into a colour of its own otherwise,
        # and with NO_COLOR it would write black on black.
        super().__init__(ansi_color=True)
        self.animation_level = "none"
        self.title = navigator.briefing.brief.brief.title
        self.opening = opening
        """The first frame, where one stands on the screen already."""
        self._navigator = navigator
        self._place = place

    def get_driver_class(self) -> type[Driver]:
        """Return Textual's driver for Windows, our own elsewhere."""
        if platform == "win32":
            return super().get_driver_class()
        from .driver import WakingDriver

        return WakingDriver

    def get_default_screen(self) -> ReadingScreen:
        """Return the one screen."""
        return ReadingScreen(self._navigator, self._place)

    def on_ready(self) -> None:
        """Collect garbage again, which waited for the first frame; what lives then lives to the end."""
        gc.freeze()
        gc.enable()

    def next_theme(self) -> str:
        """Use the next theme; return its name."""
        names = themes.names()
        current = self.looks.theme.id
        self.looks = styles.Styles(themes.load(names[(names.index(current) + 1) % len(names) if current in names else 0]))
        self.refresh_css(animate=False)
        for widget in self.screen.walk_children():
            widget.refresh()
        return self.looks.theme.name

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Return the two colours that the style sheets use: that of the ground and that of the letters."""
        look = self.looks.theme.style("")
        return {"paper": styles.textual_colour(look.ground), "ink": styles.textual_colour(look.colour)}

    def take(self, text: str) -> str:
        """Send a text to the clipboard; return what was done, in words."""
        driver = self._driver
        return terminal.copy(text, driver.write if driver else lambda _data: None)

    def copy_to_clipboard(self, text: str) -> None:
        """Send what was selected with the mouse to the clipboard."""
        done = self.take(text)
        if isinstance(self.screen, ReadingScreen):
            self.screen.say(_("selection {done}").format(done=done))

    def action_help_quit(self) -> None:
        """Say how to leave, where nothing is selected that could be copied."""
        if isinstance(self.screen, ReadingScreen):
            self.screen.say(_("q quits"))
