"""Where references lead, and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...i18n import _
from .. import terminal, texts
from ..navigator import TIMELINE

if TYPE_CHECKING:
    from ...brief.briefing import Briefing
    from ..navigator import Navigator
    from ..page import Place
    from .reading import ReadingScreen


class Paths:
    """Follows references on a screen."""

    def __init__(self, screen: ReadingScreen) -> None:
        self.screen = screen
        self.reader = screen.reader

    @property
    def briefing(self) -> Briefing:
        """The brief that is read by now."""
        return self.screen.briefing

    @property
    def navigator(self) -> Navigator:
        """Its tabs and places."""
        return self.screen.navigator

    def follow(self, ref: str) -> None:
        """Go where a reference leads."""
        kind, __, name = ref.partition(":")
        index = self.briefing.index
        if kind in ("cite", "note"):
            citation = index.citations[int(name)]
            self.reader.move(lambda: self.reader.cursor.find_spot(f"cite:{citation.number}"))
            self.screen.show_source(citation.key, citation.number)
        elif kind == "source":
            self.screen.show_source(name)
        elif kind == "place":
            self.go_to_citation(int(name))
        elif kind == "finding":
            self.jump(index.entry(name).section.id, f"finding:{index.entry(name).address}")
        elif kind == "event":
            self.jump(TIMELINE, f"event:{name}")
        elif kind == "section":
            self.jump(name, "" if any(tab.id == name for tab in self.navigator.tabs) else self._first_of(name))
        elif kind == "on":
            tab, __, stop = name.partition(" ")
            self.jump(tab, stop)
        elif kind == "stop":
            self.jump(self.navigator.tab.id, name)
        elif kind == "tab":
            self.screen.open_tab(next(number for number, tab in enumerate(self.navigator.tabs) if tab.id == name))
        elif kind == "actor":
            self._meet(name)
        elif kind == "measure":
            self._fold(name)
        elif kind == "match":
            self.screen.actions.run("found")
        elif kind == "brief":
            self.screen.shelving.open(name)
        elif kind == "choose":
            self.screen.shelving.turn(name)
        elif kind == "theme":
            self.screen.actions.run("keep")
        elif kind == "copying":
            self.screen.actions.run("copy-letter", name)
        elif kind == "open":
            self.open_address(name)
        elif kind == "command":
            self.screen.actions.run(name) if name != "tab" else None

    def _meet(self, name: str) -> None:
        """Show the card of an actor, over the list or the card that lies there."""
        from ..actor_sheets import ActorSheet, ActorsSheet

        over = isinstance(self.screen.sheet.sheet, ActorsSheet | ActorSheet)
        self.screen.show_sheet(ActorSheet(self.briefing, name), over=over)

    def _fold(self, name: str) -> None:
        from ..evidence_sheet import EvidenceSheet

        sheet = self.screen.sheet
        if isinstance(sheet.sheet, EvidenceSheet):
            sheet.sheet.fold(name)
            sheet.again()

    def _first_of(self, section: str) -> str:
        """The first finding of a section."""
        return next((f"finding:{entry.address}" for entry in self.briefing.index.entries if entry.section.id == section), "")

    def jump(self, section: str, stop: str, spot: str = "") -> None:
        """Go to a stop or a citation on the tab of a section; the place that is left can be gone back to."""
        reader = self.reader
        with self.screen.app.batch_update():
            self.screen.close_sheet()
            self.navigator.leave(reader.cursor.place())
            self.screen.open_tab(self.navigator.tab_of(section), jump=False)
            if stop:
                # What the words leave out is shown again, since it was asked for.
                found = reader.move(lambda: reader.cursor.find(stop))
                if not found and self.navigator.words and self.screen.filter.clear():
                    reader.move(lambda: reader.cursor.find(stop))
            else:
                reader.move(reader.cursor.first)
            if spot:
                reader.move(lambda: reader.cursor.find_spot(spot))

    def go_to_citation(self, number: int) -> None:
        """Go to the place of a citation."""
        citation = self.briefing.index.citations[number]
        section = self.briefing.index.entry(citation.address).section.id
        self.jump(section, f"finding:{citation.address}", f"cite:{number}")

    def follow_event(self) -> None:
        """Go to the event of which the current finding tells; from an event to the next one of the same finding."""
        from ...output.happenings import events_of, findings_of

        briefing, cursor = self.briefing, self.reader.cursor
        here = None
        if self.navigator.tab.kind == "timeline":
            ident = cursor.current.id.removeprefix("event:") if cursor.current else ""
            here = next((event for event in briefing.brief.events if event.id == ident), None)
            address = next(iter(findings_of(briefing, here)), "") if here else ""
        else:
            address = texts.finding_at(cursor)
        events = events_of(briefing, address) if address else []
        if not events or events == [here]:
            none = _("no event tells of this finding") if address else _("no finding is current here")
            self.screen.say(_("no other event belongs to its finding") if self.navigator.tab.kind == "timeline" else none)
            return
        number = (events.index(here) + 1) % len(events) if here else 0
        self.follow(f"event:{events[number].id}")
        if len(events) > 1:
            said = _("event {number} of {count} that the finding tells of; w goes on")
            self.screen.say(said.format(number=number + 1, count=len(events)))

    def open_address(self, address: str) -> None:
        """Open an address in a browser, or show it where none can be had."""
        reason = terminal.no_browser()
        if not reason and terminal.open_address(address):
            self.screen.say(_("handed to the browser"))
            return
        self.screen.show_address(address, reason or _("The browser did not start. This is the address:"))

    def step(self, found: tuple[int, Place] | None, otherwise: str) -> None:
        """Go to a tab and a place on it, or say why not."""
        if not found:
            self.screen.say(otherwise)
            return
        with self.screen.app.batch_update():
            self.screen.open_tab(found[0], jump=False)
            self.reader.move(lambda: self.reader.cursor.go(found[1]))
