"""Themes: what the tones of lines look like. They are TOML files in themes/, read like briefs."""

from __future__ import annotations

import os
from typing import Annotated, Any, NamedTuple

from msgspec import Meta, Struct, structs

from ..brief.tables import Filled, Id, Table
from ..i18n import _
from ..toml.problems import DocumentError, Place, Problem

PRINTED = "kz-print"
"""The theme of what is printed where the ground is not known; it has no ground of its own, so it is not for screens."""

FORMAT = 1
"""Version of the format of themes that is understood."""

_COLOUR = r"^(#[0-9a-f]{6}|default|(bright-)?(black|red|green|yellow|blue|magenta|cyan|white))\Z"
Colour = Annotated[str, Meta(pattern=_COLOUR)]
"""A colour: `#rrggbb` in small letters, the name of one of the terminal's sixteen, or `default`."""


class Look(NamedTuple):
    """What text of some tone looks like."""

    colour: str = "default"
    """Colour of the letters."""
    ground: str = "default"
    """Colour behind them."""
    bold: bool = False
    dim: bool = False
    italic: bool = False
    underline: bool = False
    reverse: bool = False


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
    """`[tones]`: what each tone looks like; one that is absent looks like plain text."""

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
    cursor: Tone = Tone()
    """The citation one stands on."""
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


class Theme(Struct):
    """A theme that has been read."""

    id: str
    """Name for references."""
    name: str
    """Name shown to people."""
    dark: bool
    """Whether its ground is dark."""
    base: Look
    """Plain text and the ground."""
    tones: dict[str, Tone]
    """What each tone changes."""
    _looks: dict[str, Look]

    def style(self, tone: str) -> Look:
        """Return the look of a tone; of several words, divided by blanks, the later ones win. An unknown word changes nothing."""
        look = self._looks.get(tone)
        if look is None:
            look = self.base
            for word in tone.split():
                change = self.tones.get(word)
                if change is not None:
                    look = _changed(look, change)
            self._looks[tone] = look
        return look


def load(name: str) -> Theme:
    """Read a theme: a shipped one by its name, another by the path of its file.

    Raises DocumentError where there is no such theme or its file is faulty.
    """
    from ..toml.convert import convert
    from ..toml.places import Places, in_file_order
    from ..toml.read import read

    path = _path(name)
    problems: list[Problem] = []
    document = read(path, found=problems)
    places = Places(document.text)
    file = convert(document, ThemeFile, _no_hook, _forms, places, problems)
    if not problems and file.format != FORMAT:
        message = _("this theme is of format {format}; this kzbrief reads format {known}").format(format=file.format, known=FORMAT)
        problems.append(places.problem("no-such-format", message, ("format",)))
    if problems:
        raise DocumentError(path, in_file_order(problems))
    tones = {word: getattr(file.tones, word) for word in Tones.__struct_fields__}
    return Theme(file.theme.id, file.theme.name, file.theme.dark, _changed(Look(), file.base), tones, {})


def names() -> list[str]:
    """Return the names of the shipped themes that are made for screens."""
    files = sorted(os.listdir(_folder()))
    return [file[:-5] for file in files if file.endswith(".toml") and file[:-5] != PRINTED]


def _no_hook(kind: type, value: Any) -> Any:
    raise NotImplementedError(kind)


def _forms() -> dict[str, tuple[str, str | None]]:
    from ..brief.forms import forms

    message = _("this is no colour")
    hint = _("write it as in #1f7f9f, red, bright-blue or default")
    return {**forms(), _COLOUR: (message, hint)}


def _changed(look: Look, change: Tone) -> Look:
    values = {field: value for field, value in structs.asdict(change).items() if value is not None}
    return look._replace(**values) if values else look


def _folder() -> str:
    from ..brief.library import data_folder

    return os.fspath(data_folder("themes"))


def _path(name: str) -> str:
    if name.endswith(".toml") or os.sep in name:
        return name
    path = os.path.join(_folder(), f"{name}.toml")
    if "/" not in name and not os.path.exists(path):
        problem = Problem("no-such-theme", _("there is no theme “{name}”").format(name=name), place=Place(0), hint=_known())
        raise DocumentError(name, [problem], readable=False)
    return path


def _known() -> str:
    return _("the themes are {names}").format(names=", ".join(names()))
