"""`kzbrief check --fix`: the difference on stdout, a question where somebody is there to answer it, the file written as a whole."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from difflib import unified_diff

from ..brief.checking import STDIN, check_file, files_in, is_document
from ..brief.repair import repaired
from ..i18n import _, ngettext
from ..refusal import RefusedError
from ..restricted import restricted
from ..toml.problems import DocumentError
from ..toml.read import decoded, read_bytes
from .lines import Line, Span, clean
from .printer import Target, is_terminal, print_lines, write

_TONES = {"+": "good", "-": "bad", "@": "dim"}
_MARK = b"\xef\xbb\xbf"


def fix(names: Sequence[str], form: str, target: Target, *, yes: bool) -> None:
    """Mend the files named, and those in the folders named, as far as that is safe.

    Nothing is written before the difference was shown and, unless `yes`, somebody has agreed at a terminal. Raises RefusedError where there
    is nothing that could be mended, or a file cannot be written.
    """
    if restricted():
        raise RefusedError(_("nothing can be written here"))
    if not names:
        raise RefusedError(_("--fix needs the files to mend"))
    if STDIN in names:
        raise RefusedError(_("--fix mends files; what comes from standard input is none"))
    if form == "json":
        raise RefusedError(_("--fix shows a difference, which is no JSON; check again without it"))
    for path in dict.fromkeys(path for name in names for path in _files(name)):
        _fix_file(path, target, yes=yes)


def _files(name: str) -> Iterator[str]:
    """Yield the files that a name stands for: none for a brief that is known by its name alone, which is not the author's."""
    if os.path.isdir(name):
        yield from (path for path in files_in(name) if is_document(path))
    elif os.path.exists(name):
        yield name


def _fix_file(path: str, target: Target, *, yes: bool) -> None:
    try:
        raw = read_bytes(path)
        text = decoded(raw, path)
    except DocumentError:
        return  # which is told when it is checked
    better = repaired(text, path)
    new = (_MARK if raw.startswith(_MARK) else b"") + better.encode("utf-8", "surrogatepass")
    if better != text:
        print_lines(difference(text, better, path), target)
        if yes or _agreed(path):
            _write(path, raw, new)
    _tell_what_is_left(path, new)


def _tell_what_is_left(path: str, raw: bytes) -> None:
    """Say that errors are left which only a person can mend, and that more may stand behind one of syntax; they are told by the check."""
    left = [problem for problem in next(check_file(path, raw=raw)).problems if problem.severity == "error"]
    if not left:
        return
    message = ngettext(
        "{path}: {count} error was not mended, since only you know what is meant",
        "{path}: {count} errors were not mended, since only you know what is meant",
        len(left),
    )
    said = [message.format(path=path, count=len(left))]
    if any(problem.code == "syntax" for problem in left):
        said.append(_("what stands behind it is looked at when it is mended; more may follow then"))
    write("".join(f"{clean(line)}\n" for line in said), sys.stderr)


def difference(old: str, new: str, path: str) -> list[Line]:
    """Return a unified diff as lines; characters that may not be shown as they are stand there as escapes."""
    lines = unified_diff(_lines(old), _lines(new), path, path, n=2, lineterm="")
    return [*([Span(clean(line), "strong" if line[:3] in ("---", "+++") else _TONES.get(line[:1], ""))] for line in lines), []]


def _lines(text: str) -> list[str]:
    return [line.removesuffix("\r") for line in text.split("\n")]


def _agreed(path: str) -> bool:
    """Ask whether a file is to be written; nobody is asked but at a terminal, and then nothing is written."""
    if not (is_terminal(sys.stdin) and is_terminal(sys.stdout)):
        write(clean(_("{path}: nothing was written; --fix --yes writes it").format(path=path)) + "\n", sys.stderr)
        return False
    write(clean(_("Write this to {path}? (y/n)").format(path=path)) + " ", sys.stderr)
    return sys.stdin.readline().strip().casefold() in ("y", "yes", _("y"), _("yes"))


def _write(path: str, old: bytes, new: bytes) -> None:
    """Put new content in place of the old, at once and with the same rights; a link stays one. Raises RefusedError."""
    real = os.path.realpath(path)
    draft = os.path.join(os.path.dirname(real), f".{os.path.basename(real)}.{os.getpid()}.new")
    try:
        state = os.stat(real)
        handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
        with open(handle, "wb") as file:
            file.write(new)
            file.flush()
            os.fsync(file.fileno())
        with suppress(OSError):  # it may belong to somebody else
            if hasattr(os, "chown"):
                os.chown(draft, state.st_uid, state.st_gid)
        os.chmod(draft, state.st_mode & 0o7777)
        if read_bytes(real) != old:
            raise RefusedError(_("{path} has been changed meanwhile; nothing was written").format(path=path))
        os.replace(draft, real)
    except OSError as error:
        raise RefusedError(_("{path} cannot be written: {reason}").format(path=path, reason=error.strerror)) from None
    except DocumentError:
        raise RefusedError(_("{path} has been changed meanwhile; nothing was written").format(path=path)) from None
    finally:
        with suppress(OSError):
            os.unlink(draft)
