"""TOML documents in many spellings, for property tests: the same kind of data by headers, dotted keys, inline tables and arrays."""

from __future__ import annotations

import string
from typing import Any

import tomli
from hypothesis import strategies as st

_BARE = st.text(alphabet=string.ascii_letters + string.digits + "-_", min_size=1, max_size=5)
_LETTERS = st.characters(codec="utf-8", exclude_categories=("Cs", "Cc"))
_KEY_NAMES = st.one_of(st.sampled_from(["a", "b", "c", "d-e", "0", "2010-01-01", "true", "1.5"]), _BARE, st.text(_LETTERS, max_size=4))
_TEXTS = st.text(st.one_of(st.sampled_from(list("\n\t\"'\\#=[]{},.@ \x1b\u202eабв")), _LETTERS), max_size=12)
_ESCAPED = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\x1b": "\\e"}
_NUMBERS = st.sampled_from(
    [
        "0",
        "-17",
        "+1_000",
        "0xdead_BEEF",
        "0o17",
        "0b1010",
        "3.14",
        "-1e3",
        "6.02_1E+23",
        "inf",
        "-nan",
        "true",
        "false",
        "1979-05-27",
        "1979-05-27T07:32:00.5Z",
        "07:32:00",
        "07:32",
        "1979-05-27 07:32",
        "1979-05-27 00:32:00-07:00",
    ]
)
_BLANKS = st.sampled_from(["", " ", "\t", "  "])
_GAPS = st.sampled_from(["", " ", "\n", " # ], } \" ' = x\n", "\r\n", "\t\n\n  "])


@st.composite
def _basic(draw: st.DrawFn, text: str, long: bool = False) -> str:
    pieces = []
    for character in text:
        way = draw(st.integers(0, 9))
        code = ord(character)
        if way == 0 or (code < 32 and character not in _ESCAPED):
            pieces.append(f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08X}")
        elif way == 1 and code < 256:
            pieces.append(f"\\x{code:02x}")
        elif long and character == "\n" and way > 4:
            pieces.append(draw(st.sampled_from(["\n", "\r\n"])))
        elif long and character == '"' and way > 4 and not (pieces and pieces[-1] == '"'):
            pieces.append('"')
        else:
            pieces.append(_ESCAPED.get(character, character))
        if long and way == 9:
            pieces.append("\\" + draw(st.sampled_from(["\n", "  \n", "\r\n  ", "\n\n\t "])))
    return "".join(pieces)


@st.composite
def _string(draw: st.DrawFn) -> str:
    text = draw(_TEXTS)
    way = draw(st.integers(0, 3))
    plain = all(character == "\t" or (ord(character) >= 32 and ord(character) != 127) for character in text)
    if way == 0 and plain and "'" not in text:
        return f"'{text}'"
    if way == 1 and "'''" not in text and "\x1b" not in text:
        return f"'''{draw(st.sampled_from(['', chr(10), chr(13) + chr(10)]))}{text}'''"
    if way == 2:
        first = draw(st.sampled_from(["", "\n", "\r\n"]))
        return f'"""{first}{draw(_basic(text, long=True))}"""'
    return f'"{draw(_basic(text))}"'


@st.composite
def _key(draw: st.DrawFn, name: str) -> str:
    bare = name and all(character in string.ascii_letters + string.digits + "-_" for character in name)
    if bare and draw(st.booleans()):
        return name
    if "'" not in name and all(ord(character) >= 32 and ord(character) != 127 for character in name) and draw(st.booleans()):
        return f"'{name}'"
    return f'"{draw(_basic(name))}"'


@st.composite
def _dotted(draw: st.DrawFn, depth: int = 3) -> str:
    names = draw(st.lists(_KEY_NAMES, min_size=1, max_size=depth))
    dot = draw(st.sampled_from([".", " . ", "\t."]))
    return dot.join([draw(_key(name)) for name in names])


@st.composite
def _array(draw: st.DrawFn, items: st.SearchStrategy[str]) -> str:
    values: list[str] = draw(st.lists(items, max_size=3))
    inner = ",".join(draw(_GAPS) + value + draw(_GAPS) for value in values)
    comma = "," if bool(values) and draw(st.booleans()) else ""
    return f"[{inner}{comma}{draw(_GAPS)}]"


@st.composite
def _inline(draw: st.DrawFn, items: st.SearchStrategy[str]) -> str:
    pairs = [f"{draw(_dotted(2))}{draw(_BLANKS)}={draw(_BLANKS)}{value}" for value in draw(st.lists(items, max_size=3))]
    inner = ",".join(draw(_GAPS) + pair + draw(_GAPS) for pair in pairs)
    comma = "," if bool(pairs) and draw(st.booleans()) else ""
    return f"{{{inner}{comma}{draw(_GAPS)}}}"


_VALUES: st.SearchStrategy[str] = st.recursive(
    st.one_of(_string(), _NUMBERS), lambda items: st.one_of(_array(items), _inline(items)), max_leaves=6
)


@st.composite
def _line(draw: st.DrawFn) -> str:
    blank = draw(_BLANKS)
    kind = draw(st.integers(0, 9))
    if kind < 5:
        line = f"{draw(_dotted())}{draw(_BLANKS)}={draw(_BLANKS)}{draw(_VALUES)}"
    elif kind < 7:
        line = f"[{draw(_BLANKS)}{draw(_dotted())}{draw(_BLANKS)}]"
    elif kind < 9:
        line = f"[[{draw(_BLANKS)}{draw(_dotted())}{draw(_BLANKS)}]]"
    else:
        line = ""
    return blank + line + draw(_BLANKS) + draw(st.sampled_from(["", "", "# [x] = {"]))


@st.composite
def documents(draw: st.DrawFn) -> str:
    """Return a document that the parser takes: lines that it refuses are left out."""
    text = ""
    for __ in range(draw(st.integers(1, 8))):
        candidate = text + draw(_line()) + draw(st.sampled_from(["\n", "\r\n"]))
        if _is_valid(candidate):
            text = candidate
    return text


def _is_valid(text: str) -> Any:
    try:
        tomli.loads(text)
    except tomli.TOMLDecodeError:
        return False
    return True
