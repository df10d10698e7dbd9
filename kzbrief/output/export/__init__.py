"""What a brief can be exported as: a module for each form, and this list of them. It imports none of them."""

from __future__ import annotations

from typing import NamedTuple


class Form(NamedTuple):
    """A form that a brief can be exported as."""

    name: str
    """As typed after `--to`."""
    module: str
    """The module of this package that makes it: `export(briefing, options)` returns the text, `tables(briefing)` the texts by name."""
    ending: str
    """What the names of its files end in."""
    folder: bool = False
    """Whether it is several files in a folder, one a table."""
    document: bool = False
    """Whether people read it, so that the words of the method are in the language of the brief; data have them as published."""


class Options(NamedTuple):
    """What was asked for beside the form."""

    table: str = ""
    """The one table that is wanted of a form that has several; all if empty."""
    bom: bool = False
    """Whether the text starts with a byte order mark, from which some spreadsheets tell that it is UTF-8."""
    findings: tuple[str, ...] | None = None
    """Addresses of the findings that are wanted, with what they rest on; None for the whole brief."""


FORMS = (
    Form("csl-json", "csl_json", ".json"),
    Form("bibtex", "bibtex", ".bib"),
    Form("ris", "ris", ".ris"),
    Form("markdown", "markdown", ".md", document=True),
    Form("html", "html", ".html", document=True),
    Form("csv", "csv_tables", ".csv", folder=True),
    Form("json", "whole_json", ".json"),
)
"""The forms in the order of the help. A new one is a module in this package and a line here."""


def form(name: str) -> Form:
    """Return a form by its name; KeyError where there is none."""
    for item in FORMS:
        if item.name == name:
            return item
    raise KeyError(name)
