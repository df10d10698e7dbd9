"""What the commands do, one method each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...i18n import _
from ...output import quoting
from ...output.lines import clean
from ...output.origins import no_source
from .. import texts
from ..pages.sources import ORDERS, order_name
from ..sheets import HelpSheet, PaletteSheet, Sheet, SourceSheet, ThemeSheet
from .paths import Paths
from .search_actions import SearchActions
from .taking import Taking
from .weighing_actions import WeighingActions

if TYPE_CHECKING:
    from collections.abc import Callable

    from ...brief.briefing import Briefing
    from ..navigator import Navigator
    from ..widgets.reader import Reader
    from .reading import ReadingScreen


_SOURCES = "cite", "source"
"""Kinds of references that open a source."""


class Actions(SearchActions, WeighingActions):
    """Runs commands by their names, on a screen."""

    def __init__(self, screen: ReadingScreen) -> None:
        self.screen = screen
        self.reader = screen.reader
        self.sheet = screen.sheet
        self.paths = Paths(screen)
        """Where references lead."""
        self.taking = Taking(screen)
        """Copies and marks."""

    @property
    def briefing(self) -> Briefing:
        """The brief that is read by now."""
        return self.screen.briefing

    @property
    def navigator(self) -> Navigator:
        """Its tabs and places."""
        return self.screen.navigator

    def run(self, ident: str, key: str = "") -> None:
        """Run a command; `key` is the key that was pressed."""
        name = "do_" + ident.replace("-", "_")
        method = getattr(self, name, None) or getattr(self.taking, name)
        method(key) if ident in ("tab", "copy-letter") else method()

    @property
    def _on_top(self) -> Reader:
        return self.sheet.reader if self.sheet.sheet else self.reader

    # Moving

    def do_next(self) -> None:
        """Go to the next citation."""
        if not self.reader.move(self.reader.cursor.next):
            self.screen.say(_("no citation follows on this tab") if self.navigator.tab.kind == "section" else _("this is the last one"))

    def do_previous(self) -> None:
        """Go to the previous citation."""
        if not self.reader.move(self.reader.cursor.previous):
            self.screen.say(_("this is the first one"))

    def do_down(self) -> None:
        """Go to the next finding, or on by a line."""
        self._on_top.move(self._on_top.cursor.down)

    def do_up(self) -> None:
        """Go to the previous finding, or back by a line."""
        self._on_top.move(self._on_top.cursor.up)

    def do_page_down(self) -> None:
        """Go on by a page."""
        self._on_top.move(self._on_top.cursor.page_down)

    def do_page_up(self) -> None:
        """Go back by a page."""
        self._on_top.move(self._on_top.cursor.page_up)

    def do_first(self) -> None:
        """Go to the beginning."""
        self._on_top.move(self._on_top.cursor.first)

    def do_last(self) -> None:
        """Go to the end."""
        self._on_top.move(self._on_top.cursor.last)

    def do_tab(self, key: str) -> None:
        """Open the tab of that number."""
        self.screen.open_tab(int(key) - 1)

    def do_sources(self) -> None:
        """Open the list of works."""
        self.screen.open_tab(len(self.navigator.tabs) - 1)

    def do_backward(self) -> None:
        """Go to the place that was left last."""
        found = self.navigator.backward(self.reader.cursor.place())
        if found or not self.screen.shelving.backward():
            self.paths.step(found, _("nothing to go back to"))

    def do_forward(self) -> None:
        """Go forward again."""
        found = self.navigator.forward(self.reader.cursor.place())
        if found or not self.screen.shelving.forward():
            self.paths.step(found, _("nothing to go forward to"))

    def do_back(self) -> None:
        """Leave the filter, or go back to where one came from, or let no citation be current."""
        if self.screen.filter.clear() or self.screen.searching.end():
            return
        found = self.navigator.backward(self.reader.cursor.place())
        if found:
            self.paths.step(found, "")
        else:
            self.reader.move(self.reader.cursor.release)

    # Opening

    def do_open(self) -> None:
        """Open the citation, or where the current line leads, or the first source of the current finding."""
        cursor = self.reader.cursor
        if not cursor.ref and cursor.current and cursor.current.id.startswith("finding:"):
            self.reader.move(cursor.first_citation)
            if cursor.spot is None:
                self.screen.say(no_source(self.briefing.index))
        if cursor.ref:
            self.paths.follow(cursor.ref)

    def do_address(self) -> None:
        """Open the address of the source that is meant."""
        keys = texts.keys_at(self.briefing, self.reader.cursor)
        self._open_first(keys[0] if keys else "")

    def do_source_address(self) -> None:
        """Open the address of the source in the sheet."""
        if isinstance(self.sheet.sheet, SourceSheet):
            self._open_first(self.sheet.sheet.key)

    def _open_first(self, key: str) -> None:
        address = quoting.address(self.briefing, key) if key else ""
        if address:
            self.paths.open_address(address)
        else:
            self.screen.say(_("no address is known"))

    def do_filter(self) -> None:
        """Ask for words that the works must have."""
        self.screen.filter.ask()

    def do_filter_events(self) -> None:
        """Ask for words that the events must have."""
        self.screen.filter.ask()

    def do_when(self) -> None:
        """Go to the event of which the finding tells; from there to the next event of the same finding."""
        self.paths.follow_event()

    def do_list(self) -> None:
        """Leave the filter's line."""
        self.screen.filter.leave()

    def do_clear(self) -> None:
        """Show all works, or all events, again."""
        self.screen.filter.clear()

    def do_order(self) -> None:
        """Put the works in the next order."""
        navigator = self.navigator
        navigator.order = ORDERS[(ORDERS.index(navigator.order) + 1) % len(ORDERS)]
        self.reader.open(navigator.layout)
        self.screen.say(order_name(navigator.order, self.briefing))

    def do_originals(self) -> None:
        """Show the report's own words at findings to be written, or hide them."""
        self.screen.show_originals()

    def do_help(self) -> None:
        """Show the help on the place where one is."""
        self.screen.show_sheet(HelpSheet(self.briefing, self.screen.glyphs, self.screen.where), over=True)

    def do_help_on_sheet(self) -> None:
        """Show the help in the place of the sheet."""
        self.do_help()

    def do_close_help(self) -> None:
        """Close the help again."""
        self.screen.close_top()

    def do_palette(self) -> None:
        """Show the palette, with the commands that work on the page below."""
        self.screen.show_sheet(PaletteSheet(self.briefing, self.navigator.tabs, self.navigator.tab.kind))

    def do_language(self) -> None:
        """Show the headlines, or the brief, in the next language it has."""
        from .tongues import next_tongue

        next_tongue(self.screen)

    def do_theme(self) -> None:
        """Show the themes."""
        self.screen.show_sheet(ThemeSheet(self.screen.brief_app.looks.theme), over=True)

    def do_next_theme(self) -> None:
        """Try the next theme, after the last one the first."""
        reader = self.sheet.reader
        if not reader.move(reader.cursor.next):
            reader.move(reader.cursor.first)

    def do_keep(self) -> None:
        """Keep the theme that is shown."""
        if isinstance(self.sheet.sheet, ThemeSheet):
            theme = self.screen.brief_app.keep_theme()
            self.sheet.sheet.before = theme
            self.screen.close_top()
            self.screen.say(_("theme: {name}").format(name=clean(theme.name)))

    def do_restore(self) -> None:
        """Go back to the theme that was in use."""
        self.screen.close_top()

    def do_briefs(self) -> None:
        """Show all briefs."""
        self.screen.shelving.show()

    def do_actors(self) -> None:
        """Show all actors."""
        if not self.briefing.brief.actors:
            self.screen.say(_("this brief names no actors"))
            return
        from ..actor_sheets import ActorsSheet

        self.screen.show_sheet(ActorsSheet(self.briefing))

    def do_visit(self) -> None:
        """Go where the current line of a list of actors or of a card leads."""
        self.do_unfold()

    def do_unfold(self) -> None:
        """Show or hide the findings of a count, or go to a finding."""
        if ref := self.sheet.reader.cursor.ref:
            self.paths.follow(ref)

    def do_pick(self) -> None:
        """Open the current brief of the list."""
        self.screen.shelving.pick()

    def do_copy_fault(self) -> None:
        """Copy where the problem of a broken brief is."""
        self.screen.shelving.copy_place()

    # In a sheet

    def do_close(self) -> None:
        """Close the sheet, or what lies over it; of a list that was narrowed down show all again."""
        sheet = self.sheet.sheet
        if sheet and sheet.clear():
            self._again(sheet)
        else:
            self.screen.close_top()

    def do_filter_actors(self) -> None:
        """Ask for words that the actors must have."""
        from ..actor_sheets import ActorsSheet

        sheet = self.sheet.sheet
        if isinstance(sheet, ActorsSheet):
            sheet.ask()
            self._again(sheet)

    def _again(self, sheet: Sheet) -> None:
        """Show the sheet on top anew, with or without a line to type into, at the same place."""
        sheet.left = self.sheet.reader.cursor.place()
        self.screen.show_sheet(sheet)

    def do_go(self) -> None:
        """Go to the marked place."""
        sheet = self.sheet.sheet
        if isinstance(sheet, SourceSheet) and sheet.places:
            self.paths.go_to_citation(sheet.places[max(0, sheet.place)].number)
        else:
            self.screen.say(_("no finding cites it"))

    def do_run(self) -> None:
        """Do what the current line of the palette says."""
        ref = self.sheet.reader.cursor.ref
        self.screen.close_sheet()
        if ref:
            self.paths.follow(ref)

    def do_next_source(self) -> None:
        """Show the source of the next citation."""
        self._other_source(lambda: self.reader.cursor.next(*_SOURCES), _("no citation follows on this tab"))

    def do_previous_source(self) -> None:
        """Show the source of the previous citation."""
        self._other_source(lambda: self.reader.cursor.previous(*_SOURCES), _("this is the first one"))

    def _other_source(self, step: Callable[[], bool], otherwise: str) -> None:
        with self.screen.app.batch_update():
            if self.reader.move(step):
                self.paths.follow(self.reader.cursor.ref)
            else:
                self.screen.say(otherwise)

    def do_next_place(self) -> None:
        """Mark the next place that cites the work."""
        self._walk(1)

    def do_previous_place(self) -> None:
        """Mark the previous place that cites the work."""
        self._walk(-1)

    def _walk(self, by: int) -> None:
        sheet = self.sheet.sheet
        if isinstance(sheet, SourceSheet):
            if sheet.walk(by):
                self.sheet.again()
                self.sheet.show_line(f"place:{sheet.places[sheet.place].number}")
            else:
                self.screen.say(_("no other place cites it") if len(sheet.places) < 2 else _("no further place"))

    # The screen

    def do_redraw(self) -> None:
        """Draw everything again."""
        redraw = getattr(self.screen.app._driver, "redraw", None)  # other platforms have Textual's own driver, which forgets nothing
        if redraw:
            redraw()
        self.screen.refresh()

    # The file

    def do_edit(self) -> None:
        """Open the file in the editor."""
        self.screen.preview.edit()

    def do_edit_problem(self) -> None:
        """Open the file in the editor, at the current problem."""
        self.screen.preview.edit()

    def do_problems(self) -> None:
        """Show what is wrong with the file."""
        self.screen.preview.show()

    def do_hide(self) -> None:
        """Hide the problems."""
        self.screen.preview.hide()

    def do_copy_place(self) -> None:
        """Copy file and line of the current problem."""
        self.screen.preview.copy()

    # Leaving

    def do_quit(self) -> None:
        """Leave."""
        self.screen.app.exit()

    def do_quit_waiting(self) -> None:
        """Leave, with nothing read."""
        self.screen.app.exit()

    def do_leave(self) -> None:
        """Leave at once."""
        self.screen.app.exit()

    def do_suspend(self) -> None:
        """Go to the shell for a while."""
        self.screen.brief_app.pause()
