"""An OpenSSH server of one's own on the loopback, with keys made for it."""

from __future__ import annotations

import contextlib
import getpass
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

SERVER = shutil.which("sshd", path=os.environ.get("PATH", "") + ":/usr/sbin:/usr/local/sbin")
_SEPARATION = Path("/run/sshd")

needed = pytest.mark.skipif(
    SERVER is None or not shutil.which("ssh") or not shutil.which("ssh-keygen"), reason="OpenSSH (ssh, sshd, ssh-keygen) is not installed"
)
"""Skips where there is no OpenSSH."""


class Server:
    """A server that runs, and how to call it."""

    def __init__(self, folder: Path, port: int) -> None:
        self.folder, self.port = folder, port
        self.address = f"{getpass.getuser()}@127.0.0.1"

    def client(self, program: str = "ssh") -> tuple[str, ...]:
        """Return the beginning of a command line of ssh, or sftp, that logs in with the right key and asks nothing."""
        options = (f"UserKnownHostsFile={self.folder}/known", "StrictHostKeyChecking=accept-new", "LogLevel=ERROR", "BatchMode=yes")
        port = "-P" if program in ("sftp", "scp") else "-p"
        return (
            program,
            "-F",
            "/dev/null",
            "-i",
            f"{self.folder}/user",
            port,
            str(self.port),
            *(word for item in options for word in ("-o", item)),
        )


@contextlib.contextmanager
def running(folder: Path, more: Sequence[str] = ()) -> Iterator[Server]:
    """Run a server; `more` are lines for the end of its configuration. Skips the test where it does not start."""
    for name in ("host", "user"):
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(folder / name)], check=True)
    port = _free_port()
    lines = [
        f"Port {port}",
        "ListenAddress 127.0.0.1",
        f"HostKey {folder}/host",
        f"AuthorizedKeysFile {folder}/user.pub",
        "PidFile none",
        "StrictModes no",
        "UsePAM no",
        "PasswordAuthentication no",
        "KbdInteractiveAuthentication no",
        "PermitRootLogin prohibit-password",
        "PrintMotd no",
        "PrintLastLog no",
        *more,
    ]
    (folder / "config").write_text("\n".join(lines) + "\n")
    # A file takes what it says: sessions that outlive a failed test would keep a pipe open.
    with _separation_folder(), open(folder / "log", "w+b") as log:
        assert SERVER is not None
        process = subprocess.Popen([SERVER, "-D", "-e", "-f", str(folder / "config")], stderr=log)
        try:
            if not _answers(port, process):
                pytest.skip(f"the SSH server did not start: {(folder / 'log').read_text().strip()}")
            yield Server(folder, port)
        finally:
            process.terminate()
            process.wait()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _answers(port: int, server: subprocess.Popen[bytes]) -> bool:
    end = time.monotonic() + 5
    while time.monotonic() < end and server.poll() is None:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return True
        time.sleep(0.01)
    return False


@contextlib.contextmanager
def _separation_folder() -> Iterator[None]:
    """The empty folder that a server started by root insists on; a machine whose own server never ran has none."""
    missing = os.getuid() == 0 and not _SEPARATION.exists()
    if missing:
        _SEPARATION.mkdir(mode=0o755)
    try:
        yield
    finally:
        if missing:
            with contextlib.suppress(OSError):
                _SEPARATION.rmdir()
