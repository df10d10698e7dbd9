"""From data to Structs: everything that does not fit is found, once, where it stands, and said in plain words."""

from __future__ import annotations

from typing import Annotated, Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import Meta, Struct, field

from kzbrief.toml.convert import Forms, convert
from kzbrief.toml.places import Places, in_file_order
from kzbrief.toml.problems import Problem
from kzbrief.toml.read import Document, parse

Name = Annotated[str, Meta(pattern=r"^[a-z]+\Z")]


class Shade:
    """A type of our own, as dates are."""

    def __init__(self, value: object) -> None:
        if value not in ("light", "dark"):
            error = ValueError(f"“{value}” is no shade")
            error.hint = "write light or dark"  # type: ignore[attr-defined]
            raise error
        self.value = value


class Deep(Struct, forbid_unknown_fields=True, rename="kebab"):
    x: int = 0


class Row(Struct, forbid_unknown_fields=True, rename="kebab"):
    at: int
    as_of: str = ""
    figure: int | float | Literal["n/a"] | None = None


class Line(Row, rename="kebab"):
    deep: list[Deep] = field(default_factory=list)


class Sheet(Struct, forbid_unknown_fields=True, rename="kebab"):
    title: Annotated[str, Meta(min_length=1)]
    name: Name
    kind: Literal["red", "green", "blue", "white"] = "red"
    count: int | None = None
    open: bool = False
    shade: Shade | None = None
    words: Annotated[list[str], Meta(min_length=1)] = field(default_factory=lambda: ["x"])
    pair: Annotated[list[str], Meta(min_length=2)] = field(default_factory=lambda: ["x", "y"])
    numbers: list[int] = field(default_factory=list)
    rows: list[Line] = field(default_factory=list, name="row")
    by_name: dict[Name, Row] = field(default_factory=dict)
    single: Row | None = None
    pts: dict[str, int | float | Literal["n/a"]] = field(default_factory=dict)


def forms() -> Forms:
    return {r"^[a-z]+\Z": ("a name has small letters only", "write it as in abc")}


def examined(text: str) -> tuple[Sheet, list[Problem]]:
    found: list[Problem] = []
    document = Document("text", text, parse(text, "text"))
    sheet = convert(document, Sheet, lambda kind, value: Shade(value), forms, Places(text), found)
    return sheet, in_file_order(found)


def shown(text: str) -> list[tuple[str, int, int]]:
    return [(problem.code, problem.place.line, problem.place.column) for problem in examined(text)[1]]


GOOD = 'title = "T"\nname = "n"\n'


def only(text: str) -> Problem:
    (problem,) = examined(GOOD + text)[1]
    return problem


def test_what_fits_is_converted_without_a_word() -> None:
    sheet, found = examined(GOOD + 'shade = "dark"\n[[row]]\nat = 1\nas-of = "x"\n[by-name.a]\nat = 2')
    assert not found
    assert sheet.shade is not None
    assert sheet.shade.value == "dark"
    assert sheet.rows == [Line(1, "x")]
    assert sheet.by_name == {"a": Row(2)}


