"""What texts of a certain form must look like, in words: for messages about those that do not."""

from __future__ import annotations

import re
from typing import get_args

from ..i18n import _
from ..toml.convert import Form
from .tables import Address, Id, Language

_COUNTRY = r"^[A-Z]{2}\Z"


def forms() -> dict[str, Form]:
    """Return by the pattern of an annotation what is wanted and how to write it."""
    return {
        _pattern(Id): (_("a name for references has only letters a-z, digits and single hyphens"), _id_hint),
        _pattern(Address): (_("an address starts with http:// or https:// and has no blanks"), address_hint),
        _pattern(Language): (_("a language is written as a short tag"), _language_hint),
        _COUNTRY: (_("a country is written as its two capital letters of ISO 3166"), _country_hint),
    }


def address_hint(address: str) -> str:
    """Return what to do about a text that is no address."""
    stripped = address.strip()
    if not stripped:
        return _("leave the key out where there is no address")
    within = re.search(r"https?://[^\s<>()\[\]]+", stripped)
    if within and len(within[0]) < len(stripped) and not re.match(r"https?://", stripped) and stripped[0] in "<[(":
        return _("write {name}").format(name=_short(within[0]))
    if re.match(r"https?://\S", stripped):
        if stripped != address and not re.search(r"\s", stripped):
            return _("write it without blanks around it")
        return _("write %20 for each blank: {address}").format(address=_short(re.sub(r"\s", "%20", stripped)))
    if re.match(r"(www\.\S+|[\w-]+(\.[\w-]+)*\.[a-z]{2,}(/\S*)?)\Z", stripped):
        return _("put http:// in front: {address}").format(address=_short(f"http://{stripped}"))
    return _("copy it from the browser's address line")


def _id_hint(name: str) -> str:
    from .slugs import mended

    # A file was named in the place of what is in it.
    better = mended(name.rpartition("/")[2].removesuffix(".toml") if name.endswith(".toml") else name)
    return _("write {name}").format(name=better) if better else _("write it as in kazakhstan-2011")


def _language_hint(name: str) -> str:
    from .names import language_tag

    tag = language_tag(name)
    return _("write {name}").format(name=tag) if tag else _("write it as in en, ru or kk-Latn")


def _country_hint(name: str) -> str:
    if len(name) == 2 and name.isascii() and name.isalpha():
        return _("write {name}").format(name=name.upper())
    from .countries import NAMES

    code = next((code for code, known in NAMES.items() if known.casefold() == name.strip().casefold()), None)
    if code:
        return _("write {name}").format(name=code)
    return _("write it as in KZ; XA to XZ are free for countries without a code")


def _short(address: str) -> str:
    return address if len(address) <= 80 else address[:79] + "…"


def _pattern(alias: object) -> str:
    return str(get_args(alias)[1].pattern)
