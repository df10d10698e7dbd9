"""Slips of the pen in TOML, as people make them who have never written any: the parser's message says where it stopped, the line says why.

Imported only where a text is no TOML. All places are offsets in the text with line ends of one character.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from ..i18n import _
from .scanner import examine
from .strings import end_of_string

LARGE = 1_000_000
"""Characters beyond which a text is not searched for where the fault began; that takes long, and nobody writes such a text by hand."""
_STRING_OR_COMMENT = re.compile("[\"'#]")
_KEY_AND_SIGN = re.compile(r"[ \t]*[\w.-]+[ \t]*=[ \t]*\Z")
_HEADER = re.compile(r"[ \t]*(\[\[?)([^\[\]\n#]*)(\]?\]?)")
_SPLIT = re.compile(r"[ \t]*(\[[ \t]+\[)[ \t]*([\w.-]+)[ \t]*\][ \t]*\]")
_INVISIBLE = re.compile("[\u00a0\u1680\u2000-\u200f\u202f\u205f\u2060\u3000\ufeff\u00ad]")
_COMMENT = re.compile(r"//[ \t]*([^\n]{0,60})")


class Slip(NamedTuple):
    """A slip of the pen."""

    start: int
    """Where it is."""
    length: int
    """How long it is, in characters."""
    message: str
    """What is wrong."""
    hint: str | None = None
    """What to do about it."""
    mend: tuple[int, str] | None = None
    """What mends it where that is safe: so many characters from its start on are replaced by this."""


def find(text: str, position: int, said: str) -> Slip | None:
    """Return the slip behind a fault that the parser found at a position, in its own words; None where nothing is plain."""
    if said.startswith(("Found invalid character '\\n'", "Illegal character '\\n'", "Unterminated string")):
        from .slips_of_quotes import curly_end

        if slip := curly_end(text, position):
            return slip
    slip = unclosed(text, position) or invisible(text, position) or comment(text, position)
    if slip is not None:
        return slip
    if said.startswith(("Found invalid character '\\n'", "Illegal character '\\n'", "Unterminated string", "Expected \"'")):
        from .slips_of_quotes import not_closed

        return not_closed(text, position)
    if text.startswith("\r", position):
        return Slip(position, 1, _("a line ends in an odd way here"), _("save the file with the line ends of Linux or Windows"))
    if said.startswith(("Invalid value", "Invalid date", "Expected newline", "Unclosed")):
        from . import slips_of_values as values

        if said.startswith("Invalid"):
            return values.at_value(text, position)
        if said.startswith("Unclosed"):
            return values.in_list(text, position)
        return behind_header(text, position) or values.behind_value(text, position)
    if said.startswith(("Cannot", "Duplicate")):
        return twice(text, position)
    if said.startswith(("Expected ']", "Invalid initial")):
        return header(text, position) or _in_braces(text, position)
    if said.startswith(("Unescaped", "Invalid hex", "Escaped")):
        return _backslash(text, position, said)
    if said.startswith(("Expected '='", "Invalid statement")):
        from .slips_of_keys import at_key

        return at_key(text, position)
    return None


def line_of(text: str, position: int) -> tuple[int, int]:
    """Return start and end of the line of a position."""
    end = text.find("\n", position)
    return text.rfind("\n", 0, position) + 1, len(text) if end < 0 else end


def line_number(text: str, position: int) -> int:
    """Return the number of the line of a position, from 1."""
    return text.count("\n", 0, position) + 1


def unclosed(text: str, position: int) -> Slip | None:
    """Return the text that was not closed, mostly one in three quotes, where that is the cause: what opens the next text has closed it."""
    if position > LARGE and position < len(text):
        return None
    at = 0
    while (found := _STRING_OR_COMMENT.search(text, at, position)) is not None:
        start = found.start()
        if found[0] == "#":
            at = line_of(text, start)[1]
            continue
        long = text.startswith(found[0] * 3, start)
        try:
            end = end_of_string(text, start)
        except ValueError:
            end = -1
        if end < 0 or end > position:
            if end < 0 and position >= len(text):
                return _unclosed(start, found[0] * (3 if long else 1), None)
            return None
        if long:
            last = text.rfind("\n", start, end)
            if last >= 0 and _KEY_AND_SIGN.match(text, last + 1, end - 3):
                return _unclosed(start, found[0] * 3, line_number(text, end))
        at = end
    return None


def _unclosed(start: int, quotes: str, line: int | None) -> Slip:
    message = _("the text that is opened here is not closed")
    if line is not None:
        message = _("the text that is opened here is not closed; it would run on to line {line}").format(line=line)
    return Slip(start, len(quotes), message, _("write {quotes} where it ends").format(quotes=quotes))


def invisible(text: str, position: int) -> Slip | None:
    """Return the character that cannot be seen, or told from a plain blank, that the parser stumbled on."""
    first = line_of(text, position)[0]
    found = _INVISIBLE.match(text, position) or (_INVISIBLE.match(text, position - 1) if position > first else None)
    if not found:
        return None
    code = f"U+{ord(found[0]):04X}"
    if found[0].isspace():
        message = _("this blank is no plain one ({code})").format(code=code)
        return Slip(found.start(), 1, message, _("write a plain blank in its place"))
    return Slip(found.start(), 1, _("here is a character that cannot be seen ({code})").format(code=code), _("delete it"))


def comment(text: str, position: int) -> Slip | None:
    """Return a comment as other languages write it."""
    found = _COMMENT.match(text, position)
    if not found:
        return None
    return Slip(position, 2, _("a comment begins with #"), _("write # {comment}").format(comment=found[1].strip()))


def header(text: str, position: int) -> Slip | None:
    """Return what is wrong with the header of a table."""
    start, end = line_of(text, position)
    if split := _SPLIT.match(text, start, end):
        first = split.start(1)
        message = _("no blank stands between two brackets")
        return Slip(first, split.end() - first, message, _("write {header}").format(header=f"[[{split[2][:60]}]]"))
    found = _HEADER.match(text, start, end)
    if not found or not found[2].strip():
        return None
    opening, name, closing = found.groups()
    first = found.start(1)
    if len(opening) > len(closing):
        message = _("the brackets [[ are not closed with ]]") if len(opening) == 2 else _("the bracket [ is not closed with ]")
        whole = f"{opening}{name.strip()[:60]}{']' * len(opening)}"
        return Slip(first, len(found[0].rstrip()) - (first - start), message, _("write {header}").format(header=whole))
    name = name.strip()
    dotted = re.sub(r"[ \t]*[:/>\\][ \t]*", ".", name)
    plain = re.sub("[@“”„‘’«»]", "", re.sub("[\u2010-\u2015\u2212]", "-", dotted))
    if plain != name and re.fullmatch(r"[A-Za-z0-9_.-]+", plain):
        dot = plain == dotted
        message = _("names of tables have a dot between them") if dot else _("this character cannot stand in the name of a table")
        whole = f"{opening}{plain[:60]}{']' * len(opening)}"
        return Slip(position, 1, message, _("write {header}").format(header=whole))
    word = re.compile(r"[^\s\]]+").match(text, position)
    if word and text[position - 1 : position].isspace():
        message = _("there is a blank in the name of the table")
        hint = (
            _("write a hyphen, or a dot between the names of two tables")
            if "." not in name
            else _("write a hyphen, or put the name in quotes")
        )
        return Slip(position, len(word[0]), message, hint)
    hint = _("a name without quotes has letters a-z, digits, hyphens and dots alone")
    return Slip(position, 1, _("this character cannot stand in the name of a table"), hint)


def behind_header(text: str, position: int) -> Slip | None:
    """Return what is wrong with what stands behind the header of a table."""
    start, end = line_of(text, position)
    found = _HEADER.match(text, start, end)
    if not found or not found[3]:
        return None
    if text.startswith("]", position) and len(found[1]) == 1:
        hint = _("write {header}").format(header=f"[[{found[2].strip()[:60]}]]")
        return Slip(position, 1, _("there are more brackets behind the name than before it"), hint)
    rest = text[position:end].rstrip()
    hint = _("write it into the next line") if "=" in rest else _("a comment begins with #")
    if rest in (",", ";", ":", "=", "]"):
        hint = _("leave it out")
    return Slip(position, len(rest), _("a header stands in a line of its own"), hint)


def twice(text: str, position: int) -> Slip | None:
    """Return the key or table that stands there for the second time, and where the first is."""
    if position > LARGE:
        return None
    found = examine(text[: line_of(text, position)[1]]).twice
    if found is None:
        return None
    (first, first_end), (start, end) = found
    line = line_number(text, first)
    here, there = text[start:end], text[first:first_end]
    name = here.strip("[] \t")
    if not here.startswith("["):
        message = _("“{key}” stands here twice, first in line {line}").format(key=here[:60], line=line)
        return Slip(start, end - start, message, _("delete one of them"))
    double = f"[[{name}]]"
    parent = name.rpartition(".")[0]
    if here == there and parent and not re.search(rf"^[ \t]*\[+[ \t]*{re.escape(parent)}[ \t]*\]", text, re.MULTILINE):
        # Tables below a name that has no header of its own are told apart by their names.
        message = _("{table} stands here twice, first in line {line}").format(table=here[:80], line=line)
        hint = _("give one of them another name, or put what belongs together in one of them")
    elif here == there or not there.startswith("["):
        message = _("{table} stands here twice, first in line {line}").format(table=here[:80], line=line)
        hint = _("make one of them; if there may be several of a kind, each is written {header}").format(header=double[:80])
    elif here.startswith("[["):
        message = _("{table} stands here as {other} in line {line}").format(table=here[:80], other=there[:80], line=line)
        hint = _("write {header} there, too").format(header=here[:80])
    else:
        message = _("{table} stands here as {other} in line {line}").format(table=here[:80], other=there[:80], line=line)
        hint = _("write {header}, with two brackets on each side, as in line {line}").format(header=double[:80], line=line)
    return Slip(start, end - start, message, hint)


def _in_braces(text: str, position: int) -> Slip | None:
    from .slips_of_keys import at_key

    return at_key(text, position)


def _backslash(text: str, position: int, said: str) -> Slip | None:
    start = text.rfind("\\", 0, position)
    if start < 0:
        return None
    if not said.startswith("Unescaped"):
        return Slip(
            start, 2, _("the figures behind this backslash are no character"), _("write the character itself, or \\\\ for a backslash")
        )
    message = _("a backslash must be written twice, or be part of an escape such as \\n")
    return Slip(start, 2, message, _("write \\\\ for the backslash itself"))
