"""The schemas for editors: what kzbrief accepts they accept, what is of a wrong shape they refuse; held by jsonschema and by Tombi."""

from __future__ import annotations

import copy
import datetime
import json
import re
import shutil
import subprocess
import sysconfig
import time
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from kzbrief import cli
from kzbrief.authoring import schemas
from kzbrief.brief.dates import Date, DateError
from kzbrief.brief.load import make_value
from kzbrief.brief.model import Brief

ROOT = Path(__file__).parents[2]
DATA = ROOT / "tests" / "data"
SCHEMAS = {kind: json.loads(schemas.text(kind)) for kind in schemas.KINDS}
VALIDATOR = Draft202012Validator(SCHEMAS["brief"])
FILES = [
    *((path, "brief") for path in sorted((ROOT / "briefs").glob("*.toml"))),
    *((path, "brief") for path in (ROOT / "docs" / "sample.toml", *(DATA / f"{name}.toml" for name in ("complete", "golden", "minimal")))),
    *((path, "method") for path in sorted((ROOT / "briefs" / "methods").glob("*.toml"))),
    *((path, "theme") for path in sorted((ROOT / "themes").glob("*.toml"))),
]
TOMBI = shutil.which("tombi") or shutil.which("tombi", path=sysconfig.get_path("scripts"))
WRITTEN = tuple(kind for kind in schemas.KINDS if kind != "output")
"""The kinds of files that people write."""
needs_tombi = pytest.mark.skipif(TOMBI is None, reason="needs Tombi, a linter and language server for TOML (pip install tombi)")


def plain(value: Any) -> Any:
    """Return data of a TOML file as JSON has it, dates as texts: as editors that know no TOML dates see it."""
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [plain(item) for item in value]
    return value.isoformat() if isinstance(value, (datetime.date, datetime.time)) else value


def read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("kind", WRITTEN)
def test_each_is_a_schema_with_a_description_of_everything(kind: str) -> None:
    Draft202012Validator.check_schema(SCHEMAS[kind])
    tables = [SCHEMAS[kind], *SCHEMAS[kind]["$defs"].values()]
    assert [table["title"] for table in tables if not table.get("description")] == []
    assert [key for table in tables for key, made in table.get("properties", {}).items() if not made.get("description")] == []
    assert all(table["additionalProperties"] is False for table in tables if "properties" in table)


@pytest.mark.parametrize("kind", schemas.KINDS)
def test_it_is_printed(kind: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["schema", kind]) == 0
    assert json.loads(capsys.readouterr().out) == SCHEMAS[kind]
    cli.main(["schema"])
    assert json.loads(capsys.readouterr().out) == SCHEMAS["brief"]


@pytest.mark.parametrize(("path", "kind"), FILES, ids=lambda value: value.stem if isinstance(value, Path) else value)
def test_files_that_are_well_are_accepted(path: Path, kind: str) -> None:
    assert [error.message for error in Draft202012Validator(SCHEMAS[kind]).iter_errors(plain(read(path)))] == []


