"""One run of a full-screen program: how it starts, idles, answers keys and ends."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from ..terminal.screen import Chunk, Screen

QUIET = 0.15
"""Seconds without output after which an answer is over."""
SETTLED = 0.4
"""Seconds without output after which a start is over: a program may draw something first and load the rest then."""
BUSY = 0.05
"""Seconds more in which a silent program is watched: one that computes all the time has not answered yet."""
PATIENCE = 15.0
"""Seconds that a program has for anything."""


class Program(NamedTuple):
    """A full-screen program and what is done with it."""

    argv: Sequence[str]
    """Its command."""
    env: dict[str, str]
    """Its environment."""
    ready: str
    """Regular expression of the text that says that the first screen is there."""
    columns: int = 120
    rows: int = 40
    keys: Sequence[tuple[str, str]] = ()
    """Keys to press one after the other, each with the name of its figures; those without a name are not measured."""
    quit: str = "q"
    """The key that ends it."""


def measure_start(program: Program, idle: float = 0) -> list[tuple[str, float]]:
    """Start, idle for some seconds, end.

    Figures: `score` and `silent` (ms until the first screen's text is there, and until nothing more is sent), `bytes` up to then,
    `memory` (MB resident), `idle bytes`, `idle cpu` (percent of a core), `quit` (ms until the process has ended).
    """
    with Screen(program.argv, columns=program.columns, rows=program.rows, env=program.env) as screen:
        figures = _start(screen, program)
        figures.append(("memory", _resident(screen.pid)))
        if idle:
            before = _processor_seconds(screen.pid)
            chunks = screen.read_until_silent(idle, idle)
            figures.append(("idle cpu", (_processor_seconds(screen.pid) - before) / idle * 100))
            figures.append(("idle bytes", _size(chunks)))
        figures.append(("quit", _quit(screen, program)))
        return figures


def measure_keys(program: Program) -> list[tuple[str, float]]:
    """Start, press the keys, end; for each named key `NAME ms` (until the text no longer changes) and `NAME bytes` (until silence)."""
    with Screen(program.argv, columns=program.columns, rows=program.rows, env=program.env) as screen:
        _start(screen, program)
        figures: list[tuple[str, float]] = []
        for name, key in program.keys:
            took, size = _press(screen, key, 2 if name else 1)
            if name and took is None:
                raise RuntimeError(f"{program.argv[0]}: {key} ({name}) changed nothing; the screen:\n{screen.text}")
            if name and took is not None:
                figures += [(f"{name} ms", took), (f"{name} bytes", size)]
        _quit(screen, program)
        return figures


def _start(screen: Screen, program: Program) -> list[tuple[str, float]]:
    # Nothing is drawn here while the program starts: the text is looked for afterwards, in each piece of what came.
    ready = None
    while ready is None and _read_answer(screen, SETTLED):
        ready = _time_of(screen, program.ready)
    if ready is None:
        raise RuntimeError(f"{' '.join(program.argv)}: {program.ready!r} never came; the screen:\n{screen.text}")
    last = screen.chunks[-1].when
    return [("score", (ready - screen.started) * 1000), ("silent", (last - screen.started) * 1000), ("bytes", _size(screen.chunks))]


def _press(screen: Screen, key: str, attempts: int) -> tuple[float | None, int]:
    shown = screen.text
    before = len(screen.chunks)
    pressed = screen.type(key)
    chunks: list[Chunk] = []
    changed = None
    for _attempt in range(attempts):  # a slow program may answer with something that is no text yet, and rest before it goes on
        chunks += _read_answer(screen, QUIET)
        for number in range(screen.shown, before + len(chunks)):
            screen.show(number + 1)
            if (text := screen.emulator.text) != shown:
                shown, changed = text, screen.chunks[number].when
        if changed is not None:
            return (changed - pressed) * 1000, _size(chunks)
    return None, _size(chunks)


def _read_answer(screen: Screen, quiet: float) -> list[Chunk]:
    """Read until the program is silent and has nothing more to compute."""
    before = len(screen.chunks)
    screen.read_until_silent(quiet, PATIENCE, first=PATIENCE)
    end = time.perf_counter() + PATIENCE
    busy = True
    while busy and time.perf_counter() < end:
        used = _processor_seconds(screen.pid)
        more = screen.read_until_silent(BUSY, PATIENCE)
        busy = bool(more) or _processor_seconds(screen.pid) - used > BUSY / 2
    return screen.chunks[before:]


def _time_of(screen: Screen, pattern: str) -> float | None:
    """The time of the piece of output after which the text is on the screen."""
    for number, chunk in enumerate(screen.chunks[screen.shown :], screen.shown + 1):
        screen.show(number)
        if re.search(pattern, screen.emulator.text):
            return chunk.when
    return None


def _quit(screen: Screen, program: Program) -> float:
    pressed = screen.type(program.quit)
    ended = screen.wait_for_end(PATIENCE)
    left = screen.left_over()
    if screen.code or left:
        raise RuntimeError(f"{program.argv[0]} ended with {screen.code} and left {left}")
    return (ended - pressed) * 1000


def _size(chunks: Sequence[Chunk]) -> int:
    return sum(len(chunk.data) for chunk in chunks)


def _resident(pid: int) -> float:
    """Megabytes of memory that the process holds."""
    pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def _processor_seconds(pid: int) -> float:
    """Processor time of all threads, from the scheduler: other counters are too coarse for an idle program."""
    total = 0
    for task in Path(f"/proc/{pid}/task").iterdir():
        with suppress(OSError):  # a thread that has just ended
            total += int((task / "schedstat").read_text().split()[0])
    return total / 1e9
