"""The scores of a report, and the lines that hold them."""

from __future__ import annotations

from msgspec import Struct, field

from .head import Text
from .lines import Line
from .rows import Value


class Scores(Struct):
    """Scores of this edition and of the one before, as printed; what is not printed is absent."""

    years: list[int] = field(default_factory=list)
    """Years of the columns, where they are printed."""
    this: dict[str, Value] = field(default_factory=dict)
    previous: dict[str, Value] = field(default_factory=dict)
    questions: dict[str, Value] = field(default_factory=dict)
    direction: str = ""
    """Which end of the scale is best, where the report says it: `0-best` or `100-best`."""
    before: int = 0
    """Year of the earlier column, where that of the later is lost; else 0."""
    last_column: bool = False
    """Whether the last of two columns was taken for this edition, since no years stand above them."""
    unread: list[str] = field(default_factory=list)
    """Parts whose figures stand there and could not be told apart."""
    lines: dict[int, Line] = field(default_factory=dict)
    """The lines that hold them, by index."""

    def keep(self, text: Text, start: int, end: int) -> None:
        """Keep the lines of a part of a text as such that hold scores."""
        for line in text.between(start, end):
            self.lines[line.index] = line
