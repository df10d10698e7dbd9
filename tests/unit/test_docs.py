"""The documentation says what is so: it is generated, or what it shows is run here."""

from __future__ import annotations

import contextlib
import doctest
import io
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import fields

import kzbrief
from kzbrief import cli
from kzbrief.brief import model
from kzbrief.brief.briefing import load
from kzbrief.brief.dates import Date
from kzbrief.brief.explanations import EXPLANATIONS
from kzbrief.usage import NAMES

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
SAMPLE = ROOT / "docs" / "sample.toml"

_FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_COMMAND = re.compile(r"(^|[\s|;(=])kzbrief(\s+[^\s/]|$)")
_MEANT = {"BRIEF": "kazakhstan-2011", "FORM": "ris", "SHELL": "bash", "NAME": "kz-light"}
"""What stands in the documentation for something that a reader puts there, with what to put."""
_ELSEWHERE = {
    "kzbrief --theme sand.toml": "shown for what it refuses, which tests/unit/test_themes.py compares",
    "kzbrief check --fix my-country.toml": "asks, which tests/unit/test_fix.py answers",
    **{
        explanation.bad: "shown for what it refuses, which tests/unit/test_explanations.py compares"
        for explanation in EXPLANATIONS.values()
        if explanation.kind == "command"
    },
}
"""Commands that are not run here, with reasons."""


