"""Elements of HTML. Whatever is no `Html` is text and is escaped, so that what authors wrote can never become markup."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ...lines import clean

_VOID = frozenset(("meta",))
_DRAWN = frozenset(("line", "rect", "circle"))
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029]")
_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"}
_TABLE = str.maketrans(_ESCAPES)

Attribute = str | float | bool | None


class Html(str):
    """Markup that has been made here; it goes out as it stands."""

    __slots__ = ()


BREAK = Html("\n")
"""A line break between elements."""


def text(words: str) -> Html:
    """Return words as text of a page; control characters are shown as `\\x1b`, for an element or an attribute alike."""
    return words if isinstance(words, Html) else Html(_CONTROL.sub(lambda found: clean(found[0]), words).translate(_TABLE))


def element(name: str, /, *children: str, **attributes: Attribute) -> Html:
    """Return an element with its children, which are text unless they are `Html`.

    An underscore at the end of an attribute's name is dropped (`class_`), others become hyphens (`aria_label`); True is an attribute
    without a value; None and False leave it out.
    """
    said = "".join(_attribute(key, value) for key, value in attributes.items())
    if name in _VOID:
        return Html(f"<{name}{said}>")
    if name in _DRAWN:
        return Html(f"<{name}{said}/>")
    return Html(f"<{name}{said}>{''.join(map(text, children))}</{name}>")


def joined(parts: Iterable[str], between: str = "") -> Html:
    """Return parts one after the other, with something between them."""
    return Html(text(between).join(map(text, parts)))


def lines(parts: Iterable[str]) -> Html:
    """Return blocks each on a line of its own; empty ones are left out."""
    return Html("\n".join(text(part) for part in parts if part))


def _attribute(key: str, value: Attribute) -> str:
    if value is None or value is False:
        return ""
    name = key.rstrip("_").replace("_", "-")
    return f" {name}" if value is True else f' {name}="{text(str(value))}"'
