"""Reading a TOML file within limits, so that no file, however odd or hostile, costs more than a moment and one clear message."""

from __future__ import annotations

import os
import stat
from _thread import get_ident
from typing import Any, NamedTuple

import tomli

from ..i18n import _
from .problems import DocumentError, Place, Problem

LIMIT = 16 * 1024 * 1024
"""Largest file that is read, in bytes."""
DIGITS = 1000
"""Longest row of digits that is read; a number of ten million digits would take more than a gigabyte to parse."""
VALUES = 400_000
"""Most keys, lists and tables together; a file within `LIMIT` could hold millions, which take half a gigabyte."""

_BOM = "\ufeff"
_STARTS_OF_OTHERS = ("P", "%", "{", "<")
"""First characters of other kinds of files that may be UTF-8, too."""
_DECIMAL = "0123456789_"
_HEX = _DECIMAL + "ABCDEFabcdef"


_followed: dict[int, list[str]] = {}
"""For threads that want to know, the names of the files that they read."""


class Document(NamedTuple):
    """A TOML file that has been read."""

    name: str
    """Name of the file as given; not cleaned for a terminal."""
    text: str
    """Its text, without a byte order mark."""
    data: dict[str, Any]
    """What the text says."""


def read(path: str | os.PathLike[str], *, found: list[Problem] | None = None, raw: bytes | None = None) -> Document:
    """Read and parse a TOML file; `raw` is what it holds where that has been read already, as from a pipe.

    Forbidden characters and infinite numbers raise DocumentError like a fault of syntax does, unless a list is given: then they are added
    to it, so that they can be reported together with what else is wrong.
    """
    name = os.fspath(path)
    raw = read_bytes(name) if raw is None else raw
    text = decoded(raw, name)
    try:
        return Document(name, text, parse(text, name, found=found, raw=raw))
    except DocumentError as error:
        error.text = text
        raise


def follow() -> list[str]:
    """Return a list to which the names of all files are added that this thread reads from now on, and those that it fails to read."""
    names = _followed[get_ident()] = []
    return names


def read_text(path: str | os.PathLike[str]) -> str:
    """Return the text of a file, without a byte order mark, its line ends as they are.

    Raises DocumentError, not readable, where there is no such file, it is no regular file, is larger than `LIMIT` or is not UTF-8.
    """
    name = os.fspath(path)
    return decoded(read_bytes(name), name)


def decoded(raw: bytes, name: str) -> str:
    """Return the text of bytes, without a byte order mark; `name` is for messages.

    Raises DocumentError, not readable, where they are more than `LIMIT` or no UTF-8.
    """
    if len(raw) > LIMIT:
        raise _too_large(name, len(raw))
    try:
        text = raw.decode("utf-8").removeprefix(_BOM)
    except UnicodeDecodeError as error:
        from .encodings import not_utf8

        raise DocumentError(name, [not_utf8(raw, error.start)], readable=False) from None
    if text[:1] in _STARTS_OF_OTHERS:
        from .encodings import other_file

        problem = other_file(raw)
        if problem is not None:
            raise DocumentError(name, [problem], readable=False)
    if "\x00" in text:
        from .encodings import utf16_without_mark

        problem = utf16_without_mark(raw)
        if problem is not None:
            raise DocumentError(name, [problem], readable=False)
    return text


def read_bytes(name: str) -> bytes:
    """Return what a file holds. Raises DocumentError, not readable, where it cannot be read, is no regular file or larger than `LIMIT`."""
    if _followed:
        _followed.get(get_ident(), []).append(name)
    try:
        state = os.stat(name)
        if not stat.S_ISREG(state.st_mode):
            raise _refused(name, "not-a-file", _irregular(state.st_mode))
        if state.st_size > LIMIT:
            raise _too_large(name, state.st_size)
        raw = _read_bytes(name, state.st_size)
    except OSError as error:
        raise _refused(name, "cannot-read", _reason(error)) from None
    except ValueError:  # a name with a zero character in it
        raise _refused(name, "cannot-read", _("there is no such file")) from None
    if len(raw) > LIMIT:
        raise _too_large(name, len(raw))
    return raw


