"""A scanner of TOML 1.1 that records where keys and values stand; what they mean is left to the parser.

It is meant for text that the parser has accepted. Where it meets something else it stops, and what it has seen until then stands.
It keeps a stack of its own, so that depth costs nothing, and no pattern in it can backtrack.
"""

from __future__ import annotations

import re
import sys
from contextlib import suppress
from typing import NamedTuple

from .strings import decode, end_of_string

_BARE = re.compile(r"[A-Za-z0-9_-]+")
_BLANKS = re.compile(r"[ \t]+")
_SPACE = re.compile(r"[ \t\r\n]+")
_WORD = re.compile(r"[^ \t\r\n,\]}#]+")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")
_TIME = re.compile(r" [0-9]{2}:[^ \t\r\n,\]}#]+")


class Node:
    """A key or an element: where it stands, and what stands below it. All places are offsets in characters."""

    __slots__ = ("children", "key", "value")

    def __init__(self, key: tuple[int, int] | None, value: tuple[int, int]) -> None:
        self.key = key
        """Start and end of the key; None for elements of an array."""
        self.value = value
        """Start and end of the value; of the header, or of the key, for a table."""
        self.children: dict[str | int, Node] = {}
        """What stands below, by key or by index from 0."""


class _MalformedError(Exception):
    """The text is not what it was taken for."""


