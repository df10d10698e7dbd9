"""Rules that a brief must keep beyond the types of its values. Each yields its problems; all are listed here, once."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ...toml.problems import Problem
from .case import Case
from .editions import category_ids, edition_roles, outside_sources
from .identity import duplicate_ids
from .references import about, actors, allowed, key_findings
from .sources import candidates, cited_sources, text_citations

Rule = Callable[[Case], Iterator[Problem]]

STRUCTURE: tuple[Rule, ...] = (
    duplicate_ids,
    cited_sources,
    text_citations,
    candidates,
    about,
    key_findings,
    actors,
    allowed,
    category_ids,
    edition_roles,
    outside_sources,
)
"""Rules without which a brief cannot be shown: every reference leads somewhere, every name is there once."""

__all__ = ["STRUCTURE", "Case", "Rule"]
