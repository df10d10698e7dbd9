"""All faults of data that does not fit the Structs of a format: msgspec stops at the first, a person wants to mend them together."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from typing import Any, TypeVar, cast

import msgspec.inspect as shapes

from ..i18n import N_, _
from .convert import Forms, Hook
from .key_hints import Level, key_hint, short, where
from .places import Places
from .problems import Path, Problem
from .type_hints import NUMBERS, missing_hint, type_hint

T = TypeVar("T")

_WRONG = object()
"""Stands for a value that could not be used."""

_FOUND = (
    (bool, N_("true or false")),
    (str, N_("a text")),
    (int, N_("a whole number")),
    (float, N_("a number")),
    (list, N_("a list")),
    (dict, N_("a table")),
    (datetime.date, N_("a date")),
    (datetime.time, N_("a time")),
)


def examine(data: dict[str, Any], kind: type[T], hook: Hook, forms: Forms, places: Places, found: list[Problem], refusal: str) -> T:
    """Add all faults of the data to `found` and return what could be understood; `refusal` is msgspec's own message."""
    examiner = _Examiner(hook, forms, places)
    result = examiner.table(cast(shapes.StructType, shapes.type_info(kind)), data, ())
    found.extend(examiner.problems or [Problem("wrong-value", refusal)])
    return cast(T, result)


