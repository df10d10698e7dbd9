"""From parsed data to the Structs of a format: fast where all is well, thorough where it is not."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

import msgspec

from .places import Places
from .problems import Problem
from .read import Document

T = TypeVar("T")
Hook = Callable[[type, Any], Any]
"""Makes a value of a type that msgspec does not know, or raises ValueError with a message for people and, maybe, a `hint`."""
Form = tuple[str, str | Callable[[str], str] | None]
"""What a text must look like, in a message as in `an address starts with http://`, and a hint, or what makes one of the faulty text."""
Forms = Mapping[str, Form]
"""What texts must look like, by the pattern of their annotations."""


def convert(document: Document, kind: type[T], hook: Hook, forms: Callable[[], Forms], places: Places, found: list[Problem]) -> T:
    """Return the data of a document as a Struct.

    All its faults are added to `found`, once each. Where there are some, what is returned holds everything that was understood, so that
    references can still be checked: None stands where a value is needed and there is none, the default where there is one.
    """
    try:
        return msgspec.convert(document.data, kind, dec_hook=hook)
    except msgspec.ValidationError as error:
        from .faults import examine

        return examine(document.data, kind, hook, forms(), places, found, str(error))
