"""Names made from headlines."""

from __future__ import annotations

import re
from unicodedata import normalize

from msgspec.structs import force_setattr

from .model import Brief

_LONGEST = 48
_VALID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\Z")
_OTHER = re.compile("[^a-z0-9]+")


def slug(headline: str) -> str:
    """Return a name for a headline: its words in letters a-z and digits, at most 48 characters; `finding` where none are left."""
    folded = normalize("NFKD", headline.casefold()).encode("ascii", "ignore").decode()
    name = _OTHER.sub("-", folded.replace("'", "")).strip("-")
    if len(name) > _LONGEST:
        name = name[: _LONGEST + 1].rpartition("-")[0] or name[:_LONGEST]
    return name or "finding"


def mended(name: str) -> str:
    """Return the name for references that was probably meant by one of a wrong form; nothing where little is left of it."""
    better = slug(name.replace("_", "-"))
    return better if sum(letter.isalnum() for letter in name) == sum(letter.isalnum() for letter in better) else ""


def is_valid(name: str) -> bool:
    """Return whether a text has the form of a name for references."""
    return bool(_VALID.match(name))


def name_findings(brief: Brief) -> None:
    """Give each finding without an id one that no other has: from its headline, with -2, -3 and so on where needed."""
    findings = [finding for section in brief.sections for finding in section.findings]
    taken = {finding.id for finding in findings}
    for finding in findings:
        if not finding.id:
            base = name = slug(finding.headline or "")
            number = 1
            while name in taken:
                number += 1
                name = f"{base}-{number}"
            taken.add(name)
            force_setattr(finding, "id", name)
