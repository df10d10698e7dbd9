"""Where a reader stands on a page: the current stop, the current spot, and the lines in view. Nothing here draws.

All moves go through this class, so that keys, mouse and palette agree: what becomes current is always brought into view, by the
smallest change of the view that does it.
"""

from __future__ import annotations

from .page import Page, Place, Stop


class Cursor:
    """A place on a page, and the moves from it."""

    def __init__(self) -> None:
        self.page = Page(0, [])
        """The page."""
        self.height = 1
        """Rows of the view."""
        self.covered = 0
        """Rows at the foot of the view that a sheet lies over."""
        self.top = 0
        """First line in view."""
        self.stop = 0
        """Index of the current stop."""
        self.spot: int | None = None
        """Index of the current spot, or None where none is."""
        self._known_targets: list[tuple[int, int | None]] = []
        self._made_for = -1

    @property
    def current(self) -> Stop | None:
        """The current stop, or None on a page without stops."""
        return self.page.stops[self.stop] if self.page.stops else None

    @property
    def ref(self) -> str:
        """What Enter opens: the current spot's reference, else where the current stop leads, else nothing."""
        if self.spot is not None:
            return self.page.spots[self.spot].ref
        return self.current.goto if self.current else ""

    @property
    def foot(self) -> int:
        """Rows at the foot of the view that the current stop's sources take, with the row that sets them apart."""
        feet = self.page.feet[self.stop] if self.stop < len(self.page.feet) else []
        return len(feet)

    @property
    def room(self) -> int:
        """Rows in which the page can be seen."""
        return max(1, self.height - max(self.covered, self.foot))

    @property
    def limit(self) -> int:
        """The last line that can be first in view, as far as the page has been laid out."""
        return max(0, len(self.page.lines) - self.room)

    def show(self, page: Page, height: int, place: Place | None = None) -> None:
        """Take another page, or the same one laid out anew, and go to a place on it; to its beginning without one."""
        self.page = page
        self.height = max(1, height)
        self._made_for = -1
        self.go(place or Place())
        self.page.grow(self.top + self.height)

    def _ahead(self, lines: int = 0) -> None:
        """Let the page be laid out as far as a move by so many lines can lead, and by a page."""
        self.page.grow(self.top + lines + 2 * self.height + 1)

    def go(self, place: Place) -> bool:
        """Go to a place, or to the page's beginning where its stop is not on the page: False then."""
        index = self._index_of(place.stop)
        if index is None:
            self.page.grow(self.height)
            self.stop, self.spot, self.top = (self.page.first if self.page.first < len(self.page.stops) else 0), None, 0
            # A page opens with its beginning; what is current there has to be in view.
            if self.current and self.current.top >= self.room:
                self.stop = self._in_view()
            return False
        self.stop = index
        spot = place.spot if place.spot is not None and 0 <= place.spot < len(self.page.spots) else None
        # A place that was kept may be older than the brief.
        self.spot = spot if spot is not None and self.page.spots[spot].stop == index else None
        stop = self.page.stops[index]
        self.page.grow(stop.bottom + self.height)
        above = round(place.share * (stop.bottom - stop.top))
        self.top = 0 if place.beginning else stop.top + above if above else stop.top - place.row
        self._clamp()
        if self.spot is not None:
            self._reveal(self.page.spots[self.spot].line, self.page.spots[self.spot].line + 1)
        elif not above:
            self._reveal(stop.top, stop.top + 1)
        return True

    def place(self) -> Place:
        """Return where the cursor is, to come back to."""
        stop = self.current
        if not stop:
            return Place(row=-self.top)
        share = (self.top - stop.top) / max(1, stop.bottom - stop.top)
        return Place(stop.id, self.spot, stop.top - self.top, max(0.0, min(1.0, share)), self.top == 0)

    def find(self, stop: str) -> bool:
        """Make the stop of that id current; False where the page has none."""
        index = self._index_of(stop)
        if index is None:
            return False
        self._take(index)
        return True

    def find_spot(self, ref: str) -> bool:
        """Make the spot with that reference current; False where the page has none."""
        seen = 0
        while True:
            for index in range(seen, len(self.page.spots)):
                if self.page.spots[index].ref == ref:
                    self._take(self.page.spots[index].stop, index)
                    return True
            seen = len(self.page.spots)
            if not self.page.grow(len(self.page.lines) + 1):
                return False

    def stop_at(self, number: int, cell: int) -> int | None:
        """Return the index of the stop that covers a cell of a line of the page, or None."""
        rows = ((index, stop) for index, stop in enumerate(self.page.stops) if stop.top <= number < stop.bottom)
        return next((index for index, stop in rows if stop.start <= cell and (not stop.end or cell < stop.end)), None)

    def point(self, stop: int, spot: int | None) -> bool:
        """Make a stop, and a spot of it, current that is in view already; the view stays."""
        self.stop, self.spot = stop, spot
        return True

    def down(self) -> bool:
        """Go to the next stop, through one that goes on below the view by lines; False at the end."""
        self._ahead()
        stop = self.current
        if stop and stop.top < self.top + self.room < stop.bottom and stop.bottom - stop.top > self.room:
            return self.scroll(1)
        if stop and self.stop + 1 < len(self.page.stops):
            self._take(self.stop + 1)
            return True
        return self.scroll(1)

    def up(self) -> bool:
        """Go to the previous stop, through one that starts above the view by lines; False at the beginning."""
        stop = self.current
        if stop and stop.top < self.top < stop.bottom:
            return self.scroll(-1)
        if stop and self.stop > 0:
            self._take(self.stop - 1, from_below=True)
            return True
        return self.scroll(-1)

    def page_down(self) -> bool:
        """Go on by the rows in view but one; the first headline in view is current then, the last one at the end."""
        return self._turn(max(1, self.room - 1))

    def page_up(self) -> bool:
        """Go back by the rows in view but one; the first headline in view is current then."""
        return self._turn(-max(1, self.room - 1))

    def first(self) -> bool:
        """Go to the beginning of the page."""
        self.stop, self.spot, self.top = 0, None, 0
        return True

    def last(self) -> bool:
        """Go to the end of the page."""
        self.page.grow()
        if self.page.stops:
            self.stop = len(self.page.stops) - 1
        self.spot = None
        self.top = self.limit
        return True

    def scroll(self, by: int) -> bool:
        """Move the view by lines; a stop that leaves it hands over to the first one in view. False where it cannot move."""
        self._ahead(max(0, by))
        before = self.top
        self.top = max(0, min(self.limit, self.top + by))
        stop = self.current
        if stop and not (stop.top < self.top + self.room and stop.bottom > self.top):
            self.stop, self.spot = self._in_view(), None
        elif self.spot is not None and not self.top <= self.page.spots[self.spot].line < self.top + self.room:
            self.spot = None
        return self.top != before

    def next(self, *kinds: str) -> bool:
        """Go to the next spot, or the next stop without spots that leads somewhere; False from the last one on.

        Where kinds of references are named, as in `cite`, all others are passed over.
        """
        here = self._here()
        while True:
            for target in self._targets():
                later = target[0] > here[0] or (target[0] == here[0] and _order(target[1]) > _order(here[1]))
                if later and self._is_of(target, kinds):
                    self._take(*target)
                    return True
            if not self.page.grow(2 * len(self.page.lines) + 1):
                return False

    def previous(self, *kinds: str) -> bool:
        """Go to the previous spot or stop that leads somewhere; False from the first one on. Kinds as for `next`."""
        here = self._here()
        for target in reversed(self._targets()):
            earlier = target[0] < here[0] or (target[0] == here[0] and _order(target[1]) < _order(here[1]))
            if earlier and self._is_of(target, kinds):
                self._take(*target, from_below=True)
                return True
        return False

    def cover(self, rows: int) -> bool:
        """Let a sheet take rows at the foot of the view; the view moves only where that would hide the current line."""
        self.covered = rows
        spot = self.page.spots[self.spot] if self.spot is not None else None
        if rows < self.height and (spot or self.current):
            line = spot.line if spot else self.page.stops[self.stop].top
            self._reveal(line, line + 1)
        return True

    def uncover(self, top: int, spot: int | None, stop: int) -> bool:
        """Take a sheet away that was laid over the view at that line, spot and stop; go back there, but keep what is current now."""
        self.covered = 0
        self.top = top
        # In a window of another size that line is not where it was.
        if (self.spot, self.stop) != (spot, stop) or not self._is_in_view():
            self._reveal_stop()
        self._clamp()
        return True

    def reveal(self, line: int) -> bool:
        """Bring a line of the page into view, with one below it where there is one."""
        self.page.grow(line + self.height)
        self._reveal(line, min(line + 2, len(self.page.lines)))
        return True

    def release(self) -> bool:
        """Let no spot be current; False where none is."""
        found = self.spot is not None
        self.spot = None
        return found

    def first_citation(self) -> bool:
        """Make the first citation of the current stop current; False where it has none."""
        for index, spot in enumerate(self.page.spots):
            if spot.stop == self.stop and spot.ref.startswith("cite:"):
                self._take(self.stop, index)
                return True
        return False

    def _targets(self) -> list[tuple[int, int | None]]:
        """All that Tab goes to, as indexes of stop and spot: spots, and stops without any that lead somewhere."""
        page = self.page
        if self._made_for != len(page.stops):
            spots: dict[int, list[int]] = {}
            for index, spot in enumerate(page.spots):
                spots.setdefault(spot.stop, []).append(index)
            self._known_targets = []
            for index, stop in enumerate(page.stops):
                if index in spots:
                    self._known_targets.extend((index, spot) for spot in spots[index])
                elif stop.goto:
                    self._known_targets.append((index, None))
            self._made_for = len(page.stops)
        return self._known_targets

    def _index_of(self, ident: str) -> int | None:
        """Index of the stop of that id; the page is laid out as far as it stands. None where the page has none."""
        seen = 0
        while ident:
            for index in range(seen, len(self.page.stops)):
                if self.page.stops[index].id == ident:
                    return index
            seen = len(self.page.stops)
            if not self.page.grow(len(self.page.lines) + 1):
                break
        return None

    def _is_of(self, target: tuple[int, int | None], kinds: tuple[str, ...]) -> bool:
        stop, spot = target
        ref = self.page.stops[stop].goto if spot is None else self.page.spots[spot].ref
        return not kinds or ref.partition(":")[0] in kinds

    def _here(self) -> tuple[int, int | None]:
        """The target that is current; one that is not a target, but has spots, stands before them."""
        if self.spot is not None or (self.current and self.current.goto):
            return self.stop, self.spot
        return self.stop, -1

    def _take(self, stop: int, spot: int | None = None, *, from_below: bool = False) -> None:
        self.stop, self.spot = stop, spot
        self.page.grow(self.page.stops[stop].bottom + self.height)
        self._reveal_stop(from_below=from_below)

    def _reveal_stop(self, *, from_below: bool = False) -> None:
        """Bring the current stop into view, with what stands above it as its heading; of a tall one the part that was reached."""
        stop = self.current
        if not stop:
            return
        if self.spot is not None:
            line = self.page.spots[self.spot].line
            if stop.bottom - stop.top <= self.room:
                self._reveal(stop.top, stop.bottom)
            else:
                self._reveal(line, line + 1)
            return
        # Where stops stand side by side, the one before may reach further down.
        heading = min(stop.top, self.page.stops[self.stop - 1].bottom) if self.stop else 0
        if stop.bottom - heading <= self.room:
            self._reveal(heading, stop.bottom)
        elif stop.bottom - stop.top <= self.room:
            self._reveal(stop.top, stop.bottom)
        elif from_below:
            self.top = stop.bottom - self.room
            self._clamp()
        else:
            self.top = stop.top
            self._clamp()

    def _reveal(self, top: int, bottom: int) -> None:
        if top < self.top:
            self.top = top
        elif bottom > self.top + self.room:
            self.top = bottom - self.room
        self._clamp()

    def _is_in_view(self) -> bool:
        """Whether the line that is current is in view; so it is where nothing is current."""
        stop = self.current
        if not stop:
            return True
        top, bottom = (stop.top, stop.bottom) if self.spot is None else (self.page.spots[self.spot].line,) * 2
        return top < self.top + self.room and max(bottom, top + 1) > self.top

    def _clamp(self) -> None:
        self.top = max(0, min(self.top, self.limit))

    def _turn(self, by: int) -> bool:
        self._ahead(max(0, by))
        before = self.top, self.stop
        self.top = max(0, min(self.limit, self.top + by))
        if not self.page.stops:
            return self.top != before[0]
        self.spot = None
        if self.top == before[0]:
            self.stop = len(self.page.stops) - 1 if by > 0 else 0
        else:
            # Never back the way one came: where the last page is short, what is current may be further on already.
            self.stop = (max if by > 0 else min)(self._in_view(), self.stop)
        self._clamp()
        return (self.top, self.stop) != before

    def _in_view(self) -> int:
        """Index of the first stop that starts in view, else of the one that fills it."""
        for index, stop in enumerate(self.page.stops):
            if self.top <= stop.top < self.top + self.room:
                return index
        return max((index for index, stop in enumerate(self.page.stops) if stop.top <= self.top), default=0)


def _order(spot: int | None) -> int:
    return -1 if spot is None else spot
