"""The driver for Linux and macOS: Textual's own, with an input loop that ends as soon as it is told to.

Textual's loop looks twice, a tenth of a second each, whether it is to end; most of the time that quitting takes goes there. Here the
selector also listens to a pipe, so that the loop wakes at once, and so that it sleeps for as long as nobody types. A signal to end
leaves the terminal as it was, too.
"""

from __future__ import annotations

import asyncio
import os
import signal
from codecs import getincrementaldecoder
from selectors import EVENT_READ, DefaultSelector, SelectSelector
from sys import platform

from textual._parser import ParseError
from textual._xterm_parser import XTermParser
from textual.constants import ESCAPE_DELAY
from textual.drivers.linux_driver import LinuxDriver

from ..output.ground import Sieve, typed
from .opening import ENTER, Opening

_CHUNK = 4096
_ALONE = ESCAPE_DELAY + 0.005
"""Seconds after which an escape character that nothing follows was the key Esc."""


class WakingDriver(LinuxDriver):
    """Textual's driver with an input loop of its own."""

    _wake: tuple[int, int] | None = None
    """Both ends of the pipe: to read from, to write to."""
    _opening: Opening | None = None
    """The first frame, while it stands on the screen."""

    def start_application_mode(self) -> None:
        """Take over the terminal."""
        if self._wake is None:
            self._wake = os.pipe()
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGHUP):
            loop.add_signal_handler(number, self._app.exit, None, 128 + number)
        self._opening = getattr(self._app, "opening", None)
        super().start_application_mode()  # type: ignore[no-untyped-call]
        if self._opening:
            self.attrs_before = self._opening.take_over()
            self._opening = None

    def write(self, data: str) -> None:
        """Write to the terminal; a first frame that stands there already is not cleared away."""
        if not (self._opening and data == ENTER):
            super().write(data)

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
                    self.process_message(event)

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
                    data = os.read(self.fileno, _CHUNK)
                    if not data:
                        selector.unregister(self.fileno)  # the terminal is gone: nothing more will come
                        continue
                    take(data)
                    pending = True
                for event in parser.tick():
                    self.process_message(event)
        try:
            for _event in parser.feed(""):
                pass
        except (EOFError, ParseError):
            pass
