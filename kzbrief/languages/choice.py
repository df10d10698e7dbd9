"""Which language labels and messages are in: what a person asks for, else what the locale says, else the brief's own.

In order: `--lang`, KZBRIEF_LANG, `language` in the file of settings; then the first of LC_ALL, LC_MESSAGES and LANG that says anything,
before which go the languages of LANGUAGE, as with GNU gettext. C and POSIX say nothing, even with LANGUAGE, and neither does a locale
without labels; only then a brief's own `language` decides (`i18n.follow`), and where there are no labels in that either it is English.
Output that takes ASCII alone has English labels in any case.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from .. import i18n
from ..i18n import ENGLISH, _, base_of
from ..refusal import RefusedError

if TYPE_CHECKING:
    from ..toml.problems import DocumentError

OPTION, VARIABLE, SETTING = "--lang", "KZBRIEF_LANG", "language"


def settle(argv: Sequence[str], environ: Mapping[str, str] = os.environ, *, ascii_only: bool = False) -> DocumentError | None:
    """Use the language that was asked for, English where none was; return the fault of a file of settings that has one.

    Raises RefusedError where the command line or the environment asks for a language that there are no labels in.
    """
    i18n.use(ENGLISH, asked=False)
    if ascii_only:
        i18n.use(ENGLISH)
        return None
    fault = None
    asked = option(argv) or environ.get(VARIABLE, "")
    if asked:
        if not known(asked):
            from .catalogue import languages

            message = _("there are no labels in “{language}”; there are labels in: {languages}")
            raise RefusedError(message.format(language=asked, languages=", ".join(languages())))
    else:
        asked, fault = _setting()
    asked = asked or locale(environ)
    if asked:
        i18n.use(asked)
    return fault


def option(argv: Sequence[str]) -> str:
    """Return what follows `--lang` on a command line, nothing where it is not there."""
    for place, word in enumerate(argv):
        if word == "--":
            break
        if word == OPTION:
            return next(iter(argv[place + 1 : place + 2]), "")
        if word.startswith(f"{OPTION}="):
            return word.partition("=")[2]
    return ""


def without_leading(argv: Sequence[str]) -> list[str]:
    """Return a command line without a `--lang` at its beginning, where it is of no command."""
    words = list(argv)
    while words and (words[0].startswith(f"{OPTION}=") or (words[0] == OPTION and len(words) > 1)):
        del words[: 2 if words[0] == OPTION else 1]
    return words


def locale(environ: Mapping[str, str]) -> str:
    """Return the language that the locale asks for, nothing where it says nothing or there are no labels in it."""
    base = base_of(next((environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environ.get(name)), ""))
    if base in ("", "c", "posix"):
        return ""
    wanted = (*map(base_of, environ.get("LANGUAGE", "").split(":")), base)
    return next((tag for tag in wanted if tag and known(tag)), "")


def known(tag: str) -> bool:
    """Return whether there are labels in a language."""
    base = base_of(tag)
    if base == ENGLISH:
        return True
    from .catalogue import languages

    return base in languages()


def _setting() -> tuple[str, DocumentError | None]:
    """Return the language that the file of settings names and there are labels in, and the fault of that file."""
    from ..folders import settings_file
    from ..restricted import restricted

    path = settings_file()
    try:
        with open(path, "rb") as file:
            # Reading it well takes what English has no need of.
            if restricted() or SETTING.encode() not in file.read(1_000_000):
                return "", None
    except (OSError, ValueError):
        return "", None
    from .. import config
    from ..toml.problems import DocumentError, Problem

    try:
        named = config.read(path).language
    except DocumentError as error:
        return "", error
    if not named or known(named):
        return named or "", None
    from .catalogue import languages

    message = _("there are no labels in “{language}”; there are labels in: {languages}")
    problem = Problem("no-such-language", message.format(language=named, languages=", ".join(languages())))
    return "", config.at_key(SETTING, DocumentError(path, [problem]))
