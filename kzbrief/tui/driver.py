"""The driver for Linux and macOS: Textual's own, with an input loop that ends as soon as it is told to.

Textual's loop looks twice, a tenth of a second each, whether it is to end; most of the time that quitting takes goes there. Here the
selector also listens to a pipe, so that the loop wakes at once, and so that it sleeps for as long as nobody types. The terminal is left
as it was when a signal ends the app or a shell puts it aside, and a terminal that is gone ends it.
"""

from __future__ import annotations

import asyncio
import os
import signal
from codecs import getincrementaldecoder
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from selectors import EVENT_READ, DefaultSelector, SelectSelector
from sys import platform
from types import FrameType
from typing import IO, Any, cast

from textual._parser import ParseError
from textual._xterm_parser import XTermParser
from textual.constants import ESCAPE_DELAY
from textual.drivers.linux_driver import LinuxDriver
from textual.events import Key
from textual.message import Message

from ..output.ground import Sieve, typed
from ..output.printer import screen
from ..restricted import restricted
from . import abilities
from .opening import ENTER, LEAVE, Opening
from .shown import Shown
from .thrift import thrifty

_CHUNK = 4096
_ALONE = ESCAPE_DELAY + 0.005
"""Seconds after which an escape character that nothing follows was the key Esc."""
_BEGIN, _END = "\x1b[?2026h", "\x1b[?2026l"
"""Around a frame, for terminals that show it when it is whole."""
_POINTER = "\x1b]22;"
"""Gives the pointer of the mouse a shape."""
_HUNG_UP = 128 + signal.SIGHUP


def apart(event: Message) -> tuple[Message, ...]:
    """Return what a message from the terminal stands for: of Alt and a letter the key Esc, and the letter.

    Terminals send the same for both, and whoever types fast means Esc; no command has a key with Alt.
    """
    if isinstance(event, Key) and event.key.startswith("alt+") and event.character and event.character.isalpha():
        return Key("escape", "\x1b"), Key(event.character, event.character)
    return (event,)


class _Line:
    """The terminal as a file to write to, which takes everything in silence once the terminal is gone.

    An error would end Textual's thread that writes, and the app would then wait for it without end.
    """

    def __init__(self, file: IO[str]) -> None:
        self._file = file

    def write(self, text: str) -> None:
        with suppress(OSError, ValueError):
            self._file.write(text)

    def flush(self) -> None:
        with suppress(OSError, ValueError):
            self._file.flush()

    def fileno(self) -> int:
        return self._file.fileno()


