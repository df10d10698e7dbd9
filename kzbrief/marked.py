"""The findings that were marked: kept from one reading to the next, or for this one alone where nothing may be kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from . import state
from .i18n import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .brief.briefing import Briefing
    from .state import State

_ALIKE = 0.7
"""From which likeness on two headlines may be of one finding; 1 is the same."""


class Lost(NamedTuple):
    """A mark of which the finding is not in the brief any more, under its address."""

    address: str
    """Address of the finding when it was marked."""
    headline: str
    """Its headline then; empty where that was not kept."""


class Marked:
    """Knows the marked findings of each brief. `kept` is what was kept of earlier readings, None where nothing may be kept."""

    def __init__(self, kept: State | None = None) -> None:
        self._kept = kept is not None
        self._found = {name: list(addresses) for name, addresses in kept.marks.items()} if kept else {}
        self._headlines = {name: dict(said) for name, said in kept.headlines.items()} if kept else {}

    def of(self, briefing: Briefing) -> frozenset[str]:
        """Return the addresses of the marked findings of a brief; `lost` has those that it does not have any more."""
        found = self._found.get(state.key(briefing.path), [])
        return frozenset(found).intersection(entry.address for entry in briefing.index.entries) if found else frozenset()

    def lost(self, briefing: Briefing) -> tuple[Lost, ...]:
        """Return the marks of which the findings are not in the brief any more: renamed, moved or taken out."""
        name = state.key(briefing.path)
        found = self._found.get(name, [])
        known = {entry.address for entry in briefing.index.entries} if found else set()
        said = self._headlines.get(name, {})
        return tuple(Lost(address, said.get(address, "")) for address in found if address not in known)

    def turn(self, briefing: Briefing, address: str) -> str:
        """Mark a finding, or take its mark away, also that of one that is lost; return what was done, in words."""
        name = state.key(briefing.path)
        found = self._found.setdefault(name, [])
        marked = address not in found
        headline = ""
        if marked:
            headline = briefing.index.entry(address).finding.headline
            found.append(address)
            self._headlines.setdefault(name, {})[address] = headline
        else:
            found.remove(address)
        written = self._kept and state.change(state.mark(name, address, marked=marked, headline=headline))
        if not marked:
            return _("no longer marked")
        count = len(self.of(briefing))
        if written:
            return _("marked; M lists all ({count})").format(count=count)
        return _("marked for this run only; M lists all ({count})").format(count=count)

    @property
    def lasting(self) -> bool:
        """Whether marks are kept for the next reading."""
        return self._kept


def perhaps(briefing: Briefing, lost: Lost) -> str:
    """Return the address of the finding that a lost one may be by now: of the same headline, the same id, or much alike; else nothing."""
    entries = briefing.index.entries
    same = [entry.address for entry in entries if lost.headline and entry.finding.headline == lost.headline]
    same += [entry.address for entry in entries if entry.finding.id == lost.address.partition("/")[2]]
    if same or not lost.headline:
        return next(iter(same), "")
    from difflib import get_close_matches

    near = get_close_matches(lost.headline, [entry.finding.headline for entry in entries], 1, _ALIKE)
    return next((entry.address for entry in entries if near and entry.finding.headline == near[0]), "")


def lost_words(lost: Sequence[Lost]) -> str:
    """Return in words how many marked findings are not found any more; nothing where all are."""
    if not lost:
        return ""
    form = ngettext("{count} marked finding is no longer found", "{count} marked findings are no longer found", len(lost))
    return form.format(count=len(lost))
