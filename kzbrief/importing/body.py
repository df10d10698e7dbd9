"""The running text of a report: its parts, and their paragraphs with the notes that they mark."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

from msgspec import Struct, field

from .furniture import Furniture, is_stray
from .headings import Heading, heading_of, part_of
from .lines import Line, bare, cleaned
from .questions import POINTS

_BULLET = re.compile(r"\s*(?:[-*\u2022\u25cf\u25aa\u2023\u2013]\s|\(?[a-z0-9]{1,2}[.)]\s)")
_ASKED = re.compile(r".{3,500}\?[\s0-9./|()]*")
_BULLETS = frozenset("\u2022\u25cf\u25aa\u2023\u00b7\uf0b7*-\u2013o")
_ENDED = re.compile(r"[.!?\u2026:][^\w]*\Z")
_MARKS = re.compile(
    r"(?:<sup>[^<>]{0,40}</sup>|\[?\\?\[\^?[0-9, ]{1,12}\\?\]\]?(?:\([^()\s]{0,300}\))?|\^[0-9, ]{1,12}\^"
    r"|[\u00b9\u00b2\u00b3\u2070-\u2079]+|(?<=[.\u201d\"])[0-9]{1,3})+\s*\Z"
)


class Paragraph(Struct, kw_only=True):
    """A paragraph as printed."""

    lines: list[Line] = field(default_factory=list)
    topic: str = ""
    """The smaller heading that it stands under."""
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
    body = Body()
    furniture = Furniture([line for line in lines if line.index not in notes and line.index not in taken], title)
    bullet: Line | None = None
    asking = 0
    topic = question = ""
    open_paragraph: Paragraph | None = None
    broken = noted = False
    previous = -2
    for place, line in enumerate(lines):
        if line.index in notes:
            noted = broken = True
            continue
        if line.index in taken:
            heading = heading_of(line.text)
            if heading and heading.part and heading.category and _opens(lines, line, notes, taken):
                _start(body, heading, line)
                open_paragraph, topic, question = None, "", ""
            continue
        if line.text.strip() in _BULLETS:
            body.left += [bullet] if bullet else []
            bullet = line
            continue
        if furniture.holds(line) or (not body.parts and open_paragraph is None and is_stray(line.text)):
            body.left.append(line)
            broken = True
            continue
        if question and open_paragraph is None and not topic.endswith("?") and (not topic or asking) and asking < 4:
            # The words of a question may be broken into lines, its score may stand at the end of the first.
            words = cleaned(POINTS.sub("", bare(line.text)), 300)
            if _ASKED.fullmatch(bare(line.text)) or (len(words) < 180 and (asking or _asks(lines[place + 1 : place + 4], notes, taken))):
                body.parts[-1].printed.append(line)
                topic, asking, previous = f"{topic} {words}".strip(), asking + 1, line.index
                continue
        heading = heading_of(line.text)
        if heading and (heading.part or heading.question or not _in_paragraph(line, previous, open_paragraph, wide)):
            if not heading.part and not body.parts:
                heading = part_of(heading)
            if heading.part:
                _start(body, heading, line)
                topic = question = ""
            else:
                body.parts[-1].printed.append(line)
                topic, question = heading.title, heading.question or question
                if heading.question:
                    topic, asking = (POINTS.sub("", heading.title) if "?" in heading.title else ""), 0
            open_paragraph, broken, noted = None, False, False
            previous = line.index
            body.left += [bullet] if bullet else []
            bullet = None
            continue
        cut = broken and open_paragraph is not None and not _ENDED.search(_unmarked(open_paragraph.text)) and not _BULLET.match(line.text)
        follows = not wide and previous == line.index - 1 and bullet is None and not _starts_anew(line, open_paragraph)
        if open_paragraph is not None and bullet is None and (cut or follows):
            open_paragraph.lines.append(line)
            if cut:
                open_paragraph.remarks.append("joined: the notes or the end of a page stand inside this paragraph in the report")
        else:
            if not body.parts:
                body.parts.append(Part(name="beginning", title="Beginning", guessed=True))
            open_paragraph = Paragraph(lines=[bullet, line] if bullet else [line], topic=topic, question=question)
            if noted and body.parts[-1].paragraphs:
                open_paragraph.remarks.append("notes of a page stand before this: it may go on with the paragraph before")
            body.parts[-1].paragraphs.append(open_paragraph)
        broken = noted = False
        bullet = None
        previous = line.index
    body.left += [bullet] if bullet else []
    body.left.sort(key=lambda line: line.index)
    return body


def _starts_anew(line: Line, paragraph: Paragraph | None) -> bool:
    """Return whether a line begins a paragraph: by a bullet, or further in than the line before it."""
    if paragraph is None or _BULLET.match(line.text):
        return True
    return not _BULLET.match(paragraph.lines[0].text) and _indent(line) >= _indent(paragraph.lines[-1]) + 2


def _indent(line: Line) -> int:
    return len(line.text) - len(line.text.lstrip())


def _asks(following: Sequence[Line], notes: Container[int], taken: Container[int]) -> bool:
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


def _opens(lines: Sequence[Line], line: Line, notes: Container[int], taken: Container[int]) -> bool:
    """Return whether a line with a score is the heading of a part, too: a question or a paragraph follows, not another score."""
    following = next((other for other in lines if other.index > line.index), None)
    if following is None or following.index in taken or following.index in notes:
        return False
    heading = heading_of(following.text)
    return bool(heading and heading.question) or len(bare(following.text)) > 80


def _in_paragraph(line: Line, previous: int, paragraph: Paragraph | None, wide: bool) -> bool:
    """Return whether a line that looks like a heading is one of the lines of a paragraph."""
    if wide or paragraph is None or previous != line.index - 1:
        return False
    return not line.text.lstrip().startswith(("#", "**")) and not _ENDED.search(_unmarked(paragraph.text))


def _unmarked(text: str) -> str:
    return _MARKS.sub("", text[-200:])
