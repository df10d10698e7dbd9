"""What an explanation of a code holds, and how its examples become whole files."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

Kind = Literal["brief", "command", "settings", "words"]


class Explanation(NamedTuple):
    """Why a code matters, with an example that has the problem and one that has not."""

    why: str
    """Why it is looked for, and what to do, in sentences."""
    bad: str
    """An example that has the problem."""
    good: str
    """The same without it."""
    kind: Kind = "brief"
    """What the examples are: parts of a brief, commands, a line of the settings, or words about files that cannot be shown."""


_BRIEF = {
    "id": '"borduria-2011"',
    "title": '"Borduria"',
    "country": '"XB"',
    "method": '"freedom-on-the-net"',
    "edition": "2011",
}
_REPORT = '[report]\ntype = "chapter"\ntitle = "Borduria"\ndate = "2011"\n'
_EDITION = '[[edition]]\nyear = 2011\nrole = "this"\n'
_SECTION = '[[section]]\nid = "access"\ntitle = "Obstacles to Access"\n'
_SOURCES = {
    "market-2010": '[sources.market-2010]\ntype = "article"\ntitle = "The Market of Lines"\ndate = "2010"\n',
    "agency": '[sources.agency]\ntype = "report"\ntitle = "Yearbook of the Agency"\ndate = "2010"\n',
}


def whole(example: str) -> str:
    """Return a brief that has an example in it, and else only what every brief must have.

    An example with a `[brief]` that has an `id` has all of it; the sources `market-2010` and `agency` are there where they are named.
    """
    tables = set(re.findall(r"^\[+([a-z0-9.-]+)", example, re.MULTILINE))
    parts = [] if re.search(r"^format\b", example, re.MULTILINE) else ["format = 1\n"]
    before = not example.startswith("[")  # keys of the root stand before all tables
    if before:
        parts.append(example)
    own = re.search(r"^\[brief\]\n(.*?)(?=^\[|\Z)", example, re.MULTILINE | re.DOTALL)
    keys = re.findall(r"^[a-z-]+", own[1], re.MULTILINE) if own else []
    missing = "".join(f"{key} = {value}\n" for key, value in _BRIEF.items() if key not in keys)
    if own is None:
        parts.append(f"[brief]\n{missing}")
    elif "id" not in keys:
        example = example.replace("[brief]\n", f"[brief]\n{missing}")
    parts += [] if "report" in tables else [_REPORT]
    parts += [] if "edition" in tables else [_EDITION]
    parts += [_SECTION] if "section.finding" in tables and "section" not in tables else []
    parts += [] if before else [example]
    parts += [text for key, text in _SOURCES.items() if key in example and f"sources.{key}" not in tables]
    return "\n".join(part if part.endswith("\n") else part + "\n" for part in parts)
