"""A page as a reader of HTML gets it: elements with their attributes, and the text that is seen."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser

_APART = ("p", "li", "td", "th", "div", "caption", "figcaption", "summary", "h1", "h2", "h3", "h4", "text")
VOID = ("meta", "line", "rect", "circle")


class Node:
    """An element."""

    def __init__(self, tag: str, attributes: dict[str, str | None]) -> None:
        self.tag = tag
        self.attributes = attributes
        self.parts: list[Node | str] = []

    def __getitem__(self, name: str) -> str:
        return self.attributes.get(name) or ""

    def all(self, *tags: str) -> Iterator[Node]:
        """Yield the elements below this one, those of some tags if they are named, in order."""
        for part in self.parts:
            if isinstance(part, Node):
                if not tags or part.tag in tags:
                    yield part
                yield from part.all(*tags)

    def by_id(self, name: str) -> Node:
        """Return the element of that id."""
        [found] = [node for node in self.all() if node.attributes.get("id") == name]
        return found

    @property
    def text(self) -> str:
        """The text, without what is not shown: fallbacks, and words for those who listen; a line break after what stands by itself."""
        return "".join(part if isinstance(part, str) else part._shown() for part in self.parts)

    def _shown(self) -> str:
        if {"aloud", "plainly"} & set(self["class"].split()) or self.tag in ("style", "title", "desc"):
            return ""
        return self.text + ("\n" if self.tag in _APART else "")


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Node("", {})
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, dict(attrs))
        assert len(node.attributes) == len(attrs), f"an attribute twice: {attrs}"
        self._open[-1].parts.append(node)
        if tag not in VOID:
            self._open.append(node)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in VOID
        self._open[-1].parts.append(Node(tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop().tag == tag, f"</{tag}> ends another element"

    def handle_data(self, data: str) -> None:
        self._open[-1].parts.append(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError("a comment")

    def done(self) -> Node:
        assert self._open == [self.root], "an element is not ended"
        return self.root


def parsed(text: str) -> Node:
    """Return a page as a tree; every element has to be ended where it is started."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    return reader.done()
