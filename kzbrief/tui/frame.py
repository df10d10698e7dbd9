"""The frame around a page: the head with title and tabs, the footer with keys and a word on where one is."""

from __future__ import annotations

from collections.abc import Sequence

from .. import commands
from ..brief.briefing import Briefing
from ..i18n import _, ngettext
from ..output.glyphs import Glyphs
from ..output.lines import Line, Span, beside, clean, fit, indent, line_width, shortened, width_of
from ..output.origins import collected
from ..output.wording import extent_mark, extent_words
from ..output.wrapping import wrap
from .cursor import Cursor
from .navigator import Tab
from .pages.measure import WIDE, edge, margin

HEAD = 3
"""Rows of the head."""
SMALLEST = (40, 12)
"""Columns and rows below which nothing but a word on the size is shown."""


def head(briefing: Briefing, tabs: Sequence[Tab], open_tab: int, width: int, glyphs: Glyphs, *, below: bool = False) -> list[Line]:
    """Return title, tabs and rule; `below` tells that the page goes on below the view, which the rule says."""
    said = f" {_('more below')} " if below else ""
    end = _end(width)
    rest = width - width_of(said) - end
    rule = [Span(glyphs.rule * rest, "rule"), Span(said, "dim"), Span(glyphs.rule * end, "rule")]
    return [title_line(briefing, width), tabs_line(tabs, open_tab, width), rule if below else [Span(glyphs.rule * width, "rule")]]


def _end(width: int) -> int:
    """Return the cells of a rule after what it says; on a very wide screen it says it where the text ends."""
    return max(2, margin(width) - 1)


def title_line(briefing: Briefing, width: int) -> Line:
    """Return country at the left, edition at the right; what it covers, and that it is no whole report, where that goes in."""
    edge = margin(width)
    brief = briefing.brief
    country = clean(brief.brief.title)
    long, extent = extent_words(briefing), extent_mark(briefing)
    name = clean(brief.report.collection or f"{briefing.method.name} {brief.brief.edition}")
    covers = brief.brief.covers or next((item.covers for item in brief.editions if item.role == "this"), None)
    full = _("{edition}, covers {period}").format(edition=name, period=covers.words()) if covers else name
    space = width - 2 * edge
    # A selection must not be taken for the whole, which is more than the months that it covers.
    year = _("{year} edition").format(year=brief.brief.edition)
    choices = (
        [(long, full), (extent, full), (long, name), (extent, name), (extent, year), (extent, ""), ("", name), ("", "")]
        if extent
        else [("", full), ("", name), ("", "")]
    )
    mark, right = next((pair for pair in choices if width_of(" ".join(filter(None, (country, *pair)))) + 1 <= space), ("", ""))
    country = country[: fit(country, space)]
    left = [Span(country, "strong"), *([Span(f" {mark}")] if mark else [])]
    return [Span(" " * edge), *beside(left, [Span(right)] if right else [], space)]


def tabs_line(tabs: Sequence[Tab], open_tab: int, width: int) -> Line:
    """Return the tabs: the open one with its name, the others with theirs as far as there is room, else with their number alone."""
    edge = margin(width)
    gap = 3 if width >= WIDE else 2
    full = [f"{number} {tab.title}" for number, tab in enumerate(tabs, 1)]
    names = [name if index == open_tab else str(index + 1) for index, name in enumerate(full)]
    room = width - 2 * edge - gap * (len(names) - 1) - sum(map(width_of, names))
    for index, name in enumerate(full):
        more = width_of(name) - width_of(names[index])
        if more <= room:
            names[index] = name
            room -= more
    line: Line = [Span(" " * (edge - 1))]
    for index, (name, tab) in enumerate(zip(names, tabs, strict=True)):
        current = index == open_tab
        # The brackets of the open tab stand where other tabs have a blank.
        line.append(Span(f"[{name}]" if current else f" {name} ", "tab" if current else "", f"tab:{tab.id}"))
        line.append(Span(" " * (gap - 2)))
    return line


