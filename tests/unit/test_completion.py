"""Completion: what a shell is told for a line that is being typed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kzbrief import cli
from kzbrief.brief.briefing import load
from kzbrief.brief.countries import NAMES as COUNTRIES
from kzbrief.brief.library import name_of, shipped
from kzbrief.completion import SHELLS, script
from kzbrief.usage import NAMES

ROOT = Path(__file__).parents[2]
GOLDEN = str(ROOT / "tests" / "data" / "golden.toml")


def completions(line: str, folder: Path) -> dict[str, str]:
    """Return what may stand at the end of a line, with what is said of it."""
    env = {"PYTHONPATH": str(ROOT), "PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "_ARGCOMPLETE": "1", "_ARGCOMPLETE_SHELL": "fish"}
    env |= {"_ARGCOMPLETE_IFS": "\n", "_ARGCOMPLETE_DFS": "\t", "COMP_LINE": line, "COMP_POINT": str(len(line)), "COMP_TYPE": ""}
    env["_ARGCOMPLETE_STDOUT_FILENAME"] = str(folder / "answer")
    command = [sys.executable, "-m", "kzbrief"]
    subprocess.run(command, env=env, cwd=folder, stdin=subprocess.DEVNULL, check=True)
    answer = (folder / "answer").read_text(encoding="utf-8")
    (folder / "answer").unlink()
    return dict(row.partition("\t")[::2] for row in answer.split("\n") if row)


SHIPPED = {name_of(path) for path in shipped()}
"""Names of the briefs that come with kzbrief."""
ACCESS = {f"kazakhstan-2011#{entry.address}" for entry in load("kazakhstan-2011").index.entries if entry.section.id == "access"}
"""Addresses of the findings of a section."""


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("kzbrief ", {*NAMES, *SHIPPED}),
        ("kzbrief k", {name for name in SHIPPED if name.startswith("k")}),
        ("kzbrief summary k", {name for name in SHIPPED if name.startswith("k")}),
        ("kzbrief check k", {name for name in SHIPPED if name.startswith("k")}),
        ("kzbrief sources 20", {"20 "}),
        ("kzbrief sources kazakhstan-2011 20", {"20 "}),
        ("kzbrief sources vas", {"vasilyev-kaznet "}),
        ("kzbrief summary --section ", {"introduction", "access", "content", "rights"}),
        ("kzbrief summary --format ", {"rich", "plain", "markdown", "json"}),
        ("kzbrief search type:surv", {"type:surveillance "}),
        ("kzbrief search kind:f", {"kind:finding", "kind:fact"}),
        ("kzbrief search --format ", {"rich", "plain", "json"}),
        ("kzbrief check --format ", {"full", "concise", "json"}),
        ("kzbrief --at access/livejournal-un", {"access/livejournal-unblocked "}),
        ("kzbrief kazakhstan-2011 --at access/livejournal-un", {"access/livejournal-unblocked "}),
        ("kzbrief kazakhstan-2011 --sc", {"--screen-reader "}),
        ("kzbrief kazakhstan-2011#access/livejournal-un", {"kazakhstan-2011#access/livejournal-unblocked "}),
        ("kzbrief summary kazakhstan-2011#acc", {"kazakhstan-2011#access", *ACCESS}),
        ("kzbrief sources kazakhstan-2011#access/livejournal-un", {"kazakhstan-2011#access/livejournal-unblocked "}),
        ("kzbrief kazakhstan-2011#access --sc", {"--screen-reader "}),
        ("kzbrief summary nowhere#", set()),
        (f"kzbrief {GOLDEN} --at access/", {"access/carrier", "access/prices", "access/to-be-written"}),
        (f"kzbrief sources {GOLDEN} market", {"market-2006 "}),
        ("kzbrief new x.toml --country KZ", {"KZ "}),
        ("kzbrief new x.toml --country S", {code for code in COUNTRIES if code.startswith("S")}),
        ("kzbrief new x.toml --country GE --method ", {"freedom-on-the-net"}),
        ("kzbrief schema ", {"brief", "method", "theme", "output"}),
        ("kzbrief completion ", {"bash", "zsh", "fish"}),
        ("kzbrief summary --width ", set()),
        ("kzbrief sources nowhere 2", set()),
        ("kzbrief 'kaz", {name for name in SHIPPED if name.startswith("kaz")}),
    ],
)
def test_what_can_be_typed(line: str, expected: set[str], tmp_path: Path) -> None:
    assert {word.strip() for word in completions(line, tmp_path)} == {word.strip() for word in expected}


def test_files_and_folders_can_be_typed(tmp_path: Path) -> None:
    (tmp_path / "xyz.toml").touch()
    (tmp_path / "notes.txt").touch()
    (tmp_path / "xyz-more").mkdir()
    for command in ("", "summary ", "read ", "check ", "sources "):
        assert {word.strip() for word in completions(f"kzbrief {command}xyz", tmp_path)} == {"xyz.toml", "xyz-more/"}


def test_notes_say_what_they_are(tmp_path: Path) -> None:
    found = completions("kzbrief sources kazakhstan-2011 ", tmp_path)
    assert found["5"] == "Vasilyev, Computer Club Magazine, 2010"
    assert [word for word in found if word.isdigit()][:3] == ["1", "2", "3"]


def test_a_faulty_brief_is_no_reason_to_complain(tmp_path: Path) -> None:
    (tmp_path / "bad.toml").write_text("nonsense")
    assert completions("kzbrief sources bad.toml ", tmp_path) == {}


def test_control_characters_do_not_reach_the_shell(tmp_path: Path) -> None:
    text = Path(GOLDEN).read_text(encoding="utf-8").replace('title = "Licences"', 'title = "A\u200eB"')
    (tmp_path / "a.toml").write_text(text, encoding="utf-8")
    assert all(said.isprintable() or "\u200e" in said for said in completions("kzbrief sources a.toml ", tmp_path).values())


@pytest.mark.parametrize("shell", SHELLS)
def test_scripts_are_data(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["completion", shell]) == 0
    out, err = capsys.readouterr()
    assert (out, err) == (script(shell), "")
    assert "kzbrief" in out


def test_normal_commands_do_not_pay_for_it() -> None:
    code = "import sys; from kzbrief.cli import main; main(['summary']); print(*sys.modules, file=sys.stderr)"
    env = {"PYTHONPATH": str(ROOT), "PATH": os.environ["PATH"]}
    done = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True, check=True)
    assert not {"argcomplete", "kzbrief.completion", "kzbrief.spoken", "kzbrief.output.pager", "kzbrief.output.links"} & set(
        done.stderr.split()
    )
