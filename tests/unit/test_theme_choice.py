"""Which theme is used, what the file of settings may say, and what terminals answer when asked for their ground."""

from __future__ import annotations

import os
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzbrief import cli, config
from kzbrief.output import ground, theme_choice
from kzbrief.output.ground import Sieve
from kzbrief.toml.problems import DocumentError


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file of settings, which does not exist yet."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    (tmp_path / "kzbrief").mkdir()
    return tmp_path / "kzbrief" / "config.toml"


@pytest.fixture
def complaints() -> list[DocumentError]:
    return []


def test_the_folder_is_the_one_of_platformdirs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import platformdirs

    for place in (str(tmp_path), "", "relative"):
        monkeypatch.setenv("XDG_CONFIG_HOME", place)
        monkeypatch.setenv("HOME", str(tmp_path / "home"))
        assert config.folder() == platformdirs.user_config_dir("kzbrief", appauthor=False)
    (tmp_path / "home" / ".config" / "kzbrief").mkdir(parents=True)
    assert config.folder() == platformdirs.user_config_dir("kzbrief", appauthor=False)


def test_what_is_named_first_counts(settings: Path, complaints: list[DocumentError], monkeypatch: pytest.MonkeyPatch) -> None:
    assert theme_choice.asked_for(None, complaints.append) is None
    settings.write_text('theme = "kz-mono"\n')
    assert theme_choice.asked_for(None, complaints.append) == "kz-mono"
    monkeypatch.setenv("KZBRIEF_THEME", "kz-light")
    assert theme_choice.asked_for(None, complaints.append) == "kz-light"
    assert theme_choice.asked_for("kz-dark", complaints.append) == "kz-dark"
    assert not complaints


def test_settings_may_name_a_file_beside_them(settings: Path, complaints: list[DocumentError]) -> None:
    settings.write_text('theme = "mine.toml"\n')
    path = settings.with_name("mine.toml")
    path.write_text('format = 1\ntheme = { id = "mine", name = "Mine", dark = true }\n')
    assert theme_choice.asked_for(None, complaints.append) == str(path)


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ('theme = "kz-drak"\n', "no-such-theme", (1, 9)),
        ('\n  theme = ""\n', "", (2, 11)),
        ('them = "kz-dark"\n', "unknown-key", (1, 1)),
        ("theme = kz-dark\n", "syntax", (1, 9)),
        ('theme = "no-such-file.toml"\n', "cannot-read", (1, 9)),
    ],
)
def test_faulty_settings_are_told_with_their_place_and_stop_nothing(
    text: str, code: str, place: tuple[int, int], settings: Path, complaints: list[DocumentError]
) -> None:
    settings.write_text(text)
    assert theme_choice.for_screen(None, complaints.append, {"TERM": "dumb"}) == "kz-dark"
    (error,) = complaints
    (problem,) = error.problems
    assert error.name == str(settings)
    assert (problem.place.line, problem.place.column) == place
    assert problem.code.startswith(code)


def test_a_faulty_theme_in_the_settings_is_told_at_its_own_place(settings: Path, complaints: list[DocumentError]) -> None:
    (settings.parent / "themes").mkdir()
    path = settings.parent / "themes" / "mine.toml"
    path.write_text("format = 1\nfine = true\n")
    settings.write_text('theme = "mine"\n')
    assert theme_choice.asked_for(None, complaints.append) is None
    assert complaints[0].name == str(path)


def test_a_folder_in_place_of_the_file_stops_nothing(settings: Path, complaints: list[DocumentError]) -> None:
    settings.mkdir()
    assert theme_choice.asked_for(None, complaints.append) is None
    assert len(complaints) == 1


