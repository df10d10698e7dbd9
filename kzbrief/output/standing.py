"""Where a country stands in its edition, in words, as a strip and as a table: for the printer and for the dashboard."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from .. import DEFAULT_BRIEF
from ..brief.briefing import Briefing
from ..brief.editions import this_edition
from ..brief.method import Band
from ..brief.standing import Place, Standing, standing, standing_before, tables
from ..brief.text import parse_cite
from ..i18n import _, ngettext
from ..refusal import RefusedError
from .figures.standing import standing_figure
from .figures.words import band_range, number, tone_of, total_in_words
from .findings import hanging
from .glyphs import Glyphs
from .lines import Line, Span, clean, indent, line_width, pad, width_of
from .prose import linked
from .wrapping import wrap

_PLACES = 6
"""Cells of the places before the countries."""


def required(briefing: Briefing) -> Standing:
    """Return where the country stands; RefusedError where the method has no table of its edition, or the table not this country."""
    found = standing(briefing.brief, briefing.method)
    heading = briefing.brief.brief
    edition = f"{clean(briefing.method.name)} {heading.edition}"
    if found is None:
        years = ", ".join(map(str, tables(briefing.method)))
        said = _("no table of the countries of {edition} is known").format(edition=edition)
        raise RefusedError(said + ("\n" + _("there are tables of {years}").format(years=years) if years else ""))
    if found.own is None:
        raise RefusedError(_("{country} is not in the table of {edition}").format(country=clean(heading.title), edition=edition))
    return found


def ordinal(place: int) -> str:
    """Return a place as a word of its language, as in `25th`."""
    last = 0 if place % 100 in (11, 12, 13) else place % 10
    form = {1: _("{number}st"), 2: _("{number}nd"), 3: _("{number}rd")}.get(last, _("{number}th"))
    return form.format(number=place)


def place_words(found: Standing) -> str:
    """Return the place of the country, as in `joint 25th of 37, with Pakistan`; nothing where its total is not known."""
    own = found.own
    if own is None or own.first is None:
        return ""
    size = found.size
    said = _("{place} of {size}").format(place=ordinal(own.first), size=size)
    if not found.complete:
        known = sum(place.first is not None for place in found.places)
        said = ngettext(
            "{place} of the {known} country whose total is known, of {size}",
            "{place} of the {known} countries whose totals are known, of {size}",
            known,
        ).format(place=ordinal(own.first), known=known, size=size)
    names = [clean(country.name) for country in found.with_whom]
    if not names:
        return said
    others = names[0] if len(names) == 1 else _("{names} and {last}").format(names=", ".join(names[:-1]), last=names[-1])
    return _("joint {place}, with {others}").format(place=said, others=others)


def sentences(briefing: Briefing) -> list[str]:
    """Return in words where the country stands in this edition and the one before; nothing where that is not known."""
    found = standing(briefing.brief, briefing.method)
    if found is None or found.own is None or found.own.first is None:
        return []
    heading = briefing.brief.brief
    own = found.own.country
    total = this_edition(briefing.brief).total
    said = [_("{total}: {place}, counted from the freest").format(total=total_in_words(own.total, found.scale), place=place_words(found))]
    others = [other.total for other in own.others if other.total != own.total]
    if others:
        said.append(_("other sources give its total as {others}").format(others=", ".join(map(number, others))))
    if total is not None and total not in (own.total, *others):
        said.append(_("this brief has another total, {total}").format(total=number(total)))
    if found.between:
        names = ", ".join(clean(country.name) for country in found.disputes)
        text = _("sources disagree on the totals of {names}; by some of them it is {first} to {last}")
        said.append(text.format(names=names, first=ordinal(found.between[0]), last=ordinal(found.between[1])))
    said += _before(briefing, clean(heading.title))
    return said


def _before(briefing: Briefing, name: str) -> list[str]:
    before = standing_before(briefing.brief, briefing.method)
    if before is None:
        return []
    year, size = before.edition.year, before.size
    if before.own is None:
        text = ngettext(
            "it was not in the {year} edition, which had {size} country", "it was not among the {size} countries of {year}", size
        )
        return [text.format(year=year, size=size)]
    if before.own.first is None:
        return []
    total = total_in_words(before.own.country.total, before.scale)
    return [_("in {year}: {total}, {place}").format(year=year, total=total, place=place_words(before))]


def statement(briefing: Briefing) -> str:
    """Return the sentences as one; nothing where there are none."""
    said = "; ".join(sentences(briefing))
    return f"{said[:1].upper()}{said[1:]}." if said else ""


def sources(place: Place) -> list[str]:
    """Return the works that a country's total is from, and those that give other ones."""
    country = place.country
    return list(dict.fromkeys([*country.cites, *(cite for other in country.others for cite in other.cites)]))


def note() -> str:
    """Return what a place is, and what it is not."""
    return _("Derived: places are counted here from the published totals; a score is not a rank.")


def standing_lines(briefing: Briefing, width: int, glyphs: Glyphs) -> list[Line]:
    """Return the words and the strip for a width in cells; nothing where the standing is not known."""
    said = statement(briefing)
    found = standing(briefing.brief, briefing.method)
    if not said or found is None or found.own is None:
        return []
    lines = wrap([Span(said), *_numbers(briefing, sources(found.own))], width)
    figure = standing_figure(found, width, glyphs)
    return [*lines, *([[], *figure, []] if figure else []), *wrap([Span(note(), "dim")], width)]


