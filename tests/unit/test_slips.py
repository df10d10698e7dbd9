"""Slips of the pen in TOML, as people make them who have never written any: each is named, marked where it is, and mended in the hint."""

from __future__ import annotations

import pytest

from kzbrief.toml.problems import DocumentError, Problem
from kzbrief.toml.read import parse


def fault(text: str) -> Problem:
    with pytest.raises(DocumentError) as caught:
        parse(text, "text")
    (problem,) = caught.value.problems
    assert problem.code == "syntax"
    return problem


def marked(text: str, problem: Problem) -> str:
    start = problem.place.column - 1
    return text.split("\n")[problem.place.line - 1][start : start + problem.place.length]


SLIPS = [
    # (text, what is marked, words of the message, words of the hint)
    ("date = 2007-06", "2007-06", "dates need quotes", 'write "2007-06"'),
    ("date = 2007-06~  # about", "2007-06~", "dates need quotes", 'write "2007-06~"'),
    ("covers = 2009/2010", "2009/2010", "dates need quotes", 'write "2009/2010"'),
    ("points = [{ at = 2007-06, value = 3 }]", "2007-06", "dates need quotes", 'write "2007-06"'),
    ("dates = [2007-06]", "2007-06", "dates need quotes", 'write "2007-06"'),
    ("value = 4,2", "4,2", "a comma", "a decimal point: 4.2"),
    ("value = 4,2", "4,2", "a comma", "brackets: [4,2]"),
    ("value = 4,200,000", "4,200,000", "no commas", "write 4200000"),
    ("value = 4 200 000", "4 200 000", "no blanks", "write 4200000"),
    ("value = 31%", "31%", "no percent sign", "write 31"),
    ("value = 31 %", "31 %", "no percent sign", "write 31"),
    ("value = 031", "031", "no zero", "write 31"),
    ("value = 16.3 million", "16.3 million", "stands alone", 'write 16300000, or "16.3 million" where a text is wanted'),
    ("total = 26 / 100", "26 / 100", "stands alone", 'write 26, or "26 / 100" where a text is wanted'),
    ("total = 26/100  # points", "26/100", "stands alone", 'write 26, or "26/100" where a text is wanted'),
    ("total = 26 of 100", "26 of 100", "stands alone", "write 26, or"),
    ("total = 26.", "26.", "point", "write 26"),
    ("value = about 43%", "about 43%", "stands alone", "write 43, or"),
    ("value = $12", "$12", "stands alone", "write 12, or"),
    ("value = 1.900.000", "1.900.000", "signs between", "write 1900000"),
    ("value = 1'900'000", "1'900'000", "signs between", "write 1900000"),
    ("value = \u22128", "\u22128", "minus", "write -8"),
    ("headline = 21 bloggers were arrested", "21 bloggers were arrested", "needs quotes", 'write "21 bloggers were arrested"'),
    ("value = 2013%", "2013%", "no percent sign", "write 2013"),
    ("total = -", "-", "no value", "leave the key out"),
    ("total = ???", "???", "no value", "leave the key out"),
    ("total = TBD", "TBD", "no value", "leave the key out"),
    ("total = na", "na", "needs quotes", 'write "n/a"'),
    ("date = 2013-5", "2013-5", "dates need quotes", 'write "2013-05"'),
    ("date = 2013-5-7", "2013-5-7", "dates need quotes", 'write "2013-05-07"'),
    ("date = 12 May 2013", "12 May 2013", "dates need quotes", 'write "2013-05-12", or "12 May 2013" where a text is wanted'),
    ("covers = May 2012 - April 2013", "May 2012 - April 2013", "dates need quotes", 'write "2012-05/2013-04", or'),
    ("covers = 2012-2013", "2012-2013", "dates need quotes", 'write "2012/2013", or'),
    ('authors = [“Smith, J.”, "Org"]', "“", "curly", 'write "Smith, J."'),
    ("authors = [\n  “Smith, J.”,\n  “Org”\n]", "“", "curly", 'write "Smith, J."'),
    ('x = { authors = “Smith, J.”, org = "Org" }', "“", "curly", 'write "Smith, J."'),
    ('authors = [“Smith, J.", "Org"]', "“", "curly", 'write "Smith, J."'),
    ("authors = [„Smith, J.”, „Org”]", "„", "curly", 'write "Smith, J."'),
    ("title = “Smith, J.", "“", "curly", 'a straight " on both sides'),
    ("title = “C# and “you””", "“", "curly", 'write "C# and “you”"'),
    ("text = “““\nx\n”””", "“““", "straight quotes", 'write """ here and where it ends'),
    ("scores = [ access = 8, content = 7 ]", "[", "braces", "write { access = 8, content = 7 }"),
    ("scores = [\n access = 8,\n content = 7\n]", "[", "braces", "write braces in the place of the brackets"),
    ('scores = ["access" = 8]', "[", "braces", 'write { "access" = 8 }'),
    ("scores = [access: 8]", "[", "braces", "write { access = 8 }"),
    ("scores = access = 8, content = 7", "access = 8, content = 7", "braces", "write { access = 8, content = 7 }"),
    ("scores = (access = 8)", "(access = 8)", "parentheses", "[ ] or { }"),
    ("scores = { access = 8 content = 7 }", "content", "comma is missing", "write a comma behind “8”"),
    ('cites = ["a, b" "c"]', '"', "comma is missing", 'write a comma behind “"a, b"”'),
    ('title = "Half the people', '"', "not closed", 'write " where it ends'),
    ('cites = ["a", "b]', '"', "not closed", 'write " where it ends'),
    ('title = Half the people"', 'Half the people"', "begins", 'write "Half the people"'),
    ('headline "Half"', '"Half"', "equals sign", 'write headline = "Half"'),
    ("total 26", "26", "equals sign", "write total = 26"),
    ("key–findings = ['a/b']", "–", "U+2013", "write key-findings"),
    ("key−findings = ['a/b']", "−", "U+2212", "write key-findings"),
    ("tоtal = 5", "о", "U+043E", "write total"),
    ("название = 'x'", "н", "a-z", "keys are the same in all languages"),
    ("naïve = 'x'", "ï", "a-z", "keys are the same in all languages"),
    ("“title” = 'x'", "“", "curly", "write title"),
    ("- first", "-", "list", "between [ and ]"),
    ("* first", "*", "list", "between [ and ]"),
    ("; comment", ";", "#", "write # comment"),
    ("<!-- comment -->", "<!--", "#", "write # comment"),
    ("/* comment */", "/*", "#", "write # comment"),
    ("= 5", "=", "key is missing", None),
    ("]", "]", "nothing is open", None),
    ("}", "}", "nothing is open", None),
    ('scores = { "access": 8 }', ":", "equals sign", '"access" = …'),
    ('text = "Some\nand more', '"', "not closed", '"""'),
    ("notes = 2, 3", "2, 3", "list", "write [2, 3]"),
    ('cites = "a", "b"', '"a", "b"', "list", 'write ["a", "b"]'),
    ("headline = 'Proxies aren't blocked'", "t blocked'", "apostrophe", 'write "Proxies aren\'t blocked"'),
    ('title = "a "b" c"', 'b" c"', "inside", r'write "a \"b\" c"'),
    ('title = ["a "b" c", "d"]', 'b" c", "d"]', "inside", r"\""),
    ("draft = Yes", "Yes", "true or false", "write true"),
    ("draft = True", "True", "true or false", "write true"),
    ("draft = no", "no", "true or false", "write false"),
    ("total = n/a", "n/a", "needs quotes", 'write "n/a"'),
    ("total = N/A  # not given", "N/A", "needs quotes", 'write "n/a"'),
    ("status = Partly Free", "Partly Free", "needs quotes", 'write "Partly Free"'),
    ("status = null", "null", "no value", "leave the key out"),
    ("title = “curly”", "“", "curly", 'write "curly"'),
    ("title = «Казнет»", "«", "straight quotes", 'write "Казнет"'),
    ("title = ‘x’", "‘", "curly", 'write "x"'),
    ("total =\u00a055", "\u00a0", "U+00A0", "a plain blank"),
    ("\u00a0total = 55", "\u00a0", "U+00A0", "a plain blank"),
    ("total\u00a0= 55", "\u00a0", "U+00A0", "a plain blank"),
    ("total = 55\u200b", "\u200b", "U+200B", "delete it"),
    ("// comment", "//", "#", "write # comment"),
    ("total = 55 // comment", "//", "#", "write # comment"),
    ("total: 55", ":", "equals sign", "= instead of :"),
    ("total := 55", ":", "equals sign", "= instead of :"),
    ("total == 55", "=", "one equals sign", "total = 55"),
    ("date printed = 'x'", "printed", "blank", "date-printed"),
    ("total = 55,", ",", "comma", "leave it out"),
    ("total = 55;", ";", "semicolon", "leave it out"),
    ("value = .5", ".5", "digit before", "write 0.5"),
    ("notes = [1 2]", "2", "comma is missing", None),
    ('cites = ["a" "b"]', '"', "comma is missing", None),
    ("notes = [1; 2]", ";", "comma", None),
    ("notes = [1\ntotal = 2", "total", "not closed", "ends with ]"),
    ("notes = [1,\n2", "[", "not closed", "]"),
    ("notes = [1, ", "[", "not closed", "]"),
    ("notes = [1, # one", "[", "not closed", "]"),
    ("points = [{ at = 1, value = }]", "=", "value is missing", None),
    ("[report\ntitle = 'x'", "[report", "not closed with ]", "write [report]"),
    ("[[section]\nid = 'x'", "[[section]", "not closed with ]]", "write [[section]]"),
    ("[section]]\nid = 'x'", "]", "brackets", "write [[section]]"),
    ("[sources.kurvi 2010]", "2010", "blank", "hyphen"),
    ("[sources.kurvi-2010] title = 1", "title = 1", "line of its own", None),
    ('path = "C:\\Dokumente"', "\\D", "backslash", r"\\"),
    ("total =", "=", "value is missing", None),
    ("total = # later", "=", "value is missing", None),
    ("date = 2010-02-30", "2010-02-30", "no such date", None),
    ("date = 17.11.2010", "17.11.2010", "need quotes", 'write "2010-11-17"'),
    ("date = 12.03.2010", "12.03.2010", "year first", 'write "2010-03-12" or "2010-12-03", whichever is meant'),
    ('title = "Borduria”', "”", "the quote ” does not close this text", 'write "Borduria"'),
    ('title = "Borduria”  # so', "”", "does not close", 'write "Borduria"'),
    ("cites = [http://x.example/#a, 'b']", "http://x.example/#a", "needs quotes", 'write "http://x.example/#a"'),
    ("url = http://x.example/a#b # so", "http://x.example/a#b", "needs quotes", 'write "http://x.example/a#b"'),
    ("value = 4,200", "4,200", "no commas", "write 4200, or 4.200 if that is a decimal comma"),
    ("total => 5", ">", "one equals sign", "write total = 5"),
    ("total -> 5", "->", "equals sign", "write total = …"),
    ("In 2013 the law was changed", "In 2013 the law was changed", "neither a [table] nor a key", "a comment begins with #"),
    ("scores = {\n  access = 8\n  content = 7\n}", "content", "comma is missing", "write a comma behind “8”"),
    ("notes = [1-3]", "1-3", "each of its numbers", "one by one: 1, 2, 3"),
    ("notes = [5, 7–30]", "7–30", "each of its numbers", "one by one: 7, …, 30"),
    ("notes = [1,,2]", ",", "a comma too many", "delete it"),
    ("notes = [,1]", ",", "a comma too many", "delete it"),
    ('text = "Some" + "more"', "+", "not joined", "write one text"),
    ('path = "C:\\users"', "\\u", "backslash", r"\\"),
    ("[sources:kurvi]", ":", "a dot between", "write [sources.kurvi]"),
    ("[[section/finding]]", "/", "a dot between", "write [[section.finding]]"),
    ("[sources.@kurvi]", "@", "cannot stand", "write [sources.kurvi]"),
    ("[sources kurvi]", "kurvi", "blank", "a dot between the names of two tables"),
    ("[report],", ",", "line of its own", "leave it out"),
    ("[report]:", ":", "line of its own", "leave it out"),
    ("{report}", "{report}", "brackets", "write [report]"),
    ("**title** = 'x'", "**", "no signs around", "write title"),
    ("```toml", "```toml", "no TOML", "delete it"),
    ("---", "---", "no TOML", "delete it"),
    ("draft", "draft", "no value", "write draft = …"),
    ("x = [\n  access/users,\n  access/x\n]", "access/users", "needs quotes", 'write "access/users"'),
    ('x = [\n  "access/users,\n  "access/x"\n]', '"', "not closed", 'write " where it ends'),
    ('text = "First.\n\nSecond."', '"', "not closed", 'over several lines, write """'),
    ("value = >43", ">43", "stands alone", "write 43, or"),
    ("unit = %", "%", "needs quotes", 'write "%"'),
    ('title = ""Half the people""', '""Half the people""', "one quotation mark", 'write "Half the people"'),
    ("title = ''Half the people''", "''Half the people''", "one quotation mark", 'write "Half the people"'),
    ("((edition))", "((edition))", "brackets", "write [[edition]]"),
    ("[ [edition] ]", "[ [edition] ]", "no blank", "write [[edition]]"),
    ("[sources.“kurvi”]", "“", "cannot stand", "write [sources.kurvi]"),
    ("[sources.kur–vi]", "–", "cannot stand", "write [sources.kur-vi]"),
    ("[[edition]] this year", "this year", "line of its own", "a comment begins with #"),
    ('title =\n  "Yearbook"', "=", "value is missing", "into the same line"),
    ("date = November 2010", "November 2010", "dates need quotes", 'write "2010-11", or "November 2010" where a text is wanted'),
    ("notes = [\ntotal = 2\ncites = [1]", "total", "not closed", "ends with ]"),
]


