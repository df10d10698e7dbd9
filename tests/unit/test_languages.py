"""Which language labels are in, catalogues with and without a build, numbers and dates in a language's form."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from kzbrief import i18n
from kzbrief.brief.dates import Date
from kzbrief.cli import main
from kzbrief.i18n import ngettext
from kzbrief.languages import catalogue, choice, po
from kzbrief.numbers import figure
from kzbrief.refusal import RefusedError

FOLDER = Path(catalogue.__file__).parent


@pytest.mark.parametrize(
    ("argv", "environ", "language"),
    [
        ([], {}, "en"),
        (["--lang", "ru"], {"KZBRIEF_LANG": "en", "LANG": "en_US.UTF-8"}, "ru"),
        (["summary", "--lang=ru-KZ"], {}, "ru"),
        (["summary", "--", "--lang", "ru"], {}, "en"),
        (["summary", "--lang"], {}, "en"),
        ([], {"KZBRIEF_LANG": "ru", "LANG": "en_US.UTF-8"}, "ru"),
        ([], {"LANG": "ru_RU.UTF-8"}, "ru"),
        ([], {"LANG": "ru"}, "ru"),
        ([], {"LC_ALL": "en_GB.UTF-8", "LC_MESSAGES": "ru_RU.UTF-8", "LANG": "ru_RU.UTF-8"}, "en"),
        ([], {"LC_MESSAGES": "ru_RU.UTF-8", "LANG": "en_US.UTF-8"}, "ru"),
        ([], {"LC_ALL": "C", "LANG": "ru_RU.UTF-8"}, "en"),
        ([], {"LC_ALL": "", "LANG": "POSIX"}, "en"),
        ([], {"LANG": "xx_XX.UTF-8"}, "en"),
        ([], {"LANG": "en_US.UTF-8", "LANGUAGE": "ru:en"}, "ru"),
        ([], {"LANG": "ru_RU.UTF-8", "LANGUAGE": "xx:en_GB:ru"}, "en"),
        ([], {"LANG": "ru_RU.UTF-8", "LANGUAGE": "xx"}, "ru"),
        ([], {"LC_ALL": "ru_RU.UTF-8", "LANGUAGE": ""}, "ru"),
        ([], {"LANGUAGE": "ru"}, "en"),
        ([], {"LC_ALL": "C.UTF-8", "LANGUAGE": "ru"}, "en"),
        ([], {"KZBRIEF_LANG": "en", "LANG": "de_DE.UTF-8", "LANGUAGE": "ru"}, "en"),
    ],
)
def test_what_is_asked_for_first_counts(argv: list[str], environ: dict[str, str], language: str) -> None:
    assert choice.settle(argv, environ) is None
    assert i18n.language() == language


def test_the_settings_go_before_the_locale(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    settings = tmp_path / "kzbrief" / "config.toml"
    settings.parent.mkdir()
    settings.write_text('language = "ru"\n')
    assert choice.settle([], {"LANG": "en_US.UTF-8"}) is None
    assert i18n.language() == "ru"
    choice.settle([], {"KZBRIEF_LANG": "en"})
    assert i18n.language() == "en"


@pytest.mark.parametrize(("text", "code", "column"), [('language = "xx"\n', "no-such-language", 12), ("language = ru\n", "syntax", 12)])
def test_faulty_settings_stop_nothing_and_are_told_once(
    text: str, code: str, column: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv("FORCE_COLOR", "1")  # the theme is looked up in the same file
    (tmp_path / "kzbrief").mkdir()
    (tmp_path / "kzbrief" / "config.toml").write_text(text)
    assert main(["summary"]) == 0
    said = re.sub(r"\x1b\[[0-9;]*m|\s", "", capsys.readouterr().err)
    assert said.count(f"error[{code}]") == 1
    assert f"config.toml:1:{column}:" in said


def test_a_language_without_labels_is_refused_where_it_was_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    known = ", ".join(catalogue.languages())
    assert known.startswith("en, ")
    with pytest.raises(RefusedError, match=f"there are no labels in “xx”; there are labels in: {known}"):
        choice.settle(["--lang", "xx"], {})
    assert main(["--lang", "xx", "summary"]) == 2
    assert "“xx”" in capsys.readouterr().err


def test_a_brief_decides_only_where_nobody_has_said_anything() -> None:
    choice.settle([], {"LANG": "C"})
    i18n.follow("ru-KZ")
    assert i18n.language() == "ru"
    i18n.follow("en")
    assert i18n.language() == "en"
    i18n.follow("xx")
    assert i18n.language() == "en"
    choice.settle([], {"LANG": "en_US.UTF-8"})
    i18n.follow("ru")
    assert i18n.language() == "en"


def test_output_in_ascii_has_english_labels(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["list", "--ascii", "--lang", "ru"]) == 0
    assert capsys.readouterr().out.isascii()
    assert i18n.language() == "en"


def test_the_option_goes_before_and_after_the_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--lang", "ru", "list"]) == 0
    before = capsys.readouterr().out
    assert main(["list", "--lang", "ru"]) == 0
    assert capsys.readouterr().out == before
    assert main(["--lang=ru", "--version"]) == 0
    assert capsys.readouterr().out.startswith("kzbrief ")


def test_english_loads_no_catalogue() -> None:
    code = (
        "import sys; from kzbrief.cli import main; main(['summary']); main(['--version'])\n"
        "print([name for name in sys.modules if name in ('kzbrief.languages.catalogue', 'kzbrief.languages.po', 'kzbrief.config')])"
    )
    environ = {"PYTHONPATH": str(FOLDER.parent.parent), "LANG": "en_US.UTF-8", "XDG_CONFIG_HOME": "/no-settings-here"}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environ)
    assert done.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.po")), ids=lambda path: path.stem)
def test_a_catalogue_is_the_same_with_and_without_a_build(path: Path) -> None:
    built = BytesIO()
    with path.open("rb") as file:
        write_mo(built, read_po(file, locale=path.stem))
    built.seek(0)
    by_babel, by_us = GNUTranslations(built), GNUTranslations(BytesIO(po.compiled(path.read_text(encoding="utf-8"))))
    theirs, ours = vars(by_babel)["_catalog"], vars(by_us)["_catalog"]
    # Of a plural without a translation Babel writes the English forms.
    untranslated = {key for key, value in theirs.items() if isinstance(key, tuple) and key not in ours}
    assert {key: value for key, value in theirs.items() if key and key not in untranslated} == {
        key: value for key, value in ours.items() if key
    }


def test_the_source_counts_where_it_is_newer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(catalogue, "_FOLDER", str(tmp_path))
    monkeypatch.setattr(catalogue, "_loaded", {})
    text = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "help"\nmsgstr "{}"\n'
    source, built = tmp_path / "xx.po", tmp_path / "xx.mo"
    built.write_bytes(po.compiled(text.format("built")))
    assert catalogue.languages() == ("en", "xx")
    found = catalogue.load("xx")
    assert found
    assert found.gettext("help") == "built"
    catalogue._loaded.clear()
    source.write_text(text.format("source"))
    os.utime(built, (1, 1))
    found = catalogue.load("xx")
    assert found
    assert found.gettext("help") == "source"
    assert catalogue.load("yy") is None


@pytest.mark.parametrize("text", [b"\xff", b'msgid ""\nmsgstr "Plural-Forms: nplurals=2; plural=((n;\\n"\n'])
def test_a_catalogue_that_cannot_be_read_is_refused_in_a_sentence(text: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(catalogue, "_FOLDER", str(tmp_path))
    monkeypatch.setattr(catalogue, "_loaded", {})
    (tmp_path / "xx.po").write_bytes(text)
    with pytest.raises(RefusedError, match="the labels in “xx” cannot be read"):
        choice.settle(["--lang", "xx"], {})


def test_a_source_is_read_with_all_that_it_can_have() -> None:
    text = (
        '# a remark\n#, fuzzy\nmsgid "unsure"\nmsgstr "not taken"\n\nmsgctxt "alone"\nmsgid "May"\nmsgstr "май"\n'
        'msgid "day"\nmsgid_plural "days"\nmsgstr[0] "день"\nmsgstr[1] "дня"\nmsgstr[2] "дней"\n\n'
        'msgid "two\\n"\n"lines \\"x\\" \\\\"\nmsgstr "в две\\n"\n"строки"\n\n'
        '#~ msgid "gone"\n#~ msgstr "было"\n\nmsgid "empty"\nmsgstr ""\n'
    )
    text = text.replace('май"\nmsgid', 'май"\n\nmsgid')
    assert po.messages(text) == {
        "alone\x04May": "май",
        "day\0days": "день\0дня\0дней",
        'two\nlines "x" \\': "в две\nстроки",
    }


def test_numbers_have_the_form_of_the_language() -> None:
    assert [figure(value) for value in (0.7, 1234, 12000, 1_500_000.0, -12345.5)] == ["0.7", "1234", "12,000", "1,500,000", "-12,345.5"]
    i18n.use("ru")
    assert [figure(value) for value in (0.7, 1234, 12000, -12345.5)] == ["0,7", "1234", "12\u00a0000", "-12\u00a0345,5"]


@pytest.mark.parametrize(
    ("date", "long", "short"),
    [
        ("2010-11-17", "17 ноября 2010 г.", "17 нояб. 2010"),
        ("2010-05", "май 2010 г.", "май 2010"),
        ("2010-05-09", "9 мая 2010 г.", "9 мая 2010"),
        ("2010", "2010", "2010"),
        ("2010/..", "с 2010 г.", "с 2010"),
        ("2009/2010", "2009–2010 гг.", "2009–2010"),
        ("2010-03/2010-06", "март–июнь 2010 г.", "март–июнь 2010"),
        ("2010-03-03/2010-03-05", "3–5 марта 2010 г.", "3–5 марта 2010"),
        ("2010-03/..", "с марта 2010 г.", "с марта 2010"),
        ("../2010-09", "до сентября 2010 г.", "до сент. 2010"),
        ("2009-22", "лето 2009 г.", "лето 2009"),
        ("2009-22/..", "с лета 2009 г.", "с лета 2009"),
        ("2010-06~", "середина 2010 г.", "середина 2010"),
        ("199X", "1990-е годы", "1990-е годы"),
        ("2010-12-30/2011-01-02", "30 декабря 2010 г. – 2 января 2011 г.", "30 дек. 2010 – 2 янв. 2011"),
    ],
)
def test_dates_in_russian(date: str, long: str, short: str) -> None:
    i18n.use("ru")
    assert Date.parse(date).words().replace("\u00a0", " ") == long
    assert Date.parse(date).words(short=True) == short


def test_plural_forms_in_russian() -> None:
    i18n.use("ru")
    said = [ngettext("{count} finding", "{count} findings", count).format(count=count) for count in (1, 2, 5, 11, 12, 21, 22, 111)]
    assert said == ["1 тезис", "2 тезиса", "5 тезисов", "11 тезисов", "12 тезисов", "21 тезис", "22 тезиса", "111 тезисов"]
