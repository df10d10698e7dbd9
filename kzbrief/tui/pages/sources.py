"""The page of all works: in the order asked for, those that have the words asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from ...brief import references
from ...brief.collation import sort_key
from ...brief.model import Unsettled
from ...brief.search.folding import fold
from ...brief.work import Source
from ...i18n import _, ngettext
from ...output.glyphs import Glyphs
from ...output.lines import Line, Span, beside, clean, columns, line_width, width_of
from ...output.origins import collected, collected_note, origin_words
from ...output.supports import not_cited
from ...output.wrapping import wrap
from ..page import Page
from .build import PageBuilder
from .measure import measure

if TYPE_CHECKING:
    from ...brief.briefing import Briefing

ORDERS = ("note", "author", "date", "cited")
"""The orders of the list, switched through in this order."""


def order_name(order: str, briefing: Briefing) -> str:
    """Return the name of an order in words."""
    numbered = _("by note") if briefing.index.has_notes else _("as first cited")
    return {"note": numbered, "author": _("by author"), "date": _("by date, newest first"), "cited": _("by times cited")}[order]


_LABEL = 8
"""Cells for the note numbers of a work, which take several lines where they need more; half of them on a narrow page."""
_ROOMY = 60
"""Cells of a page that is not narrow."""


def sources(
    briefing: Briefing, width: int, height: int, glyphs: Glyphs, order: str = "note", words: str = "", lines: int | None = None
) -> Page:
    """Return the page of all works, unsettled references among them; where a number of lines is given, no more than that for now."""
    columns_ = measure(width)
    space = columns_.width if not columns_.notes else columns_.width + columns_.notes_width // 2
    keys = arranged(briefing, order, words)
    title = [Span(_("Sources"), "strong")]
    if words:
        found = ngettext("{count} entry has “{words}”", "{count} entries have “{words}”", len(keys))
        said = found.format(count=len(keys), words=clean(words))
    else:
        works = briefing.index.evidence.works
        said = ngettext("{count} work", "{count} works", works).format(count=works) + ", " + order_name(order, briefing)
    row = beside(title, [Span(said, "dim")], space)
    rows = [row] if line_width(row) <= space else [title, *wrap([Span(said, "dim")], space)]
    if collected(briefing.index):
        note = collected_note()
        rows += wrap([Span(f"{note[:1].upper()}{note[1:]}.", "dim")], space)
    builder = PageBuilder(width, columns_.start)
    builder.add([*rows, []])
    if not keys:
        builder.add(wrap([Span(_("No work has these words. Esc shows all again."))], space))
    page = builder.finish(columns_.start, columns_.start + space, _works(builder, briefing, keys, space))
    page.grow(lines)
    return page


def _works(page: PageBuilder, briefing: Briefing, keys: Sequence[str], space: int) -> Iterator[None]:
    """Append works, one at a step."""
    outside = False
    most = _LABEL if space >= _ROOMY else _LABEL // 2
    by = max((min(most, width_of(note_label(briefing, key))) for key in keys), default=0) + 2
    for place, key in enumerate(keys):
        if place:
            page.blank()
        if briefing.index.outside(key) and not outside:
            outside = True
            page.add([[Span("* ", "outside"), Span(_("From outside the report"), "strong")], []])
        label = wrap([Span(note_label(briefing, key), "outside" if briefing.index.outside(key) else "cite")], most)
        page.stop(f"source:{key}", columns(label, _entry(briefing, key, space - by), by, 0), f"source:{key}", mark=-2)
        yield


def arranged(briefing: Briefing, order: str, words: str = "") -> list[str]:
    """Return the keys of the works that have all the words, in an order; those from outside the report come last."""
    index = briefing.index
    keys = list(index.sources)
    wanted = fold(words).split()
    if wanted:
        keys = [key for key in keys if all(word in haystack(briefing, key) for word in wanted)]
    if order == "author":
        keys.sort(key=lambda key: sort_key(_name(briefing, key), briefing.brief.brief.language))
    elif order == "date":
        keys.sort(key=lambda key: _day(briefing, key), reverse=True)
    elif order == "cited":
        keys.sort(key=lambda key: len(index.places(key)), reverse=True)
    return sorted(keys, key=index.outside)


@lru_cache(20_000)
def haystack(briefing: Briefing, key: str) -> str:
    """Return all words by which a work can be found, folded as for a search."""
    work = briefing.index.work(key)
    parts = [key, note_label(briefing, key)]
    if isinstance(work, Unsettled):
        parts += [work.printed or "", work.reason, *(haystack(briefing, candidate) for candidate in work.candidates)]
    else:
        parts += [references.byline(work), work.title, work.title_translated or "", work.republished_by or "", work.url or ""]
        parts.append(references.in_language(work, briefing.brief.brief.language))
    return fold(" ".join(parts))


def note_label(briefing: Briefing, key: str) -> str:
    """Return the note numbers of a work as printed, as in `5, 6, 14`; its own label where the report gives it none."""
    work = briefing.index.work(key)
    return ", ".join(map(str, work.notes)) if work.notes else briefing.index.label(key)


def facts(briefing: Briefing, key: str, work: Source) -> str:
    """Return what is to be known of a work at a glance: kind, language, age, times cited."""
    from ...brief.names import type_name

    edition = briefing.brief.brief.edition
    parts = [origin_words(briefing.index, key)] if briefing.index.origin(key) == "report" else []
    parts += [type_name(work.type), references.in_language(work, briefing.brief.brief.language)]
    age = references.age(work, edition)
    if age is None:
        parts.append(_("undated"))
    elif age > 0:
        said = ngettext("{count} calendar year before {edition}", "{count} calendar years before {edition}", age)
        parts.append(said.format(count=age, edition=edition))
    elif age == 0:
        parts.append(_("of {edition}").format(edition=edition))
    count = len(briefing.index.places(key))
    parts.append(times(count) if count else not_cited(briefing, key))
    return ", ".join(part for part in parts if part)


def times(count: int) -> str:
    """Return how often a work is cited, in words."""
    if not count:
        return _("not cited in a finding")
    return ngettext("cited {count} time", "cited {count} times", count).format(count=count)


def _entry(briefing: Briefing, key: str, width: int) -> list[Line]:
    work = briefing.index.work(key)
    if isinstance(work, Unsettled):
        lines = wrap([Span(clean(briefing.index.sidenote(key)), "strong")], width)
        return [*lines, *wrap([Span(times(len(briefing.index.places(key))), "dim")], width)]
    lines = wrap([Span(clean(work.title), "strong")], width)
    if work.title_translated:
        lines += wrap([Span(f"[{clean(work.title_translated)}]")], width)
    said = references.told_apart(references.byline(work), work, map(briefing.index.work, briefing.index.sources))
    lines += wrap([Span(clean(said))], width)
    lines += wrap([Span(clean(facts(briefing, key, work)), "dim")], width)
    return lines


def _name(briefing: Briefing, key: str) -> str:
    work = briefing.index.work(key)
    if isinstance(work, Unsettled):
        return _name(briefing, work.candidates[0]) + "~"
    return work.author[0] if work.author else work.publication or work.title


def _day(briefing: Briefing, key: str) -> str:
    works = briefing.index.candidates(key) or (briefing.index.work(key),)
    dates = [work.date.start for work in works if isinstance(work, Source) and work.date]
    return max(dates).isoformat() if dates else ""
