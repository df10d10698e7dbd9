"""Briefs beside each other as lines: scores on their own scales, what else can be compared, and why the rest is not."""

from __future__ import annotations

from collections.abc import Sequence

from ..brief.comparison import (
    Change,
    Shared,
    Side,
    actors,
    changes,
    contradictions,
    distance,
    facts,
    findings,
    in_years_of_others,
    relation,
    steps,
    works,
)
from ..brief.method import Category
from ..brief.model import Edition, Fact
from ..brief.text import parse
from ..brief.text import plain as plain_text
from ..i18n import N_, _, ngettext
from .comparison_bars import bar, bars_note, is_best_at_most, measured_from, points_note
from .figures.factbox import marked
from .figures.words import direction, number, part_in_words, tone_of, total_in_words
from .findings import hanging, headline
from .glyphs import Glyphs
from .lines import Line, Span, clean, indent, pad, width_of
from .wording import disputed_results
from .wrapping import wrap

_BARS = 60
"""Cells from which bars are drawn."""
_STEPS = (1, 2, 4, 5)
"""Points that a mark of a bar can stand for."""
FACTS = {
    "population": N_("Population"),
    "internet-penetration": N_("Internet penetration"),
    "apps-blocked": N_("Applications blocked"),
    "content-censored": N_("Content censored"),
    "users-arrested": N_("Users arrested"),
    "press-freedom": N_("Press freedom"),
}
"""What the kinds of rows of a fact box are called."""
TOPICS = {
    "usage": N_("Use of the internet"),
    "infrastructure": N_("Infrastructure"),
    "price": N_("Prices"),
    "market": N_("Market"),
    "regulation": N_("Regulation"),
    "policy": N_("Policy"),
    "law": N_("Laws"),
    "blocking": N_("Blocking"),
    "removal": N_("Removal of content"),
    "self-censorship": N_("Self-censorship"),
    "platform": N_("Platforms"),
    "circumvention": N_("Circumvention"),
    "activism": N_("Activism"),
    "prosecution": N_("Prosecution"),
    "surveillance": N_("Surveillance"),
    "harassment": N_("Harassment"),
    "attack": N_("Attacks"),
    "context": N_("Context"),
}
"""What the types of findings are called."""


def name_of(side: Side) -> str:
    """Return what a brief is called beside others, as in `Kazakhstan 2011`."""
    return clean(side.name)


def doubts(side: Side) -> list[str]:
    """Return what is to be known before a total is trusted: what other sources give, and what is remarked on it."""
    return [words for words, _cites in disputed_results(side.briefing)] + remarks_on(side, f"edition:{side.edition.year}")


def remarks_on(side: Side, ref: str) -> list[str]:
    """Return the remarks about something in words, without those on spelling or print alone."""
    remarks = side.briefing.index.remarks(ref)
    return [" ".join(clean(plain_text(parse(remark.text))).split()) for remark in remarks if remark.kind != "misprint"]


def fact_doubts(sides: Sequence[Side]) -> list[tuple[str, str]]:
    """Return what is remarked on the rows of fact boxes that are compared: the brief with the rows, and the remark, each once."""
    found: dict[tuple[str, str], list[str]] = {}
    for _kind, rows in facts(sides):
        for side, row in zip(sides, rows, strict=True):
            for fact in row:
                for words in remarks_on(side, f"fact:{fact.id}"):
                    found.setdefault((name_of(side), words), []).append(clean(fact.label))
    return [(f"{name}, {', '.join(labels)}", words) for (name, words), labels in found.items()]


def comparison_lines(sides: Sequence[Side], width: int, glyphs: Glyphs, *, full: bool = False) -> list[Line]:
    """Return briefs beside each other for a width in cells; `full` names all findings that several have a topic in common with."""
    blocks = [
        _head(sides, width),
        [line for said in caveats(sides) for line in wrap([Span(said)], width)],
        _totals(sides, width, glyphs),
        _changes(sides, width),
        _parts(sides, width, glyphs),
        _facts(sides, width),
        _findings(sides, width, full),
        _shared(_("Named in several"), actors(sides), sides, width),
        _shared(_("Works cited in several"), works(sides), sides, width),
    ]
    lines: list[Line] = []
    for block in blocks:
        if block:
            lines += [*([[]] if lines else []), *block]
    return lines


