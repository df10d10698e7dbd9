"""What can be taken along from a screen: copies of what is current, and findings that are marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...i18n import _
from ...marked import lost_words
from ...output import quoting
from .. import texts
from ..sheets import AddressSheet, SourceSheet
from ..terminal import has_clipboard

if TYPE_CHECKING:
    from .reading import ReadingScreen


class Taking:
    """Copies and marks on a screen."""

    def __init__(self, screen: ReadingScreen) -> None:
        self._screen = screen

    def copy(self, text: str, what: str) -> None:
        """Send a text to the clipboard and say what was done; `what` is what it is, in a word."""
        from ..copy_sheets import PlainSheet

        if not has_clipboard():
            self._screen.show_sheet(PlainSheet(text), over=True)
            return
        self._screen.say(_("{what} {done}").format(what=what, done=self._screen.brief_app.take(text)))

    # Copies

    def do_copy(self) -> None:
        """Copy the current finding with its sources, or what else is current."""
        text, what = texts.at(self._screen.briefing, self._screen.reader.cursor)
        self.copy(text, what) if text else self._screen.say(_("nothing to copy here"))

    def do_copy_what(self) -> None:
        """Ask what is to be copied."""
        from ..copy_sheets import CopySheet
        from ..copying import choices

        screen, sheet = self._screen, self._screen.sheet.sheet
        found = choices(screen.briefing, screen.reader.cursor, sheet.key if isinstance(sheet, SourceSheet) else "")
        if found:
            screen.show_sheet(CopySheet(found), over=True)
        else:
            screen.say(_("nothing to copy here"))

    def do_copy_letter(self, letter: str) -> None:
        """Copy what has the letter."""
        from ..copy_sheets import CopySheet, PlainSheet
        from ..copying import BY_HAND

        sheet = self._screen.sheet.sheet
        if not isinstance(sheet, CopySheet):
            return
        choice = next((choice for choice in sheet.choices if choice.letter == letter), None)
        if choice is None:
            self._screen.say(_("nothing here has this letter"))
            return
        self._screen.close_top()
        if choice.letter == BY_HAND:
            self._screen.show_sheet(PlainSheet(choice.text()), over=True)
        else:
            self.copy(choice.text(), choice.what)

    def do_copy_chosen(self) -> None:
        """Copy what is current in the sheet."""
        self.do_copy_letter(self._screen.sheet.reader.cursor.ref.partition(":")[2])

    def do_copy_reference(self) -> None:
        """Copy the reference of the work in the sheet."""
        sheet = self._screen.sheet.sheet
        if isinstance(sheet, SourceSheet):
            self.copy(quoting.reference(self._screen.briefing, sheet.key), _("reference"))

    def do_copy_address(self) -> None:
        """Copy the address in the sheet."""
        sheet = self._screen.sheet.sheet
        if isinstance(sheet, AddressSheet):
            self.copy(sheet.address, _("address"))

    # Marks

    def do_mark(self) -> None:
        """Mark the current finding, or take its mark away."""
        address = texts.finding_at(self._screen.reader.cursor)
        if address:
            self._turn(address)
        else:
            self._screen.say(_("no finding is current here"))

    def do_marks(self) -> None:
        """Show all findings that are marked."""
        from ..marked_sheet import MarkedSheet

        screen = self._screen
        screen.show_sheet(MarkedSheet(screen.briefing, screen.brief_app.desk.marked))

    def do_unmark(self) -> None:
        """Take the mark of the current line of the list away."""
        from ..marked_sheet import MarkedSheet

        screen = self._screen
        reader = screen.sheet.reader
        # A mark whose finding is lost leads to another one, or nowhere.
        ref = reader.cursor.current.id if reader.cursor.current else ""
        if ref and isinstance(screen.sheet.sheet, MarkedSheet):
            stops, here = reader.cursor.page.stops, reader.cursor.stop
            neighbour = stops[here + 1 if here + 1 < len(stops) else here - 1].id
            self._turn(ref.partition(":")[2])
            screen.renew_sheet(screen.sheet.sheet.renewed(screen.navigator))
            reader.move(lambda: reader.cursor.find(neighbour))

    def do_copy_marks(self) -> None:
        """Copy all findings that are marked."""
        screen = self._screen
        if screen.navigator.marked:
            text = quoting.findings(screen.briefing, screen.navigator.marked)
            lost = lost_words(screen.brief_app.desk.marked.lost(screen.briefing))
            self.copy(text, _("all that is marked ({lost})").format(lost=lost) if lost else _("all that is marked"))
        else:
            screen.say(_("nothing to copy here"))

    def _turn(self, address: str) -> None:
        screen = self._screen
        done = screen.brief_app.desk.marked.turn(screen.navigator.briefing, address)
        screen.navigator.marked = screen.brief_app.desk.marked.of(screen.navigator.briefing)
        screen.reader.again()
        screen.say(done)
