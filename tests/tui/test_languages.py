"""The app in another language, and from one language of a brief to the next at the same finding."""

from __future__ import annotations

from pathlib import Path

import pytest

from kzbrief import i18n
from kzbrief.brief.briefing import Briefing, load
from kzbrief.output.glyphs import ASCII

from .conftest import DATA, Run


@pytest.fixture
def two(tmp_path: Path) -> Briefing:
    """A brief with a headline in Russian, which names its translation; that lies beside it."""
    text = (DATA / "small.toml").read_text(encoding="utf-8")
    text = text.replace('method = "freedom', 'translations = { ru = "borduria-2011-ru" }\nmethod = "freedom', 1)
    text = text.replace('id = "prices"\n', 'id = "prices"\nheadlines = { ru = "Цены" }\n', 1)
    path = tmp_path / "borduria-2011.toml"
    path.write_text(text, encoding="utf-8")
    (tmp_path / "borduria-2011-ru.toml").write_text((DATA / "russian.toml").read_text(encoding="utf-8"), encoding="utf-8")
    return load(path)


async def test_the_next_language_is_at_the_same_finding(two: Briefing, run: Run) -> None:
    async with run(two, at="access/prices") as reading:
        headline = two.index.entry("access/prices").finding.headline
        assert headline in reading.text
        await reading.press("l")
        assert "Цены" in reading.text
        assert headline not in reading.text
        assert "headlines: Russian" in reading.rows[-1]
        assert reading.current == "finding:access/prices"
        await reading.press("l")
        assert "Бордурия" in reading.rows[0]
        assert "Месяц связи стоит треть минимальной зарплаты" in reading.text
        # Nobody has asked for a language, so that labels follow the brief.
        assert "обзор: русский" in reading.rows[-1]
        assert reading.current == "finding:access/prices"
        await reading.press("l")
        assert headline in reading.text
        assert "brief: English" in reading.rows[-1]
        assert reading.current == "finding:access/prices"


async def test_the_way_back_stays_where_headlines_change(two: Briefing, run: Run) -> None:
    async with run(two) as reading:
        await reading.press("enter")
        went = reading.current
        await reading.press("l", "escape")
        assert reading.screen.navigator.open == 0
        await reading.press("]")
        assert reading.current == went


async def test_the_palette_goes_to_the_next_language(two: Briefing, run: Run) -> None:
    async with run(two, at="access/prices") as reading:
        await reading.press("ctrl+p", *"next language", "enter")
        assert "Цены" in reading.text


async def test_what_cannot_be_gone_to_is_said(small: Briefing, two: Briefing, run: Run) -> None:
    async with run(small) as reading:
        await reading.press("l")
        assert "this brief is in English alone" in reading.rows[-1]
    Path(two.path).with_name("borduria-2011-ru.toml").unlink()
    async with run(two) as reading:
        await reading.press("l", "l")
        assert "the brief “borduria-2011-ru” cannot be read" in reading.text


async def test_in_restricted_use_a_translation_is_opened_by_its_name_alone(
    two: Briefing, run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("KZBRIEF_RESTRICTED", "1")
    async with run(two) as reading:
        await reading.press("l", "l")
        assert "cannot be read" in reading.text
    monkeypatch.setenv("KZBRIEF_PATH", str(tmp_path))
    async with run(two) as reading:
        await reading.press("l", "l")
        assert "Бордурия" in reading.rows[0]


async def test_labels_in_russian_show_headlines_in_russian(two: Briefing, run: Run) -> None:
    i18n.use("ru")
    async with run(two, at="access/prices") as reading:
        assert "Цены" in reading.text
        assert "Препятствия доступу" in reading.text
        await reading.press("1")
        assert "Частично свободна" in reading.text
        await reading.press("l")
        assert "обзор: русский" in reading.rows[-1]


async def test_with_ascii_translated_headlines_are_spelt_in_latin_letters(two: Briefing, run: Run) -> None:
    async with run(two, at="access/prices", glyphs=ASCII) as reading:
        await reading.press("l")
        assert reading.text.isascii()
        assert "Tseny" in reading.text


@pytest.mark.parametrize("width", [40, 80, 120])
@pytest.mark.parametrize("where", ["", "2", "5", "6", "question_mark", "ctrl+p", "t", "s"])
async def test_a_russian_footer_names_all_that_an_english_one_does_at_80_cells(width: int, where: str, run: Run) -> None:
    from kzbrief.tui import frame

    i18n.use("ru")
    async with run(load("kazakhstan-2011"), width, 24) as reading:
        if where:
            await reading.press(where)
        foot = reading.rows[-1]
        assert len(foot.rstrip()) <= width
        if width >= 80:
            for command in frame.commands.footer(reading.screen.where)[:5]:
                assert i18n._(command.label) in foot


async def test_the_list_of_briefs_names_countries_and_statuses_in_the_language(run: Run) -> None:
    i18n.use("ru")
    async with run(load("kazakhstan-2011"), 120, 40) as reading:
        await reading.press("b")
        await reading.until(lambda: "Узбекистан" in reading.text)
        rows = [row.split()[0] for row in reading.rows if "из 100" in row and "2025" not in row and ">" not in row]
        assert rows == sorted(rows)
        assert "Несвободна" in reading.text
        assert "Kazakhstan" not in reading.text
        await reading.press(*"ислан")
        assert "Исландия" in reading.text
        assert "Иран" not in reading.text


async def test_the_names_of_briefs_have_room_beside_long_statuses(run: Run) -> None:
    i18n.use("ru")
    async with run(load("kazakhstan-2011"), 80, 24) as reading:
        await reading.press("b")
        await reading.until(lambda: "Узбекистан 2025" in reading.text)
        assert "Казахстан 2011 55 из 100 (лучшее — 0)" in " ".join(reading.text.split())
        assert all(len(row.rstrip()) <= 80 for row in reading.rows)
