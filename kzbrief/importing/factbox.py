"""The fact box of a report: labels and figures as printed, with the figure as a number where it is one."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from decimal import Decimal, InvalidOperation

from msgspec import Struct, field

from ..brief.slugs import slug
from .headings import heading_of
from .lines import Line, bare, cleaned

_KINDS = (
    ("internet-penetration", r"internet\s+(?:penetration|users?)|penetration(?:\s+rate)?"),
    ("apps-blocked", r"(?:web\s+2\.0|social\s+media|ict|apps?|applications?)[\w\s./-]{0,40}\bblocked"),
    ("content-censored", r"(?:substantial\s+)?political(?:\s*/\s*social)?\s+(?:censorship|content[\w\s/-]{0,20}(?:blocked|censored))"),
    ("users-arrested", r"(?:bloggers?|online\s+users?|ict\s+users?|internet\s+users?)[\w\s/.-]{0,30}\b(?:arrested|imprisoned|detained)"),
    ("press-freedom", r"(?:freedom\s+of\s+the\s+press|press\s+freedom)(?:\s+20[0-9]{2})?(?:\s+\w+)?\s*(?:status|score)"),
    ("population", r"(?:total\s+)?population"),
)
_KNOWN = re.compile("|".join(f"(?P<k{number}>{pattern})" for number, (_kind, pattern) in enumerate(_KINDS)), re.IGNORECASE)
_ROW = re.compile(r"\W*([^\W\d][^:|\t]{1,70}?)\s*(?::|\||\t|\s{2,})\s*(.{1,160})\Z", re.DOTALL)
_SHOUTED = re.compile(
    r"(?<=[\w)%.])(?<!SUBSTANTIAL)[\s*]+"
    r"(?=(?:POPULATION|INTERNET PENETRATION|WEB 2\.0|SUBSTANTIAL|SOCIAL MEDIA|POLITICAL[/ ]|BLOGGERS|PRESS FREEDOM)[^a-z:]{0,60}:)"
)
_NUMBER = re.compile(
    r"\W{0,4}(?:about|approximately|some|c\.)?\s*([0-9]{1,3}(?:[,\s][0-9]{3})+|[0-9]{1,15}(?:\.[0-9]{1,6})?)"
    r"\s*(%|percent|per cent|thousand|million|billion|m\b|bn\b)?",
    re.IGNORECASE,
)
_SCALE = {"thousand": 10**3, "million": 10**6, "m": 10**6, "billion": 10**9, "bn": 10**9}
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


def find(lines: Sequence[Line], taken: Container[int]) -> list[Fact]:
    """Return the rows of the box. Rows with labels that are not known count only next to others, before the first long line."""
    rows: list[tuple[str, str, str, list[Line]]] = []
    place, head, near = 0, True, False
    while place < len(lines):
        line = lines[place]
        place += 1
        text = line.text.strip()
        head = head and len(text) < 180 and not text.startswith("#")
        heading = heading_of(text)
        if line.index in taken or len(text) > 400 or (heading and (heading.part or heading.question)):
            continue
        parts = _SHOUTED.split(text)
        read = [row for part in parts if (row := _row(part, head and near))]
        if len(read) == len(parts):
            rows.extend((*row, [line]) for row in read)
            near = True
            continue
        label = bare(text)
        following = lines[place] if place < len(lines) else None
        if following and _KNOWN.fullmatch(label.strip(" :")) and following.index not in taken and _is_value(following.text):
            rows.append((label.strip(" :"), following.text.strip(), "", [line, following]))
            place += 1
            near = True
        elif not _YEAR.search(text):
            near = False
    return _facts(rows)


def _row(text: str, near: bool) -> tuple[str, str, str] | None:
    """Return label, value and the value of the edition before of a row; None where it is none."""
    cells = [bare(cell) for cell in re.split(r"\s*[|\t]\s*", text.strip().strip("|").strip())]
    if len(cells) in (2, 3) and _KNOWN.fullmatch(cells[0].rstrip(": ")) and all(map(_is_value, cells[1:])):
        return cells[0].rstrip(": "), cells[-1], cells[1] if len(cells) == 3 else ""
    plain = bare(text)
    found = _ROW.match(plain)
    if not found or not _is_value(found[2]):
        return None
    label = found[1].strip(" *")
    known = _KNOWN.search(label)
    if known and len(label) <= len(known[0]) + 25:
        return label, found[2].strip(), ""
    return (label, found[2].strip(), "") if near and (text.strip().startswith("*") or label.isupper()) and len(found[2]) < 80 else None


def _is_value(text: str) -> bool:
    return 0 < len(bare(text)) <= 100 and any(map(str.isalnum, text)) and not re.search(r"https?://|[.!?]\s+\w+\s+\w+", text)


def _facts(rows: list[tuple[str, str, str, list[Line]]]) -> list[Fact]:
    facts: list[Fact] = []
    taken: set[str] = set()
    for label, printed, previous, lines in rows:
        known = _KNOWN.search(label)
        kind = _KINDS[int((known.lastgroup or "k0")[1:])][0] if known else "other"
        name = base = slug(label)
        number = 1
        while name in taken:
            number += 1
            name = f"{base}-{number}"
        taken.add(name)
        label = cleaned(label, 200)
        printed, previous = cleaned(bare(printed), 300), cleaned(previous, 300)
        fact = Fact(id=name, kind=kind, label=_quiet(label), printed=printed, previous=previous, lines=lines)
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
    found = _NUMBER.match(fact.printed)
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
    label = label.capitalize()
    return re.sub(r"\bict\b", "ICT", re.sub(r"\bweb 2\.0", "Web 2.0", label, flags=re.IGNORECASE))
