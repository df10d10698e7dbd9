"""Problems of a document: what is wrong, where, and what to do."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from msgspec import Struct

Severity = Literal["error", "warning", "note"]
Path = tuple[str | int, ...]
"""Way to a value in the parsed data: keys and, in arrays, indexes from 0."""


class Place(Struct, frozen=True, order=True):
    """A stretch of text on one line."""

    line: int
    """Line, from 1; 0 where the problem is the whole file's."""
    column: int = 1
    """Column, from 1, in characters."""
    length: int = 1
    """Length in characters."""


class Problem(Struct, frozen=True):
    """One problem of a document."""

    code: str
    """Stable name, as in `unknown-key`."""
    message: str
    """What is wrong, in a sentence without a full stop; may quote the document, so it is cleaned before it is shown."""
    path: Path = ()
    """Where in the data."""
    place: Place = Place(0)
    """Where in the text."""
    hint: str | None = None
    """What to do about it."""
    severity: Severity = "error"
    """How bad it is."""
    mend: tuple[int, str] | None = None
    """What mends it where that is safe: so many characters from the place on are replaced by this."""


class DocumentError(Exception):
    """A document that is refused, with all its problems in file order."""

    def __init__(self, name: str, problems: Sequence[Problem], *, readable: bool = True) -> None:
        super().__init__(name, problems)
        self.name = name
        """Name of the file as given."""
        self.problems = tuple(problems)
        """What is wrong with it."""
        self.readable = readable
        """False where the file could not be read, is no UTF-8 text or is over the limits."""
        self.text: str | None = None
        """What was read, for quoting its lines; None where that is not kept."""
