"""The report as Textual's own widgets show it: tabs, and the Markdown of the file that is named."""

import sys
from pathlib import Path

from textual.app import App, ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Footer, Header, Markdown, Static, TabbedContent, TabPane


class Tabs(App[None]):
    TITLE = "READY"
    BINDINGS = [  # noqa: RUF012 - as in every Textual app
        ("q", "quit", "Quit"),
        ("1", "open('dashboard')", "Dashboard"),
        ("2", "open('report')", "Report"),
        ("3", "open('sources')", "Sources"),
    ]

    def compose(self) -> ComposeResult:
        yield Header()
        with TabbedContent(initial="report"):
            with TabPane("Dashboard", id="dashboard"):
                yield Static("the dashboard")
            with TabPane("Report", id="report"), VerticalScroll(id="text"):
                yield Markdown(Path(sys.argv[1]).read_text(encoding="utf-8"))
            with TabPane("Sources", id="sources"):
                yield Static("the sources")
        yield Footer()

    def on_mount(self) -> None:
        self.query_one("#text").focus()

    def action_open(self, name: str) -> None:
        self.query_one(TabbedContent).active = name
        if name == "report":
            self.query_one("#text").focus()


Tabs().run()
