"""Faults of TOML syntax in plain words: the parser's own messages are meant for programmers."""

from __future__ import annotations

import sys

import tomli

from ..i18n import N_, _
from .characters import FORBIDDEN, named
from .problems import Place, Problem

_MESSAGES = (
    ("Invalid statement", N_("a line must be a [table], or a key with an equals sign and a value")),
    ("Expected newline or end of document", N_("there is something behind the end of the value")),
    ("Expected '=' after a key", N_("there must be an equals sign after the key")),
    ("Expected ']]'", N_("the brackets [[ are not closed with ]]")),
    ("Expected ']'", N_("the bracket [ is not closed with ]")),
    ("Cannot declare", N_("this table stands in the file already")),
    ("Cannot redefine namespace", N_("this table stands in the file already")),
    ("Cannot mutate immutable", N_("nothing can be added here: the table or list is complete already")),
    ("Cannot overwrite", N_("this key has a value already")),
    ("Duplicate inline table key", N_("this key stands in the table already")),
    ("Invalid initial character for a key", N_("a key must stand here: letters, digits, hyphens, or a text in quotes")),
    ("Unclosed array", N_("the list is not closed, or a comma is missing")),
    ("Unclosed inline table", N_("the table in braces is not closed, or a comma is missing")),
    ("Unescaped '\\'", N_("a backslash must be written twice, or be part of an escape such as \\n")),
    ("Invalid hex value", N_("the figures behind this backslash are no character")),
    ("Escaped character is not", N_("the figures behind this backslash are no character")),
    ("Unterminated string", N_("the text is not closed: its last quotes are missing")),
    ("Expected \"'", N_("the text is not closed: its last quotes are missing")),
    ("Found invalid character '\\n'", N_("the text is not closed at the end of its line; over several lines it needs three quotes")),
    ("Found invalid character '\\r'", N_("a line ends in an odd way here")),
    ("Illegal character '\\n'", N_("the text is not closed at the end of its line; over several lines it needs three quotes")),
    ("Illegal character '\\r'", N_("a line ends in an odd way here")),
    ("Invalid date", N_("there is no such date or time")),
    ("Invalid value", N_("this is no value; a text needs quotes")),
)


def explain(text: str, error: tomli.TOMLDecodeError) -> list[Problem]:
    """Return the one problem of a text that is not TOML."""
    place = Place(error.lineno, error.colno)
    # The parser counts a Windows line end as one character.
    source = text.replace("\r\n", "\n")
    character = source[error.pos : error.pos + 1]
    if character and FORBIDDEN.match(character):
        message = _("the character {name} is not allowed").format(name=named(character))
        return [Problem("forbidden-character", message, (), place, _("delete it; it cannot be seen"))]
    from .slips import find

    slip = find(source, error.pos, error.msg)
    if slip is not None:
        line = source.count("\n", 0, slip.start) + 1
        column = slip.start - source.rfind("\n", 0, slip.start)
        return [Problem("syntax", slip.message, (), Place(line, column, max(1, slip.length)), slip.hint, mend=slip.mend)]
    message = next((_(ours) for theirs, ours in _MESSAGES if error.msg.startswith(theirs)), error.msg)
    return [Problem("syntax", message, (), place)]


def too_deep(text: str, *, long_key: bool) -> Problem:
    """Return the problem of a text that is nested too deeply, where the whole begins, or that has a key of too many parts."""
    from .scanner import examine

    found = examine(text, sys.getrecursionlimit())  # which is the parser's own limit for keys
    start, end = (found.too_long or (0, 1)) if long_key else (found.deepest, found.deepest + 1)
    place = Place(text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start), max(1, end - start))
    message = _("this key has too many parts") if long_key else _("lists and tables are nested too deeply here")
    return Problem("too-deep", message, (), place)
