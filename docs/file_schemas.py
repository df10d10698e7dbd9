"""JSON Schemas of the files that people write, for their editors: `python -m docs.build` writes `schemas/`.

They are made from the classes of the model, with the docstrings below their fields as descriptions. What stands in `schemas/` is shipped
and printed by `kzbrief schema`, since an installed program has no docstrings of fields. Whatever kzbrief accepts they accept, too; what
needs more than one place of a file, as that a source exists, is left to `kzbrief check`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import msgspec
from msgspec import inspect

from kzbrief.brief.method import MethodFile
from kzbrief.brief.model import Brief
from kzbrief.output.theme_format import ThemeFile

from .json_schema import DIALECT
from .schema_parts import ROOT, Schema, docstrings

KINDS: dict[str, tuple[type[msgspec.Struct], str]] = {
    "brief": (Brief, "A brief of kzbrief"),
    "method": (MethodFile, "A method of kzbrief"),
    "theme": (ThemeFile, "A theme of kzbrief"),
}
"""The kinds of files: the class of the root, and a title."""
# An editor shows the pattern that a text does not match: it is short rather than exact, and days that do not exist are left to `check`.
_POINT = r"(\.\.|[0-9]{3}[0-9X](-[0-2][0-9](-[0-3][0-9])?)?[~?%]?)"
_DAY = "^[0-9]{4}-[0-9]{2}-[0-9]{2}"
_DATE: Schema = {
    "title": "Date",
    "description": "As precise as it is known: 2010, 2010-03, 2010-03-12, 2009/2010, 2010-06~.",
    # A text comes first, since it is what is meant; TOML's own dates are of types that JSON does not have, and editors know by `format`.
    "anyOf": [
        {"type": "string", "pattern": f"^{_POINT}?(/{_POINT}?)?$", "minLength": 1},
        {"type": "integer", "minimum": 1000, "maximum": 9999},
        # The pattern is for editors that see texts in them and do not look at `format`.
        {"type": "string", "format": "date", "pattern": _DAY},
        {"type": "string", "format": "date-time", "pattern": _DAY},
        {"type": "string", "format": "date-time-local", "pattern": _DAY},
    ],
}


def pages() -> Iterator[tuple[Path, str]]:
    """Yield each schema: its path, and the text that it should have."""
    for kind in KINDS:
        yield ROOT / "schemas" / f"{kind}.schema.json", json.dumps(schema(kind), indent=2, ensure_ascii=False) + "\n"


def schema(kind: str) -> Schema:
    """Return the schema of a kind of file, with the root in place and every table that it has in `$defs`."""
    root, title = KINDS[kind]
    found: Schema = {}
    whole = _table(root, found)
    whole["properties"]["format"] = {**whole["properties"]["format"], "const": 1}
    # Read by Tombi, passed over by others: kzbrief reads TOML 1.1.
    head = {"$schema": DIALECT, "title": title, "x-tombi-toml-version": "v1.1.0"}
    return {**head, **whole, "$defs": {name: found[name] for name in sorted(found)}}


def _table(kind: type, found: Schema) -> Schema:
    """Return the schema of a table; those of the tables in it are put into `found`, by the names of their classes."""
    meanings = docstrings(kind)
    properties: Schema = {}
    needed = []
    for item in inspect.type_info(kind).fields:  # type: ignore[attr-defined]
        made = _type(item.type, found)
        if meaning := meanings.get(item.name):
            made = {"description": meaning, **{key: value for key, value in made.items() if key != "description"}}
        if isinstance(item.default, (str, bool, int)) and item.default != "":
            made["default"] = item.default
        if item.required:
            needed.append(item.encode_name)
        properties[item.encode_name] = made
    said = (kind.__doc__ or "").split("\n")[0]
    _, colon, rest = said.partition("`: ")
    said = rest[:1].upper() + rest[1:] if colon else said
    return {
        "type": "object",
        "description": said,
        **({"required": needed} if needed else {}),
        "additionalProperties": False,
        "properties": properties,
    }


def _type(kind: inspect.Type, found: Schema) -> Schema:
    """Return the schema of a type of the model; what is None in the model is absent in a file."""
    match kind:
        case inspect.Metadata():
            return _type(kind.type, found)
        case inspect.UnionType():
            kinds = [_type(item, found) for item in kind.types if not isinstance(item, inspect.NoneType)]
            numbers = [item for item in kinds if item.get("type") in ("integer", "number")]
            if len(numbers) == 2:
                kinds = [{"type": "number"}, *(item for item in kinds if item not in numbers)]
            return kinds[0] if len(kinds) == 1 else {"anyOf": kinds}
        case inspect.StrType():
            pattern = {"pattern": kind.pattern.replace(r"\Z", "$")} if kind.pattern else {}
            return {"type": "string", **pattern, **({"minLength": kind.min_length} if kind.min_length else {})}
        case inspect.IntType():
            return {"type": "integer"}
        case inspect.FloatType():
            return {"type": "number"}
        case inspect.BoolType():
            return {"type": "boolean"}
        case inspect.LiteralType():
            return {"type": "string", "enum": list(kind.values)}
        case inspect.ListType():
            least = {"minItems": kind.min_length} if kind.min_length else {}
            return {"type": "array", "items": _type(kind.item_type, found), **least}
        case inspect.DictType():
            values = _type(kind.value_type, found)
            if named := _type(kind.key_type, found).get("pattern"):
                return {"type": "object", "patternProperties": {named: values}, "additionalProperties": False}
            return {"type": "object", "additionalProperties": values}
        case inspect.StructType():
            name = kind.cls.__name__
            if name not in found:
                found[name] = {}
                found[name] = {"title": name, **_table(kind.cls, found)}
            return {"$ref": f"#/$defs/{name}"}
        case inspect.CustomType():
            found["Date"] = _DATE
            return {"$ref": "#/$defs/Date"}
    raise TypeError(f"no schema for {kind}")
