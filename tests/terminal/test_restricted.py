"""Restricted use: whatever is typed, nothing is reached but briefs. Here, and through the SSH account of docs/ssh.md as it stands there."""

from __future__ import annotations

import getpass
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from . import server
from .conftest import KZBRIEF, ROOT, Start
from .reading import SCORE
from .screen import KEYS, Screen, environment

PROGRAMS = ("sh", "bash", "tmux", "less", "more", "vi", "nano", "xdg-open", "w3m", "lynx", "firefox", "www-browser", "id", "pbcopy")
SECRET = "a secret of the machine"


class Machine:
    """A home, a brief in a folder, a secret, and programs that leave a trace when they are started."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.traces = folder / "traces"
        self.secret = folder / "secret.toml"
        self.secret.write_text(f'{SECRET} = "')
        bin_folder = folder / "bin"
        for name in ("bin", "home", "briefs", "more"):
            (folder / name).mkdir()
        for name in PROGRAMS:
            program = bin_folder / name
            program.write_text(f"#!/bin/sh\necho {name} >> {self.traces}\n")
            program.chmod(0o755)
        brief = (ROOT / "tests" / "data" / "minimal.toml").read_text(encoding="utf-8")
        (folder / "briefs" / "own-2012.toml").write_text(brief, encoding="utf-8")
        (folder / "more" / "hidden-2012.toml").write_text(brief, encoding="utf-8")
        self.environment = {
            "PATH": f"{bin_folder}:/usr/bin:/bin",
            "HOME": str(folder / "home"),
            "PYTHONPATH": str(ROOT),
            "LANG": "C.UTF-8",
            **dict.fromkeys(("EDITOR", "VISUAL", "PAGER", "BROWSER", "SHELL"), str(bin_folder / "vi")),
            "DISPLAY": ":0",
            "KZBRIEF_PATH": f"{folder}/briefs:{folder}/more",
            "KZBRIEF_RESTRICTED": "1",
        }
        self.before = self.files()

    def files(self) -> set[str]:
        """Everything in the folder, but for what the test's own SSH needs."""
        return {str(path) for path in self.folder.rglob("*") if path.name not in ("known", "log")}

    def untouched(self) -> bool:
        return self.files() == self.before


def try_every_key(screen: Screen) -> None:
    """Type what opens a shell, an editor or a browser elsewhere, and every key that there is; the app has to be there after all of it."""
    screen.wait_for(SCORE)
    for keys in (["ctrl+z"], ["!", "s", "h", "enter"], [":", "!", "s", "h", "enter"], ["|"], ["e"], ["v"], ["ctrl+c"], ["\x1c"], ["\x04"]):
        screen.type(*keys)
    screen.type("escape", "escape", "ctrl+z")
    screen.wait_for("there is no shell to go to")
    screen.type("2", "tab", "enter")
    screen.wait_for("══ Source")
    screen.type("o")
    screen.wait_for("══ Address", "No browser may be opened here")
    screen.type("y")
    screen.wait_for("sent")
    screen.type("escape", "escape", "ctrl+p")
    screen.wait_for("══ Palette")
    screen.type("!sh", "enter")
    screen.wait_for("Nothing has|══ Palette|Access")
    screen.type("escape", "escape")
    for key in [name for name in KEYS if name not in ("ctrl+q", "enter", "escape")] + [chr(code) for code in range(1, 127)]:
        if key not in ("q", "\x11", "\x1b"):
            screen.type(key)
    screen.type("escape", "escape", "escape", "1")
    screen.type("ctrl+q")
    screen.wait_for_end()
    assert screen.code == 0
    assert screen.left_over() == []
    assert SECRET not in screen.output.decode(errors="replace")


def test_every_key(start: Start, tmp_path: Path) -> None:
    (tmp_path / "machine").mkdir()
    machine = Machine(tmp_path / "machine")
    try_every_key(start(columns=100, rows=30, env={**machine.environment, "TMUX": "/tmp/none,1,0"}))
    assert machine.untouched()
    assert not machine.traces.exists()


ALLOWED = (
    ["summary"],
    ["summary", "own"],
    ["kazakhstan-2011", "--ascii"],
    ["sources", "5"],
    ["list"],
    ["check"],
    ["check", "own-2012"],
    ["--help"],
    ["--version"],
    ["summary", "--pager"],
    ["read", "--screen-reader"],
)


