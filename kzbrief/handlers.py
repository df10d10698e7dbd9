"""What each command does with its arguments. All that it needs is imported in its own handler, so that none pays for another."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from .complaints import report_settings, set_aside, told
from .i18n import _, follow
from .refusal import RefusedError
from .restricted import restricted

if TYPE_CHECKING:
    from .toml.problems import DocumentError


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
        report_settings(fault)
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
        notice=notice if faults or told or damaged else (),
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
        if _place(given):
            raise RefusedError(_("--evidence is for a whole brief"))
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

        if theme := asked_for(getattr(given, "theme", None), report_settings):
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


HANDLERS: dict[str, Callable[[Any], int]] = {
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
"""The handlers by the names of the commands: each takes the parsed arguments and returns the exit code."""