def test_all_faults_come_together_in_file_order() -> None:
    text = """\
titel = "T"
kind = "gren"
count = "3"
open = "yes"
shade = "grey"
words = []
pair = ["x"]
single = 3
[[row]]
at = 1.5
as_of = 3
[[row]]
figure = "none"
[by-name.Upper]
at = 1
"""
    assert shown(text) == [
        ("missing-key", 0, 1),
        ("unknown-key", 1, 1),
        ("unknown-value", 2, 8),
        ("wrong-type", 3, 9),
        ("wrong-type", 4, 8),
        ("bad-shade", 5, 9),
        ("empty", 6, 9),
        ("too-short", 7, 8),
        ("wrong-type", 8, 10),
        ("wrong-type", 10, 6),
        ("unknown-key", 11, 1),
        ("missing-key", 12, 1),
        ("wrong-type", 13, 10),
        ("wrong-form", 14, 10),
    ]


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("count = 'x'", "expected a whole number, found a text", "write the figure alone, without quotes"),
        ("count = '1.5'", "expected a whole number, found a text", "write the figure alone, without quotes"),
        ("count = '26 / 100'", "expected a whole number, found a text", "write the figure alone: 26"),
        ("count = 'unknown'", "expected a whole number, found a text", "leave the key out where there is no figure"),
        ("single = {at = 1, figure = '1.9 million'}", 'expected a number or "n/a", found “1.9 million”', "write the figure alone: 1900000"),
        ("single = {at = 1, figure = 'N.A.'}", 'expected a number or "n/a", found “N.A.”', 'write "n/a"'),
        ("pts = '8, 7, 11'", "expected a table, found a text", "write keys with their values, in braces: { KEY = 8, KEY = 7, KEY = 11 }"),
        ("pts = [8, 7]", "expected a table, found a list", "write keys with their values, in braces: { KEY = 8, KEY = 7 }"),
        ("pts = 26", "expected a table, found a whole number", "write keys with their values, in braces: { KEY = 26 }"),
        ("pts = ''", "expected a table, found a text", "write keys with their values, in braces: { KEY = 8, KEY = 7 }"),
        ("count = '12'", "expected a whole number, found a text", "leave the quotes out: 12"),
        ("count = 1.5", "expected a whole number, found a number", None),
        ("count = true", "expected a whole number, found true or false", None),
        ("open = 1", "expected true or false, found a whole number", None),
        ("open = 'yes'", "expected true or false, found a text", "write true, without quotes"),
        ("kind = 3", "expected a text, found a whole number", 'put it in quotes: "3"'),
        ("kind = 2010-01-02", "expected a text, found a date", 'put it in quotes: "2010-01-02"'),
        ("kind = 07:30:00", "expected a text, found a time", 'put it in quotes: "07:30:00"'),
        ("words = 'a'", "expected a list of texts, found a text", 'put brackets around it: ["a"]'),
        ("words = {a = 1}", "expected a list of texts, found a table", None),
        ("words = [1]", "expected a text, found a whole number", 'put it in quotes: "1"'),
        ("[row]\nat = 1", "expected a list of tables, found a table", "its header needs two brackets on each side: [[row]]"),
        ("[[single]]\nat = 1", "expected a table, found a list", "its header needs one bracket on each side: [single]"),
        ("row = 1", "expected a list of tables, found a whole number", None),
        ("by-name = []", "expected a table, found a list", "each has its name in its header, in one bracket on each side: [by-name.NAME]"),
        (
            "[[by-name]]\nid = 'a'\nat = 1",
            "expected a table, found a list",
            "each has its name in its header, in one bracket on each side: [by-name.a]",
        ),
        ("[by-name]\nat = 1", "each table of “by-name” needs a name of its own", "write the name into the header: [by-name.NAME]"),
        (
            "[by-name]\nat = 1\nas-of = 'x'\n[by-name.a]\nat = 1",
            "each table of “by-name” needs a name of its own",
            "write the name into the header: [by-name.NAME]",
        ),
        ("[by-name.a.b]\nat = 1", "a dot stands in the name “a.b”", "write a hyphen: [by-name.a-b]"),
        ("[[row.deep]]\nx = 1", "expected a list of tables, found a table", "write [[row]] and its keys above the first [[row.deep]]"),
        ("[[row.a]]\nat = 1", "expected a list of tables, found a table", 'write [[row]]; the name stands in it: id = "a"'),
        ("row = { 2010 = 4 }", "expected a list of tables, found a table", "write [{ at = … }, …]"),
        ("row = [[2010, 4]]", "expected a table, found a list", "write { at = … }"),
        ("numbers = '2-4, 7'", "expected a list, found a text", "write it without quotes, in brackets: [2, 3, 4, 7]"),
        ("count = 2010-01-01", "expected a whole number, found a date", "write 2010"),
        ("count = 1.0", "expected a whole number, found a number", "write 1"),
        ("['by-name.a']\nat = 1", "there is no key “by-name.a” at the top level", "write the header without quotes: [by-name.a]"),
        ("[[rows]]\nat = 1\n[[row.deep]]\nx = 1", "there is no key “rows” at the top level", "did you mean “[[row]]”?"),
        (
            "kind = 'Red'",
            "“Red” is not one of the values that “kind” can have",
            "did you mean “red”? Possible are: blue, green, red, white",
        ),
        ("[[row]]\nAt = 1", "there is no key “At” in [[row]]", "did you mean “at”?"),
        ("single = {at = 1, figure = 'none'}", 'expected a number or "n/a", found “none”', "leave the key out where there is no figure"),
        ("single = {at = 1, figure = []}", 'expected a number or "n/a", found a list', None),
        ("kind = 'pink'", "“pink” is not one of the values that “kind” can have", "write one of: blue, green, red, white"),
        (
            "kind = 'Green'",
            "“Green” is not one of the values that “kind” can have",
            "did you mean “green”? Possible are: blue, green, red, white",
        ),
        ("shade = 'grey'", "“grey” is no shade", "write light or dark"),
        ("words = []", "the list “words” is empty", None),
        ("pair = ['x']", "the list “pair” needs at least 2 entries", None),
        ("[single]", "the key “at” is missing in [single]", "write at = …, a number"),
        ("[[row]]", "the key “at” is missing in [[row]]", "write at = …, a number"),
        ("[by-name.a]", "the key “at” is missing in [by-name.a]", "write at = …, a number"),
        ("[[row]]\nat = 1\nas_of = 'x'", "there is no key “as_of” in [[row]]", "did you mean “as-of”?"),
        ("[[row]]\nat = 1\nqqq = 'x'", "there is no key “qqq” in [[row]]", "keys that can stand here: at, as-of, figure, deep"),
        ("cuont = 1", "there is no key “cuont” at the top level", "did you mean “count”?"),
        ("open = 'No'", "expected true or false, found a text", "write false, without quotes"),
        ("open = 'perhaps'", "expected true or false, found a text", "write true or false, without quotes"),
        ("words = 1", "expected a list of texts, found a whole number", 'put it in brackets and quotes: ["1"]'),
        ("numbers = 1", "expected a list, found a whole number", "put brackets around it: [1]"),
        ("kind = ['red']", "expected a text, found a list", 'leave the brackets out: "red"'),
        ("single = {at = 1, figure = 'N/A'}", 'expected a number or "n/a", found “N/A”', 'write "n/a"'),
        ("count = '31%'", "expected a whole number, found a text", "write the figure alone: 31"),
        (
            "[[row]]\nat = 1\ncount = 3",
            "there is no key “count” in [[row]]",
            "“count” belongs to the top level; move it up, before the first table",
        ),
        (
            "[by-name.a]\nat = 1\nkind = 'x'",
            "there is no key “kind” in [by-name.a]",
            "“kind” belongs to the top level; move it up, before the first table",
        ),
        ("[single]\nat = 1\n[[single.ro]]\nat = 1", "there is no key “ro” in [single]", "did you mean “[[row]]”?"),
        ("[[rows]]\nat = 1", "there is no key “rows” at the top level", "did you mean “[[row]]”?"),
        ("[by-nam.a]\nat = 1", "there is no key “by-nam” at the top level", "did you mean “[by-name.a]”?"),
        ("[by-name.a]\nat = 1\n[[by-name.a.deep]]\nx = 1", "there is no key “deep” in [by-name.a]", "did you mean “[[row.deep]]”?"),
        ("[[deep]]\nx = 1", "there is no key “deep” at the top level", "did you mean “[[row.deep]]”?"),
        (
            "qqq = 1",
            "there is no key “qqq” at the top level",
            "keys that can stand here: title, name, kind, count, open, shade, words, pair, numbers, [[row]], [by-name.KEY], [single], pts",
        ),
        ("[by-name.UPPER]\nat = 1", "“UPPER”: a name has small letters only", "write it as in abc"),
    ],
)
def test_messages(text: str, message: str, hint: str | None) -> None:
    problem = only(text)
    assert problem.message == message
    assert problem.hint == hint


