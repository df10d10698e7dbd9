"""What to say about the number of a note that the work which is cited does not have. Imported only when there is one."""

from __future__ import annotations

import re

from ...i18n import _
from ...toml.problems import Path, Problem
from .case import Case


def misnumbered(case: Case, key: str, note: int, path: Path, where: tuple[int, str]) -> Problem:
    """Return the problem of a citation with a wrong number of a note, whose key stands at an index of a text.

    The key may be as wrong as the number. It is mended only where no work can have the number: the work has one note, the notes of the
    whole report are there, and this one would stand behind the last.
    """
    index, text = where
    notes = case.works[key].notes
    found = re.compile(rf"note\s+0*{note}\b").search(text, index)
    message = _("“{key}” has no note {note} in the report").format(key=key, note=note)
    hint = _("its notes are: {notes}").format(notes=_listed(notes)) if notes else _("it has no notes; leave this out")
    owner = next((other for other, work in case.works.items() if note in work.notes), None)
    if owner is not None:
        message = _("note {note} is not that of “{key}” but of “{other}”").format(note=note, key=key, other=owner)
        hint = _("did you mean “{other}”? The notes of “{key}” are: {notes}").format(other=owner, key=key, notes=_listed(notes))
        if not notes:
            hint = _("did you mean “{other}”? “{key}” has no notes").format(other=owner, key=key)
    inside = (found.start(), len(found[0])) if found else (index, len(key))
    mend = (len(found[0]), f"note {notes[0]}") if found and len(notes) == 1 and _is_beyond(case, note) else None
    return case.places.problem("no-such-note", message, path, hint=hint, inside=inside, mend=mend)


def _is_beyond(case: Case, note: int) -> bool:
    """Return whether the report has no such note, as far as can be known: all up to its last one are there, and the brief is no draft."""
    known = {number for work in case.works.values() for number in work.notes}
    return case.brief.brief.extent == "full" and note > len(known) and known == set(range(1, len(known) + 1))


def _listed(notes: list[int]) -> str:
    return ", ".join(map(str, notes))
