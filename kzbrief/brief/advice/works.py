"""Advice on works and on the notes of the printed report."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from ...i18n import _
from ...toml.problems import Path
from ..model import Unsettled
from ..rules.case import Case
from ..work import Source
from .advice import Advice

_MOST = 20
"""Most missing numbers that are named one by one."""


def works(case: Case) -> Iterator[Advice]:
    """Yield works that share an address, and works in the report's notes that are newer than the report."""
    last = _last_day(case)
    seen: dict[str, str] = {}
    for key, source in case.brief.sources.items():
        url = source.url
        if url:
            address = url.partition("://")[2].rstrip("/")
            first = seen.setdefault(address, key)
            if first != key:
                message = _("this is the address of “{key}”, too").format(key=first)
                hint = _("if they are one work, keep one of them and give it the notes of both")
                path: Path = ("sources", key, "url")
                yield Advice("same-address", message, path, _about(key, source), hint, first=("sources", first, "url"))
        if source.notes and source.date is not None and last is not None and source.date.start > last:
            message = _("the source is of {date}, but the report that cites it is of {year}").format(date=source.date, year=last.year)
            hint = _("compare the date with the note; a work from outside the report has no “notes”")
            yield Advice("newer-source", message, ("sources", key, "date"), _about(key, source), hint)


def notes(case: Case) -> Iterator[Advice]:
    """Yield numbers of notes that two works have, and numbers that none has."""
    brief = case.brief
    tables: tuple[tuple[str, dict[str, Source] | dict[str, Unsettled]], ...] = (("sources", brief.sources), ("unsettled", brief.unsettled))
    owners: dict[int, tuple[str, str, int]] = {}
    for table, rows in tables:
        for key, work in rows.items():
            for index, note in enumerate(work.notes):
                owner = owners.setdefault(note, (table, key, index))
                if owner != (table, key, index):
                    message = _("note {note} is that of “{key}”, too").format(note=note, key=owner[1])
                    hint = _("compare the numbers with the report; where the note names both works, say so in [[allow]]")
                    path: Path = (table, key, "notes", index)
                    yield Advice("note-twice", message, path, (f"note:{note}",), hint, first=(owner[0], owner[1], "notes"))
    if brief.brief.extent == "short" or len(owners) == max(owners, default=0):
        return  # a short brief has a selection of the notes
    yield from _missing(owners)


def _missing(owners: dict[int, tuple[str, str, int]]) -> Iterator[Advice]:
    """Yield the numbers up to the last one that are not there; each stands where the next one does."""
    hint = _("add the work, or add the number to the “notes” of the work it repeats; where the note names no work, say so in [[allow]]")
    count, before = 0, 0
    for number in sorted(owners):
        path: Path = (*owners[number][:2], "notes", owners[number][2])
        if number - before - 1 > _MOST - count:
            message = _("the notes {first} to {last} are missing: no work has their numbers").format(first=before + 1, last=number - 1)
            yield Advice("missing-note", message, path, (), hint)
        else:
            for missing in range(before + 1, number):
                message = _("note {note} is missing: no work has its number").format(note=missing)
                yield Advice("missing-note", message, path, (f"note:{missing}",), hint)
                count += 1
        before = number


def _last_day(case: Case) -> datetime.date | None:
    """Return the last day of the time in which the report came out; None where that is not known."""
    if case.brief.report is not None and case.brief.report.date is not None:
        return case.brief.report.date.end
    year = case.brief.brief.edition if case.brief.brief is not None else None
    return datetime.date(year, 12, 31) if year is not None and 1 <= year <= 9999 else None


def _about(key: str, source: Source) -> tuple[str, ...]:
    return (f"source:{key}", *(f"note:{note}" for note in source.notes))
