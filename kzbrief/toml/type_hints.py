"""What to do about a value of a wrong type, where that is plain."""

from __future__ import annotations

import datetime
import re
from typing import Any

import msgspec.inspect as shapes

from ..i18n import _
from .key_hints import short
from .problems import Path

NUMBERS = (shapes.IntType, shapes.FloatType)
_NOT_GIVEN = ("na", "n.a.", "n.a", "not available", "not given")
_NOTHING = ("", "none", "null", "unknown", "?", "-", "--", "\u2013", "\u2014", "tbd", "nd", "n.d.", "n/a")
_TRUTHS = {"yes": "true", "true": "true", "on": "true", "no": "false", "false": "false", "off": "false"}


def type_hint(shape: shapes.Type, value: Any, path: Path) -> str | None:
    """Return what to do about a value that is not of the type that is wanted; None where nothing is plain."""
    kinds = shape.types if isinstance(shape, shapes.UnionType) else (shape,)
    if isinstance(shape, shapes.ListType):
        return _for_list(shape, value, path)
    if isinstance(shape, shapes.DictType) and not isinstance(shape.value_type, shapes.StructType):
        return _for_pairs(shape, value)
    if isinstance(shape, shapes.DictType) and isinstance(value, list):
        named = next((item for entry in value if isinstance(entry, dict) for item in map(entry.get, ("id", "key", "name")) if item), "NAME")
        header = f"[{_names(path)}.{short(str(named))}]"
        return _("each has its name in its header, in one bracket on each side: {header}").format(header=header)
    if isinstance(shape, shapes.StructType) and not isinstance(value, dict) and isinstance(path[-1], int):
        return _("write {value}").format(value=_example(shape))
    if isinstance(shape, shapes.StructType) and isinstance(value, list):
        return _("its header needs one bracket on each side: {header}").format(header=f"[{_names(path)}]")
    if isinstance(value, str):
        return _for_text(kinds, value)
    if isinstance(value, datetime.date) and any(isinstance(kind, shapes.IntType) for kind in kinds):
        return _("write {value}").format(value=value.year)
    if isinstance(value, float) and value.is_integer() and any(isinstance(kind, shapes.IntType) for kind in kinds):
        return _("write {value}").format(value=int(value))
    wants_text = any(isinstance(kind, (shapes.StrType, shapes.LiteralType)) for kind in kinds)
    if wants_text and isinstance(value, list) and len(value) == 1 and isinstance(value[0], str):
        return _("leave the brackets out: {value}").format(value=f'"{short(value[0])}"')
    if wants_text and isinstance(value, (int, float, datetime.date, datetime.time)) and len(kinds) == 1:
        return _("put it in quotes: {value}").format(value=_quoted(value))
    return None


def missing_hint(shape: shapes.Type, path: Path) -> str:
    """Return how a key that is missing is written."""
    kinds = [kind for kind in shape.types if not isinstance(kind, shapes.NoneType)] if isinstance(shape, shapes.UnionType) else [shape]
    key, kind = path[-1], kinds[0]
    if isinstance(kind, shapes.StructType):
        return _("write {header} and its keys below").format(header=f"[{_names(path)}]")
    if isinstance(kind, shapes.LiteralType):
        values = ", ".join(map(str, kind.values))
        return _("write {line}, one of: {values}").format(line=f'{key} = "…"', values=values)
    if isinstance(kind, NUMBERS):
        return _("write {line}, a number").format(line=f"{key} = …")
    return _("write {line}").format(line=f'{key} = ["…"]' if isinstance(kind, shapes.ListType) else f'{key} = "…"')


