"""`kzbrief import`: a report in, a draft out, whole or not at all."""

from __future__ import annotations

import os
import sys

from ..authoring.files import write_new
from ..authoring.schemas import lay_beside
from ..brief.load import load_brief
from ..i18n import _, ngettext
from ..refusal import RefusedError
from ..toml.problems import DocumentError, Problem
from .decoding import decoded
from .draft import Draft, take_apart
from .layout import text_of
from .toml_text import shown
from .unfolding import unfolded
from .webpage import is_webpage
from .webpage import text_of as text_of_page

_NAMED = 20
"""Most numbers of notes that are named in one line."""
LIMIT = 4 * 1024 * 1024
"""Longest report that is read, in characters; a draft has more than twice as many."""


def run(report_path: str, output_path: str) -> int:
    """Write the draft of a brief from a report, or from standard input for `-`, say on stderr what was found, and return 0.

    Raises DocumentError where the report cannot be read, RefusedError where the draft cannot be written or would be over the limits of a
    brief; then no file is left behind.
    """
    stem, ending = os.path.splitext(os.path.basename(output_path))
    if ending != ".toml":
        name = stem if stem.strip(".") not in ("", "toml") else "georgia-2011"
        raise RefusedError(_("the name of a brief ends with .toml, as in {name}.toml").format(name=shown(name)))
    if os.path.lexists(output_path):
        raise RefusedError(_("{path} is there already; it stays as it is").format(path=shown(output_path)))
    text, encoding = read_report(report_path)
    draft = take_apart(report_path, text)
    _write(output_path, text_of(draft))
    if encoding:
        said = _("{path} is not UTF-8; it was read as {encoding}: look whether all letters are right")
        sys.stderr.write(said.format(path=shown(report_path), encoding=encoding) + "\n")
    sys.stderr.write(summary(draft, output_path, report_path))
    sys.stderr.write(f"{shown(lay_beside(output_path))}\n")
    return 0


def report_text(path: str) -> str:
    """Return the text of a report, that of a web page without its tags. Raises DocumentError."""
    return read_report(path)[0]


def read_report(path: str) -> tuple[str, str]:
    """Return the text of a report, and the encoding that was guessed, nothing where it is UTF-8. Raises DocumentError."""
    text, encoding = decoded(path)
    if len(text) > LIMIT:
        message = _("the report has more than {limit} million characters").format(limit=LIMIT // (1024 * 1024))
        raise DocumentError(path, [Problem("too-large", message)], readable=False)
    if is_webpage(text):
        text = text_of_page(text)
    text = unfolded(text)
    if not any(map(str.isalpha, text)):
        raise DocumentError(path, [Problem("empty-file", _("the report has no text"))])
    return text, encoding


def summary(draft: Draft, output_path: str, report_path: str = "-") -> str:
    """Return what was found, in words, and every line that had no place."""
    findings = sum(len(part.paragraphs) for part in draft.parts)
    scores = len(draft.scores.this) + len(draft.scores.previous) + len(draft.scores.questions)
    counts = (
        ngettext("{n} score", "{n} scores", scores).format(n=scores),
        ngettext("{n} fact", "{n} facts", len(draft.facts)).format(n=len(draft.facts)),
        ngettext("{n} section", "{n} sections", len(draft.parts)).format(n=len(draft.parts)),
        ngettext("{n} paragraph to write", "{n} paragraphs to write", findings).format(n=findings),
        ngettext("{n} note", "{n} notes", len(draft.notes)).format(n=len(draft.notes)),
        ngettext("{n} source", "{n} sources", len(draft.resolved.works)).format(n=len(draft.resolved.works)),
        _("{n} unsettled").format(n=len(draft.resolved.open)),
    )
    lines = [_("{path}: {counts}").format(path=shown(output_path), counts=", ".join(counts))]
    if not (scores or draft.notes or any(not part.guessed for part in draft.parts)):
        lines.append(_("no scores, no sections and no notes were found: is {path} a report?").format(path=shown(report_path)))
        lines.append(_("what the draft says of country, edition and publisher is guessed; each guess says so"))
    if draft.scores.unread:
        names = ", ".join(draft.scores.unread)
        lines.append(_("left out, since the figures could not be told apart: {names}; write them under [[edition]]").format(names=names))
    if lost := draft.unmarked():
        said = ngettext("note {numbers} is marked nowhere in the text", "notes {numbers} are marked nowhere in the text", len(lost))
        lines.append(said.format(numbers=", ".join(map(str, lost[:_NAMED])) + (" ..." if len(lost) > _NAMED else "")))
    if draft.left:
        count = len(draft.left)
        said = ngettext("{n} line had no place; it stands at the end, too:", "{n} lines had no place; they stand at the end, too:", count)
        lines.append(said.format(n=count))
        lines += [f"  {line.index + 1}: {shown(' '.join(line.text.split()))}" for line in draft.left]
    return "\n".join(lines).encode("utf-8", "replace").decode() + "\n"


def _write(path: str, text: str) -> None:
    """Write a file that was not there, when it is known that the app can read it."""
    try:
        write_new(path, text, load_brief)
    except DocumentError as error:
        said = "; ".join(problem.message for problem in error.problems[:3])
        raise RefusedError(_("no draft was written, since it could not be read again: {reason}").format(reason=shown(said))) from None
