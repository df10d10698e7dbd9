"""What can be opened, what is open, and where one was: the tabs, the place on each, and the way back."""

from __future__ import annotations

from contextlib import suppress
from typing import NamedTuple

from msgspec import structs

from ..brief.briefing import Briefing
from ..brief.shown import shown, usual_language
from ..i18n import _, follow
from ..output.glyphs import Glyphs
from ..output.lines import clean
from ..state import Left
from ..toml.problems import DocumentError
from .keeping import counterpart, stop_after
from .page import Page, Place

_LONGEST_WAY = 100
_MOST_LINES = 15_000
"""Lines of pages that are kept; more would take tens of megabytes, and a page is quickly laid out again."""
_TOPIC = 2
"""Rows above a finding that is gone to at the start: its topic is to be seen."""

FILTERED = ("timeline", "sources")
"""Kinds of tabs that can show what has certain words alone."""
TIMELINE = "/timeline"
"""Id of the tab of the timeline; no section can be called that."""


class Tab(NamedTuple):
    """A tab."""

    id: str
    """`dashboard`, `sources`, TIMELINE, or the id of a section."""
    kind: str
    """What lies on top when it is open, as commands name it: `dashboard`, `section`, `timeline` or `sources`."""
    title: str
    """One word."""


def tabs(briefing: Briefing) -> list[Tab]:
    """Return the tabs of a brief: the dashboard, its scored sections, the timeline where it has events, the sources."""
    found = [Tab("dashboard", "dashboard", _("Dashboard"))]
    for section in briefing.brief.sections:
        category = briefing.method.category(section.category) if section.category else None
        if category:
            found.append(Tab(section.id, "section", clean(category.short)))
    if briefing.brief.events:
        found.append(Tab(TIMELINE, "timeline", _("Timeline")))
    return [*found, Tab("sources", "sources", _("Sources"))]


