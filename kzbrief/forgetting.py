"""`kzbrief forget`: all that was kept is removed."""

from __future__ import annotations

import sys

from . import state
from .i18n import _
from .output.lines import clean
from .output.printer import write
from .refusal import RefusedError
from .shelf import store


def run() -> int:
    """Remove what was kept, say what was removed, and return 0. Raises RefusedError where something cannot be removed."""
    try:
        removed = state.forget() + store.forget()
    except OSError as error:
        raise RefusedError(f"{error.filename}: {error.strerror}") from None
    said = [_("removed {path}").format(path=path) for path in removed]
    said = said or [_("nothing was kept in {path}").format(path=path) for path in (state.folder(), store.folder())]
    write("".join(f"{clean(line)}\n" for line in said), sys.stdout)
    return 0
