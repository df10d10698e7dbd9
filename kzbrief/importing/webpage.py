"""The text of a web page that was saved as HTML: headings, emphasis, tables, links and raised numbers as Markdown has them."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_START = re.compile(r"\s*<(?:!doctype|html|head|body|div|article|main|table|p|section)\b", re.IGNORECASE)
_ANYWHERE = re.compile(r"<(?:!doctype\s+html|html|body)\b", re.IGNORECASE)
_HIDDEN = frozenset(("script", "style", "noscript", "template", "svg", "head", "iframe", "object", "select"))
_BLOCKS = frozenset(
    (
        *("p", "div", "section", "article", "main", "header", "footer", "aside", "nav", "ul", "ol", "table"),
        *("thead", "tbody", "blockquote"),
        *("h1", "h2", "h3", "h4", "h5", "h6", "dl", "dt", "dd", "figure", "figcaption", "form", "hr", "address", "caption", "pre", "body"),
    )
)
_BORDER = "\x1f"
"""Stands where a piece of a line begins or ends, until the line is whole."""
_CELLS = re.compile(rf"(?<=[0-9]){_BORDER}+(?=\w)|(?<=\w){_BORDER}+(?=[0-9])|(?<=^[ABC]){_BORDER}+(?=[A-Z])")
_EMPHASIS = {"em": "*", "i": "*", "cite": "*", "strong": "**", "b": "**"}


def is_webpage(text: str) -> bool:
    """Return whether a text is HTML rather than Markdown with a few tags in it."""
    return bool(_START.match(text) or _ANYWHERE.search(text[:5000]))


def text_of(page: str) -> str:
    """Return the text of a page; what is broken in it is read as well as it can be."""
    reader = _Reader()
    # The parser of the standard library looks again and again for the end of what never ends.
    page = re.sub(r"<!--(?:(?!-->).)*(?:-->|\Z)", " ", page, flags=re.DOTALL)
    page = re.sub(r"<(?![a-zA-Z/!][^<>]{0,20000}>)", "&lt;", page)
    page = re.sub(r"<[!?][^<>]*>", " ", page)
    reader.feed(page)
    reader.close()
    return reader.text()


class _Reader(HTMLParser):
    """Gathers lines; a cell of a table is divided from the next by a tab."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._parts: list[str] = []
        self._hidden: list[str] = []
        self._lists: list[int | None] = []
        self._links: list[tuple[str, int]] = []

    def text(self) -> str:
        """Return what has been gathered, its blanks tidied."""
        text = "\n".join(map(_apart, "".join(self._parts).split("\n")))
        text = re.sub(r"[ \xa0]*\n[ \xa0]*", "\n", text)
        text = re.sub(r"\*\*\*\*|\*\* +\*\*", "", text)
        return re.sub(r"\n{3,}", "\n\n", text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._hidden or tag in _HIDDEN:
            if tag in _HIDDEN:
                self._hidden.append(tag)
            return
        if tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
            self._parts.append(f"\n\n{'#' * int(tag[1])} ")
        elif tag == "tr" or tag == "br":
            self._parts.append("\n")
        elif tag == "li":
            self._start_item(dict(attrs))
        elif tag in ("ul", "ol"):
            self._lists.append(_number(dict(attrs).get("start")) if tag == "ol" else None)
            self._parts.append("\n\n")
        elif tag in _BLOCKS:
            if not (self._parts and re.fullmatch(r"\n\n(?:-|[0-9]+\.) ", self._parts[-1])):  # the first block of an item
                self._parts.append("\n\n")
        elif tag in ("span", "small"):
            self._parts.append(_BORDER)
        elif tag == "sup":
            self._parts.append("<sup>")
        elif tag in _EMPHASIS:
            self._parts.append(_EMPHASIS[tag])
        elif tag == "a":
            self._links.append((dict(attrs).get("href") or "", len(self._parts)))

    def handle_endtag(self, tag: str) -> None:
        if self._hidden:
            if tag in self._hidden:
                del self._hidden[self._hidden.index(tag) :]
            return
        if tag in ("td", "th"):
            self._parts.append("\t")
        elif tag in ("ul", "ol"):
            if self._lists:
                self._lists.pop()
            self._parts.append("\n\n")
        elif tag in ("tr", "li"):
            self._parts.append("\n")
        elif tag in _BLOCKS:
            self._parts.append("\n\n")
        elif tag in ("span", "small"):
            self._parts.append(_BORDER)
        elif tag == "sup":
            self._parts.append("</sup>")
        elif tag in _EMPHASIS:
            self._parts.append(_EMPHASIS[tag])
        elif tag == "a" and self._links:
            self._end_link(*self._links.pop())

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self._parts.append(re.sub(r"[\s\xa0\x1f]+", " ", data))

    def _start_item(self, attributes: dict[str, str | None]) -> None:
        number = self._lists[-1] if self._lists else None
        if number is None:
            self._parts.append("\n\n- ")
            return
        number = _number(attributes.get("value"), number)
        self._lists[-1] = number + 1
        self._parts.append(f"\n\n{number}. ")

    def _end_link(self, address: str, start: int) -> None:
        words = "".join(self._parts[start:])
        address = address.strip()
        if "#" in address and re.fullmatch(r"\s*\[?[0-9]{1,4}\]?\s*", words):
            raised = start and self._parts[start - 1] == "<sup>"
            if not re.search(r"ref|back", address.partition("#")[2]):
                self._parts[start:] = [words if raised else f"<sup>{words.strip(' []')}</sup>"]
            elif words.strip().isdigit() and not raised:  # the way back from a note
                self._parts[start:] = [f"{words.strip()}. "]
            return
        if not re.match(r"https?://\S+\Z", address) or "\n" in words or not words.strip():
            return
        bare = words.strip().strip("<>")
        self._parts[start:] = [f"<{address}>" if bare in address or address in bare else f"[{words.strip()}]({address})"]


def _apart(line: str) -> str:
    """Return a line without borders; in a short one, which may be a row of cells, figures keep apart from what they are not."""
    return (_CELLS.sub(" ", line.strip(_BORDER)) if len(line) <= 80 and line.rstrip()[-1:] not in ".!?,;" else line).replace(_BORDER, "")


def _number(value: str | None, otherwise: int = 1) -> int:
    return int(value) if value and re.match(r"[0-9]{1,4}\Z", value) else otherwise
