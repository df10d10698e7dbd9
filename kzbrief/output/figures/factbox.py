"""The fact box: each row as the report prints it."""

from __future__ import annotations

from ...brief.model import Fact
from ..lines import Line, Span, beside, clean, indent, width_of
from ..wrapping import wrap


def fact_lines(fact: Fact, width: int, remarked: bool = False) -> list[Line]:
    """Return a row of the fact box: the label at the left, what is printed at the right; two lines where both do not fit."""
    label, printed = clean(fact.label), clean(fact.printed)
    if fact.printed_previous:
        printed = f"{printed} ({clean(fact.printed_previous)})"
    value = [Span(printed, "strong")]
    sign = [Span(" !", "remark")] if remarked else []
    if width_of(label) + width_of(printed) + 1 + 2 * remarked <= width:
        return [beside([Span(label), *sign], value, width)]
    return [*wrap([Span(label), *sign], width), *indent(wrap(value, max(1, width - 2)), 2)]


def fact_sentence(fact: Fact) -> str:
    """Return a row of the fact box in words."""
    return f"{clean(fact.label)}: {clean(fact.printed)}"
