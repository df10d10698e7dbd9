"""A piece of advice: a warning or a note whose place is looked up only where it is shown, since that takes longer than all rules."""

from __future__ import annotations

from ...toml.problems import Path


class Advice:
    """Something that may be wrong. A plain class: `check` makes it each time, and a NamedTuple or Struct takes a millisecond to define."""

    __slots__ = ("about", "code", "first", "hint", "inside", "key", "mend", "message", "path")

    def __init__(
        self,
        code: str,
        message: str,
        path: Path,
        about: tuple[str, ...] = (),
        hint: str | None = None,
        *,
        key: bool = False,
        inside: tuple[int, int] | None = None,
        first: Path | None = None,
        mend: tuple[int, str] | None = None,
    ) -> None:
        self.code = code
        """Its code, which says how bad it is."""
        self.message = message
        """What is the matter, in a sentence without a full stop."""
        self.path = path
        """Where in the data."""
        self.about = about
        """What it is about, as `at` of `[[allow]]` names it: `finding:carrier`, `note:8`; `report` always fits."""
        self.hint = hint
        """What to do about it."""
        self.key = key
        """Whether the place is that of the key."""
        self.inside = inside
        """Characters of a text that are meant: index and length."""
        self.first = first
        """Another place whose line is named."""
        self.mend = mend
        """What mends it, as of a `Problem`."""
