"""What a sheet can hold: a source, the help, the palette, an address."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import commands
from ..i18n import _
from ..output.lines import Line, Span, beside, clean, width_of
from ..output.wrapping import wrap
from .page import Page, Stop

if TYPE_CHECKING:
    from ..brief.briefing import Briefing
    from ..output.glyphs import Glyphs

PALETTE_HITS = 50
"""Most hits that the palette lists."""


class Sheet:
    """What a sheet holds: its name among the places of commands, its title and its page."""

    where = ""
    """Which commands work while it lies on top."""
    tall = False
    """Whether it may take more than half of the rows."""
    prompt = ""
    """What is asked for in a line at its top; empty for no such line."""

    def title(self) -> tuple[str, str]:
        """Return what stands at the left and at the right of the rule above it."""
        raise NotImplementedError

    def layout(self, width: int, height: int) -> Page:
        """Return its page."""
        raise NotImplementedError


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

    def title(self) -> tuple[str, str]:
        """Return the work's number, and what kind of work it is."""
        from .pages import source_sheet

        label = self.places[self.place].label if self.place >= 0 else self.briefing.index.label(self.key)
        return source_sheet.title(self.briefing, self.key, label)

    def layout(self, width: int, height: int) -> Page:
        """Return the page of the work."""
        from .pages import source_sheet

        return source_sheet.source_sheet(self.briefing, self.key, self.place, width)

    def walk(self, by: int) -> bool:
        """Mark the next or the previous place; False at the ends."""
        place = self.place + by if self.place >= 0 else (0 if by > 0 else len(self.places) - 1)
        if not 0 <= place < len(self.places):
            return False
        self.place = place
        return True


class HelpSheet(Sheet):
    """The keys and the signs."""

    where = "help"
    tall = True

    def __init__(self, glyphs: Glyphs) -> None:
        self.glyphs = glyphs

    def title(self) -> tuple[str, str]:
        """Return the word for help, and how to leave it."""
        return _("Help"), _("Esc closes")

    def layout(self, width: int, height: int) -> Page:
        """Return the page of help."""
        from .pages.help import help_page

        return help_page(width, self.glyphs)


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
        space = width - 4
        address = clean(self.address)
        lines = wrap([Span(self.reason)], space)
        lines.append([])
        lines += [[Span(address[at : at + space], "link", "", self.address)] for at in range(0, len(address), space)]
        return Page(width, [[Span("   "), *line] if line else [] for line in lines], text_start=3, text_end=3 + space)


class PaletteSheet(Sheet):
    """Commands and, once there are words to look for, sources, topics and findings."""

    where = "palette"
    tall = True
    prompt = _("Find a command, a source, a topic, a finding")

    def __init__(self, briefing: Briefing, works_in: str) -> None:
        self.briefing = briefing
        self.words = ""
        """What is looked for."""
        self._works_in = works_in

    def title(self) -> tuple[str, str]:
        """Return what it is."""
        return _("Palette"), _("Esc closes")

    def layout(self, width: int, height: int) -> Page:
        """Return a page of hits, one line each."""
        from .pages.source_sheet import shortened

        lines: list[Line] = []
        stops: list[Stop] = []
        for label, detail, ref in self.hits():
            detail = clean(detail) if width_of(detail) < width // 3 else ""
            name = shortened(clean(label), width - 4 - (width_of(detail) + 2 if detail else 0))
            row = beside([Span(name, "", ref)], [Span(detail, "dim", ref)] if detail else [], width - 4)
            stops.append(Stop(ref, len(lines), len(lines) + 1, 1, ref))
            lines.append([Span("   "), *row])
        if not lines:
            lines = [[Span("   "), Span(_("Nothing has these words"))]]
        return Page(width, lines, stops)

    def hits(self) -> list[tuple[str, str, str]]:
        """Return label, detail and reference of everything found, commands first."""
        wanted = self.words.casefold().split()

        def has(*texts: str) -> bool:
            text = " ".join(texts).casefold()
            return all(word in text for word in wanted)

        found = [
            (_(item.help), commands.shown(item.keys[0]), f"command:{item.id}")
            for item in commands.COMMANDS
            if self._works_in in item.where and item.id not in ("palette", "tab") and has(_(item.help), _(item.label))
        ]
        if not wanted:
            return found
        from .pages.sources import haystack

        index = self.briefing.index
        for key in index.sources:
            name = _("Source {label}").format(label=index.label(key))
            if has(name, haystack(self.briefing, key)):
                found.append((f"{name}: {index.short(key)}", "", f"source:{key}"))
        topics = set()
        for entry in index.entries:
            topic = entry.finding.topic
            if topic and (entry.section.id, topic) not in topics and has(topic):
                topics.add((entry.section.id, topic))
                found.append((_("Topic: {topic}").format(topic=topic), entry.section.title, f"finding:{entry.address}"))
        found.extend(
            (entry.finding.headline, entry.section.title, f"finding:{entry.address}")
            for entry in index.entries
            if has(entry.finding.headline)
        )
        phrase = " ".join(wanted)
        # `Source 2` before `Source 20`, and both before a work that has these words somewhere.
        found.sort(key=lambda hit: (not hit[0].casefold().startswith(phrase + ":"), not hit[0].casefold().startswith(phrase)))
        return found[:PALETTE_HITS]
