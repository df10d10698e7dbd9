"""The works behind a brief as lines: all of them with their references, or all that is known of one."""

from __future__ import annotations

from collections.abc import Sequence

from ..brief.ages import age_words, archive_hint
from ..brief.briefing import Briefing
from ..brief.index import Index
from ..brief.model import Unsettled
from ..brief.names import stance_name, type_name
from ..brief.references import byline, in_language
from ..brief.work import Source
from ..i18n import N_, _
from .findings import hanging, headline, remark_lines
from .lines import Line, Span, clean, indent, pad, width_of
from .origins import origin_words, sources_head
from .prose import spans
from .supports import perhaps_meant, supports
from .wrapping import wrap

_LABELS = (
    N_("Kind"), N_("Who speaks"), N_("Age"), N_("Seen"), N_("Address"), N_("Archived"), N_("As printed"), N_("Notes"), N_("Cited in"),
    N_("Supports"), N_("Key"), N_("Reference"), N_("Collection"), N_("Publisher"), N_("Place"),
)  # fmt: skip
"""The labels beside what is known of a work, here and in the app."""


def source_lines(briefing: Briefing, width: int, seen: set[str], keys: Sequence[str] | None = None) -> list[Line]:
    """Return works with full references, all of them or those of the keys: those of the report by their notes, then those from outside.

    Of remarks in `seen`, which have been printed before, only the first words are repeated.
    """
    index = briefing.index
    lines: list[Line] = []
    outside = False
    for key in index.sources if keys is None else keys:
        if index.outside(key) and not outside:
            outside = True
            lines += [*([[]] if lines else []), *wrap([Span("* ", "outside"), Span(_("Sources from outside the report"), "strong")], width)]
        elif not lines:
            lines += wrap([Span(sources_head(index), "strong")], width)
        lines += hanging(
            [Span(f"[{numbers(briefing, key)}]", "cite"), Span(" "), *spans(index.full(key), index), *itself(index, key)], width, 4
        )
        lines += indent(remark_lines(briefing, _remarks(briefing, key), width - 4, seen), 4)
    return lines


def itself(index: Index, key: str) -> list[Span]:
    """Return what is said behind a reference where the work is the report itself; else nothing."""
    return [Span(f" ({origin_words(index, key)})")] if index.origin(key) == "report" else []


def numbers(briefing: Briefing, key: str) -> str:
    """Return the numbers of a work's notes, as in `5, 6, 14`; its label where it has none."""
    notes = briefing.index.work(key).notes
    return ", ".join(map(str, notes)) if notes else briefing.index.label(key)


def keys_of(briefing: Briefing, word: str) -> list[str]:
    """Return the keys of what a word names: a key, or all works of a note; KeyError where it names nothing."""
    index = briefing.index
    number = word.strip("[]")
    if number.isascii() and number.isdigit():
        found = [key for key in index.sources if int(number) in index.work(key).notes] if len(number) < 6 else []
        found = found or [key for key in index.sources if index.label(key) == number]
    else:
        # The report itself is R; whoever types or says its name need not know that.
        number = "R" if number.casefold() in ("r", "report") else number
        found = [key for key in index.sources if key == word or index.label(key) == number]
        found = found or [key for key in index.sources if number == "R" and index.origin(key) == "report"]
    if not found:
        raise KeyError(word)
    return found


def source_detail(briefing: Briefing, key: str, width: int) -> list[Line]:
    """Return all that is known of a work, the original title first, with the places that cite it."""
    index = briefing.index
    work = index.work(key)
    lines = _unsettled(briefing, work, width) if isinstance(work, Unsettled) else _work(briefing, key, work, width)
    lines += _row(_("Notes"), _notes(briefing, key, work), width)
    for place, citation in enumerate(index.places(key)):
        said = f"{citation.address} [{citation.label}] {headline(index.entry(citation.address))}"
        lines += _row(_("Cited in") if place == 0 else "", said, width)
    if not index.places(key):
        lines += _row(_("Cited in"), perhaps_meant(briefing, key) or _("no finding"), width)
    if things := supports(briefing, key):
        lines += _row(_("Supports"), "; ".join(things), width)
    lines += _row(_("Key"), key, width)
    lines += _labelled(_("Reference"), spans(index.full(key), index), width)
    return [*lines, *remark_lines(briefing, _remarks(briefing, key), width, set())]


