"""Works as RIS, which every citation manager reads: a line for each value, a tag of two characters before it, CR LF at its end.

The tags are those of the RIS specification of 2011: TT is a translated title, AV where an archived copy is, DP who provides the copy.
"""

from __future__ import annotations

from collections.abc import Iterable

from ...brief.briefing import Briefing
from ...brief.dates import Date
from ...brief.names import split_name
from ...brief.work import Work
from . import Options
from .works import Item, items, one_line

_TYPES = {
    "article": "MGZN",
    "news": "NEWS",
    "report": "RPRT",
    "chapter": "CHAP",
    "book": "BOOK",
    "law": "STAT",
    "letter": "PCOMM",
    "memorandum": "RPRT",
    "press-release": "ELEC",
    "dataset": "DATA",
    "post": "BLOG",
    "video": "VIDEO",
    "web": "ELEC",
    "other": "GEN",
}


def export(briefing: Briefing, options: Options) -> str:
    """Return the works behind a brief as RIS."""
    return "\r\n".join(entry(item) for item in items(briefing, options.findings))


def entry(item: Item) -> str:
    """Return the lines of one work."""
    return "".join(f"{tag}  - {value}\r\n" for tag, value in (*_fields(item), ("ER", "")))


def _fields(item: Item) -> Iterable[tuple[str, str]]:
    work = item.work
    yield "TY", _TYPES[work.type]
    yield "ID", item.key
    yield from (("AU", _name(name)) for name in work.author)
    yield from (("A2", _name(name)) for name in work.editor)
    found: list[tuple[str, str | None]] = [
        ("TI", work.title),
        ("TT", item.translated),
        ("T2", _container(work)),
        ("PB", work.publisher),
        ("CY", work.place),
        ("PY", f"{work.date.year:04}" if work.date else None),
        ("DA", _date(work.date)),
        ("Y2", _date(work.accessed)),
        ("LA", work.language if work.language != "und" else None),
        ("UR", work.url),
        ("AV", work.archive_url),
        ("DP", work.republished_by),
    ]
    yield from ((tag, one_line(value)) for tag, value in found if value)
    yield from (("KW", one_line(word)) for word in item.keywords)
    yield from (("N1", said) for said in item.said)


def _container(work: Work) -> str | None:
    return work.collection or work.publication if work.type == "chapter" else work.publication or work.collection


def _name(name: str) -> str:
    """Return a name as `Family, Given, Suffix`, an organisation as it stands: RIS tells the two by the comma, as briefs do."""
    person = split_name(name)
    if person is None:
        return one_line(name.replace(",", " "))
    return one_line(", ".join(part for part in person if part))


def _date(date: Date | None) -> str | None:
    """Return `2010/03/12/`, with empty parts where they are not known, and the date in words at the end where parts cannot say it."""
    if date is None:
        return None
    if date.precision not in ("day", "month", "year"):
        return f"{date.year:04}///{date.words()}"
    parts = [*date.edtf.rstrip("~?%").split("-"), "", ""][:3]
    return "/".join([*parts, date.words() if date.approximate or date.uncertain else ""])
