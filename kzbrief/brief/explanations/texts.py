"""Codes of texts, citations and sources."""

from __future__ import annotations

from ...i18n import N_
from .explanation import Explanation

_FINDING = '[[section.finding]]\nheadline = "{headline}"\ntext = "{text}"\n'
_NOTED = """\
[[section.finding]]
headline = "Half of the lines belong to the state"
text = "Half of the lines belong to the state [@lines; @survey]."

[sources.lines]
type = "article"
title = "Lines"
date = "2010"
notes = [{first}]
{more}
[sources.survey]
type = "report"
title = "Survey of the Lines"
date = "{date}"
notes = [{second}]
{address}"""
_LONG = "Half of the lines of the country belong to the state, and the other half can only be used with its leave"


def _finding(text: str, headline: str = "Half of the lines belong to the state") -> str:
    return _FINDING.format(headline=headline, text=text)


def _noted(first: int = 1, second: int = 2, date: str = "2010", more: str = "", address: str = "") -> str:
    return _NOTED.format(first=first, second=second, date=date, more=more, address=address)


_CITED = "Half of the lines belong to the state [@market-2010; @agency]."

EXPLANATIONS = {
    "bad-link": Explanation(
        N_(
            "Links lead to pages on the web: their addresses begin with http:// or https:// and hold no blanks. All else is shown as it "
            "is written."
        ),
        _finding("See [their page](www.bordutel.example) [@market-2010; @agency]."),
        _finding("See [their page](https://www.bordutel.example) [@market-2010; @agency]."),
    ),
    "cited-twice": Explanation(
        N_(
            "“cites” is for works that no sentence of the text carries. What stands in both is shown twice: behind its sentence, and once "
            "more at the end. In a draft that was imported, take out of “cites” what the text has come to cite."
        ),
        _finding(_CITED) + 'cites = ["agency"]\n',
        _finding(_CITED),
    ),
    "draft": Explanation(
        N_("A finding with “draft = true” is shown as still to be written. Write its headline and text, then delete that line."),
        '[[section.finding]]\ndraft = true\ncites = ["market-2010", "agency"]\n',
        _finding(_CITED),
    ),
    "invisible-character": Explanation(
        N_(
            "Soft hyphens, spaces of no width and marks of direction come along when text is copied from a web page. Nobody sees them, but "
            "a word with one in it is not found. Joiners in scripts that need them, and marks beside letters that run from right to left, "
            "are left alone."
        ),
        _finding("Half of the li\u00adnes belong to the state [@market-2010; @agency]."),
        _finding(_CITED),
    ),
    "long-headline": Explanation(
        N_("A headline is read at a glance, and overviews have one line for it. What is no part of the point belongs to the text."),
        _finding(_CITED, _LONG),
        _finding(_CITED),
    ),
    "malformed-citation": Explanation(
        N_("What is meant as a citation but is not written like one would be shown as it stands, and the claim would have no source."),
        _finding("Half of the lines belong to the state [market-2010; @agency]."),
        _finding(_CITED),
    ),
    "misplaced-markup": Explanation(
        N_("Headlines, topics and labels are shown as they are written. Citations and links belong to the text, or to “cites”."),
        _finding(_CITED, "Half of the lines belong to the state [@agency]"),
        _finding(_CITED),
    ),
    "missing-note": Explanation(
        N_(
            "The notes of a report are numbered without gaps, so a number that no work has was mostly forgotten. It may be a second note"
            " to a work that is there: then it is one more of its “notes”. Of a short brief no notes are missed."
        ),
        _noted(1, 3),
        _noted(1, 2),
    ),
    "never-cited": Explanation(
        N_("A work that nothing cites stands in the list of sources without a reason. Cite it where its claim stands, or delete it."),
        _finding("Half of the lines belong to the state [@market-2010].") + '\n[sources.agency]\ntype = "report"\ntitle = "Yearbook"\n',
        _finding(_CITED),
    ),
    "newer-source": Explanation(
        N_("A report cannot cite what came out after it. Mostly the date is that of another page, or the work is from outside the report."),
        _noted(date="2012-03"),
        _noted(date="2010-03"),
    ),
    "no-citation": Explanation(
        N_(
            "A claim without a source cannot be followed up. Where the report itself gives none, [[allow]] says so; readers are told in "
            "any case."
        ),
        _finding("Half of the lines belong to the state."),
        _finding(_CITED),
    ),
    "note-twice": Explanation(
        N_("A number was copied twice, or one note names two works, which is right as it stands: then say so in [[allow]]."),
        _noted(1, 1),
        _noted(1, 2),
    ),
    "old-source": Explanation(
        N_(
            "A claim in the present tense (“as-of”) rests on sources that are more than three years older, so it may have been no longer"
            " true. A remark of the kind “old-source” tells readers; then this is silent."
        ),
        """\
[[section.finding]]
headline = "Half of the lines belong to the state"
as-of = "2014"
cites = ["market-2010", "agency"]
""",
        """\
[[section.finding]]
headline = "Half of the lines belong to the state"
as-of = "2010"
cites = ["market-2010", "agency"]
""",
    ),
    "same-address": Explanation(
        N_("Two sources with one address are mostly one work that was written down twice. Keep one, and give it the notes of both."),
        _noted(more='url = "http://lines.example/a"\n', address='url = "http://lines.example/a"\n'),
        _noted(more='url = "http://lines.example/a"\n', address='url = "http://lines.example/b"\n'),
    ),
    "single-source": Explanation(
        N_("A finding on one source stands and falls with it. That is no fault, and mostly what the report has; it is good to know."),
        _finding("Half of the lines belong to the state [@agency]."),
        _finding(_CITED),
    ),
    "straight-quotes": Explanation(
        N_(
            "Most texts of the brief have curly quotation marks, so straight ones come from another hand. In code and for inches they "
            "are right."
        ),
        _finding("It was “slow” [@market-2010; @agency].")
        + _finding("It was “dear” [@market-2010; @agency].", "Lines are dear")
        + _finding('It was \\"both\\" [@market-2010; @agency].', "Lines are both"),
        _finding("It was “slow” [@market-2010; @agency].")
        + _finding("It was “dear” [@market-2010; @agency].", "Lines are dear")
        + _finding("It was “both” [@market-2010; @agency].", "Lines are both"),
    ),
    "unused-allow": Explanation(
        N_(
            "What was to be silenced is not there: it has been mended since, its place is another, or it is an error, which cannot be "
            "silenced. An [[allow]] that stays would silence the next slip."
        ),
        _finding(_CITED) + '\n[[allow]]\ncode = "no-citation"\nat = "report"\nreason = "the report gives no sources"\n',
        _finding("It was slow.") + '\n[[allow]]\ncode = "no-citation"\nat = "report"\nreason = "the report gives no sources"\n',
    ),
}
