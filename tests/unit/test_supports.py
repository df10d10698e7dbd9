"""What works support that no finding cites, wherever it is said."""

from __future__ import annotations

import pytest

from kzbrief import i18n
from kzbrief.brief.briefing import Briefing, load
from kzbrief.output.glyphs import UNICODE
from kzbrief.output.lines import plain
from kzbrief.output.sources import source_detail
from kzbrief.output.supports import not_cited, supports
from kzbrief.spoken.works import work
from kzbrief.tui.pages.source_sheet import source_sheet
from kzbrief.tui.pages.sources import sources

BRIEFS = ["kazakhstan-2011", "iceland-2023", "iran-2013", "brazil-2011", "kazakhstan-2025", "kyrgyzstan-2014", "uzbekistan-2025"]


@pytest.fixture(scope="module")
def briefing() -> Briefing:
    return load("kazakhstan-2011")


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("fh-2015", "supports the edition of 2015"),
        ("fh-2014", "supports the editions of 2013, 2014"),
        ("da2i", "supports the editions of 2012-2019; the table of countries of 2011; 1 remark"),
        ("fh-about-2019", "supports the scale of the editions since 2019"),
    ],
)
def test_a_work_that_no_finding_cites_says_what_it_is_there_for(briefing: Briefing, key: str, said: str) -> None:
    assert not_cited(briefing, key) == said


@pytest.mark.parametrize("name", BRIEFS)
def test_no_work_of_a_brief_is_there_for_nothing(name: str) -> None:
    found = load(name)
    without = [key for key in found.index.sources if not found.index.places(key) and "not cited" in not_cited(found, key)]
    assert without == []


def test_sheet_list_print_and_voice_say_it_alike(briefing: Briefing) -> None:
    said = "; ".join(supports(briefing, "fh-2014"))
    assert said == "the editions of 2013, 2014"
    listed = sources(briefing, 120, 40, UNICODE)
    for lines in (source_sheet(briefing, "fh-2014", -1, 100).lines, source_detail(briefing, "fh-2014", 100), listed.lines):
        assert any(said in plain(line) for line in lines)
    assert f"Supports {said}." in work(briefing, "fh-2014")


def test_who_speaks_has_one_label_everywhere(briefing: Briefing) -> None:
    key = next(key for key, item in briefing.brief.sources.items() if item.stance == "independent")
    for lines in (source_sheet(briefing, key, -1, 100).lines, source_detail(briefing, key, 100)):
        assert any(plain(line).strip().startswith("Who speaks ") for line in lines)
    assert any(line.startswith("Who speaks: ") for line in work(briefing, key))


def test_values_stand_in_one_column_whatever_the_language(briefing: Briefing) -> None:
    with i18n.speaking("ru"):
        for lines in (source_sheet(briefing, "da2i", -1, 100).lines, source_detail(briefing, "da2i", 100)):
            texts = [plain(line) for line in lines]
            start = next(text for text in texts if "Подтверждает " in text).index("издани")
            assert any(text[:start].strip() == "Давность" and text[start] != " " for text in texts)
