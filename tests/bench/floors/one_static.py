"""The least Textual app: one Static, and a key to leave."""

from textual.app import App, ComposeResult
from textual.widgets import Static


class Least(App[None]):
    BINDINGS = [("q", "quit", "Quit")]  # noqa: RUF012 - as in every Textual app

    def compose(self) -> ComposeResult:
        yield Static("READY")


Least().run()
