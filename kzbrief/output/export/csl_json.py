"""Works as CSL-JSON, version 1.0.2 of its schema: what Zotero, Pandoc and every processor of the Citation Style Language read."""

from __future__ import annotations

from typing import Any

from ...brief.briefing import Briefing
from ...brief.dates import Date
from ...brief.names import split_name
from ...brief.work import Work
from ..json_form import json_text
from . import Options
from .works import Item, items, one_line

_TYPES = {
    "article": "article-magazine",
    "news": "article-newspaper",
    "report": "report",
    "chapter": "chapter",
    "book": "book",
    "law": "legislation",
    "letter": "personal_communication",
    "memorandum": "report",
    "press-release": "webpage",
    "dataset": "dataset",
    "post": "post-weblog",
    "video": "motion_picture",
    "web": "webpage",
    "other": "document",
}
_GENRES = {"memorandum": "Memorandum", "press-release": "Press release", "letter": "Letter"}


def export(briefing: Briefing, options: Options) -> str:
    """Return the works behind a brief as a JSON array."""
    return json_text([item_table(item) for item in items(briefing, options.findings)])


def item_table(item: Item) -> dict[str, Any]:
    """Return a work as an item of CSL-JSON.

    Its title is the original one. CSL has no variable for a translated title; it stands in `custom`, and in words in `note`.
    """
    work = item.work
    container, collection = work.publication, work.collection
    if work.type == "chapter":
        container, collection = collection or container, container if collection else None
    table: dict[str, Any] = {
        "id": item.key,
        "type": _TYPES[work.type],
        "genre": _GENRES.get(work.type),
        "author": [_name(name) for name in work.author],
        "editor": [_name(name) for name in work.editor],
        "title": one_line(work.title),
        "container-title": container,
        "collection-title": collection,
        "publisher": work.publisher,
        "publisher-place": work.place,
        "source": work.republished_by,
        "issued": _date(work.date),
        "accessed": _date(work.accessed),
        "URL": work.url,
        "archive_location": work.archive_url,
        "language": work.language if work.language != "und" else None,
        "keyword": ", ".join(item.keywords),
        "note": "\n".join(item.said),
    }
    custom = {"role": item.role, "translated-title": item.translated or None, "notes": list(getattr(work, "notes", [])) or None}
    custom |= {"date": work.date.edtf if work.date else None, "date-printed": work.date_printed, "title-from": _title_from(work)}
    table["custom"] = {key: value for key, value in custom.items() if value}
    return {key: value for key, value in table.items() if value}


def _title_from(work: Work) -> str | None:
    return None if work.title_from == "print" else work.title_from


def _name(name: str) -> dict[str, str]:
    """Return a person with family and given name, an organisation as a whole."""
    person = split_name(name)
    if person is None:
        return {"literal": one_line(name)}
    table = {"family": person.family, "given": person.given, "suffix": person.suffix}
    return {key: one_line(value) for key, value in table.items() if value}


def _date(date: Date | None) -> dict[str, Any] | None:
    """Return a date as precise as it is known; what the parts of CSL cannot say is written out."""
    if date is None:
        return None
    first, slash, last = date.edtf.partition("/")
    ends = [_parts(point) for point in ((first, last) if slash else (first,))]
    if not all(ends):  # an interval without an end, a decade
        return {"literal": date.words()}
    table: dict[str, Any] = {"date-parts": [part[:1] if len(part) > 1 and part[1] > 12 else part for part in ends]}
    season = ends[0][1] if len(ends[0]) > 1 else 0
    if any(len(part) > 1 and part[1] > 12 for part in ends):
        if slash:
            return {"literal": date.words()}
        table["season"] = season - 20
    if date.approximate or date.uncertain:
        table["circa"] = True
    return table


def _parts(point: str) -> list[int]:
    bare = point.rstrip("~?%")
    return [int(part) for part in bare.split("-")] if bare.replace("-", "").isdecimal() else []
