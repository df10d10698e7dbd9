"""Rules of scores: what lies beyond the scale, or is no word of its bands, is a slip of the pen.

A sum or a band that disagrees is none: figures stand as they are published.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...i18n import _
from ...toml.problems import Path, Problem
from ..method import Scale, Score
from ..model import Disputed, Edition
from .case import Case

NOT_GIVEN = "n/a"
"""What a publisher prints where no score is given."""


def scores(case: Case) -> Iterator[Problem]:
    """Yield totals and parts that the scale does not have, and status words that are none of its bands."""
    for number, edition in enumerate(case.brief.editions):
        scale = scale_of(case, edition.year)
        if scale is None:
            continue
        path: Path = ("edition", number)
        yield from _figures(case, edition, scale, path)
        for index, disputed in enumerate(edition.disputed):
            yield from _figures(case, disputed, scale, (*path, "disputed", index))
        for code, score in edition.questions.items():
            if scale.questions and code not in scale.questions:
                yield _no_question(case, code, scale, (*path, "questions", code), key=True)
            else:
                yield from _part(case, code, score, scale.questions.get(code), (*path, "questions", code))


def question_codes(case: Case) -> Iterator[Problem]:
    """Yield questions of findings that the scale of the brief's edition does not have, where it lists them."""
    scale = scale_of(case, case.brief.brief.edition)
    if scale is None or not scale.questions:
        return
    for path, finding in case.findings:
        for index, code in enumerate(finding.questions):
            if code is not None and code not in scale.questions:
                yield _no_question(case, code, scale, (*path, "questions", index))


def scale_of(case: Case, year: int | None) -> Scale | None:
    """Return the scale of an edition; None where it is not known, or the method has faults of its own."""
    if case.method is None or year is None or not case.method.scales:
        return None
    if any(scale.first is None for scale in case.method.scales):
        return None
    return case.method.scale_of(year)


def _figures(case: Case, figures: Edition | Disputed, scale: Scale, path: Path) -> Iterator[Problem]:
    total = figures.total
    if isinstance(total, (int, float)) and not scale.lowest <= total <= scale.highest:
        message = _("the total goes from {lowest} to {highest}").format(lowest=scale.lowest, highest=scale.highest)
        yield case.places.problem("out-of-range", message, (*path, "total"), hint=_("copy it as the report prints it"))
    categories = case.method.categories if case.method else []
    for category in categories:
        if category.id in figures.scores:
            yield from _part(case, category.id, figures.scores[category.id], category.maximum, (*path, "scores", category.id))
    status = figures.status
    words = [band.status for band in scale.bands]
    if status is not None and status != NOT_GIVEN and None not in words and status not in words:
        message = _("“{status}” is no status of this scale").format(status=status)
        near = case.places.did_you_mean(status, [*words, NOT_GIVEN])
        hint = near or _("write one of: {values}").format(values=", ".join([*words, NOT_GIVEN]))
        yield case.places.problem("no-such-status", message, (*path, "status"), hint=hint)


def _part(case: Case, name: str, score: Score | None, most: int | None, path: Path) -> Iterator[Problem]:
    if not isinstance(score, (int, float)):
        return
    if score < 0:
        yield case.places.problem("out-of-range", _("a score is at least 0"), path, hint=_("copy it as the report prints it"))
    elif most is not None and score > most:
        message = _("“{name}” has at most {most} points").format(name=name, most=most)
        yield case.places.problem("out-of-range", message, path, hint=_("copy it as the report prints it"))


def _no_question(case: Case, code: str, scale: Scale, path: Path, *, key: bool = False) -> Problem:
    message = _("the method has no question “{code}”").format(code=code)
    hint = _("it has: {names}").format(names=", ".join(scale.questions)) if len(scale.questions) <= 30 else None
    return case.places.problem("no-such-question", message, path, hint=hint, key=key)
