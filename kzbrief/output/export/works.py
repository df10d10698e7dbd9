"""The works behind a brief for citation managers: which there are, and what has to be said of each so that nobody is misled."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from ...brief.briefing import Briefing
from ...brief.model import Unsettled
from ...brief.names import language_name
from ...brief.origin import Origin
from ...brief.text import parse, plain
from ...brief.work import Work
from ...i18n import _, ngettext
from ..findings import keys_behind
from ..origins import collected
from ..wording import edition_title

_BLANKS = re.compile(r"\s+")


class Item(NamedTuple):
    """A work to export."""

    key: str
    """Its key in the brief."""
    work: Work
    """What is known of it."""
    role: Origin
    """What it is to the report."""
    said: tuple[str, ...]
    """What to know about it, a sentence or two each, in the reader's language, in one line each."""
    keywords: tuple[str, ...]
    """Words to find it by."""
    translated: str
    """Its title in the language of the brief, where its own is another; else nothing."""


def items(briefing: Briefing, findings: Sequence[str] | None = None) -> list[Item]:
    """Return the report, the works of its notes in their order, then those from outside; of findings by their addresses those behind them.

    An unsettled reference is no work: each work that it may mean says so.
    """
    brief, index = briefing.brief, briefing.index
    found: list[Item] = []
    report_key = brief.brief.id
    for key in index.sources if findings is None else keys_behind(briefing, findings):
        work = index.work(key)
        if isinstance(work, Unsettled):
            continue
        role = index.origin(key)
        if role == "report":
            report_key = ""
        found.append(_item(briefing, key, work, role))
    if report_key:
        while any(item.key == report_key for item in found):
            report_key += "-report"
        found.append(_item(briefing, report_key, brief.report, "report"))
    order = ("report", "note", "collected", "outside")
    return sorted(found, key=lambda item: order.index(item.role))


def one_line(text: str) -> str:
    """Return a text in one line, with single blanks."""
    return _BLANKS.sub(" ", text).strip()


def _item(briefing: Briefing, key: str, work: Work, role: Origin) -> Item:
    keywords = [briefing.brief.brief.id]
    if role != "note":
        names = {"report": _("the report itself"), "collected": _("collected for the brief"), "outside": _("outside the report")}
        keywords.append(names[role])
    translated = one_line(work.title_translated or "")
    said = (*_standing(briefing, key, role), *_described(briefing, work), *_remarks(briefing, key))
    return Item(key, work, role, tuple(map(one_line, said)), tuple(keywords), translated)


def _standing(briefing: Briefing, key: str, role: Origin) -> list[str]:
    """Say what the work has to do with the report, and what is not settled about that."""
    report = f"{edition_title(briefing)}, {briefing.brief.brief.title}"
    if role == "report":
        index = briefing.index
        known = not collected(index) or any(index.origin(other) == "report" for other in index.sources)
        form = _("This is the report: {report}.") if known else _("The report that the brief is about, which it does not cite: {report}.")
        return [form.format(report=report)]
    if role == "collected":
        form = _("Collected for the brief {brief} on {report}; what the report cites is not known here.")
        return [form.format(report=report, brief=briefing.brief.brief.id), *_perhaps(briefing, key)]
    if role == "outside":
        return [_("From outside the report: {report} does not cite it.").format(report=report)]
    notes = briefing.index.work(key).notes
    form = ngettext("Cited in {report}, note {notes}.", "Cited in {report}, notes {notes}.", len(notes))
    return [form.format(report=report, notes=", ".join(map(str, notes))), *_perhaps(briefing, key)]


def _perhaps(briefing: Briefing, key: str) -> list[str]:
    """Return the references that may mean the work or another one."""
    said = []
    for name, unsettled in briefing.brief.unsettled.items():
        if key in unsettled.candidates:
            others = ", ".join(other for other in unsettled.candidates if other != key)
            if unsettled.notes:
                form = ngettext(
                    "Note {notes} may mean this work or another one ({others}); the report does not say which.",
                    "Notes {notes} may mean this work or another one ({others}); the report does not say which.",
                    len(unsettled.notes),
                )
            else:
                form = _("The reference “{name}” may mean this work or another one ({others}); the report does not say which.")
            said.append(form.format(notes=", ".join(map(str, unsettled.notes)), others=others, name=name))
    return said


def _described(briefing: Briefing, work: Work) -> list[str]:
    """Say what the fields of citation managers have no place for, or would make look more certain than it is."""
    said = []
    if work.title_from == "described":
        said.append(_("The work has no title; this one describes it."))
    elif work.title_from == "address":
        said.append(_("The title is read from the address."))
    if work.title_translated:
        language = language_name(briefing.brief.brief.language)
        said.append(_("Title in {language}: “{title}”.").format(language=language, title=work.title_translated))
    if work.date_printed:
        said.append(_("Date as printed: “{date}”.").format(date=work.date_printed))
    elif not work.date:
        seen = _("Undated; seen {date}.").format(date=work.accessed.words()) if work.accessed else ""
        said.append(seen or _("Undated."))
    if work.republished_by:
        said.append(_("The address is that of a copy, republished by {site}.").format(site=work.republished_by))
    if work.archive_url:
        said.append(_("Archived at {address}").format(address=work.archive_url))
    return said


def _remarks(briefing: Briefing, key: str) -> list[str]:
    """Return the remarks about the work and about the notes that point to it."""
    index = briefing.index
    try:
        notes = index.work(key).notes
    except KeyError:  # the report
        return [_remark(briefing, remark.text) for remark in index.remarks("report")]
    refs = [f"source:{key}", *(f"note:{note}" for note in notes)]
    texts = dict.fromkeys(remark.text for ref in refs for remark in index.remarks(ref))
    return [_remark(briefing, text) for text in texts]


def _remark(briefing: Briefing, text: str) -> str:
    return _("Remark: {text}").format(text=plain(parse(text), briefing.index.cite_label))
