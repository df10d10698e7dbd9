"""What a file on the shelf says, and what that depends on."""

from __future__ import annotations

import os
import re
import stat
import time
from collections.abc import Callable

import msgspec

from .. import __version__
from ..brief.briefing import Briefing
from ..brief.entry import Entry, Fault, entry_of, fault_of
from ..brief.library import method_path
from ..brief.load import load_brief, load_method
from ..brief.method import Method
from ..i18n import language
from ..toml.problems import DocumentError
from ..toml.read import LIMIT

try:
    # As `hashlib` has it, which loads OpenSSL beside it: 3 ms for every list and every search.
    from _blake2 import blake2b
except ImportError:
    from hashlib import blake2b

Signature = tuple[int, int, int, str]
"""Size, times of change of content and of the entry in its folder, in nanoseconds, and number of the inode."""

_BRIEF = re.compile(rb"""^[ \t]*(?:\[[ \t]*)?["']?brief["']?[ \t]*[\].=]""", re.MULTILINE)
"""What every brief has: the table `[brief]`, however it is written."""
_METHOD = re.compile(rb"""^[ \t]*(?:brief\.)?method[ \t]*=[ \t]*["']([a-z0-9-]+)["']""", re.MULTILINE)
"""The method that a brief names which is too faulty to be asked."""
_GRAIN = 2_000_000_000
"""Nanoseconds within which two changes of a file can have the same time; FAT counts in steps of two seconds."""


class Contents(msgspec.Struct, frozen=True):
    """What is known of a file: an entry, a fault, or neither where it is no brief at all."""

    entry: Entry | None = None
    fault: Fault | None = None


def signature_of(state: os.stat_result) -> Signature:
    """Return what tells that a file has changed without reading it."""
    return state.st_size, state.st_mtime_ns, state.st_ctime_ns, str(state.st_ino)


def is_sure(signature: Signature, now: int | None = None) -> bool:
    """Return whether a later change must show in the signature: its times are past, and not so near that the clock may not tell."""
    now = time.time_ns() if now is None else now
    return max(signature[1], signature[2]) + _GRAIN < now and signature[1] > _GRAIN


def content_of(path: str, state: os.stat_result) -> tuple[bytes, bytes]:
    """Return the content of a file and its hash; nothing where it cannot be read or is larger than a brief can be."""
    if not stat.S_ISREG(state.st_mode) or state.st_size > LIMIT:
        return b"", b""
    try:
        with open(path, "rb") as file:
            content = file.read(LIMIT)
    except (OSError, ValueError):
        return b"", b""
    return content, blake2b(content, digest_size=16).digest()


class Methods:
    """Methods, each read once however many briefs name it."""

    def __init__(self) -> None:
        self._methods: dict[str, Method | DocumentError] = {}
        self._stamps: dict[str, bytes] = {}
        self._paths: dict[tuple[str, str], str] = {}

    def read(self, path: str) -> Method:
        """Return the method of a file. Raises DocumentError as `load_method` does."""
        if path not in self._methods:
            try:
                self._methods[path] = load_method(path)
            except DocumentError as error:
                self._methods[path] = error
        found = self._methods[path]
        if isinstance(found, DocumentError):
            raise found
        return found

    def stamp(self, name: str, brief: str) -> bytes:
        """Return what changes when the method that a brief names is another one; nothing where there is none."""
        where = name, os.path.dirname(brief)
        if where not in self._paths:
            try:
                self._paths[where] = method_path(name, brief)
            except DocumentError:
                self._paths[where] = ""
        path = self._paths[where]
        if path not in self._stamps:
            self._stamps[path] = b""
            if path:
                try:
                    content = content_of(path, os.stat(path))[1]
                    self._stamps[path] = blake2b(os.fsencode(path) + content, digest_size=8).digest()
                except OSError:
                    pass
        return self._stamps[path]


class Maker:
    """Finds out what files say."""

    def __init__(self, *, json: bool = True) -> None:
        self._methods = Methods()
        self._program = _program()
        self._tongue = blake2b(language().encode(), digest_size=8).digest()
        self._json = json

    def depends(self, method: str | None, path: str, *, faulty: bool) -> bytes:
        """Return what else an entry depends on, besides its file; a fault also on the language of its message."""
        said = self._tongue if faulty else b""
        return self._program + said + (self._methods.stamp(method, path) if method else b"")

    def make(self, path: str, content: bytes, *, certain: bool, table: Callable[[Briefing], bytes]) -> tuple[Contents, str | None, bytes]:
        """Return what a file says, the name of its method, and its table for programs.

        `certain` is whether it must be a brief: of other files those that have nothing of a brief are passed over.
        """
        if not certain and content and not _BRIEF.search(content):
            return Contents(), None, b""
        try:
            briefing = Briefing(path, *load_brief(path, self._methods.read))
            return Contents(entry_of(briefing)), briefing.brief.brief.method, table(briefing)
        except DocumentError as error:
            named = _METHOD.search(content)
            return Contents(fault=fault_of(error)), named[1].decode() if named else None, b""


def _program() -> bytes:
    """Return what changes with the code that reads briefs: the version and, for those who work on it, when its files were changed."""
    here = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    newest = 0
    for part in ("brief", os.path.join("brief", "rules"), os.path.join("brief", "search"), "toml"):
        try:
            with os.scandir(os.path.join(here, part)) as entries:
                newest = max([newest, *(entry.stat().st_mtime_ns for entry in entries if entry.name.endswith(".py"))])
        except OSError:
            continue
    return blake2b(f"{__version__} {newest}".encode(), digest_size=8).digest()
