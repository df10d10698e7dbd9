"""The screen follows the file: what stays where it is, and what is said of faults."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kzbrief.brief.briefing import Briefing, load
from kzbrief.output.glyphs import UNICODE
from kzbrief.output.lines import plain
from kzbrief.output.problems import error_lines
from kzbrief.toml.problems import DocumentError
from kzbrief.tui.app import BriefApp
from kzbrief.tui.waiting import Waiting
from kzbrief.tui.watching import read

from .conftest import DATA, Reading, Run

SMALL = (DATA / "small.toml").read_text(encoding="utf-8")
CARRIER = '[[section.finding]]\nid = "carrier"'
NEW = '[[section.finding]]\nid = "brand-new"\nheadline = "Something new stands first"\ntopic = "The market"\ntext = "Words."\n\n'
BROKEN = SMALL.replace("edition = 2011", "edition = 2011.", 1)
CLEAN = SMALL + '\n[[allow]]\ncode = "no-citation"\nat = "report"\nreason = "the report gives none"\n'
WARNED = CLEAN.replace("scores = { access = 14,", "scores = { access = 13,", 1)


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A brief that somebody is writing, in the folder where the app was started."""
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "small.toml"
    path.write_text(SMALL, encoding="utf-8")
    return Path("small.toml")


async def save(reading: Reading, text: str) -> None:
    """Save the file, and let the screen take it as if it was watched."""
    path = reading.screen.briefing.path
    Path(path).write_text(text, encoding="utf-8")
    reading.screen.preview.take(path, read(path))
    await reading.pilot.pause()


async def test_what_was_saved_is_shown_at_the_same_place(file: Path, run: Run) -> None:
    async with run(load(file)) as reading:
        await reading.press("2", "j")
        row, current = reading.row_of("> A connection"), reading.current
        await save(reading, SMALL.replace("A connection costs a third", "A connection costs a fifth"))
        assert reading.row_of("> A connection costs a fifth") == row
        await save(reading, SMALL.replace(CARRIER, NEW + CARRIER))
        assert reading.current == current
        assert "> A connection costs a third" in reading.text
        assert "Something new" in reading.text
        assert "[2 Access]" in reading.rows[1]


async def test_a_long_section_keeps_its_row_when_something_is_put_in_above(file: Path, long: Briefing, run: Run) -> None:
    import msgspec

    async with run(long) as reading:
        await reading.press("2", *["j"] * 5, "tab")
        row, ref = reading.row_of("> Finding"), reading.ref
        name = reading.current
        section = long.brief.sections[0]
        grown = msgspec.structs.replace(section, findings=[msgspec.structs.replace(section.findings[0], id="new"), *section.findings])
        reading.app.renew(Briefing(long.path, msgspec.structs.replace(long.brief, sections=[grown]), long.method))
        await reading.pilot.pause()
        assert reading.current == name
        assert reading.row_of("> Finding") == row
        assert reading.ref == f"cite:{int(ref.partition(':')[2]) + 1}"
        # Renamed, then removed.
        findings = [msgspec.structs.replace(item, id="other") if f"access/{item.id}" in name else item for item in grown.findings]
        for kept, expected in (
            (findings, "finding:access/other"),
            ([item for item in findings if item.id != "other"], "finding:access/number-7"),
        ):
            renamed = msgspec.structs.replace(grown, findings=kept)
            reading.app.renew(Briefing(long.path, msgspec.structs.replace(long.brief, sections=[renamed]), long.method))
            await reading.pilot.pause()
            assert reading.current == expected
            assert reading.row_of("> Finding") == row


async def test_other_tabs_and_the_way_back_keep_their_places(file: Path, run: Run) -> None:
    async with run(load(file)) as reading:
        await reading.press("4", "j", "2", "j")
        await save(reading, SMALL.replace(CARRIER, NEW + CARRIER).replace("[[event]]", "[[event]]", 1))
        await reading.press("4")
        assert reading.current == "finding:rights/blogger-fined"
        await reading.press("[")
        assert "[2 Access]" in reading.rows[1]
        assert "> A connection" in reading.text


