"""The `check` command: what is wrong with briefs on stdout, for people, editors and programs."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence

from ..brief import library
from ..brief.checking import STDIN, Checked, check_file, files_in, is_document, no_briefs, of_error
from ..i18n import _, ngettext
from ..restricted import restricted
from ..toml.problems import DocumentError
from .lines import Line, Span, clean
from .printer import Target, print_lines, write
from .wrapping import wrap

MOST = 100
"""Most problems of a file that are shown in full; nobody reads on, and mending some may mend others."""


def check(names: Sequence[str], form: str, target: Target, *, strict: bool = False, notes: bool = False) -> int:
    """Check briefs, the known ones if none is named, and print what is wrong: `form` is `full`, `concise` or `json`.

    Returns 0 where all is well, 1 where there are errors (with `strict`, or warnings), 2 where a brief cannot be read.
    """
    found = [checked for name in names or _known() for checked in _check(name, notes=notes)]
    if form == "json":
        from .json_form import check_table, json_text

        write(json_text(check_table(found), ascii_only=not target.glyphs.utf8), target.stream)
    elif form == "concise":
        from .problems import concise

        write("".join(f"{line}\n" for checked in found for line in concise(checked)), target.stream)
    else:
        print_lines(_lines(found, target), target)
    return exit_code(found, strict=strict)


def exit_code(found: Sequence[Checked], *, strict: bool) -> int:
    """Return 0 where nothing has to be mended, 1 where something has, 2 where a file could not be read."""
    if any(not checked.readable for checked in found):
        return 2
    bad = ("error", "warning") if strict else ("error",)
    return 1 if any(problem.severity in bad for checked in found for problem in checked.problems) else 0


def _known() -> list[str]:
    """Return the briefs that are known by name; a folder of one's own may hold other TOML files, too."""
    shipped = library.data_folder("briefs")
    return [path for path in library.known() if os.path.dirname(path) == shipped or is_document(path)]


def _check(name: str, *, notes: bool) -> Iterator[Checked]:
    """Yield what is found under a name: that of a brief, a file or a folder, or `-` for standard input."""
    if not restricted():
        if name == STDIN:
            yield from check_file(STDIN, notes=notes, raw=_standard_input())
            return
        if os.path.isdir(name):
            files = [path for path in files_in(name) if is_document(path)]
            for path in files:
                yield from check_file(path, notes=notes)
            if not files:
                yield no_briefs(name)
            return
    try:
        path = library.locate(name)
    except DocumentError as error:
        yield of_error(error)
    else:
        yield from check_file(path, notes=notes)


def _standard_input() -> bytes:
    """Return what comes from standard input, or so much of it that it is over the limit."""
    from ..toml.read import LIMIT

    return b"" if sys.stdin is None else sys.stdin.buffer.read(LIMIT + 1)


def _lines(found: Sequence[Checked], target: Target) -> list[Line]:
    lines: list[Line] = []
    if any(checked.problems for checked in found):
        from .problems import all_lines

        for checked in found:
            lines += all_lines(checked, target.width, broken=bool(target.colours), most=MOST)
        lines.append([])
    for said in summary(found):
        lines += wrap([Span(clean(said))], target.width)
    if target.colours and (code := next((problem.code for checked in found for problem in checked.problems), None)):
        lines += wrap([Span(_("“kzbrief check --explain {code}” says more").format(code=code), "dim")], target.width)
    return lines


def summary(found: Sequence[Checked]) -> Iterator[str]:
    """Yield sentences on what was found: how many problems, how many notes, how much is still to be written."""
    count = len(found)
    errors, warnings = (sum(checked.count(severity) for checked in found) for severity in ("error", "warning"))
    said = []
    if errors:
        said.append(ngettext("{count} error", "{count} errors", errors).format(count=errors))
    if warnings:
        said.append(ngettext("{count} warning", "{count} warnings", warnings).format(count=warnings))
    if not count:
        yield _("There are no briefs here.")
    elif said:
        yield ngettext("{found} in {count} brief", "{found} in {count} briefs", count).format(found=_(" and ").join(said), count=count)
    else:
        yield ngettext("{count} brief checked, no problems", "{count} briefs checked, no problems", count).format(count=count)
    mendable = sum(problem.mend is not None for checked in found for problem in checked.problems)
    if mendable:
        message = ngettext("{count} of them can be mended by --fix", "{count} of them can be mended by --fix", mendable)
        yield message.format(count=mendable)
    for checked in found:
        if checked.drafts:
            written = checked.findings - checked.drafts
            yield _("{name}: {written} of {findings} findings written").format(
                name=library.told(checked.name), written=written, findings=checked.findings
            )
        if count := checked.written_drafts:
            message = ngettext(
                "{name}: {count} draft has headline and text; take its “draft = true” out when it is done",
                "{name}: {count} drafts have headline and text; take their “draft = true” out when they are done",
                count,
            )
            yield message.format(name=library.told(checked.name), count=count)
    hidden = sum(checked.notes - checked.count("note") for checked in found)
    if hidden:
        message = ngettext(
            "{count} note on sources and drafts: --notes shows it", "{count} notes on sources and drafts: --notes shows them", hidden
        )
        yield message.format(count=hidden)
