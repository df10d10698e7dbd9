"""The `check` command: faults of briefs on stdout, for people, editors and programs."""

from __future__ import annotations

from collections.abc import Sequence

from ..brief import library
from ..brief.briefing import load
from ..i18n import _, ngettext
from ..toml.problems import DocumentError
from .lines import Line, Span, clean
from .printer import Target, print_lines, write
from .wrapping import wrap


def check(names: Sequence[str], form: str, target: Target) -> int:
    """Check briefs, the known ones if none is named, and print what is wrong: `form` is `full`, `concise` or `json`.

    Returns 0 where all is well, 1 where there are faults of syntax or content, 2 where a brief cannot be read.
    """
    checked: list[str] = []
    errors: list[DocumentError] = []
    for name in names or library.known():
        try:
            checked.append(load(name).path)
        except DocumentError as error:
            checked.append(error.name)
            errors.append(error)
    if form == "json":
        from .json_form import check_table, json_text

        write(json_text(check_table(checked, errors), ascii_only=not target.glyphs.utf8), target.stream)
    elif form == "concise":
        from .problems import concise

        write("".join(f"{line}\n" for error in errors for line in concise(error)), target.stream)
    else:
        print_lines(_lines(checked, errors, target), target)
    return 2 if any(not error.readable for error in errors) else 1 if errors else 0


def _lines(checked: Sequence[str], errors: Sequence[DocumentError], target: Target) -> list[Line]:
    lines: list[Line] = []
    if errors:
        from .problems import error_lines

        for error in errors:
            lines += error_lines(error, target.width, broken=bool(target.colours))
        lines.append([])
    count = len(checked)
    problems = sum(len(error.problems) for error in errors)
    if not checked:
        said = _("There are no briefs here.")
    elif not errors:
        said = ngettext("{count} brief checked, no problems", "{count} briefs checked, no problems", count).format(count=count)
    else:
        found = ngettext("{count} problem", "{count} problems", problems).format(count=problems)
        said = ngettext("{found} in {count} brief", "{found} in {count} briefs", count).format(found=found, count=count)
    return [*lines, *wrap([Span(clean(said))], target.width)]
