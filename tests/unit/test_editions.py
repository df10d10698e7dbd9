"""Editions: what later ones said, gaps as gaps, and a strip that breaks where the scale turns round."""

from __future__ import annotations

import pytest

from kzbrief.brief.editions import later_editions, previous_edition, status_since, this_edition
from kzbrief.brief.method import Category, Method
from kzbrief.brief.model import Brief, Edition, Heading, Report
from kzbrief.output.figures.editions import agreement, edition_lines, edition_sentence
from kzbrief.output.glyphs import UNICODE
from kzbrief.output.lines import line_width, plain

from .test_figures import NEW, OLD

METHOD = Method(
    id="index",
    name="Index",
    publisher="Publisher",
    categories=[Category(id="access", title="Access", short="Access", maximum=25)],
    scales=[OLD, NEW],
)


def brief_with(*later: tuple[int, float | None, str | None]) -> Brief:
    return Brief(
        format=1,
        brief=Heading(id="x", title="X", country="XX", method="index", edition=2016),
        report=Report(type="chapter", title="X"),
        editions=[
            Edition(year=2016, role="this", total=59, status="Partly Free"),
            Edition(year=2015, role="previous", total="n/a", status="n/a"),
            *(Edition(year=year, role="context", total=total, status=status, cites=["s"]) for year, total, status in later),
        ],
    )


LATER = brief_with((2017, 60, "Partly Free"), (2018, 61, "Not Free"), (2019, 39, None), (2021, 38, "Not Free"))


def test_each_role_is_found() -> None:
    assert this_edition(LATER).total == 59
    previous = previous_edition(LATER)
    assert previous is not None
    assert previous.total == "n/a"
    assert [edition.year for edition in later_editions(LATER)] == [2017, 2018, 2019, 2021]


def test_a_status_counts_from_the_year_that_it_has_held_since() -> None:
    since = status_since(LATER)
    assert since is not None
    assert since == ("Not Free", 2018, (2020,), (2019,))
    assert agreement(since) == "Not Free since 2018 wherever a status was found (none for 2019, 2020)"
    assert agreement(since._replace(gaps=(), silent=())) == "Not Free in every edition found since 2018"


def test_without_later_statuses_nothing_is_said() -> None:
    assert status_since(brief_with()) is None
    assert status_since(brief_with((2017, 60, None))) is None
    assert edition_lines(brief_with(), METHOD, 80, UNICODE) == []
    assert edition_sentence(brief_with(), METHOD) == ""


def test_the_strip_breaks_where_the_scale_turns_round_and_leaves_gaps() -> None:
    assert [plain(line) for line in edition_lines(LATER, METHOD, 70, UNICODE)] == [
        "2016 2017 2018 │ 2019 2020 2021",
        "  59   60   61 │   39    -   38",
        "0 is best      │ 100 is best; Not Free up to 39",
        "Not Free since 2018 wherever a status was found (none for 2019, 2020)",
    ]


def test_the_sentence_says_the_direction_each_time() -> None:
    assert edition_sentence(LATER, METHOD) == "61 of 100 in 2018 (0 is best), 38 in 2021 (100 is best)"
    assert edition_sentence(brief_with((2017, 61, "Not Free")), METHOD) == "61 of 100 in 2017 (0 is best)"


@pytest.mark.parametrize("width", range(8, 100, 7))
def test_the_strip_fits_any_width(width: int) -> None:
    assert all(line_width(line) <= width for line in edition_lines(LATER, METHOD, width, UNICODE))
