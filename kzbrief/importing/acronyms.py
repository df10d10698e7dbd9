"""Words that stay in capitals where a label or a heading that is printed in capitals gets small letters."""

from __future__ import annotations

import re

_KNOWN = frozenset("EU GDP GNI ICT ICTS IGF ISP ISPS IT ITU IXP NGO NGOS OECD OSCE PC PPP SIM UAE UK UN USA USSD VOIP".split())  # noqa: SIM905
_WORDS = frozenset("MR MRS MS DR ST VS NR JR SR".split())  # noqa: SIM905
_WORD = re.compile(r"[^\W\d_]+")


def is_acronym(word: str) -> bool:
    """Return whether a word in capitals is an acronym: a known one, or Latin letters that cannot be spoken as a word."""
    return word in _KNOWN or (re.fullmatch(r"[B-DF-HJ-NP-TV-XZ]{2,6}", word) is not None and word not in _WORDS)


def lowered(text: str) -> str:
    """Return a text that is printed in capitals with small letters, its acronyms as they were."""
    return _WORD.sub(lambda found: found[0] if is_acronym(found[0]) else found[0].lower(), text)
