"""Slips of the pen in values: dates, numbers and words without quotes, lists without brackets."""

from __future__ import annotations

import re

from ..i18n import _
from . import slips_of_quotes as quotes
from .date_words import in_figures, in_words, interval, meanings
from .figures import figure
from .slips import Slip, line_of
from .slips_of_lists import PAIR, between_entries, comma, not_closed, opened, pairs_in_list

_DATE = re.compile(r"(?:[0-9]{3}[0-9X](?:-[0-9]{1,2}){0,2}[~?%]?|\.\.)(?:/(?:[0-9]{3}[0-9X](?:-[0-9]{1,2}){0,2}[~?%]?|\.\.)?)?\Z")
_WITH_COMMA = re.compile(r"[+-]?[0-9]+,[0-9]+\Z")
_THOUSAND = re.compile(r"[+-]?[1-9][0-9]{0,2},[0-9]{3}\Z")
_THOUSANDS = re.compile(r"[+-]?[0-9]{1,3}(?:,[0-9]{3}){2,}(?:\.[0-9]+)?\Z")
_WITH_BLANKS = re.compile(r"[+-]?[0-9]{1,3}(?: [0-9]{3})+(?:\.[0-9]+)?\Z")
_PERCENT = re.compile(r"([+-]?[0-9]+(?:\.[0-9]+)?)[ \t]*%\Z")
_LEADING_ZERO = re.compile(r"([+-]?)0+([0-9]+(?:\.[0-9]+)?)\Z")
_TRUTHS = {"yes": "true", "true": "true", "on": "true", "no": "false", "false": "false", "off": "false"}
_NOTHING = ("null", "none", "nil", "undefined", "tbd", "todo", "unknown")
_NOT_GIVEN = ("n/a", "na", "n.a.")
_SHOWN = 60


def at_value(text: str, position: int) -> Slip | None:
    """Return what is wrong where a value should begin."""
    start, end = line_of(text, position)
    word = _element(text, position, end)
    opening = opened(text, position)
    if opening is not None and (slip := between_entries(text, opening, position)):
        return slip
    if not word:
        sign = text.rfind("=", start, position)
        if sign >= 0 and not text[sign + 1 : position].strip():
            below = re.compile(r"\n[ \t]*(?:[\"'{0-9]|\[[^\n]*,|true\b|false\b)(?![^\n]*=)").match(text, end)
            hint = _("write the value into the same line") if below else _("write a value behind it, or leave the key out")
            return Slip(sign, 1, _("a value is missing behind the equals sign"), hint)
        return None if opening is None else not_closed(text, opening, position, "")
    if word[0] in quotes.OPENING:
        return quotes.odd(text, position)
    if word[0] in "=>" and text[position - 1] == "=":
        hint = _("write {line}").format(line=_cut(f"{text[start:position].strip(' =')} = {word.lstrip('=> ')}"))
        return Slip(position, 1, _("one equals sign is enough"), hint)
    if opening is not None and (slip := pairs_in_list(text, opening, position)):
        return slip
    if opening is not None and PAIR.match(word):
        return not_closed(text, opening, position, text[position:end].strip())
    return _pairs(position, word) or _unquoted(position, word) or _plain_text(position, word)


def behind_value(text: str, position: int) -> Slip | None:
    """Return what is wrong where a line goes on behind its value."""
    start, end = line_of(text, position)
    pair = PAIR.match(text, start, end)
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
        return quotes.inside(text, first, position, whole, rest)
    element = _element(text, first, end, commas=True)
    return _pairs(first, element) or _unquoted(first, element) or _plain_text(first, element)


def in_list(text: str, position: int) -> Slip | None:
    """Return what is wrong inside of a list or a table in braces where neither a comma nor its end comes next."""
    start, end = line_of(text, position)
    opening = opened(text, position)
    before = text[start:position].rstrip()
    rest = text[position:end].strip()
    if opening is not None and rest[:1] in ("=", ":") and (slip := pairs_in_list(text, opening, position)):
        return slip
    if opening is not None and text[opening] == "{" and not before and PAIR.match(text, start, end) and _is_closed(text, position):
        return comma(text, position, rest)
    if opening is not None and (slip := between_entries(text, opening, position)):
        return slip
    if opening is not None and (not rest or (not before and PAIR.match(text, start, end)) or (not before and rest.startswith("["))):
        return not_closed(text, opening, position, rest)
    if rest.startswith(";"):
        return Slip(position, 1, _("a comma must stand between the entries, not a semicolon"), _("write a comma in its place"))
    first = max(text.rfind(sign, start, position) for sign in ",[{=\n") + 1
    first += len(text[first:position]) - len(text[first:position].lstrip())
    element = _element(text, first, end)
    if element and element[0] not in "\"'":
        slip = None if _WITH_BLANKS.match(element) else _unquoted(first, element)
        if slip is not None:
            return slip
    if before and before[-1] in "\"'" and text[position - 1] == before[-1] and rest[:1].isalnum():
        return quotes.inside(text, first, position, text[first:end].strip(), rest)
    return comma(text, position, rest) if rest[:1].isalnum() or rest[:1] in tuple("\"'{[") else None


def _is_closed(text: str, position: int) -> bool:
    """Return whether braces are closed before an empty line or a header comes."""
    behind, brace, __ = text[position:].partition("}")
    return bool(brace) and "\n\n" not in behind and "\n[" not in behind


