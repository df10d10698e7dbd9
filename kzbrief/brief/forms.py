"""What texts of a certain form must look like, in words: for messages about those that do not."""

from __future__ import annotations

from typing import get_args

from ..i18n import _
from .tables import Address, Id, Language

_COUNTRY = r"^[A-Z]{2}\Z"


def forms() -> dict[str, tuple[str, str | None]]:
    """Return by the pattern of an annotation what is wanted and how to write it."""
    return {
        _pattern(Id): (
            _("a name for references has only letters a-z, digits and single hyphens"),
            _("write it as in kazakhstan-2011"),
        ),
        _pattern(Address): (
            _("an address starts with http:// or https:// and has no blanks"),
            _("copy it from the browser's address line"),
        ),
        _pattern(Language): (
            _("a language is written as a short tag"),
            _("write it as in en, ru or kk-Latn"),
        ),
        _COUNTRY: (
            _("a country is written as its two capital letters of ISO 3166"),
            _("write it as in KZ"),
        ),
    }


def _pattern(alias: object) -> str:
    return str(get_args(alias)[1].pattern)
