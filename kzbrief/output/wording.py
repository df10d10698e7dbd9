"""What a brief says of its edition, in words: shared by the printed forms and the dashboard, so that they say the same."""

from __future__ import annotations

from collections.abc import Collection

from ..brief.briefing import Briefing
from ..brief.editions import previous_edition, status_since, this_edition
from ..brief.method import Scale
from ..brief.model import Edition, Remark, Section
from ..brief.names import language_after_in
from ..brief.text import parse_cite
from ..i18n import _, ngettext
from .figures.bars import Part
from .figures.words import band_range, number, part_in_words, since_in_words, total_in_words
from .lines import clean
from .origins import collected, selection
from .prose import bracket, labels


def edition_title(briefing: Briefing) -> str:
    """Return which edition a brief is about, as in `Freedom on the Net 2011, covers 2009-2010`."""
    heading = briefing.brief.brief
    said = f"{clean(briefing.method.name)} {heading.edition}"
    return _("{edition}, covers {period}").format(edition=said, period=heading.covers.words()) if heading.covers else said


def extent_mark(briefing: Briefing) -> str:
    """Return what stands behind the country where a brief does not hold the whole report, as in `(selection)`; else nothing."""
    return {"short": _("(selection)"), "draft": _("(draft)")}.get(briefing.brief.brief.extent, "")


def extent_words(briefing: Briefing) -> str:
    """Return the same, longer where its works are not the report's: a selection may still be taken for one out of the report."""
    if briefing.brief.brief.extent == "short" and collected(briefing.index):
        return _("(a selection, collected for this brief)")
    return extent_mark(briefing)


def previous_result(briefing: Briefing, short: bool = False) -> str:
    """Return the total and the status of the edition before, as in `2009 edition: 43 of 100 (0 is best), Partly Free`, or nothing.

    If `short` without the direction, where that is the one of this edition, which is to stand beside it.
    """
    previous = previous_edition(briefing.brief)
    if previous is None:
        return ""
    figure = previous_total(briefing, previous) if short else total_in_words(previous.total, briefing.method.scale_of(previous.year))
    return _("{year} edition: {result}").format(year=previous.year, result=_result(previous, figure))


def previous_total(briefing: Briefing, edition: Edition) -> str:
    """Return the total of another edition, as in `43 of 100`, with its direction where this one has another."""
    scale = briefing.method.scale_of(edition.year)
    turned = scale.direction != briefing.method.scale_of(briefing.brief.brief.edition).direction
    if turned or not isinstance(edition.total, int | float):
        return total_in_words(edition.total, scale)
    return _("{score} of {maximum}").format(score=number(edition.total), maximum=scale.highest)


def short_title(briefing: Briefing, section: Section) -> str:
    """Return what a section is called where there is little room: in a word, as its tab is; its title where it has no score."""
    category = briefing.method.category(section.category) if section.category else None
    return clean(category.short if category else section.title)


def previous_parts(briefing: Briefing, short: bool = False) -> str:
    """Return the scores of the parts of the edition before, each with its most, if `short` with their titles in a word each.

    Nothing where it prints none.
    """
    previous = previous_edition(briefing.brief)
    categories = {category.id: category for category in briefing.method.categories}
    known = [(categories[key], score) for key, score in (previous.scores if previous else {}).items() if key in categories]
    names = ((clean(category.short if short else category.title), category, score) for category, score in known if score != "n/a")
    return ", ".join(f"{name} {part_in_words(score, category)}" for name, category, score in names)


def previous_words(briefing: Briefing, short: bool = False) -> str:
    """Return what is known of the edition before, as in `2009 edition: n/a`; nothing where nothing is. `short` is for the parts."""
    said, known = previous_result(briefing), previous_parts(briefing, short)
    return f"{said} ({known})" if known else said


def disputed(briefing: Briefing, edition: Edition | None = None) -> list[tuple[str, str]]:
    """Return other results that are given for an edition, the brief's own if none is named, each with its sources' numbers in brackets."""
    return [(said, bracket(labels(map(parse_cite, cites), briefing.index))) for said, cites in disputed_results(briefing, edition)]


