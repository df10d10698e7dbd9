"""Slips of the pen with quotation marks: curly ones, those inside a text, those that are missing."""

from __future__ import annotations

import re

from ..i18n import _
from .slips import Slip, line_of
from .slips_of_lists import opened

OPENING = {
    "“": "”",
    "„": "“”",
    "”": "”",
    "‘": "’",
    "‚": "‘’",
    "’": "’",
    "`": "`",
    "´": "´",
    "«": "»",
    "»": "«",
    "‹": "›",
    "›": "‹",
    "″": "″",
}
"""Quotation marks that TOML does not know, with those that close them."""
_GUILLEMETS = "«»‹›"
_QUOTES = '"\\“”„'
_STRING = re.compile(r""""(?:[^"\\\n]|\\.)*"|'[^'\n]*'""")
_NEXT = re.compile(r"\s*(?:[\[\]}#\"']|[\w.-]+[ \t]*=|\Z)")
_SHOWN = 60


def odd(text: str, position: int) -> Slip:
    """Return that a text begins with a quotation mark that TOML does not know, and how it should be written where that is plain."""
    mark = text[position]
    message = _("a text needs straight quotes") if mark in _GUILLEMETS else _("a text needs straight quotes, not curly ones")
    if text.startswith(mark * 3, position):
        return Slip(position, 3, message, _("write {quotes} here and where it ends").format(quotes='"""'))
    end = line_of(text, position)[1]
    # In a list the entry may end before a comma; elsewhere only a comment can stand behind.
    behind = r"[ \t]*(?:[,\]}#]|\Z)" if opened(text, position) is not None else r"[ \t]*(?:#|,?[ \t]*\Z)"
    last = re.compile(rf'[{OPENING[mark]}"](?={behind})')
    ends = [found.start() for found in last.finditer(text, position + 1, end)]
    if not ends:
        return Slip(position, 1, message, _('write a straight " on both sides of the text'))
    # One of its kind inside has an end of its own before.
    stop = ends[min(text.count(mark, position + 1, ends[0]), len(ends) - 1)] if mark not in OPENING[mark] else ends[0]
    inner = text[position + 1 : stop]
    hint = _("write {value}").format(value=in_quotes(inner))
    # Only where it is plain which quotes are those around the value: none of their kind stands in it.
    plain = bool(inner) and not set(inner) & {*_QUOTES, mark, text[stop]}
    return Slip(position, 1, message, hint, (stop + 1 - position, f'"{inner}"') if plain else None)


def curly_end(text: str, position: int) -> Slip | None:
    """Return that a text which began with a straight quote ends with a curly one, which closes nothing."""
    start = line_of(text, position)[0]
    found = re.search(r'(?<!\\)"([^"\n]*?)([“”„»«])[ \t]*(?:[,\]}#][^\n]*)?\Z', text[start:position])
    if found is None:
        return None
    message = _("the quote {quote} does not close this text, which began with a straight one").format(quote=found[2])
    hint = _("write {value}").format(value=in_quotes(found[1]))
    # With another of its kind in the text it may close that one.
    plain = not set(found[1]) & set(_QUOTES + "«»")
    return Slip(start + found.start(2), 1, message, hint, (1, '"') if plain else None)


def not_closed(text: str, position: int) -> Slip | None:
    """Return the text of one line that is not closed where its line ends; None where it cannot be told which that is."""
    start, end = line_of(text, position)
    at = start
    while found := re.compile("[\"'#]").search(text, at, position):
        whole = _STRING.match(text, found.start(), position)
        if whole:
            at = whole.end()
            continue
        if found[0] == "#":
            return None
        hint = _("write {quotes} where it ends").format(quotes=found[0])
        if not _NEXT.match(text, end + 1):
            hint = _('over several lines, write """ where it begins and where it ends')
        return Slip(found.start(), 1, _("the text that is opened here is not closed"), hint)
    return None


def inside(text: str, first: int, position: int, whole: str, rest: str) -> Slip | None:
    """Return that the quotes which end a text were meant to stand in it; `rest` stands behind them, `whole` begins with the text."""
    quote = text[first]
    length = max(1, len(rest))
    if text.startswith(quote * 3, first):
        message = _("the text ends at the three quotes before this")
        return Slip(position, length, message, _("inside a text of several lines, three quotes cannot stand together"))
    if rest[:1] in ("+", "&"):
        return Slip(position, 1, _("texts are not joined by signs"), _("write one text"))
    if whole.startswith(quote * 2) and whole.endswith(quote * 2) and whole.strip(quote):
        message = _("one quotation mark on each side is enough")
        return Slip(first, len(whole), message, _("write {value}").format(value=in_quotes(whole.strip(quote))))
    if quote == "'" and rest[:1].isalnum():
        last = whole.rfind("'")
        return Slip(position, length, _("the text ends at the apostrophe"), _("write {value}").format(value=in_quotes(whole[1:last])))
    if '"' in rest or "'" in rest:
        last = whole.rfind(quote)
        message = _('the text ends at the quotes before this; those inside a text are written \\"')
        if "," in whole or "[" in text[line_of(text, first)[0] : first]:
            return Slip(position, length, message, _('write \\" for quotes inside a text'))
        return Slip(position, length, message, _("write {value}").format(value=in_quotes(whole[1:last])))
    return Slip(position, length, _("there is something behind the end of the text"), _("a comment begins with #"))


def in_quotes(inner: str) -> str:
    """Return a text between straight quotes, those in it with backslashes, cut where it is long."""
    escaped = re.sub(r'(?<!\\)"', r"\"", inner)
    return f'"{escaped if len(escaped) <= _SHOWN else escaped[: _SHOWN - 1] + "…"}"'
