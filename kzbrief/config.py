"""The user's settings: a folder with `config.toml` and `themes/`. Nothing needs them, and a faulty file stops nothing."""

from __future__ import annotations

import os
from typing import Any

from . import folders
from .brief.tables import Filled, Language, Table
from .restricted import restricted
from .toml.problems import DocumentError, Place, Problem

FILE = "config.toml"
"""Name of the file of settings in the folder."""


class Config(Table, frozen=True):
    """A file of settings."""

    theme: Filled | None = None
    """The theme to use where none is asked for: a name, or the path of a file, from this folder on or with `~`."""
    language: Language | None = None
    """The language of labels and messages, by its tag, as in `ru`; `--lang` and KZBRIEF_LANG go before it."""


def folder() -> str:
    """Return the folder for the user's settings, whether it exists or not."""
    return folders.settings()


def read(path: str | None = None) -> Config:
    """Read the settings; without a file, and in restricted use, they are the usual ones.

    Raises DocumentError where the file is faulty or cannot be read.
    """
    path = os.path.join(folder(), FILE) if path is None else path
    if restricted() or not os.path.lexists(path):
        return Config()
    from .brief.forms import forms
    from .toml.convert import convert
    from .toml.places import Places, in_file_order
    from .toml.read import read

    problems: list[Problem] = []
    document = read(path, found=problems)
    config = convert(document, Config, _no_hook, forms, Places(document.text), problems)
    if problems:
        raise DocumentError(path, in_file_order(problems))
    return config


def at_key(key: str, error: DocumentError) -> DocumentError:
    """Return the error of what a key of the settings names, told at the place of that key's value."""
    from .toml.places import Places
    from .toml.read import read_text

    path = os.path.join(folder(), FILE)
    try:
        place = Places(read_text(path)).of((key,))
    except DocumentError:  # the file is gone by now
        place = Place(0)
    problems = [Problem(problem.code, problem.message, (key,), place, problem.hint, problem.severity) for problem in error.problems]
    return DocumentError(path, problems)


def _no_hook(kind: type, value: Any) -> Any:
    raise NotImplementedError(kind)
