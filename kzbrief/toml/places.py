"""Problems with their places: the text is scanned for positions only when there is a first problem."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from ..i18n import _
from .problems import Path, Place, Problem, Severity

if TYPE_CHECKING:
    from .positions import Positions

_NAMES = 200
"""Most names among which a similar one is looked for, since the search takes long."""
_SUGGESTIONS = 50
"""Most suggestions for one text, for the same reason."""


class Places:
    """Makes problems of a TOML text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._positions: Positions | None = None
        self._suggestions = _SUGGESTIONS

    @property
    def text(self) -> str:
        """The text whose places these are."""
        return self._text

    def near(self, word: str, names: Collection[str]) -> str | None:
        """Return the name that was probably meant, if one is near."""
        if not self._suggestions or len(names) > _NAMES:
            return None
        self._suggestions -= 1
        from .near import nearest

        found = nearest(word, names)
        return found[0] if found else None

    def did_you_mean(self, word: str, names: Collection[str]) -> str | None:
        """Return a hint with the name that was probably meant, if one is near."""
        near = self.near(word, names)
        return None if near is None else _("did you mean “{name}”?").format(name=near)

    @property
    def positions(self) -> Positions:
        """The positions of the text."""
        if self._positions is None:
            from .positions import Positions

            self._positions = Positions(self._text)
        return self._positions

    def of(self, path: Path, *, key: bool = False) -> Place:
        """Return the place of a value or of its key; of the nearest one above it where it does not stand in the text."""
        while path:
            place = (key and self.positions.key(path)) or self.positions.value(path)
            if place:
                return place
            path = path[:-1]
        return Place(0)

    def inside(self, path: Path, index: int, length: int) -> Place:
        """Return the place of characters of a text value."""
        return self.positions.inside(path, index, length) or self.of(path)

    def problem(
        self,
        code: str,
        message: str,
        path: Path,
        *,
        hint: str | None = None,
        key: bool = False,
        inside: tuple[int, int] | None = None,
        severity: Severity = "error",
        mend: tuple[int, str] | None = None,
    ) -> Problem:
        """Return a problem with its place: that of the key, of characters of the value (index and length), or of the value."""
        place = self.inside(path, *inside) if inside else self.of(path, key=key)
        return Problem(code, message, path, place, hint, severity, mend)


def in_file_order(problems: list[Problem]) -> list[Problem]:
    """Return the problems in the order of their places, those of the whole file first."""
    return sorted(problems, key=lambda problem: problem.place)
