"""A program in a pseudo-terminal: what it shows, what is typed, how it ends. Used by the tests and by the bench.

Output is kept with the time of its arrival and given to the emulator only when somebody looks, so that looking takes no processor time
from a program that is being timed. Queries are answered at once, as a terminal would.
"""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from types import TracebackType
from typing import NamedTuple, Self

from .emulator import Emulator, asks_for_cursor, replies

KEYS = {
    "enter": b"\r",
    "escape": b"\x1b",
    "tab": b"\t",
    "shift+tab": b"\x1b[Z",
    "space": b" ",
    "up": b"\x1b[A",
    "down": b"\x1b[B",
    "right": b"\x1b[C",
    "left": b"\x1b[D",
    "home": b"\x1b[H",
    "end": b"\x1b[F",
    "pageup": b"\x1b[5~",
    "pagedown": b"\x1b[6~",
    "ctrl+c": b"\x03",
    "ctrl+p": b"\x10",
    "ctrl+q": b"\x11",
    "ctrl+z": b"\x1a",
}
PATIENCE = 10.0
"""Seconds after which a wait is given up: far more than any of them takes."""

# A user's shell has none of these set for kzbrief; each would change what is tested.
_UNWANTED = re.compile(
    r"LINES|COLUMNS|COLORTERM|NO_COLOR|FORCE_COLOR|TMUX|TMUX_.*|TERM_PROGRAM.*|SSH_.*|TEXTUAL.*|KZBRIEF_.*|BROWSER|DISPLAY|WAYLAND_DISPLAY"
    r"|STY|XDG_.*|LC_.*|LANGUAGE|PYTEST_.*|PYTHONDONTWRITEBYTECODE|PYTHONUNBUFFERED|PYTHONUTF8|PYTHONIOENCODING"
)


class Chunk(NamedTuple):
    """A piece of output."""

    when: float
    """Time of its arrival, of time.perf_counter()."""
    data: bytes
    """The bytes."""


def environment(**changes: str) -> dict[str, str]:
    """Return the environment of a plain terminal, with changes."""
    kept = {name: value for name, value in os.environ.items() if not _UNWANTED.fullmatch(name)}
    return {**kept, "TERM": "xterm-256color", "LANG": "C.UTF-8", **changes}


