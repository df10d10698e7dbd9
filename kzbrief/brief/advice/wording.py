"""Advice on words: headlines that no line holds, quotation marks of two kinds, findings still to write."""

from __future__ import annotations

from collections.abc import Iterator

from ...i18n import _
from ...toml.problems import Path
from ..model import Finding
from ..rules.case import Case
from ..rules.headlines import has_headline
from ..text import compose
from .advice import Advice

LONGEST = 90
"""Most characters of a headline: what two lines of a screen of 80 columns hold beside mark and number, and half a line of a wide one."""
_CURLY = "“”„«»"


def wording(case: Case) -> Iterator[Advice]:
    """Yield headlines that are too long, drafts, and texts with straight quotes where the others have curly ones."""
    for path, finding in case.findings:
        headline = finding.headline
        if headline and len(headline) > LONGEST and len(compose(headline)) > LONGEST:
            message = _("the headline has {count} characters; {most} are read at a glance").format(count=len(headline), most=LONGEST)
            hint = _("leave to the text what is no part of the point")
            place = (*path, "headline")
            yield Advice("long-headline", message, place, _about(path, case), hint, inside=(LONGEST, len(headline) - LONGEST))
        if finding.draft:
            done = _("headline and text are there: take “draft = true” out once they say it") if looks_written(finding) else None
            yield Advice("draft", _("this finding is still to be written"), (*path, "draft"), _about(path, case), done, key=True)
    straight: list[tuple[Path, int]] = []
    curly = 0
    for path, text in _texts(case):
        if '"' in text:
            if not any(sign in text for sign in _CURLY):
                straight.append((path, text.index('"')))
        elif not text.isascii() and ("“" in text or "„" in text or "«" in text):
            curly += 1
    if len(straight) >= curly:
        return
    for path, index in straight:
        message = _("the quotation marks are straight here and curly in the rest of the brief")
        hint = _("write “ and ”; straight ones are right in code and for inches")
        yield Advice("straight-quotes", message, path, _about(path, case), hint, inside=(index, 1))


def looks_written(finding: Finding) -> bool:
    """Return whether a draft has a headline and a text, other than those that `kzbrief new` writes, which cite examples."""
    return bool(finding.draft and finding.text and has_headline(finding))


def _texts(case: Case) -> Iterator[tuple[Path, str]]:
    """Yield what the brief itself says: headlines and texts of findings, remarks, descriptions of actors."""
    for path, finding in case.findings:
        if finding.headline:
            yield (*path, "headline"), finding.headline
    for path, text, _printed in case.texts():
        yield path, text


def _about(path: Path, case: Case) -> tuple[str, ...]:
    """Return the finding or actor that a path leads to, or stands in."""
    if path[0] == "section" and isinstance(path[1], int) and isinstance(path[3], int):
        return (f"finding:{case.brief.sections[path[1]].findings[path[3]].id}",)
    return (f"actor:{case.brief.actors[path[1]].id}",) if path[0] == "actor" and isinstance(path[1], int) else ()
