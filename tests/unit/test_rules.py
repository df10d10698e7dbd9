"""Rules of structure: every reference leads somewhere, every name is there once; each fault with the place it is mended at."""

from __future__ import annotations

from pathlib import Path

import pytest

from kzbrief.brief.checking import check_file
from kzbrief.brief.load import load_brief
from kzbrief.toml.problems import DocumentError, Problem

DATA = Path(__file__).parent.parent / "data"
SMALL = (DATA / "small.toml").read_text(encoding="utf-8")
COMPLETE = (DATA / "complete.toml").read_text(encoding="utf-8")


def faults(folder: Path, text: str) -> list[Problem]:
    path = folder / "brief.toml"
    path.write_text(text, encoding="utf-8", newline="")
    with pytest.raises(DocumentError) as caught:
        load_brief(path)
    return list(caught.value.problems)


def changed(text: str, old: str, new: str) -> str:
    assert text.count(old) == 1, old
    return text.replace(old, new)


def marked(text: str, problem: Problem) -> str:
    """Return what the place of a problem marks."""
    start = problem.place.column - 1
    return text.split("\n")[problem.place.line - 1][start : start + problem.place.length]


CASES = [
    # (what is changed, into what, code, what is marked, hint)
    ("[@court]", "[@cuort]", "no-such-source", "cuort", "did you mean “court”?"),
    ("[@market-2006, note 3; @regulator]", "[@regulator; @market-2006, note 7]", "no-such-note", "note 7", "its notes are: 1, 3"),
    (
        "[@market-2006, note 3; @regulator]",
        "[@regulator; @market-2006]",
        "which-note",
        "market-2006",
        "write it as in [@market-2006, note 1]",
    ),
    (
        "[@market-2006, note 3; @regulator]",
        "[@market-2006, note 3; @regolator]",
        "no-such-source",
        "regolator",
        "did you mean “regulator”?",
    ),
    ("[@profile]", "[@profile, note 6]", "no-such-note", "note 6", "did you mean “court”? The notes of “profile” are: 5"),
    ("of 2006 [@market-2006]", "of 2006 [@market]", "no-such-source", "market", "did you mean “market-2006”?"),
    ("of 2006 [@market-2006]", "of 2006 [@later, note 1]", "no-such-note", "note 1", "did you mean “market-2006”? “later” has no notes"),
    ('cites = ["later"]', 'cites = ["later", "latr"]', "no-such-source", "latr", "did you mean “later”?"),
    ('cites = ["later"]', 'cites = ["later, note 9"]', "no-such-note", "note 9", "it has no notes; leave this out"),
    (
        'printed = "3.1 million"',
        'printed = "3.1 million"\ncites = ["market-2006"]',
        "which-note",
        "market-2006",
        'write it as in "market-2006, note 1"',
    ),
    ('"profile-2007", ', '"profle-2007", ', "no-such-source", '"profle-2007"', "did you mean “profile-2007”?"),
    ('"profile-2007", ', '"profile", ', "no-such-source", '"profile"', None),
    ('"access/carrier"', '"carrier"', "no-such-finding", '"carrier"', "write it with its section: access/carrier"),
    ('"access/carrier"', '"access"', "no-such-finding", '"access"', "this is a section; write one of its findings, as in access/carrier"),
    (
        '"access/carrier"',
        '"access/carrier, access/prices"',
        "no-such-finding",
        '"access/carrier, access/prices"',
        'write each as a text of its own: "access/carrier", "access/prices"',
    ),
    ("[@court]", "[@sources.court]", "no-such-source", "sources.court", "did you mean “court”?"),
    ("[report]", "[scores]\naccess = 1\n\n[report]", "unknown-key", "scores", "“scores” belongs to [[edition]]"),
    ("[@court]", "{@court}", "malformed-citation", "@court", "write [@court]"),
    ("[@court]", "[^6]", "malformed-citation", "[^6]", "citations name works by their keys; note 6 is [@court]"),
    ('country = "XB"', 'country = "Georgia"', "wrong-form", '"Georgia"', "write GE"),
    ('id = "borduria-2011"', 'id = "borduria-2011.toml"', "wrong-form", '"borduria-2011.toml"', "write borduria-2011"),
    (
        "[@court]",
        "[@court, @cour]",
        "malformed-citation",
        "[@court, @cour]",
        "a citation is written [@key], [@key, p. 4] or [@key, note 6; @other-key]",
    ),
    ('"access/carrier"', '"access/carier"', "no-such-finding", '"access/carier"', "did you mean “access/carrier”?"),
    ('actors = ["internet-act"]', 'actors = ["internetact"]', "no-such-actor", '"internetact"', "did you mean “internet-act”?"),
    (
        'about = ["finding:internet-act"]',
        'about = ["finding:internet"]',
        "no-such-finding",
        "internet",
        "did you mean “finding:internet-act”?",
    ),
    (
        'about = ["finding:internet-act"]',
        'about = ["internet-act"]',
        "wrong-reference",
        '"internet-act"',
        "did you mean “finding:internet-act”?",
    ),
    ('about = ["finding:internet-act"]', 'about = ["actor:bordutel"]', "wrong-reference", '"actor:bordutel"', "write finding:…"),
    ('"note:1"]', '"note:9"]', "no-such-note", "9", "the notes go from 1 to 6"),
    ('"note:1"]', '"fact:penetratoin"]', "no-such-fact", "penetratoin", "did you mean “fact:penetration”?"),
    ('"note:1"]', '"source:x"]', "no-such-source", "x", None),
    ('"note:1"]', '"edition:2010"]', "no-such-edition", "2010", "the editions here are: 2009, 2011, 2013"),
    ('"note:1"]', '"event:x"]', "no-such-event", "x", None),
    ('"note:1"]', '"series:x"]', "no-such-series", "x", None),
    ('"note:1"]', '"actor:"]', "no-such-actor", '"actor:"', None),
    ('"note:1"]', '"chapter"]', "wrong-reference", '"chapter"', None),
    ('category = "content"', 'category = "contents"', "no-such-category", '"contents"', "did you mean “content”?"),
    ("content = 16,", "contents = 16,", "no-such-category", "contents", "did you mean “content”?"),
    ("content = 16,", "questions = 16,", "no-such-category", "questions", "it has: access, content, rights"),
    ('id = "prices"', 'id = "carrier"', "duplicate-id", '"carrier"', "give one of them another name"),
    ('id = "blocked"', 'id = "carrier"', "duplicate-id", '"carrier"', "give one of them another name"),
    ('id = "introduction"', 'id = "access"', "duplicate-id", '"access"', "give one of them another name"),
    ('cites = ["later"]', "", "no-cites", '"context"', None),
    ('role = "previous"', 'role = "this"', "wrong-edition", '"this"', "write “previous” or “context”"),
    ('year = 2011\nrole = "this"', 'year = 2012\nrole = "this"', "wrong-edition", "2012", None),
    ('role = "this"', 'role = "previous"', "no-edition", "2011", "an edition without scores is an [[edition]] with year and role alone"),
    ('method = "freedom-on-the-net"', 'method = "freedom-of-the-net"', "no-such-method", '"freedom-of-the-net"', None),
    ('method = "freedom-on-the-net"\n', "", "no-method", "[brief]", None),
    ("format = 1", "format = 0", "no-such-format", "0", "write format = 1"),
]


