"""What is exported of a brief where that is not all of it: the findings at an address, or those that were marked in the app."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from .brief.address import entries_at
from .brief.briefing import Briefing
from .i18n import _
from .refusal import RefusedError


def chosen(place: str, *, marked: bool) -> Callable[[Briefing], Sequence[str]] | None:
    """Return what chooses the findings at a place, or those that were marked; None where the whole brief is meant.

    Raises RefusedError where both are.
    """
    if place and marked:
        raise RefusedError(_("--marked is for the findings that were marked; “#” names others"))
    if marked:
        return _marked
    return (lambda briefing: entries_at(briefing, place)) if place else None


def _marked(briefing: Briefing) -> Sequence[str]:
    from . import state
    from .complaints import complain, set_aside
    from .marked import Marked, lost_words

    kept = state.load(set_aside)
    marked = Marked(kept)
    there = marked.of(briefing)
    found = [address for address in kept.marks.get(state.key(briefing.path), []) if address in there]
    if lost := marked.lost(briefing):
        names = "\n".join(f"  {item.address}: {item.headline}".rstrip(": ") for item in lost)
        complain(_("{brief}: {lost}").format(brief=briefing.brief.brief.id, lost=lost_words(lost)) + "\n" + names)
    if not found:
        raise RefusedError(_("no finding of {brief} is marked; m marks one in the app").format(brief=briefing.brief.brief.id))
    return found
