"""A briefing: a brief that has been read and found in order, with its method and its index."""

from __future__ import annotations

import os
from functools import cached_property
from typing import TYPE_CHECKING

from .library import locate
from .load import load_brief
from .method import Method
from .model import Brief

if TYPE_CHECKING:
    from .index import Index


class Briefing:
    """A brief ready for reading."""

    def __init__(self, path: str, brief: Brief, method: Method) -> None:
        self.path = path
        """Path of its file; not cleaned for a terminal."""
        self.brief = brief
        self.method = method

    @cached_property
    def index(self) -> Index:
        """What stands where in it."""
        from .index import Index  # `check` does without

        return Index(self.brief, self.method)


def load(name: str | os.PathLike[str]) -> Briefing:
    """Return the briefing of a file, or of a brief that is known by name.

    Raises DocumentError where there is none, where it cannot be read or has faults.
    """
    path = locate(name)
    return Briefing(path, *load_brief(path))
