"""The findings that were marked: kept from one reading to the next, or for this one alone where nothing may be kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import state
from .i18n import _

if TYPE_CHECKING:
    from .brief.briefing import Briefing
    from .state import State


class Marked:
    """Knows the marked findings of each brief. `kept` is what was kept of earlier readings, None where nothing may be kept."""

    def __init__(self, kept: State | None = None) -> None:
        self._kept = kept is not None
        self._found = {name: list(addresses) for name, addresses in kept.marks.items()} if kept else {}

    def of(self, briefing: Briefing) -> frozenset[str]:
        """Return the addresses of the marked findings of a brief; those that it does not have any more are left out."""
        found = self._found.get(state.key(briefing.path), [])
        return frozenset(found).intersection(entry.address for entry in briefing.index.entries) if found else frozenset()

    def turn(self, briefing: Briefing, address: str) -> str:
        """Mark a finding, or take its mark away; return what was done, in words."""
        name = state.key(briefing.path)
        found = self._found.setdefault(name, [])
        marked = address not in found
        if marked:
            found.append(address)
        else:
            found.remove(address)
        written = self._kept and state.change(state.mark(name, address, marked=marked))
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
