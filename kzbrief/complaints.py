"""What is said on stderr of what went wrong. Nothing that it needs is imported before something has."""

from __future__ import annotations

import sys
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .toml.problems import DocumentError


told: set[str] = set()
"""Faults of the user's settings that have been told."""


def report(error: DocumentError) -> None:
    """Report the problems of a document."""
    from .output.printer import print_lines, target
    from .output.problems import error_lines

    to = target(sys.stderr)
    lines = error_lines(error, to.width, broken=bool(to.colours))
    try:
        print_lines(lines, to)
    except Exception:
        # The theme may be what is faulty.
        with suppress(Exception):
            print_lines(lines, to._replace(colours=""))


def report_settings(error: DocumentError) -> None:
    """Report a fault of the user's settings, once: the language and the theme are both looked up there."""
    if str(error) not in told:
        told.add(str(error))
        report(error)


def set_aside(*paths: str) -> None:
    """Say of each file that what was kept in it of earlier readings could not be read."""
    from .i18n import _

    for path in paths:
        said = _("what was kept of earlier readings is damaged: places and marks are gone from here; the file is {path} now")
        complain(said.format(path=path))


def complain(message: str) -> None:
    """Say what went wrong, line by line."""
    from .output.lines import clean
    from .output.printer import write

    with suppress(Exception):
        write("".join(f"{clean(line)}\n" for line in message.split("\n")), sys.stderr)
