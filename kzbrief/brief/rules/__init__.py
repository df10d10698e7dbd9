"""Rules that a brief must keep beyond the types of its values. Each yields its problems; all are listed here, once."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ...toml.problems import Problem
from .case import Case
from .editions import categories_once, category_ids, edition_roles, edition_years, outside_sources
from .headlines import headline_markup, headlines
from .identity import duplicate_ids
from .markup import text_markup
from .references import about, actors, allowed, key_findings
from .scores import question_codes, scores
from .sources import candidates, cited_sources, note_numbers, text_citations

Rule = Callable[[Case], Iterator[Problem]]

STRUCTURE: tuple[Rule, ...] = (
    duplicate_ids,
    headlines,
    headline_markup,
    cited_sources,
    text_citations,
    text_markup,
    candidates,
    note_numbers,
    about,
    key_findings,
    actors,
    allowed,
    category_ids,
    categories_once,
    edition_roles,
    edition_years,
    scores,
    question_codes,
    outside_sources,
)
"""Rules without which a brief cannot be shown: every reference leads somewhere, every name is there once, and every value is possible."""

__all__ = ["STRUCTURE", "Case", "Rule"]
