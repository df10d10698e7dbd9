"""Codes of countries by the names that reports print."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

from ..brief.countries import NAMES

_OTHERS = """
MM Burma|CI Ivory Coast|CZ Czechia|TL East Timor|SZ Swaziland|GM Gambia|KG Kyrgyz Republic|MK Macedonia|RU Russian Federation|TR Türkiye
US United States of America|US USA|GB UK|AE UAE|CD DRC|CD DR Congo|CV Cabo Verde|KR Republic of Korea|VN Viet Nam
"""
"""Names beside those of `NAMES`."""
_LISTED = {name: code for code, name in NAMES.items()} | {
    row[3:]: row[:2] for line in _OTHERS.strip().split("\n") for row in line.split("|")
}


def _folded(name: str) -> str:
    """Return a name without its article, accents, and differences of apostrophes and capitals."""
    plain = "".join(letter for letter in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(letter))
    return re.sub(r"^the ", "", " ".join(re.sub("[\u2018\u2019\u02bc`]", "'", plain).split()).strip(" .:*"))


_BY_NAME = {_folded(name): code for name, code in _LISTED.items()}
UNKNOWN = "ZZ"
"""A code that the standard leaves to users, for a country that is not in the list."""


def most_named(text: str) -> str:
    """Return the name of the country that a text names most often, nothing where none is named three times; abbreviations do not count."""
    names = "|".join(sorted((re.escape(name) for name in _LISTED if not name.isupper()), key=len, reverse=True))
    found = Counter(match[0] for match in re.finditer(rf"\b(?:{names})\b", text, re.IGNORECASE) if match[0][:1].isupper())
    name, count = found.most_common(1)[0] if found else ("", 0)
    return name if count >= 3 else ""


def code_of(name: str) -> str | None:
    """Return the code of a country, None where the name is not known; it may be `Korea, South` or `Myanmar (Burma)`, too."""
    if code := _BY_NAME.get(_folded(name)):
        return code
    turned = re.fullmatch(r"([^,()]+), ([^,()]+)|([^()]+)\(([^()]+)\)", name.strip())
    if not turned:
        return None
    ways = (f"{turned[2]} {turned[1]}",) if turned[1] else (turned[3], turned[4])
    return next((code for way in ways if (code := _BY_NAME.get(_folded(way)))), None)
