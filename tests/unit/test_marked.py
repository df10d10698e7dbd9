"""Every string that a person reads goes through `_`, `N_`, `ngettext` or their like, and none is translated before its time."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import kzbrief

PACKAGE = Path(kzbrief.__file__).parent
_WORDS = re.compile(r"[A-Za-z]{2,}[,;:.]? [a-z(]{2,}")
"""What looks like words for people: two of them in a row."""
_TOML = re.compile(r"^(?:[a-z-]+ = |\[)", re.MULTILINE)
"""What is an example of a file, and the same in every language."""
_SQL = re.compile(r"\s*(SELECT|INSERT|DELETE|CREATE|UPDATE|REPLACE|PRAGMA|BEGIN|WHERE)\b|[a-z]+(, [a-z]+){3,}\Z")
_MARKS = {"_", "N_", "NP_", "ngettext", "pgettext", "count_words"}
_NOT_FOR_PEOPLE = {"compile", "match", "search", "fullmatch", "sub", "AttributeError", "AssertionError", "execute", "executescript"}
"""Calls whose texts nobody reads who uses the program: patterns, SQL, faults of the program itself."""
_IN_FILES = {"importing", "output/export", "brief/explanations"}
"""Packages that write files for programs or comments into files, or show what stands in files: that is English, as the keys beside it."""
_FREE = {
    "arguments.py": {"expected one argument", "ignored explicit argument %r"},  # of argparse, to look for
    "brief/address.py": {"kzbrief sources "},  # as typed
    "brief/datewords.py": {"after a day or a word"},  # a context
    "output/figures/chart.py": {"per cent"},  # to look for
    "output/standing.py": {"kzbrief standing"},  # as typed
    "output/summary.py": {"kzbrief sources", "kzbrief summary"},  # as typed
    "restricted.py": {"not in restricted use"},  # of an error that is caught or ends the process
    "shelf/store.py": {
        "another version",
        "(SELECT id >> 16 FROM texts WHERE texts.id = brief.id << 16)",
    },  # of an error that is caught; SQL
    "toml/type_hints.py": {"not available", "not given"},  # to look for
    "tui/abilities.py": {"one of them"},
    "tui/pages/marked.py": {"kzbrief export ", " --to markdown --marked"},  # as typed
    "tui/palette.py": {"on:dashboard remark:"},
    "tui/whereabouts.py": {"on:dashboard remark:"},
    "tui/terminal.py": {"one of them"},
}
"""What looks like words for people and is none."""
_TYPES = {"dict[str, str] | list[str]"}
_FREE_FILES = {
    "authoring/template.py",
    "brief/countries.py",
    "shelf/words.py",
    "toml/syntax.py",
    "toml/slips.py",
    "toml/figures.py",
    "spoken/commands.py",
}
"""Files that hold what goes into a brief, SQL, messages of tomli, to look for, and words to be typed."""


def _name(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")


def _unmarked(tree: ast.Module) -> Iterator[ast.Constant]:
    passed: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _name(node.func) in _MARKS | _NOT_FOR_PEOPLE:
            passed.update(id(inner) for inner in ast.walk(node))
        elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):  # documentation
            passed.add(id(node.value))
        elif isinstance(node, ast.Constant) and node.value in _TYPES:
            passed.add(id(node))
        elif isinstance(node, ast.AnnAssign):  # a type in quotation marks
            passed.update(id(inner) for inner in ast.walk(node.annotation))
        elif isinstance(node, ast.Assign) and all(isinstance(t, ast.Name) and t.id.isupper() and "PATTERN" in t.id for t in node.targets):
            passed.update(id(inner) for inner in ast.walk(node.value))
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in passed
            and _WORDS.search(node.value)
            and not _SQL.match(node.value)
            and not _TOML.search(node.value)
        ):
            yield node


def _files() -> list[Path]:
    return [path for path in sorted(PACKAGE.rglob("*.py")) if not path.relative_to(PACKAGE).as_posix().startswith(tuple(_IN_FILES))]


@pytest.mark.parametrize("path", _files(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_words_for_people_are_marked(path: Path) -> None:
    name = path.relative_to(PACKAGE).as_posix()
    if name in _FREE_FILES:
        return
    found = [node for node in _unmarked(ast.parse(path.read_text(encoding="utf-8"))) if node.value not in _FREE.get(name, ())]
    assert not [(name, node.lineno, node.value) for node in found]


def test_words_without_a_mark_are_found() -> None:
    tree = ast.parse('"""Of a module."""\nsay(_("this is fine"))\nsay("this is not")\nN_("nor is " f"this one {x}, or that")')
    assert [node.value for node in _unmarked(tree)] == ["this is not"]


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_marks_hold_whole_messages_that_are_translated_when_shown(path: Path) -> None:
    """A message is one literal, or catalogues cannot hold it, and nothing is translated while a module is imported."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _name(node.func) in {"N_", "NP_"}:
            assert all(isinstance(argument, ast.Constant) for argument in node.args), f"{path.name}:{node.lineno}"
        if isinstance(node, ast.Call) and _name(node.func) in {"_", "ngettext", "pgettext"}:
            assert not any(isinstance(argument, (ast.JoinedStr, ast.BinOp)) for argument in node.args), f"{path.name}:{node.lineno}"
    for node in _run_when_imported(tree.body):
        if isinstance(node, ast.Call):
            assert _name(node.func) not in {"_", "ngettext", "pgettext"}, f"{path.name}:{node.lineno} is translated too early"


def _run_when_imported(body: list[ast.stmt]) -> Iterator[ast.AST]:
    """Yield the nodes of a module that run when it is imported."""
    waiting: list[ast.AST] = list(body)
    while waiting:
        node = waiting.pop()
        yield node
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            waiting += [*node.decorator_list, *node.args.defaults]
        elif not isinstance(node, ast.Lambda):
            waiting += ast.iter_child_nodes(node)


_SHOWN = {"Span": 0, "say": 0, "RefusedError": 0, "DateError": 0, "Problem": 1, "Prompt": 0, "OutputError": 0}
"""What shows or says a text, and which of its arguments that is."""


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_not_even_a_single_word_is_shown_without_a_mark(path: Path) -> None:
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        place = _SHOWN.get(_name(node.func)) if isinstance(node, ast.Call) else None
        if place is None or not isinstance(node, ast.Call) or len(node.args) <= place:
            continue
        shown = node.args[place]
        parts = shown.values if isinstance(shown, ast.JoinedStr) else [shown]
        words = [part.value for part in parts if isinstance(part, ast.Constant) and isinstance(part.value, str)]
        found += [(node.lineno, word) for word in words if re.search("[A-Za-z]{2}", word)]
    assert not [item for item in found if item[1].strip(": ") != "kzbrief"]
