"""The words that reports print before scores and figures, in all the editions that are known."""

from __future__ import annotations

import re

SCORES = {
    "access": r"obstacles\s+to\s+access",
    "content": r"limits\s+on\s+content",
    "rights": r"violations?\s+of\s+user\s+rights",
    "total": (
        r"(?:(?P<year>20[0-9]{2})\s+)?freedom\s+on\s+the\s+net\s+total"
        r"|(?:total|overall|internet\s+freedom|freedom\s+on\s+the\s+net)\s+score|grand\s+total|total(?!\s+(?:population|pop))"
    ),
    "status": (
        r"(?:internet\s+freedom|freedom\s+on\s+the\s+net|net\s+freedom|overall)\s+status"
        r"|internet\s+freedom(?=\s+(?:not|partly|free|n/a)\b)|status"
    ),
}
MAXIMA = {"access": 25, "content": 35, "rights": 40, "total": 100}
"""Highest score of each category and of all together, in every edition."""

_USERS = r"(?:bloggers?|online\s+users?|ict\s+users?|internet\s+users?|online\s+journalists?)"
_KINDS = (
    (
        "press-freedom",
        (
            r"(?:freedom\s+of\s+the\s+press|press\s+freedom)(?:\s+\(?20[0-9]{2}\)?)?(?:\s+\w+)?\s*"
            r"(?:score\s*/\s*status|status|score)"
        ),
    ),
    ("other", r"(?:global\s+freedom|freedom\s+in\s+the\s+world|democracy)(?:\s+20[0-9]{2})?\s+(?:score|status)(?:\s*/\s*status)?"),
    ("internet-penetration", r"internet\s+(?:users?\s*/\s*)?penetration(?:\s+rates?)?|internet\s+users?|penetration(?:\s+rate)?"),
    (
        "other",
        (
            r"mobile[\s-]+(?:phone|cellular)?\s*(?:users?\s*/\s*)?"
            r"(?:penetration(?:\s+rate)?|users?|subscribers?|subscriptions?)"
        ),
    ),
    (
        "apps-blocked",
        (
            r"(?:web\s+2\.0|social[\s-]+media(?:\s*/\s*ict)?|ict|communication)\s+(?:apps?|applications?|platforms?)"
            r"\s*(?:/\s*\w+\s+)?blocked"
        ),
    ),
    (
        "content-censored",
        (
            r"(?:(?:substantial|notable|significant)\s+)?political(?:\s*/\s*social|,\s*social,?(?:\s+or\s+religious)?)?\s+"
            r"(?:censorship|content\s+(?:systematically\s+)?(?:blocked|censored|filtered))"
        ),
    ),
    (
        "users-arrested",
        (
            rf"{_USERS}(?:(?:\s*/\s*|\s+or\s+|\s+and\s+){_USERS})?"
            r"\s+(?:arrested|imprisoned|detained)(?:\s+or\s+imprisoned)?"
        ),
    ),
    ("population", r"(?:total\s+)?population"),
    ("other", r"(?:digital\s+opportunity|ict\s+development)\s+index(?:\s+\(?20[0-9]{2}\)?)?(?:\s+ranking)?"),
    ("other", r"g(?:ni|dp)\s+per\s+capita"),
    (
        "other",
        (
            r"(?:pro-?government\s+commentators?|technical\s+attacks?|(?:localized\s+or\s+nationwide\s+)?ict\s+shutdowns?"
            r"|users?\s+assaulted|new\s+laws?)[^\n:]{0,60}(?=:)"
        ),
    ),
)
KINDS = {f"f{number}": kind for number, (kind, _words) in enumerate(_KINDS)}
_TAIL = r"(?:\s*\(?(?:19|20)[0-9]{2}\)?(?=\s*(?:[:(|\t]|\s\s|\n)))?(?:\s*\([A-Za-z][\w ,.-]{1,20}\))?(?:\s+ranking|\s+score)?"
FACTS = "|".join(f"(?P<f{number}>{words})" for number, (_kind, words) in enumerate(_KINDS))
FACT = re.compile(rf"(?:{FACTS}){_TAIL}", re.IGNORECASE)
LABEL = re.compile(
    rf"(?<![^\W_])(?:(?:(?P<fact>(?:{FACTS}){_TAIL})(?=\s*\**\s*(?::|\||\t|\n|\s\s)|\s+[0-9]))"
    rf"|{'|'.join(f'(?P<{key}>{words})' for key, words in SCORES.items())})(?![\w-])",
    re.IGNORECASE,
)
"""A label of a score or, in the group `fact`, of a figure about the country."""
STATUS = r"(?:not|partly)\s+free|free"
ABOUT = re.compile(
    r"\W*(?:disclaimer|(?:published on|cite as|citation|publisher|publication(?: date)?|title|last updated"
    r"|author|source|document type|cover(?:ing|age) period)\b[\s:|]"
    r"|dokument #|document #)",
    re.IGNORECASE,
)
"""What libraries print about a document before its text."""