@pytest.mark.parametrize(("text", "mark", "message", "hint"), SLIPS)
def test_slips_of_beginners(text: str, mark: str, message: str, hint: str | None) -> None:
    for before in ("", 'format = 1\n[brief]\nid = "x"\n'):
        problem = fault(before + text)
        assert message in problem.message
        assert marked(before + text, problem) == mark
        if hint:
            assert hint in (problem.hint or "")


def test_windows_line_ends_move_nothing() -> None:
    for text, mark, message, _hint in SLIPS:
        whole = ('a = """\nx\n"""\n' + text).replace("\n", "\r\n")
        problem = fault(whole)
        assert message in problem.message
        assert marked(whole.replace("\r\n", "\n"), problem) == mark


SINGLE = """\
[[section]]
id = "a"

[section]
id = "b"
"""


def test_single_brackets_after_double_ones() -> None:
    problem = fault(SINGLE)
    assert problem.place.line == 4
    assert problem.hint == "write [[section]], with two brackets on each side, as in line 1"
    problem = fault("[[section]]\n[[section.finding]]\nx = 1\n[section.finding]\nx = 2\n")
    assert problem.hint == "write [[section.finding]], with two brackets on each side, as in line 2"


def test_a_table_given_twice_names_the_first() -> None:
    problem = fault('[sources.kurvi-2010]\ntitle = "x"\n\n[sources.other]\n\n[sources.kurvi-2010]\ntitle = "y"\n')
    assert problem.message == "[sources.kurvi-2010] stands here twice, first in line 1"
    assert problem.place.line == 6
    assert problem.hint == "give one of them another name, or put what belongs together in one of them"
    problem = fault('[method]\nid = "x"\n[method.scale]\nid = "a"\n[method.scale]\nid = "b"\n')
    assert "each is written [[method.scale]]" in (problem.hint or "")
    problem = fault('[section]\nid = "a"\n[section]\nid = "b"\n')
    assert problem.message == "[section] stands here twice, first in line 1"
    assert "[[section]]" in (problem.hint or "")
    problem = fault('[section]\nid = "a"\n[[section]]\nid = "b"\n')
    assert problem.message == "[[section]] stands here as [section] in line 1"
    assert "[[section]]" in (problem.hint or "")


