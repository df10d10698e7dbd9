"""Slips of the pen in lists and in tables in braces: brackets for braces, commas that are missing, ends that are missing."""

from __future__ import annotations

import re

from ..i18n import _
from .scanner import examine
from .slips import LARGE, Slip, line_number, line_of

PAIR = re.compile(r"""[ \t]*(?:[\w.-]|"[^"\n]*"|'[^'\n]*')+[ \t]*=[ \t]*""")
"""A key and its equals sign."""
_PAIR_OR_COLON = re.compile(r"""[ \t]*(?:[\w-]+|"[^"\n]*"|'[^'\n]*')[ \t]*[=:][ \t]*[^\s=:/]""")
_STRING_AT_END = re.compile(r""""(?:[^"\\\n]|\\.)*"\Z|'[^'\n]*'\Z""")
_RANGE = re.compile(r"([0-9]+)[ \t]*(?:[-\u2013\u2014]|\.\.+|to)[ \t]*([0-9]+)(?=[ \t]*[,\]])")
_SHOWN = 60


def opened(text: str, position: int) -> int | None:
    """Return where the list or table in braces begins that is open at a position."""
    return examine(text[:position]).opened if position < LARGE else None


def pairs_in_list(text: str, opening: int, position: int) -> Slip | None:
    """Return that keys with values stand in a list that is open at a position, where one of them is."""
    if text[opening] != "[":
        return None
    first = max(text.rfind(sign, opening, position) for sign in "[,\n") + 1
    segment, end, __ = text[position:].partition("]")
    # With the end of the list far off it is that which is missing.
    if not _PAIR_OR_COLON.match(text, first) or not end or "[" in segment or "\n\n" in segment:
        return None
    inner, bracket, __ = text[opening + 1 : line_of(text, opening)[1]].partition("]")
    hint = _("write braces in the place of the brackets")
    if bracket:
        pairs = re.sub(r"""((?:[\w-]+|"[^"]*"|'[^']*')[ \t]*):""", r"\1 =", inner)
        hint = _("write {value}").format(value=_cut(f"{{ {pairs.strip()} }}"))
    return Slip(opening, 1, _("keys with values stand in braces, not in brackets"), hint)


def between_entries(text: str, opening: int, position: int) -> Slip | None:
    """Return what is wrong between two entries that a list has on one line: a range of numbers, or two commas."""
    if text.startswith(",", position) and text[opening + 1 : position].rstrip()[-1:] in (",", ""):
        return Slip(position, 1, _("there is a comma too many"), _("delete it"))
    before = re.search(r"[0-9]+[ \t]*\Z", text[opening:position])
    range_ = _RANGE.match(text, opening + before.start()) if before else None
    if range_ is None or text[opening] != "[":
        return None
    first, last = int(range_[1][:9]), int(range_[2][:9])
    if first >= last:
        return None
    hint = _("write the numbers one by one: {value}").format(value=_listed(first, last))
    return Slip(range_.start(), len(range_[0]), _("a list names each of its numbers"), hint)


def _listed(first: int, last: int) -> str:
    numbers = [str(number) for number in range(first, last + 1)] if first < last <= first + 8 else [str(first), "…", str(last)]
    return ", ".join(numbers)


def not_closed(text: str, opening: int, position: int, rest: str) -> Slip:
    """Return that a list or table in braces is not closed where `rest` stands, nothing at the end of the text."""
    is_list = text[opening] == "["
    message = (
        _("the list is not closed, or a comma is missing") if is_list else _("the table in braces is not closed, or a comma is missing")
    )
    closing = "]" if is_list else "}"
    if rest:
        length = len(re.split(r"[\s=]", rest, maxsplit=1)[0])
        hint = _("what is opened in line {line} ends with {bracket}").format(line=line_number(text, opening), bracket=closing)
        return Slip(position, length, message, hint)
    return Slip(opening, 1, message, _("write {bracket} where it ends").format(bracket=closing))


def comma(text: str, position: int, rest: str) -> Slip:
    """Return that a comma is missing between an entry and the next, which begins with `rest`."""
    start = line_of(text, position)[0]
    before = text[:position].rstrip() if not text[start:position].strip() else text[start:position].rstrip()
    entry = _STRING_AT_END.search(before) or re.search(r"[^\s,\[{=]+\Z", before)
    hint = _("write a comma behind “{entry}”").format(entry=_cut(entry[0])) if entry else _("write a comma before it")
    length = 1 if not rest[0].isalnum() else len(re.split(r"[\s,\]}=]", rest, maxsplit=1)[0])
    return Slip(position, length, _("a comma is missing before this"), hint)


def _cut(text: str) -> str:
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