def text_of(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def blocks(page: Path, *languages: str) -> list[str]:
    """Return the blocks of code of a page that are in one of the languages."""
    return [found[2] for found in _FENCE.finditer(text_of(page)) if found[1] in languages]


def commands(page: Path) -> Iterator[str]:
    """Yield the command lines that a page shows: in blocks, in indented lines, and in sentences and tables."""
    for block in blocks(page, "console", "sh"):
        prompt = "$ " if any(line.startswith("$ ") for line in block.split("\n")) else ""
        yield from (line.removeprefix(prompt) for line in block.split("\n") if line.startswith(prompt))
    prose = _FENCE.sub("", text_of(page))
    yield from (line.strip() for line in prose.split("\n") if line.startswith("    "))
    yield from (span.replace("\\|", "|").replace("\n", " ") for span in re.findall(r"`([^`]+)`", prose))


def shown() -> list[str]:
    """Return each command line of the documentation that starts kzbrief, once; help is run where the pages are generated."""
    pages = [page for page in PAGES if page.name != "authoring.md"]  # which tests/unit/test_authoring.py does as a whole
    found = dict.fromkeys(line for page in pages for line in commands(page) if _COMMAND.search(line))
    left_out = re.compile(r"^git |^ssh |^tar |pip install|<Tab>|--help$|^kzbrief (import|new)$")
    return [line for line in found if not left_out.search(line) and line not in _ELSEWHERE]


def slug(heading: str) -> str:
    """Return the anchor that GitHub gives to a heading."""
    return re.sub(r"[^\w\- ]", "", heading.replace("`", "").lower()).replace(" ", "-")


def test_generated_parts_are_what_the_code_makes() -> None:
    """`make docs` makes them again."""
    done = subprocess.run([sys.executable, "-m", "docs.build", "--check"], cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert done.stderr == ""
    assert done.returncode == 0


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    prose = _FENCE.sub("", text_of(page))
    for address in re.findall(r"\]\(([^)\s]+)\)", re.sub(r"`[^`]*`", "", prose)):
        if address.startswith(("https://", "http://")):
            continue
        path, _, anchor = address.partition("#")
        target = (page.parent / path).resolve() if path else page
        assert target.exists(), f"{page.name} links to {address}"
        if anchor:
            assert anchor in map(slug, re.findall(r"^#+ (.*)$", text_of(target), re.MULTILINE)), f"{page.name} links to {address}"


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the files that the documentation speaks of, and with a command `kzbrief`."""
    folder = tmp_path_factory.mktemp("reader")
    shutil.copy(SAMPLE, folder / "my-country.toml")
    (folder / ".config" / "fish" / "completions").mkdir(parents=True)
    shutil.copy(ROOT / "tests" / "data" / "reports" / "pipes.txt", folder / "report.txt")
    program = folder / "bin" / "kzbrief"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m kzbrief "$@"\n')
    program.chmod(0o755)
    return folder


def test_the_guide_has_the_options_of_every_command() -> None:
    assert set(NAMES) <= set(re.findall(r"<!-- made from kzbrief (\w+) --help -->", text_of(ROOT / "docs" / "guide.md")))


def test_there_are_commands_to_run() -> None:
    assert len(shown()) > 25


@pytest.mark.skipif(not shutil.which("bash"), reason="needs bash")
@pytest.mark.parametrize("line", shown())
def test_commands_that_are_shown_end_well(line: str, bench: Path) -> None:
    line = re.sub(r"\b[A-Z]{4,}\b(?!=)", lambda word: _MEANT.get(word[0], word[0]), line)
    line = line.replace(" --watch", "")  # which needs a terminal
    first, *others = line.split(" | ")
    if any(not shutil.which(other.split()[0]) for other in others if "kzbrief" not in other):
        line = first  # what the output is given to is not installed
    path = f"{bench / 'bin'}{os.pathsep}{os.environ['PATH']}"
    env = {"PATH": path, "HOME": str(bench), "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", "TERM": "dumb"}
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", line],
        cwd=bench,
        env=env,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, line
    if not re.search(r"kzbrief (import|new) ", line):  # which say on stderr what they found and wrote
        assert done.stderr == "", line


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_examples_in_python_run(page: Path) -> None:
    for block in blocks(page, "python"):
        with contextlib.redirect_stdout(io.StringIO()) as printed:
            exec(compile(block, page.name, "exec"), {})
        assert printed.getvalue()


def test_the_examples_of_the_package_run() -> None:
    names: dict[str, object] = {}
    with contextlib.redirect_stdout(io.StringIO()) as printed:
        for example in doctest.DocTestParser().get_examples(kzbrief.__doc__ or ""):
            exec(compile(example.source, "kzbrief", "exec"), names)
    assert printed.getvalue()


def test_exit_codes_are_those_of_the_program() -> None:
    codes = {0, *(value for name, value in vars(cli).items() if name.startswith("EX_"))}
    assert {int(code) for code in re.findall(r"^\| (\d+) \|", text_of(ROOT / "docs" / "printing.md"), re.MULTILINE)} == codes
    [sentence] = re.findall(r"Exit code[^.]*\.", text_of(ROOT / "README.md"))
    assert {int(code) for code in re.findall(r"\d+", sentence)} <= codes


def test_the_readme_leads_to_every_page() -> None:
    readme = text_of(ROOT / "README.md")
    assert [page.name for page in sorted((ROOT / "docs").glob("*.md")) if f"](docs/{page.name})" not in readme] == []


def test_architecture_names_what_is_there() -> None:
    page = text_of(ROOT / "docs" / "architecture.md")
    for name in re.findall(r"`([\w./-]+(?:\.py|\.toml|\.md|/))`", page):
        assert (ROOT / name).exists() or (ROOT / "kzbrief" / name).exists(), f"architecture.md names {name}"
    tree = page.partition("## ")[0]
    for path in (ROOT / "kzbrief").iterdir():
        name = f"{path.name}/" if path.is_dir() else path.name
        if not path.name.startswith("__") and name != "data/":
            assert re.search(rf"(^|\s){re.escape(name)}", tree), f"architecture.md does not name kzbrief/{name}"


def test_every_dependency_has_its_reason() -> None:
    project = tomllib.loads(text_of(ROOT / "pyproject.toml"))["project"]
    wanted = [*project["dependencies"], *(name for names in project["optional-dependencies"].values() for name in names)]
    rows = " ".join(re.findall(r"^\| ([^|]+) \|", text_of(ROOT / "docs" / "dependencies.md"), re.MULTILINE)).replace(",", " ").split()
    names = {re.match(r"[\w-]+", name)[0] for name in wanted}  # type: ignore[index]
    assert names - {"kzbrief"} <= set(rows)


def test_the_changelog_has_this_version() -> None:
    assert re.search(rf"^## \[(Unreleased|{re.escape(kzbrief.__version__)})\]", text_of(ROOT / "CHANGELOG.md"), re.MULTILINE)


def test_the_sample_has_every_table_and_no_problem(capsys: pytest.CaptureFixture[str]) -> None:
    tables = tomllib.loads(text_of(SAMPLE))
    names = {field.encode_name for field in fields(model.Brief)}
    assert names - set(tables) == {"method", "allow"}, "of which the sample has no need"
    assert cli.main(["check", str(SAMPLE)]) == 0
    assert capsys.readouterr().out.startswith("1 brief checked, no problems\n")


def test_the_sample_reads_well() -> None:
    briefing = load(SAMPLE)
    assert [entry.address for entry in briefing.index.entries if briefing.index.citations_of(entry) == ()] == []
    assert set(briefing.brief.brief.key_findings) <= {entry.address for entry in briefing.index.entries}
    cited = {citation.key for citation in briefing.index.citations}
    known = set(briefing.brief.sources) | set(briefing.brief.unsettled)
    assert {key for key in known - cited if not key.startswith("handbook")} == set()


def test_dates_read_as_the_format_says() -> None:
    page = text_of(ROOT / "docs" / "format.md")
    table = page[page.index("| you write | it reads |") :].partition("\n\n")[0]
    for row in table.split("\n")[2:]:
        written, read = (cell.strip() for cell in row.strip("|").split("|"))
        for date in re.findall(r'`"([^"]*)"`', written):
            words = Date.parse(date).words()
            assert words in read or all(word in read for word in words.split()) or "/" in date, f"{date} reads {words}"