async def test_a_section_that_is_gone_leaves_a_page(file: Path, run: Run) -> None:
    async with run(load(file)) as reading:
        await reading.press("4", "j")
        navigator = reading.app.navigator
        briefing = navigator.briefing
        import msgspec

        fewer = [section for section in briefing.brief.sections if section.id != "rights"]
        heading = msgspec.structs.replace(briefing.brief.brief, key_findings=[])
        brief = msgspec.structs.replace(briefing.brief, sections=fewer, brief=heading, events=[], series=[], remarks=[])
        reading.app.renew(Briefing(briefing.path, brief, briefing.method))
        await reading.pilot.pause()
        assert "Rights" not in reading.rows[1]
        assert "[" in reading.rows[1]
        await reading.press("j", "k", "1")
        assert "[1 Dashboard]" in reading.rows[1]


async def test_a_sheet_stays_and_shows_what_was_saved(file: Path, run: Run) -> None:
    async with run(load(file), 80, 30) as reading:
        await reading.press("2", "tab", "tab", "enter", "right")
        title = next(row for row in reading.rows if "══ Source" in row)
        place = reading.screen.sheet.sheet.place  # type: ignore[union-attr]
        await save(reading, SMALL.replace(CARRIER, NEW + CARRIER).replace("Sztohó", "Sztaho"))
        assert title in reading.rows
        assert "Sztaho" in reading.text
        assert reading.screen.sheet.sheet.place == place  # type: ignore[union-attr]
        await reading.press("escape")
        assert "══ Source" not in reading.text
        assert reading.current == "finding:access/carrier"


async def test_the_filter_the_palette_and_the_help_stay(file: Path, run: Run) -> None:
    async with run(load(file), 80, 30) as reading:
        await reading.press("6", "slash", *"borduria", "enter")
        rows = len([row for row in reading.rows if "Net Observers" in row])
        await save(reading, SMALL.replace("Net Observers", "Web Observers"))
        assert len([row for row in reading.rows if "Web Observers" in row]) == rows > 0
        await reading.press("escape", "1", "ctrl+p", *"observers")
        await save(reading, SMALL)
        assert "Net Observers" in reading.text
        await reading.press("x")
        assert "Nothing has these words" in reading.text
        await reading.press("escape", "?")
        await save(reading, SMALL.replace('"Borduria"', '"Syldavia"'))
        assert "══ Help" in reading.text
        assert "Syldavia" in reading.rows[0]


