"""Reading within limits: every odd file costs a moment, little memory and one clear message."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import textwrap
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzbrief.toml.problems import DocumentError, Place, Problem
from kzbrief.toml.read import DIGITS, LIMIT, VALUES, parse, read, read_text


def refused(path: Path | str) -> DocumentError:
    with pytest.raises(DocumentError) as caught:
        read(path)
    return caught.value


def faults(text: str) -> list[Problem]:
    with pytest.raises(DocumentError) as caught:
        parse(text, "text")
    assert caught.value.name == "text"
    return list(caught.value.problems)


def only(error: DocumentError) -> Problem:
    (problem,) = error.problems
    assert "\x1b" not in problem.message
    return problem


def file(folder: Path, content: bytes) -> Path:
    path = folder / "file.toml"
    path.write_bytes(content)
    return path


def test_a_document_has_name_text_and_data(tmp_path: Path) -> None:
    path = file(tmp_path, b'a = 1\nb = "\xd0\xaf"\n')
    document = read(path)
    assert document == (str(path), 'a = 1\nb = "Я"\n', {"a": 1, "b": "Я"})


def test_a_byte_order_mark_is_taken_off(tmp_path: Path) -> None:
    assert read(file(tmp_path, b"\xef\xbb\xbfa = 1")).text == "a = 1"
    assert parse("\ufeffa = 1", "text") == {"a": 1}


def test_windows_line_ends_are_kept(tmp_path: Path) -> None:
    document = read(file(tmp_path, b'a = """x\r\ny"""\r\nb = 1\r\n'))
    assert document.text.count("\r\n") == 3
    assert document.data == {"a": "x\ny", "b": 1}


def test_a_missing_file(tmp_path: Path) -> None:
    error = refused(tmp_path / "none.toml")
    assert not error.readable
    assert error.name == str(tmp_path / "none.toml")
    assert only(error).message == "there is no such file"
    assert only(error).place.line == 0


def test_a_folder(tmp_path: Path) -> None:
    error = refused(tmp_path)
    assert not error.readable
    assert "folder" in only(error).message


def test_names_that_no_system_takes(tmp_path: Path) -> None:
    for name in ("a\0b", "x" * 5000, str(tmp_path / "file.toml" / "below"), "", "\udcff", "\x1b]0;x\x07"):
        error = refused(name)
        assert not error.readable
        assert error.name == name
        assert only(error).message


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_pipes_and_devices_are_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert "pipe" in only(refused(tmp_path / "pipe")).message
    assert "device" in only(refused("/dev/zero")).message
    assert not refused("/dev/null").readable


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is forbidden to root")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = file(tmp_path, b"a = 1")
    path.chmod(0)
    assert "may not" in only(refused(path)).message


@pytest.mark.parametrize("content", ["", "\n\n  \t\r\n", "\ufeff"])
def test_an_empty_file_is_a_fault_of_content(tmp_path: Path, content: str) -> None:
    error = refused(file(tmp_path, content.encode()))
    assert error.readable
    assert only(error).code == "empty-file"


@pytest.mark.parametrize(
    ("encoding", "name"),
    [
        ("utf-16", "UTF-16"),
        ("utf-16-le", "UTF-16"),
        ("utf-16-be", "UTF-16"),
        ("utf-32", "UTF-32"),
        ("cp1251", "Windows-1251"),
        ("koi8-r", "KOI8-R"),
        ("cp866", "CP866"),
    ],
)
def test_other_encodings_are_named(tmp_path: Path, encoding: str, name: str) -> None:
    text = 'title = "Казнет в разрезе"\npublication = "Журнал «Компьютерный клуб», номер первый"\n'
    error = refused(file(tmp_path, text.replace("«", "").replace("»", "").encode(encoding)))
    assert not error.readable
    assert name in only(error).message
    assert "UTF-8" in (only(error).hint or "")


def test_ascii_in_utf_16_without_a_mark(tmp_path: Path) -> None:
    assert "UTF-16" in only(refused(file(tmp_path, "format = 1\n".encode("utf-16-le")))).message


def test_western_letters_and_the_place_of_the_first(tmp_path: Path) -> None:
    problem = only(refused(file(tmp_path, 'a = 1\nb = "café au lait"\n'.encode("cp1252"))))
    assert "Windows-1252" in problem.message
    assert problem.place == Place(2, 9)


def test_a_single_damaged_character(tmp_path: Path) -> None:
    problem = only(refused(file(tmp_path, 'a = "Казнет"\nb = "К'.encode() + b'\xd0"\n')))
    assert "UTF-8, but not here" in problem.message
    assert problem.place == Place(2, 7)


@pytest.mark.parametrize(("start", "name"), [(b"%PDF-1.7\n\xe2\xe3", "PDF"), (b"PK\x03\x04\x14\xff", "Word"), (b"\x1f\x8b\x08", "gzip")])
def test_other_files_are_named(tmp_path: Path, start: bytes, name: str) -> None:
    assert name in only(refused(file(tmp_path, start))).message


@pytest.mark.parametrize(
    ("start", "name"),
    [
        (b"PK\x03\x04\x14\x00\x06\x00[Content_Types].xml", "Word"),
        (b"%PDF-1.4\n", "PDF"),
        (b"{\\rtf1\\ansi", "RTF"),
        (b"<!DOCTYPE html>", "HTML"),
        (b'{"format": 1}', "JSON"),
    ],
)
def test_other_files_are_named_where_they_are_utf8(tmp_path: Path, start: bytes, name: str) -> None:
    error = refused(file(tmp_path, start))
    assert not error.readable
    assert name in only(error).message
    assert only(error).hint == "save it as plain text (UTF-8) with a name that ends in .toml"


@given(st.binary(max_size=300))
def test_random_bytes(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "random.toml"
    path.write_bytes(content)
    with suppress(DocumentError):
        read(path)


def test_many_random_bytes(tmp_path: Path) -> None:
    error = refused(file(tmp_path, random.Random(1).randbytes(200_000)))
    assert not error.readable
    assert only(error).code == "not-utf8"


def test_a_file_over_the_limit_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "large.toml"
    with path.open("wb") as large:
        large.truncate(50 * 1024 * 1024)
    monkeypatch.setattr(os, "open", None)
    error = refused(path)
    assert not error.readable
    assert only(error).message == "the file has 50 MB; the limit is 16 MB"


def test_a_file_that_grows_over_the_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = file(tmp_path, b"#" * (LIMIT + 1))
    real = os.stat(path)
    monkeypatch.setattr(os, "stat", lambda name: os.stat_result((real.st_mode, 0, 0, 0, 0, 0, 100, 0, 0, 0)))
    assert only(refused(path)).code == "too-large"


def test_a_file_at_the_limit_is_read(tmp_path: Path) -> None:
    assert len(read_text(file(tmp_path, b"#" * LIMIT))) == LIMIT


HOSTILE = {
    "brackets": ('"a = " + "[" * 100_000', "too-deep"),
    "braces": ('"a = " + "{a=" * 100_000', "too-deep"),
    "dotted": ('".".join("a" * 100_000) + " = 1"', "too-deep"),
    "header": ('"[" + ".".join("a" * 100_000) + "]"', "too-deep"),
    "long dotted": ('".".join("a" * 8_000_000) + " = 1"', "too-deep"),
    "digits": ('"a = " + "1" * 10_000_000', "too-many-digits"),
    "divided digits": ('"a = " + "1_1" * 3_000_000', "too-many-digits"),
    "fraction": ('"a = 0." + "1" * 10_000_000', "too-many-digits"),
    "hexadecimal": ('"a = 0x" + "f" * 10_000_000', "too-many-digits"),
    "exponent": ('"a = 1e" + "9" * 10_000_000', "too-many-digits"),
    "time": ('"a = 07:32:00." + "1" * 10_000_000', "too-many-digits"),
    "tables": ('"[[a]]\\n" * 2_500_000', "too-many-values"),
    "inline tables": ('"a = [" + "{b=1}," * 2_500_000 + "]"', "too-many-values"),
    "keys": ('"".join(f"a{i}=1\\n" for i in range(1_200_000))', "too-many-values"),
    "escapes": ("'a = \"' + '\\\\u001b' * 2_000_000 + '\"'", "forbidden-character"),
    "controls": ("'a = \"' + '\\x9b' * 5_000_000 + '\"'", "forbidden-character"),
    "quotes": ("'a = \"\"\"' + '\\\\\"' * 5_000_000", "syntax"),
    "open string": ("'a = \"\"\"' + 'x' * 15_000_000", "syntax"),
    "50 MB": ('"a" * (50 * 1024 * 1024)', "too-large"),
}


@pytest.mark.skipif(not os.path.exists("/proc/self/status"), reason="memory is read from /proc")
@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_cost_little(tmp_path: Path, name: str) -> None:
    make, code = HOSTILE[name]
    path = tmp_path / "hostile.toml"
    program = """
        import re, sys
        from kzbrief.toml.problems import DocumentError
        from kzbrief.toml.read import read
        try:
            read(sys.argv[1])
        except DocumentError as error:
            # Not getrusage: its peak begins with that of the process that started this one.
            status = open("/proc/self/status").read()
            print(error.problems[0].code, int(re.search(r"VmHWM:\\s*(\\d+)", status)[1]) // 1024)
    """
    path.write_text(eval(make), encoding="utf-8")
    # The time is a guard against hanging, not a measurement.
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(program), str(path)], capture_output=True, text=True, timeout=60, check=True
    )
    found, megabytes = done.stdout.split()
    assert found == code
    assert int(megabytes) < 300
    assert not done.stderr


def test_long_rows_of_digits_have_a_place() -> None:
    (problem,) = faults("a = 1\nbc = " + "1" * (DIGITS + 1))
    assert problem.place == Place(2, 6)
    assert parse("a = '" + "1" * DIGITS + "'", "text") == {"a": "1" * DIGITS}


def test_rows_of_letters_are_no_digits() -> None:
    for row in ("f" * 5000, "abc" * 5000, "x" * 5000, "-" * 5000):
        assert parse(f'a = "{row}"', "text") == {"a": row}


def test_many_values_are_fine_in_a_text() -> None:
    text = "=" * (VALUES - 10)
    assert parse(f'a = "{text}"', "text") == {"a": text}


FORBIDDEN = [*range(9), 11, 12, *range(14, 32), *range(127, 160), *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x2028, 0x2029]


@pytest.mark.parametrize("code", FORBIDDEN)
def test_forbidden_characters_as_they_are(code: int) -> None:
    for text in (f'a = 1\nb = "é{chr(code)}"', f"a = 1\n b = 'é{chr(code)}'", f"a = 1\n# xxé{chr(code)}"):
        problem = faults(text)[0]
        assert problem.code == "forbidden-character"
        assert problem.place == Place(2, text.split("\n")[1].find("é") + 2)
        assert f"U+{code:04X}" in problem.message
        assert chr(code) not in problem.message


@pytest.mark.parametrize("code", [*FORBIDDEN, 13])
def test_forbidden_characters_as_escapes(code: int) -> None:
    for text in (f'a = 1\nb = ["xé\\u{code:04x}"]', f'a = 1\nb = """\nxé\\U{code:08X}"""', f'a = 1\n"xé\\u{code:04x}" = 1'):
        (problem,) = faults(text)
        assert problem.code == "forbidden-character"
        assert f"U+{code:04X}" in problem.message
        line = text.split("\n")[problem.place.line - 1]
        assert line[problem.place.column - 1 :].startswith(("\\", '"xé\\'))


@pytest.mark.parametrize("escape", ["b", "f", "r", "e", "x1b", "x9b", "u202E", "U0000202e"])
def test_every_escape_of_a_forbidden_character(escape: str) -> None:
    (problem,) = faults(f'[t]\nk = {{ l = ["a", "b\\{escape}"] }}')
    assert problem.place == Place(2, 19, len(escape) + 1)
    assert problem.path == ("t", "k", "l", 1)


def test_what_scripts_and_emoji_need_is_allowed() -> None:
    text = "\u200b\u200c\u200d\u200e\u200f\u061c\u00ad\u2060\U0001f469\u200d\U0001f4bb\ttab"
    assert parse(f'a = "{text}"', "text") == {"a": text}
    assert parse('a = "\\t\\n\\u200d\\\\ \\""', "text") == {"a": '\t\n\u200d\\ "'}
    assert parse("a = 'C:\\users\\x'", "text") == {"a": "C:\\users\\x"}


def test_forbidden_characters_come_in_file_order_and_once() -> None:
    found = faults('a = "\x9b"\n"k\\u202e" = 1\nb = "\u202e\\e"\nc = inf\nd = [-nan, 1e999]')
    assert [(problem.code, problem.place.line, problem.place.column) for problem in found] == [
        ("forbidden-character", 1, 6),
        ("forbidden-character", 2, 1),
        ("forbidden-character", 3, 6),
        ("forbidden-character", 3, 7),
        ("not-a-number", 4, 5),
        ("not-a-number", 5, 6),
        ("not-a-number", 5, 12),
    ]


def test_faults_of_characters_can_be_collected() -> None:
    found: list[Problem] = []
    assert parse('a = "\\e"\nb = 2', "text", found=found) == {"a": "\x1b", "b": 2}
    assert [problem.code for problem in found] == ["forbidden-character"]


def test_very_many_forbidden_characters_are_counted() -> None:
    found = faults('a = "' + "\x9b" * 1000 + '"')
    assert len(found) == 21
    assert "more" in found[-1].message


@pytest.mark.parametrize(
    "number", ["9223372036854775808", "-9223372036854775809", "0xffffffffffffffffffff", "0o7777777777777777777777", "1" * 999]
)
def test_whole_numbers_beyond_64_bits(number: str) -> None:
    (problem,) = faults(f"a = 1\nb = {number}")
    assert problem.code == "not-a-number"
    assert problem.place == Place(2, 5, len(number))


def test_large_numbers() -> None:
    assert parse("a = 9223372036854775807\nb = -9223372036854775808\nc = 0xff\nd = 1e300", "text")["a"] == 2**63 - 1


SYNTAX = [
    ("a = 1\nb = ", 2, 3, "value"),
    ("a = 1\nthis is no pair", 2, 1, "neither a [table]"),
    ("a = 1\na = 2", 2, 1, "twice"),
    ("[a]\n[a]", 2, 1, "twice"),
    ("a = {b = 1}\na.c = 2", 2, 8, ""),
    ("a = 2007-06", 1, 5, "dates need quotes"),
    ("a = 2007-13-40", 1, 5, "dates need quotes"),
    ("a = \u201cx\u201d", 1, 5, "quotes"),
    ("a = 5%", 1, 5, "percent"),
    ("a = 4,3", 1, 5, "comma"),
    ("a = Yes", 1, 5, "true or false"),
    ("a: 1", 1, 2, "equals sign"),
    ('a = "x\nb = 1', 1, 5, "not closed"),
    ("a = 'x\nb = 1", 1, 5, "not closed"),
    ("a = 'x\nb = 'y'", 1, 5, "not closed"),
    ('a = 1\nb = """x\n\ny\n', 2, 5, "not closed"),
    ("a = 1\nb = '''x\n\ny\n", 2, 5, "not closed"),
    ('a = 1\nb = "x', 2, 5, "not closed"),
    ("a = [1, 2", 1, 5, "list"),
    ("a = [1\nb = 2", 2, 1, "list"),
    ("a = {b = 1", 1, 5, "braces"),
    ("[a", 1, 1, "bracket"),
    ("[[a]", 1, 1, "brackets"),
    ('a = "\\q"', 1, 6, "backslash"),
    ('a = "\\ud800"', 1, 6, "no character"),
    ('a = "\\uzzzz"', 1, 6, "no character"),
    ("a = 1\rb = 2", 1, 6, ""),
    ("a = 1\r\nb = ?", 2, 5, "no value"),
    ("= 1", 1, 1, ""),
    ("a. = 1", 1, 4, "key"),
    ("a = 2010-02-30", 1, 5, "date"),
]


@pytest.mark.parametrize(("text", "line", "column", "words"), SYNTAX)
def test_faults_of_syntax_come_alone_and_with_their_place(text: str, line: int, column: int, words: str) -> None:
    (problem,) = faults(text)
    assert problem.code == "syntax"
    assert (problem.place.line, problem.place.column) == (line, column)
    assert words in problem.message
    assert "statement" not in problem.message
    assert "namespace" not in problem.message


def test_a_fault_of_syntax_hides_other_faults() -> None:
    (problem,) = faults('a = "\\e"\nb = \u202e')
    assert problem.place.line == 2


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200))
def test_any_text(text: str) -> None:
    with suppress(DocumentError):
        parse(text, "text")
