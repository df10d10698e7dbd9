"""Markdown as others read it: Pandoc and GitHub (cmark-gfm, or markdown-it where that is missing) make the same of it."""

from __future__ import annotations

import shutil
import subprocess
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from kzbrief.brief import briefing as briefings
from kzbrief.brief.comparison import side
from kzbrief.brief.entry import Listed, entry_of
from kzbrief.brief.standing import standing
from kzbrief.output.comparison_forms import comparison_markdown
from kzbrief.output.markdown import findings_markdown, listing_markdown, section_markdown, sources_markdown, summary_markdown
from kzbrief.output.markup import block, escaped
from kzbrief.output.standing_forms import standing_markdown
from kzbrief.output.weighing_forms import weighing_markdown

DATA = Path(__file__).parents[1] / "data"
BRIEFS = {name: briefings.load(DATA / f"{name}.toml") for name in ("golden", "complete", "small", "minimal")}
BRIEFS.update({name: briefings.load(name) for name in ("kazakhstan-2011", "kazakhstan-2025")})
WITH_PANDOC = pytest.mark.skipif(shutil.which("pandoc") is None, reason="pandoc is not installed")
WITH_CMARK = pytest.mark.skipif(shutil.which("cmark-gfm") is None, reason="cmark-gfm is not installed")
_LOOKS = ("colgroup", "col")
"""Tags that only say how wide a column is drawn."""


class Structure(HTMLParser):
    """Tags and texts of a page, without what only its looks depend on."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _LOOKS:
            self.found.append(f"<{tag} {dict(attrs).get('href')}>" if tag == "a" else f"<{tag}>")

    def handle_endtag(self, tag: str) -> None:
        if tag not in _LOOKS:
            self.found.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        if not data.strip():
            return
        if self.found and self.found[-1][:1] != "<":
            self.found[-1] += data
        else:
            self.found.append(data)


def structure(page: str) -> list[str]:
    return [" ".join(part.split()) for part in Structure(page).found]


def by_pandoc(text: str) -> list[str]:
    return structure(_run(["pandoc", "--from", "markdown", "--to", "html"], text))


def by_cmark(text: str) -> list[str]:
    return structure(
        _run(["cmark-gfm", *(part for name in ("table", "strikethrough", "autolink", "tasklist") for part in ("-e", name))], text)
    )


def by_markdown_it(text: str) -> list[str]:
    reader = MarkdownIt("gfm-like")
    assert reader.linkify is not None
    reader.linkify.set({"fuzzy_link": False, "fuzzy_email": False})  # GitHub links no bare names
    return structure(reader.render(text))


def _run(command: list[str], text: str) -> str:
    return subprocess.run(command, input=text, capture_output=True, text=True, encoding="utf-8", check=True).stdout


def documents(name: str) -> list[str]:
    """Return all that is printed of a brief in Markdown."""
    briefing = BRIEFS[name]
    texts = [summary_markdown(briefing), summary_markdown(briefing, full=True), sources_markdown(briefing)]
    texts += [section_markdown(briefing, section.id) for section in briefing.brief.sections]
    texts += [findings_markdown(briefing, [entry.address for entry in briefing.index.entries[:3]]), weighing_markdown(briefing)]
    found = standing(briefing.brief, briefing.method)
    texts += [standing_markdown(briefing)] if found and found.own else []
    others = [BRIEFS[other] for other in ("kazakhstan-2011", "golden", "kazakhstan-2025") if other != name]
    texts += [comparison_markdown([side(briefing), side(other)]) for other in others]
    texts.append(comparison_markdown([side(briefing), *map(side, others)]))
    return [*texts, listing_markdown([Listed(name, "path", entry=entry_of(briefing))])]


@WITH_PANDOC
@pytest.mark.parametrize("name", BRIEFS)
def test_pandoc_and_markdown_it_agree(name: str) -> None:
    for text in documents(name):
        assert by_pandoc(text) == by_markdown_it(text)


@WITH_CMARK
@pytest.mark.parametrize("name", BRIEFS)
def test_github_and_markdown_it_agree(name: str) -> None:
    for text in documents(name):
        assert by_cmark(text) == by_markdown_it(text)


PIECES = [*"ab1 .)(#*_-+=~`<>[]{}|\\!&;:$^%/@\"'", "www.x.example", "http://x.example", "...", "--", ":a:"]
SIGNS = st.lists(st.sampled_from(PIECES), min_size=1, max_size=12).map("".join)


@WITH_PANDOC
@given(st.lists(SIGNS, min_size=20, max_size=40))
@settings(max_examples=15)
def test_pandoc_takes_what_authors_write_for_text(texts: list[str]) -> None:
    """Many at once, since Pandoc takes a while to start."""
    shown = by_pandoc("\n\n".join(f"# x\n\n{block(escaped(text))}" for text in texts))
    expected = [
        part for text in texts for part in ["<h1>", "x", "</h1>", *(["<p>", " ".join(text.split()), "</p>"] if text.strip() else [])]
    ]
    assert shown == expected


@WITH_CMARK
@pytest.mark.parametrize("text", ["www.gov.kz", "see http://x.example/a", 'it\'s "so"', "a@b", "- a", "[x] y", "<b>"])
def test_github_takes_what_authors_write_for_text(text: str) -> None:
    assert by_cmark(block(escaped(text))) == ["<p>", text, "</p>"]
