"""The command line. What a command does is imported in its own handler, so that none pays for another.

Exit codes: 0 done, 1 a checked brief has faults, 2 could not be done, 130 interrupted. Results go to stdout, everything else to stderr.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any, NoReturn

from .complaints import complain, report, set_aside
from .i18n import _, follow
from .languages.choice import settle, without_leading
from .refusal import RefusedError
from .restricted import admitted, confine, failure, restricted

if TYPE_CHECKING:
    from .toml.problems import DocumentError

_faults: set[str] = set()
"""Faults of the user's settings that have been told."""
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
    _faults.clear()
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
        _report_settings(fault)
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

    handlers = {
        "read": _read,
        "summary": _summary,
        "sources": _sources,
        "standing": _standing,
        "compare": _compare,
        "list": _list,
        "search": _search,
        "check": _check,
        "completion": _completion,
        "import": _import,
        "export": _export,
        "new": _new,
        "schema": _schema,
        "forget": _forget,
    }
    handler = handlers[command.name]
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


def _read(given: Any) -> int:
    from .output.printer import is_terminal

    given.format, given.width = None, None
    terminals = is_terminal(sys.stdin) and is_terminal(sys.stdout)
    if given.watch:
        from .watched import require_screen

        require_screen(terminals and not given.screen_reader)
    if given.screen_reader or (terminals and os.environ.get("KZBRIEF_SCREEN_READER", "") not in ("", "0")):
        return _speak(given)
    if not terminals or os.environ.get("TERM") == "dumb":
        given.full, given.section = False, None
        if given.theme:
            from .output.themes import load

            load(given.theme)  # refused here as on a screen, though nothing is coloured
        return _summary(given)
    given.at = _place(given, given.at) or None
    from .watched import opened

    briefing = opened(given.brief, watched=given.watch)
    if not isinstance(briefing, str):
        follow(briefing.brief.brief.language)
        if given.at:
            from .brief.address import require_shown

            require_shown(briefing, given.at)
    from . import state
    from .output.theme_choice import for_screen
    from .tui.start import run as read

    damaged: list[str] = []
    kept = None if given.no_state or restricted() else state.load(damaged.append)
    set_aside(*damaged)
    faults: list[DocumentError] = []
    # Asked after all that may be refused, so that no answer of the terminal comes to a shell.
    theme = for_screen(given.theme, faults.append, chosen=kept.theme if kept else "")
    for fault in faults:
        _report_settings(fault)
    notice = (_("your settings have a fault; it is told when you leave"), _("faulty settings, told on leaving"), _("faulty settings"))
    if damaged:
        notice = (_("places and marks could not be read; it is told when you leave"), _("marks unread, told on leaving"), _("marks unread"))
    return read(
        briefing,
        theme=theme,
        mouse=not given.no_mouse,
        at=given.at,
        glyphs=_target(given).glyphs,
        kept=kept,
        fresh=given.fresh,
        originals=given.show_original,
        notice=notice if faults or _faults or damaged else (),
        watched=given.watch,
        asked_for=given.brief,
    )


def _speak(given: Any) -> int:
    from .brief.briefing import load
    from .spoken.loop import run as read

    given.at = _place(given, given.at) or None
    briefing = load(given.brief)
    follow(briefing.brief.brief.language)
    if given.at:
        from .brief.address import require_shown

        require_shown(briefing, given.at)
    words = None
    if given.show_original:
        from .brief.originals import originals

        words = originals(briefing)
    from . import state
    from .marked import Marked

    kept = None if given.no_state or restricted() else state.load(set_aside)
    return read(briefing, _target(given), at=given.at, originals=words, marked=Marked(kept), kept=not given.no_state)


def _place(given: Any, named: str | None = None) -> str:
    """Take the place out of what was typed as `brief#place`, so that the brief is left; return it, or the one that an option named."""
    if "#" not in given.brief:
        return named or ""
    from .brief.address import split

    given.brief, place = split(given.brief)
    if place and named and place != named:
        raise RefusedError(_("two places are named: {one} and {other}").format(one=place, other=named))
    return place or named or ""


