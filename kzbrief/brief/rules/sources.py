"""Rules of sources: every citation leads to a work, and to one of its notes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...i18n import _
from ...toml.problems import Path, Problem
from ..text import Cite, cites_of, parse, parse_cite
from ..work import Source
from .case import Case

_BRACKET = re.compile(r"\\[!-/:-@\[-`{-~]|\[@[^\[\]\\]*+\]")
"""A citation, or an escaped character, which opens none."""

_MARKS = frozenset("@;[]")
"""What no key holds, but a citation in a text does."""

_SIMPLE = re.compile(r"\[@([a-z0-9-]+)(?:, note ([0-9]{1,4}))?\]\Z")
"""What most citations look like; they need not be parsed to see that they are in order."""


def cited_sources(case: Case) -> Iterator[Problem]:
    """Yield entries of lists `cites` that lead nowhere."""
    for path, cites, printed in case.cites():
        for index, item in enumerate(cites):
            if item is None:
                continue
            cite = parse_cite(item)
            if cite.key not in case.works and not _MARKS.isdisjoint(cite.key):
                from .mending import malformed_entry

                yield malformed_entry(case, item, (*path, index))
            else:
                yield from _check(case, cite, (*path, index), (item.find(cite.key), item), printed)


def text_citations(case: Case) -> Iterator[Problem]:
    """Yield citations in texts that lead nowhere; the place is that of the very key."""
    for path, text, printed in case.texts():
        if "[@" not in text:
            continue
        for bracket in _BRACKET.finditer(text):
            if bracket[0][0] == "\\" or ((simple := _SIMPLE.match(bracket[0])) and _is_good(case, simple[1], simple[2], printed)):
                continue
            position = bracket.start()
            for cite in cites_of(parse(bracket[0])):
                position = text.find("@", position) + 1
                yield from _check(case, cite, path, (position, text), printed)
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
                if note is not None and note < 1:
                    message = _("notes are numbered from 1; there is no note {note}").format(note=note)
                    hint = _("leave “notes” out for a work from outside the report")
                    yield case.places.problem("wrong-note", message, (table, key, "notes", index), hint=hint)


def _is_good(case: Case, key: str, note: str | None, printed: bool) -> bool:
    work = case.works.get(key)
    if work is None:
        return False
    return int(note) in work.notes if note else not printed or len(work.notes) < 2


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
        if printed and len(notes) > 1:
            message = _("“{key}” has several notes in the report: {notes}; say which is meant").format(key=cite.key, notes=_listed(notes))
            example = f"[@{cite.key}, note {notes[0]}]" if path[-1] == "text" else f'"{cite.key}, note {notes[0]}"'
            hint = _("write {example}").format(example=example)
            yield case.places.problem("which-note", message, path, hint=hint, inside=(index, len(cite.key)))
    elif cite.note not in notes and "note" not in case.in_doubt:
        found = re.compile(rf"note\s+0*{cite.note}\b").search(text, index)
        message = _("“{key}” has no note {note} in the report").format(key=cite.key, note=cite.note)
        hint = _("its notes are: {notes}").format(notes=_listed(notes)) if notes else _("it has no notes; leave this out")
        inside = (found.start(), len(found[0])) if found else (index, len(cite.key))
        yield case.places.problem("no-such-note", message, path, hint=hint, inside=inside)


def _no_source(case: Case, key: str, path: Path, inside: tuple[int, int] | None) -> Problem:
    message = _("there is no source “{key}”").format(key=key)
    return case.places.problem("no-such-source", message, path, hint=case.did_you_mean(key, case.works), inside=inside)


def _listed(notes: list[int]) -> str:
    return ", ".join(map(str, notes))
