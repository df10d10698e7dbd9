"""Timeline and figures over time in the full summary: all there, with sources, and each remark once in full."""

from __future__ import annotations

from kzbrief.brief import briefing as briefings
from kzbrief.output.chronicle import event_outside, series_block, timeline_block
from kzbrief.output.glyphs import ASCII, UNICODE
from kzbrief.output.lines import plain
from kzbrief.output.markdown import summary_markdown
from kzbrief.output.summary import summary_lines

from .test_pages_timeline import brief_of

KAZAKHSTAN = briefings.load("kazakhstan-2011")


def letters(text: str) -> str:
    return "".join(text.replace("\\", "").split())


def test_every_event_and_every_value_is_printed() -> None:
    printed = letters("".join(plain(line) for line in summary_lines(KAZAKHSTAN, 300, UNICODE, full=True)))
    page = letters(summary_markdown(KAZAKHSTAN, full=True))
    for event in KAZAKHSTAN.brief.events:
        assert letters(event.label)[:30] in printed
        assert f"{letters(event.date.words())}|{letters(event.label)}" in page
    for series in KAZAKHSTAN.brief.series:
        for point in series.points:
            assert letters(point.printed or "") in printed
            assert letters(f"{point.at.words()} | {point.printed} |") in page


def test_without_full_they_are_left_out() -> None:
    assert "Timeline" not in [plain(line) for line in summary_lines(KAZAKHSTAN, 80, UNICODE)]
    assert "## Timeline" not in summary_markdown(KAZAKHSTAN)


def test_a_remark_is_printed_once_in_full() -> None:
    lines = [plain(line).strip() for line in series_block(KAZAKHSTAN, 80, UNICODE, set())]
    assert sum(line.startswith("! 28 percent of 16.3 million people") for line in lines) == 1
    assert sum(line.startswith("! As above: 28 percent of 16.3 million people") for line in lines) == 1


def test_charts_are_drawn_from_60_columns_and_in_unicode_only() -> None:
    for width, glyphs, drawn in ((60, UNICODE, True), (59, UNICODE, False), (80, ASCII, False)):
        assert any("■" in plain(line) for line in series_block(KAZAKHSTAN, width, glyphs, set())) is drawn


def test_a_brief_without_any_has_no_headings() -> None:
    briefing = brief_of()
    assert timeline_block(briefing, 80, UNICODE, set()) == []
    assert series_block(briefing, 80, UNICODE, set()) == []
    assert "Timeline" not in summary_markdown(briefing, full=True)


def test_what_is_from_outside_or_has_no_source_says_so() -> None:
    events = [{"id": "a", "date": "2009", "label": "First"}, {"id": "b", "date": "2010", "label": "Second", "cites": ["later"]}]
    briefing = brief_of(event=events)
    assert [event_outside(briefing, event) for event in briefing.brief.events] == [False, True]
    lines = [plain(line) for line in timeline_block(briefing, 80, UNICODE, set())]
    assert "2009  First -- no source in the report" in lines
    assert "2010  * Second [*1]" in lines
    assert "| 2009 | First | no source in the report |" in summary_markdown(briefing, full=True)
