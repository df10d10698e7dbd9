"""The sheet: it comes up from the lower edge over the page, whose lines above it stay where they are."""

from __future__ import annotations

from collections.abc import Callable

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.geometry import Size

from ...i18n import _
from ...output.glyphs import Glyphs
from ...output.lines import Line, shortened
from ..frame import HEAD, more_of, sheet_title
from ..pages.measure import LOW, edge
from ..sheets import Sheet
from ..styles import Styles
from .bar import Bar
from .prompt import Prompt
from .reader import Reader


class SheetView(Vertical):
    """Shows a sheet, or nothing."""

    ALLOW_SELECT = False

    def __init__(self, styles: Callable[[], Styles], glyphs: Glyphs, moved: Callable[[], None]) -> None:
        super().__init__(id="sheet")
        self.can_focus = False
        # Shown and hidden without a class: to look for the rules of one takes a fifth of what a key may take until a source is there.
        self.display = False
        self.sheet: Sheet | None = None
        """What is shown, None while nothing is."""
        self.rows = 0
        """Rows that it takes."""
        self._glyphs = glyphs
        self._title = Bar(self._title_lines, styles, id="sheet-title", ascii_only=not glyphs.utf8)
        self.reader = Reader(styles, moved, id="sheet-reader", ascii_only=not glyphs.utf8)
        """The view of its page."""

    @property
    def covers(self) -> bool:
        """Whether it leaves nothing of the page in view."""
        return self.sheet is not None and self.rows >= self.screen.size.height - HEAD - 1

    def compose(self) -> ComposeResult:
        """Yield title and page; the prompt comes once the first screen is there."""
        yield self._title
        yield self.reader

    def show(self, sheet: Sheet, width: int, height: int) -> int:
        """Show a sheet on a screen of that size, where it was left if it lay below another one; return the rows that it takes."""
        self.sheet = sheet
        self.fit(width, height)
        self.set_class(bool(sheet.prompt), "-prompt")
        self.set_class(sheet.whole, "-whole")
        self.reader.open(sheet.layout, sheet.left, expected=Size(width, max(1, self.rows - (not sheet.whole) - bool(sheet.prompt))))
        self._title.refresh()
        return self.rows

    def renew(self, sheet: Sheet, width: int, height: int) -> int:
        """Show a sheet in the place of one of its kind, at the same place on its page; return the rows that it takes."""
        self.sheet = sheet
        self.fit(width, height)
        self.reader.open(sheet.layout, self.reader.cursor.place())
        self._title.refresh()
        return self.rows

    def fit(self, width: int, height: int) -> int:
        """Take as many rows as the page needs and the screen allows; return them."""
        if not self.sheet:
            return 0
        self.display = not self.screen.has_class("-tiny")
        for prompt in self.query(Prompt):
            prompt.start_at(edge(width))
        if self.sheet.whole:
            self.rows = height
            self.styles.height = height
            self.styles.offset = (0, 0)
            return height
        if height < LOW and not self.sheet.low:
            self.rows = height - 2
        elif self.sheet.prompt:
            # It stays as it is while words are typed.
            self.rows = height - 4
        else:
            needed = len(self.sheet.layout(width, height).lines) + 2
            self.rows = min(height - 4 if self.sheet.tall else height // 2, max(needed, 6))
        self.styles.height = self.rows
        self.styles.offset = (0, height - 1 - self.rows)
        return self.rows

    def close(self) -> None:
        """Show nothing."""
        self.sheet = None
        self.rows = 0
        self.display = False

    def show_line(self, ref: str) -> None:
        """Bring the lines into view that lead there."""
        cursor = self.reader.cursor
        found = [number for number, line in enumerate(cursor.page.lines) if any(span.ref == ref for span in line)]
        if found:
            below = found[-1] + 1 - (cursor.top + cursor.height)
            self.reader.move(lambda: cursor.scroll(min(0, found[0] - cursor.top) or max(0, below)))

    def moved(self) -> None:
        """Say anew on which side of the view the page goes on."""
        self._title.update()

    def ask(self) -> Prompt:
        """Return the line to type into, with what the sheet asks for in it."""
        prompt = self.prepare()
        words = shortened(_(self.sheet.prompt), self.screen.size.width - 7) if self.sheet else ""
        if not self._glyphs.utf8:
            from ...output.ascii import to_ascii

            words = to_ascii(words)
        prompt.placeholder = words
        prompt.start_at(edge(self.screen.size.width))
        return prompt

    def prepare(self) -> Prompt:
        """Return the line to type into, which is made where there is none yet: that takes longer than a key may."""
        found = self.query(Prompt)
        if found:
            return found.first(Prompt)
        prompt = Prompt("", id="prompt")
        self.mount(prompt, before=self.reader)
        return prompt

    def again(self) -> None:
        """Lay the page out anew, for instance because another place is marked."""
        self.reader.again()
        self._title.refresh()

    def _title_lines(self, width: int) -> list[Line]:
        return sheet_title(*self.sheet.title(), width, self._glyphs, more_of(self.reader.cursor)) if self.sheet else []
