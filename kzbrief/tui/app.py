"""The app: one brief on one screen, in the theme's colours."""

from __future__ import annotations

import gc
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from sys import platform
from typing import TYPE_CHECKING, ClassVar

from textual.app import App, SuspendNotSupported
from textual.binding import Binding, BindingType

from ..i18n import _, follow
from ..output import themes
from ..refusal import RefusedError
from ..restricted import failure, restricted
from ..toml.problems import DocumentError
from . import styles, terminal
from .desk import Desk
from .navigator import Navigator
from .page import Place
from .screens.reading import ReadingScreen

if TYPE_CHECKING:
    from textual.driver import Driver

    from ..brief.briefing import Briefing
    from ..state import Left
    from .opening import Opening


First = Callable[["Briefing"], tuple[Navigator, Place | None]]
"""Opens a brief: returns its tabs, and the place on the open one."""
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
        *,
        watched: bool = False,
        first: First | None = None,
        asked_for: str = "",
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
        self.watched = watched
        """Whether the file of the brief is watched."""
        self.asked_for = asked_for
        """What was typed to open a brief: a name or a path."""
        self._first = first
        self.chosen = ""
        """Name of the theme that was chosen while reading; empty where none was."""
        self.navigator = navigator
        """The brief that is read, its tabs and places."""
        self.desk = desk or Desk()
        """The briefs that have been open."""
        self._place = place
        self._reading: ReadingScreen | None = None
        self._mouse_lent = False

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
        follow(navigator.read.brief.brief.language)
        self.navigator = navigator
        self.title = navigator.briefing.brief.brief.title
        if self._reading:
            with self.batch_update():
                self._reading.close_sheet()
                self._reading.show_briefing(navigator, place)

    def begin(self, briefing: Briefing) -> None:
        """Read a brief that was waited for, where it is to be opened."""
        self.read(*(self._first(briefing) if self._first else (Navigator(briefing, self.navigator.glyphs), None)))

    def renew(self, briefing: Briefing) -> None:
        """Go on with the same brief as it was read anew from its file: at the same place, sheets and all."""
        self.navigator = self.navigator.renewed(briefing)
        self.title = briefing.brief.brief.title
        if self._reading:
            self._reading.renew(self.navigator)

    def lend(self, words: list[str]) -> int:
        """Let another program have the terminal until it ends; return its exit code. Raises OSError or ValueError where it does not
        start, RefusedError where the terminal cannot be lent.
        """
        from subprocess import call

        failure: Exception | None = None
        code = 0
        try:
            # Our driver does the same as Textual, and minds the signals.
            with getattr(self._driver, "lent", self.suspend)():
                try:
                    code = call(words)
                except (OSError, ValueError) as error:
                    failure = error  # not until the screen is back
        except SuspendNotSupported:
            raise RefusedError(_("the terminal cannot be lent to another program here")) from None
        if failure:
            raise failure
        return code

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

    def lend_mouse(self, lent: bool) -> None:
        """Leave the mouse to the terminal, so that it can select, or take it again."""
        driver = self._driver
        if lent is self._mouse_lent or not getattr(driver, "_mouse", False):
            return
        self._mouse_lent = lent
        change = getattr(driver, "_disable_mouse_support" if lent else "_enable_mouse_support", None)
        if change:
            change()

    def _fatal_error(self) -> None:
        """End after a failure; in restricted use without what Textual tells of it, which has paths and values of the machine."""
        if restricted():
            self._exit_renderables.append(f"kzbrief: {failure()}")
            self._close_messages_no_wait()
        else:
            super()._fatal_error()

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
