"""Where a country stands, as JSON and as Markdown."""

from __future__ import annotations

from collections.abc import Sequence

from ..brief.briefing import Briefing
from ..brief.method import MethodEdition
from ..brief.standing import Place, standing_before
from ..brief.text import parse_cite
from ..i18n import _
from .figures.words import direction, number
from .json_form import Table, head_table, scale_table
from .markup import block, escaped, table
from .prose import bracket, labels
from .standing import doubtful_works, note, place_text, required, statement, title, works_title


def standing_table(briefing: Briefing) -> Table:
    """Return the country's place and the table of its edition. Raises RefusedError as `required` does."""
    found = required(briefing)
    own = found.own
    before = standing_before(briefing.brief, briefing.method)
    return {
        **head_table(briefing),
        "scale": scale_table(found.scale),
        "countries_in_edition": found.size,
        "totals_known": sum(place.first is not None for place in found.places),
        "place": own.first if own else None,
        "shared_with": [country.code for country in found.with_whom],
        "place_between": list(found.between) if found.between else None,
        "disputed_totals_of": [country.code for country in found.disputes],
        "countries": [_country(place) for place in found.places],
        "previous": _previous(before.edition, before.own, before.size) if before else None,
    }


def _country(place: Place) -> Table:
    country = place.country
    return {
        "code": country.code,
        "name": country.name,
        "total": country.total,
        "status": country.status,
        "place": place.first,
        "shared_by": place.shared,
        "cites": country.cites,
        "disputed": [{"total": other.total, "cites": other.cites} for other in country.others],
    }


def _previous(edition: MethodEdition, own: Place | None, size: int) -> Table:
    return {
        "year": edition.year,
        "countries_in_edition": size,
        "included": own is not None,
        "total": own.country.total if own else None,
        "place": own.first if own else None,
    }


def standing_markdown(briefing: Briefing) -> str:
    """Return words and table as Markdown. Raises RefusedError as `required` does."""
    found = required(briefing)
    rows = []
    for place in found.places:
        country = place.country
        others = [_with_sources(briefing, other.total, other.cites) for other in country.others]
        total = _with_sources(briefing, country.total, country.cites) if others else number(country.total)
        cells = [place_text(place), country.name, total, country.status or "", ", ".join(others)]
        rows.append([f"**{escaped(cell)}**" if cell and place is found.own else escaped(cell) for cell in cells])
    total_head = _("Total ({direction})").format(direction=direction(found.scale.direction))
    head = [_("Place"), _("Country"), total_head, _("Status"), _("Elsewhere given as")]
    said = [block(escaped(statement(briefing))), block(escaped(note()))]
    blocks = [f"# {escaped(briefing.brief.brief.title)}", f"## {escaped(title(briefing))}", *said, "\n".join(table(head, rows, "rlrll"))]
    keys = doubtful_works(briefing, found)
    works = [f"- **{escaped(f'[{briefing.index.label(key)}]')}** {escaped(briefing.index.short(key))}" for key in keys]
    blocks += [f"## {escaped(works_title())}", "\n".join(works)] if works else []
    return "\n\n".join(blocks) + "\n"


def _with_sources(briefing: Briefing, total: float | str | None, cites: Sequence[str]) -> str:
    """A total with the numbers of the works that give it."""
    return f"{number(total)} {bracket(labels(map(parse_cite, cites), briefing.index))}".strip()