def disputed_results(briefing: Briefing, edition: Edition | None = None) -> list[tuple[str, list[str]]]:
    """Return what `disputed` does, with the sources as the brief has them."""
    found = []
    of = edition or this_edition(briefing.brief)
    for other in of.disputed:
        results = [total_in_words(other.total, briefing.method.scale_of(of.year))] if other.total is not None else []
        results += [clean(other.status)] if other.status else []
        categories = {category.id: category for category in briefing.method.categories}
        results += [
            f"{category.title} {part_in_words(other.scores[key], category)}" for key, category in categories.items() if key in other.scores
        ]
        found.append((_("elsewhere given as {result}").format(result=", ".join(results)), other.cites))
    return found


def since_line(briefing: Briefing) -> str:
    """Return what later editions said, as in `From 2015: Not Free`; nothing where that is not known."""
    since = status_since(briefing.brief)
    return clean(since_in_words(since)) if since else ""


def since_cites(briefing: Briefing) -> list[str]:
    """Return the sources of what `since_line` says: those of the first edition with that status."""
    since = status_since(briefing.brief)
    return next((edition.cites for edition in briefing.brief.editions if since and edition.year == since.year), [])


def extract_words(briefing: Briefing, addresses: Collection[str]) -> str:
    """Return that some findings, by their addresses, are not the whole brief."""
    count, whole = len(set(addresses)), len(briefing.index.entries)
    form = ngettext(
        "An extract: {count} of {whole} finding, chosen by a reader.", "An extract: {count} of {whole} findings, chosen by a reader.", whole
    )
    return form.format(count=count, whole=whole)


def band_words(scale: Scale) -> str:
    """Return the bands of a scale in words, as in `0-30 is Free, 31-60 is Partly Free`."""
    return ", ".join(_("{range} is {status}").format(range=band_range(band), status=clean(band.status)) for band in scale.bands)


def parts(briefing: Briefing) -> list[Part]:
    """Return the parts of the total with their scores, in the publisher's order."""
    edition, previous = this_edition(briefing.brief), previous_edition(briefing.brief)
    return [
        Part(category, edition.scores.get(category.id), previous.scores.get(category.id) if previous else None)
        for category in briefing.method.categories
    ]


def evidence(briefing: Briefing) -> str:
    """Return in a few sentences what the findings rest on."""
    counts = briefing.index.evidence
    findings = ngettext("{count} finding", "{count} findings", counts.findings).format(count=counts.findings)
    works = ngettext("{count} work", "{count} works", counts.works).format(count=counts.works)
    foreign = ", ".join(_("{count} in {language}").format(count=count, language=language_after_in(tag)) for tag, count in counts.foreign)
    if counts.uncited:
        without = (
            _("{count} of them without a source") if collected(briefing.index) else _("{count} of them without a source in the report")
        )
        findings += ", " + without.format(count=counts.uncited)
    if counts.drafts:
        findings += ", " + _("{count} still to be written").format(count=counts.drafts)
    sentences = [
        *filter(None, [selection(briefing.index)]),
        _("{findings}; {works}").format(findings=findings, works=f"{works} ({foreign})" if foreign else works),
    ]
    if counts.unsettled:
        form = ngettext("{count} note fits several works", "{count} notes fit several works", counts.unsettled)
        sentences.append(form.format(count=counts.unsettled))
    if counts.remarks:
        sentences.append(ngettext("{count} remark", "{count} remarks", counts.remarks).format(count=counts.remarks))
    return ". ".join(sentences) + "."


def published_note(edition: Edition) -> str:
    """Return what is to be said of a total that no publisher prints so; nothing of others."""
    return _("derived, not printed so") if edition.derived else ""


def remarked_figures(briefing: Briefing, *, context: bool = False) -> list[tuple[str, Remark]]:
    """Return the remarks about fact box and scores, those of later editions too if `context`: what each is about, and the remark."""
    about = {f"fact:{fact.id}": clean(fact.label) for fact in briefing.brief.facts}
    for edition in briefing.brief.editions:
        if context or edition.role != "context":
            about[f"edition:{edition.year}"] = _("{year} edition").format(year=edition.year)
    labels: dict[str, tuple[Remark, list[str]]] = {}
    for ref, label in about.items():
        for remark in briefing.index.remarks(ref):
            labels.setdefault(remark.text, (remark, []))[1].append(label)
    return [(", ".join(said), remark) for remark, said in labels.values()]


def _result(edition: Edition, figure: str) -> str:
    """A total in words with its status, or `n/a` once where both are."""
    return f"{figure}, {clean(edition.status)}" if edition.status and edition.status != figure else figure
