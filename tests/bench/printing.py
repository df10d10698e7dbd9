"""One run of a program that prints and ends."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Sequence

from ..terminal.screen import Screen

COLUMNS, ROWS = 120, 40


def to_pipe(argv: Sequence[str], env: dict[str, str]) -> list[tuple[str, float]]:
    """Run a program with its output into a pipe: ms until it has ended, ms of processor time, bytes."""
    reader, writer = os.pipe()
    null = os.open(os.devnull, os.O_RDWR)
    actions = [(os.POSIX_SPAWN_DUP2, null, 0), (os.POSIX_SPAWN_DUP2, writer, 1), (os.POSIX_SPAWN_DUP2, null, 2)]
    started = time.perf_counter()
    pid = os.posix_spawnp(argv[0], list(argv), env, file_actions=actions, setsigdef=(signal.SIGPIPE,))
    os.close(writer)
    os.close(null)
    size = 0
    while data := os.read(reader, 1 << 16):
        size += len(data)
    _, status, usage = os.wait4(pid, 0)
    took = time.perf_counter() - started
    os.close(reader)
    _require(argv, os.waitstatus_to_exitcode(status))
    return [("ms", took * 1000), ("cpu", (usage.ru_utime + usage.ru_stime) * 1000), ("bytes", size)]


def said(argv: Sequence[str], env: dict[str, str]) -> list[tuple[str, float]]:
    """Run a program that measures something itself: its output has a figure and a number in each line."""
    done = subprocess.run(argv, env=env, capture_output=True, text=True, check=False)
    _require(argv, done.returncode, done.stderr)
    return [(name, float(number)) for name, _, number in (line.rpartition(" ") for line in done.stdout.splitlines())]


def to_terminal(argv: Sequence[str], env: dict[str, str]) -> list[tuple[str, float]]:
    """Run a program with its output into a terminal: ms until it has ended, bytes."""
    with Screen(argv, columns=COLUMNS, rows=ROWS, env=env) as screen:
        ended = screen.wait_for_end()
        _require(argv, screen.code, screen.text)
        return [("ms", (ended - screen.started) * 1000), ("bytes", sum(len(chunk.data) for chunk in screen.chunks))]


def _require(argv: Sequence[str], code: int | None, text: str = "") -> None:
    if code:
        raise RuntimeError(f"{' '.join(argv)} ended with {code}\n{text}")
