"""A line to type words into, which a list is then narrowed down to."""

from __future__ import annotations

from textual.widgets import Input


class Prompt(Input):
    """An input of one line without a frame; its cursor does not blink, so that an idle terminal gets nothing to draw."""

    def __init__(self, placeholder: str, *, id: str) -> None:  # noqa: A002
        super().__init__(placeholder=placeholder, id=id, select_on_focus=False, compact=True)
        self.cursor_blink = False

    def start_at(self, cell: int) -> None:
        """Let the words start in a cell of the screen, above those that they narrow down."""
        if self.styles.padding.left != cell:
            self.styles.padding = (0, cell)
