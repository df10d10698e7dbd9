"""Places of keys and values: right on every file that the parser takes, whatever its spelling."""

from __future__ import annotations

import datetime
import os
import pathlib
from collections.abc import Iterator
from typing import Any

import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st

from kzbrief.toml.positions import Positions
from kzbrief.toml.problems import Path, Place

from .spelling import documents
from .toml_texts import TEXTS


def leaves(value: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Yield everything in parsed data, tables and lists too, with its path."""
    yield path, value
    if isinstance(value, dict):
        for key, item in value.items():
            yield from leaves(item, (*path, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from leaves(item, (*path, index))


def cut(text: str, place: Place) -> str:
    line = text.split("\n")[place.line - 1]
    return line[place.column - 1 : place.column - 1 + place.length]


def value_text(text: str, positions: Positions, path: Path) -> str:
    """Return the whole text of a value, also over several lines."""
    node = positions._node(path)
    assert node is not None
    return positions.text[slice(*node.value)]


def same(first: Any, second: Any) -> bool:
    return type(first) is type(second) and repr(first) == repr(second)


def check(text: str) -> None:
    """Assert that everything that the parser finds is found where it stands."""
    data = tomli.loads(text.removeprefix("\ufeff"))
    positions = Positions(text)
    assert positions.stopped is None
    for path, value in leaves(data):
        if not path:
            continue
        place = positions.value(path)
        assert place is not None, path
        assert place.line >= 1
        written = value_text(text, positions, path)
        assert cut(positions.text, place) == written.split("\n")[0].rstrip("\r") or place.length == 1
        is_header = isinstance(value, (dict, list)) and (isinstance(value, dict) or any(isinstance(item, dict) for item in value))
        if not is_header or (written.startswith("{") and isinstance(value, dict)):
            read = tomli.loads(f"x = {written}")["x"]
            assert same(read, value)
        key = positions.key(path)
        if key is not None and isinstance(path[-1], str):
            line = positions.text.split("\n")[key.line - 1]
            spelled = line[key.column - 1 : key.column - 1 + key.length]
            assert tomli.loads(f"{spelled} = 1") == {path[-1]: 1}
        else:
            assert isinstance(path[-1], int)


@given(documents())
def test_everything_is_found_in_every_spelling(text: str) -> None:
    check(text)


@given(documents(), st.sampled_from(["\ufeff", ""]))
def test_windows_line_ends_and_byte_order_marks(text: str, mark: str) -> None:
    check(mark + text.replace("\r\n", "\n").replace("\n", "\r\n"))


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_every_spelling_that_there_is(text: str) -> None:
    check(text)
    check("\ufeff" + text.replace("\r\n", "\n").replace("\n", "\r\n"))


def test_the_texts_have_every_kind_of_value() -> None:
    kinds = {type(value) for text in TEXTS.values() for __, value in leaves(tomli.loads(text))}
    assert kinds == {dict, list, str, int, float, bool, datetime.datetime, datetime.date, datetime.time}


@pytest.mark.skipif("TOML_TEST" not in os.environ, reason="TOML_TEST names no folder")
def test_the_suite_of_the_toml_project() -> None:
    """Every valid file of https://github.com/toml-lang/toml-test, of which TOML_TEST names the folder `tests/valid`."""
    files = sorted(pathlib.Path(os.environ["TOML_TEST"]).rglob("*.toml"))
    assert files
    for file in files:
        check(file.read_bytes().decode())


TEXT = """\
# x = [
title = "T"  # title = "U"
"quo\\u0074ed".'lit eral'.bare = 1

[a.b]
x = [ 1, [2, # ]
  3],
]
t = { u = "}", 'v'.w = [{z = 1},
  {}], # TOML 1.1
}
when = 1979-05-27 07:32:00Z
dates = [1979-05-27 07:32:00, 1979-05-27 ,07:32:00]
[ "a" . c ]
[[ list ]]
k = '''
[not]
''''
[list.sub]
m = 1
[[list.more]]
n = 1
[[list]]
[[list.more]]
n = 2
[[list.more]]
n = 3
[a]
late = true
"""


@pytest.mark.parametrize(
    ("path", "key", "value"),
    [
        (("title",), (2, 1, 5), (2, 9, 3)),
        (("quoted",), (3, 1, 13), (3, 1, 13)),
        (("quoted", "lit eral"), (3, 15, 10), (3, 15, 10)),
        (("quoted", "lit eral", "bare"), (3, 26, 4), (3, 33, 1)),
        (("a", "b"), (5, 4, 1), (5, 1, 5)),
        (("a", "b", "x"), (6, 1, 1), (6, 5, 12)),
        (("a", "b", "x", 1), None, (6, 10, 7)),
        (("a", "b", "x", 1, 1), None, (7, 3, 1)),
        (("a", "b", "t"), (9, 1, 1), (9, 5, 28)),
        (("a", "b", "t", "u"), (9, 7, 1), (9, 11, 3)),
        (("a", "b", "t", "v", "w", 0, "z"), (9, 26, 1), (9, 30, 1)),
        (("a", "b", "t", "v", "w", 1), None, (10, 3, 2)),
        (("a", "b", "when"), (12, 1, 4), (12, 8, 20)),
        (("a", "b", "dates", 0), None, (13, 10, 19)),
        (("a", "b", "dates", 1), None, (13, 31, 10)),
        (("a", "b", "dates", 2), None, (13, 43, 8)),
        (("a", "c"), (14, 9, 1), (14, 1, 11)),
        (("list",), (15, 4, 4), (15, 1, 10)),
        (("list", 0), (15, 4, 4), (15, 1, 10)),
        (("list", 0, "k"), (16, 1, 1), (16, 5, 3)),
        (("list", 0, "sub", "m"), (20, 1, 1), (20, 5, 1)),
        (("list", 0, "more", 0, "n"), (22, 1, 1), (22, 5, 1)),
        (("list", 1), (23, 3, 4), (23, 1, 8)),
        (("list", 1, "more", 1, "n"), (27, 1, 1), (27, 5, 1)),
        (("a",), (28, 2, 1), (28, 1, 3)),
        (("a", "late"), (29, 1, 4), (29, 8, 4)),
    ],
)
def test_places(path: Path, key: tuple[int, int, int] | None, value: tuple[int, int, int]) -> None:
    positions = Positions(TEXT)
    assert positions.value(path) == Place(*value)
    assert positions.key(path) == (Place(*key) if key else None)


def test_the_text_of_the_places_is_right_throughout() -> None:
    check(TEXT)


def test_what_is_not_there() -> None:
    positions = Positions(TEXT)
    for path in (("nothing",), ("title", "x"), ("list", 7), ("a", "b", "x", 9), ("list", "0")):
        assert positions.value(path) is None
        assert positions.key(path) is None
        assert positions.inside(path, 0, 1) is None
    assert positions.value(()) is None


STRINGS = r'''
basic = "añ\u00e9\tb\\[@key] \U0001F469x"
long = """
first \
      [@one] \e and
  [@two]"" [@three]"""""
literal = 'C:\[@key]'
raw = """

[@four]"""
windows = """x
[@five]"""
'''.replace('windows = """x\n', 'windows = """x\r\n')


@pytest.mark.parametrize(
    ("key", "word", "place"),
    [
        ("basic", "é", (2, 12, 6)),
        ("basic", "\\", (2, 21, 2)),
        ("basic", "[@key]", (2, 23, 6)),
        ("basic", "\U0001f469x", (2, 30, 11)),
        ("long", "[@one]", (5, 7, 6)),
        ("long", "\x1b", (5, 14, 2)),
        ("long", "[@two]", (6, 3, 6)),
        ("long", "[@three]", (6, 12, 8)),
        ("literal", "[@key]", (7, 15, 6)),
        ("raw", "[@four]", (10, 1, 7)),
        ("windows", "[@five]", (12, 1, 7)),
        ("windows", "x", (11, 14, 1)),
    ],
)
def test_places_inside_strings(key: str, word: str, place: tuple[int, int, int]) -> None:
    value = tomli.loads(STRINGS)[key]
    assert Positions(STRINGS).inside((key,), value.index(word), len(word)) == Place(*place)


@given(documents(), st.data())
def test_characters_of_strings_are_found(text: str, data: st.DataObject) -> None:
    values = [(path, value) for path, value in leaves(tomli.loads(text)) if isinstance(value, str) and value]
    if not values:
        return
    path, value = data.draw(st.sampled_from(values))
    index = data.draw(st.integers(0, len(value) - 1))
    positions = Positions(text)
    place = positions.inside(path, index, 1)
    assert place is not None
    written = cut(positions.text + "\n", place)
    character = value[index]
    if character == "\n":
        assert written in ("", "\r", "\\n", "\\u000a", "\\U0000000A", "\\x0a")
    elif written != character:
        assert tomli.loads(f'x = "{written}"')["x"] == character


@pytest.mark.parametrize(
    "text", ["a = [1, ", "a = {b = ", 'a = "x', "a", "[a", "[[a]", "a = \n", "= 1", "a..b = 1", '"a = 1', "a = 1\n]", "}"]
)
def test_what_is_no_toml_stops_it_without_harm(text: str) -> None:
    positions = Positions("first = 1\n" + text)
    assert positions.value(("first",)) == Place(1, 9)


@given(st.text(alphabet=st.sampled_from(list("ab.=[]{},\"'\\#\n\r\t 12-:")), max_size=60))
def test_any_text(text: str) -> None:
    Positions(text)


@pytest.mark.parametrize(
    "text",
    [
        "a = [" * 50_000,
        "a = " + "[" * 200_000,
        "a." * 100_000 + "b = 1",
        'a = "' + "\\n" * 500_000 + '"',
        "a = '''" + "'" * 500_000,
        "# " * 500_000,
    ],
)
def test_long_and_deep_texts_are_scanned_in_one_go(text: str) -> None:
    Positions(text)


def test_dates_are_not_glued_to_what_follows() -> None:
    text = "a = 1979-05-27 # 07:32\nb = [1979-05-27 07:32, 2]\nc = 1979-05-27\n"
    assert tomli.loads(text)["b"][0] == datetime.datetime(1979, 5, 27, 7, 32)
    positions = Positions(text)
    assert positions.value(("a",)) == Place(1, 5, 10)
    assert positions.value(("b", 0)) == Place(2, 6, 16)
    assert positions.value(("c",)) == Place(3, 5, 10)
