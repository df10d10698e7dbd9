"""The page of help on a place: what the screen shows, its keys, made from the commands, and what the signs mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ... import commands
from ...i18n import N_, _
from ...output.figures.bars import bar_note
from ...output.figures.scale import not_a_rank
from ...output.figures.words import direction
from ...output.glyphs import Glyphs
from ...output.lines import Line, Span, columns, indent, width_of
from ...output.origins import collected, no_source
from ...output.prose import misprint_label
from ...output.wrapping import wrap
from ..page import Page
from .measure import WIDE, margin, measure

if TYPE_CHECKING:
    from ...brief.briefing import Briefing

_LONGEST = 76
_COLUMN = 64
"""Most cells of one of two columns."""
_GAP = 3

TITLES = {
    "dashboard": N_("Dashboard"),
    "section": N_("A part of the report"),
    "timeline": N_("Timeline"),
    "sources": N_("List of sources"),
    "source": N_("A source"),
    "address": N_("An address"),
    "fault": N_("A brief that is broken"),
    "copying": N_("Copying"),
    "problems": N_("Problems of a file"),
    "evidence": N_("What the findings rest on"),
    "standing": N_("The countries of an edition"),
    "comparison": N_("A comparison"),
    "actors": N_("List of actors"),
    "actor": N_("An actor"),
    "marks": N_("Marked findings"),
    "waiting": N_("No version to read yet"),
}
"""What the places are called on which there is help."""
_OTHER_BARS = ("evidence", "comparison", "standing")
"""Where a mark is not a point."""
_SHOWN = {
    "dashboard": N_(
        "The score with its direction (points, not a rank among countries), the status then and later, the parts of the score, the fact"
        " box, the key findings and the later editions. Further down: remarks on the figures, what all this rests on, how to cite it, the"
        " introduction."
    ),
    "section": N_(
        "The findings of a part of the report, in its order: a headline, what the report says, its sources. These stand beside the text,"
        " on a narrow screen above the last line."
    ),
    "timeline": N_("What happened, year by year; Enter goes to the finding that tells of it. Below: figures over time, totals by edition."),
    "sources": N_("Every work behind the brief, with its language, its age, and how often it is cited; those from outside come last."),
    "source": N_("All that is known of one work, how old it was, where to find it, and the findings that cite it."),
    "evidence": N_(
        "How many findings rest on one source, on several, on none, on old ones, and whose these are, for the whole report and each part;"
        " Enter shows the findings of a count."
    ),
    "standing": N_(
        "All countries of the edition by total, = where several share a place, which is counted here and not published. Where sources"
        " disagree on a total, each value has its own; Enter opens the first."
    ),
    "comparison": N_(
        "Briefs side by side, each score on its own scale: what may be compared and what not is said in words, and what nobody has"
        " published is marked as derived."
    ),
    "actors": N_("People, bodies, companies, sites and laws, with the number of findings that name them; Enter shows who it is."),
    "actor": N_("Who it is, with the source; the findings that name it, its events, and whom it is named together with."),
    "marks": N_("The findings that were marked in this brief, and those marks of which the finding is not found any more."),
    "address": N_("The address of a source, since no browser can be opened from here."),
    "fault": N_("What keeps this brief from being opened, as kzbrief check prints it."),
    "copying": N_("What can be taken along of what is current. Its letter copies it at once."),
    "waiting": N_("The file that is watched cannot be read yet. As soon as it has no faults it is shown here."),
    "problems": N_(
        "What keeps the file that was saved from being shown, as kzbrief check prints it; above stands the last version without faults."
    ),
}


def signs(glyphs: Glyphs, briefing: Briefing, where: str = "") -> list[tuple[str, str, str]]:
    """Return the signs with their tones and what they mean, those that can be seen in a place, as commands name it."""
    index = briefing.index
    own, known = collected(index), {index.label(key) for key in index.sources}
    general = [
        (">", "current", _("what is current: the keys act on it")),
        ("[15]", "cite", _("a citation of a work collected for this brief") if own else _("a citation, by its note in print")),
        *([("[R]", "cite", _("a citation of the report itself"))] if "R" in known else []),
        ("!", "remark", _("a remark: what to know before trusting this")),
        ("! " + misprint_label(), "remark", _("a remark on spelling or print alone; nothing hangs on it")),
        (
            "*",
            "outside",
            _("a figure from outside the report; of findings their works say it") if own else _("comes from outside the report"),
        ),
        ("--", "dim", no_source(index)),
        ("n/a", "", _("printed so: neither 0 nor missing")),
    ]
    scales = briefing.method.scales
    if not scales:  # nothing is read yet
        return general
    year = briefing.brief.brief.edition
    way = briefing.method.scale_of(year).direction
    turned = [scale for scale in scales if scale.first > year and scale.direction != way]
    ways = _("the least points are the best") if way == "0-best" else _("the most points are the best")
    if turned:
        ways += "; " + _("from the {year} edition on {direction}").format(year=turned[0].first, direction=direction(turned[0].direction))
    return [
        *general,
        *([] if where in _OTHER_BARS else [(glyphs.mark, "mark", bar_note(way, short=True))]),
        (direction(way), "", f"{ways}; {not_a_rank()}"),
    ]


def help_page(width: int, glyphs: Glyphs, where: str, briefing: Briefing) -> Page:
    """Return the page of help on a place, in two columns where there is room for them."""
    if width < WIDE:
        start = measure(width).start
        space = min(_LONGEST, width - start - 1)
        lines = [line for block in _blocks(space, glyphs, where, briefing) for line in block]
    else:
        space = min(_COLUMN, (width - 2 * margin(width) - _GAP) // 2)
        start = (width - 2 * space - _GAP) // 2
        left, right = _halves(_blocks(space, glyphs, where, briefing))
        lines = columns(left, right, space, _GAP)
        space = 2 * space + _GAP
    return Page(width, indent(lines, start), text_start=start, text_end=start + space)


def _blocks(space: int, glyphs: Glyphs, where: str, briefing: Briefing) -> list[list[Line]]:
    """What the help says, in blocks that a column break does not divide; an empty line is a block of its own."""
    rows = [(row.keys, "key", row.help) for row in commands.rows_of(where)]
    blocks = [wrap([Span(_(_SHOWN[where]))], space)] if where in _SHOWN else []
    for title, table in ((_("Keys"), rows), (_("What the signs mean"), signs(glyphs, briefing, where))):
        blocks += [[[]]] if blocks else []
        by = min(max(width_of(row[0]) for row in table) + 2, space * 3 // 8)
        made = [columns(wrap([Span(sign, tone)], by - 1), wrap([Span(said)], space - by), by, 0) for sign, tone, said in table]
        # A heading stays with what follows it.
        blocks += [[[Span(title, "strong")], *made[0]], *made[1:]]
    return blocks


def _halves(blocks: list[list[Line]]) -> tuple[list[Line], list[Line]]:
    """Return the blocks as two columns of about the same height."""
    sizes = [len(block) for block in blocks]
    cut = min(range(1, len(blocks)), key=lambda at: max(sum(sizes[:at]), sum(sizes[at:])))
    left = [line for block in blocks[:cut] for line in block]
    right = [line for block in blocks[cut:] for line in block]
    return left, right[1:] if right and not right[0] else right
