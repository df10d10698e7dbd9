"""Advice on what cites what: sources that nothing cites or a finding cites twice, findings that cite nothing, or one work, or old ones."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from ...i18n import _
from ...toml.problems import Path
from ..model import Finding
from ..rules.case import Case, Marked
from ..text import cited, parse_cite
from ..work import Source
from .advice import Advice

_YEARS = 3
"""How much older than the time of a claim in the present tense its newest source may be."""


def citing(case: Case) -> Iterator[Advice]:
    """Yield sources that are never cited or twice, findings without a citation, and findings whose sources are few or old."""
    in_texts = {marked.path[:-1]: _keys(marked) for marked in case.marked}
    texts = {marked.path[:-1]: marked.text for marked in case.marked}
    seen: set[str] = set()
    remarked = {about for remark in case.brief.remarks if remark.kind == "old-source" for about in remark.about}
    for path, finding in case.findings:
        keys = set(in_texts.get(path, ()))
        keys.update(item if item in case.works else parse_cite(item).key for item in finding.cites)
        seen |= keys
        if finding.cites and path in texts:
            yield from _twice(path, finding, texts[path])
        if finding.draft:
            continue
        about = _about(finding)
        if not keys:
            hint = _("cite a source; where the report gives none, say so in [[allow]]")
            yield Advice("no-citation", _("the finding has no citation"), (*path, "headline"), about, hint)
            continue
        if finding.as_of is not None and remarked.isdisjoint(about):
            yield from _old(case, path, finding, keys, about)
        if len(keys) == 1:
            message = _("the finding rests on “{key}” alone").format(key=next(iter(keys)))
            yield Advice("single-source", message, (*path, "headline"), about)
    seen.update(_cited_elsewhere(case))
    seen.update(key for path, keys in in_texts.items() if path[0] != "section" for key in keys)
    for key, unsettled in case.brief.unsettled.items():
        if key in seen:
            seen.update(unsettled.candidates)
    for table, rows in (("sources", case.brief.sources), ("unsettled", case.brief.unsettled)):
        for key in rows:
            if key not in seen:
                hint = _("cite it where its claim stands, or delete it")
                message = _("nothing cites the source “{key}”").format(key=key)
                yield Advice("never-cited", message, (table, key), _of_work(case, key), hint)


def _twice(path: Path, finding: Finding, text: str) -> Iterator[Advice]:
    """Yield the entries of a finding's list that say nothing its text does not: the same work, at the same note and place."""
    in_text = cited(text)
    for index, item in enumerate(finding.cites):
        entry = parse_cite(item)
        for cite in in_text:
            same = cite.key == entry.key and entry.locator in ("", cite.locator)
            if same and (entry.note == cite.note or entry.note is None or cite.note is None):
                message = _("the text of the finding cites “{key}”, too, so that readers get it twice").format(key=entry.key)
                hint = _("take it out of “cites”, which is for what no sentence of the text carries")
                yield Advice("cited-twice", message, (*path, "cites", index), _about(finding), hint)
                break


def _old(case: Case, path: Path, finding: Finding, keys: set[str], about: tuple[str, ...]) -> Iterator[Advice]:
    """Yield that the newest of a finding's sources is older than its claim; nothing where the date of one is not known."""
    assert finding.as_of is not None
    dates = []
    for key in keys:
        work = case.works[key]
        if not isinstance(work, Source) or work.date is None:
            return
        dates.append(work.date)
    newest = max(dates, key=lambda date: date.end)
    start = finding.as_of.start
    if start.year > _YEARS and newest.end < _years_before(start):
        message = _("the claim is as of {date}, but its newest source is of {source}").format(date=finding.as_of, source=newest)
        hint = _("where the report has no newer one, say so in a [[remark]] of the kind “old-source”")
        yield Advice("old-source", message, (*path, "as-of"), about, hint)


def _years_before(day: datetime.date) -> datetime.date:
    return day.replace(year=day.year - _YEARS, day=min(day.day, 28))


def _cited_elsewhere(case: Case) -> Iterator[str]:
    """Yield the keys in the lists of anything but findings."""
    for path, cites, _printed in case.cites():
        if path[0] != "section":
            for item in cites:
                if item is not None:
                    yield parse_cite(item).key


def _keys(marked: Marked) -> list[str]:
    """Return the keys that a text cites."""
    if marked.plain is not None:
        return [key for key, __ in marked.plain]
    return [cite.key for cite in cited(marked.text)]


def _about(finding: Finding) -> tuple[str, ...]:
    return (f"finding:{finding.id}",)


def _of_work(case: Case, key: str) -> tuple[str, ...]:
    return (f"source:{key}", *(f"note:{note}" for note in case.works[key].notes))
