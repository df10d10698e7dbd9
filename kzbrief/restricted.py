"""Restricted use (KZBRIEF_RESTRICTED=1): for an account that offers briefs to whoever logs in, and nothing else.

What asks here knows a better answer than failing. What does not ask, be it ours or a library's, is stopped by `confine`.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Mapping, Sequence

COMMANDS = ("read", "summary", "sources", "standing", "compare", "list", "search", "check")
"""The commands that can be used."""
_REFUSED = frozenset(
    (
        *("os.exec", "os.fork", "os.forkpty", "os.posix_spawn", "os.spawn", "os.startfile", "os.system", "pty.spawn", "subprocess.Popen"),
        *("os.chmod", "os.chown", "os.link", "os.mkdir", "os.remove", "os.rename", "os.rmdir", "os.symlink", "os.truncate", "os.utime"),
        *("tempfile.mkstemp", "tempfile.mkdtemp", "webbrowser.open", "socket.bind", "socket.connect"),
    )
)
"""Events of Python's auditing: other programs, changes to files, the network."""
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


def restricted(environ: Mapping[str, str] = os.environ) -> bool:
    """Return whether no other program may be started, no file written, and nothing read but briefs that are known by name."""
    return environ.get("KZBRIEF_RESTRICTED", "") not in ("", "0")


def confine() -> None:
    """Make this process unable to start a program, to write a file or to call over the network, from now on.

    Whatever tries gets a PermissionError.
    """
    sys.dont_write_bytecode = True
    if hasattr(signal, "SIGTSTP"):
        signal.signal(signal.SIGTSTP, signal.SIG_IGN)  # Ctrl+Z before the first frame would leave a stopped process
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # Ctrl+\ before the first frame would leave a file
    except (ImportError, OSError, ValueError):
        pass
    sys.addaudithook(_watch)


def failure() -> str:
    """Return what is said where something failed that must not: nothing of the machine, of its files or of what was going on."""
    from .i18n import _

    return _("something went wrong; please tell whoever offers this")


def _watch(event: str, arguments: Sequence[object]) -> None:
    if event == "open":
        path, _mode, flags = arguments
        # A number is a file that is open already: the terminal.
        if not isinstance(flags, int) or not flags & _WRITING or isinstance(path, int) or path == os.devnull:
            return
    elif event not in _REFUSED:
        return
    raise PermissionError(1, "not in restricted use")


def admitted(argv: Sequence[str], environ: Mapping[str, str] = os.environ) -> list[str]:
    """Return the words of the command line, those of an SSH client where the account's own command has none.

    Raises RefusedError for a command that cannot be used. No shell looks at the words.
    """
    from .i18n import _
    from .refusal import RefusedError
    from .usage import NAMES

    words = list(argv)
    if not words and (asked := environ.get("SSH_ORIGINAL_COMMAND", "")):
        from shlex import split

        try:
            words = split(asked)
        except ValueError:
            raise RefusedError(_("a quotation mark is missing")) from None
        if words[:1] == ["kzbrief"]:
            del words[0]
    if words and words[0] in NAMES and words[0] not in COMMANDS:
        said = _("“{command}” cannot be used here; these can: {commands}")
        raise RefusedError(said.format(command=words[0], commands=", ".join(COMMANDS)))
    return words
