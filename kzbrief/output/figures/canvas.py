"""A grid of characters with tones, for drawings in which marks and words must not hide one another."""

from __future__ import annotations

from ..lines import Line, Span, width_of


class Canvas:
    """A grid of cells, all blank at first."""

    def __init__(self, width: int, height: int) -> None:
        self.width = width
        self.height = height
        self._cells: list[list[tuple[str, str]]] = [[(" ", "")] * width for _row in range(height)]
        self._marked: set[tuple[int, int]] = set()

    def copy(self) -> Canvas:
        """Return a grid with the same cells."""
        other = Canvas(self.width, self.height)
        other._cells = [list(row) for row in self._cells]
        other._marked = set(self._marked)
        return other

    def put(self, row: int, start: int, text: str, tone: str) -> None:
        """Write text of characters that are one cell wide; what does not fit is left out."""
        for offset, character in enumerate(text):
            if 0 <= row < self.height and 0 <= start + offset < self.width:
                self._cells[row][start + offset] = (character, tone)
                self._marked.add((row, start + offset))

    def put_beside(self, row: int, start: int, end: int, text: str, tone: str) -> bool:
        """Write text at the right of the cells from `start` to `end`, or at their left, or above or below; False where all are taken."""
        size = width_of(text)
        if size != len(text):
            return False
        middle = max(0, min(start, self.width - size))
        for at_row, at in ((row, end + 1), (row, start - 1 - size), (row - 1, middle), (row + 1, middle)):
            if self._free(at_row, at, size):
                self.put(at_row, at, text, tone)
                return True
        return False

    def lines(self) -> list[Line]:
        """Return the grid as lines without blanks at their ends."""
        found: list[Line] = []
        for cells in self._cells:
            line: Line = []
            for character, tone in cells:
                if line and line[-1].tone == tone:
                    line[-1] = Span(line[-1].text + character, tone)
                else:
                    line.append(Span(character, tone))
            if line and not line[-1].text.strip():
                line.pop()
            found.append(line)
        return found

    def _free(self, row: int, start: int, size: int) -> bool:
        """Whether text fits there with a blank at both sides."""
        if not 0 <= row < self.height or start < 0 or start + size > self.width:
            return False
        return not any((row, cell) in self._marked for cell in range(start - 1, start + size + 1))
