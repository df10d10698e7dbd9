"""`kzbrief search`: what is found in all briefs, by an index that never makes a difference but in time."""

from __future__ import annotations

import json
import os
import sqlite3
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kzbrief import cli
from kzbrief.brief.briefing import Briefing, load
from kzbrief.brief.search.finder import Finder
from kzbrief.brief.search.query import Query, Term, parse
from kzbrief.output.glyphs import UNICODE
from kzbrief.output.lines import width_of
from kzbrief.shelf import contents, searching, store, words
from kzbrief.shelf.store import Store
from kzbrief.tui.navigator import Navigator

DATA = Path(__file__).parents[1] / "data"
SMALL = (DATA / "small.toml").read_text(encoding="utf-8")
OLD = time.time_ns() - 3600 * 10**9


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let two small briefs and the shipped ones be at hand, and the cache be empty; return the folder of the two."""
    folder = tmp_path / "briefs"
    folder.mkdir()
    for name, total in (("borduria", 47), ("syldavia", 48)):
        text = SMALL.replace("total = 47", f"total = {total}")
        (folder / f"{name}.toml").write_text(text, encoding="utf-8")
        os.utime(folder / f"{name}.toml", ns=(OLD, OLD))
    monkeypatch.setenv("KZBRIEF_PATH", str(folder))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(contents, "_GRAIN", -(10**18))
    return folder


@pytest.fixture
def index(library: Path) -> Path:
    return library.parent / "cache" / "kzbrief" / store.FILE


def search(capsys: pytest.CaptureFixture[str], *arguments: str, code: int = 0) -> str:
    assert cli.main(["search", *arguments]) == code
    return capsys.readouterr().out


def places(capsys: pytest.CaptureFixture[str], *arguments: str, code: int = 0) -> list[str]:
    table = json.loads(search(capsys, *arguments, "--format", "json", "--limit", "1000", code=code))
    assert table["count"] == len(table["found"])
    return [row["address"] for row in table["found"]]


@pytest.mark.usefixtures("library")
@pytest.mark.parametrize(
    "question",
    [
        "LiveJournal",
        "Kazakhtelecom 2010",
        '"of the"',
        "tele*",
        "журналисты",
        "self-censorship",
        "section:access year:2010 type:blocking",
        "kind:fact",
    ],
)
def test_the_library_finds_in_a_brief_what_the_app_finds_in_it(capsys: pytest.CaptureFixture[str], question: str) -> None:
    finder = Finder(load("kazakhstan-2011"))
    while finder.step():
        pass
    here = {finder.passages[number].ref.removeprefix("finding:") for number in finder.find(parse(question))}
    assert here
    found = [address.partition("#") for address in places(capsys, question)]
    assert {place for brief, _sign, place in found if brief == "kazakhstan-2011"} == here


@pytest.mark.usefixtures("library")
def test_every_address_is_a_place_that_read_opens(capsys: pytest.CaptureFixture[str]) -> None:
    from kzbrief.brief.address import require_shown, split

    opened: dict[str, Briefing] = {}
    for address in places(capsys, "the", "country:KZ", "year:2011"):
        brief, place = split(address)
        briefing = opened.setdefault(brief, load(brief))
        require_shown(briefing, place)
        navigator = Navigator(briefing, UNICODE)
        where = navigator.start(place)
        assert where
        page = navigator.layout(80, 24)
        page.grow()
        assert where.stop in {stop.id for stop in page.stops} or place.startswith("actor:")


@pytest.mark.usefixtures("library")
def test_what_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    said = search(capsys, "livejournal", "unblocked", "country:KZ", "--limit", "2")
    assert "  kazakhstan-2011#access/livejournal-unblocked\n" in said
    assert "places, of which these are the best 2; --limit shows more" in said
    for width in (20, 21, 40, 80):
        printed = search(capsys, "livejournal", "--width", str(width))
        assert all(width_of(line) <= width for line in printed.splitlines())
    rich = search(capsys, "livejournal", "--format", "rich", "--limit", "1")
    assert "\x1b[7m" in rich or ";7m" in rich


@pytest.mark.usefixtures("library")
def test_a_bar_tells_how_far_the_reading_is(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kzbrief.shelf.command.is_terminal", lambda _stream: True)
    monkeypatch.setattr("kzbrief.shelf.command._PATIENCE", -1)
    monkeypatch.setattr("kzbrief.shelf.command._STEP", 0)
    cli.main(["search", "livejournal", "--ascii", "--no-state"])
    told = capsys.readouterr().err.split("\r")
    assert told[0] == ""
    assert [said.partition(" ")[0].count("#") for said in told[1:-1]] == sorted(said.partition(" ")[0].count("#") for said in told[1:-1])
    assert all(set(said.partition(" ")[0]) <= set("#.") for said in told[1:-1])
    assert all(f" reading briefs: {count} of " in said for count, said in enumerate(told[1:-1], 1))
    assert all(len(said.removesuffix("\x1b[K")) < 40 for said in told)
    assert told[-1] == "\x1b[K"
    # Not on a terminal that has no controls.
    monkeypatch.setenv("TERM", "dumb")
    cli.main(["search", "livejournal", "--no-state"])
    assert capsys.readouterr().err == ""


@pytest.mark.usefixtures("library")
def test_headlines_come_first(capsys: pytest.CaptureFixture[str]) -> None:
    table = json.loads(search(capsys, "respublika", "kind:finding", "--format", "json", "--limit", "100"))
    in_headline = [bool(row["texts"][0]["found"]) for row in table["found"]]
    assert any(in_headline)
    assert not all(in_headline)
    assert in_headline[0]
    assert not in_headline[-1]


@pytest.mark.usefixtures("library")
@pytest.mark.parametrize(
    "question",
    ['NEAR(a b*) AND {head} : ^x "y OR', 'tags : "country_kz"', "'; DROP TABLE brief; --", "zzzz\0zzzz", '"' * 99, "year:1066"],
)
def test_hostile_questions_find_nothing_and_break_nothing(capsys: pytest.CaptureFixture[str], question: str) -> None:
    assert cli.main(["search", question]) in (1, 2)
    streams = capsys.readouterr()
    assert streams.out == ""
    assert "nothing has these words" in streams.err or "say what to look for" in streams.err
    assert search(capsys, "livejournal")


@pytest.mark.usefixtures("library")
@pytest.mark.parametrize("question", ['"a* (' * 2500, "type:bloking", "year:soon", " ".join(map(str, range(99))), ""])
def test_what_cannot_be_asked_ends_with_two(capsys: pytest.CaptureFixture[str], question: str) -> None:
    assert cli.main(["search", question]) == 2
    streams = capsys.readouterr()
    assert streams.out == ""
    assert streams.err.startswith("kzbrief: ")


def test_a_question_is_never_read_as_more_than_words() -> None:
    assert words.match(Query((Term(('a" OR "b',), exact=True),)), {}) == '{head body} : ("a"" OR ""b")'


def test_only_what_changed_is_read_again(
    library: Path, index: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []
    load_brief = contents.load_brief
    monkeypatch.setattr(contents, "load_brief", lambda path, *more: read.append(Path(path).stem) or load_brief(path, *more))
    before = places(capsys, "country:LL") if "LL" in SMALL else places(capsys, "kind:finding")
    assert {"borduria", "syldavia", "kazakhstan-2011"} <= set(read)
    assert stat.S_IMODE(index.stat().st_mode) == 0o600
    read.clear()
    assert (places(capsys, "country:LL") if "LL" in SMALL else places(capsys, "kind:finding")) == before
    assert read == []
    changed = SMALL.replace('headline = "', 'headline = "Zubrowka ', 1)
    assert changed != SMALL
    (library / "borduria.toml").write_text(changed, encoding="utf-8")
    assert [address.partition("#")[0] for address in places(capsys, "zubrowka")] == ["borduria"]
    assert read == ["borduria"]
    (library / "borduria.toml").unlink()
    assert places(capsys, "zubrowka", code=1) == []
    with sqlite3.connect(index) as db:
        briefs = {row for (row,) in db.execute("SELECT id FROM brief")}
        assert {row >> 20 for (row,) in db.execute("SELECT rowid FROM passage")} <= briefs
        assert {row >> 16 for (row,) in db.execute("SELECT id FROM texts")} <= briefs


@pytest.mark.usefixtures("library")
def test_an_index_made_by_list_is_completed(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["list"]) == 0
    capsys.readouterr()
    assert places(capsys, "livejournal")
    assert cli.main(["list"]) == 0


@pytest.mark.parametrize("damage", ["bytes", "texts", "table", "version"])
def test_a_damaged_index_is_made_anew(index: Path, capsys: pytest.CaptureFixture[str], damage: str) -> None:
    before = places(capsys, "livejournal")
    if damage == "bytes":
        index.write_bytes(b"SQLite format 3\0" + b"?" * 9000)
    else:
        with sqlite3.connect(index) as db:
            db.execute(
                {"texts": "UPDATE texts SET passages = x'00'", "table": "DROP TABLE passage", "version": "PRAGMA user_version = 1"}[damage]
            )
    assert places(capsys, "livejournal") == before
    assert places(capsys, "livejournal") == before


def test_without_a_cache_it_is_searched_in_memory(
    library: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = places(capsys, "livejournal")
    blocked = library.parent / "file"
    blocked.write_text("", encoding="utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(blocked))
    assert places(capsys, "livejournal") == before
    assert places(capsys, "livejournal", "--no-state") == before
    assert blocked.read_text(encoding="utf-8") == ""


def test_without_full_text_search_it_says_so(index: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(words, "TABLES", ("CREATE VIRTUAL TABLE passage USING fts99 (head)",))
    assert cli.main(["search", "livejournal"]) == 2
    assert "FTS5" in capsys.readouterr().err
    assert cli.main(["list"]) == 0


def test_in_restricted_use_known_briefs_are_searched_and_nothing_is_written(library: Path, index: Path) -> None:
    (library.parent / "secret.toml").write_text(SMALL.replace('headline = "', 'headline = "Zubrowka ', 1), encoding="utf-8")
    env = {**os.environ, "KZBRIEF_RESTRICTED": "1", "PYTHONPATH": str(Path(__file__).parents[2])}
    command = [sys.executable, "-m", "kzbrief", "search"]
    done = subprocess.run([*command, "livejournal", "--limit", "1"], env=env, cwd=library.parent, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    assert "kazakhstan-2011#" in done.stdout
    done = subprocess.run([*command, "zubrowka"], env=env, cwd=library.parent, capture_output=True, text=True)
    assert done.returncode == 1
    assert not index.exists()
    assert not index.parent.exists()


def test_two_processes_search_at_once(library: Path, index: Path) -> None:
    env = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    command = [sys.executable, "-m", "kzbrief", "search", "livejournal", "--format", "json"]
    running = [subprocess.Popen(command, env=env, cwd=library, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _count in range(2)]
    said = [process.communicate() for process in running]
    assert [process.returncode for process in running] == [0, 0]
    assert said[0] == said[1]
    assert said[0][1] == b""
    assert Store(str(index)).readable


def test_other_folders_of_the_index_are_passed_over(
    library: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert {"borduria", "syldavia"} <= {address.partition("#")[0] for address in places(capsys, "kind:finding")}
    monkeypatch.delenv("KZBRIEF_PATH")
    assert not {"borduria", "syldavia"} & {address.partition("#")[0] for address in places(capsys, "kind:finding")}


@pytest.mark.usefixtures("library")
def test_of_very_many_those_with_the_words_in_their_headlines_are_the_best(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = json.loads(search(capsys, "blocked", "--format", "json", "--limit", "5"))
    monkeypatch.setattr(words, "_MANY", 1)
    after = json.loads(search(capsys, "blocked", "--format", "json", "--limit", "5"))
    assert after["count"] == before["count"]
    assert all(row["texts"][0]["found"] for row in after["found"])


def test_an_index_in_memory_is_used_where_one_is_missing() -> None:
    shelf = searching.searchable(None)
    assert shelf.waiting
    shelf.close()
