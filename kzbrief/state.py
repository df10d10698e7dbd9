"""What is kept between two readings: where each brief was left, the findings that were marked, the theme, that the hint has been seen.

All of it lies in one small file in the user's folder for state. Nothing needs it: where it cannot be read or written, the app opens every
brief at its beginning.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import suppress

import msgspec

from .restricted import restricted
from .tui.page import Place

FILE = "state.json"
"""Name of the file in the folder."""
DAMAGED = FILE + ".damaged"
"""Name under which a file is set aside that cannot be understood."""
_BRIEFS = 100
"""Most briefs that are remembered; of more, those read longest ago are forgotten."""
_LARGEST = 1_000_000
"""Most bytes that the file can have."""


class Left(msgspec.Struct):
    """Where a brief was left."""

    tab: str = ""
    """The tab that was open."""
    places: dict[str, Place] = msgspec.field(default_factory=dict)
    """The place on each tab that had been opened."""


class State(msgspec.Struct):
    """All that is kept."""

    briefs: dict[str, Left] = msgspec.field(default_factory=dict)
    """Where each brief was left, the last read at the end; by `key`."""
    theme: str = ""
    """The theme that was chosen while reading; empty where none was."""
    hinted: bool = False
    """Whether the hint for the first time has been shown."""
    marks: dict[str, list[str]] = msgspec.field(default_factory=dict)
    """Addresses of the findings that were marked (`access/carrier`), in that order; by `key`."""
    headlines: dict[str, dict[str, str]] = msgspec.field(default_factory=dict)
    """Headline of each of these findings as it was then, by address; by `key`. It tells what a mark was for that is not found any more."""


def folder() -> str:
    """Return the folder for the user's state, whether it exists or not."""
    linux = sys.platform.startswith("linux")
    if linux:
        # As platformdirs has it; importing that would take longer than reading a brief.
        base = os.environ.get("XDG_STATE_HOME", "")
        return os.path.join(base if os.path.isabs(base) else os.path.expanduser("~/.local/state"), "kzbrief")
    from platformdirs import user_state_dir

    return user_state_dir("kzbrief", appauthor=False)


def key(path: str) -> str:
    """Return the name by which a brief is remembered: that of a shipped one, the whole path of another file."""
    from .brief.library import data_folder, name_of

    whole = os.path.realpath(path)
    shipped = os.path.dirname(whole) == os.path.realpath(data_folder("briefs"))
    return (name_of(whole) if shipped else whole).encode("utf-8", "backslashreplace").decode("utf-8")


def load(set_aside: Callable[[str], object] | None = None) -> State:
    """Return what is kept. Nothing is in restricted use, or where there is no file.

    A damaged one is as if it were not there: it gets another name, of which `set_aside` is told.
    """
    if restricted():
        return State()
    path = os.path.join(folder(), FILE)
    try:
        if not os.path.isfile(path):
            return State()
        with open(path, "rb") as file:
            data = file.read(_LARGEST + 1)
    except (OSError, ValueError):
        return State()
    try:
        if len(data) > _LARGEST:
            raise ValueError
        return msgspec.json.decode(data, type=State)
    except (ValueError, RecursionError):  # faults of msgspec are such
        aside = os.path.join(folder(), DAMAGED)
        with suppress(OSError):
            os.replace(path, aside)
            if set_aside:
                set_aside(aside)
        return State()


def change(how: Callable[[State], None]) -> bool:
    """Change what is kept, as it stands in the file by now; False where it cannot be written, and in restricted use.

    The file is written whole or not at all.
    """
    if restricted():
        return False
    state = load()
    how(state)
    for name in list(state.briefs)[:-_BRIEFS]:
        del state.briefs[name]
    path = os.path.join(folder(), FILE)
    draft = f"{path}.{os.getpid()}"
    if not os.path.isabs(path):  # nobody's home is known
        return False
    try:
        os.makedirs(folder(), 0o700, exist_ok=True)
        # What somebody reads is their own business.
        number = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(number, "wb") as file:
            file.write(msgspec.json.encode(state))
        os.replace(draft, path)
    except (OSError, ValueError):
        with suppress(OSError, ValueError):
            os.remove(draft)
        return False
    return True


def remember(brief: str, left: Left, theme: str = "") -> Callable[[State], None]:
    """Return the change that keeps where a brief was left, and the theme that was chosen, if one was."""

    def change(state: State) -> None:
        state.briefs.pop(brief, None)
        state.briefs[brief] = left
        state.theme = theme or state.theme

    return change


def mark(brief: str, address: str, *, marked: bool, headline: str = "") -> Callable[[State], None]:
    """Return the change that marks a finding of a brief, with its headline, or takes its mark away."""

    def change(state: State) -> None:
        found = [other for other in state.marks.pop(brief, []) if other != address]
        said = {other: words for other, words in state.headlines.pop(brief, {}).items() if other in found}
        if marked:
            found.append(address)
            if headline:
                said[address] = headline
        if found:
            state.marks[brief] = found
        if said:
            state.headlines[brief] = said

    return change


def forget() -> list[str]:
    """Remove all that is kept; return the paths of the files that were removed. Raises OSError where one cannot be."""
    removed: list[str] = []
    for name in () if restricted() else (FILE, DAMAGED):
        path = os.path.join(folder(), name)
        if os.path.lexists(path):
            os.remove(path)
            removed.append(path)
    if not restricted():
        with suppress(OSError):
            os.rmdir(folder())
    return removed
