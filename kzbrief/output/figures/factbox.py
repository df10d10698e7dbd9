"""The fact box: each row as the report prints it."""

from __future__ import annotations

from collections.abc import Sequence

from ...brief.model import Fact
from ...i18n import _
from ..lines import Line, Span, beside, clean, indent, width_of
from ..wrapping import wrap


def fact_lines(fact: Fact, width: int, remarked: bool = False) -> list[Line]:
    """Return a row of the fact box: the label at the left, what is printed at the right; two lines where both do not fit.

    A row from outside the report starts with `*`.
    """
    label, printed = clean(fact.label), clean(fact.printed)
    if fact.printed_previous:
        printed = f"{printed} ({clean(fact.printed_previous)})"
    value = [Span(printed, "strong")]
    sign = [Span(" !", "remark")] if remarked else []
    outside = [Span("* ", "outside")] if fact.role == "context" else []
    if 2 * len(outside) + width_of(label) + width_of(printed) + 1 + 2 * remarked <= width:
        return [beside([*outside, Span(label), *sign], value, width)]
    return [*wrap([*outside, Span(label), *sign], width), *indent(wrap(value, max(1, width - 2)), 2)]


def box_title(facts: Sequence[Fact]) -> str:
    """Return the heading of the rows: a box of the report's only where one of them is."""
    return _("Facts, none from the report") if facts and all(fact.role == "context" for fact in facts) else _("Fact box")


def box_caption(facts: Sequence[Fact], *, given: bool = False) -> str:
    """Return whose words the rows have; `given` where their sources were collected, so that nobody knows what the report prints."""
    if all(fact.role == "context" for fact in facts):
        return _("As their sources have it; none of this is from the report")
    if given:
        return _("Facts, as their sources give them")
    if any(fact.role == "context" for fact in facts):
        return _("As the report prints it, but for what is marked")
    return _("As the report prints it")


def fact_sentence(fact: Fact) -> str:
    """Return a row of the fact box in words."""
    return marked(f"{clean(fact.label)}: {clean(fact.printed)}", fact)


def marked(said: str, fact: Fact) -> str:
    """Return what is said of a row with what it is not, where it is from outside the report."""
    return _("{fact}, from outside the report").format(fact=said) if fact.role == "context" else said
