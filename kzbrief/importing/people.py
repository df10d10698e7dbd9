"""Who wrote a work: people turned round to `Family, Given`, organisations as they stand."""

from __future__ import annotations

import re

from .countries import code_of
from .lines import cleaned

_BODIES = frozenset(
    [
        "agency",
        "alliance",
        "amnesty",
        "article",
        "association",
        "authority",
        "bank",
        "board",
        "bureau",
        "center",
        "centre",
        "chamber",
        "club",
        "coalition",
        "college",
        "commission",
        "committee",
        "company",
        "corporation",
        "council",
        "department",
        "directorate",
        "embassy",
        "federation",
        "forum",
        "foundation",
        "freedom",
        "fund",
        "government",
        "group",
        "house",
        "human",
        "inc",
        "initiative",
        "institute",
        "institution",
        "international",
        "internews",
        "journalists",
        "lab",
        "labs",
        "laboratory",
        "law",
        "league",
        "library",
        "limited",
        "ltd",
        "media",
        "ministry",
        "monitor",
        "movement",
        "nation",
        "national",
        "network",
        "news",
        "newspaper",
        "office",
        "online",
        "open",
        "organisation",
        "organization",
        "parliament",
        "party",
        "police",
        "post",
        "press",
        "programme",
        "program",
        "project",
        "radio",
        "report",
        "reporters",
        "republic",
        "research",
        "review",
        "rights",
        "school",
        "secretariat",
        "senate",
        "service",
        "society",
        "state",
        "statistics",
        "telecom",
        "telecommunications",
        "television",
        "times",
        "today",
        "tribune",
        "tv",
        "union",
        "unit",
        "united",
        "university",
        "voices",
        "watch",
        "web",
        "wikipedia",
        "world",
    ]
)
_PERSON = re.compile(r"[^\W\d_][\w.'\u2019\u02bc-]*(?: (?:[^\W\d_][\w.'\u2019\u02bc-]*)){1,3}\Z")
_PARTICLES = frozenset(["al", "bin", "da", "de", "del", "den", "der", "di", "du", "el", "ibn", "la", "le", "van", "von", "y"])
_SUFFIX = re.compile(r"(?:jr|sr|ltd|inc|llc|llp|ii|iii)\.?\Z", re.IGNORECASE)
_EDITORS = re.compile(r"[,(]?\s*\b(?:eds?|editors?)\b\.?\)?\s*\Z", re.IGNORECASE)


def is_person(name: str) -> bool:
    """Return whether a name looks like that of a person: two to four words with capitals, none that bodies have in theirs."""
    if not _PERSON.match(name):
        return False
    words = name.split()
    if any(word.lower().strip(".") in _BODIES or code_of(word) for word in words):
        return False
    if any(len(word) > 3 and word.isupper() for word in words) or "." in name.replace(". ", "").rstrip("."):
        return False
    return all(word[0].isupper() or word.lower() in _PARTICLES for word in words) and words[0][0].isupper() and words[-1][0].isupper()


def names_of(text: str) -> tuple[list[str], bool]:
    """Return names as the format writes them, and whether they are editors."""
    text = text.strip(" ,.:;")
    editors = bool(_EDITORS.search(text)) and bool(_EDITORS.sub("", text).strip())
    if editors:
        text = _EDITORS.sub("", text).strip(" ,.:;")
    text = re.sub(r",?\s+et al\.?\Z", "", text).strip(" ,")
    pieces = [piece.strip() for piece in re.split(r",\s*(?:and|&)?\s+|,|\s+(?:and|&|und|et|y|\u0438)\s+", text) if piece.strip()]
    if pieces and all(map(is_person, pieces)):
        return [cleaned(turned(piece), 200) for piece in pieces], editors
    # The commas of organisations divide them, since a comma in a name would make it a person's.
    names: list[str] = []
    for piece in text.split(","):
        piece = cleaned(piece.strip().strip("*").strip(), 300)
        if names and _SUFFIX.match(piece):
            names[-1] += f" {piece}"
        elif piece and any(map(str.isalnum, piece)):
            names.append(turned(piece) if is_person(piece) else piece)
    return names, editors


def turned(name: str) -> str:
    """Return the name of a person with the family name first."""
    words = name.split()
    start = len(words) - 1
    while start > 1 and words[start - 1].lower() in _PARTICLES:
        start -= 1
    return f"{' '.join(words[start:])}, {' '.join(words[:start])}"


def family(name: str) -> str:
    """Return the family name of a person, the whole name of a body."""
    return name.partition(",")[0].strip()
