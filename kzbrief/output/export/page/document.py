"""The page as a whole: its head, which lets no script and nothing from the network in, its ways around, its parts, its foot."""

from __future__ import annotations

import base64
import hashlib
import os
from collections.abc import Sequence

from .... import __version__
from ....brief.briefing import Briefing
from ....brief.names import base_language
from ....brief.references import full
from ....i18n import _
from ...citing import cite_brief
from ...figures.factbox import box_title
from ...wording import edition_title, evidence, extent_mark
from . import dashboard
from .chronicle import series, timeline
from .dashboard import section
from .elements import BREAK, Html, element, joined, lines
from .findings import section_part
from .prose import Page
from .sources import opened, sources
from .standing import placed

_STYLE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "page.css")
_RIGHT_TO_LEFT = ("ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi")
_RIGHT_SCRIPTS = ("arab", "hebr", "syrc", "thaa")


def document(briefing: Briefing, findings: Sequence[str] | None = None) -> str:
    """Return a brief as a page, or some of its findings, by their addresses, with the score and the works that they rest on."""
    page = Page(briefing, findings)
    top = [dashboard.score(page)]
    if findings is None:
        top += [dashboard.facts(page), dashboard.key_findings(page), dashboard.figure_remarks(page), dashboard.later(page), placed(page)]
    told = [section_part(page, part) for part in briefing.brief.sections]
    rest = [timeline(page), series(page)] if findings is None else []
    rest += [sources(page), *([_evidence(page)] if findings is None else []), _citing(page)]
    parts = [part for part in (*top, *told, *rest) if part]
    country = f"{briefing.brief.brief.title} {extent_mark(briefing)}".rstrip()
    title = f"{country}: {edition_title(briefing)}"
    skip = element("a", _("Skip to the score"), href="#score", class_="skip")
    body = [
        skip,
        element("header", dashboard.head(page)),
        element("nav", _contents(page, parts), aria_label=_("Contents")),
        element("main", BREAK, lines([*parts, opened(page)]), BREAK),
        element("footer", element("p", _foot(page))),
    ]
    html = element(
        "html",
        BREAK,
        _head(title),
        BREAK,
        element("body", BREAK, lines(body), BREAK),
        BREAK,
        lang=page.language,
        dir=direction_of(page.language),
    )
    return f"<!doctype html>\n{html}\n"


def direction_of(language: str) -> str | None:
    """Return that a language is written from right to left, by the script that its tag names or by the usual one; else nothing."""
    script = next((part.lower() for part in language.split("-")[1:] if len(part) == 4), "")
    right = script in _RIGHT_SCRIPTS if script else base_language(language) in _RIGHT_TO_LEFT
    return "rtl" if right else None


def style() -> str:
    """Return the style sheet of pages."""
    with open(_STYLE, encoding="utf-8") as file:
        return file.read()


def _head(title: str) -> Html:
    """Return the head: the one style sheet is let in by its hash, everything else that could be loaded or sent is not."""
    sheet = style()
    digest = base64.b64encode(hashlib.sha256(sheet.encode("utf-8")).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    return element(
        "head",
        lines(
            [
                element("meta", charset="utf-8"),
                element("meta", http_equiv="Content-Security-Policy", content=policy),
                element("meta", name="viewport", content="width=device-width, initial-scale=1"),
                element("meta", name="referrer", content="no-referrer"),
                element("meta", name="color-scheme", content="light dark"),
                element("meta", name="generator", content=f"kzbrief {__version__}"),
                element("title", title),
                element("style", Html(sheet)),
            ]
        ),
    )


def _contents(page: Page, parts: list[Html]) -> Html:
    """Return links to all parts of the page."""
    titles = {
        "score": _("Score"),
        "facts": box_title(page.briefing.brief.facts),
        "key": _("Key findings"),
        "remarks": _("Remarks"),
        "later": _("Later editions"),
    }
    titles["standing"] = _("Among other countries")
    titles |= {f"section-{part.id}": part.title for part in page.briefing.brief.sections}
    titles |= {"timeline": _("Timeline"), "figures": _("Figures over time"), "sources": _("Sources"), "citing": _("How to cite")}
    names = [part.partition('id="')[2].partition('"')[0] for part in parts]
    return element("ul", lines(element("li", element("a", titles[name], href=f"#{name}")) for name in names if name in titles))


def _evidence(page: Page) -> Html:
    return section("evidence", _("Evidence"), [element("p", evidence(page.briefing))])


def _citing(page: Page) -> Html:
    """Return how to cite the report and the brief made from it."""
    briefing = page.briefing
    report = page.reference_runs(full(briefing.brief.report, (), page.language), [briefing.brief.report])
    brief = joined([span.text for span in cite_brief(briefing)])
    return section("citing", _("How to cite"), [element("p", report), element("p", brief)])


def _foot(page: Page) -> str:
    heading = page.briefing.brief.brief
    said = _("Brief {id} on the edition of {year}, exported by kzbrief {version}. The page loads nothing from the network.")
    return said.format(id=heading.id, year=heading.edition, version=__version__)