def test_an_empty_text_and_a_wrong_form() -> None:
    first, second = examined('title = ""\nname = "N n"')[1]
    assert (first.code, first.message) == ("empty", "“title” is empty")
    assert (second.code, second.message) == ("wrong-form", "“N n”: a name has small letters only")


def test_long_values_are_shortened() -> None:
    problem = only(f"kind = '{'x' * 5000}'")
    assert len(problem.message) < 120
    assert len(only(f"{'k' * 5000} = 1").message) < 120


def test_what_is_understood_is_kept() -> None:
    sheet, found = examined('name = "N"\ncount = "x"\nwords = ["a", 1, "b"]\n[[row]]\nat = "x"\nas-of = "kept"\n[by-name.B]\nat = 1')
    assert len(found) == 6
    assert sheet.name == "N"
    assert not sheet.title
    assert sheet.count is None
    assert sheet.words == ["a", None, "b"]
    assert sheet.rows[0].as_of == "kept"
    assert sheet.by_name["B"].at == 1


def test_suggestions_are_capped() -> None:
    found = examined(GOOD + "".join(f"cuont{index} = 1\n" for index in range(400)))[1]
    assert len(found) == 400
    assert sum((problem.hint or "").startswith("did you mean") for problem in found) <= 50


_SCALARS = st.one_of(
    st.none(), st.booleans(), st.integers(-9, 9), st.floats(allow_nan=False), st.text(max_size=3), st.sampled_from(["n/a", "red", "dark"])
)
_KEYS = st.sampled_from(
    ["title", "name", "kind", "count", "open", "shade", "row", "words", "pair", "by-name", "single", "at", "as-of", "figure", "x"]
)
_DATA = st.recursive(
    _SCALARS, lambda items: st.one_of(st.lists(items, max_size=3), st.dictionaries(_KEYS, items, max_size=4)), max_leaves=12
)


@given(st.dictionaries(_KEYS, _DATA, max_size=9))
def test_whatever_is_refused_has_a_fault_that_is_named(data: dict[str, Any]) -> None:
    found: list[Problem] = []
    convert(Document("text", "", data), Sheet, lambda kind, value: Shade(value), forms, Places(""), found)
    assert all(problem.code != "wrong-value" for problem in found)


@given(st.dictionaries(_KEYS, _DATA, max_size=9))
def test_faults_that_are_mended_are_gone(data: dict[str, Any]) -> None:
    """Taking out what is refused leaves only what is missing: no fault is hidden behind another."""
    data = {"title": "T", "name": "n", **data}
    found: list[Problem] = []
    convert(Document("text", "", data), Sheet, lambda kind, value: Shade(value), forms, Places(""), found)
    for name in {str(problem.path[0]) for problem in found}:
        data.pop(name, None)
    data = {"title": "T", "name": "n", **data}
    again: list[Problem] = []
    convert(Document("text", "", data), Sheet, lambda kind, value: Shade(value), forms, Places(""), again)
    assert not again
