"""Loading briefs, methods and briefings."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import msgspec.inspect as shapes
import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st

from kzbrief.brief.briefing import load
from kzbrief.brief.load import load_brief, load_document, load_method
from kzbrief.brief.model import Brief
from kzbrief.brief.slugs import slug
from kzbrief.toml.places import in_file_order
from kzbrief.toml.problems import DocumentError, Problem

ROOT = Path(__file__).parent.parent.parent
DATA = ROOT / "tests" / "data"


@pytest.mark.parametrize("name", ["minimal", "small", "complete"])
def test_the_briefs_for_tests_are_in_order(name: str) -> None:
    brief, method = load_brief(DATA / f"{name}.toml")
    assert brief.format == 1
    assert method.categories


@pytest.mark.parametrize("path", sorted((ROOT / "briefs").glob("*.toml")), ids=lambda path: path.stem)
def test_the_shipped_briefs_are_in_order(path: Path) -> None:
    assert load_document(path).brief.id == path.stem


@pytest.mark.parametrize("path", sorted((ROOT / "briefs" / "methods").glob("*.toml")), ids=lambda path: path.stem)
def test_the_shipped_methods_are_in_order(path: Path) -> None:
    assert load_method(path).id == path.stem


def _keys(shape: shapes.Type, where: str = "") -> dict[str, None]:
    """Return the paths of all keys of a type, without indexes and names."""
    if isinstance(shape, shapes.StructType):
        keys: dict[str, None] = {}
        for field in shape.fields:
            path = f"{where}.{field.encode_name}".lstrip(".")
            keys[path] = None
            keys.update(_keys(field.type, path))
        return keys
    if isinstance(shape, shapes.ListType):
        return _keys(shape.item_type, where)
    if isinstance(shape, shapes.DictType):
        return _keys(shape.value_type, f"{where}.*")
    if isinstance(shape, shapes.UnionType):
        return {key: None for choice in shape.types for key in _keys(choice, where)}
    return {}


def _used(shape: shapes.Type, value: Any, where: str = "") -> set[str]:
    if isinstance(shape, shapes.StructType) and isinstance(value, dict):
        used = set()
        for field in shape.fields:
            if field.encode_name in value:
                path = f"{where}.{field.encode_name}".lstrip(".")
                used |= {path} | _used(field.type, value[field.encode_name], path)
        return used
    if isinstance(shape, shapes.ListType):
        return {key for item in value for key in _used(shape.item_type, item, where)}
    if isinstance(shape, shapes.DictType):
        return {key for item in value.values() for key in _used(shape.value_type, item, f"{where}.*")}
    if isinstance(shape, shapes.UnionType):
        return {key for choice in shape.types for key in _used(choice, value, where) if isinstance(value, (dict, list))}
    return set()


def test_the_complete_brief_uses_every_key_of_the_format() -> None:
    shape = shapes.type_info(Brief)
    used = _used(shape, tomli.loads((DATA / "complete.toml").read_text(encoding="utf-8")))
    # A brief has a method of its own or names one, not both.
    used |= _used(shape, tomli.loads((DATA / "small.toml").read_text(encoding="utf-8"))) & {"brief.method"}
    optional = {key for key in _keys(shape) if key.startswith("method.sources.*.")}
    assert set(_keys(shape)) - used - optional == set()


def test_findings_without_an_id_get_one_from_their_headline(tmp_path: Path) -> None:
    text = (DATA / "minimal.toml").read_text(encoding="utf-8")
    text += '\n[[section]]\nid = "s"\ntitle = "S"\n'
    for headline in (
        "A blogger’s fine: 5%",
        "A blogger's fine: 5%",
        "",
        "Блогер",
        "Été à Klow",
        "a-bloggers-fine-5-3",
        "x" * 80,
        "word " * 30,
    ):
        text += f'[[section.finding]]\nheadline = "{headline}"\ndraft = {"false" if headline else "true"}\n'
    text += '[[section.finding]]\nid = "finding-2"\ndraft = true\n'
    text = text.replace("edition = 2011\n", 'edition = 2011\nkey-findings = ["s/ete-a-klow"]\n')
    path = tmp_path / "brief.toml"
    path.write_text(text, encoding="utf-8")
    brief, __ = load_brief(path)
    assert [finding.id for finding in brief.sections[0].findings] == [
        "a-bloggers-fine-5",
        "a-bloggers-fine-5-2",
        "finding",
        "finding-3",
        "ete-a-klow",
        "a-bloggers-fine-5-3",
        "x" * 48,
        "word-word-word-word-word-word-word-word-word",
        "finding-2",
    ]


@given(st.text())
def test_every_headline_makes_a_name(headline: str) -> None:
    name = slug(headline)
    assert 0 < len(name) <= 48
    assert all(part and part.isascii() and part.isalnum() and part.islower() | part.isdigit() for part in name.split("-"))


def test_a_briefing_has_path_brief_method_and_index() -> None:
    briefing = load(DATA / "small.toml")
    assert briefing.path == str(DATA / "small.toml")
    assert briefing.brief.brief.id == "borduria-2011"
    assert briefing.method.id == "freedom-on-the-net"
    assert [entry.address for entry in briefing.index.entries][:2] == ["introduction/late-start", "access/carrier"]
    assert briefing.index is briefing.index


def test_a_method_beside_the_brief(tmp_path: Path) -> None:
    (tmp_path / "methods").mkdir()
    text = (ROOT / "briefs" / "methods" / "freedom-on-the-net.toml").read_text(encoding="utf-8")
    method = tmp_path / "methods" / "own-method.toml"
    method.write_text(text.replace('id = "freedom-on-the-net"', 'id = "own-method"'), encoding="utf-8")
    brief = tmp_path / "brief.toml"
    brief.write_text((DATA / "small.toml").read_text(encoding="utf-8").replace("freedom-on-the-net", "own-method"), encoding="utf-8")
    assert load(brief).method.id == "own-method"

    method.write_text(text.replace("category", "catagory", 1), encoding="utf-8")
    with pytest.raises(DocumentError) as caught:
        load(brief)
    assert caught.value.name.endswith("own-method.toml")

    # The brief's own faults come first, and nothing follows from those of the method.
    brief.write_text(brief.read_text(encoding="utf-8").replace('country = "XB"', 'country = "xb"'), encoding="utf-8")
    with pytest.raises(DocumentError) as caught:
        load(brief)
    assert caught.value.name == str(brief)
    assert [problem.code for problem in caught.value.problems] == ["wrong-form"]


METHOD = """\
format = 1
[method]
id = "index"
name = "Index"
publisher = "Office"
[[method.category]]
id = "a"
title = "A"
short = "A"
maximum = 100
[[method.scale]]
first = 2009
direction = "0-best"
bands = [{ status = "Free", lowest = 0, highest = 100, tone = "good" }]
cites = ["office"]
[[method.edition]]
year = 2009
country = [{ code = "XA", name = "A", cites = ["office"] }]
[method.sources.office]
type = "web"
title = "T"
"""


@pytest.mark.parametrize(
    ("old", "new", "code", "line"),
    [
        ('"0-best"\n', '"0-best"\n', "", 0),
        ('cites = ["office"]\n[[', 'cites = ["ofice"]\n[[', "no-such-source", 15),
        ('"A", cites = ["office"]', '"A", cites = ["ofice"]', "no-such-source", 18),
        ("year = 2009\n", 'year = 2009\ncites = ["x"]\n', "no-such-source", 18),
        ('{ code = "XA", name = "A", cites', '{ code = "XA", name = "B" }, { code = "XA", name = "A", cites', "duplicate-id", 18),
        ("format = 1", "format = 3", "newer-format", 1),
        ('code = "XA"', 'code = "XAB"', "wrong-form", 18),
    ],
)
def test_faults_of_methods(tmp_path: Path, old: str, new: str, code: str, line: int) -> None:
    assert METHOD.count(old) == 1
    path = tmp_path / "method.toml"
    path.write_text(METHOD.replace(old, new), encoding="utf-8")
    if not code:
        assert load_method(path).id == "index"
        return
    with pytest.raises(DocumentError) as caught:
        load_method(path)
    (problem,) = caught.value.problems
    assert (problem.code, problem.place.line) == (code, line)


@pytest.mark.parametrize(
    ("old", "new", "hint"),
    [
        ('id = "prices"', 'id = "The_Prices"', "write the-prices"),
        ("[sources.later]", "[sources.Whisker-Law]", "write whisker-law"),
        ('id = "prices"', 'id = "Цены"', "write it as in kazakhstan-2011"),
        ('url = "http://lines.example/market"', 'url = "www.lines.example"', "put http:// in front: http://www.lines.example"),
        ('url = "http://lines.example/market"', 'url = ""', "leave the key out where there is no address"),
        ('url = "http://lines.example/market"', 'url = "http://lines.example/a b"', "write %20 for each blank: http://lines.example/a%20b"),
        ('url = "http://lines.example/market"', 'url = "x"', "copy it from the browser's address line"),
        ('country = "XB"', 'country = "xb"', "write XB"),
        ('country = "XB"', 'country = "Borduria"', "write it as in KZ; XA to XZ are free for countries without a code"),
        ('language = "ru"', 'language = "Russian"', "write ru"),
    ],
)
def test_wrong_forms_are_mended_in_the_hint(tmp_path: Path, old: str, new: str, hint: str) -> None:
    text = (DATA / "small.toml").read_text(encoding="utf-8").replace(old, new).replace('cites = ["later"]', 'cites = ["court"]')
    path = tmp_path / "brief.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DocumentError) as caught:
        load_brief(path)
    (problem,) = caught.value.problems
    assert (problem.code, problem.hint) == ("wrong-form", hint)


@pytest.mark.parametrize(
    ("old", "new", "hint"),
    [
        ('[[section.finding]]\nid = "late-start"', '[[section.finding]]\nid = "late-start"\ncategory = "x"', "“category” belongs to [[section]]; move it up, before the first [[section.finding]]"),  # noqa: E501
        ('[[section.finding]]\nid = "late-start"', '[[section.finding]]\nid = "late-start"\ntitle = "x"', "keys that can stand here: id, topic, headline, date, as-of, type, text, cites, questions, draft, headlines, no-actors"),  # noqa: E501
        ('[[section.finding]]\nid = "late-start"', '[[finding]]\nid = "late-start"', "did you mean “[[section.finding]]”?"),
        ('[[section]]\nid = "introduction"\ntitle = "Introduction"\n\n', '[[sections]]\nid = "introduction"\ntitle = "x"\n[[section]]\nid = "introduction"\ntitle = "Introduction"\n', "did you mean “[[section]]”?"),  # noqa: E501
        ("[sources.later]", "[source.later]", "did you mean “[sources.later]”?"),
        ("format = 1\n", 'format = 1\ntitle = "x"\n', "keys that can stand here: format, [brief], [method], [report], [[edition]], [[fact]], [[series]], [[event]], [[actor]], [[section]], [sources.KEY], [unsettled.KEY], [[remark]], [[allow]]"),  # noqa: E501
    ],
)  # fmt: skip
def test_misplaced_keys_and_tables(tmp_path: Path, old: str, new: str, hint: str) -> None:
    text = (DATA / "small.toml").read_text(encoding="utf-8")
    assert text.count(old) == 1
    path = tmp_path / "brief.toml"
    path.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(DocumentError) as caught:
        load_brief(path)
    (problem,) = [problem for problem in caught.value.problems if problem.code == "unknown-key"]
    assert problem.hint == hint


def test_a_clean_brief_pays_for_nothing_that_only_problems_need() -> None:
    program = f"import sys\nfrom kzbrief.brief.load import load_brief\nload_brief({str(DATA / 'small.toml')!r})\nprint(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60)
    loaded = set(done.stdout.split())
    assert not loaded & {"rich", "textual", "difflib", "pathlib", "dataclasses"}
    rare = ("faults", "positions", "scanner", "strings", "syntax", "encodings", "slips", "slips_of_values", "key_hints", "type_hints")
    assert not loaded & {f"kzbrief.toml.{name}" for name in rare}
    assert not loaded & {f"kzbrief.brief.{name}" for name in ("forms", "slugs", "index", "codes", "datehints", "rules.mending")}
    assert "kzbrief.toml.near" not in loaded


_CUT = (DATA / "small.toml").read_text(encoding="utf-8")


@given(
    st.integers(0, len(_CUT)),
    st.integers(0, 40),
    st.sampled_from(["", " ", '"', "x", "[", "]", "\n", "1", "=", "\\", "\x1b", "\u202e", "é"]),
)
def test_damaged_briefs_are_refused_in_an_orderly_way(tmp_path_factory: pytest.TempPathFactory, start: int, size: int, text: str) -> None:
    path = tmp_path_factory.getbasetemp() / "damaged.toml"
    path.write_text(_CUT[:start] + text + _CUT[start + size :], encoding="utf-8")
    problems: tuple[Problem, ...] = ()
    try:
        load(path)
    except DocumentError as error:
        problems = error.problems
    assert list(problems) == in_file_order(list(problems))
    assert all(problem.message for problem in problems)
