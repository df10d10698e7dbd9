"""What happened to a text on its way out of print or a web page is mended before it is taken apart; all texts are invented."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import tomli

from kzbrief.brief.briefing import load
from kzbrief.importing.command import summary
from kzbrief.importing.draft import take_apart
from kzbrief.importing.layout import text_of
from kzbrief.importing.scores import TURNED
from kzbrief.importing.unfolding import unfolded
from kzbrief.importing.webpage import text_of as page_text
from tests.unit.note_layouts import P2, PARA

BRIEF = Path(__file__).parent.parent.parent / "briefs" / "kazakhstan-2025.toml"
SCALE = "Scores are based on a scale of 0 (least free) to 100 (most free). See the methodology.\n"


def drafted(text: str) -> str:
    return text_of(take_apart("erewhon.txt", unfolded(text)))


def findings(text: str) -> list[dict[str, Any]]:
    return [finding for section in tomli.loads(drafted(text))["section"] for finding in section.get("finding", [])]


def test_a_blank_line_behind_every_line_divides_no_paragraphs() -> None:
    parts = []
    for island in ("Erewhon", "Laputa", "Vineta"):
        words = f"{PARA} {P2} {PARA}".replace("islands", f"islands of {island}").replace("has", f"at {island} has").split()
        parts.append([" ".join(words[place : place + 14]) for place in range(0, len(words), 14)])
    text = "\n\n".join(["Erewhon", "Introduction", *parts[0], "Obstacles to Access", *parts[1], *parts[2]])
    assert len(findings(text)) == 3
    assert len(findings(text.replace("\n\n", "\n \n"))) == 3


def test_paragraphs_with_blank_lines_between_them_stay() -> None:
    paragraphs = [f"{word} is cut by anchors every spring, as everyone on the islands knows by now." for word in "ABCDEFGH"]
    assert len(findings("\n\n".join(["Erewhon", "Introduction", *paragraphs]))) == 8


def test_questions_are_found_where_all_is_one_line() -> None:
    asked = "A1 1.00-6.00 pts0-6 pts Do infrastructural limitations restrict access to the internet? 5.005 6.006"
    other = "B2 1.00-4.00 pts Do authorities force publishers to delete what they should not? 3 / 4"
    head = f"Erewhon Partly Free A Obstacles to Access 20 25 Overview {PARA} {P2} {PARA}"
    text = f"{head} {asked} {PARA} {P2} {PARA} {other} {P2} {P2} {PARA} {P2}"
    data = tomli.loads(drafted(text))
    assert data["edition"][0]["questions"] == {"A1": 5, "B2": 3}
    assert data["edition"][0]["status"] == "Partly Free"
    assert [finding.get("questions") for finding in findings(text)] == [None, ["A1"], ["B2"]]


def test_a_box_between_the_pieces_of_a_table_keeps_its_figures() -> None:
    head = (
        "FREEDOM ON THE NET 2016 Erewhon 2015 2016 Population: 40.2 million Not Not Internet Freedom Status Internet Penetration 2015 "
        "(ITU): 27 percent Free Free Social Media/ICT Apps Blocked: No Obstacles to Access (0-25) 18 16 Limits on Content (0-35) 19 18 "
        "Violations of User Rights (0-40) 28 30 TOTAL* (0-100) 65 64 "
    )
    foot = "www.example.org FREEDOM EREWHON ON THE NET 2016 "
    text = f"{head}Key Developments: June 2015 – May 2016 ● {PARA} ● {P2} {foot}Introduction {PARA}"
    data = tomli.loads(drafted(text))
    assert [(fact["printed"], fact["value"]) for fact in data["fact"][:2]] == [("40.2 million", 40200000), ("27 percent", 27)]
    assert [section["id"] for section in data["section"]] == ["key-developments", "introduction"]
    assert len(findings(text)) == 3


def test_a_box_keeps_its_figures_where_words_of_the_status_stand_before_them() -> None:
    text = (
        "FREEDOM ON THE NET 2016 1 EREWHON 2015 2016 POPULATION : 82.3 million PARTLY PARTLY INTERNET FREEDOM STATUS INTERNET PENETRATION "
        "2015: FREE FREE 44 percent SUBSTANTIAL POLITICAL CENSORSHIP : No BLOGGERS /O NLINE USERS ARRESTED : Yes\nObstacles to Access 8 6\n"
        f"\nINTRODUCTION\n\n{PARA}\n"
    )
    data = tomli.loads(drafted(text))
    assert [fact["printed"] for fact in data["fact"]] == ["82.3 million", "44 percent", "No", "Yes"]
    assert data["brief"]["title"] == "Erewhon"


def test_a_heading_behind_a_running_head_is_one() -> None:
    text = f"Erewhon\n\nKey Developments\n\n• {PARA}\n\nwww.example.org FREEDOM EREWHON ON THE NET 2014 Introduction\n\n{P2}\n"
    assert [section["id"] for section in tomli.loads(drafted(text))["section"]] == ["key-developments", "introduction"]


def test_a_box_behind_the_key_developments_is_found() -> None:
    table = "2015 2016\nInternet Freedom Status\nFree\nFree\nObstacles to Access (0-25) 8 6\nLimits on Content (0-35) 9 8\n"
    table += (
        "Violations of User Rights (0-40) 8 7\nTOTAL* (0-100) 25 21\nPopulation: \t 40.2 million\nBloggers/ICT Users Arrested: \t Yes\n"
    )
    text = f"Erewhon\nKey Developments: June 2015 – May 2016\n• {PARA}\n• {P2}\nErewhon\n{table}\nIntroduction\n{PARA}\n"
    data = tomli.loads(drafted(text))
    assert [fact["printed"] for fact in data["fact"]] == ["40.2 million", "Yes"]
    assert data["edition"][0]["status"] == "Free"
    assert len(findings(text)) == 3


def test_what_libraries_say_of_a_report_is_none_of_its_paragraphs() -> None:
    text = (
        "Erewhon Page 1 of 17\n\nPublished on Sea House (https://example.org)\n\nHome >\n\nErewhon\n\nCountry: Erewhon Year: 2017 "
        "Status: Partly Free Total Score: 43 (0 = Best, 100 = Worst) Obstacles to Access: 13 (0 = Best, 25 = Worst) Limits on Content: 12 "
        "(0 = Best, 35 = Worst) Violations of User Rights: 18 (0 = Best, 40 = Worst) Population: 1.2 million Press Freedom Status: Free "
        "Key Developments: "
        f"June 1, 2016 - May 31, 2017\n\n• {PARA}\n\nIntroduction:\n\n{PARA} {P2}\n"
    )
    assert [section["id"] for section in tomli.loads(drafted(text))["section"]] == ["key-developments", "introduction"]
    assert len(findings(text)) == 2


def test_cells_of_a_page_that_only_its_looks_keep_apart() -> None:
    rows = (("A", "Obstacles to Access", 20, 25), ("B", "Limits on Content", 21, 35), ("C", "Violations of User Rights", 21, 40))
    cells = "".join(f"<div><span>{a}</span><span>{b}</span><span>{c}</span><span>{d}</span></div>" for a, b, c, d in rows)
    head = f"<div><span>Partly Free</span></div><div>62<span>100</span></div>{cells}"
    words = "<p>In <span>2</span><span>010</span> the <span>Har</span><span>bor</span> Board cut the cable that it had laid, all of it.</p>"
    page = page_text(f"<html><body><h1>Erewhon</h1><p>Freedom on the Net 2021</p>{head}<h2>Overview</h2>{words}</body></html>")
    assert "In 2010 the Harbor Board" in page
    edition = tomli.loads(drafted(page))["edition"][0]
    assert (edition["status"], edition["total"], edition["scores"]) == ("Partly Free", 62, {"access": 20, "content": 21, "rights": 21})


def test_bare_numbers_behind_figures_and_notes_that_begin_with_a_sentence() -> None:
    text = (
        f"Erewhon\n\nIntroduction\n\n{PARA[:-1]}, for 2010–14.1\n\nThe wage is about US$90.2 The board pays 3.5 million and no more.3\n\n"
        "1 Ann Grey, “Kites,” Tide, May 3, 2010, http://example.org/kites.\n\n"
        "2 A copy of the letter from the Harbor Board of Vineta to the Tide\n"
        "informing it of its suspension is available at <http://example.org/letter>.\n\n"
        "3 The text of the law is available in Russian at\n<http://example.org/law>.\n"
    )
    data = tomli.loads(drafted(text))
    assert [(work["notes"], work["url"]) for work in data["sources"].values()] == [
        ([1], "http://example.org/kites"),
        ([2], "http://example.org/letter"),
        ([3], "http://example.org/law"),
    ]
    assert [[cite.rpartition(" ")[2] for cite in finding["cites"]] for finding in findings(text)] == [["1"], ["2", "3"]]


def test_a_report_that_is_quoted_whole_and_blanks_that_hold() -> None:
    text = f"Erewhon\nIntroduction\n\n{PARA}1\n\n1 The text of the law is available at <http://example.org/law>.\n"
    for changed in (re.sub(r"(?m)^", "> ", text), text.replace(" ", "\u00a0")):
        (work,) = tomli.loads(drafted(changed))["sources"].values()
        assert (work["title"], work["url"]) == ("The text of the law", "http://example.org/law")


def test_figures_that_cannot_be_told_apart_are_said_to_be_left_out() -> None:
    head = "Erewhon\n2015 2016\nObstacles to Access1213\nLimits on Content115\nViolations of User Rights1620\n"
    draft = take_apart("erewhon.txt", f"{head}\nIntroduction\n\n{PARA} {P2}\n")
    assert "# left out: access, content, rights; what" in text_of(draft)
    assert "left out, since the figures could not be told apart: access, content, rights" in summary(draft, "draft.toml")
    whole = take_apart("erewhon.txt", f"Erewhon\nObstacles to Access (0-25)\n\nLimits on Content 12\n\nIntroduction\n\n{PARA} {P2}\n")
    assert whole.scores.unread == []
    assert take_apart("erewhon.txt", f"Erewhon\nTotal (0-100) * 0=most free\n\n{PARA} {P2}\n").scores.unread == []


def test_a_paragraph_may_begin_as_a_line_about_the_document() -> None:
    text = f"Erewhon\n\nPublisher Sea House\n\nPublication of charts was free on all islands, since {PARA}\n\n{P2}\n"
    assert len(findings(text)) == 2


def test_a_scale_that_was_turned_round_is_said() -> None:
    head = "Erewhon\n\nNot Free\n24\n100\nA Obstacles to Access 12 25\nB Limits on Content 7 35\nC Violations of User Rights 5 40\n"
    said = "# look: these scores stand on a scale"
    body = f"\n{SCALE}\nKey Developments, June 1, {{}} - May 31, {{}}\n\n{PARA} {P2}\n"
    assert said in drafted(head + body.format(2017, 2018))
    assert said not in drafted(head + body.format(2018, 2019))
    assert said not in drafted(head + body.format(2017, 2018).replace(SCALE, ""))
    assert said in drafted(head + body.format(2018, 2019).replace(SCALE, "* 0=most free, 100=least free\n"))


def test_the_year_of_the_turn_is_that_of_the_method() -> None:
    scales = load(BRIEF).method.scales
    assert [(scale.first, scale.direction) for scale in scales] == [(2009, "0-best"), (TURNED, "100-best")]


def test_labels_without_values_are_no_headings() -> None:
    head = "Erewhon\n\n2013 Scores\n\nFreedom on the Net Status\n\n\nFreedom on the Net Total\n(0 = best, 100 = worst)\n\n"
    text = f"{head}{PARA} {P2}\n\n{P2}\n"
    assert [section["id"] for section in tomli.loads(drafted(text))["section"]] == ["beginning"]
