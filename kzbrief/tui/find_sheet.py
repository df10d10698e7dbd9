"""The sheet of a search: a line to type into, and what was found, each with a line of its text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from ..brief.search.query import QueryError, parse
from ..i18n import N_, _, ngettext
from ..output.found import context_lines, head_lines
from ..output.lines import Line, Span, beside, indent, shortened, width_of
from ..output.wrapping import wrap
from .page import Page
from .pages.build import PageBuilder
from .pages.measure import edge, room
from .search import no_answer
from .sheets import Sheet

if TYPE_CHECKING:
    from ..brief.search.query import Matcher
    from .search import Answer, Match

_ROOMY = 60
"""Cells of a sheet that has room for where things stand."""


class FindSheet(Sheet):
    """What was found in the brief that is read, or in all briefs."""

    where = "find"
    tall = True
    prompt = N_("Words, “a phrase”, tele*, section:access, year:2010, type:blocking")
    detailed = False
    """Whether it must be told in little room, too, where each place is."""

    def __init__(self, ask: Callable[[str], Answer], waiting: Callable[[], str], words: str = "") -> None:
        self.words = words
        """What is looked for."""
        self.answer = no_answer()
        """What was found for it."""
        self._ask = ask
        self._waiting = waiting
        self._asked: str | None = None

    def refresh(self) -> None:
        """Ask again, since more has been read."""
        self._asked = None

    def title(self) -> tuple[str, str]:
        """Return what it is, and how many places were found, or that some are still to be read."""
        self.answered()
        return self.name(), self._waiting() or (self.said() if self.words.strip() and not self.answer.fault else "")

    def said(self) -> str:
        """Return how many places were found."""
        count = len(self.answer.found)
        return ngettext("{count} place", "{count} places", count).format(count=count)

    def name(self) -> str:
        """Return what it is called."""
        return _("Find in this brief")

    def layout(self, width: int, height: int) -> Page:
        """Return a page of what was found, laid out as far as the view goes."""
        answer = self.answered()
        page = PageBuilder(width, edge(width))
        if not answer.found:
            page.add(wrap([Span(self._nothing(answer))], room(width)))
        finished = page.finish(rest=self._rows(page, answer, width))
        finished.grow(height)
        return finished

    def answered(self) -> Answer:
        """Return what was found for the words that stand there now."""
        if self._asked != self.words:
            self._asked, self.answer = self.words, self._ask(self.words)
        return self.answer

    def _nothing(self, answer: Answer) -> str:
        if answer.fault:
            return answer.fault
        if not self.words.strip():
            return self.hint()
        if waiting := self._waiting():
            return waiting
        try:
            # What is typed last may become a field, or a word; where nothing has it as it stands, it is judged as it stands.
            parse(self.words)
        except QueryError as error:
            return str(error)
        return _("Nothing has these words")

    def hint(self) -> str:
        """Return what is said as long as nothing is asked for."""
        return _("Findings, sources, events, names and remarks on all tabs. Forms of English and Russian words are found, too.")

    def _rows(self, page: PageBuilder, answer: Answer, width: int) -> Iterator[None]:
        for number in range(len(answer.found)):
            ref = f"match:{number}"
            page.block(ref, indent(self._row(answer.match(number), answer.matcher, ref, width), page.left), page.left - 2, (), [], {})
            yield

    def _row(self, match: Match, matcher: Matcher, ref: str, width: int) -> list[Line]:
        space = room(width)
        detail = match.detail if width >= _ROOMY else ""
        free = space - (width_of(detail) + 2 if detail else 0)
        rows = head_lines(match.passage, matcher, free, ref)
        context = context_lines(match.passage, matcher, (space if rows else free) - 2, ref)
        if self.detailed and not detail:
            # In little room a line of the text is left out where the words that were found stand above it anyway.
            seen = any("found" in span.tone.split() for row in rows for span in row)
            context = [*([] if seen else context), [Span(shortened(match.detail, space - 2), "dim", ref)]]
        if rows:
            rows += [[Span("  ", "", ref), *line] for line in context]
        else:
            rows = context or [[Span("", "", ref)]]
        if detail:
            rows[0] = beside(rows[0], [Span(detail, "dim", ref)], space)
        return rows
