"""Figures that can be taken along: the total, a part, a row of the fact box, each with what it must not be without."""

from __future__ import annotations

from ..brief.briefing import Briefing
from ..brief.editions import status_since, this_edition
from ..i18n import _
from ..output.figures.factbox import fact_sentence
from ..output.figures.words import direction, part_in_words, total_in_words
from ..output.lines import clean
from ..output.quoting import remarks_on
from ..output.wording import disputed, parts, previous_result


def total(briefing: Briefing) -> str:
    """Return the total with country, direction, status and edition, with what came before and after, and its remarks."""
    edition = this_edition(briefing.brief)
    said = total_in_words(edition.total, briefing.method.scale_of(edition.year))
    status = [clean(edition.status)] if edition.status and edition.status not in ("n/a", said) else []
    since = status_since(briefing.brief)
    around = [result for result, _numbers in disputed(briefing)] + [result for result in (previous_result(briefing),) if result]
    if since:
        around.append(_("{status} from {year}, as later editions have it").format(status=clean(since.status), year=since.year))
    line = ", ".join([f"{clean(briefing.brief.brief.title)}: {said}", *status, _edition(briefing)])
    return _with_remarks(briefing, f"{line} ({'; '.join(around)})" if around else line, f"edition:{edition.year}")


def part(briefing: Briefing, category: str) -> str:
    """Return a part of the total with its direction, country and edition. Raises StopIteration where the method has none of that id."""
    found = next(part for part in parts(briefing) if part.category.id == category)
    said = part_in_words(found.score, found.category)
    if isinstance(found.score, int | float):
        best = direction("0-best") if _zero_is_best(briefing) else _("{points} is best").format(points=found.category.maximum)
        said = f"{said} ({best})"
    return f"{clean(found.category.title)}: {said}, {_of(briefing)}"


def fact(briefing: Briefing, ident: str) -> str:
    """Return a row of the fact box with country and edition, and its remarks. Raises StopIteration where there is none of that id."""
    found = next(fact for fact in briefing.brief.facts if fact.id == ident)
    return _with_remarks(briefing, f"{fact_sentence(found)}, {_of(briefing)}", f"fact:{ident}")


def event(briefing: Briefing, ident: str) -> str:
    """Return an event with its date, and its remarks. Raises StopIteration where there is none of that id."""
    found = next(event for event in briefing.brief.events if event.id == ident)
    return _with_remarks(briefing, f"{found.date.words()}: {clean(found.label)}", f"event:{ident}")


def _zero_is_best(briefing: Briefing) -> bool:
    return briefing.method.scale_of(briefing.brief.brief.edition).direction == "0-best"


def _of(briefing: Briefing) -> str:
    return f"{clean(briefing.brief.brief.title)}, {_edition(briefing)}"


def _edition(briefing: Briefing) -> str:
    return clean(briefing.brief.report.collection or f"{briefing.method.name} {briefing.brief.brief.edition}")


def _with_remarks(briefing: Briefing, said: str, ref: str) -> str:
    return "\n".join([said, *remarks_on(briefing, ref)])
