"""Every diagnostic has a code that is declared once, with its meaning."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from kzbrief.brief.codes import CODES
from kzbrief.brief.rules.references import KINDS

PACKAGE = Path(__file__).parent.parent.parent / "kzbrief"
_CODE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\Z")
_MAKERS = {"Problem", "problem", "report", "_refused", "_problem", "Advice"}


def _used() -> Iterator[tuple[str, str]]:
    """Yield the codes of all problems that the program makes, each with the file."""
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if name not in _MAKERS:
                continue
            for argument in node.args[:2]:
                if isinstance(argument, ast.Constant) and isinstance(argument.value, str) and _CODE.match(argument.value):
                    yield argument.value, path.name
                elif isinstance(argument, ast.JoinedStr):
                    start = argument.values[0]
                    if isinstance(start, ast.Constant) and start.value == "no-such-":
                        yield from ((f"no-such-{kind}", path.name) for kind in KINDS)
                    elif isinstance(start, ast.Constant) and start.value == "bad-":
                        yield "bad-date", path.name


def test_every_code_that_is_used_is_declared_and_the_other_way_round() -> None:
    used = dict(_used())
    assert len(used) > 40
    assert {code: file for code, file in used.items() if code not in CODES} == {}
    assert set(CODES) - set(used) == set()


def test_codes_have_a_form_an_order_and_a_meaning() -> None:
    assert list(CODES) == sorted(CODES)
    for code, meaning in CODES.items():
        assert _CODE.match(code)
        assert meaning
        assert meaning[0].islower()
        assert not meaning.endswith(".")
