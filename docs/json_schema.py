"""The JSON Schema of what `--format json` prints: `python -m docs.json_schema` writes schemas/output.schema.json.

What comes from the tables of a brief is made from the classes of the model, with their docstrings; the rest is written here. A test
holds the file against this module, and validates what every command prints against it with no key unknown and none missing.
"""

from __future__ import annotations

import ast
import json
from pathlib import Path
from typing import Any, get_args

import msgspec
from msgspec import inspect

from kzbrief.brief import method, model, work
from kzbrief.brief.search.query import KINDS

ROOT = Path(__file__).resolve().parent.parent
PATH = ROOT / "schemas" / "output.schema.json"
Schema = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
COMMANDS = ("summary", "section", "findings", "sources", "evidence", "standing", "compare", "list", "search", "check")
"""What is printed, by its name in `$defs`: `section` is `summary --section`, `findings` `summary BRIEF#FINDING`."""
_TEXT: Schema = {"type": "string"}
_COUNT: Schema = {"type": "integer", "minimum": 0}
_FLAG: Schema = {"type": "boolean"}
_DATE: Schema = {"type": "string", "description": "date in EDTF, level 1"}
_SCORE: Schema = {"type": ["number", "string", "null"], "description": "points as published; `n/a` as printed; null where not known"}


def schema() -> Schema:
    """Return the schema: what any of the commands prints, each by itself in `$defs`."""
    return {
        "$schema": DIALECT,
        "title": "What kzbrief prints with --format json",
        "description": "Described in docs/json.md. Keys are added in later versions, never renamed; a schema of an earlier version holds.",
        "anyOf": [_ref(name) for name in COMMANDS],
        "$defs": {**_commands(), **_parts()},
    }


