"""Citations and links that are none, though somebody meant them: nothing that was meant as a source is lost without a word."""

from __future__ import annotations

from pathlib import Path

import pytest

from kzbrief.brief.load import load_brief

from .test_rules import SMALL, changed, faults, marked

PLACE = "mass medium [sic]"


def with_text(text: str) -> str:
    return changed(SMALL, PLACE, f"mass medium {text}")


MALFORMED = [
    # (written, marked, words of the message, hint)
    ("[@court.", "[@court", "not closed", "write [@court]"),
    ("[@court and so on", "[@court", "not closed", "write [@court]"),
    ("[court]", "[court]", "@", "write [@court]"),
    ("[court, p. 3]", "[court, p. 3]", "@", "write [@court, p. 3]"),
    ("(@court)", "(@court)", "square brackets", "write [@court]"),
    ("(@cuort)", "(@cuort)", "square brackets", None),
    ("(@kurvi-2010)", "(@kurvi-2010)", "square brackets", None),
    ("(court) @court", "@court", "square brackets", "write [@court]"),
    ("[@ court]", "[@ court]", "blank", "write [@court]"),
    ("[ @court]", "[ @court]", "blank", "write [@court]"),
    ("[@co\u200burt]", "[@co\u200burt]", "U+200B", "write [@court]"),
    ("[@market-2006, note 1; court]", "[@market-2006, note 1; court]", "needs an @", "write [@market-2006, note 1; @court]"),
    ("[@court p. 4; @regulator]", "[@court p. 4; @regulator]", "comma", "write [@court, p. 4; @regulator]"),
    ("[@court, @regulator]", "[@court, @regulator]", "semicolon", "write [@court; @regulator]"),
    ("[@court @regulator]", "[@court @regulator]", "semicolon", "write [@court; @regulator]"),
    ("[see @court]", "[see @court]", "begins with @", None),
    ("[@]", "[@]", "no citation", "a citation is written [@key], [@key, p. 4] or [@key, note 6; @other-key]"),
    ("[6]", "[6]", "number of a note", "citations name works by their keys; note 6 is [@court]"),
    ("[@Market 2006]", "[@Market 2006]", "comma", "did you mean [@market-2006]?"),
    ("[@no body]", "[@no body]", "comma", None),
    ("[@court;]", "[@court;]", "no citation", "write [@court]"),
    ("[@market-2006, Note 3]", "market-2006", "note", "write [@market-2006, note 3]"),
    ("[@market-2006, notes 1, 3]", "market-2006", "note", "write [@market-2006, note 1; @market-2006, note 3]"),
    ("[@market-2006, note 1, 3]", "market-2006", "note", "write [@market-2006, note 1; @market-2006, note 3]"),
]


@pytest.mark.parametrize(("written", "mark", "message", "hint"), MALFORMED)
def test_malformed_citations(tmp_path: Path, written: str, mark: str, message: str, hint: str | None) -> None:
    text = with_text(written)
    (problem,) = faults(tmp_path, text)
    assert problem.code == "malformed-citation"
    assert message in problem.message
    assert marked(text, problem) == mark
    if hint:
        assert problem.hint == hint


FINE = [
    r"\[@nobody]",
    r"\[court]",
    r"\@court",
    r"\(@court)",
    "[sic]",
    "[99]",
    r"\[6]",
    "[the court]",
    "[Court]",
    "[see @nobody]",
    "a@court.example",
    "(write to a@court.example)",
    "(@kzblogger)",
    "@kzblogger",
    "https://medium.example/@court",
    "[court](https://x.example/)",
    "[nobody](https://x.example/@court)",
    "[court [@court]]",
    "[@court](and more)",
    "[@court, page 4]",
    "[@court, p. 4, note 6]",
    "[words] (www.example.org)",
    "[words](see above)",
    "[words](p. 3)",
]


@pytest.mark.parametrize("written", FINE)
def test_brackets_and_addresses_that_are_meant_are_left_alone(tmp_path: Path, written: str) -> None:
    path = tmp_path / "brief.toml"
    path.write_text(with_text(written.replace("\\", "\\\\")), encoding="utf-8")
    load_brief(path)


