"""`kzbrief new`: a template that checks clean with its fields switched off or on, names every field, and replaces nothing."""

from __future__ import annotations

import datetime
import os
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from msgspec import Struct, inspect

from kzbrief import cli
from kzbrief.authoring import schemas
from kzbrief.brief import model
from kzbrief.brief.briefing import load
from kzbrief.brief.countries import NAMES, is_free
from kzbrief.brief.method import Method
from kzbrief.importing.countries import code_of

Capture = pytest.CaptureFixture[str]
METHOD = """
format = 1
[method]
id = "lines"
name = 'The "Lines" Index'
publisher = "Index Office"
[[method.category]]
id = "one"
title = "One"
short = "One"
maximum = 3
[[method.category]]
id = "two-b"
title = "Two"
short = "Two"
maximum = 7
[[method.scale]]
first = 2000
direction = "100-best"
lowest = 1
highest = 10
questions = { Q1 = 3, Q2 = 7 }
bands = [{ status = "Shut", lowest = 1, highest = 10, tone = "bad" }]
"""


def new(*arguments: str | Path) -> int:
    return cli.main(["new", *map(str, arguments)])


def switched_on(text: str) -> str:
    """Return a template with all its fields switched on, as it says how to."""
    first, _, rest = text.partition("\n")
    return first + "\n" + re.sub(r"^#(?=[\[a-z])", "", rest, flags=re.MULTILINE)


def tables(kind: type[Struct]) -> Iterator[type[Struct]]:
    """Yield a class of the model and those of the tables in it; not those of a method, which has a file of its own."""
    yield kind
    for field in inspect.type_info(kind).fields:  # type: ignore[attr-defined]
        found = field.type
        for inner in (*getattr(found, "types", ()), getattr(found, "item_type", None), getattr(found, "value_type", None), found):
            if isinstance(inner, inspect.StructType) and inner.cls is not Method:
                yield from tables(inner.cls)


@pytest.mark.parametrize("edition", ["2009", "2018", "2019", "2026"])
@pytest.mark.parametrize("change", [str, switched_on], ids=["as it is", "all switched on"])
def test_it_checks_clean(edition: str, change: object, tmp_path: Path, capsys: Capture) -> None:
    path = tmp_path / "georgia.toml"
    assert new(path, "--country", "GE", "--edition", edition) == 0
    path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8")  # type: ignore[operator]
    capsys.readouterr()
    assert cli.main(["check", str(path), "--format", "concise"]) == 0
    if change is str:
        assert capsys.readouterr().out == ""


