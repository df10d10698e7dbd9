"""Long output through a pager, where one is asked for and there is a terminal to page on."""

from __future__ import annotations

import io
import os
from collections.abc import Mapping
from contextlib import suppress
from typing import IO, NamedTuple

from ..restricted import restricted
from .printer import is_terminal, write

_NOT_RUN = (126, 127)
"""Exit codes of the shell for a program that cannot be started."""


class Pager(NamedTuple):
    """A pager."""

    command: str
    """As the shell takes it."""
    colours: bool
    """Whether it passes on colours; only of `less` is that known."""
    environ: dict[str, str]
    """Its environment."""


class Held(io.StringIO):
    """Text kept back until all of it is there, with the encoding of the stream that it is for."""

    def __init__(self, stream: IO[str]) -> None:
        super().__init__()
        self._encoding = getattr(stream, "encoding", None) or "utf-8"

    @property
    def encoding(self) -> str:  # type: ignore[override]
        """Encoding of the stream that the text is for."""
        return self._encoding


def find(stream: IO[str] | None, environ: Mapping[str, str] = os.environ) -> Pager | None:
    """Return the pager to use on a stream: that of PAGER, else `less -R` where it exists.

    None where the stream is no terminal, where PAGER is `cat` or empty, and in restricted mode, which starts no other program.
    """
    if not is_terminal(stream) or environ.get("TERM", "dumb") == "dumb" or restricted(environ):
        return None
    named = environ.get("PAGER")
    if named is None:
        from shutil import which

        return Pager("less -R", True, dict(environ)) if which("less", path=environ.get("PATH")) else None
    if named.strip() in ("", "cat"):
        return None
    words = named.split()
    if os.path.basename(words[0]) != "less":
        return Pager(named, False, dict(environ))
    # Where nothing is said about less, it is told to pass colours on, as git does.
    options = " ".join([environ.get("LESS", "R"), *(word for word in words[1:] if word.startswith("-"))])
    passes = any("r" in word.lower() for word in options.split() if not word.startswith("--")) or "--raw" in options.lower()
    return Pager(named, passes, {"LESS": "R", **environ})


def show(text: str, stream: IO[str], pager: Pager) -> None:
    """Show a text through the pager, or write it at once where it fits the screen or the pager cannot be started.

    Quiet when the pager is left before the end. Raises what `printer.write` raises.
    """
    if text.count("\n") < _height(stream):
        write(text, stream)
        return
    import signal
    import subprocess

    stream.flush()
    process = subprocess.Popen(pager.command, shell=True, stdin=subprocess.PIPE, env=pager.environ)
    # Ctrl+C is meant for the pager, which goes on after it.
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        with suppress(BrokenPipeError):
            process.communicate(text.encode(getattr(stream, "encoding", None) or "utf-8", "backslashreplace"))
        process.wait()
    finally:
        signal.signal(signal.SIGINT, before)
    if process.returncode in _NOT_RUN:
        write(text, stream)


def _height(stream: IO[str]) -> int:
    try:
        return os.get_terminal_size(stream.fileno()).lines
    except (OSError, ValueError):
        return 24
