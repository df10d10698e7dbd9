"""Which work each note means: short references lead to the work that another note has in full; what fits two works stays unsettled."""

from __future__ import annotations

import re
from collections.abc import Sequence
from unicodedata import normalize

from msgspec import Struct, field

from . import laws, reference
from .addresses import take_out
from .notes import Note
from .people import family
from .splitting import parts_of
from .works import Found

_SEE_NOTE = re.compile(r"(?:see,? |also |supra,? |above,? |at |op\. cit\.,? )*(?:note|fn\.?|n\.) ?([0-9]{1,4})\b", re.IGNORECASE)


class Open(Struct, kw_only=True):
    """A short reference that fits several works."""

    candidates: list[Found]
    printed: str
    notes: list[int]
    reason: str
    key: str = ""


Target = Found | Open


class Resolved(Struct, kw_only=True):
    """All that the notes point to."""

    works: list[Found] = field(default_factory=list)
    """Each work once, in the order of the notes."""
    open: list[Open] = field(default_factory=list)
    by_note: dict[int, list[Target]] = field(default_factory=dict)
    """What each note points to, by its number."""
    pages: dict[tuple[int, int], str] = field(default_factory=dict)
    """Where in a work, by the number of the note and the `id` of what it points to."""


def resolve(notes: Sequence[Note]) -> Resolved:
    """Return the works of notes."""
    read: list[Found] = []
    for note in notes:
        addressed = take_out(note.text)
        read.extend(reference.read(note.number, part, addressed.addresses) for part in parts_of(addressed.text))
    full: list[Found] = [found for found in read if not found.short]
    index = _Index(full)
    result = Resolved()
    order = {id(found): place for place, found in enumerate(read)}
    opened: dict[tuple[int, ...], Open] = {}
    same: dict[tuple[str, ...], Found] = {}
    before: list[Target] = []
    for place, found in enumerate(read):
        targets = result.by_note.setdefault(found.number, [])
        if place and read[place - 1].number != found.number:
            before = result.by_note[read[place - 1].number]
        candidates, reason = _candidates(found, index, before, result)
        earlier = [item for item in candidates if not isinstance(item, Found) or order[id(item)] < place]
        candidates = _unique(earlier or candidates, same)
        if len(candidates) == 1:
            target = candidates[0]
            if isinstance(target, Found) and found.title_from == "described" and not found.ibid and not _SEE_NOTE.match(found.printed):
                target.guesses.append(f"notes: note {found.number} gives a name alone, and no other work has it")
        elif candidates:
            target = _open(found, candidates, reason, opened, result)
        else:
            target = _own(found, same, result)
        if found.number not in target.notes:
            target.notes.append(found.number)
        if target not in targets:
            targets.append(target)
        if found.pages:
            result.pages.setdefault((found.number, id(target)), found.pages)
    for place, work in enumerate(result.works):
        work.notes.sort()
        if not work.title:
            work.title, work.title_from = work.url or work.printed[:200] or f"note {work.number}", "described"
        result.works[place] = work
    return result


class _Index:
    """Full works by names and by the beginnings of their titles, so that many notes are looked up in little time."""

    def __init__(self, works: Sequence[Found]) -> None:
        self.by_start: dict[str, list[Found]] = {}
        self.by_name: dict[str, list[Found]] = {}
        self.laws = [work for work in works if work.law]
        for work in works:
            for title in {folded(work.title), folded(work.translated)} - {""}:
                self.by_start.setdefault(title[:8], []).append(work)
            for name in {folded(family(name)) for name in work.authors + work.editors}:
                self.by_name.setdefault(name, []).append(work)

    def starting(self, title: str) -> list[Found]:
        """Return the works whose title may begin with a title."""
        if len(title) >= 8:
            return self.by_start.get(title[:8], [])
        return [work for start, works in self.by_start.items() if start.startswith(title) for work in works]