def test_it_says_what_it_did_on_stderr_and_asks_nothing(tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.stdin", None)
    assert new("georgia.toml", "--country", "ge", "--edition", "2012") == 0
    out, err = capsys.readouterr()
    assert out == ""
    assert err.splitlines()[0] == "georgia.toml: a brief of Georgia, edition 2012, to fill in"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["georgia.toml", "kzbrief.schema.json"]


def test_every_field_of_a_brief_is_in_it(tmp_path: Path) -> None:
    path = tmp_path / "georgia.toml"
    new(path, "--country", "GE")
    data = tomllib.loads(switched_on(path.read_text(encoding="utf-8")))
    named = set(re.findall(r"(?:^|[{,] )#?([a-z-]+) = ", path.read_text(encoding="utf-8"), re.MULTILINE)) | set(data)
    wanted = {field.encode_name for kind in tables(model.Brief) for field in inspect.type_info(kind).fields}  # type: ignore[attr-defined]
    assert wanted - named - {"method", "finding"} == set()
    assert {field.encode_name for field in inspect.type_info(model.Brief).fields} - set(data) == {"method"}  # type: ignore[attr-defined]


@pytest.mark.parametrize("kind", ["FindingType", "FactKind", "SourceType", "Stance"])
def test_choices_are_listed_whole(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "georgia.toml"
    new(path, "--country", "GE")
    words = set(re.findall(r"[a-z-]+", path.read_text(encoding="utf-8")))
    from kzbrief.brief import work

    assert set((getattr(model, kind, None) or getattr(work, kind)).__args__) <= words


def test_what_it_shows_says_that_it_is_a_draft(tmp_path: Path) -> None:
    path = tmp_path / "kyrgyzstan-2014.toml"
    new(path, "--country", "KG")
    briefing = load(path)
    heading = briefing.brief.brief
    assert (heading.id, heading.title, heading.edition, heading.extent) == ("kyrgyzstan-2014", "Kyrgyzstan", 2014, "draft")
    assert all(entry.finding.draft and entry.finding.headline for entry in briefing.index.entries)
    assert [section.category for section in briefing.brief.sections] == ["access", "content", "rights"]
    assert [(edition.role, edition.total, edition.scores) for edition in briefing.brief.editions] == [("this", None, {})]
    assert briefing.brief.facts == []


@pytest.mark.parametrize(
    ("name", "arguments", "title", "identifier", "edition"),
    [
        ("vineta-2011.toml", ["--country", "XV"], "Vineta", "vineta-2011", 2011),
        ("new_vineta.toml", ["--country", "QM", "--edition", "2010"], "New Vineta", "new-vineta-2010", 2010),
        ("2014.toml", ["--country", "XV"], "XV", "xv-2014", 2014),
        ("draft of mine.toml", ["--country", "CI", "--edition", "2016"], "Côte d'Ivoire", "cote-divoire-2016", 2016),
        ("kz-2013.toml", ["--country", "KZ", "--edition", "2012"], "Kazakhstan", "kazakhstan-2012", 2012),
        ("x.toml", ["--country", "KZ"], "Kazakhstan", f"kazakhstan-{datetime.date.today().year}", datetime.date.today().year),
    ],
)
def test_name_title_and_edition(name: str, arguments: list[str], title: str, identifier: str, edition: int, tmp_path: Path) -> None:
    assert new(tmp_path / name, *arguments) == 0
    heading = load(tmp_path / name).brief.brief
    assert (heading.title, heading.id, heading.edition) == (title, identifier, edition)


def test_a_method_beside_the_brief(tmp_path: Path) -> None:
    (tmp_path / "methods").mkdir()
    (tmp_path / "methods" / "lines.toml").write_text(METHOD, encoding="utf-8")
    path = tmp_path / "vineta-2004.toml"
    assert new(path, "--country", "XV", "--method", "lines") == 0
    path.write_text(switched_on(path.read_text(encoding="utf-8")), encoding="utf-8")
    briefing = load(path)
    assert [section.id for section in briefing.brief.sections] == ["one", "two-b"]
    assert briefing.brief.report.collection == 'The "Lines" Index 2004'
    this = briefing.brief.editions[0]
    assert sum(this.scores.values()) == this.total  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["x.toml"], "--country CC"),
        (["x.toml", "--country", "Kazakstan"], "KZ (Kazakhstan)?"),
        (["x.toml", "--country", "UK"], "GB (United Kingdom)?"),
        (["x.toml", "--country", "JJ"], "QM to QZ, XA to XZ"),
        (["x.toml", "--country", ""], "--country CC"),
        (["x.toml", "--country", "G\x1bE"], "\\x1b"),
        (["x.toml", "--country", "GE", "--edition", "12"], "“12” is no year"),
        (["x.toml", "--country", "GE", "--edition", "2008"], "no edition before 2009"),
        (["x.toml", "--country", "GE", "--method", "freedom-net"], "did you mean freedom-on-the-net?"),
        (["x.toml", "--country", "GE", "--method", "../methods/x"], "no method"),
        (["x", "--country", "GE"], "x.toml"),
        (["nowhere/x.toml", "--country", "GE"], "no folder nowhere"),
        (["there.toml", "--country", "GE"], "there already"),
        (["link.toml", "--country", "GE"], "there already"),
        (["x\0.toml", "--country", "GE"], "cannot be written"),
        (["x.toml", "--country", "GE", "--method", "broken"], "broken.toml:"),
        (["x.toml", "--country", "GE", "--edition", "2012", "--method", "useless"], "with this method no brief can be written: “two.b”"),
    ],
)
def test_what_cannot_be_done_is_said_and_leaves_nothing(
    arguments: list[str], said: str, tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "there.toml").write_text("mine", encoding="utf-8")
    (tmp_path / "link.toml").symlink_to("nowhere.toml")
    (tmp_path / "methods").mkdir()
    (tmp_path / "methods" / "broken.toml").write_text("format = 1\n", encoding="utf-8")
    (tmp_path / "methods" / "useless.toml").write_text(METHOD.replace("two-b", "two.b"), encoding="utf-8")
    assert new(*arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert said in err
    assert "\x1b" not in err
    assert sorted(path.name for path in tmp_path.iterdir()) == ["link.toml", "methods", "there.toml"]
    assert (tmp_path / "there.toml").read_text(encoding="utf-8") == "mine"


def test_a_folder_that_cannot_be_written_to(tmp_path: Path, capsys: Capture) -> None:
    tmp_path.chmod(0o500)
    try:
        if (tmp_path / "x").parent.stat().st_uid == 0:
            pytest.skip("root may write everywhere")
        assert new(tmp_path / "x.toml", "--country", "GE") == 2
        assert "cannot be written" in capsys.readouterr().err
    finally:
        tmp_path.chmod(0o700)


@pytest.mark.parametrize("mine", ["{}", ""])
def test_a_schema_that_was_changed_stays(mine: str, tmp_path: Path, capsys: Capture) -> None:
    beside = tmp_path / schemas.BESIDE
    beside.write_text(mine, encoding="utf-8")
    assert new(tmp_path / "x.toml", "--country", "GE") == 0
    assert "is not what this program would write" in capsys.readouterr().err
    assert beside.read_text(encoding="utf-8") == mine
    beside.write_text(schemas.text("brief"), encoding="utf-8")
    assert new(tmp_path / "y.toml", "--country", "GE") == 0
    assert "was there already" in capsys.readouterr().err


def test_import_lays_it_beside_too(tmp_path: Path, capsys: Capture) -> None:
    report = Path(__file__).parents[1] / "data" / "reports" / "pipes.txt"
    assert cli.main(["import", str(report), "-o", str(tmp_path / "draft.toml")]) == 0
    assert "kzbrief.schema.json lies beside it" in capsys.readouterr().err
    assert (tmp_path / "draft.toml").read_text(encoding="utf-8").startswith("#:schema ./kzbrief.schema.json\n")
    assert (tmp_path / schemas.BESIDE).read_text(encoding="utf-8") == schemas.text("brief")


def test_countries_have_one_name_each() -> None:
    assert len(NAMES) == 250, "249 of the standard, and Kosovo"
    assert len(set(NAMES.values())) == len(NAMES)
    assert all(re.fullmatch("[A-Z]{2}", code) and name.strip() == name for code, name in NAMES.items())
    assert {code: code_of(name) for code, name in NAMES.items()} == {code: code for code in NAMES}
    free = [code for code in ("AA", "QL", "QM", "QZ", "XA", "XK", "XZ", "ZZ", "ZA") if is_free(code)]
    assert free == ["AA", "QM", "QZ", "XA", "XZ", "ZZ"]


def test_an_installation_without_schemas_is_no_reason_to_fail(tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schemas, "data_folder", lambda kind: str(tmp_path / "nowhere"))
    assert new(tmp_path / "x.toml", "--country", "GE") == 0
    assert "cannot be read" in capsys.readouterr().err
    assert cli.main(["schema"]) == 2
    assert "cannot be read" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "example"), [("x.tml", "x.toml"), (".toml", "georgia-2011.toml"), ("..toml", "georgia-2011.toml"), (".x", ".x.toml")]
)
def test_a_file_that_is_not_called_toml_is_refused_with_a_name_that_is_good(
    tmp_path: Path, capsys: Capture, name: str, example: str
) -> None:
    assert new(tmp_path / name, "--country", "GE") == 2
    assert f"as in {example}" in capsys.readouterr().err
    assert os.listdir(tmp_path) == []


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(stem=st.text(st.characters(exclude_characters="/\0"), min_size=1, max_size=40))
def test_any_name_of_a_file_makes_a_clean_brief(stem: str, tmp_path: Path) -> None:
    """A country that has no code is called as the file is; dots alone are no name."""
    assume(stem.strip("."))
    path = tmp_path / f"{stem}.toml"
    try:
        os.fsencode(path)
    except UnicodeEncodeError:
        return
    assert new(path, "--country", "XV", "--edition", "2011") == 0
    try:
        assert load(path).brief.brief.title
    finally:
        path.unlink()


def test_a_year_that_nobody_named_is_said_to_be_a_guess(tmp_path: Path) -> None:
    for name, edition, guessed in (("x.toml", None, True), ("x-2012.toml", None, False), ("y.toml", "2012", False)):
        path = tmp_path / name
        new(path, "--country", "GE", *(["--edition", edition] if edition else []))
        assert ("A guess: no edition was named" in path.read_text(encoding="utf-8")) is guessed