@pytest.mark.parametrize(("old", "new", "code", "mark", "hint"), CASES)
def test_each_fault_is_found_where_it_is(tmp_path: Path, old: str, new: str, code: str, mark: str, hint: str | None) -> None:
    text = changed(SMALL, old, new)
    (problem,) = faults(tmp_path, text)
    assert problem.code == code
    assert marked(text, problem) == mark
    if hint:
        assert problem.hint == hint


@pytest.mark.parametrize(
    ("old", "new", "code", "mark"),
    [
        ('cites = ["index-2012"]\nextent', 'cites = ["index-2013"]\nextent', "no-such-source", "index-2013"),
        ('syldavia"\ncites = ["index-2012"]', 'syldavia"\ncites = ["index-2013"]', "no-such-source", "index-2013"),
        (
            'scores = { lines = 23, law = 17 }, cites = ["index-2012"]',
            'scores = { lines = 23, law = 17 }, cites = ["x"]',
            "no-such-source",
            "x",
        ),
        ("scores = { lines = 23, ", "scores = { line = 23, ", "no-such-category", "line"),
        ('"nearly 15 percent", cites = ["index-2012"]', '"nearly 15 percent", cites = ["x"]', "no-such-source", "x"),
        ('cites = ["census"]\npoints', 'cites = ["cens"]\npoints', "no-such-source", "cens"),
        ('cites = ["census"]\npoints', "points", "no-cites", '"context"'),
        ('role = "report"\ncites = ["census, note 2"]', 'role = "context"', "no-cites", '"context"'),
        ('cites = ["census"]\n\n[[actor]]', 'cites = ["cens"]\n\n[[actor]]', "no-such-source", "cens"),
        ("decree [@census, note 1]", "decree [@censu, note 1]", "no-such-source", "censu"),
        ('questions = { A1 = 30, A2 = 30, B1 = 40 }\ncites = ["index-method"]', 'cites = ["x"]', "no-such-source", "x"),
        ('size = 2\ncites = ["index-method"]', 'cites = ["x"]', "no-such-source", "x"),
        ('cites = ["index-method"] }]\ncites = ["index-method"]', 'cites = ["index-method"] }]\ncites = ["x"]', "no-such-source", "x"),
        ('41.5, cites = ["index-method"]', '41.5, cites = ["x"]', "no-such-source", "x"),
        ('41.5, cites = ["index-method"]', '41.5, cite = ["index-method"]', "unknown-key", "cite"),
        ('41.5, cites = ["index-method"]', "41.5, cites = []", "empty", "[]"),
        ('{ total = 41.5, cites = ["index-method"] }', '"41"', "wrong-type", '"41"'),
        ('no-actors = ["royal-carrier"]', 'no-actors = ["royal"]', "no-such-actor", '"royal"'),
        ('at = "edition:2012"', 'at = "edition:2013"', "no-such-edition", "2013"),
        ('id = "law"\n', 'id = "lines"\n', "duplicate-id", '"lines"'),
        ("[unsettled.short-title]", "[unsettled.index-2012]", "duplicate-id", "index-2012"),
        ("edition = 2012\ncovers", 'edition = 2012\nmethod = "freedom-on-the-net"\ncovers', "two-methods", '"freedom-on-the-net"'),
    ],
)
def test_faults_of_rarer_tables(tmp_path: Path, old: str, new: str, code: str, mark: str) -> None:
    text = changed(COMPLETE, old, new)
    problem = next(problem for problem in faults(tmp_path, text) if problem.code == code)
    assert marked(text, problem) == mark


