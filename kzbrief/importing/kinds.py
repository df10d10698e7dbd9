"""The kind of a work, guessed from what its note says."""

from __future__ import annotations

import re

from .people import is_person
from .works import Found

_WORDS = (
    ("press-release", r"\b(?:press|news) release\b"),
    ("memorandum", r"\bmemorandum\b"),
    ("letter", r"\bletter\b"),
    ("video", r"\byoutube\.com|\bvideo\b|vimeo\.com"),
    ("dataset", r"\bstatistics\b|\bdataset\b|\bdata ?base\b|\bindicators\b|\btransparency report\b"),
    ("law", r"\b(?:law no|act no|decree no|resolution no|federal law|penal code|criminal code|text of the law)\b"),
    ("post", r"\bblog\b|\btweet\b|twitter\.com|facebook\.com|livejournal\.com|blogspot|wordpress"),
    ("report", r"\breport\b|\bprofile\b|\bannual\b|\.pdf\b"),
)
_PATTERNS = tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _WORDS)


def kind_of(found: Found) -> str:
    """Return the kind; `other` for what is no publication at all, such as an interview."""
    if any(re.match(r"(?:federal |constitutional )?(?:law|act|decree|code)\b", rest, re.IGNORECASE) for rest in found.rest):
        return "law"
    if found.collection:
        return "chapter"
    described = found.title_from == "described"
    if described and not found.url:
        return "other"
    text = " ".join((found.title, *found.rest, found.url, found.publication))
    kind = next((kind for kind, pattern in _PATTERNS if pattern.search(text)), "")
    if kind in ("letter", "law") and not described:
        kind = ""
    if kind:
        return kind
    if found.date and found.publication:
        return "news"
    return "article" if found.publication and any(is_person(" ".join(reversed(name.split(", ")))) for name in found.authors) else "web"
