"""A search in the brief that is read: what has the words, in the order in which one meets it on the tabs."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ..brief.search.finder import Finder
from ..brief.search.query import Matcher, Query, QueryError, parse
from ..output.lines import clean
from .lit import Lit
from .whereabouts import Spotted, Whereabouts

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ..brief.briefing import Briefing
    from ..brief.search.passages import Passage
    from .navigator import Tab


class Match(NamedTuple):
    """Something that was found."""

    passage: Passage
    """What it is."""
    detail: str
    """Where it is, in a word or two."""
    tab: int = 0
    """Index of the tab that it stands on."""
    stop: str = ""
    """Id of the stop."""


class Answer(NamedTuple):
    """What was found for a question."""

    found: Sequence[int]
    """What was found, in order: numbers for `make`."""
    matcher: Matcher
    """Finds the words in texts."""
    make: Callable[[int], Match]
    """Returns what was found by its number; a thousand of them are listed, but a screenful is shown."""
    fault: str = ""
    """Why the question cannot be answered."""

    def match(self, place: int) -> Match:
        """Return the one at a place of the list."""
        return self.make(self.found[place])


def no_answer(fault: str = "") -> Answer:
    """Return the answer where nothing is found."""
    return Answer((), Matcher(Query()), _no_match, fault)


def _no_match(number: int) -> Match:
    raise IndexError(number)


class Search:
    """Searches one brief. Its index is made step by step, so that keys are answered meanwhile."""

    def __init__(self, briefing: Briefing, tabs: Sequence[Tab]) -> None:
        self.briefing = briefing
        """The brief."""
        self._tabs = tabs
        self._finder = Finder(briefing)
        self._where = Whereabouts(briefing, tabs)
        self._spots: list[Spotted | None] = []
        self._order: list[int] = []
        self._places: list[int] = []

    @property
    def waiting(self) -> bool:
        """Whether some of the brief has still to be read."""
        return not self._finder.complete

    def step(self) -> bool:
        """Read some more of the brief; False where all has been read."""
        more = self._where.step() or self._finder.step()
        self._spots += map(self._where.of, self._finder.passages[len(self._spots) :])
        if not more:
            self._arrange()
            self.ask("a")  # the first question costs more than the others
        return more

    def ask(self, words: str, *, typing: bool = True) -> Answer:
        """Return what has the words. While somebody is `typing`, the last of them is the beginning of one."""
        try:
            query = parse(words, typing=typing)
        except QueryError as error:
            return no_answer(str(error))
        if len(self._order) != len(self._spots):
            self._arrange()
        order, places = self._order, self._places
        found: list[int] = []
        known = {-1}
        for number in sorted(self._finder.find(query), key=order.__getitem__):
            # A place is found once, whatever has the words there; what comes first in its order says what it is.
            if places[number] not in known:
                known.add(places[number])
                found.append(number)
        return Answer(found, Matcher(query), self._match)

    def _arrange(self) -> None:
        """Give each passage its place in the order of the tabs, and what stands in the same place the same number; -1 for nowhere."""
        spots = self._spots
        shown = sorted((spot, number) for number, spot in enumerate(spots) if spot)
        self._order, self._places = [0] * len(spots), [-1] * len(spots)
        numbers: dict[tuple[int, str], int] = {}
        for place, (spot, number) in enumerate(shown):
            self._order[number] = place
            self._places[number] = numbers.setdefault((spot.tab, spot.stop), len(numbers))

    def lit(self, answer: Answer, tab: int) -> Lit:
        """Return what marks the words on a tab, in those stops alone that have all of them."""
        stops: dict[str, tuple[str, ...]] = {}
        language = self.briefing.brief.brief.language
        for match in map(answer.make, answer.found):
            languages = tuple(dict.fromkeys((*match.passage.languages, language)))
            if match.tab == tab:
                stops[match.stop] = languages
            if tab == 0 and match.stop.startswith("finding:"):
                stops["key:" + match.stop.removeprefix("finding:")] = languages
        return Lit(answer.matcher, stops)

    def _match(self, number: int) -> Match:
        spot, passage = self._spots[number], self._finder.passages[number]
        assert spot
        return Match(passage, clean(self._tabs[spot.tab].title), spot.tab, spot.stop)
