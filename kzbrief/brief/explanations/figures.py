"""Codes of editions, scores and categories."""

from __future__ import annotations

from ...i18n import N_
from .explanation import Explanation

_SCORED = """\
[[edition]]
year = 2011
role = "this"
status = "{status}"
total = {total}
scores = {{ access = {access}, content = 16, rights = 17 }}
"""
_TWO_SECTIONS = """\
[[section]]
id = "access"
title = "Obstacles to Access"
category = "access"

[[section]]
id = "markets"
title = "Markets"
"""
_LATER = '[[edition]]\nyear = 2011\nrole = "this"\n\n[[edition]]\nyear = 2013\nrole = "context"\ntotal = 52\n'


def _scored(status: str = "Partly Free", total: int = 47, access: int = 14) -> str:
    return _SCORED.format(status=status, total=total, access=access)


EXPLANATIONS = {
    "category-twice": Explanation(
        N_("A category is scored once, and its score stands at one section. Leave it out where a section has no score of its own."),
        _TWO_SECTIONS + 'category = "access"\n',
        _TWO_SECTIONS,
    ),
    "no-cites": Explanation(
        N_("What comes from outside the report is marked, and says where it stands, so that nobody takes it for the report's."),
        _LATER,
        _LATER + 'cites = ["agency"]\n',
    ),
    "no-edition": Explanation(
        N_("The scores of the edition that the brief is about have the role “this”. Without them there is nothing to show first."),
        '[[edition]]\nyear = 2009\nrole = "previous"\n',
        '[[edition]]\nyear = 2011\nrole = "this"\n\n[[edition]]\nyear = 2009\nrole = "previous"\n',
    ),
    "no-method": Explanation(
        N_("A score means nothing without its scale: which end is free, and where one status ends and the next begins."),
        '[brief]\nid = "borduria-2011"\ntitle = "Borduria"\ncountry = "XB"\nedition = 2011\n',
        '[brief]\nid = "borduria-2011"\ntitle = "Borduria"\ncountry = "XB"\nmethod = "freedom-on-the-net"\nedition = 2011\n',
    ),
    "no-such-category": Explanation(
        N_("Sections and scores name the categories of the method; those of Freedom on the Net are access, content and rights."),
        '[[section]]\nid = "access"\ntitle = "Obstacles to Access"\ncategory = "acess"\n',
        '[[section]]\nid = "access"\ntitle = "Obstacles to Access"\ncategory = "access"\n',
    ),
    "no-such-question": Explanation(
        N_("Where the method lists its questions, a score or a finding can only name one of them."),
        """\
[brief]
id = "borduria-2011"
title = "Borduria"
country = "XB"
edition = 2011

[method]
id = "index"
name = "The Index"
publisher = "Index Office"
category = [{ id = "lines", title = "Lines", short = "Lines", maximum = 100 }]

[[method.scale]]
first = 2009
direction = "0-best"
questions = { A1 = 50, A2 = 50 }
bands = [{ status = "Open", lowest = 0, highest = 100, tone = "good" }]

[[edition]]
year = 2011
role = "this"
questions = { A3 = 20 }
""",
        """\
[brief]
id = "borduria-2011"
title = "Borduria"
country = "XB"
edition = 2011

[method]
id = "index"
name = "The Index"
publisher = "Index Office"
category = [{ id = "lines", title = "Lines", short = "Lines", maximum = 100 }]

[[method.scale]]
first = 2009
direction = "0-best"
questions = { A1 = 50, A2 = 50 }
bands = [{ status = "Open", lowest = 0, highest = 100, tone = "good" }]

[[edition]]
year = 2011
role = "this"
questions = { A1 = 20 }
""",
    ),
    "no-such-status": Explanation(
        N_("A status is one of the words of the scale, spelt as the publisher spells it, or n/a where the report prints that."),
        _scored(status="Partially Free"),
        _scored(),
    ),
    "out-of-range": Explanation(
        N_("A score beyond the ends of its scale is a slip in copying: no report prints it."), _scored(access=140), _scored()
    ),
    "status-is-no-band": Explanation(
        N_(
            "The status follows from the total, so one of the two is mostly copied wrongly. Figures are never corrected: where the "
            "report itself has them so, [[allow]] says it to authors and a [[remark]] to readers."
        ),
        _scored(status="Not Free"),
        _scored(),
    ),
    "total-is-no-sum": Explanation(
        N_(
            "The categories add up to the total, so one of the figures is mostly copied wrongly. Figures are never corrected: where the "
            "report itself has them so, [[allow]] says it to authors and a [[remark]] to readers."
        ),
        _scored(total=48),
        _scored(),
    ),
    "two-methods": Explanation(
        N_("A brief has a [method] of its own or names a method file; of two, nobody could tell which holds."),
        """\
[brief]
method = "freedom-on-the-net"

[method]
id = "index"
name = "The Index"
publisher = "Index Office"
category = [{ id = "lines", title = "Lines", short = "Lines", maximum = 100 }]

[[method.scale]]
first = 2009
direction = "0-best"
bands = [{ status = "Open", lowest = 0, highest = 100, tone = "good" }]
""",
        '[brief]\nmethod = "freedom-on-the-net"\n',
    ),
    "wrong-edition": Explanation(
        N_("The edition with the role “this” is of the year that the brief is about; a “previous” one is earlier."),
        '[[edition]]\nyear = 2012\nrole = "this"\n',
        '[[edition]]\nyear = 2011\nrole = "this"\n',
    ),
}
