"""Dates as the notes of reports print them, in the styles and languages of the world."""

from __future__ import annotations

import re
from typing import NamedTuple

from ..brief.dates import Date

_MONTHS = (
    "january jan janvier enero januar janeiro gennaio ocak января январь qaңtar қаңтар січня",
    "february feb février fevrier febrero februar fevereiro febbraio şubat февраля февраль ақпан лютого",
    "march mar mars marzo märz março marco mart марта март наурыз березня",
    "april apr avril abril aprile nisan апреля апрель сәуір квітня",
    "may mai mayo maio maggio mayıs мая май мамыр травня",
    "june jun juin junio juni junho giugno haziran июня июнь маусым червня",
    "july jul juillet julio juli julho luglio temmuz июля июль шілде липня",
    "august aug août aout agosto ağustos августа август тамыз серпня",
    "september sept sep septembre septiembre setembro settembre eylül сентября сентябрь қыркүйек вересня",
    "october oct octobre octubre oktober outubro ottobre ekim октября октябрь қазан жовтня",
    "november nov novembre noviembre novembro kasım ноября ноябрь қараша листопада",
    "december dec décembre decembre diciembre dezember dezembro dicembre aralık декабря декабрь желтоқсан грудня",
)
_NUMBER = {word: number for number, words in enumerate(_MONTHS, 1) for word in words.split()}
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_NAME = "|".join(sorted(map(re.escape, _NUMBER), key=len, reverse=True))
_DAY = r"[0-3]?[0-9](?:st|nd|rd|th|er|\.|º)?"
_YEAR = r"(?:1[89]|20)[0-9]{2}"
_TO = r"\s?[-\u2013\u2014]\s?"
_OF = r"\s(?:of\s|de\s)?"
_FORMS = tuple(
    (name, re.compile(rf"(?<![\w/]){pattern}(?![\w/])", re.IGNORECASE))
    for name, pattern in (
        ("days", rf"(?P<m>{_NAME})\.?\s(?P<d>{_DAY}){_TO}(?P<d2>{_DAY}),?\s(?P<y>{_YEAR})"),
        ("days", rf"(?P<d>{_DAY}){_TO}(?P<d2>{_DAY}){_OF}(?P<m>{_NAME})\.?,?{_OF}(?P<y>{_YEAR})"),
        ("day", rf"(?P<m>{_NAME})\.?,?\s(?P<d>{_DAY}),?\s(?P<y>{_YEAR})"),
        ("day", rf"(?P<d>{_DAY}){_OF}(?P<m>{_NAME})\.?,?{_OF}(?P<y>{_YEAR})(?:\sг\.|\sжылы)?"),
        ("day", rf"(?P<y>{_YEAR}),?\s(?P<m>{_NAME})\.?\s(?P<d>{_DAY})"),
        ("day", rf"(?P<y>{_YEAR})[-./](?P<m>[01]?[0-9])[-./](?P<d>[0-3]?[0-9])"),
        ("day", rf"(?P<y>{_YEAR})年(?P<m>[01]?[0-9])月(?P<d>[0-3]?[0-9])日"),
        ("dots", rf"(?P<d>[0-3]?[0-9])\.(?P<m>[01]?[0-9])\.(?P<y>{_YEAR})"),
        ("slashes", rf"(?P<d>[0-3]?[0-9])[-/](?P<m>[0-3]?[0-9])[-/](?P<y>{_YEAR})"),
        ("months", rf"(?P<m>{_NAME})\.?{_TO}(?P<m2>{_NAME})\.?,?\s(?P<y>{_YEAR})"),
        ("month", rf"(?P<m>{_NAME})\.?,?{_OF}(?P<y>{_YEAR})"),
        ("season", rf"(?P<m>{'|'.join(_SEASONS)})\s(?:of\s)?(?P<y>{_YEAR})(?P<y2>[-\u2013/](?:{_YEAR}|[0-9]{{2}}))?"),
        ("year", rf"(?P<y>{_YEAR})"),
    )
)
FORMS = len(_FORMS)
YEAR_ALONE = _FORMS[-1][1]


class Found(NamedTuple):
    """A date that a text holds."""

    edtf: str
    """As the format writes it; a date that may be read in two ways only as its year."""
    printed: str
    """As printed."""
    start: int
    end: int
    odd: bool
    """Whether it is printed in a way that leaves a doubt."""


def find(text: str, years: bool = True) -> Found | None:
    """Return the first date of the most exact form in a text, None where there is none. `years` says whether a year alone is one."""
    for form, pattern in _FORMS if years else _FORMS[:-1]:
        for match in pattern.finditer(text):
            edtf, odd = _edtf(form, match)
            if edtf:
                return Found(edtf, match[0], match.start(), match.end(), odd)
    return None


def _edtf(form: str, match: re.Match[str]) -> tuple[str, bool]:
    """Return the date in the format's form and whether it is odd; nothing where there is no such day."""
    year = match["y"]
    if form == "year":
        return year, False
    if form == "season":
        return f"{year}-{_SEASONS[match['m'].lower()]}", bool(match["y2"])
    month = _month(match["m"])
    if form == "month":
        return f"{year}-{month:02}", False
    if form == "months":
        return _checked(f"{year}-{month:02}/{year}-{_month(match['m2']):02}"), False
    day = _day(match["d"])
    if form == "days":
        return _checked(f"{year}-{month:02}-{day:02}/{year}-{month:02}-{_day(match['d2']):02}"), False
    if form == "slashes" and day <= 12 and month <= 12 and day != month:
        return year, True
    if form == "slashes" and month > 12:
        day, month = month, day
    exact = _checked(f"{year}-{month:02}-{day:02}")
    comma = bool(re.match(r"\w+\.?,\s\d", match[0]))
    return (exact, comma) if exact else (year, True)


def _checked(edtf: str) -> str:
    try:
        return Date.parse(edtf).edtf
    except ValueError:
        return ""


def _month(word: str) -> int:
    return int(word) if word.isdecimal() else _NUMBER.get(word.lower(), _NUMBER.get(word.casefold(), 0))


def _day(word: str) -> int:
    return int(re.sub(r"\D", "", word) or "0")
