"""kzbrief as a user has it: a wheel, installed with its dependencies into an environment of its own, all byte code made."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

from ..terminal.screen import environment
from .large import HUGE, LARGE, large_brief, many_briefs

ROOT = Path(__file__).parents[2]
BRIEF = ROOT / "briefs" / "kazakhstan-2011.toml"


class Installation(NamedTuple):
    """An environment with kzbrief in it, and what else the programs need."""

    folder: Path
    """The temporary folder that holds everything."""
    python: str
    """Its Python."""
    kzbrief: str
    """The command as pip has installed it."""
    markdown: Path
    """The whole briefing as Markdown, for the floor that shows it."""
    env: dict[str, str]
    """The environment that programs run in."""

    @property
    def html(self) -> Path:
        """The same as a page of HTML, for browsers of the terminal."""
        return self.folder / "briefing.html"

    @property
    def large(self) -> Path:
        """A brief as large as the largest reports that there are."""
        return self.folder / "large.toml"

    @property
    def huge(self) -> Path:
        """A brief larger than anything that anybody has written."""
        return self.folder / "huge.toml"

    @property
    def library(self) -> dict[str, str]:
        """The environment of somebody with 1,000 briefs, whose index knows them."""
        return {**self.env, "KZBRIEF_PATH": str(self.folder / "library"), "XDG_CACHE_HOME": str(self.folder / "cache")}

    def version(self, package: str) -> str:
        """Return the installed version of a package."""
        code = f"import importlib.metadata as m; print(m.version({package!r}))"
        return _run(self.python, "-c", code, env=self.env).strip()


def install(folder: Path) -> Installation:
    """Build the wheel and install it under a folder; RuntimeError with the output of what failed."""
    env = _plain(folder)
    _run(sys.executable, "-m", "build", "--wheel", "--outdir", str(folder / "dist"), str(ROOT), env=env)
    [wheel] = (folder / "dist").glob("*.whl")
    python = new_environment(folder / "venv", [str(wheel)], env)
    kzbrief = str(Path(python).with_name("kzbrief"))
    markdown = folder / "briefing.md"
    markdown.write_text(_run(kzbrief, "summary", "--full", "--format", "markdown", env=env), encoding="utf-8")
    place = Installation(folder, python, kzbrief, markdown, env)
    page = _run(python, "-m", "markdown_it.cli.parse", str(markdown), env=env)  # a library that Rich brings along
    place.html.write_text(f'<!DOCTYPE html><meta charset="utf-8"><title>Kazakhstan</title>{page}', encoding="utf-8")
    place.large.write_text(large_brief(*LARGE), encoding="utf-8")
    place.huge.write_text(large_brief(*HUGE), encoding="utf-8")
    _make_library(place)
    return place


def _make_library(place: Installation) -> None:
    """Write 1,000 briefs, and let the index take up what they say, with their words."""
    folder = place.folder / "library"
    folder.mkdir()
    for name, text in many_briefs():
        (folder / f"{name}.toml").write_text(text, encoding="utf-8")
    time.sleep(3)  # files that have just been written are not trusted to stay as they are
    for command in (("search", "internet"), ("list",)):
        _run(place.kzbrief, *command, env=place.library)


def new_environment(
    folder: Path, packages: list[str], env: dict[str, str], constraints: Path | None = ROOT / "tests/constraints.txt"
) -> str:
    """Make an environment with packages, byte code and all, and return its Python."""
    _run(sys.executable, "-m", "venv", str(folder), env=env)
    python = str(folder / "bin" / "python")
    pinned = ["-c", str(constraints)] if constraints else []
    _run(python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *pinned, *packages, env=env)
    _run(python, "-m", "compileall", "-q", "-j", "0", str(folder / "lib"), env=env, check=False)
    return python


def _plain(folder: Path) -> dict[str, str]:
    """The environment of a user whose home is empty: no state, no settings, no checkout on Python's path."""
    home = folder / "home"
    home.mkdir()
    env = environment(HOME=str(home))
    for name in ("PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV"):
        env.pop(name, None)
    return env


def _run(*command: str, env: dict[str, str], check: bool = True) -> str:
    done = subprocess.run(command, env=env, cwd=ROOT, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
    if check and done.returncode:
        raise RuntimeError(f"{' '.join(command)} failed:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
    return done.stdout
