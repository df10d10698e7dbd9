r"""The text of findings, descriptions and remarks, parsed once into runs from which every front end draws.

Understood are citations `[@key]`, `[@a, p. 4; @b, note 6]`, `*emphasis*`, `**strong**`, `[words](https://...)`, paragraphs that start
with `>` as quotations, and `\` before a punctuation mark that is meant as such. Every other bracket and every other star stays as it is.
A line break is a space, an empty line divides paragraphs. Any string is accepted, in time that grows with its length alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Literal

from msgspec import Struct

from .emphasis import Stars, flanking, pair

Kind = Literal["text", "emphasis", "strong", "quotation", "link", "citation", "actor"]

_SPECIAL = re.compile(r"\\[!-/:-@\[-`{-~]|\*+|\[")
_ITEM = re.compile(r"\s*@(\w[\w:.+/-]*)\s*(?:,(.*))?\Z", re.DOTALL)
# Neither of these two crosses a bracket, so that a text full of open brackets is still read in one go.
_CITATION = re.compile(r"\[(@[^\[\]\\]*+)\]")
# The same, or an escaped character, which opens none. A link hides no citation: its words hold no bracket that is not escaped.
_CITED = rf"\\[!-/:-@\[-`{{-~]|{_CITATION.pattern}"
# What most citations look like; in a text without escapes it is one.
_PLAIN_CITATION = r"\[@[a-z0-9-]+\]"
LINK = r"(?s)\[((?:[^\[\]\\]|\\.)++)\]\((https?://(?:[^\s()\[\x00-\x1f\x7f-\x9f]|\([^\s()\[\x00-\x1f\x7f-\x9f]*+\))++)\)"
"""A pattern for links; compiled when it is needed, since most texts have none."""
_ESCAPE = r"\\([!-/:-@\[-`{-~])"


class Cite(Struct, frozen=True):
    """A source that a citation points to."""

    key: str
    """Key of the source, as written."""
    locator: str = ""
    """Place in the source, as in `p. 4`."""
    note: int | None = None
    """Number of the note in the printed report, from the locator `note N`."""


class Run(Struct, frozen=True):
    """A stretch of text of one kind. The text of a citation is empty: front ends write its labels."""

    kind: Kind
    text: str
    cites: tuple[Cite, ...] = ()
    """What a citation points to; at least one."""
    href: str = ""
    """Address of a link."""
    actor: str = ""
    """Id of the actor that the text names; its kind is `actor`, or `emphasis` or `strong` where it is marked so."""


class Paragraph(Struct, frozen=True):
    """Runs that stand together."""

    runs: tuple[Run, ...]
    quotation: bool = False


def parse(text: str) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a text; never fails."""
    return tuple(Paragraph(_runs(words, quotation), quotation) for words, quotation in _blocks(compose(text)))


def plain(paragraphs: Iterable[Paragraph], label: Callable[[Cite], str] | None = None) -> str:
    """Return the words alone, paragraphs divided by an empty line; citations as `[15]` where `label` names them, else without."""
    return "\n\n".join(plain_runs(paragraph.runs, label) for paragraph in paragraphs)


def plain_runs(runs: Iterable[Run], label: Callable[[Cite], str] | None = None) -> str:
    """Return the words of runs, a label once in a citation; a citation without labels takes the blank before it along."""
    words = ""
    for run in runs:
        if run.kind != "citation":
            words += run.text
        elif label:
            words += f"[{', '.join(dict.fromkeys(map(label, run.cites)))}]"
        else:
            words = words.rstrip(" ")
    return words


def cites_of(paragraphs: Iterable[Paragraph]) -> tuple[Cite, ...]:
    """Return everything that the text cites, in its order."""
    return tuple(cite for paragraph in paragraphs for run in paragraph.runs for cite in run.cites)


def cited(text: str) -> tuple[Cite, ...]:
    """Return what `cites_of(parse(text))` does, several times faster: nothing but citations is looked for."""
    if "[@" not in text:
        return ()
    found = re.findall(_CITED, compose(text))
    if any("\n" in content for content in found):  # which may be the end of a paragraph
        found = [content for words, _quotation in _blocks(compose(text)) for content in re.findall(_CITED, words)]
    return tuple(cite for content in found if content for cite in _cites(content))


def is_cited(text: str) -> bool:
    """Return whether the text cites anything."""
    return bool(("\\" not in text and re.search(_PLAIN_CITATION, text)) or cited(text))


