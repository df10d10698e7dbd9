"""The sections of a report as parts of a page: each finding with its sources, its date and its remarks."""

from __future__ import annotations

from ....brief.editions import this_edition
from ....brief.index import Entry
from ....brief.model import Section
from ....brief.text import parse_cite
from ....brief.work import Source
from ....i18n import _
from ...figures.questions import question_words
from ...figures.words import direction, part_in_words
from ...findings import headline
from ...origins import no_source_sentence
from ...prose import cites
from .dashboard import section
from .elements import BREAK, Html, element, lines
from .prose import Page


def section_part(page: Page, part: Section) -> Html:
    """Return a section with its score, its topics and its findings; nothing where it has no finding."""
    entries = [entry for entry in page.index.entries_of(part) if page.has(entry.address)]
    if not entries:
        return Html()
    body: list[Html] = []
    if score := _score(page, part):
        body.append(element("p", score, class_="points"))
    topic: str | None = None
    before: Entry | None = None
    for entry in entries:
        if entry.finding.topic != topic:
            topic = entry.finding.topic
            body += [element("h3", topic, dir="auto")] if topic else []
        if scored := question_words(page.briefing, entry, before):
            body.append(element("p", scored, class_="points"))
        before = entry
        body.append(finding(page, entry, 4 if topic else 3))
    return section(f"section-{part.id}", part.title, body)


def finding(page: Page, entry: Entry, level: int) -> Html:
    """Return a finding under a heading of a level; what has no source says so."""
    made = entry.finding
    body = [element(f"h{level}", element("a", headline(entry), href=f"#{entry.address}"), dir="auto")]
    if when := _when(page, entry):
        body.append(element("p", when, class_="when"))
    body += page.paragraphs(page.index.paragraphs(entry), list(map(parse_cite, made.cites)))
    if made.cites and not made.text:
        body.append(element("p", page.cited(made.cites)))
    if made.draft:
        body.append(element("p", _("Still to be written."), class_="missing"))
    elif not cites(entry):
        body.append(element("p", no_source_sentence(page.index), class_="missing"))
    body += page.remarks(remark.text for remark in page.index.remarks(f"finding:{made.id}"))
    return element("article", BREAK, lines(body), BREAK, id=entry.address)


def _score(page: Page, part: Section) -> str:
    """Return the score of a section with its direction; nothing where it has none."""
    category = page.briefing.method.category(part.category or "")
    if category is None:
        return ""
    edition = this_edition(page.briefing.brief)
    score = edition.scores.get(category.id)
    said = part_in_words(score, category)
    if not isinstance(score, int | float):
        return said
    way = page.briefing.method.scale_of(edition.year).direction
    best = direction(way) if way == "0-best" else _("{maximum} is best").format(maximum=category.maximum)
    return _("{score} ({best}), edition of {year}").format(score=said, best=best, year=edition.year)


def _when(page: Page, entry: Entry) -> str:
    """Return when the thing happened, or as of when the report says so, and of when its sources are where they are older.

    Nothing is said twice: not the year of a source that the headline names.
    """
    made = entry.finding
    if made.date:
        return made.date.words()
    if not made.as_of:
        return ""
    said = _("told as of {date}").format(date=made.as_of.words())
    works = (page.index.work(citation.key) for citation in page.index.citations_of(entry))
    years = [work.date.year for work in works if isinstance(work, Source) and work.date]
    if not years or max(years) >= made.as_of.year or str(max(years)) in headline(entry):
        return said
    return _("{when}; the newest dated source is of {year}").format(when=said, year=max(years))