def foot(where: str, width: int, status: str | Sequence[str] = "", message: str = "") -> Line:
    """Return the footer of a place: its keys, the light ones left out where there is no room; a message goes before keys.

    A status may be given in several ways, the longest first: the first that leaves all keys there is shown.
    """
    edge = margin(width)
    gap = 3 if width >= WIDE else 2
    space = _room(width)
    message = shortened(message, space)
    reserved = width_of(message) + gap + 1 if message else 0
    named = commands.footer(where)
    shown: list[commands.Command] = []
    for command in sorted(named, key=lambda command: -command.weight):
        if _size([*shown, command], gap) + reserved <= space:
            shown.append(command)
    shown.sort(key=named.index)
    keys: Line = []
    for command in shown:
        keys += [Span(" " * gap)] if keys else []
        ref = f"command:{command.id}"
        keys += [Span(commands.shown(command.keys[0]), "key", ref), Span(f" {_(command.label)}", "dim", ref)]
    room = space - _size(shown, gap) - 2
    right = message or next((said for said in ([status] if isinstance(status, str) else status) if width_of(said) <= room), "")
    said = [Span(right, "" if message else "dim")] if right else []
    # The footer starts a cell further left than the text on a wide screen, as the tabs do.
    left = edge - 1 if width >= WIDE else edge
    return [Span(" " * left), *(beside(keys, said, width - edge - left) if said else keys)]


def notice(message: str, width: int, glyphs: Glyphs) -> list[Line]:
    """Return a message that is too long for the footer as lines of its own, with a rule above; nothing where it goes in."""
    if width_of(message) <= _room(width):
        return []
    return [[Span(glyphs.double * width, "rule")], *indent(wrap([Span(message)], width - 2 * margin(width)), margin(width))]


def _room(width: int) -> int:
    """Cells of the footer."""
    return width - 2 * margin(width) + 1


def hint() -> tuple[str, ...]:
    """Return what somebody is told in the footer who opens a brief for the first time, in full and shorter."""
    return _("New here? ? explains this screen and its keys"), _("New here? ? explains the screen"), _("New here? Press ?")


def fitting(said: Sequence[str], where: str, width: int) -> str:
    """Return the first of several ways to say something that leaves all keys in the footer of a place, else the last one."""
    gap = 3 if width >= WIDE else 2
    space = width - 2 * margin(width) - _size(commands.footer(where), gap) - gap
    return next((words for words in said if width_of(words) <= space), said[-1] if said else "")


def _size(shown: Sequence[commands.Command], gap: int) -> int:
    return sum(width_of(commands.shown(item.keys[0])) + 1 + width_of(_(item.label)) for item in shown) + gap * max(0, len(shown) - 1)


def status(briefing: Briefing, tab: Tab, cursor: Cursor, words: str = "") -> tuple[str, ...]:
    """Return the word on where one is, in full and shorter; in a draft with how much of it is written.

    `words` are those that the events or the works shown must have.
    """
    where, *shorter = _place(briefing, tab, cursor, words)
    evidence = briefing.index.evidence
    if not evidence.drafts:
        return where, *shorter
    drafted, count = evidence.drafted, evidence.findings
    written = count - evidence.drafts + drafted
    said = ngettext("{written} of {count} headline written", "{written} of {count} headlines written", count)
    said = said.format(written=written, count=count)
    short = _("{written} of {count} written").format(written=written, count=count)
    if not drafted:
        return f"{where}, {said}", said, short
    form = ngettext("{count} of them still with “draft = true”", "{count} of them still with “draft = true”", drafted)
    marked = f"{said}, {form.format(count=drafted)}"
    return f"{where}, {marked}", marked, said, short


