"""What can be copied where one is, each with a letter: the choices of the sheet that `Y` shows, and texts in other forms."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from ..brief.address import of_finding
from ..brief.model import Unsettled
from ..i18n import _, ngettext, speaking
from ..output import quoting
from . import texts

if TYPE_CHECKING:
    from ..brief.briefing import Briefing
    from .cursor import Cursor

BY_HAND = "t"
"""The letter of what shows the text on the whole screen."""


class Choice(NamedTuple):
    """Something that can be copied."""

    letter: str
    """The key that copies it."""
    label: str
    """What it is, in a sentence's beginning."""
    detail: str
    """More of it, where that is short: the address itself, the number of works."""
    what: str
    """What it is, for what is said when it was copied."""
    text: Callable[[], str]
    """Makes the text."""


def choices(briefing: Briefing, cursor: Cursor, key: str = "") -> list[Choice]:
    """Return what can be copied: where the cursor is, or of the work with that key, which is shown."""
    return list(_choices(briefing, cursor, key))


def _choices(briefing: Briefing, cursor: Cursor, key: str) -> Iterator[Choice]:
    keys = list(dict.fromkeys([key] if key else texts.keys_at(briefing, cursor)))
    address = texts.finding_at(cursor)
    text, what = texts.at(briefing, cursor)
    if address:
        yield Choice("f", _("The finding with its sources, as y copies it"), "", _("finding"), lambda: quoting.finding(briefing, address))
    elif text and not key and not keys:
        yield Choice("f", _("These lines, as y copies them"), "", what, lambda: text)
    if keys:
        label, what = (_("The reference"), _("reference")) if len(keys) == 1 else (_("The references"), _("references"))
        yield Choice("r", label, _of(briefing, keys), what, lambda: "\n".join(quoting.reference(briefing, name) for name in keys))
    if address:
        whole = of_finding(briefing, address)
        yield Choice("a", _("The address of the finding"), whole, _("address"), lambda: whole)
    if keys:
        yield Choice("b", _("BibTeX"), "", "BibTeX", lambda: in_form(briefing, keys, "bibtex"))
        yield Choice("c", _("CSL-JSON"), "", "CSL-JSON", lambda: in_form(briefing, keys, "csl-json"))
    if address:
        section = briefing.index.entry(address).section
        yield Choice("s", _("The whole section"), section.title, _("section"), lambda: quoting.section(briefing, section.id))
    if web := next((found for found in (quoting.address(briefing, name) for name in keys) if found), ""):
        yield Choice("w", _("The web address of the source"), web, _("address"), lambda: web)
    if address or text or keys:
        shown = (lambda: quoting.finding(briefing, address)) if address and not key else (lambda: text)
        if key:
            shown = lambda: quoting.reference(briefing, key)  # noqa: E731
        yield Choice(BY_HAND, _("Show the text on the whole screen, to select it by hand"), _("Esc returns"), "", shown)


def in_form(briefing: Briefing, keys: Sequence[str], form: str) -> str:
    """Return works in a form for citation managers, `bibtex` or `csl-json`; of an unsettled reference all works that it may mean."""
    from ..output.export import bibtex, csl_json
    from ..output.export.works import items
    from ..output.json_form import json_text

    wanted = set(keys)
    for key in keys:
        work = briefing.index.work(key)
        wanted.update(work.candidates if isinstance(work, Unsettled) else ())
    # Whoever runs this: what is exported is in the language of the brief.
    with speaking(briefing.brief.brief.language):
        found = [item for item in items(briefing) if item.key in wanted]
        if form == "bibtex":
            return "\n".join(bibtex.entry(item) for item in found)
        return json_text([csl_json.item_table(item) for item in found])


def _of(briefing: Briefing, keys: Sequence[str]) -> str:
    if len(keys) == 1:
        return briefing.index.short(keys[0])
    return ngettext("{count} work", "{count} works", len(keys)).format(count=len(keys))
