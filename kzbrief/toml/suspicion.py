"""A quick look at every text that is read, before the thorough one of `characters`, which few need."""

from __future__ import annotations

import re

_ESCAPE = rb"\\[xuUebfr]"
# Bytes are looked at several times faster than characters. All of these begin with a byte that is searched for at once.
_CONTROLS = bytes([*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), 0x7F])
_BEYOND_ASCII = ((b"\xc2", rb"\xc2[\x80-\x9f]"), (b"\xe2\x80", rb"\xe2\x80[\xa8-\xae]"), (b"\xe2\x81", rb"\xe2\x81[\xa6-\xa9]"))
"""Beginnings of characters beyond ASCII that may be forbidden, with patterns of them, which are compiled when a beginning is there."""
_DIGITS = bytes(ord("0") if chr(code) in "0123456789_" else 0x20 for code in range(256))
_LONG = b"0" * 19


def suspicious(raw: bytes) -> bool:
    """Return whether a text in UTF-8 may hold a forbidden character, as it is or escaped, or a huge number.

    It is a quick look before a thorough one.
    """
    if len(raw.translate(None, _CONTROLS)) < len(raw) or (b"\\" in raw and re.search(_ESCAPE, raw)) or b"0x" in raw:
        return True
    if not raw.isascii() and any(start in raw and re.search(pattern, raw) for start, pattern in _BEYOND_ASCII):
        return True
    return _LONG in raw.translate(_DIGITS)
