"""Commands that ask for more about what a brief speaks of: events, names, its standing, its evidence, its languages."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from ..brief.names import language_name
from ..brief.tongues import following, translation
from ..i18n import _, ngettext
from ..output.happenings import events_of, events_with, findings_of
from ..output.lines import clean
from ..refusal import RefusedError
from ..toml.problems import DocumentError
from . import chronicle, figures, names, passages
from .moving import passage
from .words import count_words, message, number, sentence

if TYPE_CHECKING:
    from .reader import Reader


def _timeline(reader: Reader, argument: str) -> list[str]:
    if not argument:
        return passage(reader, "timeline")
    fitting = {event.id for event in events_with(reader.briefing, argument)}
    form = ngettext("{count} event has the words {words}.", "{count} events have the words {words}.", len(fitting))
    lines = [form.format(count=len(fitting), words=clean(argument)[:80])]
    for place, event in enumerate(chronicle.events(reader.briefing), 1):
        if event.id in fitting:
            lines += chronicle.event_words(reader.briefing, place, event)
    return lines


def _event(reader: Reader, argument: str) -> list[str]:
    events = chronicle.events(reader.briefing)
    place = number(argument)
    if not 1 <= place <= len(events):
        return [count_words("There is {count} event; type timeline.", "There are {count} events; type timeline.", len(events))]
    event = events[place - 1]
    found = findings_of(reader.briefing, event)
    if not found:
        return [*chronicle.event_words(reader.briefing, place, event), _("No finding tells of it.")]
    return reader.way.jump(reader.way.number_of(found[0]))


def _when(reader: Reader, _argument: str) -> list[str]:
    address = reader.way.finding
    found = events_of(reader.briefing, address) if address else []
    if not found:
        return [_("No event tells of this finding.") if address else _("This is no finding.")]
    return [sentence(f"{event.date.words()}: {clean(event.label)}") for event in found]


def _who(reader: Reader, argument: str) -> list[str]:
    actors = reader.briefing.brief.actors
    argument = argument.removeprefix("is ")
    place = number(argument)
    fitting = [actors[place - 1]] if 1 <= place <= len(actors) else names.called(reader.briefing, argument)
    if len(fitting) == 1:
        return names.card(reader.briefing, fitting[0])
    if not fitting:
        return [_("Type who and a number or a name; names says all of them.")]
    return [sentence(f"{actors.index(actor) + 1}: {clean(actor.name)}") for actor in fitting]


def _standing(reader: Reader, _argument: str) -> list[str]:
    try:
        return figures.standing(reader.briefing)
    except RefusedError as refused:
        return [message(line) for line in str(refused).split("\n")]


def _evidence(reader: Reader, argument: str) -> list[str]:
    lines, behind = figures.evidence(reader.briefing)
    place = number(argument)
    if not argument:
        return lines
    if not 1 <= place <= len(behind):
        return [count_words("There is {count} count; type evidence.", "There are {count} counts; type evidence.", len(behind))]
    return [passages.finding_head(reader.briefing, entry) for entry in behind[place - 1]] or [_("There is none.")]


def _printed(reader: Reader, _argument: str) -> list[str]:
    way = reader.way
    if way.originals:
        way.originals = None
        return [_("The report's own words are left out from now on.")]
    from ..brief.originals import originals

    try:
        found = originals(reader.read)
    except DocumentError as error:
        return [message(error.problems[0].message)]
    way.originals = found
    if not found:
        return [_("No finding has the report's own words.")]
    said = count_words("{count} finding has the report's own words", "{count} findings have the report's own words", len(found))
    return [message(said), *way.said()]


def _language(reader: Reader, _argument: str) -> list[str]:
    then = following(reader.read, reader.headlines)
    if then is None:
        return [message(_("this brief is in {language} alone").format(language=language_name(reader.headlines)))]
    if not then.brief:
        reader.translate(then.tag)
        return [message(_("headlines: {language}").format(language=language_name(then.tag))), *reader.way.said()]
    try:
        found = translation(reader.read, then.brief)
    except DocumentError:
        return [message(_("the brief “{name}” cannot be read").format(name=then.brief))]
    address = reader.way.finding
    # In its own language, since that is what was asked for.
    reader.open(found, headlines=found.brief.brief.language)
    with suppress(KeyError):
        reader.way.here = reader.way.here._replace(stop=reader.way.number_of(address))
    return [message(_("brief: {language}").format(language=language_name(found.brief.brief.language))), *reader.way.said()]


ANSWERS = {
    "timeline": _timeline,
    "event": _event,
    "when": _when,
    "who": _who,
    "standing": _standing,
    "evidence": _evidence,
    "printed": _printed,
    "language": _language,
}
"""What each command answers, by its id."""