@pytest.mark.parametrize("table", ["fact", "event", "actor", "series"])
def test_names_are_unique_in_their_table(tmp_path: Path, table: str) -> None:
    start = COMPLETE.index(f"[[{table}]]")
    copy = COMPLETE[start : COMPLETE.index("\n[", start + 1)]
    text = f"{COMPLETE}\n{copy}\n"
    (problem,) = faults(tmp_path, text)
    assert problem.code == "duplicate-id"
    first = COMPLETE[: COMPLETE.index("id = ", start)].count("\n") + 1
    assert f"line {first}" in problem.message
    assert problem.place.line > first


def test_an_edition_may_be_given_twice_in_different_roles_only(tmp_path: Path) -> None:
    context = '\n[[edition]]\nyear = 2009\nrole = "context"\ncites = ["later"]\n'
    (problem,) = faults(tmp_path, SMALL + context + context)
    assert problem.code == "duplicate-id"
    path = tmp_path / "brief.toml"
    path.write_text(SMALL + context, encoding="utf-8")
    load_brief(path)


LITERAL = [r"\[@nobody]", "[sic]", "a@nobody.example", "[see @nobody]", "[nobody](https://x.example/@nobody)"]


@pytest.mark.parametrize("text", LITERAL)
def test_brackets_that_are_no_citations_are_left_alone(tmp_path: Path, text: str) -> None:
    path = tmp_path / "brief.toml"
    path.write_text(changed(SMALL, "mass medium [sic]", f"mass medium {text}".replace("\\", "\\\\")), encoding="utf-8")
    load_brief(path)


def test_a_citation_over_two_lines_is_marked_in_its_line(tmp_path: Path) -> None:
    text = changed(SMALL, "its lines [@market-2006, note 3; @regulator]", "its lines [@market-2006,\n   note 3;\n  @regolator]")
    for ends in ("\n", "\r\n"):
        (problem,) = faults(tmp_path, text.replace("\n", ends))
        assert marked(text, problem) == "regolator"


