"""Themes: their format, where they are found, which of them is used."""

from __future__ import annotations

import ast
import os
import re
from pathlib import Path

import pytest

from kzbrief.output import theme_format, themes
from kzbrief.output.lines import plain
from kzbrief.output.problems import error_lines
from kzbrief.output.rich_printer import theme_name
from kzbrief.output.theme_format import Tone, Tones
from kzbrief.output.themes import PRINTED, Look
from kzbrief.toml.problems import DocumentError

ALL = [*themes.names(), PRINTED]


@pytest.mark.parametrize("name", ALL)
def test_faint_is_an_attribute_and_no_colour(name: str) -> None:
    theme = themes.load(name)
    # Some palettes leave plain text with just enough contrast, so nothing is faint where the terminal's colours are used.
    assert theme.style("dim") == theme.style("")._replace(dim="terminal" not in name)


@pytest.mark.parametrize("name", ALL)
def test_marks_differ_without_colour(name: str) -> None:
    theme = themes.load(name)

    def attributes(tone: str) -> tuple[bool, ...]:
        look = theme.style(tone)
        return look.bold, look.dim, look.italic, look.underline, look.reverse

    assert theme.style("cursor").reverse
    assert theme.style("tab").reverse
    assert attributes("current") != attributes("")
    assert attributes("link") != attributes("")


def test_words_of_a_tone_combine_and_unknown_ones_change_nothing() -> None:
    theme = themes.load("kz-dark")
    middle, strong = theme.style("middle"), theme.style("strong")
    assert theme.style("strong middle") == strong._replace(colour=middle.colour)
    assert theme.style("strong nonsense") == strong
    assert isinstance(theme.style(""), Look)


HEAD = 'format = 1\n[theme]\nid = "mine"\nname = "Mine"\ndark = true\n'


def test_a_theme_of_ones_own_is_read_from_its_file(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(HEAD + '[base]\ncolour = "bright-blue"\n[tones]\ngood = { colour = "red", reverse = true }\n')
    theme = themes.load(str(path))
    assert (theme.id, theme.name, theme.dark) == ("mine", "Mine", True)
    assert theme.style("") == Look("bright-blue")
    assert theme.style("good") == Look("red", reverse=True)
    assert theme.style("bad") == theme.style("")


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        (HEAD + '[base]\ncolour = "#GG0000"\n', "wrong-form", 7),
        (HEAD + '[tones]\ngood = { color = "red" }\n', "unknown-key", 7),
        (HEAD + "[tones]\nfine = { bold = true }\n", "unknown-key", 7),
        (HEAD.replace("1", "2", 1), "no-such-format", 1),
        (HEAD.replace("dark = true", "dark = yes"), "syntax", 5),
        (HEAD.replace("dark = true\n", ""), "missing-key", 2),
    ],
)
def test_a_faulty_theme_is_refused_with_the_place(text: str, code: str, line: int, tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(text)
    with pytest.raises(DocumentError) as caught:
        themes.load(str(path))
    (problem,) = caught.value.problems
    assert problem.place.line == line
    assert problem.code == code


@pytest.mark.parametrize("name", ["nonsense", "../themes/kz-dark", "kz-dark\x1b", os.sep])
def test_a_theme_that_does_not_exist_is_refused(name: str) -> None:
    with pytest.raises(DocumentError) as caught:
        themes.load(name)
    assert not caught.value.readable


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for one's own themes."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    folder = tmp_path / "kzbrief" / "themes"
    folder.mkdir(parents=True)
    return folder


def test_themes_of_ones_own_are_found_by_name(own: Path) -> None:
    (own / "sand.toml").write_text(HEAD)
    (own / "broken.toml").write_text("colour")
    (own / "notes.txt").write_text("")
    (own / ".hidden.toml").write_text(HEAD)
    theme = themes.load("sand")
    assert (theme.id, theme.name) == ("sand", "Mine")
    assert themes.names()[-2:] == ["broken", "sand"]
    assert themes.titles()[-1] == ("sand", "Mine", True)
    assert "broken" not in [title.id for title in themes.titles()]
    with pytest.raises(DocumentError) as caught:
        themes.load("broken")
    assert caught.value.name == str(own / "broken.toml")
    assert caught.value.problems[0].place.line == 1


def test_a_theme_of_ones_own_goes_before_a_shipped_one(own: Path) -> None:
    (own / "kz-dark.toml").write_text(HEAD)
    assert themes.load("kz-dark").name == "Mine"
    assert len(themes.names()) == len(set(themes.names()))


def test_a_restricted_account_reads_no_file_by_its_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "mine.toml"
    path.write_text("secret")
    monkeypatch.setenv("KZBRIEF_RESTRICTED", "1")
    with pytest.raises(DocumentError) as caught:
        themes.load(str(path))
    assert not caught.value.readable
    assert themes.load("kz-mono").id == "kz-mono"


@pytest.mark.parametrize(
    ("environment", "name"),
    [
        ({}, PRINTED),
        ({"COLORFGBG": "15;0"}, "kz-dark"),
        ({"COLORFGBG": "0;default;15"}, "kz-light"),
        ({"COLORFGBG": "nonsense"}, PRINTED),
        ({"COLORFGBG": "15;0", "KZBRIEF_THEME": "kz-light"}, "kz-light"),
    ],
)
def test_printed_colours_fit_the_ground_where_it_is_known(environment: dict[str, str], name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COLORFGBG", raising=False)
    for key, value in environment.items():
        monkeypatch.setenv(key, value)
    assert theme_name() == name


def test_the_documentation_names_every_tone_and_every_theme() -> None:
    page = (Path(__file__).parents[2] / "docs" / "themes.md").read_text(encoding="utf-8")
    tree = ast.parse(Path(theme_format.__file__).read_text(encoding="utf-8"))
    for table in (Tones, Tone):
        body = next(node for node in tree.body if isinstance(node, ast.ClassDef) and node.name == table.__name__).body
        meanings = [node.value.value for node in body[1:] if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)]
        rows = [f"| `{field}` | {meaning} |" for field, meaning in zip(table.__struct_fields__, meanings, strict=True)]
        assert "\n".join(rows) in page, f"{table.__name__} should read:\n" + "\n".join(rows)
    rows = [f"| `{title.id}` | {title.name} |" for title in themes.titles()]
    assert [found for found in re.findall(r"^\| `kz-[^|]*\| [^|]*\|", page, re.MULTILINE) if PRINTED not in found] == rows


def test_the_examples_of_the_documentation_are_true(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = (Path(__file__).parents[2] / "docs" / "themes.md").read_text(encoding="utf-8")
    text = next(text for text in re.findall(r"```toml\n(.*?)```", page, re.DOTALL) if "[theme]" in text)
    monkeypatch.chdir(tmp_path)
    path = Path("sand.toml")
    path.write_text(text)
    assert themes.load("sand.toml").id == "sand"
    path.write_text(text.replace("#0e7235", "grün"), encoding="utf-8")
    with pytest.raises(DocumentError) as caught:
        themes.load("sand.toml")
    assert "\n".join(plain(line) for line in error_lines(caught.value, 80)) in page
