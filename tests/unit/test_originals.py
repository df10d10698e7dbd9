"""The report's own words above findings to be written."""

from __future__ import annotations

from pathlib import Path

import pytest

from kzbrief.brief.briefing import Briefing, load
from kzbrief.brief.originals import originals
from kzbrief.importing.command import run
from kzbrief.output.glyphs import ASCII, UNICODE
from kzbrief.spoken.reader import Reader
from kzbrief.toml.problems import DocumentError
from kzbrief.tui import frame
from kzbrief.tui.cursor import Cursor
from kzbrief.tui.navigator import Navigator

REPORT = Path(__file__).parent.parent / "data" / "reports" / "pipes.txt"


@pytest.fixture
def draft(tmp_path: Path) -> Briefing:
    output = tmp_path / "draft.toml"
    run(str(REPORT), str(output))
    return load(str(output))


def test_a_draft_has_the_words_of_the_report(draft: Briefing) -> None:
    found = originals(draft)
    assert len(found) == sum(len(section.findings) for section in draft.brief.sections)
    assert "The monk was arrested in May 2011. [6]" in found.values()
    assert any(
        said.startswith("The island went online in 1999, when a monk connected the abbey to the mainland") for said in found.values()
    )


def test_only_comments_just_above_a_finding_count(draft: Briefing) -> None:
    path = Path(draft.path)
    text = path.read_text(encoding="utf-8")
    marked = text.replace("[[section.finding]]", "\n[[section.finding]]")
    path.write_text(marked, encoding="utf-8")
    assert originals(load(draft.path)) == {}
    path.write_text(text.replace("\n", "\r\n"), encoding="utf-8", newline="")
    assert originals(load(draft.path)) == originals(draft)


def test_a_header_in_a_text_is_none(draft: Briefing) -> None:
    path = Path(draft.path)
    before = originals(draft)
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('headline = ""', 'headline = ""\ntext = """\n# no comment\n[[section.finding]]\n"""', 1), encoding="utf-8")
    assert originals(load(draft.path)) == before


def test_a_file_that_is_gone_is_an_error(draft: Briefing) -> None:
    Path(draft.path).unlink()
    with pytest.raises(DocumentError):
        originals(draft)


def page_text(navigator: Navigator, width: int) -> str:
    page = navigator.layout(width, 400)
    page.grow(None)
    return "\n".join("".join(span.text for span in line) for line in page.lines)


@pytest.mark.parametrize("width", [40, 80, 130])
def test_the_pages_show_them_when_asked(draft: Briefing, width: int) -> None:
    navigator = Navigator(draft, UNICODE)
    navigator.open = navigator.tab_of("rights")
    assert "In the report" not in page_text(navigator, width)
    assert "(headline to write)" in page_text(navigator, width)
    assert navigator.show_originals(True) == 5
    shown = page_text(navigator, width)
    assert "In the report: The monk was" in shown
    assert all(len(row) <= width for row in shown.split("\n"))
    navigator.show_originals(False)
    assert "In the report" not in page_text(navigator, width)


def test_they_are_spelt_in_ascii_where_nothing_else_is(draft: Briefing) -> None:
    path = Path(draft.path)
    path.write_text(path.read_text(encoding="utf-8").replace("# The monk was", "# The “monk” was"), encoding="utf-8")
    navigator = Navigator(load(draft.path), ASCII)
    navigator.show_originals(True)
    navigator.open = navigator.tab_of("rights")
    assert page_text(navigator, 80).isascii()


def test_they_are_said_too(draft: Briefing) -> None:
    reader = Reader(draft, "rights", originals(draft))
    assert "In the report: The monk was arrested in May 2011. [6]" in reader.start()
    assert not any("In the report" in line for line in Reader(draft, "rights").start())


def test_the_footer_counts_what_is_written(draft: Briefing) -> None:
    navigator = Navigator(draft, UNICODE)
    cursor = Cursor()
    cursor.show(navigator.layout(80, 20), 20)
    forms = frame.status(draft, navigator.tab, cursor)
    assert forms[1:] == ("0 of 5 headlines written", "0 of 5 written")
    assert "".join(span.text for span in frame.foot("dashboard", 74, forms)).rstrip().endswith("0 of 5 written")
    assert "".join(span.text for span in frame.foot("dashboard", 120, forms)).rstrip().endswith("headlines written")


def test_the_footer_counts_headlines_and_says_which_are_still_drafts(draft: Briefing) -> None:
    path = Path(draft.path)
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('headline = ""', 'headline = "A monk was arrested"', 1), encoding="utf-8")
    assert path.read_text(encoding="utf-8") != text
    briefing = load(draft.path)
    navigator = Navigator(briefing, UNICODE)
    cursor = Cursor()
    cursor.show(navigator.layout(80, 20), 20)
    forms = frame.status(briefing, navigator.tab, cursor)
    assert forms[1:] == (
        "1 of 5 headlines written, 1 of them still with “draft = true”",
        "1 of 5 headlines written",
        "1 of 5 written",
    )
