"""Where a country stands, as JSON and as Markdown."""

from __future__ import annotations

from ..brief.briefing import Briefing
from ..brief.method import MethodEdition
from ..brief.standing import Place, standing_before
from ..i18n import _
from .figures.words import number
from .json_form import Table, head_table, scale_table
from .markup import block, escaped, table
from .standing import note, place_text, required, statement, title


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
        "disputed": country.disputed,
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
        cells = [place_text(place), country.name, number(country.total), country.status or "", ", ".join(map(number, country.disputed))]
        rows.append([f"**{escaped(cell)}**" if cell and place is found.own else escaped(cell) for cell in cells])
    head = [_("Place"), _("Country"), _("Total"), _("Status"), _("Elsewhere given as")]
    said = [block(escaped(statement(briefing))), block(escaped(note()))]
    blocks = [f"# {escaped(briefing.brief.brief.title)}", f"## {escaped(title(briefing))}", *said, "\n".join(table(head, rows, "rlrll"))]
    return "\n\n".join(blocks) + "\n"
