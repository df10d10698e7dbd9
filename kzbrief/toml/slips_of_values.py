"""Slips of the pen in values: dates, numbers and words without quotes, quotes inside quotes, lists without brackets."""

from __future__ import annotations

import re

from ..i18n import _
from .day_first import meanings
from .scanner import examine
from .slips import LARGE, Slip, line_number, line_of

_PAIR = re.compile(r"""[ \t]*(?:[\w.-]|"[^"\n]*"|'[^'\n]*')+[ \t]*=[ \t]*""")
_DATE = re.compile(r"(?:[0-9]{3}[0-9X](?:-[0-9]{1,2}){0,2}[~?%]?|\.\.)(?:/(?:[0-9]{3}[0-9X](?:-[0-9]{1,2}){0,2}[~?%]?|\.\.)?)?\Z")
_WITH_COMMA = re.compile(r"[+-]?[0-9]+,[0-9]+\Z")
_THOUSANDS = re.compile(r"[+-]?[0-9]{1,3}(?:,[0-9]{3}){2,}(?:\.[0-9]+)?\Z")
_WITH_BLANKS = re.compile(r"[+-]?[0-9]{1,3}(?: [0-9]{3})+(?:\.[0-9]+)?\Z")
_PERCENT = re.compile(r"([+-]?[0-9]+(?:\.[0-9]+)?)[ \t]*%\Z")
_LEADING_ZERO = re.compile(r"([+-]?)0+([0-9]+(?:\.[0-9]+)?)\Z")
_TRUTHS = {"yes": "true", "true": "true", "on": "true", "no": "false", "false": "false", "off": "false"}
_NOTHING = ("null", "none", "nil", "undefined")
_CURLY = {"“": "”", "„": "“", "”": "”", "‘": "’", "‚": "‘", "’": "’", "`": "`"}
_GUILLEMETS = {"«": "»", "»": "«", "‹": "›"}
_QUOTES = '"\\“”„'
_SHOWN = 60


def at_value(text: str, position: int) -> Slip | None:
    """Return what is wrong where a value should begin."""
    start, end = line_of(text, position)
    word = _element(text, position, end)
    if not word:
        sign = text.rfind("=", start, position)
        if sign >= 0 and not text[sign + 1 : position].strip():
            return Slip(sign, 1, _("a value is missing behind the equals sign"), _("write a value behind it, or leave the key out"))
        opened = _opened(text, position)
        return None if opened is None else _not_closed(text, opened, position, "")
    if word[0] in _CURLY or word[0] in _GUILLEMETS:
        return _odd_quotes(text, position, word)
    if word[0] == "=":
        hint = _("write {line}").format(line=_cut(f"{text[start:position].rstrip(' =')} = {word.lstrip('= ')}"))
        return Slip(position, 1, _("one equals sign is enough"), hint)
    return _unquoted(position, word) or _plain_text(position, word)


def behind_value(text: str, position: int) -> Slip | None:
    """Return what is wrong where a line goes on behind its value."""
    start, end = line_of(text, position)
    pair = _PAIR.match(text, start, end)
    if not pair or pair.end() > position:
        return None
    first = pair.end()
    whole, rest = text[first:end].strip(), text[position:end].strip()
    if rest in (",", ";"):
        message = _("no comma stands at the end of a line") if rest == "," else _("no semicolon stands at the end of a line")
        return Slip(position, 1, message, _("leave it out"))
    if whole[0] in "\"'":
        if rest.startswith(","):
            return _list(first, whole)
        return _inner_quotes(text, first, position, whole, rest)
    element = _element(text, first, end, commas=True)
    return _unquoted(first, element) or _plain_text(first, element)


def curly_end(text: str, position: int) -> Slip | None:
    """Return that a text which began with a straight quote ends with a curly one, which closes nothing."""
    start = line_of(text, position)[0]
    found = re.search(r'(?<!\\)"([^"\n]*?)([“”„»«])[ \t]*(?:[,\]}#][^\n]*)?\Z', text[start:position])
    if found is None:
        return None
    message = _("the quote {quote} does not close this text, which began with a straight one").format(quote=found[2])
    hint = _("write {value}").format(value=_in_quotes(found[1]))
    # With another of its kind in the text it may close that one.
    plain = not set(found[1]) & set(_QUOTES + "«»")
    return Slip(start + found.start(2), 1, message, hint, (1, '"') if plain else None)


