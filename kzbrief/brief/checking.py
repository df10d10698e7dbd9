"""Checking: everything that can be said about a file, errors, warnings and notes, in file order."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import NamedTuple

from ..i18n import _
from ..toml.problems import DocumentError, Problem
from ..toml.read import Document, read
from .load import method_of, refused, survey

STDIN = "-"
"""What stands for standard input, and the name under which it is reported."""
_OF_BRIEFS = frozenset(("brief", "report", "section", "sources", "edition"))
"""Tables of which every brief has some, even if one is misspelt, and no method file has any."""
_KEYS = _OF_BRIEFS | {"method"}
"""Tables of which a brief or a method has at least one; other TOML files lie in folders, too."""


class Checked(NamedTuple):
    """What was found in a file."""

    name: str
    """Path of the file; not cleaned for a terminal."""
    problems: tuple[Problem, ...] = ()
    """Errors and warnings, and the notes if they were asked for, in file order."""
    text: str | None = None
    """What was read, where there is something to say about it."""
    readable: bool = True
    """False where the file could not be read, is no UTF-8 text or is over the limits."""
    notes: int = 0
    """Number of notes, whether they were asked for or not."""
    findings: int = 0
    """Number of findings; 0 where they could not be counted."""
    drafts: int = 0
    """Number of findings that are still to be written."""
    written_drafts: int = 0
    """Number of those among them that have a headline and a text."""

    def count(self, severity: str) -> int:
        """Return the number of problems of a severity; of notes, those that were asked for."""
        return sum(problem.severity == severity for problem in self.problems)


def check_file(path: str, *, notes: bool = False, raw: bytes | None = None) -> Iterator[Checked]:
    """Yield what is found in a brief or a method file, and in the method that a brief names, where it has faults.

    `raw` is what the file holds where that has been read already; `notes` asks for notes, too.
    """
    problems: list[Problem] = []
    try:
        document = read(path, found=problems, raw=raw)
        if "method" in document.data and _OF_BRIEFS.isdisjoint(document.data):
            method_of(document, problems)
            yield Checked(path)
            return
        yield from _check_brief(document, problems, notes=notes)
    except DocumentError as error:
        yield of_error(error)


def of_error(error: DocumentError) -> Checked:
    """Return what is wrong with a document that was refused."""
    return Checked(error.name, error.problems, error.text, error.readable)


def is_document(path: str) -> bool:
    """Return whether a file of a folder is a brief or a method, or may be one that is faulty."""
    try:
        return not _KEYS.isdisjoint(read(path, found=[]).data)
    except DocumentError:
        return True


def files_in(folder: str) -> Iterator[str]:
    """Yield the TOML files of a folder and the folders in it, by name, but for hidden ones."""
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError:
        entries = []
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from files_in(entry.path)
        elif entry.name.lower().endswith(".toml") and entry.is_file():
            yield entry.path


def no_briefs(folder: str) -> Checked:
    """Return what is said about a folder without briefs: a check that looks at nothing must not pass."""
    return Checked(folder, (Problem("no-such-brief", _("there is no brief in this folder")),), readable=False)


def _check_brief(document: Document, problems: list[Problem], *, notes: bool) -> Iterator[Checked]:
    case, problems, refusal = survey(document, problems)
    from .advice import advise, problem_of, severity_of
    from .advice.wording import looks_written

    advice = advise(case, problems)
    count = 0
    for item in advice:
        is_note = severity_of(item.code) == "note"
        count += is_note
        if notes or not is_note:
            problems.append(problem_of(case, item))
    findings = [finding for __, finding in case.findings]
    drafts = sum(finding.draft for finding in findings)
    written = sum(looks_written(finding) for finding in findings)
    found = refused(document, problems).problems if problems else ()
    yield Checked(document.name, found, document.text if problems else None, True, count, len(findings), drafts, written)
    if refusal is not None and not any(problem.severity == "error" for problem in problems):
        yield of_error(refusal)
