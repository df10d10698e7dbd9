"""Scripts that are wide, that combine or that run from right to left keep the layout: in pages, in the frame, in print."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from unicodedata import bidirectional

import pytest
from wcwidth import wcwidth

from kzbrief.brief.briefing import Briefing, load
from kzbrief.brief.work import Source
from kzbrief.output import themes
from kzbrief.output.glyphs import ASCII, UNICODE
from kzbrief.output.lines import Line, Span, line_width, plain
from kzbrief.output.sources import source_detail
from kzbrief.output.summary import summary_lines
from kzbrief.output.wrapping import wrap
from kzbrief.tui import frame
from kzbrief.tui.navigator import Navigator
from kzbrief.tui.opening import first_frame
from kzbrief.tui.pages.source_sheet import source_sheet
from kzbrief.tui.pages.sources import sources
from kzbrief.tui.sheets import SourceSheet

SIZES = [(40, 12), (40, 15), (59, 20), (60, 20), (61, 20), (80, 24), (99, 30), (100, 30), (119, 40), (120, 40), (160, 45), (200, 50)]
CODE = re.compile(r"\x1b\[[0-9;]*[mH]")


@pytest.fixture(scope="module")
def briefing() -> Briefing:
    return load(Path(__file__).parents[1] / "data" / "scripts.toml")


def cells(text: str) -> int:
    """Return the width of a text in cells, counted letter by letter as terminals do."""
    widths = [wcwidth(letter) for letter in text]
    assert min(widths, default=0) >= 0, text
    return sum(widths)


def assert_fits(lines: Iterable[Line], width: int) -> None:
    for line in lines:
        text = plain(line)
        assert cells(text) <= width, text
        whole = "".join(span.text for span in line)
        assert line_width(line) == cells(whole), whole


@pytest.mark.parametrize("size", SIZES)
def test_pages_fit_and_are_as_wide_as_they_are_held_to_be(briefing: Briefing, size: tuple[int, int]) -> None:
    width, height = size
    navigator = Navigator(briefing, UNICODE)
    for index in range(len(navigator.tabs)):
        navigator.open = index
        page = navigator.layout(width, height - 4)
        assert_fits(page.lines, width)
        for feet in page.feet:
            assert_fits(feet, width)
        assert_fits(frame.head(briefing, navigator.tabs, index, width, UNICODE), width)
    for key in briefing.index.sources:
        assert_fits(source_sheet(briefing, key, 0, width).lines, width)


@pytest.mark.parametrize("size", SIZES)
def test_rows_of_the_screen_are_exactly_as_wide_as_it(briefing: Briefing, size: tuple[int, int]) -> None:
    width, height = size
    theme = themes.load("kz-dark")
    navigator = Navigator(briefing, UNICODE)
    for index in range(len(navigator.tabs)):
        navigator.open = index
        drawn = first_frame(navigator, theme, None, width, height)
        *rows, last = re.split(r"\x1b\[[0-9]+;1H", drawn)[1:]
        assert last == ""  # the cursor alone
        assert [cells(CODE.sub("", row)) for row in rows] == [width] * height


@pytest.mark.parametrize("width", [20, 21, 30, 40, 60, 79, 80, 100, 150, 300])
def test_what_is_printed_fits(briefing: Briefing, width: int) -> None:
    assert_fits(summary_lines(briefing, width, UNICODE, full=True), width)
    for key in briefing.index.sources:
        assert_fits(source_detail(briefing, key, width), width)


def test_marks_stay_with_their_letters(briefing: Briefing) -> None:
    """No line starts with a mark that belongs to the letter before it."""
    from unicodedata import combining

    for width in range(20, 60):
        for line in summary_lines(briefing, width, UNICODE, full=True):
            text = plain(line).lstrip()
            assert not text or not combining(text[0])


def test_nothing_turns_the_direction_of_what_follows(briefing: Briefing) -> None:
    """Text from right to left is written as it is; characters that would turn whole lines never reach the terminal."""
    for line in summary_lines(briefing, 80, UNICODE, full=True):
        assert not {bidirectional(letter) for letter in plain(line)} & {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}


def test_lines_keep_the_order_of_text_from_right_to_left() -> None:
    """Its words stand in the lines as they follow each other in the file: turning them round is the business of the terminal."""
    words = "گزارشی درباره آزادی اینترنت در کشوری که وجود ندارد با ارقام ۲۰۱۱ و پیوندهای آن " * 4
    lines = wrap([Span(words)], 30)
    assert len(lines) > 5
    assert " ".join(plain(line) for line in lines).split() == words.split()


def test_a_title_from_right_to_left_has_a_line_of_its_own(briefing: Briefing) -> None:
    """In the list of sources and at a source nothing from left to right stands beside it, which a terminal could put on the wrong side."""
    pages = [sources(briefing, 80, 24, UNICODE, "note", "", 1000)]
    pages += [SourceSheet(briefing, key).layout(80, 24) for key in briefing.index.sources]
    titles = [work.title for work in map(briefing.index.work, briefing.index.sources) if isinstance(work, Source)]
    turned = [title for title in titles if bidirectional(title[0]) in ("R", "AL")]
    assert turned
    lines = [plain(line) for page in pages for line in page.lines]
    for title in turned:
        found = [line for line in lines if title[:12] in line]
        assert found
        assert all(line.strip(" >0123456789*,").startswith(title[:12]) for line in found if "[" not in line and "“" not in line)


def test_in_ascii_nothing_is_left_of_them(briefing: Briefing) -> None:
    from kzbrief.output.ascii import in_ascii

    plain_briefing = Briefing(briefing.path, in_ascii(briefing.brief), in_ascii(briefing.method))
    navigator = Navigator(plain_briefing, ASCII)
    for width, height in SIZES:
        for index in range(len(navigator.tabs)):
            navigator.open = index
            assert_fits(navigator.layout(width, height - 4).lines, width)