def in_list(text: str, position: int) -> Slip | None:
    """Return what is wrong inside of a list or a table in braces where neither a comma nor its end comes next."""
    start, end = line_of(text, position)
    opened = _opened(text, position)
    before = text[start:position].rstrip()
    rest = text[position:end].strip()
    if opened is not None and (not rest or (not before and _PAIR.match(text, start, end)) or (not before and rest.startswith("["))):
        return _not_closed(text, opened, position, rest)
    if rest.startswith(";"):
        return Slip(position, 1, _("a comma must stand between the entries, not a semicolon"))
    first = max(text.rfind(sign, start, position) for sign in ",[{=\n") + 1
    first += len(text[first:position]) - len(text[first:position].lstrip())
    element = _element(text, first, end)
    if element and element[0] not in "\"'":
        slip = None if _WITH_BLANKS.match(element) else _unquoted(first, element)
        if slip is not None:
            return slip
    if before and before[-1] in "\"'" and text[position - 1] == before[-1] and rest[:1].isalnum():
        return _inner_quotes(text, first, position, text[first:end].strip(), rest)
    if rest[:1] in ('"', "'") or rest[:1].isalnum() or rest[:1] in ("{", "["):
        length = 1 if not rest[0].isalnum() else len(re.split(r"[\s,\]}=]", rest, maxsplit=1)[0])
        return Slip(position, length, _("a comma is missing before this"), None if opened is None else _opening(text, opened))
    return None


def _opened(text: str, position: int) -> int | None:
    """Return where the list or table in braces begins that is open at a position."""
    return examine(text[:position]).opened if position < LARGE else None


def _not_closed(text: str, opened: int, position: int, rest: str) -> Slip:
    is_list = text[opened] == "["
    message = (
        _("the list is not closed, or a comma is missing") if is_list else _("the table in braces is not closed, or a comma is missing")
    )
    closing = "]" if is_list else "}"
    if rest:
        length = len(re.split(r"[\s=]", rest, maxsplit=1)[0])
        return Slip(position, length, message, _opening(text, opened))
    return Slip(opened, 1, message, _("write {bracket} where it ends").format(bracket=closing))


def _opening(text: str, opened: int) -> str:
    closing = "]" if text[opened] == "[" else "}"
    return _("what is opened in line {line} ends with {bracket}").format(line=line_number(text, opened), bracket=closing)


def _unquoted(start: int, word: str) -> Slip | None:
    """Return what is wrong with a date, a number or a word of another language that stands there without quotes."""

    def slip(message: str, hint: str) -> Slip:
        return Slip(start, len(word), message, hint)

    quoted = _("write {value}").format(value=f'"{_cut(word)}"')
    if _DATE.match(word) and not word.isdecimal():
        if re.match(r"[0-9]{4}-(?:0[1-9]|1[0-2])-[0-9]{2}\Z", word):
            return slip(_("there is no such date"), _("look up the day"))
        return Slip(start, len(word), _("dates need quotes"), quoted, (len(word), f'"{word}"'))
    if meant := meanings(word):
        values = [f'"{date}"' for date in meant]
        if len(values) > 1:
            said = _("the year comes first; write {one} or {other}, whichever is meant").format(one=values[0], other=values[1])
        else:
            said = _("write {value}").format(value=values[0])
        return slip(_("dates need quotes, and the year first"), said)
    if _WITH_COMMA.match(word):
        message = _("a comma stands in a number, or a list has no brackets")
        return slip(message, _("a number has a decimal point: {number}; a list has brackets: {list}").format(
            number=word.replace(",", "."), list=f"[{word}]"
        ))  # fmt: skip
    if _THOUSANDS.match(word):
        return slip(_("no commas can stand in a number"), _("write {value}").format(value=word.replace(",", "")))
    if _WITH_BLANKS.match(word):
        return slip(_("no blanks can stand in a number"), _("write {value}").format(value=word.replace(" ", "")))
    if found := _PERCENT.match(word):
        return slip(_("no percent sign can stand behind a number"), _("write {value}").format(value=found[1]))
    if found := _LEADING_ZERO.match(word):
        return slip(_("no zero can stand at the beginning of a number"), _("write {value}").format(value=found[1] + found[2]))
    if re.match(r"\.[0-9]+\Z", word):
        return slip(_("a number needs a digit before its point"), _("write {value}").format(value=f"0{word}"))
    if "," in word and re.match(r"[\d\"']", word):
        return _list(start, word)
    if word.lower() in _TRUTHS:
        message = _("this is no value; true or false is written in small letters")
        return slip(message, _("write {value}").format(value=_TRUTHS[word.lower()]))
    if word.lower() in _NOTHING:
        return slip(_("this is no value"), _("leave the key out where there is no value"))
    if word.lower() == "n/a":
        return slip(_("this needs quotes"), _("write {value}").format(value='"n/a"'))
    return None


