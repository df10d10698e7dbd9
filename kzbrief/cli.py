"""The command line: which command is meant, and how the process ends.

Exit codes: 0 done, 1 a checked brief has faults, 2 could not be done, 130 interrupted. Results go to stdout, everything else to stderr.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import Any, NoReturn

from .complaints import complain, report, report_settings, told
from .i18n import _
from .languages.choice import settle, without_leading
from .refusal import RefusedError
from .restricted import admitted, confine, failure, restricted

EX_FAULTS, EX_ERROR, EX_INTERRUPTED = 1, 2, 130


def run() -> NoReturn:
    """Run the program and end the process: the entry point of the `kzbrief` command."""
    if restricted():
        confine()
    elif "_ARGCOMPLETE" in os.environ:  # a shell asks what may be typed
        from .completion import complete

        with suppress(RefusedError):
            settle([])
        complete()
    gc.disable()  # the process lives for some milliseconds; the app, which lives longer, turns it on again
    _spare_typing_extensions()
    try:
        code = main()
    except SystemExit as ended:  # by a signal
        code = ended.code if isinstance(ended.code, int) else EX_ERROR
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):
            if stream is not None:
                stream.flush()
    # Everything has been written: what is left is taking objects apart, which nobody waits for.
    os._exit(code)


def _spare_typing_extensions() -> None:
    """Import msgspec without typing_extensions, which it only needs for older versions of Python and which takes 7 ms of the 20."""
    if "typing_extensions" in sys.modules or {"-h", "--help", "-V", "--version"} & set(sys.argv[1:2]):
        return
    sys.modules["typing_extensions"] = None  # type: ignore[assignment]
    try:
        import msgspec  # noqa: F401
    finally:
        del sys.modules["typing_extensions"]


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program with the given arguments (those of the process by default) and return its exit code."""
    try:
        return _guarded(list(sys.argv[1:] if argv is None else argv))
    except KeyboardInterrupt:
        return EX_INTERRUPTED
    except BrokenPipeError:
        # The reader has seen enough, as with `| head`. What stdout still holds must not fail again when the process ends.
        _drop_stdout()
        return 0


def _guarded(argv: list[str]) -> int:
    from .output.printer import OutputError, prepare_stdout

    prepare_stdout()
    told.clear()
    try:
        return _dispatch(argv)
    except RefusedError as error:
        complain(f"kzbrief: {error}")
    except OutputError as error:
        _drop_stdout()
        complain(f"kzbrief: {error}")
    except MemoryError:
        complain(f"kzbrief: {_('there is not enough memory')}")
    except Exception as error:
        if _is_document_error(error):
            from .arguments import or_a_command

            report(or_a_command(error, without_leading(argv)))  # type: ignore[arg-type]
        elif restricted():  # what a traceback tells of the machine is no visitor's business
            complain(f"kzbrief: {failure()}")
        else:
            raise
    return EX_ERROR


def _dispatch(argv: list[str]) -> int:
    from . import usage
    from .output.printer import target, write

    if restricted():
        settle([])
        argv = admitted(argv)
    fault = settle(argv, ascii_only="--ascii" in argv or not target(sys.stdout).glyphs.utf8)
    if fault:
        report_settings(fault)
    argv = without_leading(argv)
    first = argv[0] if argv else ""
    if first in ("-h", "--help") or argv == ["help"]:
        write(usage.help_text(target(sys.stdout).width), sys.stdout)
        return 0
    if first in ("-V", "--version"):
        from . import __version__

        write(f"kzbrief {__version__}\n", sys.stdout)
        return 0
    named = first in usage.NAMES
    command = next(item for item in usage.COMMANDS if item.name == (first if named else "read"))
    rest = argv[1:] if named else argv
    if {"-h", "--help"} & set(rest[: rest.index("--")] if "--" in rest else rest):
        text = usage.command_help(command, target(sys.stdout).width) if named else usage.help_text(target(sys.stdout).width)
        write(text, sys.stdout)
        return 0
    from .arguments import parse
    from .handlers import HANDLERS

    handler = HANDLERS[command.name]
    given = parse(command, rest, named=named)
    return _paged(handler, given) if getattr(given, "pager", False) else handler(given)


def _paged(handler: Any, given: Any) -> int:
    """Print through a pager where there is one to use."""
    from .output import pager

    found = pager.find(sys.stdout)
    if found is None:
        return int(handler(given))
    given.held, given.paged_colours = pager.Held(sys.stdout), found.colours
    code: int = handler(given)
    pager.show(given.held.getvalue(), sys.stdout, found)
    return code


def _is_document_error(error: Exception) -> bool:
    """Tell without importing the class, which cannot have been raised unless it was imported."""
    module = sys.modules.get("kzbrief.toml.problems")
    return module is not None and isinstance(error, module.DocumentError)


def _drop_stdout() -> None:
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
