"""docs/authoring.md, done as it says: each block of TOML is put into the brief, each command is run, and what is printed is put below it.

A block of TOML goes where the sentences above it say: “the part **Scores**” is what stands in the template of a new brief between the line
`# ==== Scores ====` and the next such line. In a block of a console each line that begins with `$` is run; where what stood below it ended
with `...`, as many lines of the new output are kept as there were.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "authoring.md"
_BLOCK = re.compile(r"^```(toml|text|console)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_PART = re.compile(r"part\s+\*\*(.+?)\*\*")
_FILE = re.compile(r"`([\w-]+\.txt)`")


class Step(NamedTuple):
    """A command that was run."""

    command: str
    """As typed."""
    code: int
    """Its exit code."""
    printed: str
    """What it printed on stdout and stderr."""
    brief: str
    """The brief as it stood then."""


class Walk(NamedTuple):
    """The page, done as it says."""

    page: str
    """Its text, with what the commands print now."""
    steps: tuple[Step, ...]
    """The commands in their order."""


def walk(page: str) -> Walk:
    """Do as a page says, in an empty folder. RuntimeError where a block has no place to go to."""
    steps: list[Step] = []
    with TemporaryDirectory() as folder:
        here = Path(folder)

        def done(found: re.Match[str]) -> str:
            kind, text = found[1], found[2]
            prose = _BLOCK.split(page[: found.start()])[-1]
            if kind == "console":
                return f"```console\n{_typed(text, here, steps)}```"
            named = (_PART if kind == "toml" else _FILE).findall(prose)
            if not named:
                raise RuntimeError(f"nothing says where this goes:\n{text}")
            if kind == "toml":
                brief = here / _brief(steps)
                brief.write_text(_replaced(brief.read_text(encoding="utf-8"), named[-1], text), encoding="utf-8")
            else:
                (here / named[-1]).write_text(text, encoding="utf-8")
            return found[0]

        return Walk(_BLOCK.sub(done, page), tuple(steps))


def _replaced(brief: str, part: str, text: str) -> str:
    """Return a brief with a text in place of what stands in a part of it."""
    pattern = re.compile(rf"^(# ==== {re.escape(part)} ====\n).*?(?=^# ==== |\Z)", re.MULTILINE | re.DOTALL)
    changed, count = pattern.subn(lambda found: f"{found[1]}\n{text}\n", brief)
    if count != 1:
        raise RuntimeError(f"the brief has no part {part}")
    return changed


def _typed(text: str, here: Path, steps: list[Step]) -> str:
    """Return a block of a console with what its commands print now."""
    made = []
    for command, shown in re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", text, re.MULTILINE):
        printed = _run(command, here, steps)
        lines = shown.splitlines()
        if lines[-1:] == ["..."]:
            kept = printed.splitlines()[: len(lines) - 1]
            printed = "".join(f"{line}\n" for line in [*kept, "..."])
        made.append(f"$ {command}\n{printed}")
    return "".join(made)


def _run(command: str, here: Path, steps: list[Step]) -> str:
    program, *arguments = shlex.split(command)
    if program != "kzbrief":
        raise RuntimeError(f"only kzbrief is run, not {command}")
    env = {name: value for name, value in os.environ.items() if not name.startswith(("KZBRIEF", "LC_", "LANG"))}
    env |= {"COLUMNS": "80", "NO_COLOR": "1", "PYTHONIOENCODING": "utf-8", "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8", "HOME": str(here)}
    done = subprocess.run(
        [sys.executable, "-m", "kzbrief", *arguments],
        cwd=here,
        env=env,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    steps.append(Step(command, done.returncode, done.stdout, ""))
    steps[-1] = steps[-1]._replace(brief=(here / _brief(steps)).read_text(encoding="utf-8"))
    return done.stdout


def _brief(steps: list[Step]) -> str:
    """Return the name of the brief: what the first command has made."""
    return next(word for word in steps[0].command.split() if word.endswith(".toml"))
