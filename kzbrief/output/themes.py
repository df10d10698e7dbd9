"""Themes: what the tones of lines look like. Shipped ones lie in themes/, one's own in the user's folder for settings."""

from __future__ import annotations

import os
from typing import Any, NamedTuple

from msgspec import Struct, structs

from ..i18n import _, pgettext
from ..restricted import restricted
from ..toml.problems import DocumentError, Place, Problem
from .theme_format import FORMAT, ThemeFile, Tone, Tones, forms

PRINTED = "kz-print"
"""The theme of what is printed where the ground is not known; it has no ground of its own, so it is not for screens."""

_ENDING = ".toml"


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


class Title(NamedTuple):
    """A theme to choose."""

    id: str
    """Name for `load`."""
    name: str
    """Name shown to people; not cleaned for a terminal."""
    dark: bool
    """Whether its ground is dark."""


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
    """Read a theme: one's own or a shipped one by its name, another by the path of its file.

    Raises DocumentError where there is no such theme or its file is faulty.
    """
    from ..toml.convert import convert
    from ..toml.places import Places, in_file_order
    from ..toml.read import read

    path = _path(name)
    problems: list[Problem] = []
    document = read(path, found=problems)
    places = Places(document.text)
    file = convert(document, ThemeFile, _no_hook, forms, places, problems)
    if not problems and file.format != FORMAT:
        message = _("this theme is of format {format}; this kzbrief reads format {known}").format(format=file.format, known=FORMAT)
        problems.append(places.problem("no-such-format", message, ("format",)))
    if problems:
        raise DocumentError(path, in_file_order(problems))
    tones = {word: getattr(file.tones, word) for word in Tones.__struct_fields__}
    # By the name it was found under, so that it is found among `names` whatever its file says.
    return Theme(
        file.theme.id if is_path(name) else name,
        pgettext("theme", file.theme.name),
        file.theme.dark,
        _changed(Look(), file.base),
        tones,
        {},
    )


def names() -> list[str]:
    """Return the names of the themes that are made for screens: the shipped ones, then one's own."""
    *own, shipped = _folders()
    found = [name for name in _in(shipped) if name != PRINTED]
    return [*found, *(name for folder in own for name in _in(folder) if name not in found)]


def titles() -> list[Title]:
    """Return the themes of `names` with what they are called; faulty ones are left out, since one cannot choose them."""
    found = []
    for name in names():
        try:
            theme = load(name)
        except DocumentError:
            continue
        found.append(Title(name, theme.name, theme.dark))
    return found


def _no_hook(kind: type, value: Any) -> Any:
    raise NotImplementedError(kind)


def _changed(look: Look, change: Tone) -> Look:
    values = {field: value for field, value in structs.asdict(change).items() if value is not None}
    return look._replace(**values) if values else look


def _shipped() -> str:
    from ..brief.library import data_folder

    return data_folder("themes")


def _folders() -> list[str]:
    """The folders of one's own themes, which there are none of in restricted use, and of the shipped ones."""
    if restricted():
        return [_shipped()]
    from ..config import folder

    return [os.path.join(folder(), "themes"), _shipped()]


def _in(folder: str) -> list[str]:
    """The names of the themes of a folder; none where there is no such folder."""
    try:
        files = os.listdir(folder)
    except OSError:
        return []
    return sorted(file.removesuffix(_ENDING) for file in files if file.endswith(_ENDING) and file[0] != ".")


def is_path(name: str) -> bool:
    """Return whether what is given for `load` is the path of a file."""
    return name.endswith(_ENDING) or "/" in name or os.sep in name


def _path(name: str) -> str:
    if is_path(name):
        # Messages quote the file, and whoever is to see nothing but briefs must not have other files quoted.
        if not restricted():
            return name
    else:
        # A theme of one's own goes before a shipped one of the same name.
        for folder in _folders():
            path = os.path.join(folder, name + _ENDING)
            if "\0" not in path and os.path.exists(path):
                return path
    message = _("there is no theme “{name}”").format(name=name)
    raise DocumentError(name, [Problem("no-such-theme", message, place=Place(0), hint=_known())], readable=False)


def _known() -> str:
    return _("the themes are {names}").format(names=", ".join(names()))
