"""The text of a web page that was saved as HTML: headings, emphasis, tables, links and raised numbers as Markdown has them."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from .headings import heading_of
from .vocabulary import LABEL

AROUND = "[page] "
"""Stands before what a page has around its text, one line for each menu, form or foot."""

_START = re.compile(r"\s*<(?:!doctype|html|head|body|div|article|main|table|p|section)\b", re.IGNORECASE)
_ANYWHERE = re.compile(r"<(?:!doctype\s+html|html|body)\b", re.IGNORECASE)
_HIDDEN = frozenset(("script", "style", "noscript", "template", "svg", "head", "iframe", "object", "select"))
_BLOCKS = frozenset(
    (
        *("p", "div", "section", "article", "main", "header", "footer", "aside", "nav", "ul", "ol", "table"),
        *("thead", "tbody", "blockquote"),
        *(
            *("h1", "h2", "h3", "h4", "h5", "h6"),
            "dl",
            "dt",
            "dd",
            "figure",
            "figcaption",
            "form",
            "hr",
            "address",
            "caption",
            "pre",
            "body",
        ),
    )
)
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_BORDER = "\x1f"
"""Stands where a piece of a line begins or ends, until the line is whole."""
_CELLS = re.compile(rf"(?<=[0-9]){_BORDER}+(?=\w)|(?<=\w){_BORDER}+(?=[0-9])|(?<=^[ABC]){_BORDER}+(?=[A-Z])")
_FURNITURE = frozenset(("nav", "button", "footer", "aside", "form"))
_DEEPEST = 20
"""Menus within menus that are told apart."""
_LONGEST = 5000
"""Characters that a foot or a form has at most."""
_OF_REPORT = re.compile(r"<sup>|^\W{0,3}[0-9]{1,3}\W{0,2}\s\S|[^\n]{200}", re.MULTILINE)
"""What no menu has: marks of notes, the notes, a paragraph."""
_PAIR = re.compile(r"\n\n- ([^\n\t]{2,60}[^\n\t.,;:!?])[ \xa0]*\n[ \xa0]*([^\n\t]{1,60})\Z")
"""An item of a list that is a label and its value, each on a line."""
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
        self._item: int | None = None
        """Where the item began that is open."""
        self._around: list[tuple[str, int]] = []
        """What may be furniture of the page, and where it begins."""
        self._raised = self._headed = False
        """Whether the words are raised, or those of a heading."""

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
        if tag in _FURNITURE and len(self._around) < _DEEPEST and not (tag == "button" and self._headed):
            self._around.append((tag, len(self._parts)))
        if tag in _BLOCKS or tag == "li":
            self._raised = False
        if tag in _HEADINGS:
            self._headed = True
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
            self._raised = True
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
        self._headed = self._headed and tag not in _HEADINGS
        if tag in ("li", "ul", "ol"):
            self._end_item()
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
            self._raised = False
            self._parts.append("</sup>")
        elif tag in _EMPHASIS:
            self._parts.append(_EMPHASIS[tag])
        elif tag == "a" and self._links:
            self._end_link(*self._links.pop())
        if any(tag == name for name, _start in self._around):
            while self._around:
                name, start = self._around.pop()
                if name == tag:
                    self._put_apart(tag, start)
                    break

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self._parts.append(re.sub(r"[\s\xa0\x1f]+", " ", data))

    def _start_item(self, attributes: dict[str, str | None]) -> None:
        self._end_item()
        self._item = len(self._parts)
        number = self._lists[-1] if self._lists else None
        if number is None:
            self._parts.append("\n\n- ")
            return
        number = _number(attributes.get("value"), number)
        self._lists[-1] = number + 1
        self._parts.append(f"\n\n{number}. ")

    def _end_item(self) -> None:
        """Put a label and its value, which stand on a line each, on one."""
        start, self._item = self._item, None
        if start is not None and len(self._parts) - start < 20 and (pair := _PAIR.match("".join(self._parts[start:]).rstrip())):
            self._parts[start:] = [f"\n\n- {pair[1].strip()}\t{pair[2].strip()}"]

    def _put_apart(self, tag: str, start: int) -> None:
        """Put what a page has around its text on a line of its own; a foot or a form that has anything of the report stays."""
        self._item = None
        words = "".join(self._parts[start:])
        if tag not in ("nav", "button") and _is_of_report(words):
            return
        words = " ".join(re.sub(r"(?m)^(?:- |#+ |\[page\] )+", " ", words.replace(_BORDER, " ")).split())
        self._parts[start:] = [f"\n\n{AROUND}{words}\n\n" if words else "\n\n"]

    def _end_link(self, address: str, start: int) -> None:
        words = "".join(self._parts[start:])
        address = address.strip()
        if "#" in address and re.fullmatch(r"\s*\[?[0-9]{1,4}\]?\s*", words):
            raised = self._raised
            if not re.search(r"ref|back", address.partition("#")[2]):
                self._parts[start:] = [words if raised else f"<sup>{words.strip(' []')}</sup>"]
            elif words.strip().isdigit() and not raised:  # the way back from a note
                self._parts[start:] = [f"{words.strip()}. "]
            return
        if not re.match(r"https?://\S+\Z", address) or "\n" in words or not words.strip():
            return
        bare = words.strip().strip("<>")
        self._parts[start:] = [f"<{address}>" if bare in address or address in bare else f"[{words.strip()}]({address})"]


def _is_of_report(words: str) -> bool:
    """Return whether words have what no menu has: a heading of the report, scores, facts, notes, or a paragraph."""
    if len(words) > _LONGEST:
        return True
    lines = words.split("\n")
    return bool(_OF_REPORT.search(words) or LABEL.search(words)) or any((heading := heading_of(line)) and heading.part for line in lines)


def _apart(line: str) -> str:
    """Return a line without borders; in a short one, which may be a row of cells, figures keep apart from what they are not."""
    return (_CELLS.sub(" ", line.strip(_BORDER)) if len(line) <= 80 and line.rstrip()[-1:] not in ".!?,;" else line).replace(_BORDER, "")


def _number(value: str | None, otherwise: int = 1) -> int:
    return int(value) if value and re.match(r"[0-9]{1,4}\Z", value) else otherwise
