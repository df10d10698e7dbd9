"""The index on disk: an SQLite file in the user's cache that remembers what each brief said when it was last read.

Nothing needs it. What cannot be read from it is read from the briefs again, what cannot be written is not kept, and a file that is damaged
or of another version is made anew. Several processes may use it at once: each change is one short transaction. There is no write-ahead
log, since that works on no network drive and leaves two more files beside an index that is only read.

The words of briefs, for a search (`words.py`), have tables of their own that refer to `brief.id`, filled in `put` and emptied by a trigger.
What else is to be known of briefs belongs in such tables, too; SCHEMA goes up by one then.
"""

from __future__ import annotations

import os
import sqlite3
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct

if TYPE_CHECKING:
    from ..brief.search.passages import Passage
    from ..brief.search.query import Query
    from .words import Hits, Words

SCHEMA = 3
"""Version of the tables; an index with another one is made anew."""
FILE = "library.sqlite3"
"""Name of the file in the folder."""
_PATIENCE = 0.5
"""Seconds to wait for another process."""
_MOST = 20_000
"""Most briefs that are remembered; of more, those read longest ago go."""
_TABLE = """
CREATE TABLE brief (
    id INTEGER PRIMARY KEY,
    folder BLOB NOT NULL,
    file BLOB NOT NULL,
    size INTEGER NOT NULL,
    mtime INTEGER NOT NULL,
    ctime INTEGER NOT NULL,
    inode BLOB NOT NULL,
    sure INTEGER NOT NULL,
    content BLOB NOT NULL,
    method TEXT,
    made BLOB NOT NULL,
    entry BLOB NOT NULL,
    json BLOB NOT NULL,
    UNIQUE (folder, file)
)
"""
_COLUMNS = "file, size, mtime, ctime, inode, sure, content, method, made, entry"
KNOWN = "(SELECT id >> 16 FROM texts WHERE texts.id = brief.id << 16)"
"""The id of a brief whose words are in the index, else nothing; as `words.py` has it, which most commands do not import."""
_Result = TypeVar("_Result")


class Row(Struct, frozen=True):
    """What is remembered of a file."""

    file: str
    """Its name in the folder."""
    signature: tuple[int, int, int, str]
    """Size, times of change of content and of the entry in the folder, in nanoseconds, and number of the inode when it was read."""
    sure: bool
    """Whether a change of its content must show in the signature."""
    content: bytes
    """Hash of its content."""
    method: str | None
    """Name of the method that it is scored by, where that stands in a file of its own."""
    made: bytes
    """What else the entry depends on: kzbrief itself, the method's file, for a fault the language of its message."""
    entry: bytes
    """What lists say of it, as the shelf encodes it."""
    json: bytes = b""
    """The same for programs."""
    words: Words | None = None
    """Its words, where they are to be kept."""
    id: int = 0
    """By what its words are known in the index; 0 where the index does not have them."""


def folder() -> str:
    """Return the folder for the index, whether it exists or not."""
    linux = sys.platform.startswith("linux")
    if linux:
        # As platformdirs has it; importing that would take longer than reading a brief.
        base = os.environ.get("XDG_CACHE_HOME", "")
        return os.path.join(base if os.path.isabs(base) else os.path.expanduser("~/.cache"), "kzbrief")
    from platformdirs import user_cache_dir

    return user_cache_dir("kzbrief", appauthor=False)


def forget() -> list[str]:
    """Remove the index; return the paths of the files that were removed. Raises OSError where one cannot be."""
    removed = []
    for ending in ("", "-journal", "-wal", "-shm"):
        path = os.path.join(folder(), FILE + ending)
        if os.path.lexists(path):
            os.remove(path)
            removed.append(path)
    with suppress(OSError):
        os.rmdir(folder())
    return removed