def test_the_same_key_twice_in_one_bracket_is_marked_at_the_right_one(tmp_path: Path) -> None:
    text = changed(SMALL, "[@market-2006, note 3; @regulator]", "[@market-2006, note 3; @market-2006]")
    (problem,) = faults(tmp_path, text)
    assert problem.code == "which-note"
    assert problem.place.column == text.split("\n")[problem.place.line - 1].rindex("market-2006") + 1


def test_a_newer_format_is_the_only_problem(tmp_path: Path) -> None:
    text = changed(SMALL, "format = 1", "unknown = 3\nformat = 2").replace("[@court]", "[@nobody\\u001b]")
    (problem,) = faults(tmp_path, text)
    assert problem.code == "newer-format"
    assert "format 2" in problem.message
    assert "newer version" in (problem.hint or "")
    assert marked(text, problem) == "2"


def test_faults_of_all_kinds_come_together_in_file_order_and_once(tmp_path: Path) -> None:
    text = SMALL
    for old, new in (
        ('country = "XB"', 'country = "Borduria"'),
        ('method = "freedom-on-the-net"\n', 'method = "freedom-on-the-net"\ncolour = "red"\n'),
        ('"rights/blogger-fined"', '"rights/blogger"'),
        ('type = "chapter"\ntitle = "Borduria"\ncollection = "Freedom', 'type = "chapter"\ncollection = "Freedom'),
        ("total = 47", 'total = "many"'),
        ('period = "2010"', 'period = "2010-13"'),
        ('topic = "The market"', 'topic = "The \\u202e market"'),
        ("[@court]", "[@curt]"),
        ('url = "http://lines.example/market"', 'url = "javascript:alert(1)"'),
        ("notes = [2]", "notes = 2"),
        ('id = "prices"', 'id = "carrier"'),
    ):
        text = changed(text, old, new)
    found = faults(tmp_path, text)
    assert [(problem.code, marked(text, problem)) for problem in found] == [
        ("wrong-form", '"Borduria"'),
        ("unknown-key", "colour"),
        ("no-such-finding", '"rights/blogger"'),
        ("missing-key", "[report]"),
        ("wrong-type", '"many"'),
        ("bad-date", '"2010-13"'),
        ("forbidden-character", "\\u202e"),
        ("duplicate-id", '"carrier"'),
        ("no-such-source", "curt"),
        ("wrong-form", '"javascript:alert(1)"'),
        ("wrong-type", "2"),
    ]
    places = [problem.place for problem in found]
    assert places == sorted(places)


def test_no_follow_on_errors(tmp_path: Path) -> None:
    """A value that is wrong in itself can still be referred to, and one that is missing is not compared."""
    for old, new, codes in (
        ("[sources.court]", "[sources.Court_1]", ["wrong-form"]),
        ('id = "blogger-fined"', 'id = "Blogger Fined"', ["wrong-form"]),
        ("edition = 2011\n", "", ["missing-key"]),
        ('year = 2011\nrole = "this"', 'role = "this"', ["missing-key"]),
        ('role = "this"', 'role = "thiss"', ["unknown-value"]),
        ('role = "context"', 'role = "kontext"', ["unknown-value"]),
        ('candidates = ["profile-2007", "profile-2010"]', 'candidates = "profile-2007"', ["wrong-type"]),
        ('kind = "law"\n', 'kind = "act"\n', ["unknown-value"]),
        ('method = "freedom-on-the-net"', 'method = "no method"', ["wrong-form"]),
        ('method = "freedom-on-the-net"', "method = 3", ["wrong-type"]),
        ('about = ["finding:carrier", "note:1"]\n', "", ["missing-key"]),
        ('about = ["finding:carrier", "note:1"]', "about = [1]", ["wrong-type"]),
        ('date = "2009-07"\nlabel', "label", ["missing-key"]),
        ('id = "internet-act"\nkind = "law"', 'kind = "law"', ["missing-key"]),
        ('id = "rights"\n', "", ["missing-key"]),
        ('[[section.finding]]\nid = "late-start"', '[[section.findings]]\nid = "late-start"', ["unknown-key"]),
        ('[[section.finding]]\nid = "late-start"', '[section.finding]\nid = "late-start"', ["wrong-type"]),
        ("notes = [1, 3]", 'notes = "1, 3"', ["wrong-type"]),
        ("[sources.court]", "[source.court]", ["unknown-key"]),
        ('[[actor]]\nid = "internet-act"', '[[actors]]\nid = "internet-act"', ["unknown-key"]),
        # What is misspelt is not missing, too, and what is in it counts.
        ("[brief]", "[breif]", ["unknown-key"]),
        ("[report]", "[raport]", ["unknown-key"]),
        ("edition = 2011\n", "editon = 2011\n", ["unknown-key"]),
        ('year = 2011\nrole = "this"', 'yaer = 2011\nrole = "this"', ["unknown-key"]),
        ('id = "rights"\n', 'idd = "rights"\n', ["unknown-key"]),
        ("notes = [1, 3]", "notes = [1, 3, 3, 0]", ["wrong-note", "wrong-note"]),
        ("notes = [2]", "notes = [2, 2]", ["wrong-note"]),
        ("notes = [2]", 'notes = [2, "3"]', ["wrong-type"]),
    ):
        text = changed(SMALL, old, new)
        text = text.replace("[@court]", "[@Court_1]") if "Court_1" in new else text
        text = text.replace("rights/blogger-fined", "rights/Blogger Fined") if "Blogger Fined" in new else text
        assert [problem.code for problem in faults(tmp_path, text)] == codes, new


