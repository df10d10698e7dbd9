"""`[[allow]]`: what is right as it stands, silenced by code and place, with a reason."""

from __future__ import annotations

from ...i18n import _
from ..codes import severity_of
from ..rules.case import Case
from .advice import Advice

EVERYWHERE = "report"
"""The place that stands for the whole brief."""


def silenced(case: Case, found: list[Advice], *, faulty: bool) -> list[Advice]:
    """Return what no `[[allow]]` silences; and, unless the brief is faulty, a warning for each that silences nothing."""
    used: set[int] = set()
    left = []
    for advice in found:
        fitting = [
            number
            for number, allow in enumerate(case.brief.allow)
            if allow.code == advice.code and (allow.at == EVERYWHERE or allow.at in advice.about)
        ]
        used.update(fitting)
        if not fitting:
            left.append(advice)
    if faulty:
        return left
    for number, allow in enumerate(case.brief.allow):
        if number not in used:
            if severity_of(allow.code) == "error":
                message = _("“{code}” is an error, which cannot be silenced").format(code=allow.code)
            else:
                message = _("this silences nothing: there is no “{code}” at {place}").format(code=allow.code, place=allow.at)
            left.append(Advice("unused-allow", message, ("allow", number), hint=_("delete it")))
    return left
