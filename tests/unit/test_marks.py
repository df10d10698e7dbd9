"""Marks laid over the lines of a page."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kzbrief.output.lines import Line, Span, line_width, plain
from kzbrief.tui.cursor import Cursor
from kzbrief.tui.marks import at, beside_page, cut, marked, over
from kzbrief.tui.page import Page, Spot, Stop

LINE: Line = [
    Span("  "),
    Span("A word "),
    Span("[15]", "cite", "cite:0"),
    Span("."),
    Span("   "),
    Span("  ", "", "note:0"),
    Span("15 Work", "dim", "note:0"),
]


def standing(spot: int | None) -> tuple[Page, Cursor]:
    made = Page(40, [LINE], [Stop("finding:a", 0, 1)], [Spot("cite:0", 0, 9, 13, 0)], notes={"cite:0": "note:0"})
    cursor = Cursor()
    cursor.show(made, 5)
    cursor.spot = spot
    return made, cursor


def test_the_current_stop_has_its_pointer() -> None:
    assert plain(marked(*standing(None), 0)) == "> A word [15].     15 Work"


def test_the_current_citation_and_its_sidenote_are_marked() -> None:
    line = marked(*standing(0), 0)
    assert plain(line) == "> A word [15].   > 15 Work"
    tones = {span.text: span.tone for span in line}
    assert tones["[15]"] == "cursor"
    assert tones["15 Work"] == ""


def test_other_citations_stay_as_they_are() -> None:
    page, cursor = standing(0)
    page.lines.append([Span("[16]", "cite", "cite:1")])
    assert marked(page, cursor, 1) == [Span("[16]", "cite", "cite:1")]


def test_a_side_lies_over_the_empty_cells() -> None:
    assert plain(beside_page([Span("Topics")], [Span(" " * 10), Span("text")])) == "Topics    text"
    assert plain(beside_page([Span("Topics")], [])) == "Topics"


def test_what_covers_a_cell() -> None:
    assert at(LINE, 10) == LINE[2]
    assert at(LINE, 99) is None


@given(st.lists(st.text("ab яé漢", max_size=6), max_size=6), st.integers(0, 20), st.integers(1, 10))
def test_changing_cells_keeps_all_others(texts: list[str], start: int, size: int) -> None:
    line = [Span(text, str(number)) for number, text in enumerate(texts)]
    changed = over(line, start, start + size, lambda span: span._replace(tone="x"))
    assert plain(changed) == plain(line)
    if all(text.isascii() for text in texts):
        assert cut(changed, 0, start) == cut(line, 0, start).ljust(min(start, line_width(changed)))
        assert sum(len(span.text) for span in changed if span.tone == "x") <= size
