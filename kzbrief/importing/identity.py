"""What a report is about: the country, the edition, the series it appeared in; mostly guesses, each with its reason."""

from __future__ import annotations

import datetime
import os
import re
from collections.abc import Sequence

from msgspec import Struct

from ..brief.slugs import slug
from .countries import UNKNOWN, code_of
from .headings import heading_of
from .lines import Line, bare, cleaned

_EDITION = re.compile(r"freedom on the net[\s:,\u2013-]{0,4}(20[0-9]{2})|(20[0-9]{2}) (?:edition|report|country report)", re.IGNORECASE)

_AROUND = re.compile(
    r"^freedom on the net[\s:,\u2013-]*(?:20[0-9]{2})?[\s:|\u2013-]*|[\s:|,\u2013-]*(?:20[0-9]{2})?[\s:|,\u2013-]*$", re.IGNORECASE
)


class Identity(Struct, kw_only=True):
    """The heading of a draft."""

    name: str
    title: str
    country: str
    edition: int
    lines: list[Line]
    """The lines with the title and the name of the series."""
    why_title: str
    why_country: str
    why_edition: str


def identify(path: str, lines: Sequence[Line], years: Sequence[int], taken: Sequence[int], dated: Sequence[str]) -> Identity:
    """Return what a report is about. `years` are those of the columns of scores, `dated` the dates of its notes."""
    stem = os.path.splitext(os.path.basename(path))[0]
    line, title, why = _title(lines, set(taken), stem)
    code = code_of(title)
    edition, why_edition = _edition(stem, lines, years, dated)
    return Identity(
        name=f"{slug(title)}-{edition}" if slug(title) != "finding" else f"report-{edition}",
        title=title,
        country=code or UNKNOWN,
        edition=edition,
        lines=([line] if line else []) + _series(lines, line, set(taken)),
        why_title=why,
        why_country="by its name" if code else "the name is in no list of countries; write the code of ISO 3166-1",
        why_edition=why_edition,
    )


def _title(lines: Sequence[Line], taken: set[int], stem: str) -> tuple[Line | None, str, str]:
    first = [line for line in lines[:60] if line.index not in taken]
    for line in first:
        words = _AROUND.sub("", bare(line.text)[:200])
        for part in re.split(r"\s[|\u2013-]\s|:\s", words):
            if len(part) <= 60 and code_of(part):
                return line, _cased(part.strip()), "a line with the name of a country"
    for line in sorted(first[:8], key=lambda line: not line.text.startswith("#")):
        heading = heading_of(line.text)
        words = re.sub(r"^country\s*:\s*", "", _AROUND.sub("", bare(line.text)), flags=re.IGNORECASE)
        short = len(words) <= 60 and re.fullmatch(r"(?:[^\W\d_][\w'\u2019-]*\s?){1,4}", words) and words[0].isupper()
        if words and (short or heading) and not (heading and (heading.part or heading.question)) and len(words) <= 80:
            return line, _cased(words), "the first short line that may be a heading"
    for part in re.split(r"[-_ .]+", stem):
        if code_of(part):
            return None, part.title(), "the name of the file"
    words = cleaned(re.sub(r"[-_0-9]+", " ", stem), 80)
    return None, words.title() if any(map(str.isalpha, words)) else "Report", "the name of the file"


def _series(lines: Sequence[Line], title: Line | None, taken: set[int]) -> list[Line]:
    """Return the first lines that hold nothing but the name of the series and the year."""
    others = [line for line in lines[:20] if line is not title and line.index not in taken]
    return [line for line in others if any(map(str.isalpha, line.text)) and not _AROUND.sub("", bare(line.text)[:200])]


def _cased(words: str) -> str:
    words = cleaned(words, 100)
    return words.title() if words.isupper() else words


def _edition(stem: str, lines: Sequence[Line], years: Sequence[int], dated: Sequence[str]) -> tuple[int, str]:
    if years:
        return max(years), "the latest year above the scores"
    for line in lines[:60]:
        if found := _EDITION.search(line.text):
            return int(found[1] or found[2]), "named near the beginning"
    if found := re.search(r"(?<![0-9])(20[0-9]{2})(?![0-9])", stem):
        return int(found[1]), "the name of the file"
    today = datetime.date.today().year
    seen = [int(date[:4]) for date in dated if date[:4].isdecimal() and 2000 < int(date[:4]) <= today]
    return (max(seen), "the latest date in the notes") if seen else (today, "nothing says which edition it is")