def parse_cite(item: str) -> Cite:
    """Return what an entry of a `cites` list points to: a key, or a key with a locator as in `vasilyev-kaznet, note 6`."""
    return _cite(f"@{item}") or Cite(item)


def citation(content: str) -> tuple[Cite, ...]:
    """Return what stands in the brackets of a citation, as in `@a, p. 4; @b`; nothing where it is none."""
    return _cites(compose(content).replace("\n", " "))


def compose(text: str) -> str:
    """Return the text in normalisation form C, in which one letter is always the same characters."""
    if text.isascii():
        return text
    from unicodedata import normalize

    return normalize("NFC", text)


def _blocks(text: str) -> Iterable[tuple[str, bool]]:
    """Yield paragraphs as single lines, each with whether it is a quotation."""
    lines: list[str] = []
    quotation = False
    for line in text.split("\n"):
        line = line.strip()
        quoted = line.startswith(">")
        if quoted:
            line = line[1:].lstrip()
        if lines and (not line or (quoted and not quotation)):
            yield " ".join(lines), quotation
            lines = []
        if line:
            # A line without a mark goes on with the quotation above it, as in Markdown.
            quotation = quoted or (quotation and bool(lines))
            lines.append(line)
    if lines:
        yield " ".join(lines), quotation


def _runs(text: str, quotation: bool) -> tuple[Run, ...]:
    tokens: list[str | Run | Stars] = []
    position = 0
    while found := _SPECIAL.search(text, position):
        if found.start() > position:
            tokens.append(text[position : found.start()])
        position = found.end()
        if found[0][0] == "*":
            tokens.append(Stars(len(found[0]), *flanking(text, found.start(), position)))
        elif found[0] != "[":
            tokens.append(found[0][1])
        elif (citation := _CITATION.match(text, found.start())) and (cites := _cites(citation[1])):
            tokens.append(Run("citation", "", cites))
            position = citation.end()
        elif link := re.compile(LINK).match(text, found.start()):  # compiled when it is needed; `re` keeps it
            tokens.append(Run("link", re.sub(_ESCAPE, r"\1", link[1]), href=link[2]))
            position = link.end()
        else:
            tokens.append("[")
    if not tokens:
        return (Run("quotation" if quotation else "text", text),)
    tokens.append(text[position:])
    return tuple(_joined(tokens, "quotation" if quotation else "text"))


def _cites(content: str) -> tuple[Cite, ...]:
    """Return what stands in the brackets of a citation, or nothing where it is none."""
    cites = [_cite(item) for item in content.split(";")]
    return tuple(cite for cite in cites if cite) if all(cites) else ()


def _cite(item: str) -> Cite | None:
    found = _ITEM.match(item)
    if not found:
        return None
    if not found[2]:
        return Cite(found[1])
    note = None
    places = []
    for part in found[2].split(","):
        words = part.split()
        if note is None and len(words) == 2 and words[0] == "note" and words[1].isascii() and words[1].isdecimal() and len(words[1]) < 5:
            note = int(words[1])
        else:
            places.append(part)
    return Cite(found[1], ",".join(places).strip(), note)


def _joined(tokens: list[str | Run | Stars], base: Kind) -> Iterable[Run]:
    """Yield runs: pairs of stars turned into kinds, neighbours of one kind joined."""
    pair(token for token in tokens if isinstance(token, Stars))
    kinds: list[Kind] = [base]
    pieces: list[str] = []
    for token in tokens:
        if isinstance(token, str):
            pieces.append(token)
            continue
        if isinstance(token, Stars):
            # Stars that found no partner stand outside those that did: before the opening ones, after the closing ones.
            if token.left and not token.closes:
                pieces.append("*" * token.left)
            if token.closes or token.opens:
                yield from _flush(pieces, kinds[-1])
            for __ in range(token.closes):
                kinds.pop()
            if token.left and token.closes:
                pieces.append("*" * token.left)
            if token.left and token.closes and token.opens:
                yield from _flush(pieces, kinds[-1])
            kinds.extend("strong" if size == 2 else "emphasis" for size in reversed(token.opens))
            continue
        yield from _flush(pieces, kinds[-1])
        yield token
    yield from _flush(pieces, kinds[-1])


def _flush(pieces: list[str], kind: Kind) -> Iterable[Run]:
    text = "".join(pieces)
    pieces.clear()
    if text:
        yield Run(kind, text)
