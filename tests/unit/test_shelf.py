"""The shelf and its index: what is listed, and that the index never makes a difference but in time."""

from __future__ import annotations

import json
import os
import sqlite3
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from kzbrief import cli
from kzbrief.brief import library
from kzbrief.brief.entry import Listed
from kzbrief.brief.library import Folder
from kzbrief.shelf import contents, shelf, store
from kzbrief.shelf.shelf import Shelf
from kzbrief.shelf.store import Row, Store

DATA = Path(__file__).parents[1] / "data"
ROOT = Path(__file__).parents[2]
SMALL = (DATA / "small.toml").read_text(encoding="utf-8")
OLD = time.time_ns() - 3600 * 10**9


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with three briefs, one of them broken, and what is no brief."""
    folder = tmp_path / "briefs"
    folder.mkdir()
    for name in ("borduria", "syldavia"):
        (folder / f"{name}.toml").write_text(SMALL, encoding="utf-8")
    (folder / "broken.toml").write_text(SMALL.replace("edition = 2011", 'edition = "soon"'), encoding="utf-8")
    (folder / "theme.toml").write_text('name = "no brief"\n', encoding="utf-8")
    for file in folder.iterdir():
        os.utime(file, ns=(OLD, OLD))
    return folder


@pytest.fixture
def index(tmp_path: Path) -> Path:
    """Return where the index of a test lies."""
    return tmp_path / "cache" / "kzbrief" / store.FILE


@pytest.fixture
def certain(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every file be as old as a file must be to be trusted: the time of a change of its entry cannot be set."""
    monkeypatch.setattr(contents, "_GRAIN", -(10**18))


