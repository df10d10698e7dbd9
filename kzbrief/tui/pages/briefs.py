"""The page of all briefs: each with its total, where that is between best and worst, its status, and how much of the report it holds."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Sequence

from ...brief.entry import Entry, Fault, Listed
from ...brief.library import data_folder, told
from ...brief.names import language_name
from ...brief.search.folding import fold
from ...i18n import N_, _
from ...output.figures.words import figure_in_words
from ...output.glyphs import Glyphs
from ...output.lines import Line, Span, clean, fit, indent, line_width, shortened, width_of
from ...output.listing import place_of, score_of, sign_of, size_of, title_of
from ...output.wrapping import wrap
from ..page import Page, Stop
from .measure import LOW, edge, room

_GAP = 2
_SIGN = 4
"""Cells of the sign of what is chosen."""
_ONE_LINE, _ROOMY = 72, 100
"""Columns from which a brief takes one line, and from which there are its language and a longer scale."""
_EXTENTS = {"full": N_("full"), "short": N_("short"), "draft": N_("draft")}
_NAME = 16
"""Least cells for a name where other things could make room for it."""
_STATUS = 20
"""Most cells for a status."""


def name_of(item: Listed) -> str:
    """Return country and year; the name of the file where the brief has not been read or cannot be."""
    return clean(f"{item.entry.title} {item.entry.edition}" if item.entry else item.name)


def told_apart(found: Sequence[Listed]) -> dict[str, str]:
    """Return by path what tells briefs of the same country and year apart: the file's name, with its folder where that is the same, too."""
    groups: dict[str, list[Listed]] = {}
    for item in found:
        if item.entry:
            groups.setdefault(name_of(item), []).append(item)
    return {
        item.path: clean(item.name if sum(other.name == item.name for other in group) == 1 else _end_of(item.path))
        for group in groups.values()
        if len(group) > 1
        for item in group
    }


def _end_of(path: str) -> str:
    folder, file = os.path.split(os.path.abspath(path))
    return os.path.join(os.path.basename(folder), file)


def haystack(item: Listed) -> str:
    """Return all words by which a brief can be found, folded as for a search."""
    entry = item.entry
    parts = [item.name]
    if entry:
        parts += [name_of(item), entry.country, entry.index, entry.status or "", language_name(entry.language), extent_of(entry)]
    elif item.fault:
        parts += [_("broken"), item.fault.message]
    return fold(" ".join(parts))


def extent_of(entry: Entry) -> str:
    """Return in a word how much of the report a brief holds."""
    return _(_EXTENTS[entry.extent])


def briefs(
    found: Sequence[Listed], table: Table, height: int, current: str = "", nothing: str = "", chosen: Collection[str] | None = None
) -> Page:
    """Return the page of some briefs, laid out as far as the view goes; `current` is the file of the one to begin with.

    `nothing` is what is said where there are none. Where some can be chosen, each has a sign of whether its file is among those `chosen`.
    """
    width = table.width
    if not found:
        return Page(width, indent(wrap([Span(nothing)], room(width)), edge(width)))
    lines: list[Line] = table.head()
    stops: list[Stop] = []
    feet: list[list[Line]] = []
    first = _place_of(found, current)

    def rest() -> Iterator[None]:
        for item in found:
            rows, ref = table.rows(item), f"brief:{item.path}"
            if chosen is not None:
                rows = _signed(rows, item.path, item.path in chosen)
            stops.append(Stop(ref, len(lines), len(lines) + len(rows), edge(width) - 2, ref))
            lines.extend(rows)
            if height >= LOW - 4:
                feet.append(table.foot(item))
            yield

    page = Page(width, lines, stops, first=first, feet=feet, rest=[rest()])
    page.grow(len(table.head()) + (first + 1) * table.tall + height)
    return page


def _place_of(found: Sequence[Listed], path: str) -> int:
    """Return which of some briefs is a file, by whatever path it was opened; 0 where none is."""
    for number, item in enumerate(found):
        if item.path == path:
            return number
    file, real = os.path.basename(path), os.path.realpath(path)
    alike = (number for number, item in enumerate(found) if os.path.basename(item.path) == file and os.path.realpath(item.path) == real)
    return next(alike, 0)