class Screen:
    """A program that runs in a pseudo-terminal of its own; ended and closed on leaving the context."""

    def __init__(self, argv: Sequence[str], *, columns: int = 80, rows: int = 24, env: Mapping[str, str] | None = None) -> None:
        self.emulator = Emulator(columns, rows)
        self.chunks: list[Chunk] = []
        """All output so far."""
        self.code: int | None = None
        """Exit code once the program has ended; negative for a signal."""
        self.shown = 0
        """Number of the pieces that the emulator has been given."""
        self._query = b""
        self._master, self._slave = pty.openpty()
        self._set_size(columns, rows)
        self.settings = self.settings_now()
        """Settings of the line (termios) before the program ran."""
        # The first terminal that a new session opens becomes the one that controls it.
        actions = [(os.POSIX_SPAWN_OPEN, 0, os.ttyname(self._slave), os.O_RDWR, 0), *((os.POSIX_SPAWN_DUP2, 0, fd) for fd in (1, 2))]
        defaults = (signal.SIGPIPE, signal.SIGINT, signal.SIGQUIT, signal.SIGTERM)
        self.started = time.perf_counter()
        """Time of the start, of time.perf_counter()."""
        self.pid = os.posix_spawnp(argv[0], list(argv), dict(env or environment()), file_actions=actions, setsid=True, setsigdef=defaults)
        self._end = os.pidfd_open(self.pid) if hasattr(os, "pidfd_open") else None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    @property
    def text(self) -> str:
        """What is on the screen, row by row."""
        self.show()
        return self.emulator.text

    def show(self, upto: int | None = None) -> None:
        """Bring the emulator up to date, or up to that many chunks."""
        chunks = self.chunks[self.shown : upto]
        self.shown += len(chunks)
        for chunk in chunks:
            self.emulator.feed(chunk.data)

    def read(self, seconds: float) -> bool:
        """Wait for output and take it; False when none came in that many seconds, or none can come as the program has ended."""
        ends = [] if self._end is None else [self._end]
        if self._master not in select.select([self._master, *ends], [], [], max(seconds, 0))[0]:
            return False
        data = os.read(self._master, 1 << 16)
        self.chunks.append(Chunk(time.perf_counter(), data))
        self._answer(data)
        return True

    def read_until_silent(self, quiet: float, limit: float = PATIENCE, first: float | None = None) -> list[Chunk]:
        """Read until nothing came for `quiet` seconds (`first` before the first of it) or `limit` are over; return what came."""
        before = len(self.chunks)
        end = time.perf_counter() + limit
        wait = quiet if first is None else first
        while self.read(min(wait, end - time.perf_counter())):
            wait = quiet
        return self.chunks[before:]

    def wait_for(self, *patterns: str, seconds: float = PATIENCE) -> str:
        """Wait until all patterns (regular expressions) are on the screen together; return it. AssertionError when they do not come."""
        return self._wait(lambda text: all(re.search(pattern, text, re.MULTILINE) for pattern in patterns), f"{patterns}", seconds)

    def wait_without(self, pattern: str, seconds: float = PATIENCE) -> str:
        """Wait until the pattern is no longer on the screen; return it. AssertionError when it stays."""
        return self._wait(lambda text: not re.search(pattern, text, re.MULTILINE), f"without {pattern}", seconds)

    def wait_until(self, reached: Callable[[], bool], seconds: float = PATIENCE) -> None:
        """Wait until something is so that the output brings about. AssertionError when it does not come."""
        self._wait(lambda _text: reached(), "what was waited for", seconds)

    def type(self, *keys: str) -> float:
        """Type keys, by name or as text; return the time."""
        now = time.perf_counter()
        os.write(self._master, b"".join(KEYS.get(key, key.encode()) for key in keys))
        return now

    def resize(self, columns: int, rows: int) -> None:
        """Give the window another size, as dragging its corner does."""
        self.show()
        self.emulator.resize(columns, rows)
        self._set_size(columns, rows)

    def wait_for_end(self, seconds: float = PATIENCE) -> float:
        """Read until the program has ended; return when, and set `code`. AssertionError when it goes on."""
        end = time.perf_counter() + seconds
        ends = [] if self._end is None else [self._end]
        while self.code is None and time.perf_counter() < end:
            ready = select.select([self._master, *ends], [], [], 0.005 if self._end is None else end - time.perf_counter())[0]
            if self._master in ready:
                self.read(0)
            else:
                self._reap(os.WNOHANG)
        when = time.perf_counter()
        assert self.code is not None, f"still runs after {seconds} s; the screen:\n{self.text}"
        self.read_until_silent(0, 1)
        return when

    def type_until_end(self, key: str, every: float = 0.5, seconds: float = PATIENCE) -> None:
        """Type the key again and again until the program has ended, for one that throws away what it has not read yet; set `code`."""
        end = time.perf_counter() + seconds
        while self.code is None and time.perf_counter() < end:
            self.type(key)
            turn = min(time.perf_counter() + every, end)
            while self.code is None and (left := turn - time.perf_counter()) > 0:
                if not self.read(min(left, 0.05)):
                    self._reap(os.WNOHANG)
        assert self.code is not None, f"still runs after {seconds} s; the screen:\n{self.text}"
        self.read_until_silent(0, 1)

    def type_until_seen(self, key: str, pattern: str, every: float = 0.5, seconds: float = PATIENCE) -> str:
        """Type the key again and again until the pattern is on the screen, where what is typed may be lost; return the screen."""
        end = time.perf_counter() + seconds
        while time.perf_counter() < end:
            self.type(key)
            turn = time.perf_counter() + every
            while (left := turn - time.perf_counter()) > 0:
                if re.search(pattern, self.text, re.MULTILINE):
                    return self.text
                self.read(left)
        raise AssertionError(f"not seen in {seconds} s: {pattern}; the screen:\n{self.text}")

    def hang_up(self) -> None:
        """Let the terminal be gone, as when its window is closed or the line to it drops."""
        self._reap(os.WNOHANG)
        os.close(self._master)
        os.close(self._slave)
        self._master = self._slave = -1

    def wait_for_death(self, seconds: float = PATIENCE) -> None:
        """Wait until the program has ended, when there is no terminal any more to read from; set `code`."""
        if self._end is not None:
            select.select([self._end], [], [], seconds)
        end = time.perf_counter() + (seconds if self._end is None else 0)
        self._reap(os.WNOHANG)
        while self.code is None and time.perf_counter() < end:
            time.sleep(0.005)
            self._reap(os.WNOHANG)
        assert self.code is not None, "still runs"

    @property
    def output(self) -> bytes:
        """All that was written so far."""
        return b"".join(chunk.data for chunk in self.chunks)

    def settings_now(self) -> list[object]:
        """Return the settings of the line (termios)."""
        return termios.tcgetattr(self._slave)

    def left_over(self) -> list[str]:
        """Return what an ended program did not put back: modes of the terminal, settings of the line."""
        self.show()
        changed = ["settings of the line"] if self.settings_now() != self.settings else []
        return self.emulator.left_over() + changed

    def close(self) -> None:
        """End the program if it still runs, and let go of the terminal."""
        if self.code is None:
            self._reap(os.WNOHANG)
        if self.code is None:
            os.killpg(self.pid, signal.SIGKILL)
            self._reap(0)
        for fd in (self._master, self._slave, self._end):
            if fd is not None and fd >= 0:
                os.close(fd)
        self._master = self._slave = -1
        self._end = None

    def _reap(self, options: int) -> None:
        pid, status = os.waitpid(self.pid, options)
        if pid:
            self.code = os.waitstatus_to_exitcode(status)

    def _wait(self, reached: Callable[[str], bool], what: str, seconds: float) -> str:
        end = time.perf_counter() + seconds
        while not reached(text := self.text):
            assert self.read(end - time.perf_counter()), f"not seen in {seconds} s: {what}; the screen:\n{text}"
        return text

    def _answer(self, data: bytes) -> None:
        # A query may come in two pieces; what has been answered is not looked at again.
        data = self._query + data
        if asks_for_cursor(data):
            self.show()
        cursor = self.emulator.screen.cursor
        if answer := replies(data, (cursor.x, cursor.y)):
            os.write(self._master, answer)
        tail = data[data.rfind(b"\x1b") :] if b"\x1b" in data[-32:] else b""
        self._query = b"" if replies(tail, (0, 0)) else tail

    def _set_size(self, columns: int, rows: int) -> None:
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, columns * 8, rows * 16))
