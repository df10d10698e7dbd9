"""The sheet of the evidence: what the findings rest on, each count with its findings folded behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..i18n import _
from ..output.findings import hanging, headline
from ..output.lines import Line, Span, clean, indent, width_of
from ..output.weighing import groups, labels_width, note, row, shown, title
from ..output.wrapping import wrap
from .page import Page, Stop
from .pages.measure import edge, room
from .sheets import Sheet

if TYPE_CHECKING:
    from ..brief.briefing import Briefing
    from ..output.glyphs import Glyphs
    from .navigator import Navigator

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
        start, space = edge(width), min(_LONGEST, room(width))
        by = labels_width(self._groups, self.briefing, space - 2)
        lines = wrap([Span(note(self.briefing), "dim")], space)
        stops: list[Stop] = []
        for place, group in enumerate(self._groups):
            lines += [[], *wrap([Span(title(group), "strong")], space)]
            for rule, measures in shown(group):
                lines += wrap([Span(rule, "dim")], space)
                for measure in measures:
                    name = f"{place}/{measure.kind}/{measure.value}"
                    rows = row(measure, group, self.briefing, space - 2, by, self._glyphs)
                    _append(lines, stops, f"measure:{name}" if measure.entries else "", indent(rows, 2), start)
                    for entry in measure.entries if name in self._open else ():
                        rows = indent(hanging([Span(clean(headline(entry)))], space - 4), 4)
                        _append(lines, stops, f"finding:{entry.address}", rows, start)
        return Page(width, indent(lines, start), stops, text_start=start, text_end=start + space)


def _append(lines: list[Line], stops: list[Stop], ref: str, rows: list[Line], start: int) -> None:
    """Append rows that are indented, which can be current where they lead anywhere; the page's text starts in cell `start`."""
    if ref:
        by = width_of(rows[0][0].text)
        stops.append(Stop(ref, len(lines), len(lines) + len(rows), start + by - 2, ref))
    lines += [[span._replace(ref=ref) for span in row] for row in rows]
