"""What each code means to an author: why it is looked for, what is wrong and what is right. Tests run every example.

Imported only by `check --explain` and for the documentation.
"""

from __future__ import annotations

from . import figures, references, structure, texts, toml_text
from .explanation import Explanation, whole

EXPLANATIONS: dict[str, Explanation] = dict(
    sorted(
        {
            **figures.EXPLANATIONS,
            **references.EXPLANATIONS,
            **structure.EXPLANATIONS,
            **texts.EXPLANATIONS,
            **toml_text.EXPLANATIONS,
        }.items()
    )
)
"""Explanations by code, in alphabetical order."""

__all__ = ["EXPLANATIONS", "Explanation", "whole"]