@pytest.mark.parametrize("name", ["pipes.txt", "questions.md", "saved.html"])
def test_drafts_that_are_imported_are_accepted(name: str, tmp_path: Path) -> None:
    assert cli.main(["import", str(DATA / "reports" / name), "-o", str(tmp_path / "brief.toml")]) == 0
    assert [error.message for error in VALIDATOR.iter_errors(plain(read(tmp_path / "brief.toml")))] == []
    if TOMBI:
        assert [found for found in linted(tmp_path) if found[0] == "error"] == []


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the path of every value; of a list, the first entry stands for all."""
    if path:
        yield path
    if isinstance(value, dict):
        for key, item in value.items():
            yield from places(item, (*path, key))
    elif isinstance(value, list) and value:
        yield from places(value[0], (*path, 0))


def accepts(data: dict[str, Any]) -> bool:
    """Return whether the model takes the data, as far as their shape goes."""
    try:
        msgspec.convert(data, Brief, dec_hook=make_value)
    except msgspec.ValidationError:
        return False
    return data["format"] == 1


COMPLETE = plain(read(DATA / "complete.toml"))
OTHERS: list[Any] = ["", "n/a", "a-b", "May 2010", 7, 2.5, True, [], ["x", 1], {}, {"x y": 1}, None]


@pytest.mark.parametrize("top", [key for key in COMPLETE if key != "format"])
def test_a_wrong_value_is_refused_just_where_the_model_refuses_it(top: str) -> None:
    """Every value of a brief is replaced by others, and left out; what is unknown is added everywhere."""
    whole = {"format": 1, "brief": read(DATA / "minimal.toml")["brief"], "report": COMPLETE["report"], top: COMPLETE[top]}
    for path in places({top: COMPLETE[top]}):
        for other in (*OTHERS, KeyError):
            data = copy.deepcopy(whole)
            inner: Any = data
            for key in path[:-1]:
                inner = inner[key]
            if other is KeyError:
                del inner[path[-1]]
            elif other is None:
                if not isinstance(inner[path[-1]], dict):
                    continue
                inner[path[-1]]["no_such_key"] = 1
            else:
                inner[path[-1]] = other
            assert VALIDATOR.is_valid(data) is accepts(data), (path, other)


_point = st.from_regex(r"([12][0-9]{3}(-(0[1-9]|1[0-2]|2[1-4])(-[0-3][0-9])?)?|[12][0-9]{2}X)[~?%]?", fullmatch=True)
_dates = st.one_of(
    _point,
    st.tuples(st.one_of(_point, st.sampled_from(["", ".."])), st.one_of(_point, st.sampled_from(["", ".."]))).map("/".join),
    st.integers(900, 10100),
    st.dates(min_value=datetime.date(1000, 1, 1)).map(str),
    st.text("0129-./X~?", max_size=10),
)


@given(_dates)
def test_no_date_that_is_understood_is_refused(value: str | int) -> None:
    try:
        Date.parse(value)
    except DateError:
        return
    assert Draft202012Validator(SCHEMAS["brief"]["$defs"]["Date"]).is_valid(value)


def linted(folder: Path, name: str = "brief.toml") -> list[tuple[str, int, str]]:
    """Return what Tombi says about a file: level, line, message."""
    found = folder / "found.json"
    command = [str(TOMBI), "lint", "--offline", "--quiet", "--diagnostics-format", "json", "--diagnostics-file", str(found), name]
    subprocess.run(command, cwd=folder, capture_output=True, check=False, timeout=60)
    return [(item["level"], item["range"]["start"]["line"], item["message"]) for item in json.loads(found.read_text(encoding="utf-8"))]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the schemas."""
    for kind in schemas.KINDS:
        (tmp_path / f"{kind}.schema.json").write_text(schemas.text(kind), encoding="utf-8")
    return tmp_path


@needs_tombi
@pytest.mark.parametrize(("path", "kind"), FILES, ids=lambda value: value.stem if isinstance(value, Path) else value)
def test_a_linter_finds_nothing_wrong_with_what_is_well(path: Path, kind: str, folder: Path) -> None:
    (folder / "brief.toml").write_text(f"#:schema ./{kind}.schema.json\n{path.read_text(encoding='utf-8')}", encoding="utf-8")
    assert [found for found in linted(folder) if found[0] == "error" or "out-of-order" not in found[2]] == []


@needs_tombi
def test_a_linter_finds_nothing_at_all_in_a_new_brief(tmp_path: Path) -> None:
    cli.main(["new", str(tmp_path / "brief.toml"), "--country", "GE"])
    assert linted(tmp_path) == []


