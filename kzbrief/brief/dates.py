"""Dates that may be partial: EDTF level 1 where it helps, in words for reading.

Understood: `2010`, `2010-03`, `2010-03-12`, `199X` (the 1990s), seasons `2009-21` to `2009-24`, `~` for about and `?` for perhaps
(`%` for both) at the end, intervals `2009/2010` and open ones `2009/..`. TOML's own dates and whole years are taken too.
"""

from __future__ import annotations

import datetime
import re

from ..i18n import _
from .datewords import interval_in_words, point_in_words

_POINT = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?([~?%]?)\Z")
_SEASON_STARTS = {21: 3, 22: 6, 23: 9, 24: 12}
_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_OPEN = ("", "..")


class DateError(ValueError):
    """A value that is no date; the message is for people, `hint` says how to write it."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


class Date:
    """A date as precise as its source: a day, a month, a season, a year, a decade, or an interval. Not to be changed."""

    __slots__ = ("approximate", "edtf", "end", "precision", "start", "uncertain")

    edtf: str
    """The date as EDTF writes it, as in `2010-03`."""
    start: datetime.date
    """First day that it may mean; the first day there is where an interval has no start."""
    end: datetime.date
    """Last day that it may mean; the last day there is where an interval has no end."""
    approximate: bool
    """Whether it is said to be approximate (`~`)."""
    uncertain: bool
    """Whether it is said to be uncertain (`?`)."""
    precision: str
    """`day`, `month`, `season`, `year`, `decade` or `interval`."""

    @classmethod
    def parse(cls, value: str | int | datetime.date | datetime.datetime) -> Date:
        """Return the date that a value of a TOML file means.

        Raises DateError, a ValueError whose message says in plain words what is wrong.
        """
        date = cls.__new__(cls)
        if isinstance(value, str):
            date.edtf = value
        elif isinstance(value, datetime.datetime):
            date.edtf = value.date().isoformat()
        elif isinstance(value, datetime.date):
            date.edtf = value.isoformat()
        elif isinstance(value, int) and not isinstance(value, bool):
            if not 1000 <= value <= 9999:
                raise DateError(_("a year has four digits"), _("write it as in 2010"))
            date.edtf = str(value)
        else:
            raise DateError(_("this is not a date"), _('write "2010", "2010-03" or "2010-03-12"'))
        if "/" in date.edtf:
            date._read_interval()
        else:
            date.start, date.end, date.precision, mark = _read_point(date.edtf)
            date.approximate = mark in ("~", "%")
            date.uncertain = mark in ("?", "%")
        return date

    def _read_interval(self) -> None:
        first, _slash, last = self.edtf.partition("/")
        if "/" in last or " " in self.edtf or self.edtf[:1].isalpha() or re.match(r"[0-9]{1,2}/|[0-9]{4}/[0-9]{1,2}\Z", self.edtf):
            raise _no_date(self.edtf)  # as a whole, since what was meant is no interval, or one with blanks
        marks = ""
        self.start, self.end, self.precision = datetime.date.min, datetime.date.max, "interval"
        if first in _OPEN and last in _OPEN:
            raise DateError(_("an interval needs a start or an end"), _('write it as in "2009/2010", or "2009/.." where it has no end'))
        if first not in _OPEN:
            point = _read_point(first)
            self.start = point[0]
            marks += point[3]
        if last not in _OPEN:
            point = _read_point(last)
            self.end = point[1]
            marks += point[3]
        if self.start > self.end:
            raise DateError(_("the interval ends before it starts"), _('the earlier date comes first, as in "2009/2010"'))
        self.approximate = "~" in marks or "%" in marks
        self.uncertain = "?" in marks or "%" in marks

    @property
    def year(self) -> int:
        """The year it starts in; the year it ends in where it has no start."""
        return self.end.year if self.start == datetime.date.min else self.start.year

    def words(self, short: bool = False) -> str:
        """Return the date in words, as in `17 November 2010`, `mid-2010` or `about 2009-2010`; `short` shortens the months."""
        first, slash, last = self.edtf.partition("/")
        if not slash:
            return point_in_words(first, short)
        return interval_in_words(first, last, short)

    def __str__(self) -> str:
        return self.edtf

    def __repr__(self) -> str:
        return f"Date.parse({self.edtf!r})"

    def __eq__(self, other: object) -> bool:
        return self.edtf == other.edtf if isinstance(other, Date) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.edtf)

    def __lt__(self, other: Date) -> bool:
        return self._key() < other._key()

    def __le__(self, other: Date) -> bool:
        return self._key() <= other._key()

    def __gt__(self, other: Date) -> bool:
        return self._key() > other._key()

    def __ge__(self, other: Date) -> bool:
        return self._key() >= other._key()

    def _key(self) -> tuple[datetime.date, datetime.date, str]:
        return self.start, self.end, self.edtf


def _read_point(text: str) -> tuple[datetime.date, datetime.date, str, str]:
    """Return first day, last day, precision and mark of a date that is no interval."""
    found = _POINT.match(text)
    if not found:
        decade = re.match(r"([0-9]{3})X([~?%]?)\Z", text)
        if decade and decade[1] != "000":
            year = int(decade[1]) * 10
            return datetime.date(year, 1, 1), datetime.date(year + 9, 12, 31), "decade", decade[2]
        raise _no_date(text)
    year, mark = int(found[1]), found[4]
    if year == 0:
        raise DateError(_("there is no year 0000"))
    if found[2] is None:
        return datetime.date(year, 1, 1), datetime.date(year, 12, 31), "year", mark
    month = int(found[2])
    if found[3] is not None:
        return (*_read_day(year, month, int(found[3])), "day", mark)
    if month in _SEASON_STARTS:
        first = _SEASON_STARTS[month]
        ends = (year, first + 2) if first < 12 else (min(year + 1, 9999), 2 if year < 9999 else 12)
        return datetime.date(year, first, 1), datetime.date(*ends, _days(*ends)), "season", mark
    _check_month(month, year)
    return datetime.date(year, month, 1), datetime.date(year, month, _days(year, month)), "month", mark


def _read_day(year: int, month: int, day: int) -> tuple[datetime.date, datetime.date]:
    _check_month(month)
    days = _days(year, month)
    if not 1 <= day <= days:
        raise DateError(
            _("{month} has {days} days, there is no day {day}").format(month=point_in_words(f"{year:04}-{month:02}"), days=days, day=day)
        )
    date = datetime.date(year, month, day)
    return date, date


def _check_month(month: int, year: int = 0) -> None:
    if not 1 <= month <= 12:
        if month == (year + 1) % 100:  # as in 2012-13, where nothing else stands behind
            raise DateError(
                _("there is no month {month:02}").format(month=month),
                _("an interval is written with a slash: {date}").format(date=f'"{year}/{year + 1}"'),
            )
        raise DateError(_("there is no month {month:02}").format(month=month), _("months are 01 to 12; 21 to 24 are spring to winter"))


def _days(year: int, month: int) -> int:
    """Return the number of days of a month."""
    leap = month == 2 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 29 if leap else _DAYS[month - 1]


def _no_date(text: str) -> DateError:
    from .datehints import how_to_write

    message = _("“{date}” is not a date").format(date=text[:40]) if text.strip() else _("the date is empty")
    return DateError(message, how_to_write(text))
