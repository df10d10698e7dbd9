"""Watching a file, with a clock of the test's own: what is told, and what is not."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kzbrief.brief.briefing import Briefing
from kzbrief.tui.watching import Broken, Outcome, Watched, read

DATA = Path(__file__).parents[1] / "data"
GOOD = (DATA / "small.toml").read_text(encoding="utf-8")
BAD = GOOD.replace("edition = 2011", "edition = ", 1)


class Clock:
    """A file that is watched, while time passes."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.told: list[Outcome] = []
        self.watched = Watched(os.fspath(path), self.told.append)
        self.now = 0.0
        self.next = 0.0
        self._stamp = 1_000_000_000_000_000_000

    def save(self, text: str, *, replaced: bool = False) -> None:
        """Write the file: into itself, or in the place of the old one."""
        target = self.path.with_suffix(".new") if replaced else self.path
        target.write_text(text, encoding="utf-8")
        # Clocks of file systems stand still for some milliseconds.
        self._stamp += 1_000_000
        os.utime(target, ns=(self._stamp, self._stamp))
        if replaced:
            target.replace(self.path)

    def wait(self, seconds: float) -> list[Outcome]:
        """Let time pass, and return what was told meanwhile."""
        before, end = len(self.told), self.now + seconds
        while self.next <= end:
            self.now = self.next
            self.next = self.now + self.watched.look(self.now)
        self.now = end
        return self.told[before:]


@pytest.fixture
def clock(tmp_path: Path) -> Clock:
    path = tmp_path / "small.toml"
    path.write_text(GOOD, encoding="utf-8")
    return Clock(path)


def title(outcome: Outcome) -> str:
    assert isinstance(outcome, Briefing)
    return outcome.brief.brief.title


@pytest.mark.parametrize("replaced", [False, True], ids=["written into", "replaced"])
def test_a_save_is_told_within_three_tenths_of_a_second(clock: Clock, replaced: bool) -> None:
    assert clock.wait(5) == []
    clock.save(GOOD.replace('"Borduria"', '"Syldavia"'), replaced=replaced)
    assert [title(outcome) for outcome in clock.wait(0.25)] == ["Syldavia"]
    assert clock.wait(5) == []


def test_it_begins_with_the_file_as_it_is(clock: Clock) -> None:
    clock.watched.begin(0)
    assert [title(outcome) for outcome in clock.wait(0.1)] == ["Borduria"]


def test_faults_are_told_once_with_the_text_that_has_them(clock: Clock) -> None:
    clock.save(BAD)
    [broken] = clock.wait(0.31)
    assert isinstance(broken, Broken)
    assert [problem.code for problem in broken.error.problems] == ["syntax"]
    assert broken.text == BAD.split("\n")
    assert clock.wait(5) == []
    clock.save(GOOD)
    assert [title(outcome) for outcome in clock.wait(0.25)] == ["Borduria"]


@pytest.mark.parametrize("start", [""] + [GOOD[: len(GOOD) * share // 8] for share in range(1, 8)], ids=range(8))
def test_half_of_a_file_is_no_fault_if_the_rest_comes(clock: Clock, start: str) -> None:
    clock.save(start)
    clock.wait(0.1)
    clock.save(GOOD)
    assert not any(isinstance(outcome, Broken) for outcome in clock.told + clock.wait(3))
    assert title(clock.told[-1]) == "Borduria"


def test_a_file_that_is_gone_for_a_moment_is_no_fault(clock: Clock) -> None:
    clock.path.unlink()
    assert clock.wait(0.7) == []
    clock.save(GOOD.replace('"Borduria"', '"Syldavia"'))
    assert [title(outcome) for outcome in clock.wait(0.25)] == ["Syldavia"]


def test_a_file_that_stays_away_is_told(clock: Clock) -> None:
    clock.path.unlink()
    [broken] = clock.wait(1.3)
    assert isinstance(broken, Broken)
    assert broken.error.problems[0].message == "there is no such file"
    clock.save(GOOD)
    assert [title(outcome) for outcome in clock.wait(0.25)] == ["Borduria"]


def test_a_folder_in_its_place_is_told(clock: Clock) -> None:
    clock.path.unlink()
    clock.path.mkdir()
    [broken] = clock.wait(1.5)
    assert isinstance(broken, Broken)
    assert broken.error.problems[0].message == "this is a folder, not a file"


def test_the_method_beside_a_brief_is_watched_too(clock: Clock) -> None:
    clock.save(GOOD.replace('"freedom-on-the-net"', '"own"'))
    [broken] = clock.wait(0.4)
    assert isinstance(broken, Broken)
    assert broken.error.problems[0].code == "no-such-method"
    shipped = (Path(__file__).parents[2] / "briefs" / "methods" / "freedom-on-the-net.toml").read_text(encoding="utf-8")
    folder = clock.path.parent / "methods"
    folder.mkdir()
    own = folder / "own.toml"
    own.write_text(shipped, encoding="utf-8")
    assert [title(outcome) for outcome in clock.wait(0.4)] == ["Borduria"]
    own.write_text(shipped.replace('name = "', 'name = "Our ', 1), encoding="utf-8")
    [outcome] = clock.wait(0.4)
    assert isinstance(outcome, Briefing)
    assert outcome.method.name.startswith("Our ")
    own.write_text(shipped + "\nx =", encoding="utf-8")
    [broken] = clock.wait(0.4)
    assert isinstance(broken, Broken)
    assert broken.error.name == os.fspath(own)


def test_whatever_reading_fails_of_is_a_problem(clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(path: str) -> None:
        raise RecursionError("too deep")

    monkeypatch.setattr("kzbrief.tui.watching.load_brief", fail)
    found = read(os.fspath(clock.path))
    assert isinstance(found, Broken)
    assert found.error.problems[0].message == "the file cannot be read: too deep"
