"""A report, taken apart: everything that a draft is made of, each line in one place."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from . import body, factbox, keys, notes, scores
from .coverage import coverage_of
from .identity import Identity, identify
from .lines import Line, lines_of
from .marks import marks_in, style_of
from .resolve import Resolved, resolve
from .scored import Scores
from .webpage import AROUND


class Draft(Struct, kw_only=True):
    """A report, taken apart."""

    identity: Identity
    covers: str
    """The period that the report says it covers, as the format writes it."""
    scores: Scores
    facts: list[factbox.Fact]
    box_headings: list[Line]
    """Lines with nothing but the name of the fact box."""
    parts: list[body.Part]
    notes: tuple[notes.Note, ...]
    notes_heading: Line | None
    resolved: Resolved
    style: str
    """How notes are marked in the text."""
    left: list[Line]
    """Lines without a place."""

    def marks(self, text: str) -> list[int]:
        """Return the numbers of the notes that a text marks."""
        return marks_in(text, self.style, self.resolved.by_note)

    def unmarked(self) -> list[int]:
        """Return the numbers of notes that no text marks; whoever cites them has to look where their claims stand."""
        texts = [paragraph.text for part in self.parts for paragraph in part.paragraphs]
        texts += [line.text for part in self.parts for line in part.printed]
        texts += [line.text for lines in (self.left, *(fact.lines for fact in self.facts)) for line in lines]
        marked = {number for text in texts for number in self.marks(text)}
        return sorted({note.number for note in self.notes} - marked)

    def cites(self, numbers: Sequence[int]) -> list[str]:
        """Return what notes point to, as entries of a list `cites`, each once."""
        found = dict.fromkeys(
            ", ".join(filter(None, (target.key, self.resolved.pages.get((number, id(target))), f"note {number}")))
            for number in numbers
            for target in self.resolved.by_note.get(number, ())
        )
        return list(found)


def take_apart(path: str, text: str) -> Draft:
    """Return the parts of a report; any text is accepted."""
    lines = lines_of(text)
    around = [line for line in lines if line.text.startswith(AROUND)]
    lines = [line for line in lines if not line.text.startswith(AROUND)]
    wide = body.is_wide(lines)
    found_notes = notes.collect(lines, wide)
    noted = {line.index for note in found_notes.notes for line in note.lines}
    if found_notes.heading:
        noted.add(found_notes.heading.index)
    others = [line for line in lines if line.index not in noted]
    found_scores = scores.find(others)
    box = factbox.find(others, found_scores.lines)
    taken = {*found_scores.lines, *(line.index for line in box.headings), *(line.index for fact in box.facts for line in fact.lines)}
    resolved = resolve(found_notes.notes)
    keys.name_works(resolved.works, resolved.open)
    dated = [date for work in resolved.works for date in (work.date, work.accessed)]
    figures = [fact.period for fact in box.facts]
    covered = coverage_of(others)
    identity = identify(
        path, others, found_scores.years, found_scores.before, sorted(taken), dated, figures, covered.edtf if covered else ""
    )
    if covered and covered.alone and covered.line.index not in taken:
        identity.lines = sorted({*identity.lines, covered.line})
    taken.update(line.index for line in identity.lines)
    text_body = body.build(lines, noted, taken, wide, identity.title)
    return Draft(
        identity=identity,
        covers=covered.edtf if covered else "",
        scores=found_scores,
        facts=box.facts,
        box_headings=box.headings,
        parts=text_body.parts,
        notes=found_notes.notes,
        notes_heading=found_notes.heading,
        resolved=resolved,
        style=style_of(line.text for line in others),
        left=sorted(around + text_body.left),
    )