@pytest.mark.parametrize("words", ALLOWED, ids=" ".join)
def test_what_can_be_done(tmp_path: Path, words: list[str]) -> None:
    machine = Machine(tmp_path)
    done = subprocess.run(
        [*KZBRIEF, *words], env=machine.environment, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0
    assert done.stdout
    assert done.stderr == ""
    assert machine.untouched()


REFUSED = (
    "summary {secret}",
    "summary /etc/passwd",
    "check {secret}",
    "check /etc/passwd",
    "sources {secret}",
    "read ../secret.toml",
    "{secret}",
    "summary hidden",
    "summary /nowhere/at/all",
    "completion bash",
    "forget",
    "export",
    "sh -c id",
    "bash",
    "$(id)",
    "`id`",
    "summary; id",
    "summary && id",
    "summary | sh",
    "summary > {home}/written",
    "'unfinished",
    "kzbrief check {secret}",
)


@pytest.mark.parametrize("words", REFUSED)
def test_what_cannot_be_done(tmp_path: Path, words: str) -> None:
    machine = Machine(tmp_path)
    env = {**machine.environment, "SSH_ORIGINAL_COMMAND": words.format(secret=machine.secret, home=machine.folder / "home")}
    done = subprocess.run(KZBRIEF, env=env, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    said = done.stdout + done.stderr
    assert not re.search(f"{SECRET}|root:|uid=|Traceback", said)
    assert machine.untouched()


def test_paths_that_exist_and_paths_that_do_not_are_refused_in_the_same_words(tmp_path: Path) -> None:
    machine = Machine(tmp_path)

    def said(path: str) -> str:
        done = subprocess.run([*KZBRIEF, "summary", path], env=machine.environment, capture_output=True, text=True, check=False)
        return done.stderr.replace(path, "")

    assert said("/etc/passwd") == said("/etc/nobody") == said(str(machine.secret))


@pytest.mark.parametrize("theme", ["/etc/passwd", "../secret.toml", "kz-own"])
def test_no_theme_but_the_shipped_ones(start: Start, tmp_path: Path, theme: str) -> None:
    (tmp_path / "machine").mkdir()
    machine = Machine(tmp_path / "machine")
    own = machine.folder / "home" / ".config" / "kzbrief"
    (own / "themes").mkdir(parents=True)
    (own / "themes" / "kz-own.toml").write_text(SECRET)
    (own / "config.toml").write_text(SECRET)
    screen = start("--theme", theme, env=machine.environment)
    screen.wait_for_end()
    assert screen.code == 2
    assert SECRET not in screen.text
    assert "there is no theme" in " ".join(screen.text.split())


@pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not installed")
def test_a_window_that_is_too_small_is_no_way_to_the_shell(start: Start, tmp_path: Path) -> None:
    (tmp_path / "machine").mkdir()
    machine = Machine(tmp_path / "machine")
    env = {**machine.environment, "PS1": "PROMPT> "}
    bash = shutil.which("bash")
    assert bash
    screen = start("--norc", "--noprofile", "--noediting", "-i", program=(bash,), env=env, columns=100, rows=30)
    screen.wait_for("PROMPT>")
    screen.type(shlex.join(KZBRIEF), "enter")
    screen.wait_for(SCORE)
    screen.resize(30, 8)
    screen.wait_for("Window too small")
    screen.type("ctrl+z", "ctrl+z")
    screen.resize(100, 30)
    screen.wait_for(SCORE)
    screen.type("2")
    assert "Stopped" not in screen.wait_for(r"\[2 Access\]")
    screen.type("ctrl+q")
    screen.wait_for("PROMPT> *$")


def test_a_failure_tells_nothing_of_the_machine(start: Start, tmp_path: Path) -> None:
    (tmp_path / "machine").mkdir()
    machine = Machine(tmp_path / "machine")
    code = (
        "import sys; from kzbrief.tui.screens.actions import Actions\n"
        f"def fail(self, secret={SECRET!r}): raise ValueError(secret)\n"
        "Actions.do_down = fail; sys.argv = ['kzbrief']; from kzbrief.cli import run; run()"
    )
    screen = start("-c", code, program=(sys.executable,), columns=100, rows=30, env=machine.environment)
    screen.wait_for(SCORE)
    screen.type("j")
    screen.wait_for_end()
    assert screen.code == 1
    assert "kzbrief: something went wrong; please tell whoever offers this" in " ".join(screen.text.split())
    assert SECRET not in screen.output.decode(errors="replace")
    assert str(ROOT) not in screen.text
    assert screen.left_over() == []


# Through SSH


def recipe(machine: Machine) -> list[str]:
    """Return the block of docs/ssh.md, with the names and paths of this machine and this test."""
    text = (ROOT / "docs" / "ssh.md").read_text(encoding="utf-8")
    [block] = re.findall(r"```sshd_config\n(.*?)```", text, re.DOTALL)
    known = [f"{name}={value}" for name, value in machine.environment.items() if not name.startswith("KZBRIEF_")]
    changes = {"User briefs": f"User {getpass.getuser()}", "/srv/briefs": f"{machine.folder}/briefs"}
    for old, new in {**changes, "/opt/kzbrief/bin/kzbrief": shlex.join([*known, *KZBRIEF])}.items():
        assert old in block
        block = block.replace(old, new)
    return block.splitlines()


@pytest.fixture(scope="module")
def account(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[server.Server, Machine]]:
    folder = tmp_path_factory.mktemp("machine")
    machine = Machine(folder)
    with server.running(tmp_path_factory.mktemp("ssh"), recipe(machine)) as ssh:
        yield ssh, machine


def run(ssh: server.Server, *words: str, options: tuple[str, ...] = (), program: str = "ssh") -> subprocess.CompletedProcess[str]:
    command = [*ssh.client(program), *options, ssh.address, *words]
    return subprocess.run(command, env=environment(), stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False, timeout=20)


@server.needed
def test_the_account_offers_a_brief_and_every_key_leads_nowhere_else(account: tuple[server.Server, Machine], start: Start) -> None:
    ssh, machine = account
    try_every_key(start("-tt", ssh.address, program=ssh.client(), columns=100, rows=30))
    assert machine.untouched()


@server.needed
@pytest.mark.parametrize("words", ["summary", "kzbrief summary own", "list", "kzbrief --version"])
def test_the_account_prints(account: tuple[server.Server, Machine], words: str) -> None:
    done = run(account[0], words)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout


@server.needed
@pytest.mark.parametrize(
    "words",
    [
        "summary /etc/passwd",
        "check {secret}",
        "sh -i",
        "$(id)",
        "summary; id",
        "summary | sh",
        "kzbrief --theme {secret}",
        "completion bash",
        "scp -f /etc/passwd",
    ],
)
def test_the_account_refuses(account: tuple[server.Server, Machine], words: str) -> None:
    ssh, machine = account
    done = run(ssh, words.format(secret=machine.secret))
    assert not re.search(f"{SECRET}|root:|uid=|Traceback", done.stdout + done.stderr)
    assert done.returncode == 2
    assert machine.untouched()
    assert not machine.traces.exists()


@server.needed
def test_the_account_has_no_files(account: tuple[server.Server, Machine], tmp_path: Path) -> None:
    ssh, machine = account
    for program, words in (("sftp", ()), ("scp", (str(tmp_path),))):
        target = f"{ssh.address}:/etc/passwd"
        command = [*ssh.client(program), target, *(words or (str(tmp_path),))]
        done = subprocess.run(command, env=environment(), stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False, timeout=20)
        assert done.returncode != 0
    assert list(tmp_path.iterdir()) == []
    assert machine.untouched()


@server.needed
def test_the_account_forwards_nothing(account: tuple[server.Server, Machine]) -> None:
    ssh, machine = account
    through = run(ssh, options=("-W", f"127.0.0.1:{ssh.port}"))
    assert through.returncode != 0
    assert "SSH-2.0" not in through.stdout
    back = run(ssh, options=("-N", "-R", "0:127.0.0.1:9", "-o", "ExitOnForwardFailure=yes"))
    assert back.returncode != 0
    socket = run(ssh, options=("-N", "-R", f"{machine.folder}/socket:127.0.0.1:9", "-o", "ExitOnForwardFailure=yes"))
    assert socket.returncode != 0
    assert machine.untouched()


@server.needed
def test_the_account_takes_no_settings_from_its_visitors(account: tuple[server.Server, Machine]) -> None:
    ssh, machine = account
    sent = f"SetEnv=KZBRIEF_RESTRICTED=0 KZBRIEF_PATH={machine.folder}/more PYTHONSTARTUP={machine.folder}/x PYTHONINSPECT=1"
    done = run(ssh, "summary hidden", options=("-o", sent))
    assert done.returncode == 2
    done = run(ssh, f"check {machine.secret}", options=("-o", sent))
    assert done.returncode == 2
    assert SECRET not in done.stdout + done.stderr
    assert os.path.exists(machine.secret)