@pytest.fixture
def loads(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Return the names of the briefs that are read from now on."""
    read: list[str] = []
    load = contents.load_brief

    def counted(path: str, *more: object) -> object:
        read.append(library.name_of(path))
        return load(path, *more)  # type: ignore[arg-type]

    monkeypatch.setattr(contents, "load_brief", counted)
    return read


def listed(folder: Path, index: Path | None = None, *, write: bool = True, kind: str = "beside") -> list[Listed]:
    """Return what lists say of a folder."""
    found = Shelf([Folder(str(folder), kind)], store=Store(str(index), write=write) if index else None)
    while found.step():
        pass
    found.close()
    return list(found.listed())


def test_what_is_listed(folder: Path) -> None:
    borduria, broken, syldavia = listed(folder)
    assert borduria.entry
    assert borduria.entry == syldavia.entry
    assert (borduria.entry.edition, borduria.entry.total, borduria.entry.direction) == (2011, 47, "0-best")
    assert not borduria.opens
    assert borduria.words == str(folder / "borduria.toml")
    assert broken.entry is None
    assert broken.fault
    assert broken.fault.message
    assert broken.fault.problems >= 1
    # A folder of one's own may hold other files, too, the shipped one does not.
    assert [item.name for item in listed(folder, kind="path")] == ["borduria", "broken", "syldavia"]
    assert [item.name for item in listed(folder, kind="shipped")] == ["borduria", "broken", "syldavia", "theme"]


@pytest.mark.usefixtures("certain")
def test_what_has_not_changed_is_not_read_again(folder: Path, index: Path, loads: list[str]) -> None:
    first = listed(folder, index)
    assert sorted(loads) == ["borduria", "broken", "syldavia"]
    loads.clear()
    assert listed(folder, index) == first
    assert loads == []
    assert stat.S_IMODE(index.stat().st_mode) == 0o600
    # Another content, a new file, one that is gone.
    (folder / "borduria.toml").write_text(SMALL.replace("total = 47", "total = 48"), encoding="utf-8")
    (folder / "new.toml").write_text(SMALL, encoding="utf-8")
    (folder / "syldavia.toml").unlink()
    found = {item.name: item for item in listed(folder, index)}
    assert sorted(loads) == ["borduria", "new"]
    assert sorted(found) == ["borduria", "broken", "new"]
    entry = found["borduria"].entry
    assert entry
    assert entry.total == 48
    assert set(Store(str(index)).rows(os.path.realpath(folder))) == {"borduria.toml", "broken.toml", "new.toml", "theme.toml"}


def test_same_time_and_size_are_not_trusted_soon_after_a_change(folder: Path, index: Path, loads: list[str]) -> None:
    listed(folder, index)
    file = folder / "borduria.toml"
    signature = contents.signature_of(file.stat())
    file.write_text(SMALL.replace("total = 47", "total = 48"), encoding="utf-8")
    # As if the clock were too coarse to tell the two apart.
    place = Store(str(index))
    (row,) = [row for name, row in place.rows(os.path.realpath(folder), json=True).items() if name == "borduria.toml"]
    assert not row.sure
    place.put(os.path.realpath(folder), [Row(row.file, contents.signature_of(file.stat()), *_rest(row))])
    assert contents.signature_of(file.stat()) != signature or sys.platform == "win32"
    loads.clear()
    entry = next(item.entry for item in listed(folder, index) if item.name == "borduria")
    assert entry
    assert entry.total == 48
    assert loads == ["borduria"]


def _rest(row: Row) -> tuple[bool, bytes, str | None, bytes, bytes, bytes]:
    return row.sure, row.content, row.method, row.made, row.entry, row.json


def test_a_file_that_was_only_touched_is_not_read_again(
    folder: Path, index: Path, loads: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    first = listed(folder, index)
    loads.clear()
    monkeypatch.setattr(contents, "_GRAIN", -(10**18))
    os.utime(folder / "borduria.toml", ns=(OLD + 1, OLD + 1))
    assert listed(folder, index) == first
    assert loads == []
    assert all(row.sure for row in Store(str(index)).rows(os.path.realpath(folder)).values())


@pytest.mark.usefixtures("certain")
def test_another_method_makes_another_entry(folder: Path, index: Path, loads: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    shipped = Path(library.method_path("freedom-on-the-net"))
    (folder / "named.toml").write_bytes((shipped.parents[1] / "iceland-2023.toml").read_bytes())
    listed(folder, index)
    loads.clear()
    (folder / "methods").mkdir()
    text = shipped.read_text(encoding="utf-8").replace('name = "Freedom on the Net"', 'name = "Another Index"', 1)
    (folder / "methods" / "freedom-on-the-net.toml").write_text(text, encoding="utf-8")
    found = {item.name: item.entry for item in listed(folder, index)}
    entry = found["named"]
    assert entry
    assert entry.index == "Another Index"
    assert sorted(loads) == ["borduria", "broken", "named", "syldavia"]  # all are scored by it
    assert "theme" not in found


@pytest.mark.usefixtures("certain")
def test_a_method_is_read_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shipped = Path(library.method_path("freedom-on-the-net")).parents[1]
    for name in ("iceland-2023", "iran-2013", "brazil-2011"):
        (folder / f"{name}.toml").write_bytes((shipped / f"{name}.toml").read_bytes())
    read: list[str] = []
    load = contents.load_method
    monkeypatch.setattr(contents, "load_method", lambda path: (read.append(path), load(path))[1])
    listed(folder)
    assert len(read) == len(set(read))


# The index when something is wrong with it


@pytest.mark.usefixtures("certain")
@pytest.mark.parametrize("damage", ["nonsense", "truncated", "middle", "empty", "other version", "other tables", "odd rows"])
def test_a_damaged_index_is_made_anew(folder: Path, index: Path, damage: str, loads: list[str]) -> None:
    first = listed(folder, index)
    data = index.read_bytes()
    if damage == "nonsense":
        index.write_bytes(b"nonsense" * 1000)
    elif damage == "truncated":
        index.write_bytes(data[: len(data) // 2])
    elif damage == "middle":
        index.write_bytes(data[:4096] + b"\xff" * (len(data) - 4096))
    elif damage == "empty":
        index.write_bytes(b"")
    else:
        db = sqlite3.connect(index)
        if damage == "other version":
            db.execute("PRAGMA user_version = 77")
        elif damage == "other tables":
            db.execute("ALTER TABLE brief RENAME TO other")
        else:
            db.execute("UPDATE brief SET entry = x'ff00ff', inode = 5")
        db.commit()
        db.close()
    assert listed(folder, index) == first
    loads.clear()
    assert listed(folder, index) == first
    assert loads == []


@pytest.mark.parametrize("kind", ["a file", "read-only", "a folder"])
def test_without_an_index_everything_is_read(folder: Path, index: Path, kind: str) -> None:
    first = listed(folder)
    if kind == "a file":
        index.parents[1].write_text("no folder")
    elif kind == "read-only":
        index.parent.mkdir(parents=True)
        index.parent.chmod(0o500)
    else:
        index.mkdir(parents=True)
    try:
        assert listed(folder, index) == first
    finally:
        if kind == "read-only":
            index.parent.chmod(0o700)
    assert not index.is_file() or os.geteuid() == 0


@pytest.mark.usefixtures("certain")
def test_an_index_that_is_only_read(folder: Path, index: Path, loads: list[str]) -> None:
    first = listed(folder, index)
    loads.clear()
    before = index.read_bytes(), sorted(os.listdir(index.parent))
    (folder / "new.toml").write_text(SMALL, encoding="utf-8")
    assert len(listed(folder, index, write=False)) == len(first) + 1
    assert loads == ["new"]
    assert (index.read_bytes(), sorted(os.listdir(index.parent))) == before
    index.write_bytes(b"nonsense" * 1000)
    assert len(listed(folder, index, write=False)) == len(first) + 1
    assert index.read_bytes() == b"nonsense" * 1000


@pytest.mark.usefixtures("certain")
def test_a_full_disk_stops_nothing(folder: Path, index: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = listed(folder)
    place = Store(str(index))
    assert place._db
    pages = place._db.execute("PRAGMA page_count").fetchone()[0]
    place._db.execute(f"PRAGMA max_page_count = {pages}")
    row = Row("a.toml", (1, 1, 1, "1"), True, b"", None, b"", b"x" * 100_000)
    place.put("/somewhere", [row])
    assert place.rows("/somewhere") == {}
    found = Shelf([Folder(str(folder), "beside")], store=place)
    while found.step():
        pass
    assert list(found.listed()) == first


def test_while_another_process_holds_the_index(folder: Path, index: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = listed(folder, index)
    monkeypatch.setattr(store, "_PATIENCE", 0.01)
    other = sqlite3.connect(index, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    try:
        assert listed(folder, index) == first
    finally:
        other.execute("ROLLBACK")
        other.close()
    assert sqlite3.connect(index).execute("SELECT count(*) FROM brief").fetchone() == (4,)


def test_several_processes_at_once(folder: Path, tmp_path: Path) -> None:
    for number in range(30):
        (folder / f"more-{number}.toml").write_text(SMALL, encoding="utf-8")
    env = {**os.environ, "XDG_CACHE_HOME": str(tmp_path / "cache"), "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "kzbrief", "list", str(folder), "--format", "json"]
    running = [subprocess.Popen(command, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for __ in range(3)]
    said = [process.communicate() for process in running]
    assert [process.returncode for process in running] == [1, 1, 1]  # one is broken
    assert said[0] == said[1] == said[2]
    assert len(json.loads(said[0][0])["briefs"]) == 32
    assert said[0][1] == b""
    db = sqlite3.connect(tmp_path / "cache" / "kzbrief" / store.FILE)
    assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert db.execute("SELECT count(*) FROM brief").fetchone() == (34,)


def test_the_oldest_are_forgotten(index: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "_MOST", 3)
    place = Store(str(index))
    place.put("/a", [Row(f"{number}.toml", (1, 1, 1, "1"), True, b"", None, b"", b"") for number in range(5)])
    assert sorted(place.rows("/a")) == ["2.toml", "3.toml", "4.toml"]


# The command


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    """Run the command line; return its exit code, and what it said."""
    code = cli.main(list(words))
    said = capsys.readouterr()
    return code, said.out, said.err


def test_two_of_one_name(capsys: pytest.CaptureFixture[str], folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = tmp_path / "data" / "kzbrief" / "briefs"
    own.mkdir(parents=True)
    (own / "borduria.toml").write_text(SMALL, encoding="utf-8")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    (folder / "broken.toml").unlink()
    (folder / "theme.toml").unlink()
    monkeypatch.setenv("KZBRIEF_PATH", str(folder))
    monkeypatch.chdir(tmp_path)
    code, out, err = run(capsys, "list", "--width", "200")
    assert (code, err) == (0, "")
    first = str(folder / "borduria.toml")
    assert "borduria\n  Borduria" in out.replace("Kazakhstan", "Borduria")
    assert f"\n  {first}\n" in out
    assert f"\n{own / 'borduria.toml'}\n" in out
    assert f"\n  its name opens {first}\n" in out
    assert library.locate("borduria") == first
    assert library.locate("syldavia") == str(folder / "syldavia.toml")
    monkeypatch.delenv("KZBRIEF_PATH")
    assert library.locate("borduria") == str(own / "borduria.toml")


def test_the_current_folder_comes_last(capsys: pytest.CaptureFixture[str], folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "kazakhstan-2011.toml").write_text(SMALL, encoding="utf-8")
    monkeypatch.chdir(folder)
    assert library.locate("borduria") == "borduria.toml"
    assert library.locate("kazakhstan-2011") != "kazakhstan-2011.toml"
    out = run(capsys, "list", "--width", "200")[1]
    assert out.startswith("borduria\n")
    assert "\n./kazakhstan-2011.toml\n" in out
    assert "theme" not in out
    monkeypatch.setenv("KZBRIEF_RESTRICTED", "1")
    out = run(capsys, "list", "--width", "200")[1]
    assert "borduria" not in out


def test_folders_and_briefs_that_are_named(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    code, out, err = run(capsys, "list", str(folder), "iran-2013", "--width", "200")
    assert (code, err) == (1, "")
    names = [line for line in out.splitlines() if line and line[0] != " "]
    assert names == [*(str(folder / f"{name}.toml") for name in ("borduria", "broken")), "iran-2013", str(folder / "syldavia.toml")]
    code, out, err = run(capsys, "list", str(folder / "nowhere"))
    assert (code, out) == (2, "")
    assert "there is no brief of this name" in err or "there is no such file" in err
    assert run(capsys, "list", str(folder / "theme.toml"))[0] == 1


def test_nothing_is_kept_where_nothing_may_be(
    capsys: pytest.CaptureFixture[str], folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = tmp_path / "cache"
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache))
    run(capsys, "list", str(folder), "--no-state")
    assert not cache.exists()
    monkeypatch.setenv("KZBRIEF_RESTRICTED", "1")
    run(capsys, "list")
    assert not cache.exists()
    monkeypatch.delenv("KZBRIEF_RESTRICTED")
    run(capsys, "list", str(folder))
    assert (cache / "kzbrief" / store.FILE).is_file()
    code, out, _err = run(capsys, "forget")
    assert (code, out) == (0, f"removed {cache}/kzbrief/{store.FILE}\n")
    assert not (cache / "kzbrief").exists()


def test_around_an_open_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert shelf.around(str(folder / "a.toml"))[-1] == Folder(str(folder), "beside")
    monkeypatch.setenv("KZBRIEF_RESTRICTED", "1")
    monkeypatch.setenv("KZBRIEF_PATH", os.pathsep.join(["/one", "/two"]))
    assert [place.kind for place in shelf.around(str(folder / "a.toml"))] == ["path", "shipped"]


def test_a_folder_of_kzbrief_path_that_is_not_there_is_told(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "here").mkdir()
    (tmp_path / "here" / "pyproject.toml").write_text('[project]\nname = "x"\n')
    monkeypatch.setenv("KZBRIEF_PATH", f"{tmp_path}/nope{os.pathsep}{tmp_path}/here")
    code, out, err = run(capsys, "list")
    assert code == 0
    assert "pyproject" not in out
    assert err == f"KZBRIEF_PATH: there is no folder {tmp_path}/nope\n"
    assert run(capsys, "check")[0] == 0
