"""Codes of countries by the names that reports print."""

from __future__ import annotations

import re
from collections import Counter

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


def most_named(text: str) -> str:
    """Return the name of the country that a text names most often, nothing where none is named three times."""
    names = "|".join(sorted((re.escape(name) for name in _BY_NAME), key=len, reverse=True))
    found = Counter(match[0] for match in re.finditer(rf"\b(?:{names})\b", text, re.IGNORECASE) if match[0][:1].isupper())
    name, count = found.most_common(1)[0] if found else ("", 0)
    return name if count >= 3 else ""


def code_of(name: str) -> str | None:
    """Return the code of a country, None where the name is not known."""
    return _BY_NAME.get(" ".join(name.casefold().split()).strip(" .:*"))