@pytest.mark.parametrize(
    ("written", "mark", "hint"),
    [
        ("[Many](www.example.org)", "www.example.org", "write [Many](http://www.example.org)"),
        ("[Many](example.org/page)", "example.org/page", "write [Many](http://example.org/page)"),
        ("[Many](http:/example.org)", "http:/example.org", "an address starts with http:// or https:// and has no blanks"),
        ("[Many](ftp://example.org)", "ftp://example.org", "an address starts with http:// or https:// and has no blanks"),
        ("[Many](https://example.org/a b)", "https://example.org/a b", "write %20 for each blank: https://example.org/a%20b"),
        ("[Many]( https://example.org/a )", " https://example.org/a ", "write [Many](https://example.org/a)"),
    ],
)
def test_links_with_bad_addresses(tmp_path: Path, written: str, mark: str, hint: str) -> None:
    text = with_text(written)
    (problem,) = faults(tmp_path, text)
    assert problem.code == "bad-link"
    assert marked(text, problem) == mark
    assert problem.hint == hint


@pytest.mark.parametrize(
    ("old", "new", "mark"),
    [
        ('headline = "A blogger was fined for a comment"', 'headline = "A blogger was fined [@court]"', "[@court]"),
        ('headline = "A blogger was fined for a comment"', 'headline = "[A blogger](https://x.example) was fined"', "[A blogger](https://x.example)"),
        ('topic = "Prices"', 'topic = "Prices [@court]"', "[@court]"),
        ('label = "Parliament passes the Internet Act"', 'label = "Parliament passes it [@court"', "[@court"),
    ],
)  # fmt: skip
def test_headlines_hold_no_citations(tmp_path: Path, old: str, new: str, mark: str) -> None:
    text = changed(SMALL, old, new)
    (problem,) = faults(tmp_path, text)
    assert problem.code == "misplaced-markup"
    assert marked(text, problem) == mark


@pytest.mark.parametrize(
    ("item", "hint"),
    [
        ("@court", 'write the key alone: "court"'),
        ("[@court]", 'write the key alone: "court"'),
        ("market-2006, Note 3", 'write "market-2006, note 3"'),
        ("market-2006, notes 1, 3", 'write "market-2006, note 1", "market-2006, note 3"'),
        ("court; regulator", 'write each source as a text of its own: "court", "regulator"'),
    ],
)
def test_malformed_entries_of_cites(tmp_path: Path, item: str, hint: str) -> None:
    text = changed(SMALL, 'printed = "3.1 million"', f'printed = "3.1 million"\ncites = ["{item}"]')
    (problem,) = faults(tmp_path, text)
    assert problem.code == "malformed-citation"
    assert problem.hint == hint


def test_citations_in_quotations_and_over_lines(tmp_path: Path) -> None:
    path = tmp_path / "brief.toml"
    fine = changed(SMALL, "its lines [@market-2006, note 3; @regulator]", "its lines\n\n> “Lines” [@market-2006,\n> note 3; @regulator]")
    path.write_text(fine, encoding="utf-8")
    load_brief(path)
    broken = changed(SMALL, "its lines [@market-2006, note 3; @regulator]", "its lines [@market-2006,\n\nnote 3; @regulator]")
    (problem,) = faults(tmp_path, broken)
    assert (problem.code, marked(broken, problem)) == ("malformed-citation", "[@market-2006")


def test_faults_of_one_text_are_capped(tmp_path: Path) -> None:
    assert len(faults(tmp_path, with_text("[@ court] " * 300))) == 21


def test_the_number_of_a_note_in_the_place_of_a_key_names_the_key(tmp_path: Path) -> None:
    (problem,) = faults(tmp_path, with_text("[@6]"))
    assert problem.hint == "citations name works by their keys; note 6 is [@court]"
    (problem,) = faults(tmp_path, with_text("[@3]"))
    assert problem.hint == "citations name works by their keys; note 3 is [@market-2006, note 3]"
    (problem,) = faults(tmp_path, with_text("[@99]"))
    assert "note" not in (problem.hint or "")
