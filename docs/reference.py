"""The reference of the brief format, made from the classes of the model and their docstrings."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
_MODEL = ("brief/model.py", "brief/work.py", "brief/method.py")
_HIDDEN = {"Work", "Brief", "MethodFile"}


def format_reference() -> str:
    """Return every table of the brief format with its keys, types and meanings, from the classes of the model."""
    aliases = dict(_aliases())
    found = [node for path in _MODEL for node in _classes(path)]
    inherited = {node.name: list(_fields(node)) for node in found}
    aliases |= {node.name: f"{(ast.get_docstring(node) or node.name).partition(':')[0]}" for node in found}
    parts = []
    for node in found:
        if node.name in _HIDDEN:
            continue
        bases = [base.id for base in node.bases if isinstance(base, ast.Name)]
        rows = [row for base in bases for row in inherited.get(base, [])] + inherited[node.name]
        title, _, rest = (ast.get_docstring(node) or "").partition(":")
        if not rest:
            title, rest = node.name, title
        parts.append(f"### {title}\n\n{rest.strip()[:1].upper()}{rest.strip()[1:]}\n")
        parts.append("| key | type | meaning |\n| --- | --- | --- |")
        for name, kind, needed, meaning in rows:
            shown = _shown_type(kind, aliases)
            parts.append(f"| `{name}`{'' if needed else ' (optional)'} | {shown} | {meaning} |")
        parts.append("")
    return "\n".join(parts)


def fields(path: str, name: str) -> list[tuple[str, str, bool, str]]:
    """Return key, type, whether it is needed, and meaning of each field of a class in a module of kzbrief."""
    return [field for node in _classes(path) if node.name == name for field in _fields(node)]


def _classes(path: str) -> Iterator[ast.ClassDef]:
    tree = ast.parse((ROOT / "kzbrief" / path).read_text(encoding="utf-8"))
    yield from (node for node in tree.body if isinstance(node, ast.ClassDef))


def _fields(node: ast.ClassDef) -> Iterator[tuple[str, str, bool, str]]:
    """Yield key, type, whether it is needed, and meaning of each field of a class."""
    for place, item in enumerate(node.body):
        if not isinstance(item, ast.AnnAssign) or not isinstance(item.target, ast.Name):
            continue
        name = item.target.id.replace("_", "-")
        needed = item.value is None
        if isinstance(item.value, ast.Call):
            keywords = {keyword.arg: keyword.value for keyword in item.value.keywords}
            if isinstance(keywords.get("name"), ast.Constant):
                name = str(ast.literal_eval(keywords["name"]))
            needed = "default_factory" not in keywords and "default" not in keywords
        following = node.body[place + 1] if place + 1 < len(node.body) else None
        meaning = following.value.value if isinstance(following, ast.Expr) and isinstance(following.value, ast.Constant) else ""
        yield name, ast.unparse(item.annotation), needed, " ".join(str(meaning).split())


def _aliases() -> Iterator[tuple[str, str]]:
    """Yield the closed lists and named types of the model with what they stand for."""
    for path in (*_MODEL, "brief/tables.py"):
        for node in ast.parse((ROOT / "kzbrief" / path).read_text(encoding="utf-8")).body:
            if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and "Literal" in ast.unparse(node.value):
                yield node.targets[0].id, ast.unparse(node.value)


_PLAIN = {
    "str": "text",
    "Filled": "text",
    "Status": "text",
    "int": "whole number",
    "float": "number",
    "bool": "true or false",
    "Id": "id",
    "Address": "address",
    "Language": "language tag",
    "Date": "date",
}


def _shown_type(kind: str, aliases: dict[str, str]) -> str:
    """Return a type in words for people who do not program."""
    kind = re.sub(r"Annotated\[(.*), Meta\(.*?\)\]", r"\1", kind).replace(" | None", "")
    kind = aliases.get(kind, kind)
    if kind.startswith("Literal["):
        return ", ".join(f"`{value}`" for value in re.findall(r"'([^']*)'", kind))
    if " | Literal[" in kind:
        return "number or " + ", ".join(f"`{value}`" for value in re.findall(r"'([^']*)'", kind))
    if kind.startswith("list["):
        return f"list of {_shown_type(kind[5:-1], aliases)}"
    if kind.startswith("dict["):
        return f"table of {_shown_type(kind[5:-1].split(', ', 1)[1], aliases)}"
    if " | " in kind:
        others = [_shown_type(item, aliases) for item in kind.split(" | ") if item not in ("int", "float")]
        return " or ".join(["number", *others])
    return _PLAIN.get(kind, kind)
