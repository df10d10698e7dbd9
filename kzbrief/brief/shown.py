"""A brief as it is shown: its headlines in the language that a reader wants, the words of its method in the language of the labels."""

from __future__ import annotations

from msgspec.structs import replace

from ..i18n import ENGLISH, base_of, language, pgettext
from .briefing import Briefing
from .entry import Listed
from .method import Band, Category, CountryScore, Method, MethodEdition, Scale
from .model import Brief, Disputed, Edition, Finding, Section


def headline_languages(brief: Brief) -> tuple[str, ...]:
    """Return the tags of the languages that a brief has headlines in: its own, then those that it is translated to, by tag."""
    own = brief.brief.language
    others = {tag for section in brief.sections for tag in (*section.titles, *(tag for item in section.findings for tag in item.headlines))}
    return (own, *sorted(others - {own}))


def usual_language(brief: Brief) -> str:
    """Return the tag of the language to show headlines in at first: that of the labels where there are any in it, else the brief's own."""
    own = brief.brief.language
    if base_of(own) == language():
        return own
    return next((tag for tag in headline_languages(brief) if base_of(tag) == language()), own)


def shown(briefing: Briefing, headlines: str = "") -> Briefing:
    """Return a brief with its headlines in the language of a tag, the usual one if none is given; the brief itself where nothing changes.

    Where a headline has no translation it stays as it is, and so do status words and titles that the catalogue does not know.
    """
    brief, method = briefing.brief, briefing.method
    tag = headlines or usual_language(brief)
    if tag != brief.brief.language:
        brief = replace(brief, sections=[_section(section, tag) for section in brief.sections])
    if language() != ENGLISH:
        brief, method = _named(brief, method), _method(method)
    return briefing if brief is briefing.brief else Briefing(briefing.path, brief, method)


def named(item: Listed) -> Listed:
    """Return a brief of a list with its country and its status in the language of the labels."""
    entry = item.entry
    if entry is None or language() == ENGLISH:
        return item
    return replace(item, entry=replace(entry, title=country_name(entry.title), status=_status(entry.status)))


def status_name(status: str) -> str:
    """Return a status word in the language of the labels, as published where the catalogue does not have it."""
    return pgettext("status", status)


def country_name(name: str) -> str:
    """Return the name of a country, given by its English name, in the language of the labels; the name itself where it is not known."""
    return pgettext("country", name)


def _section(section: Section, tag: str) -> Section:
    findings = [_finding(finding, tag) for finding in section.findings]
    return replace(section, title=section.titles.get(tag, section.title), findings=findings)


def _finding(finding: Finding, tag: str) -> Finding:
    return replace(finding, headline=finding.headlines[tag]) if tag in finding.headlines else finding


def _named(brief: Brief, method: Method) -> Brief:
    """Name country, parts and status in the language of the labels; what the report words in its own way stays."""
    titles = {category.id: category.title for category in method.categories}
    sections = [
        replace(section, title=pgettext("part", section.title)) if titles.get(section.category or "") == section.title else section
        for section in brief.sections
    ]
    return replace(
        brief,
        brief=replace(brief.brief, title=country_name(brief.brief.title)),
        editions=[_edition(edition) for edition in brief.editions],
        sections=sections,
    )


def _edition(edition: Edition) -> Edition:
    return replace(edition, status=_status(edition.status), disputed=[_disputed(item) for item in edition.disputed])


def _disputed(item: Disputed) -> Disputed:
    return replace(item, status=_status(item.status))


def _status(status: str | None) -> str | None:
    return status_name(status) if status else status


def _method(method: Method) -> Method:
    return replace(
        method,
        categories=[_category(category) for category in method.categories],
        scales=[_scale(scale) for scale in method.scales],
        editions=[_countries(edition) for edition in method.editions],
    )


def _category(category: Category) -> Category:
    return replace(category, title=pgettext("part", category.title), short=pgettext("part, short", category.short))


def _scale(scale: Scale) -> Scale:
    return replace(scale, bands=[_band(band) for band in scale.bands])


def _band(band: Band) -> Band:
    return replace(band, status=status_name(band.status))


def _countries(edition: MethodEdition) -> MethodEdition:
    return replace(edition, countries=[_country(country) for country in edition.countries])


def _country(country: CountryScore) -> CountryScore:
    return replace(country, name=country_name(country.name), status=_status(country.status))