class _Examiner:
    def __init__(self, hook: Hook, forms: Forms, places: Places) -> None:
        self.hook = hook
        self.forms = forms
        self.places = places
        self.problems: list[Problem] = []
        self.levels: list[Level] = []
        """The table that is looked at, behind those it stands in."""

    def report(self, code: str, message: str, path: Path, hint: str | None = None, *, key: bool = False) -> Any:
        self.problems.append(self.places.problem(code, message, path, hint=hint, key=key))
        return _WRONG

    def table(self, shape: shapes.StructType, data: dict[str, Any], path: Path) -> Any:
        """Return the Struct for a table, complete as far as possible."""
        fields = {field.encode_name: field for field in shape.fields}
        values = {}
        self.levels.append(Level(shape, path))
        for key in data:
            if key not in fields:
                message = _("there is no key “{key}” {where}").format(key=short(key), where=where(path))
                self.report("unknown-key", message, (*path, key), key_hint(self.places, self.levels, key, data[key], data), key=True)
        meant = self.misspelt(fields, data)
        for key, field in fields.items():
            value = _WRONG
            if key in data and isinstance(data[key], dict) and self.stands_elsewhere(field.type, key, data, fields):
                continue
            if key in data:
                value = self.value(field.type, data[key], (*path, key))
            elif key in meant:
                count = len(self.problems)
                value = self.value(field.type, data[meant[key]], (*path, meant[key]))
                if not field.required and len(self.problems) > count:
                    # Who wrote it may have meant something else.
                    del self.problems[count:]
                    value = _WRONG
            elif field.required:
                message = _("the key “{key}” is missing {where}").format(key=key, where=where(path))
                self.report("missing-key", message, (*path, key), missing_hint(field.type, (*path, key)))
            if value is not _WRONG:
                values[field.name] = value
            elif field.required:
                values[field.name] = _blank(field.type)
        self.levels.pop()
        return shape.cls(**values)

    def stands_elsewhere(self, shape: shapes.Type, key: str, data: dict[str, Any], fields: dict[str, shapes.Field]) -> bool:
        """Return whether the tables that a table belongs above stand under a key that is misspelt, which has been reported."""
        if not isinstance(shape, shapes.ListType) or not all(isinstance(item, (dict, list)) for item in data[key].values()):
            return False
        return any(isinstance(data[name], list) and self.places.near(name, [key]) for name in data if name not in fields)

    def misspelt(self, fields: dict[str, shapes.Field], data: dict[str, Any]) -> dict[str, str]:
        """Return the keys that were probably meant for those that are not there, so that nothing follows from a slip in writing one."""
        missing = [key for key in fields if key not in data]
        unknown = [key for key in data if key not in fields] if missing else []
        return {near: key for key in reversed(unknown) if (near := self.places.near(key, missing))}

    def value(self, shape: shapes.Type, value: Any, path: Path) -> Any:
        """Return what a value becomes; `_WRONG` where nothing can be made of it."""
        if isinstance(shape, shapes.StructType):
            return self.table(shape, value, path) if isinstance(value, dict) else self.wrong(shape, value, path)
        if isinstance(shape, shapes.ListType):
            return self.list(shape, value, path) if isinstance(value, list) else self.wrong(shape, value, path)
        if isinstance(shape, shapes.DictType):
            return self.dict(shape, value, path) if isinstance(value, dict) else self.wrong(shape, value, path)
        if isinstance(shape, shapes.CustomType):
            return self.custom(shape, value, path)
        if isinstance(shape, shapes.StrType):
            return self.text(shape, value, path) if isinstance(value, str) else self.wrong(shape, value, path)
        if isinstance(shape, shapes.LiteralType):
            return value if value in shape.values else self.choice(shape, value, path)
        if isinstance(shape, shapes.UnionType):
            return self.union(shape, value, path)
        return value if _is(shape, value) else self.wrong(shape, value, path)

    def union(self, shape: shapes.UnionType, value: Any, path: Path) -> Any:
        choices = [choice for choice in shape.types if not isinstance(choice, shapes.NoneType)]
        if len(choices) == 1:
            return self.value(choices[0], value, path)
        if any(_is(choice, value) for choice in choices):
            return value
        for choice in choices:
            if isinstance(choice, shapes.StructType) and isinstance(value, dict):
                return self.table(choice, value, path)
        for choice in choices:
            if isinstance(choice, shapes.LiteralType) and isinstance(value, str):
                message = _("expected {expected}, found “{value}”").format(expected=_expected(shape), value=short(value))
                return self.report("wrong-type", message, path, type_hint(shape, value, path))
        return self.wrong(shape, value, path)

    def list(self, shape: shapes.ListType, value: list[Any], path: Path) -> Any:
        if shape.min_length and len(value) < shape.min_length:
            if len(value) == 0:
                self.report("empty", _("the list “{key}” is empty").format(key=path[-1]), path)
            else:
                message = _("the list “{key}” needs at least {count} entries").format(key=path[-1], count=shape.min_length)
                self.report("too-short", message, path)
        items = []
        for index, item in enumerate(value):
            result = self.value(shape.item_type, item, (*path, index))
            # Something must stand there, or the places of those behind it would be wrong.
            items.append(_blank(shape.item_type) if result is _WRONG else result)
        return items

    def dict(self, shape: shapes.DictType, value: dict[str, Any], path: Path) -> Any:
        items = {}
        names = {field.encode_name for field in shape.value_type.fields} if isinstance(shape.value_type, shapes.StructType) else set()
        misplaced = [key for key, item in value.items() if key in names and not isinstance(item, dict)]
        if misplaced:
            # The keys of one table stand where tables with names should.
            table = short(str(path[-1]))
            message = _("each table of “{key}” needs a name of its own").format(key=table)
            hint = _("write the name into the header: {header}").format(header=f"[{table}.NAME]")
            self.report("wrong-type", message, path, hint, key=True)
            value = {key: item for key, item in value.items() if key not in misplaced}
        for key, item in value.items():
            if (
                names
                and isinstance(item, dict)
                and item
                and not names & item.keys()
                and all(isinstance(part, dict) for part in item.values())
            ):
                # A dot parts what was meant as one name.
                for part in item:
                    message = _("a dot stands in the name “{name}”").format(name=short(f"{key}.{part}"))
                    hint = _("write a hyphen: {header}").format(header=f"[{short(str(path[-1]))}.{short(f'{key}-{part}')}]")
                    self.report("wrong-type", message, (*path, key, part), hint, key=True)
                continue
            if isinstance(shape.key_type, shapes.StrType):
                self.text(shape.key_type, key, (*path, key), key=True)
            result = self.value(shape.value_type, item, (*path, key))
            items[key] = _blank(shape.value_type) if result is _WRONG else result
        return items

    def text(self, shape: shapes.StrType, value: str, path: Path, *, key: bool = False) -> str:
        """Return the text as it is, also where it has the wrong form, so that references to it are still found."""
        if shape.min_length and len(value) < shape.min_length:
            self.report("empty", _("“{key}” is empty").format(key=path[-1]), path, _("write a text, or leave the key out"), key=key)
        elif shape.pattern and not re.search(shape.pattern, value):
            wanted, how = self.forms.get(shape.pattern, (_("this does not have the form that is wanted"), None))
            hint = how(value) if callable(how) else how
            message = _("“{value}”: {wanted}").format(value=short(value), wanted=wanted)
            self.report("wrong-form", message, path, hint, key=key)
        return value

    def custom(self, shape: shapes.CustomType, value: Any, path: Path) -> Any:
        try:
            return self.hook(shape.cls, value)
        except ValueError as error:
            hint = getattr(error, "hint", None) or None
            return self.report(f"bad-{shape.cls.__name__.lower()}", str(error), path, hint)

    def choice(self, shape: shapes.LiteralType, value: Any, path: Path) -> Any:
        if not isinstance(value, str):
            return self.wrong(shape, value, path)
        message = _("“{value}” is not one of the values that “{key}” can have").format(value=short(value), key=_key_of(path))
        allowed = [str(choice) for choice in shape.values]
        hint = _("write one of: {values}").format(values=", ".join(allowed))
        near = self.places.near(value, allowed)
        if near is not None and (len(allowed) > 3 or near.lower() == value.lower()):
            hint = _("did you mean “{near}”? Possible are: {values}").format(near=near, values=", ".join(allowed))
        return self.report("unknown-value", message, path, hint)

    def wrong(self, shape: shapes.Type, value: Any, path: Path) -> Any:
        message = _("expected {expected}, found {found}").format(expected=_expected(shape), found=_found(value))
        return self.report("wrong-type", message, path, type_hint(shape, value, path), key=isinstance(value, dict))


