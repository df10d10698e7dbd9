"""Imports point one way: tui -> shelf -> output -> brief -> toml; and what a command does not need, it does not import."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import kzbrief

PACKAGE = Path(kzbrief.__file__).parent
ORDER = ("toml", "brief", "output", "shelf", "tui")
BRIEF = PACKAGE.parent / "briefs" / "kazakhstan-2011.toml"


def imports(path: Path) -> Iterator[str]:
    """Yield the modules that a file imports, relative ones with their full name."""
    parts = ("kzbrief", *path.relative_to(PACKAGE).parent.parts)
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = ".".join(parts[: len(parts) - node.level + 1]) if node.level else ""
            module = ".".join(part for part in (base, node.module) if part)
            yield module
            yield from (f"{module}.{name.name}" for name in node.names)


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_module_imports_from_a_layer_above(path: Path) -> None:
    layer = path.relative_to(PACKAGE).parts[0]
    if layer == "spoken":
        other = {name for name in imports(path) if name.startswith("kzbrief.tui")}
        assert other <= {"kzbrief.tui.terminal", "kzbrief.tui.terminal.copy"}
    if layer not in ORDER:
        return
    above = ORDER[ORDER.index(layer) + 1 :]
    named = set(imports(path))
    assert not [name for name in named for upper in above if name == f"kzbrief.{upper}" or name.startswith(f"kzbrief.{upper}.")]
    assert "kzbrief.cli" not in named
    if layer in ("toml", "brief"):
        assert not [name for name in named if name.split(".")[0] in ("rich", "textual")]
    if layer == "output":
        assert not [name for name in named if name.split(".")[0] == "textual"]


def loaded(code: str) -> set[str]:
    """Return the top-level packages that a fresh process has imported after some code."""
    ending = "\nimport sys; print(*{name.split('.')[0] for name in sys.modules}, file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", code + ending],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(PACKAGE.parent)},
    )
    return set(done.stderr.split())


def test_the_core_needs_neither_rich_nor_textual() -> None:
    assert not {"rich", "textual"} & loaded("import kzbrief; kzbrief.load('kazakhstan-2011').index.citations")


@pytest.mark.parametrize("command", [["--help"], ["check"], ["summary"], ["summary", "--full"], ["sources"], ["list"], ["--version"]])
def test_printing_to_a_pipe_needs_neither_rich_nor_textual(command: list[str]) -> None:
    assert not {"rich", "textual"} & loaded(f"from kzbrief.cli import main; assert main({command!r}) == 0")


@pytest.mark.parametrize("command", [["summary"], ["sources"], ["check"]])
def test_colours_need_no_textual(command: list[str]) -> None:
    named = loaded(f"import os; os.environ['FORCE_COLOR'] = '1'; from kzbrief.cli import main; assert main({command!r}) == 0")
    assert "textual" not in named


def test_help_reads_no_brief() -> None:
    assert not {"tomli", "msgspec"} & loaded("from kzbrief.cli import main; assert main(['--help']) == 0")


def test_modules_stay_readable() -> None:
    sizes = sorted(len(path.read_text(encoding="utf-8").splitlines()) for path in PACKAGE.rglob("*.py") if path.stat().st_size)
    assert sizes[-1] <= 400
    assert sizes[len(sizes) // 2] <= 130