def test_printing_takes_the_theme_of_the_settings(
    settings: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLORTERM", "truecolor")
    monkeypatch.setenv("KZBRIEF_THEME", "")  # so that it is put back
    assert cli.main(["summary"]) == 0
    usual = capsys.readouterr()
    settings.write_text('theme = "kz-mono"\n')
    assert cli.main(["summary"]) == 0
    assert "\x1b[38;2;" in usual.out
    assert "\x1b[38;2;" not in (out := capsys.readouterr().out)
    assert "\x1b[1m" in out
    monkeypatch.setenv("KZBRIEF_THEME", "")
    settings.write_text('theme = "nonsense"\n')
    assert cli.main(["summary"]) == 0
    captured = capsys.readouterr()
    assert captured.out == usual.out
    assert captured.err.count("no-such-theme") == 1


def test_plain_text_needs_no_settings(settings: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settings.write_text("nonsense")
    assert cli.main(["summary"]) == 0
    assert not capsys.readouterr().err


@pytest.mark.parametrize(
    ("environment", "name"),
    [
        ({"COLORFGBG": "15;0"}, "kz-dark"),
        ({"COLORFGBG": "0;default;15"}, "kz-light"),
        ({"COLORFGBG": "nonsense"}, "kz-dark"),
        ({"TERM": "xterm", "COLORFGBG": "0;15"}, "kz-terminal-light"),
        ({"TERM": "xterm", "COLORFGBG": "0;15", "COLORTERM": "truecolor"}, "kz-light"),
        ({"TERM": "linux"}, "kz-terminal"),
        ({"TERM": "xterm"}, "kz-dark"),
    ],
)
def test_the_theme_fits_the_ground_where_it_is_known(
    environment: dict[str, str], name: str, complaints: list[DocumentError], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ground, "ask", lambda _environ: None)
    assert theme_choice.for_screen(None, complaints.append, {"TERM": "xterm-256color", **environment}) == name


@pytest.mark.parametrize(
    "environment",
    [
        {"TERM": "linux"},
        {"TERM": "vt220"},
        {"TERM": "dumb"},
        {},
        {"TERM": "xterm", "SSH_CONNECTION": "1"},
        {"TERM": "xterm", "SSH_TTY": "/dev/pts/0"},
    ],
)
def test_some_terminals_are_not_asked(environment: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_arguments: object) -> None:
        raise AssertionError

    monkeypatch.setattr(os, "write", fail)
    monkeypatch.setattr(os, "tcgetpgrp", fail)
    assert ground.ask(environment) is None


ANSWER = b"\x1b]11;rgb:fbfb/fafa/f7f7\x1b\\"


@given(
    before=st.sampled_from([b"", b"2", b"\x1b[A", b"\xd0\x9a", b"\x1b"]),
    after=st.sampled_from([b"", b"q", b"\t", b"\x1b[<0;1;1M"]),
    data=st.data(),
)
def test_an_answer_is_taken_out_however_it_is_cut(before: bytes, after: bytes, data: st.DataObject) -> None:
    answer = data.draw(st.sampled_from([ANSWER, ANSWER[:-2] + b"\x07", b"\x1b[?62;22c", ANSWER + b"\x1b[?1;2c"]))
    sieve = Sieve()
    stream = before + answer + after
    # An escape character at the end of a piece is the key, with a bracket the key with Alt, so no cut goes there.
    whole = st.integers(1, len(stream) - 1).filter(lambda cut: not stream[:cut].endswith((b"\x1b", b"\x1b]", b"\x1b[")))
    cuts = data.draw(st.lists(whole, max_size=3).map(sorted))
    edges = [0, *cuts, len(stream)]
    assert b"".join(sieve(stream[start:end]) for start, end in pairwise(edges)) == before + after


@given(st.lists(st.sampled_from([b"\x1b", b"\x1b[A", b"\x1b]", b"1", b"?", b";", b"\x1b[?2026;2$y", b"c", b"q", b"\x1b[5~", b"\x1bOP"])))
def test_keys_go_through_at_once(keys: list[bytes]) -> None:
    """All but Alt+] with a 1 after it, which nobody types."""
    sieve = Sieve()
    pieces = [key for key, before in zip(keys, [b"", *keys], strict=False) if before not in (b"\x1b]", b"\x1b")]
    assert [sieve(piece) for piece in pieces] == pieces


@pytest.mark.parametrize(
    ("answer", "dark"),
    [
        ((b"fbfb", b"fafa", b"f7f7"), False),
        ((b"14", b"18", b"1d"), True),
        ((b"0", b"0", b"0"), True),
        ((b"fff", b"fff", b"fff"), False),
        ((b"0000", b"2b2b", b"3636"), True),
        ((b"fdfd", b"f6f6", b"e3e3"), False),
    ],
)
def test_answers_are_understood(answer: tuple[bytes, ...], dark: bool) -> None:
    found = ground._COLOUR.search(b"j\x1b]11;rgb:" + b"/".join(answer) + b"\x07")
    assert found is not None
    assert (ground._luminance(*found.groups()) < ground._MIDDLE) == dark
