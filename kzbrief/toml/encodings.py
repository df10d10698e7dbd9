"""What a file that is not UTF-8 text seems to be, so that the message can say what to do."""

from __future__ import annotations

from itertools import pairwise

from ..i18n import _
from .problems import Place, Problem

_MAGIC = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)
_OTHER_FILES = (
    (b"%PDF", "PDF"),
    (b"PK\x03\x04", "ZIP, Word, Excel, OpenDocument"),
    (b"\xd0\xcf\x11\xe0", "Word, Excel"),
    (b"\x1f\x8b", "gzip"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"\x7fELF", "ELF"),
    (b"{\\rtf", "RTF"),
    (b"<", "HTML, XML"),
    (b'{"', "JSON"),
    (b"{\n", "JSON"),
)
"""How files of other kinds begin; no TOML begins like that."""
_SAMPLE = 20_000
"""Bytes that are looked at for a guess."""


def not_utf8(raw: bytes, position: int) -> Problem:
    """Return the problem of bytes that are not UTF-8, the first bad one at `position`."""
    other = other_file(raw)
    if other is not None:
        return other
    for magic, name in _MAGIC:
        if raw.startswith(magic):
            return _wrong_encoding(name)
    sixteen = utf16_without_mark(raw)
    if sixteen is not None:
        return sixteen
    sample = raw[max(0, position - 100) : position + _SAMPLE]
    line = raw.count(b"\n", 0, position) + 1
    start = raw.rfind(b"\n", 0, position) + 1
    place = Place(line, len(raw[start:position].decode("utf-8", "replace")) + 1)
    controls = sum(byte < 32 and byte not in b"\t\n\r\f" for byte in sample)
    if controls * 50 > len(sample):
        return _problem(_("this is no text file"), place)
    if any(byte >= 0x80 for byte in raw[:position]):
        # What stands before is good UTF-8, so a single place was damaged.
        message = _("the text is UTF-8, but not here: byte {byte} is no part of a character").format(byte=f"{raw[position]:02X}")
        return _problem(message, place, _("write the characters here anew and save the file as UTF-8"))
    return _wrong_encoding(_guess(sample), place)


def older(raw: bytes, position: int) -> str:
    """Return the name of the older encoding that bytes seem to be in, nothing where they seem to be damaged UTF-8."""
    if any(byte >= 0x80 for byte in raw[:position]):
        return ""
    return _guess(raw[max(0, position - 100) : position + _SAMPLE])


def other_file(raw: bytes) -> Problem | None:
    """Return the problem of a file of another kind, as one of a word processor, if it begins like one."""
    for magic, name in _OTHER_FILES:
        if raw.startswith(magic):
            message = _("this is no text file; it seems to be: {name}").format(name=name)
            return _problem(message, hint=_("save it as plain text (UTF-8) with a name that ends in .toml"))
    return None


def utf16_without_mark(raw: bytes) -> Problem | None:
    """Return the problem of a text that seems to be UTF-16 without a byte order mark, if it does."""
    sample = raw[:_SAMPLE]
    for half in (sample[0::2], sample[1::2]):
        # The upper bytes of Latin and Cyrillic letters are 0 and 4.
        if len(half) > 1 and sum(byte in (0, 4) for byte in half) * 10 > len(half) * 9:
            return _wrong_encoding("UTF-16")
    return None


def _guess(sample: bytes) -> str:
    """Return the name of the older encoding that bytes seem to be in."""
    high = [byte for byte in sample if byte >= 0x80]
    # Cyrillic words are rows of high bytes; in Western languages one stands alone among ASCII letters.
    rows = sum(first >= 0x80 and second >= 0x80 for first, second in pairwise(sample))
    if rows * 2 < len(high):
        return "Windows-1252"
    shares = {
        "Windows-1251": sum(byte >= 0xE0 for byte in high),
        "KOI8-R": sum(0xC0 <= byte < 0xE0 for byte in high),
        "CP866": sum(0xA0 <= byte < 0xB0 or 0x80 <= byte < 0x90 for byte in high),
    }
    return max(shares, key=shares.__getitem__)


def _wrong_encoding(name: str, place: Place | None = None) -> Problem:
    message = _("the file is not UTF-8 text; it seems to be {encoding}").format(encoding=name)
    return _problem(message, place, _("save it as UTF-8 in your editor"))


def _problem(message: str, place: Place | None = None, hint: str | None = None) -> Problem:
    return Problem("not-utf8", message, (), place or Place(0), hint)