async def test_nothing_is_drawn_when_nothing_has_changed(file: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    async with run(load(file)) as reading:
        await save(reading, SMALL)
        monkeypatch.setattr(BriefApp, "renew", None)
        await save(reading, SMALL + "\n# a comment\n")


TRANSLATED = SMALL.replace('id = "prices"\n', 'id = "prices"\nheadlines = { ru = "Цены" }\n', 1)


async def test_headlines_stay_in_the_language_that_was_chosen(file: Path, run: Run) -> None:
    file.write_text(TRANSLATED, encoding="utf-8")
    async with run(load(file), 100, 30, at="access/prices") as reading:
        await reading.press("l")
        assert "> Цены" in reading.text
        await save(reading, TRANSLATED.replace("Цены", "Цены связи"))
        assert "> Цены связи" in reading.text
        # A fault, and the save that mends it.
        await save(reading, TRANSLATED.replace("edition = 2011", "edition = 2011.", 1))
        await save(reading, TRANSLATED.replace("Цены", "Что стоит связь"))
        assert "> Что стоит связь" in reading.text
        # The translation is taken out for a while.
        await save(reading, SMALL)
        assert "> A connection costs" in reading.text
        await save(reading, TRANSLATED)
        assert "> Цены" in reading.text
        # The next one is the brief's own.
        await reading.press("l")
        assert "> A connection costs" in reading.text
        await save(reading, TRANSLATED + "# more\n" + '[[allow]]\ncode = "no-citation"\nat = "report"\nreason = "none"\n')
        assert "> A connection costs" in reading.text


async def test_a_brief_that_changed_while_another_was_read_is_as_it_was_left(file: Path, run: Run) -> None:
    file.write_text(TRANSLATED, encoding="utf-8")
    async with run(load(file), 100, 30, at="access/prices") as reading:
        await reading.press("l", "p", "6", "r", "2")
        assert reading.current == "finding:access/prices"
        reading.screen.shelving.open(load("iran-2013").path)
        await reading.pilot.pause()
        changed = TRANSLATED.replace(CARRIER, NEW + CARRIER).replace("Цены", "Что стоит связь")
        file.write_text(changed, encoding="utf-8")
        await reading.press("[")
        assert "> Что стоит связь" in reading.text
        assert reading.screen.navigator.originals is not None
        assert reading.screen.navigator.order == "author"


async def test_the_first_translation_of_a_headline_can_be_gone_to(file: Path, run: Run) -> None:
    async with run(load(file), 100, 30, at="access/prices") as reading:
        await save(reading, TRANSLATED)
        assert "> A connection costs" in reading.text
        await reading.press("l")
        assert "> Цены" in reading.text


async def test_the_reports_own_words_stay_with_a_save(file: Path, run: Run) -> None:
    draft = SMALL.replace(
        '[[section.finding]]\nid = "prices"\n', '# In the report: Dear lines.\n[[section.finding]]\nid = "prices"\ndraft = true\n', 1
    )
    assert draft != SMALL
    file.write_text(draft, encoding="utf-8")
    async with run(load(file), 100, 30, at="access/prices") as reading:
        await reading.press("p")
        said = next(row for row in reading.rows if "In the report:" in row)
        await save(reading, draft + "# more\n")
        assert said in reading.rows
        await save(reading, draft.replace("Dear lines", "Cheap lines"))
        assert "Cheap lines" in reading.text


# Faults


async def test_faults_come_in_a_panel_over_the_last_good_version(file: Path, run: Run) -> None:
    async with run(load(file), 100, 30) as reading:
        await reading.press("2", "j")
        before = reading.text.splitlines()[3:10]
        await save(reading, BROKEN)
        assert reading.text.splitlines()[3:10] == before
        assert "══ 1 problem: small.toml ══" in reading.text
        with pytest.raises(DocumentError) as refused:
            load(file)
        for line in error_lines(refused.value, 90):
            assert plain(line).rstrip() in reading.text
        assert "^" in reading.text
        await save(reading, SMALL)
        assert "problem" not in reading.text
        assert reading.text.splitlines()[3:10] == before
        assert "finding 2 of 2" in reading.rows[-1]


async def test_the_panel_is_walked_copied_from_and_hidden(file: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    async with run(load(file), 100, 30) as reading:
        taken: list[str] = []
        monkeypatch.setattr(BriefApp, "take", lambda _app, text: taken.append(text) or "sent to the terminal")
        text = SMALL.replace('type = "chapter"', 'type = "chaptre"', 1).replace('["access/carrier"', '["access/carier"')
        await save(reading, text)
        assert "══ 2 problems: small.toml" in reading.text
        await reading.press("enter")
        await reading.press("down", "y")
        lines = [text.splitlines().index(line) + 1 for line in text.splitlines() if "carier" in line or "chaptre" in line]
        assert taken == [f"small.toml:{line}" for line in lines]
        assert f"small.toml:{lines[1]} sent to the terminal" in reading.rows[-1]
        await reading.press("escape")
        assert "══" not in reading.text
        assert reading.rows[-1].rstrip().endswith(("2 problems in the file: f shows them", "2 problems: f"))
        # It stays hidden while there are faults, and counts them.
        await save(reading, text.replace("edition = 2011", "edition = 2011.", 1))
        assert "══" not in reading.text
        assert "1 problem" in reading.rows[-1]
        await reading.press("f")
        assert "══ 1 problem: small.toml" in reading.text
        await reading.press("f")
        await save(reading, SMALL)
        assert "problem" not in reading.rows[-1]
        # After that the next fault is shown at once.
        await save(reading, BROKEN)
        assert "══ 1 problem" in reading.text


async def test_the_panel_shows_the_faults_that_are_left(file: Path, run: Run) -> None:
    async with run(load(file), 100, 30) as reading:
        two = SMALL.replace('type = "chapter"', 'type = "chaptre"', 1).replace('["access/carrier"', '["access/carier"')
        await save(reading, two)
        await reading.press("down")
        await save(reading, two.replace("carier", "carrier"))
        assert "══ 1 problem: small.toml" in reading.text
        assert "carier" not in reading.text
        assert "chaptre" in reading.text


async def test_a_sheet_comes_back_when_the_faults_are_mended(file: Path, run: Run) -> None:
    async with run(load(file), 100, 30) as reading:
        await reading.press("2", "tab", "enter")
        source = reading.text
        assert "══ Source" in source
        await save(reading, BROKEN)
        assert "══ 1 problem" in reading.text
        await reading.press("?")
        assert "══ Help" in reading.text
        await reading.press("escape")
        assert "══ 1 problem" in reading.text
        await save(reading, SMALL)
        assert reading.text == source


async def test_whoever_types_is_not_disturbed(file: Path, run: Run) -> None:
    async with run(load(file), 100, 30) as reading:
        await reading.press("ctrl+p", *"bord")
        await save(reading, BROKEN)
        assert "══ Palette" in reading.text
        await reading.press("escape")
        assert "1 problem" in reading.rows[-1]
        await reading.press("f")
        assert "══ 1 problem" in reading.text


async def test_f_says_when_there_is_nothing_to_show(file: Path, run: Run) -> None:
    async with run(load(file), 100, 30) as reading:
        await reading.press("f")
        assert "kzbrief read FILE --watch" in reading.rows[-1]
    file.write_text(CLEAN, encoding="utf-8")
    async with run(load(file), 100, 30, watched=True) as reading:
        await reading.press("f")
        assert "the file has no problems" in reading.rows[-1]


async def test_f_shows_warnings_which_do_not_come_by_themselves(file: Path, run: Run) -> None:
    async with run(load(file), 100, 30, watched=True) as reading:
        assert reading.screen.preview._watcher
        reading.screen.preview._watcher.stop()  # `save` does its part, at once
        await save(reading, WARNED)
        assert "══" not in reading.text
        await reading.press("f")
        assert "══ 1 warning: small.toml" in reading.text
        assert "warning[total-is-no-sum]" in reading.text
        # It follows the file, and goes when there is nothing left to say.
        await save(reading, WARNED + "# more\n")
        assert "══ 1 warning: small.toml" in reading.text
        await save(reading, CLEAN)
        assert "══" not in reading.text
        # Beside an error, both are shown.
        await save(reading, WARNED.replace('type = "chapter"', 'type = "chaptre"', 1))
        assert "══ 1 problem: small.toml" in reading.text
        await reading.press("f", "f")
        assert "══ 2 problems: small.toml" in reading.text


# Waiting


async def test_a_file_that_is_not_there_yet_is_waited_for(file: Path, run: Run) -> None:
    file.unlink()
    async with run(Waiting(str(file), UNICODE), 80, 24) as reading:
        assert "small.toml" in reading.rows[0]
        assert "[1 Waiting]" in reading.rows[1]
        reading.screen.preview.take(str(file), read(str(file)))
        await reading.pilot.pause()
        assert "══ 1 problem: small.toml" in reading.text
        assert "there is no such file" in reading.text
        await reading.press("escape")
        assert "1 problem" in reading.rows[-1]
        await reading.press("f")
        await save(reading, BROKEN)
        assert "══ 1 problem" in reading.text
        await save(reading, SMALL)
        assert "[1 Dashboard]" in reading.rows[1]
        assert "══" not in reading.text
        assert "Key findings" in reading.text


async def test_the_thread_that_watches_tells_the_screen(file: Path, run: Run) -> None:
    async with run(load(file), watched=True) as reading:
        file.write_text(SMALL.replace('"Borduria"', '"Syldavia"'), encoding="utf-8")
        await reading.until(lambda: "Syldavia" in reading.rows[0])
        # Another brief is another file.
        reading.app.read(type(reading.app.navigator)(load("kazakhstan-2011"), UNICODE))
        await reading.pilot.pause()
        assert reading.screen.preview._watcher
        assert reading.screen.preview._watcher.path == load("kazakhstan-2011").path


# Editing


class Editor:
    """Stands in for an editor: notes how it is called, changes the file."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *, code: int = 0, error: Exception | None = None) -> None:
        self.called: list[list[str]] = []
        self.text = ""
        self.code = code
        self.error = error
        monkeypatch.setenv("VISUAL", "vim -n")
        monkeypatch.setattr(BriefApp, "lend", lambda _app, words: self(words))

    def __call__(self, words: list[str]) -> int:
        self.called.append(words)
        if self.error:
            raise self.error
        if self.text:
            Path("small.toml").write_text(self.text, encoding="utf-8")
        return self.code


def line_of(words: str, text: str = SMALL) -> int:
    return text[: text.index(words)].count("\n") + 1


async def test_e_opens_the_editor_where_one_is(file: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    editor = Editor(monkeypatch)
    async with run(load(file), 100, 30) as reading:
        await reading.press("2", "j", "e")
        finding = SMALL[: SMALL.index("A connection costs")].count("\n")
        assert editor.called[-1][:2] == ["vim", "-n"]
        assert editor.called[-1][-1] == os.path.abspath("small.toml")
        assert 0 <= finding - int(editor.called[-1][2][1:]) <= 4
        editor.text = SMALL.replace("A connection costs a third", "A connection costs a fifth")
        await reading.press("e")
        assert "> A connection costs a fifth" in reading.text
        await reading.press("tab", "enter", "e")
        assert "══ Source" in reading.text
        assert "[sources." in editor.text.splitlines()[int(editor.called[-1][2][1:]) - 1]


async def test_e_at_a_problem_opens_its_line(file: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    editor = Editor(monkeypatch)
    async with run(load(file), 100, 30) as reading:
        editor.text = BROKEN
        await reading.press("e")
        assert "══ 1 problem" in reading.text
        editor.text = SMALL
        await reading.press("e")
        assert editor.called[-1][2] == f"+{line_of('edition = 2011.', BROKEN)}"
        assert "problem" not in reading.text


@pytest.mark.parametrize(
    ("code", "error", "said"),
    [
        (3, None, "vim ended with exit code 3"),
        (-9, None, "vim was ended by signal 9"),
        (0, FileNotFoundError(2, "No such file or directory"), "vim does not start: No such file or directory"),
        (0, ValueError("embedded null byte"), "vim does not start: embedded null byte"),
    ],
)
async def test_what_goes_wrong_is_said(
    file: Path, run: Run, monkeypatch: pytest.MonkeyPatch, code: int, error: Exception | None, said: str
) -> None:
    Editor(monkeypatch, code=code, error=error)
    async with run(load(file), 100, 30) as reading:
        await reading.press("2", "e")
        assert said in reading.rows[-1]
        assert "[2 Access]" in reading.rows[1]


async def test_without_an_editor_it_is_said_how_to_name_one(file: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.delenv("EDITOR", raising=False)
    async with run(load(file), 100, 30) as reading:
        await reading.press("e")
        assert "no editor is known: name one in EDITOR" in reading.rows[-1]
        monkeypatch.setenv("EDITOR", "vim")
        await reading.press("e")  # a terminal that cannot be lent, as that of this test
        assert "the terminal cannot be lent" in reading.rows[-1]
        monkeypatch.setenv("KZBRIEF_RESTRICTED", "1")
        await reading.press("e")
        assert "no editor may be opened here" in reading.rows[-1]


@pytest.mark.parametrize(
    ("keys", "before", "after"), [("v", "All sections: 6 findings", "All sections: 7 findings"), ("a", "Bordutel", "Bordutel")]
)
async def test_sheets_about_the_brief_follow_it(file: Path, run: Run, keys: str, before: str, after: str) -> None:
    async with run(load(file), 100, 60) as reading:
        await reading.press(*keys)
        assert before in reading.text
        await save(reading, SMALL.replace(CARRIER, NEW + CARRIER))
        assert after in reading.text
        await save(reading, SMALL.replace("Bordutel", "Syldatel"))
        assert ("Syldatel" if keys == "a" else before) in reading.text
