"""Briefings made for tests of exports."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hypothesis import strategies as st
from msgspec.structs import replace

from kzbrief.brief import briefing as briefings
from kzbrief.brief.briefing import Briefing
from kzbrief.brief.dates import Date
from kzbrief.brief.work import Source

DATA = Path(__file__).parents[1] / "data"
KAZAKHSTAN = briefings.load("kazakhstan-2011")
GOLDEN = briefings.load(DATA / "golden.toml")
MINIMAL = briefings.load(DATA / "minimal.toml")
COMPLETE = briefings.load(DATA / "complete.toml")
ALL = [KAZAKHSTAN, GOLDEN, MINIMAL, COMPLETE, briefings.load("kazakhstan-2025"), briefings.load("kyrgyzstan-2014")]


def changed(briefing: Briefing, **fields: Any) -> Briefing:
    """Return a briefing with other fields in its brief."""
    return Briefing(briefing.path, replace(briefing.brief, **fields), briefing.method)


def with_work(**fields: Any) -> Briefing:
    """Return a small brief with one source, `the-work`."""
    known: dict[str, Any] = {"type": "web", "title": "Title"}
    return changed(MINIMAL, sources={"the-work": Source(**{**known, **fields})}, unsettled={}, remarks=[])


def date(text: str) -> Date:
    """Return a date."""
    return Date.parse(text)


# What the loader lets through: no control characters, no line separators, no overrides of direction.
LETTERS = st.characters(
    exclude_categories=("Cc", "Cs", "Zl", "Zp"), exclude_characters="\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
TEXTS = st.text(LETTERS | st.sampled_from("\\{}$&#^_~%@\"'`-<>,;|=[]()*?! \n"), min_size=1, max_size=60).filter(str.strip)
"""Texts as an author may write them, with many of the signs that formats take for their own."""


def blanks_joined(text: str) -> str:
    """Return a text in one line with single blanks."""
    return " ".join(text.split())
