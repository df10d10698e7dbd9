"""The same place in a brief that was read anew: what is current is found although things were put in, removed or renamed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from msgspec import structs

from .page import Page, Place

if TYPE_CHECKING:
    from ..brief.briefing import Briefing


def counterpart(name: str, before: Sequence[str], after: Sequence[str]) -> str | None:
    """Return what a name has become where a list of names, each in it once, has changed.

    A name that stayed is itself. One that is gone was renamed where something new stands in its place, between the same neighbours; else it
    was removed, and what follows takes its place, or what comes before where nothing follows. None where nothing is left.
    """
    if name in after or name not in before:
        return name if name in after else None
    here = before.index(name)
    places = {item: place for place, item in enumerate(after)}
    above = next((place for place in range(here - 1, -1, -1) if before[place] in places), -1)
    below = next((place for place in range(here + 1, len(before)) if before[place] in places), len(before))
    start = places[before[above]] + 1 if above >= 0 else 0
    end = places[before[below]] if below < len(before) else len(after)
    known = set(before)
    new = [item for item in after[start:end] if item not in known]
    if new:
        return new[min(here - above - 1, len(new) - 1)]
    if end < len(after):
        return after[end]
    return after[start - 1] if start else None


def stop_after(stop: str, old: Briefing, new: Briefing) -> str:
    """Return the id of what is current in a brief that was read anew; nothing where nothing like it is left."""
    before, after = _siblings(stop, old), _siblings(stop, new)
    if stop in after or not before:
        return stop
    if stop.startswith("finding:"):
        # A section can be renamed, too; and what is removed hands over to its own section, which is what is in view.
        section, __, finding = stop.removeprefix("finding:").partition("/")
        other = counterpart(section, [part.id for part in old.brief.sections], [part.id for part in new.brief.sections])
        if f"finding:{other}/{finding}" in after:
            return f"finding:{other}/{finding}"
        before = [name for name in before if name.startswith(f"finding:{section}/")]
        after = [name for name in after if name.startswith(f"finding:{other}/")]
    return counterpart(stop, before, after) or ""


def place_after(place: Place, stop: str, before: Page, after: Page, key: Callable[[str], str], new_key: Callable[[str], str]) -> Place:
    """Return a place on a page as it is on that page laid out anew; `stop` is what is current there.

    The current line stays in its row of the view, and a citation stays current; `key` and `new_key` tell what the reference of a citation
    means in the one and the other brief.
    """
    while (found := next((item for item in after.stops if item.id == stop), None)) is None and after.grow(len(after.lines) + 1):
        pass
    spot = _spot_after(place.spot, stop, before, after, key, new_key) if place.spot is not None and place.stop == stop else None
    share = place.share
    if found and place.row < 0:
        # Above the view stand lines, not a share of something whose height may have changed.
        height = found.bottom - found.top
        share = min(height - 1, -place.row) / max(1, height)
    return structs.replace(place, stop=stop, spot=spot, share=share)


def _spot_after(spot: int, stop: str, before: Page, after: Page, key: Callable[[str], str], new_key: Callable[[str], str]) -> int | None:
    """The spot of the same stop that means the same, of several the one that is as far on; None where there is none."""
    wanted = key(before.spots[spot].ref)
    passed = sum(key(item.ref) == wanted for item in before.spots[:spot] if before.stops[item.stop].id == stop)
    same = [number for number, item in enumerate(after.spots) if after.stops[item.stop].id == stop and new_key(item.ref) == wanted]
    return same[passed] if passed < len(same) else None


def _siblings(stop: str, briefing: Briefing) -> list[str]:
    """The ids of all that is of one kind with a stop, in the order in which pages show it; none for kinds of which there is only one."""
    brief = briefing.brief
    kind = stop.partition(":")[0]
    if kind == "finding":
        names = [entry.address for entry in briefing.index.entries]
    elif kind == "key":
        names = [briefing.index.entry(name).address for name in brief.brief.key_findings]
    elif kind == "fact":
        names = [fact.id for fact in brief.facts]
    elif kind == "part":
        names = [category.id for category in briefing.method.categories]
    elif kind == "source":
        names = list(briefing.index.sources)
    elif kind == "event":
        names = [event.id for event in brief.events]
    elif kind == "series":
        names = [series.id for series in brief.series]
    else:
        return []
    return [f"{kind}:{name}" for name in dict.fromkeys(names)]
