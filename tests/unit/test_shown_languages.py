"""A brief as it is shown in another language: words of its method, headlines, references; and names in the order of their language."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzbrief import i18n
from kzbrief.brief.briefing import load
from kzbrief.brief.collation import sort_key
from kzbrief.brief.editions import this_edition
from kzbrief.brief.references import reference
from kzbrief.brief.shown import country_name, headline_languages, shown, status_name, usual_language
from kzbrief.cli import main
from kzbrief.output import themes

DATA = Path(__file__).parents[1] / "data"


def test_nothing_changes_for_an_english_reader_of_an_english_brief() -> None:
    briefing = load(DATA / "small.toml")
    assert shown(briefing) is briefing


def test_the_words_of_the_method_are_in_the_language_of_the_labels() -> None:
    briefing = load("kazakhstan-2011")
    i18n.use("ru")
    found = shown(briefing)
    assert found.path == briefing.path
    assert found.brief.brief.title == "Казахстан"
    assert this_edition(found.brief).status == "Частично свободна"
    assert [category.short for category in found.method.categories] == ["Доступ", "Контент", "Права"]
    assert {edition.status for edition in found.brief.editions} <= {"n/a", None} | {
        band.status for scale in found.method.scales for band in scale.bands
    }
    assert [section.title for section in found.brief.sections][1] == "Препятствия доступу"
    assert "Россия" in {country.name for edition in found.method.editions for country in edition.countries}
    # What the report says stays.
    assert found.brief.sections[0].findings == briefing.brief.sections[0].findings
    assert found.brief.facts == briefing.brief.facts


def test_words_that_no_catalogue_has_stay() -> None:
    i18n.use("ru")
    assert country_name("Borduria") == "Borduria"
    assert status_name("Half Open") == "Half Open"


def test_headlines_are_shown_in_a_language_that_they_have() -> None:
    briefing = load(DATA / "complete.toml")
    assert headline_languages(briefing.brief) == ("en-GB", "de")
    assert usual_language(briefing.brief) == "en-GB"
    german = shown(briefing, "de")
    headlines = [item.headline for section in german.brief.sections for item in section.findings]
    assert "Ein Betreiber besitzt alle Leitungen" in headlines
    # What has no translation keeps its headline.
    assert len([headline for headline in headlines if headline]) == len(
        [item for section in briefing.brief.sections for item in section.findings if item.headline]
    )
    assert german.index.entries[0].address == briefing.index.entries[0].address


def test_a_reference_has_the_marks_and_words_of_the_language() -> None:
    work = load(DATA / "russian.toml").brief.sources["lines-2006"]
    assert reference(work, (), "ru").startswith("Анна Ёлкина and Пал Стохо, “Рынок связи,” Линии, 30 September 2006")
    i18n.use("ru")
    said = reference(work, (), "en").replace("\u00a0", " ")
    assert said == (
        "Анна Ёлкина и Пал Стохо, «Рынок связи», Линии, 30 сентября 2006 г., на русском, дата обращения: 4 августа 2010 г., "
        "http://lines.example/market"
    )


def test_json_is_the_same_for_every_reader(capsys: pytest.CaptureFixture[str]) -> None:
    path = str(DATA / "small.toml")
    assert main(["summary", path, "--format", "json"]) == 0
    english = capsys.readouterr().out
    assert main(["summary", path, "--format", "json", "--lang", "ru"]) == 0
    assert capsys.readouterr().out == english
    assert main(["export", path, "--to", "bibtex", "--lang", "ru"]) == 0
    russian = capsys.readouterr().out
    assert main(["export", path, "--to", "bibtex"]) == 0
    assert capsys.readouterr().out == russian


def test_a_brief_in_russian_has_russian_labels_where_the_locale_says_nothing(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = str(DATA / "russian.toml")
    assert main(["summary", path]) == 0
    assert "Главные тезисы" in capsys.readouterr().out
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    assert main(["summary", path]) == 0
    assert "Key findings" in capsys.readouterr().out


def test_themes_have_a_name_in_the_language() -> None:
    assert themes.load("kz-dark").name == "Dark"
    i18n.use("ru")
    assert themes.load("kz-dark").name == "Тёмная"
    assert themes.load("kz-dark").id == "kz-dark"


def ordered(names: str, language: str) -> str:
    return " ".join(sorted(names.split(), key=lambda name: sort_key(name, language)))


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("ru", "Ёжиков Ежов Езерский Жуков Яковлев Abel Zola"),
        ("ru", "ёлка ель"),
        ("ru", "все всё вся"),
        ("kk", "Абай Әбіш Бақыт Ғалия Дана Ербол Қайрат Нұр Ңа Оңғар Өмір Ұлан Үміт Фатима Һарун Шара Ықылас Іңкәр Эльмира"),
        ("tr", "Can Çelik Dal Gök Ğa Hasan Irmak İnce Jale Oya Öz Sena Şen Ufuk Ülkü"),
        ("en", "Álvarez Alvin Ångström Öberg Oz Zola Ёжиков Жуков"),
        ("de-AT", "Abel Zola Абай"),
        ("en", "Note2 Ｎote3 Oz"),
        ("uk", "Гай Ґалаґан Дан Єва Жук Іван Їжак Йосип"),
    ],
)
def test_names_stand_in_the_order_of_their_language(language: str, names: str) -> None:
    mixed = " ".join(reversed(names.split()))
    assert ordered(mixed, language) == names


@given(st.lists(st.text(max_size=8), max_size=8), st.sampled_from(["en", "ru", "kk", "tr", "de-AT", "zh", ""]))
def test_the_order_does_not_depend_on_where_one_begins(names: list[str], language: str) -> None:
    found = sorted(dict.fromkeys(names), key=lambda name: sort_key(name, language))
    found.reverse()
    again = sorted(found, key=lambda name: sort_key(name, language))
    found.reverse()
    assert [sort_key(name, language) for name in again] == [sort_key(name, language) for name in found]


@pytest.mark.parametrize(
    "arguments",
    [
        ["summary", "iceland-2023"],
        ["summary", "iceland-2023", "--format", "markdown"],
        ["standing", "kazakhstan-2011"],
        ["standing", "kazakhstan-2011", "--format", "markdown"],
        ["compare", "kazakhstan-2011", "iceland-2023"],
        ["compare", "kazakhstan-2011", "iceland-2023", "--format", "markdown"],
        ["list"],
        ["list", "--format", "markdown"],
    ],
    ids=" ".join,
)
def test_every_command_has_the_words_of_the_method_in_the_language(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*arguments, "--lang", "ru"]) == 0
    said = capsys.readouterr().out
    assert "вободна" in said
    assert "Partly Free" not in said
    assert "Not Free" not in said
    assert "Iceland 2023" not in said


@pytest.mark.parametrize("form", ["markdown", "html"])
def test_a_document_is_in_the_language_of_its_brief_whoever_exports_it(form: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", str(DATA / "russian.toml"), "--to", form, "--lang", "en"]) == 0
    said = capsys.readouterr().out
    assert "Частично свободна" in said
    assert "Главные тезисы" in said
    assert "Partly Free" not in said
    assert i18n.language() == "en"