class WakingDriver(LinuxDriver):
    """Textual's driver with an input loop of its own."""

    _wake: tuple[int, int] | None = None
    """Both ends of the pipe: to read from, to write to."""
    _opening: Opening | None = None
    """The first frame, while it stands on the screen."""
    _begun = False
    """Whether a frame has begun of which nothing was written yet."""
    _loop: asyncio.AbstractEventLoop
    _paused = False
    _continued = False
    """Whether a shell has let the app go on since it was last stopped."""

    _pointed = False
    """Whether the pointer of the mouse has had another shape."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._file = cast("Any", _Line(cast("IO[str]", screen())))
        self._plain = abilities.plain()
        self._shown = Shown()
        # Until the loop takes it over.
        signal.signal(signal.SIGTSTP, signal.SIG_IGN)

    def start_application_mode(self) -> None:
        """Take over the terminal."""
        if self._wake is None:
            self._wake = os.pipe()
        self._loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT):
            self._loop.add_signal_handler(number, self._app.exit, None, 128 + number)
        self._loop.add_signal_handler(signal.SIGTSTP, self.pause)
        self._opening = getattr(self._app, "opening", None)
        self._shown.forget()
        if self._opening:
            self._shown.news(self._opening.drawn)
        super().start_application_mode()  # type: ignore[no-untyped-call]
        self._listen_to_resizes()
        if self._opening:
            self.attrs_before = self._opening.take_over()
            self._opening = None
            self._app.opening = None  # type: ignore[attr-defined]

    def write(self, data: str) -> None:
        """Write to the terminal; a first frame that stands there already is not cleared away, and what it would print is left out."""
        if self._opening and data == ENTER:
            return
        if data.startswith(_POINTER):
            if not self._pointed and data.startswith(f"{_POINTER}default"):
                return  # as it is already
            self._pointed = True
        if data == "\x1b[?1049l":
            data = LEAVE
        if data == _BEGIN:
            self._begun = True
            return
        data = self._shown.news(data)
        data = abilities.for_plain(data) if self._plain else thrifty(data)
        if self._begun:
            self._begun = False
            if data == _END:  # a frame in which nothing is new
                return
            if data:
                data = _BEGIN + data
            else:
                self._begun = True
        if data:
            super().write(data)

    def redraw(self) -> None:
        """Let everything be sent again when it is drawn next, whatever stands there."""
        self._shown.forget()

    def _listen_to_resizes(self) -> None:
        """Forget what stands on the screen when the terminal is resized: it may move or cut rows, and be back in its old size at once."""
        told = signal.getsignal(signal.SIGWINCH)

        def resized(number: int, place: FrameType | None) -> None:
            self._shown.forget()
            if callable(told):
                told(number, place)

        signal.signal(signal.SIGWINCH, resized)

    # Stopping, as a shell lets programs stop

    def pause(self) -> bool:
        """Give the terminal back and stop until a shell lets the app go on; False where there is no shell to do so."""
        if restricted():
            return False
        self._paused = True
        self.suspend_application_mode()
        # Continued in the background, it stops again at once, as whatever wants the terminal does there.
        done = going_on = self._stop(signal.SIGTSTP)
        while going_on and self._in_background():
            going_on = self._stop(signal.SIGTTIN)
        self._paused = False
        self.resume_application_mode()
        self._app.refresh(layout=True)
        return done

    def _stop(self, number: signal.Signals) -> bool:
        """Stop the whole job, and with it `make` or whatever has started us; False where the system saw nobody who could continue it."""
        self._continued = False
        signal.signal(number, signal.SIG_DFL)
        os.kill(0, number)
        if number == signal.SIGTSTP:
            self._loop.add_signal_handler(number, self.pause)
        return self._continued

    def _in_background(self) -> bool:
        try:
            return os.tcgetpgrp(self.fileno) != os.getpgrp()
        except OSError:
            return False

    def _sigcont_application(self, *_: object) -> None:
        """Go on; where somebody else than `pause` had stopped the app, the terminal is taken over again."""
        self._continued = True
        if not self._paused and self._wake and not self._in_background():
            self._loop.call_soon_threadsafe(self._take_again)

    def _take_again(self) -> None:
        self.suspend_application_mode()
        self.resume_application_mode()
        self._app.refresh(layout=True)

    @contextmanager
    def lent(self) -> Iterator[None]:
        """Let another program have the terminal, set as it was before the app, and take it over again afterwards.

        Ctrl+Z stops both, Ctrl+C and Ctrl+\\ are the other's business.
        """
        import termios

        attributes = self.attrs_before
        self._paused = True
        # asyncio would hear of every signal, and handle it later.
        wakeup = signal.set_wakeup_fd(-1)
        actions: dict[int, Any] = {signal.SIGTSTP: signal.SIG_DFL}
        actions.update(dict.fromkeys((signal.SIGINT, signal.SIGQUIT), lambda _number, _frame: None))
        actions.update(dict.fromkeys((signal.SIGTERM, signal.SIGHUP), self._end_later))
        before = {number: signal.signal(number, action) for number, action in actions.items()}
        self.suspend_application_mode()
        try:
            yield
        finally:
            if attributes is not None:
                # Whatever the other has left.
                with suppress(OSError, termios.error):
                    termios.tcsetattr(self.fileno, termios.TCSANOW, attributes)
            self.resume_application_mode()
            for number, action in before.items():
                signal.signal(number, action)
                signal.siginterrupt(number, False)
            signal.set_wakeup_fd(wakeup)
            self._paused = False
            self._app.refresh(layout=True)

    def _end_later(self, number: int, _frame: object) -> None:
        self._loop.call_soon_threadsafe(self._app.exit, None, 128 + number)

    # Input

    def disable_input(self) -> None:
        """Stop listening, without waiting."""
        if self._wake and not self.exit_event.is_set():
            # The byte stays in the pipe until the thread has seen the event that follows it.
            os.write(self._wake[1], b"x")
        super().disable_input()
        if self._wake:
            os.read(self._wake[0], 1)
            for end in self._wake:
                os.close(end)
            self._wake = None

    def run_input_thread(self) -> None:
        """Read keys and mouse until told to end."""
        wake = self._wake
        if wake is None:
            super().run_input_thread()
            return
        parser = XTermParser(self._debug)
        decode = getincrementaldecoder("utf-8")("replace").decode
        sieve = Sieve()

        def take(data: bytes) -> None:
            # Empty text would be the end for the parser.
            if text := decode(sieve(data)):
                for event in parser.feed(text):
                    for each in apart(event):
                        self.process_message(each)

        take(typed())
        # kqueue on macOS does not watch terminals.
        with SelectSelector() if platform == "darwin" else DefaultSelector() as selector:
            selector.register(self.fileno, EVENT_READ)
            selector.register(wake[0], EVENT_READ)
            pending = True  # what was typed before may end with the key Esc
            while not self.exit_event.is_set():
                ready = {key.fd for key, _mask in selector.select(_ALONE if pending else None)}
                pending = False
                if self.fileno in ready:
                    data = self._read()
                    if not data:
                        # The terminal is gone, and not everybody is sent a signal then.
                        selector.unregister(self.fileno)
                        self._loop.call_soon_threadsafe(self._app.exit, None, _HUNG_UP)
                        continue
                    take(data)
                    pending = True
                for event in parser.tick():
                    for each in apart(event):
                        self.process_message(each)
        try:
            for _event in parser.feed(""):
                pass
        except (EOFError, ParseError):
            pass

    def _read(self) -> bytes:
        """Return what was typed; nothing where nothing more will come."""
        try:
            return os.read(self.fileno, _CHUNK)
        except OSError:
            return b""
