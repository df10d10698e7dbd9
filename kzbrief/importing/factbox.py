"""The fact box of a report: labels and figures as printed, with the figure as a number where it is one."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from decimal import Decimal, InvalidOperation

from msgspec import Struct, field

from ..brief.slugs import slug
from .acronyms import lowered
from .head import Text, head_of, length
from .headings import heading_of
from .lines import Line, bare, cleaned
from .vocabulary import FACT, KINDS, LABEL

_ROW = re.compile(r"\W*([^\W\d][^:|\t]{1,70}?)\s*(?::|\||\t|\s{2,})\s*(.{1,160})\Z", re.DOTALL)
_SEPARATOR = re.compile(r"\s*\**\s*(?::\s*\**|\||\t)?\s*\**")
_COLUMN = re.compile(r"\n|\s{3,}|\s\*\s")
_HEADING = re.compile(r"(?:quick|country)\s+facts?:?|country\s+data:?", re.IGNORECASE)
_NUMBER = re.compile(
    r"\W{0,4}(?:about|approximately|some|c\.)?\s*([0-9]{1,3}(?:[,\s][0-9]{3})+|[0-9]{1,15}(?:\.[0-9]{1,6})?)"
    r"\s*(%|percent|per cent|thousand|million|billion|m\b|bn\b)?",
    re.IGNORECASE,
)
_MEASURED = re.compile(
    r".{0,60}(?:thousand|million|billion|percent|%)(?=(?:\s+(?:Not|Partly|Free|n/a)){1,2}\s*\Z)", re.DOTALL | re.IGNORECASE
)
_FREE = re.compile(r"\s*(?:free\s+){1,2}(?=[0-9])", re.IGNORECASE)
"""A figure with words of the status behind it, where the table of scores stood beside the box."""
_SCALE = {"thousand": 10**3, "million": 10**6, "m": 10**6, "billion": 10**9, "bn": 10**9}
_ROWS = 24
"""Lines of a box behind the text."""
_YEAR = re.compile(r"\b(?:19|20)[0-9]{2}\b")


class Fact(Struct, kw_only=True):
    """A row of the box."""

    id: str
    kind: str
    label: str
    printed: str
    previous: str = ""
    value: int | float | None = None
    unit: str = ""
    period: str = ""
    lines: list[Line] = field(default_factory=list)


class _Row(Struct):
    """A label, its value, the value of the edition before, and the lines that hold them."""

    label: str
    printed: str
    previous: str
    lines: list[Line]


class Box(Struct):
    """The rows, and the lines with nothing but the name of the box."""

    facts: list[Fact] = field(default_factory=list)
    headings: list[Line] = field(default_factory=list)


def find(lines: Sequence[Line], scores: Collection[int]) -> Box:
    """Return the rows of the box. Rows with labels that are not known count only next to others. `scores` are lines with scores."""
    end = length(lines)
    # Later pages have a box of their own behind the text.
    behind = next((place for place in range(end, len(lines)) if _HEADING.fullmatch(bare(lines[place].text))), len(lines))
    head = Text([*head_of(lines), *lines[behind : behind + _ROWS]])
    rows = _known(head)
    taken = {line.index for row in rows for line in row.lines}
    rows += _others(head.lines, taken, scores)
    rows.sort(key=lambda row: row.lines[0].index)
    headings = [line for line in head.lines if rows and _HEADING.fullmatch(bare(line.text))]
    return Box(_facts(rows), headings)


def _known(head: Text) -> list[_Row]:
    """Return the rows with labels that are known, wherever they stand in the text."""
    rows: list[_Row] = []
    labels = list(LABEL.finditer(head.text))
    for place, label in enumerate(labels):
        if label.lastgroup != "fact":
            continue
        separator = _SEPARATOR.match(head.text, label.end())
        start = separator.end() if separator else label.end()
        end = labels[place + 1].start() if place + 1 < len(labels) else len(head.text)
        value = head.text[start:end]
        if stop := _COLUMN.search(value):
            value = value[: stop.start()]
        if measure := _MEASURED.match(value):
            value = measure[0]
        if words := _FREE.match(value):
            start, value = start + words.end(), value[words.end() :]
        cells = [bare(cell) for cell in re.split(r"[|\t]", value.strip(" |\t")) if bare(cell)][:2]
        if cells and all(map(_is_value, cells)):
            rows.append(
                _Row(label[0], cells[-1], cells[0] if len(cells) > 1 else "", head.between(label.start(), start + len(value.rstrip())))
            )
    return rows


def _others(lines: Sequence[Line], taken: Collection[int], scores: Collection[int]) -> list[_Row]:
    """Return the rows with other labels that stand next to known ones."""
    rows: list[_Row] = []
    for step in (lines, lines[::-1]):
        near = False
        for line in step:
            text = line.text.strip()
            heading = heading_of(text)
            if line.index in taken:
                near = True
            elif not near or line.index in scores or len(text) > 400 or (heading and (heading.part or heading.question)):
                near = False
            else:
                row = _row(text)
                near = row is not None or bool(_YEAR.search(text))
                if row and all(row[0] != other.label or other.lines[0].index != line.index for other in rows):
                    rows.append(_Row(row[0], row[1], "", [line]))
    return rows


def _row(text: str) -> tuple[str, str] | None:
    plain = "\t".join(filter(None, map(bare, text.split("\t"))))
    found = _ROW.match(plain)
    if not found or not _is_value(found[2]) or len(found[2]) >= 80:
        return None
    label = found[1].strip(" *")
    return (label, found[2].strip()) if text.startswith("*") or label.isupper() or re.search(r"\t|\|", text) else None


def _is_value(text: str) -> bool:
    return 0 < len(bare(text)) <= 100 and any(map(str.isalnum, text)) and not re.search(r"https?://|[.!?]\s+\w+\s+\w+", text)


def _facts(rows: list[_Row]) -> list[Fact]:
    facts: list[Fact] = []
    taken: set[str] = set()
    for row in rows:
        label = cleaned(row.label.strip(" *:"), 200)
        known = FACT.match(label)
        kind = next((KINDS[key] for key, group in known.groupdict().items() if group), "other") if known else "other"
        name = base = slug(label)
        number = 1
        while name in taken:
            number += 1
            name = f"{base}-{number}"
        taken.add(name)
        printed, previous = cleaned(bare(row.printed), 300), cleaned(row.previous, 300)
        fact = Fact(id=name, kind=kind, label=_quiet(label), printed=printed, previous=previous, lines=row.lines)
        _measure(fact)
        if fact.printed and fact.label:
            facts.append(fact)
    return facts


def _measure(fact: Fact) -> None:
    """Read the figure of a row, and its year."""
    year = re.search(r"\(((?:19|20)[0-9]{2})\)|((?:19|20)[0-9]{2})\s*\(\w|,\s*((?:19|20)[0-9]{2})\Z", fact.printed)
    named = _YEAR.search(fact.label)
    if year or named:
        fact.period = next(filter(None, year.groups())) if year else named[0] if named else ""
    if fact.kind not in ("population", "internet-penetration"):
        return
    figure = fact.printed
    if fact.kind == "internet-penetration" and "/" in figure:
        figure = figure.rpartition("/")[2]  # users / penetration
    found = _NUMBER.match(figure)
    if not found:
        return
    unit = (found[2] or "").lower()
    try:
        number = Decimal(re.sub(r"[,\s]", "", found[1])) * _SCALE.get(unit, 1)
    except InvalidOperation:
        return
    if fact.kind == "internet-penetration" and (unit not in ("%", "percent", "per cent") or number > 100):
        return
    if fact.kind == "population" and (unit in ("%", "percent", "per cent") or not 100 <= number < 10**11):
        return
    fact.value = int(number) if number == int(number) else float(number)
    fact.unit = "%" if fact.kind == "internet-penetration" else "people"


def _quiet(label: str) -> str:
    """Return a label that is printed in capitals as an ordinary one."""
    if not label.isupper():
        return label
    label = lowered(label)
    return re.sub(r"\bweb 2\.0", "Web 2.0", label[:1].upper() + label[1:], flags=re.IGNORECASE)
