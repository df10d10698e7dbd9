"""The one door through which every string goes that a person reads, and the language that they come out in.

English needs no catalogue and loads none. Which language it is to be is found out in `languages.choice`.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from gettext import NullTranslations

ENGLISH = "en"
"""The language that the strings are written in."""

_catalogue = NullTranslations()
_language = ENGLISH
_asked = False


def _(message: str) -> str:
    """Return the message in the language in use."""
    return _catalogue.gettext(message)


def N_(message: str) -> str:  # noqa: N802 - the name that extraction tools look for
    """Mark a message for translation where it is declared; `_` translates it where it is shown."""
    return message


def ngettext(singular: str, plural: str, count: int) -> str:
    """Return the form of the message that fits a count in the language in use."""
    return _catalogue.ngettext(singular, plural, count)


def pgettext(context: str, message: str) -> str:
    """Return a message that means something else elsewhere, by its context, in the language in use."""
    return _catalogue.pgettext(context, message)


def NP_(context: str, message: str) -> str:  # noqa: N802
    """Mark a message with a context where it is declared; `pgettext` with the same context translates it where it is shown."""
    return message


def install(catalogue: NullTranslations, tag: str = ENGLISH, *, asked: bool = True) -> None:
    """Use another catalogue, of a language, from now on; `asked` says whether a person chose it, so that no brief changes it."""
    global _catalogue, _language, _asked
    _catalogue, _language, _asked = catalogue, tag, asked


def use(tag: str, *, asked: bool = True) -> None:
    """Use the labels of a language from now on, by its tag; English where there are none in it."""
    base = base_of(tag)
    if base == _language:
        install(_catalogue, base, asked=asked)
    elif base == ENGLISH:
        install(NullTranslations(), asked=asked)
    else:
        from .languages.catalogue import load

        catalogue = load(base)
        install(catalogue or NullTranslations(), base if catalogue else ENGLISH, asked=asked)


def follow(tag: str) -> None:
    """Use the language of a brief, by its tag, where nobody has asked for one."""
    if not _asked and base_of(tag) != _language:
        use(tag, asked=False)


@contextmanager
def speaking(tag: str) -> Iterator[None]:
    """Use another language for a while, whatever was asked for: for files and data, which are the same for every reader."""
    before = _catalogue, _language, _asked
    use(tag)
    try:
        yield
    finally:
        install(before[0], before[1], asked=before[2])


def language() -> str:
    """Return the tag of the language in use, as in `ru`."""
    return _language


def base_of(tag: str) -> str:
    """Return a language tag, or the name of a locale, without script, country and encoding, as in `ru` for `ru-KZ` and `ru_RU.UTF-8`."""
    for sign in "-_.@":
        tag = tag.partition(sign)[0]
    return tag.strip().lower()
