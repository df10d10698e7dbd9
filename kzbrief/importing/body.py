"""The running text of a report: its parts, and their paragraphs with the notes that they mark."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

from msgspec import Struct, field

from .furniture import Furniture, is_stray
from .headings import Heading, heading_of, part_of
from .lines import Line, bare, cleaned
from .questions import POINTS

_BULLET = re.compile(r"\s*(?:[\u2022\u25cf\u25aa\u2023]|[-*\u2013]\s|\(?[a-z0-9]{1,2}[.)]\s)")
_ASKED = re.compile(r".{3,500}\?[\s0-9./|()]*")
_BULLETS = frozenset("\u2022\u25cf\u25aa\u2023\u00b7\uf0b7*-\u2013o")
_ENDED = re.compile(r"[.!?\u2026:][^\w]*\Z")
_MARKS = re.compile(
    r"(?:<sup>[^<>]{0,40}</sup>|\[?\\?\[\^?[0-9, \u2013-]{1,12}\\?\]\]?(?:\([^()\s]{0,300}\))?|\^[0-9, \u2013-]{1,12}\^"
    r"|[\u00b9\u00b2\u00b3\u2070-\u2079]+|(?<=[.\u201d\"])[0-9]{1,3})+\s*\Z"
)


class Paragraph(Struct, kw_only=True):
    """A paragraph as printed."""

    lines: list[Line] = field(default_factory=list)
    topic: str = ""
    """The smaller heading that it stands under."""
    by_look: bool = False
    """Whether nothing but its look makes the topic a heading."""
    question: str = ""
    """Code of the question that it stands under."""
    remarks: list[str] = field(default_factory=list)
    """What was guessed, in words."""

    @property
    def text(self) -> str:
        text = ""
        for line in self.lines:
            words = line.text.strip(" \t")
            # A word that is divided at the end of a line stays in one piece; whether its hyphen belongs to it is left open.
            whole = re.search(r"[^\W\d_][-\u00ad\u2010]\Z", text[-2:]) and words[:1].islower()
            text += words if whole or not text else f" {words}"
        return text


class Part(Struct, kw_only=True):
    """A part of the report."""

    name: str
    title: str
    category: str = ""
    printed: list[Line] = field(default_factory=list)
    """Its headings as printed, the smaller ones included."""
    paragraphs: list[Paragraph] = field(default_factory=list)
    guessed: bool = False
    """Whether the report has no heading for it."""


class Body(Struct, kw_only=True):
    """What is neither note nor score nor fact."""

    parts: list[Part] = field(default_factory=list)
    left: list[Line] = field(default_factory=list)
    """Lines without a place: rules, page numbers, running heads."""


def is_wide(lines: Sequence[Line]) -> bool:
    """Return whether paragraphs stand on one line each, rather than broken into lines of a page's width."""
    lengths = sorted(len(line.text) for line in lines if len(line.text) > 60)
    return bool(lengths) and lengths[len(lengths) * 3 // 4] > 150


def build(lines: Sequence[Line], notes: Container[int], taken: Container[int], wide: bool, title: str) -> Body:
    """Return the parts of a report; `notes` and `taken` are the lines that have a place already, `title` is the name of the report."""
    builder = _Builder(wide)
    furniture = Furniture([line for line in lines if line.index not in notes and line.index not in taken], title)
    for place, line in enumerate(lines):
        if line.index in notes:
            builder.note()
        elif line.index in taken:
            heading = heading_of(line.text)
            if heading and heading.part and heading.category and _opens(lines[place + 1 : place + 2], notes, taken):
                builder.head(heading, line)
        elif line.text.strip() in _BULLETS:
            builder.hold(line)
        elif furniture.holds(line) or (builder.before and is_stray(line.text)):
            builder.pass_over(line)
        elif not builder.asks(line, lines[place + 1 : place + 4], notes, taken):
            builder.read(line)
    return builder.finish()


class _Builder:
    """Puts one line after the other where it belongs."""

    def __init__(self, wide: bool) -> None:
        self._body = Body()
        self._wide = wide
        self._paragraph: Paragraph | None = None
        self._bullet: Line | None = None
        """A bullet on a line of its own, whose words follow."""
        self._topic = self._question = ""
        self._by_look = False
        """Whether nothing but its look makes the topic a heading."""
        self._asked = 0
        """Lines of the question that stand above its paragraphs."""
        self._noted = self._broken = False
        """Whether notes, or anything at all, stand between the last paragraph and this line."""
        self._previous = -2

    @property
    def before(self) -> bool:
        """Whether nothing has been read yet."""
        return not self._body.parts and self._paragraph is None

    def note(self) -> None:
        """Go past a line of a note."""
        self._noted = self._broken = True

    def hold(self, line: Line) -> None:
        """Keep a bullet until its words come."""
        self._drop_bullet()
        self._bullet = line

    def pass_over(self, line: Line) -> None:
        """Leave a line without a place."""
        self._body.left.append(line)
        self._broken = True

    def asks(self, line: Line, following: Sequence[Line], notes: Container[int], taken: Container[int]) -> bool:
        """Take a line as words of the question above the paragraphs, if it is.

        They may be broken into lines, and the score may stand at the end of the first.
        """
        if not self._question or self._paragraph or self._topic.endswith("?") or (self._topic and not self._asked) or self._asked == 4:
            return False
        words = cleaned(POINTS.sub("", bare(line.text)), 300)
        whole = _ASKED.fullmatch(bare(line.text)) is not None
        if not whole and (len(words) >= 180 or not (self._asked or _goes_on(following, notes, taken))):
            return False
        self._body.parts[-1].printed.append(line)
        self._topic, self._asked, self._previous = f"{self._topic} {words}".strip(), self._asked + 1, line.index
        return True

    def head(self, heading: Heading, line: Line) -> None:
        """Open a part, or put a smaller heading into the one that is open."""
        if not heading.part and not self._body.parts:
            heading = part_of(heading)
        if heading.part:
            _start(self._body, heading, line)
            self._topic = self._question = ""
        else:
            self._body.parts[-1].printed.append(line)
            self._topic, self._by_look = heading.title, heading.by_look
            if heading.question:
                self._question, self._asked = heading.question, 0
                self._topic = POINTS.sub("", heading.title) if "?" in heading.title else ""
        self._paragraph, self._broken, self._noted = None, False, False
        self._previous = line.index
        self._drop_bullet()

    def read(self, line: Line) -> None:
        """Read a heading, the beginning of a paragraph, or a further line of it."""
        heading = heading_of(line.text)
        if heading and (heading.part or heading.question or not _in_paragraph(line, self._previous, self._paragraph, self._wide)):
            self.head(heading, line)
            return
        paragraph = self._paragraph
        if paragraph is not None and self._bullet is None and (self._is_cut(paragraph, line) or self._follows(paragraph, line)):
            if self._is_cut(paragraph, line):
                paragraph.remarks.append("joined: the notes or the end of a page stand inside this paragraph in the report")
            paragraph.lines.append(line)
        else:
            self._begin(line)
        self._broken = self._noted = False
        self._bullet = None
        self._previous = line.index

    def _is_cut(self, paragraph: Paragraph, line: Line) -> bool:
        """Return whether the end of a page stands between a paragraph and a line that goes on with it."""
        return self._broken and not _BULLET.match(line.text) and not _ENDED.search(_unmarked(paragraph.lines[-1].text))

    def _follows(self, paragraph: Paragraph, line: Line) -> bool:
        """Return whether a line is the next of a paragraph that is broken into lines, or of a table."""
        if _is_row(line) and _is_row(paragraph.lines[-1]):  # the rule under the head of a table is no line
            return self._previous >= line.index - 2
        return not self._wide and self._previous == line.index - 1 and not _starts_anew(line, paragraph)

    def _begin(self, line: Line) -> None:
        parts = self._body.parts
        if not parts:
            parts.append(Part(name="beginning", title="Beginning", guessed=True))
        self._paragraph = Paragraph(lines=[self._bullet, line] if self._bullet else [line], topic=self._topic, question=self._question)
        self._paragraph.by_look = self._by_look and bool(self._topic)
        if self._noted and parts[-1].paragraphs:
            self._paragraph.remarks.append("notes of a page stand before this: it may go on with the paragraph before")
        parts[-1].paragraphs.append(self._paragraph)

    def _drop_bullet(self) -> None:
        if self._bullet:
            self._body.left.append(self._bullet)
        self._bullet = None

    def finish(self) -> Body:
        """Return all that was read."""
        self._drop_bullet()
        self._body.left.sort(key=lambda line: line.index)
        return self._body


def _starts_anew(line: Line, paragraph: Paragraph) -> bool:
    """Return whether a line begins a paragraph: by a bullet, or further in than the line before it."""
    if _BULLET.match(line.text):
        return True
    return not _BULLET.match(paragraph.lines[0].text) and _indent(line) >= _indent(paragraph.lines[-1]) + 2


def _is_row(line: Line) -> bool:
    """Return whether a line is the row of a table in Markdown."""
    return re.fullmatch(r"\s*\|.*\|\s*", line.text) is not None


def _indent(line: Line) -> int:
    return len(line.text) - len(line.text.lstrip())


def _goes_on(following: Sequence[Line], notes: Container[int], taken: Container[int]) -> bool:
    """Return whether one of the next lines ends a question."""
    free = [line for line in following if line.index not in notes and line.index not in taken]
    return any(len(line.text) < 180 and _ASKED.fullmatch(bare(line.text)) for line in free)


def _start(body: Body, heading: Heading, line: Line) -> None:
    """Open a part, or go on with the one of that name."""
    for place, part in enumerate(body.parts):
        if part.name == heading.part:
            part.printed.append(line)
            body.parts.append(body.parts.pop(place))
            return
    body.parts.append(Part(name=heading.part, title=heading.title, category=heading.category, printed=[line]))


def _opens(following: Sequence[Line], notes: Container[int], taken: Container[int]) -> bool:
    """Return whether a line with a score is the heading of a part, too: a question or a paragraph follows, not another score."""
    if not following or following[0].index in taken or following[0].index in notes:
        return False
    heading = heading_of(following[0].text)
    return bool(heading and heading.question) or len(bare(following[0].text)) > 80


def _in_paragraph(line: Line, previous: int, paragraph: Paragraph | None, wide: bool) -> bool:
    """Return whether a line that looks like a heading is one of the lines of a paragraph."""
    if wide or paragraph is None or previous != line.index - 1:
        return False
    return not line.text.lstrip().startswith(("#", "**")) and not _ENDED.search(_unmarked(paragraph.text))


def _unmarked(text: str) -> str:
    return _MARKS.sub("", text[-200:])
