"""What a sheet can hold: a source, the help, the themes, the palette, an address."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..i18n import N_, _
from ..output.lines import Line, Span, beside, clean, fit, indent, shortened, width_of
from ..output.wrapping import wrap
from .page import Page, Place, Stop
from .pages.measure import edge, room
from .palette import HITS, Palette

if TYPE_CHECKING:
    from ..brief.briefing import Briefing
    from ..output.glyphs import Glyphs
    from ..output.themes import Theme
    from .navigator import Navigator, Tab

_LIST = 60
"""Most cells of a line of the list of themes."""


class Sheet:
    """What a sheet holds: its name among the places of commands, its title and its page."""

    where = ""
    """Which commands work while it lies on top."""
    tall = False
    """Whether it may take more than half of the rows."""
    whole = False
    """Whether it takes the whole screen, with nothing around it; the mouse is the terminal's then."""
    low = False
    """Whether it leaves rows of the page in view on a screen with few of them."""
    left: Place | None = None
    """Where one was on its page when another sheet was laid over it."""
    stays = False
    """Whether it comes back when a source is closed that was opened from it."""
    prompt = ""
    """What is asked for in a line at its top; empty for no such line."""
    words = ""
    """What stands in that line."""

    def clear(self) -> bool:
        """Show all again, where it was narrowed down by a line that can be taken away; False where it was not."""
        return False

    def title(self) -> tuple[str, str]:
        """Return what stands at the left and at the right of the rule above it."""
        raise NotImplementedError

    def layout(self, width: int, height: int) -> Page:
        """Return its page."""
        raise NotImplementedError

    def renewed(self, navigator: Navigator) -> Sheet | None:
        """Return the sheet as it is after the brief has been read anew; None where what it shows is gone."""
        return self


class SourceSheet(Sheet):
    """A work, reached from a citation or from the list of works."""

    where = "source"

    def __init__(self, briefing: Briefing, key: str, citation: int | None = None) -> None:
        self.briefing = briefing
        self.key = key
        """Key of the work."""
        self.places = briefing.index.places(key)
        """The citations that point to it."""
        numbers = [place.number for place in self.places]
        self.place = numbers.index(citation) if citation in numbers else -1
        """Index of the place that is marked, -1 for none."""
        self._made: tuple[tuple[int, int], Page] | None = None

    def title(self) -> tuple[str, str]:
        """Return the work's number, and what kind of work it is."""
        from .pages import source_sheet

        label = self.places[self.place].label if self.place >= 0 else self.briefing.index.label(self.key)
        return source_sheet.title(self.briefing, self.key, label)

    def layout(self, width: int, height: int) -> Page:
        """Return the page of the work; it is asked for twice, first to see how long it is."""
        from .pages import source_sheet

        made_for = width, self.place
        if not self._made or self._made[0] != made_for:
            self._made = made_for, source_sheet.source_sheet(self.briefing, self.key, self.place, width)
        return self._made[1]

    def renewed(self, navigator: Navigator) -> Sheet | None:
        """Return the sheet of the same work, with the place marked that is as far on; None where there is no such work any more."""
        try:
            navigator.briefing.index.work(self.key)
        except KeyError:
            return None
        sheet = SourceSheet(navigator.briefing, self.key)
        sheet.place = min(self.place, len(sheet.places) - 1)
        return sheet

    def walk(self, by: int) -> bool:
        """Mark the next or the previous place; False at the ends."""
        place = self.place + by if self.place >= 0 else (0 if by > 0 else len(self.places) - 1)
        if not 0 <= place < len(self.places):
            return False
        self.place = place
        return True


class HelpSheet(Sheet):
    """What a place shows, its keys, and the signs."""

    where = "help"
    tall = True

    def __init__(self, briefing: Briefing, glyphs: Glyphs, place: str) -> None:
        self.briefing = briefing
        self.glyphs = glyphs
        self.place = place
        """The place that it is about, as commands name it."""

    def title(self) -> tuple[str, str]:
        """Return what the place is called, and how to leave the help."""
        from .pages.help import TITLES

        return _("Help: {place}").format(place=_(TITLES[self.place])) if self.place in TITLES else _("Help"), _("Esc closes")

    def layout(self, width: int, height: int) -> Page:
        """Return the page of help."""
        from .pages.help import help_page

        return help_page(width, self.glyphs, self.place, self.briefing)

    def renewed(self, navigator: Navigator) -> Sheet | None:
        """Return the help with the signs of the brief as it is by now."""
        return HelpSheet(navigator.briefing, self.glyphs, self.place)


