"""Where one is in a brief that is read by ear, and what each command answers. Nothing here reads or writes."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from ..brief.address import of_finding
from ..brief.briefing import Briefing
from ..brief.index import Citation
from ..i18n import _
from ..marked import Marked
from ..output.findings import headline
from ..output.happenings import events_of
from ..output.lines import clean
from ..output.sources import keys_of
from . import passages, works
from .commands import Spoken, help_lines, near, understood
from .search import found_in
from .stops import Stop, said_at, section_starts, stops, tabs, title_of
from .words import count_words, sentence, source_words

_LONGEST_WAY = 100


class Place(NamedTuple):
    """Where one is."""

    stop: int
    """Number of the stop."""
    citation: int = -1
    """Number of the citation of the finding that was named last; -1 before the first."""
    source: str = ""
    """Key of the source that was named last."""


class Reader:
    """Answers commands, each with lines of which the first says what happened."""

    def __init__(
        self, briefing: Briefing, at: str | None = None, originals: dict[str, str] | None = None, marked: Marked | None = None
    ) -> None:
        """Start at the overview, or at a section or finding; KeyError where there is no such one.

        `originals` are the report's own words for findings, by their ids; `marked` knows the findings that are marked.
        """
        self._marked = marked or Marked()
        self._originals = originals
        self.briefing = briefing
        self.done = False
        """Whether quitting was asked for."""
        self._way = stops(briefing)
        self._starts = section_starts(briefing, self._way)
        self._here = Place(self._number(at) if at else 0)
        self._back: list[Place] = []
        self._forward: list[Place] = []
        self._hits: list[tuple[str, str]] = []
        self._hit = 0
        self._last = said_at(briefing, self._stop, None, originals)
        self._answers: dict[str, Callable[[str], list[str]]] = {
            "go-on": lambda __: self._step(1),
            "next": lambda __: self._step(1),
            "previous": lambda __: self._step(-1),
            "repeat": lambda __: self._last,
            "where": lambda __: self._where(),
            "key": self._key,
            "sections": lambda __: self._sections(),
            "section": self._section,
            "tab": self._tab,
            "citation": lambda __: self._cite(1),
            "previous-citation": lambda __: self._cite(-1),
            "source": self._source,
            "address": lambda __: self._address(),
            "place": self._place,
            "go": self._go,
            "when": lambda __: self._when(),
            "finding-address": lambda __: self._finding_address(),
            "mark": lambda __: self._mark(),
            "marks": self._marks,
            "first": lambda __: self._jump(0),
            "last": lambda __: self._jump(max((n for n, stop in enumerate(self._way) if stop.kind == "finding"), default=0)),
            "back": lambda __: self._return(_("Back.")),
            "backward": lambda __: self._return(_("Back.")),
            "forward": lambda __: self._return(_("Forward."), forward=True),
            "find": self._find,
            "find-next": lambda __: self._go_to_hit(1),
            "find-previous": lambda __: self._go_to_hit(-1),
            "help": lambda __: help_lines(),
            "quit": lambda __: self._quit(),
        }

    def start(self) -> list[str]:
        """Return what is said first: how to get help, and the place where reading starts."""
        count = len(self._way)
        said = _("Type a command and press Enter; Enter alone reads on through {count} stops, help names the commands.").format(count=count)
        return [said, *self._last]

    def answer(self, line: str) -> list[str]:
        """Return the answer to a line that was typed; never empty."""
        found = understood(line)
        if found is None:
            found = self._name_alone(line.strip())
        if found is None:
            return [self._not_understood(line)]
        command, argument = found
        answer = self._answers.get(command.id)
        said = answer(argument) if answer else self._passage(command.id)
        if command.id not in ("repeat", "help", "where"):
            self._last = said
        return said

    @property
    def _stop(self) -> Stop:
        return self._way[self._here.stop]

    def _name_alone(self, line: str) -> tuple[Spoken, str] | None:
        """Take the name of a section or finding for the command to go there."""
        try:
            self._number(line)
        except KeyError:
            return None
        return understood(f"go {line}")

    def _not_understood(self, line: str) -> str:
        said = _("Not understood: {line}.").format(line=clean(line.strip())[:80])
        if name := near(line.strip()):
            said += " " + _("Did you mean {command}?").format(command=name)
        return said + " " + _("Type help and press Enter for the commands.")

    # Along the way

    def _step(self, by: int) -> list[str]:
        number = self._here.stop + by
        if number < 0:
            return [_("This is the beginning. {title}").format(title=title_of(self.briefing, self._stop))]
        if number >= len(self._way):
            return [_("This is the end. Type first to start again, or quit to leave.")]
        before, self._here = self._stop, Place(number)
        return said_at(self.briefing, self._stop, before, self._originals)

    def _jump(self, number: int, source: str = "") -> list[str]:
        self._leave()
        self._here = Place(number, source=source)
        return said_at(self.briefing, self._stop, None, self._originals)

    def _leave(self) -> None:
        self._back = [*self._back[-_LONGEST_WAY:], self._here]
        self._forward.clear()

    def _return(self, said: str, *, forward: bool = False) -> list[str]:
        way, other = (self._forward, self._back) if forward else (self._back, self._forward)
        if not way:
            return [_("There is nothing to go forward to.") if forward else _("There is nothing to go back to.")]
        other.append(self._here)
        self._here = way.pop()
        return [f"{said} {title_of(self.briefing, self._stop)}"]

    def _where(self) -> list[str]:
        said = _("{title} Stop {number} of {count}.")
        lines = [said.format(title=title_of(self.briefing, self._stop), number=self._here.stop + 1, count=len(self._way))]
        if self._here.source:
            lines[0] += " " + _("Last named: {source}.").format(source=source_words(self.briefing.index.label(self._here.source)))
        return lines

    def _passage(self, kind: str) -> list[str]:
        number = next((number for number, stop in enumerate(self._way) if stop.kind == kind), None)
        return [_("This brief has none.")] if number is None else self._jump(number)

    # Sections and findings

    def _key(self, argument: str) -> list[str]:
        keys = self.briefing.brief.brief.key_findings
        if not argument:
            return self._passage("key")
        number = _number(argument)
        if not 1 <= number <= len(keys):
            return [count_words("There is {count} key finding.", "There are {count} key findings.", len(keys))]
        return self._jump(self._number(keys[number - 1]))

    def _sections(self) -> list[str]:
        sections = self.briefing.brief.sections
        lines = [count_words("{count} section.", "{count} sections.", len(sections))]
        for number, section in enumerate(sections, 1):
            lines.append(f"{number}: {passages.section_words(self.briefing, section)}")
        return lines

    def _section(self, argument: str) -> list[str]:
        sections = self.briefing.brief.sections
        number, words = _number(argument), argument.casefold()
        fitting = [section for section in sections if words and words in (section.id, section.title.casefold())]
        fitting = fitting or [section for section in sections if words and words in section.title.casefold()]
        if 1 <= number <= len(sections):
            fitting = [sections[number - 1]]
        if len(fitting) != 1:
            names = ", ".join(f"{place} {clean(section.title)}" for place, section in enumerate(sections, 1))
            return [_("Type section and one of these: {names}.").format(names=names)]
        return self._jump(self._starts[fitting[0].id])

    def _tab(self, argument: str) -> list[str]:
        found = tabs(self.briefing, self._way)
        number = _number(argument)
        if not 1 <= number <= len(found):
            names = ", ".join(f"{place} {part.title}" for place, part in enumerate(found, 1))
            return [
                _("The parts are {names}. For a source type source and its number, for a finding go and its number.").format(names=names)
            ]
        return self._jump(found[number - 1].stop)

    def _go(self, argument: str) -> list[str]:
        if not argument:
            return [_("Type go and the number of a finding or its name, as in go 12.")]
        number, entries = _number(argument), self.briefing.index.entries
        try:
            return self._jump(self._number(entries[number - 1].address if 1 <= number <= len(entries) else argument))
        except KeyError:
            count = len(entries)
            return [_("There is no finding {name}; there are {count}.").format(name=clean(argument)[:80], count=count)]

    def _number(self, name: str) -> int:
        """Return the number of the stop of a finding or section; KeyError where there is none."""
        if name in self._starts:
            return self._starts[name]
        return self._way.index(Stop("finding", self.briefing.index.entry(name).address))

    def _at_finding(self) -> str:
        """Return the address of the finding one is at; nothing elsewhere."""
        return self._stop.key if self._stop.kind == "finding" else ""

    def _when(self) -> list[str]:
        address = self._at_finding()
        found = events_of(self.briefing, address) if address else []
        if not found:
            return [_("No event tells of this finding.") if address else _("This is no finding.")]
        return [sentence(f"{event.date.words()}: {clean(event.label)}") for event in found]

    def _finding_address(self) -> list[str]:
        address = self._at_finding()
        return [of_finding(self.briefing, address) if address else _("This is no finding.")]

    def _mark(self) -> list[str]:
        address = self._at_finding()
        return [sentence(self._marked.turn(self.briefing, address)) if address else _("This is no finding.")]

    def _marks(self, argument: str) -> list[str]:
        marked = self._marked.of(self.briefing)
        entries = [entry for entry in self.briefing.index.entries if entry.address in marked]
        number = _number(argument)
        if 1 <= number <= len(entries):
            return self._jump(self._number(entries[number - 1].address))
        lines = [count_words("{count} marked finding.", "{count} marked findings.", len(entries))]
        return [*lines, *(sentence(f"{place}: {clean(headline(entry))}") for place, entry in enumerate(entries, 1))]

    # Sources

    @property
    def _citations(self) -> list[Citation]:
        """The citations of the finding one is at, each work once."""
        if self._stop.kind != "finding":
            return []
        found = self.briefing.index.citations_of(self.briefing.index.entry(self._stop.key))
        return list({citation.label: citation for citation in reversed(found)}.values())[::-1]

    def _cite(self, by: int) -> list[str]:
        found = self._citations
        if not found:
            at_finding = self._stop.kind == "finding"
            return [_("This finding cites nothing: the report gives no source.") if at_finding else _("There are no citations here.")]
        number = self._here.citation + by
        if not 0 <= number < len(found):
            return [_("No further citation in this finding.") if by > 0 else _("No citation before this one in this finding.")]
        citation = found[number]
        self._here = self._here._replace(citation=number, source=citation.key)
        said = _("Citation {number} of {count}: {source}, {words}").format(
            number=number + 1, count=len(found), source=source_words(citation.label), words=clean(self.briefing.index.short(citation.key))
        )
        return [sentence(said)]

    def _source(self, argument: str) -> list[str]:
        word = argument.casefold().removeprefix("number ").removeprefix("note ")
        if word.startswith("outside "):
            word = "*" + word.split()[-1]
        if not word:
            key = self._named()
            return self._show([key]) if key else self._cite(1)
        try:
            keys = keys_of(self.briefing, word)
        except KeyError:
            said = _("There is no source {name}; type sources for all of them.")
            return [said.format(name=clean(argument)[:80])]
        return self._show(keys)

    def _show(self, keys: list[str]) -> list[str]:
        self._leave()
        self._here = self._here._replace(source=keys[0])
        return [line for key in keys for line in works.work(self.briefing, key)]

    def _named(self) -> str:
        """Return the source that was named last, else the only one that the finding cites."""
        found = self._citations
        if not self._here.source and len(found) == 1:
            self._here = self._here._replace(citation=0, source=found[0].key)
        return self._here.source

    def _address(self) -> list[str]:
        key = self._named()
        if not key:
            return [_("No source has been named yet; type citation or source and a number first.")]
        return works.addresses(self.briefing, key)

    def _place(self, argument: str) -> list[str]:
        key = self._named()
        if not key:
            return [_("No source has been named yet; type citation or source and a number first.")]
        found = works.cited_in(self.briefing, key)
        number = _number(argument or "1")
        if not 1 <= number <= len(found):
            return [count_words("It is cited in {count} finding.", "It is cited in {count} findings.", len(found))]
        return self._jump(self._number(found[number - 1]), key)

    # Words

    def _find(self, argument: str) -> list[str]:
        if not argument:
            return [_("Type find and the words to look for.")]
        self._hits, self._hit = found_in(self.briefing, argument), -1
        if not self._hits:
            return [_("Nothing has the words {words}.").format(words=clean(argument)[:80])]
        return self._go_to_hit(1)

    def _go_to_hit(self, by: int) -> list[str]:
        if not self._hits:
            return [_("Type find and the words to look for first.")]
        number = self._hit + by
        if not 0 <= number < len(self._hits):
            return [_("That was the last one found.") if by > 0 else _("That was the first one found.")]
        self._hit = number
        kind, key = self._hits[number]
        said = _("Found {number} of {count}.").format(number=number + 1, count=len(self._hits))
        if kind == "source":
            self._here = self._here._replace(source=key)
            return [f"{said} {works.work(self.briefing, key)[0]}"]
        first, *rest = self._jump(self._number(key))
        return [f"{said} {first}", *rest]

    def _quit(self) -> list[str]:
        self.done = True
        return [_("Left.")]


def _number(argument: str) -> int:
    """Return a whole number that was typed, 0 where it is none."""
    return int(argument) if argument.isascii() and argument.isdigit() and len(argument) < 6 else 0