def standing_block(briefing: Briefing, width: int, glyphs: Glyphs) -> list[Line]:
    """Return the same below its title, with what prints all countries; nothing where the standing is not known."""
    lines = standing_lines(briefing, width, glyphs)
    if not lines:
        return []
    heading = briefing.brief.brief
    name = "" if heading.id == DEFAULT_BRIEF else f" {heading.id}"
    more = _("All countries: {command}").format(command=f"kzbrief standing{name}")
    return [*title_lines(briefing, width), *lines, *wrap([Span(more, "dim")], width)]


def title_lines(briefing: Briefing, width: int) -> list[Line]:
    """Return the title of the standing with the sign that it is not from the report."""
    return hanging([Span("* ", "outside"), Span(title(briefing), "strong")], width)


def title(briefing: Briefing) -> str:
    """Return what the standing is about, as in `Among the 37 countries of Freedom on the Net 2011`."""
    found = standing(briefing.brief, briefing.method)
    size = found.size if found else 0
    form = ngettext("Among the {size} country of {edition}", "Among the {size} countries of {edition}", size)
    return form.format(size=size, edition=f"{clean(briefing.method.name)} {briefing.brief.brief.edition}")


class Row(NamedTuple):
    """A row of the table of countries, or the heading of a band."""

    lines: list[Line]
    """Its lines; numbers of works have references to them."""
    place: Place | None = None
    """The country; None for a heading."""


def band_counts(found: Standing) -> list[tuple[Band, str]]:
    """Return the bands of the scale with how many countries are in each, as in `Free: 8 countries`."""
    said = []
    for band in found.scale.bands:
        count = sum(place.country.status == band.status for place in found.places)
        form = ngettext("{status}: {count} country", "{status}: {count} countries", count)
        said.append((band, form.format(status=clean(band.status), count=count)))
    return said


def table_rows(briefing: Briefing, found: Standing, width: int) -> list[Row]:
    """Return all countries with place, total and status, band by band; `=` behind a place that several share.

    Where sources disagree on a total, each value has the numbers of its own.
    """
    made: list[Row] = []
    bands = found.scale.bands if found.scale.direction == "0-best" else found.scale.bands[::-1]
    groups = [(band.status, f"{band.status} ({band_range(band)})", tone_of(band.status, found.scale)) for band in bands]
    known = {band.status for band in bands}
    longest = max(width_of(clean(place.country.name)) for place in found.places)
    for status, heading, tone in [*groups, ("", _("Without a status"), "")]:
        rows = [place for place in found.places if (place.country.status if place.country.status in known else "") == status]
        if rows:
            made.append(Row([*([[]] if made else []), *wrap([Span(clean(heading), f"strong {tone}".strip())], width)]))
        made += (Row(_row(briefing, place, longest, width, "strong" if place is found.own else ""), place) for place in rows)
    return made


def _row(briefing: Briefing, place: Place, longest: int, width: int, tone: str) -> list[Line]:
    country = place.country
    name, total = clean(country.name), number(country.total)
    doubt: Line = []
    for other in country.others:
        doubt += [Span("  " + _("elsewhere {others}").format(others=number(other.total)), "dim"), *_numbers(briefing, other.cites)]
    if doubt:
        doubt = [*_numbers(briefing, country.cites), *doubt]
    columns = [
        Span(f"{place_text(place):>{_PLACES - 2}}  ", tone or "dim"),
        *pad([Span(name, tone)], longest + 2),
        Span(f"{total:>4}", tone),
        *doubt,
    ]
    if line_width(columns) <= width:
        return [columns]
    columns = columns[: len(columns) - len(doubt)]
    if line_width(columns) > width:
        return hanging([Span(f"{place_text(place)} {name} {total}".strip(), tone), *doubt], width)
    return [columns, *indent(wrap(doubt, width - _PLACES), _PLACES)]


def _numbers(briefing: Briefing, cites: Sequence[str]) -> Line:
    found = linked(cites, briefing.index)
    return [Span(" "), *found] if found else []


def doubtful_works(briefing: Briefing, found: Standing) -> list[str]:
    """Return the keys of the works behind the country's total, and behind those on which sources disagree."""
    countries = [*([found.own.country] if found.own else []), *(place.country for place in found.places if place.country.disputed)]
    lists = (cites for country in countries for cites in (country.cites, *(other.cites for other in country.others)))
    keys = {briefing.index.canonical(parse_cite(item).key) for cites in lists for item in cites}
    return [key for key in briefing.index.sources if key in keys]


def works_title() -> str:
    """Return what stands above the works of `doubtful_works`."""
    return _("Sources of the country’s total, and of those on which sources disagree")


def work_lines(briefing: Briefing, key: str, width: int) -> list[Line]:
    """Return a work of the table in short, with its number."""
    label = briefing.index.label(key)
    return hanging([Span(f"[{label}]", "cite", f"source:{key}"), Span(f" {clean(briefing.index.short(key))}")], width)


def place_text(place: Place) -> str:
    """Return a place as in `25=`, where several countries share it; nothing where it is not known."""
    return "" if place.first is None else f"{place.first}{'=' if place.shared > 1 else ''}"


def command_lines(briefing: Briefing, width: int, glyphs: Glyphs) -> list[Line]:
    """Return all that `kzbrief standing` prints. Raises RefusedError where the standing is not known."""
    found = required(briefing)
    head = f"{clean(briefing.brief.brief.title)}: {title(briefing)}"
    works = [line for key in doubtful_works(briefing, found) for line in work_lines(briefing, key, width)]
    if works:
        works = [*wrap([Span(works_title(), "strong")], width), *works]
    table = [line for row in table_rows(briefing, found, width) for line in row.lines]
    blocks = [wrap([Span(head, "strong")], width), standing_lines(briefing, width, glyphs), table, works]
    lines: list[Line] = []
    for block in blocks:
        if block:
            lines += [*([[]] if lines else []), *block]
    return lines