def _plain_text(start: int, word: str) -> Slip | None:
    """Return that a text needs quotes."""
    if '"' in word or not any(letter.isalnum() for letter in word):
        return None
    return Slip(start, len(word), _("this is no value; a text needs quotes"), _("write {value}").format(value=f'"{_cut(word)}"'))


def _list(start: int, word: str) -> Slip:
    return Slip(start, len(word), _("a list needs brackets"), _("write {value}").format(value=f"[{_cut(word)}]"))


def _odd_quotes(text: str, position: int, word: str) -> Slip:
    opening = word[0]
    message = _("a text needs straight quotes, not curly ones") if opening in _CURLY else _("a text needs straight quotes")
    end = word.rfind(_CURLY.get(opening) or _GUILLEMETS[opening])
    inner = word[1:end] if end > 0 else word[1:]
    hint = _("write {value}").format(value=_in_quotes(inner.rstrip('"”»’')))
    # Only where it is plain which quotes are those around the value: none of their kind stands in it, and nothing behind it.
    plain = end == len(word) - 1 and end > 1 and not set(inner) & {*_QUOTES, opening, word[end]}
    return Slip(position, 1, message, hint, (len(word), f'"{inner}"') if plain else None)


def _inner_quotes(text: str, first: int, position: int, whole: str, rest: str) -> Slip | None:
    """Return that the quotes which end a text were meant to stand in it."""
    quote = text[first]
    length = max(1, len(rest))
    if text.startswith(quote * 3, first):
        message = _("the text ends at the three quotes before this")
        return Slip(position, length, message, _("inside a text of several lines, three quotes cannot stand together"))
    if quote == "'" and rest[:1].isalnum():
        last = whole.rfind("'")
        return Slip(position, length, _("the text ends at the apostrophe"), _("write {value}").format(value=_in_quotes(whole[1:last])))
    if '"' in rest or "'" in rest:
        last = whole.rfind(quote)
        message = _('the text ends at the quotes before this; those inside a text are written \\"')
        if "," in whole or "[" in text[line_of(text, first)[0] : first]:
            return Slip(position, length, message, _('write \\" for quotes inside a text'))
        return Slip(position, length, message, _("write {value}").format(value=_in_quotes(whole[1:last])))
    return Slip(position, length, _("there is something behind the end of the text"), _("a comment begins with #"))


def _in_quotes(inner: str) -> str:
    escaped = re.sub(r'(?<!\\)"', r"\"", inner)
    return f'"{_cut(escaped)}"'


def _element(text: str, start: int, end: int, *, commas: bool = False) -> str:
    """Return what stands at a position as one value: up to a comment, and, in a list, to a comma or a bracket."""
    line_start = line_of(text, start)[0]
    inside = not commas and any(sign in text[line_start:start] for sign in "[{,")
    pattern = r"[^\n,\]}#]*" if inside else r"[^\n#]*"
    found = re.compile(pattern).match(text, start, end)
    return found[0].strip() if found else ""


def _cut(text: str) -> str:
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
