"""The strings of TOML: where they end, what they say, and which of their characters stands where."""

from __future__ import annotations

import re
from collections.abc import Iterator

_ESCAPES = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r", "e": "\x1b", '"': '"', "\\": "\\"}
_HEX = {"x": 2, "u": 4, "U": 8}
_STOP = re.compile(r'["\\]')
_CONTINUED = re.compile(r"[ \t]*\r?\n[ \t\r\n]*")
_PLAIN = re.compile(r"[^\r\\]+")
_PLAIN_LITERAL = re.compile(r"[^\r]+")


def end_of_string(text: str, start: int) -> int:
    """Return the offset behind the string that starts at an offset. Raises ValueError where it does not end."""
    quote = text[start]
    long = text.startswith(quote * 3, start)
    if quote == "'":
        end = text.index("'''", start + 3) if long else text.index("'", start + 1)
    else:
        end = start + (3 if long else 1)
        while True:
            stop = _STOP.search(text, end)
            if not stop:
                raise ValueError(start)
            end = stop.start()
            if stop[0] == "\\":
                end += 2
            elif not long or text.startswith('"""', end):
                break
            else:
                end += 1
    if not long:
        return end + 1
    # Up to two quotes may stand before the three that close.
    for __ in range(2):
        if text.startswith(quote, end + 3):
            end += 1
    return end + 3


def decode(raw: str) -> str:
    """Return what a string says that is written with these quotes."""
    return "".join(said for said, __, __ in _pieces(raw))


def stretch(raw: str, index: int, length: int) -> tuple[int, int]:
    """Return start and end, as offsets in a string as written, of characters of what it says."""
    start = end = _content(raw)[1]
    count = 0
    for said, begin, close in _pieces(raw):
        size = len(said)
        if count <= index < count + size:
            start = begin + index - count if close - begin == size else begin
        if count < index + length <= count + size:
            end = begin + index + length - count if close - begin == size else close
            break
        count += size
    return start, max(start, end)


def _content(raw: str) -> tuple[int, int]:
    """Return start and end of what stands between the quotes."""
    if raw[:3] not in ('"""', "'''"):
        return 1, len(raw) - 1
    first = 3
    if raw.startswith("\r\n", 3):
        first = 5
    elif raw.startswith("\n", 3):
        first = 4
    return first, len(raw) - 3


def _pieces(raw: str) -> Iterator[tuple[str, int, int]]:
    """Yield what a string says, piece by piece, each with start and end of how it is written; escapes are pieces of their own."""
    position, last = _content(raw)
    plain = _PLAIN if raw[0] == '"' else _PLAIN_LITERAL
    while position < last:
        start = position
        if found := plain.match(raw, position, last):
            position = found.end()
            yield found[0], start, position
            continue
        position += 1
        letter = raw[position : position + 1]
        if raw[start] == "\r":
            position += letter == "\n"
            yield "\n", start, position
        elif letter in _HEX:
            position += 1 + _HEX[letter]
            yield chr(int(raw[start + 2 : position], 16)), start, position
        elif letter in _ESCAPES:
            position += 1
            yield _ESCAPES[letter], start, position
        elif continued := _CONTINUED.match(raw, position, last):
            position = continued.end()
