"""What the questions that a finding answers scored, with the direction; editions since 2019 print it above each part of the text."""

from __future__ import annotations

from ...brief.briefing import Briefing
from ...brief.editions import this_edition
from ...brief.index import Entry
from ...brief.method import Scale, Score
from ...i18n import _


def question_words(briefing: Briefing, entry: Entry, before: Entry | None = None) -> str:
    """Return the score of each question of a finding, as in `A1: 5 of 6 (6 is best)`.

    Nothing where none is known, or where the finding before it stood under the same questions.
    """
    asked = entry.finding.questions
    if before is not None and before.section is entry.section and before.finding.questions == asked:
        return ""
    known = this_edition(briefing.brief).questions
    scale = briefing.method.scale_of(briefing.brief.brief.edition)
    return "; ".join(_question(code, known[code], scale) for code in asked if code in known)


def _question(code: str, score: Score, scale: Scale) -> str:
    if not isinstance(score, int | float):
        return f"{code}: {_('n/a')}"
    maximum = scale.questions.get(code)
    fewest = scale.direction == "0-best"
    if maximum is not None:
        best = 0 if fewest else maximum
        return _("{code}: {score} of {maximum} ({best} is best)").format(code=code, score=score, maximum=maximum, best=best)
    said = _("{code}: {score} (0 is best)") if fewest else _("{code}: {score} (more is better)")
    return said.format(code=code, score=score)
