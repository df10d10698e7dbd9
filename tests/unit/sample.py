"""A small brief for tests, made from tables like those of a file."""

from __future__ import annotations

from typing import Any, TypeVar

import msgspec

from kzbrief.brief.dates import Date
from kzbrief.brief.method import Method
from kzbrief.brief.model import Brief
from kzbrief.brief.work import Source

T = TypeVar("T")


def convert(data: dict[str, Any], kind: type[T]) -> T:
    """Return tables as an object of the model."""
    return msgspec.convert(data, kind, dec_hook=lambda __, value: Date.parse(value))


def source(**fields: Any) -> Source:
    """Return a source; keys with underscores."""
    data = {"type": "article", "title": "A Title", **{name.replace("_", "-"): value for name, value in fields.items()}}
    return convert(data, Source)


def finding(name: str, text: str = "", **fields: Any) -> dict[str, Any]:
    """Return the table of a finding."""
    return {"id": name, "headline": name.capitalize(), "text": text, **fields}


def brief(findings: dict[str, list[dict[str, Any]]] | None = None, **tables: Any) -> Brief:
    """Return a brief with the sections and findings given and further tables by their names in the file."""
    sections = [{"id": name, "title": name.capitalize(), "finding": rows} for name, rows in (findings or {}).items()]
    data = {
        "format": 1,
        "brief": {"id": "testland-2011", "title": "Testland", "country": "TL", "edition": 2011},
        "report": {"type": "chapter", "title": "Testland"},
        "section": sections,
        **tables,
    }
    return convert(data, Brief)


def method(**tables: Any) -> Method:
    """Return a small method."""
    data = {
        "id": "index",
        "name": "The Index",
        "publisher": "A Publisher",
        "category": [{"id": "access", "title": "Access", "short": "Access", "maximum": 100}],
        "scale": [{"first": 2009, "direction": "0-best", "bands": [{"status": "Free", "lowest": 0, "highest": 100, "tone": "good"}]}],
        **tables,
    }
    return convert(data, Method)
