"""Make the generated parts of the documentation: `python -m docs.build`; with `--check` only say what differs from the code.

Generated text stands between `<!-- made from NAME -->` and `<!-- end -->` in README.md and docs/*.md; screenshots are whole files. A test
runs the check, so that the documentation cannot say what the code does not.
"""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
_PART = re.compile(r"(<!-- made from ([a-z ./_-]+) -->\n).*?(<!-- end -->)", re.DOTALL)
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
        fields = [field for base in bases for field in inherited.get(base, [])] + inherited[node.name]
        title, _, rest = (ast.get_docstring(node) or "").partition(":")
        if not rest:
            title, rest = node.name, title
        parts.append(f"### {title}\n\n{rest.strip()[:1].upper()}{rest.strip()[1:]}\n")
        parts.append("| key | type | meaning |\n| --- | --- | --- |")
        for name, kind, needed, meaning in fields:
            shown = _shown_type(kind, aliases)
            parts.append(f"| `{name}`{'' if needed else ' (optional)'} | {shown} | {meaning} |")
        parts.append("")
    return "\n".join(parts)


def key_table() -> str:
    """Return the table of keys, from the declaration of the commands."""
    from kzbrief.commands import rows

    lines = ["| key | what it does | where |", "| --- | --- | --- |"]
    for row in rows():
        keys = ", ".join(f"`{key}`" for key in row.keys.split(", "))
        lines.append(f"| {keys} | {row.help} | {row.where or 'everywhere'} |")
    return "\n".join(lines)


def command_help(*command: str) -> str:
    """Return what a command prints about itself, 80 columns wide."""
    done = subprocess.run(
        [sys.executable, "-m", "kzbrief", *command, "--help"],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
        env={**os.environ, "COLUMNS": "80", "NO_COLOR": "1"},
    )
    return f"```console\n$ kzbrief {' '.join([*command, '--help'])}\n{done.stdout.rstrip()}\n```"


def summary_output() -> str:
    """Return the summary of the shipped brief as it is printed to a pipe, 80 columns wide."""
    done = subprocess.run(
        [sys.executable, "-m", "kzbrief", "summary", "--width", "80"],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
        encoding="utf-8",
    )
    return f"```text\n{done.stdout.rstrip()}\n```"


PARTS: dict[str, Callable[[], str]] = {
    "kzbrief/brief/model.py": format_reference,
    "kzbrief/commands.py": key_table,
    "kzbrief --help": command_help,
    **{f"kzbrief {name} --help": (lambda name=name: command_help(name)) for name in ("read", "summary", "sources", "list", "check")},
    "kzbrief summary": summary_output,
}
"""What can be generated, by the name that stands in the marker."""


def pages() -> Iterator[tuple[Path, str]]:
    """Yield the schema of the JSON, each picture, and each page that has generated parts, with the text that it should have."""
    from . import json_schema
    from .screens import pictures

    yield json_schema.PATH, json_schema.text()
    yield from pictures()
    for path in [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]:
        text = path.read_text(encoding="utf-8")
        if _PART.search(text):
            yield path, _PART.sub(lambda found: found[1] + "\n" + PARTS[found[2]]() + "\n\n" + found[3], text)


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
        return "number"
    return _PLAIN.get(kind, kind)


def main(arguments: list[str]) -> int:
    """Write the generated parts, or say which pages differ; 1 where some do."""
    stale = [(path, text) for path, text in pages() if not path.exists() or path.read_text(encoding="utf-8") != text]
    for path, text in stale:
        if "--check" in arguments:
            print(f"{path.relative_to(ROOT)}: differs from the code; run `make docs`", file=sys.stderr)
        else:
            path.write_text(text, encoding="utf-8")
            print(path.relative_to(ROOT))
    return 1 if stale and "--check" in arguments else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
