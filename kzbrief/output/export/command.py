"""`kzbrief export`: a brief in another form, on stdout or in a file."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import IO

from ...brief.briefing import Briefing, load
from ...brief.shown import shown
from ...i18n import _, speaking
from ...refusal import RefusedError
from . import Form, Options, form
from .files import write_file, write_folder

BOM = "\ufeff"
TABLES = ("scores", "facts", "series", "events")
"""Names of the tables of a form that has several."""


Chosen = Callable[[Briefing], Sequence[str]]
"""Returns the addresses of the findings that are wanted. Raises RefusedError where there are none."""


def run(name: str, to: str | None, path: str | None, options: Options, *, force: bool = False, only: Chosen | None = None) -> int:
    """Export a brief, or what `only` chooses of it, and return 0.

    What is printed on stdout is UTF-8, whatever the locale, since other programs read it.

    Raises DocumentError where the brief cannot be read, RefusedError where what was asked for cannot be done.
    """
    if to is None:
        raise RefusedError(
            _("say what to export: --to FORM") + "\n" + _("kzbrief {command} --help says what is understood").format(command="export")
        )
    chosen = form(to)
    path = None if path == "-" else path
    if only and options.table:
        raise RefusedError(_("--table is for a whole brief; the findings alone are one table"))
    if only:
        chosen = chosen._replace(folder=False)
    _check(chosen, path, options, force, tables=form(to).folder)
    briefing = load(name)
    if only:
        options = options._replace(findings=tuple(only(briefing)))
    module = import_module(f".{chosen.module}", __package__)
    mark = BOM if options.bom else ""
    if chosen.folder and not options.table:
        with speaking(briefing.brief.brief.language):
            texts = module.tables(briefing)
        assert path is not None
        write_folder(path, {f"{name}{chosen.ending}": mark + text for name, text in texts.items()}, force=force)
        return 0
    # What is written is the same for every reader, whoever runs this.
    with speaking(briefing.brief.brief.language):
        text = mark + module.export(shown(briefing) if chosen.document else briefing, options)
    if path is None:
        _print(text, sys.stdout)
    else:
        write_file(path, text, force=force)
    return 0


def _check(chosen: Form, path: str | None, options: Options, force: bool, *, tables: bool) -> None:
    """Refuse options that would do nothing, so that nobody thinks they did."""
    if chosen.folder and not options.table and path is None:
        names = ", ".join(TABLES)
        raise RefusedError(
            _("{form} has several tables: name one with --table ({tables}), or a folder for all with -o FOLDER").format(
                form=chosen.name, tables=names
            )
        )
    if options.table and not tables:
        raise RefusedError(_("--table is for csv"))
    if options.bom and not tables:
        raise RefusedError(_("--bom is for csv"))
    if force and path is None:
        raise RefusedError(_("--force is for files: name one with -o FILE"))


def _print(text: str, stream: IO[str] | None) -> None:
    """Write text as UTF-8. Raises as `printer.write` does."""
    from ..printer import OutputError, write

    buffer = getattr(stream, "buffer", None)
    if stream is None or buffer is None:  # a stream that only takes text
        write(text, stream)
        return
    try:
        stream.flush()
        buffer.write(text.encode("utf-8"))
        buffer.flush()
    except BrokenPipeError:
        raise
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise OutputError(_("the output cannot be written: {reason}").format(reason=reason)) from None
