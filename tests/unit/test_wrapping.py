"""Breaking text into lines: the fast way breaks where the slow one does."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kzbrief.output import wrapping
from kzbrief.output.lines import Span, line_width, plain

SPANS = st.lists(st.builds(Span, st.text("ab .éя漢", max_size=14), st.sampled_from(["", "x"]), st.sampled_from(["", "cite:1"])), max_size=6)


@given(SPANS, st.integers(2, 24))
def test_it_breaks_where_the_slow_way_does(spans: list[Span], width: int) -> None:
    assert [plain(line) for line in wrapping.wrap(spans, width)] == [plain(line) for line in wrapping._wrap_words(spans, width)]


@given(SPANS, st.integers(2, 24))
def test_no_line_is_too_wide_and_no_word_is_lost(spans: list[Span], width: int) -> None:
    broken = wrapping.wrap(spans, width)
    assert all(line_width(line) <= width for line in broken)
    kept = "".join(span.text for line in broken for span in line).replace(" ", "")
    assert kept == "".join(span.text for span in spans).replace(" ", "")


def test_tones_and_references_stay_with_their_words() -> None:
    broken = wrapping.wrap([Span("one two "), Span("[15]", "cite", "cite:0"), Span(".")], 7)
    assert broken == [[Span("one two")], [Span("[15]", "cite", "cite:0"), Span(".")]]


def test_a_word_that_is_too_long_is_broken() -> None:
    assert [plain(line) for line in wrapping.wrap([Span("a abcdefgh b")], 3)] == ["a", "abc", "def", "gh", "b"]
