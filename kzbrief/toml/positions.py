"""Where keys and values of a TOML text stand. Imported only when there is something to say about one."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from .problems import Path, Place
from .scanner import Node, scan
from .strings import stretch


class Positions:
    """The places of the keys and values of a TOML text, by their paths in the data."""

    def __init__(self, text: str) -> None:
        self.text = text.removeprefix("\ufeff")
        self._root, self._stopped = scan(self.text)
        self._lines = [0]
        """Offsets at which lines start."""
        position = self.text.find("\n")
        while position >= 0:
            self._lines.append(position + 1)
            position = self.text.find("\n", position + 1)

    @property
    def stopped(self) -> Place | None:
        """Where the text is no TOML any more, or at least could not be read on."""
        return None if self._stopped is None else self.place(self._stopped, self._stopped + 1)

    def key(self, path: Path) -> Place | None:
        """Return the place of the key of a value; None for elements of arrays that are no tables with headers, and where there is none."""
        node = self._node(path)
        return self.place(*node.key) if node and node.key else None

    def value(self, path: Path) -> Place | None:
        """Return the place of a value; of a table its header, or its first key where it has none. None where there is no such value."""
        node = self._node(path)
        return self.place(*node.value) if node and path else None

    def inside(self, path: Path, index: int, length: int) -> Place | None:
        """Return the place of characters of a string: so many of what it says, from an index on."""
        node = self._node(path)
        if node is None:
            return None
        start, end = node.value
        raw = self.text[start:end]
        if raw[:1] not in ('"', "'") or len(raw) < 2:
            return self.place(start, end)
        first, last = stretch(raw, index, length)
        return self.place(start + first, start + last)

    def strings(self) -> Iterator[tuple[int, int, Path]]:
        """Yield start, end and path of every text value."""
        pending: list[tuple[Path, Node]] = [((), self._root)]
        while pending:
            path, node = pending.pop()
            if not node.children and self.text[node.value[0] : node.value[0] + 1] in ('"', "'") and node.key != node.value:
                yield *node.value, path
            pending.extend(((*path, step), child) for step, child in node.children.items())

    def place(self, start: int, end: int) -> Place:
        """Return the place of a stretch of the text, of its first line where it has several."""
        line = bisect_right(self._lines, start)
        first = self._lines[line - 1]
        border = self._lines[line] - 1 if line < len(self._lines) else len(self.text)
        if self.text.startswith("\r", border - 1) and border > start + 1:
            border -= 1
        return Place(line, start - first + 1, max(1, min(end, border) - start))

    def _node(self, path: Path) -> Node | None:
        node: Node | None = self._root
        for step in path:
            node = node.children.get(step) if node else None
        return node
