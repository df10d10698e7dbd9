"""Codes of files and of TOML itself."""

from __future__ import annotations

from ...i18n import N_
from .explanation import Explanation

EXPLANATIONS = {
    "ambiguous-brief": Explanation(
        N_("A name without its year opens a brief where only one has it. Where several do, the year says which is meant."),
        "kzbrief summary kazakhstan",
        "kzbrief summary kazakhstan-2011",
        "command",
    ),
    "bad-date": Explanation(
        N_(
            "Dates are written as the source knows them, in the forms of EDTF: a day, a month, a season, a year, an interval. A date "
            "that is guessed would be shown as if it were known."
        ),
        """\
[report]
type = "chapter"
title = "Borduria"
date = "2011-13"
""",
        """\
[report]
type = "chapter"
title = "Borduria"
date = "2011-12"
""",
    ),
    "cannot-read": Explanation(
        N_("The name is misspelt, the file lies in another folder, or its rights do not let you read it."),
        "kzbrief check my-contry.toml",
        "kzbrief check my-country.toml",
        "command",
    ),
    "empty-file": Explanation(
        N_("A file that holds nothing, or blanks alone, was mostly cut off while it was saved. “kzbrief new” makes one to fill in."),
        N_("a file without a character in it"),
        N_("a file that “kzbrief new” has made"),
        "words",
    ),
    "forbidden-character": Explanation(
        N_(
            "A control character changes what a terminal shows or does, and one that changes the direction of writing can make a line read "
            "as something else. Neither can be seen in an editor. They come along where text is copied from a PDF or a web page."
        ),
        """\
[[section.finding]]
headline = "Half of the lines \\u001b[1mbelong to the state"
cites = ["market-2010", "agency"]
""",
        """\
[[section.finding]]
headline = "Half of the lines belong to the state"
cites = ["market-2010", "agency"]
""",
    ),
    "newer-format": Explanation(
        N_("A file of a later format would be misunderstood, so it is not read at all. A newer version of kzbrief reads it."),
        "format = 2",
        "format = 1",
    ),
    "no-such-brief": Explanation(
        N_("Briefs are opened by name or by path. “kzbrief list” shows the names. A folder must hold at least one brief to be checked."),
        "kzbrief summary kasachstan",
        "kzbrief summary kazakhstan-2011",
        "command",
    ),
    "no-such-format": Explanation(
        N_("The first line of a brief says which version of the format it is written in. There is one so far."),
        "format = 0",
        "format = 1",
    ),
    "no-such-language": Explanation(
        N_(
            "Labels and messages are there in some languages only; what a brief says stays in its own. The message names those that are "
            "there."
        ),
        'language = "xx"',
        'language = "ru"',
        "settings",
    ),
    "no-such-theme": Explanation(
        N_("A theme is named in the settings, in KZBRIEF_THEME or behind --theme: by its name, or by the path of its file."),
        'theme = "kz-drak"',
        'theme = "kz-dark"',
        "settings",
    ),
    "not-a-file": Explanation(
        N_("A folder, a pipe or a device is no brief. “kzbrief check” alone takes folders, and - for what comes through a pipe."),
        "kzbrief summary .",
        "kzbrief summary my-country.toml",
        "command",
    ),
    "not-a-number": Explanation(
        N_("TOML has infinite numbers and one that is none. No report prints them, and nothing can be drawn of them."),
        """\
[[series]]
id = "lines"
label = "Lines"
unit = "lines"
points = [{ at = "2010", value = inf }]
""",
        """\
[[series]]
id = "lines"
label = "Lines"
unit = "lines"
points = [{ at = "2010", value = 14000 }]
""",
    ),
    "not-utf8": Explanation(
        N_("TOML is text in UTF-8. Editors call this the encoding, and most can save in another than the one they opened."),
        N_("a brief saved in Windows-1251 or UTF-16"),
        N_("the same brief saved in UTF-8"),
        "words",
    ),
    "syntax": Explanation(
        N_(
            "The file is not TOML from the marked place on, so that nothing behind it can be trusted; mend it and check again. Most "
            "common are texts and dates without quotes, quotes that are not closed, and curly quotes around a value."
        ),
        """\
[report]
type = "chapter"
title = Borduria
""",
        """\
[report]
type = "chapter"
title = "Borduria"
""",
    ),
    "too-deep": Explanation(
        N_("No brief has lists in lists in lists, or keys of a hundred parts. Such files are made to bring programs down."),
        N_("a list that is nested a thousand times, or a key of a thousand parts"),
        N_("a list of texts; a key of one part"),
        "words",
    ),
    "too-large": Explanation(
        N_("The limit is far beyond any report. A file of that size is something else under the name of a brief."),
        N_("a file of more than 16 MB"),
        N_("a brief; that of Kazakhstan has 0.1 MB"),
        "words",
    ),
    "too-many-digits": Explanation(
        N_("No figure has a thousand digits. Such a number would take minutes and gigabytes to read."),
        N_("a number of a thousand and one digits"),
        N_("a figure as the report prints it"),
        "words",
    ),
    "too-many-values": Explanation(
        N_("The limit is far beyond any report; a file with more keys and values would take a large part of the memory."),
        N_("a file with more than 400,000 keys and values"),
        N_("a brief; that of Kazakhstan has some thousands"),
        "words",
    ),
}