class Store:
    """The index, or what is left of it: whatever fails is as if there was nothing to remember. No method raises anything."""

    def __init__(self, path: str | None = None, *, write: bool = True, memory: bool = False) -> None:
        self._memory = memory
        self.path = os.path.join(folder(), FILE) if path is None else path
        """Its file; nothing is read from it or written to it where the index is to be kept in `memory` alone."""
        self._write = memory or (write and os.path.isabs(self.path))
        self._inode: int | None = None
        self._db: sqlite3.Connection | None = None
        with suppress(OSError, ValueError):
            self._db = self._open()

    def rows(self, folder: str, *, json: bool = False) -> dict[str, Row]:
        """Return what is remembered of the files of a folder, by the name of the file; `json` whether that is asked for, too."""
        columns = f"{_COLUMNS}, {KNOWN}" + (", json" if json else "")

        def select(db: sqlite3.Connection) -> dict[str, Row]:
            found = {}
            for row in db.execute(f"SELECT {columns} FROM brief WHERE folder = ?", (os.fsencode(folder),)):
                file, size, mtime, ctime, inode, sure, content, method, made, entry, ident, *more = row
                name = os.fsdecode(file)
                signature = size, mtime, ctime, inode.decode()
                found[name] = Row(name, signature, bool(sure), content, method, made, entry, more[0] if more else b"", id=ident or 0)
            return found

        return self._try(select) or {}

    def put(self, folder: str, rows: Sequence[Row], gone: Sequence[str] = ()) -> None:
        """Remember files of a folder, and forget those that are gone."""
        where = os.fsencode(folder)
        values = [
            (where, os.fsencode(row.file), *_numbers(row.signature), row.sure, row.content, row.method, row.made, row.entry, row.json)
            for row in rows
        ]
        old = [(where, os.fsencode(file)) for file in (*gone, *(row.file for row in rows))]

        def change(db: sqlite3.Connection) -> None:
            db.executemany("DELETE FROM brief WHERE folder = ? AND file = ?", old)
            for row, value in zip(rows, values, strict=True):
                put = db.execute(f"INSERT INTO brief (folder, {_COLUMNS}, json) VALUES (?{', ?' * 11})", value)
                if row.words:
                    from . import words

                    words.put(db, put.lastrowid or 0, row.words)
            db.execute("DELETE FROM brief WHERE id <= (SELECT max(id) FROM brief) - ?", (_MOST,))

        if old:
            self._change(change)

    def renew(self, folder: str, rows: Sequence[Row]) -> None:
        """Remember that files which were touched still have the content that is known."""
        where = os.fsencode(folder)
        values = [(*_numbers(row.signature), row.sure, where, os.fsencode(row.file), row.content) for row in rows]
        say = "UPDATE brief SET size = ?, mtime = ?, ctime = ?, inode = ?, sure = ? WHERE folder = ? AND file = ? AND content = ?"
        if values:
            self._change(lambda db: db.executemany(say, values))

    def search(self, query: Query, briefs: Sequence[int], limit: int) -> Hits | None:
        """Return what has all that is asked for in some briefs, the best first; None where the index cannot tell."""
        from . import words

        return self._try(lambda db: words.search(db, query, briefs, limit))

    def text(self, brief: int, number: int) -> Passage | None:
        """Return a passage of a brief; None where the index does not have it any more."""
        from . import words

        return self._try(lambda db: words.text(db, brief, number))

    def close(self) -> None:
        """Let go of the file."""
        db, self._db = self._db, None
        if db:
            with suppress(sqlite3.Error):
                db.close()

    def _change(self, how: Callable[[sqlite3.Connection], object]) -> None:
        """Change something, all of it or nothing."""

        def change(db: sqlite3.Connection) -> None:
            db.execute("BEGIN IMMEDIATE")
            try:
                how(db)
                db.execute("COMMIT")
            except BaseException:
                with suppress(sqlite3.Error):
                    db.execute("ROLLBACK")
                raise

        if self._write:
            self._try(change)

    def _try(self, how: Callable[[sqlite3.Connection], _Result]) -> _Result | None:
        """Do something with the index; where it turns out to be damaged, begin a new one and do it there."""
        for _attempt in range(2):
            if self._db is None:
                return None
            try:
                return how(self._db)
            except (sqlite3.Error, TypeError, ValueError, AttributeError, OverflowError) as error:
                if not _damaged(error):  # locked, a full disk, a folder that cannot be written: there is nothing to do about it
                    return None
                self._begin_anew()
        return None

    def _open(self) -> sqlite3.Connection | None:
        """Return the opened index, with its tables; None where there is none and none can be made."""
        for _attempt in range(2):
            try:
                return self._connect()
            except sqlite3.Error as error:
                self.close()
                if not _damaged(error) or not self._remove():
                    return None
        return None

    @property
    def keeps(self) -> bool:
        """Whether what is put into it is kept."""
        return self._write and self._db is not None

    @property
    def readable(self) -> bool:
        """Whether there is an index to read from."""
        return self._db is not None

    def _connect(self) -> sqlite3.Connection | None:
        if self._memory:
            db = self._db = sqlite3.connect(":memory:", isolation_level=None)
            _make(db)
            return db
        if self._write:
            try:
                os.makedirs(os.path.dirname(self.path), 0o700, exist_ok=True)
                # What somebody has on the shelf is their own business.
                os.close(os.open(self.path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600))
            except OSError:
                self._write = False
        if not os.path.isfile(self.path):
            return None
        self._inode = os.stat(self.path).st_ino
        quoted = self.path.replace("%", "%25").replace("?", "%3f").replace("#", "%23")
        mode = "rw" if self._write else "ro"
        db = self._db = sqlite3.connect(f"file:{quoted}?mode={mode}", uri=True, timeout=_PATIENCE, isolation_level=None)
        version = db.execute("PRAGMA user_version").fetchone()[0]
        if version == SCHEMA:
            return db
        if not self._write:
            self.close()
            return None
        if version == 0:
            db.execute("BEGIN IMMEDIATE")
            # Another process may have been faster.
            if db.execute("PRAGMA user_version").fetchone()[0] == 0:
                _make(db)
                db.execute(f"PRAGMA user_version = {SCHEMA}")
            db.execute("COMMIT")
            return db
        raise sqlite3.DatabaseError("another version")

    def _begin_anew(self) -> None:
        self.close()
        if self._remove():
            with suppress(OSError, ValueError):
                self._db = self._open()

    def _remove(self) -> bool:
        """Remove a file that is of no use, unless another process has put a new one in its place already; False where it must stay."""
        if not self._write:
            return False
        try:
            if os.stat(self.path).st_ino == self._inode:
                for ending in ("-journal", ""):
                    with suppress(FileNotFoundError):
                        os.remove(self.path + ending)
        except FileNotFoundError:
            pass
        except OSError:
            return False
        return True


def _make(db: sqlite3.Connection) -> None:
    from . import words  # which most commands have no need of

    db.execute(_TABLE)
    for statement in words.TABLES:
        db.execute(statement)


def _numbers(signature: tuple[int, int, int, str]) -> tuple[int, int, int, bytes]:
    return *signature[:3], signature[3].encode()


def _damaged(error: Exception) -> bool:
    """Tell an index that is of no use from one that cannot be used just now."""
    if isinstance(error, sqlite3.OperationalError):
        return getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_ERROR  # a table or a column is missing
    return True
