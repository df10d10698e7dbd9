"""Files that are written whole or not at all; what is there already is kept unless the person said otherwise."""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping
from contextlib import suppress

from ...i18n import _
from ...refusal import RefusedError
from ..lines import clean


def write_file(path: str, text: str, *, force: bool = False) -> None:
    """Write a file in UTF-8: under another name first, which becomes its own when all is on disk. A device or a pipe is written into.

    Raises RefusedError where something is there already and `force` is not given, or where it cannot be written; then nothing has changed.
    """
    if _is_device(path):
        try:
            with open(path, "w", encoding="utf-8", newline="") as device:
                device.write(text)
        except OSError as error:
            raise _cannot(path, error.strerror) from None
        return
    _refuse_what_is_there(path, force)
    target = os.path.realpath(path) if force else path  # what a link leads to is replaced, not the link
    folder, name = os.path.split(target)
    temporary = os.path.join(folder, f".{name}.{os.getpid()}.new")
    try:
        _write(temporary, text)
        if force:
            with suppress(OSError):
                os.chmod(temporary, os.stat(target).st_mode & 0o777)
            os.replace(temporary, target)
        else:
            _take_its_name(temporary, target)
    except OSError as error:
        raise _cannot(path, error.strerror) from None
    except ValueError:  # a name with a zero character in it
        raise _cannot(path, None) from None
    finally:
        with suppress(OSError, ValueError):
            os.unlink(temporary)


def write_folder(path: str, texts: Mapping[str, str], *, force: bool = False) -> None:
    """Write a folder of files by their names: all of them in a new folder, which gets its name when it is full.

    They go into an existing folder one by one, and other files in it stay; where one of these names is taken, nothing is written, unless
    `force` is given, which replaces it. Raises as `write_file` does.
    """
    path = path.rstrip(os.sep) or path
    if force and os.path.isdir(path):
        for name, text in texts.items():
            write_file(os.path.join(path, name), text, force=True)
        return
    if os.path.isdir(path):
        _add_to_folder(path, texts)
        return
    if os.path.lexists(path):  # also with `force`: no file makes way for a folder
        raise RefusedError(_existing(path, force))
    folder, name = os.path.split(path)
    temporary = os.path.join(folder, f".{name}.{os.getpid()}.new")
    try:
        os.mkdir(temporary)
        for file, text in texts.items():
            _write(os.path.join(temporary, file), text)
        os.rename(temporary, path)
    except OSError as error:
        raise _cannot(path, error.strerror) from None
    except ValueError:
        raise _cannot(path, None) from None
    finally:
        with suppress(OSError, ValueError):
            for file in texts:
                with suppress(FileNotFoundError):
                    os.unlink(os.path.join(temporary, file))
            os.rmdir(temporary)


def _add_to_folder(path: str, texts: Mapping[str, str]) -> None:
    """Write files into a folder that has none of their names; where one cannot be written, none is left."""
    paths = {os.path.join(path, name): text for name, text in texts.items()}
    for file in paths:
        _refuse_what_is_there(file, force=False)
    written: list[str] = []
    try:
        for file, text in paths.items():
            write_file(file, text)
            written.append(file)
    except RefusedError:
        for file in written:
            with suppress(OSError):
                os.unlink(file)
        raise


def _is_device(path: str) -> bool:
    """Whether something is there that holds nothing which could be kept, as /dev/stdout or a named pipe."""
    try:
        kind = os.stat(path).st_mode
    except (OSError, ValueError):
        return False
    return stat.S_ISCHR(kind) or stat.S_ISFIFO(kind)


def _write(path: str, text: str) -> None:
    with open(path, "x", encoding="utf-8", newline="") as file:
        file.write(text)
        file.flush()
        with suppress(OSError):  # some file systems cannot
            os.fsync(file.fileno())


def _take_its_name(temporary: str, path: str) -> None:
    """Give a file its name, unless that has been taken meanwhile."""
    try:
        os.link(temporary, path)  # unlike a renaming, this replaces no file
    except FileExistsError:
        raise RefusedError(_existing(path, force=False)) from None
    except OSError:  # a file system without links
        os.rename(temporary, path)


def _refuse_what_is_there(path: str, force: bool) -> None:
    if os.path.isdir(path) or (os.path.lexists(path) and not force):
        raise RefusedError(_existing(path, force))
    if os.path.exists(path) and not os.path.isfile(path):  # a disk, a socket
        raise RefusedError(_existing(path, force=True))


def _existing(path: str, force: bool) -> str:
    said = _("{path} is there already; it stays as it is").format(path=_shown(path))
    if os.path.isdir(path):
        return _("{path} is a folder; it stays as it is").format(path=_shown(path))
    return said if force else said + "\n" + _("--force replaces it")


def _cannot(path: str, reason: str | None) -> RefusedError:
    if reason:
        return RefusedError(_("{path} cannot be written: {reason}").format(path=_shown(path), reason=reason))
    return RefusedError(_("{path} cannot be written").format(path=_shown(path)))


def _shown(path: str) -> str:
    return clean(path.encode("utf-8", "backslashreplace").decode())
