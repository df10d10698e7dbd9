"""What a work stands behind besides findings: editions, the scale, rows of the fact box, series, events, actors, remarks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache, partial

from ..brief.briefing import Briefing
from ..brief.method import Scale
from ..brief.text import cited, parse_cite
from ..i18n import N_, _, ngettext
from .lines import clean


class _Uses:
    """What a work is cited for outside the findings."""

    def __init__(self) -> None:
        self.editions: list[int] = []
        self.disputed: list[int] = []
        self.things: list[Callable[[], str]] = []
        """The words for each thing, made when they are asked for."""
        self.remarks = 0

    def words(self) -> Iterator[str]:
        if self.editions:
            yield ngettext("the edition of {years}", "the editions of {years}", len(self.editions)).format(years=_years(self.editions))
        if self.disputed:
            yield _("another result of {years}").format(years=_years(self.disputed))
        yield from (thing() for thing in self.things)
        if self.remarks:
            yield ngettext("{count} remark", "{count} remarks", self.remarks).format(count=self.remarks)


def supports(briefing: Briefing, key: str) -> list[str]:
    """Return in a few words each what a work is cited for outside the findings; nothing where it is not."""
    uses = _all_uses(briefing).get(key)
    return list(dict.fromkeys(uses.words())) if uses else []


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


@lru_cache(2)
def _all_uses(briefing: Briefing) -> dict[str, _Uses]:
    """What each work is cited for; looked through once, since a list of sources asks for every one of them."""
    brief, method = briefing.brief, briefing.method
    found: dict[str, _Uses] = defaultdict(_Uses)

    def thing(cites: Iterable[str], words: Callable[[], str]) -> None:
        for key in dict.fromkeys(briefing.index.canonical(parse_cite(item).key) for item in cites):
            found[key].things.append(words)

    for edition in brief.editions:
        for key in dict.fromkeys(parse_cite(item).key for item in edition.cites):
            found[key].editions.append(edition.year)
        for key in dict.fromkeys(parse_cite(item).key for other in edition.disputed for item in other.cites):
            found[key].disputed.append(edition.year)
    for scale in method.scales:
        thing(scale.cites, partial(_scale_words, scale))
    thing(brief.brief.cites, lambda: _("the period that the edition covers"))
    thing(brief.report.cites, lambda: _("what is said of the report"))
    for fact in brief.facts:
        thing(fact.cites, partial(_named, N_("the fact “{label}”"), fact.label))
    for series in brief.series:
        cites = [*series.cites, *(cite for point in series.points for cite in point.cites)]
        thing(cites, partial(_named, N_("the series “{label}”"), series.label))
    for event in brief.events:
        thing(event.cites, partial(_named, N_("the event “{label}”"), event.label.rstrip(".")))
    for actor in brief.actors:
        cites = [*actor.cites, *(cite.key for cite in cited(actor.description))]
        thing(cites, partial(_named, N_("the card of {label}"), actor.name))
    for table in method.editions:
        # The table of countries, of which the brief shows the one of its own edition.
        if table.year == brief.brief.edition:
            cites = [*table.cites, *(cite for country in table.countries for cite in country.cites)]
            cites += (cite for country in table.countries for other in country.others for cite in other.cites)
            thing(cites, partial(_named, N_("the table of countries of {label}"), str(table.year)))
    for remark in brief.remarks:
        for key in dict.fromkeys(cite.key for cite in cited(remark.text)):
            found[key].remarks += 1
    return dict(found)


def _named(form: str, label: str) -> str:
    return _(form).format(label=clean(label))


def _scale_words(scale: Scale) -> str:
    if scale.last is None:
        return _("the scale of the editions since {first}").format(first=scale.first)
    return _("the scale of the editions {first}-{last}").format(first=scale.first, last=scale.last)


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
