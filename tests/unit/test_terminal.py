"""Taking text to a clipboard and opening addresses, on machines of several kinds."""

from __future__ import annotations

import sys
from base64 import b64decode
from pathlib import Path

import pytest

from kzbrief.tui import terminal


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A Linux machine with a display and no programs; the folder for its programs."""
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("SSH_CONNECTION", "SSH_TTY", "WAYLAND_DISPLAY", "TMUX", "STY", "KZBRIEF_RESTRICTED", "BROWSER"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("PATH", str(tmp_path))
    return tmp_path


def program(folder: Path, name: str, script: str = "exit 0") -> None:
    """Put a program into a folder."""
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)


def test_a_text_is_sent_to_the_terminal(machine: Path) -> None:
    written: list[str] = []
    assert terminal.copy("Казнет", written.append) == "sent to the terminal"
    assert written[0].startswith("\x1b]52;c;")
    assert written[0].endswith("\a")
    assert b64decode(written[0][7:-1]).decode() == "Казнет"


def test_in_tmux_a_text_is_sent_to_its_buffer_too(machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMUX", "/tmp/tmux,1,0")
    program(machine, "tmux", f'test "$*" = "load-buffer -w -" && /bin/cat > {machine}/buffer')
    assert terminal.copy("words", lambda _data: None) == "copied to the tmux buffer and sent to the terminal"
    assert (machine / "buffer").read_text() == "words"
    program(machine, "tmux", "exit 1")
    assert terminal.copy("words", lambda _data: None) == "given to tmux, which keeps it unless set-clipboard is on"
    program(machine, "tmux", f"echo started > {machine}/started")
    monkeypatch.setenv("KZBRIEF_RESTRICTED", "1")
    assert terminal.copy("words", lambda _data: None) == "sent; tmux passes it on if set-clipboard is on"
    assert not (machine / "started").exists()


def test_gnu_screen_is_given_pieces_that_it_passes_on(machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STY", "1.pts-0.host")
    written: list[str] = []
    assert terminal.copy("words " * 1000, written.append) == "sent to the terminal"
    assert all(piece.startswith("\x1bP") and piece.endswith("\x1b\\") and len(piece) < 768 for piece in written)
    command = "".join(piece[2:-2] for piece in written)
    assert b64decode(command[7:-1]).decode() == "words " * 1000


@pytest.mark.parametrize("term", ["screen", "screen-256color", "tmux-256color"])
def test_at_the_far_end_of_a_line_nothing_is_claimed_of_a_tmux_before_it(machine: Path, monkeypatch: pytest.MonkeyPatch, term: str) -> None:
    monkeypatch.setenv("TERM", term)
    written: list[str] = []
    assert terminal.copy("words", written.append).endswith("if set-clipboard is on")
    assert written[-1].startswith("\x1b]52;c;")


@pytest.mark.parametrize("term", ["linux", "vt220"])
def test_where_there_is_no_clipboard_nothing_is_written(machine: Path, monkeypatch: pytest.MonkeyPatch, term: str) -> None:
    monkeypatch.setenv("TERM", term)
    written: list[str] = []
    assert terminal.copy("words", written.append) == "not copied: this terminal has no clipboard"
    assert written == []


def test_no_browser_at_the_far_end_of_ssh(machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(machine, "xdg-open")
    assert terminal.no_browser() == ""
    for name in ("SSH_CONNECTION", "SSH_TTY"):
        monkeypatch.setenv(name, "x")
        assert "SSH" in terminal.no_browser()
        monkeypatch.delenv(name)


def test_no_browser_without_a_display(machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(machine, "xdg-open")
    monkeypatch.delenv("DISPLAY")
    assert "display" in terminal.no_browser()
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert terminal.no_browser() == ""


@pytest.mark.parametrize("name", ["w3m", "lynx", "www-browser", "links"])
def test_no_text_browser(machine: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    program(machine, name)
    monkeypatch.setenv("BROWSER", name)
    assert terminal.no_browser()
    assert not terminal.open_address("https://example.org/")


def test_no_browser_in_restricted_use(machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(machine, "xdg-open")
    monkeypatch.setenv("KZBRIEF_RESTRICTED", "1")
    assert terminal.no_browser()


def test_only_web_addresses_are_opened(machine: Path) -> None:
    program(machine, "xdg-open")
    assert not terminal.open_address("file:///etc/passwd")
    assert not terminal.open_address("--help")
    assert terminal.open_address("https://example.org/")


@pytest.mark.parametrize(
    ("name", "variable", "arguments"),
    [
        ("wl-copy", "WAYLAND_DISPLAY", "--type text/plain;charset=utf-8"),
        ("xclip", "DISPLAY", "-selection clipboard -in"),
        ("xsel", "DISPLAY", "--clipboard --input"),
    ],
)
def test_on_a_desktop_its_own_program_copies(
    machine: Path, monkeypatch: pytest.MonkeyPatch, name: str, variable: str, arguments: str
) -> None:
    monkeypatch.setenv(variable, "x-0")
    program(machine, name, f'test "$*" = "{arguments}" && /bin/cat > {machine}/clipboard')
    written: list[str] = []
    assert terminal.copy("Казнет", written.append) == "copied to the clipboard"
    assert (machine / "clipboard").read_text(encoding="utf-8") == "Казнет"
    assert written == []
    # What fails has copied nothing, and the terminal is asked.
    program(machine, name, "exit 1")
    assert terminal.copy("words", written.append) == "sent to the terminal"
    assert written
    # On the Linux console next to a desktop there is a clipboard all the same.
    monkeypatch.setenv("TERM", "linux")
    assert terminal.has_clipboard()


@pytest.mark.parametrize("variable", ["SSH_CONNECTION", "SSH_TTY", "KZBRIEF_RESTRICTED"])
def test_no_program_is_started_where_it_would_be_the_wrong_desktop(machine: Path, monkeypatch: pytest.MonkeyPatch, variable: str) -> None:
    program(machine, "xclip", f"echo started > {machine}/started")
    monkeypatch.setenv(variable, "1")
    assert terminal.copy("words", lambda _data: None) == "sent to the terminal"
    assert not (machine / "started").exists()


def test_a_desktop_inside_tmux_has_both(machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMUX", "/tmp/tmux,1,0")
    program(machine, "tmux", f"/bin/cat > {machine}/buffer")
    program(machine, "xclip", f"/bin/cat > {machine}/clipboard")
    assert terminal.copy("words", lambda _data: None) == "copied to the clipboard and the tmux buffer"
    assert (machine / "buffer").read_text() == (machine / "clipboard").read_text() == "words"


def test_where_there_is_nothing_it_is_known_beforehand(machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert terminal.has_clipboard()
    monkeypatch.setenv("TERM", "vt220")
    assert not terminal.has_clipboard()
