"""The works behind a brief as parts of a page: the list of all, and what opens over the text where one is cited."""

from __future__ import annotations

from collections.abc import Iterable

from ....brief.ages import age_words, archive_hint
from ....brief.model import Unsettled
from ....brief.names import stance_name, type_name
from ....brief.references import in_language
from ....brief.work import Source
from ....i18n import _, ngettext
from ...findings import keys_behind
from ...origins import collected, collected_note, origin_words
from ...sources import numbers
from .dashboard import outside_mark, section
from .elements import Html, element, joined, lines
from .prose import Page, leaving


def sources(page: Page) -> Html:
    """Return all works: the report's by their notes, then those from outside; of some findings those that they and their remarks cite."""
    index = page.index
    wanted = list(index.sources)
    if page.findings is not None:
        named = {*keys_behind(page.briefing, page.findings), *(key for keys in page.opened for key in keys)}
        wanted = [key for key in index.sources if key in named]
    page.listed.update(wanted)
    inside = [_item(page, key) for key in wanted if not index.outside(key)]
    outside = [_item(page, key) for key in wanted if index.outside(key)]
    hint = f"{note[:1].upper()}{note[1:]}." if (note := collected_note()) and collected(index) else ""
    body: list[Html] = [element("p", hint, class_="hint")] if hint else []
    body += [element("ul", lines(inside), class_="works")] if inside else []
    if outside:
        body += [element("h3", _("From outside the report")), element("ul", lines(outside), class_="works")]
    return section("sources", _("Sources"), body) if body else Html()


def opened(page: Page) -> Html:
    """Return what opens over the text: one for each set of sources that was cited together under one number."""
    return lines(_opened(page, name, keys) for keys, name in page.opened.items())


def _opened(page: Page, name: str, keys: tuple[str, ...]) -> Html:
    parts: list[Html] = []
    known = [key for key in keys if key in page.index.sources]
    for key in known:
        parts.append(element("p", element("strong", f"[{numbers(page.briefing, key)}]"), " ", page.reference(key), class_="reference"))
        parts += _facts(page, key)
    links = [element("a", _("in the list of sources"), href=f"#source-{key}") for key in known[:1] if key in page.listed]
    close = element("button", _("Close"), type="button", popovertarget=name, popovertargetaction="hide", class_="close")
    parts.append(element("p", *links, close, class_="foot"))
    said = "; ".join(page.index.short(key) for key in known)
    return element("div", lines(parts), id=name, popover=True, role="dialog", aria_label=_("Source: {source}").format(source=said))


def _item(page: Page, key: str) -> Html:
    """Return a work with all that is known of it and the findings that cite it."""
    index = page.index
    head = element("p", element("strong", f"[{numbers(page.briefing, key)}]"), " ", page.reference(key), class_="reference")
    body = [head, *_facts(page, key)]
    places = list(dict.fromkeys(citation.address for citation in index.places(key)))
    if places:
        named = [(address, index.entry(address).finding.headline or address) for address in places]
        links = [element("a", said, href=f"#{address}") if page.has(address) else said for address, said in named]
        said = ngettext("Cited in {count} finding", "Cited in {count} findings", len(places))
        many = element("summary", said.format(count=len(places)))
        body.append(element("details", many, element("ul", lines(element("li", link) for link in links))))
    return element("li", lines(body), id=f"source-{key}")


def _facts(page: Page, key: str) -> list[Html]:
    """Return what is to be known of a work before it is trusted."""
    work = page.index.work(key)
    if isinstance(work, Unsettled):
        return [element("p", work.reason, class_="facts"), *_remarks(page, key)]
    facts: list[str] = [outside_mark()] if page.index.outside(key) else []
    if not facts and (said := origin_words(page.index, key)):
        facts.append(said)
    kind = [type_name(work.type), in_language(work, page.language)]
    facts.append(", ".join(part for part in kind if part))
    if work.title_from != "print":
        facts.append(_("our description: the work has no title") if work.title_from == "described" else _("title as in its address"))
    facts.append(_("who speaks: {stance}").format(stance=stance_name(page.index.stance(key))))
    facts.append(_("age: {age}").format(age=age_words(work, page.briefing.brief.brief.edition)))
    if work.accessed:
        facts.append(_("seen {date}").format(date=work.accessed.words()))
    made = [element("p", joined(facts, "; "), class_="facts")]
    return [*made, *_archive(work), *_remarks(page, key)]


def _archive(work: Source) -> Iterable[Html]:
    """Yield where a copy may be, if nobody knows that there is one; a copy that is known stands in the reference."""
    if hint := archive_hint(work):
        yield element("p", _("Archived perhaps; this address has not been tried:"), " ", leaving(hint), class_="facts")


def _remarks(page: Page, key: str) -> list[Html]:
    refs = [f"source:{key}", *(f"note:{note}" for note in page.index.work(key).notes)]
    texts = dict.fromkeys(remark.text for ref in refs for remark in page.index.remarks(ref))
    return page.remarks(texts)