def caveats(sides: Sequence[Side]) -> list[str]:
    """Return in words how the scores may be compared, and how not, and what is known of the same years."""
    said = [*_how(sides), *(_same_year(side, edition) for side, edition in in_years_of_others(sides))]
    for side, other, edition in contradictions(sides):
        total = total_in_words(edition.total, side.scale)
        form = _("! The briefs disagree on {year}: {total} by {other}, otherwise by {name}.")
        said.append(form.format(year=edition.year, total=total, other=name_of(other), name=name_of(side)))
    return said


def _same_year(side: Side, edition: Edition) -> str:
    total = total_in_words(edition.total, side.method.scale_of(edition.year))
    said = f"{total}, {clean(edition.status)}" if edition.status else total
    where = _("as its report prints") if edition.role == "previous" else _("from outside its report")
    name = clean(side.briefing.brief.brief.title)
    said = _("{country} in {year}: {result}, {where}.").format(country=name, year=edition.year, result=said, where=where)
    return " ".join([said, *(_("Remark: {text}").format(text=words) for words in remarks_on(side, f"edition:{edition.year}"))])


def _how(sides: Sequence[Side]) -> list[str]:
    how = relation(sides)
    if how == "same-edition":
        return [_("All are of the same edition, so that their scores can be held against each other.")]
    if how == "same-scale":
        years = sorted({side.edition.year for side in sides})
        if len(years) == len(sides):
            return [_("The scale is the same, the years are not: a difference may be one of time.")]
        said = "; ".join(
            _("{year}: {names}").format(names=", ".join(name_of(side) for side in sides if side.edition.year == year), year=year)
            for year in years
        )
        return [_("The scale is the same, not all years are: a difference between years may be one of time ({years}).").format(years=said)]
    if how == "turned":
        ways = {side.scale.direction for side in sides}
        said = "; ".join(
            _("{way} in {names}").format(
                way=direction(way), names=", ".join(name_of(side) for side in sides if side.scale.direction == way)
            )
            for way in sorted(ways)
        )
        return [
            _("The scales run in opposite directions: {ways}.").format(ways=said),
            _("So totals are neither subtracted nor put in order; where bars are drawn, they show how far each is from its own best end."),
        ]
    if how == "other-scale":
        return [_("The scales differ in length, so that totals are neither subtracted nor put in order.")]
    names = ", ".join(dict.fromkeys(clean(side.method.name) for side in sides))
    return [
        _("These are different indexes: {names}.").format(names=names),
        _("Their scores measure different things: they stand side by side as published, not drawn, subtracted or put in order."),
    ]


def _head(sides: Sequence[Side], width: int) -> list[Line]:
    lines = wrap([Span(_("Side by side"), "strong")], width)
    for side in sides:
        lines += hanging([Span(f"{name_of(side)}: "), Span(clean(side.method.name), "dim")], width)
    return lines


def _totals(sides: Sequence[Side], width: int, glyphs: Glyphs) -> list[Line]:
    lines = wrap([Span(_("Totals, as published"), "strong")], width)
    longest = max(width_of(name_of(side)) for side in sides)
    for side in sides:
        edition, scale = side.edition, side.scale
        said = [Span(total_in_words(edition.total, scale))]
        if edition.status:
            said += [Span(" - "), Span(clean(edition.status), f"strong {tone_of(edition.status, scale)}".strip())]
        if doubts(side):
            said.append(Span(" !", "remark"))
        lines += _row(name_of(side), longest, said, width)
    for side in sides:
        for words in doubts(side):
            lines += hanging([Span("!", "remark"), Span(f" {name_of(side)}: "), Span(words, "dim")], width)
    room = width - longest - 2 - width_of(_(" derived")) - 4
    longest_scale = max(side.scale.highest - side.scale.lowest for side in sides)
    points = next((points for points in _STEPS[1:] if longest_scale / points <= room), 0)
    if relation(sides) != "other-method" and width >= _BARS and points:
        lines += [[], *wrap([Span(bars_note(sides, points), "dim")], width)]
        for side in sides:
            away = distance(side.edition.total, side.scale.lowest, side.scale.highest, measured_from(side, sides))
            length = side.scale.highest - side.scale.lowest
            lines.append(bar(name_of(side), longest, away, side.edition.total, length, points, glyphs))
    return lines


