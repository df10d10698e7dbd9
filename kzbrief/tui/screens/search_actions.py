"""What the commands of searching do, one method each."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .reading import ReadingScreen


class SearchActions:
    """Those of the actions that search."""

    screen: ReadingScreen

    def do_find(self) -> None:
        """Search the whole brief."""
        self.screen.searching.show()

    def do_find_all(self) -> None:
        """Search the whole brief, from a list that filters."""
        self.screen.searching.show()

    def do_found(self) -> None:
        """Go to what was found."""
        if self.screen.where == "library":
            self.screen.library.pick()
        else:
            self.screen.searching.pick()

    def do_library(self) -> None:
        """Search all briefs."""
        self.screen.library.show()

    def do_find_next(self) -> None:
        """Go to the next place that was found."""
        self.screen.searching.step(1)

    def do_find_previous(self) -> None:
        """Go to the place found before."""
        self.screen.searching.step(-1)

    def do_library_instead(self) -> None:
        """Search all briefs for the words that stand in the sheet."""
        self.screen.library.show()
