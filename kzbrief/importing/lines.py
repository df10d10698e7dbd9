"""Lines of a report, and what they say without the marks of type."""

from __future__ import annotations

import re
from typing import NamedTuple

from ..toml.characters import FORBIDDEN

TAGS = re.compile(r"</?(?:b|br|strong|i|em|u|span|font|h[1-6])\b[^<>]{0,200}>|\*\*|__", re.IGNORECASE)
_ESCAPED = re.compile(r"\\+([!-/:-@\[-`{|}~])")
# Ligatures and marks that PDF files put into words.
_TYPE = str.maketrans(
    {
        "\ufb00": "ff",
        "\ufb01": "fi",
        "\ufb02": "fl",
        "\ufb03": "ffi",
        "\ufb04": "ffl",
        "\ufb05": "st",
        "\ufb06": "st",
        "\u00ad": "",
        "\ufeff": "",
    }
)
_ENTITIES = {"&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'", "&nbsp;": " ", "&apos;": "'"}
_ENTITY = re.compile("|".join(map(re.escape, _ENTITIES)))
# The limits of a TOML file hold for rows of digits, too; nothing that is meant has one of this length.
_ROW = re.compile(r"([0-9A-Fa-f_]{300})[0-9A-Fa-f_]+")


_RULE = re.compile(r"[\s|:+]*(?:([-_*=~\u2010-\u2015\u2500-\u257f])[\s|:+]*)(?:\1[\s|:+]*){2,}")
"""A rule, also one of a table; it says nothing."""


class Line(NamedTuple):
    """A line of a report that is not blank."""

    index: int  # type: ignore[assignment]
    """Its place among all lines, from 0."""
    text: str
    """Its text as it stands."""


def lines_of(text: str) -> list[Line]:
    """Return the lines of a text that are not blank and no mere rules. A page break divides lines, too."""
    found = re.split(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]", text)
    return [Line(index, line.rstrip(" \t")) for index, line in enumerate(found) if line.strip(" \t\xa0") and not _RULE.fullmatch(line)]


def bare(text: str) -> str:
    """Return a line without the marks of Markdown and HTML that give it a look: what a person reads."""
    return " ".join(unescaped(TAGS.sub("", text)).strip().strip("#*").split())


def unescaped(text: str) -> str:
    """Return a text without the backslashes and entities that Markdown and HTML need."""
    return _ENTITY.sub(lambda found: _ENTITIES[found[0]], _ESCAPED.sub(r"\1", text))


def cleaned(text: str, longest: int = 1000) -> str:
    """Return a text that may be a value of a brief: no characters that are forbidden or of type alone, blanks single, not too long."""
    text = " ".join(FORBIDDEN.sub(" ", text).translate(_TYPE).split())
    text = _ROW.sub("\\1\u2026", text)
    text = text if len(text) <= longest else text[: longest - 1].rstrip() + "\u2026"
    # A lone half of a surrogate pair cannot be written to a file.
    return text.encode("utf-8", "replace").decode()
