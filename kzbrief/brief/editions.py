"""The editions of a brief: this one, the one before as the report prints it, and what later ones said."""

from __future__ import annotations

from typing import NamedTuple

from .method import Method, Scale
from .model import Brief, Edition


class Since(NamedTuple):
    """A status that every later edition has from some year on, as far as their statuses are known."""

    status: str
    """The status word."""
    year: int
    """First edition that has it without a break up to the last one known."""
    gaps: tuple[int, ...]
    """Years up to the last edition known for which no edition was found."""
    silent: tuple[int, ...] = ()
    """Editions since then whose total was found, but not their status."""


class Gap(NamedTuple):
    """Years in a row, between editions that are known, for which none was found."""

    first: int
    """The first of the years."""
    last: int
    """The last of them."""

    @property
    def years(self) -> str:
        """The years in words, as in `2020` or `2014-2018`."""
        return str(self.first) if self.first == self.last else f"{self.first}-{self.last}"


class Run(NamedTuple):
    """Editions in a row that share a scale; a line over editions breaks between two runs."""

    scale: Scale
    """The scale they share."""
    years: tuple[tuple[int, Edition | None], ...]
    """Each year with its edition, or with None where none was found."""


def this_edition(brief: Brief) -> Edition:
    """Return the edition that the brief is about."""
    return next(edition for edition in brief.editions if edition.role == "this")


def previous_edition(brief: Brief) -> Edition | None:
    """Return the latest earlier edition that the report prints beside its own, or None."""
    found = [edition for edition in brief.editions if edition.role == "previous"]
    return max(found, key=lambda edition: edition.year, default=None)


def later_editions(brief: Brief) -> list[Edition]:
    """Return the editions after this one, from outside the report, in order of time."""
    return sorted((edition for edition in brief.editions if edition.year > brief.brief.edition), key=lambda edition: edition.year)


def later_with_gaps(brief: Brief) -> list[Edition | Gap]:
    """Return the editions after this one, and between them the years for which none was found: no list may pass over them in silence."""
    found: list[Edition | Gap] = []
    before = brief.brief.edition
    for edition in later_editions(brief):
        if edition.year > before + 1:
            found.append(Gap(before + 1, edition.year - 1))
        found.append(edition)
        before = edition.year
    return found


def status_since(brief: Brief) -> Since | None:
    """Return the status that later editions agree on from some year on, or None where no later status is known."""
    later = later_editions(brief)
    known = [edition for edition in later if edition.status and edition.status != "n/a"]
    if not known:
        return None
    last = known[-1].status
    first = known[-1].year
    for edition in reversed(known):
        if edition.status != last:
            break
        first = edition.year
    found = {edition.year for edition in later}
    gaps = tuple(year for year in range(brief.brief.edition + 1, later[-1].year) if year not in found)
    silent = tuple(edition.year for edition in later if edition.year > first and not edition.status)
    return Since(str(last), first, gaps, silent)


def remarked_years(brief: Brief) -> frozenset[int]:
    """Return the years of the editions of which there is a remark that is more than a misprint."""
    about = (ref.partition(":") for remark in brief.remarks if remark.kind != "misprint" for ref in remark.about)
    return frozenset(int(year) for kind, __, year in about if kind == "edition" and year.isdecimal())


def runs(brief: Brief, method: Method) -> list[Run]:
    """Return this edition and the later ones, year by year, in runs of one scale."""
    editions = {edition.year: edition for edition in (this_edition(brief), *later_editions(brief))}
    grouped: list[tuple[Scale, list[tuple[int, Edition | None]]]] = []
    for year in range(min(editions), max(editions) + 1):
        scale = method.scale_of(year)
        if not grouped or grouped[-1][0] is not scale:
            grouped.append((scale, []))
        grouped[-1][1].append((year, editions.get(year)))
    return [Run(scale, tuple(years)) for scale, years in grouped]
