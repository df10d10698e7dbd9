"""A piece of advice: a warning or a note whose place is looked up only where it is shown, since that takes longer than all rules."""

from __future__ import annotations

from typing import NamedTuple

from ...toml.problems import Path


class Advice(NamedTuple):
    """Something that may be wrong."""

    code: str
    """Its code, which says how bad it is."""
    message: str
    """What is the matter, in a sentence without a full stop."""
    path: Path
    """Where in the data."""
    about: tuple[str, ...] = ()
    """What it is about, as `at` of `[[allow]]` names it: `finding:carrier`, `note:8`; `report` always fits."""
    hint: str | None = None
    """What to do about it."""
    key: bool = False
    """Whether the place is that of the key."""
    inside: tuple[int, int] | None = None
    """Characters of a text that are meant: index and length."""
    first: Path | None = None
    """Another place whose line is named."""
