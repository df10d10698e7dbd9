"""Bring the catalogues up to date with the strings of the program: `make languages`, or `python tools/languages.py [TAG]`.

Without a tag every catalogue in `kzbrief/languages/` gets the strings that are new, untranslated, and loses those that are gone; what is
translated stays. With a tag that has no catalogue yet, an empty one is made. It says how many strings each has still to translate.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Collection, Iterator
from io import BytesIO
from pathlib import Path
from typing import IO

import tomli
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from kzbrief.brief.countries import NAMES as COUNTRIES  # noqa: E402
from kzbrief.spoken.commands import SPOKEN  # noqa: E402

FOLDER = ROOT / "kzbrief" / "languages"
KEYWORDS = {
    "_": None,
    "N_": None,
    "ngettext": (1, 2),
    "count_words": (1, 2),
    "pgettext": ((1, "c"), 2),
    "NP_": ((1, "c"), 2),
}
"""The functions whose arguments are messages, as Babel has them: which argument is the message, the plural, the context."""
_WIDTH = 140


def main(arguments: list[str]) -> int:
    """Update the catalogues of the tags given, all if none is."""
    template = messages()
    for path in [FOLDER / f"{tag}.po" for tag in arguments] or sorted(FOLDER.glob("*.po")):
        catalogue = read(path) if path.exists() else Catalog(locale=path.stem, project="kzbrief")
        catalogue.update(template, no_fuzzy_matching=True)
        path.write_bytes(written(catalogue))
        left = sum(1 for message in catalogue if message.id and not filled(message.string))
        print(f"{path.relative_to(ROOT)}: {len(catalogue)} strings, {left} to translate")
    return 0


def messages() -> Catalog:
    """Return the messages of the program, of the methods and themes that come with it, and of the list of countries, with their files."""
    found = Catalog(project="kzbrief")
    for name, _line, message, comments, context in _extracted():
        found.add(message, locations=[(f"kzbrief/{name}", 0)], auto_comments=comments, context=context)
    for path in sorted((ROOT / "briefs" / "methods").glob("*.toml")):
        method = tomli.loads(path.read_text(encoding="utf-8"))["method"]
        words = [("part", category["title"]) for category in method["category"]]
        words += [("part, short", category["short"]) for category in method["category"]]
        words += [("status", band["status"]) for scale in method["scale"] for band in scale["bands"]]
        words += [("country", country["name"]) for edition in method.get("edition", ()) for country in edition.get("country", ())]
        for context, word in words:
            found.add(word, locations=[(path.relative_to(ROOT).as_posix(), 0)], context=context)
    for path in sorted((ROOT / "themes").glob("*.toml")):
        name = tomli.loads(path.read_text(encoding="utf-8"))["theme"]["name"] if "[theme]" in path.read_text(encoding="utf-8") else ""
        if name:
            found.add(name, locations=[(path.relative_to(ROOT).as_posix(), 0)], context="theme")
    for command in SPOKEN:
        if command.words[0]:
            found.add(command.words[0], locations=[("kzbrief/spoken/commands.py", 0)], context="typed")
    for name in COUNTRIES.values():
        found.add(name, locations=[("kzbrief/brief/countries.py", 0)], context="country")
    return found


def _extracted() -> Iterator[tuple[str, int, str | tuple[str, ...], list[str], str | None]]:
    return extract_from_dir(  # type: ignore[return-value]
        ROOT / "kzbrief", method_map=[("**.py", _calls)], keywords=KEYWORDS
    )


def _calls(
    file: IO[bytes], keywords: Collection[str], _tags: object, options: object
) -> Iterator[tuple[int, str, tuple[str | None, ...], list[str]]]:
    """Yield the calls of the functions that mark messages; Babel's own way passes over those inside f-strings before Python 3.12."""
    calls = [node for node in ast.walk(ast.parse(file.read())) if isinstance(node, ast.Call)]
    for node in sorted(calls, key=lambda node: (node.lineno, node.col_offset)):
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        if name in keywords:
            given = [item.value if isinstance(item, ast.Constant) and isinstance(item.value, str) else None for item in node.args]
            yield node.lineno, name, tuple(given), []


def read(path: Path) -> Catalog:
    """Return a catalogue as Babel reads it."""
    with path.open("rb") as file:
        return read_po(file, locale=path.stem)


def written(catalogue: Catalog) -> bytes:
    """Return the text of a catalogue: in the order of the files, without what changes at every run."""
    catalogue.obsolete.clear()
    for message in catalogue:
        message.locations = sorted(set(message.locations))
    text = BytesIO()
    write_po(text, catalogue, width=_WIDTH, sort_by_file=True, include_lineno=False, omit_header=True)
    header = (
        'msgid ""\nmsgstr ""\n'
        f'"Project-Id-Version: kzbrief\\n"\n"Language: {catalogue.locale_identifier}\\n"\n"MIME-Version: 1.0\\n"\n'
        '"Content-Type: text/plain; charset=UTF-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n'
        f'"Plural-Forms: {catalogue.plural_forms}\\n"\n\n'
    )
    return header.encode() + text.getvalue().strip() + b"\n"


def filled(string: str | tuple[str, ...] | list[str] | None) -> bool:
    """Return whether a message is translated, in all its forms."""
    return bool(string) if string is None or isinstance(string, str) else all(string)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
