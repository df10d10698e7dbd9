"""Head, tabs and footer."""

from __future__ import annotations

import pytest

from kzbrief import commands
from kzbrief.brief.briefing import Briefing, load
from kzbrief.output.glyphs import UNICODE
from kzbrief.output.lines import Span, line_width, plain
from kzbrief.tui import frame
from kzbrief.tui.cursor import Cursor
from kzbrief.tui.page import Page

from .conftest import Run


async def test_number_keys_open_tabs_and_the_open_one_has_brackets(small: Briefing, run: Run) -> None:
    async with run(small) as reading:
        assert reading.rows[1].startswith("[1 Dashboard] 2 Access  3 Content  4 Rights  5 Timeline  6 Sources")
        await reading.press("3")
        assert reading.rows[1].startswith(" 1 Dashboard  2 Access [3 Content] 4 Rights  5 Timeline  6 Sources")
        assert "Limits on Content" in reading.rows[3]


async def test_a_wide_head_has_two_cells_of_margin_and_three_between_tabs(small: Briefing, run: Run) -> None:
    async with run(small, 100, 30) as reading:
        await reading.press("2")
        assert reading.rows[0] == "  Borduria" + " " * 65 + "Freedom on the Net 2011  "
        assert reading.rows[1].rstrip() == "  1 Dashboard  [2 Access]  3 Content   4 Rights   5 Timeline   6 Sources"
        assert reading.rows[2] == "─" * 100


@pytest.mark.parametrize(
    ("width", "said"),
    [
        (40, "Iceland (selection)"),
        (60, "Iceland (selection)"),
        (80, "Iceland (selection)"),
        (120, "Iceland (a selection, collected for this brief)"),
    ],
)
def test_a_selection_is_not_taken_for_the_whole_report(width: int, said: str, small: Briefing) -> None:
    row = plain(frame.title_line(load("iceland-2023"), width))
    assert row.split("  ")[0 if width < 100 else 1].strip() == said
    assert ("Freedom on the Net 2023" if width > 40 else "2023 edition") in row
    assert len(row) <= width
    assert "(" not in plain(frame.title_line(small, width))


async def test_a_narrow_head_has_names_as_far_as_they_fit_and_that_of_the_open_tab(small: Briefing, run: Run) -> None:
    async with run(small, 60, 20) as reading:
        assert reading.rows[1].rstrip() == "[1 Dashboard] 2 Access  3 Content  4 Rights  5 Timeline  6"
        await reading.press("6")
        assert reading.rows[1].rstrip() == " 1 Dashboard  2 Access  3 Content  4 Rights  5 [6 Sources]"
        await reading.resize(40, 15)
        assert reading.rows[1].rstrip() == " 1 Dashboard  2  3  4  5 [6 Sources]"
        await reading.press("1")
        assert reading.rows[1].rstrip() == "[1 Dashboard] 2 Access  3  4  5  6"


async def test_a_number_without_a_tab_says_so(small: Briefing, run: Run) -> None:
    async with run(small) as reading:
        await reading.press("7")
        assert "there is no tab 7" in reading.rows[-1]
        await reading.press("j")
        assert "there is no tab 7" not in reading.rows[-1]


async def test_a_click_on_a_tab_opens_it(small: Briefing, run: Run) -> None:
    async with run(small) as reading:
        await reading.pilot.click(offset=(reading.rows[1].index("4 Rights") + 2, 1))
        await reading.pilot.pause()
        assert "[4 Rights]" in reading.rows[1]


async def test_a_click_on_a_key_of_the_footer_runs_it(small: Briefing, run: Run) -> None:
    async with run(small) as reading:
        await reading.pilot.click(offset=(2, 23))
        await reading.pilot.pause()
        assert "══ Help" in reading.text


@pytest.mark.parametrize("width", [40, 60, 80, 100, 150])
@pytest.mark.parametrize("where", commands.EVERYWHERE)
def test_the_footer_fits(where: str, width: int) -> None:
    line = frame.foot(where, width, "34 works, 14 in Russian", "")
    assert line_width(line) <= width
    keys = [span.ref for span in line if span.ref]
    assert keys, "no key is left"
    if where in commands.PAGES:
        assert keys[0] == "command:help"
        assert {"command:help", "command:next", "command:open", "command:quit"} <= set(keys)