@needs_tombi
@pytest.mark.parametrize(
    ("line", "instead", "said"),
    [
        ('title = "Georgia"', 'titel = "Georgia"', '"titel" is not allowed'),
        ("edition = 2012", 'edition = "2012"', "type Integer, but found String"),
        ('country = "GE"', "", '"country" is required'),
        ('country = "GE"', 'country = "Georgia"', "does not match the pattern"),
        ('extent = "draft"', 'extent = "sketch"', '"sketch"'),
        ('#covers = "2011-01/2011-12"', 'covers = "from 2011"', "does not match the pattern"),
        ("year = 2012", "year = 2012\nscore = { access = 1 }", '"score" is not allowed'),
        ("#total = 45", 'total = "45"', '"n/a"'),
        ('role = "this"', 'role = "these"', '"these"'),
        ("draft = true", 'draft = "yes"', "type Boolean, but found String"),
        ("[sources.example-source]", "[sources.Example_Source]", "must match the pattern"),
        ("notes = [1]", "notes = 1", "type Array, but found Integer"),
        ('url = "https://example.org/article"', 'url = "example.org"', "does not match the pattern"),
        ("[report]", "[reports]", '"reports" is not allowed'),
    ],
)
def test_a_linter_finds_the_mistakes_that_a_schema_can_find(line: str, instead: str, said: str, tmp_path: Path) -> None:
    path = tmp_path / "brief.toml"
    cli.main(["new", str(path), "--country", "GE", "--edition", "2012"])
    text = path.read_text(encoding="utf-8")
    assert re.search(rf"^{re.escape(line)}$", text, re.MULTILINE)
    path.write_text(re.sub(rf"^{re.escape(line)}$", instead, text, count=1, flags=re.MULTILINE), encoding="utf-8")
    found = [message for level, _, message in linted(tmp_path) if level == "error"]
    assert any(said in message for message in found), found


class Server:
    """Tombi's language server, asked by stdin and stdout."""

    def __init__(self, folder: Path) -> None:
        self.process = subprocess.Popen(
            [str(TOMBI), "lsp", "--offline"], cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self.number = 0

    def send(self, **message: Any) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.process.stdin
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def ask(self, method: str, params: Any) -> Any:
        self.number += 1
        self.send(id=self.number, method=method, params=params)
        assert self.process.stdout
        while True:
            length = 0
            while header := self.process.stdout.readline().strip():
                if header.lower().startswith(b"content-length:"):
                    length = int(header.split(b":")[1])
            assert length, "the server has ended"
            message = json.loads(self.process.stdout.read(length))
            if "method" in message and "id" in message:
                self.send(id=message["id"], result=None)
            elif message.get("id") == self.number:
                return message["result"]


@needs_tombi
def test_an_editor_completes_and_explains(tmp_path: Path) -> None:
    cli.main(["new", str(tmp_path / "brief.toml"), "--country", "GE"])
    text = (tmp_path / "brief.toml").read_text(encoding="utf-8").replace('type = "context"', 'type = ""')
    lines = text.replace("[report]\n", "[report]\npla\n").split("\n")
    uri = (tmp_path / "brief.toml").as_uri()
    server = Server(tmp_path)
    try:
        server.ask("initialize", {"processId": None, "rootUri": tmp_path.as_uri(), "capabilities": {}})
        server.send(method="initialized", params={})
        document = {"uri": uri, "languageId": "toml", "version": 1, "text": "\n".join(lines)}
        server.send(method="textDocument/didOpen", params={"textDocument": document})

        def at(method: str, line: str, column: int) -> Any:
            position = {"line": lines.index(line), "character": column}
            return server.ask(f"textDocument/{method}", {"textDocument": {"uri": uri}, "position": position})

        def completed(line: str, column: int) -> set[str]:
            for _ in range(200):
                if (found := at("completion", line, column)) is not None:
                    break
                time.sleep(0.05)  # the document is still being read
            return {item["label"] for item in (found["items"] if isinstance(found, dict) else found)}

        assert "place" in completed("pla", 3)
        assert '"self-censorship"' in completed('type = ""', 8)
        assert "Country code of ISO 3166-1" in at("hover", 'country = "GE"', 2)["contents"]["value"]
        server.ask("shutdown", None)
    finally:
        server.process.kill()
        server.process.communicate()


def test_the_page_on_editors_shows_the_first_line_of_a_brief() -> None:
    page = (ROOT / "docs" / "editors.md").read_text(encoding="utf-8")
    blocks = re.findall(r"^```toml\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    assert blocks[0] == f"{schemas.DIRECTIVE}\n"
    assert all(tomllib.loads(block) for block in blocks[1:])
