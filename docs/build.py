"""Make the generated parts of the documentation: `python -m docs.build`; with `--check` only say what differs from the code.

Generated text stands between `<!-- made from NAME -->` and `<!-- end -->` in README.md and docs/*.md; screenshots and the JSON Schema are
whole files. A test runs the check, so that the documentation cannot say what the code does not.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from kzbrief.usage import NAMES

from . import parts
from .reference import format_reference

ROOT = Path(__file__).resolve().parent.parent
_PART = re.compile(r"(<!-- made from ([a-z ./_*-]+) -->\n).*?(<!-- end -->)", re.DOTALL)

PARTS: dict[str, Callable[[], str]] = {
    "kzbrief/brief/model.py": format_reference,
    "kzbrief/commands.py": parts.key_table,
    "kzbrief --help": parts.command_help,
    **{f"kzbrief {name} --help": (lambda name=name: parts.command_help(name)) for name in NAMES},
    "kzbrief summary": parts.summary_beginning,
    "kzbrief standing": parts.standing_beginning,
    **{f"kzbrief export --to {form}": (lambda line=line: parts.exported(line)) for form, line in parts.EXPORTS.items()},
    "docs/sample.toml": parts.sample,
    "briefs/methods/freedom-on-the-net.toml": parts.method_tables,
    "kzbrief/brief/codes.py": parts.codes,
    "kzbrief/brief/explanations/*.py": parts.explanations,
    "kzbrief check my-country.toml": parts.problem,
    "themes/*.toml": parts.theme_table,
    "kzbrief/output/theme_format.py": parts.tone_tables,
}
"""What can be generated, by the name that stands in the marker."""


def pages() -> Iterator[tuple[Path, str]]:
    """Yield the schemas, each picture, and each page that is made or has generated parts, with the text that it should have."""
    from . import file_schemas, json_schema, walkthrough
    from .screens import pictures

    yield json_schema.PATH, json_schema.text()
    yield from file_schemas.pages()
    yield from pictures()
    for path in [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]:
        text = path.read_text(encoding="utf-8")
        if path == walkthrough.PAGE:
            yield path, walkthrough.walk(text).page
        if _PART.search(text):
            yield path, _PART.sub(lambda found: found[1] + "\n" + PARTS[found[2]]() + "\n\n" + found[3], text)


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
