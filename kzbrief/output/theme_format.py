"""The format of themes: what stands in `themes/NAME.toml`. It is read like briefs, with the same diagnostics."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from ..brief.tables import Filled, Id, Table
from ..i18n import _
from ..toml.convert import Form

FORMAT = 1
"""Version of the format of themes that is understood."""

_COLOUR = r"^(#[0-9a-f]{6}|default|(bright-)?(black|red|green|yellow|blue|magenta|cyan|white))\Z"
Colour = Annotated[str, Meta(pattern=_COLOUR)]
"""A colour: `#rrggbb` in small letters, the name of one of the terminal's sixteen, or `default`."""


class Tone(Table, frozen=True):
    """A tone of `[tones]`, or `[base]`: what it changes; what is absent stays as it was."""

    colour: Colour | None = None
    """Colour of the letters."""
    ground: Colour | None = None
    """Colour behind them."""
    bold: bool | None = None
    """Bold letters."""
    dim: bool | None = None
    """Faint letters."""
    italic: bool | None = None
    """Slanted letters."""
    underline: bool | None = None
    """A line below."""
    reverse: bool | None = None
    """Colour and ground exchanged."""


class Tones(Table, frozen=True):
    """`[tones]`: what each tone looks like; one that is absent looks like plain text, unless its own line says otherwise."""

    strong: Tone = Tone()
    """Headings, headlines, values."""
    dim: Tone = Tone()
    """Repeating labels."""
    emphasis: Tone = Tone()
    """Emphasised words, titles of publications."""
    quote: Tone = Tone()
    """Quotations."""
    link: Tone = Tone()
    """Addresses."""
    good: Tone = Tone()
    """The best status."""
    middle: Tone = Tone()
    """The status between."""
    bad: Tone = Tone()
    """The worst status."""
    mark: Tone = Tone()
    """Points of a bar."""
    rest: Tone = Tone()
    """Points of a bar that are not given."""
    remark: Tone = Tone()
    """The `!` of a remark."""
    outside: Tone = Tone()
    """The `*` of what comes from outside the report."""
    cite: Tone = Tone()
    """Citations."""
    actor: Tone = Tone()
    """Names that lead to a card."""
    cursor: Tone = Tone()
    """The citation one stands on."""
    found: Tone = Tone(reverse=True, dim=False)
    """Words that were looked for; where it is absent, reversed, since what is found must be seen."""
    current: Tone = Tone()
    """The `>` of the current finding."""
    tab: Tone = Tone()
    """The open tab."""
    rule: Tone = Tone()
    """Rules."""
    key: Tone = Tone()
    """Keys in the footer."""
    error: Tone = Tone()
    """Errors."""
    warning: Tone = Tone()
    """Warnings."""
    hint: Tone = Tone()
    """Hints."""


class ThemeHead(Table, frozen=True):
    """`[theme]`: name and kind of a theme."""

    id: Id
    """Name of the theme's file."""
    name: Filled
    """Name shown to people."""
    dark: bool
    """Whether its ground is dark."""


class ThemeFile(Table, frozen=True):
    """A theme file, `themes/NAME.toml`."""

    format: int
    """Version of the format; this is version 1."""
    theme: ThemeHead
    """Name and kind."""
    base: Tone = Tone()
    """Plain text and the ground."""
    tones: Tones = Tones()
    """The tones."""


def forms() -> dict[str, Form]:
    """Return by the pattern of an annotation what is wanted and how to write it."""
    from ..brief.forms import forms

    message = _("this is no colour")
    hint = _("write it as in #1f7f9f, red, bright-blue or default")
    return {**forms(), _COLOUR: (message, hint)}
