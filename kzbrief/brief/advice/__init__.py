"""What a brief can be shown with but may be wrong: warnings and notes. Only `check` looks for them; opening a brief does not pay for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from ...i18n import _
from ...toml.problems import Path, Problem
from ..codes import severity_of
from ..rules.case import Case
from .advice import Advice
from .citing import citing
from .figures import figures
from .unseen import unseen
from .wording import wording
from .works import notes, works

Rule = Callable[[Case], Iterator[Advice]]

ALONE: tuple[Rule, ...] = (figures, works, wording, unseen)
"""Rules that hold for a brief with errors, too: what they look at stands by itself."""
WHOLE: tuple[Rule, ...] = (citing, notes)
"""Rules of what cites what: with one misspelt key they would report what follows from it."""


def advise(case: Case, errors: Sequence[Problem] = ()) -> list[Advice]:
    """Return all warnings and notes that `[[allow]]` does not silence.

    Of a table that has an error there are none, since they may follow from it.
    """
    found = [advice for rule in (ALONE if errors else (*ALONE, *WHOLE)) for advice in rule(case)]
    if errors:
        tables = {_table(problem.path) for problem in errors}
        found = [advice for advice in found if _table(advice.path) not in tables]
    if case.brief.allow:
        from .silence import silenced

        found = silenced(case, found, faulty=bool(errors))
    return found


def _table(path: Path) -> Path:
    """Return the table that a path leads into: an edition, a source, a finding."""
    return path[:4] if path[:1] == ("section",) else path[:2]


def problem_of(case: Case, advice: Advice) -> Problem:
    """Return a piece of advice as a problem, with its place."""
    message = advice.message
    if advice.first is not None:
        line = case.places.of(advice.first, key=True).line
        message = _("{message} (line {line})").format(message=message, line=line)
    severity, mend = severity_of(advice.code), advice.mend
    return case.places.problem(
        advice.code, message, advice.path, hint=advice.hint, key=advice.key, inside=advice.inside, severity=severity, mend=mend
    )


__all__ = ["Advice", "advise", "problem_of", "severity_of"]