def _key_of(path: Path) -> str:
    return next((step for step in reversed(path) if isinstance(step, str)), "")


def _blank(shape: shapes.Type) -> Any:
    """Return what stands where a value is needed and there is none."""
    if isinstance(shape, shapes.StructType):
        return shape.cls(**{field.name: _blank(field.type) for field in shape.fields if field.required})
    if isinstance(shape, shapes.ListType):
        return []
    if isinstance(shape, shapes.DictType):
        return {}
    return None


def _is(shape: shapes.Type, value: Any) -> bool:
    """Return whether a value is of a simple type."""
    if isinstance(shape, shapes.BoolType):
        return isinstance(value, bool)
    if isinstance(shape, shapes.IntType):
        return isinstance(value, int) and not isinstance(value, bool)
    if isinstance(shape, shapes.FloatType):
        return isinstance(value, (int, float)) and not isinstance(value, bool)
    if isinstance(shape, shapes.LiteralType):
        return isinstance(value, (str, int)) and value in shape.values
    return isinstance(shape, shapes.StrType) and isinstance(value, str)


def _found(value: Any) -> str:
    return next((_(words) for kind, words in _FOUND if isinstance(value, kind)), type(value).__name__)


def _expected(shape: shapes.Type) -> str:
    """Return in words what is wanted."""
    if isinstance(shape, shapes.UnionType):
        choices = [choice for choice in shape.types if not isinstance(choice, (shapes.NoneType, shapes.LiteralType))]
        words = [_("a number")] if all(isinstance(choice, NUMBERS) for choice in choices) else [_expected(choice) for choice in choices]
        literals = (choice for choice in shape.types if isinstance(choice, shapes.LiteralType))
        words.extend(f'"{value}"' for choice in literals for value in choice.values)
        return _(" or ").join(words)
    if isinstance(shape, shapes.ListType):
        return _list_of(shape.item_type)
    names: Iterable[tuple[type[shapes.Type], str]] = (
        (shapes.StrType, N_("a text")),
        (shapes.LiteralType, N_("a text")),
        (shapes.IntType, N_("a whole number")),
        (shapes.FloatType, N_("a number")),
        (shapes.BoolType, N_("true or false")),
        (shapes.StructType, N_("a table")),
        (shapes.DictType, N_("a table")),
        (shapes.CustomType, N_("a date")),
    )
    return next((_(words) for kind, words in names if isinstance(shape, kind)), type(shape).__name__)


def _list_of(shape: shapes.Type) -> str:
    if isinstance(shape, (shapes.StructType, shapes.DictType)):
        return _("a list of tables")
    return _("a list of texts") if isinstance(shape, shapes.StrType) else _("a list")
