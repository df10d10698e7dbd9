"""Addresses of findings as people type and send them: `kazakhstan-2011#access/carrier`, a brief and a place in it."""

from __future__ import annotations

import os
from typing import NamedTuple

from .. import DEFAULT_BRIEF
from ..i18n import _
from ..refusal import RefusedError
from ..restricted import restricted
from . import library
from .briefing import Briefing

SIGN = "#"
"""What stands between a brief and a place in it."""


class Address(NamedTuple):
    """A brief, and perhaps a place in it."""

    brief: str
    """The name or the path of the brief."""
    place: str = ""
    """A section or a finding, as in `access` or `access/carrier`; empty for the brief as a whole."""


def split(name: str) -> Address:
    """Return the brief and the place that were typed as one word; a file or a brief that is called so is no address.

    Raises RefusedError where nothing follows the sign.
    """
    if SIGN not in name or _is_brief(name):
        return Address(name)
    brief, __, place = name.rpartition(SIGN)
    if not place:
        raise RefusedError(_("“{name}” names no section or finding after “#”").format(name=name))
    return Address(brief or DEFAULT_BRIEF, place)


def of_finding(briefing: Briefing, place: str) -> str:
    """Return the address of a finding as it can be typed on the command line and sent to others."""
    return f"{name_to_send(briefing)}{SIGN}{place}"


def name_to_send(briefing: Briefing) -> str:
    """Return the name by which a brief is opened: that of its file where it opens this file, else its path."""
    name = library.name_of(briefing.path)
    known = library.by_name().get(name)
    # The folders of the reader's machine are nobody's business, where the name will do.
    if known and os.path.realpath(known) == os.path.realpath(briefing.path):
        return name
    path = briefing.path
    return path if os.sep in path else os.path.join(os.curdir, path)


def require(briefing: Briefing, place: str) -> None:
    """Refuse a place that is neither a section nor a finding of a brief, with the names that are near.

    Raises RefusedError.
    """
    if any(section.id == place for section in briefing.brief.sections):
        return
    try:
        briefing.index.entry(place)
    except KeyError:
        pass
    else:
        return
    _refuse_what_only_the_app_opens(briefing, place)
    from ..toml.near import nearest

    said = _("there is no finding “{name}” in {brief}").format(name=place, brief=briefing.brief.brief.id)
    entries = briefing.index.entries
    names = [*(entry.address for entry in entries), *(section.id for section in briefing.brief.sections)]
    near = nearest(place, names, 3)
    if not near:
        # A right name in a wrong section, or a slip in it.
        own = {entry.finding.id: entry.address for entry in entries}
        near = [own[name] for name in nearest(place.rpartition("/")[2], own, 3)]
    raise RefusedError(said + ("\n" + _("did you mean {names}?").format(names=_(" or ").join(near)) if near else ""))


def require_shown(briefing: Briefing, place: str) -> None:
    """Refuse a place that the app cannot open: a section, a finding, or what a search finds, as in `source:vasilyev-kaznet`.

    Raises RefusedError.
    """
    kind, colon, __ = place.partition(":")
    if not colon or kind == "finding":
        require(briefing, place.removeprefix("finding:"))
        return
    if not _is_found(briefing, place):
        brief = briefing.brief.brief.id
        raise RefusedError(_("there is nothing called “{name}” in {brief}").format(name=place, brief=brief))


def _refuse_what_only_the_app_opens(briefing: Briefing, place: str) -> None:
    """Say of what a search finds beside findings how it can be seen. Raises RefusedError."""
    if ":" not in place or not _is_found(briefing, place):
        return
    brief = name_to_send(briefing)
    kind, __, name = place.partition(":")
    said = _("{name} is opened in the app alone").format(name=f"{brief}{SIGN}{place}")
    if kind == "source":
        said += "\n" + _("to print it: {command}").format(command=f"kzbrief sources {brief} {name}")
    raise RefusedError(said)


def _is_found(briefing: Briefing, ref: str) -> bool:
    """Whether a search could find something of that reference."""
    from .search.passages import passages

    return any(passage.ref == ref for passage in passages(briefing))


def entries_at(briefing: Briefing, place: str) -> list[str]:
    """Return the addresses of the findings at a place: of a section all of it. Raises RefusedError where there is no such place."""
    require(briefing, place)
    for section in briefing.brief.sections:
        if section.id == place:
            return [entry.address for entry in briefing.index.entries_of(section)]
    return [briefing.index.entry(place).address]


def _is_brief(name: str) -> bool:
    """Whether a whole word with the sign in it is the name of a brief, or in use without limits a file."""
    if name in library.by_name():
        return True
    return not restricted() and (os.path.exists(name) or os.path.isfile(f"{name}.toml"))
