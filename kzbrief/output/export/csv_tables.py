"""Scores, facts, series and events as tables in CSV, for spreadsheets and pandas.

Figures are as published, never recomputed: as printed in one column, as a number in another. `n/a` is what a publisher prints; an empty
cell is what is not known. Every score has its scale beside it, since the scale of an index may turn round. The names of columns are a
promise, as those of the JSON are; docs/exporting.md lists them.
"""

from __future__ import annotations

import csv
import datetime
import io
from collections.abc import Callable, Iterable, Iterator, Sequence

from ...brief.address import of_finding
from ...brief.briefing import Briefing
from ...brief.dates import Date
from ...brief.editions import Gap, later_with_gaps
from ...brief.method import Scale
from ...brief.model import Disputed, Edition
from ...brief.text import parse, parse_cite, plain, plain_runs
from ..chronicle import event_outside
from ..figures.words import number
from ..findings import by_section
from ..origins import is_outside
from . import Options
from .works import one_line

Cell = str | int | float | bool | None
Row = dict[str, Cell]

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""Signs at the beginning of a cell that make spreadsheets calculate it; the last ones are of full width, as some keyboards have them."""


def export(briefing: Briefing, options: Options) -> str:
    """Return one table, that of `options.table`, or that of the findings that are wanted."""
    if options.findings is not None:
        return table_text(_some_findings(briefing, options.findings))
    return table_text(_TABLES[options.table](briefing))


def tables(briefing: Briefing) -> dict[str, str]:
    """Return all tables by their names; one without a row has its heads."""
    return {name: table_text(rows(briefing)) for name, rows in _TABLES.items()}


def table_text(rows: Sequence[Row] | Iterable[Row]) -> str:
    """Return rows as CSV (RFC 4180); the first row is of heads alone, and gives the order of the columns."""
    head, *found = rows
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(head)
    for row in found:
        writer.writerow([cell_text(row.get(column)) for column in head])
    return file.getvalue()


def cell_text(value: Cell) -> str:
    """Return what stands in a cell; a text that a spreadsheet would calculate gets an apostrophe before it, a number none."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return number(value)
    return f"'{value}" if value.startswith(_FORMULA) else value


def _scores(briefing: Briefing) -> Iterator[Row]:
    """A row for each published figure, for each that would be expected and is not known, and for each year without an edition."""
    yield _heads("edition role outside covers published_on status level part title printed score lowest highest best direction standing")
    missing = {gap.first - 1: range(gap.first, gap.last + 1) for gap in later_with_gaps(briefing.brief) if isinstance(gap, Gap)}
    for edition in sorted(briefing.brief.editions, key=lambda edition: edition.year):
        rows = [*_figures(briefing, edition, edition, "published")]
        rows += [row for other in edition.disputed for row in _figures(briefing, edition, other, "disputed")]
        for row in rows:
            yield {**_brief(briefing), **row, "remarks": _remarks(briefing, f"edition:{edition.year}")}
        yield from (_not_found(briefing, year) for year in missing.get(edition.year, ()))


def _not_found(briefing: Briefing, year: int) -> Row:
    """A total without a figure, for a year between later editions for which no edition was found."""
    scale = briefing.method.scale_of(year)
    ends: Row = {"lowest": scale.lowest, "highest": scale.highest, "best": _best(scale, scale.lowest, scale.highest)}
    known: Row = {"edition": year, "role": "context", "outside": True, "level": "total", "part": "total", "title": "Total"}
    return {**_brief(briefing), **known, **ends, "direction": scale.direction, "standing": "not-found"}


def _figures(briefing: Briefing, edition: Edition, given: Edition | Disputed, standing: str) -> Iterator[Row]:
    """The total, the parts and the questions of an edition, as published or as another source gives them."""
    scale = briefing.method.scale_of(edition.year)
    expected = standing == "published"
    report = briefing.brief.report
    base: Row = {
        "edition": edition.year,
        "role": edition.role,
        "outside": is_outside(briefing.index, given.cites, context=edition.role == "context" or not expected),
        "covers": _edtf(edition.covers or (briefing.brief.brief.covers if edition.role == "this" else None)),
        "published_on": _edtf(report.date) if edition.role == "this" else None,
        "status": given.status,
        "direction": scale.direction,
        "standing": standing,
        "sources": _sources(given.cites),
    }
    if expected or given.total is not None:
        ends: Row = {"lowest": scale.lowest, "highest": scale.highest, "best": _best(scale, scale.lowest, scale.highest)}
        base_of_total = {**base, "standing": "derived"} if expected and edition.derived else base
        yield {**base_of_total, "level": "total", "part": "total", "title": "Total", **ends, **_figure(given.total)}
    for category in briefing.method.categories:
        score = given.scores.get(category.id)
        if expected or score is not None:
            ends = {"lowest": 0, "highest": category.maximum, "best": _best(scale, 0, category.maximum)}
            yield {**base, "level": "category", "part": category.id, "title": category.title, **ends, **_figure(score)}
    for code, score in edition.questions.items() if expected else ():
        highest = scale.questions.get(code)
        best = 0 if scale.direction == "0-best" else highest
        ends = {"lowest": 0 if highest is not None else None, "highest": highest, "best": best}
        yield {**base, "level": "question", "part": code, "title": code, **ends, **_figure(score)}


