"""Codes of countries by the names that reports print."""

from __future__ import annotations

from ..brief.countries import NAMES

_OTHERS = """
MM Burma|CI Cote d'Ivoire|CI Ivory Coast|CZ Czechia|TL East Timor|SZ Swaziland|GM Gambia|KG Kyrgyz Republic|MK Macedonia|NL The Netherlands
PH The Philippines|RU Russian Federation|TR Türkiye|US United States of America
"""
"""Names beside those of `NAMES`."""
_BY_NAME = {name.casefold(): code for code, name in NAMES.items()}
_BY_NAME |= {row[3:].casefold(): row[:2] for line in _OTHERS.strip().split("\n") for row in line.split("|")}
UNKNOWN = "ZZ"
"""A code that the standard leaves to users, for a country that is not in the list."""


def code_of(name: str) -> str | None:
    """Return the code of a country, None where the name is not known."""
    return _BY_NAME.get(" ".join(name.casefold().split()).strip(" .:*"))
