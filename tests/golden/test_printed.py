"""What the printing commands print, word by word."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kzbrief import __version__, cli

BRIEF = str(Path(__file__).parents[1] / "data" / "golden.toml")
BROKEN = str(Path(__file__).parents[1] / "data" / "broken.toml")
RUSSIAN = str(Path(__file__).parents[1] / "data" / "russian.toml")
WIDTHS = (20, 40, 80, 120, 300)
Golden = Callable[[str, str], None]


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        *((f"summary-{width}.txt", ["summary", BRIEF, "--width", str(width)]) for width in WIDTHS),
        *((f"sources-{width}.txt", ["sources", BRIEF, "--width", str(width)]) for width in WIDTHS),
        ("full-80.txt", ["summary", BRIEF, "--full", "--width", "80"]),
        ("full-80-ascii.txt", ["summary", BRIEF, "--full", "--width", "80", "--ascii"]),
        ("section-60.txt", ["summary", BRIEF, "--section", "access", "--width", "60"]),
        ("summary.md", ["summary", BRIEF, "--format", "markdown"]),
        ("full.md", ["summary", BRIEF, "--full", "--format", "markdown"]),
        ("section.md", ["summary", BRIEF, "--section", "content", "--format", "markdown"]),
        ("summary.json", ["summary", BRIEF, "--format", "json"]),
        ("section.json", ["summary", BRIEF, "--section", "access", "--format", "json"]),
        ("source-80.txt", ["sources", BRIEF, "market-2006"]),
        ("unsettled-80.txt", ["sources", BRIEF, "5"]),
        ("sources.md", ["sources", BRIEF, "--format", "markdown"]),
        ("sources.json", ["sources", BRIEF, "--format", "json"]),
        *((f"standing-{width}.txt", ["standing", "kazakhstan-2011", "--width", str(width)]) for width in (30, 60, 120)),
        *((f"compare-{width}.txt", ["compare", BRIEF, "iceland-2023", "--width", str(width)]) for width in (30, 80)),
        ("compare-editions.md", ["compare", "kazakhstan-2011", "kazakhstan-2025", "--format", "markdown"]),
        *((f"evidence-{width}.txt", ["summary", BRIEF, "--evidence", "--width", str(width)]) for width in (30, 80)),
        ("evidence.md", ["summary", BRIEF, "--evidence", "--format", "markdown"]),
        ("standing-brazil.md", ["standing", "brazil-2011", "--format", "markdown"]),
        ("help-80.txt", ["--help"]),
        ("help-summary-80.txt", ["summary", "--help"]),
        *((f"summary-ru-{width}.txt", ["summary", RUSSIAN, "--width", str(width)]) for width in (40, 80)),
        ("full-ru-80.txt", ["summary", RUSSIAN, "--full", "--width", "80"]),
        ("kazakhstan-ru-80.txt", ["summary", "kazakhstan-2011", "--section", "rights", "--lang", "ru", "--width", "80"]),
        ("sources-ru-80.txt", ["sources", BRIEF, "--lang", "ru", "--width", "80"]),
        ("standing-ru-80.txt", ["standing", "kazakhstan-2011", "--lang", "ru", "--width", "80"]),
        ("help-ru-80.txt", ["--help", "--lang", "ru"]),
        ("help-summary-ru-80.txt", ["summary", "--help", "--lang", "ru"]),
    ],
)
def test_prints(name: str, arguments: list[str], golden: Golden, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(arguments) == 0
    out, err = capsys.readouterr()
    assert err == ""
    golden(name, _without_version(out))


def test_problems_in_russian(golden: Golden, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(Path(BROKEN).parent)
    assert cli.main(["check", "broken.toml", "--lang", "ru"]) == 1
    golden("check-ru.txt", capsys.readouterr().out)
    assert cli.main(["check", "broken.toml", "--lang", "ru", "--format", "concise"]) == 1
    assert ": error[" in capsys.readouterr().out


@pytest.mark.parametrize(("name", "form"), [("check-full.txt", "full"), ("check-concise.txt", "concise"), ("check.json", "json")])
def test_problems(name: str, form: str, golden: Golden, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(Path(BROKEN).parent)
    assert cli.main(["check", "broken.toml", "--format", form]) == 1
    out, err = capsys.readouterr()
    assert err == ""
    golden(name, _without_version(out))


def _without_version(text: str) -> str:
    return text.replace(f"kzbrief {__version__}", "kzbrief VERSION").replace(f'"kzbrief": "{__version__}"', '"kzbrief": "VERSION"')