def test_a_key_given_twice_names_the_first() -> None:
    problem = fault('[brief]\ntitle = "x"\nid = "y"\ntitle = """\nz\n"""\n')
    assert problem.message == "“title” stands here twice, first in line 2"
    assert (problem.place.line, problem.place.column, problem.place.length) == (4, 1, 5)
    problem = fault("a = { b = 1, b = 2 }")
    assert problem.message == "“b” stands here twice, first in line 1"
    assert problem.place.column == 14
    # The same name in another table is another key.
    problem = fault('[[s]]\nid = "x"\n[[s]]\nid = "y"\nid = "z"\n')
    assert problem.message == "“id” stands here twice, first in line 4"


OPEN = """\
format = 1
text = \"\"\"One text
that is not closed.

[[section.finding]]
headline = "Another"
text = {next}
and the end.\"\"\"
"""


@pytest.mark.parametrize("following", ['"""It begins here', '"""', '"""\nIt begins here', "'''It begins here"])
def test_an_unclosed_text_is_reported_where_it_opened(following: str) -> None:
    text = OPEN.replace("{next}", following)
    if following[0] == "'":
        text = text.replace('"""', "'''")
    problem = fault(text)
    assert (problem.place.line, problem.place.column) == (2, 8)
    assert problem.message == "the text that is opened here is not closed; it would run on to line 7"
    assert problem.hint
    assert text[text.index("One") - 3 : text.index("One")] in problem.hint


def test_an_unclosed_text_at_the_end() -> None:
    problem = fault('a = """x"""\nb = """\ny\n[c]\nd = "e"\n')
    assert problem.place.line == 2
    assert problem.message == "the text that is opened here is not closed"


def test_closed_texts_are_not_suspected() -> None:
    problem = fault('a = """\nx = """\nb = 5%\n')
    # Whether a text ends in an equals sign or the next begins there cannot be told; what stands alone can.
    assert problem.place.line == 1
    problem = fault('a = """\nx\n"""\nb = 5%\n')
    assert problem.place.line == 4


def test_long_lines_make_short_hints() -> None:
    problem = fault(f"a = {'x ' * 5000}")
    assert len(problem.hint or "") < 120
    assert len(problem.message) < 120
