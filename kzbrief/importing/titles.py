"""The title in a reference: the first quotation, with its translation in brackets."""

from __future__ import annotations

import re
from typing import NamedTuple

from . import languages
from .addresses import SIGN

_PAIRS = {"\u201c": "\u201d", "\u00ab": "\u00bb", "\u201e": "\u201d\u201c", "\u2018": "\u2019", "\u201d": "\u201d", '"': '"'}
_BEHIND = re.compile(r"[\s,.;:\[(*\x01\u2014-]|\Z")


class Title(NamedTuple):
    """A title and the text around it."""

    before: str
    title: str
    translated: str
    after: str


def quoted(text: str) -> Title | None:
    """Return the first title in quotation marks, None where there is none."""
    for place, sign in enumerate(text):
        if sign not in _PAIRS or (sign == "\u2018" and text[:place].strip() and text[:place].rstrip()[-1:] not in ",:.;"):
            continue
        end = _end(text, place)
        if end is None or not any(map(str.isalnum, text[place + 1 : end])):
            continue
        before, after = text[:place], text[end + 1 :]
        title = text[place + 1 : end]
        if before.rstrip().endswith("[") and not title.strip(" ,."):
            continue
        translated, after = _translation(after)
        if not translated and before.rstrip().endswith("*") and after.startswith("*"):
            before, after = before.rstrip()[:-1], after[1:]
        return Title(before, _trimmed(title), translated, after)
    return None


def emphasised(text: str) -> tuple[str, str, str] | None:
    """Return what stands before, in and behind the first emphasis, None where there is none."""
    found = re.search(r"(?<![\w*])\*([^*\s][^*]{0,400})\*(?!\*)|(?<!\w)_([^_\s][^_]{0,400})_(?!\w)", text)
    return (text[: found.start()], found[1] or found[2], text[found.end() :]) if found else None


def _end(text: str, start: int) -> int | None:
    """Return where the quotation ends that starts there."""
    opening = text[start]
    closing = _PAIRS[opening]
    depth = 0
    last = None
    for place in range(start + 1, min(len(text), start + 1200)):
        sign = text[place]
        if sign == opening and opening not in closing:
            depth += 1
        elif sign in closing:
            if depth:
                depth -= 1
            elif _BEHIND.match(text, place + 1):
                return place
            else:
                last = last or place
    return last


def _translation(after: str) -> tuple[str, str]:
    found = re.match(r"\s*,?\s*\*?\[([^\[\]\x01]{2,1000}(?:\[[^\[\]]{0,200}\][^\[\]]{0,500})?)\]\*?", after)
    if (
        not found
        or (len(found[1].split()) < 4 and languages.said(f"in {found[1].removeprefix('in ')}"))
        or re.match(r"\s*accessed", found[1], re.IGNORECASE)
    ):
        return "", after
    return _trimmed(found[1].strip().strip('\u201c\u201d"')), after[found.end() :]


def _trimmed(title: str) -> str:
    """Return a title without the punctuation of the sentence around it."""
    title = SIGN.sub(" ", title).strip().strip("*_").strip()
    title = title.rstrip(",;").rstrip()
    return title[:-1] if title.endswith(".") and not title.endswith("..") and not re.search(r"\b\w\.\w?\.?\Z", title[-5:]) else title
