"""Events and figures over time as parts of a page."""

from __future__ import annotations

from ....i18n import _
from ...chronicle import event_outside, separate_note
from ...figures.chart import in_order, unit_words, value_words
from ...figures.timeline import groups, order_note
from ...origins import no_source_sentence
from .dashboard import outside_mark, section, table
from .elements import Html, element, joined, lines
from .prose import Page


def timeline(page: Page) -> Html:
    """Return the events by year."""
    briefing = page.briefing
    body: list[Html] = []
    for group in groups(briefing.brief.events):
        items = []
        for event in group.events:
            said: list[str] = [event.label]
            if event_outside(briefing, event):
                said += [" ", outside_mark()]
            if event.cites:
                said += [" ", page.cited(event.cites)]
            elif not event.about:
                said += [" ", element("span", no_source_sentence(page.index), class_="missing")]
            names = [ref.partition(":")[2] for ref in event.about if ref.startswith("finding:")]
            said += [" ", _links(page, names)] if names else []
            remarks = page.remarks(remark.text for remark in page.index.remarks(f"event:{event.id}"))
            date = element("span", event.date.words(), class_="date")
            items.append(element("li", date, " ", element("span", joined(said), class_="text"), *remarks))
        body += [element("h3", group.title), element("ul", lines(items), class_="events")]
    return section("timeline", _("Timeline"), [element("p", order_note(), class_="hint"), *body]) if body else Html()


def series(page: Page) -> Html:
    """Return the figures over time as a table, each value as printed."""
    rows: list[list[str]] = []
    for made in page.briefing.brief.series:
        label = " ".join(filter(None, (made.label, unit_words(made))))
        remarks = page.remarks(remark.text for remark in page.index.remarks(f"series:{made.id}"))
        for place, point in enumerate(in_order(made)):
            name: list[str] = [label, " ", outside_mark()] if made.role == "context" else [label]
            cited = page.cited(dict.fromkeys([*made.cites, *point.cites]))
            rows.append([joined([*name, *([] if place else remarks)]), point.at.words(), value_words(made, point), cited])
    if not rows:
        return Html()
    made_table = table(_("As the report words them"), [_("Figure"), _("Time"), _("Value"), _("Sources")], rows, "series")
    return section("figures", _("Figures over time"), [element("p", separate_note(), class_="hint"), made_table])


def _links(page: Page, names: list[str]) -> Html:
    """Return links to the findings that tell of an event, numbered where there are several."""
    if len(names) == 1:
        entry = page.index.entry(names[0])
        return element(
            "a", _("read more"), element("span", f": {entry.finding.headline}", class_="aloud"), href=f"#{entry.address}", class_="more"
        )
    links = []
    for place, name in enumerate(names, 1):
        entry = page.index.entry(name)
        hidden = element("span", f": {entry.finding.headline}", class_="aloud")
        links.append(element("a", str(place), hidden, href=f"#{entry.address}"))
    return element("span", _("read more:"), " ", joined(links, ", "), class_="more")
