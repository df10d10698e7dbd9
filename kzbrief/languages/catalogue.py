"""Finding and loading catalogues. Whoever reads in English imports none of this."""

from __future__ import annotations

import os
from gettext import GNUTranslations
from io import BytesIO

_FOLDER = os.path.dirname(os.path.abspath(__file__))
_SOURCE, _COMPILED = ".po", ".mo"
_loaded: dict[str, GNUTranslations] = {}


def languages() -> tuple[str, ...]:
    """Return the tags of the languages that labels can be in: English, then the others by tag."""
    found = {os.path.splitext(name)[0] for name in os.listdir(_FOLDER) if name.endswith((_SOURCE, _COMPILED))}
    return ("en", *sorted(found))


def load(tag: str) -> GNUTranslations | None:
    """Return the catalogue of a language, None where there is none.

    The compiled file counts, unless the source beside it is newer: that is read then, so that a checkout needs no build and whoever
    translates sees each change at once.
    """
    if tag not in _loaded:
        if tag not in languages():
            return None
        source, compiled = (os.path.join(_FOLDER, tag + ending) for ending in (_SOURCE, _COMPILED))
        if _time(compiled) > _time(source):
            with open(compiled, "rb") as file:
                _loaded[tag] = GNUTranslations(file)
        else:
            from .po import compiled as compile_catalogue

            with open(source, encoding="utf-8") as text:
                _loaded[tag] = GNUTranslations(BytesIO(compile_catalogue(text.read())))
    return _loaded.get(tag)


def _time(path: str) -> float:
    try:
        return os.stat(path).st_mtime
    except OSError:
        return -1.0