class _Scanner:
    def __init__(self, text: str, most: int = sys.maxsize) -> None:
        self.text = text
        self.position = 0
        self.root = Node(None, (0, 0))
        self.table = self.root
        self.open: list[tuple[Node, bool]] = []
        """Arrays and inline tables that are not closed yet, each with whether it is an array."""
        self.twice: tuple[tuple[int, int], tuple[int, int]] | None = None
        """The last key or header that had been there before: where it was and where it is."""
        self.deepest = (0, 0)
        """Depth of the list or table in braces that is nested most deeply, and where the one begins that it all stands in."""
        self.most = most
        """Most parts of a key that are read."""
        self.too_long: tuple[int, int] | None = None
        """Start and end of so much of a key as has been read of one that has more."""

    def run(self) -> None:
        text = self.text
        while True:
            self.skip_space()
            if self.position >= len(text):
                return
            character = text[self.position]
            if not self.open:
                if character == "[":
                    self.header()
                else:
                    self.value(self.pair(self.table))
                continue
            node, is_array = self.open[-1]
            if character in "]}":
                self.position += 1
                node.value = (node.value[0], self.position)
                self.open.pop()
            elif character == ",":
                self.position += 1
            elif is_array:
                element = Node(None, (self.position, self.position))
                node.children[len(node.children)] = element
                self.value(element)
            else:
                self.value(self.pair(node))

    def header(self) -> None:
        """Read `[a.b]` or `[[a.b]]` and make it the current table."""
        start = self.position
        is_array = self.text.startswith("[[", start)
        self.position += 2 if is_array else 1
        keys = self.keys()
        closing = "]]" if is_array else "]"
        if not self.text.startswith(closing, self.position):
            raise _MalformedError
        self.position += len(closing)
        whole = (start, self.position)
        node = self.root
        for name, place in keys[:-1]:
            node = self.child(node, name, place, whole)
            if node.children and 0 in node.children:  # an array of tables: its last one is meant
                node = node.children[len(node.children) - 1]
        name, place = keys[-1]
        known = node.children.get(name)
        if known is not None and not (is_array and 0 in known.children):
            first = known.children[len(known.children) - 1] if 0 in known.children else known
            self.twice = first.value if self.text[first.value[0]] == "[" else (known.key or first.value), whole
        if is_array:
            array = self.child(node, name, place, whole)
            node = Node(place, whole)
            array.children[len(array.children)] = node
        else:
            node = self.child(node, name, place, whole)
            node.key, node.value = place, whole
        self.table = node

    def pair(self, node: Node) -> Node:
        """Read a key and its equals sign; return the node for its value."""
        keys = self.keys()
        if not self.text.startswith("=", self.position):
            raise _MalformedError
        self.position += 1
        self.skip_blanks()
        for name, place in keys[:-1]:
            node = self.child(node, name, place, place)
        name, place = keys[-1]
        known = node.children.get(name)
        if known is not None and known.key is not None:
            self.twice = known.key, place
        return self.child(node, name, place, place)

    def keys(self) -> list[tuple[str, tuple[int, int]]]:
        """Read a dotted key: the name and the place of each part."""
        keys = []
        while True:
            self.skip_blanks()
            start = self.position
            if self.text.startswith(('"', "'"), start):
                self.position = end_of_string(self.text, start)
                name = decode(self.text[start : self.position])
            else:
                bare = _BARE.match(self.text, start)
                if not bare:
                    raise _MalformedError
                self.position = bare.end()
                name = bare[0]
            keys.append((name, (start, self.position)))
            self.skip_blanks()
            if len(keys) > self.most:
                self.too_long = keys[0][1][0], self.position
                raise _MalformedError
            if not self.text.startswith(".", self.position):
                return keys
            self.position += 1

    def value(self, node: Node) -> None:
        """Read a value; of an array or inline table only the opening bracket."""
        text, start = self.text, self.position
        character = text[start : start + 1]
        if character and character in "[{":
            self.position += 1
            self.open.append((node, character == "["))
            if len(self.open) > self.deepest[0]:
                self.deepest = len(self.open), self.open[0][0].value[0] if len(self.open) > 1 else start
        elif character and character in "\"'":
            self.position = end_of_string(text, start)
        else:
            word = _WORD.match(text, start)
            if not word:
                raise _MalformedError
            self.position = word.end()
            if _DATE.match(word[0]) and (time := _TIME.match(text, self.position)):
                self.position = time.end()
        node.value = (start, self.position)

    @staticmethod
    def child(node: Node, name: str, key: tuple[int, int], value: tuple[int, int]) -> Node:
        found = node.children.get(name)
        if found is None:
            found = node.children[name] = Node(key, value)
        return found

    def skip_blanks(self) -> None:
        if blanks := _BLANKS.match(self.text, self.position):
            self.position = blanks.end()

    def skip_space(self) -> None:
        """Skip blanks, line ends and comments."""
        while True:
            if space := _SPACE.match(self.text, self.position):
                self.position = space.end()
            if not self.text.startswith("#", self.position):
                return
            end = self.text.find("\n", self.position)
            self.position = len(self.text) if end < 0 else end


class Scanned(NamedTuple):
    """What a text has, until its fault if it is no TOML."""

    opened: int | None
    """Offset of the innermost list or table in braces that is not closed."""
    twice: tuple[tuple[int, int], tuple[int, int]] | None
    """Start and end of the last key or header that had been there before, first those of its first place."""
    deepest: int
    """Offset of the value that has the deepest nesting of lists and tables in it."""
    too_long: tuple[int, int] | None
    """Start and end of the first key that has more parts than were to be read, as far as it was read."""


def examine(text: str, most: int = sys.maxsize) -> Scanned:
    """Return what can be seen in a text that ends at a fault, or at a key of more parts than `most`."""
    scanner = _Scanner(text, most)
    with suppress(_MalformedError, ValueError):
        scanner.run()
    opened = scanner.open[-1][0].value[0] if scanner.open else None
    return Scanned(opened, scanner.twice, scanner.deepest[1], scanner.too_long)


def scan(text: str) -> tuple[Node, int | None]:
    """Return the root table of a TOML text, with the places of keys and values, and the offset at which it had to stop, if it had to."""
    scanner = _Scanner(text)
    try:
        scanner.run()
    except (_MalformedError, ValueError):
        return scanner.root, scanner.position
    return scanner.root, None