def parse(text: str, name: str, *, found: list[Problem] | None = None, raw: bytes | None = None) -> dict[str, Any]:
    """Return what a TOML text says; `name` is for messages, `found` as in `read`, `raw` the same text in UTF-8, where that is at hand.

    Raises DocumentError: with one problem for a fault of syntax; not readable where the text is over the limits.
    """
    text = text.removeprefix(_BOM)
    if not text or text.isspace():
        raise DocumentError(name, [Problem("empty-file", _("the file is empty"))])
    _check_limits(text, name)
    infinite = False

    def number(digits: str) -> float:
        nonlocal infinite
        value = float(digits)
        if value - value != 0:  # infinite, or no number at all
            infinite = True
        return value

    try:
        data = tomli.loads(text, parse_float=number)
    except RecursionError as error:
        from .syntax import too_deep

        raise DocumentError(name, [too_deep(text, long_key="parts" in str(error))], readable=False) from None
    except tomli.TOMLDecodeError as error:
        from .syntax import explain

        raise DocumentError(name, explain(text, error)) from None
    except ValueError as error:
        raise _refused(name, "syntax", str(error)) from None
    from .suspicion import suspicious

    if infinite or suspicious(text.encode("utf-8", "surrogatepass") if raw is None else raw):
        from .characters import forbidden

        problems = forbidden(text, data)
        if found is not None:
            found.extend(problems)
        elif problems:
            raise DocumentError(name, problems)
    return data


def _read_bytes(name: str, size: int) -> bytes:
    """Return the bytes of a file, or the first of them where there turn out to be more than `LIMIT`."""
    # Not blocking, since the file may have been replaced by a pipe meanwhile.
    handle = os.open(name, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0))
    with open(handle, "rb", buffering=0) as file:
        chunks: list[bytes] = []
        while size <= LIMIT and (chunk := file.read(65536 if not chunks and size < 65536 else LIMIT // 16)):
            chunks.append(chunk)
            size = sum(map(len, chunks))
    return b"".join(chunks)


def _too_large(name: str, size: int) -> DocumentError:
    """Return the error for a file of so many bytes."""
    message = _("the file has {size} MB; the limit is {limit} MB").format(size=-(-size // (1024 * 1024)), limit=LIMIT // (1024 * 1024))
    return _refused(name, "too-large", message)


def _check_limits(text: str, name: str) -> None:
    if len(text) > LIMIT:
        raise _too_large(name, len(text))
    if len(text) >= VALUES and text.count("=") + text.count("[") + text.count("{") > VALUES:
        raise _refused(name, "too-many-values", _("the file has more than {count} keys and values").format(count=VALUES))
    # A row longer than a step has a character at a multiple of it, so most of the text need not be looked at.
    for step, sample in enumerate(text[::DIGITS]):
        if sample in _HEX and (start := _long_number(text, step * DIGITS)) is not None:
            place = Place(text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start))
            message = _("a number has more than {count} digits").format(count=DIGITS)
            raise DocumentError(name, [Problem("too-many-digits", message, place=place)], readable=False)


def _long_number(text: str, index: int) -> int | None:
    """Return the start of the row of digits around a character where it is too long."""
    before, after = text[max(0, index - DIGITS) : index], text[index : index + DIGITS + 1]
    for digits in (_DECIMAL, _HEX):
        start = index - len(before) + len(before.rstrip(digits))
        end = index + len(after) - len(after.lstrip(digits))
        if end - start > DIGITS and (digits == _DECIMAL or text[max(0, start - 1) : start] == "x"):
            return start
    return None


def _refused(name: str, code: str, message: str) -> DocumentError:
    return DocumentError(name, [Problem(code, message)], readable=False)


def _reason(error: OSError) -> str:
    """Return in words why a file cannot be read."""
    if isinstance(error, FileNotFoundError):
        return _("there is no such file")
    if isinstance(error, PermissionError):
        return _("you may not read this file")
    if isinstance(error, IsADirectoryError):
        return _("this is a folder, not a file")
    return _("the file cannot be read: {reason}").format(reason=error.strerror or type(error).__name__)


def _irregular(mode: int) -> str:
    """Return in words what is no regular file."""
    if stat.S_ISDIR(mode):
        return _("this is a folder, not a file")
    if stat.S_ISFIFO(mode):
        return _("this is a pipe, not a file")
    if stat.S_ISSOCK(mode):
        return _("this is a socket, not a file")
    return _("this is a device, not a file")