def test_the_footer_at_four_widths() -> None:
    def said(width: int, *status: str) -> str:
        return "".join(span.text for span in frame.foot("section", width, status)).rstrip()

    assert said(40) == " ? help  Tab next  Enter open  q quit"
    assert "".join(span.text for span in frame.foot("source", 40)).rstrip() == " Esc back  Tab next source  y copy"
    assert said(60) == " ? help  Tab next  Enter open  / find  y copy  q quit"
    assert said(80, "finding 1 of 42", "1 of 42").endswith("finding 1 of 42")
    assert said(100, "finding 14 of 31") == (
        " ? help   Tab next   Enter open   / find   y copy   q quit" + "finding 14 of 31".rjust(98 - 58)
    )


def test_a_message_goes_before_the_lightest_keys() -> None:
    line = "".join(span.text for span in frame.foot("section", 40, "", "sent to the terminal")).rstrip()
    assert line.endswith("sent to the terminal")
    assert len(line) <= 40


def test_the_rule_of_a_sheet_says_on_which_side_it_goes_on() -> None:
    cursor = Cursor()
    cursor.show(Page(40, [[Span("words")]] * 12), 5)
    assert frame.more_of(cursor) == "more below"
    cursor.scroll(1)
    assert frame.more_of(cursor) == "more above and below"
    cursor.last()
    assert frame.more_of(cursor) == "more above"
    cursor.show(Page(40, [[Span("words")]] * 5), 5)
    assert frame.more_of(cursor) == ""


@pytest.mark.parametrize("width", [40, 60, 80])
@pytest.mark.parametrize("left", ["Source 15", "What the findings rest on", "A name that is longer than any that there is now"])
def test_the_rule_of_a_sheet_fits_and_always_says_that_there_is_more(width: int, left: str) -> None:
    for more in ("", "more below", "more above and below"):
        line = frame.sheet_title(left, "newspaper article, in Russian", width, UNICODE, more)[0]
        said = "".join(span.text for span in line)
        assert line_width(line) == width
        assert (" more" in said) == bool(more)
        assert said.startswith(f"══ {left[:8]}")
        if width == 80:
            assert more in said


async def test_a_window_that_is_too_small_says_so_and_nothing_else(small: Briefing, run: Run) -> None:
    async with run(small, 60, 20) as reading:
        await reading.press("2", "tab")
        await reading.resize(39, 20)
        assert reading.text.strip() == "Window too small: 40 x 12 needed"
        await reading.resize(80, 11)
        assert reading.text.strip() == "Window too small: 40 x 12 needed"
        await reading.resize(60, 20)
        assert "[2 Access]" in reading.rows[1]
        assert reading.ref == "cite:0"
        await reading.press("enter")
        assert "Source " in reading.text
        await reading.resize(39, 20)
        assert reading.text.strip() == "Window too small: 40 x 12 needed"
        await reading.resize(60, 20)
        assert "Source " in reading.text


async def test_a_message_that_is_too_long_for_the_footer_stands_above_it_in_full(small: Briefing, run: Run) -> None:
    said = "finding given to tmux, which keeps it unless set-clipboard is on"
    async with run(small, 40, 15) as reading:
        reading.screen.say(said)
        await reading.pilot.pause()
        assert " ".join(" ".join(row.strip() for row in reading.rows[-3:-1]).split()) == said
        assert set(reading.rows[-4]) == {"═"}
        assert "? help" in reading.rows[-1]
        await reading.resize(80, 15)
        assert said in reading.rows[-1]
        assert "═" not in reading.text
        await reading.resize(30, 15)
        assert "Window too small" in reading.text
        assert "set-clipboard" not in reading.text
        await reading.resize(40, 15)
        assert "set-clipboard" in reading.text
        await reading.press("g")
        assert "═" not in reading.text


async def test_what_is_asked_for_is_not_cut_within_a_word(small: Briefing, run: Run) -> None:
    async with run(small, 40, 15) as reading:
        await reading.press("s", "slash")
        assert reading.rows[3].strip() == "Words of an author, a title ..."
        await reading.press("escape", "ctrl+p")
        assert reading.rows[2].strip() == "A command, a source, a ..."


async def test_the_help_takes_no_more_rows_than_it_has(small: Briefing, run: Run) -> None:
    async with run(small, 120, 60) as reading:
        await reading.press("question_mark")
        title = reading.row_of("══ Help")
        assert title > 4
        assert "more below" not in reading.rows[title]
        assert [row.strip() for row in reading.rows[title:-1]].count("") <= 3


async def test_the_head_says_that_a_page_goes_on_until_its_end_is_in_view(run: Run) -> None:
    async with run(load("kazakhstan-2025")) as reading:
        assert reading.rows[2].rstrip("─").endswith(" more below ")
        await reading.press("end")
        assert "more" not in reading.rows[2]
        await reading.press("home")
        assert "more below" in reading.rows[2]
        assert reading.current == "score"
        await reading.press("2", "end")
        assert "more" not in reading.rows[2]
