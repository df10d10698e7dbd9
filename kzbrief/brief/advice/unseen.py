"""Advice on characters that cannot be seen."""

from __future__ import annotations

from collections.abc import Iterator

from ...i18n import _
from ...toml.problems import Path
from ..model import Brief
from ..rules.case import Case
from .advice import Advice

_SUSPECTS = (
    "\u00ad",
    "\u061c",
    "\u200b",
    "\u200c",
    "\u200d",
    "\u200e",
    "\u200f",
    "\u2060",
    "\u2061",
    "\u2062",
    "\u2063",
    "\u2064",
    "\ufeff",
)
"""Single characters are found several times faster than those of a class."""


def unseen(case: Case) -> Iterator[Advice]:
    """Yield, once for each value, that it holds characters that cannot be seen and that its script does not need."""
    text = case.places.text
    if text.isascii() or not any(character in text for character in _SUSPECTS):
        return
    from ..invisible import strays

    found: dict[Path, tuple[int, int]] = {}
    for path, index, offset in strays(text):
        found.setdefault(path, (index, offset))
    for path, (index, offset) in found.items():
        said = _("here is a character that cannot be seen ({code})").format(code=f"U+{ord(text[offset]):04X}")
        hint = _("delete it; searches and other programs stumble on it")
        yield Advice("invisible-character", said, path, _about(path, case.brief), hint, inside=(index, 1), mend=(1, ""))


def _about(path: Path, brief: Brief) -> tuple[str, ...]:
    """Return what a value belongs to, as `at` of `[[allow]]` names it."""
    table, which, *rest = path if len(path) > 1 else ("", "")
    if table in ("sources", "unsettled"):
        return (f"source:{which}",)
    if not isinstance(which, int):
        return ()
    if table == "section" and len(rest) > 1 and isinstance(rest[1], int):
        return (f"finding:{brief.sections[which].findings[rest[1]].id}",)
    if table == "edition":
        return (f"edition:{brief.editions[which].year}",)
    rows = {"fact": brief.facts, "event": brief.events, "series": brief.series, "actor": brief.actors}
    return (f"{table}:{rows[table][which].id}",) if table in rows else ()  # type: ignore[index]
