"""Text as Markdown that renders the same with Pandoc and on GitHub: what authors wrote stays text, whatever it looks like."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..brief.index import Index
from ..brief.text import Run
from .lines import clean
from .prose import bracket, labels

# Quotation marks, since Pandoc would curl them; `www.` and `://`, since GitHub would make links of them.
_SPECIAL = re.compile(r"[\\`*_\[\]<>{}&$^~|@#\"']|--+|\.\.\.|(?<=www)\.|:(?=//|[a-z0-9_+-]+:)")
_START = re.compile(r"(?:[-+=:%]|\(?(?:[0-9]+|[A-Za-z]+|\\[@#]\w*)[.)](?=\s|$))")
_MARKS = {"emphasis": "*", "strong": "**"}


def escaped(text: str) -> str:
    """Return text for use anywhere in a line."""
    return _SPECIAL.sub(lambda found: "".join("\\" + sign for sign in found[0]), clean(text))


def block(text: str) -> str:
    """Return escaped text for the beginning of a line: what would make a list, a heading or a title of it is escaped, too."""
    text = text.strip()
    if found := _START.match(text):
        end = found.end() - 1
        return text[:end] + "\\" + text[end:] if text[0] != "(" else "\\(" + text[1:end] + "\\" + text[end:]
    return text


def address(url: str) -> str:
    """Return an address as a link that shows itself."""
    return f"<{_in_angles(url)}>"


def inline(runs: Iterable[Run], index: Index) -> str:
    """Return runs as Markdown in one line; citations as their numbers in brackets."""
    pieces: list[str] = []
    for run in runs:
        if run.kind == "citation":
            pieces.append(escaped(bracket(labels(run.cites, index))))
        elif run.kind == "link":
            pieces.append(address(run.href) if run.href == run.text else f"[{escaped(run.text)}](<{_in_angles(run.href)}>)")
        elif run.kind in _MARKS and run.text.strip():
            # Marks must touch the words that they are about.
            words = run.text.strip()
            before, after = run.text[: run.text.index(words)], run.text[run.text.index(words) + len(words) :]
            mark = _MARKS[run.kind]
            pieces.append(f"{before}{mark}{escaped(words)}{mark}{after}")
        else:
            pieces.append(escaped(run.text))
    return "".join(pieces)


def table(head: Iterable[str], rows: Iterable[Iterable[str]], align: str) -> list[str]:
    """Return a table of cells that are Markdown already; `align` has `l` or `r` for each column."""
    lines = [f"| {' | '.join(head)} |", "|" + "|".join(" ---: " if side == "r" else " --- " for side in align) + "|"]
    return lines + [f"| {' | '.join(cells)} |" for cells in rows]


def _in_angles(url: str) -> str:
    return clean(url).replace("<", "%3C").replace(">", "%3E").replace("\\", "%5C")