def _pairs(start: int, word: str) -> Slip | None:
    """Return that keys with values, or parentheses, need braces."""
    if word[:1] == "(":
        return Slip(start, len(word), _("a value has no parentheses around it"), _("write [ ] or { } for a list or a small table"))
    if PAIR.match(word) and "==" not in word:
        value = f"{{ {_cut(word)} }}"
        return Slip(start, len(word), _("keys with values stand in braces"), _("write {value}").format(value=value))
    return None


def _unquoted(start: int, word: str) -> Slip | None:
    """Return what is wrong with a date, a number or a word of another language that stands there without quotes."""

    def slip(message: str, hint: str) -> Slip:
        return Slip(start, len(word), message, hint)

    if found := _PERCENT.match(word):
        return slip(_("no percent sign can stand behind a number"), _("write {value}").format(value=found[1]))
    if _DATE.match(word) and not word.isdecimal():
        if re.match(r"[0-9]{4}-(?:0[1-9]|1[0-2])-[0-9]{2}\Z", word):
            return slip(_("there is no such date"), _("look up the day"))
        date = '"' + re.sub("-([0-9])(?![0-9])", r"-0\1", word) + '"'
        return Slip(start, len(word), _("dates need quotes"), _("write {value}").format(value=_cut(date)), (len(word), date))
    if meant := meanings(word):
        values = [f'"{date}"' for date in meant]
        if len(values) > 1:
            said = _("the year comes first; write {one} or {other}, whichever is meant").format(one=values[0], other=values[1])
        else:
            said = _("write {value}").format(value=values[0])
        return slip(_("dates need quotes, and the year first"), said)
    if date := in_words(word) or interval(word) or in_figures(word):
        return slip(_("dates need quotes, and figures for months"), _either(f'"{date}"', word))
    if _THOUSAND.match(word):
        hint = _("write {number}, or {other} if that is a decimal comma").format(number=word.replace(",", ""), other=word.replace(",", "."))
        return slip(_("no commas can stand in a number"), hint)
    if _WITH_COMMA.match(word):
        message = _("a comma stands in a number, or a list has no brackets")
        return slip(message, _("a number has a decimal point: {number}; a list has brackets: {list}").format(
            number=word.replace(",", "."), list=f"[{word}]"
        ))  # fmt: skip
    if _THOUSANDS.match(word):
        return slip(_("no commas can stand in a number"), _("write {value}").format(value=word.replace(",", "")))
    if _WITH_BLANKS.match(word):
        return slip(_("no blanks can stand in a number"), _("write {value}").format(value=word.replace(" ", "")))
    if found := _LEADING_ZERO.match(word):
        return slip(_("no zero can stand at the beginning of a number"), _("write {value}").format(value=found[1] + found[2]))
    if re.match(r"\.[0-9]+\Z", word):
        return slip(_("a number needs a digit before its point"), _("write {value}").format(value=f"0{word}"))
    if re.match(r"[0-9]+\.\Z", word):
        return slip(_("a number needs a digit behind its point"), _("write {value}").format(value=word[:-1]))
    if number := figure(word):
        if not number.alone:
            return slip(_("a number stands alone, without words and signs"), _either(number.written, word))
        if word[0] in "\u2212\u2013":
            return slip(_("a minus is written as a hyphen"), _("write {value}").format(value=number.written))
        return slip(_("no signs between its digits can stand in a number"), _("write {value}").format(value=number.written))
    if "," in word and re.match(r"[\d\"']", word):
        return _list(start, word)
    if word.lower() in _TRUTHS:
        message = _("this is no value; true or false is written in small letters")
        return slip(message, _("write {value}").format(value=_TRUTHS[word.lower()]))
    if word.lower() in _NOTHING:
        return slip(_("this is no value"), _("leave the key out where there is no value"))
    if word.lower() in _NOT_GIVEN:
        return slip(_("this needs quotes"), _("write {value}").format(value='"n/a"'))
    return None


def _either(value: str, word: str) -> str:
    """Return that one of two is to be written: what a number or a date is, or the words as a text."""
    return _("write {value}, or {text} where a text is wanted").format(value=value, text=f'"{_cut(word)}"')


def _plain_text(start: int, word: str) -> Slip | None:
    """Return that a text needs quotes."""
    if not word.strip("-?.\u2013\u2014\u2026_ "):
        return Slip(start, len(word), _("this is no value"), _("leave the key out where there is no value"))
    if word.count('"') == 1 and word.endswith('"'):
        message = _("the quotes where this text begins are missing")
        return Slip(start, len(word), message, _("write {value}").format(value=quotes.in_quotes(word[:-1])))
    if '"' in word:
        return None
    return Slip(start, len(word), _("this is no value; a text needs quotes"), _("write {value}").format(value=f'"{_cut(word)}"'))


def _list(start: int, word: str) -> Slip:
    return Slip(start, len(word), _("a list needs brackets"), _("write {value}").format(value=f"[{_cut(word)}]"))


def _element(text: str, start: int, end: int, *, commas: bool = False) -> str:
    """Return what stands at a position as one value: up to a comment, and, in a list, to a comma or a bracket."""
    inside = not commas and opened(text, start) is not None
    # No blank before a # is that of an address, or of “C#”.
    pattern = r"(?:[^\n,\]}#]|(?<=\S)#)*" if inside else r"(?:[^\n#]|(?<=\S)#)*"
    found = re.compile(pattern).match(text, start, end)
    return found[0].strip() if found else ""


def _cut(text: str) -> str:
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
