"""Problems as they are shown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzbrief.output.lines import line_width, plain
from kzbrief.output.problems import error_lines, head, problem_lines
from kzbrief.toml.problems import DocumentError, Place, Problem


def shown(problem: Problem, text: list[str], width: int = 80, name: str = "brief.toml") -> list[str]:
    """Return a problem as plain lines."""
    return [plain(line) for line in problem_lines(name, problem, text, width)]


def test_the_line_stands_below_with_a_caret_under_the_fault_and_the_hint_last() -> None:
    problem = Problem("no-such-source", "there is no source “profil”", (), Place(2, 8, 6), "did you mean “profile”?")
    assert shown(problem, ["a = 1", "text = [@profil]"]) == [
        "brief.toml:2:8: error[no-such-source]: there is no source “profil”",
        "    2 | text = [@profil]",
        "      |        ^^^^^^",
        "      = did you mean “profile”?",
    ]


@pytest.mark.parametrize(
    ("line", "column", "caret"),
    [
        ("текст = 1", 9, "        ^"),  # one cell a letter
        ("新聞 = 1", 6, "       ^"),  # two cells a letter
        ("\ta\t= 1", 5, "    ^"),  # a tab is shown as a blank
        ("a\x1b[31m = 1", 9, "           ^"),  # a control character takes four cells: \x1b
        ("", 1, "^"),
        ("ab", 9, "  ^"),  # a column behind the end of the line
    ],
)
def test_carets_are_placed_by_cells(line: str, column: int, caret: str) -> None:
    assert shown(Problem("code", "message", (), Place(1, column)), [line])[2] == f"      | {caret}"


def test_a_problem_of_the_whole_file_has_no_place() -> None:
    assert shown(Problem("cannot-read", "there is no such file"), []) == ["brief.toml: error[cannot-read]: there is no such file"]


def test_a_warning_says_so() -> None:
    assert shown(Problem("old", "old source", severity="warning"), []) == ["brief.toml: warning[old]: old source"]


def test_control_characters_of_file_names_and_messages_are_shown_as_escapes() -> None:
    line = plain(head("a\x1b]0;b\x07\u202e.toml", Problem("code", "key \x9b31m\nunknown")))
    assert line == "a\\x1b]0;b\\x07\\u202e.toml: error[code]: key \\x9b31m\\x0aunknown"


@pytest.mark.parametrize("column", [1, 2, 50, 400_000, 800_000])
def test_long_lines_are_cut_around_the_fault(column: int) -> None:
    line = "x" * 399_999 + "!" + "y" * 400_000
    quoted, caret = shown(Problem("code", "message", (), Place(1, column)), [line])[1:3]
    assert len(quoted) <= 80
    assert len(caret) <= 80
    place = caret.index("^")
    assert quoted[place] == line[column - 1]


@given(
    st.text(st.characters(exclude_characters="\n"), max_size=300),
    st.integers(1, 320),
    st.integers(1, 50),
    st.integers(20, 300),
)
def test_quoted_lines_fit_and_hold_no_control_character(line: str, column: int, length: int, width: int) -> None:
    _, quoted, caret = problem_lines("b.toml", Problem("code", "message", (), Place(1, column, length)), [line], width)
    assert line_width(quoted) <= width
    assert line_width(caret) <= width
    assert not any(ord(sign) < 32 or 127 <= ord(sign) < 160 for sign in plain(quoted))


def test_lines_are_those_of_toml(tmp_path) -> None:
    """A form feed or U+0085 does not end a line in TOML."""
    path = tmp_path / "brief.toml"
    path.write_bytes(b"# a\x0cb\xc2\x85c\r\nwrong\r\n")
    error = DocumentError(str(path), [Problem("syntax", "not understood", (), Place(2, 1, 5))])
    assert [plain(line) for line in error_lines(error, 80)][1:] == ["    2 | wrong", "      | ^^^^^"]


def test_a_file_that_has_vanished_is_reported_without_its_lines(tmp_path) -> None:
    error = DocumentError(str(tmp_path / "gone.toml"), [Problem("syntax", "not understood", (), Place(2, 1))])
    assert len(error_lines(error, 80)) == 1


def test_first_lines_are_broken_for_people_only() -> None:
    error = DocumentError("a/long/name/of/a/brief.toml", [Problem("unknown-key", "there is no key “titel” in [brief]", (), Place(0))])
    assert len(error_lines(error, 40)) == 1
    lines = error_lines(error, 40, broken=True)
    assert len(lines) > 1
    assert max(map(line_width, lines)) <= 40
