"""Watching the file of a brief while somebody writes it: looked at several times a second by a thread of its own.

Looking works on every file system, network ones too, and with every way in which editors save; and it costs next to nothing
(docs/architecture.md has the figure). What was saved is read once it has not changed for a moment, and what is wrong with it is told a
moment later still: many programs write a file in pieces, or take the old one away before the new one is there.
"""

from __future__ import annotations

import os
import stat
import threading
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import NamedTuple

from ..brief.briefing import Briefing
from ..brief.checking import check_file, of_error
from ..brief.load import load_brief
from ..i18n import _
from ..output.problems import quotable
from ..toml.problems import DocumentError, Problem
from ..toml.read import follow

USUAL, QUICK = 0.15, 0.02
"""Seconds from one look to the next: while nothing happens, and while something does."""
SETTLED = 0.06
"""Seconds without a change after which a file is read."""
PATIENCE = 0.13
"""Seconds without a change after which faults are told."""
ABSENCE = 1.0
"""Seconds after which it is told that there is no file, or none that can be read."""


class Broken(NamedTuple):
    """A file that is no brief for now."""

    error: DocumentError
    """What is wrong with it."""
    text: list[str]
    """The lines of the file, as they were when it was read."""


Outcome = Briefing | Broken
"""What a file was found to be."""


def read(path: str) -> Outcome:
    """Read the brief of a file. Raises nothing."""
    try:
        return Briefing(path, *load_brief(path))
    except DocumentError as error:
        return Broken(error, quotable(of_error(error)))
    except Exception as error:  # whatever it is, it must not end the reading of the version before
        problem = Problem("cannot-read", _("the file cannot be read: {reason}").format(reason=str(error) or type(error).__name__))
        return Broken(DocumentError(path, [problem], readable=False), [])


def all_of(path: str) -> Broken | None:
    """Return all that is wrong with a brief's file, warnings too, as `kzbrief check` has it; None where nothing is. Raises nothing."""
    try:
        checked = next(check_file(path))
    except Exception:  # the same as in `read`, which has said so
        return None
    if not checked.problems:
        return None
    return Broken(DocumentError(checked.name, checked.problems, readable=checked.readable), quotable(checked))


class Watched:
    """A file and what it rests on, looked at whenever `look` is called."""

    def __init__(self, path: str, tell: Callable[[Outcome], None]) -> None:
        self.path = path
        """The file of the brief."""
        self._tell = tell
        self._beside = os.path.join(os.path.dirname(path), "methods")
        self._states: dict[str, object] = {}
        self._changed: float | None = None
        self._untold: tuple[float, Broken] | None = None
        self._see(())

    def look(self, now: float) -> float:
        """Look at the files at a time in seconds, and tell what has come of them; return the seconds until the next look."""
        if any(_state(name) != state for name, state in self._states.items()):
            self._see(self._states)
            self._changed, self._untold = now, None
            return QUICK
        if self._changed is not None:
            if now - self._changed < SETTLED:
                return QUICK
            self._read(self._changed)
            self._changed = None
        if self._untold and now >= self._untold[0]:
            broken, self._untold = self._untold[1], None
            self._tell(broken)
        return QUICK if self._untold else USUAL

    def begin(self, now: float) -> None:
        """Read the files as if they had changed just now."""
        self._changed = now - SETTLED

    def _read(self, since: float) -> None:
        names = follow()
        found = read(self.path)
        # What was watched before keeps its state: it may have changed while it was read.
        self._see(names, known=self._states)
        if isinstance(found, Broken):
            self._untold = since + (PATIENCE if found.error.readable else ABSENCE), found
        else:
            self._tell(found)

    def _see(self, names: Iterable[str], known: dict[str, object] | None = None) -> None:
        wanted = dict.fromkeys((self.path, self._beside, *names))
        self._states = {name: known[name] if known and name in known else _state(name) for name in wanted}


class Watcher:
    """A thread that watches a file until it is told to stop."""

    def __init__(self, path: str, tell: Callable[[Outcome], None]) -> None:
        self._watched = Watched(path, tell)
        self._end = threading.Event()
        # Nobody waits for it when the program ends.
        self._thread = threading.Thread(target=self._run, name="kzbrief-watcher", daemon=True)

    @property
    def path(self) -> str:
        """The file."""
        return self._watched.path

    def start(self) -> None:
        """Begin: the file is read at once, since it may have changed since it was last read."""
        self._watched.begin(time.monotonic())
        self._thread.start()

    def stop(self) -> None:
        """End, without waiting."""
        self._end.set()

    def _run(self) -> None:
        pause = 0.0
        while not self._end.wait(pause):
            pause = self._watched.look(time.monotonic())


def _state(name: str) -> object:
    """What a file is like; two versions of it differ in this. None where there is none."""
    try:
        found = os.stat(name)
        if stat.S_ISREG(found.st_mode):
            # Over NFS only opening a file asks the server whether it has changed.
            with suppress(OSError):
                handle = os.open(name, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0))
                try:
                    found = os.fstat(handle)
                finally:
                    os.close(handle)
    except (OSError, ValueError):
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino, found.st_dev
