"""Whatever happens to a report on its way to a text may cost a score, but never makes another of it."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from typing import Any

import pytest
import tomli

from kzbrief.importing.draft import take_apart
from kzbrief.importing.layout import text_of
from kzbrief.importing.unfolding import unfolded
from kzbrief.importing.webpage import is_webpage
from kzbrief.importing.webpage import text_of as page_text
from tests.unit.test_report_layouts import LAYOUTS

REPORTS = {path.stem: path.read_text(encoding="utf-8") for path in sorted(LAYOUTS.glob("*.txt"))}
DAMAGE: dict[str, Callable[[str], str]] = {
    "blanks that hold": lambda text: text.replace(" ", "\u00a0"),
    "soft hyphens": lambda text: re.sub(r"(?<=[a-z]{3})(?=[a-z]{3})", "\u00ad", text),
    "no blank lines": lambda text: re.sub(r"\n\s*\n+", "\n", text),
    "blank lines everywhere": lambda text: re.sub(r"\n+", "\n\n", text),
    "further in": lambda text: re.sub(r"(?m)^", "      ", text),
    "capitals": str.upper,
    "bold lines": lambda text: re.sub(r"(?m)^(.{3,40})$", r"**\1**", text),
    "a quotation": lambda text: re.sub(r"(?m)^", "> ", text),
    "a list": lambda text: re.sub(r"(?m)^(?=[A-Z].{3,60}$)", "- ", text),
    "colons": lambda text: re.sub(r"(?i)(access|content|rights|total)(?= ?\(?[0-9])", r"\1:", text),
    "single blanks": lambda text: re.sub(r" {2,}", " ", text),
    "a head in one line": lambda text: re.sub(r"\s+", " ", text[:1200]) + text[1200:],
    "all in one line": lambda text: re.sub(r"\s+", " ", text),
    "full stops": lambda text: re.sub(r"(?m)([0-9])$", r"\1.", text),
    "cut off": lambda text: text[: min(700, len(text) // 2)],
    "without its beginning": lambda text: "\n".join(text.split("\n")[5:]),
}


def scores(text: str) -> dict[tuple[str, str], Any]:
    data = tomli.loads(text_of(take_apart("report.txt", unfolded(page_text(text) if is_webpage(text) else text))))
    found: dict[tuple[str, str], Any] = {}
    for edition in data["edition"]:
        for key in ("status", "total"):
            if key in edition:
                found[edition["role"], key] = edition[key]
        for table in ("scores", "questions"):
            found.update(((edition["role"], key), value) for key, value in edition.get(table, {}).items())
    return found


@functools.cache
def whole(name: str) -> dict[tuple[str, str], Any]:
    return scores(REPORTS[name])


@pytest.mark.parametrize("damage", DAMAGE)
def test_damage_makes_no_other_score(damage: str) -> None:
    wrong = {}
    for name, text in REPORTS.items():
        found = scores(DAMAGE[damage](text))
        if other := {key: value for key, value in found.items() if whole(name).get(key) != value}:
            wrong[name] = other
    assert not wrong