def _summary(given: Any) -> int:
    if getattr(given, "evidence", False):
        from .output.commands import print_evidence

        return print_evidence(given.brief, _form(given), _printing(given))
    from .output.commands import print_summary

    place = _place(given, given.section or getattr(given, "at", None))
    place = "" if place == given.section else place
    return print_summary(given.brief, _form(given), full=given.full, place=place, section=given.section, target=_printing(given))


def _sources(given: Any) -> int:
    from . import DEFAULT_BRIEF
    from .output.commands import print_sources

    return print_sources(given.words, DEFAULT_BRIEF, _form(given), _printing(given))


def _standing(given: Any) -> int:
    from .output.commands import print_standing

    return print_standing(given.brief, _form(given), _printing(given))


def _compare(given: Any) -> int:
    from .output.commands import print_comparison

    return print_comparison(given.briefs, _form(given), _printing(given), full=given.full)


def _list(given: Any) -> int:
    from .shelf.command import print_list

    return print_list(given.briefs, _form(given), _printing(given), keep=not given.no_state)


def _search(given: Any) -> int:
    from .shelf.searching import print_search

    return print_search(given.words, _form(given), _printing(given), limit=given.limit, keep=not given.no_state)


def _check(given: Any) -> int:
    if given.explain is not None:
        from .output.explaining import explain

        return explain(given.explain, _printing(given))
    if given.fix:
        from .output.fixing import fix

        fix(given.briefs, given.format or "full", _printing(given), yes=given.yes)
    elif given.yes:
        raise RefusedError(_("--yes goes with --fix"))
    from .output.checking import check

    return check(given.briefs, given.format or "full", _printing(given), strict=given.strict, notes=given.notes)


def _import(given: Any) -> int:
    from .importing.command import run as import_report

    return import_report(given.report, given.o)


def _export(given: Any) -> int:
    from .chosen import chosen
    from .output.export import Options
    from .output.export.command import run as export

    only = chosen(_place(given), marked=given.marked)
    return export(given.brief, given.to, given.o, Options(table=given.table or "", bom=given.bom), force=given.force, only=only)


def _new(given: Any) -> int:
    from .authoring.new import run as begin

    return begin(given.file, given.country, given.edition, given.method)


def _schema(given: Any) -> int:
    from .authoring.schemas import show

    return show(given.kind)


def _completion(given: Any) -> int:
    from .completion import script
    from .output.printer import write

    write(script(given.shell), sys.stdout)
    return 0


def _forget(given: Any) -> int:
    from .forgetting import run as forget

    return forget()


def _printing(given: Any) -> Any:
    """Return where to print; what is printed in colours takes them from the theme of the user's settings, too."""
    found = _target(given)
    if found.colours and given.format in (None, "rich", "full"):
        from .output.theme_choice import asked_for

        if theme := asked_for(getattr(given, "theme", None), _report_settings):
            os.environ["KZBRIEF_THEME"] = theme  # where the printer looks
    return found


def _target(given: Any) -> Any:
    from .output.printer import target

    form = given.format if given.format in ("rich", "plain") else None
    links, held = getattr(given, "links", None), getattr(given, "held", None)
    if held is not None:
        form = form or (None if given.paged_colours else "plain")
        links = links or ("always" if os.environ.get("KZBRIEF_LINKS") == "1" else "never")  # not every less takes them
    found = target(sys.stdout, form, width=given.width, ascii_only=given.ascii, links=links)
    return found if held is None else found._replace(stream=held)


def _form(given: Any) -> str:
    return given.format if given.format in ("markdown", "json") else "lines"


def _is_document_error(error: Exception) -> bool:
    """Tell without importing the class, which cannot have been raised unless it was imported."""
    module = sys.modules.get("kzbrief.toml.problems")
    return module is not None and isinstance(error, module.DocumentError)


def _report_settings(error: DocumentError) -> None:
    """Report a fault of the user's settings, once: the language and the theme are both looked up there."""
    if str(error) not in _faults:
        _faults.add(str(error))
        report(error)


def _drop_stdout() -> None:
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
