"""Files that were not there before: written whole or not at all, and never over another."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress

from ..i18n import _
from ..refusal import RefusedError


def write_new(path: str, text: str, proved: Callable[[str], object] | None = None) -> None:
    """Write a file that was not there. `proved` is called with the path of its draft before it gets its name, and may raise.

    Raises RefusedError where there is one of that name, or it cannot be written; then nothing is left behind.
    """
    if os.path.lexists(path):
        raise RefusedError(_("{path} is there already; it stays as it is").format(path=path))
    folder = os.path.dirname(path) or "."
    if not os.path.isdir(folder):
        raise RefusedError(_("{path} cannot be written: there is no folder {folder}").format(path=path, folder=folder))
    draft = os.path.join(folder, f".{os.path.basename(path)}.{os.getpid()}.new")
    try:
        with open(draft, "x", encoding="utf-8", newline="\n") as file:
            file.write(text)
        if proved:
            proved(draft)
        try:
            os.link(draft, path)  # unlike a renaming, this replaces no file that came meanwhile
        except FileExistsError:
            raise RefusedError(_("{path} is there already; it stays as it is").format(path=path)) from None
        except OSError:  # a file system without links
            os.rename(draft, path)
    except OSError as error:
        raise RefusedError(_("{path} cannot be written: {reason}").format(path=path, reason=error.strerror)) from None
    except ValueError:  # a name with a zero character in it
        raise RefusedError(_("{path} cannot be written").format(path=path)) from None
    finally:
        with suppress(OSError, ValueError):
            os.unlink(draft)
