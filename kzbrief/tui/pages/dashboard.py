"""The dashboard page: the score and what to hold beside it, the parts, the fact box, the key findings, the later editions."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from ...brief.briefing import Briefing
from ...brief.editions import later_editions, previous_edition, status_since, this_edition
from ...brief.model import Edition, Fact, Remark
from ...i18n import _
from ...output.figures.bars import bar_lines, bar_note
from ...output.figures.digits import digits
from ...output.figures.editions import edition_lines, edition_sentence
from ...output.figures.factbox import box_title, fact_lines
from ...output.figures.scale import scale_lines
from ...output.figures.words import band_range, direction, number, since_in_words, tone_of, total_in_words
from ...output.glyphs import Glyphs
from ...output.lines import Line, Span, beside, clean, columns, indent, line_width, width_of
from ...output.prose import linked
from ...output.standing import standing_lines, title_lines
from ...output.summary import cite_lines
from ...output.wording import disputed_results, evidence, parts, previous_parts, previous_result, previous_total, remarked_figures
from ...output.wrapping import wrap
from ..page import Page
from . import words
from .build import Item, PageBuilder
from .key_findings import key_findings
from .measure import measure
from .section import findings, heading, remark_lines

WIDE = 100
"""Columns from which margins are two cells and later editions stand on the first screen."""
PAIRED = 80
"""Columns from which parts and facts stand side by side."""
ROOMY = 60
"""Columns from which the scale and the bars are true to scale."""
_TALL = 16
"""Rows from which the large digits have room."""
_FULL = 26
"""Rows of a wide page that hold everything down to the later editions."""
_LEFT = 40
"""Cells of the parts: the longest bar of Freedom on the Net has one cell for each of its 40 points."""
_HARD = "\u00a0"
"""A blank at which lines do not break."""
_LABEL = 19
"""Cells of the words beside the later editions."""


def dashboard(
    briefing: Briefing,
    width: int,
    height: int,
    glyphs: Glyphs,
    lines: int | None = None,
    originals: dict[str, str] | None = None,
    marked: Collection[str] = (),
) -> Page:
    """Lay out the dashboard for a width and a height in cells, the height being that of the view and not of the terminal.

    Where a number of lines is given, no more is laid out than that and what belongs to it. `originals` are the report's own words for
    findings, by their ids, where they are to be shown.
    """
    margin = 2 if width >= WIDE else 1
    content = min(width, WIDE) - 2 * margin
    page = PageBuilder(width, (width - content) // 2)
    roomy = width >= ROOMY
    paired = width >= PAIRED
    spaced = width >= WIDE and height >= _FULL
    if spaced:
        page.blank()
    page.stop("score", _score(briefing, content, height, glyphs, roomy, paired), goto=_beyond_score(briefing), mark=-1)
    if not spaced and previous_parts(briefing):
        # Where there is no column for them below.
        year = _year_before(briefing)
        said, brief = (f"{year}: {previous_parts(briefing, short)}" for short in (False, True))
        said = said if width_of(said) <= content else brief
        rows = wrap([Span(said, "dim")], content - 2 if width_of(said) > content else content)
        page.add([*rows[:1], *indent(rows[1:], 2)])
    page.blank()
    if paired:
        _parts_and_facts(page, briefing, content, glyphs, spaced)
    else:
        _parts(page, briefing, content, glyphs, roomy)
    if roomy or not _way_note(briefing):
        page.blank()
    if roomy and not paired:
        _facts(page, briefing, content)
    key_findings(page, briefing, content, heading=roomy, rows=height if roomy and height < _FULL else 0)
    if not roomy:
        page.blank()
        _facts(page, briefing, content)
    _later(page, briefing, content, glyphs, table=spaced)
    below = _below(page, briefing, content, height, glyphs, not spaced, originals, marked)
    finished = page.finish(text_start=page.left, text_end=page.left + content, rest=below)
    finished.grow(lines)
    return finished


def _score(briefing: Briefing, width: int, height: int, glyphs: Glyphs, roomy: bool, paired: bool) -> list[Line]:
    """The total with its direction, the status with what came before and after, and the scale."""
    brief, method = briefing.brief, briefing.method
    edition = this_edition(brief)
    scale = method.scale_of(edition.year)
    status = clean(edition.status or "")
    sign = _remarked(briefing, edition)
    tone = f"strong {tone_of(edition.status, scale)}".strip()
    previous = previous_edition(brief)
    before = previous_result(briefing, short=True)
    if previous and previous.status:
        said = clean(previous.status)
        before = before.replace(said, said.replace(" ", _HARD))
    others: list[Line] = [
        [Span(words_), Span(_HARD), *linked(cites, briefing.index), Span(f"{_HARD}*", "outside")]
        for words_, cites in disputed_results(briefing)
    ]
    since = status_since(brief)
    after: Line = []
    if since:
        after = [Span(clean(since_in_words(since)), tone_of(since.status, method.scale_of(since.year))), Span(" *", "outside")]
    if not roomy:
        lines = words.softened(_apart([Span(total_in_words(edition.total, scale), "strong"), *sign], [Span(status, tone)], width))
        bands = [band for band in scale.bands if band.tone != "good"]
        said = _("{range} is {status}").format(range=band_range(bands[0]), status=bands[0].status) if bands else ""
        said = ", ".join([said, *(f"{band_range(band)} {band.status}".replace(" ", _HARD) for band in bands[1:])])
        lines += words.softened(wrap([Span(said, "dim")], width))
        earlier = _("{year}: {total}").format(year=previous.year, total=previous_total(briefing, previous)) if previous else ""
        lines += words.softened(row for other in others for row in wrap(other, width))
        return lines + _apart([Span(earlier), *_remarked(briefing, previous)], after, width)
    large = digits(number(edition.total), glyphs) if height >= _TALL else None
    of_total = _("of {highest} ({direction})").format(highest=scale.highest, direction=direction(scale.direction))
    gap = 3 if width + 4 >= WIDE else 2
    room = 51 if width + 4 >= WIDE else 41
    drawn = scale_lines(edition.total, edition.status, scale, room if paired else min(width, 51), glyphs)
    size = line_width(drawn[1]) if drawn else 0
    # Beside the scale there is no more room than it leaves.
    free = width - size - 2 if drawn and paired else width
    total = [Span(of_total) if large else Span(total_in_words(edition.total, scale), "strong"), *sign]
    by = max(line_width(line) for line in large) + gap if large else 0
    below: list[Line] = [[Span(before), *_remarked(briefing, previous)], *others, after]
    rows = (wrap(line, free - by) for line in (total, [Span(status, tone)], *below))
    left = words.softened(row for found in rows for row in found if line_width(row))
    if large:
        left = columns(large, left, by - gap, gap)
    if not drawn:
        return left
    return columns(left, drawn, width - size, 0) if paired else [*left, [], *drawn]


def _remarked(briefing: Briefing, edition: Edition | None) -> Line:
    """The sign behind the total of an edition with a remark, or of which another source gives another one."""
    doubtful = edition and (edition.disputed or briefing.index.warned(f"edition:{edition.year}"))
    return [Span(f"{_HARD}!", "remark")] if doubtful else []


def _apart(left: Line, right: Line, width: int) -> list[Line]:
    """Both at the edges of one line where they go in, else below each other."""
    together = beside(left, right, width)
    if line_width(together) <= width:
        return [together]
    return [*wrap(left, width), *(wrap(right, width) if line_width(right) else [])]


def _year_before(briefing: Briefing) -> int:
    previous = previous_edition(briefing.brief)
    return previous.year if previous else 0


def _beyond_score(briefing: Briefing) -> str:
    """Where Enter leads from the score: what is remarked on it, else the later editions, else how it is cited."""
    year = briefing.brief.brief.edition
    about = next((remark for remark in briefing.index.remarks(f"edition:{year}")), None)
    if about:
        return f"stop:remark:{[remark.text for _about, remark in remarks_below(briefing)].index(about.text)}"
    return "stop:editions" if later_editions(briefing.brief) else "stop:citing"


def _parts(page: PageBuilder, briefing: Briefing, width: int, glyphs: Glyphs, bars: bool) -> None:
    for part in parts(briefing):
        lines = bar_lines(part, width, glyphs)
        page.stop(f"part:{part.category.id}", lines if bars else lines[:1], goto=_section_of(briefing, part.category.id), mark=-1)
    page.add(_bar_note(briefing, short=True) if bars else _way_note(briefing))


def _way_note(briefing: Briefing) -> list[Line]:
    """Which way the figures of the parts go, where no bars say so."""
    if not any(isinstance(part.score, int | float) for part in parts(briefing)):
        return []
    worse = briefing.method.scale_of(briefing.brief.brief.edition).direction == "0-best"
    return [[Span(_("More points are worse") if worse else _("More points are better"), "dim")]]


def _bar_note(briefing: Briefing, short: bool) -> list[Line]:
    """How the bars are to be read, where there are any."""
    if not any(isinstance(part.score, int | float) for part in parts(briefing)):
        return []
    return [[Span(bar_note(briefing.method.scale_of(briefing.brief.brief.edition).direction, short), "dim")]]


def _facts(page: PageBuilder, briefing: Briefing, width: int) -> None:
    if not briefing.brief.facts:
        return
    page.add([[Span(box_title(briefing.brief.facts), "strong")]])
    for fact in briefing.brief.facts:
        goto = _remark_on(briefing, fact)
        page.stop(f"fact:{fact.id}", fact_lines(fact, width, briefing.index.warned(f"fact:{fact.id}")), goto=goto, mark=-1)
    page.blank()


def _parts_and_facts(page: PageBuilder, briefing: Briefing, width: int, glyphs: Glyphs, spaced: bool) -> None:
    """Parts at the left, facts at the right, row by row as long as there are both."""
    previous = previous_edition(briefing.brief)
    gap = 6 if spaced else 2
    left_width = width - gap - 44 if spaced else _LEFT
    right_width = width - left_width - gap
    left = [
        Item(
            f"part:{part.category.id}",
            bar_lines(part, left_width, glyphs, previous=spaced and previous is not None),
            _section_of(briefing, part.category.id),
        )
        for part in parts(briefing)
    ]
    remarked = {fact.id: _remark_on(briefing, fact) for fact in briefing.brief.facts}
    warned = {fact.id for fact in briefing.brief.facts if briefing.index.warned(f"fact:{fact.id}")}
    signed = all(len(fact_lines(fact, right_width, remarked=True)) == 1 for fact in briefing.brief.facts if fact.id in warned)
    right = [
        Item(f"fact:{fact.id}", fact_lines(fact, right_width, signed and fact.id in warned), remarked[fact.id])
        for fact in briefing.brief.facts
    ]
    if warned and not signed:
        right.append(Item("", [[Span("! ", "remark"), Span(_("remarks on these rows stand below"), "dim")]]))
    heads = None
    if spaced:
        years = [str(briefing.brief.brief.edition), *([str(previous.year)] if previous else [])]
        title = _("Three parts") if len(left) == 3 else _("Parts")
        said = beside([Span(title, "strong")], [Span("  ".join(years), "dim")], left_width)
        heads = (said, [Span(box_title(briefing.brief.facts), "strong")] if right else [])
    page.pair(left, right, left_width, gap, heads, _bar_note(briefing, short=not spaced), mark=-2 if spaced else -1)


def _remark_on(briefing: Briefing, fact: Fact) -> str:
    """Where the first remark on a fact stands further down; nothing where there is none."""
    about = briefing.index.remarks(f"fact:{fact.id}")
    texts = [remark.text for _about, remark in remarked_figures(briefing, context=True)] if about else []
    return f"stop:remark:{texts.index(about[0].text)}" if about else ""


def _section_of(briefing: Briefing, category: str) -> str:
    found = next((section.id for section in briefing.brief.sections if section.category == category), "")
    return f"section:{found}" if found else ""


def _later(page: PageBuilder, briefing: Briefing, width: int, glyphs: Glyphs, table: bool) -> None:
    """Later editions: the strip where there is room, else one line that keeps the first screen honest."""
    if table:
        _strip(page, briefing, width, glyphs)
        return
    said = edition_sentence(briefing.brief, briefing.method, sign=f"{_HARD}!")
    if said:
        forms = _("Outside this report: {editions}"), _("Later editions: {editions}")  # the sign says that they are from outside, too
        laid = [words.softened(wrap([Span("* ", "outside"), Span(form.format(editions=said))], width)) for form in forms]
        lines = min(laid, key=len)
        page.stop("later", [lines[0], *indent(lines[1:], 2)], goto="stop:editions", mark=-1)


def _strip(page: PageBuilder, briefing: Briefing, width: int, glyphs: Glyphs) -> None:
    """Later editions year by year, below an empty line, with the words that mark them as context; nothing where none are known."""
    highest = briefing.method.scale_of(briefing.brief.brief.edition).highest
    label: list[Line] = [
        [Span("* ", "outside"), Span(_("Later editions"), "strong")],
        [Span("  " + _("of {highest}").format(highest=highest), "dim")],
        [Span("  " + _("(from outside"), "dim")],
        [Span("  " + _("this report)"), "dim")],
    ]
    if width >= WIDE - 4:
        lines = edition_lines(briefing.brief, briefing.method, width - _LABEL, glyphs)
        drawn = columns(label, lines, _LABEL, 0) if lines else []
    else:
        lines = edition_lines(briefing.brief, briefing.method, width - 2, glyphs)
        head = [*label[0], Span(" " + _("of {highest}, from outside this report").format(highest=highest), "dim")]
        drawn = [*(wrap(head, width)), *indent(lines, 2)] if lines else []
    if drawn:
        page.blank()
        page.stop("editions", drawn, mark=-1)


def remarks_below(briefing: Briefing) -> list[tuple[str, Remark]]:
    """Return the remarks on the dashboard, each once: those on figures with what they are about, then those on the report as a whole."""
    figures = remarked_figures(briefing, context=True)
    said = {remark.text for _about, remark in figures}
    return [*figures, *(("", remark) for remark in briefing.index.remarks("report") if remark.text not in said)]


def _below(
    page: PageBuilder,
    briefing: Briefing,
    width: int,
    height: int,
    glyphs: Glyphs,
    table: bool,
    originals: dict[str, str] | None,
    marked: Collection[str],
) -> Iterator[None]:
    """Append, step by step, what needs scrolling: editions in full, remarks on figures, the evidence, the report, the introduction."""
    if table:
        _strip(page, briefing, width, glyphs)
    group = None
    for place, (about, remark) in enumerate(remarks_below(briefing)):
        if bool(about) is not group:
            group = bool(about)
            page.blank()
            page.add([[Span(_("Remarks on these figures") if group else _("Remarks on the report"), "strong")]])
        page.stop(f"remark:{place}", remark_lines([remark], briefing, width, about), mark=-1)
    if placed := standing_lines(briefing, width, glyphs):
        page.blank()
        page.add(title_lines(briefing, width))
        page.stop("standing", [*placed, *wrap([Span(_("Enter shows all countries"), "dim")], width)], goto="command:standing", mark=-1)
    yield
    page.blank()
    page.add([[Span(_("What it rests on"), "strong")]])
    page.stop("evidence", wrap([Span(evidence(briefing))], width), goto="command:evidence", mark=-1)
    yield
    page.blank()
    page.stop("citing", cite_lines(briefing, width), mark=-1)
    yield
    for part in briefing.brief.sections:
        if not part.category:
            page.blank()
            page.append(heading(briefing, part, measure(page.width)))
            yield from findings(page, briefing, part, height, glyphs, originals, marked)
