"""Tables of scores that lost their form on the way to a text; every figure in them is invented. No score is better than a wrong one."""

from __future__ import annotations

from typing import Any, NamedTuple

import pytest
import tomli

from kzbrief.importing.draft import take_apart
from kzbrief.importing.layout import text_of
from kzbrief.importing.unfolding import unfolded
from tests.unit.note_layouts import P2, PARA


class Printed(NamedTuple):
    """The head of a report, and what of it stands in the draft: status, total, scores, each None where it is not to be told."""

    head: str
    this: tuple[str | None, int | None, tuple[int, ...] | None]
    previous: tuple[int, str | None, Any, Any] | None = None


def _lines(text: str) -> str:
    return text.replace("|", "\n")


TWO = ("Partly Free", 42, (13, 9, 20))
BEFORE = (2015, "Partly Free", 36, (12, 8, 16))
LABELS = "Internet Freedom Status|Obstacles to Access (0-25)|Limits on Content (0-35)|Violations of User Rights (0-40)|TOTAL* (0-100)|"
SCALE = "Scores are based on a scale of 0 (least free) to 100 (most free). See the methodology.\n"
TABLES = {
    "glued columns": Printed(
        _lines(
            "20152016|Internet Freedom StatusPartly FreePartly Free|Obstacles to Access (0-25)1213|Limits on Content (0-35)89"
            "|Violations of User Rights (0-40)1620|TOTAL* (0-100)3642"
        ),
        TWO,
        BEFORE,
    ),
    "a label and its first column glued": Printed(
        _lines(
            "2015 2016|Internet Freedom StatusPartly Free Partly Free|Obstacles to Access12 13|Limits on Content8 9"
            "|Violations of User Rights16 20|Total36 42"
        ),
        TWO,
        BEFORE,
    ),
    "glued columns without a total, where two of three can be divided in one way only": Printed(
        _lines("2015 2016|Internet Freedom Status Free Free|Obstacles to Access1213|Limits on Content115|Violations of User Rights1620"),
        ("Free", None, None),
        (2015, "Free", None, None),
    ),
    "rules between the rows": Printed(
        "Freedom on the Net 2009\n"
        + "\n---------------\n".join(
            ["Obstacles to Access (0-25)  11", "Limits on Content (0-35)   9", "Violations of User Rights (0-40)  15", "Total (0-100)  35"]
        ),
        (None, 35, (11, 9, 15)),
    ),
    "leaders": Printed(
        "Freedom on the Net 2009\n\nObstacles to Access (0-25) ........ 11\nLimits on Content (0-35) . . . . . 9\n"
        "Violations of User Rights (0-40) …… 15\nTotal (0-100) ____ 35\n",
        (None, 35, (11, 9, 15)),
    ),
    "an empty head of another table behind it": Printed(
        "| | 2015 | 2016 |\n|:--|--:|--:|\n| Obstacles to Access | 12 | 13 |\n| Limits on Content | 8 | 9 |\n"
        "| Violations of User Rights | 16 | 20 |\n| Total | 36 | 42 |\n\n| | |\n|--|--|\n| Population | 4.5 million |\n",
        (None, 42, (13, 9, 20)),
        (2015, None, 36, (12, 8, 16)),
    ),
    "one glued column": Printed(
        _lines("2016|Obstacles to Access (0-25)12|Limits on Content (0-35)8|Violations of User Rights (0-40)16|Total (0-100)36"),
        (None, 36, (12, 8, 16)),
    ),
    "glued to its highest score": Printed(
        "Freedom on the Net 2022\n\nA Obstacles to Access12/25\nB Limits on Content6/35\nC Violations of User Rights4/40\n\n"
        f"LAST YEAR’S SCORE & STATUS: Erewhon: 21/100 Not Free\n\n{SCALE}\n  • Global Freedom Score 19/100: Not Free\n"
        "  • Internet Freedom Score: 22/100:  Not Free\n  • Freedom in the World Status: Partly Free\n  • Users Arrested: Yes\n",
        ("Not Free", 22, (12, 6, 4)),
        (2021, "Not Free", 21, None),
    ),
    "a block behind the labels, row by row": Printed(
        _lines(f"2015 2016|{LABELS}Partly Free Partly Free|12 13|8 9|16 20|36 42|* 0=most free, 100=least free"), TWO, BEFORE
    ),
    "a block behind the labels, column by column": Printed(
        _lines(f"{LABELS}2015|Partly Free|12|8|16|36|2016|Partly Free|13|9|20|42|* 0=most free, 100=least free"), TWO, BEFORE
    ),
    "columns behind the labels, years before them": Printed(
        _lines(f"2015|2016|{LABELS}Partly Free|12|8|16|36|Partly Free|13|9|20|42"), TWO, BEFORE
    ),
    "one column behind the labels": Printed(_lines(f"2016|{LABELS}Partly Free|13|9|20|42"), TWO),
    "a block that adds up in no way": Printed(_lines(f"2015 2016|{LABELS}12 13|8 9|16 21|36 42"), (None, None, None)),
    "a block that lost a figure": Printed(_lines(f"2015 2016|{LABELS}12 13|8 9|16 20|42"), (None, None, None)),
    "all in one line": Printed(
        "VINETA FREEDOM HOUSE Freedom on the Net EREWHON 2009 2011 POPULATION: 1.3 million INTERNET FREEDOM Not Not INTERNET PENETRATION: "
        "31 percent STATUS Free Free WEB 2.0 APPLICATIONS BLOCKED: Yes Obstacles to Access 17 19 SUBSTANTIAL POLITICAL CENSORSHIP: Yes "
        "Limits on Content 27 28 BLOGGERS/ONLINE USERS ARRESTED: Yes Violations of User Rights 34 36 PRESS FREEDOM STATUS: Not Free "
        f"Total 78 83 INTRODUCTION {PARA}",
        ("Not Free", 83, (19, 28, 36)),
        (2009, "Not Free", 78, (17, 27, 34)),
    ),
    "all in one line, the year before not scored": Printed(
        "VINETA FREEDOM HOUSE Freedom on the Net EREWHON 2009 2011 POPULATION: 1.3 million INTERNET FREEDOM n/a Partly INTERNET "
        "PENETRATION: 31 percent STATUS Free WEB 2.0 APPLICATIONS BLOCKED: Yes Obstacles to Access n/a 19 SUBSTANTIAL POLITICAL "
        "CENSORSHIP: Yes Limits on Content n/a 18 BLOGGERS/ONLINE USERS ARRESTED: Yes Violations of User Rights n/a 16 PRESS FREEDOM "
        f"STATUS: Not Free Total n/a 53 INTRODUCTION {PARA}",
        ("Partly Free", 53, (19, 18, 16)),
        (2009, "n/a", "n/a", ("n/a", "n/a", "n/a")),
    ),
    "all in one line, the status in pieces between other figures": Printed(
        "FREEDOM ON THE NET 2016 Erewhon 2015 2016 Population: 40.2 million Partly Not Internet Freedom Status Internet Penetration 2015 "
        "(ITU): 27 percent Free Free Social Media/ICT Apps Blocked: No Obstacles to Access (0-25) 18 16 Political/Social Content Blocked: "
        "No Limits on Content (0-35) 19 18 Bloggers/ICT Users Arrested: Yes Violations of User Rights (0-40) 18 30 TOTAL* (0-100) 55 64 "
        "Press Freedom 2016 Status: Partly Free * 0=most free, 100=least free Key Developments: June 2015 – May 2016 "
        f"● {P2} ● {P2} Introduction {PARA}",
        ("Not Free", 64, (16, 18, 30)),
        (2015, "Partly Free", 55, (18, 19, 18)),
    ),
    "all in one line, the status in pieces and in capitals": Printed(
        "FREEDOM ON THE NET 2016 1 EREWHON 2015 2016 POPULATION: 82.3 million PARTLY PARTLY INTERNET FREEDOM STATUS INTERNET PENETRATION "
        "2015: FREE FREE 44 percent SOCIAL MEDIA/ICT APPS BLOCKED: No Obstacles to Access (0-25) 12 13 POLITICAL/SOCIAL CONTENT BLOCKED: "
        "No Limits on Content (0-35) 8 9 BLOGGERS/ICT USERS ARRESTED: Yes Violations of User Rights (0-40) 16 20 PRESS FREEDOM 2016 "
        "STATUS: Not Free Total (0-100) 36 42 * 0=most free, 100=least free",
        TWO,
        BEFORE,
    ),
    "all in one line, the label of the status cut": Printed(
        "2015 2016 Population: 84.7 million Partly Partly Freedom Status Internet Penetration 2013: 50 percent Free Free Social Media/ICT "
        "Apps Blocked: No Obstacles to Access (0-25) 12 13 Limits on Content (0-35) 8 9 Violations of User Rights (0-40) 16 20 "
        "Bloggers/ICT Users Arrested: Yes TOTAL* (0-100) 36 42 Press Freedom 2014 Status: Not Free",
        TWO,
        BEFORE,
    ),
    "a table behind the key developments": Printed(
        f"FREEDOM\nON THE NET\n2016\nKey Developments: June 2015 – May 2016\n•\t {PARA[:90]}\n{PARA[90:]}\n•\t {P2[:100]}\n{P2[100:]}\n"
        + _lines(
            "Erewhon|2015 2016|Internet Freedom Status|Partly|Free|Not|Free|Obstacles to Access (0-25) 18 16|Limits on Content (0-35) 19 18"
            "|Violations of User Rights (0-40) 18 30|TOTAL* (0-100) 55 64|* 0=most free, 100=least free|Population: \t 40.2 million"
            "|Press Freedom 2016 Status: \t Partly Free|1|FREEDOM|ON THE NET|2016|Erewhon"
        ),
        ("Not Free", 64, (16, 18, 30)),
        (2015, "Partly Free", 55, (18, 19, 18)),
    ),
    "a table behind the key developments, all in one line": Printed(
        "www.example.org FREEDOM ON THE NET 2016 Key Developments: June 2015 – May 2016 A blogger was fined (see Legal Environment). "
        "Erewhon 2015 2016 Internet Freedom Status Partly Free Partly Free Obstacles to Access (0-25) 12 13 Limits on Content (0-35) 8 9 "
        "Violations of User Rights (0-40) 16 20 TOTAL* (0-100) 36 42 * 0=most free, 100=least free Population: 5.6 million Press Freedom "
        "2016 Status: Free",
        TWO,
        BEFORE,
    ),
    "a column that was lost": Printed(
        "VINETA FREEDOM HOUSE Freedom on the Net EREWHON 2009 POPULATION: 1.3 million INTERNET FREEDOM n/a Not INTERNET PENETRATION: 1 "
        "percent STATUS Free WEB 2.0 APPLICATIONS BLOCKED: Yes Obstacles to Access n/a SUBSTANTIAL POLITICAL CENSORSHIP: Yes Limits on "
        f"Content n/a Violations of User Rights n/a PRESS FREEDOM STATUS: Not Free Total n/a INTRODUCTION {PARA}",
        ("Not Free", None, None),
        (2009, "n/a", "n/a", ("n/a", "n/a", "n/a")),
    ),
    "small capitals on lines of their own": Printed(
        _lines(
            "F|REEDOM ON THE|N|ET|2013|E|REWHON|2012|2013|I|NTERNET|F|REEDOM|S|TATUS|Free|Free|Obstacles to Access (0-25)|10|9"
            "|Limits on Content (0-35)|7|8|Violations of User Rights (0-40)|12|11|Total (0-100)|29|28|* 0=most free, 100=least free"
            "|P|OPULATION|:  43 million|I|NTERNET|P|ENETRATION|2012:| 32 percent|S|OCIAL|M|EDIA|/ICT A|PPS|B|LOCKED|:  No|I|NTRODUCTION"
        ),
        ("Free", 28, (9, 8, 11)),
        (2012, "Free", 29, (10, 7, 12)),
    ),
    "another survey of the same country on the page": Printed(
        "Erewhon\n\nFreedom at a Glance\nGlobal Freedom\n53 / 100\nPartly Free\nInternet Freedom\n37 / 100\nNot Free\n\nThe harbor board "
        "rules.\n\nErewhon\n\nPartly Free\n53\n100\nPR Political Rights 18 40\nCL Civil Liberties 35 60\nLast Year's Score & Status\n"
        f"52 100 Partly Free\nGlobal freedom statuses are calculated on a weighted scale.\n\nOverview\n\n{PARA} {P2}\n\nPrevious Reports: "
        "2023 | 2024\n\nErewhon\n\nNot Free\n37\n100\nA Obstacles to Access 13 25\nB Limits on Content 11 35\n"
        f"C Violations of User Rights 13 40\nLast Year's Score & Status\n36 100 Not Free\n{SCALE}",
        ("Not Free", 37, (13, 11, 13)),
        (2023, "Not Free", 36, None),
    ),
    "another survey, whose scores alone were copied": Printed(
        "Erewhon\n\nPartly Free\n53\n100\nPR Political Rights: 18 40\nCL Civil Liberties: 35 60\nLast Year's Score & Status\n52 100 Partly "
        "Free\nGlobal freedom statuses are calculated on a weighted scale. See the methodology.\n",
        (None, None, None),
    ),
    "rows with a dash before them": Printed(
        "2016\n\n- Freedom on the Net Status: Partly Free\n- Freedom on the Net Total: 36\n- Obstacles to Access: 12\n"
        "- Limits on Content: 8\n"
        "- Violations of User Rights: 16\n",
        ("Partly Free", 36, (12, 8, 16)),
    ),
    "a dash for the year before": Printed(
        _lines("2015 2016|Status — Partly Free|Obstacles to Access — 12|Limits on Content – 8|Violations of User Rights - 16|Total — 36"),
        ("Partly Free", 36, (12, 8, 16)),
    ),
    "a row that lost one of two figures, which the total tells": Printed(
        _lines("2015 2016|Obstacles to Access (0-25) 12 13|Limits on Content (0-35) 8|Violations of User Rights (0-40) 16 20|Total 36 42"),
        (None, 42, (13, 20)),
        (2015, None, 36, (12, 8, 16)),
    ),
    "rows that lost one of two figures, which nothing tells": Printed(
        _lines("2015 2016|Obstacles to Access (0-25) 12 13|Limits on Content (0-35) 8|Violations of User Rights (0-40) 16|Total 36 42"),
        (None, 42, (13,)),
        (2015, None, 36, (12,)),
    ),
    "a quotation": Printed(
        _lines("> 2015|> 2016|> Internet Freedom Status|> Partly|> Partly|> Free|> Free|> Obstacles to Access (0-25)|> 12|> 13"),
        ("Partly Free", None, (13,)),
        (2015, "Partly Free", None, (12,)),
    ),
    "highest scores, one of them unreadable": Printed(
        "Not Free\n24\n1OO\nA Obstacles to Access 12 25\nB Limits on Content 7 35\nC Violations of User Rights 5 4O\n",
        ("Not Free", None, (12, 7, 5)),
    ),
    "cells of a page without its status": Printed(
        "Erewhon\n| A Obstacles to Access | 13 25 |\n| B Limits on Content | 11 35 |\n| C Violations of User Rights | 10 40 |\n",
        (None, None, (13, 11, 10)),
    ),
}


@pytest.mark.parametrize("name", TABLES)
def test_scores_are_right_or_left_out(name: str) -> None:
    expected = TABLES[name]
    text = unfolded(f"{expected.head}\n\nOverview\n\n{PARA} {P2}\n\n{P2} {PARA}\n")
    data = tomli.loads(text_of(take_apart("erewhon.txt", text)))
    this, *others = data["edition"]
    assert _scores(this) == expected.this
    if expected.previous is None:
        assert not others
    else:
        assert (others[0]["year"], *_scores(others[0])) == expected.previous


def _scores(edition: dict[str, Any]) -> tuple[Any, ...]:
    return edition.get("status"), edition.get("total"), tuple(edition["scores"].values()) if "scores" in edition else None
