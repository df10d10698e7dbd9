"""What to do about a key or a table that is not known where it stands: near names, the table it belongs to, all keys there are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import msgspec.inspect as shapes

from ..i18n import _
from .places import Places
from .problems import Path


class Level(NamedTuple):
    """A table that is open while another one in it is looked at."""

    shape: shapes.StructType
    path: Path


def header(path: Path) -> str:
    """Return how the table at a path is written, as in `[report]` or `[[section.finding]]`; the root has no name."""
    names = [str(step) for step in path if isinstance(step, str)]
    if not names:
        return _("the top level")
    name = short(".".join(names), 60)
    return f"[[{name}]]" if isinstance(path[-1], int) else f"[{name}]"


def where(path: Path) -> str:
    """Return where a table is, as in `in [report]` or `at the top level`."""
    return _("in {table}").format(table=header(path)) if path else _("at the top level")


def short(text: str, most: int = 40) -> str:
    """Return a text in one line, cut where it is long."""
    text = " ".join(text.split())
    return text if len(text) <= most else text[: most - 1] + "…"


def key_hint(places: Places, levels: Sequence[Level], key: str, value: Any, taken: dict[str, Any]) -> str | None:
    """Return what to do about an unknown key of the innermost level; `taken` has the keys that stand there."""
    *above, (shape, path) = levels
    names = [field.encode_name for field in shape.fields]
    is_table = isinstance(value, dict) or (isinstance(value, list) and any(isinstance(item, dict) for item in value))
    owner = next((level for level in reversed(above) if _has(level.shape, key)), None)
    # A table that has the key was hardly meant to get it once more.
    if not is_table and owner and not places.positions.key((*owner.path, key)):
        return _belongs(key, owner.path, path)
    head, dot, __ = key.partition(".")
    if dot and _has(levels[0].shape, head):
        return _("write the header without quotes: {header}").format(header=f"[{short(key)}]")
    inner = [header for header, below in _below(shape, path) if _has(below, key)]
    if len(inner) == 1 and not (is_table and key in dict(_tables(levels[0].shape, ()))):
        return _("“{key}” belongs to {table}").format(key=short(key), table=inner[0])
    # What stands there already was hardly meant once more.
    near = places.near(key, [name for name in names if name not in taken]) or places.near(key, names)
    if near is not None:
        return _("did you mean “{name}”?").format(name=_written(shape, path, near, value) if is_table else near)
    if is_table:
        tables = dict(_tables(levels[0].shape, ()))
        near = places.near(key, tables)
        if near is not None:
            return _("did you mean “{name}”?").format(name=tables[near])
    # Only the top level is made of tables with headers; elsewhere keys are written as keys.
    keys = [_written(shape, path, name) if not path else name for name in names]
    return _("keys that can stand here: {keys}").format(keys=", ".join(keys)) if keys else None


def _has(shape: shapes.StructType, key: str) -> bool:
    return any(field.encode_name == key for field in shape.fields)


def _below(shape: shapes.StructType, path: Path) -> Iterator[tuple[str, shapes.StructType]]:
    """Yield the tables below one that have headers of their own, each with its header."""
    names = ".".join(str(step) for step in path if isinstance(step, str))
    for field in shape.fields:
        name = f"{names}.{field.encode_name}" if names else field.encode_name
        written = _header_of(field.type, name)
        if written is not None and not written.endswith(".KEY]"):
            for inner in _structs(field.type):
                yield written, inner


def _belongs(key: str, owner: Path, path: Path) -> str:
    """Return that a key is one of a table above, which ends where the next header stands."""
    if not owner:
        return _("“{key}” belongs to the top level; move it up, before the first table").format(key=key)
    message = _("“{key}” belongs to {table}; move it up, before the first {inner}")
    return message.format(key=key, table=header(owner), inner=header(path))


def _written(shape: shapes.StructType, path: Path, name: str, value: Any = None) -> str:
    """Return how a key is written: a table by its header."""
    kind = next(field.type for field in shape.fields if field.encode_name == name)
    names = ".".join((*(str(step) for step in path if isinstance(step, str)), name))
    key = short(next(iter(value), "KEY")) if isinstance(value, dict) else "KEY"
    return _header_of(kind, names, key) or name


def _header_of(kind: shapes.Type, names: str, key: str = "KEY") -> str | None:
    if isinstance(kind, shapes.UnionType):
        return next((found for choice in kind.types if (found := _header_of(choice, names, key))), None)
    if isinstance(kind, shapes.StructType):
        return f"[{names}]"
    if isinstance(kind, shapes.ListType) and isinstance(kind.item_type, shapes.StructType):
        return f"[[{names}]]"
    if isinstance(kind, shapes.DictType) and isinstance(kind.value_type, shapes.StructType):
        return f"[{names}.{key}]"
    return None


def _tables(shape: shapes.StructType, names: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Yield the name and the header of every table below one, outer ones last, so that they count where names are the same."""
    found = []
    for field in shape.fields:
        path = (*names, field.encode_name)
        written = _header_of(field.type, ".".join(path))
        if written is None:
            continue
        found.append((field.encode_name, written))
        for inner in _structs(field.type):
            # Below tables with names of their own, headers would need those names.
            if not written.endswith(".KEY]"):
                yield from _tables(inner, path)
    yield from found


def _structs(kind: shapes.Type) -> Iterator[shapes.StructType]:
    if isinstance(kind, shapes.UnionType):
        for choice in kind.types:
            yield from _structs(choice)
    elif isinstance(kind, shapes.StructType):
        yield kind
    elif isinstance(kind, shapes.ListType):
        yield from _structs(kind.item_type)
