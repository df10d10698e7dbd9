"""Works as BibTeX, for LaTeX and for citation managers, in UTF-8.

Entries are read by BibTeX and by biblatex: the year alone is in `year`, the whole date as EDTF in `date`. What is to be known and not to be
printed is in `annote`, since styles print `note`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from ...brief.briefing import Briefing
from ...brief.names import base_language, split_name
from ...brief.work import Work
from ...i18n import _
from ..wording import edition_title, extract_words
from . import Options
from .works import Item, items, one_line

_TYPES = {
    "article": "article",
    "news": "article",
    "report": "techreport",
    "chapter": "incollection",
    "book": "book",
    "law": "misc",
    "letter": "misc",
    "memorandum": "techreport",
    "press-release": "misc",
    "dataset": "dataset",
    "post": "online",
    "video": "online",
    "web": "online",
    "other": "misc",
}
_BABEL = {
    "ar": "arabic", "de": "german", "en": "english", "es": "spanish", "fa": "persian", "fr": "french", "kk": "kazakh", "pt": "portuguese",
    "ru": "russian", "tr": "turkish", "uk": "ukrainian", "zh": "chinese",
}  # fmt: skip
"""Names of languages in LaTeX, for hyphenation."""
# Signs that TeX takes for commands; braces by name, since BibTeX counts even escaped ones.
_ESCAPES = {
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
    "&": r"\&", "%": r"\%", "$": r"\$", "#": r"\#", "_": r"\_", "@": "{@}",
}  # fmt: skip
# The others are pairs that TeX joins to dashes and quotation marks; an empty group keeps them apart.
_SPECIAL = re.compile("[" + re.escape("".join(_ESCAPES)) + r"]|(?<=-)-|(?<=')'|(?<=[`?!])`|(?<=,),|(?<=<)<|(?<=>)>")
_VERBATIM = {"\\": "%5C", "{": "%7B", "}": "%7D"}


def export(briefing: Briefing, options: Options) -> str:
    """Return the works behind a brief as BibTeX; what stands before the first entry is a comment."""
    head = _("Works behind {brief}, from the brief {id}").format(
        brief=f"{edition_title(briefing)}, {briefing.brief.brief.title}", id=briefing.brief.brief.id
    )
    if options.findings is not None:
        head += ". " + extract_words(briefing, options.findings)
    return "\n".join([f"% {one_line(head).replace('@', ' ')}\n", *(entry(item) for item in items(briefing, options.findings))])


def entry(item: Item) -> str:
    """Return the entry of one work."""
    fields = "".join(f"  {name} = {{{value}}},\n" for name, value in _fields(item))
    return f"@{_kind(item.work)}{{{item.key},\n{fields}}}\n"


def escaped(text: str) -> str:
    """Return a text that TeX shows as it is."""
    return _SPECIAL.sub(lambda found: _ESCAPES.get(found[0], "{}" + found[0]), one_line(text))


def _kind(work: Work) -> str:
    """Return the type of the entry; an article that appeared in nothing would be a faulty one."""
    kind = _TYPES[work.type]
    if kind == "article" and not work.publication:
        return "online" if work.url else "misc"
    return kind if kind != "misc" or not work.url else "online"


def _fields(item: Item) -> Iterable[tuple[str, str]]:
    work = item.work
    kind = _kind(work)
    for name, names in (("author", work.author), ("editor", work.editor)):
        if names:
            yield name, " and ".join(map(_name, names))
    yield "title", f"{{{escaped(work.title)}}}"  # braces keep its capitals
    if item.translated:
        yield "titleaddon", f"{{[{escaped(item.translated)}]}}"
    container = work.collection or work.publication if kind == "incollection" else work.publication
    names_of = {"article": "journal", "incollection": "booktitle"}
    found: list[tuple[str, str | None]] = [
        (names_of.get(kind, "organization"), container),
        ("series", work.collection if work.collection != container else None),
        ("institution" if kind == "techreport" else "publisher", work.publisher),
        ("address", work.place),
        ("type", "Memorandum" if work.type == "memorandum" else None),
        ("howpublished", "Press release" if work.type == "press-release" else None),
    ]
    yield from ((name, escaped(value)) for name, value in found if value)
    if work.date:
        yield "date", work.date.edtf
        yield "year", f"{work.date.year:04}"
    if work.url:
        yield "url", verbatim(work.url)
    if work.accessed:
        yield "urldate", work.accessed.edtf
    if work.language != "und":
        yield "language", work.language
        if babel := _BABEL.get(base_language(work.language)):
            yield "langid", babel
    if work.archive_url:
        yield "note", rf"{escaped(_('archived at'))} \url{{{verbatim(work.archive_url)}}}"
    yield "keywords", escaped(", ".join(item.keywords))
    yield "annote", " ".join(map(escaped, item.said))


def verbatim(address: str) -> str:
    """Return an address for a field that TeX takes as it is: only what would end the field is changed."""
    return "".join(_VERBATIM.get(sign, sign) for sign in address)


def _name(name: str) -> str:
    """Return a name: `Family, Suffix, Given`, an organisation in braces, so that it is not taken apart."""
    person = split_name(name)
    if person is None:
        return f"{{{escaped(name)}}}"
    return ", ".join(_part(part) for part in (person.family, person.suffix, person.given) if part)


def _part(name: str) -> str:
    """Return a part of a name; in braces where BibTeX would divide it."""
    said = escaped(name)
    return f"{{{said}}}" if "," in said or re.search(r"(?i)(^|\s)and(\s|$)", said) else said
