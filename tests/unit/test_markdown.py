"""Markdown: what authors write stays text."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from kzbrief.brief import briefing as briefings
from kzbrief.output.lines import clean
from kzbrief.output.markdown import section_markdown, sources_markdown, summary_markdown
from kzbrief.output.markup import address, block, escaped

DATA = Path(__file__).parents[1] / "data"
GOLDEN = briefings.load(DATA / "golden.toml")
RENDERER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
SIGNS = st.text(st.sampled_from(list("ab1 .)(#*_-+=~`<>[]{}|\\!&;:@$^%/\"'")), max_size=20)


def rendered(markdown: str) -> str:
    """Return what a reader sees of a paragraph."""
    page = RENDERER.render(markdown)
    assert re.fullmatch(r"(<p>[^<]*</p>\n)?", page), page
    return html.unescape(page.removeprefix("<p>").removesuffix("</p>\n"))


@given(SIGNS | st.text())
@example("1. one")
@example("12) twelve")
@example("(1) one")
@example("- item")
@example("+ item")
@example("===")
@example("---")
@example("# heading")
@example("> quotation")
@example("<b>bold</b> & &amp; &copy;")
@example("![image](http://x.example)")
@example("a\\")
@example(": definition")
def test_text_at_the_beginning_of_a_line_is_text(words: str) -> None:
    expected = " ".join(clean(words).split())
    assert " ".join(rendered(block(escaped(words))).split()) == expected


@given(SIGNS)
def test_text_in_a_cell_stays_in_its_cell(words: str) -> None:
    page = RENDERER.render(f"| a | b |\n| --- | --- |\n| {escaped(words)} | end |\n")
    cells = re.findall(r"<td>([^<]*)</td>", page)
    assert [html.unescape(cell).strip() for cell in cells] == [words.strip(), "end"]


@pytest.mark.parametrize(
    "url", ["http://a.example/?a=1&b=2", "https://a.example/(b)_c*d*", "http://a.example/<b>", "http://a.example/a\\b"]
)
def test_addresses_are_links_that_show_themselves(url: str) -> None:
    page = RENDERER.render(address(url))
    assert re.fullmatch(r'<p><a href="[^"<>]+">[^<]+</a></p>\n', page)


def test_the_document_has_real_headings_and_tables() -> None:
    page = RENDERER.render(summary_markdown(GOLDEN, full=True))
    assert page.count("<h1>") == 1
    for title in ("Score", "Fact box", "Key findings", "Obstacles to Access", "Sources", "How to cite"):
        assert f"<h2>{title}</h2>" in page
    assert page.count("<table>") == 5
    assert "<td>Obstacles to Access</td>" in page
    assert "<script>" not in page
    assert "<h3>&lt;b&gt;Blocking&lt;/b&gt;</h3>" in page
    assert "<p># In mid-2010 two news sites were blocked [5]: `code`, {braces}, a_b_c, 2 ^ 3, ~~struck~~, -- dashes" in page
    assert "<em>Lines</em> and <strong>two</strong> modems" in page
    assert '<a href="https://archive.example/a_(b)?x=1&amp;y=2">the archive</a>' in page


def test_a_section_brings_the_works_that_it_cites_and_no_others() -> None:
    text = section_markdown(GOLDEN, "access")
    assert "Рынок связи" in text
    assert "Lines Drawn" not in text


def test_sources_can_be_chosen() -> None:
    text = sources_markdown(GOLDEN, ["market-2006"])
    assert "Рынок связи" in text
    assert "Licences" not in text


def test_headlines_say_what_is_behind_them() -> None:
    page = summary_markdown(briefings.load("kazakhstan-2011"))
    assert "two years \\[11\\] !\n" in page
    assert "as mass media \\-\\- !\n" in page
    assert "\\-\\- no source in the report; ! there is a remark\n" in page
    assert "- The authorities also try to control access to information\n" in page
    assert "- In recent years a popular blog-hosting platform was blocked !\n" in page


def test_years_without_an_edition_have_their_rows() -> None:
    assert "| 2020 | none found |  |  |\n| 2021 | 33 of 100" in summary_markdown(briefings.load("kazakhstan-2011"))
    assert "| 2014-2018 | none found |" in summary_markdown(GOLDEN)
