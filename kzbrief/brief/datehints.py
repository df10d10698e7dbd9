"""How to write what people write as dates in other ways. Imported only where a date is none."""

from __future__ import annotations

import re

from ..i18n import _
from ..toml.day_first import meanings

_PART = r"([0-9]{4}(?:-[0-9]{2}){0,2}[~?%]?)"
_INTERVAL = re.compile(rf"{_PART}\s*(?:-|\u2013|\u2014|/|to|until|till)\s*{_PART}?")
_APPROXIMATE = re.compile(r"(?:c\.|ca\.?|circa|about|around|approx\.?|~)\s*([0-9]{4}(?:-[0-9]{2})?)", re.IGNORECASE)
_FIGURES = re.compile(r"([0-9]{4})[-./]([0-9]{1,2})(?:[-./]([0-9]{1,2}))?")
_WORDS = re.compile(r"(?:([0-9]{1,2})(?:st|nd|rd|th)?\.?\s+)?([A-Za-z]{3,9})\.?(?:\s+([0-9]{1,2})(?:st|nd|rd|th)?)?,?\s+([0-9]{4})")
_MID = re.compile(r"mid[- ]?([0-9]{4})", re.IGNORECASE)
_DECADE = re.compile(r"(?:the )?([0-9]{3})0'?s", re.IGNORECASE)
_UNDATED = re.compile(r"n\.?\s?d\.?|undated|no date|none|unknown|n/?a|-+|\?+|date unknown", re.IGNORECASE)
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_FULL = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")


def how_to_write(text: str) -> str:
    """Return a hint for a text that is no date."""
    stripped = text.strip()
    if not stripped or _UNDATED.fullmatch(stripped):
        return _("leave the key out where there is no date")
    if found := _INTERVAL.fullmatch(stripped):
        interval = f"{found[1]}/{found[2] or '..'}"
        if "/" in stripped:
            return _("write it with no blanks: {date}").format(date=interval)
        return _("an interval is written with a slash: {date}").format(date=interval)
    if found := _APPROXIMATE.fullmatch(stripped):
        return _("an approximate date has a tilde at its end: {date}").format(date=f"{found[1]}~")
    if found := _FIGURES.fullmatch(stripped):
        parts = [found[1], *(f"{int(part):02}" for part in found.groups()[1:] if part)]
        date = "-".join(parts)
        if date == stripped:
            return _("write it with no blanks: {date}").format(date=date)
        return _("months and days have two digits, with hyphens between: {date}").format(date=date)
    if date := _in_words(stripped):
        return _("write {date}").format(date=date)
    meant = meanings(stripped)
    if len(meant) > 1:
        return _("the year comes first; write {one} or {other}, whichever is meant").format(one=meant[0], other=meant[1])
    if meant:
        return _("write {date}").format(date=meant[0])
    return _("the year comes first, then month and day in figures: 2010, 2010-03 or 2010-03-12")


def _in_words(text: str) -> str:
    """Return a date that is written with the name of a month or a season, or as people speak."""
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
    # As people shorten months: three letters or more of the name, and a full stop or none.
    if name[:3] not in _MONTHS or not (_FULL[_MONTHS.index(name[:3])].startswith(name) or name == "sept") or (first and second):
        return ""
    month = _MONTHS.index(name[:3]) + 1
    return f"{year}-{month:02}-{int(day):02}" if day else f"{year}-{month:02}"
