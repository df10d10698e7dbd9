"""What the terminal and the machine around it can do: take text to a clipboard, open an address."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

from ..i18n import _
from ..restricted import restricted
from . import abilities

_TEXT_BROWSERS = ("www-browser", "lynx", "links", "links2", "elinks", "w3m", "browsh", "carbonyl")
_PATIENCE = 2.0
"""Seconds that another program may take."""
_SCREEN_LONGEST = 600
"""Characters that GNU screen passes on in one string; it has room for 768 with what is around them."""


def copy(text: str, write: Callable[[str], None]) -> str:
    """Take a text to a clipboard; return what was done, in words. `write` writes to the terminal.

    On a desktop of one's own a program of the desktop takes it, and inside tmux its buffer: these say whether they did. Else it is sent to
    the terminal (OSC 52); no terminal says whether it took the text, so that nothing here claims then that it was copied.
    """
    command = _clipboard_command()
    copied = bool(command) and _run(command, text)
    between = abilities.inside()
    buffered = between == "tmux" and bool(os.environ.get("TMUX")) and not restricted() and _run(["tmux", "load-buffer", "-w", "-"], text)
    if copied:
        return _("copied to the clipboard and the tmux buffer") if buffered else _("copied to the clipboard")
    if abilities.plain():
        return _("not copied: this terminal has no clipboard")
    from base64 import b64encode

    control = f"\x1b]52;c;{b64encode(text.encode('utf-8')).decode('ascii')}\a"
    if between in ("screen", "one of them"):
        # GNU screen hands the inside of such strings on as it is; tmux, and every terminal, passes over them.
        for at in range(0, len(control), _SCREEN_LONGEST):
            write(f"\x1bP{control[at : at + _SCREEN_LONGEST]}\x1b\\")
    if between != "screen":
        write(control)
    if buffered:
        return _("copied to the tmux buffer and sent to the terminal")
    if between == "tmux" and os.environ.get("TMUX") and not restricted():
        return _("given to tmux, which keeps it unless set-clipboard is on")
    if between in ("tmux", "one of them"):
        return _("sent; tmux passes it on if set-clipboard is on")
    return _("sent to the terminal")


def has_clipboard() -> bool:
    """Return whether there is anything that a text can be taken to."""
    return not abilities.plain() or bool(_clipboard_command())


def _clipboard_command() -> list[str]:
    """The program of the desktop that takes a text to its clipboard; none over SSH, where the desktop would be the wrong one."""
    environment = os.environ
    if restricted() or environment.get("SSH_CONNECTION") or environment.get("SSH_TTY"):
        return []
    wanted = []
    if sys.platform == "darwin":
        wanted.append(["pbcopy"])
    if environment.get("WAYLAND_DISPLAY"):
        wanted.append(["wl-copy", "--type", "text/plain;charset=utf-8"])
    if environment.get("DISPLAY"):
        wanted += [["xclip", "-selection", "clipboard", "-in"], ["xsel", "--clipboard", "--input"]]
    if not wanted:
        return []
    from shutil import which

    return next((command for command in wanted if which(command[0])), [])


def no_browser() -> str:
    """Return why no browser can be opened here, in words; nothing where one can."""
    environment = os.environ
    if restricted():
        return _("No browser may be opened here. This is the address:")
    if environment.get("SSH_CONNECTION") or environment.get("SSH_TTY"):
        return _("A browser would open at the far end of the SSH line. This is the address:")
    if sys.platform.startswith("linux") and not (environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY")):
        return _("There is no display for a browser here. This is the address:")
    if not _opener():
        return _("There is no browser here but for text. This is the address:")
    return ""


def open_address(address: str) -> bool:
    """Open an address in a browser with a window of its own; False where that failed. Ask `no_browser` first."""
    opener = _opener()
    if not opener or not address.startswith(("https://", "http://")):
        return False
    if callable(opener):
        return bool(opener(address))
    from subprocess import DEVNULL, Popen

    try:
        # A session of its own has no terminal, so that whatever the opener falls back to cannot take over this one.
        Popen([opener, address], stdin=DEVNULL, stdout=DEVNULL, stderr=DEVNULL, start_new_session=True)
    except OSError:
        return False
    return True


def _opener() -> str | Callable[[str], bool] | None:
    """The program, or the function, that opens an address in a window; None where there are browsers for text alone."""
    if sys.platform.startswith("linux"):
        from shutil import which

        if found := which("xdg-open"):
            return found
    import webbrowser

    try:
        browser = webbrowser.get()
    except webbrowser.Error:
        return None
    name = os.path.basename(getattr(browser, "name", ""))
    return None if name in _TEXT_BROWSERS else browser.open


def _run(command: list[str], text: str) -> bool:
    from subprocess import DEVNULL, SubprocessError, run

    try:
        # In a session of its own, since what holds the clipboard of a desktop has to live on when the terminal is closed. Without
        # the locale pbcopy would take the text for another encoding.
        done = run(
            command,
            input=text.encode("utf-8"),
            stdout=DEVNULL,
            stderr=DEVNULL,
            timeout=_PATIENCE,
            check=False,
            start_new_session=True,
            env={**os.environ, "LC_CTYPE": "UTF-8"} if command[0] == "pbcopy" else None,
        )
    except (OSError, SubprocessError):
        return False
    return done.returncode == 0
