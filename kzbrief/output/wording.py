"""What a brief says of its edition, in words: shared by the printed forms and the dashboard, so that they say the same."""

from __future__ import annotations

from ..brief.briefing import Briefing
from ..brief.editions import previous_edition, status_since, this_edition
from ..brief.method import Scale
from ..brief.model import Edition, Remark
from ..brief.names import language_after_in
from ..brief.text import parse_cite
from ..i18n import _, ngettext
from .figures.bars import Part
from .figures.words import band_range, number, since_in_words, total_in_words
from .lines import clean
from .prose import bracket, labels


def edition_title(briefing: Briefing) -> str:
    """Return which edition a brief is about, as in `Freedom on the Net 2011, covers 2009-2010`."""
    heading = briefing.brief.brief
    said = f"{clean(briefing.method.name)} {heading.edition}"
    return _("{edition}, covers {period}").format(edition=said, period=heading.covers.words()) if heading.covers else said


def extent_mark(briefing: Briefing) -> str:
    """Return what stands behind the country where a brief does not hold the whole report, as in `(selection)`; else nothing."""
    return {"short": _("(selection)"), "draft": _("(draft)")}.get(briefing.brief.brief.extent, "")


def previous_result(briefing: Briefing) -> str:
    """Return the total and the status that the report prints for the edition before, as in `2009 edition: 43, Partly Free`, or nothing.

    Where the scale has turned round since, the total has its own.
    """
    previous = previous_edition(briefing.brief)
    if previous is None:
        return ""
    scale = briefing.method.scale_of(previous.year)
    turned = scale.direction != briefing.method.scale_of(briefing.brief.brief.edition).direction
    figure = total_in_words(previous.total, scale) if turned else number(previous.total)
    return _("{year} edition: {result}").format(year=previous.year, result=_result(previous, figure))


def previous_parts(briefing: Briefing, short: bool = False) -> str:
    """Return the scores of the parts that the report prints for the edition before, if `short` with their titles in a word each.

    Nothing where it prints none.
    """
    previous = previous_edition(briefing.brief)
    titles = {category.id: clean(category.short if short else category.title) for category in briefing.method.categories}
    scores = previous.scores.items() if previous else ()
    return ", ".join(f"{titles[key]} {number(score)}" for key, score in scores if key in titles and score != "n/a")


def previous_words(briefing: Briefing) -> str:
    """Return what the report prints for the edition before, as in `2009 edition: n/a`; nothing where it prints nothing."""
    said, known = previous_result(briefing), previous_parts(briefing)
    return f"{said} ({known})" if known else said


def disputed(briefing: Briefing, edition: Edition | None = None) -> list[tuple[str, str]]:
    """Return other results that are given for an edition, the brief's own if none is named, each with its sources' numbers in brackets."""
    return [(said, bracket(labels(map(parse_cite, cites), briefing.index))) for said, cites in disputed_results(briefing, edition)]


def disputed_results(briefing: Briefing, edition: Edition | None = None) -> list[tuple[str, list[str]]]:
    """Return what `disputed` does, with the sources as the brief has them."""
    found = []
    for other in (edition or this_edition(briefing.brief)).disputed:
        results = [number(other.total)] if other.total is not None else []
        results += [clean(other.status)] if other.status else []
        titles = {category.id: category.title for category in briefing.method.categories}
        results += [f"{titles.get(key, key)} {number(score)}" for key, score in other.scores.items()]
        found.append((_("elsewhere given as {result}").format(result=", ".join(results)), other.cites))
    return found


def since_line(briefing: Briefing) -> str:
    """Return what later editions said, as in `From 2015: Not Free`; nothing where that is not known."""
    since = status_since(briefing.brief)
    return clean(since_in_words(since)) if since else ""


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
        findings += ", " + _("{count} of them without a source in the report").format(count=counts.uncited)
    if counts.drafts:
        findings += ", " + _("{count} still to be written").format(count=counts.drafts)
    sentences = {"short": [_("A selection, not the whole report")], "draft": [_("A draft")]}.get(briefing.brief.brief.extent, [])
    sentences += [_("{findings}; {works}").format(findings=findings, works=f"{works} ({foreign})" if foreign else works)]
    if counts.unsettled:
        form = ngettext("{count} note fits several works", "{count} notes fit several works", counts.unsettled)
        sentences.append(form.format(count=counts.unsettled))
    if counts.remarks:
        sentences.append(ngettext("{count} remark", "{count} remarks", counts.remarks).format(count=counts.remarks))
    return ". ".join(sentences) + "."


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
