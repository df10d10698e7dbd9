"""Problems of documents as lines: `file:line:column: error[code]: message`, the line itself with a caret below, and what to do."""

from __future__ import annotations

from collections.abc import Sequence

from ..brief.checking import Checked, of_error
from ..brief.library import told
from ..i18n import _, ngettext, pgettext
from ..restricted import restricted
from ..toml.problems import DocumentError, Problem, Severity
from .lines import Line, Span, clean, fit, indent, line_width, plain, width_of
from .wrapping import wrap

_LEAD = 20
"""Cells of a long line that stay in view before the column of the problem."""


_MOST = 20
"""Most problems of a document that is refused where it was to be shown."""


def error_lines(error: DocumentError, width: int, *, broken: bool = False, most: int = _MOST) -> list[Line]:
    """Return the problems of a refused document in full; of many, the first, and how many follow.

    `width` is that of the quoted lines, in cells; `broken` breaks the first line of each problem, too, for people and not for programs.
    """
    return all_lines(of_error(error), width, broken=broken, most=most)


def all_lines(checked: Checked, width: int, *, broken: bool = False, most: int) -> list[Line]:
    """Return the problems of a file in full, as `error_lines` does."""
    text = quotable(checked)
    lines = [line for problem in checked.problems[:most] for line in problem_lines(checked.name, problem, text, width, broken=broken)]
    if len(checked.problems) > most:
        lines += [[], *wrap([Span(more(checked.name, len(checked.problems) - most), "strong")], width)]
    return lines


def more(name: str, left: int) -> str:
    """Return how many problems of a file are not shown, in words."""
    return clean(ngettext("{name}: {count} more problem", "{name}: {count} more problems", left).format(name=told(name), count=left))


def problem_lines(name: str, problem: Problem, text: Sequence[str], width: int, *, broken: bool = False) -> list[Line]:
    """Return one problem in full: its head, the line of the file with a caret, its hint.

    `text` holds the lines of the file; `width` and `broken` are as for `error_lines`.
    """
    lines = [head(name, problem)]
    if broken and line_width(lines[0]) > width:
        start, *more = wrap(lines[0], width - 2)
        lines = [start, *indent(more, 2)]
    number = problem.place.line
    if 0 < number <= len(text):
        gutter = max(5, len(str(number)) + 1)
        quoted, caret = _quoted(text[number - 1], problem, max(10, width - gutter - 3))
        lines.append([Span(f"{number:>{gutter}} | ", "dim"), Span(quoted)])
        lines.append([Span(" " * gutter + " | ", "dim"), Span(caret, problem.severity if problem.severity != "note" else "hint")])
    if problem.hint:
        first, *rest = wrap([Span(clean(problem.hint), "hint")], max(10, width - 8)) or [[]]
        lines += [[Span("      = ", "dim"), *first], *indent(rest, 8)]
    return lines


def head(name: str, problem: Problem, called: str = "") -> Line:
    """Return the first line of a problem, which editors and other tools understand; never broken, however long.

    `called` stands for the severity's word in the language in use.
    """
    place = f":{problem.place.line}:{problem.place.column}" if problem.place.line else ""
    word, tone = severity_words(problem.severity)
    return [
        Span(f"{clean(told(name))}{place}: ", "strong"),
        Span(f"{called or word}[{problem.code}]", tone),
        Span(f": {clean(problem.message)}"),
    ]


def concise(checked: Checked) -> list[str]:
    """Return each problem in a line; the word before the code is English in every language, since programs look for it."""
    return [plain(head(checked.name, problem, problem.severity)) for problem in checked.problems]


def problem_table(name: str, problem: Problem) -> dict[str, object]:
    """Return a problem for JSON; lines and columns count from 1, a line of 0 means the whole file."""
    return {
        "file": told(name),
        "line": problem.place.line,
        "column": problem.place.column,
        "length": problem.place.length,
        "severity": problem.severity,
        "code": problem.code,
        "message": problem.message,
        "hint": problem.hint,
        "path": list(problem.path),
    }


def severity_words(severity: Severity) -> tuple[str, str]:
    """Return a severity in a word, and the tone that it is shown in."""
    if severity == "error":
        return _("error"), "error"
    return (_("warning"), "warning") if severity == "warning" else (pgettext("severity", "note"), "hint")


def quotable(checked: Checked) -> list[str]:
    """Return the lines of a document as they stood in its file; none where it cannot be read, since the problem may be that.

    None in restricted use, either: a file that is no brief may hold anything.
    """
    if restricted() or not checked.readable or not any(problem.place.line for problem in checked.problems):
        return []
    text = checked.text
    if text is None:
        from ..toml.read import read_text

        try:
            text = read_text(checked.name)
        except DocumentError:
            return []
    # Only these end a line in TOML; str.splitlines knows many more.
    return text.replace("\r\n", "\n").split("\n")


def _quoted(line: str, problem: Problem, width: int) -> tuple[str, str]:
    """Return the part of a line around a problem, and the caret line for it."""
    column = min(max(1, problem.place.column), len(line) + 1) - 1
    before, marked, after = (
        clean(part.replace("\t", " "))
        for part in (line[:column], line[column : column + max(1, problem.place.length)], line[column + max(1, problem.place.length) :])
    )
    if width_of(before) + max(1, width_of(marked)) + width_of(after) > width:
        lead = min(_LEAD, width // 3)
        if width_of(before) > lead:
            before = "..." + _last(before, lead - 3)
        room = width - width_of(before)
        if width_of(marked) + width_of(after) > room:
            rest = _first(marked + after, max(1, room - 3))
            marked, after = rest[: len(marked)], rest[len(marked) :] + "..."
    return before + marked + after, " " * width_of(before) + "^" * max(1, width_of(marked))


def _first(text: str, width: int) -> str:
    # Cut by characters first: a line may be a megabyte long, and measuring it piece by piece would take for ever.
    return text[: fit(text[: width + 1], width)]


def _last(text: str, width: int) -> str:
    text = text[-width:] if width > 0 else ""
    while width_of(text) > max(0, width):
        text = text[1:]
    return text
