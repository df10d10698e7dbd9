"""TOML as a draft needs it: values, and comments that hold any text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..toml.characters import FORBIDDEN
from .lines import cleaned

WIDTH = 110
_LONGEST = 240


def value(item: str | float | bool | Sequence[object]) -> str:
    """Return a value as TOML writes it; a string is tidied first."""
    if isinstance(item, bool):
        return "true" if item else "false"
    if isinstance(item, (int, float)):
        return repr(item)
    if isinstance(item, str):
        return '"' + cleaned(item, 4000).replace("\\", "\\\\").replace('"', '\\"') + '"'
    return f"[{', '.join(value(part) for part in item)}]"  # type: ignore[arg-type]


def inline(pairs: Iterable[tuple[str, str | float]]) -> str:
    """Return a small table on one line."""
    return "{ " + ", ".join(f"{key} = {value(item)}" for key, item in pairs) + " }"


def shown(text: str) -> str:
    """Return a text with the characters that no file may hold written as escapes."""
    text = FORBIDDEN.sub(lambda found: f"\\u{ord(found[0]):04x}", text.replace("\r", "\\u000d"))
    return text.encode("utf-8", "backslashreplace").decode()


def comment(text: str, first: str = "") -> list[str]:
    """Return a text as lines of a comment, blanks single, `first` before it; a word that is very long goes on in the next line."""
    lines: list[str] = []
    line = first.rstrip()
    for word in shown(text).split():
        for start in range(0, len(word), _LONGEST):
            piece = word[start : start + _LONGEST]
            if line and len(line) + 1 + len(piece) > WIDTH:
                lines.append(line)
                line = ""
            line = f"{line} {piece}" if line else piece
    return [f"# {part}" for part in (*lines, line) if part]
