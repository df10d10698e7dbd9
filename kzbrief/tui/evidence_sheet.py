"""The sheet of the evidence: what the findings rest on, each count with its findings folded behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..i18n import _
from ..output.findings import headline
from ..output.lines import Line, Span, clean, shortened
from ..output.weighing import groups, labels_width, note, row, shown, title
from ..output.wrapping import wrap
from .page import Page, Stop
from .sheets import Sheet

if TYPE_CHECKING:
    from ..brief.briefing import Briefing
    from ..output.glyphs import Glyphs
    from .navigator import Navigator

_EDGE = 3
_LONGEST = 100
"""Most cells of a line."""


class EvidenceSheet(Sheet):
    """Counts of findings by their sources; Enter unfolds the findings of a count, and goes to one of them."""

    where = "evidence"
    tall = True

    def __init__(self, briefing: Briefing, glyphs: Glyphs) -> None:
        self.briefing = briefing
        self._glyphs = glyphs
        self._groups = groups(briefing)
        self._open: set[str] = set()

    def title(self) -> tuple[str, str]:
        """Return what it is, and how to leave it."""
        return _("What the findings rest on"), _("Esc closes")

    def renewed(self, navigator: Navigator) -> Sheet:
        """Return the evidence of the brief as it is by now, with the same counts unfolded."""
        sheet = EvidenceSheet(navigator.briefing, self._glyphs)
        sheet._open = self._open
        return sheet

    def fold(self, name: str) -> None:
        """Show the findings of a count below it, or hide them again."""
        self._open ^= {name}

    def layout(self, width: int, height: int) -> Page:
        """Return a page of counts; each is a stop, and so is each finding that is unfolded."""
        space = min(_LONGEST, width - _EDGE - 1)
        by = labels_width(self._groups, self.briefing, space - 2)
        lines: list[Line] = [*self._indented(wrap([Span(note(self.briefing), "dim")], space))]
        stops: list[Stop] = []
        for place, group in enumerate(self._groups):
            lines += [[], *self._indented(wrap([Span(title(group), "strong")], space))]
            for rule, measures in shown(group):
                lines += self._indented(wrap([Span(rule, "dim")], space))
                for measure in measures:
                    name = f"{place}/{measure.kind}/{measure.value}"
                    rows = row(measure, group, self.briefing, space - 2, by, self._glyphs)
                    self._stop(lines, stops, f"measure:{name}" if measure.entries else "", rows, 2)
                    for entry in measure.entries if name in self._open else ():
                        said = shortened(clean(headline(entry)), space - 4)
                        self._stop(lines, stops, f"finding:{entry.address}", [[Span(said)]], 4)
        return Page(width, lines, stops, text_start=_EDGE, text_end=_EDGE + space)

    @staticmethod
    def _indented(lines: list[Line], by: int = 0) -> list[Line]:
        return [[Span(" " * (_EDGE + by)), *line] if line else [] for line in lines]

    def _stop(self, lines: list[Line], stops: list[Stop], ref: str, rows: list[Line], by: int) -> None:
        """Append rows, which can be current where they lead anywhere."""
        if ref:
            stops.append(Stop(ref, len(lines), len(lines) + len(rows), _EDGE + by - 2, ref))
        lines += self._indented([[span._replace(ref=ref) for span in line] for line in rows], by)
