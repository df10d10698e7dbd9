"""Slips of the pen where a key should stand: signs of other languages, dashes for hyphens, letters that only look like Latin ones."""

from __future__ import annotations

import re

from ..i18n import _
from .slips import Slip, line_of

_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
_MARKER = re.compile(rf"[ \t]*([-*+\u2022{_DASHES}]|[0-9]+[.)])[ \t]+\S")
_COMMENT = re.compile(r"(;|<!--|/\*|--|%|rem\b)[ \t]*([^\n]{0,60}?)[ \t]*(?:-->|\*/)?[ \t]*$", re.IGNORECASE | re.MULTILINE)
_KEY_BEFORE = re.compile(r"([\w-]+|\"[^\"\n]*\"|'[^'\n]*')[ \t]*\Z")
_IN_QUOTES = re.compile(r"([“„”‘’‚«»])([^“„”‘’‚«»\n=]+)[“„”‘’‚«»][ \t]*[=:]")
_ARROW = re.compile(r":?=>|[-~]>")
_MARKDOWN = re.compile(r"([*_`]+)([\w-]+?)[*_`]+[ \t]*[=:]")
_FENCE = re.compile(r"(?:```|~~~|---|\+\+\+|===|\*\*\*)[^\n]*\Z")
_BRACES = re.compile(r"[{(<]+([\w. -]+)[)}>]+[ \t]*\Z")
_ALONE = re.compile(r"([\w-]+)[ \t]*(?:#[^\n]*)?\Z")
_VALUE = re.compile(r"(?:\"[^\"\n]*\"|'[^'\n]*'|[+-]?[0-9][^\s#]*|true|false|\[[^\n]*\]|\{[^\n]*\})[ \t]*(?:#[^\n]*)?\Z")
_ALIKE = str.maketrans("аАВеЕіІјкКмМНоОрРсСтТуУхХѕԁ", "aABeEiIjkKmMHoOpPcCtTyYxXsd")
"""Cyrillic letters that look like Latin ones."""


def at_key(text: str, position: int) -> Slip | None:
    """Return what is wrong where a key, or the equals sign behind it, should stand; None where nothing is plain."""
    start, end = line_of(text, position)
    if not text[start:position].strip() or _MARKER.match(text, start, position + 2) or not text[position:end].strip():
        slip = _beginning(text, start, end)
        if slip is not None:
            return slip
    letter = text[position : position + 1]
    if letter in tuple(_DASHES):
        key = _whole(text, position, start, end).translate(dict.fromkeys(map(ord, _DASHES), "-"))
        message = _("this is a dash and no hyphen ({code})").format(code=_code(letter))
        return Slip(position, 1, message, _("write {key}").format(key=key[:60]))
    if letter.isalpha() and not letter.isascii():
        return _foreign(text, position, start, end)
    return _no_sign(text, position, start, end)


def _beginning(text: str, start: int, end: int) -> Slip | None:
    """Return what is wrong with how a line begins."""
    first = start + len(text[start:end]) - len(text[start:end].lstrip())
    if found := _FENCE.match(text, first, end):
        return Slip(first, len(found[0].rstrip()), _("this line is no TOML"), _("delete it"))
    if found := _COMMENT.match(text, first, end):
        return Slip(first, len(found[1]), _("a comment begins with #"), _("write # {comment}").format(comment=found[2]))
    if found := _MARKER.match(text, start, end):
        return Slip(
            first, len(found[1]), _("a list is written in brackets"), _("put its entries between [ and ], with commas between them")
        )
    if found := _IN_QUOTES.match(text, first, end):
        return Slip(first, 1, _("a key needs no quotes, least of all curly ones"), _("write {key}").format(key=found[2].strip()[:60]))
    if found := _MARKDOWN.match(text, first, end):
        return Slip(first, len(found[1]), _("a key has no signs around it"), _("write {key}").format(key=found[2][:60]))
    if found := _BRACES.match(text, first, end):
        several = found[0].count("{") + found[0].count("(") + found[0].count("<") > 1
        header = f"[[{found[1].strip()[:60]}]]" if several else f"[{found[1].strip()[:60]}]"
        return Slip(first, len(found[0].rstrip()), _("the name of a table stands in brackets"), _("write {header}").format(header=header))
    if found := _ALONE.match(text, first, end):
        hint = _("write {line}").format(line=f"{found[1][:60]} = …")
        return Slip(first, len(found[1]), _("this key has no value"), hint)
    if text.startswith("=", first):
        return Slip(first, 1, _("a key is missing before the equals sign"))
    if text[first : first + 1] in ("]", "}", ")"):
        return Slip(first, 1, _("nothing is open that this could close"), _("delete it, or see where its other half is missing"))
    return None


def _no_sign(text: str, position: int, start: int, end: int) -> Slip | None:
    """Return what is wrong with a line that begins with a key and has no equals sign behind it."""
    key = _KEY_BEFORE.search(text[start:position])
    if not key:
        return None
    name = key[1][:40]
    if text.startswith(":", position):
        hint = _("write = instead of :, as in {example}").format(example=f"{name} = …")
        return Slip(position, 1, _("there must be an equals sign after the key, not a colon"), hint)
    if arrow := _ARROW.match(text, position):
        return Slip(position, len(arrow[0]), _("there must be an equals sign after the key"), _("write {line}").format(line=f"{name} = …"))
    rest = text[position:end].rstrip()
    if _VALUE.match(rest) and text[start:position].strip() == key[1]:
        hint = _("write {line}").format(line=f"{name} = {_cut(rest)}")
        return Slip(position, len(rest), _("there must be an equals sign after the key"), hint)
    words = re.match(r"[\w -]*?(?=[ \t]*=[^=])", text[start:end])
    if words and position > start:
        joined = "-".join(words[0].split())
        second = re.compile(r"[\w-]*").match(text, position)
        hint = _("write hyphens: {key}").format(key=joined[:60])
        return Slip(position, len(second[0]) if second else 1, _("there is a blank in the key, or an equals sign is missing"), hint)
    if rest and "=" not in rest and text[start:position].strip() == key[1]:
        first = start + len(text[start:end]) - len(text[start:end].lstrip())
        hint = _('a comment begins with #; a text over several lines stands between """ and """')
        return Slip(first, len(text[first:end].rstrip()), _("this line is neither a [table] nor a key with a value"), hint)
    return None


def _foreign(text: str, position: int, start: int, end: int) -> Slip:
    """Return that a letter cannot stand in a key."""
    key = _whole(text, position, start, end)
    latin = key.translate(_ALIKE)
    if latin.isascii():
        message = _("this letter only looks like one of a-z ({code})").format(code=_code(text[position]))
        return Slip(position, 1, message, _("write {key}").format(key=latin[:60]))
    message = _("a key has only letters a-z, digits and hyphens")
    return Slip(position, 1, message, _("keys are the same in all languages, as in title = …"))


def _whole(text: str, position: int, start: int, end: int) -> str:
    """Return the key that a character stands in, with all that may have been meant as a part of it."""
    part = rf"[\w{_DASHES}-]*"
    before = re.search(rf"{part}\Z", text[start:position])
    behind = re.compile(part).match(text, position, end)
    return (before[0] if before else "") + (behind[0] if behind else "")


def _code(letter: str) -> str:
    return f"U+{ord(letter):04X}"


def _cut(text: str) -> str:
    return text if len(text) <= 60 else text[:59] + "…"