class ThemeSheet(Sheet):
    """The themes; the one that is current is in use while the sheet lies there."""

    where = "themes"
    low = True

    def __init__(self, before: Theme) -> None:
        from ..output import themes

        self.before = before
        """The theme to go back to."""
        self._titles = themes.titles()
        if all(title.id != before.id for title in self._titles):
            # Given as a file: one can go back to it.
            self._titles.insert(0, themes.Title(before.id, before.name, before.dark))

    def title(self) -> tuple[str, str]:
        """Return the word for themes, and how to leave them as they are."""
        return _("Themes"), _("Esc leaves it as it was")

    def layout(self, width: int, height: int) -> Page:
        """Return a page with a line for each theme."""
        start, space = edge(width), min(_LIST, room(width))
        lines: list[Line] = []
        stops: list[Stop] = []
        for number, title in enumerate(self._titles):
            ref = f"theme:{title.id}"
            ground = _("for a dark ground") if title.dark else _("for a light ground")
            if title.id == self.before.id:
                ground = _("in use")
            name = clean(title.name)
            detail = [Span(ground, "dim", ref)] if width_of(name) + width_of(ground) + 2 <= space else []
            lines.append([Span(" " * start), *beside([Span(name, "", ref)], detail, space)])
            stops.append(Stop(ref, number, number + 1, start - 2, ref))
        first = next(number for number, title in enumerate(self._titles) if title.id == self.before.id)
        return Page(width, lines, stops, first=first)


class AddressSheet(Sheet):
    """An address in full, where no browser can be opened."""

    where = "address"

    def __init__(self, address: str, reason: str) -> None:
        self.address = address
        """The address."""
        self.reason = reason
        """Why it is not opened."""

    def title(self) -> tuple[str, str]:
        """Return what it is."""
        return _("Address"), ""

    def layout(self, width: int, height: int) -> Page:
        """Return the reason and the address; lines of nothing but the address can be taken with the mouse."""
        start, space = edge(width), room(width)
        address = clean(self.address)
        lines = wrap([Span(self.reason)], space)
        lines.append([])
        while address:
            count = fit(address, space)
            lines.append([Span(address[:count], "link", "", self.address)])
            address = address[count:]
        return Page(width, indent(lines, start), text_start=start, text_end=start + space)


class PaletteSheet(Sheet):
    """Commands and tabs and, once there are words to look for, whatever the brief speaks of."""

    where = "palette"
    tall = True
    prompt = N_("A command, a source, a section, a topic, a finding, a name")

    def __init__(self, briefing: Briefing, tabs: Sequence[Tab], works_in: str) -> None:
        self.words = ""
        """What is looked for."""
        self._palette = Palette(briefing, tabs, works_in)
        self._works_in = works_in

    def title(self) -> tuple[str, str]:
        """Return what it is."""
        return _("Palette"), _("Esc closes")

    def layout(self, width: int, height: int) -> Page:
        """Return a page of hits, each on a line, or on two where it needs them."""
        lines: list[Line] = []
        stops: list[Stop] = []
        hits = self._palette.hits(self.words)
        start, space = edge(width), room(width)
        for label, detail, ref, _name in hits[:HITS]:
            detail = clean(detail) if width_of(detail) < width // 3 else ""
            rows = _two_lines(clean(label), ref, space - (width_of(detail) + 2 if detail else 0))
            if detail and len(rows) > 1 and not ref.startswith("command:"):
                # Where it stands must not cost words of what it is.
                whole = _two_lines(clean(label), ref, space)
                rows, detail = (whole, "") if _is_cut(rows) and not _is_cut(whole) else (rows, detail)
            rows[0] = beside(rows[0], [Span(detail, "dim", ref)] if detail else [], space)
            stops.append(Stop(ref, len(lines), len(lines) + len(rows), start - 2, ref))
            lines += indent(rows, start)
        if len(hits) > HITS:
            more = _("There is more; another word leaves less")
            lines += indent(wrap([Span(more, "dim")], space), start)
        if not lines:
            lines = indent([[Span(_("Nothing has these words"))]], start)
        return Page(width, lines, stops)

    def renewed(self, navigator: Navigator) -> Sheet | None:
        """Return the palette of the brief as it is by now, with the same words."""
        sheet = PaletteSheet(navigator.briefing, navigator.tabs, self._works_in)
        sheet.words = self.words
        return sheet


def _is_cut(rows: Sequence[Line]) -> bool:
    return rows[-1][-1].text.endswith("...")


def _two_lines(text: str, ref: str, width: int) -> list[Line]:
    """Return a text as a line, or as two, the second of which ends with dots where that is not enough."""
    first, *rest = wrap([Span(text, "", ref)], width) or [[]]
    if not rest:
        return [first]
    left = " ".join("".join(span.text for span in row) for row in rest)
    return [first, [Span("  ", "", ref), Span(shortened(left, width - 2), "", ref)]]
