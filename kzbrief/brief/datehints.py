"""How to write what people write as dates in other ways. Imported only where a date is none."""

from __future__ import annotations

import re

from ..i18n import _
from ..toml.date_words import approximate, in_figures, in_words, interval, meanings

_UNDATED = re.compile(r"n\.?\s?d\.?|undated|no date|none|unknown|n/?a|-+|\?+|date unknown", re.IGNORECASE)


def how_to_write(text: str) -> str:
    """Return a hint for a text that is no date."""
    stripped = text.strip()
    if not stripped or _UNDATED.fullmatch(stripped):
        return _("leave the key out where there is no date")
    if date := approximate(stripped):
        return _("an approximate date has a tilde at its end: {date}").format(date=f'"{date}"')
    if date := in_figures(stripped):
        if date == stripped:
            return _("write it with no blanks: {date}").format(date=f'"{date}"')
        return _("months and days have two digits, with hyphens between: {date}").format(date=f'"{date}"')
    if date := in_words(stripped):
        return _("write {date}").format(date=f'"{date}"')
    if date := interval(stripped):
        if date == re.sub(r"\s", "", stripped):
            return _("write it with no blanks: {date}").format(date=f'"{date}"')
        return _("an interval is written with a slash: {date}").format(date=f'"{date}"')
    meant = meanings(stripped)
    if len(meant) > 1:
        return _("the year comes first; write {one} or {other}, whichever is meant").format(one=f'"{meant[0]}"', other=f'"{meant[1]}"')
    if meant:
        return _("write {date}").format(date=f'"{meant[0]}"')
    return _('the year comes first, then month and day in figures: "2010", "2010-03" or "2010-03-12"')
