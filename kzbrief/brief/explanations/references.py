"""Codes of references: what is pointed to is there."""

from __future__ import annotations

from ...i18n import N_
from .explanation import Explanation

_FINDING = """\
[[section.finding]]
id = "lines"
headline = "Half of the lines belong to the state"
cites = ["market-2010", "agency"]
"""
_REMARK = '\n[[remark]]\nabout = ["{about}"]\nkind = "wording"\ntext = "The report has it in two ways."\n'


def _about(about: str) -> str:
    return _FINDING + _REMARK.format(about=about)


EXPLANATIONS = {
    "no-such-actor": Explanation(
        N_("Events and findings name actors by their ids, which stand in [[actor]]."),
        """\
[[event]]
id = "founded"
date = "1998"
label = "The carrier is founded"
actors = ["bordutl"]

[[actor]]
id = "bordutel"
kind = "company"
name = "Bordutel"
""",
        """\
[[event]]
id = "founded"
date = "1998"
label = "The carrier is founded"
actors = ["bordutel"]

[[actor]]
id = "bordutel"
kind = "company"
name = "Bordutel"
""",
    ),
    "no-such-code": Explanation(
        N_("A diagnostic is silenced by the code that stands in brackets in what “kzbrief check” prints."),
        """\
[[section.finding]]
id = "lines"
headline = "Half of the lines belong to the state"

[[allow]]
code = "no-citations"
at = "finding:lines"
reason = "the report gives no source"

[[allow]]
code = "no-citation"
at = "finding:lines"
reason = "the report gives no source"
""",
        """\
[[section.finding]]
id = "lines"
headline = "Half of the lines belong to the state"

[[allow]]
code = "no-citation"
at = "finding:lines"
reason = "the report gives no source"
""",
    ),
    "no-such-edition": Explanation(
        N_("A remark on an edition is shown beside its scores, so there must be an [[edition]] of that year."),
        _about("edition:2010"),
        _about("edition:2011"),
    ),
    "no-such-event": Explanation(
        N_("A remark on an event is shown on the timeline, so there must be an [[event]] of that id."),
        '[[event]]\nid = "founded"\ndate = "1998"\nlabel = "The carrier is founded"\n' + _REMARK.format(about="event:foundet"),
        '[[event]]\nid = "founded"\ndate = "1998"\nlabel = "The carrier is founded"\n' + _REMARK.format(about="event:founded"),
    ),
    "no-such-fact": Explanation(
        N_("A remark on a fact is shown in the fact box, so there must be a [[fact]] of that id."),
        '[[fact]]\nid = "population"\nlabel = "Population"\nprinted = "3.1 million"\n' + _REMARK.format(about="fact:inhabitants"),
        '[[fact]]\nid = "population"\nlabel = "Population"\nprinted = "3.1 million"\n' + _REMARK.format(about="fact:population"),
    ),
    "no-such-finding": Explanation(
        N_("Findings are named by their ids, key findings with the section before it, as in “access/lines”."),
        '[brief]\nkey-findings = ["access/line"]\n\n[[section]]\nid = "access"\ntitle = "Obstacles to Access"\n\n' + _FINDING,
        '[brief]\nkey-findings = ["access/lines"]\n\n[[section]]\nid = "access"\ntitle = "Obstacles to Access"\n\n' + _FINDING,
    ),
    "no-such-method": Explanation(
        N_("The method says how an index scores. It lies in the folder “methods” beside the brief, or comes with kzbrief."),
        '[brief]\nmethod = "freedom-of-the-net"\n',
        '[brief]\nmethod = "freedom-on-the-net"\n',
    ),
    "no-such-note": Explanation(
        N_("“note N” in a citation is the number of a note in the printed report, which the work has to have among its “notes”."),
        """\
[[section.finding]]
headline = "Half of the lines belong to the state"
text = "Half of the lines belong to the state [@lines, note 3]."

[sources.lines]
type = "article"
title = "Lines"
notes = [1, 2]
""",
        """\
[[section.finding]]
headline = "Half of the lines belong to the state"
text = "Half of the lines belong to the state [@lines, note 2]."

[sources.lines]
type = "article"
title = "Lines"
notes = [1, 2]
""",
    ),
    "no-such-series": Explanation(
        N_("A remark on figures over time is shown below them, so there must be a [[series]] of that id."),
        '[[series]]\nid = "lines"\nlabel = "Lines"\nunit = "lines"\npoints = [{ at = "2010", value = 14000 }]\n'
        + _REMARK.format(about="series:line"),
        '[[series]]\nid = "lines"\nlabel = "Lines"\nunit = "lines"\npoints = [{ at = "2010", value = 14000 }]\n'
        + _REMARK.format(about="series:lines"),
    ),
    "no-such-source": Explanation(
        N_("Every citation leads to a work. The key is misspelt, or the work still has to be written down under [sources.KEY]."),
        """\
[[section.finding]]
headline = "Half of the lines belong to the state"
text = "Half of the lines belong to the state [@agncy]."

[sources.agency]
type = "report"
title = "Yearbook of the Agency"
""",
        """\
[[section.finding]]
headline = "Half of the lines belong to the state"
text = "Half of the lines belong to the state [@agency]."

[sources.agency]
type = "report"
title = "Yearbook of the Agency"
""",
    ),
    "which-note": Explanation(
        N_(
            "A work that several notes of the report point to must be cited with the note that is meant, or readers could not find the "
            "place."
        ),
        """\
[[section.finding]]
headline = "Half of the lines belong to the state"
text = "Half of the lines belong to the state [@lines]."

[sources.lines]
type = "article"
title = "Lines"
notes = [1, 2]
""",
        """\
[[section.finding]]
headline = "Half of the lines belong to the state"
text = "Half of the lines belong to the state [@lines, note 1]."

[sources.lines]
type = "article"
title = "Lines"
notes = [1, 2]
""",
    ),
    "wrong-note": Explanation(
        N_("Notes are numbered from 1. A work from outside the report has no “notes” at all."),
        """\
[[section.finding]]
headline = "Half of the lines belong to the state"
cites = ["lines"]

[sources.lines]
type = "article"
title = "Lines"
notes = [0]
""",
        """\
[[section.finding]]
headline = "Half of the lines belong to the state"
cites = ["lines"]

[sources.lines]
type = "article"
title = "Lines"
notes = [1]
""",
    ),
    "wrong-reference": Explanation(
        N_("“about” says what kind of thing is meant before its name, as in “finding:lines”, or “report” for the whole."),
        _about("lines"),
        _about("finding:lines"),
    ),
}
