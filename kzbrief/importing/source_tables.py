"""Works and unsettled references as tables of a draft, with the notes as printed above them."""

from __future__ import annotations

from collections.abc import Iterator

from .draft import Draft
from .lines import cleaned
from .resolve import Open
from .toml_text import comment, value
from .works import Found

_KEYS = (
    ("author", "authors"),
    ("editor", "editors"),
    ("title", "title"),
    ("title-from", "title_from"),
    ("language", "language"),
    ("title-translated", "translated"),
    ("publication", "publication"),
    ("collection", "collection"),
    ("publisher", "publisher"),
    ("place", "place"),
    ("republished-by", "republished"),
    ("date", "date"),
    ("date-printed", "date_printed"),
    ("accessed", "accessed"),
    ("url", "url"),
)
_DEFAULTS = {"title_from": "print", "language": "en"}


def source_tables(draft: Draft) -> Iterator[list[str]]:
    """Yield a table for each work and each unsettled reference."""
    printed: set[int] = set()
    for work in draft.resolved.works:
        yield [*_notes(draft, work, printed), *_source(work)]
    for item in draft.resolved.open:
        keys = [candidate.key for candidate in item.candidates]
        yield [
            *_notes(draft, item, printed),
            f"[unsettled.{item.key}]",
            f"candidates = {value(keys)}",
            f"notes = {value(item.notes)}",
            f"printed = {value(cleaned(item.printed) or item.candidates[0].title)}",
            f"reason = {value(item.reason)}  # guess: see whether the notes settle it",
        ]
    for place, note in enumerate(draft.notes):
        if place not in printed:
            yield comment(f"note {note.number}: {_printed(draft, place)}")


def _notes(draft: Draft, work: Found | Open, printed: set[int]) -> list[str]:
    """Return the notes that point to a work as comments, each where the first of its works stands."""
    lines: list[str] = []
    numbers = set(work.notes)
    for place, note in enumerate(draft.notes):
        if note.number in numbers:
            if place not in printed:
                printed.add(place)
                lines += comment(f"note {note.number}: {_printed(draft, place)}")
            elif isinstance(work, Found) and note.number == work.number:
                lines += comment(f"of note {note.number}: {work.printed}")
    return lines


def _printed(draft: Draft, place: int) -> str:
    return " ".join(line.text for line in draft.notes[place].lines)


def _source(work: Found) -> list[str]:
    lines = [f"[sources.{work.key}]", f"type = {value(work.kind)}  # guess: by the words of the note"]
    for key, name in _KEYS:
        item = getattr(work, name)
        if not item or item == _DEFAULTS.get(name):
            continue
        hint = next((guess for guess in work.guesses if guess.split(":")[0].split(",")[0] == key), "")
        lines.append(f"{key} = {value(item)}" + (f"  # guess: {cleaned(hint.partition(': ')[2])}" if hint else ""))
    lines.append(f"notes = {value(work.notes)}")
    if work.authors and any("," in name for name in work.authors):
        lines.append("# guess: who is a person and which name is the family's")
    keys = {key for key, _name in _KEYS}
    lines += [line for guess in work.guesses if guess.split(":")[0].split(",")[0] not in keys for line in comment(guess, "guess:")]
    lines += [line for rest in work.rest for line in comment(rest, "in no field:")]
    return lines
