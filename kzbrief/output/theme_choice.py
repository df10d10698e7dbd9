"""Which theme is used: the one that was asked for, else the one that fits the terminal's ground."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping

from ..toml.problems import DocumentError

DARK, LIGHT = "kz-dark", "kz-light"
"""The themes for a ground that is known, and DARK, which has a ground of its own, where nothing is."""
DARK_SIXTEEN, LIGHT_SIXTEEN = "kz-terminal", "kz-terminal-light"
"""The themes for a ground that is known where the terminal has sixteen colours."""


def asked_for(option: str | None, complain: Callable[[DocumentError], None], environ: Mapping[str, str] = os.environ) -> str | None:
    """Return the theme that `--theme`, KZBRIEF_THEME or the file of settings names, the first of them that does; None where none does.

    A file of settings that is faulty, or that names a theme that is, stops nothing: `complain` is told, and it is as if nothing were named.
    """
    if option or environ.get("KZBRIEF_THEME"):
        return option or environ["KZBRIEF_THEME"]
    from .. import config

    try:
        named = config.read().theme
    except DocumentError as error:
        complain(error)
        return None
    if named is None:
        return None
    from .themes import is_path, load

    if is_path(named):
        named = os.path.join(config.folder(), os.path.expanduser(named))
    try:
        load(named)
    except DocumentError as error:
        complain(error if error.readable else config.at_key("theme", error))
        return None
    return named


def for_screen(
    option: str | None, complain: Callable[[DocumentError], None], environ: Mapping[str, str] = os.environ, *, chosen: str = ""
) -> str:
    """Return the theme to read with: the one asked for, else the one `chosen` while reading, if it can still be had.

    Where there is none, the terminal is asked for its ground, which takes 50 ms at most.
    """
    named = asked_for(option, complain, environ)
    if named is not None:
        return named
    if chosen:
        from .themes import load

        try:
            load(chosen)
        except DocumentError:
            pass
        else:
            return chosen
    from . import ground

    dark = ground.hint(environ)
    if dark is None:
        dark = ground.ask(environ)
    return for_ground(dark, environ)


def for_ground(dark: bool | None, environ: Mapping[str, str] = os.environ) -> str:
    """Return the theme for a ground; None stands for one that is not known.

    Sixteen colours are the terminal's own in any case, and few of them can be read on white.
    """
    if dark is None:
        return DARK
    if _sixteen(environ):
        return DARK_SIXTEEN if dark else LIGHT_SIXTEEN
    return DARK if dark else LIGHT


def _sixteen(environ: Mapping[str, str]) -> bool:
    term = environ.get("TERM", "").strip().lower()
    many = environ.get("COLORTERM", "").strip().lower() in ("truecolor", "24bit")
    return not many and not term.endswith(("256color", "direct", "kitty"))