def _facts(briefing: Briefing) -> Iterator[Row]:
    """A row for each figure of the fact box: of this edition, and of the one before where the report prints it."""
    yield _heads("edition column role outside id kind label printed value unit period")
    for fact in briefing.brief.facts:
        more: Row = {"sources": _sources(fact.cites), "remarks": _remarks(briefing, f"fact:{fact.id}")}
        base: Row = {**_brief(briefing), "edition": briefing.brief.brief.edition, "id": fact.id, "kind": fact.kind, "label": fact.label}
        base |= {"role": fact.role, "outside": fact.role == "context"}
        this: Row = {"column": "this", "printed": fact.printed, "value": fact.value, "unit": fact.unit, "period": _edtf(fact.period)}
        yield {**base, **this, **more}
        if fact.printed_previous is not None:
            yield {**base, "column": "previous", "printed": fact.printed_previous, **more}


def _series(briefing: Briefing) -> Iterator[Row]:
    """A row for each value of each series."""
    yield _heads("edition id label role outside at first_day last_day precision printed value unit findings")
    for series in briefing.brief.series:
        for point in series.points:
            yield {
                **_brief(briefing),
                "edition": briefing.brief.brief.edition,
                "id": series.id,
                "label": series.label,
                "role": series.role,
                "outside": series.role == "context",
                "at": point.at.edtf,
                **_days(point.at),
                "printed": point.printed,
                "value": point.value,
                "unit": series.unit,
                "findings": _findings(briefing, series.about),
                "sources": _sources([*series.cites, *point.cites]),
                "remarks": _remarks(briefing, f"series:{series.id}"),
            }


def _events(briefing: Briefing) -> Iterator[Row]:
    """A row for each event, in order of time."""
    yield _heads("edition id date first_day last_day precision event outside findings actors")
    for event in sorted(briefing.brief.events, key=lambda event: event.date):
        yield {
            **_brief(briefing),
            "edition": briefing.brief.brief.edition,
            "id": event.id,
            "date": event.date.edtf,
            **_days(event.date),
            "event": event.label,
            "outside": is_outside(briefing.index, event.cites, context=event_outside(briefing, event)),
            "findings": _findings(briefing, event.about),
            "actors": "; ".join(event.actors),
            "sources": _sources(event.cites),
            "remarks": _remarks(briefing, f"event:{event.id}"),
        }


def _some_findings(briefing: Briefing, addresses: Sequence[str]) -> Iterator[Row]:
    """A row for each finding; its text is plain, with the numbers of its notes in brackets."""
    yield _heads("edition finding address section topic headline text date as_of draft notes references")
    index = briefing.index
    for section, entries in by_section(briefing, addresses):
        for entry in entries:
            made, cited = entry.finding, index.citations_of(entry)
            keys = dict.fromkeys(citation.key for citation in cited)
            yield {
                **_brief(briefing),
                "edition": briefing.brief.brief.edition,
                "finding": entry.address,
                "address": of_finding(briefing, entry.address),
                "section": section.title,
                "topic": made.topic,
                "headline": made.headline,
                "text": plain(index.paragraphs(entry), index.cite_label),
                "date": _edtf(made.date),
                "as_of": _edtf(made.as_of),
                "draft": made.draft,
                "notes": "; ".join(dict.fromkeys(citation.label for citation in cited)),
                "references": " / ".join(one_line(plain_runs(index.full(key))) for key in keys),
                "sources": "; ".join(keys),
                "remarks": _remarks(briefing, f"finding:{made.id}"),
            }


_TABLES: dict[str, Callable[[Briefing], Iterator[Row]]] = {"scores": _scores, "facts": _facts, "series": _series, "events": _events}


def _heads(columns: str) -> Row:
    return dict.fromkeys(["brief", "country", "country_name", "method", *columns.split(), "sources", "remarks"])


def _brief(briefing: Briefing) -> Row:
    heading = briefing.brief.brief
    return {"brief": heading.id, "country": heading.country, "country_name": heading.title, "method": briefing.method.id}


def _figure(score: float | str | None) -> Row:
    """A score as printed and as a number; what is not known has neither, and n/a has no number."""
    if score is None:
        return {"printed": None, "score": None}
    return {"printed": number(score), "score": score if isinstance(score, int | float) else None}


def _best(scale: Scale, lowest: int, highest: int) -> int:
    return lowest if scale.direction == "0-best" else highest


def _edtf(date: Date | None) -> str | None:
    return date.edtf if date else None


def _days(date: Date) -> Row:
    """The first and the last day that a date may mean; an end that is not known is empty."""
    first = None if date.start == datetime.date.min else date.start.isoformat()
    last = None if date.end == datetime.date.max else date.end.isoformat()
    return {"first_day": first, "last_day": last, "precision": date.precision}


def _sources(cites: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(parse_cite(item).key for item in cites))


def _findings(briefing: Briefing, about: Iterable[str]) -> str:
    names = [ref.partition(":")[2] for ref in about if ref.startswith("finding:")]
    return "; ".join(briefing.index.entry(name).address for name in names)


def _remarks(briefing: Briefing, ref: str) -> str:
    index = briefing.index
    return " / ".join(one_line(plain(parse(remark.text), index.cite_label)) for remark in index.remarks(ref))
