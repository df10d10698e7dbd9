"""The sheet with all that is wrong with a file, as `kzbrief check` prints it."""

from __future__ import annotations

import os

from ..i18n import ngettext
from ..output.lines import Line, Span, clean, indent
from ..output.problems import more, problem_lines
from ..output.wrapping import wrap
from .editing import Spot
from .page import Page, Stop
from .pages.measure import margin
from .sheets import Sheet
from .watching import Broken

_MOST = 100
"""Most problems that are shown."""


class ProblemSheet(Sheet):
    """The problems of a file, one of them current."""

    where = "problems"
    low = True

    def __init__(self, broken: Broken) -> None:
        self.broken = broken
        """What is wrong."""

    def title(self) -> tuple[str, str]:
        """Return how many problems there are in which file, and what stands above."""
        return f"{count(self.broken)}: {clean(os.path.basename(self.broken.error.name))}", ""

    def layout(self, width: int, height: int) -> Page:
        """Return a page with every problem: where it is, what is wrong, the line with a caret below, what to do."""
        edge = margin(width)
        lines: list[Line] = []
        stops: list[Stop] = []
        error = self.broken.error
        for number, problem in enumerate(error.problems[:_MOST]):
            rows = problem_lines(error.name, problem, self.broken.text, width - edge - 3, broken=True)
            stops.append(Stop(f"problem:{number}", len(lines), len(lines) + len(rows), edge - 1))
            lines += [*indent(rows, edge + 1), []]
        if len(error.problems) > _MOST:
            lines += [*indent(wrap([Span(more(error.name, len(error.problems) - _MOST), "strong")], width - edge - 3), edge + 1), []]
        return Page(width, lines[:-1], stops, text_start=edge + 1, text_end=width)

    def spot(self, stop: str) -> Spot:
        """Return where the problem of a stop is; line 0 for the whole file."""
        number = int(stop.partition(":")[2] or 0)
        problems = self.broken.error.problems
        return Spot(self.broken.error.name, problems[number].place.line if number < len(problems) else 0)


def count(broken: Broken) -> str:
    """Return how many problems there are, in words: of warnings alone, how many of these."""
    number = len(broken.error.problems)
    if broken.error.problems and all(problem.severity == "warning" for problem in broken.error.problems):
        return ngettext("{count} warning", "{count} warnings", number).format(count=number)
    return ngettext("{count} problem", "{count} problems", number).format(count=number)
