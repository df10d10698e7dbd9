"""Rules of headlines and other lines that are shown as they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...i18n import _
from ...toml.problems import Path, Problem
from ..model import Finding
from .case import Case

_MARKUP = r"\[\s*@[^\[\]]*\]?|\[[^\[\]]+\]\(https?://[^\s)]*\)?"
"""A citation, closed or not, or a link; compiled when a headline has a bracket."""


def headlines(case: Case) -> Iterator[Problem]:
    """Yield findings without a headline that are not drafts."""
    for path, finding in case.findings:
        if finding.draft or (finding.headline and not finding.headline.isspace()):
            continue
        # A headline that is no text, or a key that is perhaps meant to be one, has been reported.
        if any(wrong[: len(path)] == path and len(wrong) == len(path) + 1 for wrong in case.wrong):
            continue
        message = _("the finding has no headline: the point of it, in one line")
        hint = _("write one, or draft = true where the finding is still to be written")
        yield case.places.problem("no-headline", message, (*path, "headline"), hint=hint)


def headline_markup(case: Case) -> Iterator[Problem]:
    """Yield citations and links where they would be shown as they are written."""
    for path, line in _lines(case):
        for found in re.finditer(_MARKUP, line):
            if found[0][1:].lstrip().startswith("@"):
                message = _("no citation can stand here; it would be shown as it is written")
                hint = _("cite the source in “text” or in “cites”")
            else:
                message = _("no link can stand here; it would be shown as it is written")
                hint = _("put it into the text")
            yield case.places.problem("misplaced-markup", message, path, hint=hint, inside=(found.start(), len(found[0])))


def _lines(case: Case) -> Iterator[tuple[Path, str]]:
    for path, finding in case.findings:
        if finding.headline and "[" in finding.headline:
            yield (*path, "headline"), finding.headline
        if finding.topic and "[" in finding.topic:
            yield (*path, "topic"), finding.topic
        for tag, headline in finding.headlines.items():
            if headline and "[" in headline:
                yield (*path, "headlines", tag), headline
    for number, event in enumerate(case.brief.events):
        if event.label and "[" in event.label:
            yield ("event", number, "label"), event.label


def has_headline(finding: Finding) -> bool:
    """Return whether a finding has a headline of its own, and none that `kzbrief new` wrote: those cite examples."""
    return bool(finding.headline.strip() and "[@example-" not in finding.text)