def narrowed(said: Sequence[str]) -> tuple[str, ...]:
    """Return the word on where one is on a page that shows less than all, in full and shorter, with the way back to all of it."""
    if not any(said):
        return (_("Esc shows all"),)
    return *(_("{place}, Esc shows all").format(place=words) for words in said), _("Esc shows all"), *said


def _place(briefing: Briefing, tab: Tab, cursor: Cursor, words: str) -> tuple[str, ...]:
    """Return the number of the finding or the event on its page, else what the brief rests on; in full and shorter."""
    current = cursor.current
    if tab.kind == "section" and current and current.id.startswith("finding:"):
        from ..output.happenings import events_of

        count = next(len(part.findings) for part in briefing.brief.sections if part.id == tab.id)
        forms = _("finding {number} of {count}"), _("{number} of {count}")
        where, short = (form.format(number=cursor.stop + 1, count=count) for form in forms)
        if not events_of(briefing, current.id.removeprefix("finding:")):
            return where, short
        when = _("{place}, w when").format(place=where), _("{place}, w when").format(place=short)
        return *when, _("{place}, w").format(place=short), short
    if tab.kind == "timeline" and current and current.id.startswith("event:"):
        from ..output.happenings import events_with

        count = len(events_with(briefing, words))
        forms = _("event {number} of {count}"), _("{number} of {count}")
        return tuple(form.format(number=cursor.stop + 1, count=count) for form in forms)
    if tab.kind == "waiting":
        return ("",)
    evidence = briefing.index.evidence
    said = ngettext("{count} work", "{count} works", evidence.works).format(count=evidence.works)
    if collected(briefing.index):
        return _("{works}, collected for this brief").format(works=said), _("{works}, collected").format(works=said), said
    if not evidence.foreign:
        return (said,)
    from ..brief.names import language_after_in

    tag, count = evidence.foreign[0]
    return (_("{works}, {count} in {language}").format(works=said, count=count, language=language_after_in(tag)),)


def sheet_title(left: str, right: str, width: int, glyphs: Glyphs, more: str = "") -> list[Line]:
    """Return the rule above a sheet with what it is called in it, and whether `more` of it is out of view; that goes first."""
    begin, rule = Span(glyphs.double * (edge(width) - 1), "rule"), Span(glyphs.double * 2, "rule")
    last = Span(glyphs.double * _end(width), "rule")
    taken = edge(width) + _end(width) + 5
    # In full, else in a word, for which what the sheet is called is shortened.
    said = next((words for words in (more, _("more")) if width_of(left) + width_of(words) + taken <= width), _("more")) if more else ""
    line: Line = [begin, Span(f" {shortened(left, width - taken + 4 - (width_of(said) + 4 if said else 0))} ", "strong")]
    end: Line = [Span(f" {said} ", "strong"), last] if said else [last]
    if right and line_width(line) + width_of(right) + 4 + line_width(end) <= width:
        end = [Span(f" {right} "), *([rule, *end] if len(end) > 1 else end)]
    return [[*line, Span(glyphs.double * max(0, width - line_width(line) - line_width(end)), "rule"), *end]]


def more_of(cursor: Cursor) -> str:
    """Return in words on which side of the view a page goes on; nothing where all of it is in view."""
    cursor.page.grow(cursor.top + cursor.height + 1)
    below = len(cursor.page.lines) > cursor.top + cursor.height
    if cursor.top and below:
        return _("more above and below")
    return _("more below") if below else _("more above") if cursor.top else ""


def goes_on(cursor: Cursor) -> bool:
    """Return whether a page goes on below the view."""
    bottom = cursor.top + cursor.height - cursor.foot
    cursor.page.grow(bottom + 1)
    return len(cursor.page.lines) > bottom


def too_small(width: int) -> list[Line]:
    """Return the one thing that a window shows which is too small for anything else."""
    words = _("Window too small: {width} x {height} needed").format(width=SMALLEST[0], height=SMALLEST[1])
    return wrap([Span(words)], width)