def text() -> str:
    """Return the schema as it stands in its file."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


def strict(found: Any) -> Any:
    """Return a schema that allows no key which it does not name; for tests, since readers of JSON must allow new ones."""
    if isinstance(found, list):
        return [strict(item) for item in found]
    if not isinstance(found, dict):
        return found
    made = {key: strict(value) for key, value in found.items()}
    return {**made, "additionalProperties": False} if "properties" in found and "additionalProperties" not in found else made


def _commands() -> Schema:
    head = {"kzbrief": _said("version of the program"), "format": _said("version of the format of briefs", type="integer")}
    head = {**head, "brief": _ref("heading"), "method": _ref("method")}
    works = {"sources": _list(_ref("source")), "unsettled": _list(_ref("unsettled"))}
    return {
        "summary": _table(
            {
                **head,
                "report": _ref("report"),
                "scale": _ref("scale"),
                "score": _ref("edition"),
                "previous": _or_null(_ref("edition")),
                "later": _list(_ref("later_edition")),
                "later_status": _or_null(_table({"status": _TEXT, "since": {"type": "integer"}, "not_found": _list({"type": "integer"})})),
                "facts": _list(_ref("fact")),
                "key_findings": _list(_TEXT, "addresses of findings"),
                "sections": _list(_ref("section_table")),
                **works,
                "remarks": _list(_ref("remark")),
                "series": _list(_ref("series")),
                "events": _list(_ref("event")),
                "actors": _list(_ref("actor")),
                "evidence": _evidence(),
            },
            "a whole brief: `summary --format json`",
        ),
        "section": _table({**head, "section": _ref("section_table"), **works}, "a section: `summary --section ID --format json`"),
        "findings": _table(
            {
                **head,
                "findings_in_brief": _said("of which `findings` are an extract", **_COUNT),
                "findings": _list(_ref("finding")),
                **works,
            },
            "findings by address: `summary BRIEF#FINDING --format json`",
        ),
        "sources": _table({**head, **works}, "works: `sources --format json`"),
        "evidence": _weighing(head),
        "standing": _standing(head),
        "compare": _comparison(head),
        "list": _table(
            {"kzbrief": _TEXT, "briefs": _list(_ref("listed")), "broken": _list(_ref("broken"))}, "briefs at hand: `list --format json`"
        ),
        "search": _table(
            {"kzbrief": _TEXT, "query": _TEXT, "count": _COUNT, "found": _list(_ref("found"))}, "what was found: `search --format json`"
        ),
        "check": _table(
            {
                "kzbrief": _TEXT,
                "files": _list(_TEXT),
                "problems": _list(_ref("problem")),
                "counts": _table(dict.fromkeys(("errors", "warnings", "notes", "findings", "drafts"), _COUNT), "numbers over all files"),
            },
            "problems: `check --format json`",
        ),
    }


def _standing(head: Schema) -> Schema:
    whole: Schema = {"type": "integer"}
    place = _or_null({"type": "integer", "description": "from the freest country on, from 1"})
    codes = _list({"type": "string", "description": "code of a country"})
    country = {"code": _TEXT, "name": _TEXT, "total": _SCORE, "status": _or_null(_TEXT), "place": place, "shared_by": whole}
    previous = {"year": whole, "countries_in_edition": whole, "included": {"type": "boolean"}, "total": _SCORE, "place": place}
    return _table(
        {
            **head,
            "scale": _ref("scale"),
            "countries_in_edition": whole,
            "totals_known": whole,
            "place": place,
            "shared_with": codes,
            "place_between": _or_null(_list(whole, "first and last place possible where sources disagree")),
            "disputed_totals_of": codes,
            "countries": _list(
                _table({**country, "cites": _list(_TEXT), "disputed": _list(_table({"total": {"type": "number"}, "cites": _list(_TEXT)}))})
            ),
            "previous": _or_null(_table(previous)),
        },
        "where a country stands: `standing --format json`",
    )


def _comparison(head: Schema) -> Schema:
    whole: Schema = {"type": "integer"}
    scores = {"type": "object", "additionalProperties": _SCORE, "description": "by category"}
    away = _said("points from the best end of the scale; nobody has published it", type=["number", "null"])
    side = {
        **head,
        "scale": _ref("scale"),
        "total": _SCORE,
        "status": _or_null(_TEXT),
        "doubts": _list(_TEXT, "what other sources give, and what is remarked on the total"),
        "scores": scores,
        "distance_from_best_derived": away,
    }
    better = _said("null where the totals must not be subtracted", type=["number", "null"])
    shared = _list(_table({"name": _TEXT, "briefs": _list(_TEXT, "ids of briefs")}))
    outside = _said("whether it is from outside the report", type="boolean")
    fact = _table({**_struct(model.Fact)["properties"], "outside": outside, "remarks": _list(_TEXT)})
    by_side = "a list for each side, in their order"
    return _table(
        {
            "kzbrief": _TEXT,
            "relation": {"enum": ["same-edition", "same-scale", "turned", "other-scale", "other-method"]},
            "caveats": _list(_TEXT, "how the scores may be compared"),
            "sides": _list(_table(side)),
            "changes": _list(_table({"earlier": whole, "later": whole, "points_better_derived": better})),
            "steps": _list(_table({"earlier": whole, "later": whole, "points_better_derived": better, "outside": {"type": "boolean"}})),
            "facts": _list(_table({"kind": _TEXT, "rows": _list(_list(fact), by_side)})),
            "findings": _list(_table({"type": _TEXT, "addresses": _list(_list(_TEXT), by_side)})),
            "actors": shared,
            "works": shared,
        },
        "briefs side by side: `compare --format json`",
    )


def _weighing(head: Schema) -> Schema:
    whole: Schema = {"type": "integer"}
    kinds = ["none", "one", "several", "old", "undated", "unsettled", "stance", "language", "work"]
    value = _or_null({"type": "string", "description": "which stance, language or work"})
    alone = _or_null({"type": "integer", "description": "of a stance: findings that rest on nothing else"})
    measure = {"kind": {"enum": kinds}, "value": value, "count": whole, "alone": alone, "findings": _list(_TEXT, "addresses")}
    group = {"section": _or_null(_TEXT), "findings": whole, "measures": _list(_table(measure))}
    return _table({**head, "weighing": _list(_table(group))}, "what findings rest on: `summary --evidence --format json`")


def _parts() -> Schema:
    heading = _struct(model.Heading, method=_TEXT)
    short_heading = {key: value for key, value in heading["properties"].items() if key != "key_findings"}
    remarks = {"remarks": _list(_TEXT)}
    cited = {"reference": _said("in full, as text"), "cited_in": _list(_TEXT, "addresses of findings")}
    labelled = {
        "key": _TEXT,
        "label": _said("number in brackets"),
        "outside": _said("whether from outside the report", type="boolean"),
        "origin": {
            "enum": ["report", "note", "outside", "collected"],
            "description": "the report itself, cited in a note, from outside, or collected for the brief where no notes are known",
        },
    }
    stance = {"stance": {"enum": [*get_args(work.Stance), "publisher"], "description": "who speaks; `publisher` is that of the report"}}
    listed = {
        "name": _said("name of its file"),
        "path": _TEXT,
        "opens": _said("whether that name opens it, and no other brief of the same name", type="boolean"),
    }
    scores = {"scores": {"type": "object", "additionalProperties": _SCORE, "description": "by category"}}
    return {
        "heading": _table(short_heading, "what the brief is about"),
        "method": _table(
            {"id": _TEXT, "name": _TEXT, "publisher": _TEXT, "categories": _list(_struct(method.Category))}, "the method of the index"
        ),
        "report": _struct(model.Report, reference=_TEXT),
        "scale": _table(
            {
                "lowest": {"type": "integer"},
                "highest": {"type": "integer"},
                "direction": {"enum": ["0-best", "100-best"]},
                "bands": _list(_table({"status": _TEXT, "lowest": {"type": "integer"}, "highest": {"type": "integer"}})),
            },
            "how a total is to be read",
        ),
        "edition": _struct(model.Edition, **scores, **remarks),
        "later_edition": _struct(model.Edition, **scores, **remarks, scale=_ref("scale")),
        "fact": _struct(model.Fact, **remarks),
        "section_table": _table(
            {
                "id": _TEXT,
                "title": _TEXT,
                "titles": {"type": "object", "additionalProperties": _TEXT, "description": "in other languages, by their tags"},
                "category": _or_null(_TEXT),
                "findings": _list(_ref("finding")),
            },
            "a section",
        ),
        "finding": _finding(),
        "source": _table({**labelled, **_struct(work.Source)["properties"], **stance, **cited}, "a work"),
        "unsettled": _table({**labelled, **_struct(model.Unsettled)["properties"], **cited}, "a short reference that fits several works"),
        "remark": _struct(model.Remark),
        "series": _struct(model.Series),
        "event": _struct(model.Event),
        "actor": _struct(model.Actor),
        "found": _table(
            {
                "brief": _said("name of its file"),
                "path": _TEXT,
                "country": _TEXT,
                "edition": {"type": "integer"},
                "kind": {"enum": list(KINDS)},
                "place": _said("in the brief, as `read --at` takes it"),
                "address": _said("brief and place, as `read` takes them"),
                "section": _or_null(_TEXT),
                "texts": _list(
                    _table(
                        {
                            "text": _TEXT,
                            "language": _or_null(_TEXT),
                            "found": _list(
                                {"type": "array", "items": _COUNT, "minItems": 2, "maxItems": 2, "description": "from, to, in characters"}
                            ),
                        }
                    )
                ),
            },
            "a place that has the words",
        ),
        "listed": _table(
            {
                **listed,
                **heading["properties"],
                "score": _ref("edition"),
                "scale": _ref("scale"),
                "findings": _COUNT,
                "works": _COUNT,
            }
        ),
        "broken": _table(
            {
                **listed,
                "problem": _table(
                    {
                        "file": _said("that of the brief or of its method"),
                        "line": _said("from 1; 0 is the whole file", **_COUNT),
                        "column": _said("from 1, in characters", **_COUNT),
                        "code": _TEXT,
                        "message": _TEXT,
                        "hint": _or_null(_TEXT),
                        "problems": _said("problems altogether", **_COUNT),
                    },
                    "the first problem",
                ),
            }
        ),
        "problem": _table(
            {
                "file": _TEXT,
                "line": _said("from 1; 0 is the whole file", **_COUNT),
                "column": _said("from 1, in characters", **_COUNT),
                "length": _said("in characters", **_COUNT),
                "severity": {"enum": ["error", "warning", "note"]},
                "code": _TEXT,
                "message": _TEXT,
                "hint": _or_null(_TEXT),
                "path": {"type": "array", "items": {"type": ["string", "integer"]}, "description": "keys and indexes to the value"},
            }
        ),
    }


def _finding() -> Schema:
    from_model = _struct(model.Finding)["properties"]
    kept = ("id", "topic", "headline", "headlines", "text", "type", "date", "as_of", "questions", "draft")
    citation = {"key": _TEXT, "label": _TEXT, "note": _or_null({"type": "integer"}), "locator": _or_null(_TEXT)}
    made: Schema = {"address": _said("`section/finding`"), **{name: from_model[name] for name in kept}}
    return _table({**made, "citations": _list(_table(citation)), "remarks": _list(_TEXT)}, "a finding")


def _evidence() -> Schema:
    counts = ("findings", "uncited", "works", "outside", "undated", "notes", "unsettled_notes")
    by_name: Schema = {"type": "object", "additionalProperties": _COUNT}
    return _table({**dict.fromkeys(counts, _COUNT), "languages": by_name, "stances": by_name}, "counts")


def _struct(kind: type[msgspec.Struct], **others: Schema) -> Schema:
    """Return a table of the model as it is printed: every key there, null where nothing is known; `others` are added or changed."""
    meanings = docstrings(kind)
    fields = inspect.type_info(kind).fields  # type: ignore[attr-defined]
    properties = {}
    for item in fields:
        made = _type(item.type)
        if meaning := meanings.get(item.name):
            made = {**made, "description": meaning}
        properties[item.name] = made
    return _table({**properties, **others}, (kind.__doc__ or "").split(": ", 1)[-1].split("\n")[0].rstrip("."))


def _type(found: inspect.Type) -> Schema:
    """Return the schema of a type of the model."""
    match found:
        case inspect.UnionType():
            kinds = [_type(item) for item in found.types if not isinstance(item, inspect.NoneType)]
            made = kinds[0] if len(kinds) == 1 else _one_of(kinds)
            return _or_null(made) if found.includes_none else made
        case inspect.StrType():
            return dict(_TEXT)
        case inspect.IntType():
            return {"type": "integer"}
        case inspect.FloatType():
            return {"type": "number"}
        case inspect.BoolType():
            return dict(_FLAG)
        case inspect.LiteralType():
            return {"enum": list(found.values)}
        case inspect.ListType():
            return {"type": "array", "items": _type(found.item_type)}
        case inspect.DictType():
            return {"type": "object", "additionalProperties": _type(found.value_type)}
        case inspect.StructType():
            return _struct(found.cls)
        case inspect.CustomType():
            return dict(_DATE)
        case inspect.Metadata():
            return _type(found.type)
    raise TypeError(f"no schema for {found}")


def _one_of(kinds: list[Schema]) -> Schema:
    """Return a choice; one of numbers is a number."""
    numbers = [kind for kind in kinds if kind.get("type") in ("integer", "number")]
    others = [kind for kind in kinds if kind not in numbers]
    return {"anyOf": [{"type": "number"}, *others]} if others else {"type": "number"}


def docstrings(kind: type) -> dict[str, str]:
    """Return what stands below the fields of a class and of those that it comes from."""
    found: dict[str, str] = {}
    for base in reversed(kind.__mro__):
        if not base.__module__.startswith("kzbrief."):
            continue
        path = ROOT / (base.__module__.replace(".", "/") + ".py")
        tree = ast.parse(path.read_text(encoding="utf-8"))
        node = next(node for node in tree.body if isinstance(node, ast.ClassDef) and node.name == base.__name__)
        for item, following in zip(node.body, node.body[1:], strict=False):
            if isinstance(item, ast.AnnAssign) and isinstance(item.target, ast.Name) and isinstance(following, ast.Expr):
                found[item.target.id] = " ".join(str(ast.literal_eval(following.value)).split())
    return found


def _table(properties: Schema, description: str = "") -> Schema:
    """Return a table of which every key is always there."""
    said = {"description": description} if description else {}
    return {"type": "object", **said, "required": list(properties), "properties": properties}


def _list(items: Schema, description: str = "") -> Schema:
    return {"type": "array", **({"description": description} if description else {}), "items": items}


def _or_null(found: Schema) -> Schema:
    if isinstance(found.get("type"), str):
        return {**found, "type": [found["type"], "null"]}
    if "enum" in found:
        return {**found, "enum": [*found["enum"], None]}
    return {"anyOf": [*found.get("anyOf", [found]), {"type": "null"}]}


def _said(description: str, **kind: Any) -> Schema:
    return {"description": description, **(kind or _TEXT)}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


if __name__ == "__main__":
    PATH.write_text(text(), encoding="utf-8")
