"""What one part of a note says of a work."""

from __future__ import annotations

from msgspec import Struct, field


class Found(Struct, kw_only=True):
    """A work as a note gives it; the fields are those of the format."""

    number: int
    """Number of the note in which it stands first."""
    printed: str
    """The part of the note, as printed."""
    authors: list[str] = field(default_factory=list)
    editors: list[str] = field(default_factory=list)
    title: str = ""
    title_from: str = "print"
    language: str = "en"
    translated: str = ""
    publication: str = ""
    collection: str = ""
    publisher: str = ""
    place: str = ""
    republished: str = ""
    date: str = ""
    date_printed: str = ""
    accessed: str = ""
    url: str = ""
    kind: str = "web"
    pages: str = ""
    """Where in the work, as a citation has it: `p. 22`, `pp. 4-6`. That of this reference, and not of the work."""
    notes: list[int] = field(default_factory=list)
    key: str = ""
    law: bool = False
    """Whether it is a law, which others may name more shortly."""
    ibid: bool = False
    """Whether it only points back to the work before it."""
    guesses: list[str] = field(default_factory=list)
    """What was guessed, in words."""
    rest: list[str] = field(default_factory=list)
    """What fits no field."""

    @property
    def short(self) -> bool:
        """Whether it may be a short reference to a work that another note has in full."""
        return self.ibid or not (self.url or self.accessed or self.date or self.collection or self.publisher)
