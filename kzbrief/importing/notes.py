"""Notes of a report: where each begins, and the lines that belong to it; at the foot of pages or all at the end."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from .furniture import Furniture
from .headings import heading_of
from .lines import Line, bare
from .marks import BARE, RAISED, STYLES, number_of, numbers_of

_START = re.compile(
    r"\s*(?:[-*]\s)?(?:<sup>\s?\[?\s?([0-9]{1,4})\s?\]?\s?</sup>|\[\^([0-9]{1,4})\]:?|\[?\\?\[([0-9]{1,4})\\?\]\]?(?:\([^()\s]{0,300}\))?"
    rf"|\\?\^([0-9]{{1,4}})\\?\^|([{RAISED}]{{1,4}})|([0-9]{{1,3}})[.):]?(?=\s|\Z))\s*(.*)\Z",
    re.DOTALL | re.IGNORECASE,
)
_REFERENCE = re.compile(r"https?://|www\.|[\u201c\u201d\"\u00ab\u201e]|\b(?:ibid|accessed|interview|see|op\. cit)\b", re.IGNORECASE)
_SURE = (re.compile(r"https?://\S"), re.compile(r"[\u201c\u201e\u00ab\"]\S"))
"""What makes a line a reference although nothing marks its number in the text: a title and an address."""
_REST = re.compile(r"[/=_&?%]|\w-\w+-\w|\.(?:html?|php|pdf|aspx?)\b")
_ENDED = re.compile(r"(?:[.>)\u201d\u21a9\ufe0e]|https?://\S+)\s*\Z")
_HEADING = re.compile(r"(?:end|foot)?notes?(?: and references)?|references|sources|bibliography", re.IGNORECASE)
_NO_NOTE = re.compile(r"\s*(?:#|\||-{3,}|_{3,}|\*{3,})")


class Note(NamedTuple):
    """A note of the report."""

    number: int
    """Its printed number."""
    text: str
    """What it says, its lines joined."""
    lines: tuple[Line, ...]
    """The lines it was printed on."""


class Notes(NamedTuple):
    """All notes of a report."""

    notes: tuple[Note, ...]
    """In the order of the report."""
    heading: Line | None
    """The heading above endnotes."""


def collect(lines: Sequence[Line], wide: bool) -> Notes:
    """Return the notes among the lines. `wide` says that a line is a paragraph, so that only few lines continue the one before."""
    marked, around = _marked(lines), Furniture(lines, "")
    heading = next((line for line in reversed(lines) if _HEADING.fullmatch(bare(line.text).strip(" :"))), None)
    after = heading.index if heading else -1
    notes: list[Note] = []
    last, place = 0, 0
    while place < len(lines):
        line = lines[place]
        at_end = 0 <= after < line.index
        number, text = _begin(line.text, _after(lines, place), last, marked, at_end)
        if number is None:
            place += 1
            continue
        parts = [line]
        place += 1
        while (
            place < len(lines)
            and not _ends_notes(lines[place], around, at_end)
            and _continues(lines, place, parts, text, wide, at_end, number, marked)
        ):
            text = joined(text, lines[place].text.strip())
            parts.append(lines[place])
            place += 1
        notes += [Note(one, said.replace("\u00a0", " "), tuple(parts)) for one, said in _run_together(number, text, marked)]
        last = notes[-1].number
    held = any(note.lines[0].index > after for note in notes)
    return Notes(tuple(notes), heading if held else None)


def joined(first: str, second: str) -> str:
    """Return two lines of a note as one; an address that is broken between them is whole again."""
    if not first:
        return second
    tail = re.search(r"https?://\S*\Z", first[-2000:])
    if tail and second:
        head = second.split(maxsplit=1)[0]
        if "<" in first[-len(tail[0]) - 1 :] and not tail[0].endswith(">"):
            return first + second
        if tail[0][-1] in "/-_=&?%#~+" or (tail[0][-1] not in ".,;>)" and _REST.search(head)):
            return first + second
    return first + second if re.search(r"[^\W\d_][-\u00ad\u2010]\Z", first[-2:]) and second[:1].islower() else f"{first} {second}"


def _ends_notes(line: Line, around: Furniture, at_end: bool) -> bool:
    """Return whether a line is not of a note, whatever stands before it: the foot or the head of a page, the title of a part."""
    heading = heading_of(line.text)
    return around.repeats(line) or (not at_end and heading is not None and bool(heading.part))


def _marked(lines: Sequence[Line]) -> set[int]:
    """Return the numbers that stand as marks inside lines."""
    found: set[int] = set()
    for line in lines:
        for pattern in (*STYLES.values(), BARE):
            for match in pattern.finditer(line.text, 1):
                found.update(numbers_of(match[match.lastindex or 1]))
    return found


def _after(lines: Sequence[Line], place: int) -> str:
    """Return the line behind one, and the next unless a note begins there."""
    behind = [line.text for line in lines[place + 1 : place + 3]]
    return "\n".join(behind[:1] if len(behind) > 1 and _START.match(behind[1]) else behind)


def _run_together(number: int, text: str, marked: set[int]) -> Iterator[tuple[int, str]]:
    """Yield a note and those that stand behind it in the same line, each behind a full stop or an address."""
    while number + 1 in marked:
        pattern = rf"(?<=[.>)\w\u201d/])(?:(?<=\.)|\s+){number + 1}\.?\s+(?=[\u201c\"\u00ab*_\[]|[^\W\d_][^\W\d_]|[A-Z]\.)(?![a-z])"
        parts = re.compile(pattern).split(text, maxsplit=1)
        if len(parts) == 1 or not _REFERENCE.search(parts[0]) or not _REFERENCE.search(parts[1]):
            break
        yield number, parts[0].strip()
        number, text = number + 1, parts[1].strip()
    yield number, text


def _begin(text: str, after: str, last: int, marked: set[int], at_end: bool) -> tuple[int | None, str]:
    """Return the number and the text of the note that begins with a line; no number where none does. `after` is the next line."""
    found = _START.match(text)
    if not found:
        return None, ""
    digits = next(group for group in found.groups()[:6] if group is not None)
    number = number_of(digits)
    rest = found[7].strip()
    if not number or (rest and not any(map(str.isalpha, rest))):
        return None, ""
    if found[6] is None:
        # A raised number at the beginning of a line that is no note of its own is the rest of a broken line.
        return (number, rest) if at_end or not last or number > last - 60 or _REFERENCE.search(rest) else (None, "")
    follows = last < number <= last + 3
    if at_end and follows and (rest or number in marked):
        return number, rest
    certain = number in marked or (number == last + 1 and text.lstrip()[len(digits) :][:1] in (".", ")"))
    if not rest and follows and number in marked and _REFERENCE.search(after) and not _START.match(after):
        return number, ""
    # The reference may stand on the next line, where the number is the one that must come.
    refers = _REFERENCE.search(rest) or (number == last + 1 and _REFERENCE.search(after) and not _START.match(after))
    sure = certain or (number == last + 1 and all(sign.search(rest) for sign in _SURE))
    return (number, rest) if follows and sure and refers else (None, "")


def _continues(
    lines: Sequence[Line], place: int, parts: list[Line], text: str, wide: bool, at_end: bool, last: int, marked: set[int]
) -> bool:
    """Return whether a line belongs to the note whose lines are given."""
    line = lines[place]
    number, _rest = _begin(line.text, _after(lines, place), last, marked, at_end)
    if number is not None or _NO_NOTE.match(line.text):
        return False
    if not text:
        return True
    start = line.text.strip()[:1]
    address = bool(re.match(r"\s*<?(?:https?://|www\.)", line.text))
    if line.index > parts[-1].index + 1:
        return address and not re.search(r"https?://", text)
    return address or start.islower() or not _ENDED.search(text[-300:]) if wide else True
