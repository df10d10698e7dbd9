"""Whoever reads by ear: the brief that is read, those that were read before, what was found, and what each command answers."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from ..brief.address import SIGN
from ..brief.briefing import Briefing
from ..brief.shown import shown, usual_language
from ..i18n import _, follow
from ..marked import Marked
from ..output.lines import clean
from . import asking, moving, searching, shelving, sourcing, taking
from .typed import near, understood
from .way import Way
from .whereabouts import go_to
from .words import sentence

if TYPE_CHECKING:
    from .commands import Spoken
    from .searching import Hit

_ANSWERS: dict[str, Callable[[Reader, str], list[str]]] = {
    **moving.ANSWERS,
    **asking.ANSWERS,
    **sourcing.ANSWERS,
    **searching.ANSWERS,
    **shelving.ANSWERS,
    **taking.ANSWERS,
}
_NOT_REPEATED = ("repeat", "help", "where")


class Reader:
    """Answers commands, each with lines of which the first says what happened.

    `originals` are the report's own words for findings, by their ids; `marked` knows the findings that are marked; `kept` is whether what
    was kept of earlier readings may be used; `ascii_only` spells every brief with ASCII characters; `copy` takes a text to a clipboard and
    says what was done.
    """

    def __init__(
        self,
        briefing: Briefing,
        at: str | None = None,
        originals: dict[str, str] | None = None,
        marked: Marked | None = None,
        *,
        kept: bool = False,
        ascii_only: bool = False,
        copy: Callable[[str], str] | None = None,
    ) -> None:
        """Start at the overview, or at a place as `whereabouts.go_to` takes it; KeyError where there is no such one."""
        self.marked = marked or Marked()
        self.kept = kept
        self.copy = copy
        self.done = False
        """Whether quitting was asked for."""
        self.read = briefing
        """The brief as it was read."""
        self.headlines = usual_language(briefing.brief)
        """Tag of the language of the headlines."""
        self._ascii = ascii_only
        self.way = Way(self.shown(briefing, self.headlines), originals)
        """The way through the brief."""
        self.hits: list[Hit] = []
        """What was found last."""
        self.hit = -1
        """Which of it was gone to last."""
        self.home = briefing
        """The brief in which it was found, unless each place has its own."""
        self.listed: list[str] = []
        """Paths of the briefs that were listed last."""
        self._back: list[tuple[Briefing, str, Way]] = []
        self._forward: list[tuple[Briefing, str, Way]] = []
        self.last = go_to(self.way, at) if at else self.way.said()
        """The last answer."""

    @property
    def briefing(self) -> Briefing:
        """The brief as it is said."""
        return self.way.briefing

    def start(self) -> list[str]:
        """Return what is said first: how to get help, and the place where reading starts."""
        count = len(self.way.stops)
        said = _("Type a command and press Enter; Enter alone reads on through {count} stops, help names the commands.").format(count=count)
        return [said, *self.last]

    def answer(self, line: str) -> list[str]:
        """Return the answer to a line that was typed; never empty."""
        found = understood(line) or self._name_alone(line.strip())
        if found is None:
            return [_not_understood(line)]
        command, argument = found
        answer = _ANSWERS.get(command.id)
        said = answer(self, argument) if answer else moving.passage(self, command.id)
        if command.id not in _NOT_REPEATED:
            self.last = said
        return said

    def _name_alone(self, line: str) -> tuple[Spoken, str] | None:
        """Take the name of a section or finding, or an address, for the command to go there."""
        if SIGN in line:
            return understood(f"brief {line}")
        try:
            self.way.number_of(line)
        except KeyError:
            return None
        return understood(f"go {line}")

    # From brief to brief

    def open(self, briefing: Briefing, headlines: str = "") -> None:
        """Read another brief from now on, with headlines in the language of a tag; the one before can be gone back to."""
        self._back.append((self.read, self.headlines, self.way))
        self._forward.clear()
        follow(briefing.brief.brief.language)
        self.read, self.headlines = briefing, headlines or usual_language(briefing.brief)
        self.way = Way(self.shown(briefing, self.headlines))

    def turn_back(self, *, forward: bool = False) -> bool:
        """Go back to the brief that was read before, or forward again; False where there is none."""
        way, other = (self._forward, self._back) if forward else (self._back, self._forward)
        if not way:
            return False
        other.append((self.read, self.headlines, self.way))
        self.read, self.headlines, self.way = way.pop()
        follow(self.read.brief.brief.language)
        return True

    def translate(self, headlines: str) -> None:
        """Say headlines in the language of a tag from now on."""
        self.headlines = headlines
        self.way = self.way.translated(self.shown(self.read, headlines))

    def shown(self, briefing: Briefing, headlines: str = "") -> Briefing:
        """Return a brief as it is said, with headlines in the language of a tag and in characters that can be written."""
        found = shown(briefing, headlines)
        if not self._ascii:
            return found
        from ..output.ascii import in_ascii

        return Briefing(found.path, in_ascii(found.brief), in_ascii(found.method))


def _not_understood(line: str) -> str:
    said = sentence(_("Not understood: {line}.").format(line=clean(line.strip())[:80]))
    if name := near(line.strip()):
        said += " " + _("Did you mean {command}?").format(command=name)
    return said + " " + _("Type help and press Enter for the commands.")
