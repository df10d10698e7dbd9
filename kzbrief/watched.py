"""What `kzbrief read` opens, where `--watch` may ask for a file that is no brief yet."""

from __future__ import annotations

import os

from .brief.briefing import Briefing, load
from .brief.library import path_to_come
from .i18n import _
from .refusal import RefusedError
from .restricted import restricted
from .toml.problems import DocumentError


def opened(name: str, *, watched: bool) -> Briefing | str:
    """Return the brief to read; if it is to be watched, the path of one that has faults or is not there yet. Raises DocumentError else."""
    try:
        return load(name)
    except DocumentError:
        if not watched:
            raise
        return path_to_come(name)


def require_screen(usable: bool) -> None:
    """Raise RefusedError where a file cannot be watched: in restricted use, and where no screen is `usable`."""
    if restricted():
        raise RefusedError(_("--watch is for writing briefs, and no file can be changed here"))
    if not usable or os.environ.get("TERM") == "dumb":
        raise RefusedError(_("--watch needs the screen of a terminal; kzbrief check FILE says what is wrong with a file"))
