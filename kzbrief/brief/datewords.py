"""Partial dates in words. What comes in has been read as a date before, so that nothing is checked here."""

from __future__ import annotations

from ..i18n import N_, NP_, _, pgettext

# Many languages put a month or a season into another form after a day or after a word like `since`.
_ALONE, _AFTER = "alone", "after a day or a word"
_MONTHS = {
    _ALONE: (
        NP_("alone", "January"),
        NP_("alone", "February"),
        NP_("alone", "March"),
        NP_("alone", "April"),
        NP_("alone", "May"),
        NP_("alone", "June"),
        NP_("alone", "July"),
        NP_("alone", "August"),
        NP_("alone", "September"),
        NP_("alone", "October"),
        NP_("alone", "November"),
        NP_("alone", "December"),
    ),
    _AFTER: (
        NP_("after a day or a word", "January"),
        NP_("after a day or a word", "February"),
        NP_("after a day or a word", "March"),
        NP_("after a day or a word", "April"),
        NP_("after a day or a word", "May"),
        NP_("after a day or a word", "June"),
        NP_("after a day or a word", "July"),
        NP_("after a day or a word", "August"),
        NP_("after a day or a word", "September"),
        NP_("after a day or a word", "October"),
        NP_("after a day or a word", "November"),
        NP_("after a day or a word", "December"),
    ),
}
_SHORT_MONTHS = {
    _ALONE: (
        NP_("alone", "Jan."),
        NP_("alone", "Feb."),
        NP_("alone", "March"),
        NP_("alone", "April"),
        NP_("alone", "May"),
        NP_("alone", "June"),
        NP_("alone", "July"),
        NP_("alone", "Aug."),
        NP_("alone", "Sept."),
        NP_("alone", "Oct."),
        NP_("alone", "Nov."),
        NP_("alone", "Dec."),
    ),
    _AFTER: (
        NP_("after a day or a word", "Jan."),
        NP_("after a day or a word", "Feb."),
        NP_("after a day or a word", "March"),
        NP_("after a day or a word", "April"),
        NP_("after a day or a word", "May"),
        NP_("after a day or a word", "June"),
        NP_("after a day or a word", "July"),
        NP_("after a day or a word", "Aug."),
        NP_("after a day or a word", "Sept."),
        NP_("after a day or a word", "Oct."),
        NP_("after a day or a word", "Nov."),
        NP_("after a day or a word", "Dec."),
    ),
}
_SEASONS = {
    _ALONE: {
        "21": NP_("alone", "spring {year}"),
        "22": NP_("alone", "summer {year}"),
        "23": NP_("alone", "autumn {year}"),
        "24": NP_("alone", "winter {year}"),
    },
    _AFTER: {
        "21": NP_("after a day or a word", "spring {year}"),
        "22": NP_("after a day or a word", "summer {year}"),
        "23": NP_("after a day or a word", "autumn {year}"),
        "24": NP_("after a day or a word", "winter {year}"),
    },
}
_MIDDLE = {_ALONE: NP_("alone", "mid-{year}"), _AFTER: NP_("after a day or a word", "mid-{year}")}
_DECADE = {_ALONE: NP_("alone", "the {decade}s"), _AFTER: NP_("after a day or a word", "the {decade}s")}
_MARKS = {"~": N_("about {date}"), "?": N_("perhaps {date}"), "%": N_("perhaps about {date}")}


def month_in_words(month: int, short: bool = False, *, after: bool = False) -> str:
    """Return the name of a month, 1 to 12, in the form that it has `after` a day or a word, or alone."""
    form = _AFTER if after else _ALONE
    return pgettext(form, (_SHORT_MONTHS if short else _MONTHS)[form][month - 1])


def point_in_words(text: str, short: bool = False, *, after: bool = False) -> str:
    """Return a date that is no interval in words, as in `17 Nov. 2010`, `mid-2010`, `summer 2009`, `about 2010`, `the 1990s`.

    `after` gives it the form that it has after a word like `since`.
    """
    year, month, day, mark = _split(text)
    form = _AFTER if after else _ALONE
    # A year alone needs no word for it, except after words like `since`.
    years = _year(year, short or (not month and not after))
    if mark == "~" and month in ("06", "07") and not day:
        return pgettext(form, _MIDDLE[form]).format(year=years)
    if not month:
        words = pgettext(form, _DECADE[form]).format(decade=f"{year[:3]}0") if year.endswith("X") else years
    elif month in _SEASONS[form]:
        words = pgettext(form, _SEASONS[form][month]).format(year=years)
    elif day:
        words = _("{day} {month} {year}").format(day=int(day), month=month_in_words(int(month), short, after=True), year=years)
    else:
        words = _("{month} {year}").format(month=month_in_words(int(month), short, after=after), year=years)
    return _(_MARKS[mark]).format(date=words) if mark else words


def interval_in_words(first: str, last: str, short: bool = False) -> str:
    """Return an interval in words, as in `2009-2010`, `March-June 2010`, `3-5 March 2010`, `since 2009`."""
    if first in ("", ".."):
        return _("until {date}").format(date=point_in_words(last, short, after=True))
    if last == "..":
        return _("since {date}").format(date=point_in_words(first, short, after=True))
    if not last:
        return _("from {date}").format(date=point_in_words(first, short, after=True))
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
        said = pgettext("years, short", "{first}-{last}") if short else pgettext("years", "{first}-{last}")
        return said.format(first=year, last=last_year)
    if year != last_year or not month or not last_month or month in _SEASONS[_ALONE] or last_month in _SEASONS[_ALONE]:
        return ""
    if not day and not last_day:
        months = _between(month_in_words(int(month), short), month_in_words(int(last_month), short))
        return _("{month} {year}").format(month=months, year=_year(year, short))
    if day and last_day and month == last_month:
        days, name = _between(str(int(day)), str(int(last_day))), month_in_words(int(month), short, after=True)
        return _("{day} {month} {year}").format(day=days, month=name, year=_year(year, short))
    return ""


def _year(year: str, short: bool) -> str:
    return year if short else pgettext("year of a date", "{year}").format(year=year)


def _between(first: str, last: str) -> str:
    return pgettext("months or days", "{first}-{last}").format(first=first, last=last)


def _split(text: str) -> tuple[str, str, str, str]:
    """Return year, month, day and mark of a date that is no interval, each empty where absent."""
    mark = text[-1] if text[-1] in _MARKS else ""
    parts = text[: len(text) - len(mark)].split("-")
    return parts[0], parts[1] if len(parts) > 1 else "", parts[2] if len(parts) > 2 else "", mark
