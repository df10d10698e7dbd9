"""The codes of all problems, each with its meaning and how bad it is: documentation lists them, `[[allow]]` names them."""

from __future__ import annotations

from ..i18n import N_
from ..toml.problems import Severity

CODES: dict[str, str] = {
    "ambiguous-brief": N_("the name fits several briefs"),
    "bad-date": N_("a date is written in a way that is not understood, or there is no such day"),
    "bad-link": N_("the address of a link in a text does not begin with http:// or https://, or has blanks"),
    "cannot-read": N_("there is no such file, or it may not be read"),
    "category-twice": N_("two sections claim the same category of the method"),
    "cited-twice": N_("a finding has a work in “cites” that its text cites"),
    "draft": N_("a finding is still to be written"),
    "duplicate-id": N_("a name stands for two things"),
    "empty": N_("a text or list that must hold something is empty"),
    "empty-file": N_("the file is empty"),
    "forbidden-character": N_("a control character, or one that changes the direction of writing"),
    "invisible-character": N_("a text holds a character that cannot be seen and has no use there"),
    "long-headline": N_("a headline has more than 90 characters"),
    "malformed-citation": N_("something is meant as a citation but is not written like one, so that its source would be lost"),
    "misplaced-markup": N_("a citation or a link stands in a line that is shown as it is written, as a headline"),
    "missing-key": N_("a key that a table must have is not there"),
    "missing-note": N_("no work has the number of a note that must be there"),
    "never-cited": N_("nothing cites a source"),
    "newer-format": N_("the file needs a newer version of kzbrief"),
    "newer-source": N_("a work in the report's notes is newer than the report"),
    "no-citation": N_("a finding has no citation"),
    "no-cites": N_("figures from outside the report do not say where they stand"),
    "no-edition": N_("no edition has the role “this”"),
    "no-headline": N_("a finding has no headline and is no draft"),
    "no-method": N_("the brief does not say how it is scored"),
    "no-such-actor": N_("there is no actor of this id"),
    "no-such-brief": N_("there is no brief of this name"),
    "no-such-category": N_("the method has no category of this id"),
    "no-such-code": N_("no diagnostic has this code"),
    "no-such-edition": N_("there is no edition of this year"),
    "no-such-event": N_("there is no event of this id"),
    "no-such-fact": N_("there is no fact of this id"),
    "no-such-finding": N_("there is no finding of this id"),
    "no-such-format": N_("there is no such version of the format"),
    "no-such-language": N_("there are no labels in this language"),
    "no-such-method": N_("there is no method of this name"),
    "no-such-note": N_("the work has no note of this number"),
    "no-such-question": N_("the method lists its questions and has none of this code"),
    "no-such-series": N_("there is no series of this id"),
    "no-such-source": N_("there is no source of this key"),
    "no-such-status": N_("the status is no word of the scale's bands, nor n/a"),
    "no-such-theme": N_("there is no theme of this name"),
    "not-a-file": N_("this is a folder, a pipe or a device"),
    "not-a-number": N_("a number is infinite, too large, or none"),
    "not-utf8": N_("the file is not text in UTF-8"),
    "note-twice": N_("two works have the same number of a note"),
    "old-source": N_("a claim in the present tense has sources that are more than three years older"),
    "out-of-range": N_("a score lies beyond the ends of its scale"),
    "same-address": N_("two sources have the same address"),
    "single-source": N_("a finding rests on one source alone"),
    "status-is-no-band": N_("the status is not the one whose band holds the total"),
    "straight-quotes": N_("a text has straight quotation marks where the rest of the brief has curly ones"),
    "syntax": N_("the file is not TOML from here on"),
    "too-deep": N_("lists and tables are nested too deeply, or a key has too many parts"),
    "too-large": N_("the file is over the limit"),
    "too-many-digits": N_("a number has too many digits"),
    "too-many-values": N_("the file has too many keys and values"),
    "too-short": N_("a list has too few entries"),
    "total-is-no-sum": N_("the total is not the sum of its parts"),
    "two-methods": N_("the brief has a method of its own and names a method file"),
    "unknown-key": N_("a key or table is not known where it stands"),
    "unknown-value": N_("a value is not one of those that the key can have"),
    "unused-allow": N_("an [[allow]] silences nothing"),
    "which-note": N_("a source has several notes in the report, and the citation does not say which is meant"),
    "wrong-edition": N_("the year or role of an edition does not fit the others"),
    "wrong-form": N_("a name, address, language or country is not written as it should be"),
    "wrong-note": N_("the number of a note is less than 1, or stands twice at one work"),
    "wrong-reference": N_("an entry does not say what kind of thing it is about"),
    "wrong-type": N_("a value is of the wrong type, as a text where a number is wanted"),
    "wrong-value": N_("a value is refused for another reason"),
}
"""Meanings by code, in alphabetical order."""

WARNINGS = frozenset(
    (
        "cited-twice",
        "invisible-character",
        "long-headline",
        "missing-note",
        "never-cited",
        "newer-source",
        "no-citation",
        "note-twice",
        "same-address",
        "status-is-no-band",
        "straight-quotes",
        "total-is-no-sum",
        "unused-allow",
    )
)
"""Codes of what may be right as it stands; `[[allow]]` says so."""
NOTES = frozenset(("draft", "old-source", "single-source"))
"""Codes of what an author may want to know."""


def severity_of(code: str) -> Severity:
    """Return how bad what has a code is."""
    return "warning" if code in WARNINGS else "note" if code in NOTES else "error"
