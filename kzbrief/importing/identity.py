"""What a report is about: the country, the edition, the series it appeared in; mostly guesses, each with its reason."""

from __future__ import annotations

import datetime
import os
import re
from collections.abc import Iterable, Sequence

from msgspec import Struct

from ..brief.slugs import slug
from .countries import UNKNOWN, code_of, most_named
from .headings import heading_of
from .lines import Line, bare, cleaned

_COVERAGE = (
    r"(?:key (?:developments|changes)|coverage period)[\s:,\u2013\u2014-]{0,4}(?:[a-z]+ )?(?:[0-9]{1,2}, )?(?:20[0-9]{2})?"
    r"[\s\u2013\u2014-]{1,4}(?:to )?[a-z]+ (?:[0-9]{1,2}, )?(20[0-9]{2})"
)
_EDITIONS = tuple(
    (re.compile(pattern, re.IGNORECASE), why)
    for pattern, why in (
        (r"freedom on the net[\s:,\u2013-]{0,4}(20[0-9]{2})", "named near the beginning"),
        (r"(?<![0-9])(20[0-9]{2}) (?:scores|edition|(?:country )?report|freedom on the net)", "named near the beginning"),
        (r"\byear\s?:\s*(20[0-9]{2})", "named near the beginning"),
        (r"freedom-(?:on-the-)?net/(20[0-9]{2})", "the address near the beginning"),
        (_COVERAGE, "the year in which its coverage ends"),
    )
)
_COUNTRY = re.compile(r"\bcountry\s?:\s*([^\W\d_][^\n:|0-9]{1,50}?)\s*(?=\byear\s?:|\||$)", re.IGNORECASE)
# Where a chapter stands in one line, its name comes between the running head and the table.
_RUNNING = re.compile(
    r"freedom on the net(?: 20[0-9]{2})?(?: [0-9]{1,3})?\s+((?-i:[A-Z][A-Z\u2019'., &-]{2,40}?))\s+(?:20[0-9]{2}\b|population|internet)",
    re.IGNORECASE,
)
_DATED = re.compile(r"^\W*(?:[^\W\d]+,? ){0,6}(?:[0-9]{1,2}, )?(20[0-9]{2})\W*$")
_SERIES = re.compile(r"freedom (?:house )?(?:freedom )?on the net", re.IGNORECASE)
_AROUND = re.compile(
    r"^(?:freedom house[\s|:,\u2013-]*)?freedom on the net(?:: a global assessment of internet and digital media)?[\s:,\u2013-]*"
    r"(?:20[0-9]{2})?[\s:|\u2013-]*"
    r"|(?:[\s:|,\u2013-]+|\b)"
    r"(?:freedom (?:on|of) the net(?: index)?|freedom house|country (?:report|profile)|igif|figures|20[0-9]{2}"
    r"|[0-9/]+, [0-9:]+ [ap]m)?[\s:|,\u2013-]*$",
    re.IGNORECASE,
)
# What websites and printed pages have around a report.
_NOISE = re.compile(
    r"(?:skip to.*|home|menu|search|share|print|download.*|pdf.*|page [0-9].*|documents?|category:?|transcript|upload:?.*|post on.*|views?"
    r"|contents|table of contents|quick facts.*|country report|freedom|freedom house|status|scores?|total|invented for tests.*|n/?a"
    r"|year:?|country:?|country profile|published on.*|publisher.*|publication.*|(?:not |partly )?free|on the net|report|about.*|select.*)",
    re.IGNORECASE,
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


def identify(
    path: str,
    lines: Sequence[Line],
    years: Sequence[int],
    before: int,
    taken: Sequence[int],
    dated: Sequence[str],
    figures: Sequence[str],
    covers: str = "",
) -> Identity:
    """Return what a report is about.

    `years` are those of the columns of scores, `before` that of an earlier column whose neighbour is lost (else 0), `dated` the dates of
    its notes, `figures` the years of the figures in its fact box, `covers` the period that it says it covers.
    """
    stem = os.path.splitext(os.path.basename(path))[0]
    line, title, why = _title(lines, set(taken), stem)
    code = code_of(title)
    edition, why_edition = _edition(stem, lines, years, dated, figures, covers)
    if edition <= before:
        edition, why_edition = before + (2 if before == 2009 else 1), "the edition after that of the earlier scores"
    return Identity(
        name=f"{slug(title)}-{edition}" if slug(title) != "finding" else f"report-{edition}",
        title=title,
        country=code or UNKNOWN,
        edition=edition,
        lines=([line] if line else []) + _series(lines, line, title, set(taken)),
        why_title=why,
        why_country="by its name" if code else "the name is in no list of countries; write the code of ISO 3166-1",
        why_edition=why_edition,
    )


def _title(lines: Sequence[Line], taken: set[int], stem: str) -> tuple[Line | None, str, str]:
    first = [line for line in lines[:150] if line.index not in taken and len(line.text) <= 300]
    text = "\n".join(line.text for line in lines[:3000]).casefold()
    for line in lines[:60]:
        if found := _COUNTRY.search(bare(line.text[:400])):
            return line, _cased(found[1].strip()), "the name behind the word country"
        if found := _RUNNING.search(line.text[:400]):
            return None, _cased(found[1].strip()), "the name before the table"
    named: list[tuple[int, int, Line, str]] = []
    for place, line in enumerate(first):
        fitting = [words for words in _names(line.text) if code_of(words)]
        named += [(-min(text.count(words.casefold()), 9), place, line, words) for words in fitting]
    if named:
        _count, _place, line, words = min(named, key=lambda item: item[:2])
        return line, _cased(words), "a line with the name of a country"
    for part in re.split(r"[-_ .]+", stem):
        if code_of(part):
            return None, part.title(), "the name of the file"
    if name := most_named("\n".join(line.text for line in lines[:600])[:60_000]):
        return None, _cased(name), "the country that the text names most often"
    best: tuple[int, Line, str] | None = None
    for line in first[:60]:
        heading = heading_of(line.text)
        if heading and (heading.part or heading.question):
            break
        words = re.sub(r"^country\s*:\s*", "", _names(line.text)[0], flags=re.IGNORECASE)
        if not re.fullmatch(r"(?:[^\W\d_][\w'\u2019-]*\s?){1,4}", words) or not words[0].isupper() or _NOISE.fullmatch(words):
            continue
        fits = min(text.count(words.casefold()), 5) + (2 if heading else 0) + (3 if _SERIES.search(line.text) else 0)
        if best is None or fits > best[0]:
            best = fits, line, words
    if best:
        return best[1], _cased(best[2]), "a short line near the beginning that may be its name"
    words = cleaned(re.sub(r"[-_0-9]+", " ", stem), 80)
    return None, words.title() if any(map(str.isalpha, words)) else "Report", "the name of the file"


def _names(text: str) -> list[str]:
    """Return what of a line may be a name: the line without the series and its year, its parts, its first words."""
    words = bare(text)[:200]
    for _round in range(6):
        words = _AROUND.sub("", words).strip()
    parts = [part.strip() for part in re.split(r"\s[|\u2013-]\s|:\s", words)]
    return [words, *(part for part in parts if len(part) <= 60 and part != words)]


def _series(lines: Sequence[Line], title: Line | None, name: str, taken: set[int]) -> list[Line]:
    """Return the first lines that hold nothing but the name, the series and the year."""
    others = [line for line in lines[:20] if line is not title and line.index not in taken]
    return [line for line in others if any(map(str.isalpha, line.text)) and _names(line.text)[0].casefold() in ("", name.casefold())]


def _cased(words: str) -> str:
    words = cleaned(words, 100)
    return words.title() if words.isupper() or words.islower() else words


def _edition(
    stem: str, lines: Sequence[Line], years: Sequence[int], dated: Sequence[str], figures: Sequence[str], covers: str
) -> tuple[int, str]:
    if years:
        return max(years), "the latest year above the scores"
    beginning = "\n".join(bare(line.text[:400]) for line in lines[:80])
    for pattern, why in _EDITIONS:
        if found := pattern.search(beginning):
            return int(found[1]), why
    if found := re.search(r"(?<![0-9])(20[0-9]{2})(?![0-9])", stem):
        return int(found[1]), "the name of the file"
    if covers:
        return int(covers.partition("/")[2][:4]), "the year in which its coverage ends"
    for line in lines[:12]:
        if found := _DATED.match(bare(line.text[:100])):
            return int(found[1]), "a year near the beginning"
    today = datetime.date.today().year
    if known := _years(figures, today):
        return min(max(known) + 1, today), "the year after the latest figure"
    if known := _years(dated, today):
        return max(known), "the latest date in the notes"
    text = "\n".join(line.text for line in lines[:600])[:60_000]
    if known := _years(re.findall(r"(?<![\w/.-])20[0-9]{2}(?![\w/-])", text), today):
        return max(known), "the latest year in the text"
    return today, "nothing says which edition it is"


def _years(dates: Iterable[str], today: int) -> list[int]:
    """Return the years of dates that can be those of an edition."""
    return [int(date[:4]) for date in dates if date[:4].isdecimal() and 2000 < int(date[:4]) <= today]
