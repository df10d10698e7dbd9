"""What a page begins with: how free the country is, in which year, by which scale, with the parts, the fact box and later editions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ....brief.briefing import Briefing
from ....brief.editions import Gap, later_editions, later_with_gaps, previous_edition, remarked_years, runs, status_since, this_edition
from ....brief.index import Entry
from ....brief.model import Edition
from ....i18n import _
from ...figures.bars import bar_sentence
from ...figures.editions import agreement
from ...figures.factbox import box_caption, box_title
from ...figures.words import direction, number, part_in_words, tone_of, total_in_words
from ...findings import headline, is_without_source
from ...origins import collected, no_source, selection
from ...prose import cites
from ...wording import (
    band_words,
    disputed_results,
    edition_title,
    extract_words,
    parts,
    published_note,
    remarked_figures,
    since_cites,
    since_line,
)
from .drawings import bar_drawing, run_drawing, scale_drawing
from .elements import BREAK, Html, element, joined, lines
from .prose import Page


def head(page: Page) -> Html:
    """Return the country, the edition and when it is of."""
    heading, report = page.briefing.brief.brief, page.briefing.brief.report
    said = [edition_title(page.briefing)]
    if report.date:
        said.append(_("published {date}").format(date=report.date.words()))
    if report.publisher:
        said.append(report.publisher)
    whose = _("A brief in its own words.")
    if report.publisher:
        whose = _("A brief in its own words, not those of {publisher}.").format(publisher=report.publisher)
    more = [f"{whole}."] if (whole := selection(page.index)) else []
    if page.findings is not None:
        more.append(extract_words(page.briefing, page.findings))
    if heading.translation_of:
        more.append(_("A translation of the brief {id}").format(id=heading.translation_of))
    notes = [element("p", words, class_="extent") for words in more]
    return lines(
        [element("h1", heading.title), element("p", ", ".join(said), class_="edition"), element("p", whose, class_="hint"), *notes]
    )


def score(page: Page) -> Html:
    """Return the total with its direction and its status, what came before and after, the scale, and the parts."""
    briefing = page.briefing
    edition = this_edition(briefing.brief)
    scale = briefing.method.scale_of(edition.year)
    if isinstance(edition.total, int | float):
        of = _("of {highest}, {direction}").format(highest=scale.highest, direction=direction(scale.direction))
        total = element("strong", number(edition.total), class_="figure")
        figure = joined([total, " ", element("span", of, class_="of"), *sign(page, edition)])
    else:
        figure = element("strong", _("Total: n/a") if edition.total == "n/a" else _("Total not known"), class_="none")
    said = [element("p", figure, class_="total")]
    status = []
    if edition.status and edition.status != edition.total:  # n/a is said once where both are
        status = [element("strong", edition.status, class_=f"status {tone_of(edition.status, scale)}".strip()), " "]
    status += [_("in the edition of {year}").format(year=edition.year), " ", page.cited(edition.cites)]
    said.append(element("p", *status, class_="standing"))
    notes = _previous(page)
    for words, items in disputed_results(briefing):
        notes.append(element("p", words, " ", page.cited(items), " ", outside_mark()))
    if later := since_line(briefing):
        this = _("This is the edition of {year}.").format(year=edition.year)
        notes.append(element("p", this, " ", later, " ", page.cited(since_cites(briefing)), " ", outside_mark()))
    drawn = element("div", scale_drawing(edition.total, edition.status, scale), class_="drawing")
    words = element("p", band_words(scale), class_="aloud")
    top = element("div", element("div", lines(said), class_="result"), element("div", lines(notes), class_="notes"), class_="top")
    return section("score", _("Score"), [top, drawn, words, _parts(page)])


def facts(page: Page) -> Html:
    """Return the fact box as the report prints it."""
    briefing = page.briefing
    rows: list[list[str]] = []
    for fact in briefing.brief.facts:
        printed = f"{fact.printed} ({fact.printed_previous})" if fact.printed_previous else fact.printed
        cited = joined([" ", page.cited(fact.cites)]) if fact.cites else ""
        name: list[str] = [fact.label]
        if fact.role == "context":
            name += [" ", outside_mark()]
        name += _sign(page, f"fact:{fact.id}")
        rows.append([joined(name), joined([printed, cited])])
    if not rows:
        return Html()
    found = briefing.brief.facts
    return section(
        "facts", box_title(found), [table(box_caption(found, given=collected(briefing.index)), [_("Fact"), _("As given")], rows)]
    )


def sign(page: Page, edition: Edition | None) -> list[Html | str]:
    """Return the sign behind the total of an edition with a remark."""
    return _sign(page, f"edition:{edition.year}") if edition else []


def _sign(page: Page, ref: str) -> list[Html | str]:
    if not page.index.warned(ref):
        return []
    if page.findings is not None:  # the remarks on figures are not on the page
        return [" ", element("span", "! ", _("with a remark"), class_="noted")]
    return [" ", element("a", "!", href="#remarks", class_="sign", aria_label=_("there is a remark"))]


def key_findings(page: Page) -> Html:
    """Return the findings to read first, each with its sources and a link to its text."""
    items = [_key_finding(page, page.index.entry(key)) for key in page.briefing.brief.brief.key_findings]
    return section("key", _("Key findings"), [element("ul", lines(items), class_="key")]) if items else Html()


def figure_remarks(page: Page) -> Html:
    """Return the remarks about fact box and scores."""
    found = remarked_figures(page.briefing, context=True)
    if not found:
        return Html()
    items = []
    for label, remark in found:
        page.seen.add(remark.text)
        items.append(element("li", element("strong", f"{label}:"), " ", page.one_line(remark.text)))
    return section("remarks", _("Remarks on the figures"), [element("ul", lines(items), class_="remark")])


def later(page: Page) -> Html:
    """Return the editions after this one as drawings and a table, each on its own scale, marked as from outside the report."""
    briefing = page.briefing
    if not later_editions(briefing.brief):
        return Html()
    drawn = []
    for place, run in enumerate(runs(briefing.brief, briefing.method)):
        if any(edition and isinstance(edition.total, int | float) for _year, edition in run.years):
            said = _("{direction}; the top of the drawing is best. {bands}.")
            caption = element("figcaption", said.format(direction=direction(run.scale.direction), bands=band_words(run.scale)))
            drawn.append(element("figure", run_drawing(run, f"run-{place}", remarked_years(briefing.brief)), caption))
    rows = []
    for edition in later_with_gaps(briefing.brief):
        if isinstance(edition, Gap):
            rows.append([edition.years, _("none found"), "", ""])
            continue
        scale = briefing.method.scale_of(edition.year)
        total: list[str] = [", ".join(filter(None, (total_in_words(edition.total, scale), published_note(edition)))), *sign(page, edition)]
        for words, items in disputed_results(briefing, edition):
            total += ["; ", words, " ", page.cited(items)]
        rows.append([str(edition.year), joined(total), edition.status or _("not known"), page.cited(edition.cites)])
    since = status_since(briefing.brief)
    body: list[Html] = [element("p", outside_mark(), " ", _("The scale turned round where the drawings part."))] if len(drawn) > 1 else []
    body = body or [element("p", outside_mark())]
    if since:
        body.append(element("p", agreement(since) + "."))
    body += [element("div", lines(drawn), class_="runs")] if drawn else []
    body.append(
        table(
            _("Totals as each edition published them, but where they are derived")
            if any(edition.derived for edition in later_editions(briefing.brief))
            else _("Totals as each edition published them"),
            [_("Edition"), _("Total"), _("Status"), _("Sources")],
            rows,
            "later",
        )
    )
    return section("later", _("Later editions"), body)


def section(name: str, title: str, body: Iterable[str]) -> Html:
    """Return a part of a page with its heading."""
    return element(
        "section", BREAK, lines([element("h2", title, id=f"{name}-head"), *body]), BREAK, id=name, aria_labelledby=f"{name}-head"
    )


def table(caption: str, heads: Sequence[str], rows: Iterable[Sequence[str]], class_: str = "") -> Html:
    """Return a table; the first cell of each row is its head."""
    top = element("tr", joined(element("th", words, scope="col") for words in heads))
    body = [element("tr", element("th", row[0], scope="row"), joined(element("td", cell) for cell in row[1:])) for row in rows]
    said = element("caption", caption)
    made = element("table", said, BREAK, element("thead", top), BREAK, element("tbody", lines(body)), class_=class_ or None)
    return element("div", made, class_="table")


def outside_mark() -> Html:
    """Return the words that mark what the report does not say."""
    return element("span", _("from outside the report"), class_="outside-mark")


def _key_finding(page: Page, entry: Entry) -> Html:
    category = page.briefing.method.category(entry.section.category or "")
    where = category.short if category else entry.section.title
    link = element("a", headline(entry), href=f"#{entry.address}")
    said: list[str] = [element("span", where, class_="where")]
    if page.index.warned(f"finding:{entry.finding.id}"):
        said += [" ", element("span", "! ", _("with a remark"), class_="noted")]
    if entry.finding.draft:
        said += [" ", element("span", _("(draft)"), class_="where")]
    elif is_without_source(entry, page.index):
        said += [" ", element("span", "-- ", no_source(page.index), class_="where")]
    return element("li", link, " ", page.numbers(cites(entry)), " ", element("span", *said, class_="meta"))


def _previous(page: Page) -> list[Html]:
    """What the report prints for the edition before, on the scale of that edition."""
    briefing = page.briefing
    previous = previous_edition(briefing.brief)
    if previous is None:
        return []
    result = total_in_words(previous.total, briefing.method.scale_of(previous.year))
    if previous.status and previous.status != previous.total:
        result = f"{result}, {previous.status}"
    said = _("{year} edition: {result}").format(year=previous.year, result=result)
    return [element("p", said, *sign(page, previous), " ", page.cited(previous.cites))]


def _parts(page: Page) -> Html:
    """The parts of the total as a table with a bar in each row."""
    briefing = page.briefing
    edition, previous = this_edition(briefing.brief), previous_edition(briefing.brief)
    way = briefing.method.scale_of(edition.year).direction
    found = parts(briefing)
    drawn = any(isinstance(part.score, int | float) for part in found)
    longest = max((part.category.maximum for part in found), default=1)
    rows: list[list[str]] = []
    for part in found:
        cells: list[str] = [part.category.title, part_in_words(part.score, part.category)]
        if isinstance(part.score, int | float):
            cells.append(bar_drawing(part.score, part.category.maximum, longest, bar_sentence(part, way), f"part-{part.category.id}"))
        elif drawn:
            cells.append("")
        cells += [part_in_words(part.previous, part.category)] if previous else []
        rows.append(cells)
    note = _("fewer points are better") if way == "0-best" else _("more points are better")
    caption = _("Parts of the total; {note}").format(note=note) if drawn else _("Parts of the total")
    heads = [_("Part"), str(edition.year), *([_("Bar")] if drawn else []), *([_year(previous, briefing)] if previous else [])]
    return table(caption, heads, rows, "parts")


def _year(previous: Edition, briefing: Briefing) -> str:
    """The year of the edition before, with its direction where the scale has turned round since."""
    way = briefing.method.scale_of(previous.year).direction
    if way == briefing.method.scale_of(briefing.brief.brief.edition).direction:
        return str(previous.year)
    note = _("fewer points are better") if way == "0-best" else _("more points are better")
    return _("{year}; {note}").format(year=previous.year, note=note)
