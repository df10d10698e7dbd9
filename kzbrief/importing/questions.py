"""Scores of single questions, which later reports print beside each: `A1 ... 3 / 6`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .lines import Line, bare

CODE = re.compile(r"\W*(A[1-5]|[BC][1-8])\b(?:[.:)\s|]*(?:[0-9](?:\.00)?\s?-\s?[0-9](?:\.00)?\s*(?:pts|points)?\s*)*)?", re.IGNORECASE)
"""The code of a question with the range of its points, at the beginning of a line."""
_SCORE = re.compile(
    r"(?<![\w.,/])([0-9])(?:\.0+[0-9]?)?\s?(?:/|of|out\s+of|\s)\s?([0-9])(?:\.0+[0-9]?)?(?:\s?(?:pts|points))?[\s|*)]*\Z", re.IGNORECASE
)
POINTS = re.compile(
    r"(?:\s+|(?<=\?)|(?<=\s))(?:[0-9](?:\.0+[0-9]?)?\s?(?:/|of|out\s+of|\s)\s?[0-9](?:\.0+[0-9]?)?(?:\s?(?:pts|points))?)?[\s|*()]*\Z"
)
"""The score at the end of a line with a question."""
_REACH = 4
"""Most lines that a question takes."""


def read(lines: Sequence[Line], found: dict[str, int | float | str]) -> None:
    """Add the scores of questions to a mapping by their codes."""
    texts = [bare(line.text) for line in lines]
    for place, text in enumerate(texts):
        code = CODE.match(text) if len(text) <= 500 else None
        if not code or not _opens(text[code.end() :]):
            continue
        rests = [text[code.end() :], *texts[place + 1 : place + _REACH]]
        for number, rest in enumerate(rests):
            if number and (CODE.match(rest) or len(rest) > 500):
                break
            score = _SCORE.search(rest)
            if score and int(score[1]) <= int(score[2]) and (number or not rest[: score.start()].strip() or "?" in rest or "/" in score[0]):
                found.setdefault(code[1].upper(), int(score[1]))
                break
            if number and "?" in rest and not rest.rstrip().endswith("?"):
                break


def _opens(rest: str) -> bool:
    """Return whether what follows a code can be its question: nothing, a score, or words with a capital."""
    return not rest.strip() or rest.strip()[:1].isupper() or rest.strip()[:1].isdigit()
