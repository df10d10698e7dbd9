"""A draft as the text of a TOML file: tables in the order of the report, each with the report's own words above it as a comment."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..authoring.schemas import DIRECTIVE
from .draft import Draft
from .factbox import Fact
from .lines import Line, cleaned
from .scores import TURNED
from .source_tables import source_tables
from .toml_text import comment, inline, shown, value

_BEGIN = """\
This draft was made from the text of a report. Each paragraph of the report stands as a comment above the finding that it
is to become: write a headline and the text in words of your own, take `draft = true` out, and remove the comment at last.
Put each source behind the sentence that it carries, as in [@key], and take it out of `cites`, or readers get it twice.
What was guessed says so, with its reason. Whatever had no place stands at the end of the file."""
_CATEGORIES = ("access", "content", "rights")


def text_of(draft: Draft) -> str:
    """Return the whole file."""
    blocks = [*_heading(draft), *_editions(draft), *_box(draft), *_parts(draft), *source_tables(draft), *_divided(draft), *_rest(draft)]
    return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"


def _heading(draft: Draft) -> Iterator[list[str]]:
    identity = draft.identity
    yield [DIRECTIVE, *(f"# {line}" for line in _BEGIN.split("\n")), "format = 1"]
    lines = ["[brief]", f"id = {value(identity.name)}"]
    lines[:0] = [part for line in identity.lines for part in comment(line.text, "printed:")]
    lines += [
        f"title = {value(identity.title)}  # guess: {shown(identity.why_title)}",
        f"country = {value(identity.country)}  # guess: {identity.why_country}",
        'method = "freedom-on-the-net"  # guess: no other is known',
        f"edition = {identity.edition}  # guess: {identity.why_edition}",
        *([f"covers = {value(draft.covers)}  # guess: the period that stands near the beginning"] if draft.covers else []),
        'extent = "draft"',
    ]
    yield lines
    yield [
        "[report]",
        'type = "chapter"  # guess: no other is known',
        f"title = {value(identity.title)}  # guess: the same as the brief's",
        f'collection = "Freedom on the Net {identity.edition}"  # guess: by the edition',
        'publisher = "Freedom House"  # guess',
        f'date = "{identity.edition}"  # guess: the year of the edition',
    ]


def _editions(draft: Draft) -> Iterator[list[str]]:
    scores, edition = draft.scores, draft.identity.edition
    printed = [part for line in scores.lines.values() for part in comment(line.text, "printed:")]
    lines = [*printed, "[[edition]]", f"year = {edition}", 'role = "this"', *_score_keys(scores.this)]
    if scores.last_column:
        lines.append("# guess: no years stand above the columns; the last one was taken for this edition")
    if scores.direction and scores.direction != ("100-best" if edition >= TURNED else "0-best"):
        lines.append(f"# look: these scores stand on a scale on which {scores.direction[:-5]} is best, other than that of the edition;")
        lines.append("# write 100 minus the total, and each part's highest score minus its score, or the app takes good for bad")
    if scores.unread:
        lines.append(f"# left out: {', '.join(scores.unread)}; what is printed could not be told apart for certain")
    if not scores.this:
        lines.append("# no scores were found")
    if scores.questions:
        lines.append(f"questions = {inline(sorted(scores.questions.items()))}")
    yield lines
    if scores.previous:
        earlier = [year for year in (*scores.years, scores.before) if 0 < year < edition]
        year = f"year = {max(earlier)}" if earlier else f"year = {2009 if edition == 2011 else edition - 1}  # guess: the edition before"
        yield ["[[edition]]", year, 'role = "previous"', *_score_keys(scores.previous)]


def _score_keys(scores: dict[str, int | float | str]) -> list[str]:
    lines = [f"{key} = {value(scores[key])}" for key in ("status", "total") if key in scores]
    parts = [(key, scores[key]) for key in _CATEGORIES if key in scores]
    return [*lines, f"scores = {inline(parts)}"] if parts else lines


def _box(draft: Draft) -> Iterator[list[str]]:
    if draft.box_headings:
        yield [part for line in draft.box_headings for part in comment(line.text, "printed:")]
    yield from map(_fact(draft), draft.facts)


class _fact:  # noqa: N801 - used as a function
    """Rows of the fact box; the line of the report stands above the first that it holds."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.seen: set[int] = set()

    def __call__(self, fact: Fact) -> list[str]:
        new = [line for line in fact.lines if line.index not in self.seen]
        self.seen.update(line.index for line in new)
        lines = [part for line in new for part in comment(line.text, "printed:")]
        marks = self.draft.marks(" ".join(line.text for line in fact.lines))
        lines += ["[[fact]]", f"id = {value(fact.id)}", f"kind = {value(fact.kind)}", f"label = {value(fact.label)}"]
        lines.append(f"printed = {value(fact.printed)}")
        if fact.previous:
            lines.append(f"printed-previous = {value(fact.previous)}")
        if fact.value is not None:
            lines += [f"value = {value(fact.value)}", f"unit = {value(fact.unit)}"]
        if fact.period:
            lines.append(f"period = {value(fact.period)}")
        if cites := self.draft.cites(marks):
            lines.append(f"cites = {value(cites)}")
        return lines


def _parts(draft: Draft) -> Iterator[list[str]]:
    for part in draft.parts:
        lines = [piece for line in part.printed for piece in comment(line.text, "printed:")]
        lines += ["[[section]]", f"id = {value(part.name)}", f"title = {value(part.title)}"]
        if part.guessed:
            lines[-1] += "  # guess: the report has no heading here"
        if part.category:
            lines.append(f"category = {value(part.category)}")
        yield lines
        for paragraph in part.paragraphs:
            marks = draft.marks(paragraph.text)
            lines = comment(paragraph.text)
            lines += ["[[section.finding]]", 'headline = ""', "draft = true"]
            lines += [f"# guess: {remark}" for remark in dict.fromkeys(paragraph.remarks)]
            if paragraph.topic:
                lines.append(f"topic = {value(cleaned(paragraph.topic, 300))}" + ("  # guess: by its look" if paragraph.by_look else ""))
            if paragraph.question:
                lines.append(f"questions = {value([paragraph.question])}")
            if cites := draft.cites(marks):
                lines.append(f"cites = {value(cites)}" + ("  # guess: bare numbers were taken for notes" if draft.style == "bare" else ""))
            lost = [number for number in marks if number not in draft.resolved.by_note]
            if lost:
                lines.append(f"# not found: the notes {', '.join(map(str, lost))} that are marked here")
            yield lines


def _divided(draft: Draft) -> Iterator[list[str]]:
    """Yield that several works may have the number of a note, where the note was divided into them."""
    owners: dict[int, int] = {}
    for notes in (*(work.notes for work in draft.resolved.works), *(item.notes for item in draft.resolved.open)):
        for number in set(notes):
            owners[number] = owners.get(number, 0) + 1
    for number in sorted(number for number, count in owners.items() if count > 1):
        yield [
            "[[allow]]",
            'code = "note-twice"',
            f'at = "note:{number}"',
            'reason = "the note names several works"  # guess: it was divided where its words suggest it',
        ]


def _rest(draft: Draft) -> Iterator[list[str]]:
    if draft.notes_heading:
        yield comment(draft.notes_heading.text, "printed above the notes:")
    if draft.left:
        yield ["# Lines of the report that had no place:", *_left(draft.left)]


def _left(lines: Iterable[Line]) -> list[str]:
    return [part for line in lines for part in comment(line.text, f"line {line.index + 1}:")]
