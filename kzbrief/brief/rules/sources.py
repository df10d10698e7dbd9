"""Rules of sources: every citation leads to a work, and to one of its notes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...i18n import _, ngettext
from ...toml.problems import Path, Problem
from ..model import Unsettled
from ..text import Cite, cites_of, parse, parse_cite
from ..work import Source
from .case import Case

_BRACKET = r"\\[!-/:-@\[-`{-~]|\[@[^\[\]\\]*+\]"
"""A citation, or an escaped character, which opens none."""

_MARKS = frozenset("@;[]")
"""What no key holds, but a citation in a text does."""

MOST = 20
"""Most faults that are reported of one text, since finding the place of each takes long."""
_SIMPLE = r"\[@([a-z0-9-]+)(?:, note ([0-9]{1,4}))?\]\Z"
"""What most citations look like; they need not be parsed to see that they are in order."""


def cited_sources(case: Case) -> Iterator[Problem]:
    """Yield entries of lists `cites` that lead nowhere."""
    for path, cites, printed in case.cites():
        for index, item in enumerate(cites):
            if item is None:
                continue
            if item in case.works and _is_good(case.works[item], None, printed):
                continue
            cite = parse_cite(item)
            if cite.key not in case.works and not _MARKS.isdisjoint(cite.key):
                from .mending import malformed_entry

                yield malformed_entry(case, item, (*path, index))
            else:
                yield from _check(case, cite, (*path, index), (item.find(cite.key), item), printed)


def text_citations(case: Case) -> Iterator[Problem]:
    """Yield citations in texts that lead nowhere; the place is that of the very key."""
    works = case.works
    for marked in case.marked:
        if marked.plain is not None:
            if all(key in works and _is_good(works[key], note, marked.printed) for key, note in marked.plain):
                continue
        elif "[@" not in marked.text:
            continue
        yield from _of_text(case, marked.path, marked.text, marked.printed)


def _of_text(case: Case, path: Path, text: str, printed: bool) -> Iterator[Problem]:
    """Yield what is wrong with the citations of a text: of very many, the first, and how many follow."""
    count = left = 0
    last: Problem | None = None
    for cite, position in _not_plain(case, text, printed):
        if count < MOST:
            for last in _check(case, cite, path, (position, text), printed):
                count += 1
                yield last
        else:
            work = case.works.get(cite.key)
            left += "source" not in case.in_doubt if work is None else not _is_good(work, cite.note, printed)
    if left and last is not None:
        message = ngettext("{count} more citation of this text is faulty", "{count} more citations of this text are faulty", left)
        yield Problem(last.code, message.format(count=left), path, last.place)


def _not_plain(case: Case, text: str, printed: bool) -> Iterator[tuple[Cite, int]]:
    """Yield the citations of a text that are not plainly in order, each with where its key stands."""
    for bracket in re.finditer(_BRACKET, text):
        if bracket[0][0] == "\\":
            continue
        position = bracket.start()
        if simple := re.match(_SIMPLE, bracket[0]):
            work, note = case.works.get(simple[1]), int(simple[2]) if simple[2] else None
            if work is None or not _is_good(work, note, printed):
                yield Cite(simple[1], "", note), position + 2
            continue
        for cite in cites_of(parse(bracket[0])):
            position = text.find("@", position) + 1
            yield cite, position
            position = text.find(";", position)


def candidates(case: Case) -> Iterator[Problem]:
    """Yield candidates of unsettled references that are no sources."""
    for key, unsettled in case.brief.unsettled.items():
        for index, candidate in enumerate(unsettled.candidates):
            if candidate is None or isinstance(case.works.get(candidate), Source):
                continue
            path = ("unsettled", key, "candidates", index)
            if candidate in case.works:
                message = _("the candidate “{key}” is unsettled itself; candidates are sources").format(key=candidate)
                yield case.places.problem("no-such-source", message, path)
            elif "source" not in case.in_doubt and not case.is_mended(candidate, case.works):
                yield _no_source(case, candidate, path, None)


def note_numbers(case: Case) -> Iterator[Problem]:
    """Yield numbers of notes that there cannot be."""
    for table, works in (("sources", case.brief.sources), ("unsettled", case.brief.unsettled)):
        for key, work in works.items():
            # None stands for numbers that are none.
            for index, note in enumerate(work.notes):
                if note is not None and note in work.notes[:index]:
                    message = _("note {note} stands here twice").format(note=note)
                    yield case.places.problem("wrong-note", message, (table, key, "notes", index), hint=_("delete one of them"))
                elif note is not None and note < 1:
                    message = _("notes are numbered from 1; there is no note {note}").format(note=note)
                    hint = _("leave “notes” out for a work from outside the report")
                    yield case.places.problem("wrong-note", message, (table, key, "notes", index), hint=hint)


def _is_good(work: Source | Unsettled, note: int | None, printed: bool) -> bool:
    # None stands for numbers that are none; those below 1 are faults of their own.
    return note in work.notes if note else not printed or len({number for number in work.notes if number and number > 0}) < 2


def _check(case: Case, cite: Cite, path: Path, where: tuple[int, str], printed: bool) -> Iterator[Problem]:
    """Yield what is wrong with a citation whose key stands at an index of a text."""
    work = case.works.get(cite.key)
    index, text = where
    if work is None:
        if "source" not in case.in_doubt and not case.is_mended(cite.key, case.works):
            yield _no_source(case, cite.key, path, (index, len(cite.key)))
        return
    notes = work.notes
    if cite.locator and ("note" in cite.locator.lower() or not cite.locator.upper().isupper()):
        from .mending import misnoted

        problem = misnoted(case, cite, path, index)
        if problem is not None:
            yield problem
            return
    if cite.note is None:
        if not _is_good(work, None, printed) and "note" not in case.in_doubt:
            message = _("“{key}” has several notes in the report: {notes}; say which is meant").format(key=cite.key, notes=_listed(notes))
            example = f"[@{cite.key}, note {notes[0]}]" if path[-1] == "text" else f'"{cite.key}, note {notes[0]}"'
            hint = _("write it as in {example}").format(example=example)
            yield case.places.problem("which-note", message, path, hint=hint, inside=(index, len(cite.key)))
    elif cite.note not in notes and "note" not in case.in_doubt:
        from .misnumbered import misnumbered

        yield misnumbered(case, cite.key, cite.note, path, (index, text))


def _no_source(case: Case, key: str, path: Path, inside: tuple[int, int] | None) -> Problem:
    message = _("there is no source “{key}”").format(key=key)
    if key.isdecimal() and key.isascii() and (hint := of_note(case, int(key), path)):
        return case.places.problem("no-such-source", message, path, hint=hint, inside=inside)
    hint = case.did_you_mean(key.removeprefix("sources."), case.works)
    return case.places.problem("no-such-source", message, path, hint=hint, inside=inside)


def of_note(case: Case, number: int, path: Path) -> str | None:
    """Return how works are cited that have a note of the report, where somebody wrote its number in the place of a key."""
    found = [f"{key}, note {number}" if len(work.notes) > 1 else key for key, work in case.works.items() if number in work.notes]
    if not found:
        return None
    cites = [f'"{item}"' for item in found] if isinstance(path[-1], int) else [f"[@{item}]" for item in found]
    return _("citations name works by their keys; note {number} is {examples}").format(number=number, examples=_(" or ").join(cites))


def _listed(notes: list[int]) -> str:
    return ", ".join(map(str, notes))
