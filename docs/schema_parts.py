"""What the JSON Schema of output is put together from: kinds of values, and tables made from the classes of the model."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Any

import msgspec
from msgspec import inspect

ROOT = Path(__file__).resolve().parent.parent
Schema = dict[str, Any]
TEXT: Schema = {"type": "string"}
COUNT: Schema = {"type": "integer", "minimum": 0}
FLAG: Schema = {"type": "boolean"}
DATE: Schema = {"type": "string", "description": "date in EDTF, level 1"}
SCORE: Schema = {"type": ["number", "string", "null"], "description": "points as published; `n/a` as printed; null where not known"}


def struct(kind: type[msgspec.Struct], **others: Schema) -> Schema:
    """Return a table of the model as it is printed: every key there, null where nothing is known; `others` are added or changed."""
    meanings = docstrings(kind)
    fields = inspect.type_info(kind).fields  # type: ignore[attr-defined]
    properties = {}
    for item in fields:
        made = _type(item.type)
        if meaning := meanings.get(item.name):
            made = {**made, "description": meaning}
        properties[item.name] = made
    return table({**properties, **others}, (kind.__doc__ or "").split(": ", 1)[-1].split("\n")[0].rstrip("."))


def _type(found: inspect.Type) -> Schema:
    """Return the schema of a type of the model."""
    match found:
        case inspect.UnionType():
            kinds = [_type(item) for item in found.types if not isinstance(item, inspect.NoneType)]
            made = kinds[0] if len(kinds) == 1 else _one_of(kinds)
            return or_null(made) if found.includes_none else made
        case inspect.StrType():
            return dict(TEXT)
        case inspect.IntType():
            return {"type": "integer"}
        case inspect.FloatType():
            return {"type": "number"}
        case inspect.BoolType():
            return dict(FLAG)
        case inspect.LiteralType():
            return {"enum": list(found.values)}
        case inspect.ListType():
            return {"type": "array", "items": _type(found.item_type)}
        case inspect.DictType():
            return {"type": "object", "additionalProperties": _type(found.value_type)}
        case inspect.StructType():
            return struct(found.cls)
        case inspect.CustomType():
            return dict(DATE)
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


def table(properties: Schema, description: str = "") -> Schema:
    """Return a table of which every key is always there."""
    said = {"description": description} if description else {}
    return {"type": "object", **said, "required": list(properties), "properties": properties}


def array(items: Schema, description: str = "") -> Schema:
    """Return a list of such items."""
    return {"type": "array", **({"description": description} if description else {}), "items": items}


def or_null(found: Schema) -> Schema:
    """Return what may also be null."""
    if isinstance(found.get("type"), str):
        return {**found, "type": [found["type"], "null"]}
    if "enum" in found:
        return {**found, "enum": [*found["enum"], None]}
    return {"anyOf": [*found.get("anyOf", [found]), {"type": "null"}]}


def described(description: str, **kind: Any) -> Schema:
    """Return a text, or another kind, with a description."""
    return {"description": description, **(kind or TEXT)}


def ref(name: str) -> Schema:
    """Return a reference to what has a name in `$defs`."""
    return {"$ref": f"#/$defs/{name}"}
