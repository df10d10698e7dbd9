"""The text of a report from its bytes; reports come in older encodings, too, and as files that are no text at all."""

from __future__ import annotations

import sys

from ..i18n import _
from ..toml.problems import DocumentError, Problem
from ..toml.read import LIMIT, read_bytes

STANDARD_INPUT = "-"
_MARKS = ((b"\xff\xfe\x00\x00", "utf-32"), (b"\x00\x00\xfe\xff", "utf-32"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_OLDER = {"Windows-1252": "cp1252", "Windows-1251": "cp1251", "KOI8-R": "koi8-r", "CP866": "cp866"}
_CONTROLS = frozenset((*range(9), *range(14, 27), *range(28, 32)))


def decoded(path: str) -> tuple[str, str]:
    """Return the text of a file, or of standard input for `-`, and the name of the encoding where it is not UTF-8 and had to be guessed.

    Raises DocumentError where the file cannot be read, is too large or is no text.
    """
    raw = _standard_input() if path == STANDARD_INPUT else read_bytes(path)
    try:
        text, encoding = raw.decode("utf-8").removeprefix("\ufeff"), ""
    except UnicodeDecodeError as error:
        text, encoding = _otherwise(path, raw, error.start)
    else:
        if b"\x00" in raw[:200]:
            text, encoding = _sixteen(raw) or (text, "")
    _refuse_others(path, raw)
    sample = text[:20_000]
    if sum(ord(letter) in _CONTROLS for letter in sample) * 20 > len(sample):
        raise DocumentError(path, [Problem("not-utf8", _("this is no text file"))], readable=False)
    return text, encoding


def _standard_input() -> bytes:
    """Return what comes from standard input, or so much of it that it is over the limit."""
    return b"" if sys.stdin is None else sys.stdin.buffer.read(LIMIT + 1)


def _otherwise(path: str, raw: bytes, position: int) -> tuple[str, str]:
    """Return the text of bytes that are not UTF-8, the first bad one at `position`."""
    from ..toml.encodings import older

    _refuse_others(path, raw)
    for mark, name in _MARKS:
        if raw.startswith(mark):
            return raw.decode(name, "replace").removeprefix("\ufeff"), name.upper()
    if found := _sixteen(raw):
        return found
    name = older(raw, position)
    if not name:  # good UTF-8 before, so that a few places are damaged
        return raw.decode("utf-8", "replace"), "UTF-8"
    return raw.decode(_OLDER[name], "replace"), name


def _sixteen(raw: bytes) -> tuple[str, str] | None:
    """Return the text of bytes that seem to be UTF-16 without a mark."""
    sample = raw[:20_000]
    for half, name in ((sample[1::2], "utf-16-le"), (sample[0::2], "utf-16-be")):
        # The upper bytes of Latin and Cyrillic letters are 0 and 4, those of dashes and curly quotes 32.
        if len(half) > 10 and sum(byte in (0, 4, 32) for byte in half) * 10 > len(half) * 9 and 0 in half:
            return raw.decode(name, "replace"), "UTF-16"
    return None


def _refuse_others(path: str, raw: bytes) -> None:
    """Raise the error for a file of another kind, with what to do about it."""
    from ..toml.encodings import other_file

    problem = None if raw[:1] in (b"<", b"{") and not raw.startswith(b"{\\rtf") else other_file(raw)
    if problem is not None:
        hint = _("save it as plain text or as a web page; for a PDF: pdftotext REPORT.pdf")
        raise DocumentError(path, [problem.__class__(problem.code, problem.message, hint=hint)], readable=False)


__all__ = ["LIMIT", "decoded"]
