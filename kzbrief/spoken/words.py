"""Text, citations and figures in words that can be read aloud: no brackets to be guessed at, no signs, no hyphens between figures."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from ..brief.index import Index
from ..brief.text import Cite, Paragraph, Run, parse, parse_cite
from ..i18n import _, ngettext
from ..output.lines import clean
from ..output.prose import labels

_RANGE = re.compile(r"(?<=\d)[-–](?=\d)")


def in_words(sentence: str) -> str:
    """Return a sentence of ours, made for the eye, as it is said: `0 to 30`, and a comma for a dash between blanks."""
    return _RANGE.sub(_(" to "), clean(sentence)).replace(" - ", ", ")


def source_words(label: str) -> str:
    """Return the number of a source as it is said: `source 5`, `outside source 1` for `*1`, `the report` for `R`."""
    if label[:1] == "R":
        return _("the report")
    return _("outside source {number}").format(number=label[1:]) if label[:1] == "*" else _("source {number}").format(number=label)


def cite_words(cites: Iterable[Cite], index: Index) -> str:
    """Return what is cited, as in `source 5`, `sources 5 and 15` or `source 3, p. 4; outside source 1`; nothing where nothing is."""
    found = labels(cites, index)
    if any("," in label for label in found):
        return "; ".join(map(source_words, found))
    outside = [label[1:] for label in found if label[:1] == "*"]
    inside = [label for label in found if label[:1] != "*"]
    said = []
    if inside:
        said.append(ngettext("source {numbers}", "sources {numbers}", len(inside)).format(numbers=listed(inside)))
    if outside:
        said.append(ngettext("outside source {numbers}", "outside sources {numbers}", len(outside)).format(numbers=listed(outside)))
    return "; ".join(said)


def cited(items: Sequence[str], index: Index) -> str:
    """Return the entries of a `cites` list in brackets after a blank, nothing where there are none."""
    said = cite_words(map(parse_cite, items), index)
    return f" ({said})" if said else ""


def run_words(runs: Iterable[Run], index: Index) -> str:
    """Return runs in words; citations as `(source 5)`, the address of a link after its words."""
    pieces = []
    for run in runs:
        if run.kind == "citation":
            pieces.append(f"({cite_words(run.cites, index)})")
        elif run.href and run.href != run.text:
            pieces.append(_("{words} (link: {address} )").format(words=clean(run.text), address=clean(run.href)))
        else:
            pieces.append(clean(run.text))
    return "".join(pieces)


def text_words(paragraphs: Iterable[Paragraph], index: Index) -> list[str]:
    """Return paragraphs as one line each; a quotation says where it begins and ends."""
    lines = []
    for paragraph in paragraphs:
        said = run_words(paragraph.runs, index)
        lines.append(_("Quotation: {words} End of quotation.").format(words=said) if paragraph.quotation else said)
    return lines


def remark_words(refs: Iterable[str], index: Index, about: str = "") -> list[str]:
    """Return the remarks about something, each once; `about` says what it is where that is not clear."""
    texts = dict.fromkeys(remark.text for ref in refs for remark in index.remarks(ref))
    return [remark_line(text, index, about) for text in texts]


def remark_line(text: str, index: Index, about: str = "") -> str:
    """Return the text of a remark in words; `about` is as for `remark_words`."""
    start = _("Remark on {figure}: ").format(figure=about) if about else _("Remark: ")
    start = _("Remark on spelling or print alone: ") if index.is_misprint(text) else start
    return start + " ".join(text_words(parse(text), index))


def sentence(said: str) -> str:
    """Return words with a full stop, unless they end with a mark of their own."""
    said = said.rstrip()
    return said if said.endswith((".", "?", "!", ".”", "?”", "!”", ":")) else f"{said}."


def message(said: str) -> str:
    """Return a message of the app as a sentence: with a capital and a full stop."""
    said = clean(said)
    return sentence(said[:1].upper() + said[1:])


def count_words(singular: str, plural: str, count: int) -> str:
    """Return a count with its noun; both forms hold `{count}`, and tools that collect messages take them from here (`count_words:1,2`)."""
    return ngettext(singular, plural, count).format(count=count)


def listed(numbers: Sequence[str]) -> str:
    """Return numbers as they are said, as in `5, 6 and 14`."""
    if len(numbers) < 2:
        return "".join(numbers)
    return _("{numbers} and {last}").format(numbers=", ".join(numbers[:-1]), last=numbers[-1])


def number(argument: str) -> int:
    """Return a whole number that was typed, 0 where it is none."""
    return int(argument) if argument.isascii() and argument.isdigit() and len(argument) < 6 else 0
