"""The scores that a report prints: in a table with tabs or pipes, a cell on each line, or in words such as `Total: 34 / 100`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct, field

from .lines import Line, bare

_LABELS = {
    "access": r"obstacles\s+to\s+access",
    "content": r"limits\s+on\s+content",
    "rights": r"violations?\s+of\s+user\s+rights",
    "total": r"(?:total|overall|internet\s+freedom|freedom\s+on\s+the\s+net)\s+score|grand\s+total|total",
    "status": r"(?:internet\s+freedom|freedom\s+on\s+the\s+net|net\s+freedom|overall)\s+status|status",
}
MAXIMA = {"access": 25, "content": 35, "rights": 40, "total": 100}
_NAMES = "|".join(f"(?P<{key}>{words})" for key, words in _LABELS.items())
_LABEL = re.compile(rf"(?:\b[ABC][.:)]?\s+)?\b(?:{_NAMES})\b", re.IGNORECASE)
_STATUS = r"(?:not|partly)\s+free|free"
_VALUE = re.compile(
    rf"\s*(?P<status>{_STATUS})\b|\s*(?P<none>n\s?/\s?a)\b|\s*(?P<dash>[-\u2013\u2014]+)(?!\d)|\s*(?P<number>[0-9]{{1,3}}(?:\.[0-9])?)"
    rf"(?:\s?(?:/|of|out of)\s?(?P<of>[0-9]{{1,3}}))?(?![\w%.])(?:\s?points?\b)?",
    re.IGNORECASE,
)
_RANGE = re.compile(r"\s*[*\u2020]?\s*\(\s?(?:0\s?(?:[-\u2013\u2014]|to)\s?[0-9]{1,3}|[^()0-9]{1,60})(?:\s?points?)?\s?\)")
_BETWEEN = re.compile(r"[\s:=|,;*()\u2020\u2022]+")
_YEARS = re.compile(
    r"(?:\W|freedom on the net|edition|year|score|report)*((?:20[0-9]{2})(?:\W+(?:and\W+)?20[0-9]{2}){0,2})(?:\W|edition|report)*",
    re.IGNORECASE,
)
_LAST = re.compile(r"\W*(?:last|previous) year.?s? score(?:\s*(?:&|&amp;|and)\s*status)?\W*", re.IGNORECASE)
_ALONE = re.compile(rf"\W*([0-9]{{1,3}})\s?/\s?100\s*\W*({_STATUS})?\W*|\W*({_STATUS})\W+([0-9]{{1,3}})\s?(?:/|\s)\s?100\W*", re.IGNORECASE)
_QUESTION = re.compile(
    r"\W*(A[1-5]|[BC][1-8])\b\W*(?:.{0,400}?)\b([0-9])(?:\.0+)?\s?(?:/|of|out of)\s?([0-9])(?:\.0+)?(?:\s?(?:pts|points))?\W*",
    re.IGNORECASE,
)
_CODE = re.compile(r"\W*(A[1-5]|[BC][1-8])\b(?!.*\?)", re.IGNORECASE)
_ASKED = re.compile(
    r".{3,400}\?\W*([0-9])(?:\.0+[0-9]?)?\s?(?:/|of|out of|\s)\s?([0-9])(?:\.0+[0-9]?)?(?:\s?(?:pts|points))?\W*", re.IGNORECASE
)

Value = int | float | str


class Scores(Struct):
    """Scores of this edition and of the one before, as printed; what is not printed is absent."""

    years: list[int] = field(default_factory=list)
    """Years of the columns, where they are printed."""
    this: dict[str, Value] = field(default_factory=dict)
    previous: dict[str, Value] = field(default_factory=dict)
    questions: dict[str, Value] = field(default_factory=dict)
    lines: dict[int, Line] = field(default_factory=dict)
    """The lines that hold them, by index."""


def find(lines: Sequence[Line]) -> Scores:
    """Return the scores that lines hold."""
    scores = Scores()
    rows: dict[str, list[Value]] = {}
    limits: list[bool] = []
    texts = [bare(line.text.replace("|", " | ").replace("\t", " | ")) for line in lines]
    place = 0
    while place < len(lines):
        step = _row(texts, place, rows, limits) if len(texts[place]) <= 300 else 0
        step = step or _across(texts, place, rows) or _last_year(texts, place, scores)
        for line in lines[place : place + step]:
            scores.lines[line.index] = line
        if not step and place and (code := _CODE.match(texts[place - 1])) and (asked := _ASKED.fullmatch(texts[place])):
            if int(asked[1]) <= int(asked[2]):
                scores.questions.setdefault(code[1].upper(), int(asked[1]))
        elif not step and (question := _QUESTION.fullmatch(texts[place])) and int(question[2]) <= int(question[3]):
            scores.questions.setdefault(question[1].upper(), int(question[2]))
        if step and not scores.years:
            _header(lines, texts, place, scores)
        place += step or 1
    _spread(rows, scores, whole=bool(limits) and all(limits))
    _single_lines(lines, texts, scores)
    return scores


def _row(texts: list[str], place: int, rows: dict[str, list[Value]], limits: list[bool]) -> int:
    """Read a line with labels and values, or a label whose values stand on the next lines; return how many lines that took."""
    text = texts[place]
    found = list(_LABEL.finditer(text))
    if not found or re.search(r"\w", text[: found[0].start()]):
        return 0
    read: list[tuple[str, list[Value]]] = []
    taken = 1
    for number, label in enumerate(found):
        end = found[number + 1].start() if number + 1 < len(found) else len(text)
        key = label.lastgroup or ""
        values = _values(text[label.end() : end], key)
        if values is None:
            return 0
        if not values and len(found) == 1:
            while place + taken < len(texts) and taken <= 3 and (more := _values(texts[place + taken], key)):
                values.extend(more)
                taken += 1
        read.append((key, values))
    if not all(values for _key, values in read):
        return 0
    for key, values in read:
        if key == "total":
            words: list[Value] = [value for value in values if isinstance(value, str) and value != "n/a"]
            if words:
                rows.setdefault("status", words)
            values = [value for value in values if value not in words]
        if key in rows or not values:
            return taken if key in rows and rows[key] == values else 0
        rows[key] = values
        if key in MAXIMA:
            limits.append(len(values) == 2 and values[1] == MAXIMA[key])
    return taken


def _values(text: str, key: str) -> list[Value] | None:
    """Return the values that a text is made of, None where it has anything else in it."""
    values: list[Value] = []
    place = 0
    if found := _RANGE.match(text):
        place = found.end()
    while place < len(text):
        if gap := _BETWEEN.match(text, place):
            place = gap.end()
            continue
        found = _VALUE.match(text, place)
        if not found:
            return None
        place = found.end()
        if found["number"]:
            number = float(found["number"])
            of = found["of"]
            if key == "status" or number > MAXIMA[key] or (of and int(of) != MAXIMA[key]):
                return None
            values.append(number if number % 1 else int(number))
        elif found["status"]:
            if key not in ("status", "total"):
                return None
            values.append(_status(found["status"]))
        elif found["none"]:
            values.append("n/a")
        else:
            values.append("")
    return values


def _status(words: str) -> str:
    return " ".join(words.split()).title()


def _across(texts: list[str], place: int, rows: dict[str, list[Value]]) -> int:
    """Read a table with the categories side by side and a row for each year."""
    found = [label.lastgroup or "" for label in _LABEL.finditer(texts[place])]
    if len(found) < 3 or rows or len(texts[place]) > 300 or place + 1 >= len(texts):
        return 0
    taken = 1
    gathered: list[list[Value]] = []
    while place + taken < len(texts) and taken <= 4:
        cells = [cell.strip() for cell in texts[place + taken].strip("| ").split("|")]
        if all(re.fullmatch(r"[-:\s]*", cell) for cell in cells):
            taken += 1
            continue
        if len(cells) == len(found) + 1:
            cells = cells[1:]
        read = [_values(cell, key) for cell, key in zip(cells, found, strict=False)]
        if len(cells) != len(found) or not all(read):
            break
        gathered.append([(values or [""])[0] for values in read])
        taken += 1
    for number, key in enumerate(found):
        if gathered:
            rows[key] = [row[number] for row in gathered]
    return taken if gathered else 0


def _last_year(texts: list[str], place: int, scores: Scores) -> int:
    """Read `Last year's score & status: 33 / 100 Not Free`."""
    found = _LAST.match(texts[place])
    if not found:
        return 0
    rest, taken = texts[place][found.end() :], 1
    while not _ALONE.fullmatch(rest) and taken <= 3 and place + taken < len(texts) and len(texts[place + taken]) < 60:
        rest, taken = f"{rest} {texts[place + taken]}".strip(), taken + 1
    alone = _ALONE.fullmatch(rest)
    if not alone:
        return 0
    scores.previous["total"] = int(alone[1] or alone[4])
    if alone[2] or alone[3]:
        scores.previous["status"] = _status(alone[2] or alone[3])
    return taken


def _header(lines: Sequence[Line], texts: list[str], place: int, scores: Scores) -> None:
    """Look for the years of the columns in the lines above a table, or in it."""
    for back in range(place, max(-1, place - 4), -1):
        if found := _YEARS.fullmatch(texts[back]):
            scores.years[:0] = [int(year) for year in re.findall("20[0-9]{2}", found[1])]
            scores.lines[lines[back].index] = lines[back]
            if len(scores.years) > 1 or not re.fullmatch(r"\W*20[0-9]{2}\W*", texts[back]):
                return
        elif scores.years:
            return


def _spread(rows: dict[str, list[Value]], scores: Scores, whole: bool) -> None:
    """Give each value of a row to its edition: by the years above, else the last column is this edition's."""
    for key, values in rows.items():
        if whole and key in MAXIMA:
            values = values[:1]
        columns = len(scores.years)
        latest = columns - 1
        if columns and len(values) == columns:
            order = sorted(range(columns), key=lambda column: scores.years[column])
            latest = order[-1]
            if columns > 1 and values[order[-2]] != "":
                scores.previous.setdefault(key, values[order[-2]])
        else:
            latest = len(values) - 1
            if len(values) == 2 and values[0] != "":
                scores.previous.setdefault(key, values[0])
        if values[latest] != "":
            scores.this[key] = values[latest]


def _single_lines(lines: Sequence[Line], texts: list[str], scores: Scores) -> None:
    """Read a total or a status that stands alone on a line, before the first paragraph."""
    for line, text in zip(lines, texts, strict=True):
        if len(text) > 180:
            break
        if line.index in scores.lines:
            continue
        if found := _ALONE.fullmatch(text):
            total = int(found[1] or found[4])
            if total <= 100 and "total" not in scores.this:
                scores.this["total"] = total
                scores.lines[line.index] = line
                if status := found[2] or found[3]:
                    scores.this.setdefault("status", _status(status))
        elif "status" not in scores.this and (found := re.fullmatch(rf"\W*({_STATUS})\W*", text, re.IGNORECASE)):
            scores.this["status"] = _status(found[1])
            scores.lines[line.index] = line
