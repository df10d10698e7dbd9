"""The published JSON Schema: made from the code, and true of everything that is printed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from docs import json_schema
from kzbrief import cli

DATA = Path(__file__).parents[1] / "data"
PUBLISHED = json.loads(json_schema.PATH.read_text(encoding="utf-8"))
GOLDEN, COMPLETE, SMALL, MINIMAL, BROKEN = (str(DATA / f"{name}.toml") for name in ("golden", "complete", "small", "minimal", "broken"))

PRINTED = [
    ("summary", ["summary"]),
    ("summary", ["summary", "--full"]),
    *(("summary", ["summary", brief]) for brief in (GOLDEN, COMPLETE, SMALL, MINIMAL)),
    ("section", ["summary", "--section", "access"]),
    ("section", ["summary", GOLDEN, "--section", "content"]),
    ("findings", ["summary", "kazakhstan-2011#access/livejournal-unblocked"]),
    ("sources", ["sources"]),
    ("sources", ["sources", "20"]),
    ("sources", ["sources", COMPLETE]),
    ("sources", ["sources", MINIMAL]),
    ("evidence", ["summary", "--evidence"]),
    ("standing", ["standing"]),
    ("compare", ["compare", "kazakhstan-2011", "kazakhstan-2025", "brazil-2011"]),
    ("standing", ["standing", "brazil-2011"]),
    ("compare", ["compare", "kazakhstan-2011", "kazakhstan-2025"]),
    ("compare", ["compare", GOLDEN, COMPLETE, MINIMAL]),
    ("evidence", ["summary", GOLDEN, "--evidence"]),
    ("evidence", ["summary", MINIMAL, "--evidence"]),
    ("summary", ["summary", "iceland-2023"]),
    ("findings", ["summary", f"{GOLDEN}#access/carrier"]),
    ("section", ["summary", f"{GOLDEN}#access"]),
    ("sources", ["sources", f"{GOLDEN}#access/carrier"]),
    ("list", ["list", str(DATA)]),
    ("search", ["search", "country:KG", "--no-state", "--limit", "500"]),
    ("list", ["list"]),
    ("search", ["search", "LiveJournal", "--no-state"]),
    ("search", ["search", "nowheretobefound", "--no-state"]),
    ("check", ["check"]),
    ("check", ["check", BROKEN, GOLDEN]),
    ("check", ["check", "nowhere.toml"]),
]


def validator(schema: dict[str, Any], name: str) -> Draft202012Validator:
    """Return a validator for what one command prints."""
    return Draft202012Validator({"$ref": f"#/$defs/{name}", "$defs": schema["$defs"]})


def test_the_published_file_is_what_the_code_makes() -> None:
    """`python -m docs.json_schema` writes it."""
    assert json_schema.PATH.read_text(encoding="utf-8") == json_schema.text()


def test_it_is_a_schema() -> None:
    Draft202012Validator.check_schema(PUBLISHED)
    assert PUBLISHED["$schema"] == json_schema.DIALECT


@pytest.mark.parametrize(("name", "arguments"), PRINTED, ids=[" ".join(Path(word).name for word in arguments) for __, arguments in PRINTED])
def test_what_is_printed_fits_with_no_key_unknown_and_none_missing(
    name: str, arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    cli.main([*arguments, "--format", "json"])
    printed = json.loads(capsys.readouterr().out)
    assert [error.message for error in validator(json_schema.strict(PUBLISHED), name).iter_errors(printed)] == []
    assert Draft202012Validator(PUBLISHED).is_valid(printed)


@pytest.mark.parametrize(("name", "more"), [("summary", []), ("findings", ["#access"]), ("findings", ["#access/carrier"])])
def test_what_is_exported_as_json_fits(name: str, more: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["export", GOLDEN + "".join(more), "--to", "json"]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert [error.message for error in validator(json_schema.strict(PUBLISHED), name).iter_errors(printed)] == []


def test_the_page_about_json_names_every_output() -> None:
    page = (json_schema.ROOT / "docs" / "json.md").read_text(encoding="utf-8").partition("## ")[0]
    assert not [name for name in json_schema.COMMANDS if f"`{name}`" not in page]


@pytest.mark.parametrize(
    ("change", "valid"),
    [
        (lambda table: table.update(new_key=1), True),
        (lambda table: table["sources"][0].update(new_key=1), True),
        (lambda table: table.pop("score"), False),
        (lambda table: table["score"].pop("total"), False),
        (lambda table: table["score"].update(total=[]), False),
        (lambda table: table["score"].update(total=None), True),
        (lambda table: table["score"].update(total="n/a"), True),
        (lambda table: table["scale"].update(direction="50-best"), False),
        (lambda table: table["sources"][0].update(type="poem"), False),
        (lambda table: table["sections"][0]["findings"][0].update(headline=None), False),
    ],
)
def test_later_keys_are_allowed_and_a_wrong_shape_is_not(change: Any, valid: bool, capsys: pytest.CaptureFixture[str]) -> None:
    cli.main(["summary", GOLDEN, "--format", "json"])
    printed = json.loads(capsys.readouterr().out)
    change(printed)
    assert validator(PUBLISHED, "summary").is_valid(printed) is valid
