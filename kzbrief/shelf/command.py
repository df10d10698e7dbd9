"""The `list` command: the briefs at hand on stdout, what is being done on stderr where somebody watches."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Sequence

import msgspec

from .. import __version__
from ..brief import library
from ..brief.entry import Listed
from ..brief.library import Folder
from ..i18n import _
from ..output.lines import clean
from ..output.printer import Target, is_terminal, print_lines, write
from ..restricted import restricted
from .shelf import Shelf, around
from .store import Store

_PATIENCE, _STEP = 0.5, 0.1
"""Seconds before progress is told, and between."""
_CELLS = 10
"""Cells of the bar that tells it."""


def print_list(words: Sequence[str], form: str, target: Target, *, keep: bool = True) -> int:
    """Print the briefs of folders, or those that are named; without words all that are at hand.

    `form` is `lines`, `markdown` or `json`; `keep` is whether the index may be used. Returns 1 where a brief is broken.
    Raises DocumentError for what is not there.
    """
    given = [word for word in words if not restricted() and os.path.isdir(word)]
    files = [library.locate(word) for word in words if word not in given]
    folders = [Folder(folder, "beside") for folder in given] if words else around()
    if not words and not restricted():
        for folder in folders:
            if folder.kind == "path" and not os.path.isdir(folder.path):
                write(clean(_("KZBRIEF_PATH: there is no folder {path}").format(path=folder.path)) + "\n", sys.stderr)
    shelf = Shelf(folders, files, store=Store(write=not restricted()) if keep else None, json=form == "json")
    try:
        read_all(shelf)
    finally:
        shelf.close()
    found = list(shelf.listed())
    if form == "json":
        from ..output.json_form import json_text

        write(json_text(_table(shelf), ascii_only=not target.glyphs.utf8), target.stream)
    elif form == "markdown":
        from ..output.markdown import listing_markdown, write_markdown

        write_markdown(listing_markdown(found), target)
    else:
        from ..output.listing import listing_lines

        if not target.glyphs.utf8:
            from ..output.ascii import in_ascii

            found = [in_ascii(item) for item in found]
        print_lines(listing_lines(found, target.width), target)
    return 1 if any(item.fault for item in found) else 0


def at_hand(path: str, *, keep: bool) -> list[Listed]:
    """Return all briefs at hand, those beside an open file among them; `keep` is whether the index may be used."""
    shelf = Shelf(around(path), (path,), store=Store(write=not restricted()) if keep else None)
    try:
        read_all(shelf, quiet=True)
    finally:
        shelf.close()
    return list(shelf.listed())


def read_all(shelf: Shelf, *, quiet: bool = False) -> None:
    """Read what the index does not know, and tell how far that is where it takes long and somebody watches, unless it is to be `quiet`."""
    told = time.monotonic() + _PATIENCE if not quiet and is_terminal(sys.stderr) else float("inf")
    whole, shown = len(shelf), False
    while shelf.step():
        if time.monotonic() > told:
            told, shown = time.monotonic() + _STEP, True
            write(f"\r{_progress(whole - shelf.waiting, whole)}\x1b[K" if os.environ.get("TERM") != "dumb" else "", sys.stderr)
    if shown:
        write("\r\x1b[K" if os.environ.get("TERM") != "dumb" else "", sys.stderr)


def _progress(count: int, whole: int) -> str:
    """A bar of how many briefs have been read, with the figures; in ASCII, since --ascii and what stderr takes are not known here."""
    given = _CELLS * count // whole
    said = _("reading briefs: {count} of {whole}").format(count=count, whole=whole)
    return f"{'#' * given}{'.' * (_CELLS - given)} {said}"


def _table(shelf: Shelf) -> dict[str, object]:
    briefs, broken = [], []
    for item, table in shelf.tables():
        known = {"name": item.name, "path": os.fsencode(library.told(item.path)).decode("utf-8", "backslashreplace"), "opens": item.opens}
        if item.fault:
            broken.append({**known, **_problem(item)})
        elif table:
            briefs.append({**known, **msgspec.json.decode(table)})
    return {"kzbrief": __version__, "briefs": briefs, "broken": broken}


def _problem(item: Listed) -> dict[str, object]:
    fault = item.fault
    assert fault
    return {"problem": {**msgspec.structs.asdict(fault), "file": library.told(fault.file)}}
