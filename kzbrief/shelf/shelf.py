"""The shelf: which briefs there are and what each says, from the index where that still holds, else from the brief."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from ..brief import library
from ..brief.briefing import Briefing
from ..brief.entry import Listed
from ..brief.library import Folder
from ..restricted import restricted
from .contents import Contents, Maker, content_of, is_sure, signature_of
from .store import Row, Store

if TYPE_CHECKING:
    from ..brief.search.passages import Passage
    from ..brief.search.query import Query
    from .words import Words

_TOGETHER = 100
"""Briefs that are written into the index in one go."""


class Found(NamedTuple):
    """What was found in all briefs."""

    total: int
    """How many passages."""
    best: list[tuple[Listed, Passage]]
    """The best of them, each with its brief."""


class _Item(msgspec.Struct):
    """A file on the shelf."""

    path: str
    folder: str
    """The folder by which the index knows it, without symbolic links."""
    file: str
    name: str
    """Name by which it may be opened."""
    certain: bool
    """Whether it is listed before it has been read."""
    sure: bool
    """Whether it is a brief even where nothing in it looks like one."""
    rank: int
    """Place of its folder among the folders."""
    contents: Contents | None = None
    json: bytes = b""
    id: int = 0
    """By what its words are known in the index."""


class Shelf:
    """The briefs in some folders and some files of other places, by name.

    `json` is whether their tables for programs are asked for, `words` whether their words are to be in the index.
    """

    def __init__(
        self,
        folders: Sequence[Folder],
        files: Sequence[str] = (),
        *,
        store: Store | None = None,
        json: bool = False,
        words: bool = False,
    ) -> None:
        self._store = store
        self._words = words
        self._json = json
        self._maker = Maker()
        self._rows: dict[str, dict[str, Row]] = {}
        self._made: dict[str, list[Row]] = {}
        self._touched: dict[str, list[Row]] = {}
        self._items: list[_Item] = []
        self._opening: dict[str, str] = {}
        self._gather(folders, files)
        self._waiting = [item for item in self._items if not self._remembered(item)]
        self._waiting.reverse()

    @property
    def waiting(self) -> int:
        """Number of files that have not been read yet."""
        return len(self._waiting)

    def __len__(self) -> int:
        return len(self._items)

    def listed(self) -> Iterator[Listed]:
        """Yield the briefs by name, those first that their name opens; files that turned out to be no briefs are left out."""
        for item in self._items:
            contents = item.contents
            if contents is None and not item.certain:
                continue
            if contents is None or contents.entry or contents.fault:
                yield self._listed(item)

    def _listed(self, item: _Item) -> Listed:
        contents, other = item.contents, self._opening.get(item.name, "")
        opens = other == item.path
        return Listed(item.name, item.path, opens, "" if opens else other, *((contents.entry, contents.fault) if contents else ()))

    def tables(self) -> Iterator[tuple[Listed, bytes]]:
        """Yield the briefs with their tables for programs, which those have that are in order."""
        found = {item.path: item.json for item in self._items}
        for listed in self.listed():
            yield listed, found[listed.path]

    def step(self) -> bool:
        """Read the next file that the index does not know, and keep what has been read now and then; False where all are read."""
        if not self._waiting:
            return False
        self._read(self._waiting.pop())
        if not self._waiting or sum(map(len, self._made.values())) >= _TOGETHER:
            self.keep()
        return bool(self._waiting)

    def found(self, query: Query, limit: int) -> Found | None:
        """Return what has all that is asked for, the best first; None where the index cannot tell, for instance since it is gone.

        All must have been read, with their words.
        """
        if not self._store:
            return None
        self._identify()
        items = {item.id: item for item in self._items if item.id}
        hits = self._store.search(query, list(items), limit)
        if hits is None or len(items) < sum(item.contents is not None and item.contents.entry is not None for item in self._items):
            return None
        best = []
        for brief, number in hits.best:
            passage = self._store.text(brief, number)
            if passage is None:
                return None
            best.append((self._listed(items[brief]), passage))
        return Found(hits.total, best)

    def _identify(self) -> None:
        """Find out by what the words of those are known that have been read just now."""
        for folder in {item.folder for item in self._items if not item.id and item.contents and item.contents.entry}:
            rows = self._store.rows(folder) if self._store else {}
            for item in self._items:
                if item.folder == folder and item.file in rows:
                    item.id = rows[item.file].id

    def keep(self) -> None:
        """Write what has been read into the index."""
        made, self._made = self._made, {}
        touched, self._touched = self._touched, {}
        if self._store:
            for folder, rows in made.items():
                self._store.put(folder, rows)
            for folder, rows in touched.items():
                self._store.renew(folder, rows)

    def close(self) -> None:
        """Keep what has been read, and let go of the index."""
        self.keep()
        if self._store:
            self._store.close()
            self._store = None

    def _gather(self, folders: Sequence[Folder], files: Sequence[str]) -> None:
        seen: set[str] = set()
        named = library.by_name()
        for rank, folder in enumerate(folders):
            real = os.path.realpath(folder.path)
            if real in seen:
                continue
            seen.add(real)
            found = library.documents(folder.path)
            files_here = [os.path.basename(path) for path in found]
            certain, sure = folder.kind != "beside", folder.kind == "shipped"
            self._items += [
                _Item(path, real, file, library.name_of(file), certain, sure, rank) for path, file in zip(found, files_here, strict=True)
            ]
            gone = self._known(real).keys() - set(files_here)
            if self._store and gone:
                self._store.put(real, (), sorted(gone))
        for path in dict.fromkeys(files):
            real, file = os.path.split(os.path.realpath(path))
            for item in self._items:
                if (item.folder, item.file) == (real, file):
                    item.certain = item.sure = True
                    break
            else:
                self._items.append(_Item(path, real, file, library.name_of(path), certain=True, sure=True, rank=len(folders)))
        here = os.path.realpath(os.curdir)
        for item in self._items:
            if item.name in named:
                self._opening[item.name] = named[item.name]
            elif item.folder == here and not restricted():
                self._opening[item.name] = item.path
        self._items.sort(key=lambda item: (item.name, item.rank))

    def _known(self, folder: str) -> dict[str, Row]:
        if folder not in self._rows:
            self._rows[folder] = self._store.rows(folder, json=self._json) if self._store else {}
        return self._rows[folder]

    def _remembered(self, item: _Item) -> bool:
        """Take what the index has of a file; False where it has nothing that holds."""
        row = self._known(item.folder).get(item.file)
        if row is None:
            return False
        try:
            state = os.stat(item.path)
            contents = _decoder.decode(row.entry)
        except (OSError, ValueError, msgspec.DecodeError):
            return False
        faulty = contents.fault is not None
        if row.made != self._maker.depends(row.method, item.path, faulty=faulty) or (item.sure and contents == Contents()):
            return False
        if self._words and contents.entry and not row.id:
            return False
        signature = signature_of(state)
        if not row.sure or row.signature != signature:
            content = content_of(item.path, state)[1]
            if not content or content != row.content:
                return False
            sure = is_sure(signature)
            if sure or row.signature != signature:
                self._touched.setdefault(item.folder, []).append(msgspec.structs.replace(row, signature=signature, sure=sure))
        item.contents, item.json, item.id = contents, row.json, row.id
        return True

    def _read(self, item: _Item) -> None:
        try:
            state = os.stat(item.path)
        except (OSError, ValueError):
            state = None
        signature, sure = (signature_of(state), is_sure(signature_of(state))) if state else ((0, 0, 0, ""), False)
        content, digest = content_of(item.path, state) if state else (b"", b"")
        words: list[Words] = []

        def table(briefing: Briefing) -> bytes:
            if self._words:
                from .words import words_of

                words.append(words_of(briefing))
            return self._table(briefing)

        item.contents, method, item.json = self._maker.make(item.path, content, certain=item.sure, table=table)
        if digest:
            made = self._maker.depends(method, item.path, faulty=item.contents.fault is not None)
            entry = _encoder.encode(item.contents)
            self._note(item, Row(item.file, signature, sure, digest, method, made, entry, item.json, words[0] if words else None))

    def _note(self, item: _Item, row: Row) -> None:
        self._made.setdefault(item.folder, []).append(row)

    def _table(self, briefing: Briefing) -> bytes:
        from ..output.json_form import listed_table

        return msgspec.json.encode(listed_table(briefing))


_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder(Contents)


def around(path: str | None = None) -> list[Folder]:
    """Return all folders to look in: those of names, and the current one, or that of an open file. In restricted use the former alone."""
    found = library.folders()
    if restricted():
        return found
    return [*found, Folder(os.path.dirname(os.path.abspath(path)) if path else os.curdir, "beside")]
