"""The `search` command: words in all briefs at hand, through the index, which is brought up to date first."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from ..brief.search.query import Matcher, Query, QueryError, parse
from ..i18n import _
from ..output.printer import Target, print_lines, write
from ..refusal import RefusedError
from ..restricted import restricted
from .command import read_all
from .shelf import Found, Shelf, around
from .store import Store


def print_search(words: Sequence[str], form: str, target: Target, *, limit: int, keep: bool = True) -> int:
    """Print what has the words in all briefs at hand, the best first; `form` is `lines` or `json`, `keep` whether the index may be used.

    Returns 1 where nothing has them. Raises RefusedError where the question cannot be answered.
    """
    asked = " ".join(words)
    try:
        query = parse(asked)
    except QueryError as error:
        raise RefusedError(str(error)) from None
    if not query:
        raise RefusedError(_("say what to look for, as in: kzbrief search LiveJournal"))
    found = search(query, limit, keep=keep)
    if form == "json":
        from ..output.found_forms import found_table
        from ..output.json_form import json_text

        write(json_text(found_table(asked, found.total, found.best, Matcher(query)), ascii_only=not target.glyphs.utf8), target.stream)
    elif not found.total:
        write(_("nothing has these words") + "\n", sys.stderr)
    else:
        from ..output.found_forms import found_lines

        print_lines(found_lines(found.total, found.best, Matcher(query), target), target)
    return 0 if found.total else 1


def searchable(store: Store | None) -> Shelf:
    """Return the shelf with words, by an index that is kept if it can be, else by one in memory, which holds nothing yet."""
    if store and (store.keeps or store.readable):
        shelf = Shelf(around(), store=store, words=True)
        if store.keeps or not shelf.waiting:
            return shelf
        shelf.close()
    return Shelf(around(), store=Store(memory=True), words=True)


def search(query: Query, limit: int, *, keep: bool, quiet: bool = False) -> Found:
    """Return what has all that is asked for in all briefs at hand, the best first; `quiet` tells nothing of how far the reading is.

    Where the index fails, for instance since another process has made it anew, one in memory takes its place. Raises RefusedError where
    there is none at all.
    """
    for store in (Store(write=not restricted()) if keep else None, None):
        shelf = searchable(store)
        try:
            read_all(shelf, quiet=quiet)
            found = shelf.found(query, limit)
        finally:
            shelf.close()
        if found is not None:
            return found
    raise RefusedError(_("this Python cannot search: its SQLite has no FTS5"))
