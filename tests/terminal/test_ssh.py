"""The app at the far end of a line: an OpenSSH server of its own on the loopback."""

from __future__ import annotations

import os
import select
import shlex
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from . import server
from .conftest import KZBRIEF, Start
from .reading import copied
from .screen import PATIENCE, Screen

BROWSERS = ("xdg-open", "open", "www-browser", "sensible-browser", "x-www-browser", "firefox", "chromium", "w3m", "lynx", "links", "elinks")

pytestmark = server.needed


class Host:
    """A host to log in to, with browsers that only say that they were started."""

    def __init__(self, ssh: server.Server, start: Start) -> None:
        self.ssh, self._start = ssh, start
        folder = ssh.folder
        self.started = folder / "started"
        bin_folder = folder / "bin"
        bin_folder.mkdir()
        for name in BROWSERS:
            program = bin_folder / name
            program.write_text(f"#!/bin/sh\necho {name} >> {shlex.quote(str(self.started))}\n")
            program.chmod(0o755)
        path = f"{bin_folder}:{os.environ.get('PATH', os.defpath)}"
        self.remote_environment = {"PATH": path, "LANG": "C.UTF-8", "HOME": str(folder), "DISPLAY": ":0", "BROWSER": "w3m"}

    def sit_down(self) -> Screen:
        """Run the app as somebody does who sits in front of the host."""
        return self._start(columns=100, rows=30, env=self.remote_environment)

    def log_in(self, *program: str, env: dict[str, str] | None = None) -> Screen:
        """Run the app, or another program, on the host, seen in a terminal here; `env` is the terminal's."""
        remote = ["env", *(f"{name}={value}" for name, value in self.remote_environment.items()), *(program or KZBRIEF)]
        return self._start("-tt", self.ssh.address, shlex.join(remote), program=self.ssh.client(), columns=100, rows=30, env=env)


@pytest.fixture
def host(tmp_path: Path, plain: dict[str, str], start: Start) -> Iterator[Host]:
    with server.running(tmp_path) as ssh:
        host = Host(ssh, start)
        host.remote_environment["PYTHONPATH"] = plain["PYTHONPATH"]
        yield host


def test_it_is_read_and_left_over_ssh(host: Host) -> None:
    screen = host.log_in()
    screen.wait_for(r"of 100 \(0 is best\)", r"\[1 Dashboard\]")
    screen.type("2")
    screen.wait_for(r"\[2 Access\]")
    screen.resize(80, 24)
    screen.wait_for(r"\[2 Access\] 3 Content  4 Rights")
    screen.type("q")
    screen.wait_for_end()
    assert screen.code == 0
    assert screen.left_over() == []


def test_opening_an_address_shows_it_and_starts_no_browser(host: Host) -> None:
    screen = host.log_in()
    screen.wait_for(r"of 100 \(0 is best\)")
    screen.type("2", "tab", "enter")
    screen.wait_for("══ Source")
    screen.type("o")
    screen.wait_for("══ Address", "https?://")
    screen.type("ctrl+q")
    screen.wait_for_end()
    assert screen.left_over() == []
    assert not host.started.exists()


def test_the_same_browser_is_started_without_ssh(host: Host) -> None:
    """So that the test above would notice."""
    screen = host.sit_down()
    screen.wait_for(r"of 100 \(0 is best\)")
    screen.type("2", "tab", "enter")
    screen.wait_for("══ Source")
    screen.type("o")
    deadline = time.monotonic() + PATIENCE
    while not host.started.exists() and time.monotonic() < deadline:
        screen.read(0.01)
    assert host.started.exists()


def test_a_line_that_drops_ends_the_app(host: Host) -> None:
    pid_file = host.ssh.folder / "pid"
    screen = host.log_in("sh", "-c", f"echo $$ > {pid_file}; exec {shlex.join(KZBRIEF)}")
    screen.wait_for(r"of 100 \(0 is best\)", "help")
    app = os.pidfd_open(int(pid_file.read_text())) if hasattr(os, "pidfd_open") else pytest.skip("this system has no pidfd")
    try:
        os.kill(screen.pid, signal.SIGKILL)
        assert select.select([app], [], [], PATIENCE)[0]
    finally:
        os.close(app)


@pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed")
def test_copying_in_a_tmux_at_the_far_end_reaches_the_terminal_here(host: Host) -> None:
    with tempfile.TemporaryDirectory(prefix="kz") as folder:
        tmux = ("tmux", "-S", f"{folder}/s", "-f", "/dev/null")
        screen = host.log_in(*tmux, "new-session", shlex.join(KZBRIEF))
        try:
            assert copied(screen, "tmux buffer") in "".join(screen.emulator.clipboard)
        finally:
            subprocess.run([*tmux, "kill-server"], check=False, capture_output=True)


def test_copying_at_the_far_end_reaches_the_terminal_here(host: Host) -> None:
    screen = host.log_in()
    assert copied(screen, "sent to the terminal") in "".join(screen.emulator.clipboard)


def test_in_a_terminal_that_tmux_may_stand_before_it_does_not_claim_to_have_copied(host: Host) -> None:
    screen = host.log_in(env={"TERM": "tmux-256color"})
    copied(screen, "if set-clipboard is on")
