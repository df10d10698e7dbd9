"""The reader: one widget that shows a page of any length, line by line, with the marks of what is current laid over it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Offset, Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip

from ...output.lines import Line
from ..cursor import Cursor
from ..frame import goes_on
from ..later import later
from ..marks import at, cut, over, row, side_row
from ..page import Page, Place
from ..styles import Styles
from .strips import strip_of

Layout = Callable[[int, int], Page]
"""Makes the page for a width and a height in cells."""
WHEEL = 3
"""Lines that a notch of the mouse wheel moves."""
_AHEAD = 2000
"""Lines that are laid out before anybody asks for them; of a longer page the rest takes memory only where somebody goes there."""
_AT_ONCE, _PAUSE = 100, 0.02
"""Lines that are laid out in one go then, and the seconds between, in which keys are answered."""


class Reader(ScrollView):
    """A page and a place on it. The page is laid out when it is drawn, so that the first frame has it."""

    class Opened(Message):
        """Something on the page was clicked that leads somewhere."""

        def __init__(self, reader: Reader, ref: str) -> None:
            super().__init__()
            self.reader = reader
            self.ref = ref
            """Where it leads, as in `cite:17`."""

    def __init__(self, styles: Callable[[], Styles], moved: Callable[[], None], *, id: str, ascii_only: bool = False) -> None:  # noqa: A002
        super().__init__(id=id)
        self.can_focus = False
        self.cursor = Cursor()
        """Where the reader stands."""
        self._styles = styles
        # A message would come a frame later, and so would what it changes.
        self._moved = moved
        self._ascii = ascii_only
        self.lit: Callable[[Page, int], Sequence[tuple[int, int]]] | None = None
        """Returns the cells of a line of the page that are marked as found."""
        self._layout_page: Layout | None = None
        self._laid_for = Size(0, 0)
        self._expected = Size(0, 0)
        self._place: Place | None = None
        self._growing = False

    @property
    def allow_vertical_scroll(self) -> bool:
        """Scrolling needs no scroll bar here."""
        return True

    @property
    def _room(self) -> Size:
        return self.size or self._expected

    @property
    def place(self) -> Place:
        """Where one is on the page: as it was before the window got another size, until something moves."""
        return self._place or self.cursor.place()

    @property
    def goes_on(self) -> bool:
        """Whether the page goes on below the view."""
        self._fresh()
        return goes_on(self.cursor)

    def open(self, layout: Layout, place: Place | None = None, expected: Size | None = None) -> None:
        """Show another page, at a place on it or at its beginning.

        A reader that has not been on the screen yet takes the `expected` size, so that keys that come before it is there find the page.
        """
        self._layout_page = layout
        self._expected = expected or self._expected
        self._laid_for = Size(0, 0)
        self._place = place
        if self._room:
            self._fresh()
        self.refresh()

    def again(self) -> None:
        """Lay the page out anew, at the same place."""
        if self._layout_page:
            self.open(self._layout_page, self.cursor.place())

    def move(self, step: Callable[[], bool]) -> bool:
        """Take a step of the cursor and draw what it changed; what the step returned is returned."""
        self._fresh()
        cursor = self.cursor
        before = cursor.top, cursor.stop, cursor.spot, cursor.foot
        side = side_row(cursor)
        done = step()
        if (cursor.top, cursor.stop, cursor.spot, cursor.foot) != before:
            self._redraw(*before)
            self._redraw_side(side)
            self._place = None
            self._moved()
        return done

    def _redraw(self, top: int, stop: int, spot: int | None, foot: int) -> None:
        cursor, page = self.cursor, self.cursor.page
        if cursor.top != top or cursor.foot != foot or page.feet:
            self._sync()
            self.refresh()
            return
        for index in {stop, cursor.stop}:
            if index < len(page.stops):
                item = page.stops[index]
                start = max(item.top, cursor.top)
                end = min(item.bottom, cursor.top + self.size.height)
                self.refresh(Region(0, start - cursor.top, self.size.width, max(1, end - start)))

    def _redraw_side(self, before: int | None) -> None:
        now = side_row(self.cursor)
        if now == before:
            return
        if len(self.cursor.page.side) > self.size.height:
            self.refresh()
            return
        for place in (before, now):
            if place is not None and place >= 0:
                self.refresh(Region(0, place, self.size.width, 1))

    def _sync(self) -> None:
        """Tell Textual how long the page is and where the view stands, without another layout of the screen."""
        width, height = self._room
        self.set_reactive(Reader.virtual_size, Size(width, max(height, len(self.cursor.page.lines) + height)))
        self.set_reactive(Reader.scroll_y, float(self.cursor.top))
        self.set_reactive(Reader.scroll_target_y, float(self.cursor.top))

    def _fresh(self) -> None:
        """Lay the page out where the size has changed since."""
        size = self._room
        if not self._layout_page or not size or size == self._laid_for:
            return
        laid = self._laid_for
        if laid and self._place is None:
            self._place = self.cursor.place()
        page = self.cursor.page if laid.width == size.width and laid.height == size.height else self._layout_page(size.width, size.height)
        self._laid_for = size
        # The place outlives a row of resizes: going back to the old size goes back to the old view.
        self.cursor.show(page, size.height, self._place)
        self._sync()
        self.call_later(self._moved)
        self._grow_later()

    def _grow_later(self) -> None:
        page = self.cursor.page
        if page.rest and len(page.lines) < _AHEAD and not self._growing:
            self._growing = True
            later(self, _PAUSE, self._grow)

    def _grow(self) -> None:
        self._growing = False
        self.cursor.page.grow(len(self.cursor.page.lines) + _AT_ONCE)
        self._sync()
        self._grow_later()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Follow what Textual scrolls by itself, while text is being selected."""
        by = round(new_value) - self.cursor.top
        if by:
            self.move(lambda: self.cursor.scroll(by))

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the strips of the rows asked for.

        The offsets that Textual selects by are left out here: they would be made anew for every frame, and only the mouse asks for them.
        """
        self._fresh()
        width = self.size.width
        strips = [self._strip(y, width) for y in range(crop.y, crop.bottom)]
        for line_filter in self.app.get_line_filters():
            strips = [strip.apply_filter(line_filter, self.background_colors[1]) for strip in strips]
        return strips if (crop.x, crop.right) == (0, width) else [strip.crop(crop.x, crop.right) for strip in strips]

    def render_line(self, y: int) -> Strip:
        """Return the strip of one row with the offsets of its characters on the page, as selecting by mouse needs them."""
        self._fresh()
        page, number = self.cursor.page, self.cursor.top + y
        if number >= len(page.lines):
            return Strip([Segment(" " * self.size.width, Style.from_meta({"offset": (0, len(page.lines))}))])
        text = cut(page.lines[number], 0, page.text_end or page.width).ljust(page.text_end or page.width)
        rest = " " * max(0, self.size.width - (page.text_end or page.width))
        return Strip([Segment(text, Style.from_meta({"offset": (0, number)})), Segment(rest)])

    def _strip(self, y: int, width: int) -> Strip:
        return strip_of(self._line(y), width, self._styles(), ascii_only=self._ascii)

    def _line(self, y: int) -> Line:
        cursor = self.cursor
        line = row(cursor, y)
        if self.lit and y < cursor.height - (0 if cursor.covered else cursor.foot) and cursor.top + y < len(cursor.page.lines):
            for cells in self.lit(cursor.page, cursor.top + y):
                line = over(line, *cells, lambda piece: piece._replace(tone=f"{piece.tone} found".strip()))
        selection = self.text_selection
        if selection and (span := self._selected(selection, self.cursor.top + y)):
            line = over(line, *span, lambda piece: piece._replace(tone=f"{piece.tone} cursor".strip()))
        return line

    def _selected(self, selection: Selection, number: int) -> tuple[int, int] | None:
        """The cells of a line that are selected, or None; never more than the text column."""
        page = self.cursor.page
        start = selection.start or Offset(0, self.cursor.top)
        end = selection.end or Offset(page.width, self.cursor.top + self.size.height)
        if not start.y <= number <= end.y or number >= len(page.lines):
            return None
        left = max(page.text_start, start.x if number == start.y else 0)
        right = min(page.text_end or page.width, end.x if number == end.y else page.width)
        words = cut(page.lines[number], left, right).rstrip()
        return (left, left + len(words)) if words else None

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """Return the selected words of the text column, line by line."""
        words = []
        for number in range(len(self.cursor.page.lines)):
            span = self._selected(selection, number)
            words.append(cut(self.cursor.page.lines[number], *span) if span else "")
        return "\n".join(words).strip("\n"), "\n"

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Move on by some lines."""
        event.stop()
        event.prevent_default()
        self.move(lambda: self.cursor.scroll(WHEEL))

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Move back by some lines."""
        event.stop()
        event.prevent_default()
        self.move(lambda: self.cursor.scroll(-WHEEL))

    def on_click(self, event: events.Click) -> None:
        """Make the stop that was clicked current; open what leads somewhere: a reference, or what was current already."""
        event.stop()
        # Textual selects the whole page on a double click otherwise.
        event.prevent_default()
        if self.text_selection:
            return
        span = at(self._line(event.y), event.x)
        cursor = self.cursor
        number = cursor.top + event.y
        on_page = event.y < self.size.height - cursor.foot
        index = cursor.stop_at(number, event.x)
        ref = span.ref if span else ""
        if on_page and index is not None:
            spot = next((spot for spot, item in enumerate(cursor.page.spots) if item.ref == ref), None) if ref else None
            if not ref and index == cursor.stop:
                ref = cursor.page.stops[index].goto
            self.move(lambda: cursor.point(index, spot))
        if ref:
            self.post_message(self.Opened(self, ref))
