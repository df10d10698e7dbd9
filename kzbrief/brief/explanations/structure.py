"""Codes of tables, keys and values."""

from __future__ import annotations

from ...i18n import N_
from .explanation import Explanation

_CITED = 'cites = ["market-2010", "agency"]\n'

EXPLANATIONS = {
    "duplicate-id": Explanation(
        N_("A name stands for one thing: references by it must lead to one place. An edition is told from others by its year and role."),
        f"""\
[[section.finding]]
id = "lines"
headline = "Half of the lines belong to the state"
{_CITED}
[[section.finding]]
id = "lines"
headline = "Lines are slow"
{_CITED}""",
        f"""\
[[section.finding]]
id = "lines"
headline = "Half of the lines belong to the state"
{_CITED}
[[section.finding]]
id = "speed"
headline = "Lines are slow"
{_CITED}""",
    ),
    "empty": Explanation(
        N_("A text or list that must hold something is empty. What is not known is left out, so that it is shown as not known."),
        """\
[[fact]]
id = "population"
label = "Population"
printed = ""
""",
        """\
[[fact]]
id = "population"
label = "Population"
printed = "3.1 million"
""",
    ),
    "missing-key": Explanation(
        N_("Without this key the table cannot be shown. The reference of the format says which keys a table must have."),
        """\
[[fact]]
id = "population"
printed = "3.1 million"
""",
        """\
[[fact]]
id = "population"
label = "Population"
printed = "3.1 million"
""",
    ),
    "no-headline": Explanation(
        N_("The headline is the point of a finding, and all that the overview shows. A draft may go without for as long as it is one."),
        f"""\
[[section.finding]]
id = "lines"
{_CITED}""",
        f"""\
[[section.finding]]
id = "lines"
headline = "Half of the lines belong to the state"
{_CITED}""",
    ),
    "too-short": Explanation(
        N_("A list has fewer entries than make sense: a reference that fits one work only is not unsettled."),
        """\
[[section.finding]]
headline = "Half of the lines belong to the state"
cites = ["short", "agency", "market-2010"]

[unsettled.short]
candidates = ["market-2010"]
reason = "the note has no title"
""",
        """\
[[section.finding]]
headline = "Half of the lines belong to the state"
cites = ["short", "agency", "market-2010"]

[unsettled.short]
candidates = ["market-2010", "agency"]
reason = "the note has no title"
""",
    ),
    "unknown-key": Explanation(
        N_("A key that is not known would be lost without a word. Mostly it is misspelt, or stands in the wrong table."),
        """\
[report]
type = "chapter"
title = "Borduria"
autor = ["Szohôd, Pál"]
""",
        """\
[report]
type = "chapter"
title = "Borduria"
author = ["Szohôd, Pál"]
""",
    ),
    "unknown-value": Explanation(
        N_("Some keys take a word of a short list, so that readers can filter by it and other programs understand it."),
        """\
[report]
type = "section"
title = "Borduria"
""",
        """\
[report]
type = "chapter"
title = "Borduria"
""",
    ),
    "wrong-form": Explanation(
        N_(
            "Names for references have letters a-z, digits and single hyphens; addresses begin with http:// or https://; languages and "
            "countries are codes. Only then can they be pointed to, opened and compared."
        ),
        """\
[brief]
country = "Borduria"
""",
        """\
[brief]
country = "XB"
""",
    ),
    "wrong-type": Explanation(
        N_("A value is of another kind than the key takes: a text where a number or a list is wanted, or the other way round."),
        """\
[brief]
edition = "2011"
""",
        """\
[brief]
edition = 2011
""",
    ),
    "wrong-value": Explanation(
        N_("The value is refused for a reason that has no code of its own; the message says which."),
        N_("a value that a future version of the format limits in a new way"),
        N_("a value as the reference of the format has it"),
        "words",
    ),
}