def _changes(sides: Sequence[Side], width: int) -> list[Line]:
    lines: list[Line] = []
    for change in changes(sides):
        lines += hanging([Span(change_words(change))], width)
    if through := steps(sides):
        lines += wrap([Span(steps_title(), "dim")], width)
        for change in through:
            signs = [*([Span(" *", "outside")] if change.outside else []), *([Span(" !", "remark")] if change.doubtful else [])]
            lines += indent(hanging([Span(change_words(change)), *signs], width - 2), 2)
        lines += wrap([Span(signs_note(through), "dim")], width) if signs_note(through) else []
    return [*wrap([Span(_("From edition to edition"), "strong")], width), *lines] if lines else []


def steps_title() -> str:
    """Return what stands above the steps through all editions that are known."""
    return _("Edition by edition, as far as their totals are known:")


def signs_note(through: Sequence[Change]) -> str:
    """Return what the signs behind the steps mean; nothing where there are none."""
    said = [_("* a total from outside the report")] if any(change.outside for change in through) else []
    said += [_("! a total with a remark, or of which sources disagree")] if any(change.doubtful for change in through) else []
    return "; ".join(said)


def change_words(change: Change) -> str:
    """Return in words what changed between two editions of a country."""
    earlier, later = change.earlier, change.later
    years = {"earlier": earlier.edition.year, "later": later.edition.year}
    if change.points is None:
        if not all(isinstance(item.edition.total, int | float) for item in (earlier, later)):
            said = _("{earlier} to {later}: a total is not known").format(**years)
        else:
            said = _("{earlier} to {later}: not subtracted, since the scales differ").format(**years)
    elif change.points == 0:
        said = _("{earlier} to {later}: the same total").format(**years)
    else:
        points = abs(change.points)
        form = ngettext("{points} point", "{points} points", int(points)).format(points=number(points))
        better = _("{earlier} to {later}: {points} better") if change.points > 0 else _("{earlier} to {later}: {points} worse")
        said = better.format(points=form, **years)
    before, after = earlier.edition.status, later.edition.status
    if before and after and before != after:
        return _("{change}; {before} before, {after} after").format(change=said, before=clean(before), after=clean(after))
    return said


def part_words(side: Side, category: Category) -> str:
    """Return a part's score with its direction, as in `14 of 25 (25 is best)`."""
    score = side.edition.scores.get(category.id)
    said = part_in_words(score, category)
    if not isinstance(score, int | float):
        return said
    best = 0 if side.scale.direction == "0-best" else category.maximum
    return _("{score} ({points} is best)").format(score=said, points=best)


