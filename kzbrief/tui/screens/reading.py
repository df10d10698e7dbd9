"""The screen on which a brief is read: head, page and footer, and a sheet that may lie over the page."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, ClassVar, cast

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.reactive import Reactive
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input

from ... import commands, i18n
from ...output.lines import Line
from ...toml.problems import DocumentError
from .. import frame
from ..ahead import make_ready
from ..keeping import place_after, stop_after
from ..navigator import FILTERED, Navigator
from ..page import Place
from ..sheets import AddressSheet, Sheet, SourceSheet, ThemeSheet
from ..styles import Styles
from ..widgets.bar import Bar
from ..widgets.prompt import Prompt
from ..widgets.reader import Reader
from ..widgets.sheet import SheetView
from . import keys
from .actions import Actions
from .filter import Filter
from .library import Library
from .preview import Preview
from .searching import Searching
from .shelving import Shelving

if TYPE_CHECKING:
    from ...brief.briefing import Briefing
    from ..app import BriefApp

_ENTER = {"briefs": "pick", "choosing": "compare-chosen", "actors": "visit", "find": "found", "library": "found"}
"""What Enter does in a line to type into, by the place it belongs to; in the palette it runs a command."""


class ReadingScreen(Screen[None]):
    """Shows a brief."""

    AUTO_FOCUS = None
    BINDINGS: ClassVar[list[BindingType]] = keys.bindings()
    focused: Reactive[Widget | None] = Reactive(None, repaint=False)
    """The line that is typed into. Nothing else looks different then, though Textual would draw the whole screen again."""

    def __init__(self, navigator: Navigator, place: Place | None = None) -> None:
        super().__init__()
        self.glyphs = glyphs = navigator.glyphs
        """What drawings are made of."""
        self.navigator = navigator
        """Tabs and places."""
        self.message = ""
        """A word in the footer until the next key."""
        self._place = place
        self._below: list[Sheet] = []
        self._left: tuple[int, int | None, int] | None = None
        plain = not glyphs.utf8
        self.reader = Reader(self._styles, self._moved, id="reader", ascii_only=plain)
        """The view of the page."""
        self.sheet = SheetView(self._styles, glyphs, self._moved_in_sheet)
        """The view of the sheet."""
        self.filter = Filter(self)
        """The line that narrows a page down."""
        self._head = Bar(self._head_lines, self._styles, id="head", ascii_only=plain)
        self.actions = Actions(self)
        """What the commands do."""
        self.shelving = Shelving(self)
        """The way to other briefs."""
        self.searching = Searching(self)
        """What was looked for in the brief."""
        self.reader.lit = self.searching.ranges
        self.library = Library(self)
        """Searches all briefs."""
        self.preview = Preview(self)
        """What keeps the screen like the file."""
        self._foot = Bar(self._foot_lines, self._styles, id="foot", ascii_only=plain)

    def compose(self) -> ComposeResult:
        """Yield the parts of the screen; the lines to type into come later."""
        yield self.sheet
        yield self._head
        yield self.reader
        yield self._foot
        self.reader.open(self.navigator.layout, self._place)

    def on_mount(self) -> None:
        """Get the rest ready once the first screen is there."""
        # At once, since a line to type into ends any selection by the mouse when it comes.
        self.call_after_refresh(self.sheet.prepare)
        make_ready(self)
        self.preview.follow()

    def on_unmount(self) -> None:
        """Watch no file any more."""
        self.preview.stop()

    @on(Preview.Read)
    def _read(self, event: Preview.Read) -> None:
        self.preview.take(event.path, event.outcome)

    @property
    def where(self) -> str:
        """What lies on top, as commands name it."""
        if self.sheet.sheet:
            return self.sheet.sheet.where
        return "filter" if isinstance(self.focused, Prompt) else self.navigator.tab.kind

    @property
    def briefing(self) -> Briefing:
        """The brief."""
        return self.navigator.briefing

    @property
    def brief_app(self) -> BriefApp:
        """The app that the screen belongs to."""
        return cast("BriefApp", self.app)

    def _styles(self) -> Styles:
        return self.brief_app.looks

    # What is drawn around the page

    def _head_lines(self, width: int) -> list[Line]:
        below = not self.sheet.covers and self.reader.goes_on
        return frame.head(self.briefing, self.navigator.tabs, self.navigator.open, width, self.glyphs, below=below)

    def _foot_lines(self, width: int) -> list[Line]:
        status = () if self.sheet.sheet else frame.status(self.briefing, self.navigator.tab, self.reader.cursor, self.navigator.words)
        if self.navigator.words.strip() and self.where in FILTERED:
            status = frame.narrowed(status)
        greeting = self.preview.notice or self.navigator.greeting
        found = "" if self.sheet.sheet else self.searching.status()
        said = self.message or found or frame.fitting(greeting, self.where, width)
        return [frame.foot(self.where, width, status, "" if self._notice_lines(width) else said)]

    def _notice_lines(self, width: int) -> list[Line]:
        return frame.notice(self.message, width, self.glyphs)

    def say(self, message: str) -> None:
        """Show a word in the footer until the next key; what is too long for it stands above it."""
        self.message = message
        self._foot.update()
        self._place_notice()

    def _place_notice(self) -> None:
        rows = len(self._notice_lines(self.size.width)) if self.size and not self.has_class("-tiny") else 0
        if not self.sheet.sheet:
            self.reader.cursor.covered = rows
        if rows and not self.query("#notice"):
            self.mount(Bar(self._notice_lines, self._styles, id="notice", ascii_only=not self.glyphs.utf8))
        for bar in self.query("#notice").results(Bar):
            bar.styles.height = rows
            bar.styles.offset = (0, self.size.height - 1 - rows)
            bar.display = bool(rows)
            bar.update()

    def refresh_foot(self) -> None:
        """Draw the footer again where it says something else by now."""
        self._foot.update()

    # Keys and mouse

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let only those commands run that work where one is."""
        if action != "command":
            return True
        command = commands.find(str(parameters[0]))
        return command.id in ("leave", "quit") if self.has_class("-tiny") else self.where in command.where

    def action_command(self, ident: str, key: str = "") -> None:
        """Run a command."""
        if self.message or self.navigator.greeting:
            self.navigator.greeting = ()
            self.say("")
        self.actions.run(ident, key)

    def on_key(self, event: events.Key) -> None:
        """Answer a key that does nothing here."""
        keys.answer(self, event)

    @on(Bar.Clicked)
    def _bar_clicked(self, event: Bar.Clicked) -> None:
        self.actions.paths.follow(event.ref)

    @on(Reader.Opened)
    def _opened(self, event: Reader.Opened) -> None:
        self.actions.paths.follow(event.ref)

    def _moved(self) -> None:
        self._head.update()
        self._foot.update()

    def _moved_in_sheet(self) -> None:
        self.sheet.moved()
        stop = self.sheet.reader.cursor.current
        if isinstance(self.sheet.sheet, ThemeSheet) and stop and stop.id.startswith("theme:"):
            self.brief_app.try_theme(stop.id.removeprefix("theme:"), self.sheet.sheet.before)

    def on_resize(self, event: events.Resize) -> None:
        """Say so where the window is too small; give the sheet the rows that it may have."""
        columns, rows = frame.SMALLEST
        tiny = event.size.width < columns or event.size.height < rows
        if tiny and not self.query("#tiny"):
            self.mount(Bar(frame.too_small, self._styles, id="tiny"))
        self.set_class(tiny, "-tiny")
        self._place_notice()
        self.filter.fit(event.size.width)
        if self.sheet.sheet:
            rows = self.sheet.fit(event.size.width, event.size.height)
            self.reader.move(lambda: self.reader.cursor.cover(rows))
            self._head.update()

    # Briefs, tabs and sheets

    def show_briefing(self, navigator: Navigator, place: Place | None = None) -> None:
        """Show another brief, or the same one read anew, on its navigator's open tab; at a place on it, else at its beginning.

        All is drawn in one go. Sheets stay as they are: whoever calls closes them, or renews them.
        """
        if self.navigator.originals is not None:
            with suppress(DocumentError):
                navigator.show_originals(True)
        navigator.marked = self.brief_app.desk.marked.of(navigator.briefing)
        with self.app.batch_update():
            self.navigator = navigator
            self.searching.renew()
            self.filter.show()
            self.reader.open(navigator.layout, place)
            self._head.refresh()
            self._foot.refresh()
        self.preview.follow()
        make_ready(self)

    def show_originals(self) -> None:
        """Show the report's own words at findings to be written, or hide them."""
        navigator = self.navigator
        try:
            count = navigator.show_originals(navigator.originals is None)
        except DocumentError as error:
            self.say(error.problems[0].message)
            return
        self.reader.open(navigator.layout, self.reader.cursor.place())
        if navigator.originals is None:
            self.say(i18n._("the report's own words are hidden"))
        else:
            said = i18n.ngettext("{count} finding has the report's own words", "{count} findings have the report's own words", count)
            self.say(said.format(count=count) if count else i18n._("no finding has the report's own words above it in the file"))

    def open_tab(self, index: int, *, jump: bool = True) -> None:
        """Open a tab at the place where it was left; everything is drawn in one go. A jump can be gone back from."""
        if not 0 <= index < len(self.navigator.tabs):
            self.say(i18n._("there is no tab {number}").format(number=index + 1))
            return
        with self.app.batch_update():
            self.close_sheet()
            if index != self.navigator.open:
                here = self.reader.place
                if jump:
                    self.navigator.leave(here)
                place = self.navigator.switch(index, here)
                self.filter.show()
                self.reader.open(self.navigator.layout, place)
                self._head.refresh()
                self._foot.update()

    def renew(self, navigator: Navigator) -> None:
        """Show the same brief read anew, at the same place; sheets stay, but for those of which nothing is left."""
        old, cursor = self.navigator, self.reader.cursor
        desk = self.brief_app.desk
        lost = desk.lost_marks(old.briefing)
        page, place = cursor.page, self.reader.place
        before = cursor.top, cursor.spot, cursor.stop
        stop = stop_after(place.stop, old.briefing, navigator.briefing)
        if self.reader.size and old.tab.kind == navigator.tab.kind:
            laid_out = navigator.layout(*self.reader.size)
            place = place_after(place, stop, page, laid_out, old.meaning, navigator.meaning)
        with self.app.batch_update():
            self.show_briefing(navigator, place)
            if self._left:
                # The sheet is to leave the page where it was, as seen from what is current.
                here = (cursor.spot, cursor.stop) if self._left[1:] == before[1:] else (None, -1)
                self._left = (max(0, self._left[0] + cursor.top - before[0]), *here)
            self._below = [sheet for sheet in (self._renewed(below, navigator) for below in self._below) if sheet]
            if self.sheet.sheet:
                sheet = self.sheet.sheet.renewed(navigator)
                self.renew_sheet(sheet) if sheet else self.close_top()
        if (now := desk.lost_marks(navigator.briefing)) != lost and now:
            self.say(now)

    @staticmethod
    def _renewed(below: Sheet, navigator: Navigator) -> Sheet | None:
        sheet = below.renewed(navigator)
        if sheet:
            sheet.left = below.left
        return sheet

    def renew_sheet(self, sheet: Sheet) -> None:
        """Show a sheet in the place of one of its kind, as it was read anew."""
        with self.app.batch_update():
            rows = self.sheet.renew(sheet, *self.size)
            self.reader.move(lambda: self.reader.cursor.cover(rows))
            self._moved()

    def drop_sheet(self, kind: type[Sheet]) -> None:
        """Take the sheets of a kind away, wherever they lie."""
        self._below = [sheet for sheet in self._below if not isinstance(sheet, kind)]
        if isinstance(self.sheet.sheet, kind):
            self.close_top()

    def show_sheet(self, sheet: Sheet, *, over: bool = False) -> None:
        """Lay a sheet over the page: over the one that lies there, which comes back then, or in its place."""
        cursor = self.reader.cursor
        if self._left is None:
            self._left = cursor.top, cursor.spot, cursor.stop
        if over and self.sheet.sheet:
            self.sheet.sheet.left = self.sheet.reader.cursor.place()
            self._below.append(self.sheet.sheet)
        with self.app.batch_update():
            rows = self.sheet.show(sheet, *self.size)
            self.reader.move(lambda: cursor.cover(rows))
            self._moved()
        self.brief_app.lend_mouse(sheet.whole)
        if sheet.prompt:
            prompt = self.sheet.ask()
            prompt.value = sheet.words
            prompt.action_select_all()  # what is typed takes the place of what was looked for before
            prompt.focus()
        else:
            self.set_focus(None)

    def lies_below(self, sheet: Sheet) -> bool:
        """Return whether a sheet comes back when the one over it is closed."""
        return sheet in self._below

    def close_top(self) -> None:
        """Take the sheet away that lies on top."""
        self._end_trying()
        if self._below:
            self.show_sheet(self._below.pop())
        else:
            self.close_sheet()

    def close_sheet(self) -> None:
        """Take all sheets away; the page goes back to the line at which it was left."""
        self._end_trying()
        self._below.clear()
        if not self.sheet.sheet:
            return
        self.brief_app.lend_mouse(False)
        left, self._left = self._left, None
        with self.app.batch_update():
            self.set_focus(None)
            self.sheet.close()
            if left:
                self.reader.move(lambda: self.reader.cursor.uncover(*left))
            self._moved()

    def _end_trying(self) -> None:
        """Go back to the theme that is kept, where others were tried."""
        if isinstance(self.sheet.sheet, ThemeSheet):
            self.brief_app.wear(self.sheet.sheet.before)

    # Lines to type into

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        if event.input.id == "filter":
            self.filter.typed(event.value)
        elif self.sheet.sheet and self.sheet.sheet.prompt and self.sheet.sheet.words != event.value:
            self.sheet.sheet.words = event.value
            self.sheet.reader.open(self.sheet.sheet.layout)

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        if event.input.id == "filter":
            self.actions.run("list")
        elif self.sheet.sheet:
            self.actions.run(_ENTER.get(self.where, "run"))

    # What can be shown

    def show_source(self, key: str, citation: int | None = None) -> None:
        """Show a work in the sheet."""
        over = self.sheet.sheet is not None and self.sheet.sheet.stays
        self.show_sheet(SourceSheet(self.briefing, key, citation), over=over)

    def show_address(self, address: str, reason: str) -> None:
        """Show an address in full."""
        self.show_sheet(AddressSheet(address, reason), over=True)