def _signed(rows: list[Line], path: str, chosen: bool) -> list[Line]:
    """The lines of a brief with a sign before its name, which a click turns."""
    sign = Span("[x] " if chosen else "[ ] ", "strong" if chosen else "dim", f"choose:{path}")
    margin = rows[0][0].text[_SIGN:]
    return [[Span(margin), sign, *rows[0][1:]], *rows[1:]]


class Table:
    """The columns of the list for a width, made for all briefs that it may have; what is laid out once is kept."""

    def __init__(self, found: Sequence[Listed], width: int, glyphs: Glyphs, *, signs: bool = False) -> None:
        self.width = width
        """Width in cells."""
        self._glyphs = glyphs
        self._rows: dict[str, list[Line]] = {}
        self._feet: dict[str, list[Line]] = {}
        self._apart = told_apart(found)
        signs_width = _SIGN if signs else 0
        self._edge = edge(width) + signs_width
        self._space = room(width) - signs_width
        wide = width - signs_width
        entries = [item.entry for item in found if item.entry]
        # As wide in every list, so that the scales stand alike.
        self._score = width_of(figure_in_words(99, 100, "100-best")) + 2 * any(entry.warned for entry in entries)
        self._status = min(_STATUS, max((width_of(entry.status or "") for entry in entries), default=0))
        self._drawings = any(isinstance(entry.total, int | float) for entry in entries)
        self._extent = max(width_of(_(word)) for word in _EXTENTS.values())
        self._extents = True
        """Whether there is room to say how much of the report each holds; the foot says it, too."""
        self.tall = 1
        """Lines of a brief."""
        longest = max((width_of(self._full(item)) for item in found), default=0)
        for self._wide in (True, False):
            # Long words of a status, as in Russian, may leave too little for names.
            if wide >= (_ROOMY if self._wide else _ONE_LINE) and self._goes_in(entries, min(_NAME, longest)):
                break
        else:
            self.tall, self._extents, self._name = 2, True, self._space - self._status - _GAP
        if self._wide:
            self._name = min(self._name, max(20, longest))

    def _goes_in(self, entries: Sequence[Entry], name: int) -> bool:
        """Lay the columns of a line out, without the extents where they leave too little for names.

        False where no `name` cells are left then.
        """
        self._scale = 31 if self._wide else 10
        tags = {entry.language for entry in entries}
        self._language = max((width_of(language_name(tag)) for tag in tags), default=0) if self._wide else -_GAP
        rest = self._score + self._scale + self._status + self._extent + self._language + 5 * _GAP
        self._name = self._space - rest
        self._extents = self._name >= _NAME
        self._name += 0 if self._extents else self._extent + _GAP
        return self._name >= name

    def head(self) -> list[Line]:
        """Which end of the scales is which; nothing where there are none."""
        if self.tall > 1 or not self._drawings:
            return []
        ends = _("best"), _("worst")
        start = self._edge + self._name + self._score + 2 * _GAP
        # The scale may be too short for both words.
        gap = max(1, self._scale - width_of(ends[0]) - width_of(ends[1]))
        return [[Span(" " * start), Span(f"{ends[0]}{' ' * gap}{ends[1]}", "dim")]]

    def rows(self, item: Listed) -> list[Line]:
        """The line of a brief, or its two lines."""
        rows = self._rows.get(item.path)
        if rows is None:
            ref = f"brief:{item.path}"
            rows = indent(([span._replace(ref=ref) for span in row] for row in self._lay_out(item)), self._edge)
            self._rows[item.path] = rows
        return rows

    def foot(self, item: Listed) -> list[Line]:
        """What else is to be known of a brief."""
        foot = self._feet.get(item.path)
        if foot is None:
            foot = self._feet[item.path] = [[], *indent(_foot(item, self._space), edge(self.width))]
        return foot

    def _full(self, item: Listed) -> str:
        apart = self._apart.get(item.path)
        return f"{name_of(item)} - {apart}" if apart else name_of(item)

    def _called(self, item: Listed) -> str:
        """The name of a brief, as far as there is room: of two of a country and year, what tells them apart stays longest."""
        if not item.entry:
            return shortened(name_of(item), max(8, min(self._name, 24)))
        apart, full = self._apart.get(item.path), self._full(item)
        if width_of(full) <= self._name:
            return full
        if apart is None:
            # The year stays: it tells one brief of a country from the next.
            year = f" {item.entry.edition}"
            title = clean(item.entry.title)
            return f"{title[: fit(title, max(1, self._name - len(year) - 3))].rstrip()}...{year}"
        if width_of(apart) <= self._name:
            return apart
        while width_of(apart) > self._name:  # the end of a file name says more than its beginning
            apart = apart[1:]
        return f"...{apart[3:]}" if len(apart) > 8 else apart

    def _lay_out(self, item: Listed) -> list[Line]:
        name = Span(self._called(item), "strong" if item.entry else "")
        if not item.entry:
            said = [Span(_("broken: {problem}").format(problem=clean(item.fault.message)), "error")] if item.fault else []
            said = said or [Span(_("not read yet"), "dim")]
            if self.tall > 1:
                return [[name], _cut([Span("  "), *said], self._space)]
            by = min(self._name, max(24, width_of(name.text))) if self._name > 24 else self._name
            return [[*_pad([name], by + _GAP), *_cut(said, self._space - by - _GAP)]]
        entry = item.entry
        score = [Span(score_of(entry)), *sign_of(entry)]
        status = [Span(shortened(clean(entry.status or ""), self._status), entry.tone)]
        extent = [Span(extent_of(entry), "dim")]
        if self.tall > 1:
            below = [Span("  "), *score, Span(", ", "dim"), *extent]
            fits = line_width(below) <= self._space
            return [[*_pad([name], self._name + _GAP), *status], below if fits else below[:-2]]
        cells: list[tuple[Line, int]] = [([name], self._name), (score, self._score), (self._drawn(entry), self._scale)]
        cells.append((status, self._status))
        cells += [(extent, self._extent)] if self._extents else []
        cells += [([Span(clean(language_name(entry.language)), "dim")], self._language)] if self._wide else []
        return [[*(span for cell, size in cells[:-1] for span in _pad(cell, size + _GAP)), *cells[-1][0]]]

    def _drawn(self, entry: Entry) -> Line:
        """The total on a line from best to worst, whichever way its scale runs; nothing where no total is known."""
        if not isinstance(entry.total, int | float) or not entry.lowest <= entry.total <= entry.highest:
            return []
        share = (entry.total - entry.lowest) / max(1, entry.highest - entry.lowest)
        place = int((share if entry.direction == "0-best" else 1 - share) * (self._scale - 1) + 0.5)
        line = self._glyphs.left + self._glyphs.rule * (self._scale - 2) + self._glyphs.right
        block = Span(self._glyphs.block, f"strong {entry.tone}".strip())
        return [span for span in (Span(line[:place], "dim"), block, Span(line[place + 1 :], "dim")) if span.text]


