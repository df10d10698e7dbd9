"""Dates as people write them, in words or with the day first. Imported only where a date is none."""

from __future__ import annotations

import datetime
import re

_DAY_FIRST = re.compile(r"([0-9]{1,2})[-./]([0-9]{1,2})[-./]([0-9]{4})")
_MONTH_FIRST = re.compile(r"([0-9]{1,2})[-./]([0-9]{4})")
_FIGURES = re.compile(r"([0-9]{4})[-./]([0-9]{1,2})(?:[-./]([0-9]{1,2}))?(?:[T ][0-9:.+Z-]{5,})?")
_WORDS = re.compile(
    r"(?:([0-9]{1,2})(?:st|nd|rd|th|\.)?\s+)?([^\W\d_]{3,9})\.?(?:\s+([0-9]{1,2})(?:st|nd|rd|th)?)?,?\s+([0-9]{4})(?:\s+г\.?)?"
)
_MID = re.compile(r"mid[- ]?([0-9]{4})", re.IGNORECASE)
_DECADE = re.compile(r"(?:the )?([0-9]{3})0'?s", re.IGNORECASE)
_APPROXIMATE = re.compile(r"(?:c\.|ca\.?|circa|about|around|approx\.?|~)\s*([0-9]{4}(?:-[0-9]{2})?)", re.IGNORECASE)
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_FULL = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")
_RUSSIAN = ("янв", "фев", "мар", "апр", "ма", "июн", "июл", "авг", "сен", "окт", "ноя", "дек")
_POINT = r"[0-9]{4}(?:-[0-9]{2}){0,2}[~?%]?"
_PLAIN = re.compile(rf"({_POINT})\s*(?:-|\u2013|\u2014|/|to|until|till)\s*({_POINT})?")
_SEASON = re.compile(r"([0-9]{4})\s*[-\u2013\u2014/]\s*([0-9]{2})")
_FROM = re.compile(r"(?:from|between)\s+", re.IGNORECASE)
_TO = re.compile(r"\s+(?:-|to|until|till|through|and)\s+|\s*[\u2013\u2014/]\s*", re.IGNORECASE)
_YEAR = re.compile(r",?\s*([0-9]{4})\Z")


def meanings(text: str) -> list[str]:
    """Return the dates that a text may mean with its day first or second: one or two, the day first before the other."""
    found = _DAY_FIRST.fullmatch(text)
    if not found:
        return []
    first, second, year = int(found[1]), int(found[2]), found[3]
    pairs = dict.fromkeys(((second, first), (first, second)))
    return [date for month, day in pairs if (date := _date(year, month, day))]


def approximate(text: str) -> str:
    """Return a date that is said to be approximate, as in `about 2010`; nothing for any other text."""
    found = _APPROXIMATE.fullmatch(text)
    return f"{found[1]}~" if found else ""


def in_figures(text: str) -> str:
    """Return a date that is written with slashes, dots or too few digits, or with its month first; nothing for any other text."""
    if found := _FIGURES.fullmatch(text):
        return _date(found[1], int(found[2]), int(found[3]) if found[3] else None)
    found = _MONTH_FIRST.fullmatch(text)
    return _date(found[2], int(found[1]), None) if found else ""


def in_words(text: str) -> str:
    """Return a date that is written with the name of a month or a season, or as people speak; nothing for any other text."""
    if found := _MID.fullmatch(text):
        return f"{found[1]}-06~"
    if found := _DECADE.fullmatch(text):
        return f"{found[1]}X"
    found = _WORDS.fullmatch(text)
    if not found:
        return ""
    first, word, second, year = found.groups()
    name, day = word.lower(), first or second
    if name in _SEASONS and not day:
        return f"{year}-{_SEASONS[name]}"
    month = _month(name)
    if not month or (first and second):
        return ""
    return _date(year, month, int(day) if day else None)


def interval(text: str) -> str:
    """Return an interval whose ends stand with a word, a dash or a slash between them; nothing for any other text."""
    text = _FROM.sub("", text, count=1) if _FROM.match(text) else text
    if found := _PLAIN.fullmatch(text):
        return f"{found[1]}/{found[2] or '..'}"
    if (found := _SEASON.fullmatch(text)) and int(found[2]) == (int(found[1]) + 1) % 100:
        return f"{found[1]}/{int(found[1]) + 1}"
    parts = _TO.split(text)
    if len(parts) != 2:
        return ""
    first, last = (part.strip() for part in parts)
    end = _point(last)
    # In “May - June 2012” the year stands once.
    start = _point(first) or ((year := _YEAR.search(last)) and _point(f"{first} {year[1]}")) or ""
    return f"{start}/{end}" if start and end else ""


def _date(year: str, month: int, day: int | None) -> str:
    """Return a date as it should be written, nothing where there is none."""
    try:
        datetime.date(int(year) or 1, month, 1 if day is None else day)
    except ValueError:
        return ""
    return f"{year}-{month:02}" if day is None else f"{year}-{month:02}-{day:02}"


def _point(text: str) -> str:
    if re.fullmatch(_POINT, text):
        return text
    meant = meanings(text)
    return in_words(text) or in_figures(text) or (meant[0] if len(meant) == 1 else "")


def _month(name: str) -> int:
    """Return the number of a month, by its name or as people shorten it: three letters or more of it. 0 where it is none."""
    if name[:3] in _MONTHS:
        number = _MONTHS.index(name[:3])
        return number + 1 if _FULL[number].startswith(name) or name == "sept" else 0
    return next((number for number, start in enumerate(_RUSSIAN, 1) if name.startswith(start)), 0)
