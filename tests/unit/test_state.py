"""What is kept between two readings, and that nothing about it is ever fatal."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzbrief import cli, state
from kzbrief.state import Left, State
from kzbrief.tui.page import Place


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for state, which does not exist yet."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return tmp_path / "state" / "kzbrief"


def keep(name: str = "borduria-2011", theme: str = "") -> bool:
    return state.change(state.remember(name, Left("access", {"access": Place("finding:access/carrier", 1, 3)}), theme))


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="platformdirs is asked elsewhere")
def test_the_folder_is_the_one_of_platformdirs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import platformdirs

    monkeypatch.setenv("HOME", str(tmp_path))
    for place in (str(tmp_path), "", "relative"):
        monkeypatch.setenv("XDG_STATE_HOME", place)
        assert state.folder() == platformdirs.user_state_dir("kzbrief", appauthor=False)


def test_what_is_kept_is_read_again(folder: Path) -> None:
    assert state.load() == State()
    assert not folder.exists()
    assert keep()
    assert keep("syldavia-2012", "kz-light")
    assert keep("borduria-2011")
    found = state.load()
    assert list(found.briefs) == ["syldavia-2012", "borduria-2011"]
    assert found.briefs["borduria-2011"].places["access"] == Place("finding:access/carrier", 1, 3)
    assert found.theme == "kz-light"


def test_it_is_nobody_elses_business(folder: Path) -> None:
    keep()
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((folder / state.FILE).stat().st_mode) == 0o600
    assert os.listdir(folder) == [state.FILE]


def test_a_hundred_briefs_are_remembered(folder: Path) -> None:
    for number in range(103):
        keep(f"brief-{number}")
    assert list(state.load().briefs) == [f"brief-{number}" for number in range(3, 103)]


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"briefs": 3}', '{"theme": null}', "[" * 100_000, '{"theme": "' + "x" * 2_000_000 + '"}', '{"a": "\\ud800"}']
)
def test_a_damaged_file_is_set_aside(folder: Path, text: str) -> None:
    folder.mkdir(parents=True)
    (folder / state.FILE).write_text(text)
    told: list[str] = []
    found = state.load(told.append)
    if (folder / state.FILE).exists():
        assert found == State()
        assert told == []
    else:
        assert (folder / state.DAMAGED).read_text() == text
        assert told == [str(folder / state.DAMAGED)]
    assert keep()
    assert state.load().briefs


@given(st.binary(max_size=80))
def test_no_file_is_fatal(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    folder = tmp_path_factory.mktemp("state") / "kzbrief"
    folder.mkdir()
    (folder / state.FILE).write_bytes(data)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_STATE_HOME", str(folder.parent))
        state.load()
        assert keep()
        assert state.load().briefs["borduria-2011"].tab == "access"


def test_what_a_later_version_adds_is_passed_over(folder: Path) -> None:
    folder.mkdir(parents=True)
    (folder / state.FILE).write_text('{"theme": "kz-mono", "later": [1, 2], "briefs": {"a": {"tab": "x", "more": 1}}}')
    assert state.load() == State({"a": Left("x")}, "kz-mono")


def test_where_it_cannot_be_kept_nothing_happens(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for place in (os.devnull, str(tmp_path / "file")):
        (tmp_path / "file").write_text("")
        monkeypatch.setenv("XDG_STATE_HOME", place)
        assert state.load() == State()
        assert not keep()
    folder = tmp_path / "kzbrief" / state.FILE
    folder.mkdir(parents=True)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    assert state.load() == State()
    assert not keep()
    assert os.listdir(tmp_path / "kzbrief") == [state.FILE]


def test_a_failure_while_writing_leaves_the_file_as_it_was(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keep()
    before = (folder / state.FILE).read_bytes()

    def fail(source: str, target: str) -> None:
        raise OSError(28, "no space left")

    monkeypatch.setattr(os, "replace", fail)
    assert not keep("another")
    assert (folder / state.FILE).read_bytes() == before
    assert os.listdir(folder) == [state.FILE]


def test_briefs_are_known_by_name_or_by_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from kzbrief.brief.library import locate

    monkeypatch.chdir(tmp_path)
    assert state.key(locate("kazakhstan-2011")) == "kazakhstan-2011"
    assert state.key("kazakhstan-2011.toml") == str(tmp_path / "kazakhstan-2011.toml")
    state.key(os.fsdecode(b"\xff.toml")).encode("utf-8")


def test_forget_says_what_it_removed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["forget"]) == 0
    assert f"nothing was kept in {folder}\n" in capsys.readouterr().out
    keep()
    (folder / state.DAMAGED).write_text("x")
    assert cli.main(["forget"]) == 0
    assert capsys.readouterr().out == f"removed {folder / state.FILE}\nremoved {folder / state.DAMAGED}\n"
    assert not folder.exists()


def test_reading_it_takes_no_time(folder: Path) -> None:
    for number in range(100):
        state.change(
            state.remember(f"brief-{number}", Left("a", {f"tab-{tab}": Place("finding:section/some-finding", 3, 2) for tab in range(6)}))
        )
    times = []
    for _try in range(20):
        start = time.perf_counter()
        state.load()
        times.append(time.perf_counter() - start)
    assert min(times) < 0.003  # the full hundred; one brief takes a tenth of it


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="platformdirs is asked elsewhere")
def test_it_needs_no_platformdirs() -> None:
    script = "import sys; from kzbrief import state; state.load(); print(sorted({'platformdirs', 'textual', 'rich'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2])
    assert done.stdout.strip() == "[]"


def test_the_file_can_be_read_by_people(folder: Path) -> None:
    keep(theme="kz-mono")
    assert json.loads((folder / state.FILE).read_text()) == {
        "briefs": {
            "borduria-2011": {
                "tab": "access",
                "places": {"access": {"stop": "finding:access/carrier", "spot": 1, "row": 3, "share": 0.0, "beginning": False}},
            }
        },
        "theme": "kz-mono",
        "hinted": False,
        "marks": {},
        "headlines": {},
    }


def test_marks_are_kept_in_their_order_and_forgotten_with_the_rest(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for address, marked in (("access/b", True), ("access/a", True), ("access/b", True), ("access/c", True), ("access/c", False)):
        assert state.change(state.mark("borduria-2011", address, marked=marked))
    state.change(state.mark("syldavia-2012", "access/a", marked=True))
    state.change(state.mark("syldavia-2012", "access/a", marked=False))
    assert state.load().marks == {"borduria-2011": ["access/a", "access/b"]}
    assert keep("borduria-2011")
    assert state.load().marks == {"borduria-2011": ["access/a", "access/b"]}
    assert cli.main(["forget"]) == 0
    assert state.load() == State()


def test_marks_of_a_damaged_file_are_set_aside_with_it(folder: Path) -> None:
    state.change(state.mark("borduria-2011", "access/a", marked=True))
    path = folder / state.FILE
    path.write_text(path.read_text(encoding="utf-8").replace('["access/a"]', '"access/a"'), encoding="utf-8")
    assert state.load() == State()
    assert "access/a" in (folder / state.DAMAGED).read_text(encoding="utf-8")
    assert state.change(state.mark("borduria-2011", "access/b", marked=True))
    assert state.load().marks == {"borduria-2011": ["access/b"]}