class Navigator:
    """Knows the tabs of a brief, the place on each, and the places that were left by a jump."""

    def __init__(self, briefing: Briefing, glyphs: Glyphs, *, beside: bool = False) -> None:
        if not beside:  # else the labels stay in the language of the brief beside which it is shown
            follow(briefing.brief.brief.language)
        self.read = briefing
        """The brief as it was read."""
        self.glyphs = glyphs
        self.headlines = usual_language(briefing.brief)
        """Tag of the language that headlines are shown in, where they have been translated to it."""
        self.briefing = self._shown()
        """The brief as it is shown: spelt with ASCII characters where the glyphs are of them."""
        self.tabs = tabs(self.briefing)
        """The tabs, in order."""
        self.open = 0
        """Index of the open tab."""
        self.order = "note"
        """Order of the sources."""
        self._words: dict[str, str] = {}
        self.originals: dict[str, str] | None = None
        """The report's own words for findings to be written, by their ids, while they are shown."""
        self.marked: frozenset[str] = frozenset()
        """Addresses of the findings that are marked."""
        self.greeting: tuple[str, ...] = ()
        """What the footer says until the first key, in full and shorter; empty for nothing."""
        self._pages: dict[str, tuple[tuple[object, ...], Page]] = {}
        self._places: dict[str, Place] = {}
        self._back: list[tuple[int, Place]] = []
        self._forward: list[tuple[int, Place]] = []

    def translate(self, headlines: str) -> None:
        """Show headlines in the language of a tag from now on; tabs, places and the way back stay."""
        self.headlines = headlines
        self.briefing = self._shown()
        self._pages.clear()

    def _shown(self) -> Briefing:
        briefing = shown(self.read, self.headlines)
        if self.glyphs.utf8:
            return briefing
        from ..output.ascii import in_ascii

        return Briefing(briefing.path, in_ascii(briefing.brief), in_ascii(briefing.method))

    @property
    def tab(self) -> Tab:
        """The open tab."""
        return self.tabs[self.open]

    @property
    def words(self) -> str:
        """Words that must be in what the open tab shows; empty for all of it."""
        return self._words.get(self.tab.id, "")

    @words.setter
    def words(self, words: str) -> None:
        self._words[self.tab.id] = words

    @property
    def filtered(self) -> bool:
        """Whether the open tab is one that can show less than all."""
        return self.tab.kind in FILTERED

    def layout(self, width: int, height: int) -> Page:
        """Return the page of the open tab for a width and a height in cells, laid out as far as the view goes.

        The last page of each tab is kept.
        """
        return self._page(self.tab, width, height)

    def prepare(self, width: int, height: int) -> bool:
        """Lay out the beginning of another tab before anybody opens it; False where each has been laid out once."""
        tab = next((tab for tab in self.tabs if tab.id not in self._pages), None)
        if tab:
            self._page(tab, width, height)
        return tab is not None

    def _page(self, tab: Tab, width: int, height: int) -> Page:
        words = self._words.get(tab.id, "")
        made_for = (width, height, *((self.order, words) if tab.kind in FILTERED else (self.originals is not None, self.marked)))
        known = self._pages.get(tab.id)
        if not known or known[0] != made_for:
            known = self._pages[tab.id] = (made_for, self._lay_out(tab, width, height))
        return known[1]

    def _lay_out(self, tab: Tab, width: int, height: int) -> Page:
        if tab.kind == "timeline":
            from .pages.timeline import timeline

            return timeline(self.briefing, width, height, self.glyphs, height, self._words.get(tab.id, ""))
        if tab.kind == "section":
            from .pages.section import section

            return section(self.briefing, tab.id, width, height, self.glyphs, height, self.originals, self.marked)
        if tab.kind == "sources":
            from .pages.sources import sources

            return sources(self.briefing, width, height, self.glyphs, self.order, self._words.get(tab.id, ""), height)
        from .pages.dashboard import dashboard

        return dashboard(self.briefing, width, height, self.glyphs, height, self.originals, self.marked)

    def show_originals(self, shown: bool) -> int:
        """Show the report's own words at findings to be written, or hide them; return how many findings have some.

        Raises DocumentError where the file of the brief cannot be read any more.
        """
        self.originals = None
        if not shown:
            return 0
        from ..brief.originals import originals

        found = originals(self.briefing)
        if not self.glyphs.utf8:
            from ..output.ascii import to_ascii

            found = {ident: to_ascii(said) for ident, said in found.items()}
        self.originals = found
        return len(found)

    def start(self, at: str | None) -> Place | None:
        """Open the tab of a section or a finding, by the names that people write; return the place on it, None for its beginning.

        What a search finds, as in `source:vasilyev-kaznet`, is opened where it stands. Raises KeyError where there is no such place.
        """
        if not at:
            return None
        if ":" in at:
            return self._start_at(at)
        if any(section.id == at for section in self.briefing.brief.sections):
            self.open = self.tab_of(at)
            return None
        entry = self.briefing.index.entry(at)
        self.open = self.tab_of(entry.section.id)
        return Place(f"finding:{entry.address}", row=_TOPIC)

    def _start_at(self, ref: str) -> Place:
        from ..brief.search.passages import passages
        from .whereabouts import Whereabouts

        passage = next((passage for passage in passages(self.briefing) if passage.ref == ref), None)
        spot = Whereabouts(self.briefing, self.tabs).of(passage) if passage else None
        if spot is None:
            raise KeyError(ref)
        self.open = spot.tab
        return Place(spot.stop, row=_TOPIC)

    def meaning(self, ref: str) -> str:
        """Return what a reference on a page means in any reading of the brief: the source of a citation, else the reference itself."""
        kind, __, number = ref.partition(":")
        return f"cite:{self.briefing.index.citations[int(number)].key}" if kind == "cite" else ref

    def renewed(self, briefing: Briefing) -> Navigator:
        """Return a navigator for the same brief read anew, with the same tab open and the places on all tabs, as far as they are left."""
        new = Navigator(briefing, self.glyphs)
        new.order, new._words, new.greeting, new.marked = self.order, dict(self._words), self.greeting, self.marked
        if new.headlines != self.headlines:
            new.translate(self.headlines)
        with suppress(DocumentError):  # the file may be gone again
            new.show_originals(self.originals is not None)
        before, after = [tab.id for tab in self.tabs], [tab.id for tab in new.tabs]
        tabs = [after.index(counterpart(tab, before, after) or after[0]) for tab in before]
        new.open = tabs[self.open]
        new._places = {after[tabs[before.index(tab)]]: self.moved(place, new) for tab, place in self._places.items()}
        new._back = [(tabs[tab], self.moved(place, new)) for tab, place in self._back]
        new._forward = [(tabs[tab], self.moved(place, new)) for tab, place in self._forward]
        return new

    def moved(self, place: Place, new: Navigator) -> Place:
        """Return what a place has become in the same brief read anew."""
        # A citation is known by its number on the page, which is another by now.
        return structs.replace(place, stop=stop_after(place.stop, self.briefing, new.briefing), spot=None)

    def restore(self, left: Left) -> Place | None:
        """Open the tab that was open when the brief was left; return the place on it, None for its beginning.

        What is not in the brief by now is passed over.
        """
        known = {tab.id: number for number, tab in enumerate(self.tabs)}
        # The file can be edited by anybody: a share is a share.
        self._places = {tab: place for tab, place in left.places.items() if tab in known and 0 <= place.share <= 1}
        self.open = known.get(left.tab, 0)
        return self._places.get(self.tab.id)

    def left(self, here: Place) -> Left:
        """Return where the brief is left, for `restore`; `here` is the place on the open tab."""
        return Left(self.tab.id, {**self._places, self.tab.id: here})

    def switch(self, index: int, here: Place) -> Place | None:
        """Open another tab, keeping the place on this one; return the place where that tab was left, None the first time."""
        self._places[self.tab.id] = here
        if sum(len(page.lines) for _made_for, page in self._pages.values()) > _MOST_LINES:
            self._pages.clear()
        self.open = index
        return self._places.get(self.tab.id)

    def tab_of(self, section: str) -> int:
        """Return the index of the tab on which a section stands; one without a score stands on the dashboard."""
        return next((index for index, tab in enumerate(self.tabs) if tab.id == section), 0)

    def leave(self, here: Place) -> None:
        """Remember a place, since a jump follows."""
        self._back = [*self._back[-_LONGEST_WAY:], (self.open, here)]
        self._forward.clear()

    def backward(self, here: Place) -> tuple[int, Place] | None:
        """Return tab and place that were left last, None where there is none."""
        return _step(self._back, self._forward, (self.open, here))

    def forward(self, here: Place) -> tuple[int, Place] | None:
        """Return tab and place from which one went back last, None where there is none."""
        return _step(self._forward, self._back, (self.open, here))


def _step(way: list[tuple[int, Place]], other: list[tuple[int, Place]], here: tuple[int, Place]) -> tuple[int, Place] | None:
    if not way:
        return None
    other.append(here)
    return way.pop()