@pytest.mark.parametrize(
    "table", ["brief", "report", "edition", "section", "sources", "method", "fact", "unsettled", "remark", "allow", "event"]
)
@pytest.mark.parametrize("value", ["3", '"x"', "[]", "[1]", "{}", "[{}]", "{x = 1}", "{x = {}}"])
def test_tables_of_a_wrong_kind_do_no_harm(tmp_path: Path, table: str, value: str) -> None:
    path = tmp_path / "brief.toml"
    path.write_text(f"format = 1\n{table} = {value}\n", encoding="utf-8")
    with pytest.raises(DocumentError) as caught:
        load_brief(path)
    assert all(problem.code != "wrong-value" for problem in caught.value.problems)


@pytest.mark.parametrize("line", [line for line in COMPLETE.split("\n") if " = " in line and not line.startswith((" ", "points", "bands"))])
def test_lines_that_are_missing_or_wrong_do_no_harm(tmp_path: Path, line: str) -> None:
    """Whatever key is left out, or has a value of another kind, the rules still get through."""
    path = tmp_path / "brief.toml"
    key = line.partition(" = ")[0]
    for other in ("", f"{key} = 7", f"{key} = [7]", f"{key} = {{}}", f'{key} = ""'):
        path.write_text(COMPLETE.replace(line, other, 1), encoding="utf-8")
        assert list(check_file(str(path), notes=True))  # which has the rules of errors, and those of advice


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("[sources.later]", "[sources]", "wrong-type"),
        ("[sources.later]", "[[sources]]\nid = 'later'", "wrong-type"),
        ('id = "internet-act"\nheadline', 'Id = "internet-act"\nheadline', "unknown-key"),
        ("format = 1\n", "", "missing-key"),
        ("format = 1\n", "Format = 1\n", "unknown-key"),
    ],
)
def test_what_follows_from_a_fault_is_not_reported(tmp_path: Path, old: str, new: str, code: str) -> None:
    text = "\n".join(SMALL.split("[sources.")[:1]) + '[sources.later]\ntype = "web"\ntitle = "x"\n' if "sources" in new else SMALL
    text = changed(text, old, new)
    assert [problem.code for problem in faults(tmp_path, text)] == [code]


def test_a_name_of_a_wrong_form_is_reported_alone(tmp_path: Path) -> None:
    text = changed(SMALL, 'id = "carrier"', 'id = "Carrier_2006"')
    (problem,) = [problem for problem in faults(tmp_path, text) if problem.code != "unused-allow"]
    assert (problem.code, problem.hint) == ("wrong-form", "write carrier-2006")


def test_a_missing_format_is_given(tmp_path: Path) -> None:
    (problem,) = faults(tmp_path, changed(SMALL, "format = 1\n", ""))
    assert problem.hint == "write format = 1 in the first line"
