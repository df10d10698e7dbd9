"""What a work stands behind besides findings: editions, the scale, rows of the fact box, series, events, actors, remarks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..brief.briefing import Briefing
from ..brief.text import cited, parse_cite
from ..i18n import _, ngettext
from .lines import clean


def supports(briefing: Briefing, key: str) -> list[str]:
    """Return in a few words each what a work is cited for outside the findings; nothing where it is not."""
    return list(dict.fromkeys(_supports(briefing, key)))


def not_cited(briefing: Briefing, key: str) -> str:
    """Return in words what a work is there for that no finding cites: which note may mean it, what it supports."""
    said = [perhaps_meant(briefing, key)]
    if things := supports(briefing, key):
        said.append(_("supports {things}").format(things="; ".join(things)))
    return "; ".join(filter(None, said)) or _("not cited in a finding")


def perhaps_meant(briefing: Briefing, key: str) -> str:
    """Return the notes that may mean a work, in words; nothing where none may."""
    meant = [briefing.index.label(other) for other, work in briefing.brief.unsettled.items() if key in work.candidates]
    if not meant:
        return ""
    return ngettext("perhaps meant by note {notes}", "perhaps meant by notes {notes}", len(meant)).format(notes=", ".join(meant))


def _supports(briefing: Briefing, key: str) -> Iterator[str]:
    brief, method = briefing.brief, briefing.method
    yield from _editions([item.year for item in brief.editions if _has(key, item.cites)])
    if years := [item.year for item in brief.editions if any(_has(key, other.cites) for other in item.disputed)]:
        yield _("another result of {years}").format(years=_years(years))
    for scale in method.scales:
        if _has(key, scale.cites):
            form = _("the scale of the editions {first}-{last}") if scale.last else _("the scale of the editions since {first}")
            yield form.format(first=scale.first, last=scale.last)
    if _has(key, brief.brief.cites):
        yield _("the period that the edition covers")
    if _has(key, brief.report.cites):
        yield _("what is said of the report")
    for fact in brief.facts:
        if _has(key, fact.cites):
            yield _("the fact “{label}”").format(label=clean(fact.label))
    for series in brief.series:
        if _has(key, [*series.cites, *(cite for point in series.points for cite in point.cites)]):
            yield _("the series “{label}”").format(label=clean(series.label))
    for event in brief.events:
        if _has(key, event.cites):
            yield _("the event “{label}”").format(label=clean(event.label).rstrip("."))
    for actor in brief.actors:
        if _has(key, actor.cites) or any(cite.key == key for cite in cited(actor.description)):
            yield _("what is said of {name}").format(name=clean(actor.name))
    if count := sum(any(cite.key == key for cite in cited(remark.text)) for remark in brief.remarks):
        yield ngettext("{count} remark", "{count} remarks", count).format(count=count)
    year = brief.brief.edition
    for edition in method.editions:
        # The table of countries, of which the brief shows the one of its own edition.
        if edition.year == year and _has(key, [*edition.cites, *(cite for country in edition.countries for cite in country.cites)]):
            yield _("the table of countries of {year}").format(year=year)


def _has(key: str, cites: Iterable[str]) -> bool:
    return any(parse_cite(item).key == key for item in cites)


def _editions(years: list[int]) -> Iterator[str]:
    if years:
        form = ngettext("the edition of {years}", "the editions of {years}", len(years))
        yield form.format(years=_years(years))


def _years(years: list[int]) -> str:
    """Return years in order, those that follow one another as a range where they are three or more: `2012, 2017-2020`."""
    runs: list[list[int]] = []
    for year in sorted(set(years)):
        if runs and year == runs[-1][-1] + 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    said = [[f"{run[0]}-{run[-1]}"] if len(run) > 2 else [str(year) for year in run] for run in runs]
    return ", ".join(word for words in said for word in words)
