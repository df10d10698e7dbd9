"""The line to type into that narrows a page down to what has certain words: the works, the events."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Input

from ...i18n import _
from ...output.lines import shortened
from ..page import Place
from ..pages.measure import measure
from ..widgets.prompt import Prompt

if TYPE_CHECKING:
    from .reading import ReadingScreen

_AROUND = 7
"""Cells of the line that words cannot have."""
_ABOVE = 3
"""Rows above what was current when all is shown again: somewhat of what stands before it is to be seen."""


class Filter:
    """Narrows the open tab of a screen down."""

    def __init__(self, screen: ReadingScreen) -> None:
        self._screen = screen

    def ask(self) -> None:
        """Let words be typed; what is shown follows each of them."""
        screen = self._screen
        events = screen.navigator.tab.kind == "timeline"
        words = _("A year, a part, a name, words of the event") if events else _("Words of an author, a title, a publication, a language")
        placeholder = shortened(words, screen.size.width - _AROUND)
        found = screen.query("#filter")
        prompt = found.first(Prompt) if found else Prompt(placeholder, id="filter")
        prompt.placeholder = placeholder
        self._fill(prompt)
        prompt.start_at(measure(screen.size.width).start)
        if not found:
            screen.mount(prompt, before=screen.reader)
        screen.add_class("-filter")
        prompt.focus()
        screen.refresh_foot()

    def typed(self, words: str) -> None:
        """Show what has the words."""
        screen = self._screen
        if words != screen.navigator.words:
            screen.navigator.words = words
            screen.reader.open(screen.navigator.layout, None if words.strip() else self._here())

    def leave(self) -> None:
        """Let single letters be commands again; the page stays as it is."""
        self._screen.set_focus(None)
        self.show()
        self._screen.refresh_foot()

    def clear(self) -> bool:
        """Show all again, with what is current still so; False where all is shown."""
        screen = self._screen
        if not screen.navigator.words and not screen.has_class("-filter"):
            return False
        here = self._here()
        screen.navigator.words = ""
        self.leave()
        screen.reader.open(screen.navigator.layout, here)
        return True

    def fit(self, width: int) -> None:
        """Let the words start where the text of a page of that width does."""
        for prompt in self._screen.query("#filter").results(Prompt):
            prompt.start_at(measure(width).start)

    def _here(self) -> Place | None:
        """Where what is current stands once all is shown again; the beginning where nothing is."""
        stop = self._screen.reader.cursor.current
        return Place(stop.id, row=_ABOVE) if stop else None

    def show(self) -> None:
        """Show the line where the open tab is narrowed down, with the words."""
        screen = self._screen
        for prompt in screen.query("#filter").results(Prompt):
            self._fill(prompt)
        screen.set_class(screen.navigator.filtered and bool(screen.navigator.words), "-filter")

    def _fill(self, prompt: Prompt) -> None:
        """Put the words into the line; this is no typing."""
        words = self._screen.navigator.words
        if prompt.value != words:
            with prompt.prevent(Input.Changed):
                prompt.value = words
