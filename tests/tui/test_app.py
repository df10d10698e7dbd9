"""Help, palette, themes, copying, opening, selecting."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.geometry import Offset
from textual.selection import Selection

from kzbrief import commands
from kzbrief.brief.briefing import Briefing, load
from kzbrief.output import themes
from kzbrief.output.glyphs import ASCII
from kzbrief.tui import terminal

from .conftest import Reading, Run


@pytest.mark.parametrize(("keys", "place"), [("1", "dashboard"), ("2", "section"), ("5", "timeline"), ("6", "sources")])
async def test_help_is_about_the_place(small: Briefing, run: Run, keys: str, place: str) -> None:
    async with run(small, 100, 24) as reading:
        await reading.press(keys, "?")
        title = {"dashboard": "Dashboard", "section": "A part of the report", "timeline": "Timeline", "sources": "List of sources"}[place]
        assert f"══ Help: {title} ══" in reading.text
        page = reading.screen.sheet.reader.cursor.page
        text = " ".join(span.text for line in page.lines for span in line)
        rows = {row.keys.split(", ")[0]: row.help for row in commands.rows_of(place)}
        shown = {commands.shown(key) for command in commands.COMMANDS if place in command.where for key in command.keys[:1]}
        assert rows.keys() <= shown | {"1-9"}
        for key in rows:
            assert any(span.text.split(", ")[0].strip() == key for line in page.lines for span in line if span.tone == "key"), key
        for sign in (">", "[15]", "!", "*", "--", "n/a", "■", "0 is best"):
            assert any(span.text == sign for line in page.lines for span in line), sign
        assert "One mark is one point" in text
        await reading.press("?")
        assert not reading.screen.sheet.sheet


async def test_help_on_a_source(small: Briefing, run: Run) -> None:
    async with run(small, 80, 24) as reading:
        await reading.press("2", "tab", "enter", "?")
        assert "══ Help: A source ══" in reading.text
        assert "Walk the places that cite the source" in reading.text
        await reading.press("escape")
        assert "══ Source 1" in reading.text


@pytest.mark.parametrize("key", ["1", "2", "5", "6"])
async def test_help_fits_a_wide_screen(small: Briefing, run: Run, key: str) -> None:
    async with run(small, 120, 40) as reading:
        await reading.press(key, "?")
        reader = reading.screen.sheet.reader
        assert len(reader.cursor.page.lines) <= reader.size.height


@pytest.mark.parametrize("key", ["escape", "q"])
async def test_what_lies_on_top_is_closed_first(small: Briefing, run: Run, key: str) -> None:
    async with run(small) as reading:
        before = reading.text
        await reading.press("?", key)
        assert reading.text == before
        assert not reading.app._exit


async def test_q_leaves(small: Briefing, run: Run) -> None:
    async with run(small) as reading:
        await reading.press("q")
        assert reading.app._exit


async def test_the_palette_lists_commands_and_finds_the_rest(small: Briefing, run: Run) -> None:
    async with run(small) as reading:
        await reading.press("ctrl+p")
        listed = "".join(span.text for line in reading.screen.sheet.reader.cursor.page.lines for span in line)
        assert "Choose a theme" in listed
        assert "Tab: Access" in listed
        assert "Source 1" not in reading.text
        await reading.press(*"borduria")
        assert "Source 4: Net Observers" in reading.text
        await reading.press(*["backspace"] * 8, *"fined", "down", "enter")
        assert reading.current == "finding:rights/blogger-fined"
        assert "[4 Rights]" in reading.rows[1]
        await reading.press("ctrl+p", *"source 2", "enter")
        assert "══ Source 2" in reading.text


async def test_the_palette_runs_a_command(small: Briefing, run: Run) -> None:
    async with run(small) as reading:
        await reading.press("ctrl+p", *"keys and what", "enter")
        assert "══ Help" in reading.text


@pytest.mark.parametrize(
    ("words", "hit", "current"),
    [
        ("introduction", "Section: Introduction", "finding:introduction/late-start"),
        ("act par", "Event: Parliament passes the Internet Act", "event:law-passed"),
        ("july 2009", "Event: Parliament passes the Internet Act", "event:law-passed"),
        ("tab: rights", "Tab: Rights", "finding:rights/internet-act"),
    ],
)
async def test_the_palette_finds_whatever_the_brief_speaks_of(small: Briefing, run: Run, words: str, hit: str, current: str) -> None:
    async with run(small) as reading:
        await reading.press("ctrl+p", *words)
        assert any(row.startswith(f" > {hit}") for row in reading.rows), reading.text
        await reading.press("enter")
        assert reading.current == current
        await reading.press("escape")
        assert "[1 Dashboard]" in reading.rows[1]
        assert reading.current == "key:access/carrier"


async def test_an_actor_comes_before_what_only_names_it(small: Briefing, run: Run) -> None:
    async with run(small) as reading:
        await reading.press("ctrl+p", *"bordutel")
        assert any(row.startswith(" > Actor: Bordutel") and "named in" in row for row in reading.rows)


def colours(reading: Reading) -> set[object]:
    return {segment.style.bgcolor for strip in reading.screen._compositor.render_strips() for segment in strip if segment.style}


async def test_themes_are_tried_kept_and_left(small: Briefing, run: Run) -> None:
    async with run(small) as reading:
        first, before = reading.app.looks.theme.id, colours(reading)
        await reading.press("2", "t")
        assert "══ Themes ══" in reading.text
        assert any(row.startswith(" > Dark") and "in use" in row for row in reading.rows)
        assert reading.app.looks.theme.id == first
        seen = set()
        await reading.press("home")
        for _theme in themes.titles():
            seen.add(reading.app.looks.theme.id)
            await reading.press("down")
        assert seen == set(themes.names())
        assert colours(reading) != before
        await reading.press("escape")
        assert reading.app.looks.theme.id == first
        assert colours(reading) == before
        await reading.press("t", "down", "enter")
        assert reading.app.looks.theme.id == reading.app.chosen == "kz-light"
        assert "theme: Light" in reading.rows[-1]
        await reading.press("t", "t", "1")
        assert "══ Themes ══" in reading.text, "figures open no tabs while a theme is chosen"
        await reading.pilot.click(offset=(reading.rows[1].index("4 Rights") + 2, 1))
        await reading.pilot.pause()
        assert "[4 Rights]" in reading.rows[1]
        assert reading.app.looks.theme.id == "kz-light"


async def test_a_click_keeps_a_theme(small: Briefing, run: Run) -> None:
    async with run(small) as reading:
        await reading.press("t")
        await reading.pilot.click(offset=(5, reading.row_of("No colours")))
        await reading.pilot.pause()
        assert reading.app.chosen == "kz-mono"
        assert not reading.screen.sheet.sheet


async def test_the_page_stays_in_view_while_a_theme_is_chosen_on_a_small_screen(small: Briefing, run: Run) -> None:
    async with run(small, 40, 15) as reading:
        await reading.press("2", "t")
        assert "One state carrier" in reading.text
        assert "Themes" in reading.text


async def test_a_faulty_theme_of_ones_own_is_passed_over(
    small: Briefing, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "kzbrief" / "themes"
    folder.mkdir(parents=True)
    (folder / "broken.toml").write_text("format = 1\n[theme]\nid = 3\n")
    (folder / "mine.toml").write_text('format = 1\ntheme = { id = "mine", name = "Mine", dark = false }\n')
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    async with run(small) as reading:
        await reading.press("t", "end")
        assert reading.app.looks.theme.id == "mine"
        assert "broken" not in reading.text
        (folder / "mine.toml").write_text("faulty")
        await reading.press("up", "down")
        assert reading.app.looks.theme.id != "mine"


async def test_no_color_leaves_no_colour(small: Briefing, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with run(small) as reading:
        await reading.press("2", "tab")
        styles = [segment.style for strip in reading.app.screen._compositor.render_strips() for segment in strip if segment.style]
        assert all(style.color is None or style.color.is_default for style in styles)
        assert all(style.bgcolor is None or style.bgcolor.is_default for style in styles)
        assert any(style.reverse for style in styles)


async def test_dim_text_has_the_faint_attribute(small: Briefing, run: Run) -> None:
    async with run(small) as reading:
        strip = reading.app.screen._compositor.render_strips()[-1]
        assert any(segment.style and segment.style.dim for segment in strip)


async def test_drawings_in_ascii(small: Briefing, run: Run) -> None:
    async with run(small, glyphs=ASCII) as reading:
        for keys in (("1",), ("2", "tab", "enter"), ("escape", "5"), ("6",), ("?",)):
            await reading.press(*keys)
            assert reading.text.isascii()


async def test_copying_says_what_was_done(small: Briefing, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    taken = []

    def take(text: str, write: object) -> str:
        taken.append(text)
        return "sent to the terminal"

    monkeypatch.setattr(terminal, "copy", take)
    async with run(small, 100, 30) as reading:
        await reading.press("2", "y")
        assert "finding sent to the terminal" in reading.rows[-1]
        assert taken[0].startswith(
            "One state carrier holds half the market\n\nBordutel, which belongs to the state, holds 48 percent of the market [1]."
        )
        assert "[1] Pál Sztohó, “Рынок связи” [The Market of Lines]" in taken[0]
        assert "Freedom on the Net 2011" in taken[0]
        await reading.press("tab", "enter", "y")
        assert "reference sent to the terminal" in reading.rows[-1]
        assert taken[1].startswith("Pál Sztohó, “Рынок связи”")
        await reading.press("escape", "1", "y")
        assert taken[2].startswith("One state carrier")


async def test_an_address_is_shown_where_no_browser_can_be_had(small: Briefing, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSH_CONNECTION", "10.0.0.1 1 10.0.0.2 22")
    monkeypatch.setenv("DISPLAY", ":0")
    opened: list[str] = []

    def open_address(address: str) -> bool:
        opened.append(address)
        return True

    monkeypatch.setattr(terminal, "open_address", open_address)
    async with run(small) as reading:
        await reading.press("2", "tab", "o")
        assert "http://lines.example/market" in reading.text
        assert "far end of the SSH line" in reading.text
        await reading.press("y")
        assert "address sent to the terminal" in reading.rows[-1]
        await reading.press("escape")
        assert reading.ref == "cite:0"
        assert not opened
        monkeypatch.delenv("SSH_CONNECTION")
        monkeypatch.setattr(terminal, "no_browser", lambda: "")
        await reading.press("enter", "o")
        assert opened == ["http://lines.example/market"]
        assert "handed to the browser" in reading.rows[-1]


async def test_what_lies_over_a_source_gives_it_back(small: Briefing, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSH_TTY", "/dev/pts/1")
    async with run(small) as reading:
        await reading.press("2", "tab", "enter")
        before = reading.text
        for key in ("o", "?"):
            await reading.press(key)
            assert "══ Source" not in reading.text
            await reading.press("escape")
            assert reading.text == before
        await reading.press("o", "?", "3")
        assert not reading.screen.sheet.sheet
        await reading.press("tab", "enter", "escape")
        assert not reading.screen.sheet.sheet


async def test_a_source_without_an_address(small: Briefing, run: Run) -> None:
    async with run(small) as reading:
        await reading.press("4", "G", "o")
        assert "no address is known" in reading.rows[-1]


async def test_selecting_takes_the_text_column_alone(small: Briefing, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    taken: list[str] = []

    def take(text: str, write: object) -> str:
        taken.append(text)
        return "sent to the terminal"

    monkeypatch.setattr(terminal, "copy", take)
    async with run(small, 100, 30) as reading:
        await reading.press("2")
        row = reading.row_of("One state carrier")
        await reading.pilot.mouse_down(offset=(8, row))
        await reading.pilot.hover(offset=(90, row + 1))
        await reading.pilot.mouse_up(offset=(90, row + 1))
        await reading.pilot.pause()
        await reading.press("ctrl+c")
        assert taken == ["state carrier holds half the market\nBordutel, which belongs to the state, holds 48 percent of"]
        assert "selection sent to the terminal" in reading.rows[-1]
        assert not reading.screen.sheet.sheet


async def test_a_selection_of_everything_is_the_text_in_view_at_least(small: Briefing, run: Run) -> None:
    async with run(small, 100, 30) as reading:
        await reading.press("2")
        reader = reading.screen.reader
        words = reader.get_selection(Selection(None, None))
        assert words
        assert "Obstacles to Access" in words[0]
        assert "Sztohó" not in words[0]
        words = reader.get_selection(Selection(Offset(0, 0), Offset(100, 0)))
        assert words == ("Obstacles to Access                   14 of 25 (0 is best)", "\n")


async def test_ctrl_c_without_a_selection_says_how_to_leave(small: Briefing, run: Run) -> None:
    async with run(small) as reading:
        await reading.press("ctrl+c")
        assert "q quits" in reading.rows[-1]
        assert not reading.app._exit


async def test_a_click_takes_the_row_of_its_column_and_a_second_one_opens_it(small: Briefing, run: Run) -> None:
    async with run(small, 100, 40) as reading:
        stops = {stop.id: stop for stop in reading.screen.reader.cursor.page.stops}
        fact, part = stops["fact:population"], stops["part:access"]
        assert fact.top in range(part.top, part.bottom), "not side by side"
        for stop, cell in ((fact, fact.start + 4), (part, 4)):
            await reading.pilot.click(offset=(cell, fact.top + 3))
            await reading.pilot.pause()
            assert reading.current == stop.id
        await reading.pilot.click(offset=(4, part.top + 3))
        await reading.pilot.pause()
        assert "[2 Access]" in reading.rows[1]


async def test_a_second_click_on_a_key_finding_opens_it(small: Briefing, run: Run) -> None:
    async with run(small) as reading:
        key = small.brief.brief.key_findings[-1]
        stops = {stop.id: stop for stop in reading.screen.reader.cursor.page.stops}
        name = next(ident for ident, stop in stops.items() if stop.goto.endswith(key))
        for _click in range(2):
            await reading.pilot.click(offset=(10, stops[name].top - reading.screen.reader.cursor.top + 3))
            await reading.pilot.pause()
        assert reading.current == f"finding:{small.index.entry(key).address}"


async def test_a_double_click_selects_nothing(small: Briefing, run: Run) -> None:
    async with run(small) as reading:
        await reading.press("2")
        await reading.pilot.double_click(offset=(10, 6))
        await reading.pilot.pause()
        assert not reading.screen.reader.text_selection


async def test_the_palette_goes_to_a_remark_on_a_figure(run: Run) -> None:
    async with run(load("kazakhstan-2011")) as reading:
        await reading.press("2", "ctrl+p", *"none")
        await reading.press("space", *"of", "space", *"the", "space", *"six", "enter")
        assert reading.current.startswith("remark:")
        assert "None of the six rows" in reading.text
        await reading.press("left_square_bracket")
        assert "[2 Access]" in reading.rows[1]
