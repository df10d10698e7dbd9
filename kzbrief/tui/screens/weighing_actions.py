"""What the commands do that weigh what a brief says, place its country and compare it, one method each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...i18n import _
from ...refusal import RefusedError

if TYPE_CHECKING:
    from .reading import ReadingScreen


class WeighingActions:
    """Those of the actions that weigh, place and compare."""

    screen: ReadingScreen

    def do_compare(self) -> None:
        """Show all other briefs, to put some beside this one."""
        self.screen.shelving.choose()

    def do_choose_again(self) -> None:
        """Show all other briefs again, with those chosen that are compared."""
        self.screen.shelving.choose()

    def do_choose(self) -> None:
        """Choose the current brief to be compared, or leave it out again."""
        self.screen.shelving.turn()

    def do_compare_chosen(self) -> None:
        """Compare with what is chosen."""
        self.screen.shelving.compare()

    def do_standing(self) -> None:
        """Show all countries of the edition."""
        from ..standing_sheet import StandingSheet

        try:
            self.screen.show_sheet(StandingSheet(self.screen.briefing, self.screen.glyphs))
        except RefusedError as refused:
            self.screen.say("; ".join(str(refused).splitlines()))

    def do_evidence(self) -> None:
        """Show what the findings rest on."""
        from ..evidence_sheet import EvidenceSheet

        self.screen.show_sheet(EvidenceSheet(self.screen.briefing, self.screen.glyphs))

    def do_sourced(self) -> None:
        """Open the source of the current country's total."""
        if self.screen.sheet.reader.cursor.ref:
            self.screen.actions.run("unfold")
        else:
            self.screen.say(_("its source is not among those of this brief"))

    def do_next_total(self) -> None:
        """Go to the next country or number of a source."""
        self.screen.sheet.reader.move(self.screen.sheet.reader.cursor.next)

    def do_previous_total(self) -> None:
        """Go to the previous country or number of a source."""
        self.screen.sheet.reader.move(self.screen.sheet.reader.cursor.previous)
