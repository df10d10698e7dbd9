"""What to say about citations and links that are none: what is wrong, and how they should be. Imported only when there are some."""

from __future__ import annotations

import re
from unicodedata import category

from ...i18n import _
from ...toml.problems import Path, Problem
from ..forms import address_hint
from ..text import Cite
from .case import Case

_ITEM = re.compile(r"[\s@]*([\w-]+)[\s,.:]*(.*)", re.DOTALL)
_OPENING = re.compile(r"\[\s*@\s*([\w-]*)")
_STOP = re.compile(r"\]|(?=\[)|\n[ \t\r]*\n[^\[\]]*\]?")
_LINK = re.compile(r"\(([^()\n]*)\)")
_ADDRESS = re.compile(r"\s*(?:www\.\S|[a-z][a-z+]*:/|//|[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?:/|\s*\Z))", re.IGNORECASE)
_FILE = re.compile(r"\s*[^/\s]*\.(?:pdf|txt|docx?|html?)\s*\Z", re.IGNORECASE)
_NOTES = re.compile(r"(?i)\bnotes?\b[. ]*([0-9]+(?:\s*(?:[,;&]|and)\s*[0-9]+)*)\Z")


def malformed(case: Case, path: Path, text: str, start: int, end: int | None) -> tuple[int, Problem]:
    """Return the end and the problem of a bracket that is meant as a citation; its end is None where it is not closed."""
    if end is None:
        marked = _OPENING.match(text, start)
        stop = _STOP.search(text, start + 1)
        hint = _example(case, marked[1] if marked else "")
        message = _("this citation is not closed: its ] is missing")
        problem = _problem(case, path, message, (start, marked.end() if marked else start + 1), hint)
        return stop.end() if stop else len(text), problem
    content = text[start + 1 : end - 1]
    return end, _problem(case, path, _reason(content), (start, end), _example(case, content))


def bare(case: Case, path: Path, text: str, start: int, key: str, in_parentheses: bool) -> tuple[int, Problem]:
    """Return the end and the problem of an @ with a key that stands in no square brackets."""
    end = start + 1 + len(key)
    content = key
    if in_parentheses:
        closing = text.find(")", end)
        if closing >= 0 and "\n" not in text[end:closing]:
            content, end = text[start:closing], closing + 1
        start -= 1
    return end, _problem(case, path, _("a citation stands in square brackets"), (start, end), _example(case, content))


def numbered(case: Case, path: Path, start: int, end: int, number: int) -> Problem:
    """Return the problem of the number of a note in brackets: it would look like a citation, and lead nowhere."""
    from .sources import of_note

    hint = of_note(case, number, path) or _example(case, "")
    return _problem(case, path, _("this is the number of a note and no citation"), (start, end), hint)


def bad_link(case: Case, path: Path, text: str, bracket: str, end: int) -> tuple[int, Problem] | None:
    """Return the end and the problem of a bracket with an address behind it that is none; None where it is not meant as one."""
    target = _LINK.match(text, end)
    if target is None or not _ADDRESS.match(target[1]) or _FILE.match(target[1]):
        return None
    address = target[1].strip()
    message = _("“{address}” is no address, so this is no link").format(address=address if len(address) < 60 else address[:59] + "…")
    hint = _("an address starts with http:// or https:// and has no blanks")
    if re.match(r"https?://\S", address):
        hint = address_hint(address) if re.search(r"\s", address) else _("write {link}").format(link=f"{bracket}({address})")
    elif not re.match(r"[a-z][a-z+]*:/", address, re.IGNORECASE):
        hint = _("write {link}").format(link=f"{bracket}(http://{address.lstrip('/')})")
    inside = (target.start(1), len(target[1]))
    return target.end(), case.places.problem("bad-link", message, path, hint=hint, inside=inside)


def malformed_entry(case: Case, item: str, path: Path) -> Problem:
    """Return the problem of an entry of a list `cites` that is written like a citation in a text."""
    mended = _mended(case, item.strip("[] "))
    if mended is None:
        hint = _('an entry is a key, as in "key" or "key, note 6"')
    elif len(mended) == 1:
        hint = _("write the key alone: {entry}").format(entry=f'"{mended[0]}"')
    else:
        hint = _("write each source as a text of its own: {entries}").format(entries=", ".join(f'"{entry}"' for entry in mended))
    return case.places.problem("malformed-citation", _("this is no key of a source"), path, hint=hint)


