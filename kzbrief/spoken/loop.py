"""The loop of reading by ear: a line in, an answer out, on any terminal and on pipes. No cursor is moved and nothing is drawn."""

from __future__ import annotations

import sys
from collections.abc import Iterable

from ..brief.briefing import Briefing
from ..i18n import _
from ..marked import Marked
from ..output.lines import Span, plain
from ..output.printer import Target, is_terminal, write
from ..output.wrapping import wrap
from .reader import Reader

_LONGEST = 10_000
"""Longest line in characters that is taken as a command."""


def run(
    briefing: Briefing,
    target: Target,
    *,
    at: str | None = None,
    originals: dict[str, str] | None = None,
    marked: Marked | None = None,
    kept: bool = False,
) -> int:
    """Read a brief line by line until the end of the input or `quit`; return the exit code.

    `originals` are the report's own words for findings, by their ids, where they are to be said; `marked` knows which are marked; `kept`
    is whether the index of briefs may be used. Raises KeyError where `at` names neither a section nor a finding, and what
    `printer.write` raises.
    """
    copy = (lambda text: _copy(text, target)) if is_terminal(target.stream) else None
    reader = Reader(briefing, at, originals, marked, kept=kept, ascii_only=not target.glyphs.utf8, copy=copy)
    # In a pipe every line stays whole: what reads it knows best where to break.
    width = target.width if is_terminal(target.stream) else 0
    talks = is_terminal(sys.stdin) and bool(width)
    if hasattr(sys.stdin, "reconfigure"):
        sys.stdin.reconfigure(errors="replace")  # whatever is typed, it is answered
    _say(reader.start(), target, width)
    while not reader.done:
        if talks:
            write(_("Command: "), target.stream)
        line = sys.stdin.readline() if sys.stdin is not None else ""
        if not line:
            if talks:
                write("\n", target.stream)
            break
        _say(reader.answer(line[:_LONGEST].rstrip("\r\n")), target, width)
    return 0


def _copy(text: str, target: Target) -> str:
    """Take a text to a clipboard; return what was done, in words."""
    from ..tui.terminal import copy

    return copy(text, lambda control: write(control, target.stream))


def _say(lines: Iterable[str], target: Target, width: int) -> None:
    shown = [plain(row) for line in lines for row in wrap([Span(line)], width)] if width else list(lines)
    text = "".join(f"{line}\n" for line in shown)
    if not target.glyphs.utf8 and not text.isascii():
        from ..output.ascii import to_ascii

        text = to_ascii(text)
    write(text, target.stream)
