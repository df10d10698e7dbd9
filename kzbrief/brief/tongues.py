"""The languages that a brief can be read in: those of its headlines, then the briefs that translate it or that it translates."""

from __future__ import annotations

import os
from typing import NamedTuple

from ..restricted import restricted
from .briefing import Briefing, load
from .shown import headline_languages


class Tongue(NamedTuple):
    """A language that can be gone to."""

    tag: str
    """Its tag; empty where only the other brief knows it."""
    brief: str = ""
    """Name of the brief in it; empty for the headlines of this one."""


def tongues(briefing: Briefing) -> list[Tongue]:
    """Return the languages of a brief in the order in which they follow each other: its own first."""
    heading = briefing.brief.brief
    found = [Tongue(tag) for tag in headline_languages(briefing.brief)]
    found += [Tongue(tag, name) for tag, name in heading.translations.items()]
    if heading.translation_of and heading.translation_of not in heading.translations.values():
        found.append(Tongue("", heading.translation_of))
    return found


def following(briefing: Briefing, headlines: str) -> Tongue | None:
    """Return the language after that of the headlines as they are shown, by its tag; None where the brief is in one language alone."""
    found = tongues(briefing)
    if len(found) < 2:
        return None
    here = next((number for number, tongue in enumerate(found) if not tongue.brief and tongue.tag == headlines), 0)
    return found[(here + 1) % len(found)]


def translation(briefing: Briefing, name: str) -> Briefing:
    """Return the brief of a name as one that translates another: that beside it, else the known one; in restricted use names alone count.

    Raises DocumentError where it cannot be read.
    """
    beside = os.path.join(os.path.dirname(briefing.path), f"{name}.toml")
    return load(beside if not restricted() and os.path.isfile(beside) else name)