def label_column() -> int:
    """Return the cells of the labels beside what is known of a work: as many as the longest needs in the language in use."""
    return max(width_of(_(label)) for label in _LABELS) + 1


def _work(briefing: Briefing, key: str, work: Source, width: int) -> list[Line]:
    lines = wrap([Span(clean(work.title), "strong")], width)
    if work.title_from != "print":
        said = _("(our description: the work has no title)") if work.title_from == "described" else _("(title as in its address)")
        lines += wrap([Span(said, "dim")], width)
    if work.title_translated:
        lines += wrap([Span(f"[{clean(work.title_translated)}]")], width)
    lines += wrap([Span(clean(byline(work)))], width)
    if work.republished_by:
        lines += wrap([Span(_("republished by {site}").format(site=clean(work.republished_by)))], width)
    lines.append([])
    kind = [type_name(work.type), in_language(work, briefing.brief.brief.language)]
    lines += _row(_("Kind"), ", ".join(part for part in kind if part), width)
    lines += _row(_("Who speaks"), stance_name(briefing.index.stance(key)), width)
    lines += _row(_("Age"), age_words(work, briefing.brief.brief.edition), width)
    if work.accessed:
        lines += _row(_("Seen"), work.accessed.words(), width)
    if work.url:
        lines += _row(_("Address"), work.url, width, "link", work.url)
    if work.archive_url:
        lines += _row(_("Archived"), work.archive_url, width, "link", work.archive_url)
    elif hint := archive_hint(work):
        lines += _row(_("Archived"), _("perhaps; this address has not been tried:"), width)
        lines += _row("", hint, width, "link", hint)
    return lines


def _unsettled(briefing: Briefing, work: Unsettled, width: int) -> list[Line]:
    said = _("The report does not say which of these works it means")
    lines = wrap([Span(said, "strong")], width)
    lines += wrap([Span(clean(work.reason))], width)
    for key in work.candidates:
        index = briefing.index
        lines += indent(hanging([Span(f"[{numbers(briefing, key)}]", "cite"), Span(" "), *spans(index.full(key), index)], width - 2, 4), 2)
    lines.append([])
    return [*lines, *(_row(_("As printed"), clean(work.printed), width) if work.printed else [])]


def _notes(briefing: Briefing, key: str, work: Source | Unsettled) -> str:
    if work.notes:
        return _("{notes} in the printed report").format(notes=", ".join(map(str, work.notes)))
    return _("none ({label}): {words}").format(label=briefing.index.label(key), words=origin_words(briefing.index, key))


def _remarks(briefing: Briefing, key: str) -> list[str]:
    """Return the remarks about a work and about its notes, each once."""
    index = briefing.index
    refs = [f"source:{key}", *(f"note:{note}" for note in index.work(key).notes)]
    return list(dict.fromkeys(remark.text for ref in refs for remark in index.remarks(ref)))


def _row(label: str, value: str, width: int, tone: str = "", link: str = "") -> list[Line]:
    """Return a label with its value beside it, or below it where the lines are narrow."""
    return _labelled(label, [Span(clean(value), tone, link=link)], width)


def _labelled(label: str, said: Sequence[Span], width: int) -> list[Line]:
    by = label_column()
    if width < 2 * by + 10:
        return [*([[Span(label, "dim")]] if label else []), *indent(wrap(said, width - 2), 2)]
    rows = wrap(said, width - by) or [[]]
    return [[*pad([Span(label, "dim")], by, "dim"), *rows[0]], *indent(rows[1:], by)]
