"""The first frame, drawn before Textual is there.

Importing Textual takes longer than all that it takes to read a brief and lay out its first page. So the first page is drawn without it;
Textual then draws the same page over it, and what was typed in between waits for it in the terminal.
"""

from __future__ import annotations

import os
import signal
import sys
from contextlib import suppress
from types import TracebackType
from typing import IO, Any, Self

from ..output.printer import is_terminal, screen
from ..output.themes import Theme
from . import frame, marks
from .cursor import Cursor
from .navigator import Navigator
from .page import Place
from .paint import Painter
from .thrift import thrifty

ENTER = "\x1b[?1049h"
"""Changes to the terminal's other screen, which is left as it was when the app ends."""
LEAVE = "\x1b[0m\x1b[H\x1b[J\x1b[?1049l"
"""Changes back. The other screen is wiped before: the Linux console and GNU screen have none, and what was read would stay."""
_SIGNALS = ("SIGTERM", "SIGHUP")


class Opening:
    """Takes over the terminal and draws the first frame; gives it back where the app did not come to do so itself."""

    def __init__(self, navigator: Navigator, theme: Theme, place: Place | None) -> None:
        self._navigator = navigator
        self._theme = theme
        self._place = place
        self._attributes: list[Any] | None = None
        self._standing = False
        self.drawn = ""
        """What was written to draw the frame."""

    @staticmethod
    def possible() -> bool:
        """Return whether there is a terminal of a kind that this works on."""
        return sys.platform != "win32" and all(map(is_terminal, (sys.__stdin__, screen())))

    def __enter__(self) -> Self:
        import termios

        for name in _SIGNALS:
            signal.signal(getattr(signal, name), _end)
        number = _terminal().fileno()
        self._attributes = termios.tcgetattr(number)
        quiet = list(self._attributes)
        quiet[0] &= ~(termios.IXON | termios.IXOFF | termios.ICRNL | termios.INLCR | termios.IGNCR)
        quiet[3] &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN | termios.ISIG)
        termios.tcsetattr(number, termios.TCSANOW, quiet)
        self._standing = True
        try:
            # Without wrapping, so that the last cell of the last row moves nothing up.
            self.drawn = first_frame(self._navigator, self._theme, self._place, *_size())
            _write(f"{ENTER}\x1b[?25l\x1b[?7l{thrifty(self.drawn)}")
        except BaseException as error:  # a signal, too: a context that was not entered is not left
            self.__exit__(type(error), error, error.__traceback__)
            raise
        return self

    def take_over(self) -> list[Any] | None:
        """Tell that the app has the terminal now; return the settings that it had in the beginning."""
        self._standing = False
        return self._attributes

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if not self._standing or not self._attributes:
            return
        import termios

        with suppress(OSError, termios.error):  # the terminal may be gone
            _write(f"\x1b[?7h\x1b[?25h{LEAVE}")
            termios.tcsetattr(_terminal().fileno(), termios.TCSANOW, self._attributes)


def first_frame(navigator: Navigator, theme: Theme, place: Place | None, width: int, height: int) -> str:
    """Return what draws the first frame of the app for a size in cells."""
    if width < frame.SMALLEST[0] or height < frame.SMALLEST[1]:
        rows = frame.too_small(width)
    else:
        cursor = Cursor()
        cursor.show(navigator.layout(width, height - 4), height - 4, place)
        rows = frame.head(navigator.briefing, navigator.tabs, navigator.open, width, navigator.glyphs, below=frame.goes_on(cursor))
        rows += [marks.row(cursor, number) for number in range(height - 4)]
        status = frame.status(navigator.briefing, navigator.tab, cursor)
        rows.append(frame.foot(navigator.tab.kind, width, status, frame.fitting(navigator.greeting, navigator.tab.kind, width)))
    painter = Painter(theme, os.environ)
    drawn = [f"\x1b[{number + 1};1H{painter.row(rows[number] if number < len(rows) else [], width)}" for number in range(height)]
    return "".join([*drawn, "\x1b[1;1H"])  # where Textual leaves the cursor, so that it need not be placed again


def _terminal() -> IO[str]:
    """Where keys come from, as Textual has it."""
    assert sys.__stdin__
    return sys.__stdin__


def _write(data: str) -> None:
    """Write to where the app writes to."""
    file = screen()
    assert file
    file.write(data)
    file.flush()


def _size() -> tuple[int, int]:
    """Columns and rows, found as Textual finds them."""
    from shutil import get_terminal_size

    size = get_terminal_size()
    return size.columns, size.lines


def _end(number: int, _stack: object) -> None:
    """End as the signal wishes, but tidily."""
    raise SystemExit(128 + number)