def misnoted(case: Case, cite: Cite, path: Path, index: int) -> Problem | None:
    """Return the problem of a citation whose place seems to mean notes of the printed report, but does not say so in the one way."""
    notes = case.works[cite.key].notes
    if cite.note is not None:
        rest = cite.locator.replace(",", " ").split()
        numbers = [cite.note, *map(int, rest)] if all(word.isascii() and word.isdecimal() for word in rest) else []
    else:
        found = _NOTES.search(cite.locator)
        numbers = [int(number) for number in re.findall("[0-9]+", found[1])] if found else []
    # A number that is no note of the work may be anything.
    if not numbers or any(number not in notes for number in numbers):
        return None
    entries = [f"{cite.key}, note {number}" for number in numbers]
    in_list = isinstance(path[-1], int)
    written = ", ".join(f'"{entry}"' for entry in entries) if in_list else "[" + "; ".join(f"@{entry}" for entry in entries) + "]"
    message = _("a note of the report is written “note {number}”, one for each citation").format(number=numbers[0])
    hint = _("write {example}").format(example=written)
    return case.places.problem("malformed-citation", message, path, hint=hint, inside=(index, len(cite.key)))


def _reason(content: str) -> str:
    """Return what is wrong with the content of a bracket."""
    for letter in content:
        if category(letter) == "Cf":
            return _("this citation holds a character that cannot be seen (U+{code:04X})").format(code=ord(letter))
    inner = content.strip()
    if "@" not in content:
        return _("a citation needs an @ before the key")
    if not inner.startswith("@"):
        return _("a citation begins with @; words cannot stand before it")
    if re.search(r"@[^;]*[\s,]@", content):
        return _("a semicolon must stand between two citations")
    items = content.split(";")
    if any(item.strip() and "@" not in item for item in items):
        return _("each citation needs an @ before its key")
    if content[0].isspace() or re.search(r"@\s+\w", content):
        return _("no blank can stand before or behind the @")
    if any(re.match(r"\s*@[\w-]+\s+[^\s,]", item) for item in items):
        return _("a comma must stand between the key and the place")
    return _("this is no citation")


def _example(case: Case, content: str) -> str:
    """Return how a citation should be written: as it is meant, where that is plain."""
    mended = _mended(case, content)
    if mended is None and content.count("@") > 1:
        return _("a citation is written [@key], [@key, p. 4] or [@key, note 6; @other-key]")
    if mended is None and (key := _spelt_out(case, content)):
        return _("did you mean {example}?").format(example=f"[@{key}]")
    if mended is None:
        return _("a citation is written [@key], [@key, p. 4] or [@key, note 6; @other-key]")
    return _("write {example}").format(example="[" + "; ".join(f"@{item}" for item in mended) + "]")


def _mended(case: Case, content: str) -> list[str] | None:
    """Return keys with their places, if all keys are known."""
    visible = "".join(letter for letter in content if category(letter) != "Cf")
    mended = []
    for item in re.split(r";|[\s,]+(?=@)", visible):
        if not item.strip():
            continue
        found = _ITEM.match(item)
        if found is None or found[1] not in case.works:
            return None
        place = " ".join(found[2].split())
        mended.append(f"{found[1]}, {place}" if place else found[1])
    return mended or None


def _spelt_out(case: Case, content: str) -> str | None:
    """Return the key of which the words stand in a bracket, as in `@Adil Soz 2010`."""
    from ..slugs import slug

    words = content.lstrip("@ ")
    if not words or not any(map(str.isalnum, words)):
        return None
    key = slug(words)
    return key if key in case.works else case.near(key, case.works)


def _problem(case: Case, path: Path, message: str, stretch: tuple[int, int], hint: str) -> Problem:
    start, end = stretch
    return case.places.problem("malformed-citation", message, path, hint=hint, inside=(start, end - start))