def _candidates(found: Found, index: _Index, before: list[Target], result: Resolved) -> tuple[list[Target], str]:
    """Return what a reference may mean, and why that cannot be settled if it is more than one."""
    if found.ibid and not found.url:
        return list(before), "it points to the note before, which has several works"
    if not found.short:
        return [], ""
    if found.law:
        known = [*index.laws, *(work for work in result.works if work.law and work.short)]
        return list(_same_law(laws.key_of(found.title), known)), "the note gives only the name of a law, and these share it"
    if found.title_from == "described":
        if mention := _SEE_NOTE.match(found.printed):
            return list(result.by_note.get(int(mention[1]), [])), f"note {mention[1]} has several works"
        name = folded(re.split(r"[,.]", found.title)[0])
        fits = index.by_name.get(name, []) if len(found.title) <= 80 and name else []
        return list(fits), "the note gives a name alone, and several works have it"
    title = folded(found.title)
    if len(title) < 3:
        return [], ""
    fits = []
    for work in index.starting(title):
        if _titles_fit(title, work) and _names_fit(found, work):
            fits.append(work)
    return list(fits), "the note gives only an author and a title, and these works share both"


def _same_law(key: str, known: Sequence[Found]) -> list[Found]:
    """Return the laws of a name: those that have it, else those whose names go on from it, else those that it goes on from."""
    keys = [(laws.key_of(work.title), work) for work in known]
    exact = [work for other, work in keys if other == key]
    return (
        exact
        or [work for other, work in keys if other.startswith(f"{key} ")]
        or [work for other, work in keys if key.startswith(f"{other} ")]
    )


def _titles_fit(title: str, work: Found) -> bool:
    return any(other == title or other.startswith(f"{title} ") for other in (folded(work.title), folded(work.translated)))


def _names_fit(short: Found, work: Found) -> bool:
    names = {folded(family(name)) for name in short.authors}
    others = {folded(family(name)) for name in work.authors + work.editors} | {folded(work.publication)}
    return not names or bool(names & others) or any(a in b or b in a for a in names for b in others if a and b)


def _unique(candidates: Sequence[Target], same: dict[tuple[str, ...], Found]) -> list[Target]:
    """Return candidates each once: a work that was met before stands for its repetitions."""
    unique: list[Target] = []
    for item in candidates:
        target = same.get(_identity(item), item) if isinstance(item, Found) else item
        if all(target is not other for other in unique):
            unique.append(target)
    return unique


def _own(found: Found, same: dict[tuple[str, ...], Found], result: Resolved) -> Found:
    """Return the work itself, or the same one that an earlier note has."""
    target = same.setdefault(_identity(found), found)
    if target is found:
        result.works.append(found)
        if found.short and found.title_from != "described":
            found.guesses.append("no note has this work in full")
    return target


def _open(found: Found, candidates: list[Target], reason: str, opened: dict[tuple[int, ...], Open], result: Resolved) -> Target:
    works: list[Found] = []
    for item in candidates:
        for work in item.candidates if isinstance(item, Open) else [item]:
            if all(work is not other for other in works):
                works.append(work)
    key = tuple(sorted(map(id, works)))
    if key not in opened:
        opened[key] = Open(candidates=works, printed=found.printed, notes=[], reason=reason)
        result.open.append(opened[key])
    return opened[key]


def _identity(found: Found) -> tuple[str, ...]:
    address = found.url.lower().removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/")
    if address:
        return address, folded(found.title)
    return "", folded(found.title), found.date, folded(found.publication), " ".join(map(folded, found.authors))


def folded(text: str) -> str:
    """Return words without capitals, accents and punctuation, to compare them."""
    text = "".join(letter for letter in normalize("NFKD", text.casefold()) if letter.isalnum() or letter.isspace() or letter in "-\u2014:/")
    return " ".join(re.sub(r"[-\u2014:/]", " ", text).split())
