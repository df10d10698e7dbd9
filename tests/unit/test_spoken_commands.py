"""Reading by ear goes as far as the app: the same search, all briefs, what stands behind a brief, and what can be taken along."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kzbrief import cli, i18n, state
from kzbrief import commands as app
from kzbrief.brief.briefing import Briefing, load
from kzbrief.brief.search.finder import Finder
from kzbrief.brief.search.query import parse
from kzbrief.marked import Marked
from kzbrief.spoken import chronicle
from kzbrief.spoken.commands import NEEDING, SPOKEN
from kzbrief.spoken.reader import Reader
from kzbrief.spoken.typed import help_lines, understood
from tests.unit.test_spoken import DATA, GOLDEN, KAZAKHSTAN, say

RUSSIAN = load(DATA / "russian.toml")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of briefs that are opened by name, with nothing kept of other tests."""
    for name in ("XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name.lower()))
    briefs = tmp_path / "briefs"
    briefs.mkdir()
    shutil.copy(DATA / "small.toml", briefs / "borduria-2011.toml")
    shutil.copy(DATA / "russian.toml", briefs / "borduria-2011-ru.toml")
    (briefs / "broken.toml").write_text("format = 1\n[brief]\nid = 3\n", encoding="utf-8")
    monkeypatch.setenv("KZBRIEF_PATH", str(briefs))
    monkeypatch.chdir(tmp_path)
    return briefs


# The search of the app


@pytest.mark.parametrize(
    ("briefing", "words", "arrived"),
    [
        (GOLDEN, "/MARKET state", "Finding 2 of 6"),
        (GOLDEN, "find shares", "Finding 2 of 6"),
        (GOLDEN, "find sztoho", "Source 1, also note 3"),
        (GOLDEN, "find связью", "Source 1, also note 3"),
        (RUSSIAN, "find блогеры посты", "Finding 3 of 3: Блогера"),
        (RUSSIAN, "find елкина", "Source 1, also note 3: Ёлкина"),
        (RUSSIAN, "find закон", "Парламент принимает закон об интернете."),
        (RUSSIAN, 'find "государственного оператора"', "Finding 1 of 3"),
        (RUSSIAN, "find type:price", "Finding 2 of 3"),
        (RUSSIAN, "find насел*", "Население: 3,1 млн."),
    ],
)
def test_words_are_found_in_all_their_forms(briefing: Briefing, words: str, arrived: str) -> None:
    said = say(Reader(briefing), words)
    assert said.startswith("Found 1 of 1. ")
    assert arrived in said


def test_it_finds_what_the_app_finds() -> None:
    finder = Finder(KAZAKHSTAN)
    while finder.step():
        pass
    reader = Reader(KAZAKHSTAN)
    for words in ("livejournal", "blocking court", "type:surveillance", "«personal data»", "казнет"):
        wanted = {finder.passages[number].ref for number in finder.find(parse(words))}
        reader.answer(f"find {words}")
        found = {hit.passage.ref for hit in reader.hits}
        # Remarks on a finding that was found are said with it.
        assert found <= wanted
        assert {ref for ref in wanted if not ref.startswith("remark:")} == {ref for ref in found if not ref.startswith("remark:")}


def test_one_goes_through_what_was_found_and_back() -> None:
    reader = Reader(KAZAKHSTAN)
    count = len(reader.answer("find livejournal") and reader.hits)
    assert count > 5
    assert say(reader, "found").split("\n")[0] == f"{count} places."
    assert len(reader.answer("found")) == count + 1
    assert say(reader, "found 3").startswith(f"Found 3 of {count}. Section: Obstacles to Access")
    assert say(reader, "n").startswith(f"Found 4 of {count}. ")
    assert say(reader, "N", "N").startswith(f"Found 2 of {count}. ")
    assert say(reader, "N", "N") == "That was the first one found."
    assert say(reader, f"found {count}", "find next") == "That was the last one found."
    assert say(Reader(KAZAKHSTAN), "find livejournal", "back").startswith("Back. Overview.")


def test_what_cannot_be_looked_for_is_said() -> None:
    reader = Reader(GOLDEN)
    assert say(reader, "find") == "Type find and the words to look for."
    assert say(reader, "n") == say(reader, "found") == "Type find and the words to look for first."
    assert say(reader, "find xyzzy") == "Nothing has the words xyzzy."
    assert say(reader, "find year:soon") == "“soon” is no year; write it as in year:2010."
    assert say(reader, "find type:market") == "\n".join(reader.answer("repeat"))


def test_all_briefs_are_searched_and_opened_at_the_place(folder: Path) -> None:
    reader = Reader(KAZAKHSTAN, kept=True)
    said = reader.answer("search блогеры")
    assert said[0] == "1 place. Type found and a number to go there."
    assert said[1].startswith("1: Бордурия 2011. Блогера оштрафовали за пост о премьере.")
    arrived = say(reader, "found 1")
    # Labels follow the brief where nobody has asked for a language.
    assert "1 из 1. Бордурия. Freedom on the Net 2011" in arrived
    assert "3 из 3: Блогера оштрафовали за пост о премьере." in arrived
    assert reader.read.path == str(folder / "borduria-2011-ru.toml")
    assert say(reader, "back").endswith("Kazakhstan. Freedom on the Net 2011. Overview.")
    assert reader.read is KAZAKHSTAN
    say(reader, "forward")
    assert reader.read is not KAZAKHSTAN
    i18n.use("en", asked=False)
    assert say(Reader(KAZAKHSTAN), "search xyzzy") == "Nothing has the words xyzzy."


@pytest.mark.parametrize(
    "place", ["finding:carrier", "access", "source:market-2006", "event:act-passed", "actor:bordutel", "fact:population"]
)
def test_what_a_search_prints_is_opened(place: str) -> None:
    assert Reader(GOLDEN, place).start()[1:]
    reader = Reader(KAZAKHSTAN)
    said = say(reader, f"brief {DATA / 'golden.toml'}#{place}")
    assert said.startswith("Borduria. ")
    assert len(said.split("\n")) > 1
    assert reader.read.path == str(GOLDEN.path)


def test_an_address_alone_is_gone_to() -> None:
    reader = Reader(GOLDEN)
    assert say(reader, "kazakhstan-2011#access/livejournal-unblocked").startswith("Kazakhstan. Freedom on the Net 2011.")
    assert say(reader, "finding address") == "kazakhstan-2011#access/livejournal-unblocked"


# Other briefs


@pytest.mark.usefixtures("folder")
def test_briefs_are_listed_narrowed_down_and_opened() -> None:
    i18n.use("en")
    reader = Reader(KAZAKHSTAN)
    lines = reader.answer("briefs")
    assert any(line.startswith("1: Borduria, Freedom on the Net 2011. 47 of 100 (0 is best), Partly Free.") for line in lines)
    broken = next(line for line in lines if "broken" in line)
    assert broken.endswith("broken.toml")
    lines = reader.answer("briefs kyrgyz")
    assert lines[0] == "1 brief; brief 1 reads it."
    assert lines[1].endswith("Name: kyrgyzstan-2014.")
    assert say(reader, "brief 1").startswith("Kyrgyzstan. Freedom on the Net 2014")
    assert say(reader, "brief borduria-2011#access/carrier").split("\n")[0] == "Borduria. Freedom on the Net 2011."
    assert say(reader, "finding address") == "borduria-2011#access/carrier"
    assert say(reader, "back").startswith("Back. Kyrgyzstan.")
    assert say(reader, "back").startswith("Back. Kazakhstan.")
    assert say(reader, "back") == "There is nothing to go back to."
    assert say(reader, "forward", "forward").startswith("Forward. Borduria.")


@pytest.mark.usefixtures("folder")
def test_what_cannot_be_opened_is_said_and_changes_nothing() -> None:
    reader = Reader(KAZAKHSTAN, "access/livejournal-unblocked")
    here = say(reader, "where")
    assert say(reader, "brief").startswith("Type brief and a name")
    assert "there is no brief of this name." in say(reader, "brief kazakstan-2001")
    assert "broken.toml:3:6: error[" in say(reader, "brief broken")
    assert "did you mean" in say(reader, "brief kazakhstan-2011#access/livejornal-unblocked").casefold()
    assert "there is no such file" in say(reader, "brief ./nothing.toml")
    assert say(reader, "compare kazakhstan-2011") == "This is the brief that you read."
    assert say(reader, "where") == here


@pytest.mark.usefixtures("folder")
def test_on_an_account_that_offers_briefs_no_other_file_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KZBRIEF_RESTRICTED", "1")
    reader = Reader(KAZAKHSTAN)
    for line in ("brief /etc/passwd", "brief ./briefs/borduria-2011.toml", "compare /etc/passwd", "brief ../x.toml#access"):
        assert "briefs are opened by their names here" in say(reader, line)
    assert say(reader, "brief borduria-2011").startswith("Borduria.")
    assert "/" not in say(reader, "briefs borduria").replace("n/a", "")


def test_briefs_stand_beside_each_other_without_being_subtracted() -> None:
    said = Reader(KAZAKHSTAN).answer("compare kazakhstan-2025")
    assert said[0] == "Side by side: Kazakhstan 2011, Kazakhstan 2025."
    assert "The scales run in opposite directions: 0 is best in Kazakhstan 2011; 100 is best in Kazakhstan 2025." in said
    assert any("Kazakhstan 2011 55 of 100 (0 is best), Partly Free; Kazakhstan 2025 37 of 100 (100 is best)" in line for line in said)
    assert "2011 to 2025: not subtracted, since the scales differ; Partly Free before, Not Free after." in said
    assert any(line.startswith("Obstacles to Access: Kazakhstan 2011 16 of 25 (0 is best);") for line in said)


# What stands behind a brief


def test_the_timeline_is_narrowed_down_and_leads_to_findings() -> None:
    reader = Reader(KAZAKHSTAN)
    whole = reader.answer("timeline")
    some = reader.answer("timeline 2009")
    assert some[0] == f"{len([line for line in some[1:] if not line.startswith('Remark')])} events have the words 2009."
    assert set(some[1:]) < set(whole)
    number, event = next((place, item) for place, item in enumerate(chronicle.events(KAZAKHSTAN), 1) if item.about)
    entry = KAZAKHSTAN.index.entry(event.about[0].partition(":")[2])
    assert f"Finding {entry.position} of 138" in say(reader, f"event {number}")
    assert any(" Told in findings " in line for line in whole)
    assert not [line for line in whole if ". (source" in line]
    assert say(reader, "timeline xyzzy") == "0 events have the words xyzzy."
    assert say(reader, "event 9999").startswith("There are ")


def test_the_card_of_a_name_is_said() -> None:
    reader = Reader(KAZAKHSTAN)
    said = reader.answer("who is Kazakhtelecom")
    assert ": Kazakhtelecom" in said[0]
    named = int(next(line for line in said if line.startswith("Named in ")).split()[2])
    assert sum(line.startswith("Finding ") for line in said) == named > 1
    assert said[-1].startswith("Named together with: ")
    number = said[0].partition(":")[0]
    assert reader.answer(f"who {number}") == said
    assert any(line.startswith(f"{number}: Kazakhtelecom") for line in reader.answer("names"))
    assert say(reader, "who is who").startswith("Who is who: ")
    assert say(reader, "who xyzzy").startswith("Type who and a number or a name")


def test_the_standing_is_said_country_by_country() -> None:
    said = Reader(KAZAKHSTAN).answer("standing")
    assert said[0] == "Kazakhstan: Among the 37 countries of Freedom on the Net 2011."
    assert "25th, shared: Kazakhstan, 55, Partly Free." in said
    assert sum(": " in line for line in said[3:]) == 37
    assert Reader(load("iran-2013")).answer("standing") == [
        "No table of the countries of Freedom on the Net 2013 is known.",
        "There are tables of 2009, 2011.",
    ]


def test_the_evidence_leads_to_the_findings() -> None:
    reader = Reader(KAZAKHSTAN)
    said = reader.answer("evidence")
    assert "All sections: 138 findings." in said
    row = next(line for line in said if "no source in the report" in line)
    number, count = row.partition(":")[0], int(row.rstrip(".").rpartition(" ")[2])
    found = reader.answer(f"evidence {number}")
    assert len(found) == count == 85
    assert all(line.startswith("Finding ") for line in found)
    assert reader.answer("evidence 9999")[0].startswith("There are ")
    assert not [line for line in said if "[" in line]


# Languages, and what is taken along


def test_headlines_are_said_in_the_next_language_at_the_same_place(folder: Path) -> None:
    text = (DATA / "small.toml").read_text(encoding="utf-8")
    text = text.replace('method = "freedom', 'translations = { ru = "borduria-2011-ru" }\nmethod = "freedom', 1)
    text = text.replace('id = "prices"\n', 'id = "prices"\nheadlines = { ru = "Цены" }\n', 1)
    (folder / "borduria-2011.toml").write_text(text, encoding="utf-8")
    reader = Reader(load("borduria-2011"), "access/prices")
    assert say(reader, "language").startswith("Headlines: Russian.")
    assert "Цены." in say(reader, "where")
    reader.answer("language")
    assert "Месяц связи стоит треть минимальной зарплаты" in say(reader, "where")
    i18n.use("en")
    assert say(reader, "language").startswith("Brief: English.")
    assert "A connection costs a third" in say(reader, "where")
    assert say(Reader(GOLDEN), "language").startswith("This brief is in English alone.") or "Headlines" in say(Reader(GOLDEN), "language")


def test_a_finding_is_quoted_and_copied_with_its_references() -> None:
    taken: list[str] = []
    reader = Reader(GOLDEN, "access/carrier", copy=lambda text: taken.append(text) or "sent to the terminal")  # type: ignore[func-returns-value]
    said = say(reader, "quote")
    assert "[1] " in said
    assert said.endswith("#access/carrier")
    assert say(reader, "y") == "Finding sent to the terminal."
    assert [line for line in taken[-1].split("\n") if line] == said.split("\n")
    assert say(reader, "citation", "copy") == "Reference sent to the terminal."
    assert taken[-1].startswith("Pál Sztohó")
    assert say(Reader(GOLDEN), "copy") == "This is neither a finding nor a source."
    assert say(Reader(GOLDEN), "quote") == "This is no finding."
    assert say(Reader(GOLDEN, "access/carrier"), "copy") == "Nothing can be copied without a terminal; quote says the text."


def test_the_reports_own_words_are_said_and_left_out(tmp_path: Path) -> None:
    path = tmp_path / "draft.toml"
    text = (DATA / "small.toml").read_text(encoding="utf-8")
    path.write_text(
        text.replace('[[section.finding]]\nid = "prices"\n', '# Dear lines.\n[[section.finding]]\nid = "prices"\ndraft = true\n', 1),
        encoding="utf-8",
    )
    reader = Reader(load(path), "access/prices")
    assert "In the report: Dear lines." in say(reader, "p")
    assert say(reader, "printed") == "The report's own words are left out from now on."
    path.unlink()
    assert say(reader, "printed") == "There is no such file."
    assert say(Reader(GOLDEN), "printed") == "No finding has the report's own words."


def test_countries_are_named_in_the_language_of_the_labels() -> None:
    i18n.use("ru")
    assert any(line.startswith("1: Казахстан 2011. ") for line in Reader(GOLDEN).answer("искать livejournal"))


def test_our_own_figures_have_the_form_of_the_language() -> None:
    i18n.use("ru")
    assert "12\u00a0000 человек; ноябрь 2010\u00a0г.: 961\u00a0000 человек" in say(Reader(RUSSIAN), "цифры")


def test_marks_of_findings_that_are_gone_are_said_and_dropped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    path = tmp_path / "small.toml"
    text = (DATA / "small.toml").read_text(encoding="utf-8")
    path.write_text(text, encoding="utf-8")
    reader = Reader(load(path), "access/carrier", marked=Marked(state.load()))
    say(reader, "mark", "go access/prices")
    say(reader, "mark")
    path.write_text(text.replace('id = "prices"', 'id = "costs"').replace("access/prices", "access/costs"), encoding="utf-8")
    reader = Reader(load(path), marked=Marked(state.load()))
    said = reader.answer("marks")
    assert said[0] == "1 marked finding."
    assert said[2:] == ["1 marked finding is no longer found.", "2: A connection costs a third of the minimum wage; perhaps finding 3 now."]
    assert "A connection costs a third" in say(reader, "marks 2")
    assert say(reader, "unmark") == "Type unmark and the number of a mark; marks says all of them."
    assert say(reader, "unmark 2") == "No longer marked."
    assert len(reader.answer("marks")) == 2


# The help


NOT_SPOKEN = {
    "open": "source",
    "page-down": "lines are not pages",
    "page-up": "lines are not pages",
    "filter": "find has kind:source",
    "filter-events": "timeline WORDS",
    "find": "find",
    "find-all": "find",
    "find-next": "n",
    "find-previous": "N",
    "order": "the list of sources is said as it stands",
    "copy-what": "copy, quote, finding address",
    "theme": "nothing is coloured",
    "palette": "commands are words",
    "edit": "the file is edited elsewhere",
    "problems": "the file is not watched",
    "library": "search",
    "redraw": "nothing is drawn",
    "leave": "quit",
    "suspend": "the terminal does that",
}
"""Commands of the app's pages that are not here under their names, with what there is instead, or why nothing."""


def test_whatever_the_app_can_do_on_a_page_can_be_done_by_ear() -> None:
    here = {command.same for command in SPOKEN}
    there = {command.id for command in app.COMMANDS if set(command.where) & set(app.PAGES)}
    assert there - here - set(NOT_SPOKEN) == set()


def test_the_help_names_every_command_and_says_what_one_does() -> None:
    lines = Reader(GOLDEN).answer("help")
    assert len(lines) == len(SPOKEN) + 1
    for command in SPOKEN:
        if command.words[0]:
            assert any(line.startswith((f"{command.words[0]}:", f"{command.words[0]},", f"{command.words[0]} ")) for line in lines)
    assert len(help_lines("compare")) == 1
    assert help_lines("compare")[0].startswith("compare BRIEF")
    assert set(NEEDING) <= {command.id for command in SPOKEN if command.argument}


@pytest.mark.parametrize("command", [command for command in SPOKEN if command.id != "quit"], ids=lambda command: command.id)
def test_every_command_is_answered_with_and_without_words(command: object) -> None:
    reader = Reader(GOLDEN, "access/carrier", marked=Marked())
    for argument in ("", " 2", " xyzzy"):
        word = command.words[0]  # type: ignore[attr-defined]
        answer = reader.answer(word + argument)
        assert answer
        assert all(line.strip() for line in answer)


def test_it_works_through_pipes(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    import io

    monkeypatch.setattr("sys.stdin", io.StringIO("search слежки\nfound 1\nback\nbriefs iran\nbrief 1\nquit\n"))
    assert cli.main(["read", "--screen-reader", "--no-state", "--lang", "en"]) == 0
    said = capsys.readouterr().out
    assert "Iran, Freedom on the Net 2013." in said
    assert said.endswith("Left.\n")
    assert "\x1b" not in said


def test_nothing_is_kept_where_nothing_may_be(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reader = Reader(KAZAKHSTAN)
    say(reader, "search livejournal", "briefs")
    assert not (folder.parent / "xdg_cache_home").exists()
    reader = Reader(KAZAKHSTAN, kept=True, marked=Marked(state.load()))
    say(reader, "briefs")
    assert (folder.parent / "xdg_cache_home").exists()


def test_words_in_russian_are_commands_too() -> None:
    i18n.use("ru")
    words = {line.partition(":")[0].partition(",")[0].partition(" ")[0] for line in help_lines()[1:]}
    assert len(words) > 20
    for command in SPOKEN:
        found = understood(i18n.pgettext("typed", command.words[0])) if command.words[0] else None
        assert found is None or found[0] is command
