"""Finding and loading catalogues. Whoever reads in English imports none of this."""

from __future__ import annotations

import os
import struct
from gettext import GNUTranslations
from io import BytesIO

from ..i18n import _
from ..refusal import RefusedError

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
    translates sees each change at once. Raises RefusedError where it cannot be read.
    """
    if tag not in _loaded:
        if tag not in languages():
            return None
        try:
            _loaded[tag] = _read(tag)
        except (OSError, ValueError, SyntaxError, struct.error) as error:
            said = _("the labels in “{language}” cannot be read: {reason}")
            raise RefusedError(said.format(language=tag, reason=error)) from None
    return _loaded[tag]


def _read(tag: str) -> GNUTranslations:
    source, compiled = (os.path.join(_FOLDER, tag + ending) for ending in (_SOURCE, _COMPILED))
    if _time(compiled) > _time(source):
        with open(compiled, "rb") as file:
            return GNUTranslations(file)
    from .po import compiled as compile_catalogue

    with open(source, encoding="utf-8") as text:
        return GNUTranslations(BytesIO(compile_catalogue(text.read())))


def _time(path: str) -> float:
    try:
        return os.stat(path).st_mtime
    except OSError:
        return -1.0
