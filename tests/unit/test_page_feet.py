"""Notes at the foot of pages, in a text without empty lines: what stands around them is no part of them. The report is invented."""

from __future__ import annotations

import pytest

from kzbrief.importing.command import summary
from kzbrief.importing.draft import take_apart

REPORT = """FREEDOM ON THE NET 2016
EREWHON
Introduction
The highest court found in April 2016 that surveillance went too far.1 Parliament had a year to change the law. Elections followed in
1 Highest Court of Erewhon, “Judgment 12,” 14 April 2016, http://court.example/en/12.
www.freedomonthenet.org
2
FREEDOM ON THE NET 2016
EREWHON
October 2016.2
Obstacles to Access
Prices fell by 10 percent in 2015.3
2 Ann Butler, “Elections in the net,” Erewhon Daily, 3 May 2016, http://daily.example/e.
3 Telecommunications Agency, “Annual report 2015,” 2016, http://agency.example/a.pdf.
www.freedomonthenet.org
3
FREEDOM ON THE NET 2016
EREWHON
Limits on Content
A video site was blocked twice.4
Violations of User Rights
Nobody was jailed.5
4 Samuel Higgs, “Twice dark,” The Mirror, 12 June 2015.
5 Author's interview with a lawyer who asked not to be named, February 2016.
www.freedomonthenet.org
4
"""


def test_notes_end_where_the_page_or_the_part_does() -> None:
    draft = take_apart("erewhon.txt", REPORT)
    assert [part.title for part in draft.parts] == ["Introduction", "Obstacles to Access", "Limits on Content", "Violations of User Rights"]
    assert [note.number for note in draft.notes] == [1, 2, 3, 4, 5]
    assert all("freedomonthenet" not in note.text and "FREEDOM" not in note.text for note in draft.notes)
    assert [paragraph.text[:7] for part in draft.parts for paragraph in part.paragraphs] == ["The hig", "Prices ", "A video", "Nobody "]


def test_an_address_that_a_note_ends_with_is_its_own() -> None:
    [note] = take_apart("erewhon.txt", "Introduction\nIt is so.1\n1 The Watch, “On nets,” 2015,\nwww.watch.org\n").notes
    assert note.text.endswith("www.watch.org")


NOTES = "\n".join(
    f"{number} A. Writer, “Title {number},” The News, {number} May 2012, http://news.example/{number}." for number in range(1, 11)
)
TEXT = (
    "Some were online.1 It was ‘bad.’2 It was “dobro”.3 It was “odd,”4 and (sad).5 It was “bad”;6 It said “bad?”7 There were 42%.8 "
    "In 2010.9 It [ended].10"
)


@pytest.mark.parametrize("straight", [False, True])
def test_bare_marks_stand_behind_all_that_closes(straight: bool) -> None:
    text = TEXT.translate(str.maketrans("‘’“”", "''\"\"")) if straight else TEXT
    draft = take_apart("erewhon.txt", f"Introduction\n\n{text}\n\nNotes\n\n{NOTES}\n")
    [paragraph] = [paragraph for part in draft.parts for paragraph in part.paragraphs]
    assert draft.marks(paragraph.text) == list(range(1, 11))
    assert draft.unmarked() == []


def test_notes_that_are_marked_nowhere_are_named() -> None:
    draft = take_apart("erewhon.txt", f"Introduction\n\nSome were online.1 Others were not.3\n\nNotes\n\n{NOTES}\n")
    assert draft.unmarked() == [2, *range(4, 11)]
    assert "notes 2, 4, 5, 6, 7, 8, 9, 10 are marked nowhere in the text" in summary(draft, "x.toml")
