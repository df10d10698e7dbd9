"""The one door through which every string goes that a person reads."""

from __future__ import annotations

from gettext import NullTranslations

_catalogue = NullTranslations()


def _(message: str) -> str:
    """Return the message in the language in use."""
    return _catalogue.gettext(message)


def N_(message: str) -> str:  # noqa: N802 - the name that extraction tools look for
    """Mark a message for translation where it is declared; `_` translates it where it is shown."""
    return message


def ngettext(singular: str, plural: str, count: int) -> str:
    """Return the form of the message that fits a count in the language in use."""
    return _catalogue.ngettext(singular, plural, count)


def install(catalogue: NullTranslations) -> None:
    """Use another catalogue from now on."""
    global _catalogue
    _catalogue = catalogue
