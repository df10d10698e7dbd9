"""The app at the far end of a line: an OpenSSH server of its own on the loopback, with keys made for it."""

from __future__ import annotations

import contextlib
import getpass
import os
import shlex
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from .conftest import KZBRIEF, Start
from .screen import PATIENCE, Screen

SERVER = shutil.which("sshd", path=os.environ.get("PATH", "") + ":/usr/sbin:/usr/local/sbin")
SEPARATION = Path("/run/sshd")
BROWSERS = ("xdg-open", "open", "www-browser", "sensible-browser", "x-www-browser", "firefox", "chromium", "w3m", "lynx", "links", "elinks")

pytestmark = pytest.mark.skipif(
    SERVER is None or not shutil.which("ssh") or not shutil.which("ssh-keygen"), reason="OpenSSH (ssh, sshd, ssh-keygen) is not installed"
)


class Host:
    """A host to log in to, with browsers that only say that they were started."""

    def __init__(self, folder: Path, port: int, start: Start) -> None:
        self.folder, self.port, self._start = folder, port, start
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

    def log_in(self) -> Screen:
        """Run the app on the host, seen in a terminal here."""
        remote = ["env", *(f"{name}={value}" for name, value in self.remote_environment.items()), *KZBRIEF]
        options = ("-o", f"UserKnownHostsFile={self.folder}/known", "-o", "StrictHostKeyChecking=accept-new", "-o", "LogLevel=ERROR")
        ssh = ("ssh", "-F", "/dev/null", "-tt", "-i", f"{self.folder}/user", "-p", str(self.port), *options)
        return self._start(f"{getpass.getuser()}@127.0.0.1", shlex.join(remote), program=ssh, columns=100, rows=30)


@pytest.fixture
def host(tmp_path: Path, plain: dict[str, str], start: Start) -> Iterator[Host]:
    for name in ("host", "user"):
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(tmp_path / name)], check=True)
    port = _free_port()
    (tmp_path / "config").write_text(
        f"Port {port}\nListenAddress 127.0.0.1\nHostKey {tmp_path}/host\nAuthorizedKeysFile {tmp_path}/user.pub\nPidFile none\n"
        "StrictModes no\nUsePAM no\nPasswordAuthentication no\nKbdInteractiveAuthentication no\nPermitRootLogin prohibit-password\n"
        "PrintMotd no\nPrintLastLog no\n"
    )
    with _separation_folder():
        assert SERVER is not None
        server = subprocess.Popen([SERVER, "-D", "-e", "-f", str(tmp_path / "config")], stderr=subprocess.PIPE, text=True)
        try:
            _wait_for_port(port, server)
            host = Host(tmp_path, port, start)
            host.remote_environment["PYTHONPATH"] = plain["PYTHONPATH"]
            yield host
        finally:
            server.terminate()
            server.communicate()


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


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for_port(port: int, server: subprocess.Popen[str]) -> None:
    end = time.monotonic() + 5
    while time.monotonic() < end and server.poll() is None:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        time.sleep(0.01)
    server.kill()
    pytest.skip(f"the SSH server did not start: {server.communicate()[1].strip()}")


@contextlib.contextmanager
def _separation_folder() -> Iterator[None]:
    """The empty folder that a server started by root insists on; a machine whose own server never ran has none."""
    missing = os.getuid() == 0 and not SEPARATION.exists()
    if missing:
        SEPARATION.mkdir(mode=0o755)
    try:
        yield
    finally:
        if missing:
            with contextlib.suppress(OSError):
                SEPARATION.rmdir()
