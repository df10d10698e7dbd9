"""What is said of the works behind a brief: all of them in a line each, or all that is known of one."""

from __future__ import annotations

from ..brief.ages import age_words, archive_hint
from ..brief.briefing import Briefing
from ..brief.model import Unsettled
from ..brief.names import language_after_in, stance_name, type_name
from ..brief.references import byline, in_language
from ..brief.work import Source
from ..i18n import _
from ..output.findings import headline
from ..output.lines import clean
from ..output.origins import origin_words
from ..output.supports import supports
from .words import count_words, remark_words, run_words, sentence, source_words


def works(briefing: Briefing) -> list[str]:
    """Return all works with full references, those of the report first."""
    index = briefing.index
    lines = [count_words("{count} work and short reference.", "{count} works and short references.", len(index.sources))]
    outside = False
    for key in index.sources:
        if index.outside(key) and not outside:
            outside = True
            lines.append(_("From outside the report:"))
        lines.append(f"{head(briefing, key)} {run_words(index.full(key), index)}")
    return lines


def head(briefing: Briefing, key: str) -> str:
    """Return the number of a work with its other notes, as in `Source 5, also notes 6 and 14:`."""
    notes = briefing.index.work(key).notes[1:]
    said = source_words(briefing.index.label(key))
    said = said[:1].upper() + said[1:]
    if len(notes) == 1:
        return _("{source}, also note {number}:").format(source=said, number=notes[0])
    if notes:
        numbers = ", ".join(map(str, notes[:-1]))
        return _("{source}, also notes {numbers} and {last}:").format(source=said, numbers=numbers, last=notes[-1])
    return f"{said}:"


def work(briefing: Briefing, key: str) -> list[str]:
    """Return all that is known of a work, with the findings that cite it, numbered."""
    index = briefing.index
    found = index.work(key)
    lines = [sentence(f"{head(briefing, key)} {clean(index.short(key))}")]
    lines += _unsettled(briefing, found) if isinstance(found, Unsettled) else _source(briefing, key, found)
    places = cited_in(briefing, key)
    lines.append(
        count_words("Cited in {count} finding.", "Cited in {count} findings.", len(places)) if places else _("Cited in no finding.")
    )
    if things := supports(briefing, key):
        lines.append(sentence(_("Supports {things}").format(things="; ".join(things))))
    for place, address in enumerate(places, 1):
        entry = index.entry(address)
        said = _("Place {place}: finding {number}, {headline}")
        lines.append(sentence(said.format(place=place, number=entry.position, headline=clean(headline(entry)))))
    lines.append(_("Reference: {words}").format(words=run_words(index.full(key), index)))
    return lines + remark_words([f"source:{key}", *(f"note:{note}" for note in found.notes)], index)


def cited_in(briefing: Briefing, key: str) -> list[str]:
    """Return the addresses of the findings that cite a work, each once."""
    return list(dict.fromkeys(citation.address for citation in briefing.index.places(key)))


def addresses(briefing: Briefing, key: str) -> list[str]:
    """Return the web addresses of a work, the untried one of an archive last."""
    found = briefing.index.work(key)
    if isinstance(found, Unsettled):
        return [_("The report does not say which work it means.")]
    lines = [_("Address: {address}").format(address=clean(found.url))] if found.url else []
    if found.archive_url:
        lines.append(_("Archived: {address}").format(address=clean(found.archive_url)))
    elif hint := archive_hint(found):
        lines.append(_("Archived, perhaps; this address has not been tried: {address}").format(address=clean(hint)))
    return lines or [_("No address is known.")]


def _source(briefing: Briefing, key: str, found: Source) -> list[str]:
    own = in_language(found, briefing.brief.brief.language)
    title = _("Title in {language}: {title}").format(language=language_after_in(found.language), title=clean(found.title))
    lines = [sentence(title if own else _("Title: {title}").format(title=clean(found.title)))]
    if found.title_from != "print":
        lines.append(_("Our description: the work has no title.") if found.title_from == "described" else _("Title as in its address."))
    if found.title_translated:
        lines.append(sentence(_("Translated: {title}").format(title=clean(found.title_translated))))
    if said := byline(found):
        lines.append(sentence(_("Published: {words}").format(words=clean(said))))
    if found.republished_by:
        lines.append(sentence(_("Republished by {site}").format(site=clean(found.republished_by))))
    lines.append(sentence(_("Kind: {kind}").format(kind=type_name(found.type))))
    lines.append(sentence(_("Who speaks: {stance}").format(stance=stance_name(briefing.index.stance(key)))))
    lines.append(sentence(_("Age: {age}").format(age=age_words(found, briefing.brief.brief.edition))))
    if found.accessed:
        lines.append(sentence(_("Seen: {date}").format(date=found.accessed.words())))
    if said := origin_words(briefing.index, key):
        lines.append(sentence(said[:1].upper() + said[1:]))
    return lines + addresses(briefing, key)


def _unsettled(briefing: Briefing, found: Unsettled) -> list[str]:
    index = briefing.index
    lines = [_("The report does not say which of these works it means: {reason}").format(reason=sentence(clean(found.reason)))]
    said = _("Perhaps {head} {words}")
    lines += [said.format(head=head(briefing, key), words=run_words(index.full(key), index)) for key in found.candidates]
    if found.printed:
        lines.append(sentence(_("As printed: {words}").format(words=clean(found.printed))))
    return lines
