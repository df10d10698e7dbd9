"""How old works were when an edition used them, and where an archived copy may be."""

from __future__ import annotations

from ..i18n import _, ngettext
from .work import Work


def age(work: Work, edition: int) -> int | None:
    """Return how many years before the edition's year the work is dated; negative for a later work, None for an undated one."""
    return edition - work.date.year if work.date else None


def age_words(work: Work, edition: int) -> str:
    """Return the age as it is reckoned, by the years of the calendar: `dated 2006, 5 calendar years before the edition of 2011`.

    Not `5 years old`: from November 2010 to the edition of 2011 it need not be a year.
    """
    years = age(work, edition)
    if years is None or work.date is None:
        return _("not known, the work is undated")
    if years == 0:
        return _("dated {year}, the year of the edition").format(year=edition)
    if years > 0:
        words = ngettext(
            "dated {date}, {count} calendar year before the edition of {year}",
            "dated {date}, {count} calendar years before the edition of {year}",
            years,
        )
    else:
        words = ngettext(
            "dated {date}, {count} calendar year after the edition of {year}",
            "dated {date}, {count} calendar years after the edition of {year}",
            -years,
        )
    return words.format(date=work.date.year, count=abs(years), year=edition)


def archive_hint(work: Work) -> str | None:
    """Return the address where the Internet Archive may hold a copy, which nobody has tried; None where a copy is known or none can be.

    It asks for the copy nearest to the day on which the page was seen, else to the work's date, else for a list of all copies.
    """
    if not work.url or work.archive_url or "//web.archive.org/" in work.url:
        return None
    when = work.accessed or work.date
    stamp = "*"
    if when and when.precision in ("day", "month", "year"):
        stamp = when.edtf.rstrip("~?%").replace("-", "")
    elif when and when.precision == "season":
        stamp = str(when.year)
    return f"https://web.archive.org/web/{stamp}/{work.url}"
