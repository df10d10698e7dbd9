"""Texts of a brief as HTML: runs, citations that open what is known of a source, references with the language of each title."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ....brief.briefing import Briefing
from ....brief.model import Unsettled
from ....brief.names import NO_LANGUAGES, base_language
from ....brief.text import Cite, Paragraph, Run, parse, parse_cite
from ....brief.work import Work
from ....i18n import _
from ...lines import clean
from ...prose import between, misprint_label
from .elements import Html, element, joined

_ELEMENTS = {"emphasis": "em", "strong": "strong"}


class Page:
    """What the parts of a page share while they are made: the brief, which sources open over the text, which remarks have been given."""

    def __init__(self, briefing: Briefing, findings: Sequence[str] | None = None) -> None:
        self.findings = findings
        """Addresses of the findings that are on the page; None for all."""
        self.briefing = briefing
        self.index = briefing.index
        self.language = briefing.brief.brief.language
        self.opened: dict[tuple[str, ...], str] = {}
        """Ids of what opens over the text, by the keys of the sources that are in it: works that share a number open together."""
        self.listed: set[str] = set()
        """Keys of the works that are in the list of sources."""
        self.seen: set[str] = set()
        """Remarks that stand in full further up."""

    def has(self, address: str) -> bool:
        """Return whether a finding is on the page."""
        return self.findings is None or address in self.findings

    def numbers(self, cites: Iterable[Cite]) -> Html:
        """Return the numbers of citations in brackets, each a button that opens its source; nothing where there are none."""
        groups: dict[str, list[str]] = {}
        for cite in cites:
            label = self.index.cite_label(cite)
            said = f"{label}, {cite.locator}" if cite.locator else label
            groups.setdefault(said, []).append(self.index.canonical(cite.key))
        if not groups:
            return Html()
        shown = [self._number(label, tuple(dict.fromkeys(keys))) for label, keys in groups.items()]
        few = len("".join(groups)) < 12  # which stay in one line
        return element("span", "[", joined(shown, between(groups)), "]", class_="cites few" if few else "cites")

    def runs(self, runs: Iterable[Run]) -> Html:
        """Return runs of a text."""
        return joined(self._run(run) for run in runs)

    def paragraphs(self, paragraphs: Sequence[Paragraph], more: Sequence[Cite] = ()) -> list[Html]:
        """Return paragraphs and quotations; the last one ends with the numbers of `more`."""
        found = []
        for place, paragraph in enumerate(paragraphs):
            said = self.runs(paragraph.runs)
            if more and place == len(paragraphs) - 1:
                said = joined([said, " ", self.numbers(more)])
            found.append(element("blockquote", element("p", said, dir="auto")) if paragraph.quotation else element("p", said, dir="auto"))
        return found

    def one_line(self, source: str) -> Html:
        """Return a text with its paragraphs one after the other."""
        return joined((self.runs(paragraph.runs) for paragraph in parse(source)), " ")

    def cited(self, items: Iterable[str]) -> Html:
        """Return the numbers of a list of citations."""
        return self.numbers(map(parse_cite, items))

    def reference(self, key: str) -> Html:
        """Return the full reference to a work; titles in other languages say which."""
        work = self.index.work(key)
        works: Sequence[Work] = self.index.candidates(key) if isinstance(work, Unsettled) else [work]
        return self.reference_runs(self.index.full(key), works)

    def reference_runs(self, runs: Iterable[Run], works: Sequence[Work]) -> Html:
        """Return a reference that is made of runs; `works` are those that it is to."""
        waiting = [work for work in works if self.lang(work.language)]
        found: list[Html] = []
        for run in runs:
            said = run.text
            pieces: list[str] = []
            while waiting and run.kind != "link":
                work = waiting[0]
                title = next((form for form in (work.title, _inside_marks(work.title)) if form in said), "")
                if not title:
                    break
                before, said = said[: said.index(title)], said[said.index(title) + len(title) :]
                pieces += [before, element("span", title, lang=self.lang(work.language), dir="auto")]
                waiting.pop(0)
            pieces.append(said)
            found.append(self._marked(run, joined(pieces)))
        return joined(found)

    def lang(self, language: str) -> str | None:
        """Return the tag of a language that is not that of the page; None for that one, and where there is none to name."""
        other = base_language(language) not in (base_language(self.language), *NO_LANGUAGES)
        return language if other else None

    def remarks(self, texts: Iterable[str]) -> list[Html]:
        """Return remarks: in full the first time, to be opened where they stand further up."""
        found = []
        for words in dict.fromkeys(texts):
            said = self.one_line(words)
            if words in self.seen:
                again = element("summary", _("A remark that stands above concerns this, too"))
                found.append(element("details", again, element("p", said), class_="remark again"))
            else:
                label = misprint_label() if self.index.is_misprint(words) else _("Remark")
                head = element("strong", label, class_="label")
                found.append(element("div", element("p", head, " ", said), class_="remark", role="note"))
            self.seen.add(words)
        return found

    def _number(self, label: str, keys: tuple[str, ...]) -> Html:
        """Return a number as a button that opens its sources; where that is not known how to do, as a link to the list of sources."""
        known = [key for key in keys if self._known(key)]
        if not known:
            return element("span", label)
        name = self.opened.setdefault(keys, "open-" + "-and-".join(keys))
        said = "; ".join(self.index.short(key) for key in known)
        kind = ("number", "unsettled" if any(isinstance(self.index.work(key), Unsettled) for key in known) else "")
        outside = any(self.index.outside(key) for key in known)
        if outside:
            said = _("{source} (from outside the report)").format(source=said)
        button = element(
            "button",
            label,
            type="button",
            class_=" ".join(filter(None, (*kind, "outside" if outside else ""))),
            popovertarget=name,
            aria_label=_("{number}: source {source}").format(number=label, source=said),
        )
        return joined([button, element("a", label, class_="number plainly", href=f"#source-{known[0]}")])

    def _known(self, key: str) -> bool:
        try:
            self.index.work(key)
        except KeyError:
            return False
        return True

    def _run(self, run: Run) -> Html:
        if run.kind == "citation":
            return self.numbers(run.cites)
        return self._marked(run, joined([run.text]))

    def _marked(self, run: Run, said: Html) -> Html:
        if run.kind == "link":
            return leaving(run.href, said)
        name = _ELEMENTS.get(run.kind)
        return element(name, said) if name else said


def leaving(address: str, said: str = "") -> Html:
    """Return a link that leads out of the page and says so; nothing but http and https becomes one."""
    words = said or clean(address)
    if not address.startswith(("http://", "https://")):
        return joined([words])
    hidden = element("span", " " + _("(leaves this page)"), class_="aloud")
    return element("a", words, hidden, href=address, class_="leaving", rel="noopener noreferrer external")


def _inside_marks(title: str) -> str:
    """Return a title as it stands inside quotation marks."""
    return title.replace("“", "‘").replace("”", "’")
