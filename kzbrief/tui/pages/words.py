"""From parsed text to spans: the same runs that are printed, with a reference on every citation so that it can be opened."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from ...brief.text import Cite, Paragraph, Run
from ...output.lines import Line, Span, clean, width_of
from ...output.prose import between
from ..page import Spot

_TONES = {"emphasis": "emphasis", "strong": "strong", "quotation": "quote", "link": "link"}
_HARD = "\u00a0"
"""A blank at which lines do not break; it is drawn as a plain one."""

Target = Callable[[Cite], tuple[str, str]]
"""Returns the label of a citation and the reference that opens it."""


def spans(runs: Iterable[Run], target: Target, tone: str = "", named: set[str] | None = None) -> Iterator[Span]:
    """Yield the spans of runs; each citation has its label and its reference, and never breaks.

    Where actors can be opened, `named` holds those that were named before: a name leads to its card where it stands first.
    """
    for run in runs:
        if run.kind == "citation":
            yield from bracketed([target(cite) for cite in run.cites])
        elif run.text:
            kind = _TONES.get(run.kind, "")
            ref = ""
            if run.actor and named is not None and run.actor not in named:
                named.add(run.actor)
                kind, ref = f"{kind} actor".strip(), f"actor:{run.actor}"
            yield Span(clean(run.text), f"{tone} {kind}".strip(), ref, run.href)


def bracketed(targets: Sequence[tuple[str, str]]) -> Iterator[Span]:
    """Yield labels of citations in brackets, each with the reference that opens it; none breaks, nor does a bracket stand alone."""
    divider = between(label for label, _ref in targets).replace(" ", _HARD)
    last = len(targets) - 1
    for index, (label, ref) in enumerate(targets):
        before, after = "[" if index == 0 else "", "]" if index == last else ""
        yield Span(f"{before}{label.replace(' ', _HARD)}{after}", "cite", ref)
        if index < last:
            yield Span(divider, "cite")


def softened(lines: Iterable[Line]) -> list[Line]:
    """Return the lines with blanks that do not break as plain ones, as terminals draw them."""
    return [[span._replace(text=span.text.replace(_HARD, " ")) if _HARD in span.text else span for span in line] for line in lines]


def paragraphs(text: Sequence[Paragraph], target: Target, width: int, named: set[str] | None = None) -> list[Line]:
    """Return the lines of paragraphs, divided by empty ones; quotations are indented. `named` is as in `spans`."""
    from ...output.lines import indent
    from ...output.wrapping import wrap

    lines: list[Line] = []
    for paragraph in text:
        if lines:
            lines.append([])
        by = 2 if paragraph.quotation else 0
        lines.extend(indent(wrap(spans(paragraph.runs, target, named=named), width - by), by))
    return softened(lines)


def spots(lines: Sequence[Line], first: int, stop: int, prefix: str = "cite:", *, end: int | None = None) -> list[Spot]:
    """Return the spots on lines that start at line `first` of a page: spans with a reference of that kind, left of cell `end`."""
    found = []
    for number, line in enumerate(lines):
        cell = 0
        for span in line:
            width = width_of(span.text)
            if span.ref.startswith(prefix) and (end is None or cell < end):
                found.append(Spot(span.ref, first + number, cell, cell + width, stop))
            cell += width
    return found
