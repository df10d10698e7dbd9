"""The app: one brief on one screen, in the theme's colours."""

from __future__ import annotations

import gc
from contextlib import suppress
from pathlib import Path
from sys import platform
from typing import TYPE_CHECKING, ClassVar

from textual.app import App
from textual.binding import Binding, BindingType

from ..i18n import _
from ..output import themes
from ..toml.problems import DocumentError
from . import styles, terminal
from .desk import Desk
from .page import Place
from .screens.reading import ReadingScreen

if TYPE_CHECKING:
    from textual.driver import Driver

    from ..state import Left
    from .navigator import Navigator
    from .opening import Opening


_FOLDER = Path(__file__).parent


class BriefApp(App[None]):
    """Reads a brief."""

    # Textual does not load the style sheet of a default screen by itself.
    CSS_PATH: ClassVar = [_FOLDER / "app.tcss", _FOLDER / "screens" / "reading.tcss"]
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+c", "help_quit", show=False, system=True)]

    def __init__(
        self,
        navigator: Navigator,
        theme: themes.Theme,
        place: Place | None = None,
        opening: Opening | None = None,
        desk: Desk | None = None,
    ) -> None:
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
        self.chosen = ""
        """Name of the theme that was chosen while reading; empty where none was."""
        self.navigator = navigator
        """The brief that is read, its tabs and places."""
        self.desk = desk or Desk()
        """The briefs that have been open."""
        self._place = place
        self._reading: ReadingScreen | None = None

    def get_driver_class(self) -> type[Driver]:
        """Return Textual's driver for Windows, our own elsewhere."""
        if platform == "win32":
            return super().get_driver_class()
        from .driver import WakingDriver

        return WakingDriver

    def get_default_screen(self) -> ReadingScreen:
        """Return the one screen."""
        self._reading = ReadingScreen(self.navigator, self._place)
        return self._reading

    def on_ready(self) -> None:
        """Collect garbage again, which waited for the first frame; what lives then lives to the end."""
        gc.freeze()
        gc.enable()

    def read(self, navigator: Navigator, place: Place | None = None) -> None:
        """Read another brief from now on, with all sheets closed: the tab that its navigator has open, at a place or its beginning."""
        self.navigator = navigator
        self.title = navigator.briefing.brief.brief.title
        if self._reading:
            with self.batch_update():
                self._reading.close_sheet()
                self._reading.show_briefing(navigator, place)

    def wear(self, theme: themes.Theme) -> None:
        """Use a theme."""
        if theme is self.looks.theme:
            return
        self.looks = styles.Styles(theme)
        self.refresh_css(animate=False)
        for widget in self.screen.walk_children():
            widget.refresh()

    def try_theme(self, name: str, before: themes.Theme) -> None:
        """Use the theme of that name, which may be the one `before`; one that has become faulty by now is passed over."""
        if name == self.looks.theme.id:
            return
        with suppress(DocumentError):
            self.wear(before if name == before.id else themes.load(name))

    def keep_theme(self) -> themes.Theme:
        """Let the theme in use be the one that was chosen; return it."""
        self.chosen = self.looks.theme.id
        return self.looks.theme

    def left(self) -> Left:
        """Return where the brief is left."""
        return self.navigator.left(self._reading.reader.place if self._reading else self._place or Place())

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Return the two colours that the style sheets use: that of the ground and that of the letters."""
        look = self.looks.theme.style("")
        return {"paper": styles.textual_colour(look.ground), "ink": styles.textual_colour(look.colour)}

    def take(self, text: str) -> str:
        """Send a text to the clipboard; return what was done, in words."""
        driver = self._driver
        return terminal.copy(text, driver.write if driver else lambda _data: None)

    def pause(self) -> None:
        """Stop until the shell lets the app go on; say so where there is no shell."""
        pause = getattr(self._driver, "pause", None)
        if not (pause and pause()) and isinstance(self.screen, ReadingScreen):
            self.screen.say(_("there is no shell to go to"))

    def copy_to_clipboard(self, text: str) -> None:
        """Send what was selected with the mouse to the clipboard."""
        done = self.take(text)
        if isinstance(self.screen, ReadingScreen):
            self.screen.say(_("selection {done}").format(done=done))

    def action_help_quit(self) -> None:
        """Say how to leave, where nothing is selected that could be copied."""
        if isinstance(self.screen, ReadingScreen):
            self.screen.say(_("q quits"))
