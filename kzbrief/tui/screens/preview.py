"""The brief on the screen and its file: what is saved comes to the screen, faults into a sheet over the last good version."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from textual.message import Message

from ... import commands
from ...i18n import _
from ...output.lines import clean
from ...refusal import RefusedError
from .. import editing
from ..editing import Spot
from ..problem_sheet import ProblemSheet, count
from ..waiting import Waiting
from ..watching import Broken, Outcome, Watcher, all_of, read

if TYPE_CHECKING:
    from ...brief.briefing import Briefing
    from .reading import ReadingScreen

_BUSY = ("filter", "palette", "themes", "briefs")
"""Where somebody is choosing or typing and is not to be disturbed."""


class Preview:
    """Keeps the screen like the file, and opens the file in an editor."""

    class Read(Message):
        """The file was read, by the thread that watches it."""

        def __init__(self, path: str, outcome: Outcome) -> None:
            super().__init__()
            self.path = path
            """The file."""
            self.outcome = outcome
            """What it was found to be."""

    def __init__(self, screen: ReadingScreen) -> None:
        self.screen = screen
        self.broken: Broken | None = None
        """What is wrong with the file; None while the screen shows it as it is."""
        self._shown: Briefing | None = None
        self._hidden = False
        self._watcher: Watcher | None = None

    # Watching

    def follow(self) -> None:
        """Watch the file of the brief that is on the screen, and none other, if files are watched at all."""
        path = self.screen.briefing.path
        if self._watcher and self._watcher.path == path:
            return
        self.stop()
        self.broken, self._shown, self._hidden = None, None, False
        if self.screen.brief_app.watched:
            self._watcher = Watcher(path, lambda outcome: self._tell(path, outcome))
            self._watcher.start()

    def stop(self) -> None:
        """Watch nothing."""
        if self._watcher:
            self._watcher.stop()
            self._watcher = None

    def _tell(self, path: str, outcome: Outcome) -> None:
        # Messages may be posted by any thread.
        self.screen.post_message(self.Read(path, outcome))

    def take(self, path: str, outcome: Outcome) -> None:
        """Show what a file was found to be; nothing is drawn where the screen shows it already."""
        if path != self.screen.briefing.path:
            return  # another brief was opened meanwhile
        if isinstance(outcome, Broken):
            self._show_problems(outcome)
        else:
            self._show_brief(outcome)

    def _show_brief(self, briefing: Briefing) -> None:
        mended = self.broken is not None
        self.broken, self._hidden = None, False
        shown = self._shown or self.screen.navigator.read
        self._shown = briefing
        with self.screen.app.batch_update():
            if mended:
                self.screen.drop_sheet(ProblemSheet)
                self.screen.say("")  # what was said was about the problems
            elif isinstance(self.screen.sheet.sheet, ProblemSheet):  # somebody is looking at warnings
                self._renew_warnings()
            if isinstance(self.screen.navigator, Waiting):
                self.screen.brief_app.begin(briefing)
            elif shown.brief != briefing.brief or shown.method != briefing.method or self.screen.navigator.originals is not None:
                # The report's own words stand in comments, of which a brief knows nothing.
                self.screen.brief_app.renew(briefing)

    # Problems

    def _show_problems(self, broken: Broken) -> None:
        if self.broken and (self.broken.text, self.broken.error.problems) == (broken.text, broken.error.problems):
            return
        self.broken = broken
        sheet = self.screen.sheet.sheet
        if isinstance(sheet, ProblemSheet):
            self.screen.renew_sheet(ProblemSheet(broken))
        elif not self._hidden and self.screen.where not in _BUSY:
            self.screen.drop_sheet(ProblemSheet)
            self.screen.show_sheet(ProblemSheet(broken), over=True)
        self.screen.refresh_foot()

    def _renew_warnings(self) -> None:
        found = all_of(self.screen.briefing.path)
        if found:
            self.screen.renew_sheet(ProblemSheet(found))
        else:
            self.screen.drop_sheet(ProblemSheet)

    def show(self) -> None:
        """Show the problems again, and warnings, which are only looked for here: nothing that is read waits for them."""
        if not self.broken and not self._watcher:
            self.screen.say(_("the file is not watched: kzbrief read FILE --watch"))
            return
        found = all_of(self.screen.briefing.path)
        # What is told is what was told before: a file that is just being saved may look otherwise.
        faulty = found is not None and any(problem.severity == "error" for problem in found.error.problems)
        shown = found if faulty or not self.broken else self.broken
        if shown:
            self._hidden = False
            self.screen.show_sheet(ProblemSheet(shown))
        else:
            self.screen.say(_("the file has no problems"))

    def hide(self) -> None:
        """Hide the problems until the file has been mended, or they are asked for."""
        self._hidden = True
        self.screen.close_top()

    @property
    def notice(self) -> tuple[str, ...]:
        """What the footer says of problems that are not in view, in full and shorter; empty for nothing."""
        if not self.broken or isinstance(self.screen.sheet.sheet, ProblemSheet):
            return ()
        problems, key = count(self.broken), commands.shown("f")
        return _("{problems} in the file: {key} shows them").format(problems=problems, key=key), f"{problems}: {key}"

    def copy(self) -> None:
        """Copy file and line of the current problem."""
        spot = self._problem()
        if spot:
            text = f"{spot.file}:{spot.line}" if spot.line else spot.file
            self.screen.say(_("{what} {done}").format(what=clean(text), done=self.screen.brief_app.take(text)))

    def _problem(self) -> Spot | None:
        sheet = self.screen.sheet.sheet
        stop = self.screen.sheet.reader.cursor.current
        return sheet.spot(stop.id) if isinstance(sheet, ProblemSheet) and stop else None

    # Editing

    def edit(self) -> None:
        """Open the file in the user's editor at what is current, and show what it has become."""
        try:
            words = editing.editor()
            spot = self._problem() or self._current()
            editing.require_editable(spot.file, asked_for=self.screen.brief_app.asked_for)
            said = self._run(editing.command(words, spot))
        except RefusedError as refused:
            self.screen.say(str(refused))
            return
        path = self.screen.briefing.path
        self.take(path, read(path))
        if said:
            self.screen.say(said)

    def _run(self, words: list[str]) -> str:
        """Run an editor; return what went wrong with it, in words, or nothing."""
        editor = clean(os.path.basename(words[0]))
        try:
            code = self.screen.brief_app.lend(words)
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or error
            raise RefusedError(_("{editor} does not start: {reason}").format(editor=editor, reason=reason)) from None
        if code < 0:
            return _("{editor} was ended by signal {number}").format(editor=editor, number=-code)
        return _("{editor} ended with exit code {code}").format(editor=editor, code=code) if code else ""

    def _current(self) -> Spot:
        from ..sheets import SourceSheet

        sheet, stop = self.screen.sheet.sheet, self.screen.reader.cursor.current
        tab = self.screen.navigator.tab
        if isinstance(self.screen.navigator, Waiting):
            return Spot(self.screen.briefing.path, 1)
        if isinstance(sheet, SourceSheet):
            return editing.spot_of(self.screen.briefing, f"source:{sheet.key}")
        return editing.spot_of(self.screen.briefing, stop.id if stop else f"section:{tab.id}" if tab.kind == "section" else "")
