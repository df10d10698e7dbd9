"""Partial dates in words. What comes in has been read as a date before, so that nothing is checked here."""

from __future__ import annotations

from ..i18n import N_, _

_MONTHS = (
    N_("January"),
    N_("February"),
    N_("March"),
    N_("April"),
    N_("May"),
    N_("June"),
    N_("July"),
    N_("August"),
    N_("September"),
    N_("October"),
    N_("November"),
    N_("December"),
)
_SHORT_MONTHS = (
    N_("Jan."),
    N_("Feb."),
    N_("March"),
    N_("April"),
    N_("May"),
    N_("June"),
    N_("July"),
    N_("Aug."),
    N_("Sept."),
    N_("Oct."),
    N_("Nov."),
    N_("Dec."),
)
_SEASONS = {"21": N_("spring {year}"), "22": N_("summer {year}"), "23": N_("autumn {year}"), "24": N_("winter {year}")}
_MARKS = {"~": N_("about {date}"), "?": N_("perhaps {date}"), "%": N_("perhaps about {date}")}


def month_in_words(month: int, short: bool = False) -> str:
    """Return the name of a month, 1 to 12."""
    return _((_SHORT_MONTHS if short else _MONTHS)[month - 1])


def point_in_words(text: str, short: bool = False) -> str:
    """Return a date that is no interval in words, as in `17 Nov. 2010`, `mid-2010`, `summer 2009`, `about 2010`, `the 1990s`."""
    year, month, day, mark = _split(text)
    if mark == "~" and month in ("06", "07") and not day:
        return _("mid-{year}").format(year=year)
    if not month:
        words = _("the {decade}s").format(decade=f"{year[:3]}0") if year.endswith("X") else year
    elif month in _SEASONS:
        words = _(_SEASONS[month]).format(year=year)
    elif day:
        words = _("{day} {month} {year}").format(day=int(day), month=month_in_words(int(month), short), year=year)
    else:
        words = _("{month} {year}").format(month=month_in_words(int(month), short), year=year)
    return _(_MARKS[mark]).format(date=words) if mark else words


def interval_in_words(first: str, last: str, short: bool = False) -> str:
    """Return an interval in words, as in `2009-2010`, `March-June 2010`, `3-5 March 2010`, `since 2009`."""
    if first in ("", ".."):
        return _("until {date}").format(date=point_in_words(last, short))
    if last == "..":
        return _("since {date}").format(date=point_in_words(first, short))
    if not last:
        return _("from {date}").format(date=point_in_words(first, short))
    if first == last:
        return point_in_words(first, short)
    year, month, day, mark = _split(first)
    last_year, last_month, last_day, last_mark = _split(last)
    words = ""
    if mark == last_mark:
        words = _joined((year, month, day), (last_year, last_month, last_day), short)
    if not words:
        return _("{first} to {last}").format(first=point_in_words(first, short), last=point_in_words(last, short))
    return _(_MARKS[mark]).format(date=words) if mark else words


def _joined(first: tuple[str, str, str], last: tuple[str, str, str], short: bool) -> str:
    """Return two dates of the same form with what they share said once, or nothing where they are better said apart."""
    (year, month, day), (last_year, last_month, last_day) = first, last
    if not month and not last_month and not year.endswith("X") and not last_year.endswith("X"):
        return f"{year}-{last_year}"
    if year != last_year or not month or not last_month or month in _SEASONS or last_month in _SEASONS:
        return ""
    if not day and not last_day:
        months = f"{month_in_words(int(month), short)}-{month_in_words(int(last_month), short)}"
        return _("{month} {year}").format(month=months, year=year)
    if day and last_day and month == last_month:
        return _("{day} {month} {year}").format(day=f"{int(day)}-{int(last_day)}", month=month_in_words(int(month), short), year=year)
    return ""


def _split(text: str) -> tuple[str, str, str, str]:
    """Return year, month, day and mark of a date that is no interval, each empty where absent."""
    mark = text[-1] if text[-1] in _MARKS else ""
    parts = text[: len(text) - len(mark)].split("-")
    return parts[0], parts[1] if len(parts) > 1 else "", parts[2] if len(parts) > 2 else "", mark