def _for_list(shape: shapes.ListType, value: Any, path: Path) -> str | None:
    item = shape.item_type
    if isinstance(item, shapes.StructType):
        header = f"[[{_names(path)}]]"
        if not isinstance(value, dict):
            return None
        names = {field.encode_name: field.type for field in item.fields}
        if value and not names.keys() & value.keys() and not any(isinstance(part, (dict, list)) for part in value.values()):
            return _("write {value}").format(value=f"[{_example(item)}, …]")
        inner = next((key for key in value if isinstance(names.get(key), shapes.ListType)), None)
        if inner and len(value) == 1 and isinstance(value[inner], list):
            return _("write {header} and its keys above the first {inner}").format(header=header, inner=f"[[{_names(path)}.{inner}]]")
        unknown = [key for key in value if key not in names]
        if unknown and all(isinstance(part, (dict, list)) for part in value.values()):
            name = short(unknown[0])
            return _("write {header}; the name stands in it: {line}").format(header=header, line=f'id = "{name}"')
        return _("its header needs two brackets on each side: {header}").format(header=header)
    if isinstance(value, (int, float)) and isinstance(item, NUMBERS):
        return _("put brackets around it: {value}").format(value=f"[{value}]")
    if isinstance(value, str) and isinstance(item, shapes.IntType):
        figures = _numbers(value)
        return _("write it without quotes, in brackets: {value}").format(value=f"[{short(', '.join(figures))}]") if figures else None
    if isinstance(value, str):
        return _("put brackets around it: {value}").format(value=f'["{short(value)}"]')
    if isinstance(value, (int, float, datetime.date)) and isinstance(item, shapes.StrType):
        return _("put it in brackets and quotes: {value}").format(value=f"[{_quoted(value)}]")
    return None


def _numbers(text: str) -> list[str]:
    """Return the numbers that a text names, those of short ranges one by one."""
    figures: list[str] = []
    for found in re.finditer(r"([0-9]{1,6})(?:\s*[-\u2013\u2014]\s*([0-9]{1,6}))?", text):
        first, last = int(found[1]), int(found[2] or found[1])
        figures.extend(map(str, range(first, last + 1)) if first <= last <= first + 30 else filter(None, found.groups()))
    return figures


def _example(shape: shapes.StructType) -> str:
    """Return how a small table is written with the keys that it must have."""
    pairs = (f"{field.encode_name} = {_blank(field.type)}" for field in shape.fields if field.required)
    return f"{{ {', '.join(pairs)} }}"


def _blank(shape: shapes.Type) -> str:
    kinds = shape.types if isinstance(shape, shapes.UnionType) else (shape,)
    return "…" if any(isinstance(kind, NUMBERS) for kind in kinds) else '["…"]' if isinstance(shape, shapes.ListType) else '"…"'


def _for_pairs(shape: shapes.DictType, value: Any) -> str:
    """Return how a table of keys with simple values is written; with the figures that stand there, where figures are wanted."""
    kinds = shape.value_type.types if isinstance(shape.value_type, shapes.UnionType) else (shape.value_type,)
    examples = ['"…"']
    if any(isinstance(kind, NUMBERS) for kind in kinds):
        items = value if isinstance(value, list) else [value]
        examples = [figure for item in items[:4] for figure in re.findall(r"[0-9]+(?:\.[0-9]+)?", str(item))] or ["8", "7"]
    pairs = ", ".join(f"KEY = {example}" for example in examples[:4])
    return _("write keys with their values, in braces: {value}").format(value=f"{{ {short(pairs, 60)} }}")


def _for_text(kinds: tuple[shapes.Type, ...], value: str) -> str | None:
    """Return what to do about a text that should be something else."""
    for kind in kinds:
        if isinstance(kind, shapes.LiteralType):
            near = next((choice for choice in kind.values if str(choice).lower() == value.strip().lower()), None)
            if near is not None:
                return _("write {value}").format(value=f'"{near}"')
            if value.strip().lower() in _NOT_GIVEN and "n/a" in kind.values:
                return _("write {value}").format(value='"n/a"')
    if any(isinstance(kind, NUMBERS) for kind in kinds):
        from .figures import figure

        if value.strip().lower() in _NOTHING:
            return _("leave the key out where there is no figure")
        found = figure(value)
        if found is None or ("." in found.written and not any(isinstance(kind, shapes.FloatType) for kind in kinds)):
            return _("write the figure alone, without quotes")
        message = _("leave the quotes out: {value}") if found.written == value.strip() else _("write the figure alone: {value}")
        return message.format(value=short(found.written))
    if any(isinstance(kind, shapes.BoolType) for kind in kinds):
        truth = _TRUTHS.get(value.strip().lower())
        return _("write {value}, without quotes").format(value=truth) if truth else _("write true or false, without quotes")
    return None


def _quoted(value: Any) -> str:
    return f'"{short(str(value).lower() if isinstance(value, bool) else str(value))}"'


def _names(path: Path) -> str:
    return short(".".join(step for step in path if isinstance(step, str)), 60)
