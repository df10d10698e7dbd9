"""Keys for works: the family name or the body, and the year."""

from __future__ import annotations

from collections.abc import Iterable

from ..brief.slugs import slug
from .people import family
from .resolve import Open
from .works import Found


def name_works(works: Iterable[Found], unsettled: Iterable[Open]) -> None:
    """Give each work and each unsettled reference a key that no other has."""
    taken: dict[str, int] = {}
    for work in works:
        work.key = _free(_base(work), taken)
    for item in unsettled:
        item.key = _free(f"{item.candidates[0].key.rstrip('0123456789').rstrip('-') or item.candidates[0].key}-unsettled", taken)


def _base(work: Found) -> str:
    names = work.authors or work.editors or [name for name in (work.publication, work.publisher) if name]
    name = slug(family(names[0])) if names else "finding"
    if name == "finding":  # no Latin letters in it
        name = slug(work.translated or work.title)
    if name == "finding":
        name = f"note-{work.number}"
    name = "-".join(name.split("-")[:4])
    year = (work.date or work.accessed)[:4]
    return f"{name}-{year}" if year.isdecimal() else name


def _free(base: str, taken: dict[str, int]) -> str:
    """Return a name that is not taken, numbered where it has to be."""
    name = base
    while name in taken:
        taken[base] += 1
        name = f"{base}-{taken[base]}"
    taken[name] = 1
    return name