def _foot(item: Listed, space: int) -> list[Line]:
    """What else is to be known of the current brief: two lines, so that the list keeps its height."""
    if item.entry:
        size = size_of(item.entry)
        doubt = [Span(" - "), Span("! ", "remark"), Span(_("remark on this total"))] if item.entry.warned else []
        whole = f"{title_of(item.entry)} - {size}"
        said = [[Span(whole if width_of(whole) + line_width(doubt) <= space else size), *doubt]]
        where = _("its name opens {path}").format(path=clean(told(item.other))) if item.other else ""
        shipped = os.path.dirname(item.path) == data_folder("briefs")
        place = _("comes with kzbrief, as {name}").format(name=clean(item.name)) if shipped else clean(told(item.path))
        said.append([Span(place, "dim"), *([Span(f" - {where}", "dim")] if where else [])])
    elif item.fault:
        said = _fault(item.fault, space)
    else:
        said = [[], [Span(clean(told(item.path)), "dim")]]
    return [_cut(line, space) for line in said[:2]]


def _fault(fault: Fault, space: int) -> list[Line]:
    return [[Span(clean(fault.message), "error")], [Span(place_of(fault), "dim")]]


def _pad(line: Line, width: int) -> Line:
    return [*line, Span(" " * max(0, width - line_width(line)))]


def _cut(line: Line, width: int) -> Line:
    """Return the line, its last words cut where it is wider than told."""
    if line_width(line) <= width:
        return line
    *first, last = line
    rest = width - line_width(first)
    return [*first, last._replace(text=shortened(last.text, rest))] if rest > 8 else _cut(first, width)