def _parts(sides: Sequence[Side], width: int, glyphs: Glyphs) -> list[Line]:
    """The parts on their own scales, with bars where all of them have room."""
    if relation(sides) == "other-method":
        return []
    longest = max(width_of(name_of(side)) for side in sides)
    categories = sides[0].method.categories
    column = max(width_of(part_words(side, category)) for side in sides for category in categories) + 2
    turned = any(measured_from(side, sides) == "100-best" for side in sides)
    room = width - longest - 4 - column - (width_of(" " + _("{points} derived").format(points=99)) if turned else 0)
    most = max(category.maximum for category in categories)
    points = next((points for points in _STEPS if -(-most // points) <= room), 0) if width >= _BARS else 0
    lines = wrap([Span(_("Parts, as published"), "strong")], width)
    if points:
        away_from_best = ngettext(
            "Bars run away from the best end; one mark is {points} point",
            "Bars run away from the best end; one mark is {points} points",
            points,
        )
        said = points_note(points) if is_best_at_most(sides) else away_from_best.format(points=points)
        lines += wrap([Span(said, "dim")], width)
    for category in categories:
        lines += wrap([Span(clean(category.title))], width)
        for side in sides:
            words = part_words(side, category)
            score = side.edition.scores.get(category.id)
            away = distance(score, 0, category.maximum, measured_from(side, sides))
            if not points or away is None:
                lines += indent(_row(name_of(side), longest, [Span(words)], width - 2), 2)
                continue
            given, cells = round(away / points), -(-category.maximum // points)
            row: Line = [*pad([Span(f"  {name_of(side)}")], longest + 4), *pad([Span(words)], column)]
            row += [Span(glyphs.mark * given, "mark"), Span(glyphs.rest * (cells - given), "rest")]
            row += [] if away == score else [Span(" " + _("{points} derived").format(points=number(away)), "dim")]
            lines.append([span for span in row if span.text])
    return lines


def _facts(sides: Sequence[Side], width: int) -> list[Line]:
    lines: list[Line] = []
    longest = max(width_of(name_of(side)) for side in sides)
    for kind, rows in facts(sides):
        lines += wrap([Span(_(FACTS[kind]))], width)
        for side, found in zip(sides, rows, strict=True):
            lines += indent(_row(name_of(side), longest, _fact_row(side, found, _(FACTS[kind])), width - 2), 2)
    for about, words in fact_doubts(sides):
        lines += hanging([Span("!", "remark"), Span(f" {about}: "), Span(words, "dim")], width)
    return [*wrap([Span(_("Facts, as their sources give them"), "strong")], width), *lines] if lines else []


def _fact_row(side: Side, found: Sequence[Fact], title: str) -> Line:
    """What a fact box has on something, each row with the sign of its remark."""
    said: Line = []
    for fact in found:
        said += [Span("; ")] if said else []
        printed, label = clean(fact.printed), clean(fact.label)
        more = marked("" if label == title else f" ({label})", fact)
        sign = [Span(" !", "remark")] if side.briefing.index.warned(f"fact:{fact.id}") else []
        said += [Span(printed), *sign, *([Span(more)] if more else [])]
    return said or [Span(_("not in its fact box"), "dim")]


def _findings(sides: Sequence[Side], width: int, full: bool) -> list[Line]:
    lines: list[Line] = []
    longest = max(width_of(name_of(side)) for side in sides)
    for kind, rows in findings(sides):
        counts = ", ".join(f"{name_of(side)} {len(found)}" for side, found in zip(sides, rows, strict=True))
        if not full:
            lines += hanging([Span(f"{_(TOPICS[kind])}: "), Span(counts, "dim")], width)
            continue
        lines += wrap([Span(_(TOPICS[kind]))], width)
        for side, found in zip(sides, rows, strict=True):
            for entry in found:
                lines += indent(_row(name_of(side), longest, [Span(clean(headline(entry)))], width - 2), 2)
    partial = [name_of(side) for side in sides if side.briefing.brief.brief.extent != "full"]
    if lines and partial:
        form = ngettext(
            "{names} is no full brief: its counts say nothing of the report.",
            "{names} are no full briefs: their counts say nothing of the reports.",
            len(partial),
        )
        lines = [*wrap([Span(form.format(names=", ".join(partial)), "dim")], width), *lines]
    title = _("Findings by topic") if full else _("How many findings on each topic (--full prints them)")
    return [*wrap([Span(title, "strong")], width), *lines] if lines else []


def _shared(title: str, found: Sequence[Shared], sides: Sequence[Side], width: int) -> list[Line]:
    lines: list[Line] = []
    for item in found:
        said = [Span(clean(item.name))]
        if len(sides) > 2:
            said.append(Span(f" ({', '.join(name_of(sides[place]) for place in item.sides)})", "dim"))
        lines += hanging(said, width)
    return [*wrap([Span(title, "strong")], width), *lines] if lines else []


def _row(name: str, longest: int, said: Line, width: int) -> list[Line]:
    """A name with what is said of it beside it; below it where there is little room."""
    if longest + 12 <= width:
        rows = wrap(said, width - longest - 2)
        return [[*pad([Span(name)], longest + 2), *rows[0]], *indent(rows[1:], longest + 2)]
    return hanging([Span(f"{name}: "), *said], width)
